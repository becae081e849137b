"""People as Indico names them: with first and last name apart, or as "BONNET, Axel"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from booklet.importers.json_values import first, records
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.persons import turned
from booklet.model.people import normal
from booklet.model.program import Speaker

_Values = Mapping[str, Any]


class Chaired(NamedTuple):
    """Who speaks, who wrote it with them, and who chairs."""

    speakers: tuple[Speaker, ...]
    coauthors: tuple[Speaker, ...]
    chairs: tuple[Speaker, ...]


def chaired(values: _Values) -> Chaired:
    """The people of an entry; authors who speak are named once."""
    speakers = _once([*people(values, "speakers"), *people(values, "presenters")])
    speaking = {normal(speaker.name) for speaker in speakers}
    authors = _once([*people(values, "primaryauthors"), *people(values, "coauthors")])
    coauthors = tuple([author for author in authors if normal(author.name) not in speaking])
    return Chaired(speakers, coauthors, _once([*people(values, "conveners"), *people(values, "chairs")]))


def people(values: _Values, name: str) -> Iterator[Speaker]:
    """The people in a list of an entry."""
    for one in records(values.get(name)):
        if who := person_name(one):
            title = one_line(first(one, ["title"]))
            position = title if title.casefold().startswith("prof") else ""
            yield Speaker(who, position, one_line(first(one, ["affiliation"])))


def person_name(values: _Values) -> str:
    """A name, given names first; a family name in capitals only as it is written in a sentence.

    >>> person_name({"first_name": "Axel", "last_name": "Bonnet"}), person_name({"fullName": "BONNET, Axel"})
    ('Axel Bonnet', 'Axel Bonnet')
    """
    given = one_line(first(values, ["first_name", "firstName"]))
    family = one_line(first(values, ["last_name", "familyName", "lastName"]))
    if not (given or family):
        whole = one_line(first(values, ["fullName", "full_name", "name"]))
        parts = whole.split(",")
        if len(parts) != 2 or not all(parts):
            return whole
        family, given = parts[0].strip(), parts[1].strip()
    return turned(family, given) if given else family


def _once(speakers: list[Speaker]) -> tuple[Speaker, ...]:
    return tuple({normal(speaker.name): speaker for speaker in reversed(speakers)}.values())[::-1]
