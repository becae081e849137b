"""Formulas as boxes: TeX's spaces and shifts, measured."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.design.theme import fonts_folder
from booklet.text.formula import Cut
from booklet.text.formula_boxes import NOTHING, Box, said, signs_of
from booklet.text.formula_layout import Setter
from booklet.text.formula_reading import read_formula
from booklet.text.formula_tree import FormulaError
from tests.text.formula_samples import DISPLAYED, INLINE

SIGNS = signs_of(fonts_folder() / "stix-two-math" / "STIXTwoMath-Regular.ttf")
THIN, MEDIUM, THICK = 1000 * 3 / 18, 1000 * 4 / 18, 1000 * 5 / 18


def box(source: str, *, display: bool = False) -> Box:
    return Setter(SIGNS).set_formula(read_formula(source), display=display)[0]


def cuts(source: str) -> tuple[Cut, ...]:
    return Setter(SIGNS).set_formula(read_formula(source), display=False)[1]


def width(*sources: str) -> float:
    return sum(box(source).width for source in sources)


def place(source: str, sign: str, *, display: bool = False) -> tuple[float, float, float]:
    """Where the first glyph that says a sign is: x, y and its scale."""
    return next((glyph.x, glyph.y, glyph.scale) for glyph in box(source, display=display).glyphs if glyph.says == sign)


@pytest.mark.parametrize("source", INLINE + DISPLAYED)
@pytest.mark.parametrize("display", [False, True])
def test_samples_have_a_text_for_each_glyph(source: str, *, display: bool) -> None:
    set_box = box(source, display=display)

    assert all(glyph.says for glyph in set_box.glyphs)
    assert all(glyph.gid > 0 for glyph in set_box.glyphs)
    assert set_box.width > 0
    assert set_box.height > 0


@pytest.mark.parametrize(
    ("source", "parts", "white"),
    [
        ("a+b", "a|+|b", 2 * MEDIUM),
        ("a=b", "a|=|b", 2 * THICK),
        ("-a", "-|a", 0.0),
        ("a=-b", "a|=|-|b", 2 * THICK),
        ("a,b", "a|,|b", THIN),
        ("(a+b)", "(|a|+|b|)", 2 * MEDIUM),
        (r"n\log n", r"n|\log|n", 2 * THIN),
        (r"\log(n)", r"\log|(|n|)", 0.0),
        (r"f\colon A", r"f|:|A", THIN + 1000 * 5 / 18),
        (r"a\,b\quad c", "a|b|c", THIN + 1000),
        ("a{+}b", "a|+|b", 0.0),
        (r"a\mathrel{R}b", "a|\\mathrm{R}|b".replace("\\mathrm{R}", "R"), 2 * THICK),
    ],
)
def test_space_between_kinds_is_tex_s(source: str, parts: str, white: float) -> None:
    assert box(source).width == pytest.approx(width(*parts.split("|")) + white, abs=0.01)


def test_relations_in_scripts_have_no_space() -> None:
    tight = place("x_{i=1}", "1")[0] - place("x_{i=1}", "i")[0]

    assert tight < 0.7 * (place("i=1", "1")[0] - place("i=1", "i")[0]) - 0.7 * THICK


def test_scripts_are_smaller_and_stand_above_and_below() -> None:
    x, y, scale = place("x_i^2", "2")
    left, down, small = place("x_i^2", "i")

    assert (scale, small) == (0.7, 0.7)
    assert y > 300
    assert down < -150
    assert x >= left
    assert place("x^{2^n}", "n")[2] == 0.55


def test_limits_stand_over_and_under_in_displays_and_beside_in_text() -> None:
    sum_x = place(r"\sum_{i}^{n}", "∑", display=True)[0]
    shown = box(r"\sum_{i}^{n}", display=True)

    over = next(glyph for glyph in shown.glyphs if glyph.says == "n")
    assert over.x < sum_x + shown.width
    assert over.y > 900
    assert place(r"\sum_{i}^{n}", "n")[0] > place(r"\sum_{i}^{n}", "∑")[0] + box(r"\sum").width - 200
    assert place(r"\int_{i}^{n}", "n", display=True)[0] > place(r"\int_{i}^{n}", "i", display=True)[0]


def test_operators_are_larger_in_displays() -> None:
    small, large = box(r"\sum"), box(r"\sum", display=True)

    assert large.height + large.depth > 1.2 * (small.height + small.depth)
    assert [glyph.says for glyph in large.glyphs] == ["∑"]


def test_fractions_have_their_bar_on_the_axis() -> None:
    half = box(r"\frac{1}{2}")
    [rule] = half.rules

    assert rule.y + rule.height / 2 == pytest.approx(SIGNS.axis)
    assert [(glyph.says, glyph.scale) for glyph in half.glyphs] == [("1", 0.7), ("2", 0.7)]
    assert half.glyphs[0].y > rule.y + rule.height
    assert half.glyphs[1].y < 0
    assert [glyph.scale for glyph in box(r"\frac{1}{2}", display=True).glyphs] == [1.0, 1.0]


def test_fences_grow_with_what_they_hold() -> None:
    low, high = box(r"\left(x\right)"), box(r"\left(\frac{\frac12}{\frac34}\right)", display=True)
    fences = [glyph for glyph in high.glyphs if glyph.says in "()"]

    assert high.height > 2 * low.height
    assert [glyph.says for glyph in fences] == ["(", ")"]
    assert high.height + high.depth == pytest.approx(2 * (high.height - SIGNS.axis), abs=60)


def test_parts_of_assembled_signs_say_it_once() -> None:
    rows = r"\\".join("a" * 9)
    tall = box(rf"\begin{{pmatrix}}{rows}\end{{pmatrix}}")

    spoken = "".join(glyph.says for glyph in tall.glyphs)
    assert spoken.replace(NOTHING, "") == "(" + "a" * 9 + ")"
    assert NOTHING in spoken


def test_columns_are_aligned() -> None:
    aligned = box(r"\begin{aligned} a&=b\\ aaa&=c\end{aligned}", display=True)
    equals = [glyph.x for glyph in aligned.glyphs if glyph.says == "="]
    firsts = [glyph.x for glyph in aligned.glyphs if glyph.says == "a"]

    assert equals[0] == pytest.approx(equals[1])
    assert firsts[0] == pytest.approx(firsts[-1])
    assert aligned.height - SIGNS.axis == pytest.approx(aligned.depth + SIGNS.axis)


def test_accents_stand_over_the_middle_of_letters() -> None:
    hat = box(r"\hat{x}")
    letter, accent = hat.glyphs

    assert (letter.says, accent.says) == ("x", "\u0302")
    assert hat.width == box("x").width
    wide = [box(rf"\widehat{{{base}}}").glyphs[-1].gid for base in ("x", "xyz")]
    assert wide[0] != wide[1]


def test_lines_may_end_after_relations_and_operators_at_the_top_level() -> None:
    found = cuts(r"a+b=c-\left(d+e\right)+f_{g+h}")

    assert [cut.penalty for cut in found] == [700.0, 500.0, 700.0, 700.0]
    assert all(cut.end < cut.begin for cut in found)
    assert found[0].end == pytest.approx(width("a", "+") + MEDIUM)
    assert found[0].begin == pytest.approx(width("a", "+") + 2 * MEDIUM)


def test_no_line_ends_after_a_sign_of_one_number_or_before_a_relation() -> None:
    assert cuts("-a") == ()
    assert cuts("a=") == ()
    assert [cut.penalty for cut in cuts(r"a\ne=b")] == [500.0]
    assert [cut.penalty for cut in cuts(r"(a,\allowbreak b)")] == [0.0]


def test_italics_are_said_as_letters_and_other_alphabets_as_they_are() -> None:
    assert [said(sign) for sign in "𝑥ℎ𝛼ℝ𝒟𝐱−"] == ["x", "h", "α", "ℝ", "𝒟", "𝐱", "−"]


def test_fences_that_the_font_puts_together_of_others_are_single_glyphs() -> None:
    # U+2016 is a compound glyph in the font's file.
    assert len(box(r"\left\|x\right\|").glyphs) == 3


def test_a_sign_that_the_font_has_not_is_named() -> None:
    with pytest.raises(FormulaError) as caught:
        box("x+漢")

    assert caught.value.what == "the font of mathematics has no '漢' (U+6F22)"


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*INLINE, *DISPLAYED]), min_size=1, max_size=3), st.booleans())
def test_cuts_are_in_order_and_parts_are_whole(sources: list[str], display: bool) -> None:
    row = read_formula(" = ".join(sources))

    set_box, found = Setter(SIGNS).set_formula(row, display=display)

    edges = [0.0, *[edge for cut in found for edge in (cut.end, cut.begin)], set_box.width]
    assert edges == sorted(edges)
    assert [cut.glyphs for cut in found] == sorted(cut.glyphs for cut in found)
