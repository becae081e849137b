"""Rooms, buildings and tracks that a program lists, and those that it names otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from booklet.model.nearness import nearest
from booklet.model.problem import Problem
from booklet.model.program import Key, Program
from booklet.model.texts import quoted


def misnamed(program: Program) -> Iterator[Problem]:
    """Rooms and tracks that are written almost like listed ones, and buildings that are not listed.

    What is not listed is looked at only where something is. A room or track that is like none of those may well be one
    more, of which there is nothing to say; a building that only a room names has neither address nor map.
    """
    venue = program.venue
    rooms: dict[str, Key] = {}
    tracks: dict[str, Key] = {}
    for entry in (entry for day in program.days for entry in day.entries):
        if entry.room:
            rooms.setdefault(entry.room, (*entry.at, "room"))
        if entry.track:
            tracks.setdefault(entry.track, (*entry.at, "track"))
    if venue.rooms:
        listed = [room.name for room in venue.rooms]
        if venue.room:
            rooms.setdefault(venue.room, ("venue", "room"))
        yield from _like("room", "'rooms' of 'venue'", rooms, listed)
    if program.tracks:
        yield from _like("track", "'tracks'", tracks, [track.name for track in program.tracks])
    if venue.buildings:
        yield from _buildings(program)


def _like(thing: str, of: str, named: dict[str, Key], listed: list[str]) -> Iterator[Problem]:
    known = frozenset(listed)
    strange = [name for name in named if name not in known]
    for name, meant in nearest(strange, listed).items():
        hint = f"did you mean {quoted(meant)}? If not, add it to {of}"
        yield Problem(named[name], f"the {thing} {quoted(name)} is not among {of}", hint)


def _buildings(program: Program) -> Iterator[Problem]:
    listed = [building.name for building in program.venue.buildings]
    known = frozenset(listed)
    strange = {room.name: room.building for room in program.venue.rooms if room.building not in {"", *known}}
    near = nearest(strange.values(), listed)
    for room, building in strange.items():
        meant = near.get(building)
        hint = f"did you mean {quoted(meant)}?" if meant else "add it there, with its address"
        what = f"the building {quoted(building)} is not among 'buildings' of 'venue'"
        yield Problem(("venue", "rooms", room, "building"), what, hint)
