"""Reads calendars in XML: pentabarf's and frab's xCal, and that of RFC 6321."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.calendars import Appointment, Calendar, manuscript_of
from booklet.importers.elements import line_of, local_name, text_of, xml_name
from booklet.importers.material import Format, Material
from booklet.importers.moments import Stamp, read_length, read_moment, zone_named
from booklet.importers.stated import ACCESS, ADDRESSES, ATTACHMENTS, EMAILS, Omission, field_of, language_of
from booklet.importers.xml import parse_xml
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.manuscripts.private import public
from booklet.model.program import Speaker

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KNOWN: Final = frozenset({
    "title", "subtitle", "summary", "description", "location", "dtstart", "dtend", "duration", "category", "categories",
    "uid", "status", "attendee", "rrule", "method", "class", "event-id", "event-slug", "language", "dtstamp", "created",
    "last-modified", "sequence", "transp", "priority",
})  # fmt: skip
"""What an entry says, and what only calendar programs want to know; "language" is "language-code" in words."""

_LEFT: Final[dict[str, Omission]] = {
    "url": ADDRESSES,
    "attach": ATTACHMENTS,
    "attachment": ATTACHMENTS,
    "organizer": EMAILS,
    "contact": EMAILS,
}


def recognise(material: Material) -> bool:
    """Whether a source is a calendar in XML."""
    return xml_name(material) in {"icalendar", "vcalendar"}


def read(material: Material, asked: Asked) -> Manuscript:
    """Read an xCal file; its attendees are its speakers.

    Raises:
        BookletError: it is no well-formed XML, or there is no event in it.

    Source: pentabarf's xcal export; RFC 6321.
    """
    root = parse_xml(material.text or material.data, material.name)
    events = [element for element in root.iter() if local_name(element) == "vevent"]
    if not events:
        hint = "export the calendar again, with its events"
        raise BookletError([Fault("there is no event in this calendar", Place(material.name), hint)])
    head = _properties(next((element for element in root.iter() if local_name(element) == "vcalendar"), root))
    title = _text(head, "x-wr-calname") or _text(head, "name")
    summary, taken = public(_text(head, "x-wr-caldesc") or _text(head, "description"), asked)
    calendar = Calendar(
        file=material.name,
        title=title,
        summary="" if summary == title else paragraphs(summary),
        zone=_text(head, "x-wr-timezone"),
        appointments=tuple([_appointment(event, material.name, asked) for event in events]),
        left=(ACCESS,) * taken,
    )
    return manuscript_of(calendar, asked)


def _properties(component: Element) -> Mapping[str, Sequence[Element]]:
    """The properties of a component by name; RFC 6321 puts them into an element of their own."""
    properties: dict[str, list[Element]] = defaultdict(list)
    for child in component:
        name = local_name(child)
        for element in child if name == "properties" else [child]:
            properties[local_name(element)].append(element)
    return properties


def _value(element: Element) -> str:
    """The value of a property: its text, or that of the element that says its type."""
    values = [child for child in element if local_name(child) not in {"", "parameters"}]
    return text_of(values[0] if values and not (element.text or "").strip() else element).strip()


def _text(properties: Mapping[str, Sequence[Element]], name: str) -> str:
    return _value(properties[name][0]) if properties.get(name) else ""


def _appointment(event: Element, file: str, asked: Asked) -> Appointment:
    properties = _properties(event)
    description, taken = public(_text(properties, "description"), asked)
    return Appointment(
        title=_text(properties, "title") or _text(properties, "summary"),
        subtitle=_text(properties, "subtitle"),
        begins=_stamp(properties, "dtstart"),
        ends=_stamp(properties, "dtend"),
        length=read_length(_text(properties, "duration")),
        place=_text(properties, "location"),
        description=description,
        topics=tuple([_value(topic) for name in ("category", "categories") for topic in properties.get(name, ())]),
        speakers=tuple([Speaker(name) for name in dict.fromkeys(_attending(properties))]),
        ident=_text(properties, "uid"),
        repeats="by a rule" if properties.get("rrule") else "",
        cancelled=_text(properties, "status").upper() == "CANCELLED",
        left=(*[ACCESS] * taken, *_left(properties)),
        where=Place(file, line_of(event)),
    )


def _stamp(properties: Mapping[str, Sequence[Element]], name: str) -> Stamp | None:
    """A date or time with the zone that is named with it."""
    moment = read_moment(_text(properties, name))
    if moment is None:
        return None
    named = [one for one in properties[name][0].iter() if local_name(one) == "tzid"]
    return Stamp(moment, zone_named(_value(named[0])) if named else "")


def _attending(properties: Mapping[str, Sequence[Element]]) -> Iterator[str]:
    """The names of the speakers; an attendee with an address is somebody who was invited."""
    for attendee in properties.get("attendee", ()):
        name = one_line(_value(attendee))
        if name and not name.lower().startswith(("mailto:", "http:", "https:", "invalid:")):
            yield name


def _left(properties: Mapping[str, Sequence[Element]]) -> Iterator[Omission]:
    """What the booklet has no place for."""
    for name, elements in properties.items():
        stated = [value for element in elements if (value := _value(element))]
        if name == "language-code":
            yield from [language_of(value) for value in stated]
        elif name and name not in _KNOWN and not name.startswith(("x-", "valarm", "components")):
            yield from [_LEFT.get(name) or field_of(name)] * len(stated)


FORMAT: Final = Format("xcal", "calendar in XML (xCal)", recognise, read)
