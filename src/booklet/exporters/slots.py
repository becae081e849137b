"""When and where each entry of a program is, as other tools want to know it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from booklet.model.problem import Problem
from booklet.model.program import Day, Program, Session, Speaker
from booklet.model.texts import quoted


class Slot(NamedTuple):
    """An entry, its day, the room that it is in ("" if none is stated), and the session that holds it, if one does."""

    day: Day
    entry: Session
    room: str
    session: Session | None


class Exported(NamedTuple):
    """A file for other tools: its bytes, how many entries it holds, and what it could not say."""

    data: bytes
    items: int
    problems: tuple[Problem, ...] = ()


def slots(program: Program) -> Iterator[Slot]:
    """Every entry in the order of the program, each session before its talks.

    A talk is in its session's room unless it names its own, and a session in the event's usual one.
    """
    for day in program.days:
        yield from slots_of(program, day)


def slots_of(program: Program, day: Day) -> Iterator[Slot]:
    """Every entry of a day, likewise."""
    for session in day.sessions:
        room = session.room or program.venue.room
        yield Slot(day, session, room, None)
        for talk in session.talks:
            yield Slot(day, talk, talk.room or room, session)


def zone_of(program: Program) -> ZoneInfo | None:
    """The time zone of the program's times, if it states one that this machine knows."""
    try:
        return ZoneInfo(program.event.timezone) if program.event.timezone else None
    except (ValueError, OSError):
        return None


def moment(day: Day, minutes: int, zone: ZoneInfo | None) -> datetime.datetime:
    """The date and time that a clock on the wall shows, past midnight that of the next day.

    Args:
        day: the day of the program.
        minutes: after its midnight.
        zone: where the clock hangs; None for a time that is true wherever its reader is.
    """
    midnight = datetime.datetime.combine(day.date, datetime.time())
    return (midnight + datetime.timedelta(minutes=minutes)).replace(tzinfo=zone)


def names(people: Iterable[Speaker]) -> str:
    """People on a line, each with the affiliation.

    >>> names([Speaker("Ada Abel", "Professor", "Oslo"), Speaker("Bo Berg")])
    'Ada Abel (Oslo); Bo Berg'
    """
    return "; ".join([f"{who.name} ({who.affiliation})" if who.affiliation else who.name for who in people])


def unscheduled(program: Program, *, format_name: str) -> Iterator[Problem]:
    """What has no beginning and so has no place in a calendar.

    A talk without a time of its own is no such thing if its session has one: it is listed there.
    """
    places = list(slots(program))
    if not any(slot.entry.start is not None for slot in places):
        what = f"no entry has a time, so {format_name} is empty"
        yield Problem(("days",), what, "give the entries times, as in 'time: 9:00-9:45'")
        return
    for slot in places:
        if slot.entry.start is None and (slot.session is None or slot.session.start is None):
            what = f"{quoted(slot.entry.title)} has no time, so {format_name} leaves it out"
            yield Problem(slot.entry.at, what, "give it a time, as in 'time: 9:00-9:45'")
