"""The Excel workbook: real dates and times, texts that stay texts, the same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Final

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from booklet.exporters.rows import HEADINGS
from booklet.exporters.xlsx_file import xlsx_file
from booklet.model.program import Program
from tests.exporters.small import day_of, program

ISSUED: Final = datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc)


def sheet(of: Program) -> Worksheet:
    return load_workbook(io.BytesIO(xlsx_file(of, ISSUED).data)).worksheets[0]


def test_xlsx_has_a_row_for_each_entry_with_real_dates_and_times() -> None:
    rows = list(sheet(program()).iter_rows(values_only=True))

    assert rows[0] == HEADINGS
    assert [row[:3] for row in rows[1:4]] == [
        (datetime.datetime(2026, 12, 13), datetime.time(20), datetime.time(21, 30)),
        (datetime.datetime(2026, 12, 13), datetime.time(22), datetime.time(0, 30)),
        (datetime.datetime(2026, 12, 13), None, None),
    ]
    assert [row[4] for row in rows[1:]] == ["Twilight", "Meteors", "Small ones", "Big ones", "Soup", "Whenever"]


def test_xlsx_shows_dates_and_times_as_such() -> None:
    first = sheet(program())[2]

    assert [cell.number_format for cell in first[:3]] == ["yyyy-mm-dd", "hh:mm", "hh:mm"]


def test_xlsx_keeps_a_formula_as_text() -> None:
    cell = sheet(day_of('{talk: "=1+1"}'))["E2"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_xlsx_keeps_its_head_in_view() -> None:
    found = sheet(program())

    assert (found.freeze_panes, found.auto_filter.ref) == ("A2", "A1:O7")


def test_xlsx_reports_what_is_longer_than_a_cell() -> None:
    done = xlsx_file(day_of(f"{{talk: Long, abstract: {'word ' * 7000}}}"), ISSUED)

    assert [(problem.at, problem.what) for problem in done.problems] == [
        (
            ("days", 0, "sessions", 0),
            "the abstract of 'Long' is longer than a cell of Excel may be, and is cut short there",
        )
    ]


def test_xlsx_is_dated_by_the_program_and_not_by_the_clock() -> None:
    data = xlsx_file(program(), ISSUED).data

    properties = load_workbook(io.BytesIO(data)).properties
    assert (properties.created, properties.modified) == (datetime.datetime(2026, 11, 1), datetime.datetime(2026, 11, 1))
    assert {member.date_time for member in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert xlsx_file(program(), ISSUED).data == data
