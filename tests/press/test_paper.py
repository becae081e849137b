from __future__ import annotations

import pytest

from booklet.geometry import INCH, MM, Rect, Size
from booklet.press.paper import A3, A4, LETTER, TABLOID, place_pages, sheet_marks, sheet_size

HALF_LETTER = Size(5.5 * INCH, 8.5 * INCH)
A6 = Size(105 * MM, 148 * MM)


@pytest.mark.parametrize(
    ("trim", "paper"),
    [
        (HALF_LETTER, LETTER),
        (Size(148 * MM, 210 * MM), A4),
        (Size(8.5 * INCH, 11 * INCH), TABLOID),
        (Size(210 * MM, 297 * MM), A3),
        (A6, A4),
        (Size(4.25 * INCH, 5.5 * INCH), LETTER),
        (Size(170 * MM, 240 * MM), A3),
        (Size(6 * INCH, 9 * INCH), TABLOID),
        (Size(8 * INCH, 11.5 * INCH), A3),
    ],
    ids=["half-letter", "A5", "Letter", "A4", "A6", "quarter-letter", "B5-like", "6x9", "tall"],
)
def test_sheet_size_holds_two_pages(trim: Size, paper: Size) -> None:
    assert sheet_size(trim) == paper


def test_sheet_size_of_pages_too_large_for_offices_is_two_pages() -> None:
    assert sheet_size(Size(1000, 1200)) == Size(2000, 1200)


def test_place_pages_meet_at_the_fold() -> None:
    left, right = place_pages(Size(800, 600), Size(300, 500))

    assert left == Rect(100, 50, 300, 500)
    assert right == Rect(400, 50, 300, 500)


def test_place_pages_against_creep_moves_inwards() -> None:
    left, right = place_pages(Size(800, 600), Size(300, 500), 2)

    assert (left.x, right.x) == (102, 398)


def test_sheet_marks_on_a_full_sheet_are_none() -> None:
    assert sheet_marks(LETTER, HALF_LETTER) == ()


def test_sheet_marks_stay_outside_of_the_pages_and_on_the_sheet() -> None:
    marks = sheet_marks(A4, A6)
    left, right = place_pages(A4, A6)

    assert len(marks) == 4 * 2 + 2
    for mark in marks:
        beside = mark.x1 < left.x or mark.x0 > right.right
        above_or_below = mark.y1 < left.y or mark.y0 > left.bottom
        assert beside or above_or_below
        assert 0 <= mark.x0 <= mark.x1 <= A4.width
        assert 0 <= mark.y0 <= mark.y1 <= A4.height


def test_sheet_marks_of_the_fold_are_dashed() -> None:
    folds = [mark for mark in sheet_marks(A4, A6) if mark.dash]

    assert [(mark.x0, mark.x1) for mark in folds] == [(A4.width / 2, A4.width / 2)] * 2


def test_sheet_marks_where_only_the_sides_have_room() -> None:
    marks = sheet_marks(Size(800, 500), Size(300, 500))

    assert {mark.y0 for mark in marks} == {0, 500}
    assert [mark for mark in marks if mark.x0 == mark.x1] == []
