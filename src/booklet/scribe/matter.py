"""What a program says beside event, venue, days and people: tracks, committees, sponsors and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Committee, OwnPage, Program, Sponsor, Tier, Track
from booklet.model.texts import quoted
from booklet.model.values import read_colour, read_url
from booklet.scribe.fields import Fields, Group, People, Prose, Records, Value, Words, unplaced
from booklet.scribe.tidying import UNKNOWN, Tidier

MATTER: Final = ("tracks", "committees", "sponsors")
"""The sections that hold names with something about each."""


class Matter(NamedTuple):
    """The sections as a program has them."""

    tracks: tuple[Track, ...]
    committees: tuple[Committee, ...]
    sponsors: tuple[Tier, ...]
    pages: tuple[OwnPage, ...]


def matter(manuscript: Manuscript, tidier: Tidier) -> Matter:
    """What a manuscript says in these sections, as the text will be read back."""
    tracks = {name: _track(track, name, tidier) for track in manuscript.tracks if (name := _name(track.name, tidier))}
    groups = [_committee(group, name, tidier) for group in manuscript.committees if (name := _name(group.name, tidier))]
    tiers = [_tier(tier, name, tidier) for tier in manuscript.sponsors if (name := _name(tier.name, tidier))]
    pages = [page for page in manuscript.pages if page.title.strip() or page.text.strip()]
    return Matter(
        tuple(tracks.values()),
        tuple({group.name: group for group in groups if group.members}.values()),
        tuple({tier.name: tier for tier in tiers if tier.sponsors}.values()),
        tuple([_page(page, number, tidier) for number, page in enumerate(pages)]),
    )


def matter_fields(program: Program) -> Mapping[str, Fields]:
    """What the sections say, name by name."""
    return {
        "tracks": {track.name: _track_value(track) for track in program.tracks},
        "committees": {group.name: People(unplaced(group.members)) for group in program.committees},
        "sponsors": {
            tier.name: Records(tuple([_sponsor_fields(one) for one in tier.sponsors])) for tier in program.sponsors
        },
    }


def page_records(pages: Iterable[OwnPage]) -> Records:
    """Pages of the organisers' own."""
    return Records(
        tuple([(("title", Words(page.title)), ("text", Prose(page.text, always=bool(page.text)))) for page in pages])
    )


def bare_pages(program: Program) -> tuple[OwnPage, ...]:
    """The pages without their places, so that they can be compared."""
    return tuple([page._replace(at=()) for page in program.pages])


def _name(written: str, tidier: Tidier) -> str:
    return tidier.key(tidier.line(written))


def _track(track: Track, name: str, tidier: Tidier) -> Track:
    colour = tidier.read(read_colour, track.colour, f"colour of the track {quoted(name)}")
    return Track(name, colour, tidier.line(track.note), ("tracks", name))


def _committee(group: Committee, name: str, tidier: Tidier) -> Committee:
    at = ("committees", name)
    people = tidier.people(group.members, name)
    if not people:
        tidier.say(f"{quoted(name)} was left out: nobody is in it", hint="write it when there is somebody")
    return Committee(name, tuple([replace(who, at=(*at, number)) for number, who in enumerate(people)]), at)


def _tier(tier: Tier, name: str, tidier: Tidier) -> Tier:
    sponsors: list[Sponsor] = []
    for sponsor in tier.sponsors:
        called = tidier.line(sponsor.name)
        if not called:
            tidier.say(f"a sponsor without a name was left out of {quoted(name)}", hint="write who it is, if you know")
            continue
        sponsors.append(
            Sponsor(
                called,
                tidier.picture(sponsor.logo),
                tidier.read(read_url, sponsor.website, f"website of {quoted(called)}"),
                tidier.prose(sponsor.text),
                ("sponsors", name, len(sponsors)),
            )
        )
    return Tier(name, tuple(sponsors), ("sponsors", name))


def _page(page: OwnPage, number: int, tidier: Tidier) -> OwnPage:
    return OwnPage(tidier.line(page.title) or UNKNOWN, tidier.prose(page.text), ("pages", number))


def _track_value(track: Track) -> Value:
    if not track.note:
        return Words(track.colour)
    said = {"color": Words(track.colour), "note": Words(track.note)}
    return Group(tuple([(key, words) for key, words in said.items() if words.text]))


def _sponsor_fields(sponsor: Sponsor) -> tuple[tuple[str, Value], ...]:
    said: Mapping[str, Words | Prose] = {
        "name": Words(sponsor.name),
        "logo": Words(sponsor.logo.as_posix() if sponsor.logo else ""),
        "website": Words(sponsor.website),
        "text": Prose(sponsor.text),
    }
    return tuple([(key, value) for key, value in said.items() if value.text])
