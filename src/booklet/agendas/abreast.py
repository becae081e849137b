"""Days that stand side by side in one table, each with times of its own: a table for each of them.

    Thursday                         | Friday
    9:00-9:50   | Rings with ideals  | 9:30-10:20  | Quivers
    12:10-13:30 | Lunch              | 12:40-13:40 | Lunch

1. Every heading is a day, and below each of two days or more there is a column of times.
2. A cell across several days happens on each of them, at the time that stands in its row.
3. Where copying from a browser has left a row with fewer cells than the days need, nothing tells whose they are: what
   it says is reported, not placed.
"""

from __future__ import annotations

from typing import NamedTuple

from booklet.agendas.grid import EMPTY, Grid, Role, hours_of, unplaced
from booklet.agendas.page import Cell, Table
from booklet.errors import Fault
from booklet.manuscripts.dates import When


class DayTable(NamedTuple):
    """The table of one day, the day, and the line that its heading stands in."""

    when: When
    number: int
    table: Table


class Abreast(NamedTuple):
    """The tables of the days, and what could not be given to one of them."""

    days: tuple[DayTable, ...]
    report: tuple[Fault, ...] = ()


def days_abreast(table: Table, grid: Grid, heads: dict[int, Role], first: int, file: str) -> Abreast:
    """A table taken apart by its days; no days if they do not stand side by side. `file` names the source in faults."""
    starts = sorted(column for column, role in heads.items() if isinstance(role, When))
    if len(starts) < 2 or len(starts) < len(heads):
        return Abreast(())
    if table.ragged and _is_pairs(grid, first):
        # The headings' spans are lost in copying.
        starts = [2 * at for at in range(len(starts))]
    ends = [*starts[1:], max(grid.columns, starts[-1] + 1)]
    ranges = list(zip(starts, ends, strict=True))
    if not all(_has_times(grid, begin, end, first) for begin, end in ranges):
        return Abreast(())
    report: list[Fault] = []
    whens = [when for _, when in sorted(heads.items()) if isinstance(when, When)]
    rows: list[list[tuple[Cell, ...]]] = [[] for _ in ranges]
    for number in range(first, grid.rows):
        here = [spot.cell for spot in grid.row(number)]
        timed = next((cell for cell in here if hours_of(cell)), None)
        if table.ragged and timed is not None and len(here) < ends[-1] - starts[0]:
            said = [cell for cell in here if cell is not timed and not EMPTY.match(cell.text)]
            report += [unplaced(timed, said, file)] if said else []
            continue
        for day, (begin, end) in enumerate(ranges):
            rows[day].append(_cells(grid, number, begin, end))
    line = next((cell.lines[0].number for spot in grid.row(first - 1) if (cell := spot.cell).lines), table.number)
    days = (DayTable(when, line, Table(tuple(cells), table.number)) for when, cells in zip(whens, rows, strict=True))
    return Abreast(tuple(days), tuple(report))


def _is_pairs(grid: Grid, first: int) -> bool:
    """Whether some row goes time, text, time, text."""
    for number in range(first, grid.rows):
        cells = [spot.cell for spot in grid.row(number)]
        if len(cells) >= 4 and all(hours_of(cell) for cell in cells[::2] if not EMPTY.match(cell.text)):
            return sum(hours_of(cell) is not None for cell in cells) >= 2
    return False


def _has_times(grid: Grid, begin: int, end: int, first: int) -> bool:
    """Whether there is a column of times among some columns, and another beside it."""
    if end - begin < 2:
        return False
    for column in range(begin, end):
        spots = [grid.spots.get((row, column)) for row in range(first, grid.rows)]
        cells = [spot.cell for spot in spots if spot is not None and spot.column >= begin]
        filled = [cell for cell in cells if not EMPTY.match(cell.text)]
        if filled and 2 * sum(hours_of(cell) is not None for cell in filled) > len(filled):
            return True
    return False


def _cells(grid: Grid, number: int, begin: int, end: int) -> tuple[Cell, ...]:
    """The cells of a row that are a day's: those that begin in its columns, and one that lies across them all."""
    here = [spot for spot in grid.row(number) if begin <= spot.column < end]
    across = grid.spots.get((number, begin))
    if not here and across is not None and across.row == number and across.column < begin:
        timed = [spot.cell for spot in grid.row(number) if spot.column < across.column and hours_of(spot.cell)]
        return (*timed[-1:], across.cell._replace(columns=1))
    return tuple(spot.cell._replace(columns=min(spot.cell.columns, end - spot.column)) for spot in here)
