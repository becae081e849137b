"""Books that are read from right to left: as their readers hold them, and beside the same books from left to right."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from booklet.geometry import BLEED
from booklet.layout.marks import Anchor, GlyphRun, Link, Mark, Picture
from booklet.layout.marks import Path as Drawn
from booklet.make import SetBook
from booklet.pdf.bounds import bounds
from booklet.signs import make_signs
from tests.books import TURNED, Library
from tests.reading import find_text, page_sizes
from tests.setting import HANG, house_of, lines_of

NEAR: Final = 0.01
"""What rounding may add up to, in points."""


def texts(done: SetBook, page: int) -> list[GlyphRun]:
    return [mark for part in done.book.pages[page].contents for mark in part.marks if isinstance(mark, GlyphRun)]


def figures(done: SetBook) -> list[tuple[str, tuple[Mark, ...]]]:
    """Everything that is a figure, with its alternative text, in the order of the pages."""
    parts = [part for page in done.book.pages for part in page.contents]
    return [(part.element.alt, part.marks) for part in parts if part.element and part.element.role == "Figure"]


def shape_of(marks: tuple[Mark, ...]) -> list[float]:
    """What a drawing looks like, wherever it stands: the coordinates of all that is in it."""
    box = bounds(marks)
    out: list[float] = []
    for mark in marks:
        match mark.moved(-box.x, -box.y):
            case GlyphRun(x=x, y=y) | Picture(x=x, y=y):
                out += [x, y]
            case Drawn(segments=segments):
                out += [number for step in segments for number in step[1:] if not isinstance(number, str)]
    return out


@pytest.mark.parametrize("name", TURNED)
def test_turned_book_has_all_marks_on_its_pages(name: str, library: Library) -> None:
    done = library.book(name)

    assert done.book.rtl
    assert done.faults == ()
    for page in done.book.pages:
        left, right = -BLEED - NEAR, page.size.width + BLEED + NEAR
        for mark in (mark for part in page.contents for mark in part.marks):
            box = bounds([mark])
            assert left <= box.x
            assert box.right <= right
            if isinstance(mark, Anchor | Link):
                assert 0.0 <= mark.x <= page.size.width


@pytest.mark.parametrize("name", TURNED)
def test_turned_book_has_its_folios_at_the_outer_edge(name: str, library: Library) -> None:
    done = library.book(name)
    house = house_of(done)
    inner, outer = (margin * house.space for margin in house.theme.margins[:2])
    seen = 0
    for at, page in enumerate(done.book.pages, start=1):
        parts = [part.marks for part in page.contents if part.element is None]
        found = [mark for marks in parts for mark in marks if isinstance(mark, GlyphRun) and mark.text == page.folio]
        for run in sorted(found, key=lambda run: run.y)[-1:]:
            seen += 1
            # The first page lies at the left when the book is open, and so do all odd ones.
            if at % 2:
                assert run.x == pytest.approx(outer, abs=1.0)
            else:
                assert run.x + run.width == pytest.approx(page.size.width - outer, abs=1.0)
    assert seen > len(done.book.pages) / 2
    assert inner > outer


@pytest.mark.parametrize("name", TURNED)
def test_turned_book_has_its_inner_margins_at_the_spine(name: str, library: Library) -> None:
    done = library.book(name)
    house = house_of(done)
    width, inner = house.trim.size.width, house.theme.margins.inner * house.space
    lines = [line for line in lines_of(done) if line.element is not None]
    odd = [width - line.right + HANG * line.size for line in lines if line.page % 2 == 0]
    even = [line.left + HANG * line.size for line in lines if line.page % 2 == 1]

    assert min(odd) >= inner
    assert min(even) >= inner
    assert min(odd) == pytest.approx(inner, abs=10.0)


@pytest.mark.parametrize("name", ["workshop-turned", "society-turned"])
def test_drawings_are_not_seen_in_a_mirror(name: str, library: Library) -> None:
    turned, plain = figures(library.book(name)), figures(library.book(TURNED[name]))

    assert len(turned) == len(plain) > 1
    for (_, here), (_, there) in zip(turned, plain, strict=True):
        assert shape_of(here) == pytest.approx(shape_of(there), abs=NEAR)


def test_thumb_tabs_are_at_the_fore_edge(library: Library) -> None:
    done = library.book("workshop-turned")
    width = done.book.pages[0].size.width

    sides = {}
    for at in range(len(done.book.pages)):
        for run in texts(done, at):
            if run.text == "Thu" and run.size < 8.0:
                sides[at + 1] = "left" if run.x + run.width < width / 2 else "right"

    assert sides == {number: "left" if number % 2 else "right" for number in (6, 8, 9, 10, 11)}


def test_first_rooms_of_a_grid_are_at_the_right(library: Library) -> None:
    done = library.book("parallel-turned")
    rooms = ["Red", "Green", "Blue", "Foyer"]
    page = next(at for at in range(len(done.book.pages)) if {"Monday", *rooms} <= {run.text for run in texts(done, at)})
    heads = {run.text: run.x + run.width for run in reversed(texts(done, page)) if run.text in rooms}
    labels = [run for run in texts(done, page) if run.text.strip() == "10:00"]

    assert sorted(rooms, key=lambda room: -heads[room]) == rooms
    assert max(run.x for run in labels) > heads["Red"]


def test_signs_are_turned_too(library: Library, tmp_path: Path) -> None:
    turned, plain = tmp_path / "turned.pdf", tmp_path / "plain.pdf"
    make_signs(library.path("parallel-turned"), turned, paper="a4")
    make_signs(library.path("parallel"), plain, paper="a4")

    width, _ = page_sizes(turned.read_bytes())[0]
    assert find_text(plain.read_bytes(), 0, "Red").left < width / 4
    assert find_text(turned.read_bytes(), 0, "Red").left > width / 2
