"""The flow of slices through the frames of pages, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final, TypeVar

from booklet.errors import Fault
from booklet.layout.composing import Draft, Furniture, SetPart
from booklet.layout.galley import Galley, Placed, Slice, balance, break_galley, height_of
from booklet.layout.marks import Anchor, Far, GlyphRun
from booklet.layout.pages import Content
from booklet.parts.desk import Desk

T = TypeVar("T")

_FEW_PAGES: Final = 24
"""So many pages are worth the trouble of setting them several times, to save one."""


def column_widths(desk: Desk, columns: int) -> tuple[float, float]:
    """The width of each of so many columns of a list, and of the gutters between them, in points."""
    gutter = 1.5 * desk.house.grid
    return (desk.house.measure - gutter * (columns - 1)) / columns, gutter


def flow(
    desk: Desk,
    slices: Sequence[Slice],
    number: int,
    furniture: Callable[[int], Furniture],
    *,
    opening: Sequence[Slice] = (),
    columns: int = 1,
    gutter: float = 0.0,
) -> tuple[tuple[Draft, ...], tuple[Fault, ...]]:
    """Flow a galley through the frames of pages.

    Args:
        desk: for the frames and the grid.
        slices: the matter, set to the width of a column.
        number: the page on which it begins.
        furniture: the furniture of each page, by its index in the flow.
        opening: matter over the columns of the first page, set to the full measure.
        columns: how many columns a page has; those of the last page are made equally high.
        gutter: the space between columns, in points.

    Returns:
        The pages, and what could not be set well.
    """
    frame = desk.house.frame(number)
    head = height_of(opening) + (opening[-1].gap if opening else 0.0)
    heights = [frame.height - head] * columns + [frame.height]
    galley = break_galley(slices, heights, grid=desk.house.grid, fill=columns == 1)
    frames = _balanced(galley, heights, columns, desk.house.grid)
    drafts = []
    for index in range(max(1, -(-len(frames) // columns))):
        area = desk.house.frame(number + index)
        contents = stacked(opening, area.x, area.y) if index == 0 else []
        top = area.y + (head if index == 0 else 0.0)
        step = (area.width + gutter) / columns
        for column, placed in enumerate(frames[index * columns : (index + 1) * columns]):
            contents += [
                content.moved(area.x + column * step, top + y) for y, part in placed for content in part.contents
            ]
        drafts.append(Draft(tuple(contents), furniture(index)))
    too_high = (_too_high(placed.slice) for at in galley.overfull for placed in galley.frames[at][:1])
    return tuple(drafts), (*faults_of(opening), *faults_of(slices), *too_high)


def _balanced(galley: Galley, heights: Sequence[float], columns: int, grid: float) -> list[tuple[Placed, ...]]:
    """The frames of a galley, the columns of its last page equally high."""
    frames = list(galley.frames)
    if columns > 1 and frames:
        start = (len(frames) - 1) // columns * columns
        rest = [placed.slice for column in frames[start:] for placed in column]
        frames[start:] = balance(rest, columns, heights[0 if start == 0 else -1], grid=grid).frames
    return frames


def _too_high(part: Slice) -> Fault:
    texts = [mark.text for content in part.contents for mark in content.marks if isinstance(mark, GlyphRun | Far)]
    texts = [text for text in texts if text]
    what = f"{texts[0].strip()!r} and what belongs to it" if texts else "a picture"
    return Fault(f"{what} is higher than a page and sticks out", part.where() if part.where else None, "shorten it")


def faults_of(slices: Iterable[Slice]) -> tuple[Fault, ...]:
    """Everything that could not be set well in some slices."""
    return tuple([fault for part in slices for fault in part.faults])


def stacked(slices: Sequence[Slice], x: float, y: float) -> list[Content]:
    """Slices one under the other, the first with its top left corner at (x, y)."""
    contents: list[Content] = []
    for part in slices:
        contents += [content.moved(x, y) for content in part.contents]
        y += part.height + part.gap
    return contents


def fewest_pages(densities: Sequence[T], setter: Callable[[T], SetPart]) -> SetPart:
    """Set a part in the loosest of several densities that takes no more pages than the tightest.

    A part of very many pages is set in the first one: it is not for the sake of a page that its reader is to squint.

    Args:
        densities: from loose to tight.
        setter: sets the part in one of them.
    """
    loosest = setter(densities[0])
    if not 1 < len(loosest.drafts) <= _FEW_PAGES:
        return loosest
    tightest = setter(densities[-1])
    between = (setter(density) for density in densities[1:-1])
    fewest = len(tightest.drafts)
    return next((part for part in chain([loosest], between) if len(part.drafts) == fewest), tightest)


def anchored(slices: list[Slice], anchor: str) -> list[Slice]:
    """Put an anchor at the top left of the first slice."""
    mark = Content(None, (Anchor(0.0, 0.0, anchor),))
    return [slices[0]._replace(contents=(mark, *slices[0].contents)), *slices[1:]] if slices else slices
