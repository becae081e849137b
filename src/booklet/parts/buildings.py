"""The buildings of an event that has several: where each is, how to get there, and its rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.model.program import Building, Room
from booklet.parts.desk import Desk, unbroken
from booklet.parts.facts import fact, fact_rows
from booklet.parts.places import CODE, located, map_block
from booklet.text.flowables import Block, Flowable, Paragraph

_ABOVE: Final = 2.0
"""White above the name of a building, in grid units."""

_MAP: Final = 0.3
"""The map of a building takes no more than this share of the page's height."""


def with_buildings(desk: Desk, above: Sequence[Slice], root: Element, measure: float) -> list[Slice]:
    """What is above, and a section a building, in the order of the program; none is parted from its name."""
    slices = list(above)
    for building in desk.program.venue.buildings:
        slices[-1] = slices[-1]._replace(gap=_ABOVE * desk.house.grid)
        slices += _building(desk, building, root.add("Sect"), measure)
        slices[-1] = slices[-1]._replace(penalty=0.0)
    return slices


def loose_rooms(desk: Desk) -> list[str]:
    """The rooms that stand under no building, with what to know of them."""
    known = {building.name for building in desk.program.venue.buildings}
    return [_said(room) for room in desk.program.venue.rooms if room.building not in known]


def _building(desk: Desk, building: Building, branch: Element, measure: float) -> list[Slice]:
    house, word = desk.house, desk.wording.word
    rooms = [_said(room._replace(building="")) for room in desk.program.venue.rooms if room.building == building.name]
    name = house.style("sans-bold", house.scale.large)
    plain = house.style("serif", house.scale.text)
    parts: list[Flowable] = [
        Paragraph((desk.span(building.name, name),), house.shape(lines=1.5), branch.add("H2")),
        *[Paragraph((desk.span(text, plain),), house.shape(), branch.add("P")) for text in building.address],
    ]
    if building.map:
        width = measure - (CODE + 1.0) * house.grid
        parts.append(Block(0.5 * house.grid))
        parts.append(map_block(desk, building.map, building.name, branch, width, most=_MAP, centred=False))
    told = [
        fact(word("rooms"), *rooms, at=("venue", "rooms")),
        fact(word("directions"), building.directions, at=(*building.at, "directions")),
    ]
    head = located(desk, parts, building.geo, branch, measure, building.at)
    kept = [replace(block, penalty=FORBIDDEN) for block in head]
    return desk.slices([*kept, *fact_rows(desk, told, branch, role="H3")], measure)


def _said(room: Room) -> str:
    called = ", ".join(filter(None, [unbroken(room.name), room.building]))
    return f"{called}: {room.note}" if room.note else called
