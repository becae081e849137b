"""Reads iCalendar files (.ics), as calendars and conference systems write them, broken ones as far as they go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.importers.calendars import Appointment, Calendar, manuscript_of
from booklet.importers.contentlines import Broken, ContentLine, content_lines, parted
from booklet.importers.material import Format, Material
from booklet.importers.moments import Stamp, read_length, read_moment, zone_named
from booklet.importers.stated import ACCESS, ADDRESSES, ATTACHMENTS, EMAILS, Omission, field_of
from booklet.importers.summaries import with_speakers
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.manuscripts.markup import paragraphs
from booklet.manuscripts.private import public
from booklet.model.program import Speaker
from booklet.model.texts import quoted

_KNOWN: Final = frozenset({
    "SUMMARY", "DESCRIPTION", "LOCATION", "DTSTART", "DTEND", "DURATION", "CATEGORIES", "UID", "RRULE", "RDATE",
    "EXDATE", "RECURRENCE-ID", "STATUS", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS",
    "PRIORITY", "METHOD",
})  # fmt: skip
"""What an entry says, and what only calendar programs want to know."""

_LEFT: Final[dict[str, Omission]] = {"URL": ADDRESSES, "ATTACH": ATTACHMENTS, "ORGANIZER": EMAILS, "CONTACT": EMAILS}
_GUESTS: Final = Omission("invited person", "invited people")
_TASKS: Final = Omission("task or note of the calendar", "tasks and notes of the calendar")

_DEEPEST: Final = 16
"""So deep components lie in one another at the most; calendar, event and alarm are three."""

_REPEATS: Final = {"DAILY": "every day", "WEEKLY": "every week", "MONTHLY": "every month", "YEARLY": "every year"}


class _Component(NamedTuple):
    """A component with its own properties, without those of what is inside it (alarms have descriptions too)."""

    name: str
    line: int
    properties: Mapping[str, Sequence[ContentLine]]

    def text(self, name: str) -> str:
        """The text of the first property of a name."""
        return self.properties[name][0].text if name in self.properties else ""


def recognise(material: Material) -> bool:
    """Whether a source is a calendar, or events that were taken out of one."""
    return material.text.lstrip("\ufeff \t\r\n")[:20].upper().startswith(("BEGIN:VCALENDAR", "BEGIN:VEVENT"))


def read(material: Material, asked: Asked) -> Manuscript:
    """Read an iCalendar file.

    Of an event that repeats, the first time counts. Speakers are taken off the titles only where the whole calendar
    names them so (`summaries.with_speakers`).

    Raises:
        BookletError: there is no event in it.

    Source: RFC 5545 and RFC 7986.
    """
    components, broken, open_at_end = _components(content_lines(material.data, material.text))
    if unfinished := next((one for one in open_at_end if one.name != "VCALENDAR"), None):
        what = f"this calendar is cut off: the {unfinished.name} that begins here does not end"
        raise BookletError([Fault(what, Place(material.name, unfinished.line), "export or download it again")])
    if not any(component.name == "VEVENT" for component in components):
        hint = "export the calendar again, with its events"
        raise BookletError([Fault("there is no event in this calendar", Place(material.name), hint)])
    return manuscript_of(_calendar(components, broken, material.name, asked), asked)


def _components(lines: Iterable[ContentLine | Broken]) -> tuple[list[_Component], list[Broken], list[_Component]]:
    """The components of a calendar in the order in which they begin, the lines that are none, and what does not end.

    The calendar itself is one of them. What is not ended is ended by the end of what holds it; or else the file is cut.
    """
    components: list[_Component] = []
    broken: list[Broken] = []
    within: list[dict[str, list[ContentLine]]] = []
    names: list[str] = []
    for line in lines:
        if isinstance(line, Broken):
            broken.append(line)
        elif line.name == "BEGIN" and len(names) < _DEEPEST:
            name = line.value.strip().upper()
            if name == "VEVENT" and "VEVENT" in names:  # the one before was not ended
                del within[names.index("VEVENT") :], names[names.index("VEVENT") :]
            within.append(defaultdict(list))
            names.append(name)
            components.append(_Component(name, line.line, within[-1]))
        elif line.name == "END":
            name = line.value.strip().upper()
            if name in names:
                at = len(names) - 1 - names[::-1].index(name)
                del within[at:], names[at:]
        elif within:
            within[-1][line.name].append(line)
    return (
        components,
        broken,
        [component for component in components if any(component.properties is one for one in within)],
    )


def _calendar(components: Sequence[_Component], broken: Sequence[Broken], file: str, asked: Asked) -> Calendar:
    heads = [component for component in components if component.name == "VCALENDAR"]
    head = heads[0] if heads else _Component("VCALENDAR", 0, {})
    zones = {one.text("TZID"): one.text("X-LIC-LOCATION") for one in components if one.name == "VTIMEZONE"}
    events = [component for component in components if component.name == "VEVENT"]
    appointments = [_appointment(event, zones, file, asked) for event in events]
    title = head.text("X-WR-CALNAME") or head.text("NAME")
    summary, taken = public(head.text("X-WR-CALDESC") or head.text("DESCRIPTION"), asked)
    said = [_said_broken(line, file) for line in broken]
    appointments, reading = _with_speakers(appointments, file)
    tasks = sum(component.name in {"VTODO", "VJOURNAL"} for component in components)
    return Calendar(
        file=file,
        title=title,
        summary="" if summary == title else paragraphs(summary),
        zone=head.text("X-WR-TIMEZONE"),
        appointments=tuple(appointments),
        left=(*[ACCESS] * taken, *[_TASKS] * tasks),
        said=(*said, *reading, *_unknown_zones(events, zones, file)),
    )


def _appointment(event: _Component, zones: Mapping[str, str], file: str, asked: Asked) -> Appointment:
    description, taken = public(event.text("DESCRIPTION") or event.text("X-ALT-DESC"), asked)
    topics = [topic for line in event.properties.get("CATEGORIES", ()) for topic in parted(line.value)]
    return Appointment(
        title=event.text("SUMMARY"),
        begins=_stamp(event, "DTSTART", zones),
        ends=_stamp(event, "DTEND", zones),
        length=read_length(event.text("DURATION")),
        place=event.text("LOCATION"),
        description=description,
        topics=tuple(topics),
        speakers=tuple(_attending(event)),
        ident=event.text("UID"),
        repeats=_repeats(event),
        cancelled=event.text("STATUS").strip().upper() == "CANCELLED",
        left=(*[ACCESS] * taken, *_left(event)),
        where=Place(file, event.line),
    )


def _stamp(event: _Component, name: str, zones: Mapping[str, str]) -> Stamp | None:
    """A date or time with the zone that is named with it."""
    for line in event.properties.get(name, ()):
        moment = read_moment(line.value)
        if moment is not None:
            named = line.parameters.get("TZID", "")
            return Stamp(moment, zone_named(named) or zone_named(zones.get(named, "")) if named else "")
    return None


def _unknown_zones(events: Sequence[_Component], zones: Mapping[str, str], file: str) -> Iterator[Fault]:
    """Names of time zones that nobody knows, each once."""
    lines = [line for event in events for line in event.properties.get("DTSTART", ())]
    counts = Counter(line.parameters["TZID"] for line in lines if "TZID" in line.parameters)
    for name, count in counts.items():
        if not (zone_named(name) or zone_named(zones.get(name, ""))):
            times = "1 time stays as it is" if count == 1 else f"{count} times stay as they are"
            what = f"the time zone {quoted(name)} is not known, so {times} written"
            yield Fault(what, Place(file), "--timezone Europe/Berlin names it")


def _with_speakers(appointments: Sequence[Appointment], file: str) -> tuple[list[Appointment], tuple[Fault, ...]]:
    """The people behind the titles taken off, if the whole calendar names them so."""
    read = with_speakers([appointment.title for appointment in appointments])
    if read is None:
        return list(appointments), ()
    count = sum(bool(titled.speakers) for titled in read)
    what = f"this calendar names speakers behind its titles: what follows the last ' - ' of {count} titles was read so"
    named = [
        replace(appointment, title=titled.title, speakers=titled.speakers or appointment.speakers)
        for appointment, titled in zip(appointments, read, strict=True)
    ]
    return named, (Fault(what, Place(file), "look whether titles and speakers are right"),)


def _attending(event: _Component) -> Iterator[Speaker]:
    """The speakers that pentabarf writes as participants without an address."""
    for line in event.properties.get("ATTENDEE", ()):
        if line.value.strip().lower() == "invalid:nomail" and (name := line.parameters.get("CN", "").strip()):
            yield Speaker(name)


def _repeats(event: _Component) -> str:
    """How an event repeats, in words."""
    if "RRULE" in event.properties:
        rule = dict(part.partition("=")[::2] for part in event.text("RRULE").upper().split(";"))
        return _REPEATS.get(rule.get("FREQ", ""), "by a rule")
    return "on other dates too" if "RDATE" in event.properties else ""


def _left(event: _Component) -> Iterator[Omission]:
    """What the booklet has no place for; extensions (X-…) are for the programs that write them."""
    for name, lines in event.properties.items():
        if name == "ATTENDEE":
            guests = [line for line in lines if line.value.strip().lower() != "invalid:nomail"]
            yield from [_GUESTS] * len(guests)
        elif name not in _KNOWN and not name.startswith("X-"):
            stated = [line for line in lines if line.value.strip()]
            yield from [_LEFT.get(name) or field_of(name)] * len(stated)


def _said_broken(line: Broken, file: str) -> Fault:
    hint = "see whether something is missing there"
    return Fault(f"left out: this line, which is none of a calendar: {quoted(line.text)}", Place(file, line.line), hint)


FORMAT: Final = Format("ical", "calendar (iCalendar, .ics)", recognise, read)
