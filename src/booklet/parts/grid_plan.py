"""The plan of a day's grid: which rooms stand on which page, where time is cut, and how much each cell says.

A grid can be read, by our rule, if a day takes at most `_ACROSS` turns of the page from its first rooms to its last and
at most `_DOWN` from morning to night, if at most one entry in `_NUMBERED` must be spelled out beneath it, and if what
has no place in it leaves most of the first page free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from booklet.layout.columns import share
from booklet.layout.cutting import Running, Stretch, cut
from booklet.layout.tight import stretch
from booklet.layout.timescale import Need, TimeScale
from booklet.parts.desk import Desk
from booklet.parts.grid_cells import (
    ABOVE,
    ALL,
    BELOW,
    HEAD,
    INDENT,
    LEVELS,
    Level,
    Manner,
    Said,
    again,
    estimated_lines,
    head_lines,
    height_of,
    leading,
    numbered,
    say,
)
from booklet.parts.parallel import Cell, Item, Parallel, free_columns

_ACROSS: Final = 6
_DOWN: Final = 4
_NUMBERED: Final = 20

_NARROWEST: Final = 9.0
"""A column is no narrower than that, in ems of tiny type."""

_SHARED: Final = 1.6
"""How wide a column is in which two things are on at once, compared with others."""

TIMES: Final = 2.1
"""Width of the column of times, in grid units."""

GUTTER: Final = 0.45
"""White between columns, in grid units."""

UNDER_HEAD: Final = 0.6
"""White around the rule under the heads of columns, in grid units."""

FEET: Final = 0.6
"""White over what is spelled out beneath a grid, in grid units."""

WHITE: Final = 2.0
"""White under a cell, in points."""

_CROWDED: Final = 3.0
"""A cell that needs so many times the height per minute of most others says less, if that saves a page."""

_IDLE: Final = 20.0
"""The most minutes that count where nothing runs."""

_MOST: Final = 8
"""So many columns on a page at the most."""

_LIST: Final = 99.0
"""A day without a grid counts for so many pages."""

_TRIED: Final = 4
"""So many of the ways to share rooms out are set and compared: those that promise the most."""

_SPELLED: Final = 0.5
"""What it costs to spell an entry out beneath the grid, in pages."""

_TINY: Final = 0.2
"""What it costs to set everything tiny, as a share of the pages."""

_WIDE: Final = 0.02
"""What a column more on a page costs, as a share of the pages."""

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


class Group(NamedTuple):
    """Rooms that face each other on a spread, for each of its pages by their indexes, and the stretches of their day.

    `edges` are the left edge and the width of each page's columns, and `head` the height of what stands over them.
    """

    pages: tuple[range, ...]
    edges: tuple[tuple[tuple[float, float], ...], ...]
    head: float
    boxes: tuple[Box, ...]
    stretches: tuple[Stretch, ...]


class Plan(NamedTuple):
    """A day's grid."""

    groups: tuple[Group, ...]

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return sum(len(group.pages) * len(group.stretches) for group in self.groups)

    @property
    def numbers(self) -> int:
        """How many entries are spelled out beneath it."""
        return sum(len(box.numbers) for group in self.groups for box in group.boxes)

    def cost(self, columns: int, level: int) -> float:
        """What it costs, in pages, if it is planned with so many columns on a page, at a level."""
        cuts = sum(part.cost * len(group.pages) for group in self.groups for part in group.stretches)
        return _cost(self.pages, columns, level) + cuts + _SPELLED * self.numbers


class Space(NamedTuple):
    """The space for columns, in points: their width together, and the height on a day's first spread and on others."""

    width: float
    first: float
    height: float


class Wanted(NamedTuple):
    """A day that is to have a grid: its columns, how its cells are set, and the space for them."""

    day: Parallel
    manner: Manner
    space: Space


def find_plans(desk: Desk, wanted: Sequence[Wanted], *, forced: bool) -> list[Plan | None]:
    """Plans for some days, all with the same number of columns on a page and in the same type, as cheap as can be.

    Args:
        desk: sets the words.
        wanted: the days.
        forced: whether grids that take many pages are wanted all the same.

    Returns:
        The plan of each day; None for a day whose grid could not be read.
    """
    costs: dict[tuple[int, int], float] = {}
    for one in wanted:
        for way, cost in _estimates(desk, one.day, one.space, forced=forced).items():
            costs[way] = costs.get(way, 0.0) + cost
    # What no day can have is not worth setting, which is what takes time.
    costs = {way: cost for way, cost in costs.items() if cost < _LIST * len(wanted)}
    best: list[Plan | None] = [None] * len(wanted)
    least = _LIST * len(wanted)
    for columns, level in sorted(costs, key=lambda way: (costs[way], way))[:_TRIED]:
        plans: list[Plan | None] = []
        cost = 0.0
        for one in wanted:
            plan = _cheaper(desk, one, columns, level, forced=forced)
            plans.append(plan)
            cost += plan.cost(columns, level) if plan else _LIST
        if cost < least - 1e-9:
            best, least = plans, cost
    return best


def _cheaper(desk: Desk, wanted: Wanted, columns: int, level: int, *, forced: bool) -> Plan | None:
    """The plan that says everything or the one that is thrifty, whichever is cheaper; None if neither can be read."""
    weights = _weights(wanted.day)
    pages = share(weights, max(float(columns), *weights))
    groups = tuple(pages[at : at + 2] for at in range(0, len(pages), 2))
    if not forced and len(groups) > _ACROSS:
        return None
    plans = [_planned(desk, wanted, LEVELS[level], groups, thrifty=thrifty, forced=forced) for thrifty in (False, True)]
    readable = [plan for plan in plans if plan and (forced or _readable(plan))]
    return min(readable, key=lambda plan: plan.cost(columns, level), default=None)


def scale_of(group: Group, part: Stretch, height: float) -> TimeScale:
    """The scale of time of a stretch, over the height that the columns have."""
    found = stretch([need for _, need in needs(group.boxes, part)], height, idle=_IDLE)
    assert found is not None, "a stretch was cut so that it fits"  # noqa: S101
    return found


def needs(boxes: Sequence[Box], part: Stretch) -> Iterator[tuple[Box, Need]]:
    """What is on in a stretch, and what it needs there."""
    for box in boxes:
        start, end = max(box.cell.start, part.start), min(box.cell.end, part.end)
        if start >= end:
            continue
        opening = box.opening if box.cell.start == part.start else 0.0
        yield box, Need(start, end, box.again if box.cell.start < part.start else box.height + opening)


def spelled(boxes: Sequence[Box], part: Stretch, page: int) -> list[Item]:
    """The items that are spelled out beneath a page of a stretch, in order."""
    begun = sorted(
        (box for box in boxes if box.page == page and part.start <= box.cell.start < part.end and box.numbers),
        key=lambda box: (box.x, box.cell.start),
    )
    return [item for box in begun for item in box.numbers]


def _readable(plan: Plan) -> bool:
    said = [item for group in plan.groups for box in group.boxes for item in box.cell.items]
    return len(plan.groups) <= _ACROSS and plan.numbers * _NUMBERED <= len(said)


def _weights(day: Parallel) -> list[float]:
    """How wide each column is to be."""
    shared = {cell.room for cell in day.cells if cell.lanes > 1}
    return [_SHARED if index in shared else 1.0 for index in range(len(day.rooms))]


def _estimates(desk: Desk, day: Parallel, space: Space, *, forced: bool) -> dict[tuple[int, int], float]:
    """About what it costs, in pages, to have so many columns on a page, at a level."""
    weights = _weights(day)
    gutter = GUTTER * desk.house.grid
    most = max(1, int((space.width + gutter) / (_NARROWEST * desk.house.scale.tiny + gutter)))
    costs = {}
    for columns in range(min(most, _MOST), 0, -1):
        pages = share(weights, max(float(columns), *weights))
        groups = tuple(pages[at : at + 2] for at in range(0, len(pages), 2))
        for number, level in enumerate(LEVELS[:ALL]):
            count = _estimate(desk, day, groups, space, level, forced=forced)
            costs[columns, number] = _LIST if count is None else min(_LIST, _cost(count, columns, number))
    return costs


def _estimate(
    desk: Desk, day: Parallel, groups: Sequence[tuple[range, ...]], space: Space, level: Level, *, forced: bool
) -> int | None:
    """About how many pages a grid takes; None if it is far from what can be read."""
    if len(groups) > _ACROSS and not forced:
        return None
    weights = _weights(day)
    count = 0
    for group in groups:
        stretches = cut(list(_estimated(desk, day, group, weights, space, level)), (space.height,))
        if stretches is None or (len(stretches) > _DOWN + 1 and not forced):
            return None
        count += len(group) * len(stretches)
    return count


def _cost(pages: float, columns: int, level: int) -> float:
    """What a grid of so many pages costs, in pages: small type and narrow columns make it worse."""
    return pages * (1 + _TINY * level + _WIDE * columns)


def _estimated(
    desk: Desk, day: Parallel, group: Sequence[range], weights: Sequence[float], space: Space, level: Level
) -> Iterator[Running]:
    """About what the cells of some rooms need."""
    grid = desk.house.grid
    size = desk.house.scale.small if level.size == "small" else desk.house.scale.tiny
    for page in group:
        edges = _edges(page, weights, space.width, GUTTER * grid)
        for cell in day.cells:
            if cell.room is not None and cell.room in page:
                width = edges[cell.room - page.start][1] / cell.lanes - INDENT * grid
                lines = [estimated_lines(desk, item, width / size) for item in cell.items]
                height = sum(lines) * leading(desk, level) + len(lines) * (ABOVE + BELOW) * grid + WHITE
                yield Running(cell.start, cell.end, min(height, 0.9 * space.height), 2 * leading(desk, level))


def _edges(page: range, weights: Sequence[float], width: float, gutter: float) -> tuple[tuple[float, float], ...]:
    """The left edge and the width of each column of a page."""
    spare = width - gutter * (len(page) - 1)
    unit = spare / sum(weights[index] for index in page)
    out: list[tuple[float, float]] = []
    x = 0.0
    for index in page:
        out.append((x, weights[index] * unit))
        x += weights[index] * unit + gutter
    return tuple(out)


def _planned(
    desk: Desk, wanted: Wanted, level: Level, groups: Sequence[tuple[range, ...]], *, thrifty: bool, forced: bool
) -> Plan | None:
    """The plan for rooms shared out so; None if something fits no page or, unless forced, time turns too often."""
    day, space = wanted.day, wanted.space
    manner = wanted.manner._replace(level=level)
    weights, gutter = _weights(day), GUTTER * desk.house.grid
    out: list[Group] = []
    for at, pages in enumerate(groups):
        edges = tuple(_edges(page, weights, space.width, gutter) for page in pages)
        head = _head(desk, day, pages, edges)
        area = Space(space.width, space.first - head, space.height - head)
        boxes = list(_boxes(desk, day, manner, pages, edges, area))
        if thrifty:
            boxes = list(_reduced(desk, boxes, manner, area))
        room = FEET * desk.house.grid if any(box.numbers for box in boxes) else 0.0
        running = [
            Running(box.cell.start, box.cell.end, box.height, box.again, box.opening, box.below, box.page)
            for box in boxes
        ]
        heights = (area.first - room if at == 0 else area.height - room, area.height - room)
        stretches = cut(running, heights, pages=len(pages))
        if stretches is None or (len(stretches) > _DOWN and not forced):
            return None
        out.append(Group(pages, edges, head, tuple(boxes), stretches))
    return Plan(tuple(out))


def _head(desk: Desk, day: Parallel, pages: Sequence[range], edges: Sequence[tuple[tuple[float, float], ...]]) -> float:
    """The height of the highest head over the columns of some pages, in points."""
    widths = {index: width for page, columns in zip(pages, edges, strict=True)
              for index, (_, width) in zip(page, columns, strict=True)}  # fmt: skip
    lines = [head_lines(desk, day.rooms[index], day.threads[index], width) for index, width in widths.items()]
    return (max(map(len, lines)) * HEAD + UNDER_HEAD) * desk.house.grid


def _boxes(
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


def _reduced(desk: Desk, boxes: Sequence[Box], manner: Manner, space: Space) -> Iterator[Box]:
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
