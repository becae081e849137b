"""The smaller records of our own JSON: people, buildings, tracks, committees, sponsors and pages."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from booklet.importers.nodes import Node
from booklet.model.people import read_person
from booklet.model.program import Building, Committee, OwnPage, Profile, Speaker, Sponsor, Tier, Track
from booklet.model.texts import line, prose, quoted

_PERSON_KEYS: Final = frozenset({"name", "affiliation", "position"})
_PROFILE_KEYS: Final = frozenset({"name", "also", "sort_as", "pronouns", "bio", "photo", "email", "website", "orcid"})


class Matter(NamedTuple):
    """What a file says beside event, days and people."""

    tracks: tuple[Track, ...]
    committees: tuple[Committee, ...]
    sponsors: tuple[Tier, ...]
    pages: tuple[OwnPage, ...]


def matter_of(top: Node) -> Matter:
    """Read tracks, committees, sponsors and pages."""
    tracks = [node.record({"name", "color", "note"}) for node in top["tracks"].items()]
    groups = [node.record({"name", "members"}) for node in top["committees"].items()]
    tiers = [node.record({"tier", "sponsors"}) for node in top["sponsors"].items()]
    pages = [node.record({"title", "text"}) for node in top["pages"].items()]
    return Matter(
        tuple([Track(_line(node, "name"), _line(node, "color"), _line(node, "note")) for node in tracks]),
        tuple([Committee(_line(node, "name"), people_of(node["members"])) for node in groups]),
        tuple([Tier(_line(node, "tier"), tuple(map(_sponsor, node["sponsors"].items()))) for node in tiers]),
        tuple([OwnPage(_line(node, "title"), prose(node["text"].text())) for node in pages]),
    )


def _sponsor(node: Node) -> Sponsor:
    node = node.record({"name", "logo", "website", "text"})
    return Sponsor(_line(node, "name"), picture_of(node["logo"]), _line(node, "website"), prose(node["text"].text()))


def _line(node: Node, key: str) -> str:
    return line(node[key].text())


def people_of(node: Node) -> tuple[Speaker, ...]:
    """People, each a record or a text."""
    return tuple([who for item in node.items() if (who := _person(item)).name])


def _person(node: Node) -> Speaker:
    if isinstance(node.value, str):
        return read_person(node.value)
    person = node.record(_PERSON_KEYS)
    name, affiliation = line(person["name"].text()), line(person["affiliation"].text())
    if affiliation and not name:
        person["name"].refuse(f"somebody from {quoted(affiliation)} has no name", "write it, or take them out")
    return Speaker(name, line(person["position"].text()), affiliation)


def profile_of(node: Node) -> Profile:
    """What is known about somebody."""
    person = node.record(_PROFILE_KEYS)
    return Profile(
        name=line(person["name"].text()),
        also=tuple([line(text) for text in person["also"].texts()]),
        sort_as=line(person["sort_as"].text()),
        pronouns=line(person["pronouns"].text()),
        bio=prose(person["bio"].text()),
        photo=picture_of(person["photo"]),
        email=line(person["email"].text()),
        website=line(person["website"].text()),
        orcid=line(person["orcid"].text()),
    )


def building_of(node: Node) -> Building:
    """One of several buildings."""
    node = node.record({"name", "address", "geo", "map", "directions"})
    return Building(
        line(node["name"].text()),
        tuple([line(text) for text in node["address"].texts()]),
        geo_of(node["geo"]),
        picture_of(node["map"]),
        prose(node["directions"].text()),
    )


def geo_of(node: Node) -> tuple[float, float] | None:
    """Latitude and longitude."""
    numbers = [number for item in node.items() if (number := item.number()) is not None]
    if numbers and (len(numbers) != 2 or abs(numbers[0]) > 90 or abs(numbers[1]) > 180):
        node.refuse("expected latitude and longitude in degrees", "write them as in [30.2862, -97.7366]")
        return None
    return (numbers[0], numbers[1]) if numbers else None


def picture_of(node: Node) -> Path | None:
    """The path of a picture."""
    path = line(node.text())
    return Path(path) if path else None
