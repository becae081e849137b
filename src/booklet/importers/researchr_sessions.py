"""The time slots of researchr's sessions become entries: talks in sessions, and pauses between them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.manuscripts.manuscript import Entry
from booklet.model.people import normal
from booklet.model.program import PAUSES, Kind, Speaker

_HOLDERS: Final[frozenset[Kind]] = frozenset({"session", "panel", "workshop", "poster"})
"""The kinds that hold talks."""


class Slot(NamedTuple):
    """An entry, the number of the session (subevent) that holds it, and whether it may hold others itself."""

    entry: Entry
    session: int
    head: bool = False


def sessions_of(heads: Sequence[Entry], slots: Iterable[Slot]) -> list[Entry]:
    """The entries of all sessions, day by day.

    Talks that follow one another without a pause are in one session. What lies within the time of a slot that is
    called a session, and in its room, is in that one instead.

    Args:
        heads: what each session says of itself, by its number.
        slots: the slots of all sessions.
    """
    by_day: defaultdict[tuple[int, datetime.date | None], list[Slot]] = defaultdict(list)
    for slot in slots:
        by_day[slot.session, slot.entry.date].append(slot)
    entries: list[Entry] = []
    for (number, date), own in by_day.items():
        own.sort(key=lambda slot: begins(slot.entry))
        entries += _nested(heads[number], date, own)
    return entries


def begins(entry: Entry) -> tuple[datetime.date, int]:
    """When an entry begins, or the first talk in it: day and minutes."""
    starts = [one.start for one in (entry, *entry.entries) if one.start is not None]
    return entry.date or datetime.date.max, min(starts, default=-1)


def once(people: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """People without those who are named before."""
    found: dict[str, Speaker] = {}
    for one in people:
        found.setdefault(normal(one.name), one)
    return tuple(found.values())


def _nested(head: Entry, date: datetime.date | None, slots: Sequence[Slot]) -> Iterator[Entry]:
    """The entries of a session on a day."""
    holders = [slot.entry for slot in slots if slot.head]
    held: defaultdict[int, list[Entry]] = defaultdict(list)
    free: list[Entry] = []
    for slot in slots:
        holder = None if slot.head else _holder(holders, slot.entry)
        if holder is not None:
            held[holder].append(slot.entry)
        elif not slot.head:
            free.append(slot.entry)
    for number, holder_entry in enumerate(holders):
        if number in held:
            yield _session(replace(holder_entry, track=holder_entry.track or head.track), held[number])
        else:
            free.append(holder_entry)
    yield from _runs(head, date, sorted(free, key=begins))


def _holder(holders: Sequence[Entry], entry: Entry) -> int | None:
    """Which of some slots that are called sessions another one lies in: the shortest."""
    lengths = {
        number: other.end - other.start
        for number, other in enumerate(holders)
        if entry.start is not None
        and other.start is not None
        and other.end is not None
        and other.start <= entry.start < other.end
        and (entry.end or entry.start) <= other.end
        and other.room in {entry.room, ""}
    }
    return min(lengths, key=lambda number: lengths[number], default=None)


def _runs(head: Entry, date: datetime.date | None, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Talks up to the next pause, in the session; pauses as such."""
    run: list[Entry] = []
    for entry in entries:
        if entry.kind in PAUSES:
            yield from _run(head, date, run)
            yield entry
            run = []
        else:
            run.append(entry)
    yield from _run(head, date, run)


def _run(head: Entry, date: datetime.date | None, talks: Sequence[Entry]) -> Iterator[Entry]:
    """The session with some talks; or a talk that is alone and called like it, or in one without a name."""
    if not talks:
        return
    if not head.title or (len(talks) == 1 and normal(talks[0].title) == normal(head.title)):
        for talk in talks:
            yield replace(talk, track=talk.track or head.track, chairs=talk.chairs or head.chairs)
        return
    timed = head.date == date
    start, end = (head.start, head.end) if timed else (None, None)
    yield _session(replace(head, date=date, start=start, end=end), talks)


def _session(head: Entry, talks: Sequence[Entry]) -> Entry:
    """A session with talks in it; what it says, they need not say again."""
    rooms = {talk.room for talk in talks}
    room = head.room or (rooms.pop() if len(rooms) == 1 else "")
    inside = [
        replace(
            talk,
            room="" if talk.room == room else talk.room,
            track="" if talk.track == head.track else talk.track,
            chairs=talk.chairs if head.chairs else (),
        )
        for talk in talks
    ]
    return replace(
        head,
        kind=head.kind if head.kind in _HOLDERS else "session",
        room=room,
        chairs=head.chairs or once(who for talk in talks for who in talk.chairs),
        entries=tuple(inside),
    )
