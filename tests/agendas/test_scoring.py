"""Tests of the scorer itself: a page that is understood scores full, and what is not found or not right is counted."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from booklet.errors import Fault, Place
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.model.program import Speaker
from tests.agendas.accounting import unaccounted
from tests.agendas.scoring import score
from tests.agendas.visible import VisibleLine, visible_lines

DAY = datetime.date(2026, 5, 4)
PAGE = "Monday, May 4, 2026\n\n9:00-9:45 Coffee break\n\n10:00-10:45 Ada Field (Mill College): Looms and numbers\n"


def item(**facts: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "date": "2026-05-04",
        "end": None,
        "kind": "talk",
        "title": "",
        "speakers": [],
        "chairs": [],
        "room": "",
    }
    return {**usual, "start": None, **facts}


def coffee(**facts: Any) -> dict[str, Any]:
    return item(**{"start": "09:00", "end": "09:45", "kind": "break", "title": "Coffee break", **facts})


def looms(**facts: Any) -> dict[str, Any]:
    ada = {"name": "Ada Field", "affiliation": "Mill College"}
    return item(**{"start": "10:00", "end": "10:45", "title": "Looms and numbers", "speakers": [ada], **facts})


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_score_of_a_page_that_is_understood_is_full(page: Path) -> None:
    found = score(page, {"items": [coffee(), looms()]})

    assert (found.found, found.expected, found.extra, found.differences) == (2, 2, 0, [])
    assert {(name, tally.right) for name, tally in found.fields.items() if tally.right != tally.of} == set()
    assert (found.fields["affiliations"].of, found.fields["room"].of, found.fields["start"].of) == (1, 0, 2)


def test_score_counts_what_is_missing_and_what_is_besides(page: Path) -> None:
    found = score(page, {"items": [coffee(), item(start="15:00", title="A talk that the page does not have")]})

    assert (found.found, found.expected, found.extra) == (1, 2, 1)
    assert found.differences == [
        "MISSING: 2026-05-04 15:00 'A talk that the page does not have'",
        "EXTRA: 2026-05-04 10:00 'Looms and numbers'",
    ]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"start": "10:05"}, "start"),
        ({"end": "11:00"}, "end"),
        ({"kind": "keynote"}, "kind"),
        ({"title": "Looms or numbers"}, "title"),
        ({"speakers": [{"name": "Ida Field"}]}, "speakers"),
        ({"speakers": [{"name": "Ada Field", "affiliation": "Tor College"}]}, "affiliations"),
        ({"chairs": ["Ada Field"]}, "chairs"),
        ({"room": "Room 1"}, "room"),
        ({"abstract_begins": "We weave"}, "abstract"),
    ],
)
def test_score_counts_a_field_that_is_wrong(page: Path, wrong: dict[str, Any], field: str) -> None:
    found = score(page, {"items": [coffee(), looms(**wrong)]})

    assert [name for name, tally in found.fields.items() if tally.right < tally.of] == [field]
    assert [difference.split(":")[0] for difference in found.differences] == [field]


def test_score_takes_other_readings_that_are_as_good(page: Path) -> None:
    loosely = looms(kind="keynote", kinds_also=["talk"], title="Looms", titles_also=["looms and numbers"])

    found = score(page, {"items": [coffee(), loosely]})

    assert found.differences == []


def test_score_of_a_pasted_page_leaves_out_what_pasting_loses(tmp_path: Path) -> None:
    pasted = tmp_path / "page.pasted.txt"
    pasted.write_text(PAGE, "utf-8")
    lost = item(start="12:00", title="Lunch", kind="lunch", pasted_unknown=["item"])

    found = score(pasted, {"items": [coffee(end="10:00", pasted_unknown=["end"]), looms(), lost]})

    assert (found.expected, found.differences, found.fields["end"].of) == (2, [], 1)


def test_visible_lines_of_hypertext_keep_their_numbers_and_leave_out_what_is_hidden() -> None:
    page = "<head><title>T</title></head>\n<script>\nno\n</script>\n<tr><td>9:00</td><td>R&amp;D<br>Ada</td></tr>"

    assert visible_lines(".html", page) == [VisibleLine(5, "9:00 R&D Ada")]


def test_visible_lines_of_markdown_are_without_front_matter_and_addresses() -> None:
    page = "---\ntitle: no\n---\n# Day\n[Talk](https://example.org/x) <b>now</b>\n{: .table}"

    assert visible_lines(".md", page) == [VisibleLine(4, "# Day"), VisibleLine(5, "[Talk now")]


def test_unaccounted_are_lines_with_a_word_that_nothing_has() -> None:
    entry = Entry(
        kind="talk",
        title="Looms",
        date=DAY,
        start=540,
        speakers=(Speaker("Ada Field"),),
        where=Place("page.txt", 2),
    )
    manuscript = Manuscript(event=no_event("Weaving"), entries=(entry,))
    lines = [
        VisibleLine(1, "Weaving, Monday May 4"),
        VisibleLine(2, "9:00 Speaker: Ada Field, Looms"),
        VisibleLine(3, "Ada Field brings a loom"),
        VisibleLine(4, "Cookies"),
        VisibleLine(5, "9 looms, 4 fields"),
    ]

    assert unaccounted(lines, manuscript, ()) == [lines[2], lines[3], lines[4]]
    assert unaccounted(lines, manuscript, [Fault("not understood", Place("page.txt", 4))]) == [lines[2], lines[4]]


def test_unaccounted_takes_halves_of_a_word_that_a_line_broke() -> None:
    entry = Entry(kind="talk", title="Cheap microphones", date=DAY, where=Place("page.txt", 1))
    manuscript = Manuscript(event=no_event(), entries=(entry,))

    assert unaccounted([VisibleLine(1, "Cheap micro-"), VisibleLine(2, "phones")], manuscript, ()) == []
