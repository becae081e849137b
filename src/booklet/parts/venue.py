"""The venue page: address, map, ways to get there, wireless network, and codes to scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from booklet.geometry import Rect
from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.pages import Content
from booklet.parts.desk import Desk, anchored, flow
from booklet.parts.facts import Fact, fact, fact_rows
from booklet.parts.headings import part_title
from booklet.parts.pictures import fit_picture
from booklet.parts.qr import geo_uri, qr, wifi_text
from booklet.text.flowables import Block, Cell, Flowable, Paragraph, Row

_QR: Final = 6.0
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
        measure = house.frame(number).width
        flowables: list[Flowable] = [
            part_title(desk, title, root.add("H1"), gap=0.5),
            *_address(desk, root),
            *_map(desk, root, measure),
            *fact_rows(desk, _facts(desk), root),
            *_codes(desk, root, measure),
        ]
        slices = anchored(desk.slices(flowables, measure), "venue")
        drafts, faults = flow(desk, slices, number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(drafts, root, faults)


def _address(desk: Desk, root: Element) -> list[Flowable]:
    house, venue = desk.house, desk.program.venue
    name = house.style("sans-bold", house.scale.large)
    plain = house.style("serif", house.scale.text)
    lines: list[Flowable] = []
    if venue.name:
        lines.append(Paragraph((desk.span(venue.name, name),), house.shape(lines=1.5), root.add("P"), keep=True))
    room = f"{desk.wording.word('room')} {venue.room}" if venue.room else ""
    texts = [text for text in (room, *venue.address) if text]
    for at, text in enumerate(texts, start=1):
        gap = 0.5 * house.grid if at == len(texts) else 0.0
        lines.append(Paragraph((desk.span(text, plain),), house.shape(), root.add("P"), gap=gap, keep=True))
    return lines


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
    wifi = venue.wifi
    network = [f"{word('network')}: {wifi.network}"] if wifi else []
    if wifi and wifi.password:
        network.append(f"{word('password')}: {wifi.password}")
    rooms = [f"{name}: {note}" if note else name for name, note in venue.rooms]
    return (
        fact(word("rooms"), *(rooms or _other_rooms(desk))),
        fact(word("directions"), *venue.directions.split("\n\n")),
        fact(word("wifi"), *network),
        fact(word("accessibility"), *venue.accessibility.split("\n\n")),
        fact(word("emergency"), *venue.emergency.split("\n\n")),
    )


def _other_rooms(desk: Desk) -> list[str]:
    """The rooms that are used besides the usual one, with what is there if that is little."""
    found: dict[str, list[str]] = {}
    for day in desk.program.days:
        for session in day.sessions:
            for entry in (session, *session.talks):
                if entry.room and entry.room != desk.program.venue.room:
                    found.setdefault(entry.room, []).append(entry.title)
    if not found:
        return []
    if max(len(titles) for titles in found.values()) > _MOST_ENTRIES:
        return [", ".join(sorted(found))]
    usual = desk.program.venue.room
    lines = [f"{room}: {', '.join(dict.fromkeys(titles))}" for room, titles in found.items()]
    return [*lines, desk.wording.word("all_else", room=usual)] if usual else lines


def _codes(desk: Desk, root: Element, measure: float) -> list[Flowable]:
    """Codes to scan for the place and the network, each with what it does."""
    house, venue = desk.house, desk.program.venue
    codes: list[tuple[str, str]] = []
    if venue.geo:
        codes.append((geo_uri(*venue.geo), desk.wording.word("geo")))
    if venue.wifi:
        codes.append((wifi_text(venue.wifi.network, venue.wifi.password), desk.wording.word("wifi_qr")))
    if not codes:
        return []
    side = _QR * house.grid
    each = measure / 2
    style = house.style("sans", house.scale.small, house.inks.quiet)
    figures = []
    cells = []
    for at, (text, says) in enumerate(codes):
        figure = root.add("Figure", alt=says)
        code = qr(text, Rect(at * each, 0.0, side, side), house.inks.text)
        # The quiet zone may lie in the margin, so that the code stands in line with the text.
        quiet = min(step[1] for step in code.segments if step[0] == "M") - at * each
        figures.append(Content(figure, (code.moved(-quiet, -quiet),)))
        caption = Paragraph((desk.span(says, style),), house.shape(), root.add("P"), before=0.5 * house.grid)
        cells.append(Cell(at * each + side + 0.5 * house.grid, each - side - house.grid, (caption,)))
    row = Row(tuple(cells), house.grid)
    [words] = row.slices(desk.typesetter, measure)
    return [Block(side, (*figures, *words.contents))]
