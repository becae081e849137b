"""Words: where they may be divided, what they then look like, and what they say."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.design.theme import fonts_folder
from booklet.layout.marks import Ink
from booklet.text.faces import SOFT_HYPHEN, Face
from booklet.text.hyphenation import divisions, stated_breaks
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter

BLACK = Ink(0.0, 0.0, 0.0)
EM = Style("em", 10.0, BLACK)
SERIF = Style("serif", 9.4, BLACK)
LEFT = Shape("left", 12.0)
JUSTIFY = Shape("justify", 12.0, hyphenate=True)


def real(language: str = "en-US") -> Typesetter:
    return Typesetter([Face("serif", fonts_folder() / "source-serif-4" / "SourceSerif4-Regular.ttf")], language)


def lines(typesetter: Typesetter, text: str, measure: float, shape: Shape = LEFT) -> list[str]:
    """What the lines of a paragraph say."""
    style = EM if "em" in typesetter.faces else SERIF
    found = set_paragraph(typesetter, (Span(text, style),), shape, measure)
    return ["".join(run.text for _, run in line.runs) for line in found]


def parted(token: str) -> list[str]:
    """A word's printed parts, a hyphen shown where one is added."""
    text, breaks = stated_breaks(token)
    parts = []
    start = 0
    for place in breaks:
        parts.append(text[start : place.offset] + ("-" * place.hyphen))
        start = place.offset
    return [*parts, text[start:]]


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("data\u00adbase", ["data-", "base"]),
        ("data\u200bbase", ["data", "base"]),
        ("data\u00ad\u200bbase", ["data", "base"]),
        ("low-\u00adrank", ["low-", "rank"]),
        ("a-\u00adb", ["a-", "b"]),
        ("coupling—\u00adwhere", ["coupling—", "where"]),
        ("\u00addata\u200b", ["data"]),
        ("\u200b", [""]),
        ("Donau\u00addampf\u00adschiff", ["Donau-", "dampf-", "schiff"]),
        ("low-rank", ["low-", "rank"]),
        ("and/or", ["and/", "or"]),
    ],
)
def test_marks_and_dashes_allow_breaks(token: str, parts: list[str]) -> None:
    assert parted(token) == parts


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        (
            "https://www.example.org/a_long-path/page.html?x=1&yy=2#top",
            [
                "https://",
                "www",
                ".example",
                ".org/",
                "a_",
                "long-path/",
                "page",
                ".html?",
                "x=",
                "1&",
                "yy=",
                "2#",
                "top",
            ],
        ),
        ("joan.bruna@example.org", ["joan", ".bruna@", "example", ".org"]),
        ("(www.example.org).", ["(www", ".example", ".org)."]),
        ("src/booklet/model/read.py", ["src/", "booklet/", "model/", "read", ".py"]),
        ("x@y.z", ["x@y.z"]),
        ("a//b", ["a//b"]),
        ("https://a\u200bbc.org", ["https://", "a", "bc", ".org"]),
        ("9.30", ["9.30"]),
        ("Wasserstein.Distance", ["Wasserstein.Distance"]),
        ("snake_case_name", ["snake_case_name"]),
    ],
)
def test_addresses_allow_breaks_without_hyphens(token: str, parts: list[str]) -> None:
    assert parted(token) == parts


@given(st.text(st.sampled_from("ab-–/.@=\u00ad\u200b"), max_size=24))
def test_breaks_lose_nothing_and_lie_inside(token: str) -> None:
    text, breaks = stated_breaks(token)
    offsets = [place.offset for place in breaks]

    assert text == token.replace("\u00ad", "").replace("\u200b", "")
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(text) for offset in offsets)
    assert all(place.flagged == (place.hyphen or text[place.offset - 1] == "-") for place in breaks)


def test_enormous_token_is_not_searched_for_breaks() -> None:
    start = time.process_time()
    assert real().word(SERIF, "a/" * 50_000, hyphenate=True).divisions == ()
    assert time.process_time() - start < 2, "shaping every part of it would take minutes"


def test_soft_hyphen_divides_with_a_hyphen_that_says_so(em_square: Typesetter) -> None:
    assert lines(em_square, "data\u00adbase", 55.0) == [f"data{SOFT_HYPHEN}", "base"]


def test_soft_hyphen_that_divides_nothing_is_not_there(em_square: Typesetter) -> None:
    marked, plain = em_square.word(EM, "data\u00adbase"), em_square.word(EM, "database")

    assert lines(em_square, "data\u00adbase", 80.0) == ["database"]
    assert (marked.text, marked.operand, marked.advance) == (plain.text, plain.operand, plain.advance)
    assert em_square.width(EM, "data\u00adbase") == 80.0


def test_soft_hyphens_rule_out_the_patterns() -> None:
    typesetter = real()
    assert typesetter.word(SERIF, "concentration", hyphenate=True).divisions

    assert [place.offset for place in typesetter.word(SERIF, "concentra\u00adtion", hyphenate=True).divisions] == [9]
    assert len(lines(typesetter, "concentra\u00adtion of measure", 55.0, JUSTIFY)) == 3
    assert lines(typesetter, "concentra\u00adtion of measure", 55.0, JUSTIFY)[0] == f"concentra{SOFT_HYPHEN}"


def test_zero_width_space_divides_and_adds_nothing(em_square: Typesetter) -> None:
    assert lines(em_square, "data\u200bbase", 55.0) == ["data", "base"]
    assert lines(em_square, "data\u200bbase", 80.0) == ["database"]


def test_marks_need_no_glyph_and_are_never_said(em_square: Typesetter) -> None:
    lines(em_square, "da\u00adta\u200bba\u00adse joan@exam\u200bple.org", 35.0)

    assert em_square.missing == {}
    assert {text for _, text, _ in em_square.faces["em"].codes.values()} & {"\u200b"} == set()


def test_marks_alone_are_no_word(em_square: Typesetter) -> None:
    word = em_square.word(EM, "\u200b\u00ad")

    assert (word.text, word.advance, word.operand, word.divisions) == ("", 0.0, "", ())


def test_address_fills_its_lines(em_square: Typesetter) -> None:
    found = lines(em_square, "see https://example.org/abc/def", 160.0)

    assert found == ["see https://", "example.org/abc/", "def"]


def test_name_wider_than_the_measure_is_not_divided(em_square: Typesetter) -> None:
    assert lines(em_square, "Wolfeschlegelstein", 60.0) == ["Wolfeschlegelstein"]


def test_dividing_hyphen_is_shaped_as_its_word_is(em_square: Typesetter) -> None:
    spaced = EM._replace(tracking=100.0)

    piece = em_square.piece(spaced, "data", hyphen=True)

    # Five glyphs of 10 pt, each followed by 1 pt.
    assert (piece.text, piece.advance) == (f"data{SOFT_HYPHEN}", 55.0)


@pytest.mark.parametrize(
    ("token", "offsets"),
    [("(concentration),", (4, 7, 10)), ("ReLUs", ()), ("DNN", ()), ("x", ()), ("low-rank", ())],
)
def test_patterns_divide_plain_words_only(token: str, offsets: tuple[int, ...]) -> None:
    assert divisions(token, "en-US") == offsets


def test_unknown_language_divides_nothing() -> None:
    assert divisions("concentration", "tlh") == ()
