"""A program as frab's schedule.xml, which the apps of conferences read."""

from __future__ import annotations

import datetime
import re
import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from booklet import __version__
from booklet.exporters.durations import Duration, durations
from booklet.exporters.slots import Exported, Slot, moment, names, slots, slots_of, unscheduled, zone_of
from booklet.model.people import normal, unify
from booklet.model.problem import Problem
from booklet.model.program import Day, Key, Program, Session, Speaker
from booklet.model.texts import quoted
from booklet.model.times import clock

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://c3voc.de/wiki/schedule")
"""What the guids are made in: the name of the format."""

_TIMESLOT: Final = "00:05"
"""The grid that apps lay the entries on."""

_NOT_ASCII: Final = re.compile("[^a-z0-9]+")
_SUBTITLE: Final = 120
"""How long a note may be to stand below a title, in characters."""


class _Event(NamedTuple):
    """An entry with all that an app knows it by."""

    slot: Slot
    duration: Duration
    guid: uuid.UUID
    number: int


class _Setting(NamedTuple):
    """What is the same for all events."""

    program: Program
    zone: ZoneInfo | None
    acronym: str
    people: Mapping[str, str]


def frab_xml(program: Program, issued: datetime.datetime) -> Exported:
    """Write a program as schedule.xml.

    - Each entry with a beginning is an event, and so is each talk with one; talks without one are listed in the
      description of their session. A session and its talks with times of their own are events at the same time.
    - An app needs a duration. Where the program states no end one is derived (`durations`) and reported.
    - `guid` and `id` are made from title and speakers alone, so that an app keeps its reader's favourites when a talk
      moves; entries that are the same in these are numbered.
    - What begins after midnight stands on the day of the evening before; its `date` is the true one.
    - A short note is the subtitle; chairs, co-authors, affiliations and longer notes are in the description. Whether
      an event may be recorded is not said, since no program says it.

    Source: https://c3voc.de/wiki/schedule and the XML Schema there.
    """
    from lxml import etree  # noqa: PLC0415 - start-up time

    acronym = _slug(program.event.short_title) or "event"
    setting = _Setting(program, zone_of(program), acronym, unify(program))
    events = list(_events(program))
    days: dict[Key, list[_Event]] = {day.at: [] for day in program.days}
    for event in events:
        days[event.slot.day.at].append(event)
    root = etree.Element("schedule")
    _add(root, "generator", name="booklet", version=__version__)
    _add(root, "version", program.options.revision or f"{issued:%Y-%m-%d}")
    _conference(root, setting)
    for index, day in enumerate(program.days, start=1):
        _day(root, index, day, days[day.at], setting)
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return Exported(data, len(events), tuple(_problems(setting, events)))


def _events(program: Program) -> Iterator[_Event]:
    """Every entry with a beginning, in the order of the program."""
    lengths = {at: duration for day in program.days for at, duration in durations(slots_of(program, day)).items()}
    seen: dict[str, int] = {}
    taken: set[int] = set()
    for slot in slots(program):
        if slot.entry.start is None:
            continue
        speakers = [normal(who.name) for who in slot.entry.speakers]
        facts = "\n".join([program.event.title, slot.entry.title, *speakers])
        seen[facts] = seen.get(facts, 0) + 1
        guid = uuid.uuid5(_NAMESPACE, f"{facts}\n{seen[facts]}")
        number = _number(guid)
        while number in taken:
            number += 1
        taken.add(number)
        yield _Event(slot, lengths[slot.entry.at], guid, number)


def _conference(root: Element, setting: _Setting) -> None:
    program = setting.program
    conference = _add(root, "conference")
    _add(conference, "acronym", setting.acronym)
    _add(conference, "title", program.event.title)
    _add(conference, "start", program.days[0].date.isoformat())
    _add(conference, "end", program.days[-1].date.isoformat())
    _add(conference, "days", str(len(program.days)))
    _add(conference, "timeslot_duration", _TIMESLOT)
    if program.event.website:
        _add(conference, "base_url", program.event.website)
    if program.event.timezone:
        _add(conference, "time_zone_name", program.event.timezone)
    colours = {track.name: track.colour for track in program.tracks}
    for track in dict.fromkeys([slot.entry.track for slot in slots(program) if slot.entry.track]):
        colour = {"color": colours[track]} if colours.get(track) else {}
        _add(conference, "track", name=track, slug=_slug(track), **colour)


def _day(root: Element, index: int, day: Day, events: Sequence[_Event], setting: _Setting) -> None:
    """A day with its rooms, in the order in which the program names them."""
    at = partial(moment, day, zone=setting.zone)
    starts = [event.slot.entry.start or 0 for event in events]
    ends = [start + event.duration.minutes for start, event in zip(starts, events, strict=True)]
    extent = {"start": at(min(starts)).isoformat(), "end": at(max(ends)).isoformat()} if events else {}
    element = _add(root, "day", index=str(index), date=day.date.isoformat(), **extent)
    rooms: dict[str, Element] = {}
    for event in events:
        name = event.slot.room or setting.program.venue.name or setting.program.event.short_title
        if name not in rooms:
            rooms[name] = _add(element, "room", name=name)
        _event(rooms[name], event, name, setting)


def _event(room: Element, event: _Event, room_name: str, setting: _Setting) -> None:
    day, entry = event.slot.day, event.slot.entry
    start = entry.start or 0
    hours, minutes = divmod(event.duration.minutes, 60)
    subtitle = entry.note if len(entry.note) <= _SUBTITLE and "\n" not in entry.note else ""
    element = _add(room, "event", guid=str(event.guid), id=str(event.number))
    _add(element, "date", moment(day, start, setting.zone).isoformat())
    _add(element, "start", clock(start))
    _add(element, "duration", f"{hours:02d}:{minutes:02d}")
    _add(element, "room", room_name)
    _add(element, "slug", "-".join(filter(None, [setting.acronym, str(event.number), _slug(entry.title)])))
    _add(element, "title", entry.title)
    _add(element, "subtitle", subtitle)
    _add(element, "track", entry.track)
    _add(element, "type", entry.kind)
    _add(element, "language", (entry.language or setting.program.event.language).split("-")[0])
    _add(element, "abstract", entry.abstract)
    _add(element, "description", "\n\n".join(_description(entry, noted=bool(subtitle))))
    persons = _add(element, "persons")
    for who in entry.speakers:
        number = _number(uuid.uuid5(_NAMESPACE, normal(setting.people[who.name])))
        _add(persons, "person", who.name, id=str(number))
    links = _add(element, "links")
    for link in entry.links:
        _add(links, "link", link, href=link)
    _add(element, "attachments")


def _description(entry: Session, *, noted: bool) -> Iterator[str]:
    """What an event has no element for, a paragraph each; `noted` says that the note stands elsewhere."""
    known = [who for who in entry.speakers if who.position or who.affiliation]
    note = "" if noted else entry.note
    board = ", ".join(filter(None, [f"Board {entry.board}" if entry.board else "", entry.topic]))
    each = f"{entry.each} minutes each" if entry.each else ""
    yield from filter(None, [entry.second_title, _people(known, entry), board, note, ", ".join(entry.keywords), each])
    for talk in entry.talks:
        if talk.start is None:
            board = f" ({talk.board})" if talk.board else ""
            head = "\n".join(filter(None, [f"- {talk.title}{board}", _people(talk.speakers, talk), *talk.links]))
            yield from filter(None, [head, talk.abstract, talk.note, ", ".join(talk.keywords)])


def _people(speakers: Iterable[Speaker], entry: Session) -> str:
    """Speakers, co-authors and chairs, each speaker on a line."""
    lines = [", ".join(filter(None, [who.name, who.position, who.affiliation])) for who in speakers]
    lines += [f"With {names(entry.coauthors)}"] if entry.coauthors else []
    lines += [f"Chair: {names(entry.chairs)}"] if entry.chairs else []
    return "\n".join(lines)


def _problems(setting: _Setting, events: Sequence[_Event]) -> Iterator[Problem]:
    if setting.zone is None:
        what = "no time zone is stated, so apps may show the times of another one"
        yield Problem(("event",), what, "add it to the event, as in 'timezone: America/Chicago'")
    yield from unscheduled(setting.program, format_name="the schedule")
    for event in events:
        if event.duration.derived:
            entry = event.slot.entry
            what = f"{quoted(entry.title)} states no end, so the schedule gives it {event.duration.derived}"
            yield Problem(entry.at, what, "state its end, as in 'time: 9:00-9:45'")


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    from lxml import etree  # noqa: PLC0415 - start-up time

    element = etree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _number(guid: uuid.UUID) -> int:
    """A positive number that fits the 32 bits that apps keep it in."""
    return guid.int % (2**31 - 2**10) + 1


def _slug(text: str) -> str:
    """A text as part of an address.

    >>> _slug("Théorie des nombres & al.")
    'theorie-des-nombres-al'
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_ASCII.sub("-", ascii_text)[:60].strip("-")
