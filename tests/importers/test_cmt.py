from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from booklet.errors import BookletError, Place
from booklet.importers.cmt import FORMAT
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry
from booklet.model.program import Speaker

ROWS = [
    ["Paper ID", "Paper Title", "Abstract", "Primary Contact Author Name", "Primary Contact Author Email",
     "Author Names", "Author Emails", "Track Name", "Status", "Q1 (Slides?)"],
    ["7", "On a", "We show.", "Ann Lee", "ann@example.org", "Lee, Ann (MIT, USA)*; Bo Ek (ETH)",
     "ann@example.org*; bo@example.org", "Theory", "Accept", "yes"],
    ["8", "On b", "No.", "Cy Fox", "cy@example.org", "Cy Fox (Oslo)", "cy@example.org", "Theory", "Reject", ""],
]  # fmt: skip


def of_text(rows: list[list[str]], sign: str = "\t") -> Material:
    text = "\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    return Material("cmt.txt", text.encode(), text)


def of_workbook(rows: list[list[str]], *above: list[str]) -> Material:
    book = Workbook()
    for row in (*above, *rows):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return Material("Papers.xlsx", stream.getvalue())


@pytest.mark.parametrize(
    ("material", "line"),
    [(of_text(ROWS), 2), (of_text(ROWS, ","), 2), (of_workbook(ROWS), 2), (of_workbook(ROWS, ["Papers"]), 3)],
)
def test_accepted_paper(material: Material, line: int) -> None:
    assert recognise(material).name == "cmt"

    manuscript = FORMAT.read(material, Asked())

    assert manuscript.papers == (
        Entry(
            kind="talk",
            title="On a",
            track="Theory",
            speakers=(Speaker("Ann Lee", affiliation="MIT, USA"), Speaker("Bo Ek", affiliation="ETH")),
            abstract="We show.",
            ident="7",
            where=Place(material.name, line),
        ),
    )
    assert [fault.what for fault in manuscript.report] == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 1 answer to a form (private)",
        "left out: 3 e-mail addresses and telephone numbers (private)",
    ]
    assert dict(manuscript.people) == {}


def test_addresses_are_imported_if_asked_for() -> None:
    manuscript = FORMAT.read(of_text(ROWS), Asked(private=True))

    assert {name: who.email for name, who in manuscript.people.items()} == {
        "Ann Lee": "ann@example.org",
        "Bo Ek": "bo@example.org",
    }


def test_other_tables_are_not_recognised() -> None:
    text = "Date,Title,Speaker\n2025-02-20,On a,Ann Lee\n"
    others = [of_workbook([["Date", "Title"], ["2025-02-20", "On a"]]), Material("t.csv", text.encode(), text)]

    assert [FORMAT.recognise(material) for material in others] == [False, False]


def test_table_without_papers_is_refused() -> None:
    with pytest.raises(BookletError) as caught:
        FORMAT.read(of_text(ROWS[:1]), Asked())

    assert caught.value.faults[0].what == (
        "no paper was found: expected the columns Paper ID, Paper Title and Author Names"
    )
