"""Formulas as plain Unicode."""

from __future__ import annotations

import pytest

from booklet.text.maths import plain
from tests.text.formula_samples import DISPLAYED, INLINE


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"x^2+y_1", "x² + y₁"),
        (r"\alpha\in\mathbb{R}^d", "α ∈ ℝ^d"),
        (r"L^p", "L^p"),
        (r"O(n\log n)", "O(n log n)"),
        (r"\frac{a+b}{2}", "(a + b)/2"),
        (r"\sqrt{2}, \sqrt[3]{x+1}", "√2, ∛(x + 1)"),
        (r"\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿxᵢ"),
        (r"\hat{x}", "x\u0302"),
        (r"f'(x)", "f′(x)"),
        (r"-1", "−1"),
        (r"a^{-1}", "a⁻¹"),
        (r"\left(\frac12\right)^k", "(1/2)^k"),
        (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "(a, b; c, d)"),
        (r"\text{if }x", "if x"),
        (r"\foo{x}", r"\foo{x}"),
    ],
)
def test_formulas_are_said_as_near_as_characters_come(source: str, said: str) -> None:
    assert plain(f"${source}$") == said


@pytest.mark.parametrize("source", INLINE + DISPLAYED)
def test_no_source_is_left_in_samples(source: str) -> None:
    assert "\\" not in plain(f"\\({source}\\)")


def test_words_around_formulas_stay() -> None:
    assert plain(r"On $\mathbb{R}^2$ for $5") == "On ℝ² for $5"
    assert plain("no formula") == "no formula"
