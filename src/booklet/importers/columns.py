"""What the columns of a table hold, by their headings, in ten languages and any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from booklet.importers.headings import HEADINGS, LOOSE, Column

_FILLERS: Final = frozenset(
    "of the a an for your and or in innen der die das des du de la le el del di da do van het und et y e и s r full "
    "main please local conference paper submission".split()
)
_PHRASES: Final = {column: phrases | LOOSE if column == "title" else phrases for column, phrases in HEADINGS.items()}
_ELSEWHERE: Final = frozenset(
    "arrival departure birth order registration registered submitted submission updated update created modified "
    "deadline check payment invoice anreise abreise geburtsdatum arrivée départ llegada salida arrivo partenza chegada "
    "partida".split()
)
"""Words of dates and times that are not those of the program."""

_INTERNAL: Final = frozenset(
    "review reviews reviewer reviewers referee referees score scores rating pc committee internal private confidential "
    "organizer organizers organiser organisers admin contact emergency invoice billing dietary visa passport intern "
    "interne interner internes gutachten gutachter relecteur évaluation interno interna revisor revisión evaluación "
    "revisore valutazione avaliação beoordeling рецензия рецензент внутренний".split()
)
_INTERNAL_SIGNS: Final = ("审稿", "评审", "内部", "査読", "連絡先", "联系")
"""What such words head is for the organisers alone, whatever else the heading says: "Comments to PC"."""

_REACHED: Final[tuple[Column, ...]] = ("email", "phone")
"""How people are reached; no other word beside these changes what a column holds."""

_OF_PROGRAM: Final = frozenset({"date", "start", "end", "time", "length"})
_WIDEST: Final = 4
"""No phrase has more words."""

_SIGNS: Final = {
    column: tuple(
        sorted(
            (word for word in phrases if not word.isascii() and "\u3040" <= word[0] <= "\u9fff"), key=len, reverse=True
        )
    )
    for column, phrases in _PHRASES.items()
}
"""Chinese and Japanese headings, the longest first; they do not part their words."""

_NUMBERED: Final = frozenset(
    {"email", "phone", "affiliation", "position", "bio", "first", "last", "chair", "speaker", "authors", "keywords"}
)
"""What there may be several columns of: Speaker 1, Speaker 2."""

_BRACKETS: Final = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_CAMEL: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_APART: Final = re.compile(r"[\W_]+")
_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_LONGEST: Final = 80
"""A longer text is no heading; questions of forms may be as long."""

_LIKELY: Final = 0.4
"""Less of a heading than that says nothing."""


class Match(NamedTuple):
    """What a heading says with how much certainty, from 0 to 1, and the number in it: 2 for Speaker 2, else 0."""

    column: Column
    number: int
    score: float


class Columns(NamedTuple):
    """The columns of a table.

    `places` says which column holds what, by what it holds and the number in its heading. `beaten` are columns that say
    what a better one says already, with that one; `unknown` are those that nobody understands.
    """

    places: Mapping[tuple[Column, int], int]
    beaten: tuple[tuple[int, int], ...]
    unknown: tuple[int, ...]

    def at(self, column: Column) -> int | None:
        """Where a column without a number stands."""
        return self.places.get((column, 0))

    def has(self, *columns: Column) -> bool:
        """Whether there is any of some columns."""
        return any(column in columns for column, _ in self.places)


def columns_of(headings: Sequence[str]) -> Columns:
    """What the columns hold. Each holds one thing, and each thing is in one column: the best match is taken first.

    >>> sorted(columns_of(["Uhrzeit", "Vortragende(r)", "Vortragstitel", "Raum"]).places)
    [('room', 0), ('speaker', 0), ('time', 0), ('title', 0)]
    """
    matches = [(match, at) for at, heading in enumerate(headings) for match in matches_of(heading)]
    matches.sort(key=lambda found: (-found[0].score, found[1]))
    places: dict[tuple[Column, int], int] = {}
    taken: set[int] = set()
    lost: dict[int, int] = {}
    for match, at in matches:
        key = match.column, match.number
        if at in taken:
            continue
        if key in places:
            lost.setdefault(at, places[key])
            continue
        places[key] = at
        taken.add(at)
    if ("title", 0) not in places and ("session", 0) in places:
        places["title", 0] = places.pop(("session", 0))
    beaten = tuple((at, winner) for at, winner in sorted(lost.items()) if at not in taken)
    unknown = tuple(at for at, heading in enumerate(headings) if heading and at not in taken and at not in lost)
    return Columns(places, beaten, unknown)


@lru_cache(maxsize=4096)
def matches_of(heading: str) -> tuple[Match, ...]:
    """What a heading may say, the likeliest first.

    >>> [(match.column, match.number) for match in matches_of("Speaker 2 - Affiliation")][:1]
    [('affiliation', 2)]
    """
    if not heading or len(heading) > _LONGEST:
        return ()
    plain = _plain(_BRACKETS.sub(" ", heading)) or _plain(heading)
    found = _NUMBER.search(plain)
    number = int(found[0]) if found else 0
    words = " ".join(_NUMBER.sub(" ", plain, count=1).split()) if found else plain
    if addresses := tuple(_addresses(plain, number)):
        return addresses
    if not _INTERNAL.isdisjoint(plain.split()) or any(sign in plain for sign in _INTERNAL_SIGNS):
        return ()
    matches = sorted(_scored(words), key=lambda match: -match.score)
    numbered = [match._replace(number=number if match.column in _NUMBERED else 0) for match in matches]
    if plain in {"", "#"} or heading.strip() in {"#", "№", "nº", "n°"}:
        return (Match("ident", 0, 1.0),)
    return tuple(numbered)


def _addresses(plain: str, number: int) -> Iterator[Match]:
    """That a heading is one of e-mail addresses or telephone numbers, whoever they belong to: "Speaker's e-mail"."""
    for column in _REACHED:
        words = any(f" {phrase} " in f" {plain} " for phrase in HEADINGS[column])
        if words or any(sign in plain for sign in _SIGNS[column]):
            yield Match(column, number, 1.0)


def _scored(words: str) -> Iterator[Match]:
    parts = [word for word in words.split() if word not in _FILLERS] or words.split()
    strange = not _ELSEWHERE.isdisjoint(words.split())
    for column, phrases in _PHRASES.items():
        if strange and column in _OF_PROGRAM:
            continue
        loose = column == "title" and words in LOOSE
        if words in phrases:
            yield Match(column, 0, 0.7 if loose else 1.0)
        elif " ".join(parts) in phrases:
            yield Match(column, 0, 0.9)
        elif sign := next((sign for sign in _SIGNS[column] if sign in words), ""):
            score = 0.8 * len(sign) / len(words.replace(" ", ""))
            if score >= _LIKELY:
                yield Match(column, 0, score)
        else:
            score = 0.8 * _covered(parts, phrases) / len(parts) if parts else 0.0
            if score >= _LIKELY:
                yield Match(column, 0, score)


def _covered(words: Sequence[str], phrases: frozenset[str]) -> int:
    """How many of some words are in a phrase; words of one or two letters stand for too much to be one alone."""
    found: set[int] = set()
    for begin in range(len(words)):
        for end in range(begin + 1, min(begin + _WIDEST, len(words)) + 1):
            phrase = " ".join(words[begin:end])
            if len(phrase) > 2 and phrase in phrases:
                found.update(range(begin, end))
    return len(found)


def _plain(heading: str) -> str:
    """A heading in small letters, its words parted by spaces, those of camelCase too."""
    text = _CAMEL.sub(" ", unicodedata.normalize("NFKC", heading)).casefold()
    return " ".join(_APART.sub(" ", text).split())
