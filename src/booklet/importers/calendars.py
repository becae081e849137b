"""What a calendar says, whether as iCalendar or as xCal, becomes a manuscript."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from booklet.errors import Fault, Place
from booklet.importers.moments import Stamp, ending, known_zone, minutes_after
from booklet.importers.stated import (
    Omission,
    kind_stated,
    left_out,
    lines_of,
    plain_type,
    said_once,
    without_doubles,
)
from booklet.importers.summaries import talks_in
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.nights import by_evening, in_order
from booklet.model.program import Event, Speaker, Venue
from booklet.model.texts import quoted

_ZONE: Final = "--timezone Europe/Berlin names it"
_UTC: Final = ("UTC", "Etc/UTC", "GMT", "Etc/GMT")
_REPEATS: Final = "write the other times into program.yaml, if they are of this event"
_NUMBER: Final = re.compile("[0-9]{1,9}")
_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """An event of a calendar. `length` is its length in minutes, where that is stated instead of an end.

    `topics` are its categories; `repeats` says how it repeats. `left` is what the booklet has no place for.
    """

    title: str
    subtitle: str = ""
    begins: Stamp | None = None
    ends: Stamp | None = None
    length: int | None = None
    place: str = ""
    description: str = ""
    topics: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    ident: str = ""
    repeats: str = ""
    cancelled: bool = False
    left: tuple[Omission, ...] = ()
    where: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A calendar. `zone` is the time zone that it states for itself; `said` is what reading it had to say."""

    file: str
    title: str = ""
    summary: str = ""
    zone: str = ""
    appointments: tuple[Appointment, ...]
    left: tuple[Omission, ...] = ()
    said: tuple[Fault, ...] = ()


def manuscript_of(calendar: Calendar, asked: Asked) -> Manuscript:
    """What a calendar says: its events by day, those after midnight with the evening before.

    Times are those of one zone: the one asked for, else the one that the calendar states for itself, else the one that
    it names most often. Cancelled events are left out.
    """
    zone, faults = _zone(calendar, asked)
    report = [*calendar.said, *faults]
    venue, rooms = _rooms([appointment.place for appointment in calendar.appointments])
    entries: list[Entry] = []
    papers: list[Entry] = []
    for appointment, room in zip(calendar.appointments, rooms, strict=True):
        if appointment.cancelled:
            what = f"left out: {quoted(one_line(appointment.title))}, which is cancelled"
            report.append(Fault(what, appointment.where))
            continue
        entry, faults = _entry(appointment, room, zone)
        report += faults
        (papers if entry.date is None else entries).append(entry)
    counts = Counter(calendar.left)
    for appointment in calendar.appointments:
        counts.update(appointment.left)
    title = one_line(calendar.title)
    return Manuscript(
        event=Event(title=title, short_title=title, summary=calendar.summary, language="", timezone=zone),
        venue=Venue(name=venue),
        entries=tuple(without_doubles(in_order(by_evening(entries), sorted(rooms, key=_by_number)))),
        papers=tuple(papers),
        report=(*report, *left_out(counts, calendar.file)),
    )


def _zone(calendar: Calendar, asked: Asked) -> tuple[str, tuple[Fault, ...]]:
    """The time zone to show times in; UTC only if all that is known is UTC."""
    if asked.timezone:
        return asked.timezone, ()
    zone, faults = known_zone(calendar.zone, calendar.file)
    stamps = [one.begins for one in calendar.appointments if one.begins is not None and one.begins.moment.timed]
    named = Counter(stamp.zone for stamp in stamps if stamp.zone not in {"", *_UTC})
    if not zone and named:
        zone = named.most_common(1)[0][0]
    if zone:
        return zone, faults
    if not any(stamp.moment.when.tzinfo or stamp.zone in _UTC for stamp in stamps):
        return "", faults
    what = "times are in UTC (Greenwich), and the calendar names no time zone, so they stay so"
    return "UTC", (*faults, Fault(what, Place(calendar.file), _ZONE))


def _rooms(places: Sequence[str]) -> tuple[str, list[str]]:
    """The venue, if all places end with it and there are several before it, and the room of each place."""
    lines = [one_line(place) for place in places]
    stated = [line for line in lines if line]
    tails = {line.rpartition(", ")[2] for line in stated}
    heads = {line.rpartition(", ")[0] for line in stated}
    if len(tails) != 1 or len(heads) < 2 or "" in heads:
        return "", lines
    return tails.pop(), [line.rpartition(", ")[0] for line in lines]


def _by_number(room: str) -> tuple[list[str], list[int], str]:
    """Rooms by name, and those whose names differ only in numbers by these: a calendar has no order of rooms."""
    return _NUMBER.split(room), [int(number) for number in _NUMBER.findall(room)], room


def _entry(appointment: Appointment, room: str, zone: str) -> tuple[Entry, tuple[Fault, ...]]:
    title = one_line(appointment.title)
    talks = talks_in(appointment.description)
    date, start, end, faults = _times(appointment, title, zone)
    topics = lines_of(appointment.topics)
    track = next((topic for topic in topics if not plain_type(topic)), "")
    kind = kind_stated(topics, title, speakers=bool(appointment.speakers))
    entry = Entry(
        kind="session" if talks and kind in {"talk", "keynote"} else kind,
        title=title,
        date=date,
        start=start,
        end=end,
        room=room,
        track=track,
        speakers=appointment.speakers,
        abstract="" if talks else said_once(appointment.description),
        keywords=tuple([topic for topic in topics if topic != track and not plain_type(topic)]),
        note=one_line(appointment.subtitle),
        entries=tuple([Entry(kind="talk", title=talk.title, date=date, speakers=talk.speakers) for talk in talks]),
        ident=appointment.ident.strip(),
        where=appointment.where,
    )
    return entry, faults


def _times(
    appointment: Appointment, title: str, zone: str
) -> tuple[datetime.date | None, int | None, int | None, tuple[Fault, ...]]:
    """The date, the beginning and the end of an event, and what is to say about them."""
    faults = tuple(_repeated(appointment, title))
    if appointment.begins is None:
        what = f"{quoted(title)} has no date that can be read, and was put among what has no slot yet"
        return None, None, None, (*faults, Fault(what, appointment.where, "write it into program.yaml at its time"))
    begins = appointment.begins.on_wall(zone)
    if not appointment.begins.moment.timed:
        return begins.date(), None, None, (*faults, *_whole_days(appointment, title, begins.date()))
    start = minutes_after(begins.date(), begins)
    stated = None if appointment.length is None else start + appointment.length
    if appointment.ends is not None:
        stated = minutes_after(begins.date(), appointment.ends.on_wall(zone))
    end, more = ending(title, start, stated, appointment.where)
    return begins.date(), start, end, (*faults, *more)


def _whole_days(appointment: Appointment, title: str, first: datetime.date) -> Iterator[Fault]:
    """That an event of several whole days stands on the first one."""
    if appointment.ends is None:
        return
    last = appointment.ends.moment.when.date() - _DAY
    if last > first:
        what = f"{quoted(title)} lasts from {first} to {last}; it stands on its first day"
        yield Fault(what, appointment.where, "write it under the other days too, if people should see it there")


def _repeated(appointment: Appointment, title: str) -> Iterator[Fault]:
    if appointment.repeats:
        what = f"{quoted(title)} repeats ({appointment.repeats}); only its first time was taken"
        yield Fault(what, appointment.where, _REPEATS)
