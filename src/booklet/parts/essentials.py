"""The inside cover: where, when, how to register, what is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.parts.desk import Desk, unbroken
from booklet.parts.facts import Fact, Said, address, fact, fact_rows, network
from booklet.parts.flow import anchored, flow
from booklet.parts.headings import part_title
from booklet.parts.prose import Manner, prose
from booklet.parts.wording import opening
from booklet.text.flowables import Flowable

_APART: Final = "\u2002"
"""Between a time and what is then."""


@dataclass(frozen=True, slots=True)
class Essentials:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the page."""
        desk, house = self.desk, self.desk.house
        title = desk.wording.word("essentials")
        root = Element("Sect")
        flowables: list[Flowable] = [part_title(desk, title, root.add("H1"), gap=1.0)]
        event = desk.program.event
        if event.summary:
            manner = Manner(house.style("serif", house.scale.text), house.shape(), gap=house.grid)
            flowables += prose(desk, event.summary, manner, root, desk.where(("event", "summary")))
        flowables += fact_rows(desk, _facts(desk), root)
        slices = anchored(desk.slices(flowables, house.measure), "essentials")
        drafts, faults = flow(desk, slices, number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(drafts, root, faults)


def _facts(desk: Desk) -> list[Fact]:
    program, wording = desk.program, desk.wording
    event, venue = program.event, program.venue
    word = wording.word
    registration = event.registration
    enrol = [Said(registration.note)] if registration.note else []
    if registration.url:
        enrol.append(address(registration.url))
    if registration.capacity is not None and not re.search(rf"\b{registration.capacity}\b", registration.note):
        enrol.append(Said(word("capacity", number=registration.capacity)))
    place = wording.joined([venue.name, unbroken(venue.room)])
    return [
        fact(word("when"), wording.dates(program.days[0].date, program.days[-1].date), *_hours(desk)),
        fact(word("where"), place, wording.joined(venue.address), at=("venue",)),
        fact(word("host"), event.host, at=("event", "host")),
        Fact(word("registration"), enrol, ("event", "registration")),
        Fact(word("website"), [address(event.website)] if event.website else [], ("event", "website")),
        network(desk),
        fact(word("breaks"), *_pauses(desk)),
        Fact(word("contact"), [address(event.contact)] if event.contact else [], ("event", "contact")),
        fact(word("conduct"), event.conduct, at=("event", "conduct")),
        fact(word("accessibility"), venue.accessibility, at=("venue", "accessibility")),
        fact(word("emergency"), venue.emergency, at=("venue", "emergency")),
    ]


def _hours(desk: Desk) -> list[str]:
    """When each day begins and ends; said once if it is the same every day."""
    extents = [(day, day.extent) for day in desk.program.days]
    wording = desk.wording
    spans = [(wording.weekday(day.date, inside=True), wording.span(*extent)) for day, extent in extents if extent]
    if len({span for _, span in spans}) == 1 and len(spans) == len(desk.program.days) > 1:
        key = "two_days" if len(spans) == 2 else "more_days"
        return [opening(wording.word(key, first=spans[0][0], last=spans[-1][0], time=spans[0][1]))]
    return [opening(wording.word("day_and_time", day=day, time=span)) for day, span in spans]


def _pauses(desk: Desk) -> list[str]:
    """The breaks: what there is, when, and on which days; equal ones of several days are said once."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for day in desk.program.days:
        for session in day.sessions:
            if session.pauses:
                key = (session.title, desk.wording.span(session.start, session.end), session.room)
                found.setdefault(key, []).append(desk.wording.weekday(day.date, inside=True))
    lines = []
    every = len(desk.program.days)
    for (title, time, room), days in found.items():
        said = "both_days" if every == 2 else "every_day"
        when = desk.wording.word(said) if len(days) == every > 1 else desk.wording.joined(days) if every > 1 else ""
        details = desk.wording.joined([title, when, unbroken(room)])
        lines.append(f"{time}{_APART}{details}" if time else details)
    return lines
