"""Reads schedule.json, as pretalx and frab write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.frab import manuscript_of
from booklet.importers.frab_schedule import Person, Schedule, Scheduled, ScheduledDay
from booklet.importers.json_values import count, first, record, records, text
from booklet.importers.material import Format, Material
from booklet.importers.moments import read_clock, read_date
from booklet.importers.stated import (
    ADDRESSES,
    ATTACHMENTS,
    LICENCES,
    PHOTOS,
    PICTURES,
    RECORDINGS,
    UNRECORDED,
    Omission,
    field_of,
)
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript

_KNOWN: Final = frozenset({
    "title", "subtitle", "type", "track", "room", "date", "start", "end", "duration", "abstract", "description",
    "language", "persons", "speakers", "answers", "guid", "code", "id", "slug", "do_not_stream", "links",
})  # fmt: skip
_LEFT: Final[dict[str, Omission]] = {
    "attachments": ATTACHMENTS,
    "do_not_record": UNRECORDED,
    "feedback_url": ADDRESSES,
    "logo": PICTURES,
    "origin_url": ADDRESSES,
    "recording_license": LICENCES,
    "url": ADDRESSES,
    "video_download_url": RECORDINGS,
}


def recognise(material: Material) -> bool:
    """Whether a source is a schedule.json: a conference with days that have rooms."""
    days = records(_conference(material).get("days"))
    return bool(days) and any("rooms" in day for day in days)


def read(material: Material, asked: Asked) -> Manuscript:
    """Read a schedule.json, with or without the outer "schedule".

    Raises:
        BookletError: it is no JSON, or holds no conference.
    """
    conference = _conference(material)
    if not conference:
        hint = "export the schedule again, as schedule.json"
        raise BookletError([Fault("there is no conference in this JSON", Place(material.name), hint)])
    return manuscript_of(_schedule(material, conference), asked)


def _conference(material: Material) -> Mapping[str, Any]:
    top = record(material.json)
    return record(record(top.get("schedule", top)).get("conference"))


def _schedule(material: Material, conference: Mapping[str, Any]) -> Schedule:
    outer = record(record(material.json).get("schedule"))
    rooms = {first(room, ["name"]): _room_note(room) for room in records(conference.get("rooms"))}
    days = records(conference.get("days"))
    return Schedule(
        file=material.name,
        title=_text(conference, "title"),
        acronym=_text(conference, "acronym"),
        subtitle=_text(conference, "subtitle"),
        start=read_date(_text(conference, "start")),
        zone=_text(conference, "time_zone_name"),
        website=first(conference, ["url"]) or first(outer, ["base_url"]),
        venue=_text(conference, "venue"),
        address=(_text(conference, "city"),),
        rooms={name: note for name, note in rooms.items() if name},
        tracks={first(track, ["name"]): _text(track, "color") for track in records(conference.get("tracks"))},
        days=tuple([_day(day, number, material.name) for number, day in enumerate(days, start=1)]),
    )


def _room_note(room: Mapping[str, Any]) -> str:
    capacity = first(room, ["capacity"])
    return first(room, ["description"]) or (f"{capacity} seats" if capacity.isdigit() and capacity != "0" else "")


def _day(day: Mapping[str, Any], number: int, file: str) -> ScheduledDay:
    events: list[Scheduled] = []
    for room, held in record(day.get("rooms")).items():
        events += [_event(event, room, file) for event in records(held)]
    start = _text(day, "day_start")
    opens = read_clock(start[11:16]) if read_date(start) else None
    return ScheduledDay(number, read_date(_text(day, "date")), opens, tuple(events), Place(file))


def _event(event: Mapping[str, Any], room: str, file: str) -> Scheduled:
    people = records(event.get("persons")) or records(event.get("speakers"))
    return Scheduled(
        title=_text(event, "title"),
        subtitle=_text(event, "subtitle"),
        type=_text(event, "type"),
        track=_text(event, "track"),
        room=_text(event, "room") or room,
        date=_text(event, "date"),
        start=_text(event, "start"),
        end=_text(event, "end"),
        duration=_text(event, "duration"),
        abstract=_text(event, "abstract"),
        description=_text(event, "description"),
        language=_text(event, "language"),
        people=tuple([_person(person) for person in people]),
        answers=tuple([answer for asked in (event, *people) for answer in _answers(asked)]),
        ident=first(event, ["guid", "code", "id"]),
        links=tuple([_text(link, "url") for link in records(event.get("links"))]),
        left=tuple(_left(event, people)),
        where=Place(file),
    )


def _person(person: Mapping[str, Any]) -> Person:
    return Person(
        first(person, ["public_name", "name", "full_public_name"]),
        _text(person, "role"),
        first(person, ["biography", "description", "abstract"]),
        _text(person, "email"),
    )


def _answers(asked: Mapping[str, Any]) -> Iterator[str]:
    """Questions and their answers, of an event or a person."""
    for answer in records(asked.get("answers")):
        question = answer.get("question")
        said = first(answer, ["answer"])
        if said:
            words = _text(record(question), "question") or text(question)
            yield f"{words}: {said}" if words and not words.isdigit() else said


def _left(event: Mapping[str, Any], people: list[Mapping[str, Any]]) -> Iterator[Omission]:
    """What the booklet has no place for, as often as it is there."""
    for name, value in event.items():
        if name not in _KNOWN:
            yield from [_LEFT.get(name) or field_of(name)] * count(value)
    yield from [PHOTOS for person in people if count(person.get("avatar")) or count(person.get("avatar_url"))]


def _text(values: Mapping[str, Any], name: str) -> str:
    """A text of an object; of one that is translated ({"en": …, "de": …}), the first language's."""
    value = values.get(name)
    return text(value) or next((found for part in record(value).values() if (found := text(part))), "")


FORMAT: Final = Format("frab-json", "schedule.json (pretalx, frab)", recognise, read)
