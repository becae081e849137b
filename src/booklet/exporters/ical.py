"""A program as a calendar that every calendar program opens (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from booklet.exporters.slots import Exported, Slot, moment, names, slots, unscheduled, zone_of
from booklet.model.program import Program, Session

if TYPE_CHECKING:
    from icalendar import Event, Timezone

_UTC: Final = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "UCT", "Zulu", "Etc/Universal", "Universal"})
"""Zones whose times are written with a Z, which needs no description of the zone."""


def ical(program: Program, issued: datetime.datetime) -> Exported:
    """Write a program as a calendar: an event for each entry with a beginning.

    The talks of a session are events of their own if they have times of their own; the others are listed in the
    description of their session. An event has no end where the program states none. Times are of the program's time
    zone, which is described in the calendar; without one they are "floating", the same wherever their reader is.

    An event's UID is the same in every export, so that a calendar knows it again: a hash of the program's title, the
    day's date, the room, the entry's title and its times, and a number if all of those are the same.

    Args:
        program: the program.
        issued: the moment that the events are dated (DTSTAMP).
    """
    from icalendar import Calendar  # noqa: PLC0415 - start-up time

    zone = zone_of(program)
    calendar = Calendar()
    calendar.add("prodid", "-//booklet//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", program.event.title)
    if zone is not None and zone.key not in _UTC and program.days:
        calendar.add_component(_described(program, zone))
    seen: dict[str, int] = {}
    for slot in slots(program):
        if slot.entry.start is not None:
            identity = _identity(program, slot)
            seen[identity] = seen.get(identity, 0) + 1
            uid = f"{identity}-{seen[identity]}" if seen[identity] > 1 else identity
            calendar.add_component(_event(program, slot, zone, uid=f"{uid}@booklet", issued=issued))
    problems = tuple(unscheduled(program, format_name="the calendar"))
    return Exported(calendar.to_ical(), sum(seen.values()), problems)


def _described(program: Program, zone: ZoneInfo) -> Timezone:
    """The offsets of a zone in the years of the program."""
    from icalendar import Timezone  # noqa: PLC0415 - start-up time

    first, last = program.days[0].date.year, program.days[-1].date.year + 1
    return Timezone.from_tzinfo(zone, zone.key, datetime.date(first, 1, 1), datetime.date(last, 1, 31))


def _event(program: Program, slot: Slot, zone: ZoneInfo | None, *, uid: str, issued: datetime.datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415 - start-up time

    day, entry, room, _ = slot
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", issued)
    if entry.start is not None:
        event.add("dtstart", moment(day, entry.start, zone))
    if entry.end is not None:
        event.add("dtend", moment(day, entry.end, zone))
    event.add("summary", entry.title)
    if place := ", ".join(filter(None, [room, program.venue.name])):
        event.add("location", place)
    if description := "\n\n".join(_description(entry)):
        event.add("description", description)
    if entry.links:
        event.add("url", entry.links[0])
    if topics := [*filter(None, [entry.track, entry.topic]), *entry.keywords]:
        event.add("categories", topics)
    return event


def _description(entry: Session) -> Iterator[str]:
    """Who, what, and the talks that have no time of their own; a paragraph each."""
    chairs = f"Chair: {names(entry.chairs)}" if entry.chairs else ""
    coauthors = f"With {names(entry.coauthors)}" if entry.coauthors else ""
    people = [names(entry.speakers), coauthors, chairs]
    each = f"{entry.each} minutes each" if entry.each else ""
    board = f"Board {entry.board}" if entry.board else ""
    texts = [board, entry.note, entry.abstract, each, "\n".join(entry.links)]
    yield from filter(None, [entry.second_title, "\n".join(filter(None, people)), *texts])
    for talk in entry.talks:
        if talk.start is None:
            yield "\n".join([f"- {talk.title}", *_description(talk)])


def _identity(program: Program, slot: Slot) -> str:
    day, entry, room, _ = slot
    facts = [program.event.title, day.date.isoformat(), room, entry.title, str(entry.start), str(entry.end)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:32]
