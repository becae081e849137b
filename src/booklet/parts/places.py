"""Places: an address with a code that opens it in a map, and the map itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from booklet.geometry import Rect
from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.layout.pages import Content
from booklet.model.program import Key
from booklet.parts.desk import Desk
from booklet.parts.flow import faults_of, stacked
from booklet.parts.pictures import fit_picture
from booklet.parts.qr import geo_uri, qr
from booklet.text.flowables import Block, Flowable, Paragraph

CODE: Final = 5.5
"""Side of a code to scan, in grid units: 25 mm on A5."""


def located(
    desk: Desk,
    flowables: Sequence[Flowable],
    geo: tuple[float, float] | None,
    branch: Element,
    measure: float,
    at: Key,
) -> list[Block]:
    """An address and more, and at its right a code that opens the place in a map, if it is known where that is."""
    grid = desk.house.grid
    slices = desk.slices(flowables, measure if geo is None else measure - (CODE + 1.0) * grid)
    contents, y = stacked(slices, 0.0, 0.0), height_of(slices)
    if geo is not None:
        code, height = scanned(desk, geo_uri(*geo), desk.wording.word("geo"), branch, measure - CODE * grid, at)
        contents += code
        y = max(y, height)
    return [Block(-(-y // grid) * grid, tuple(contents), gap=grid, faults=faults_of(slices))] if contents else []


def scanned(desk: Desk, text: str, says: str, branch: Element, x: float, at: Key) -> tuple[list[Content], float]:
    """A code to scan with its left edge at `x`, what it does beneath it, and the height of both."""
    house, side = desk.house, CODE * desk.house.grid
    figure = branch.add("Figure", alt=says)
    area = Rect(x, 0.0, side, side)
    code = qr(text, area, house.inks.text, where=desk.place(at))
    # The quiet zone may lie in the margin, so that the code's edge stands in line with the text.
    quiet = x + side - max(step[1] for step in code.segments if step[0] != "Z")
    shown = [mark.moved(quiet, -0.5 * quiet) for mark in desk.drawing([code], area)]
    contents = [Content(figure, tuple(shown))]
    style = house.style("sans", house.scale.tiny, house.inks.quiet)
    caption = Paragraph((desk.span(says, style),), house.shape("right"), branch.add("P"))
    slices = caption.slices(desk.typesetter, side + 2.0 * house.grid)
    return contents + stacked(slices, x - 2.0 * house.grid, side - quiet), side + height_of(slices)


def map_block(
    desk: Desk, path: Path, name: str, branch: Element, measure: float, *, most: float, centred: bool = True
) -> Block:
    """A map across the measure, or in its middle, no higher than the share `most` of a page."""
    house, grid = desk.house, desk.house.grid
    fitted = fit_picture(desk, path, measure, most * house.frame(1).height)
    figure = branch.add("Figure", alt=fitted.description or desk.wording.word("map_of", name=name))
    left = (measure - fitted.width) / 2 if centred else 0.0
    height = -(-(fitted.height + 0.25 * grid) // (grid / 2)) * (grid / 2)
    marks = tuple([mark.moved(left, 0.25 * grid) for mark in fitted.marks])
    return Block(height, (Content(figure, marks),), gap=grid)
