"""HTML, Markdown and pasted text become our Markdown, or a line; whatever comes, nothing raises and no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.manuscripts.markup import one_line, paragraphs
from booklet.model.texts import prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("  Deep\n  Learning ", "Deep Learning"),
        ("<b>Deep</b> <i>Learning</i>", "Deep Learning"),
        ("Deep<br/>Learning", "Deep Learning"),
        ("**Deep** *Learning*, 2*3*4", "Deep Learning, 2*3*4"),
        ("C*-algebras and *-homomorphisms", "C*-algebras and *-homomorphisms"),
        ("[Deep Learning](https://example.org/a_(b))", "Deep Learning"),
        ('<a href="https://example.org">Deep</a> ![pic](p.png)', "Deep pic"),
        ("Q&amp;A &amp;amp; &lt;dev&gt;", "Q&A & <dev>"),
        ("<dev> a<b, x < y & AT&T", "<dev> a<b, x < y & AT&T"),
        ("a<b and c>d", "a<b and c>d"),
        ("C++: vector<int>, Vec<i> and <p> alone", "C++: vector<int>, Vec<i> and <p> alone"),
        ("On $a<b>c$ and \\(x*y*z\\)", "On $a<b>c$ and \\(x*y*z\\)"),
        ("H<sub>2</sub>O, x<sup>2</sup>, L<sup>p+1</sup>, x<sub>i</sub>", "H₂O, x², L^p+1, x_i"),
        ("&Copf;&hellip; &#8217;&#x41;", "ℂ… ’A"),
        ("1) Opening", "1) Opening"),
        ("\u202aJoan\u202c", "Joan"),
        ("\u2067שלום\u2069", "שלום"),
        ("\u2067שלום\u2069 and \u202bשלום", "\u2067שלום\u2069 and שלום"),
        ("\ufeffﬁne\u00a0ﬂow\u200b co\u00adop\x00", "fine flow coop"),
        ("e\u0301", "é"),
        ("learning algo-\nrithms", "learning algorithms"),
        ("深度\n学习", "深度学习"),
        ("?a=1&copy=2&lt", "?a=1&copy=2&lt"),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One <em>two </em>three</p>\r\n<p>&nbsp;</p><p>Four</p>", "One *two* three\n\nFour"),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;A &amp;amp; B&lt;/p&gt;", "One\n\nA & B"),
        ("&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;", "One"),
        ("<p>&lt;div&gt; is a tag</p>", "<div> is a tag"),
        ("<b>One<br>two</b><br><br>three", "**One two**\n\nthree"),
        ("We ask:<br>- why<br>- how", "We ask:\n- why\n- how"),
        ("<ul><li>a<ul><li>b</li></ul></li><li></li><li><p>c</p><p>d</p></li></ul>e", "- a\n- b\n- c d\n\ne"),
        ("<ol start='3'><li>x<li>y</ol>", "3. x\n4. y"),
        ("<p>Plans:\n* one\n* two</p>", "Plans:\n- one\n- two"),
        (
            "<table><tr><th>a</th><td><p>b</p><p>c</p></td></tr><tr><td></td></tr><tr><td>d<td>e</table>",
            "a · b c\n\nd · e",
        ),
        ("<table><tr><td><p>One</p><p>two</p></td></tr></table>", "One\n\ntwo"),
        ("<h2>A <b>b</b></h2>text", "A b\n\ntext"),
        ("<b>B</b>ooklet, <b>a</b><i>b</i>, x<i>y</i> (<i>z</i>).", "Booklet, ab, xy (*z*)."),
        ("<p>in page<em>pool and io</em>uring</p>", "in page_pool and io_uring"),
        ("<a href='https://example.org'>[1]</a>", "[[1](https://example.org)]"),
        ("<style>p {}</style><script>if (a<b) {}</script>x<!-- y --><svg><text>z</text></svg>", "x"),
        ("<p>x <!-- never closed", "x never closed"),
        ("<p>x</p><script>never closed", "x\n\nnever closed"),
        ("<pre>if x:\n  y()</pre>", "```\nif x:\n  y()\n```"),
        ("<p><![CDATA[a <b> &amp;]]></p>", "a <b> &"),
        ("<img src='p.png' alt='a picture'>", "a picture"),
        ("a <b>strong <i>both</i></b> <i>soft</i> <b> </b>", "a **strong both** *soft*"),
        ('<a href="https://example.org/a(b)">x</a>', "[x](https://example.org/a(b))"),
        ('<a href="https://www.example.org/">example.org</a>', "https://www.example.org/"),
        ('<a href="javascript:x()">x</a> <a href="mailto:a@example.org">Ann</a> <a href="../y">y</a>', "x Ann y"),
        ('<a title="x > y" href="https://example.org">z</a>', "[z](https://example.org)"),
        (
            "<p>Use *args and *kwargs</p><p>5 * 3 * 2</p><p>one *star</p>",
            "Use \\*args and \\*kwargs\n\n5 * 3 * 2\n\none *star",
        ),
        ("<o:p>Word</o:p> <font color=red>red</font>", "Word red"),
        ("<p>$x &lt; y$ and $$a<b$$</p>", "$x < y$ and $$a<b$$"),
        ("<q>yes</q>, said Ann<sup>*</sup>, on the 5<sup>th</sup>", "“yes”, said Ann*, on the 5^th^"),
    ],
)
def test_paragraphs_of_html(text: str, expected: str) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo \n\n \nthree", "one two\n\nthree"),
        ("one\r\ntwo\r\n\r\nthree", "one two\n\nthree"),
        ("Topics:\n• a\n  more\n• b", "Topics:\n- a more\n- b"),
        ("1) a\n\n2) b\n\n(3) c", "1. a\n2. b\n3. c"),
        ("•\na\n•\nb", "- a\n- b"),
        ("1.\na\n2.\n\nb\n3.", "1. a\n2. b 3."),
        ("see page\n5.", "see page 5."),
        ("– a\n– b", "- a\n- b"),
        ("we know\n– since long –\nthat", "we know – since long – that"),
        ("as in section\n3. The rest", "as in section 3. The rest"),
        ("# Head #\ntext\n---\nmore\n```python\ncode", "Head\n\ntext\n\nmore\n\ncode"),
        ("> one\n> two", "one two"),
        ("**b** [x](https://example.org) [y](../y) f[x](y)", "**b** [x](https://example.org) y f[x](y)"),
        (
            "see [example.org](https://example.org) or <https://example.org/a>",
            "see https://example.org or https://example.org/a",
        ),
        ("Markdown with\n<b>tags</b>\n\n- a\n- b", "Markdown with **tags**\n\n- a\n- b"),
        ("costs $5 and $10", "costs $5 and $10"),
        ("$$\n  a < b \\\\\n c$$", "$$ a < b \\\\ c$$"),
        ("line\u2028line\u2029paragraph", "line line\n\nparagraph"),
        ("\u202aretro\u202c and \u202cmore", "retro and more"),
    ],
)
def test_paragraphs_of_plain_text(text: str, expected: str) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an algo-\nrithm", "an algorithm"),
        ("an algo\u00ad\nrithm", "an algorithm"),
        ("Rechen-\nzentrum", "Rechen-zentrum"),
        ("das Rechenzentrum: Rechen-\nzentrum", "das Rechenzentrum: Rechenzentrum"),
        ("Navier-\nStokes", "Navier-Stokes"),
        ("well-\nknown", "well-known"),
        ("graph-\nbased", "graph-based"),
        ("a tree-graph is a tree-\ngraph", "a tree-graph is a tree-graph"),
        ("a tree and a graph: tree-\ngraph", "a tree and a graph: tree-graph"),
        ("state-of-the-\nart", "state-of-the-art"),
        ("two-\nand three-dimensional", "two- and three-dimensional"),
        ("2020-\n2021", "2020-2021"),
        ("we -\nas said", "we - as said"),
        ("re-\nlated", "re-lated"),
    ],
)
def test_hyphen_at_the_end_of_a_line(text: str, expected: str) -> None:
    assert paragraphs(text) == expected


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<br>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<table>",
        "</table>", "<tr>", "<td>", "</td>", "</tr>", "<sup>", "</sup>", "<a href='https://e.org'>", "</a>", "<h1>",
        "</h1>", "<pre>", "</pre>", "<!--", "-->", "<![CDATA[", "]]>", "<q>", "&amp;", "&lt;", "&gt;", "&nbsp;", "$",
        "\\(", "\\)", "$$", "*", "**", "[", "](", ")", "- ", "\n", "\n\n", "\n* ", "\n1. ", "-\n", " ", "word", "x",
        "<dev>", "\u202a", "\u202c", "\u2067", "\u05d0", "\x00", "\ufb01", "\U000f0000", "&#0;", "&#x110000;", "#", "=",
        "'", '"', "<img alt=", "<", ">",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_gives_tidy_lines(text: str) -> None:
    line, prosaic = one_line(text), paragraphs(text)
    assert "\n" not in line
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]|\n\n\n|(?m:^ | $)", prosaic)
    if not re.search(r"[$\\]", text):  # spaces in formulas stay
        assert "  " not in line + prosaic


@given(st.lists(st.sampled_from(["one", "two", "three,", "four."]), min_size=1).map(" ".join), st.sampled_from("bip"))
def test_words_between_tags_are_kept(words: str, tag: str) -> None:
    assert one_line(f"<{tag}>{words}</{tag}> &amp; {words}") == f"{words} & {words}"


@given(st.lists(st.sampled_from(["One two.", "- a", "- b", "*so*", "$x$"]), max_size=8).map("\n\n".join))
def test_our_markdown_stays_as_it_is(text: str) -> None:
    ours = paragraphs(text)
    assert paragraphs(ours) == ours
    assert prose(ours) == ours
