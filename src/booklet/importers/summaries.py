"""People behind the titles of a whole calendar ("Title - Ann Lee, Bo Ek"), and talks listed in a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.manuscripts.people_lists import is_affiliation, is_name, name_score, read_people, split_by
from booklet.model.program import PAUSES, Speaker

_BORDER: Final = re.compile(r"\s-(?:\s|$)")
_COMMA: Final = re.compile(r"\s*[,;](?![^(]*\))\s*")
_AND: Final = re.compile(r"\s+(?:and|und|et|y|e|&)\s+")
_SUFFIX: Final = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d)\.?", re.IGNORECASE)
_HANDLE: Final = re.compile(r"\S{1,40}")
_BRACKETS: Final = re.compile(r"(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)")

_FORMED: Final = 0.8
"""So many of the titles of a calendar have people behind them, if that is how it names people."""

_NAMES: Final = 0.4
"""So many of these are names beyond doubt; others are handles, or names of groups."""

_SURE: Final = 0.85
_LIKELY: Final = 0.5
"""Scores of names (`names.name_score`)."""

_WHOLE: Final = 1000
"""A longer title is taken as it is."""

_FEWEST: Final = 3
"""Fewer titles show no habit."""

_BY: Final = r"(?:by|par|von|por|di|da|door|speakers?\s*:|redner(?:in)?\s*:)\s+"
_BULLET: Final = r"(?:[-*•‣–—·]|[0-9]{1,2}[.)])"
_QUOTED: Final = re.compile(
    rf"\s*{_BULLET}?\s*[\"“„«”]\s*(?P<title>[^\"“”„«»\n]{{3,300}}(?:\n[^\"“”„«»\n]{{1,300}})?)\s*[\"”“»]\s*[,.:–—-]?\s*"
    rf"{_BY}(?P<people>[^\"“”„«»\n]{{3,900}})(?:\n|$)",
    re.IGNORECASE,
)
_BULLETED: Final = re.compile(
    rf"\s*{_BULLET}\s+(?P<title>[^\n]{{3,300}})\n\s*{_BY}(?P<people>[^\n]{{3,900}})(?:\n|$)", re.IGNORECASE
)
_LINE: Final = re.compile(rf"\s*{_BULLET}\s+(?P<line>[^\n]{{3,600}})(?:\n|$)")
_STOP: Final = re.compile(r"(?<=\w{3})\.$")
"""A full stop behind a word, and not behind an initial."""

_LONGEST: Final = 20_000
"""A longer description is no list of talks."""


class Titled(NamedTuple):
    """A title and who speaks."""

    title: str
    speakers: tuple[Speaker, ...]


def with_speakers(titles: Sequence[str]) -> list[Titled] | None:
    """The titles of a whole calendar with the people behind them taken off; None if that is not how it names people.

    A calendar names people so if nearly all of its titles, pauses apart, have a " - " with names or handles behind it;
    titles without people then end with the " - ". The last " - " is the border. Pauses never have speakers.

    >>> titles = ["On - and off - Ann Lee, bo", "Rust - Mary Day", "Lunch - ", "Zig - John Fox"]
    >>> [(title, [who.name for who in people]) for title, people in with_speakers(titles)][0]
    ('On - and off', ['Ann Lee', 'bo'])
    """
    lines = [one_line(title) for title in titles]
    parts = [_parted(line) for line in lines]
    spoken = [part for line, part in zip(lines, parts, strict=True) if not _pauses(part or (line, ""))]
    tails = [part[1] for part in spoken if part is not None and part[1]]
    formed = sum(part is not None for part in spoken)
    if len(tails) < _FEWEST or formed < _FORMED * len(spoken) or len(set(tails)) * 2 < len(tails):
        return None
    people = [[_bare(who.name) for who in _speakers(tail)] for tail in tails]
    names = [name for named in people for name in named]
    plausible = sum(is_name(name) or _HANDLE.fullmatch(name) is not None for name in names)
    sure = sum(any(is_name(name) for name in named) for named in people)
    if plausible < _FORMED * len(names) or sure < _NAMES * len(tails):
        return None
    return [
        Titled(line, ()) if part is None or (part[1] and _pauses(part)) else Titled(part[0], _speakers(part[1]))
        for line, part in zip(lines, parts, strict=True)
    ]


def talks_in(description: str) -> tuple[Titled, ...]:
    r"""The talks that a description lists, each with who speaks, if it consists of nothing else.

    >>> [(talk.title, talk.speakers[0].name) for talk in talks_in('- "On ice"\nBy Ann Lee.\n- "On fire"\nBy Bo Ek')]
    [('On ice', 'Ann Lee'), ('On fire', 'Bo Ek')]
    """
    if len(description) > _LONGEST:
        return ()
    lines = (paragraphs(description) if "<" in description else description).splitlines()
    text = "\n".join([bare for line in lines if (bare := " ".join(line.split()))])
    talks: list[Titled] = []
    at = 0
    while at < len(text):
        read = _talk_at(text, at)
        if read is None:
            return ()
        talk, at = read
        talks.append(talk)
    return tuple(talks)


def _talk_at(text: str, at: int) -> tuple[Titled, int] | None:
    """The talk that is listed at a place of a text, and where the next one may begin."""
    if found := _QUOTED.match(text, at) or _BULLETED.match(text, at):
        speakers = _listed(_STOP.sub("", one_line(found["people"])))
        return (Titled(one_line(found["title"]).strip('"“”„«»'), speakers), found.end()) if speakers else None
    if found := _LINE.match(text, at):
        byline = split_by(one_line(found["line"]))
        return (Titled(byline.title, byline.speakers), found.end()) if byline.title and byline.speakers else None
    return None


def _listed(people: str) -> tuple[Speaker, ...]:
    """The people of a list of names; of anything else, who is named there and with what."""
    names = [name for part in _COMMA.split(people) for name in _AND.split(part)]
    return tuple([Speaker(name) for name in names]) if all(is_name(name) for name in names) else read_people(people)


def _parted(line: str) -> tuple[str, str] | None:
    """What stands before the last " - " and behind it."""
    borders = list(_BORDER.finditer(line)) if len(line) <= _WHOLE else []
    return (line[: borders[-1].start()].strip(), line[borders[-1].end() :].strip()) if borders else None


def _pauses(part: tuple[str, str]) -> bool:
    """Whether a title is that of a pause, and what stands behind it no person: "Lunch - Main Hall"."""
    head, tail = part
    if kind_of(head) not in PAUSES:
        return False
    named = [name_score(name) for name in _COMMA.split(tail)] if tail else [0.0]
    return min(named) < (_SURE if len(head.split()) <= 2 else _LIKELY)


def _speakers(tail: str) -> tuple[Speaker, ...]:
    """The people of a list; what is in brackets is an affiliation if it reads as one, else of the name."""
    names: list[str] = []
    for part in filter(None, _COMMA.split(tail)):
        if names and _SUFFIX.fullmatch(part):
            names[-1] = f"{names[-1]}, {part}"
            continue
        joined = _AND.split(part)
        names += joined if len(joined) > 1 and all(is_name(name) for name in joined) else [part]
    return tuple([_speaker(name) for name in names])


def _bare(name: str) -> str:
    """A name without what is in brackets."""
    found = _BRACKETS.fullmatch(name)
    return found["name"] if found else name


def _speaker(name: str) -> Speaker:
    found = _BRACKETS.fullmatch(name)
    if not found or not is_affiliation(found["inside"]):
        return Speaker(name)
    nickname = any(word in found["inside"].casefold() for word in found["name"].casefold().split() if len(word) > 2)
    return Speaker(name) if nickname else Speaker(found["name"], affiliation=found["inside"])
