r"""TeX in texts becomes characters and marks; what only looks like TeX stays as it is."""

from __future__ import annotations

import doctest
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.model import tex
from booklet.model.tex import unread, untexed
from booklet.model.texts import line, prose

NBSP = "\u00a0"


def test_examples_of_the_module() -> None:
    assert doctest.testmod(tex).failed == 0


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"\"o \"{o} {\"o} {\"{o}}", "ö ö ö ö"),
        (r"Ren\'e {\'E}cole \`a c\^ote Espa\~na", "René École à côte España"),
        (r"Fran\c{c}ois Fran\c cois {\c c} {\c C}elik", "François François ç Çelik"),
        (
            r"\v{S}koda \v Semrl Erd\H{o}s W\k{a}s \.Zak {\.z} \=a \u{g} \r{a} \d{u}",
            "Škoda Šemrl Erdős Wąs Żak ż ā ğ å ụ",
        ),
        (r"\aa ngstr\"om, \AA{}, K{\i}l{\i}\c{c}, na\"{\i}ve, na\"\i ve", "ångström, Å, Kılıç, naïve, naïve"),
        (r"Stra\ss e, \ae{} \oe{} \O{}re Bj\o rn {\L}\'od\'z \l{}", "Straße, æ œ Øre Bjørn Łódź ł"),
        (r"\b{o} \t{oo}", "o\u0331 o\u0361o"),
        (r"5\% of A\&B, a\_b, \#1, \{x\}", "5% of A&B, a_b, #1, {x}"),
        (r"costs \$5", "costs $5"),
        (r"data\-base et al.\ said", "data\u00adbase et al. said"),
        (r"\LaTeX{} and \TeX", "LaTeX and TeX"),
        (r"G\"odel's~proof, see Fig.~1", f"Gödel's{NBSP}proof, see Fig.{NBSP}1"),
        (r"see~\cite{a}", rf"see{NBSP}\cite{{a}}"),
        (
            r"\emph{one} and {\em two}, \textit{three} {\bf four} \textbf{five}",
            "*one* and *two*, *three* **four** **five**",
        ),
        (r"\textbf{\emph{both}} \emph{a \textbf{b} c}", "***both*** *a **b** c*"),
        (r"un\emph{believ}able, \emph{ spaced }", "unbelievable,  *spaced* "),
        (r"\texttt{a_b} x\textsuperscript{2} H\textsubscript{2}O", "`a_b` x^2^ H~2~O"),
        (r"\url{https://a.org/b\_c} \href{https://a.org}{us}", "https://a.org/b_c [us](https://a.org)"),
        (r"\href{javascript:x}{us}", "us"),
    ],
)
def test_tex_is_read(typed: str, read: str) -> None:
    assert untexed(typed, marks=True) == read


@pytest.mark.parametrize(
    "typed",
    [
        r"C:\users\o\x and \\server\o\share",
        r"C:\c{c}",
        r"and\or, \oops, \bword\b, \d+, \w+ and \d and \c",
        r"\d and \b or \r to \t as \v in",
        r"file\.com",
        r"it\'s, we\'re, don\'t",
        r"he said \"or not\" and \"over.\"",
        r"\*a\* \[a](https://a.org)",
        r"$\"o$, \(\'e\), \[\c{c}\] and $$\v{s}$$",
        r"`\"o` and https://a.org/~b",
        r"\cite{Knuth} and \frobnicate{x}",
        r"Fig.~1 of a~b",
        r"\^{} \~{} \`{}",
        r"\"1 \' \. \~/x",
        "a\\",
        r"$5 or \$6",
    ],
)
def test_what_is_not_surely_tex_stays(typed: str) -> None:
    assert untexed(typed, marks=True) == typed


def test_names_and_titles_get_no_marks() -> None:
    assert (
        line(r"\emph{Deep} \textbf{H}ello x\textsuperscript{2} 5\textsuperscript{th} a\^{}b") == "Deep Hello x² 5th a^b"
    )


def test_commands_that_are_not_read_are_found() -> None:
    assert unread(r"a \cite[p. 1]{b}, $\frac{1}{2}$, \ref{x} and `\y{z}`") == [r"\cite[p. 1]{b}", r"\ref{x}"]


_TEX = st.lists(
    st.sampled_from([
        *"\\{}`'^~\"=.cvHkurdbtoil $*_&-\n", "\\emph{", "\\textbf{", "\\\\", "\\ss", "\\i", "~", "ab", "\\(", "\\)",
        "``", "\\url{", "https://a.b/", "\\textsuperscript{", "\\cite{", "C:\\",
    ])
).map("".join)  # fmt: skip


@given(_TEX | st.text())
def test_reading_tex_keeps_letters_and_never_fails(text: str) -> None:
    for marks in (True, False):
        read = untexed(text, marks=marks)
        assert read.count("\n") <= text.count("\n")
        assert [c for c in read if c.isdigit()] == [c for c in text if c.isdigit()]
        assert len(read) <= len(text) + text.count("\\") * 4


@given(_TEX)
def test_what_holds_no_backslash_stays(text: str) -> None:
    plain = text.replace("\\", "")

    assert untexed(plain, marks=True) == plain


@given(
    st.lists(st.sampled_from([r"\"o", r"\c{c}", r"\ss{}", r"\emph{so}", "plain", r"Fig.~1", r"\%", "H~2~O"])).map(
        " ".join
    )
)
def test_texts_that_were_read_are_read_as_they_are(text: str) -> None:
    assert prose(prose(text)) == prose(text)
    assert line(line(text)) == line(text)


def steps(function: Callable[[], object]) -> int:
    """How many lines of Python a function runs, as a measure of work that is the same each time."""
    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        function()
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize(
    "unit", ["\\", '\\"', '{\\"', "\\emph{", "\\emph{a} ", "`", "``a ", "x^a", "x~a", "\\'a", "```\n"]
)
def test_long_nasty_texts_take_steps_in_proportion(unit: str) -> None:
    one, four = (steps(lambda size=size: prose(unit * size)) for size in (1000, 4000))  # type: ignore[misc]

    assert four <= 4.5 * one + 500
