"""Days on which several rooms are used at once: what stands in which column, from when to when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from booklet.model.program import Day, Program, Session
from booklet.parts.glance_blocks import stated

_OPEN_END: Final = 30
"""How long an entry without an end is drawn, in minutes, if nothing follows it in its room."""

_LANES: Final = 2
"""So many things at once share a room's column; where there are more, they stand one under the other."""

_ALONE: Final = frozenset({"keynote", "plenary"})
"""Kinds that everybody attends: they go across all rooms where nothing else runs."""


class Item(NamedTuple):
    """An entry in a cell: `heads` one that holds the talks beneath it, `inside` one that such an entry holds."""

    session: Session
    heads: bool = False
    inside: bool = False


class Cell(NamedTuple):
    """A stretch of time in a column and what stands in it, one under the other.

    `room` is the column's index in `Parallel.rooms`, None for what goes across all columns. `lane` of `lanes` is its
    place beside what is in the room at the same time. `head` is the session that it goes on with, if one is above it.
    """

    items: tuple[Item, ...]
    start: int
    end: int
    room: int | None
    lane: int = 0
    lanes: int = 1
    head: Session | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """A day in columns: the rooms in which something is on, the cells, and what has no place among them.

    `threads` is the track that all of a room's entries share, for each room, or "". `beside` is what has no time,
    or has no room and runs while most rooms are in use, in the program's order.
    """

    rooms: tuple[str, ...]
    threads: tuple[str, ...]
    cells: tuple[Cell, ...]
    beside: tuple[Session, ...]


class _Run(NamedTuple):
    """Cells that stay together in one lane: an entry, or a session and the talks in it."""

    start: int
    end: int
    cells: tuple[Cell, ...]


def is_parallel(program: Program, day: Day) -> bool:
    """Whether on that day things are on in two rooms at the same time."""
    spans: list[tuple[int, int, str]] = []
    for session in entries_of(program, day):
        start, end = stated(session)
        if start is not None and session.room:
            spans.append((start, max(start + 1, end or start + 1), session.room))
    latest: dict[str, int] = {}
    for start, end, room in sorted(spans):
        if any(until > start for other, until in latest.items() if other != room):
            return True
        latest[room] = max(end, latest.get(room, end))
    return False


def in_columns(program: Program, day: Day) -> Parallel:
    """The columns of a day: rooms in the order in which the program names them, or else in which they come up."""
    entries = list(entries_of(program, day))
    used = dict.fromkeys(entry.room for entry in entries if entry.room and stated(entry)[0] is not None)
    known = [room.name for room in program.venue.rooms if room.name in used]
    rooms = tuple(dict.fromkeys([*known, *used]))
    across = _across(entries, rooms)
    cells: list[Cell] = []
    for index, room in enumerate(rooms):
        here = [entry for entry in entries if entry.room == room and entry.at not in across]
        cells += _column(here, index)
    filled = [index for index in range(len(rooms)) if any(cell.room == index for cell in cells)]
    numbers = {index: at for at, index in enumerate(filled)}
    cells = [cell._replace(room=numbers[cell.room]) for cell in cells if cell.room is not None]
    beside = []
    spans: list[Cell] = []
    for entry in entries:
        start = stated(entry)[0]
        if start is None:
            beside.append(entry)
        elif entry.at in across or not entry.room:
            run = _run(entry, _next_start(entries, start), None)
            free = free_columns(cells, len(filled), run.start, run.end)
            beaten = any(span.start < run.end and run.start < span.end for span in spans)
            if beaten or 2 * len(free) < len(filled) or not free:
                beside.append(entry)
            else:
                spans += run.cells
    threads = tuple(_thread(cells, index) for index in range(len(filled)))
    return Parallel(tuple(rooms[index] for index in filled), threads, (*spans, *cells), tuple(beside))


def free_columns(cells: Sequence[Cell], count: int, start: int, end: int) -> tuple[int, ...]:
    """The columns in which nothing is on in a stretch of time."""
    taken = {cell.room for cell in cells if cell.room is not None and cell.start < end and start < cell.end}
    return tuple([index for index in range(count) if index not in taken])


def _thread(cells: Sequence[Cell], room: int) -> str:
    """The track that everything in a room has, "" if there are several."""
    tracks = {item.session.track for cell in cells if cell.room == room for item in cell.items if not item.inside}
    return tracks.pop() if len(tracks) == 1 else ""


def entries_of(program: Program, day: Day) -> Iterator[Session]:
    """The day's entries, each with its room: the usual one if none is stated and it has a name.

    A talk in another room than its session's is an entry of its own.
    """
    for session in day.sessions:
        room = session.room or program.venue.room
        away = [talk for talk in session.talks if talk.room and talk.room != room]
        if away:
            session = replace(session, talks=tuple(talk for talk in session.talks if talk not in away))  # noqa: PLW2901
        pauses = session.pauses and not session.room
        yield session if pauses or session.room == room else replace(session, room=room)
        yield from away


def _across(entries: Sequence[Session], rooms: Sequence[str]) -> set[object]:
    """The keys of keynotes and the like in a room of their own that nothing runs beside."""
    if len(rooms) < 2:
        return set()
    spans = [(start, max(start + 1, end or start + 1), entry) for entry in entries for start, end in [stated(entry)]
             if start is not None]  # fmt: skip
    return {
        entry.at
        for start, end, entry in spans
        if entry.kind in _ALONE
        and not any(other is not entry and first < end and start < last for first, last, other in spans)
    }


def _column(entries: Sequence[Session], room: int) -> Iterator[Cell]:
    """The cells of a room."""
    starts = sorted({start for entry in entries for start in [stated(entry)[0]] if start is not None})
    runs = sorted(
        (_run(entry, next((time for time in starts if time > start), None), room)
         for entry in entries for start in [stated(entry)[0]] if start is not None),
        key=lambda run: run.start,
    )  # fmt: skip
    for cluster in _clusters(runs):
        free: list[int] = []
        lanes: list[int] = []
        for run in cluster:
            lane = next((number for number, until in enumerate(free) if until <= run.start), len(free))
            free[lane : lane + 1] = [run.end]
            lanes.append(lane)
        if len(free) > _LANES:
            items = tuple([item for run in cluster for cell in run.cells for item in cell.items])
            yield Cell(items, cluster[0].start, max(run.end for run in cluster), room)
            continue
        for run, lane in zip(cluster, lanes, strict=True):
            yield from (cell._replace(lane=lane, lanes=len(free)) for cell in run.cells)


def _clusters(runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """Runs that overlap one another, in groups that do not."""
    cluster: list[_Run] = []
    until = 0
    for run in runs:
        if cluster and run.start >= until:
            yield cluster
            cluster = []
        until = max(until, run.end) if cluster else run.end
        cluster.append(run)
    if cluster:
        yield cluster


def _run(entry: Session, following: int | None, room: int | None) -> _Run:
    """An entry with a time as cells: a session's talks each have their own, from one start to the next."""
    start, end = stated(entry)
    assert start is not None, "only what has a time becomes cells"  # noqa: S101
    if end is None:
        inner = (time for talk in entry.talks for time in (talk.start, talk.end) if time is not None)
        known = max([start, *inner])
        end = following if following is not None and following > known else known + _OPEN_END
    end = max(end, start + 1)
    if not entry.talks:
        return _Run(start, end, (Cell((Item(entry),), start, end, room),))
    groups: list[tuple[int, list[Item]]] = [(start, [Item(entry, heads=True)])]
    for talk in entry.talks:
        item = Item(talk, inside=True)
        time = talk.start
        if time is None or time <= groups[-1][0] or time >= end:
            groups[-1][1].append(item)
        else:
            groups.append((time, [item]))
    edges = [*(time for time, _ in groups), end]
    cells = [
        Cell(tuple(items), first, last, room, head=entry if index else None)
        for index, ((_, items), (first, last)) in enumerate(zip(groups, pairwise(edges), strict=True))
    ]
    return _Run(start, end, tuple(cells))


def _next_start(entries: Sequence[Session], after: int) -> int | None:
    """When something starts next."""
    starts = (start for entry in entries for start in [stated(entry)[0]] if start is not None and start > after)
    return min(starts, default=None)
