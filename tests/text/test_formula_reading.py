"""TeX's source as atoms: what is known, and what is said of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.text.formula_reading import read_formula
from booklet.text.formula_tree import Atom, Fenced, FormulaError, Fraction, Group, Row, Sign, Space, Table, Words
from tests.text.formula_samples import DISPLAYED, INLINE


def kinds(source: str) -> list[str]:
    return [item.kind for item in read_formula(source) if isinstance(item, Atom)]


def signs(row: Row) -> str:
    """The signs of a row, whatever they are grouped in."""
    out = ""
    for item in row:
        if isinstance(item, Atom):
            nucleus = item.nucleus
            out += nucleus.text if isinstance(nucleus, Sign | Words) else ""
            out += signs(nucleus.row) if isinstance(nucleus, Group) else ""
    return out


def test_the_samples_are_sixty() -> None:
    assert len(set(INLINE + DISPLAYED)) == 60


@pytest.mark.parametrize("source", INLINE + DISPLAYED)
def test_samples_are_read(source: str) -> None:
    assert read_formula(source) != ()


def test_kinds_are_tex_s() -> None:
    assert kinds(r"a+b=c") == ["ord", "bin", "ord", "rel", "ord"]
    assert kinds(r"f(x),y!") == ["ord", "open", "ord", "close", "punct", "ord", "close"]
    assert kinds(r"\sum\log\lim") == ["op", "op", "op"]
    assert kinds(r"\left(a\right)\frac12\dots\binom12") == ["inner", "ord", "inner", "ord"]
    assert kinds(r"\varlimsup\varprojlim\operatorname{a}") == ["op", "op", "op"]
    assert kinds(r"a\mid b\parallel c|d/e:f") == [
        "ord", "rel", "ord", "rel", "ord", "ord", "ord", "ord", "ord", "rel", "ord",
    ]  # fmt: skip
    assert kinds(r"\mathbin{\#}\mathrel{R}\mathop{P}\overset{!}{=}") == ["bin", "rel", "op", "rel"]


def test_letters_have_the_alphabet_that_tex_gives_them() -> None:
    assert signs(read_formula(r"xh\alpha\Gamma 1")) == "𝑥ℎ𝛼Γ1"
    assert signs(read_formula(r"\mathbb{RE1}\mathcal{LD}\mathfrak{g}")) == "ℝ𝔼𝟙ℒ𝒟𝔤"
    assert signs(read_formula(r"\mathbf{x}\boldsymbol{\Sigma\beta v}\mathrm{d}\mathsf{T}")) == "𝐱𝚺𝜷𝒗d𝖳"
    assert signs(read_formula(r"\epsilon\varepsilon\phi\varphi\partial")) == "𝜖𝜀𝜙𝜑𝜕"
    assert signs(read_formula(r"-*\sim\cdot\setminus\bot")) == "−∗∼⋅∖⊥"


def test_negated_signs_are_one_where_there_is_one() -> None:
    assert signs(read_formula(r"\not=\not\in\not\subset")) == "≠∉⊄"


def test_white_is_what_the_author_asks_for() -> None:
    asked = [
        item.ems for item in read_formula(r"\,\:\;\!\quad\qquad\ ~\hspace{2em}\mspace{9mu}") if isinstance(item, Space)
    ]

    assert asked == pytest.approx([3 / 18, 4 / 18, 5 / 18, -3 / 18, 1.0, 2.0, 0.25, 0.25, 2.0, 0.5])


def test_dots_are_in_the_middle_between_operators() -> None:
    assert signs(read_formula(r"x_1+\dots+x_n")).count("⋯") == 1
    assert signs(read_formula(r"x_1,\dots,x_n")).count("…") == 1


def test_words_may_hold_signs_and_formulas() -> None:
    assert signs(read_formula(r"\text{a<b}\text{R\&D}\text{if $x$ is 50\%}")) == "a<bR&Dif 𝑥 is 50%"


def test_operators_of_any_name_are_upright() -> None:
    [atom] = read_formula(r"\operatorname{Spec}")
    [limited] = read_formula(r"\operatorname*{ess\,sup}_x")

    assert atom == Atom("op", Words("Spec"))
    assert isinstance(limited, Atom)
    assert limited.limits is None
    assert limited.nucleus == Words("ess\u2009sup")
    assert limited.sub is not None


def test_cells_stand_in_rows() -> None:
    [matrix] = read_formula(r"\begin{pmatrix} a & b\\ c & d \\\end{pmatrix}")

    assert isinstance(matrix, Atom)
    assert isinstance(matrix.nucleus, Fenced)
    [inside] = matrix.nucleus.rows[0]
    assert isinstance(inside, Atom)
    assert isinstance(inside.nucleus, Table)
    assert [[signs(cell) for cell in row] for row in inside.nucleus.rows] == [["𝑎", "𝑏"], ["𝑐", "𝑑"]]
    assert matrix.nucleus.signs == ("(", ")")


def test_old_fractions_take_the_whole_group() -> None:
    assert read_formula(r"{a+b \over c}") == (
        Atom("ord", Group((Atom("inner", Fraction(read_formula("a+b"), read_formula("c"))),))),
    )


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (r"\foo{x}+\baz", r"\foo, \baz are not known"),
        (r"\frac{a}{\qqq", r"\qqq is not known"),
        (r"\begin{tikzcd} a \end{tikzcd}", r"\begin{tikzcd} is not known"),
        (r"\left( a", r"\left has no \right"),
        ("{a", "a brace is not closed"),
        ("a}", "} stands alone"),
        ("a^b^c", "there are two superscripts at one place"),
        ("a_b_c", "there are two subscripts at one place"),
        ("a^", "something is missing after a command, ^ or _"),
        (r"\frac{a}", "something is missing after a command, ^ or _"),
        (r"\begin{matrix} a", r"\begin{matrix} has no \end{matrix}"),
        (r"\text{\foo}", r"\foo is not known in a text within a formula"),
        (r"\begin{array}{c|c} a & b\end{array}", "columns of an array are l, c or r, not 'c|c'"),
        ("{" * 60 + "}" * 60, "groups stand within groups more than 24 deep"),
        ("a & b", "& stands alone"),
    ],
)
def test_what_cannot_be_read_is_named(source: str, what: str) -> None:
    with pytest.raises(FormulaError) as caught:
        read_formula(source)

    assert caught.value.what == what


PIECES = st.sampled_from(
    [
        *r"abx12+-=(){}[]^_&'~,|<", r"\\", r"\frac", r"\sqrt", r"\left", r"\right", r"\middle", r"\big", r"\text",
        r"\begin{matrix}", r"\end{matrix}", r"\begin{aligned}", r"\end{aligned}", r"\sum", r"\limits", r"\not",
        r"\mathbb", r"\operatorname", r"\substack", r"\xrightarrow", r"\hspace", r"\pmod", r"\displaystyle", " ", "\\",
        r"\hat", r"\over",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_is_typed_is_read_or_named(source: str) -> None:
    why = ""
    try:
        row = read_formula(source)
    except FormulaError as error:
        row, why = (), error.what

    assert bool(why) or isinstance(row, tuple)
