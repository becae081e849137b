"""Paragraphs: lines by arithmetic with the em-square font, and by rule with the real one."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.design.theme import fonts_folder
from booklet.layout.marks import Ink
from booklet.text.faces import SOFT_HYPHEN, Face
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import SPACE_SHRINK, SPACE_STRETCH, Typesetter

BLACK = Ink(0.0, 0.0, 0.0)
EM = Style("em", 10.0, BLACK)
SERIF = Style("serif", 9.4, BLACK)
LEFT = Shape("left", 12.0)
JUSTIFY = Shape("justify", 12.0, hyphenate=True)


def texts(lines: tuple[Line, ...]) -> list[str]:
    """What the lines say, without the spaces at their ends."""
    return ["".join(run.text for _, run in line.runs).rstrip(" ") for line in lines]


def real() -> Typesetter:
    return Typesetter([Face("serif", fonts_folder() / "source-serif-4" / "SourceSerif4-Regular.ttf")], "en-US")


def test_left_paragraph_breaks_where_the_measure_is_full(em_square: Typesetter) -> None:
    # A letter is 10 pt and a space 5 pt wide: "aa bb" takes 45 pt.
    lines = set_paragraph(em_square, (Span("aa bb cc dd", EM),), LEFT, 45.0)

    assert texts(lines) == ["aa bb", "cc dd"]
    assert [line.width for line in lines] == [45.0, 45.0]


def test_lines_end_in_a_space_that_takes_no_room(em_square: Typesetter) -> None:
    lines = set_paragraph(em_square, (Span("aa bb", EM),), LEFT, 20.0)

    assert ["".join(run.text for _, run in line.runs) for line in lines] == ["aa ", "bb"]
    assert [line.runs[-1][1].width for line in lines] == [20.0, 20.0]


def test_left_paragraph_a_point_too_narrow_breaks_earlier(em_square: Typesetter) -> None:
    lines = set_paragraph(em_square, (Span("aa bb cc dd", EM),), LEFT, 44.9)

    assert texts(lines) == ["aa", "bb", "cc", "dd"]


def test_right_and_centred_lines_stand_where_arithmetic_says(em_square: Typesetter) -> None:
    right = set_paragraph(em_square, (Span("aa", EM),), Shape("right", 12.0), 50.0)
    centre = set_paragraph(em_square, (Span("aa", EM),), Shape("centre", 12.0), 50.0)

    assert right[0].runs[0][1].x == 30.0
    assert centre[0].runs[0][1].x == 15.0


def test_justified_line_spreads_its_spaces(em_square: Typesetter) -> None:
    lines = set_paragraph(em_square, (Span("aaaa bbbb cccc dd", EM),), Shape("justify", 12.0), 92.0)

    # 80 pt of letters and a space of 5 pt, which grows by 7 pt: 2.1 times its stretch of 3.33 pt.
    assert texts(lines) == ["aaaa bbbb", "cccc dd"]
    assert round(lines[0].ratio, 6) == round(7.0 / (5.0 * SPACE_STRETCH), 6)
    assert lines[0].runs[0][1].width == 92.0
    assert round(lines[1].ratio, 3) == 0.0


def test_justified_line_shrinks_its_spaces_rather_than_break(em_square: Typesetter) -> None:
    lines = set_paragraph(em_square, (Span("aaaa bbbb cccc dddd eeee ffff", EM),), Shape("justify", 12.0), 129.0)

    assert texts(lines) == ["aaaa bbbb cccc", "dddd eeee ffff"]
    assert round(lines[0].ratio, 6) == round(-1.0 / (10.0 * SPACE_SHRINK), 6)


def test_balanced_lines_are_about_equally_long(em_square: Typesetter) -> None:
    spans = (Span("aaa bbb ccc ddd eee fff", EM),)

    full = set_paragraph(em_square, spans, LEFT, 185.0)
    balanced = set_paragraph(em_square, spans, LEFT._replace(balanced=True), 185.0)

    assert texts(full) == ["aaa bbb ccc ddd eee", "fff"]
    assert texts(balanced) == ["aaa bbb ccc", "ddd eee fff"]


def test_indents_move_first_and_following_lines(em_square: Typesetter) -> None:
    lines = set_paragraph(em_square, (Span("aa bb cc", EM),), LEFT._replace(indent=5.0, hanging=15.0), 40.0)

    assert [line.runs[0][1].x for line in lines] == [5.0, 15.0, 15.0]


def test_newline_ends_a_line(em_square: Typesetter) -> None:
    assert texts(set_paragraph(em_square, (Span("aa\nbb cc", EM),), LEFT, 400.0)) == ["aa", "bb cc"]


def test_spans_that_touch_are_not_broken_between(em_square: Typesetter) -> None:
    bold = EM._replace(tracking=1.0)
    lines = set_paragraph(em_square, (Span("aa bb", EM), Span(", cc", bold)), LEFT, 48.0)

    assert texts(lines) == ["aa", "bb,", "cc"]


def test_word_wider_than_the_measure_sticks_out_and_says_by_how_much(em_square: Typesetter) -> None:
    lines = set_paragraph(em_square, (Span("aa 1234567 bb", EM),), JUSTIFY, 50.0)

    assert texts(lines) == ["aa", "1234567", "bb"]
    assert [round(line.over, 6) for line in lines] == [0.0, 20.0, 0.0]


def test_typed_hyphens_allow_a_break_and_add_none(em_square: Typesetter) -> None:
    lines = set_paragraph(em_square, (Span("low-rank", EM),), LEFT, 50.0)

    assert texts(lines) == ["low-", "rank"]


def test_dividing_hyphen_says_soft_hyphen_and_hangs_out() -> None:
    lines = set_paragraph(real(), (Span("approximation theory " * 9, SERIF),), JUSTIFY, 170.0)

    divided = [line for line in lines if line.hyphenated]
    assert divided
    for line in divided:
        run = line.runs[-1][1]
        assert run.text[-1] == SOFT_HYPHEN
        assert 170.0 < run.x + run.width < 170.0 + 0.3 * SERIF.size


def test_no_words_no_lines(em_square: Typesetter) -> None:
    assert set_paragraph(em_square, (Span("  ", EM),), JUSTIFY, 50.0) == ()


def test_missing_character_is_noted(em_square: Typesetter) -> None:
    set_paragraph(em_square, (Span("aa 胡玮 bb", EM),), LEFT, 100.0)

    assert em_square.missing == {"胡玮": "胡玮"}


words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzé-–.,()“”’"), min_size=1, max_size=14)


@settings(max_examples=120, deadline=None)
@given(
    paragraph=st.lists(words, min_size=1, max_size=60),
    measure=st.floats(60, 320),
    align=st.sampled_from(["justify", "left", "right", "centre"]),
    cut=st.integers(0, 60),
)
def test_random_paragraph_loses_nothing_and_stays_in_its_measure(
    paragraph: list[str], measure: float, align: str, cut: int
) -> None:
    italic = SERIF._replace(tracking=5.0)
    spans = (Span(" ".join([*paragraph[:cut], ""]), SERIF), Span(" ".join(paragraph[cut:]), italic))
    shape = Shape(align, 12.0, hyphenate=True)  # type: ignore[arg-type]

    lines = set_paragraph(REAL, spans, shape, measure)

    joined = "".join(text if text.endswith((SOFT_HYPHEN, "-", "–", "—")) else f"{text} " for text in texts(lines))
    assert re.sub(r"\s", "", joined.replace(SOFT_HYPHEN, "")) == "".join(paragraph)
    run = 0
    for line in lines:
        run = run + 1 if line.hyphenated else 0
        assert run <= 2 or line.over
        left = min(run.x for _, run in line.runs)
        right = max(run.x + run.width for _, run in line.runs)
        assert line.over > 0 or right <= measure + 0.8 * SERIF.size
        assert line.over > 0 or left >= -0.8 * SERIF.size
    if align == "justify":
        assert all(line.over or abs(line.width - measure) < 0.05 or line.ratio > 8.0 for line in lines[:-1])


REAL = real()


def test_same_paragraph_is_set_once() -> None:
    spans = (Span("Set it once.", SERIF),)

    assert set_paragraph(REAL, spans, JUSTIFY, 200.0) is set_paragraph(REAL, spans, JUSTIFY, 200.0)


def test_fonts_folder_holds_every_face() -> None:
    assert sorted(path.parent.name for path in Path(fonts_folder()).rglob("OFL.txt")) == [
        "noto-emoji",
        "noto-sans-math",
        "source-sans-3",
        "source-serif-4",
        "stix-two-math",
    ]
