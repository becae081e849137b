"""A program as comma-separated values, a row for each entry."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from booklet.exporters.rows import HEADINGS, Row, rows
from booklet.exporters.slots import Exported
from booklet.model.program import Program

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
"""What spreadsheets take for a formula; with the apostrophes before it, so that each cell can be read back."""


def csv_file(program: Program) -> Exported:
    """Write a program as CSV: UTF-8 with the byte order mark that Excel knows it by.

    Dates are as in 2025-02-20, times as in 09:45. Of the event, the venue and the booklet nothing is said, nor of
    people more than their names and affiliations.

    Source: RFC 4180.
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    entries = list(rows(program))
    writer.writerows(map(_cells, entries))
    return Exported(sheet.getvalue().encode("utf-8-sig"), len(entries))


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what looks like one.

    Source: OWASP, CSV Injection.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("'Tis so")
    ("'=1+1", "''=1+1", "'Tis so")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _cells(row: Row) -> list[str]:
    return [row.date.isoformat(), *[guarded(cell) for cell in row[1:] if isinstance(cell, str)]]
