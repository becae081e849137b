"""Sessions, contributions and breaks of Indico become entries, whichever of its exports they stand in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from booklet.errors import Fault, Place
from booklet.importers.indico_people import Chaired, chaired
from booklet.importers.json_values import count, first, listed, record, records, text
from booklet.importers.moments import Stamp, ending, minutes_after, read_length, read_moment, zone_named
from booklet.importers.stated import (
    ACCESS,
    ADDRESSES,
    ATTACHMENTS,
    Omission,
    field_of,
    kind_stated,
    lines_of,
    plain_type,
    said_once,
    type_of,
)
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.nights import on_date
from booklet.manuscripts.private import public
from booklet.model.program import PAUSES, Kind

Values = Mapping[str, Any]

_INSIDE: Final = ("sessions", "contributions", "entries", "subContributions")
"""Where what is inside an entry stands."""

_HOLDERS: Final[frozenset[Kind]] = frozenset({"session", "panel", "poster", "workshop", "other"})
"""The kinds that hold talks."""

_DEEPEST: Final = 4
"""So deep entries lie in one another at the most: event, session, contribution, part of a contribution."""

_FILES: Final = ("folders", "material", "attachments", "files")
_MINUTES: Final = Omission("note of the minutes", "notes of the minutes")
_KNOWN: Final = frozenset({
    *_INSIDE, *_FILES, "id", "title", "slotTitle", "startDate", "endDate", "duration", "room", "roomFullname",
    "location", "description", "url", "speakers", "presenters", "primaryauthors", "coauthors", "conveners",
    "chairs", "keywords", "track", "session", "board_number", "code", "type", "note", "isPoster", "entryType",
    "address", "timezone", "references", "allowed", "color", "textColor", "inheritLoc", "inheritRoom", "pdf",
    "is_poster", "creationDate", "modificationDate", "creator", "hasAnyProtection", "visibility", "category",
    "language", "organizer", "label", "supportInfo", "sessionCode", "isParallel", "shortTitle", "contributionType",
    "person_links", "locator", "numSlots", "friendlyId", "uniqueId", "sessionType", "protectionURL", "roomMapURL",
    "participants", "registrants",
})  # fmt: skip
"""What an entry says, what only Indico wants to know, and what is told of the event as a whole."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all entries of an export: its file, the zone to show times in, and the event's own place."""

    file: str
    zone: str
    asked: Asked
    venue: str = ""
    room: str = ""


class Read(NamedTuple):
    """An entry, and what is to say about it and about what is inside it."""

    entry: Entry
    faults: tuple[Fault, ...] = ()
    left: tuple[Omission, ...] = ()


def read_stamp(value: Any) -> Stamp | None:  # noqa: ANN401 - whatever stands in the file
    """A time, from {"date": …, "time": …, "tz": …} or as ISO 8601."""
    parts = record(value)
    moment = read_moment(f"{text(parts.get('date'))}T{text(parts.get('time'))}" if parts else text(value))
    return Stamp(moment, zone_named(text(parts.get("tz")))) if moment else None


def read_entry(values: Values, setting: Setting, within: Entry | None = None, depth: int = 1) -> Read:
    """An entry with what is inside it.

    Args:
        values: a session, a contribution, a break, or a part of one.
        setting: what is the same for all.
        within: the session that it is in; its times are then counted from that session's day.
        depth: how deep it lies; beyond `_DEEPEST` nothing is read.
    """
    title = _title(values)
    people = chaired(values)
    date, start, end, faults = _times(values, title, setting)
    description, taken = public(text(values.get("description")), setting.asked)
    track, note = _track_and_note(values, within)
    entry = Entry(
        kind=_kind(values, title, people),
        title=title,
        date=date,
        start=start,
        end=end,
        room=_room(values, setting, within),
        track=track,
        speakers=people.speakers,
        coauthors=people.coauthors,
        chairs=people.chairs,
        abstract=said_once(description),
        keywords=lines_of(text(keyword) for keyword in listed(values.get("keywords"))),
        note=note,
        ident=_ident(values),
        where=Place(setting.file),
    )
    if within is not None and within.date is not None:
        entry = on_date(entry, within.date) if entry.date else replace(entry, date=within.date)
    inside = [read_entry(inner, setting, entry, depth + 1) for inner in _inside(values)] if depth < _DEEPEST else []
    return Read(
        _holding(entry, [read.entry for read in inside]),
        (*faults, *[fault for read in inside for fault in read.faults]),
        (*_left(values, track), *[ACCESS] * taken, *[omission for read in inside for omission in read.left]),
    )


def _inside(values: Values) -> Iterator[Values]:
    for name in _INSIDE:
        yield from records(values.get(name))


def _holding(entry: Entry, inside: Iterable[Entry]) -> Entry:
    """An entry with its talks in the order of their times; posters that hang all the time have none of their own."""
    talks = sorted(inside, key=lambda talk: (talk.start is None, talk.start or 0))
    if not talks:
        return entry
    if entry.kind == "poster":
        slot = entry.start, entry.end
        talks = [replace(talk, start=None, end=None) if (talk.start, talk.end) == slot else talk for talk in talks]
        talks = [replace(talk, kind="poster") if talk.kind == "talk" else talk for talk in talks]
    return replace(entry, kind=entry.kind if entry.kind in _HOLDERS else "session", entries=tuple(talks))


def _title(values: Values) -> str:
    """The title; that of a block of a session has the block's own behind it."""
    title = one_line(text(values.get("title")) or text(record(values.get("session")).get("title")))
    slot = one_line(text(values.get("slotTitle")))
    if not title or not slot or slot.casefold() in title.casefold():
        return title or slot
    return slot if title.casefold() in slot.casefold() else f"{title}: {slot}"


def _kind(values: Values, title: str, people: Chaired) -> Kind:
    """What an entry is: sessions may hold posters, or be pauses; breaks are pauses."""
    kind = first(values, ["entryType", "_type"])
    speakers = bool(people.speakers or people.coauthors)
    if kind == "Break":
        titled = kind_of(title)
        return titled if titled in PAUSES else "break"
    stated = kind_stated([_type(values)], title, speakers=speakers or bool(people.chairs))
    if not is_session(values):
        return stated
    posters = any(holder.get("isPoster") is True for holder in (values, record(values.get("session"))))
    return "poster" if posters else "session" if stated == "talk" else stated


def is_session(values: Values) -> bool:
    """Whether this is a session or a block of one, not a contribution."""
    kind = first(values, ["entryType", "_type"])
    return kind in {"Session", "SessionSlot", "SessionBlock"} or (not kind and "conveners" in values)


def _type(values: Values) -> str:
    stated = values.get("type") or values.get("contributionType")
    return text(stated) or first(record(stated), ["name", "title"])


def _track_and_note(values: Values, within: Entry | None) -> tuple[str, str]:
    """The track: as stated, else the name of a session that has no slot, else a type that is no kind; and the note."""
    stated = values.get("track")
    session = one_line(text(values.get("session"))) if within is None else ""
    track = one_line(text(stated) or first(record(stated), ["title", "name"]))
    kind = "" if plain_type(_type(values)) or is_session(values) else one_line(_type(values))
    board = one_line(first(values, ["board_number", "boardNumber"]))
    notes = [one_line(first(values, ["code"])), f"Board {board}" if board else "", session if track else ""]
    return track or session or kind, ", ".join(filter(None, notes))


def _room(values: Values, setting: Setting, within: Entry | None) -> str:
    """The room, unless it is the usual one or the session's; in another building with that building's name."""
    room = one_line(first(values, ["room", "roomFullname"]))
    place = one_line(first(values, ["location"]))
    if place and place != setting.venue:
        room = f"{room}, {place}" if room else place
    usual = within.room if within is not None and within.room else setting.room
    return "" if room == usual else room


def _ident(values: Values) -> str:
    """The id by which Indico's exports agree; sessions are numbered apart from contributions."""
    if is_session(values):
        number = first(values, ["sessionSlotId", "id"])
        return f"session-{number}" if number else ""
    return first(values, ["contributionId", "db_id", "id"])


def _times(
    values: Values, title: str, setting: Setting
) -> tuple[datetime.date | None, int | None, int | None, tuple[Fault, ...]]:
    """The date, the beginning and the end, which is as stated, else after the duration."""
    begins = read_stamp(values.get("startDate"))
    if begins is None or not begins.moment.timed:
        return begins.moment.when.date() if begins else None, None, None, ()
    wall = begins.on_wall(setting.zone)
    start = minutes_after(wall.date(), wall)
    ends = read_stamp(values.get("endDate"))
    length = _length(values.get("duration"))
    stated = start + length if length else None
    if ends is not None and ends.moment.timed:
        stated = minutes_after(wall.date(), ends.on_wall(setting.zone))
    end, faults = ending(title, start, stated, Place(setting.file))
    return wall.date(), start, end, faults


def _length(value: Any) -> int | None:  # noqa: ANN401 - whatever stands in the file
    """A length in minutes; some dumps write seconds, which are more than a talk of ten hours has minutes."""
    if isinstance(value, float):
        value = int(value) if abs(value) < 1e6 else None
    written = text(value)
    if written.isascii() and written.isdigit() and len(written) < 7:
        number = int(written)
        return number // 60 if number >= 600 and number % 60 == 0 else number
    return read_length(written)


def _left(values: Values, track: str) -> Iterator[Omission]:
    """What the booklet has no place for."""
    for name in _FILES:
        yield from [ATTACHMENTS] * count(values.get(name))
    if text(record(values.get("note")).get("html")).strip():
        yield _MINUTES
    if text(values.get("url")).strip():
        yield ADDRESSES
    kind = one_line(_type(values))
    if kind and kind != track and not plain_type(kind) and not is_session(values):
        yield type_of(kind)
    for name, value in values.items():
        technical = name.startswith("_") or name.lower().endswith(("id", "url"))
        if name not in _KNOWN and not technical and count(value):
            yield field_of(name)
