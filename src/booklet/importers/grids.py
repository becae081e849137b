"""Timetables drawn in a spreadsheet (times down, rooms or days across) are read as the tables of a page are."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Final

from booklet.agendas.labels import heading_of
from booklet.agendas.read import read_page
from booklet.importers.columns import Columns
from booklet.importers.table_days import day_in
from booklet.importers.tables import Row, Sheet
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.hours import hours_at
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Kind

_HELD_SOMEWHERE: Final[frozenset[Kind]] = frozenset({"talk", "session", "panel", "workshop", "poster"})
"""What is in the room, or on the day, whose column it stands in; anything else that is alone is for all."""

_HEAD: Final = 6
"""Within so many rows the rooms or days of a timetable are named."""


def is_grid(columns: Columns) -> bool:
    """Whether headings are those of a timetable: a time beside rooms or days, and nothing that says what happens."""
    several = bool(columns.beaten or columns.unknown)
    return several and columns.has("time", "start") and not columns.has("title", "session", "speaker", "abstract")


def is_drawn(sheet: Sheet) -> bool:
    """Whether a sheet without known headings is a timetable.

    Most of its rows begin with a time, below a row of several days, or of several columns headed by something.
    """
    head = next((at for at, row in enumerate(sheet.rows[:_HEAD]) if len(row.filled) > 2 or _names_days(row)), None)
    if head is None:
        return False
    below = [row for row in sheet.rows[head + 1 :] if row.filled]
    timed = sum(_is_time(row.cells[row.filled[0]]) for row in below)
    first = sheet.rows[head]
    headed = _names_days(first) or heading_of(first.cell(0)) == "time"
    return headed and 2 * timed >= len(below) > 1


def read_grids(sheets: Sequence[Sheet], name: str, asked: Asked) -> Manuscript:
    """Read timetables.

    Raises:
        BookletError: there is no agenda in them.
    """
    return read_page(
        name, "\n".join(line for sheet in sheets for line in _lines(sheet, several=len(sheets) > 1)), asked
    )


def _lines(sheet: Sheet, *, several: bool) -> Iterator[str]:
    """A sheet as HTML, each row in the line that it has in the sheet, so that places are right for a single sheet.

    A text that stands in one column in rows below each other is a cell that spans them, as merged cells do; a pause
    alone beside its time spans all columns.
    """
    opening = f"<h2>{html.escape(sheet.name)}</h2><table>" if several and sheet.name else "<table>"
    number = 1
    width = max((len(row.cells) for row in sheet.rows), default=0)
    for at, row in enumerate(sheet.rows):
        while number < row.line:
            yield ""
            number += 1
        closing = "</table>" if at + 1 == len(sheet.rows) else ""
        yield f"{opening}<tr>{''.join(_cells(sheet.rows, at, width))}</tr>{closing}"
        opening = ""
        number += 1


def _cells(rows: Sequence[Row], at: int, width: int) -> Iterator[str]:
    row = rows[at]
    alone = [place for place in row.filled if not _is_time(row.cells[place])]
    merged = dict(row.spans)
    timed = len(row.filled) > len(alone)
    column = 0
    while column < width:
        text = row.cell(column)
        if text and not _is_time(text) and at and rows[at - 1].cell(column) == text:
            column += 1
            continue
        pauses = timed and alone == [column] and kind_of(text) not in _HELD_SOMEWHERE
        across = merged.get(column, width - column if pauses else 1)
        down = 1
        while text and not _is_time(text) and at + down < len(rows) and rows[at + down].cell(column) == text:
            down += 1
        span = (f' colspan="{across}"' if across > 1 else "") + (f' rowspan="{down}"' if down > 1 else "")
        yield f"<td{span}>{html.escape(text).replace(chr(10), '<br>')}</td>"
        column += across


def _names_days(row: Row) -> bool:
    return sum(day_in(row.cells[at]) is not None for at in row.filled) > 1


def _is_time(text: str) -> bool:
    found = hours_at(text, alone=True) if len(text) < 40 else None
    return found is not None and not text[found.ends :].strip(" .:;,hU()–—-")
