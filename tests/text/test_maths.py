"""The grammar of formulas in texts: what is one, what is a price, and where a paragraph is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.text.inline import inline
from booklet.text.maths import apart, displayed, stretches
from booklet.text.typography import educate


def formulas(text: str) -> list[str]:
    return [part.text for part in stretches(text) if part.formula]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("let $x>0$ be", ["x>0"]),
        (r"let \(x>0\) and \[y\] and $$z$$ be", ["x>0", "y", "z"]),
        ("the $L^p$-norm of 3$\\times$3 matrices, C$^*$-algebras", ["L^p", r"\times", "^*"]),
        ("$2$ or $10^{-3}$ or $2ab$", ["2", "10^{-3}", "2ab"]),
        ("($x$), “$y$”, $z$.", ["x", "y", "z"]),
        (r"\begin{align*} a&=b\\ c&=d \end{align*}", [r"\begin{aligned}a&=b\\ c&=d\end{aligned}"]),
        (r"\begin{equation} a=b \end{equation}", ["a=b"]),
        ("$a +\nb$", []),
        (
            "$f\\colon \\{1,\\dots,n\\}\\to\\mathbb{R}$ is $C^\\infty$",
            [r"f\colon \{1,\dots,n\}\to\mathbb{R}", r"C^\infty"],
        ),
    ],
)
def test_formulas_are_found(text: str, found: list[str]) -> None:
    assert formulas(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "it costs $5 and $10",
        "US$5 or A$6, NZ$7.50 and HK$80",
        "costs $5, or 10$",
        "costs 5$, or 10$",
        "from 10$-20$ on",
        "$20/$30 for students",
        "between $5 and 10$ each",
        "a $100 fee, and a $ sign",
        "$5-$10 per page",
        "x_i and a^b without marks",
        r"\$5 and \$6",
        "C:\\users\\me",
    ],
)
def test_prices_are_no_formulas(text: str) -> None:
    assert formulas(text) == []


def test_an_escaped_dollar_is_a_dollar() -> None:
    assert [part.text for part in stretches(r"\$5 for $x$")] == ["$5 for ", "x"]


@given(st.text(alphabet="$\\ab1 ,.()[]{}^_\n", max_size=60))
def test_nothing_is_lost_between_formulas(text: str) -> None:
    parts = list(stretches(text))

    words = "".join(part.text for part in parts if not part.formula)
    assert len(words) <= len(text)
    if not any(part.formula for part in parts):
        assert words == text.replace("\\$", "$") or "\\\\$" in text


@given(st.text(alphabet="$\\ab1 ,.", max_size=60))
def test_paragraphs_cut_apart_hold_all_their_words(text: str) -> None:
    assert "".join(apart(text)).replace(" ", "") == text.replace(" ", "")


def test_displayed_formulas_keep_the_sign_that_ends_them() -> None:
    parts = apart(r"We have \[ a=b. \] and $$c=d$$, where $e$ is.")

    assert parts == ["We have", r"\[ a=b. \]", "and", "$$c=d$$,", "where $e$ is."]
    assert [displayed(part) for part in parts] == [None, ("a=b.", ""), None, ("c=d", ","), None]


def test_quotes_around_formulas_are_set_and_those_inside_are_not() -> None:
    assert educate("the \"$x'$\" of $f''(x)$'s", "en-GB") == "the “$x'$” of $f''(x)$’s"
    assert educate("$a--b$--$c...d$", "en-GB") == "$a--b$–$c...d$"


def test_emphasis_marks_in_formulas_are_signs() -> None:
    assert [piece.text for piece in inline("*all* $a*b*c$ *now*")] == ["all", " $a*b*c$ ", "now"]
