"""People as ConfTool writes them: "Lee, Ann (1,2); Ek, Bo (2)", with "1: MIT; 2: ETH Zurich" beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from booklet.manuscripts.markup import one_line
from booklet.manuscripts.people_lists import read_people
from booklet.model.people import normal
from booklet.model.program import Speaker

_MARKED: Final = re.compile(
    r"(?P<name>[^()]{1,200}?)\s*(?P<star>\*?)\s*(?:\((?P<marks>[0-9]{1,3}(?:\s?,\s?[0-9]{1,3}){0,20})\))?\s*(?P<late>\*?)"
)
_AFTER_MARKS: Final = re.compile(r"(?<=[0-9]\)),\s*|\s*;\s*")
_NUMBERED: Final = re.compile(r"(?:^|;\s*|\n)\s*(?P<mark>[0-9]{1,3})\s*:\s*")
_LETTER: Final = re.compile(r"[^\W\d_]")


class Authors(NamedTuple):
    """Who presents a paper, and who has written it too."""

    speakers: tuple[Speaker, ...]
    coauthors: tuple[Speaker, ...]


class _Author(NamedTuple):
    who: Speaker
    presents: bool


def authors_of(names: str, organisations: str, presenting: str) -> Authors:
    """The authors of a paper from ConfTool's lists. Without a presenting author, all of them speak.

    >>> speakers, others = authors_of("Lee, Ann (1,2); Ek, Bo (2)", "1: MIT; 2: ETH Zurich", "Ek, Bo (2)")
    >>> speakers[0].name, speakers[0].affiliation, others[0].name, others[0].affiliation
    ('Bo Ek', 'ETH Zurich', 'Ann Lee', 'MIT; ETH Zurich')
    """
    return _parted(_listed(names, places_of(organisations)), presenting)


def formatted_authors(cells: Mapping[str, str], presenting: str) -> Authors:
    """The authors of a paper whose names stand in fields of their own, `authors_formatted_1_name` and so on."""
    found = []
    for number in range(1, 1000):
        name = cells.get(f"authors formatted {number} name", "")
        if not name:
            break
        place = one_line(cells.get(f"authors formatted {number} organisation", ""))
        found += [one._replace(who=Speaker(one.who.name, affiliation=place)) for one in _listed(name, {})]
    return _parted(found, presenting)


def places_of(organisations: str) -> dict[str, str]:
    """Organisations by their numbers; by "" if there is one for all."""
    starts = list(_NUMBERED.finditer(organisations))
    if not starts:
        return {"": one_line(organisations)} if _LETTER.search(organisations) else {}
    ends = [*(found.start() for found in starts[1:]), len(organisations)]
    return {
        found["mark"]: one_line(organisations[found.end() : end]).strip(" ;")
        for found, end in zip(starts, ends, strict=True)
    }


def spoken(name: str) -> str:
    """A name as it is spoken: "Lee, Ann" is Ann Lee.

    >>> spoken("van der Berg, Ada"), spoken("Ada Abel")
    ('Ada van der Berg', 'Ada Abel')
    """
    last, comma, first = name.partition(",")
    return one_line(f"{first} {last}" if comma and "," not in first else name)


def _listed(names: str, places: Mapping[str, str]) -> Iterator[_Author]:
    """Authors one by one; those without a letter in their names, as in "., .", are nobody."""
    parts = _AFTER_MARKS.split(names.strip())
    for part in parts:
        found = _MARKED.fullmatch(part.strip())
        if found is None or not _LETTER.search(found["name"]):
            continue
        marks = re.findall(r"[0-9]+", found["marks"] or "")
        told = [places[mark] for mark in marks if places.get(mark)] or [place for place in (places.get(""),) if place]
        presents = bool(found["star"] or found["late"])
        if len(parts) == 1 and "," in found["name"] and not marks:
            people = read_people(found["name"]) if found["name"].count(",") > 1 else (Speaker(spoken(found["name"])),)
        else:
            people = (Speaker(spoken(found["name"])),)
        for who in people:
            yield _Author(Speaker(who.name, affiliation=who.affiliation or "; ".join(told)), presents)


def _parted(authors: Iterable[_Author], presenting: str) -> Authors:
    listed = list({normal(author.who.name): author for author in reversed(list(authors))}.values())[::-1]
    names = {normal(one.who.name) for one in _listed(presenting, {})}
    speakers = tuple([one.who for one in listed if one.presents or normal(one.who.name) in names])
    if not speakers:
        named = tuple([one.who for one in _listed(presenting, {})])
        return (
            Authors(named, tuple([one.who for one in listed]))
            if named
            else Authors(tuple([one.who for one in listed]), ())
        )
    return Authors(speakers, tuple([one.who for one in listed if one.who not in speakers]))
