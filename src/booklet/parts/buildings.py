"""The buildings of an event that has several: where each is, how to get there, and its rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.layout.pages import Content
from booklet.model.program import Building, Room
from booklet.parts.desk import Desk, unbroken
from booklet.parts.facts import fact, fact_rows
from booklet.parts.places import CODE, map_block, scanned
from booklet.parts.qr import geo_uri
from booklet.text.flowables import Block, Flowable, Paragraph

_ABOVE: Final = 2.0
"""White above the name of a building, in grid units."""

_MAP: Final = 0.24
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
    return [_said(desk, room) for room in desk.program.venue.rooms if room.building not in known]


def _building(desk: Desk, building: Building, branch: Element, measure: float) -> list[Slice]:
    """Name, address, map, rooms and directions, and at their right a code that opens the place in a map."""
    house, word = desk.house, desk.wording.word
    located = any(other.geo for other in desk.program.venue.buildings)
    width = measure - (CODE + 1.5) * house.grid if located else measure
    name = house.style("sans-bold", house.scale.large)
    plain = house.style("serif", house.scale.text)
    parts: list[Flowable] = [
        Paragraph((desk.span(building.name, name),), house.shape(lines=1.5), branch.add("H2"), keep=True),
        *[Paragraph((desk.span(text, plain),), house.shape(), branch.add("P"), keep=True) for text in building.address],
    ]
    if building.map:
        parts.append(Block(0.5 * house.grid, penalty=FORBIDDEN))
        picture = map_block(desk, building.map, building.name, branch, width, most=_MAP, centred=False)
        parts.append(replace(picture, gap=0.5 * house.grid))
    parts.append(Block(0.5 * house.grid, penalty=FORBIDDEN))
    rooms = [
        _said(desk, room._replace(building="")) for room in desk.program.venue.rooms if room.building == building.name
    ]
    told = [
        fact(word("rooms"), *rooms, at=("venue", "rooms")),
        fact(word("directions"), building.directions, at=(*building.at, "directions")),
    ]
    slices = desk.slices([*parts, *fact_rows(desk, told, branch, role="H3")], width)
    if building.geo is None:
        return slices
    says, x = word("geo"), measure - CODE * house.grid
    return _beside(slices, *scanned(desk, geo_uri(*building.geo), says, branch, x, building.at))


def _beside(slices: Sequence[Slice], code: Sequence[Content], height: float) -> list[Slice]:
    """Slices with a code of some height at their right; no page ends beside it."""
    first, *others = slices
    out = [first._replace(contents=(*first.contents, *code)), *others]
    bottoms = list(accumulate(part.height + part.gap for part in out))
    for at, bottom in enumerate(bottoms[:-1]):
        if bottom < height:
            out[at] = out[at]._replace(penalty=FORBIDDEN)
    missing = max(0.0, height - bottoms[-1])
    out[-1] = out[-1]._replace(height=out[-1].height + missing)
    return out


def _said(desk: Desk, room: Room) -> str:
    called = desk.wording.joined([unbroken(room.name), room.building])
    return desk.wording.labelled(called, room.note) if room.note else called
