"""Rows that name the same session become one session with talks in it, or talks of one track."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from booklet.importers.table_entries import Item
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry
from booklet.model.people import normal
from booklet.model.program import PAUSES, Kind, Speaker

_HOLDERS: Final[frozenset[Kind]] = frozenset({"session", "panel", "workshop", "poster"})
"""The kinds that hold talks."""


def sessions_of(items: Sequence[Item]) -> list[Entry]:
    """The entries of a table, talks in their sessions.

    Rows that follow one another on a day and name the same session are in it where the session has a row of its own
    (before them, or among them without a title), or a chair, or where the rows name a track besides. Elsewhere the
    session's name is the talks' track.
    """
    entries: list[Entry] = []
    at = 0
    while at < len(items):
        run = _run(items, at)
        entries += _together(run)
        at += len(run)
    return entries


def _run(items: Sequence[Item], at: int) -> list[Item]:
    """The rows from one on that are of the same session, its own row first."""
    first = items[at]
    name = first.session or (first.entry.title if first.entry.kind in _HOLDERS else "")
    run = [first]
    for item in items[at + 1 :]:
        same = name and _same(item.session, name) and item.entry.date in {first.entry.date, None}
        if not same or (first.head and item.head and first.entry.start != item.entry.start):
            break
        run.append(item)
    return run


def _together(run: Sequence[Item]) -> Iterator[Entry]:
    """The rows of a run, as a session or one by one."""
    name = run[0].session or run[0].entry.title
    heads = [item for item in run if item.head or _same(item.entry.title, name)]
    talks = [item.entry for item in run if item not in heads]
    chairs = _once(who for item in run for who in item.entry.chairs)
    tracks = any(item.entry.track for item in run if item not in heads)
    if not talks or not (heads or chairs or (tracks and len(talks) > 1)):
        for item in run:
            own = item.head or not item.session or _same(item.entry.title, item.session)
            track = item.entry.track or ("" if own or item.entry.kind in PAUSES else item.session)
            yield replace(item.entry, track=track)
        return
    if heads:
        head = heads[0].entry
    else:
        usual: Kind = "session"
        head = Entry(kind=kind_of(name, usual=usual), title=name, date=run[0].entry.date, where=run[0].entry.where)
    rooms = {talk.room for talk in talks} - {""}
    room = head.room or (rooms.pop() if not heads and len(rooms) == 1 and all(talk.room for talk in talks) else "")
    yield replace(
        head,
        kind=head.kind if head.kind in _HOLDERS else "session",
        room=room,
        chairs=head.chairs or chairs,
        entries=tuple([_inside(talk, room) for talk in talks]),
    )


def _inside(talk: Entry, room: str) -> Entry:
    return replace(talk, chairs=(), room="" if talk.room == room else talk.room)


def _same(one: str, other: str) -> bool:
    """Whether two names of sessions are the same but for case and spaces."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _once(people: Iterable[Speaker]) -> tuple[Speaker, ...]:
    found: dict[str, Speaker] = {}
    for who in people:
        found.setdefault(normal(who.name), who)
    return tuple(found.values())
