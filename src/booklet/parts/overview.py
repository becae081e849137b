"""What of a program with parallel rooms is shown at a glance: what everybody attends, and when the rooms part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.model.program import Day, Program, Session
from booklet.parts.glance_blocks import stated
from booklet.parts.parallel import is_parallel
from booklet.parts.wording import Wording

_WORTH: Final = 2
"""An overview has so many entries a day that all attend, in the mean; with fewer the grids say it all."""


class _Cluster(NamedTuple):
    """Entries that overlap one another, and how many rooms they are in."""

    sessions: tuple[Session, ...]
    rooms: int


def overview(program: Program, wording: Wording) -> Program | None:
    """The program as it is shown at a glance: what runs in several rooms is one entry that says in how many.

    Returns:
        The program itself if no rooms are used in parallel; None if hardly anything is for everybody.
    """
    parallel = [is_parallel(program, day) for day in program.days]
    if not any(parallel):
        return program
    clusters = [list(_clusters(day)) for day in program.days]
    common = sum(len(cluster.sessions) for found in clusters for cluster in found if cluster.rooms < 2)
    if common < _WORTH * len(program.days):
        return None
    days = tuple(
        replace(day, sessions=tuple(_said(found, wording))) if split else day
        for day, found, split in zip(program.days, clusters, parallel, strict=True)
    )
    return replace(program, days=days)


def _said(clusters: Sequence[_Cluster], wording: Wording) -> Iterator[Session]:
    """What is said of a day: entries for all as they are, and for several rooms one that leads to the first of them."""
    for cluster in clusters:
        if cluster.rooms < 2:
            yield from cluster.sessions
            continue
        starts = [start for session in cluster.sessions for start in [stated(session)[0]] if start is not None]
        ends = [end for session in cluster.sessions for end in [stated(session)[1]] if end is not None]
        title = wording.word("in_parallel", rooms=cluster.rooms)
        yield Session("session", title, min(starts), max(ends, default=None), at=cluster.sessions[0].at)


def _clusters(day: Day) -> Iterator[_Cluster]:
    """The day's entries in groups that do not overlap; groups in several rooms that follow one another are one.

    What has no room overlaps nothing: it is for everybody.
    """
    gathered: list[Session] = []
    timed = [session for session in day.sessions if stated(session)[0] is not None]
    for session in sorted(timed, key=lambda session: (stated(session)[0] or 0, bool(session.room))):
        if not session.room:
            yield from _parted(gathered)
            yield _Cluster((session,), 0)
            gathered = []
            continue
        gathered.append(session)
    yield from _parted(gathered)


def _parted(sessions: Sequence[Session]) -> Iterator[_Cluster]:
    """Entries in rooms, in order, as groups."""
    group: list[Session] = []
    several: list[Session] = []
    until = 0
    for session in [*sessions, None]:
        start = stated(session)[0] or 0 if session else None
        if group and (start is None or start >= until):
            if len({entry.room for entry in group}) > 1:
                several += group
            else:
                yield from _one(several)
                several = []
                yield _Cluster(tuple(group), 1)
            group = []
        if session is not None and start is not None:
            until = max(until if group else 0, stated(session)[1] or start + 1)
            group.append(session)
    yield from _one(several)


def _one(several: Sequence[Session]) -> Iterator[_Cluster]:
    """Entries in several rooms as one group."""
    if several:
        yield _Cluster(tuple(several), len({session.room for session in several}))
