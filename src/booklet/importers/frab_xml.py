"""Reads schedule.xml, as frab, pentabarf, pretalx and their relatives write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from booklet.errors import Place
from booklet.importers.elements import line_of, local_name, text_of, xml_name
from booklet.importers.frab import manuscript_of
from booklet.importers.frab_schedule import Person, Schedule, Scheduled, ScheduledDay
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
from booklet.importers.xml import parse_xml
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXTS: Final = frozenset({
    "title", "subtitle", "type", "track", "room", "date", "start", "end", "duration", "abstract", "description",
    "language",
})  # fmt: skip
"""The elements of an event that `Scheduled` holds under the same name."""

_TECHNICAL: Final = frozenset({"slug", "code", "guid", "id"})
_SIMPLE: Final[dict[str, Omission]] = {
    "url": ADDRESSES,
    "feedback_url": ADDRESSES,
    "origin_url": ADDRESSES,
    "conf_url": ADDRESSES,
    "logo": PICTURES,
    "video_download_url": RECORDINGS,
    "do_not_record": UNRECORDED,
}
_LISTS: Final[dict[str, Omission]] = {"attachments": ATTACHMENTS}


def recognise(material: Material) -> bool:
    """Whether a source is a schedule.xml: an element `schedule` with days in it."""
    return xml_name(material) == "schedule" and "<day" in material.text


def read(material: Material, asked: Asked) -> Manuscript:
    """Read a schedule.xml, old or new.

    Events may stand in rooms or right below their day, texts may be plain or escaped HTML, and elements may be empty.

    Raises:
        BookletError: it is no well-formed XML.

    Source: https://github.com/voc/schedule, the XML Schema there; and what the programs named write.
    """
    root = parse_xml(material.text or material.data, material.name)
    return manuscript_of(_schedule(root, material.name), asked)


def _schedule(root: Element, file: str) -> Schedule:
    conference: dict[str, str] = {}
    tracks: dict[str, str] = {}
    days: list[Element] = []
    for element in root:
        match local_name(element):
            case "conference":
                conference = _children(element)
                colours = [track for track in element if local_name(track) == "track"]
                tracks = {track.get("name", ""): track.get("color", "") for track in colours}
            case "day":
                days.append(element)
            case _:
                pass
    opens = read_clock(conference.get("day_change", ""))
    return Schedule(
        file=file,
        title=conference.get("title", ""),
        acronym=conference.get("acronym", ""),
        subtitle=conference.get("subtitle", ""),
        start=read_date(conference.get("start", "")),
        zone=conference.get("time_zone_name", ""),
        language=conference.get("language", ""),
        website=conference.get("url", "") or conference.get("base_url", ""),
        venue=conference.get("venue", ""),
        address=(conference.get("address", ""), conference.get("city", "")),
        rooms={},
        tracks=tracks,
        days=tuple([_day(day, number, opens, file) for number, day in enumerate(days, start=1)]),
    )


def _children(element: Element) -> dict[str, str]:
    """The texts of an element's children by their names, the first of each name."""
    texts: dict[str, str] = {}
    for child in element:
        texts.setdefault(local_name(child), text_of(child).strip())
    return texts


def _day(day: Element, number: int, opens: int | None, file: str) -> ScheduledDay:
    """A day with its events, which stand in its rooms or right below it."""
    events: list[Scheduled] = []
    for child in day:
        if local_name(child) == "event":
            events.append(_event(child, "", file))
            continue
        room = child.get("name", "")
        events += [_event(event, room, file) for event in child if local_name(event) == "event"]
    start = day.get("start", "")
    opening = read_clock(start[11:16]) if read_date(start) else None
    index = day.get("index", "")
    return ScheduledDay(
        index=int(index) if index.isascii() and index.isdigit() and len(index) < 5 else number,
        date=read_date(day.get("date", "")),
        opens=opening if opening is not None else opens,
        events=tuple(events),
        where=_place(day, file),
    )


def _event(event: Element, room: str, file: str) -> Scheduled:
    texts: dict[str, str] = {}
    people: tuple[Person, ...] = ()
    left: list[Omission] = []
    links: list[str] = []
    for child in event:
        name = local_name(child)
        if name in _TEXTS:
            texts[name] = text_of(child)
        elif name == "persons":
            people = tuple([_person(person) for person in child])
            left += [PHOTOS for person in child if _child(person, "avatar") or _child(person, "photo")]
        elif name == "links":
            links += [link.get("href", "") or text_of(link) for link in child if local_name(link) == "link"]
        else:
            left += _left(child, name)
    ident = event.get("guid") or event.get("code") or event.get("id") or ""
    texts["room"] = texts.get("room", "").strip() or room
    return Scheduled(
        title=texts.get("title", ""),
        subtitle=texts.get("subtitle", ""),
        type=texts.get("type", ""),
        track=texts.get("track", ""),
        room=texts["room"],
        date=texts.get("date", ""),
        start=texts.get("start", ""),
        end=texts.get("end", ""),
        duration=texts.get("duration", ""),
        abstract=texts.get("abstract", ""),
        description=texts.get("description", ""),
        language=texts.get("language", ""),
        people=people,
        ident=ident,
        links=tuple(links),
        left=tuple(left),
        where=_place(event, file),
    )


def _person(person: Element) -> Person:
    """Somebody; the name is the element's text, or in newer files an element of its own."""
    inner: Mapping[str, str] = _children(person) if len(person) else {}
    name = inner.get("public_name") or inner.get("name") or person.get("name") or person.text or ""
    bio = inner.get("biography") or inner.get("abstract") or ""
    return Person(name, person.get("role", ""), bio, inner.get("email", "") or person.get("email", ""))


def _child(element: Element, name: str) -> str:
    return next((text_of(child).strip() for child in element if local_name(child) == name), "")


def _left(element: Element, name: str) -> Iterator[Omission]:
    """What the booklet has no place for in an element of an event."""
    if name == "recording":
        for part in element:
            if local_name(part) == "license" and (part.text or "").strip():
                yield LICENCES
            elif local_name(part) == "optout" and (part.text or "").strip() == "true":
                yield UNRECORDED
    elif name in _LISTS:
        yield from [_LISTS[name] for part in element if local_name(part)]
    elif name and name not in _TECHNICAL and (text := text_of(element).strip()) and text != "false":
        yield _SIMPLE.get(name) or field_of(name)


def _place(element: Element, file: str) -> Place:
    return Place(file, line_of(element))


FORMAT: Final = Format("frab-xml", "schedule.xml (frab, pentabarf, pretalx)", recognise, read)
