"""Marks in running text: what is one, what is none, and that nothing else is lost."""

from __future__ import annotations

import doctest
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.text import inline as module
from booklet.text.inline import Piece, educated, inline

TAGS = {"raised": "sup", "lowered": "sub"}


def shown(pieces: tuple[Piece, ...]) -> str:
    """Pieces as HTML would have them, which is easier to read in a test."""
    out = ""
    for text, emphasis, strong, link, code, script in pieces:
        said = f"<code>{text}</code>" if code else text
        said = f"<{TAGS[script]}>{said}</{TAGS[script]}>" if script else said
        said = f"<i>{said}</i>" if emphasis else said
        said = f"<b>{said}</b>" if strong else said
        out += f"<a {link}>{said}</a>" if link else said
    return out


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("*a*", "<i>a</i>"),
        ("港南駅の*南口*から", "港南駅の<i>南口</i>から"),
        ("およそ**三日**かけて", "およそ<b>三日</b>かけて"),
        ("“*太平*”“*永安*”之类", "“<i>太平</i>”“<i>永安</i>”之类"),
        ("HMS *Cormorant*号。", "HMS <i>Cormorant</i>号。"),
        ("帳。*天気*を", "帳。<i>天気</i>を"),
        ("מ־*אחוז*.", "מ־<i>אחוז</i>."),
        ("the *Riemann* zeta", "the <i>Riemann</i> zeta"),
        ("the **Riemann** zeta", "the <b>Riemann</b> zeta"),
        ("the ***Riemann*** zeta", "the <b><i>Riemann</i></b> zeta"),
        ("*x* *y*", "<i>x</i> <i>y</i>"),
        ("*Nature*'s (*foo*), well-*posed*.", "<i>Nature</i>'s (<i>foo</i>), well-<i>posed</i>."),
        ('"*its zeros*", *"she said"*', '"<i>its zeros</i>", <i>"she said"</i>'),
        ("*in*/*out* -- *– Wilde*", "<i>in</i>/<i>out</i> -- <i>– Wilde</i>"),
        ("*2 * 3* is", "<i>2 * 3</i> is"),
        ("**a *b* c**", "<b>a </b><b><i>b</i></b><b> c</b>"),
        ("***a *b* c***", "<b><i>a </i></b><b>b</b><b><i> c</i></b>"),
        ("*$a*b$ and \\(c*\\)*", "<i>$a*b$ and \\(c*\\)</i>"),
        ("2 *x and then *foo* bar", "2 *x and then <i>foo</i> bar"),
        ("*a **b* c**", "<i>a **b</i> c**"),
        ("*see https://a.org/*/b*", "<i>see https://a.org/*/b</i>"),
        ("*μ* and *é*", "<i>μ</i> and <i>é</i>"),
    ],
)
def test_inline_reads_emphasis(typed: str, read: str) -> None:
    assert shown(inline(typed)) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "plain",
        "三*四",
        "x*y*z 的",
        "*",
        "**",
        "a * b * c",
        "2*3*4",
        "5 *x",
        "word* and *note",
        "word*, another*",
        "un*believ*able",
        "* not an item* ",
        "*a *",
        "****a****",
        "**a*",
        "*a\nb*",
        "a_b_ and _c_",
        "C*-algebras, *-homomorphisms and W*-algebras",
        "the *-algebras and C*-algebras",
        'the "*" sign, and "*" again',
        "(*) and (*)",
        "*.py, *.txt",
        "f(*args, **kwargs)",
        "Aktivist*innen und Migrant*innen",
        "$*a*$ and $$*b*$$, \\(*c*\\) and \\[*d*\\]",
        "https://a.org/*b*/c",
        '\\"o and \\(x\\), \\[y\\]',
    ],
)
def test_inline_leaves_other_asterisks_alone(typed: str) -> None:
    assert inline(typed) == (Piece(typed),)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("see [us](https://a.org/b_(c)).", "see <a https://a.org/b_(c)>us</a>."),
        ("[us](HTTP://A.org)", "<a HTTP://A.org>us</a>"),
        ("[mail](mailto:a@b.org)", "<a mailto:a@b.org>mail</a>"),
        ("[a](https://a.org)[b](https://b.org)", "<a https://a.org>a</a><a https://b.org>b</a>"),
        ("*[a](https://a.org)*", "<a https://a.org><i>a</i></a>"),
        ("[*a* b](https://a.org)", "<a https://a.org><i>a</i></a><a https://a.org> b</a>"),
        ("**see [a](https://a.org) now**", "<b>see </b><a https://a.org><b>a</b></a><b> now</b>"),
        ("*a [b*](https://a.org)", "*a <a https://a.org>b*</a>"),
        ("[a](ftp://a.org) [b](c.pdf) [d](javascript:e)", "[a](ftp://a.org) [b](c.pdf) [d](javascript:e)"),
        ("[a] (https://a.org), [](https://a.org)", "[a] (https://a.org), [](https://a.org)"),
        ("[a](https://a.org", "[a](https://a.org"),
    ],
)
def test_inline_reads_links_into_the_web_and_mail(typed: str, read: str) -> None:
    assert shown(inline(typed)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"\*a\* and \*", "*a* and *"),
        (r"\[a](https://a.org)", "[a](https://a.org)"),
        (r"\[a] and *b*", r"\[a] and <i>b</i>"),
        (r"*a\*", r"*a*"),
        (r"\_a\_ \"o \\ *b*", r"\_a\_ \"o \\ <i>b</i>"),
    ],
)
def test_inline_reads_escapes_of_asterisks_and_links(typed: str, read: str) -> None:
    assert shown(inline(typed)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("use `x` or ``a`b``", "use <code>x</code> or <code>a`b</code>"),
        ("``` `` ```", "<code>``</code>"),
        ("`*a* $b$ [c](https://d) x^2^`", "<code>*a* $b$ [c](https://d) x^2^</code>"),
        ("*`x` y* **`x`**", "<i><code>x</code></i><i> y</i> <b><code>x</code></b>"),
        ("(`x`), `y`.", "(<code>x</code>), <code>y</code>."),
        ("[`x`](https://a.org)", "<a https://a.org><code>x</code></a>"),
        ("`$HOME` and `$PATH`", "<code>$HOME</code> and <code>$PATH</code>"),
    ],
)
def test_inline_reads_code(typed: str, read: str) -> None:
    assert shown(inline(typed)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("H~2~O, x^2^, 1^st^", "H<sub>2</sub>O, x<sup>2</sup>, 1<sup>st</sup>"),
        ("SO~4~^2-^ x^2^~i~", "SO<sub>4</sub><sup>2-</sup> x<sup>2</sup><sub>i</sub>"),
        ("^14^C and (^14^C)", "<sup>14</sup>C and (<sup>14</sup>C)"),
        ("*x^2^* and *x*^2^", "<i>x</i><i><sup>2</sup></i> and <i>x</i><sup>2</sup>"),
        ("[a~i~](https://a.org)", "<a https://a.org>a</a><a https://a.org><sub>i</sub></a>"),
        ("$x$^2^", "$x$<sup>2</sup>"),
    ],
)
def test_inline_reads_scripts(typed: str, read: str) -> None:
    assert shown(inline(typed)) == read


@pytest.mark.parametrize(
    "typed",
    [
        "``a'' and ``b'', `a' and `b'",
        "(`a')/(`b')",
        "it`s and rock`n`roll, ` x `",
        "` and `",
        "`a\nb`",
        "````a````",
        "2^10, 2^2^n, x ^2^ y, a^b c^d, ^_^ and ^.^",
        "Fig.~1 and Fig.~2, ~5 and ~6, ~~gone~~, Prof.~A.~B",
        "a^^b^^c",
        "https://a.org/~b~c~^d^",
        "$x^2^3$ and $a~b~c$",
        "x^" + "a" * 41 + "^",
        "\\^{o} \\~n \\`a",
    ],
)
def test_inline_leaves_other_signs_alone(typed: str) -> None:
    assert inline(typed) == (Piece(typed),)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"\`{}x\`{}, a\^{}2\^{}, H\~{}2\~{}O", "`x`, a^2^, H~2~O"),
        (r"\^ and \~, \$5 or \$6", "^ and ~, $5 or $6"),
        (r"\\*a\\*", r"\*a\*"),
    ],
)
def test_inline_reads_escapes_of_other_signs(typed: str, read: str) -> None:
    assert shown(inline(typed)) == read


def test_scripts_have_a_true_minus() -> None:
    pieces = educated(inline("s^-2^, SO~4~^2-^, x^well-known^ and x^a-1^"), "en-US")

    assert [piece.text for piece in pieces if piece.script] == ["−2", "4", "2−", "well-known", "a-1"]


def test_code_is_not_educated() -> None:
    pieces = educated(inline('"see" `x = "a" -- b\'s ...` "so"'), "en-US")

    assert shown(pieces) == '“see” <code>x = "a" -- b\'s ...</code> “so”'


_marked = st.lists(
    st.sampled_from(
        [
            *"*[]()\\$\"' \nab-.,_",
            "**",
            "***",
            "](https://a",
            "mailto:",
            "\\*",
            "\\(",
            "\\)",
            "\\[",
            *"`^~2",
            "``",
            "x^2^",
            "H~2~O",
            "\\^{}",
        ]
    )
).map("".join)


@given(st.one_of(st.text(), _marked))
def test_inline_loses_nothing_but_marks(text: str) -> None:
    pieces = inline(text)

    rest = iter(text)
    assert all(char in rest for piece in pieces for char in piece.text), "in order"
    dropped = len(text) - sum(len(piece.text) for piece in pieces)
    assert dropped == 0 or set(text) & set("*[\\`^~")
    assert all(one[1:] != other[1:] for one, other in pairwise(pieces))


@given(_marked)
def test_educated_keeps_the_pieces(text: str) -> None:
    pieces = inline(text)

    assert [piece[1:] for piece in educated(pieces, "fr")] == [piece[1:] for piece in pieces]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('the "*Riemann*" zeta', "the “<i>Riemann</i>” zeta"),
        ('*"Quoted," she said.*', "<i>“Quoted,” she said.</i>"),
        ('a *"b"*, and *c "d"*', "a <i>“b”</i>, and <i>c “d”</i>"),
        ("*Nature*'s '*own*' '*90s*", "<i>Nature</i>’s ‘<i>own</i>’ ’<i>90s</i>"),
        ("*a* - *b*", "<i>a</i>—<i>b</i>"),
        ('("*a*")', "(“<i>a</i>”)"),
        ('["a"](https://b.org/c--d)--e', "<a https://b.org/c--d>“a”</a>–e"),
        ('"a"', "“a”"),
    ],
)
def test_educated_sees_the_whole_paragraph(typed: str, printed: str) -> None:
    assert shown(educated(inline(typed), "en-US")) == printed


def test_educated_takes_a_text_that_holds_its_own_sign() -> None:
    assert shown(educated(inline('"\ufdd0{" *b*'), "en-US")) == "“\ufdd0{” <i>b</i>"


def test_examples_of_the_module() -> None:
    assert doctest.testmod(module).failed == 0


def test_code_may_stand_among_ideographs_without_spaces() -> None:
    pieces = [(piece.text, piece.code) for piece in inline("道具`ocr`という")]

    assert pieces == [("道具", False), ("ocr", True), ("という", False)]
