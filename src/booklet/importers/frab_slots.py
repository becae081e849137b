"""When an event of a frab schedule is: on the day that holds it, though it may begin after midnight."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from booklet.errors import Fault
from booklet.importers.frab_schedule import Scheduled, ScheduledDay
from booklet.importers.moments import Moment, ending, minutes_after, read_clock, read_length, read_moment
from booklet.manuscripts.markup import one_line
from booklet.model.texts import quoted
from booklet.model.times import MIDNIGHT, NOON

_EVENING: Final = 18 * 60
_MORNING: Final = 6 * 60

_RIGHT: Final = "see which of the two is right"
_WRITE_END: Final = "write its end into program.yaml, if it has one"
_WRITE_TIME: Final = "write its time into program.yaml"


class Slot(NamedTuple):
    """The day of an event, its beginning and end in minutes after that day's midnight, and what is to say about them.

    `moved` says that the clock of another zone gives the day.
    """

    date: datetime.date | None
    start: int | None = None
    end: int | None = None
    faults: tuple[Fault, ...] = ()
    moved: bool = False


def slot_of(event: Scheduled, day: ScheduledDay, zone: str, asked_zone: str) -> Slot:
    """When an event is.

    1. Its time on the clock is its `start`, else that of its `date`. Where a zone is asked for and the source's own is
       known, both are turned into it.
    2. It belongs to the day that holds it: if its `date` is on the next one, it begins after midnight. Without a
       `date`, it does so if it begins before the day opens, or, where no opening is stated, before 6:00 on a day that
       has something at 18:00 or later.
    3. It ends by its `duration`, else by its `end`.

    Args:
        event: the event.
        day: the day that holds it.
        zone: the time zone that the source names, or "".
        asked_zone: the time zone that is asked for, or "".
    """
    moment = read_moment(event.date)
    if moment is not None and not moment.timed:
        moment = None
    clock = read_clock(event.start)
    if clock is None and moment is not None:
        wall = moment.on_wall(zone)
        clock = wall.hour * 60 + wall.minute
    if day.date is None or clock is None:
        return Slot(day.date, faults=tuple(_timeless(event, day)))
    there = _elsewhere(moment, clock, day.date, zone, asked_zone) if asked_zone else None
    date, start, faults = _held(event, day.date, day, moment, clock)
    if there is not None:
        date, start = there.date(), minutes_after(there.date(), there)
    length = _length(event, clock)
    if length is None:
        return Slot(date, start, None, (*faults, *_endless(event)), moved=there is not None)
    end, more = ending(one_line(event.title), start, start + length, event.where)
    return Slot(date, start, end, (*faults, *more), moved=there is not None)


def _held(
    event: Scheduled, date: datetime.date, day: ScheduledDay, moment: Moment | None, clock: int
) -> tuple[datetime.date, int, tuple[Fault, ...]]:
    """The day and the beginning of an event by the clock of the source (rule 2)."""
    if moment is None:
        return date, clock + (MIDNIGHT if _past_midnight(clock, day) else 0), ()
    dated = moment.when.date()
    if dated == date:
        return date, clock, ()
    if (dated - date).days == 1 and clock < NOON:
        return date, clock + MIDNIGHT, ()
    what = f"{quoted(one_line(event.title))} stands under {date}, but is dated {dated}, and was put there"
    return dated, clock, (Fault(what, event.where, _RIGHT),)


def _past_midnight(clock: int, day: ScheduledDay) -> bool:
    if clock >= _MORNING:
        return False
    if day.opens is not None:
        return clock < day.opens
    return max(read_clock(event.start) or 0 for event in day.events) >= _EVENING


def _elsewhere(
    moment: Moment | None, clock: int, date: datetime.date, zone: str, asked_zone: str
) -> datetime.datetime | None:
    """What the clock shows in the zone that is asked for; None if it is the same as in the source, or nobody knows."""
    here = datetime.datetime.combine(date, datetime.time()) + datetime.timedelta(minutes=clock)
    if moment is not None:
        here = moment.when
    if here.tzinfo is None:
        if not zone:
            return None
        here = here.replace(tzinfo=ZoneInfo(zone))
    there = here.astimezone(ZoneInfo(asked_zone))
    return None if there.utcoffset() == here.utcoffset() else there.replace(tzinfo=None)


def _length(event: Scheduled, clock: int) -> int | None:
    """The minutes that an event lasts; below one if its end is not after its beginning."""
    length = read_length(event.duration)
    if length is not None:
        return length
    moment = read_moment(event.end)
    end = moment.when.hour * 60 + moment.when.minute if moment and moment.timed else read_clock(event.end)
    if end is None:
        return None
    past = end < clock and clock >= _EVENING and end <= NOON
    return end - clock + (MIDNIGHT if past else 0)


def _timeless(event: Scheduled, day: ScheduledDay) -> Iterator[Fault]:
    if day.date is None:
        return
    title, said = quoted(one_line(event.title)), event.start.strip() or event.date.strip()
    what = f"{title} has a time that cannot be read: {quoted(said)}" if said else f"{title} has no time"
    yield Fault(f"{what}; it was put among what has no slot yet", event.where, _WRITE_TIME)


def _endless(event: Scheduled) -> Iterator[Fault]:
    title, said = quoted(one_line(event.title)), event.duration.strip() or event.end.strip()
    what = f"has a length that cannot be read: {quoted(said)}" if said else "states neither its length nor its end"
    yield Fault(f"{title} {what}; its end was left open", event.where, _WRITE_END)
