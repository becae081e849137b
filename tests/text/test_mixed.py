"""Paragraphs of several directions and in scripts without spaces."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.design.concert import CONCERT
from booklet.layout.marks import GlyphRun, Ink
from booklet.text.operands import FACE_MARK
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.phrases import units
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter

SANS = Style("sans", 10.0, Ink(0, 0, 0))
BOLD = SANS._replace(face="sans-bold")
LEFT = Shape("left", 12.0)
OWN = Shape("justify", 12.0, own="side")
WORDS = st.text("ab אבعم12٣,.()-–é漢カ、。「」한ไทก\u200c\u0301\u05b8 ", max_size=60)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(CONCERT.shelf(), "en")


@pytest.fixture(scope="module")
def hebrew() -> Typesetter:
    return Typesetter(CONCERT.shelf(), "he")


def runs(lines: tuple[Line, ...]) -> list[GlyphRun]:
    """The runs of all lines, from left to right in each."""
    return [run for line in lines for run in sorted([run for _, run in line.runs], key=lambda run: run.x)]


def test_hebrew_in_english_is_seen_from_right_to_left(typesetter: Typesetter) -> None:
    line = runs(set_paragraph(typesetter, (Span("abc שלום עולם def", SANS),), LEFT, 300.0))

    assert [run.text.strip() for run in line if run.text.strip()] == ["abc", "שלום עולם", "def"]


def test_name_beside_a_number_keeps_its_place(typesetter: Typesetter) -> None:
    # Without an isolate the number would go to the left of the Arabic name.
    line = runs(set_paragraph(typesetter, (Span("محمد, ", SANS), Span("12", BOLD)), LEFT, 300.0))

    assert [run.text.strip() for run in line] == ["محمد", ",", "12"]


def test_sentence_with_emphasis_is_one_sentence(typesetter: Typesetter) -> None:
    spans = (Span("אחת ", SANS, flows=True), Span("שתיים", BOLD, flows=True), Span(" שלוש.", SANS, flows=True))
    line = runs(set_paragraph(typesetter, spans, OWN, 300.0))

    assert "".join(run.text for run in line[::-1]) == "אחת שתיים שלוש."
    assert line[-1].x + line[-1].width == pytest.approx(300.0)


def test_last_line_of_a_justified_paragraph_is_at_its_own_edge(typesetter: Typesetter) -> None:
    lines = set_paragraph(typesetter, (Span("אחת שתיים שלוש ארבע חמש שש שבע שמונה", SANS),), OWN, 100.0)

    for line in lines:
        # The space at the end of a line, which is not seen, lies beyond its left edge.
        assert max(run.x + run.width for _, run in line.runs) == pytest.approx(100.0)
    assert min(run.x for _, run in lines[-1].runs) > 5.0


def test_places_in_a_book_from_right_to_left_count_from_its_right_edge(hebrew: Typesetter) -> None:
    line = set_paragraph(hebrew, (Span("אחת abc", SANS),), LEFT, 300.0)[0]
    first, second = sorted([run for _, run in line.runs], key=lambda run: run.x)

    assert (first.text.strip(), round(first.x, 6)) == ("אחת", 0.0)
    assert second.text == "abc"


def test_range_of_numbers_runs_as_the_book_does(hebrew: Typesetter) -> None:
    line = set_paragraph(hebrew, (Span("9:00–10:15", SANS),), LEFT, 300.0)[0]
    telephone = set_paragraph(hebrew, (Span("+972-3-555", SANS),), LEFT, 300.0)[0]

    assert [run.text for _, run in sorted(line.runs, key=lambda pair: pair[1].x)] == ["9:00", "–", "10:15"]
    assert [run.text for _, run in telephone.runs] == ["+972-3-555"]


def test_space_between_spans_is_of_the_face_that_it_is_drawn_in(hebrew: Typesetter) -> None:
    spans = (Span("6", SANS._replace(face="sans-italic")), Span(" 7", SANS))
    line = set_paragraph(hebrew, spans, LEFT, 300.0)[0]

    italic = hebrew.faces["sans-italic"]
    assert {run.operand for index, run in line.runs if index == 0} == {italic.shape(one).operand for one in "6 "}


def test_formula_stands_between_the_words_that_it_is_between(typesetter: Typesetter) -> None:
    line = runs(set_paragraph(typesetter, (Span("אחת $a^2$ שתיים", SANS),), LEFT, 300.0))

    assert [run.text for run in line] == ["שתיים", " ", "a", "2", "אחת "]


def test_brackets_of_a_lent_word_are_lent_too(typesetter: Typesetter) -> None:
    italic = SANS._replace(face="sans-italic")

    assert typesetter.word(italic, "(שלום)").operand.count("]TJ\0") == 2
    assert typesetter.word(italic, "🎉!").operand.endswith(">")


@pytest.mark.parametrize(
    ("token", "language", "expected"),
    [
        ("「詩」はGPUで。", "ja", ["「詩」", "は", "GPU", "で。"]),
        ("ルート50メートル", "ja", ["ルー", "ト", "50", "メー", "ト", "ル"]),
        ("“过参数化”的", "zh", ["“过", "参", "数", "化”", "的"]),
        ("……です", "ja", ["……", "で", "す"]),
        ("한글", "ko", ["한", "글"]),
        ("การเรียนรู้", "th", ["การ", "เรียน", "รู้"]),
        ("abc-def", "en", ["abc-def"]),
    ],
)
def test_units_of_a_token(token: str, language: str, expected: list[str]) -> None:
    assert [unit.text for unit in units(token, language)] == expected


@pytest.mark.parametrize("language", ["ja", "zh-Hant", "zh", "th", "ko", "en"])
@given(text=st.text("漢字かなカナー、。「」『』…—aZ09%(),.한글กำ้ไๆ\u3099\U0001f469\u200d", min_size=1, max_size=40))
def test_units_lose_nothing_and_respect_what_no_line_begins_with(language: str, text: str) -> None:
    found = units(text, language)

    assert "".join(unit.text for unit in found) == text
    for unit, after in pairwise(found):
        assert after.text[0] not in "、。」』ー…,.)%ๆ\u3099\u200d"
        assert unit.text[-1] not in "「『(\u200d"


def test_han_text_fills_its_lines_evenly(typesetter: Typesetter) -> None:
    # The glyphs may be missing on this machine; where lines end does not depend on it.
    lines = set_paragraph(typesetter, (Span("深層学習の数学的理論に関する研究。" * 6, SANS),), OWN, 203.0)

    assert len(lines) > 3
    assert [line.over for line in lines] == [0.0] * len(lines)
    assert all(line.width == pytest.approx(203.0, abs=6.0) for line in lines[:-1])


@settings(max_examples=150)
@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=3), st.booleans(), st.booleans())
def test_set_paragraph_shows_everything_once_and_nothing_over_another(
    typesetter: Typesetter, hebrew: Typesetter, parts: list[tuple[str, bool, bool]], rtl: bool, own: bool
) -> None:
    spans = tuple(Span(text, BOLD if bold else SANS, flows=flows) for text, bold, flows in parts)
    shape = Shape("justify" if own else "left", 12.0, own="side" if own else "")
    lines = set_paragraph(hebrew if rtl else typesetter, spans, shape, 90.0)

    wanted = Counter("".join(text for text, _, _ in parts)) - Counter(" " * 1000)
    assert Counter("".join(run.text for run in runs(lines))) - Counter(" " * 1000) == wanted
    for line in lines:
        seen = sorted([run for _, run in line.runs], key=lambda run: (round(run.x, 6), run.width))
        for one, other in pairwise(seen):
            assert other.x == pytest.approx(one.x + one.width, abs=0.01)
        assert {index for index, _ in line.runs} <= set(range(len(spans)))


def seen(lines: tuple[Line, ...]) -> list[str]:
    """The runs of the first line, from left to right."""
    return [run.text.strip() for _, run in sorted(lines[0].runs, key=lambda pair: pair[1].x) if run.text.strip()]


def test_title_that_begins_with_a_name_in_latin_runs_as_most_of_its_letters_do(hebrew: Typesetter) -> None:
    lines = set_paragraph(hebrew, (Span("Terra incognita: ללכת לאיבוד", SANS),), LEFT, 300.0)

    # Places count from the right.
    assert seen(lines)[0].startswith("Terra")


def test_english_title_that_begins_with_a_hebrew_word_runs_from_left_to_right(typesetter: Typesetter) -> None:
    lines = set_paragraph(typesetter, (Span("עברית on One Line", SANS),), LEFT, 300.0)

    assert seen(lines)[0] == "עברית"


def test_own_order_begins_at_the_edge_of_the_book_and_own_side_at_the_other(typesetter: Typesetter) -> None:
    spans = (Span("قاعة النخيل", SANS),)
    order = set_paragraph(typesetter, spans, Shape("left", 12.0, own="order"), 300.0)[0]
    side = set_paragraph(typesetter, spans, Shape("left", 12.0, own="side"), 300.0)[0]

    assert min(run.x for _, run in order.runs) == pytest.approx(0.0, abs=1.0)
    assert max(run.x + run.width for _, run in side.runs) == pytest.approx(300.0, abs=1.0)


def test_line_may_end_before_emphasis_among_ideographs(typesetter: Typesetter) -> None:
    spans = (Span("一二三四五、", SANS, flows=True), Span("六七八九十", BOLD, flows=True))
    lines = set_paragraph(typesetter, spans, LEFT, 65.0)

    assert ["".join(run.text for _, run in line.runs) for line in lines] == ["一二三四五、", "六七八九十"]


def test_last_line_is_not_one_ideograph(typesetter: Typesetter) -> None:
    for measure in range(40, 140, 5):
        lines = set_paragraph(typesetter, (Span("一二三四五六七八九十一二三四五六七。", SANS),), LEFT, float(measure))
        assert sum(len(run.text.strip("。")) for _, run in lines[-1].runs) > 1


@pytest.mark.parametrize("language", ["pl", "ru"])
def test_slavic_lines_do_not_end_in_a_word_of_one_letter(language: str) -> None:
    typesetter = Typesetter(CONCERT.shelf(), language)
    for measure in range(60, 160, 5):
        text = "Spotkanie w lesie i nad rzeką z przyjaciółmi o świcie a potem w domu"
        lines = set_paragraph(typesetter, (Span(text, SANS),), LEFT, float(measure))
        assert all(len("".join(run.text for _, run in line.runs).split()[-1]) > 1 for line in lines)


def test_lines_of_japanese_end_between_spans_too(hebrew: Typesetter) -> None:
    typesetter = Typesetter(hebrew.faces, "ja")
    spans = tuple(
        [Span(text, BOLD if text == "、" else SANS) for number in range(10, 40) for text in (str(number), "、")]
    )
    lines = set_paragraph(typesetter, spans, LEFT, 100.0)
    said = ["".join([run.text for _, run in line.runs]) for line in lines]

    assert len(lines) > 1
    assert "".join(said) == "".join([span.text for span in spans])
    assert not any(text.startswith("、") for text in said)
    assert all(line.over == 0.0 for line in lines)


def test_face_does_not_change_between_units_that_one_face_has_lent(typesetter: Typesetter) -> None:
    token = "ไทยน้ำผึ้งที่ยาวมาก"
    together = set_paragraph(typesetter, (Span(token, SANS),), LEFT, 300.0)[0]
    [run] = [run for _, run in together.runs]

    assert len(units(token, "th")) > 2
    assert run.operand.count(FACE_MARK) == 4


@pytest.mark.parametrize("face", ["sans-bold", "serif"])
def test_space_that_follows_a_run_is_of_its_face(face: str) -> None:
    typesetter = Typesetter(CONCERT.shelf(), "en")
    style = SANS._replace(face=face)
    typesetter.word(BOLD, "\u202d")  # so that a space has another code in that face than in others
    [line] = set_paragraph(typesetter, (Span("so", style),), LEFT, 300.0)
    run = typesetter.followed(line.runs[0][1])

    assert run.text == "so "
    assert typesetter.faces[face].codes[int(run.operand[-5:-1], 16)][1] == " "


def test_square_sign_is_lent_by_any_face_where_no_font_has_ideographs(typesetter: Typesetter) -> None:
    chinese = Typesetter(typesetter.faces, "zh")
    chinese.word(SANS, "‥")
    chinese.word(SANS, "…")

    assert chinese.missing == {}
