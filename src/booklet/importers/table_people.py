"""The people of a table's row: names in one cell or several, with affiliations beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.importers.headings import Column
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.people_lists import read_people
from booklet.model.people import normal
from booklet.model.program import Speaker

_APART: Final = re.compile(r"[;|\n]")
_EXPORTED: Final = re.compile(r"(?P<name>.+?)(?: \((?P<place>[^()]*(?:\([^()]*\)[^()]*)*)\))?", re.DOTALL)
_MARKS: Final = re.compile(
    r"\s{0,3}[*†‡]{1,3}(?=\s{0,3}(?:[,;]|$|\s(?:and|und|et)\s))|(?:^|(?<=[,;]))\s{0,3}[*†‡]{1,3}\s{0,3}"
)
"""Signs that tell corresponding authors; nothing of it is printed."""


MAIL: Final = re.compile(r"[\s,]{0,3}[<(\[]?\b(?:mailto:)?[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b[>)\]]?")
"""An e-mail address beside a name."""


class People(NamedTuple):
    """Who speaks, who has written it too, who chairs; and affiliations that belong to nobody in particular."""

    speakers: tuple[Speaker, ...] = ()
    coauthors: tuple[Speaker, ...] = ()
    chairs: tuple[Speaker, ...] = ()
    rest: str = ""


class Named(NamedTuple):
    """The cells that name people with one number: those of the columns Speaker 2, Affiliation 2."""

    speaker: str = ""
    first: str = ""
    last: str = ""
    affiliation: str = ""
    position: str = ""
    authors: str = ""


NAMED: Final[tuple[Column, ...]] = ("speaker", "first", "last", "affiliation", "position", "authors")
"""The columns of `Named`, in its order."""


def people_of(named: Iterable[Named], coauthors: str, chairs: Iterable[str], *, own: bool = False) -> People:
    """The people of a row.

    In a table of our own, semicolons part people, and what is in brackets is their affiliation, whatever it looks like.

    Authors are speakers where nobody is named as such; else they are co-authors but for those who speak. An affiliation
    in a cell of its own is that of all who are named beside it; where several stand there, parted by semicolons, each
    is that of one person, if there are as many.

    >>> row = [Named(speaker="Ann Lee; Bo Ek", affiliation="MIT; ETH", authors="Ann Lee, Cy Fox")]
    >>> [(who.name, who.affiliation) for who in people_of(row, "", [])[0]]
    [('Ann Lee', 'MIT'), ('Bo Ek', 'ETH')]
    """
    if own:
        speaking = [who for cells in named for who in _as_exported(cells.speaker)]
        leading = [who for text in chairs for who in _as_exported(text)]
        return People(tuple(speaking), tuple(_as_exported(coauthors)), tuple(leading))
    speakers: list[Speaker] = []
    authors: list[Speaker] = []
    rest: list[str] = []
    for cells in named:
        written = read_names(cells.authors)
        who = _whole_names(cells.first, cells.last) if cells.first or cells.last else read_names(cells.speaker)
        placed, left = affiliated(who or written, cells.affiliation, cells.position)
        if who:
            speakers += placed
            authors += written
        else:
            authors += placed
        rest += [left] if left else []
    if not speakers:
        speakers, authors = authors, []
    others = _others([*authors, *read_names(coauthors)], speakers)
    affiliations = {normal(who.name): who.affiliation for who in authors if who.affiliation}
    known = [
        who if who.affiliation else replace(who, affiliation=affiliations.get(normal(who.name), "")) for who in speakers
    ]
    leading = [who for text in chairs for who in read_names(text)]
    return People(_once(known), _once(others), _once(leading), "; ".join(rest))


def read_names(text: str) -> tuple[Speaker, ...]:
    """The people that a cell names, without the signs of corresponding authors and e-mail addresses."""
    if not text:
        return ()
    lines = [one_line(line) for line in MAIL.sub(" ", text).splitlines()]
    return read_people(_MARKS.sub("", "\n".join(filter(None, lines))))


def _as_exported(text: str) -> list[Speaker]:
    """People as our own tables have them: "Ann Lee (MIT); Bo Ek". What is in brackets may also be of the name."""
    people: list[Speaker] = []
    for part in [one_line(part) for part in text.split("; ")]:
        whole = [who for who in read_people(part) if part in {who.name, f"{who.name} ({who.affiliation})"}]
        found = _EXPORTED.fullmatch(part)
        people += whole[:1] or ([Speaker(found["name"], affiliation=found["place"] or "")] if found else [])
    return people


def affiliated(people: Sequence[Speaker], affiliation: str, position: str = "") -> tuple[list[Speaker], str]:
    """People with the affiliations in the cell beside them, and what belongs to nobody in particular."""
    places = [one_line(place) for place in _APART.split(affiliation.strip(" ;|\n")) if place.strip()]
    roles = [one_line(role) for role in _APART.split(position.strip(" ;|\n")) if role.strip()]
    if len(places) not in {0, 1, len(people)}:
        if len(people) != 1:
            return list(people), "; ".join(places)
        places = ["; ".join(places)]
    fitting = roles if len(roles) == len(people) else ["; ".join(roles)] if len(people) == 1 else []
    out = []
    for at, who in enumerate(people):
        place = places[at] if len(places) == len(people) else places[0] if places else ""
        role = fitting[at] if fitting else ""
        out.append(replace(who, affiliation=who.affiliation or place, position=who.position or role))
    left = "" if people else "; ".join([*places, *roles])
    return out, left or ("; ".join(roles) if people and roles and not fitting else "")


def _whole_names(first: str, last: str) -> tuple[Speaker, ...]:
    """The people whose names stand in two cells; several are parted by semicolons in both."""
    given, family = _APART.split(first.strip()), _APART.split(last.strip())
    if len(given) != len(family):
        return read_names(f"{first} {last}".strip())
    names = [one_line(f"{one} {other}") for one, other in zip(given, family, strict=True)]
    return tuple([Speaker(name) for name in names if name])


def _others(people: Iterable[Speaker], speakers: Iterable[Speaker]) -> list[Speaker]:
    known = {normal(who.name) for who in speakers}
    return [who for who in people if normal(who.name) not in known]


def _once(people: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """People without those who are named before."""
    found: dict[str, Speaker] = {}
    for who in people:
        if who.name:
            found.setdefault(normal(who.name), who)
    return tuple(found.values())
