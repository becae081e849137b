"""What a page shows is printed: HTML becomes our Markdown, which is read as the text and looks of the HTML."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.manuscripts.markup import paragraphs
from booklet.model.texts import prose
from booklet.text.inline import Piece, inline

TAGS = {"plain": "", "soft": "i", "strong": "b", "code": "code"}
WORD = st.text("ab1*`^~<>&_-'\"().;=", min_size=1, max_size=6)


def look(piece: Piece) -> str:
    if piece.code:
        return "code"
    return "soft" if piece.emphasis else "strong" if piece.strong else "plain"


def tagged(text: str, look: str) -> str:
    tag = TAGS[look]
    return f"<{tag}>{html.escape(text)}</{tag}>" if tag else html.escape(text)


def read(markdown: str) -> list[tuple[str, str, str]]:
    """Each visible character with its look, and whether it is raised or lowered."""
    return [(char, look(piece), piece.script) for piece in inline(markdown) for char in piece.text if char != " "]


@given(st.lists(st.tuples(WORD, st.sampled_from(sorted(TAGS))), max_size=8))
def test_what_html_shows_is_printed(runs: list[tuple[str, str]]) -> None:
    source = "<p>Start " + " ".join(tagged(*run) for run in runs) + "</p>"

    markdown = paragraphs(source)

    shown = read(markdown)
    assert [char for char, _, _ in shown] == list("Start" + "".join(word for word, _ in runs))
    expected = [(char, look) for word, look in [("Start", "plain"), *runs] for char in word]
    plainer = [(char, "plain") for char, _ in expected]
    assert all(one[:2] in (two, three) for one, two, three in zip(shown, expected, plainer, strict=True))
    assert [script for _, _, script in shown] == [""] * len(shown)
    assert prose(markdown) == markdown


@given(st.lists(st.tuples(st.sampled_from(["sup", "sub"]), st.sampled_from(["2", "n", "i,j", "-1", "th"])), max_size=6))
def test_scripts_that_html_shows_are_printed(runs: list[tuple[str, str]]) -> None:
    source = "<p>So " + " ".join(f"x<{tag}>{text}</{tag}>" for tag, text in runs) + " is.</p>"

    shown = [piece for piece in inline(paragraphs(source)) if piece.script]

    names = {"sup": "raised", "sub": "lowered"}
    assert [(piece.text, piece.script) for piece in shown] == [(text, names[tag]) for tag, text in runs]


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("<p>use <code>a_b</code> or <tt>x = \"y\"</tt></p>", 'use `a_b` or `x = "y"`'),
        ("<p><b>run <code>ls</code></b> <code>a`b</code></p>", "**run** **`ls`** ``a`b``"),
        ("<p>the <code>Foo</code>s</p>", "the Foos"),
        ("<p>H<sub>2</sub>O, <i>x<sup>2</sup></i>, SO<sub>4</sub><sup>2-</sup>, <sup>14</sup>C</p>",
         "H~2~O, *x^2^*, SO~4~^2-^, ^14^C"),
        ("<p>10<sup>3</sup>m, n<sup>a b</sup></p>", "10³m, n^a b"),
        ("<p>x<sup><i>n</i></sup> and <i>y</i></p>", "x^n^ and *y*"),
        ("<p>a^2^ and H~2~O, `x`, 2^3</p>", "a\\^{}2\\^{} and H\\~{}2\\~{}O, \\`{}x\\`{}, 2\\^{}3"),
        ("<p>~5 and ~6, a ^ b, it`s</p>", "~5 and ~6, a ^ b, it`s"),
        ("<p>see https://a.org/~b~c~ or H~2~O</p>", "see https://a.org/~b~c~ or H\\~{}2\\~{}O"),
        ("<p>G\\\"odel and \\emph{so} and \\`a</p>", "Gödel and *so* and à"),
        ("<p>So:</p><pre><code class='x'>if x:\n    y(&lt;b&gt;)\n</code></pre><p>End.</p>",
         "So:\n\n```\nif x:\n    y(<b>)\n```\n\nEnd."),
        ("<pre>one</pre><pre> two</pre>", "```\none\n```\n\n```\n two\n```"),
        ("<ul><li>a <pre>x  y</pre> b</li></ul>", "- a\n\n```\nx  y\n```\n\nb"),
        ("Try:\n\n```python\nx =  1 *  2 * 3\n```\n\nSo.", "Try:\n\n```\nx =  1 *  2 * 3\n```\n\nSo."),
        ("&Copf; &ndash; &nbsp;&amp;", "ℂ – &"),
    ],
)  # fmt: skip
def test_code_and_scripts_of_sources(source: str, markdown: str) -> None:
    assert paragraphs(source) == markdown
    assert prose(markdown) == markdown
