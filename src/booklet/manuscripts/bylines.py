"""Titles that name their people, taken apart where it is sure.

1. "Panel (moderated by Name)" names who chairs.
2. "Title (lead by Name)", "Title by Name", "Title (Name)", "Title – Name", "Title, Name, Affiliation" name who speaks.
3. So do "Name: Title", "Name (Affiliation): Title", "Name – Title" and "Name, Title".
4. "Name, «Title»" and "“Title”, Name" are told apart by their quotes.
5. "Invited Talk: Name", "Panel: Name, Name" and "Exposé invité Name (Affiliation)" keep the words that say what it
   is as their title; where there is a title as well ("Keynote: Name – Title"), those words are what it is `called`.
6. A line of nothing but people has no title. A line of which it is not sure is a title and nothing else.

What stands before a colon or behind a dash must read as a name (`names.LEAST` and better); where more could stand
there, a common given name or an affiliation must bear it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from booklet.manuscripts.affiliations import is_affiliation, is_position
from booklet.manuscripts.asides import is_aside, without_sentence
from booklet.manuscripts.byline_words import CHAIRED, KIND, LED, TALKING
from booklet.manuscripts.initials import people_before, people_behind
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.names import KNOWN, LEAST, is_name, name_score, nobody
from booklet.manuscripts.persons import brackets_apart, head_of
from booklet.manuscripts.separators import cuts
from booklet.manuscripts.sure_people import (
    UNKNOWN,
    known_people,
    only_names,
    parts_at_commas,
    people_after_lead,
    people_behind_by,
    people_of,
)
from booklet.model.program import Speaker
from booklet.model.texts import line

_LONGEST: Final = 1000
"""A longer text is no title."""

_LIKELY: Final = 0.6
"""Where a title could stand as well as a name, a name must be this sure."""

_LEADING: Final = re.compile(r"\A(?:[Bb]y|[Ww]ith|mit|von|par|avec|por|con|di|door|met)\s+")
_BY: Final = re.compile(r"\s+by\s+(?=[^\W\d_])|\s+w/\s*(?=[^\W\d_])|,\s+(?:von|par|por|door|di)\s+(?=[^\W\d_])")
_BY_ABROAD: Final = re.compile(r"\s+(?:von|durch|par|por|door|di|de)\s+(?=[^\W\d_])")
_COLON: Final = re.compile(r"\s*[:：]\s*(?=\S)")
_DASH: Final = re.compile(r"\s+(?:[–—|-]{1,3}|//)\s+")
_APPOSITION: Final = re.compile(r"(?:an?|the|our|your)\s")
_EDGE: Final = " ,;:–—-|(（["
_NOBODY_YET: Final = re.compile(r"\A(?:N\.\s?N\.|TBA|TBD|TBC|t\.b\.a\.)\s*[:–—-]\s+(?=\S)")
_QUOTES: Final = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"'}
_WITH: Final = re.compile(r"\s+(?:with|mit|avec|con|com|met)\s+(?=\S)|\.\s+(?=[A-ZÀ-ÞА-Я])")
_HAN_WORD: Final = re.compile("[\u3041-\u30ff\u3400-\u9fff]{2,12}")
_PREACHED: Final = re.compile(r"(?:predigt|andacht|liturgie|prédication|sermon|preek|predicazione)", re.IGNORECASE)
_FEW_WORDS: Final = 4
"""What an entry is called in before a colon or "with", such as "Fireside chat", has no more words."""


class Byline(NamedTuple):
    """A title without the people in it, who speaks, who chairs, and what kind of talk it is `called`."""

    title: str
    speakers: tuple[Speaker, ...] = ()
    chairs: tuple[Speaker, ...] = ()
    called: str = ""


def split_by(text: str) -> Byline:
    """A line that names a title and its people, taken apart by the rules above; else the line as its title.

    >>> split_by("Invited Talk: Johannes Brandstetter (JKU Linz)")[:2]
    ('Invited Talk', (Speaker(name='Johannes Brandstetter', position='', affiliation='JKU Linz', at=()),))
    >>> split_by("Learning: A Survey")
    Byline(title='Learning: A Survey', speakers=(), chairs=(), called='')
    """
    whole = _NOBODY_YET.sub("", text.strip(), count=1)
    if not whole or len(whole) > _LONGEST:
        return Byline(whole)
    plain = line(" ".join(whole.split()))
    chairs: tuple[Speaker, ...] = ()
    others: tuple[Speaker, ...] = ()
    if found := CHAIRED.search(plain):
        who, rest = without_sentence(_without_brackets(found["who"]))
        others = people_after_lead(rest)
        if (not rest or others or is_aside(rest)) and (chairs := people_of(who)):
            plain = _cut_off(plain[: found.start()])
    if not chairs:
        return _taken_apart(plain) or Byline(whole)
    byline = (_taken_apart(plain) if plain else None) or Byline(plain)
    return byline._replace(speakers=byline.speakers + others, chairs=chairs + byline.chairs)


def _taken_apart(text: str) -> Byline | None:
    """The first of the ways to name people that fits a text."""
    if people := people_after_lead(text):
        preached = _PREACHED.match(text)
        return Byline(preached[0] if preached else "", people)
    ways = (_led, _by_initials, _quoted, _behind_brackets, _only_people, _before_colon, _in_brackets, _named_by)
    for way in (*ways, _beside_dash, _beside_comma, _behind_kind, _with_people):
        if byline := way(text):
            return byline
    return None


def _without_brackets(text: str) -> str:
    """A text without a bracket that was opened before it."""
    text = text.strip()
    closed = text[-1:] in {")", "）", "]"} and text.count("(") + text.count("（") < text.count(")") + text.count("）")
    return text[:-1] if closed or text.endswith("]") else text


def _closed(text: str) -> str:
    """A text with the bracket closed that it was cut in."""
    open_ones = text.count("(") + text.count("（") - text.count(")") - text.count("）")
    return f"{text})" if open_ones == 1 else text


def _cut_off(text: str) -> str:
    """The title before words that lead to people, without the signs between them."""
    title = _closed(text.rstrip(_EDGE))
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _led(text: str) -> Byline | None:
    """Read "Title (led by Name)" and "Workshop – Leitung: Name"; whoever leads a session chairs it."""
    found = LED.search(text)
    title = _cut_off(text[: found.start()]) if found else ""
    people = people_of(_without_brackets(found["who"])) if found and title else ()
    if not found or not people:
        return None
    if found["leads"] and kind_of(title) in {"session", "panel"}:
        return Byline(title, (), people)
    return Byline(title, people)


def _by_initials(text: str) -> Byline | None:
    """Read "Ivanov A. B. Title" and "Title. Ivanov A. B."."""
    for cut in filter(None, (people_before(text), people_behind(text))):
        if cut.title and (people := people_of(cut.who)):
            return Byline(cut.title, people)
    return None


def _only_people(text: str) -> Byline | None:
    """A line of nothing but people, who must be known ones where nothing else is said of them."""
    if cuts(_COLON, text):
        return None
    people = people_of(text, least=LEAST if text[-1:] in {")", "）"} or "," in text else UNKNOWN)
    told = any(one.affiliation or one.position for one in people)
    known = any(name_score(one.name) >= KNOWN for one in people)
    return Byline("", people) if told or known else None


def _behind_brackets(text: str) -> Byline | None:
    """Read "Name (Affiliation), Title" and "Name (Affiliation) Title"."""
    closing = next((at for at, char in enumerate(text) if char in ")）"), -1)
    head, between = text[: closing + 1], text[closing + 1 :]
    title = between.lstrip(" ,;:：.–—-")
    if closing < 0 or len(title.split()) < 2 or title[0].islower() or people_of(title):
        return None
    people = people_of(head, least=LEAST if between.strip()[0] in ",;:：–—-" else KNOWN)
    return Byline(title, people) if people and people[-1].affiliation else None


def _before_colon(text: str) -> Byline | None:
    """Read "Name: Title", "Talk: Name", "Panel: Name, Name" and "Talk by Name: Title"."""
    found = next(iter(cuts(_COLON, text)), None)
    if not found:
        return None
    head, tail = text[: found.start()], text[found.end() :]
    least = KNOWN if _in_brackets(tail) else LEAST
    if people := people_of(head, least=least) or only_names(head, least=least):
        return Byline(tail, people)
    if KIND.fullmatch(head):
        return _called(head, tail)
    if len(head.split()) <= _FEW_WORDS and kind_of(head) not in {"talk", "session"} and (people := known_people(tail)):
        return Byline(head, people)
    led = _introduced(head)
    return led._replace(title=tail) if led else None


def _called(head: str, tail: str) -> Byline | None:
    """What stands behind "Keynote:": people, or people and a title."""
    if byline := _by_initials(tail):
        return byline._replace(called=head)
    if people := people_of(tail):
        return Byline(head, people)
    colon = next(iter(cuts(_COLON, tail)), None)
    if colon and (people := people_of(tail[: colon.start()])):
        return Byline(tail[colon.end() :], people, called=head)
    for way in (_quoted, _behind_brackets, _in_brackets, _named_by, _beside_dash, _beside_comma):
        if (byline := way(tail)) and byline.title:
            return byline._replace(called=head)
    return None


def _introduced(text: str) -> Byline | None:
    """People behind words that say what they do, without a title: "Guest talk by Name", "Keynote 1 (Name)"."""
    byline = _led(text) or _in_brackets(text) or _named_by(text) or _behind_kind(text)
    return Byline("", byline.speakers, called=byline.title) if byline and KIND.fullmatch(byline.title) else None


def _quoted(text: str) -> Byline | None:
    """Read "Name (Affiliation), «Title»", "Talk: Name, “Title”" and "“Title”, Name"."""
    opened = next((at for at, char in enumerate(text) if char in _QUOTES), -1)
    closing = _QUOTES.get(text[opened], "") if opened >= 0 else ""
    closed = max((text.rfind(char) for char in closing), default=-1)
    before, behind = text[:opened].strip(), text[closed + 1 :].strip(" .,;:–—-")
    title = text[opened + 1 : closed].strip()
    if closed <= opened or not title or bool(before) == bool(behind):
        return None
    who = (before or behind).rstrip(_EDGE)
    if people := people_of(who):
        return Byline(title, people)
    colon = next(iter(cuts(_COLON, who)), None)
    if colon and KIND.fullmatch(who[: colon.start()]) and (people := people_of(who[colon.end() :])):
        return Byline(title, people, called=who[: colon.start()])
    led = _introduced(who)
    return led._replace(title=title) if led else None


def _in_brackets(text: str) -> Byline | None:
    """Read "Title (Name)"; "Ann (Bo) Lee" and "Ann Lee (Bo Ek)" are names."""
    title, inside = brackets_apart(text)
    if not inside or not title:
        return None
    people = people_of(_LEADING.sub("", inside, count=1))
    return Byline(title.rstrip(_EDGE), people) if people and not is_name(head_of(title)) else None


def _named_by(text: str) -> Byline | None:
    """Read "Title by Name"; in other languages than English, the same word names whose theorem it is."""
    for found in reversed(cuts(_BY, text)):
        if (people := people_behind_by(text[found.end() :])) and found.start():
            return Byline(text[: found.start()].rstrip(_EDGE), people)
    for found in cuts(_BY_ABROAD, text)[:1]:
        title = text[: found.start()]
        if KIND.fullmatch(title) or kind_of(title) == "other":
            people = people_of(text[found.end() :], least=UNKNOWN)
            return Byline(title, people) if people else None
    return None


def _beside_dash(text: str) -> Byline | None:
    """Read "Name – Title" and "Title – Name", whichever half reads more like people."""
    best, byline = 0.0, None
    for head, tail in _halves(_DASH, text):
        for people, title, least in ((people_of(tail), head, UNKNOWN), (people_of(head), tail, _LIKELY)):
            score = min((name_score(one.name) for one in people), default=0.0)
            if score >= least and score > best and title:
                best, byline = score, Byline(title.rstrip(_EDGE), people)
    return byline


def _beside_comma(text: str) -> Byline | None:
    """Read "Name, Title" and "Title, Name", with an affiliation behind the name."""
    parts = [part for part in parts_at_commas(text) if part]
    if len(parts) < 2:
        return None
    for count in (2, 1):
        head, title = ", ".join(parts[:count]), text.split(parts[count - 1], 1)[1].lstrip(" ,，")
        if not _may_be_title(title) or is_position(parts[1]):
            continue
        people = people_of(head, least=UNKNOWN)
        sure = people and (name_score(people[0].name) >= KNOWN or not _APPOSITION.match(title))
        if sure and len(people) == 1 and (count == 1 or people[0].affiliation):
            return Byline(title, people)
    for count in (2, 1):
        title, tail = text[: text.rfind(parts[-count])].rstrip(" ,，"), ", ".join(parts[-count:])
        people = people_of(tail, least=UNKNOWN)
        sure = len(people) > 1 or any(one.affiliation or name_score(one.name) >= KNOWN for one in people)
        if sure and len(title.split()) > 1 and (count == 1 or people[-1].affiliation):
            return Byline(title, people)
    return None


def _may_be_title(text: str) -> bool:
    return nobody(text) or not (len(text.split()) < 2 or is_affiliation(text) or is_name(text))


def _behind_kind(text: str) -> Byline | None:
    """Read "Exposé invité Thomas Schiex (INRAE, Toulouse)" and "開会の挨拶 篠宮 和馬"."""
    kind, _, who = text.partition(" ")
    if _HAN_WORD.fullmatch(kind) and kind_of(kind) not in {"talk", "session"} and (people := people_of(who)):
        return Byline(kind, people)
    found = KIND.match(text)
    if not found or not text[found.end() :].startswith((" ", "（", "(")):
        return None
    rest = text[found.end() :].strip()
    people = people_of(rest)
    sure = people and all(one.affiliation or name_score(one.name) >= _LIKELY for one in people)
    return Byline(found[0], people) if sure else None


def _with_people(text: str) -> Byline | None:
    """Read "Fireside chat with Name" and "Welcome. Name"."""
    for found in cuts(_WITH, text)[:1]:
        people = people_of(text[found.end() :], least=UNKNOWN)
        title, offices = text[: found.start()], all(one.position for one in people)
        if not offices and any(name_score(one.name) < KNOWN for one in people):
            return None
        says = kind_of(title) != "talk" or TALKING.search(title) or offices
        if people and len(title.split()) <= _FEW_WORDS and says:
            return Byline(title, people)
    return None


def _halves(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """A text in two, at the first place where a pattern matches outside brackets, and at the last."""
    found = cuts(pattern, text)
    for cut in dict.fromkeys([*found[:1], *found[-1:]]):
        yield text[: cut.start()], text[cut.end() :]
