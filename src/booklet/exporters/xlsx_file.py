"""A program as an Excel workbook: one sheet, a row for each entry, with real dates and times."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Final

from booklet.exporters.rows import HEADINGS, Row, rows
from booklet.exporters.slots import Exported, slots
from booklet.model.problem import Problem
from booklet.model.program import Key, Program
from booklet.model.texts import quoted

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS: Final = (12, 8, 8, 12, 48, 32, 40, 28, 18, 18, 28, 80, 32, 32)
"""The columns, in characters."""

_LONGEST: Final = 32_767
"""How many characters Excel keeps in a cell (Excel specifications and limits)."""

_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every member of the archive: the first that a ZIP file can say."""


def xlsx_file(program: Program, issued: datetime.datetime) -> Exported:
    """Write a program as an Excel workbook, with the same bytes whatever the clock says.

    Args:
        program: the program; its dates are after 1900, since Excel knows none before.
        issued: the moment that the workbook is dated.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - start-up time

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Program"
    sheet.append(HEADINGS)
    entries = list(rows(program))
    for number, row in enumerate(entries, start=2):
        _write_row(sheet, number, row)
    _dress(sheet, len(entries))
    problems = [
        _cut(heading, slot.entry.title, slot.entry.at)
        for slot, row in zip(slots(program), entries, strict=True)
        for heading, text in zip(HEADINGS[1:], row[1:], strict=True)
        if len(str(text)) > _LONGEST
    ]
    return Exported(_saved(book, program.event.title, issued), len(entries), tuple(problems))


def _write_row(sheet: Worksheet, number: int, row: Row) -> None:
    """Write a row, its texts as texts even where they look like formulas."""
    sheet.cell(number, 1, row.date).number_format = "yyyy-mm-dd"
    for column, time in ((2, row.start), (3, row.end)):
        if time:
            sheet.cell(number, column, datetime.time.fromisoformat(time)).number_format = "hh:mm"
    for column, text in enumerate(row[3:], start=4):
        if text:
            sheet.cell(number, column, str(text)[:_LONGEST]).data_type = "s"


def _dress(sheet: Worksheet, count: int) -> None:
    """Make the sheet readable: the head stays in view, columns are as wide as their texts want, long texts wrap."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - start-up time
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - start-up time

    top = Alignment(vertical="top", wrap_text=True)
    for row in sheet.iter_rows(min_row=1, max_row=count + 1, max_col=len(HEADINGS)):
        for cell in row:
            cell.alignment = top
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADINGS))}{count + 1}"


def _saved(book: Workbook, title: str, issued: datetime.datetime) -> bytes:
    """The workbook's bytes, with `issued` in place of the clock, which openpyxl writes into it."""
    from openpyxl.xml.constants import ARC_CORE  # noqa: PLC0415 - start-up time
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - start-up time

    facts = book.properties
    facts.title, facts.creator = title, "booklet"
    draft, final = io.BytesIO(), io.BytesIO()
    book.save(draft)
    facts.created = facts.modified = issued.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(final, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = tostring(facts.to_tree()) if name == ARC_CORE else old.read(name)
            member = zipfile.ZipInfo(name, _OLDEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, data)
    return final.getvalue()


def _cut(heading: str, title: str, at: Key) -> Problem:
    what = f"the {heading.lower()} of {quoted(title)} is longer than a cell of Excel may be, and is cut short there"
    return Problem(at, what, "export a .csv file too, which has it whole")
