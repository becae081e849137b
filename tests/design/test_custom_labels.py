from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.design.custom_labels import EXAMPLE, custom_template, is_custom
from booklet.errors import BookletError
from booklet.geometry import INCH, MM, Size


def test_custom_sheet_in_words() -> None:
    template = custom_template("custom: 80x50 mm, 2x5 on a4, margins 17.5 13.5 mm, gaps 15 5 mm, corner 4 mm")

    assert template.label == Size(80 * MM, 50 * MM)
    assert (template.columns, template.rows, template.sheet) == (2, 5, Size(210 * MM, 297 * MM))
    assert (template.left, template.top) == (17.5 * MM, 13.5 * MM)
    assert (template.across, template.down) == pytest.approx((95 * MM, 55 * MM))
    assert (template.corner, template.fold, template.slot, template.scored) == (4 * MM, "", 0.0, True)


def test_custom_sheet_without_margins_is_in_the_middle() -> None:
    template = custom_template('4x3 in, 2x2 on letter landscape, cut, slot 14 mm, gaps 0.5 0.25 "')

    assert template.sheet == Size(11 * INCH, 8.5 * INCH)
    assert (template.left, template.top) == pytest.approx((1.25 * INCH, 1.125 * INCH))
    assert (template.scored, template.slot) == (False, 14 * MM)


def test_custom_sheet_that_folds_takes_two_labels_for_a_badge() -> None:
    template = custom_template("105 x 74 mm; 1x1 on 210x297 mm; fold")

    assert template.fold == "top"
    assert template.cell == Size(105 * MM, 148 * MM)
    assert template.top == pytest.approx(74.5 * MM)


def test_decimal_commas_are_understood() -> None:
    assert custom_template("63,5×38,1 mm, 3x7 on A4").label == Size(63.5 * MM, 38.1 * MM)


def test_mapping_says_the_same() -> None:
    words = custom_template("90x55 mm, 2x5 on a4, margins 15 11 mm, cut")
    keys = {"label": "90x55 mm", "grid": "2x5 on a4", "margins": "15 11 mm", "cut": "yes"}

    assert custom_template(keys) == words


def test_example_is_understood() -> None:
    assert is_custom(EXAMPLE)
    assert custom_template(EXAMPLE).per_sheet == 10


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("custom:", "the label of the labels is missing"),
        ("custom: 90x55 mm", "the grid of the labels is missing"),
        ("custom: 90x55, 2x5 on a4", "the label '90x55' is not understood"),
        ("custom: 90x55 ells, 2x5 on a4", "the label '90x55 ells' is not understood"),
        ("custom: 90x55 mm, 2x5 on a9", "the sheet 'a9' is not known"),
        ("custom: 90x55 mm, 0x5 on a4", "a sheet cannot have 0 by 5 labels"),
        ("custom: 90x55 mm, 2x5 on a4, margin 3 mm", "'margin' is not a measure of labels"),
        ("custom: 90x55 mm, 2x5 on a4, margins 3 mm", "the margins '3 mm' is not understood"),
        ("custom: 90x55 mm, 2x5 on a4, fold twice", "fold 'twice' is not understood"),
        ("custom: 90x55 mm, 2x5 on a4, corner 3", "the corner '3' is not understood"),
        ("custom: 90x55 mm, 80x55 mm, 2x5 on a4", "the label of the labels is said twice: '80x55 mm'"),
        ("custom: 90x55 mm, 3x5 on a4", "they are 240.0 mm wide, and the sheet is 210.0 mm wide"),
        ("custom: 90x55 mm, 2x5 on a4, margins 15 50 mm", "they are 325.0 mm high, and the sheet is 297.0 mm high"),
        (f"custom: {'9' * 5000}x5 mm, 2x5 on a4", "is not understood"),
        ("custom: 9x5 mm, 2x5 on a4", "labels of 9 × 5 mm on a sheet of 210 × 297 mm cannot be printed"),
        ("custom: 90x55 mm, 2x5 on a4, corner 40 mm", "the corner or the slot is larger than the label"),
    ],
)
def test_what_is_wrong_is_said(words: str, what: str) -> None:
    with pytest.raises(BookletError) as raised:
        custom_template(words)

    (fault,) = raised.value.faults
    assert what in fault.what
    assert fault.hint


@given(st.text(max_size=60) | st.text(alphabet="0123456789x ,.mcinpt on a4letter", max_size=40))
def test_any_words_are_a_template_or_a_fault(words: str) -> None:
    for measures in (f"custom: {words}", f"custom: 90x55 mm, {words}"):
        try:
            sheet = custom_template(measures).per_sheet
        except BookletError:
            continue
        assert sheet > 0
