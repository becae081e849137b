"""Reads Indico's JSON: an event with contributions or sessions, a list of events, or the timetable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.indico_entries import Read, Setting, Values, read_entry, read_stamp
from booklet.importers.indico_people import people
from booklet.importers.json_values import first, listed, record, records, text
from booklet.importers.material import Format, Material
from booklet.importers.moments import zone_named
from booklet.importers.stated import ACCESS, ATTACHMENTS, Omission, left_out, valid, without_doubles
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript, no_event
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.manuscripts.nights import by_evening, in_order
from booklet.manuscripts.private import public
from booklet.model.program import Event, Venue
from booklet.model.values import read_language, read_url

_DATE: Final = re.compile("[0-9]{8}")
_KEYWORDS: Final = Omission("keyword of the event", "keywords of the event")


def recognise(material: Material) -> bool:
    """Whether a source is an export of Indico: events with dates in three parts, or a timetable by days."""
    events, timetable = _parts(material.json)
    if timetable:
        return any("entryType" in entry or "startDate" in entry for entry in timetable)
    inside = [inner for event in events for name in ("contributions", "sessions") for inner in records(event.get(name))]
    return any({"date", "time", "tz"} <= record(value.get("startDate")).keys() for value in (*events, *inside))


def read(material: Material, asked: Asked) -> Manuscript:
    """Read an export of Indico, with or without the outer "results".

    A session with a slot holds its contributions; a contribution that only names its session has it as its track. Of
    several events each is a session; of events without contributions each is an entry.

    Raises:
        BookletError: there is neither an event nor a timetable in it.

    Source: https://docs.getindico.io/en/stable/http-api/exporters/event/
    """
    events, timetable = _parts(material.json)
    if not events and not timetable:
        hint = "save /export/event/NUMBER.json?detail=sessions or ?detail=contributions of your Indico"
        raise BookletError([Fault("there is no event in this JSON", Place(material.name), hint)])
    head = events[0] if len(events) == 1 else {}
    values = timetable or _agenda(events)
    setting = _setting(head, values, material.name, asked)
    reads = _without_repeats([read_entry(one, setting) for one in values])
    summary, taken = _summary(head, asked)
    left = [*_left(head), *[ACCESS] * taken, *[omission for read in reads for omission in read.left]]
    slots = by_evening([read.entry for read in reads if read.entry.date is not None])
    return Manuscript(
        event=_event(head, setting, summary),
        venue=Venue(name=setting.venue, room=setting.room, address=_address(head)),
        entries=tuple(without_doubles(in_order(slots))),
        papers=tuple([read.entry for read in reads if read.entry.date is None]),
        report=(
            *_unslotted(reads, material.name),
            *[fault for read in reads for fault in read.faults],
            *_chairs(head, material.name),
            *left_out(Counter(left), material.name),
        ),
    )


def _parts(top: Any) -> tuple[list[Values], list[Values]]:  # noqa: ANN401 - whatever stands in the file
    """The events of an export, or the entries of a timetable."""
    values = record(top).get("results", top)
    if isinstance(values, list):
        return [event for event in records(values) if "title" in event], []
    found = record(values)
    if "title" in found or "contributions" in found:
        return [found], []
    days = [found, *records(values)]  # by day, or by event and then by day
    entries = [
        entry for within in days for day in sorted(within) if _DATE.fullmatch(day) for entry in records(within[day])
    ]
    return ([], entries) if entries else ([event for event in records(values) if "title" in event], [])


def _agenda(events: Sequence[Values]) -> list[Values]:
    """What is an entry: what is inside the event; or each event, if there are several or nothing is inside."""
    if len(events) == 1:
        inside = [*records(events[0].get("sessions")), *records(events[0].get("contributions"))]
        if inside:
            return inside
    return [_as_entry(event) for event in events]


def _as_entry(event: Values) -> Values:
    """An event as an entry among others: that of a lecture has its speakers as chairs."""
    if first(event, ["type", "_type"]).lower() in {"lecture", "simple_event"}:
        return {**event, "speakers": event.get("chairs"), "chairs": None, "type": "lecture"}
    return {**event, "type": None, "entryType": "Session"}


def _without_repeats(reads: Sequence[Read]) -> list[Read]:
    """Contributions without those that stand in their session already."""
    inside = {inner.ident for read in reads for inner in read.entry.entries if inner.ident}
    return [read for read in reads if read.entry.ident not in inside]


def _setting(head: Values, values: Sequence[Values], file: str, asked: Asked) -> Setting:
    """The zone, which is the one asked for, the event's, or the one most entries name; and the event's place."""
    stamps = [stamp for value in values if (stamp := read_stamp(value.get("startDate")))]
    named = Counter(stamp.zone for stamp in stamps if stamp.zone).most_common(1)
    zone = asked.timezone or zone_named(first(head, ["timezone"])) or (named[0][0] if named else "")
    venue, room = one_line(first(head, ["location"])), one_line(first(head, ["room", "roomFullname"]))
    return Setting(file, zone, asked, venue, room)


def _event(head: Values, setting: Setting, summary: str) -> Event:
    title = one_line(first(head, ["title"]))
    return replace(
        no_event(title),
        host=one_line(first(head, ["organizer"])),
        summary=summary,
        language=valid(read_language, first(head, ["language"])),
        timezone=setting.zone,
        website=valid(read_url, first(head, ["url"])),
    )


def _address(head: Values) -> tuple[str, ...]:
    return tuple([line for part in text(head.get("address")).splitlines() if (line := one_line(part))])


def _summary(head: Values, asked: Asked) -> tuple[str, int]:
    """The description of the event, and how many lines of it are private."""
    said = public(text(head.get("description")), asked)
    return paragraphs(said.text), said.taken


def _left(head: Values) -> Iterator[Omission]:
    """What the booklet has no place for in the event itself."""
    yield from [_KEYWORDS for keyword in listed(head.get("keywords")) if text(keyword).strip()]
    yield from [ATTACHMENTS for name in ("folders", "material") for _ in records(head.get(name))]


def _chairs(head: Values, file: str) -> Iterator[Fault]:
    """That the event has chairs, for whom a program has no place of their own."""
    names = [speaker.name for speaker in people(head, "chairs")]
    if names:
        whom = "the event's chair" if len(names) == 1 else "the event's chairs"
        hint = "write them into program.yaml as host: or contact:, if people should know them"
        yield Fault(f"left out: {whom}, {', '.join(names)}", Place(file), hint)


def _unslotted(reads: Sequence[Read], file: str) -> Iterator[Fault]:
    """That contributions have no time yet."""
    count = sum(read.entry.date is None for read in reads)
    if count:
        noun = "1 contribution has" if count == 1 else f"{count} contributions have"
        yield Fault(f"{noun} no time, and no slot yet", Place(file), "schedule them in Indico, or in program.yaml")


FORMAT: Final = Format("indico", "Indico (JSON)", recognise, read)
