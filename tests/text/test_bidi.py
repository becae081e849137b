"""The bidirectional algorithm, against the implementation of another."""

from __future__ import annotations

from unicodedata import bidirectional

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.text.bidi import first_strong, levels, visual_order
from booklet.text.scripts import has_rtl

LETTERS = "ab אבعم"
SIGNS = "12٣٤,.:+-$%()[]<>«»\u05bf\u0301 \u00a0\u00ad!&"
CONTROLS = "\u200f\u200e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
MIRRORED = str.maketrans("()[]<>«»", ")(][><»«")


def shown(text: str, base: int, *, mirrored: bool = True) -> str:
    """What is seen from left to right."""
    depths = levels(text, base)
    return "".join(
        text[at].translate(MIRRORED) if mirrored and depths[at] % 2 else text[at]
        for at in visual_order(depths)
        if bidirectional(text[at]) not in REMOVED
    )


@settings(max_examples=1500)
@given(st.text(LETTERS + SIGNS + CONTROLS, max_size=24), st.sampled_from("aאع"), st.sampled_from([0, 1]))
def test_levels_show_what_another_implementation_shows(text: str, end: str, base: int) -> None:
    # A letter at the end, since the other one differs from rule L1 in blanks before removed characters.
    theirs = str(get_display(text + end, base_dir="LR"[base]))

    assert shown(text + end, base, mirrored=False) == "".join(c for c in theirs if bidirectional(c) not in REMOVED)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc אבג 12 def", 0, "abc 12 גבא def"),
        ("אבג abc 12.5%", 1, "abc 12.5% גבא"),
        ("שלום (abc) עולם", 1, "םלוע (abc) םולש"),
        ("תל־אביב, 20–21", 1, "21–20 ,ביבא־לת"),
    ],
)
def test_levels_of_what_a_program_says(text: str, base: int, expected: str) -> None:
    assert shown(text, base) == expected


def test_levels_blanks_at_the_end_belong_to_the_paragraph() -> None:
    assert levels("א  ", 0) == [1, 0, 0]


def test_levels_too_deep_are_kept_flat() -> None:
    text = "\u202b" * 200 + "a"

    assert max(levels(text, 0)) <= 126


@given(st.lists(st.integers(0, 6)))
def test_visual_order_is_a_permutation_and_turns_nothing_that_runs_to_the_right(depths: list[int]) -> None:
    order = visual_order(depths)

    assert sorted(order) == list(range(len(depths)))
    if all(depth % 2 == 0 for depth in depths):
        assert visual_order([0] * len(depths)) == list(range(len(depths)))


@pytest.mark.parametrize(("text", "expected"), [("", None), ("12", None), ("\u2067א\u2069a", 0), ("“ש", 1), ("ʻa", 0)])
def test_first_strong_looks_past_numbers_signs_and_isolates(text: str, expected: int | None) -> None:
    assert first_strong(text) == expected


def test_has_rtl_is_of_letters() -> None:
    asked = ("abc", "é", "aא", "م", "\u200f", "\u202eabc", "漢", "١٩")

    assert [text for text in asked if has_rtl(text)] == ["aא", "م"]
