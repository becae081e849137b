"""The back cover: a code to scan, and the colophon."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final, Literal

from booklet.errors import Fault
from booklet.geometry import Rect
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.layout.marks import Fill
from booklet.layout.pages import Content
from booklet.model.program import Program
from booklet.parts.cover import art_area, ground, wrapped_art
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, faults_of, stacked
from booklet.parts.qr import calendar_text, qr
from booklet.text.flowables import Paragraph

_QR: Final = 8.0
"""Side of the code with its quiet zone, in grid units: 34 mm on A5."""


_FAMILIES: Final = {"serif": "Source Serif", "sans": "Source Sans"}
"""What the faces of text are of."""


@dataclass(frozen=True, slots=True)
class Back:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the one page."""
        desk, house = self.desk, self.desk.house
        frame, grid = house.frame(number), house.grid
        root = Element("Sect")
        contents = [Content(None, ground(desk))]
        if desk.program.options.cover is None:
            contents.append(Content(None, wrapped_art(desk, art_area(desk), front=False)))
        slices = anchored(desk.slices(_colophon(desk, root), frame.width), "back")
        y = frame.y + 0.5 * grid
        contents += _scanned(desk, root, Rect(frame.x, y, frame.width, _QR * grid))
        y += (_QR + 3.0) * grid if _code(desk)[0] else 0.0
        contents += stacked(slices, frame.x, y)
        foot = y + height_of(slices)
        faults = [Fault("the colophon does not fit on the back cover")] if foot > frame.bottom else []
        return SetPart((Draft(tuple(contents), Furniture(bare=True)),), root, (*faults_of(slices), *faults))


def _scanned(desk: Desk, root: Element, area: Rect) -> list[Content]:
    """The code on a white ground at the left of an area, and beneath it what it does."""
    house, grid = desk.house, desk.house.grid
    text, says, link = _code(desk)
    if not text:
        return []
    square = Rect(area.x, area.y, area.height, area.height)
    figure = root.add("Figure", alt=says)
    style = house.style("sans", house.scale.small, house.inks.paper)
    caption = Paragraph((desk.span(says, style, link=link, says=says),), house.shape(), root.add("P"))
    slices = desk.slices([caption], area.width)
    contents = [Content(None, (Fill(*square, house.inks.paper),))]
    code = qr(text, square, house.inks.ground, where=desk.place(("event", "website")))
    contents.append(Content(figure, desk.drawing([code], square)))
    return contents + stacked(slices, square.x, square.bottom + 0.25 * grid)


def _code(desk: Desk) -> tuple[str, str, str]:
    """What to scan, what that does, and where a click leads: the website, or else the event for a calendar."""
    event, word = desk.program.event, desk.wording.word
    if event.website:
        return event.website, word("back_website"), event.website
    first, last = desk.program.days[0], desk.program.days[-1]
    place = desk.wording.joined([desk.program.venue.name, desk.program.venue.room])
    issued = desk.program.options.issued or first.date
    times = _extent(desk.program) if first is last else None
    start, end = times or (first.date, last.date)
    return calendar_text(event.title, start, end, issued=issued, location=place), word("back_calendar"), ""


def _extent(program: Program) -> tuple[datetime.datetime, datetime.datetime] | None:
    """From the first stated time of an event of one day to the last one; longer events take whole days."""
    [day] = program.days
    start, end = day.extent or (None, None)
    if start is None or end is None:
        return None
    zone = _zone(program.event.timezone)
    return _at(day.date, start, zone), _at(day.date, end, zone)


def _zone(name: str) -> datetime.tzinfo | None:
    """The event's time zone, or None if it has none or this machine does not know it: times then are local ones."""
    # Imported here because only events of one day need it.
    import zoneinfo  # noqa: PLC0415

    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def _at(date: datetime.date, minutes: int, zone: datetime.tzinfo | None) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(tzinfo=zone)) + datetime.timedelta(minutes=minutes)


def _colophon(desk: Desk, root: Element) -> list[Paragraph]:
    """The event in short, and what this booklet is a copy of."""
    house, event = desk.house, desk.program.event
    options, wording, days = desk.program.options, desk.wording, desk.program.days
    strong = house.style("sans-bold", house.scale.small, house.inks.paper)
    quiet = house.style("sans", house.scale.small, house.inks.soft)
    issued = [wording.word("as_of", date=wording.plain_date(options.issued))] if options.issued else []
    revision = [wording.word("revision", revision=options.revision)] if options.revision else []
    lines = [
        (event.title, strong),
        (wording.dates(days[0].date, days[-1].date), strong),
        (wording.word("dot").join(issued + revision), quiet),
        (wording.word("colophon", faces=wording.listed(_families(desk))), quiet),
    ]
    return [
        Paragraph(
            (desk.span(text, style),),
            house.shape(),
            root.add("P"),
            gap=0.5 * house.grid if at == 1 else 0.0,
            where=desk.where(("event", "title")),
        )
        for at, (text, style) in enumerate(lines)
        if text
    ]


def _families(desk: Desk) -> list[str]:
    """The families that the event's language is set in: where they have no letters of it, those that lend them."""
    shelf, letter = desk.typesetter.faces, desk.wording.word("contents")[0]
    found = []
    for face, family in _FAMILIES.items():
        lender = None if shelf[face].covers(letter) else shelf.lender(face, letter, desk.program.event.language)
        if lender is None:
            found.append(family)
        else:
            found.append(shelf.found[lender].family if lender in shelf.found else lender.replace("-", " ").title())
    return list(dict.fromkeys(found))
