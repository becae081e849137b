"""The oracle of sheets of labels, on paper: turn the sheets, cut the pile, fold the badges."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.design.labels import TEMPLATES
from booklet.errors import BookletError
from booklet.geometry import MM, Size
from booklet.layout.label_sheet import Template
from booklet.press.labels import Cell, Duplex, LabelOptions, Order, SheetPlan, label_sides, sheets_needed

SHEET = Template("test", "Test", Size(600, 800), Size(100, 50), 3, 4, 20, 30, 110, 70)
FLAT = SHEET._replace(sheet=Size(800, 600))
FOLDED = SHEET._replace(fold="top", rows=2, down=120)


def plans(count: int, template: Template = SHEET, **options: object) -> list[SheetPlan]:
    return list(label_sides(count, template, LabelOptions(**options)))  # type: ignore[arg-type]


def labels(plan: SheetPlan) -> list[int | None]:
    return [cell.label for cell in plan.front]


def test_label_sides_of_no_badges_are_none() -> None:
    assert plans(0) == []
    assert plans(0, start_at=5) == []


def test_label_sides_of_one_badge_leaves_the_other_labels_empty() -> None:
    (plan,) = plans(1)

    assert plan.number == 1
    assert plan.front[0] == Cell(0, 20, 30)
    assert labels(plan)[1:] == [None] * 11
    assert plan.back == ()


def test_label_sides_along_rows() -> None:
    first, second = plans(14)

    assert labels(first) == list(range(12))
    assert labels(second) == [12, 13, *[None] * 10]
    assert [(cell.x, cell.y) for cell in first.front[:4]] == [(20, 30), (130, 30), (240, 30), (20, 100)]


@pytest.mark.parametrize("name", TEMPLATES)
def test_label_sides_of_260_people_take_as_few_sheets_as_hold_them(name: str) -> None:
    template = TEMPLATES[name]

    assert len(plans(260, template)) == math.ceil(260 / template.per_sheet)


def test_label_sides_started_at_five_leaves_four_empty() -> None:
    first, *_ = plans(20, start_at=5)

    assert labels(first) == [*[None] * 4, *range(8)]


def test_label_sides_in_stacks_of_full_sheets() -> None:
    sheets = plans(36, order="stack")

    assert [[plan.front[place].label for plan in sheets] for place in range(12)] == [
        [place * 3, place * 3 + 1, place * 3 + 2] for place in range(12)
    ]


@given(count=st.integers(0, 200), start_at=st.integers(1, 12), order=st.sampled_from(["rows", "stack"]))
def test_every_badge_is_printed_once_and_no_sheet_is_wasted(count: int, start_at: int, order: Order) -> None:
    sheets = plans(count, start_at=start_at, order=order)
    printed = [cell.label for plan in sheets for cell in plan.front if cell.label is not None]

    assert sorted(printed) == list(range(count))
    assert len(sheets) == sheets_needed(count, SHEET, LabelOptions(start_at))
    # Labels are used up to some place of the last sheet, so that printing can go on there.
    used = [label is not None for plan in sheets for label in labels(plan)]
    assert used == [False] * (start_at - 1 if count else 0) + [True] * count + [False] * (
        len(used) - count - (start_at - 1 if count else 0)
    )


@given(count=st.integers(0, 200), start_at=st.integers(1, 12))
def test_cut_stacks_put_on_each_other_are_in_order(count: int, start_at: int) -> None:
    pile = plans(count, start_at=start_at, order="stack")  # the first sheet on top
    stacks = [[plan.front[place].label for plan in pile] for place in range(12)]
    badges = [label for stack in stacks for label in stack if label is not None]

    assert badges == list(range(count))


@pytest.mark.parametrize("duplex", ["long", "short"])
@pytest.mark.parametrize("template", [SHEET, FLAT], ids=["upright", "landscape"])
def test_backs_are_behind_their_fronts_when_the_sheet_is_turned(template: Template, duplex: Duplex) -> None:
    (plan,) = plans(7, template, duplex=duplex, start_at=3)
    width, height = template.sheet
    about_vertical = (duplex == "long") == (height > width)

    for front, back in zip(plan.front, plan.back, strict=True):
        # Turned over an upright edge, what is at x from the left is at x from the right; over the other, likewise in y.
        seen_through = (width - back.x - 100, back.y) if about_vertical else (back.x, height - back.y - 50)
        assert back.label == front.label
        assert seen_through == (front.x, front.y)
        # A badge in the hand is turned about the vertical: the back's top must be behind the front's top.
        assert back.turned == (not about_vertical)
        assert back.is_back
        assert not front.is_back


def test_offsets_move_each_side_as_one_looks_at_it() -> None:
    (plain,) = plans(1, duplex="long")
    (moved,) = plans(1, duplex="long", front_offset=(1, 2), back_offset=(-3, 4))

    assert (moved.front[0].x - plain.front[0].x, moved.front[0].y - plain.front[0].y) == (1, 2)
    assert (moved.back[0].x - plain.back[0].x, moved.back[0].y - plain.back[0].y) == (-3, 4)


def test_folded_backs_are_upright_behind_the_front() -> None:
    (plan,) = plans(6, FOLDED, duplex="long")

    assert plan.back == ()
    for back, front in zip(plan.front[::2], plan.front[1::2], strict=True):
        crease = front.y
        assert (back.label, back.is_back, back.turned) == (front.label, True, True)
        assert (front.is_back, front.turned) == (False, False)
        # Folding mirrors y about the crease: the back covers the front, and its head, at the crease, is up.
        assert (back.x, 2 * crease - (back.y + 50)) == (front.x, front.y)
    for first, second in pairwise(sorted((cell.y, cell.x) for cell in plan.front)):
        assert first[0] + 50 <= second[0] or first[1] + 100 <= second[1]


@pytest.mark.parametrize("start_at", [0, -1, 13])
def test_start_beyond_the_sheet_is_a_fault_with_the_number_of_labels(start_at: int) -> None:
    with pytest.raises(BookletError, match=rf"label {start_at} to start at does not exist: a sheet of test has 12"):
        label_sides(5, SHEET, LabelOptions(start_at))


@pytest.mark.parametrize(
    ("options", "side"),
    [
        (LabelOptions(front_offset=(-21, 0)), "front"),
        (LabelOptions(front_offset=(0, 800)), "front"),
        (LabelOptions(back_offset=(21, 0), duplex="long"), "back"),
        (LabelOptions(back_offset=(0, 31), duplex="short"), "back"),
    ],
)
def test_offset_larger_than_a_margin_is_a_fault(options: LabelOptions, side: str) -> None:
    with pytest.raises(BookletError, match=rf"of the {side} moves labels of test .* over the sheet's edge"):
        label_sides(5, SHEET, options)


@pytest.mark.parametrize("length", [math.nan, math.inf, -math.inf])
def test_offset_that_is_no_length_is_a_fault(length: float) -> None:
    with pytest.raises(BookletError, match="the offset of the front is no length"):
        label_sides(5, SHEET, LabelOptions(front_offset=(0, length)))


def test_offset_of_a_back_that_is_not_printed_is_no_fault() -> None:
    assert len(plans(5, back_offset=(500, 0))) == 1


def test_offset_of_millimetres_fits_the_margins() -> None:
    assert len(plans(5, TEMPLATES["avery-5392"], front_offset=(1 * MM, -2 * MM))) == 1
