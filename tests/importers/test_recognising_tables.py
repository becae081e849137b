"""Only what is a table as a whole is read as one; agendas that were pasted, and prose, are pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from booklet.importers.intake import load
from booklet.importers.material import Material
from booklet.importers.recognising import recognise

AGENDAS = sorted(
    path
    for path in (Path(__file__).parents[1] / "fixtures" / "agendas").iterdir()
    if path.suffix in {".html", ".md", ".rst", ".txt"}
)
ROWS = "Date,Start,Title,Speaker\n2025-02-20,9:00,On a,Ann Lee\n2025-02-20,10:00,Coffee,\n2025-02-20,10:30,On b,Bo Ek\n"


def name_of(text: str) -> str:
    return recognise(Material("t", text.encode(), text)).name


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.name)
def test_agenda_is_a_page(path: Path) -> None:
    assert recognise(load(str(path), stdin=lambda: b"")).name == "page"


@pytest.mark.parametrize(
    "above", ["", "Zeta days\n", "Zeta days\nFebruary 20, 2025\n", "Zeta days,,,\n,,,\n", "sep=,\n"]
)
def test_table_below_titles_is_a_table(above: str) -> None:
    assert name_of(above + ROWS) == "spreadsheet"


def test_table_of_tabs_is_a_table_only_as_a_whole() -> None:
    rows = ROWS.replace(",", "\t")

    assert [name_of(above + rows) for above in ("", "Zeta\t\t\t\n", "Zeta days\n\n")] == [
        "spreadsheet",
        "spreadsheet",
        "page",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sunday, May 9th\n4:00 pm -\n6:00 pm\nRegistration\nMonday, May 10th\n7:30 am -\n6:00 pm\nRegistration\n",
        "Title, speaker and room\n\n9:00 On zeta, Ann Lee\n10:00 Coffee\n11:00 On eta\n",
        "Time, Title, Speaker\nare what we need from you.\nSend it soon.\nThe organisers, all of them\n",
    ],
)
def test_prose_with_commas_is_a_page(text: str) -> None:
    assert name_of(text) == "page"


def test_timetable_with_days_across_is_a_table() -> None:
    assert name_of(",Monday,Tuesday\n9:00,On a,On b\n10:00,Coffee,Coffee\n10:30,On c,On d\n") == "spreadsheet"
