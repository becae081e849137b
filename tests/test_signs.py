"""Door signs: a page for each room and day, everything on it, and nothing over anything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from booklet.design.paper import PAPERS, office_paper
from booklet.errors import BookletError
from booklet.layout.pages import Book
from booklet.make import SetBook
from booklet.model.program import Room, Session, Speaker
from booklet.parts.loose import LooseSheets
from booklet.parts.signs import set_signs
from booklet.signs import make_signs
from tests.books import PROGRAM
from tests.grids import desk_of, program_of, talk
from tests.reading import page_sizes, page_texts
from tests.setting import Line, lines_of, outside_paper, overprinted

LONG = "A title that is so long that it takes two lines even where it is printed small"


def signs_of(*days: list[Session], rooms: tuple[Room, ...] = ()) -> tuple[LooseSheets, SetBook, list[Line]]:
    desk = desk_of(program_of(*days, rooms=rooms))
    signs = set_signs(desk, PAPERS["a4"])
    book = Book(signs.pages, signs.root, signs.outline, "Signs", "", "", "en-GB")
    done = SetBook(desk.program, book, desk.typesetter, signs.faults, 1)
    return signs, done, lines_of(done)


def texts(lines: list[Line], page: int) -> list[str]:
    return [line.text.strip() for line in lines if line.page == page and line.element is not None]


def test_signs_are_by_room_and_day_and_only_where_something_is_on() -> None:
    first = [talk("One", 540, 600, "A"), talk("Two", 540, 600, "B")]
    second = [talk("Three", 540, 600, "A"), Session("lunch", "Lunch", 720, 780)]
    signs, _, lines = signs_of(first, second, rooms=(Room("Empty"), Room("B"), Room("A", building="East")))

    assert [texts(lines, page) for page in range(len(signs.pages))] == [
        ["B", "Monday, 2 March", "09:00–10:00", "Two", "Ada Abel"],
        ["A", "East", "Monday, 2 March", "09:00–10:00", "One", "Ada Abel"],
        ["A", "East", "Tuesday, 3 March", "09:00–10:00", "Three", "Ada Abel", "12:00–13:00", "Lunch"],
    ]
    assert [entry.title for entry in signs.outline][:2] == ["B · Monday, 2 March 2026", "A · Monday, 2 March 2026"]


def test_sign_of_a_session_names_its_chair_and_talks() -> None:
    block = Session("session", "Block", 540, 600, "A", chairs=(Speaker("Di Chair"),), talks=(talk("Inner", 540, 570),))
    _, _, lines = signs_of([block])

    assert texts(lines, 0)[2:] == ["09:00–10:00", "Block", "Chair: Di Chair", "09:00–09:30", "Inner", "Ada Abel"]


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (6, 1), (20, 3)])
def test_sign_is_as_large_as_it_fits_and_never_cut(count: int, pages: int) -> None:
    day = [talk(f"{LONG} {at}", 540 + at * 30, 570 + at * 30, "A rather long name of a room") for at in range(count)]
    signs, done, lines = signs_of(day)

    assert len(signs.pages) == pages
    assert signs.faults == ()
    assert outside_paper(done, lines) == []
    assert overprinted(done, lines) == []
    assert min(line.size for line in lines if "title" in line.text) >= 17.5
    assert sum("A rather" in line.text for line in lines) == pages
    said = " ".join(line.text.strip() for line in lines)
    assert all(f"small {at} " in f"{said} " for at in range(count))


def test_entries_without_a_time_stay_behind_what_they_follow() -> None:
    day = [talk("First", 540, 600, "A"), talk("Then", None, None, "A"), talk("Last", 600, 660, "A")]
    _, _, lines = signs_of(day)

    assert [text for text in texts(lines, 0) if text in {"First", "Then", "Last"}] == ["First", "Then", "Last"]


def test_paper_is_the_offices_where_the_venue_is() -> None:
    assert office_paper(("Austin, TX 78712", "United States"), "en-US") == "letter"
    assert office_paper(("Bonn", "Germany"), "en-US") == "a4"


def test_make_signs_writes_tagged_pages_on_the_paper_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "doors.pdf"
    made, _ = make_signs(PROGRAM, target, paper="a4")
    data = target.read_bytes()

    assert made.pages == len(page_sizes(data))
    assert {(round(width), round(height)) for width, height in page_sizes(data)} == {(595, 842)}
    assert "GDC 6.302" in page_texts(data)[0]
    with pikepdf.open(target) as file:
        assert "/StructTreeRoot" in file.Root


def test_signs_conform_to_pdf_a_and_pdf_ua(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    failed_rules = request.getfixturevalue("verapdf")
    target = tmp_path / "doors.pdf"
    make_signs(PROGRAM, target)

    assert failed_rules([target]) == []


def test_program_without_rooms_has_no_signs() -> None:
    signs = set_signs(desk_of(program_of([talk("Somewhere", 540, 600)])), PAPERS["a4"])

    assert signs.pages == ()


def test_make_signs_without_rooms_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text(
        "event: {title: T, language: en-US}\nvenue: {name: House}\ndays:\n  - date: 2026-03-03\n    sessions:\n"
        "      - {time: 9:00-10:00, talk: One, speaker: Ada Abel, abstract: Words.}\n",
        encoding="utf-8",
    )

    with pytest.raises(BookletError) as error:
        make_signs(path, tmp_path / "signs.pdf")

    assert [fault.what for fault in error.value.faults] == ["no entry has a room that a sign could be for"]
    assert not (tmp_path / "signs.pdf").exists()


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        make_signs(PROGRAM, tmp_path / name)

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_track_that_all_share_is_said_once_over_the_list() -> None:
    day = [replace(talk("One", 540, 600, "A"), track="Nets"), replace(talk("Two", 600, 660, "A"), track="Nets")]
    _, _, lines = signs_of(day)

    assert [text for text in texts(lines, 0) if "Nets" in text] == ["Nets"]
