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
from booklet.manuscripts.byline_words import CHAIRED, KIND, LED, TALKING
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.names import KNOWN, LEAST, is_name, name_score, nobody
from booklet.manuscripts.persons import brackets_apart, head_of
from booklet.manuscripts.rosters import read_people
from booklet.manuscripts.separators import cuts
from booklet.model.program import Speaker
from booklet.model.texts import line

_LONGEST: Final = 1000
"""A longer text is no title."""

_UNKNOWN: Final = 0.55
"""A name in which nothing but its shape says that it is one."""

_LIKELY: Final = 0.6
"""Where a title could stand as well as a name, a name must be this sure."""

_SINGLE: Final = re.compile(r"[^\W\d_a-z][\w'’-]+")

_LEADING: Final = re.compile(r"\A(?:[Bb]y|[Ww]ith|mit|von|par|avec|por|con|di|door|met)\s+")
_BY: Final = re.compile(r"\s+by\s+(?=[^\W\d_])|,\s+(?:von|par|por|door|di)\s+(?=[^\W\d_])")
_BY_ABROAD: Final = re.compile(r"\s+(?:von|par|por|door|di|de)\s+(?=[^\W\d_])")
_COLON: Final = re.compile(r"\s*[:：]\s*(?=\S)")
_DASH: Final = re.compile(r"\s+(?:[–—|-]{1,3}|//)\s+")
_COMMA: Final = re.compile(r"\s*[,，]\s*")
_APPOSITION: Final = re.compile(r"(?:an?|the|our|your)\s")
_EDGE: Final = " ,;:–—-|(（["
_NOBODY_YET: Final = re.compile(r"\A(?:N\.\s?N\.|TBA|TBD|TBC|t\.b\.a\.)\s*[:–—-]\s+(?=\S)")
_QUOTES: Final = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"'}
_WITH: Final = re.compile(r"\s+(?:with|mit|avec|con|com|met)\s+(?=\S)|\.\s+(?=[A-ZÀ-ÞА-Я])")
_HAN_WORD: Final = re.compile("[\u3041-\u30ff\u3400-\u9fff]{2,12}")
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
    found = CHAIRED.search(plain)
    if found and found.start() and (chairs := _people(_without_brackets(found["who"]))):
        plain = _closed(plain[: found.start()].rstrip(_EDGE))
    if byline := _taken_apart(plain):
        return byline._replace(chairs=chairs)
    return Byline(plain if chairs else whole, (), chairs)


def _taken_apart(text: str) -> Byline | None:
    """The first of the ways to name people that fits a text."""
    ways = (_led, _quoted, _behind_brackets, _only_people, _before_colon, _in_brackets, _named_by)
    for way in (*ways, _beside_dash, _beside_comma, _behind_kind, _with_people):
        if byline := way(text):
            return byline
    return None


def _people(text: str, *, least: float = LEAST) -> tuple[Speaker, ...]:
    """The people of a text, if every one of them reads as one and nothing else is said of them."""
    people = read_people(text)
    if not people or any(name_score(one.name) < least for one in people):
        return ()
    return people if all(_borne_out(one, text) for one in people) else ()


def _borne_out(one: Speaker, text: str) -> bool:
    """Whether what is said of somebody reads as their affiliation or position, and not as a title."""
    if not one.affiliation or is_affiliation(one.affiliation) or is_position(one.position):
        return True
    return text.rstrip(" .")[-1:] in {")", "）", "]"} and ":" not in one.affiliation


def _without_brackets(text: str) -> str:
    """A text without a bracket that was opened before it."""
    text = text.strip()
    closed = text[-1:] in {")", "）", "]"} and text.count("(") + text.count("（") < text.count(")") + text.count("）")
    return text[:-1] if closed or text.endswith("]") else text


def _closed(text: str) -> str:
    """A text with the bracket closed that it was cut in."""
    open_ones = text.count("(") + text.count("（") - text.count(")") - text.count("）")
    return f"{text})" if open_ones == 1 else text


def _led(text: str) -> Byline | None:
    found = LED.search(text)
    title = text[: found.start()].rstrip(_EDGE) if found else ""
    people = _people(_without_brackets(found["who"])) if found and title else ()
    return Byline(title, people) if people else None


def _only_people(text: str) -> Byline | None:
    """A line of nothing but people, who must be known ones where nothing else is said of them."""
    if cuts(_COLON, text):
        return None
    people = _people(text, least=LEAST if text[-1:] in {")", "）"} or "," in text else _UNKNOWN)
    told = any(one.affiliation or one.position for one in people)
    known = any(name_score(one.name) >= KNOWN for one in people)
    return Byline("", people) if told or known else None


def _behind_brackets(text: str) -> Byline | None:
    """Read "Name (Affiliation), Title" and "Name (Affiliation) Title"."""
    closing = next((at for at, char in enumerate(text) if char in ")）"), -1)
    head, between = text[: closing + 1], text[closing + 1 :]
    title = between.lstrip(" ,;:：.–—-")
    if closing < 0 or len(title.split()) < 2 or title[0].islower() or _people(title):
        return None
    people = _people(head, least=LEAST if between.strip()[0] in ",;:：–—-" else KNOWN)
    return Byline(title, people) if people and people[-1].affiliation else None


def _before_colon(text: str) -> Byline | None:
    """Read "Name: Title", "Talk: Name", "Panel: Name, Name" and "Talk by Name: Title"."""
    found = next(iter(cuts(_COLON, text)), None)
    if not found:
        return None
    head, tail = text[: found.start()], text[found.end() :]
    if people := _people(head, least=KNOWN if _in_brackets(tail) else LEAST):
        return Byline(tail, people)
    if KIND.fullmatch(head):
        return _called(head, tail)
    if len(head.split()) <= _FEW_WORDS and kind_of(head) not in {"talk", "session"} and (people := _known(tail)):
        return Byline(head, people)
    led = _introduced(head)
    return led._replace(title=tail) if led else None


def _called(head: str, tail: str) -> Byline | None:
    """What stands behind "Keynote:": people, or people and a title."""
    if people := _people(tail):
        return Byline(head, people)
    colon = next(iter(cuts(_COLON, tail)), None)
    if colon and (people := _people(tail[: colon.start()])):
        return Byline(tail[colon.end() :], people, called=head)
    for way in (_quoted, _behind_brackets, _in_brackets, _named_by, _beside_dash, _beside_comma):
        if (byline := way(tail)) and byline.title:
            return byline._replace(called=head)
    return None


def _introduced(text: str) -> Byline | None:
    """People behind words that say what they do, without a title: "Guest talk by Name", "Keynote 1 (Name)"."""
    byline = _led(text) or _in_brackets(text) or _named_by(text) or _behind_kind(text)
    return Byline("", byline.speakers, called=byline.title) if byline and KIND.fullmatch(byline.title) else None


def _known(text: str) -> tuple[Speaker, ...]:
    """The people of a text if a common given name or an affiliation bears out that they are some."""
    people = _people(text)
    return people if any(name_score(one.name) >= KNOWN or one.affiliation for one in people) else ()


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
    if people := _people(who):
        return Byline(title, people)
    colon = next(iter(cuts(_COLON, who)), None)
    if colon and KIND.fullmatch(who[: colon.start()]) and (people := _people(who[colon.end() :])):
        return Byline(title, people, called=who[: colon.start()])
    led = _introduced(who)
    return led._replace(title=title) if led else None


def _in_brackets(text: str) -> Byline | None:
    """Read "Title (Name)"; "Ann (Bo) Lee" and "Ann Lee (Bo Ek)" are names."""
    title, inside = brackets_apart(text)
    if not inside or not title:
        return None
    people = _people(_LEADING.sub("", inside, count=1))
    return Byline(title.rstrip(_EDGE), people) if people and not is_name(head_of(title)) else None


def _named_by(text: str) -> Byline | None:
    """Read "Title by Name"; in other languages than English, the same word names whose theorem it is."""
    for found in reversed(cuts(_BY, text)):
        if (people := _named(text[found.end() :])) and found.start():
            return Byline(text[: found.start()].rstrip(_EDGE), people)
    for found in cuts(_BY_ABROAD, text)[:1]:
        title = text[: found.start()]
        if KIND.fullmatch(title) or kind_of(title) == "other":
            people = _people(text[found.end() :], least=_UNKNOWN)
            return Byline(title, people) if people else None
    return None


def _named(text: str) -> tuple[Speaker, ...]:
    """The people behind "by"; besides those with full names, some may have one only."""
    people = read_people(text)
    full = [one for one in people if name_score(one.name) >= _UNKNOWN]
    single = [one for one in people if one not in full and _SINGLE.fullmatch(one.name)]
    sure = full and len(full) + len(single) == len(people) and all(_borne_out(one, text) for one in people)
    return people if sure else ()


def _beside_dash(text: str) -> Byline | None:
    """Read "Name – Title" and "Title – Name", whichever half reads more like people."""
    best, byline = 0.0, None
    for head, tail in _halves(_DASH, text):
        for people, title, least in ((_people(tail), head, _UNKNOWN), (_people(head), tail, _LIKELY)):
            score = min((name_score(one.name) for one in people), default=0.0)
            if score >= least and score > best and title:
                best, byline = score, Byline(title.rstrip(_EDGE), people)
    return byline


def _beside_comma(text: str) -> Byline | None:
    """Read "Name, Title" and "Title, Name", with an affiliation behind the name."""
    parts = [part for part in _parts(text) if part]
    if len(parts) < 2:
        return None
    for count in (2, 1):
        head, title = ", ".join(parts[:count]), text.split(parts[count - 1], 1)[1].lstrip(" ,，")
        if not _may_be_title(title) or is_position(parts[1]):
            continue
        people = _people(head, least=_UNKNOWN)
        sure = people and (name_score(people[0].name) >= KNOWN or not _APPOSITION.match(title))
        if sure and len(people) == 1 and (count == 1 or people[0].affiliation):
            return Byline(title, people)
    for count in (2, 1):
        title, tail = text[: text.rfind(parts[-count])].rstrip(" ,，"), ", ".join(parts[-count:])
        people = _people(tail, least=_UNKNOWN)
        sure = len(people) > 1 or any(one.affiliation or name_score(one.name) >= KNOWN for one in people)
        if sure and len(title.split()) > 1 and (count == 1 or people[-1].affiliation):
            return Byline(title, people)
    return None


def _may_be_title(text: str) -> bool:
    return nobody(text) or not (len(text.split()) < 2 or is_affiliation(text) or is_name(text))


def _behind_kind(text: str) -> Byline | None:
    """Read "Exposé invité Thomas Schiex (INRAE, Toulouse)" and "開会の挨拶 篠宮 和馬"."""
    kind, _, who = text.partition(" ")
    if _HAN_WORD.fullmatch(kind) and kind_of(kind) not in {"talk", "session"} and (people := _people(who)):
        return Byline(kind, people)
    found = KIND.match(text)
    if not found or not text[found.end() :].startswith((" ", "（", "(")):
        return None
    rest = text[found.end() :].strip()
    people = _people(rest)
    sure = people and all(one.affiliation or name_score(one.name) >= _LIKELY for one in people)
    return Byline(found[0], people) if sure else None


def _with_people(text: str) -> Byline | None:
    """Read "Fireside chat with Name" and "Welcome. Name"."""
    for found in cuts(_WITH, text)[:1]:
        people = _people(text[found.end() :], least=KNOWN)
        title = text[: found.start()]
        if people and len(title.split()) <= _FEW_WORDS and (kind_of(title) != "talk" or TALKING.search(title)):
            return Byline(title, people)
    return None


def _halves(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """A text in two, at the first place where a pattern matches outside brackets, and at the last."""
    found = cuts(pattern, text)
    for cut in dict.fromkeys([*found[:1], *found[-1:]]):
        yield text[: cut.start()], text[cut.end() :]


def _parts(text: str) -> list[str]:
    """A text at its commas outside brackets."""
    found = cuts(_COMMA, text)
    ends = [*(cut.start() for cut in found), len(text)]
    return [text[start:end] for start, end in zip([0, *(cut.end() for cut in found)], ends, strict=True)]
