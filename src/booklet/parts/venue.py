"""The venue page: address, map, ways to get there, wireless network, and codes to scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN
from booklet.parts.buildings import loose_rooms, with_buildings
from booklet.parts.desk import Desk, unbroken
from booklet.parts.facts import Fact, fact, fact_rows, network
from booklet.parts.flow import anchored, flow
from booklet.parts.headings import part_title
from booklet.parts.places import CODE, located, map_block, scanned
from booklet.parts.qr import wifi_text
from booklet.text.flowables import Block, Flowable, Paragraph

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
        slices = with_buildings(desk, desk.slices(flowables, measure), root, measure)
        drafts, faults = flow(desk, anchored(slices, "venue"), number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(drafts, root, faults)


def _address(desk: Desk, root: Element, measure: float) -> list[Block]:
    """Name, room and address, and at their right a code that opens the place in a map."""
    house, venue = desk.house, desk.program.venue
    name = house.style("sans-bold", house.scale.large)
    plain = house.style("serif", house.scale.text)
    room = desk.wording.word("in_room", name=unbroken(venue.room)) if venue.room else ""
    lines = [(venue.name, name, 1.5), *[(text, plain, 1.0) for text in (room, *venue.address)]]
    paragraphs = [
        Paragraph((desk.span(text, style),), house.shape(lines=leading), root.add("P"))
        for text, style, leading in lines
        if text
    ]
    return located(desk, paragraphs, venue.geo, root, measure, venue.at)


def _map(desk: Desk, root: Element, measure: float) -> list[Flowable]:
    """The map across the measure, with its caption."""
    house, venue = desk.house, desk.program.venue
    if venue.map is None:
        return []
    caption = house.style("sans-italic", house.scale.tiny, house.inks.quiet)
    picture = map_block(desk, venue.map, venue.name, root, measure, most=_MAP)
    if not venue.map_caption:
        return [picture]
    text = Paragraph((desk.span(venue.map_caption, caption),), house.shape(), root.add("P"), gap=house.grid)
    return [replace(picture, gap=0.0, penalty=FORBIDDEN), text]


def _facts(desk: Desk) -> Sequence[Fact]:
    venue, word = desk.program.venue, desk.wording.word
    rooms = loose_rooms(desk)
    return (
        fact(word("rooms"), *(rooms if venue.rooms else _other_rooms(desk)), at=("venue", "rooms")),
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
        return [desk.wording.joined(sorted(found))]
    wording = desk.wording
    return [wording.labelled(unbroken(room), wording.joined(dict.fromkeys(titles))) for room, titles in found.items()]


def _join(desk: Desk, root: Element, measure: float) -> list[Flowable]:
    """The code that joins the wireless network."""
    wifi = desk.program.venue.wifi
    if wifi is None:
        return []
    says = desk.wording.word("wifi_qr")
    code = wifi_text(wifi.network, wifi.password)
    contents, height = scanned(desk, code, says, root, measure - CODE * desk.house.grid, ("venue", "wifi"))
    return [Block(height, tuple(contents))]
