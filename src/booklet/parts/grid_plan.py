"""The plan of a day's grid: which rooms stand on which page, where time is cut, and how much each cell says.

A grid can be read, by our rule, if a day takes at most `_ACROSS` turns of the page from its first rooms to its last and
at most `_DOWN` from morning to night, if at most one entry in `_NUMBERED` must be spelled out beneath it, and if what
has no place in it leaves most of the first page free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.layout.columns import share
from booklet.layout.cutting import Running, Stretch, cut
from booklet.layout.tight import stretch
from booklet.layout.timescale import Need, TimeScale
from booklet.parts.desk import Desk
from booklet.parts.grid_boxes import WHITE, Box, Space, boxes_of, reduced
from booklet.parts.grid_cells import (
    ABOVE,
    ALL,
    BELOW,
    HEAD,
    INDENT,
    LEVELS,
    Level,
    Manner,
    estimated_lines,
    head_lines,
    leading,
)
from booklet.parts.parallel import Item, Parallel

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

_APART: Final = 1.2
"""Two labels of the time are at least so far apart, in ems of their type."""

_COMMON: Final = 1 / 3
"""A time that is no full hour is labelled where something starts then in so many of the columns."""


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


def labelled(desk: Desk, group: Group, part: Stretch, scale: TimeScale) -> list[tuple[int, bool]]:
    """The times that are labelled at the side, and whether each is a full hour.

    Those at which much starts come first, then the other hours where there is room.
    """
    least = _APART * desk.house.scale.tiny
    starts: dict[int, int] = {}
    for box, need in needs(group.boxes, part):
        if box.cell.start == need.start:
            starts[need.start] = starts.get(need.start, 0) + 1
    first, shared = part.start, _COMMON * sum(map(len, group.pages))
    hours = range(-(-first // 60) * 60, part.end, 60)
    many = sorted((time for time in starts if starts[time] >= shared), key=lambda time: (-starts[time], time))
    wanted = [*([first] if first in starts else []), *(time for time in hours if time in starts), *many]
    kept: list[int] = []
    for time in [*wanted, *hours]:
        apart = least if time in starts else 2 * least
        # Where something starts there is room for a line; elsewhere a label might stick out at the foot.
        if time not in starts and scale.heights[-1] - scale.at(time) < least:
            continue
        if all(abs(scale.at(time) - scale.at(other)) >= apart for other in kept):
            kept.append(time)
    return [(time, time % 60 == 0) for time in sorted(kept)]


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
        boxes = list(boxes_of(desk, day, manner, pages, edges, area))
        if thrifty:
            boxes = list(reduced(desk, boxes, manner, area))
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
