"""The boxes of a grid: each cell in its place on a page, at a level at which it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from booklet.parts.desk import Desk
from booklet.parts.grid_cells import (
    ABOVE,
    BELOW,
    INDENT,
    LEVELS,
    Level,
    Manner,
    Said,
    again,
    height_of,
    leading,
    numbered,
    say,
)
from booklet.parts.parallel import Cell, Item, Parallel, free_columns

WHITE: Final = 2.0
"""White under a cell, in points."""

_CROWDED: Final = 3.0
"""A cell that needs so many times the height per minute of most others says less, if that saves a page."""

_FOLIO: Final = "000"
"""Stands for a folio while it is planned: no folio is wider."""


class Box(NamedTuple):
    """A cell on a page of its spread: `x` and `width` in points from the columns' left edge, and what it says.

    `height` is what it needs, `again` what it needs on the next page if it goes on there, and `opening` what it needs
    more at a page's top. `numbers` are the items that are spelled out beneath the grid. What goes across has a box for
    each run of free columns, of which one says something. `track` tells whether the track is said.
    """

    cell: Cell
    page: int
    x: float
    width: float
    level: Level
    said: tuple[Said, ...]
    height: float
    again: float
    opening: float
    numbers: tuple[Item, ...] = ()
    below: float = 0.0
    track: bool = False


class Space(NamedTuple):
    """The space for columns, in points: their width together, and the height on a day's first spread and on others."""

    width: float
    first: float
    height: float


def boxes_of(
    desk: Desk,
    day: Parallel,
    manner: Manner,
    pages: Sequence[range],
    edges: Sequence[tuple[tuple[float, float], ...]],
    space: Space,
) -> Iterator[Box]:
    """The cells of some pages, each with what it says there; what is too high for any page says less."""
    for number, (page, columns) in enumerate(zip(pages, edges, strict=True)):
        before: dict[int, str] = {}
        for cell in day.cells:
            if cell.room is None:
                for x, width, says in _runs_across(day, cell, page, columns):
                    yield _box(desk, cell, number, (x, width), manner._replace(room=True), space, says=says)
            elif cell.room in page:
                x, width = columns[cell.room - page.start]
                lane = width / cell.lanes
                gap = WHITE if cell.lane < cell.lanes - 1 else 0.0
                track = cell.items[0].session.track
                changed = bool(track) and before.get(cell.room, "") != track and not day.threads[cell.room]
                told = manner._replace(track=changed)
                before[cell.room] = track or before.get(cell.room, "")
                yield _box(desk, cell, number, (x + cell.lane * lane, lane - gap), told, space)


def _runs_across(
    day: Parallel, cell: Cell, page: range, columns: Sequence[tuple[float, float]]
) -> list[tuple[float, float, bool]]:
    """Where what goes across has room on a page: each run's left edge and width; the widest one says something."""
    free = [index for index in free_columns(day.cells, len(day.rooms), cell.start, cell.end) if index in page]
    runs: list[list[int]] = []
    for index in free:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    spans = []
    for run in runs:
        left, (right, width) = columns[run[0] - page.start][0], columns[run[-1] - page.start]
        spans.append((left, right + width - left))
    widest = max(range(len(spans)), key=lambda at: spans[at][1], default=-1)
    return [(x, width, at == widest) for at, (x, width) in enumerate(spans)]


def _box(
    desk: Desk,
    cell: Cell,
    page: int,
    place: tuple[float, float],
    manner: Manner,
    space: Space,
    *,
    says: bool = True,
) -> Box:
    """A cell set at the first level from `manner`'s on at which it fits its column and a page."""
    x, width = place
    if not says:
        return Box(cell, page, x, width, manner.level, (), WHITE, 0.0, 0.0)
    first = LEVELS.index(manner.level)
    for level in LEVELS[first:]:
        box = _said(desk, cell, page, place, manner._replace(level=level), space)
        if level is LEVELS[-1] or (
            box.height + box.opening <= 0.95 * min(space.first, space.height) and not _over(box)
        ):
            return box
    raise AssertionError("unreachable: the last level returns")


def _over(box: Box) -> bool:
    return any(one.over for one in box.said)


def _said(desk: Desk, cell: Cell, page: int, place: tuple[float, float], manner: Manner, space: Space) -> Box:
    """A cell set at a level."""
    x, width = place
    measure = width - INDENT * desk.house.grid
    level = manner.level
    pad = (ABOVE + BELOW) * desk.house.grid
    numbers = cell.items if level.says == "number" else ()
    if numbers:
        said = tuple(numbered(desk, item, 88, measure, manner) for item in numbers)
    else:
        told = [manner, *[manner._replace(track=False)] * len(cell.items)]
        said = tuple(say(desk, item, measure, how, _FOLIO) for item, how in zip(cell.items, told, strict=False))
    below = sum(
        len(say(desk, item, space.width, _beneath(manner), _FOLIO).lines) * leading(desk, LEVELS[1]) for item in numbers
    )
    goes_on = len(again(desk, cell.items[0].session, measure, LEVELS[1])) * leading(desk, LEVELS[1]) + pad
    opening = len(again(desk, cell.head, measure, LEVELS[1])) * leading(desk, LEVELS[1]) + pad if cell.head else 0.0
    height = height_of(desk, said, level) + WHITE
    return Box(cell, page, x, width, level, said, height, goes_on + WHITE, opening, tuple(numbers), below, manner.track)


def _beneath(manner: Manner) -> Manner:
    """How entries beneath a grid are set."""
    return manner._replace(level=LEVELS[1])


def reduced(desk: Desk, boxes: Sequence[Box], manner: Manner, space: Space) -> Iterator[Box]:
    """The boxes, those that need far more height per minute than most others at a level that needs less."""
    usual = median([box.height / (box.cell.end - box.cell.start) for box in boxes]) if boxes else 0.0
    for box in boxes:
        most = max(_CROWDED * usual * (box.cell.end - box.cell.start), 0.0)
        if box.height <= most or not box.said:
            yield box
            continue
        for level in LEVELS[LEVELS.index(box.level) + 1 :]:
            told = manner._replace(level=level, room=box.cell.room is None, track=box.track)
            less = _said(desk, box.cell, box.page, (box.x, box.width), told, space)
            if not _over(less) and (less.height <= most or level is LEVELS[-1]):
                yield less
                break
        else:
            yield box
