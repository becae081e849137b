"""A schedule as frab, pentabarf and pretalx export it, whether as XML or as JSON, becomes a manuscript."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from booklet.errors import Fault
from booklet.importers.frab_schedule import Person, Schedule, Scheduled, ScheduledDay
from booklet.importers.frab_slots import Slot, slot_of
from booklet.importers.moments import YEARS, known_zone, read_moment, unnamed_zone
from booklet.importers.stated import (
    ACCESS,
    ANSWERS,
    EMAILS,
    LINKS,
    Omission,
    kind_stated,
    left_out,
    plain_type,
    said_once,
    type_of,
    valid,
    without_doubles,
)
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.manuscripts.nights import by_evening, in_order
from booklet.manuscripts.private import public
from booklet.model.program import Event, Profile, Room, Speaker, Track, Venue
from booklet.model.values import read_colour, read_language, read_url

_CHAIRS: Final = frozenset({"moderator", "chair", "host", "session chair"})
"""Roles of those who do not speak themselves."""

_DATE: Final = "--date-of-first-day 2026-03-02 says it"


def manuscript_of(schedule: Schedule, asked: Asked) -> Manuscript:
    """What a schedule says.

    An event belongs to the day that holds it, even if it begins after midnight; where another time zone is asked for,
    the clock there decides.
    """
    zone, faults = known_zone(schedule.zone, schedule.file)
    report, asks, entries, moved = list(faults), list[Fault](), list[Entry](), False
    days = [replace(day, events=tuple([_public(event, asked) for event in day.events])) for day in schedule.days]
    language = _language(schedule, [event for day in days for event in day.events])
    for day in days:
        dated = replace(day, date=_date(schedule, day, asked))
        if dated.date is None and dated.events:
            asks.append(Fault(f"nothing says which date day {day.index} is", day.where, _DATE))
        for event in dated.events:
            slot = slot_of(event, dated, zone, asked.timezone)
            entries.append(_entry(event, slot, asked, language))
            report += slot.faults
            moved = moved or slot.moved
    events = [event for day in days for event in day.events]
    if not (zone or asked.timezone):
        report += unnamed_zone([moment for event in events if (moment := read_moment(event.date))], schedule.file)
    report += left_out(_omissions(schedule, events, asked), schedule.file)
    slots = [entry for entry in entries if entry.date is not None and entry.start is not None]
    rooms = [one_line(room) for room in (*schedule.rooms, *[event.room for event in events])]
    return Manuscript(
        event=_event(schedule, asked.timezone or zone, events),
        venue=_venue(schedule, rooms),
        entries=tuple(without_doubles(in_order(by_evening(slots) if moved else slots, rooms))),
        papers=tuple([replace(entry, date=None) for entry in entries if entry.date is None or entry.start is None]),
        people=_profiles(events, asked),
        report=tuple(report),
        asks=tuple(asks),
        tracks=_tracks(schedule),
    )


def _date(schedule: Schedule, day: ScheduledDay, asked: Asked) -> datetime.date | None:
    """The date of a day: as stated, else as its first event states it, else counted from the first day."""
    if day.date is not None:
        return day.date
    moments = [moment for event in day.events if (moment := read_moment(event.date))]
    if moments:
        return moments[0].when.date()
    first = schedule.start or asked.first_day
    if first is None or first.year not in YEARS or not 0 < day.index < 1000:
        return None
    return first + datetime.timedelta(days=day.index - 1)


def _own_language(event: Scheduled, usual: str) -> str:
    """The language of an event, if it is not the one of all others."""
    own = valid(read_language, event.language.strip())
    return own if own.split("-")[0] != usual.split("-", maxsplit=1)[0] else ""


def _entry(event: Scheduled, slot: Slot, asked: Asked, language: str) -> Entry:
    title, track = one_line(event.title), one_line(event.track)
    speakers, chairs = _people(event.people)
    answers = [one_line(answer) for answer in event.answers] if asked.private else []
    return Entry(
        kind=kind_stated([event.type], title, speakers=bool(speakers)),
        title=title,
        date=slot.date,
        start=slot.start,
        end=slot.end,
        room=one_line(event.room),
        track=track or ("" if plain_type(event.type) else one_line(event.type)),
        speakers=speakers,
        chairs=chairs,
        abstract=said_once(event.abstract, event.description),
        note="\n\n".join(filter(None, [one_line(event.subtitle), *answers])),
        ident=event.ident.strip(),
        links=tuple(dict.fromkeys([link for text in event.links if (link := valid(read_url, text))])),
        language=_own_language(event, language),
        where=event.where,
    )


def _people(people: Iterable[Person]) -> tuple[tuple[Speaker, ...], tuple[Speaker, ...]]:
    """Who speaks, and who chairs; each once."""
    speakers: dict[str, Speaker] = {}
    chairs: dict[str, Speaker] = {}
    for person in people:
        if name := one_line(person.name):
            (chairs if person.role.strip().casefold() in _CHAIRS else speakers).setdefault(name, Speaker(name))
    return tuple(speakers.values()), tuple(chairs.values())


def _profiles(events: Iterable[Scheduled], asked: Asked) -> dict[str, Profile]:
    """What is said about people, by name."""
    profiles: dict[str, Profile] = {}
    for person in [person for event in events for person in event.people]:
        name, email = one_line(person.name), person.email.strip() if asked.private else ""
        if name and name not in profiles and (person.bio.strip() or email):
            profiles[name] = Profile(name, bio=paragraphs(person.bio), email=email)
    return profiles


def _event(schedule: Schedule, zone: str, events: Iterable[Scheduled]) -> Event:
    title = one_line(schedule.title)
    return Event(
        title=title,
        short_title=one_line(schedule.acronym) or title,
        subtitle=one_line(schedule.subtitle),
        language=_language(schedule, events),
        timezone=zone,
        website=valid(read_url, schedule.website),
    )


def _tracks(schedule: Schedule) -> tuple[Track, ...]:
    """The tracks with their colours, unless all have the same, as where nobody has chosen any."""
    read = {one_line(track): valid(read_colour, colour) for track, colour in schedule.tracks.items()}
    tracks = [Track(name, colour) for name, colour in read.items() if name]
    colours = {track.colour for track in tracks}
    chosen = colours != {""} and (len(colours) > 1 or len(tracks) == 1)
    return tuple(tracks) if chosen else ()


def _venue(schedule: Schedule, named: Iterable[str]) -> Venue:
    """Where it is; several rooms in the order of the source, which is that of a grid's columns."""
    address = [line for part in schedule.address if (line := one_line(part))]
    notes = {one_line(room): one_line(note) for room, note in schedule.rooms.items()}
    rooms = [Room(name, notes.get(name, "")) for name in dict.fromkeys(named) if name]
    if len(rooms) < 2 and not any(room.note for room in rooms):
        rooms = []
    return Venue(name=one_line(schedule.venue), address=tuple(address), rooms=tuple(rooms))


def _language(schedule: Schedule, events: Iterable[Scheduled]) -> str:
    """The language of the event: as stated, else that of all its events."""
    return valid(read_language, schedule.language or _only_language(events))


def _only_language(events: Iterable[Scheduled]) -> str:
    """The language of the events that state one, if it is the same for all."""
    languages = {event.language.strip() for event in events if event.language.strip()}
    return languages.pop() if len(languages) == 1 else ""


def _public(event: Scheduled, asked: Asked) -> Scheduled:
    """An event without what only participants should read in its texts."""
    abstract, description = public(event.abstract, asked), public(event.description, asked)
    bios = [public(person.bio, asked) for person in event.people]
    taken = sum(said.taken for said in (abstract, description, *bios))
    if not taken:
        return event
    people = tuple([person._replace(bio=bio.text) for person, bio in zip(event.people, bios, strict=True)])
    left = (*event.left, *[ACCESS] * taken)
    return replace(event, abstract=abstract.text, description=description.text, people=people, left=left)


def _omissions(schedule: Schedule, events: Sequence[Scheduled], asked: Asked) -> Counter[Omission]:
    """What the booklet has no place for, counted."""
    counts = Counter(schedule.left)
    for event in events:
        counts.update(event.left)
    counts.update(type_of(event.type) for event in events if event.track.strip() and not plain_type(event.type))
    counts[LINKS] += sum(bool(link.strip()) and not valid(read_url, link) for event in events for link in event.links)
    if not asked.private:
        counts[ANSWERS] += sum(len(event.answers) for event in events)
        counts[EMAILS] += len({person.email for event in events for person in event.people if person.email})
    return +counts
