"""Two things at the same time in one room, and one person in two places at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from booklet.model.problem import Problem
from booklet.model.program import Day, Key, Session
from booklet.model.texts import quoted
from booklet.model.times import clock


class _Stay(NamedTuple):
    """Somebody is in a session, or a session is in a room, from `start` to `end`.

    `at` is what to point at, and `block` the entry of the day that the session is, or is part of.
    """

    start: int
    end: int
    session: Session
    at: Key
    block: Key


def clashes(day: Day, usual_room: str, spellings: Mapping[str, str]) -> Iterator[Problem]:
    """Every clash of a day.

    Args:
        day: the day.
        usual_room: the room of what states none, which may be "" too.
        spellings: who is meant by which spelling, from `unify`.
    """
    rooms: defaultdict[str, list[_Stay]] = defaultdict(list)
    people: defaultdict[str, list[_Stay]] = defaultdict(list)
    for session in day.sessions:
        room = session.room or usual_room
        inner: list[_Stay] = []
        for talk in session.talks:
            own = talk.room or room
            for stay in _in_room(talk, session):
                (inner if own == room else rooms[own]).append(stay)
        if session.start is None:
            rooms[room] += inner
        else:
            rooms[room] += _in_room(session, session, last=max((stay.end for stay in inner), default=0))
            yield from _crowded(room, inner)
        for name, stay in _appearances(session, spellings):
            people[name].append(stay)
    for room, stays in rooms.items():
        yield from _crowded(room, stays)
    for name, stays in people.items():
        yield from _torn(name, stays)


def _in_room(session: Session, block: Session, *, last: int = 0) -> Iterator[_Stay]:
    """Registration goes on beside everything else and takes no room, unless one is stated.

    A session whose end is not stated ends with the `last` of its talks.
    """
    if session.start is not None and (session.kind != "registration" or session.room):
        end = max(session.start, last) if session.end is None else session.end
        yield _Stay(session.start, end, session, (*session.at, "time"), block.at)


def _appearances(session: Session, spellings: Mapping[str, str]) -> Iterator[tuple[str, _Stay]]:
    for part in (session, *session.talks):
        timed = part if part.start is not None else session
        if timed.start is None:
            continue
        end = timed.start if timed.end is None else timed.end
        for person in (*part.speakers, *part.chairs):
            yield spellings[person.name], _Stay(timed.start, end, part, person.at, session.at)


def _crowded(room: str, stays: list[_Stay]) -> Iterator[Problem]:
    """What begins in a room before something else has ended.

    Pauses may go on beside pauses, and posters beside posters, so the latest end is kept for each of the three sorts.
    """
    latest: dict[str, _Stay] = {}
    for stay in sorted(stays, key=lambda stay: (stay.start, stay.end)):
        sort = "pause" if stay.session.pauses else "poster" if stay.session.kind == "poster" else ""
        rivals = [other for key, other in latest.items() if key != sort or not sort]
        rival = max(rivals, key=lambda other: other.end, default=None)
        if rival is not None and stay.start < rival.end:
            title, other = quoted(stay.session.called), quoted(rival.session.called)
            taken = (
                f"{room} is taken until {clock(rival.end)} by {other}" if room else f"{other} ends {clock(rival.end)}"
            )
            hint = f"move one of them, or give {title} another room"
            yield Problem(stay.at, f"{title} starts {clock(stay.start)}, but {taken}", hint)
        if sort not in latest or stay.end > latest[sort].end:
            latest[sort] = stay


def _torn(name: str, stays: list[_Stay]) -> Iterator[Problem]:
    """Where somebody should be while still elsewhere; within one session talks follow one another."""
    latest: _Stay | None = None
    for stay in sorted(stays, key=lambda stay: (stay.start, stay.end)):
        if latest is not None and stay.start < latest.end and stay.block != latest.block:
            here, there = quoted(stay.session.called), quoted(latest.session.called)
            if not stay.session.kind == latest.session.kind == "poster":
                what = f"{name} is in {here} at {clock(stay.start)}, but until {clock(latest.end)} in {there}"
                yield Problem(stay.at, what, "move one of them, or let somebody else take one")
        if latest is None or stay.end > latest.end:
            latest = stay
