"""Everybody whom a cell, or the text behind a label, names.

1. ";", "|", "、" and line ends part people always; "and", "&", "/", "et", "und", "y", "и" do where a person follows;
   commas where names stand on both sides, or where a name follows somebody's affiliation.
2. "Last, First" is turned round where capitals, a given name or initials say so, in lists where they say so of one.
3. An affiliation behind the last of several names that "and" or commas join is that of all, if none has one.
4. TBA, N.N., everyone and all are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from booklet.manuscripts.affiliations import is_affiliation, is_position, position_before
from booklet.manuscripts.asides import is_remark, without_sentence
from booklet.manuscripts.byline_words import CHAIRS, WHO_LEADS
from booklet.manuscripts.footnoted import read_footnoted
from booklet.manuscripts.name_titles import SUFFIX, without_title
from booklet.manuscripts.name_words import HAN_FAMILIES, PARTICLES
from booklet.manuscripts.names import KNOWN, LEAST, given, is_name, name_score, nobody
from booklet.manuscripts.persons import STARS, described, head_of, is_turned, may_be_turned, turned
from booklet.manuscripts.separators import cuts, pieces
from booklet.model.program import Speaker
from booklet.model.texts import line

_LONGEST: Final = 100_000
"""A longer text is no list of names."""

_FAMILIES: Final = "".join(sorted(HAN_FAMILIES))
_HAN: Final = r"[\u3400-\u9fff々）]"
_HARD: Final = re.compile(
    rf"[;；|｜、•\n]|\s[·/]\s|(?<=[^\W\d_])/(?=[A-ZÀ-ÞА-Я])|(?<={_HAN})・|・(?={_HAN})|(?<=[\u3400-\u9fff々]{{2}})／"
)
_AND: Final = re.compile(
    r"[,，]?\s+(?P<weak>y|e|ed|i|en|og|och|with)\s+(?=\S)"
    r"|[,，]?\s+(?:and|&|et|und|sowie|as well as|и|\+)\s+(?=\S)"
    rf"|[＆&](?=\w{{2}})|(?<={_HAN})[和与與及](?=[{_FAMILIES}])"
)
_COMMA: Final = re.compile(r"[,，]")
_AND_OTHERS: Final = re.compile(
    r"(?:[\s,;、，](?:(?:and|und|et|y|e|en|и)\s)?"
    r"(?:et al\.?|others|andere|weitere|u\. ?a\.|autres|otros|altri|outros|anderen|др\.|другие|他)|等|ほか)"
    r"(?:\s?[(（][^()（）]{1,20}[)）])?$"
)
"""Words for those whom a list leaves unnamed."""

_ALIAS: Final = re.compile(r"@\S{1,40}|[^\W\d_][\w.-]{1,30}")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,4}|[A-Z]{1,3}")
_CYRILLIC: Final = re.compile("[А-Я]")
"""In Russian, only names of people have a capital in each word."""

Place: TypeAlias = Literal["only", "before", "last"]
"""Where a part of a list stands to its "and"."""

_DOUBLE_BARRELLED: Final = re.compile(r"[^\W\d_]+ [A-ZÀ-Þ][a-zß-ÿ]+-[A-ZÀ-Þ][a-zß-ÿ]+")
"""A family name of two, as no institution has: Tam Buchan-Ito."""

_REACH: Final = 300
"""So far, in characters, does the first person behind an "and" reach."""

_SURELY_APART: Final = 0.6
"""So much like a name must the second of two be, behind a comma, where the first is a known one."""


def read_people(text: str) -> tuple[Speaker, ...]:
    """Everybody a text names, by the rules above; () if it is nobody.

    >>> [person.name for person in read_people("Ann Lee (MIT), Bo Ek (ETH) and Cy Fox")]
    ['Ann Lee', 'Bo Ek', 'Cy Fox']
    """
    if len(text) > _LONGEST:
        return ()
    lines = [spaced for part in text.splitlines() if (spaced := line(" ".join(part.split())).strip(" ,;"))]
    text = "\n".join(lines)
    if not text or nobody(text):
        return ()
    lead = WHO_LEADS.match(text)
    whole, _ = without_sentence(text[lead.end() :] if lead else text)
    whole = _AND_OTHERS.sub("", whole).rstrip(" ,;、，")
    if not whole or nobody(whole):
        return ()
    people = read_footnoted(whole) or tuple(_listed(pieces(whole, cuts(_HARD, whole))))
    return tuple(one for one in people if not nobody(one.name))


def _listed(parts: Sequence[str]) -> list[Speaker]:
    """The people of parts that are surely apart: each may hold several, or be the affiliation of the one before."""
    pairs = [_pair(part) for part in parts]
    turnable = [pair is not None and may_be_turned(*pair[:2]) for pair in pairs]
    if len(parts) > 1 and all(turnable) and any(pair and is_turned(*pair[:2]) for pair in pairs):
        return [_from_pair(pair) for pair in pairs if pair]
    people: list[Speaker] = []
    for part in parts:
        if people and (chair := CHAIRS.match(part)):
            people += [_in_the_chair(one, chair["role"]) for one in _group(part[chair.end() :])]
            continue
        placed = is_affiliation(part) and not is_name(head_of(part.partition(",")[0]))
        if placed and people and not people[-1].affiliation:
            people[-1] = replace(people[-1], affiliation=part)
        elif people and people[-1].position and is_position(part) and not is_name(head_of(part)) and "," not in part:
            people[-1] = replace(people[-1], position=f"{people[-1].position} / {part}")
        elif people and is_remark(part):
            continue
        else:
            people += _group(part)
    return people


def _in_the_chair(one: Speaker, role: str) -> Speaker:
    """Somebody whom a list names with the label of who chairs: "Ann Lee; moderator: Bo Ek"."""
    return replace(one, position=", ".join(filter(None, [role.strip(" :：").capitalize(), one.position])))


def _pair(text: str) -> tuple[str, str, str] | None:
    """The two parts of "Last, First (Affiliation)" and what the brackets hold."""
    head = head_of(text)
    parts = [part.strip() for part in head.split(",")]
    if len(parts) != 2 or not all(parts):
        return None
    return parts[0], parts[1], text[len(head) :].strip(" ()（）[].")


def _from_pair(pair: tuple[str, str, str]) -> Speaker:
    bare, title = without_title(pair[0])
    given_part, also = without_title(pair[1])
    return Speaker(turned(bare, given_part), title or also, pair[2])


def _group(text: str) -> list[Speaker]:
    """The people of a piece that only "and" and commas part."""
    pair = _pair(text)
    if pair and is_turned(pair[0], pair[1]):
        return [_from_pair(pair)]
    if turned_round := _turned_list(text):
        return turned_round
    joints = [found for found in cuts(_AND, text) if not _behind_particle(text, found.start())]
    parts = pieces(text, joints)
    alone = len(parts) == len(joints) + 1 and all(_alone(part) for part in parts)
    single = alone and all(len(part.split()) == 1 for part in parts)
    kept = [
        found
        for found in joints
        if single
        or (alone and not found["weak"])
        or _begins_person(text[found.end() : found.end() + _REACH], weak=bool(found["weak"]))
    ]
    people: list[Speaker] = []
    for part in (between := pieces(text, kept)):
        place: Place = "only" if not kept else "last" if part is between[-1] else "before"
        people += _between_ands(part, place=place)
    return _shared(people)


def _behind_particle(text: str, at: int) -> bool:
    """Whether a particle stands before a place in a text: "von und zu" joins no two people."""
    return text[max(0, at - 10) : at].rpartition(" ")[2] in PARTICLES


def _turned_list(text: str) -> list[Speaker]:
    """Read "Lee, A., Ek, Bo and Fox, Cy": single words, and every second one is initials or a given name."""
    parts = pieces(text, sorted([*cuts(_COMMA, text), *cuts(_AND, text)], key=re.Match.start))
    if len(parts) < 4 or len(parts) % 2:
        return []
    lasts, firsts = parts[::2], parts[1::2]
    if not all(_INITIALS.fullmatch(first) or given(first.split()[0]) for first in firsts):
        return []
    if not all(may_be_turned(last, first) and not is_name(last) for last, first in zip(lasts, firsts, strict=True)):
        return []
    return [Speaker(turned(last, first)) for last, first in zip(lasts, firsts, strict=True)]


def _alone(part: str) -> bool:
    """Whether a part is one person by name or alias, with brackets at most."""
    head = head_of(part)
    return is_name(head) or nobody(head) or (_ALIAS.fullmatch(head) is not None and not is_affiliation(head))


def _begins_person(text: str, *, weak: bool) -> bool:
    """Whether what follows an "and" begins with a person; behind "y" and "e", a second family name may follow too."""
    first = head_of(next(iter(pieces(text, sorted([*cuts(_AND, text), *cuts(_COMMA, text)], key=re.Match.start))), ""))
    if not weak:
        return is_name(first)
    return is_name(first) and not any(word in PARTICLES for word in first.split())


def _between_ands(text: str, *, place: Place) -> list[Speaker]:
    """One person with what belongs to them, or several that commas part, as they do where an "and" comes later."""
    parts = _folded(pieces(text, cuts(_COMMA, text)))
    starts = _starts(parts, place=place)
    if len(starts) < 2:
        return [described(parts)] if parts else []
    return [described(parts[start:end]) for start, end in zip(starts, [*starts[1:], len(parts)], strict=True)]


def _folded(parts: Sequence[str]) -> list[str]:
    """Parts with Jr., III and PhD joined to the name before."""
    folded: list[str] = []
    for part in parts:
        if folded and SUFFIX.fullmatch(part):
            folded[-1] += f", {part}"
        else:
            folded.append(part)
    return folded


def _starts(parts: Sequence[str], *, place: Place) -> list[int]:
    """Where somebody new begins among parts that commas have parted."""
    if len(parts) < 2:
        return [0]
    heads = [head_of(part).rstrip(STARS) for part in parts]
    scores = [_score(head) for head in heads]
    if _are_aliases(heads, scores):
        return list(range(len(parts)))
    names = [score >= LEAST for score in scores]
    if len(parts) == 2:
        sure = scores[1] >= _SURELY_APART or _CYRILLIC.match(heads[1]) or _DOUBLE_BARRELLED.fullmatch(heads[1])
        # "Ann Lee, Bo Ek and Cy Fox" is a list; in "Ann Lee and Bo Ek, Windhof Aue" the comma is no longer one of it.
        apart = sure or place == "before" or (place == "only" and (scores[0] < KNOWN or parts != heads))
        return [0, 1] if all(names) and apart else [0]
    if len(parts) % 2 == 0 and all(names[::2]) and all(is_affiliation(part) for part in parts[1::2]):
        return list(range(0, len(parts), 2))
    return [at for at in range(len(parts)) if at == 0 or scores[at] >= KNOWN or (names[at] and names[at - 1])]


def _score(head: str) -> float:
    """How much a part looks like a person, perhaps behind their position: "Dean Chen Peng"."""
    if not is_position(head):
        return 0.0 if is_affiliation(head) else name_score(head)
    position, name = position_before(head)
    return name_score(name) if position else 0.0


def _are_aliases(heads: Sequence[str], scores: Sequence[float]) -> bool:
    """Whether a list holds what people call themselves: anna, benni, @rem; or three given names and more."""
    if not all(score or _ALIAS.fullmatch(head) for head, score in zip(heads, scores, strict=True)):
        return False
    if any(is_affiliation(head) or is_position(head) or is_remark(head) for head in heads):
        return False
    small = any(head[0] == "@" or head[0].islower() for head in heads)
    return small or (len(heads) > 2 and sum(given(head) for head in heads) * 2 >= len(heads))


def _shared(people: list[Speaker]) -> list[Speaker]:
    """People of whom only the last has an affiliation: it is that of all."""
    if len(people) > 1 and people[-1].affiliation and not any(one.affiliation for one in people[:-1]):
        return [replace(one, affiliation=people[-1].affiliation) for one in people]
    return people
