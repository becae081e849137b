"""The lines of every booklet are where lines should be, whatever the program and the paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final

import pytest

from booklet.layout.elements import Element
from booklet.make import SetBook, set_book
from tests.books import NAMES, Library
from tests.setting import Line, by_element, house_of, lines_of, outside_frame, outside_paper, overprinted

FITTING: Final = tuple(name for name in NAMES if name != "unbreakable")
"""The booklets in which nothing is too wide for its column."""

EXPECTED_FAULTS: Final = {"no-abstracts": ["none of the 4 talks has an abstract"]}

LONG: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 5

SETTING: Final = """
event: {{title: {title}, short_title: {short}, subtitle: {subtitle}, host: {host}, summary: {summary},
  language: en-US, conduct: {conduct}, contact: {contact}, registration: {{note: {registration}}}}}
venue: {{name: {venue}, room: {room}, address: [{address}], directions: {directions}, wifi: {{network: {network}}},
  rooms: {{Attic: {attic}}}}}
days:
  - date: 2026-03-03
    title: {day}
    sessions:
      - {{time: 8:30-9:00, break: {pause}}}
      - {{time: 9:00-10:00, talk: {talk}, abstract: {abstract}, room: {elsewhere}, note: {note}, keywords: [{keyword}],
          speaker: {{name: {name}, position: {position}, affiliation: {affiliation}}}, with: [{coauthor}]}}
      - {{time: 10:00-11:00, session: {session}, chair: {chair},
          talks: [{{talk: {inner}, speaker: {guest}, abstract: Text.}}]}}
"""
"""A program with a place for every text that is printed."""

PLACES: Final = (
    "title", "short", "subtitle", "host", "summary", "conduct", "contact", "registration", "venue", "room", "address",
    "directions", "network", "attic", "day", "pause", "talk", "abstract", "elsewhere", "note", "keyword", "name",
    "position", "affiliation", "coauthor", "session", "chair", "inner", "guest",
)  # fmt: skip


@pytest.fixture(params=FITTING)
def done(request: pytest.FixtureRequest, library: Library) -> SetBook:
    return library.book(request.param)


@pytest.fixture
def lines(done: SetBook) -> list[Line]:
    return lines_of(done)


@pytest.mark.parametrize("name", FITTING)
def test_set_book_finds_no_fault_but_those_of_the_program(name: str, library: Library) -> None:
    assert [fault.what for fault in library.book(name).faults] == EXPECTED_FAULTS.get(name, [])


def test_lines_stay_within_the_paper(done: SetBook, lines: list[Line]) -> None:
    assert [line.text for line in outside_paper(done, lines)] == []


def test_lines_stay_within_the_frame(done: SetBook, lines: list[Line]) -> None:
    assert [line.text for line in outside_frame(done, lines)] == []


def test_lines_are_not_printed_over_each_other(done: SetBook, lines: list[Line]) -> None:
    assert overprinted(done, lines) == []


def test_lines_end_in_no_more_than_two_hyphens_in_a_row(lines: list[Line]) -> None:
    runs = [
        [line.text for line in run]
        for paragraph in by_element(lines)
        for hyphened, group in groupby(paragraph, lambda line: bool(line.hyphen))
        if hyphened and len(run := list(group)) > 2
    ]

    assert runs == []


def test_paragraphs_end_in_no_divided_word_at_a_page_foot(lines: list[Line]) -> None:
    divided = [
        line.text
        for paragraph in by_element(lines)
        for line, after in pairwise(paragraph)
        if line.page != after.page and line.hyphen
    ]

    assert divided == []


def test_paragraphs_have_no_widows_and_no_orphans(lines: list[Line]) -> None:
    lonely = [
        part[0].text
        for paragraph in by_element(lines)
        if paragraph[0].page != paragraph[-1].page
        for _, group in groupby(paragraph, lambda line: line.page)
        if len(part := list(group)) < 2
    ]

    assert lonely == []


def test_paragraphs_end_in_more_than_a_part_of_a_word(lines: list[Line]) -> None:
    scraps = [
        after.text
        for paragraph in by_element(lines)
        for line, after in pairwise(paragraph)
        if after is paragraph[-1] and line.hyphen == "\u00ad" and " " not in after.text
    ]

    assert scraps == []


def test_headings_stand_over_what_they_head(done: SetBook, lines: list[Line]) -> None:
    house = house_of(done)
    written = [line for line in lines if line.element is not None]
    alone = [
        line.text
        for line, after in pairwise(written)
        if line.element is not None and line.element.role in {"H1", "H2", "H3"} and after.page != line.page
    ]
    low = [
        line.text
        for line, _ in pairwise(written)
        if line.element is not None
        and line.element.role in {"H1", "H3"}
        and line.base > house.frame(line.page + 1).bottom - 3 * house.grid
    ]

    assert (alone, low) == ([], [])


def test_set_book_tells_of_a_word_that_nothing_can_divide(library: Library) -> None:
    done = library.book("unbreakable")

    assert [(fault.what.partition(" by ")[0], fault.where and fault.where.line) for fault in done.faults] == [
        ("a line does not fit its column", 10)
    ]
    assert [line.text[:4] for line in outside_frame(done, lines_of(done))] == ["ABCD"]


@pytest.mark.parametrize("place", PLACES)
def test_set_book_tells_of_a_long_word_wherever_it_stands(place: str, tmp_path: Path) -> None:
    texts = {name: name.capitalize() for name in PLACES} | {place: LONG}
    path = tmp_path / "program.yaml"
    path.write_text(SETTING.format(**texts), encoding="utf-8")

    done = set_book(path)
    lines = lines_of(done)

    bad = [*outside_frame(done, lines), *outside_paper(done, lines)]
    assert not (bad or overprinted(done, lines)) or any(LONG in fault.what for fault in done.faults)


@pytest.mark.parametrize("name", ["workshop", "five-days", "german"])
def test_abstracts_stand_on_the_baseline_grid(name: str, library: Library) -> None:
    """Lines of facing pages are at one height, and those of the two sides of a leaf hide each other."""
    done = library.book(name)
    house = house_of(done)
    body = {child for section in sections(done) for child in section.children}
    off = {
        line.page + 1
        for line in lines_of(done)
        if line.element in body and line.runs[0].face == "serif"
        if abs((line.base - house.frame(line.page + 1).y) / house.grid % 1 - 0.75) > 0.01
    }

    assert off == set()


def sections(done: SetBook) -> Iterator[Element]:
    """The sections of the talks that have abstracts."""
    stack = [done.book.root]
    while stack:
        element = stack.pop()
        stack += element.children
        if any(child.role == "H3" for child in element.children):
            yield element
