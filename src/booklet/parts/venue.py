"""The venue page: address, map, ways to get there, wireless network, and codes to scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from booklet.geometry import Rect
from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.layout.pages import Content
from booklet.parts.desk import Desk, unbroken
from booklet.parts.facts import Fact, fact, fact_rows, network
from booklet.parts.flow import anchored, flow, stacked
from booklet.parts.headings import part_title
from booklet.parts.pictures import fit_picture
from booklet.parts.qr import geo_uri, qr, wifi_text
from booklet.text.flowables import Block, Flowable, Paragraph

_QR: Final = 5.5
"""Side of a code to scan, in grid units: 25 mm on A5."""

_MOST_ENTRIES: Final = 3
"""Of a room with more entries than that only the name is given."""

_MAP: Final = 0.52
"""The map takes no more than this share of the page's height."""


@dataclass(frozen=True, slots=True)
class VenuePage:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the page, or pages if there is much to say."""
        desk, house = self.desk, self.desk.house
        title = desk.wording.word("venue")
        root = Element("Sect")
        measure = house.measure
        flowables: list[Flowable] = [
            part_title(desk, title, root.add("H1"), gap=0.5),
            *_address(desk, root, measure),
            *_map(desk, root, measure),
            *fact_rows(desk, _facts(desk), root),
            *_join(desk, root, measure),
        ]
        slices = anchored(desk.slices(flowables, measure), "venue")
        drafts, faults = flow(desk, slices, number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(drafts, root, faults)


def _address(desk: Desk, root: Element, measure: float) -> list[Flowable]:
    """Name, room and address, and at their right a code that opens the place in a map."""
    house, venue, grid = desk.house, desk.program.venue, desk.house.grid
    name = house.style("sans-bold", house.scale.large)
    plain = house.style("serif", house.scale.text)
    room = f"{desk.wording.word('room')} {unbroken(venue.room)}" if venue.room else ""
    lines = [(venue.name, name, 1.5), *[(text, plain, 1.0) for text in (room, *venue.address)]]
    paragraphs = [
        Paragraph((desk.span(text, style),), house.shape(lines=leading), root.add("P"))
        for text, style, leading in lines
        if text
    ]
    width = measure if venue.geo is None else measure - (_QR + 1.0) * grid
    slices = desk.slices(paragraphs, width)
    contents, y = stacked(slices, 0.0, 0.0), height_of(slices)
    if venue.geo is not None:
        code, height = _code(desk, geo_uri(*venue.geo), desk.wording.word("geo"), root, measure - _QR * grid)
        contents += code
        y = max(y, height)
    faults = [fault for part in slices for fault in part.faults]
    return [Block(-(-y // grid) * grid, tuple(contents), gap=grid, faults=tuple(faults))] if contents else []


def _code(desk: Desk, text: str, says: str, root: Element, x: float) -> tuple[list[Content], float]:
    """A code to scan with its left edge at `x`, what it does beneath it, and the height of both."""
    house, side = desk.house, _QR * desk.house.grid
    figure = root.add("Figure", alt=says)
    code = qr(text, Rect(x, 0.0, side, side), house.inks.text, where=desk.place(("venue",)))
    # The quiet zone may lie in the margin, so that the code's edge stands in line with the text.
    quiet = x + side - max(step[1] for step in code.segments if step[0] != "Z")
    contents = [Content(figure, (code.moved(quiet, -0.5 * quiet),))]
    style = house.style("sans", house.scale.tiny, house.inks.quiet)
    caption = Paragraph((desk.span(says, style),), house.shape("right"), root.add("P"))
    slices = caption.slices(desk.typesetter, side + 2.0 * house.grid)
    return contents + stacked(slices, x - 2.0 * house.grid, side - quiet), side + height_of(slices)


def _map(desk: Desk, root: Element, measure: float) -> list[Flowable]:
    """The map across the measure, with its caption."""
    house, venue = desk.house, desk.program.venue
    if venue.map is None:
        return []
    grid = house.grid
    fitted = fit_picture(desk, venue.map, measure, _MAP * house.frame(1).height)
    figure = root.add("Figure", alt=fitted.description or desk.wording.word("map_of", name=venue.name))
    left = (measure - fitted.width) / 2
    height = -(-(fitted.height + 0.25 * grid) // (grid / 2)) * (grid / 2)
    marks = tuple(mark.moved(left, 0.25 * grid) for mark in fitted.marks)
    caption = house.style("sans-italic", house.scale.tiny, house.inks.quiet)
    shape = house.shape()
    picture = Block(height, (Content(figure, marks),), penalty=float("inf"))
    if not venue.map_caption:
        return [Block(height, (Content(figure, marks),), gap=grid)]
    return [picture, Paragraph((desk.span(venue.map_caption, caption),), shape, root.add("P"), gap=grid)]


def _facts(desk: Desk) -> Sequence[Fact]:
    venue, word = desk.program.venue, desk.wording.word
    rooms = [f"{name}: {note}" if note else name for name, note, _ in venue.rooms]
    return (
        fact(word("rooms"), *(rooms or _other_rooms(desk)), at=("venue", "rooms")),
        fact(word("directions"), venue.directions, at=("venue", "directions")),
        network(desk),
        fact(word("accessibility"), venue.accessibility, at=("venue", "accessibility")),
        fact(word("emergency"), venue.emergency, at=("venue", "emergency")),
    )


def _other_rooms(desk: Desk) -> list[str]:
    """The rooms that are used besides the usual one, with what is there if that is little."""
    found: dict[str, list[str]] = {}
    for day in desk.program.days:
        for entry in day.entries:
            if entry.room and entry.room != desk.program.venue.room:
                found.setdefault(entry.room, []).append(entry.title)
    if not found:
        return []
    if max(len(titles) for titles in found.values()) > _MOST_ENTRIES:
        return [", ".join(sorted(found))]
    return [f"{unbroken(room)}: {', '.join(dict.fromkeys(titles))}" for room, titles in found.items()]


def _join(desk: Desk, root: Element, measure: float) -> list[Flowable]:
    """The code that joins the wireless network."""
    wifi = desk.program.venue.wifi
    if wifi is None:
        return []
    says = desk.wording.word("wifi_qr")
    contents, height = _code(desk, wifi_text(wifi.network, wifi.password), says, root, measure - _QR * desk.house.grid)
    return [Block(height, tuple(contents))]
