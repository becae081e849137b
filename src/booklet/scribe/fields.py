"""What each record of program.yaml says, key by key, in the order in which the keys are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from booklet.model.authors import stated
from booklet.model.program import Building, Day, Event, Profile, Registration, Room, Session, Speaker, Venue
from booklet.model.times import TimeSpan


class Words(NamedTuple):
    """A text on one line."""

    text: str


class Prose(NamedTuple):
    """Paragraphs; `always` says that they are a block even if they would fit on a line."""

    text: str
    always: bool = False


class Listing(NamedTuple):
    """Several texts, each on a line of its own if `rows`."""

    texts: tuple[str, ...]
    rows: bool = False


class People(NamedTuple):
    """Several people."""

    people: tuple[Speaker, ...]


class Group(NamedTuple):
    """A record inside a record."""

    fields: tuple[tuple[str, Value], ...]


class Records(NamedTuple):
    """Several records, each an item of a list."""

    records: tuple[tuple[tuple[str, Value], ...], ...]


Value: TypeAlias = "Words | Prose | Listing | People | Group | Records | TimeSpan"
"""A value of program.yaml as it is written; equal if they say the same."""

Fields: TypeAlias = Mapping[str, Value]
"""The values of a record that says something, in the order of program.yaml."""

KIND: Final = "kind"
TITLE: Final = "title"
"""The fields of an entry that share a line, `talk: On Learning`; the title may be empty."""

_ALWAYS: Final = frozenset({KIND, TITLE})


def session_fields(session: Session) -> Fields:
    """What an entry says, but for the talks in it."""
    speakers, others = stated(session)
    return _stated(
        {
            "time": TimeSpan(session.start, session.end),
            KIND: Words(session.kind),
            TITLE: Words(session.title),
            "second_title": Words(session.second_title),
            "room": Words(session.room),
            "track": Words(session.track),
            "speaker": People(unplaced(speakers)),
            "with": People(unplaced(others)),
            "authors": People(unplaced(session.authors)),
            "chair": People(unplaced(session.chairs)),
            "board": Words(session.board),
            "topic": Words(session.topic),
            "abstract": Prose(session.abstract, always=True),
            "keywords": Listing(session.keywords),
            "note": Prose(session.note),
            "links": Listing(session.links),
            "language": Words(session.language),
            "each": Words(_length(session.each)),
        }
    )


def day_fields(day: Day) -> Fields:
    """What a day says, but for what is on it."""
    title = {TITLE: Words(day.title)} if day.title else {}
    second = {"second_title": Words(day.second_title)} if day.second_title else {}
    return {"date": Words(day.date.isoformat()), **title, **second}


def event_fields(event: Event) -> Fields:
    """What `event:` says."""
    return _stated(
        {
            "title": Words(event.title),
            "short_title": Words("" if event.short_title == event.title else event.short_title),
            "subtitle": Words(event.subtitle),
            "second_title": Words(event.second_title),
            "host": Words(event.host),
            "summary": Prose(event.summary),
            "language": Words(event.language),
            "second_language": Words(event.second_language),
            "timezone": Words(event.timezone),
            "second_timezone": Words(event.second_timezone),
            "website": Words(event.website),
            "contact": Words(event.contact),
            "conduct": Prose(event.conduct),
            "registration": Group(tuple(_registration(event.registration).items())),
        }
    )


def venue_fields(venue: Venue) -> Fields:
    """What `venue:` says."""
    wifi = venue.wifi
    network = {} if wifi is None else _stated({"network": Words(wifi.network), "password": Words(wifi.password)})
    return _stated(
        {
            "name": Words(venue.name),
            "room": Words(venue.room),
            "address": Listing(venue.address, rows=True),
            "map": Words(venue.map.as_posix() if venue.map else ""),
            "map_caption": Words(venue.map_caption),
            "geo": Words("" if venue.geo is None else ", ".join(map(_degrees, venue.geo))),
            "directions": Prose(venue.directions),
            "rooms": Group(tuple([(room.name, _room(room)) for room in venue.rooms])),
            "buildings": Group(tuple([(building.name, _building(building)) for building in venue.buildings])),
            "wifi": Group(tuple(network.items())),
            "accessibility": Prose(venue.accessibility),
            "emergency": Prose(venue.emergency),
        }
    )


def profile_fields(profile: Profile) -> Fields:
    """What `speakers:` says about a person."""
    return _stated(
        {
            "also": Listing(profile.also),
            "sort_as": Words(profile.sort_as),
            "pronouns": Words(profile.pronouns),
            "bio": Prose(profile.bio, always=True),
            "photo": Words(profile.photo.as_posix() if profile.photo else ""),
            "email": Words(profile.email),
            "website": Words(profile.website),
            "orcid": Words(profile.orcid),
        }
    )


def _room(room: Room) -> Value:
    if not room.building:
        return Words(room.note)
    return Group(tuple(_stated({"note": Words(room.note), "building": Words(room.building)}).items()))


def _building(building: Building) -> Value:
    said: Fields = {
        "address": Listing(building.address, rows=True),
        "geo": Words("" if building.geo is None else ", ".join(map(_degrees, building.geo))),
        "map": Words(building.map.as_posix() if building.map else ""),
        "directions": Prose(building.directions),
    }
    return Group(tuple(_stated(said).items()))


def _registration(registration: Registration) -> Fields:
    capacity = "" if registration.capacity is None else str(registration.capacity)
    return _stated({"url": Words(registration.url), "capacity": Words(capacity), "note": Prose(registration.note)})


def _stated(values: Fields) -> Fields:
    return {key: value for key, value in values.items() if key in _ALWAYS or value[0] not in (None, "", ())}


def _length(minutes: int | None) -> str:
    """A length of time; minutes have three digits at most (`model.times.read_length`)."""
    if minutes is None:
        return ""
    return f"{minutes} min" if minutes < 1000 else f"{minutes // 60} h {minutes % 60}"


def unplaced(people: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """People without the places where they are named, so that they can be compared."""
    return tuple([Speaker(who.name, who.position, who.affiliation) for who in people])


def _degrees(number: float) -> str:
    """A coordinate without an exponent, which nobody writes; seven places are a centimetre."""
    return f"{number:.7f}".rstrip("0").rstrip(".")
