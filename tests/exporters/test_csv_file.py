"""CSV: what stands in which cell, and that no cell is taken for a formula."""

from __future__ import annotations

import csv
import io

import pytest

from booklet.exporters.csv_file import csv_file, guarded
from booklet.exporters.rows import HEADINGS
from booklet.model.program import Program
from tests.exporters.small import day_of, program


def table(of: Program) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_file(of).data.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_for_each_entry() -> None:
    head, *rows = table(program())

    assert tuple(head) == HEADINGS
    assert [row[1:6] for row in rows] == [
        ["20:00", "21:30", "talk", "Twilight", ""],
        ["22:00", "00:30", "session", "Meteors", ""],
        ["", "", "talk", "Small ones", "Meteors"],
        ["23:00", "23:15", "talk", "Big ones", "Meteors"],
        ["00:30", "", "social", "Soup", ""],
        ["", "", "break", "Whenever", ""],
    ]


def test_csv_of_a_talk_fills_every_cell_that_the_program_has_something_for() -> None:
    row = dict(zip(HEADINGS, table(program())[1], strict=True))

    assert row == {
        "Date": "2026-12-13",
        "Start": "20:00",
        "End": "21:30",
        "Kind": "talk",
        "Title": "Twilight",
        "Session": "",
        "Speakers": "Ada Abel (Oslo); Bo Berg",
        "Chairs": "",
        "Room": "Dome",
        "Track": "Sky",
        "Keywords": "sky; dusk",
        "Abstract": "Dusk, from the east.",
        "Note": "",
        "Co-authors": "Cy Coe (Rome)",
        "Second title": "",
    }


def test_csv_puts_a_talk_into_its_sessions_room() -> None:
    assert [row[8] for row in table(program())[1:]] == ["Dome", "Roof", "Roof", "Roof", "Dome", "Dome"]


def test_csv_begins_with_the_mark_that_excel_wants_and_ends_lines_as_the_standard_does() -> None:
    lines = csv_file(day_of("{talk: One}")).data.split(b"\r\n")

    assert [lines[0][:7], lines[1][:10], lines[2]] == [b"\xef\xbb\xbfDate", b"2026-03-03", b""]


@pytest.mark.parametrize("title", ["=1+1", "+49 30", "-", "@home"])
def test_csv_guards_what_looks_like_a_formula(title: str) -> None:
    rows = table(day_of(f'{{talk: "{title}", note: "{title}"}}'))

    assert (rows[1][4], rows[1][12]) == (f"'{title}", f"'{title}")


@pytest.mark.parametrize("text", ["", "a=1", "'Tis", "日本"])
def test_guarded_leaves_other_texts_alone(text: str) -> None:
    assert guarded(text) == text


def test_csv_keeps_quotes_commas_and_paragraphs() -> None:
    rows = table(day_of('{talk: "A \\"b\\", c", abstract: "One.\\n\\nTwo."}'))

    assert (rows[1][4], rows[1][11]) == ('A "b", c', "One.\n\nTwo.")
