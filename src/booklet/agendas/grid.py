"""Where the cells of a table stand: spans filled in, and rows that lack cells moved to where they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from booklet.agendas.page import Cell, Table
from booklet.errors import Fault, Place
from booklet.manuscripts.dates import When, find_date
from booklet.manuscripts.hours import Hours, hours_at
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.people_lists import name_score, read_people
from booklet.model.texts import quoted

Role: TypeAlias = When | str
"""What a column holds: a label's matter, a day's program, or (in any other words) what happens in a room."""

EMPTY: Final = re.compile(r"[\s\W]*$")
_NAMED: Final = 0.5
"""From this score on a text is a name."""

_FEWEST: Final = 2
"""So many days and so many times make a timetable."""

_LETTERS: Final = 3
"""A word that stands upright has more letters than that, or as many."""

_WIDEST: Final = 60
"""More columns than that no timetable has."""


class Spot(NamedTuple):
    """A cell where it begins in the grid, and how far down it goes."""

    cell: Cell
    row: int
    column: int
    last: int


@dataclass(slots=True)
class Grid:
    """Where each cell stands: by (row, column), spans filled in."""

    spots: dict[tuple[int, int], Spot] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0

    def row(self, number: int) -> list[Spot]:
        """The cells that begin in a row, from left to right."""
        here = [self.spots[number, column] for column in range(self.columns) if (number, column) in self.spots]
        return [spot for spot in dict.fromkeys(here) if spot.row == number]


def laid_out(table: Table) -> Grid:
    """The cells in a grid, where those that span rows push the ones below to the right (HTML 5, 4.9.12)."""
    grid = Grid()
    for number, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (number, column) in grid.spots:
                column += 1
            if column >= _WIDEST:
                break
            last = min(number + cell.rows, len(table.rows)) - 1
            spot = Spot(_upright(cell), number, column, last)
            for row in range(number, last + 1):
                for across in range(column, min(column + cell.columns, _WIDEST)):
                    grid.spots.setdefault((row, across), spot)
            column += cell.columns
    grid.rows = len(table.rows)
    grid.columns = min(_WIDEST, 1 + max((column for _, column in grid.spots), default=-1))
    return grid


def turned(grid: Grid) -> Grid:
    """A table with a row for each day, and times along its top, as one with a column for each day.

    The grid itself if it is none.
    """
    top = [spot for spot in grid.row(0) if spot.column > 0 and not EMPTY.match(spot.cell.text)]
    side = [grid.spots.get((row, 0)) for row in range(1, grid.rows)]
    days = [spot for spot in dict.fromkeys(side) if spot is not None and find_date(spot.cell.text)]
    if len(top) < _FEWEST or len(days) < _FEWEST or len(days) < len(dict.fromkeys(side)):
        return grid
    if not all(hours_of(spot.cell) for spot in top):
        return grid
    out = Grid(rows=grid.columns, columns=grid.rows)
    for spot in dict.fromkeys(grid.spots.values()):
        across, down = spot.last - spot.row + 1, spot.cell.columns
        cell = spot.cell._replace(columns=across, rows=down)
        if (spot.row, spot.column) == (0, 0):
            cell = cell._replace(lines=())
        new = Spot(cell, spot.column, spot.row, min(spot.column + down, grid.columns) - 1)
        for row in range(new.row, new.last + 1):
            for column in range(new.column, new.column + across):
                out.spots[row, column] = new
    return out


def _upright(cell: Cell) -> Cell:
    """A cell whose word stands upright, a letter a line, with its word: L, U, N, C, H."""
    if len(cell.lines) < _LETTERS or any(len(line.text) != 1 for line in cell.lines):
        return cell
    return cell._replace(lines=(cell.lines[0]._replace(text="".join(line.text for line in cell.lines).capitalize()),))


def aligned(grid: Grid, heads: dict[int, Role], first: int, file: str) -> tuple[Grid, list[Fault]]:
    """Rows that lack cells, moved under their headings by their time, or to the right where they have none."""
    time = next((column for column, role in sorted(heads.items()) if role in {"time", "start"}), None)
    width = max((column for column in heads), default=-1) + 1
    by_day = any(isinstance(role, When) for role in heads.values())
    if not heads:
        timed = [number for number in range(grid.rows) if (row := grid.row(number)) and hours_of(row[0].cell)]
        if 2 * len(timed) > grid.rows:
            width = max(len(grid.row(number)) for number in timed)
    out = Grid(rows=grid.rows, columns=grid.columns)
    lost: list[Fault] = []
    if by_day and time is None:
        width, time = grid.columns, 0
    for number in range(grid.rows):
        cells = [spot.cell for spot in grid.row(number)]
        shift = 0
        if number >= first and cells and (heads or width):
            at = next((place for place, cell in enumerate(cells) if hours_of(cell)), None)
            if by_day and at is not None and len(cells) < width:
                days = sum(isinstance(role, When) for role in heads.values())
                texts = [cell for cell in cells if not EMPTY.match(cell.text) and not hours_of(cell)]
                if 0 < len(texts) < days:
                    lost.append(unplaced(cells[at], texts, file))
                    continue
                cells = cells if texts else cells[: at + 1]
            elif at is not None and time is not None:
                shift = time - at
            elif at is None and len(cells) > 1 and (len(cells) < width or not heads):
                shift = max(width - len(cells), 0 if heads else 1)
            if not by_day and at is not None:
                cells = _widened(cells, heads, shift, width)
        column = shift
        for cell in cells:
            spot = Spot(cell, number, column, number)
            for across in range(column, column + cell.columns):
                out.spots[number, across] = spot
            column += cell.columns
    lowest = min((column for _, column in out.spots), default=0)
    if lowest < 0:
        return _moved(out, -lowest, heads), lost
    out.columns = 1 + max((column for _, column in out.spots), default=-1)
    return out, lost


def _widened(cells: list[Cell], heads: dict[int, Role], shift: int, width: int) -> list[Cell]:
    """A row whose cell under "Speaker" is nobody: it spanned that column and those beside it, up to the last ones."""
    missing = width - len(cells) - shift
    at = next((place for place in range(len(cells)) if heads.get(place + shift) == "speaker"), None)
    if missing <= 0 or at is None or EMPTY.match(cells[at].text):
        return cells
    text = cells[at].text
    people = read_people(text)
    if kind_of(text) == "talk" and people and name_score(people[0].name) >= _NAMED:
        return cells
    return [*cells[:at], cells[at]._replace(columns=1 + missing), *cells[at + 1 :]]


def _moved(grid: Grid, by: int, heads: dict[int, Role]) -> Grid:
    """A grid with room for cells to the left of the first heading; the headings move along."""
    spots = {(row, column + by): spot._replace(column=spot.column + by) for (row, column), spot in grid.spots.items()}
    moved = {column + by: role for column, role in heads.items()}
    heads.clear()
    heads.update(moved)
    return Grid(spots, grid.rows, 1 + max(column for _, column in spots))


def unplaced(time: Cell, texts: Sequence[Cell], file: str) -> Fault:
    """The fault that cells stand beside a time, but that nothing tells in which column."""
    said = ", ".join(quoted(cell.text) for cell in texts)
    what = f"left out: {said} at {time.text}, since copying the page has lost in which column it stands"
    hint = "save the page itself (HTML) and import that, or add the entry by hand"
    return Fault(what, Place(file, time.lines[0].number), hint)


def hours_of(cell: Cell) -> Hours | None:
    """The time that a cell states, if it states nothing else."""
    text = cell.text.strip()
    found = hours_at(text, alone=True)
    if found is None or text[found.ends :].strip(" .:;,hU()–—-"):
        return None
    return found
