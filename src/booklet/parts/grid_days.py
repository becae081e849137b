"""Which days can have a grid, and what is over its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.parts.desk import Desk
from booklet.parts.grid_beside import set_beside
from booklet.parts.grid_boxes import Space
from booklet.parts.grid_cells import (
    LEVELS,
    Manner,
)
from booklet.parts.grid_plan import TIMES, Plan, Wanted, find_plans
from booklet.parts.headings import day_opener
from booklet.parts.parallel import Parallel

FOOT: Final = 1.0
"""The height of the line under a grid that says where it continues, in grid units."""

_MOST_BESIDE: Final = 0.3
"""So much of a page's height may go to what has no place in its grid."""


class DayGrid(NamedTuple):
    """A day that can be set as a grid: its columns, its plan, and the heights over its first spread's columns."""

    day: int
    columns: Parallel
    plan: Plan
    opener: float

    @property
    def faces(self) -> bool:
        """Whether it is over facing pages, the first of which must be a verso."""
        return any(len(group.pages) > 1 for group in self.plan.groups)


def day_grids(desk: Desk, days: Mapping[int, Parallel], *, forced: bool) -> dict[int, DayGrid]:
    """The grids of some days, all of one look, by the days' indexes; those that cannot be read are left out.

    Args:
        desk: sets the words.
        days: the days in columns.
        forced: whether grids are wanted even if they take many pages.
    """
    house = desk.house
    frame = house.wide(1)
    height = frame.height - FOOT * house.grid
    wanted: dict[int, Wanted] = {}
    openers: dict[int, tuple[float, float]] = {}
    for index, columns in days.items():
        opener = height_of(day_opener(desk, index, Element("Sect"))) + house.grid
        beside = height_of(set_beside(desk, columns, []))
        if beside > _MOST_BESIDE * frame.height or not columns.cells:
            continue
        beside += house.grid / 2 if beside else 0.0
        openers[index] = opener, beside
        space = Space(frame.width - TIMES * house.grid, height - opener - beside, height)
        wanted[index] = Wanted(columns, Manner(LEVELS[0], house.day_ink(index)), space)
    grids = {}
    plans = find_plans(desk, list(wanted.values()), forced=forced)
    for (index, one), plan in zip(wanted.items(), plans, strict=True):
        if plan is not None:
            # What has no place in the grid is beside the opener where a page faces it.
            faces = len(plan.groups[0].pages) > 1
            over = max(openers[index]) if faces else sum(openers[index])
            grids[index] = DayGrid(index, one.day, plan, over)
    return grids
