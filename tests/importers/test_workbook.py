from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from booklet.errors import BookletError
from booklet.importers.tables import Row, Sheet
from booklet.importers.workbook import read_workbook


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A workbook in which a part of the archive is another one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content.decode()) if member == name else content)
    return stream.getvalue()


def rows_of(*rows: list[object], merged: str = "") -> tuple[Row, ...]:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    if merged:
        book.worksheets[0].merge_cells(merged)
    [sheet] = read_workbook(saved(book), "t.xlsx").sheets
    return sheet.rows


def refusal(data: bytes) -> str:
    with pytest.raises(BookletError) as caught:
        read_workbook(data, "t.xlsx")
    [fault] = caught.value.faults
    return fault.what


def test_dates_times_lengths_and_numbers_are_texts() -> None:
    row: list[object] = [
        datetime.date(2025, 2, 20),
        datetime.datetime(2025, 2, 20, 9, 30),
        datetime.time(9, 5),
        datetime.timedelta(minutes=75),
        3.0,
        0.25,
        True,
        " On a ",
    ]

    assert rows_of(row) == (Row(1, ("2025-02-20", "2025-02-20 09:30", "09:05", "01:15", "3", "0.25", "yes", "On a")),)


def test_cells_that_are_merged_downwards_stand_in_each_row() -> None:
    assert rows_of(["Day", "Title"], ["Monday", "On a"], ["", "On b"], ["", "On c"], merged="A2:A3") == (
        Row(1, ("Day", "Title")),
        Row(2, ("Monday", "On a")),
        Row(3, ("Monday", "On b")),
        Row(4, ("", "On c")),
    )


def test_cells_that_are_merged_sideways_tell_their_width() -> None:
    assert rows_of(["Time", "A", "B"], ["9:00", "Coffee", None], merged="B2:C2") == (
        Row(1, ("Time", "A", "B")),
        Row(2, ("9:00", "Coffee"), ((1, 2),)),
    )


def test_empty_rows_keep_their_numbers() -> None:
    assert rows_of(["a"], [], [None], ["b"]) == (Row(1, ("a",)), Row(4, ("b",)))


def test_hidden_sheets_are_left_out_and_named() -> None:
    book = Workbook()
    book.worksheets[0].append(["a"])
    for name, state in (("Budget", "hidden"), ("Secret", "veryHidden")):
        sheet = book.create_sheet(name)
        sheet.append(["b"])
        sheet.sheet_state = state

    found = read_workbook(saved(book), "t.xlsx")

    assert found.sheets == (Sheet("Sheet", (Row(1, ("a",)),)),)
    assert [fault.what for fault in found.report] == ["left out: hidden sheets: 'Budget', 'Secret'"]


def test_formulas_are_their_stored_results() -> None:
    book = Workbook()
    book.worksheets[0].append(["On a", "=1+1"])
    stored = changed(saved(book), "xl/worksheets/sheet1.xml", lambda text: re.sub(r"<v\s*/>|<v></v>", "<v>2</v>", text))

    found = read_workbook(stored, "t.xlsx")

    assert (found.sheets[0].rows, found.report) == ((Row(1, ("On a", "2")),), ())


def test_formulas_without_results_are_reported() -> None:
    book = Workbook()
    book.worksheets[0].append(["On a", "=1+1"])

    found = read_workbook(saved(book), "t.xlsx")

    assert found.sheets[0].rows == (Row(1, ("On a",)),)
    assert [fault.what for fault in found.report] == ["the formula in B1 has no stored result, so its cell is empty"]


def test_workbook_that_unpacks_to_too_much_is_refused() -> None:
    stream = io.BytesIO()
    packed = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with packed as archive, archive.open("xl/a.xml", "w") as member:
        for _ in range(257):
            member.write(b" " * (1 << 20))

    assert refusal(stream.getvalue()) == "the workbook unpacks to more than 256 MB, and was not read"


def test_workbook_that_lies_about_its_size_is_refused() -> None:
    """The sizes in the directory say less than what is packed."""
    book = Workbook()
    book.worksheets[0].append(["a" * 5000])
    data = bytearray(saved(book))
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert refusal(bytes(data)) == "this is no workbook that can be read"


def test_workbook_that_merges_everything_is_refused() -> None:
    book = Workbook()
    book.worksheets[0].append(["a", "b"])
    book.worksheets[0].merge_cells("A1:B1")
    data = changed(saved(book), "xl/worksheets/sheet1.xml", lambda text: text.replace("A1:B1", "A1:XFD1048576"))

    assert refusal(data) == "the workbook merges 17,179,869,184 cells, and was not read"


def test_workbook_with_entities_is_refused() -> None:
    book = Workbook()
    book.worksheets[0].append(["a"])
    bomb = changed(saved(book), "xl/worksheets/sheet1.xml", lambda text: f'<!DOCTYPE x [<!ENTITY a "aa">]>{text}')

    assert refusal(bomb) == "the workbook's part 'xl/worksheets/sheet1.xml' is none that a spreadsheet writes"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 100])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert refusal(data) == "this is no workbook that can be read"


def test_other_archive_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a")

    assert refusal(stream.getvalue()) == "the workbook cannot be read (KeyError)"
