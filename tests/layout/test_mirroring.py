from __future__ import annotations

from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.geometry import Rect, Size
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, Far, Fill, GlyphRun, Ink, Link, Mark, Path, Picture, Rule, Segment
from booklet.layout.mirroring import turn, turn_drawing, turn_page
from booklet.layout.pages import Content, Page
from booklet.pdf.bounds import bounds

BLACK = Ink(0, 0, 0)
WIDTH = 400.0

Strategy: TypeAlias = st.SearchStrategy[float]

# Quarters of a point are exact in binary, so that sums and differences are, too.
POINTS: Strategy = st.integers(-400, 2000).map(lambda number: number / 4)
LENGTHS: Strategy = st.integers(0, 800).map(lambda number: number / 4)

SEGMENTS: st.SearchStrategy[Segment] = st.one_of(
    st.tuples(st.sampled_from("ML"), POINTS, POINTS),
    st.tuples(st.just("C"), POINTS, POINTS, POINTS, POINTS, POINTS, POINTS),
    st.tuples(st.just("Z")),
)
INKED: st.SearchStrategy[Mark] = st.one_of(
    st.builds(
        GlyphRun, POINTS, POINTS, st.just("f"), LENGTHS, st.just(BLACK), st.just("<0001>"), st.just("a"), LENGTHS
    ),
    st.builds(Rule, POINTS, POINTS, POINTS, POINTS, LENGTHS, st.just(BLACK)),
    st.builds(Fill, POINTS, POINTS, LENGTHS, LENGTHS, st.just(BLACK)),
    st.builds(
        Path,
        st.lists(SEGMENTS, min_size=1, max_size=5).map(tuple),
        st.just(BLACK),
        clip=st.none() | st.tuples(POINTS, POINTS, LENGTHS, LENGTHS),
    ),
    st.builds(Picture, POINTS, POINTS, LENGTHS, LENGTHS, st.just(b"picture")),
)
MARKS: st.SearchStrategy[Mark] = st.one_of(
    INKED,
    st.builds(Link, POINTS, POINTS, LENGTHS, LENGTHS, st.just("#a"), st.just("a")),
    st.builds(Anchor, POINTS, POINTS, st.just("a")),
)


@given(MARKS)
def test_turn_twice_is_the_same_mark(mark: Mark) -> None:
    assert turn(turn(mark, WIDTH), WIDTH) == mark


@given(INKED)
def test_turn_keeps_the_size_and_the_height_of_what_is_seen(mark: Mark) -> None:
    before, after = bounds([mark]), bounds([turn(mark, WIDTH)])

    assert after[1:] == before[1:]
    assert bounds([mark]) == Rect(0, 0, 0, 0) or after.x == WIDTH - before.right


@given(st.lists(MARKS, max_size=4), POINTS, LENGTHS)
def test_drawing_on_a_turned_page_is_only_moved(marks: list[Mark], x: float, width: float) -> None:
    area = Rect(x, 10.0, width, 20.0)
    element = Element("Figure")
    page = Page(Size(WIDTH, 600.0), "1", (Content(element, turn_drawing(marks, area)),))

    across = WIDTH - area.x - area.right
    assert turn_page(page).contents == (Content(element, tuple(mark.moved(across, 0.0) for mark in marks)),)


@given(st.lists(st.lists(MARKS, max_size=3), max_size=3))
def test_turned_page_keeps_its_order_and_what_marks_belong_to(parts: list[list[Mark]]) -> None:
    elements = [Element("P") for _ in parts]
    contents = tuple(Content(element, tuple(marks)) for element, marks in zip(elements, parts, strict=True))
    page = Page(Size(WIDTH, 600.0), "7", contents, filler=True)

    turned = turn_page(page)

    assert [content.element for content in turned.contents] == elements
    assert [len(content.marks) for content in turned.contents] == [len(marks) for marks in parts]
    assert (turned.size, turned.folio, turned.filler) == (page.size, "7", True)
    assert turn_page(turned) == page


def test_turn_leaves_leaders_beginning_at_their_text() -> None:
    dots = Rule(100.0, 5.0, 300.0, 5.0, 0.7, BLACK, (0.0, 3.6), round=True)

    assert turn(dots, WIDTH) == dots._replace(x0=300.0, x1=100.0)


def test_turn_of_a_mark_in_another_process_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^'Words' is in another process, and cannot be turned over$"):
        turn(Far(0.0, 0.0, 1, 2, "Words"), WIDTH)
