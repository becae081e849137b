"""Formulas in lines: laid out once, cut at line ends, on the grid, each glyph with its text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.design.concert import CONCERT
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun, Ink, Link
from booklet.text.flowables import Paragraph, leaves, parted, place_line
from booklet.text.formulas import FACE
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import NO_LANGUAGE, Shape, Span, Style
from booklet.text.typesetter import Typesetter
from tests.text.formula_samples import DISPLAYED, INLINE

SERIF = Style("serif", 9.4, Ink(0.0, 0.0, 0.0))
JUSTIFY = Shape("justify", 12.0, hyphenate=True)
LEFT = Shape("left", 12.0)
MEASURE = 300.0


def typesetter() -> Typesetter:
    return Typesetter(CONCERT.shelf(), "en-US")


def said(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(run.text for _, run in line.runs).strip() for line in lines]


def test_spans_are_parted_into_words_and_formulas() -> None:
    spans = typesetter().formulas.expanded((Span("if $x>0$, or", SERIF), Span(" so", SERIF)))

    assert [(span.text, span.formula is not None) for span in spans] == [
        ("if ", False), ("x>0", True), (", or", False), (" so", False),
    ]  # fmt: skip


def test_spans_without_formulas_stay_as_they_are() -> None:
    setter = typesetter()
    given_spans = (Span("costs $5", SERIF), Span("x_i", SERIF))

    assert setter.formulas.expanded(given_spans) == given_spans


def test_expanding_twice_changes_nothing() -> None:
    setter = typesetter()
    once = setter.formulas.expanded((Span(r"\$5 and $x$ and \$6", SERIF),))

    assert [span.text for span in once] == ["$5 and ", "x", " and $6"]
    assert setter.formulas.expanded(once) is once


def test_a_formula_is_laid_out_once_for_all_sizes() -> None:
    setter = typesetter()
    small = SERIF._replace(size=7.0)

    one = setter.formulas.expanded((Span("$x^2$", SERIF),))[0]
    other = setter.formulas.expanded((Span("a $x^2$", small),))[1]

    assert one.formula is other.formula
    parts = [setter.formulas.part(span, 0, -1) for span in (one, other)]
    assert parts[0].width / parts[1].width == pytest.approx(9.4 / 7.0)
    assert setter.formulas.part(one, 0, -1) is parts[0]


def test_a_formula_stands_on_the_baseline_among_words() -> None:
    [line] = set_paragraph(typesetter(), (Span("if $x+y$ is", SERIF),), LEFT, MEASURE)
    runs = [run for _, run in line.runs]

    assert [run.text for run in runs] == ["if ", "x+y", " ", "is"]
    assert {run.y for run in runs} == {0.0}
    assert [run.face for run in runs] == ["serif", FACE, "serif", "serif"]
    ends = [run.x + run.width for run in runs]
    # The last letter leans out by its italic correction.
    assert [run.x for run in runs[1:]] == pytest.approx(ends[:-1], abs=0.2)


def test_punctuation_stays_with_a_formula() -> None:
    setter = typesetter()
    for measure in range(20, 80):
        lines = set_paragraph(setter, (Span("We have $x$, $y$; and ($z$).", SERIF),), LEFT, float(measure))
        assert not any(line[:1] in {",", ";", ")", "."} or line[-1:] == "(" for line in said(lines))


def test_long_formulas_break_after_relations_and_operators() -> None:
    terms = "+".join(f"a_{{{number}}}" for number in range(40))
    lines = set_paragraph(typesetter(), (Span(f"Let $S={terms}$ be a sum.", SERIF),), JUSTIFY, 160.0)

    assert len(lines) > 3
    assert all(re.search(r"[+=]$", line) for line in said(lines)[:-2])
    assert not any(line.over for line in lines)
    assert (
        "".join(said(lines)).replace(" ", "")
        == "Let" + "S=" + "+".join(f"a{number}" for number in range(40)) + "beasum."
    )


def test_a_line_rather_ends_at_a_space_than_in_a_formula() -> None:
    lines = set_paragraph(typesetter(), (Span("some words and $a+b=c$ and more", SERIF),), LEFT, 90.0)

    assert said(lines)[0] == "some words and"


@settings(max_examples=40)
@given(st.lists(st.sampled_from(INLINE), min_size=1, max_size=6), st.integers(60, 300))
def test_no_glyph_of_a_formula_is_lost_or_doubled(sources: list[str], measure: int) -> None:
    setter = typesetter()
    spans = setter.formulas.expanded((Span(" and ".join(f"${source}$" for source in sources), SERIF),))

    lines = set_paragraph(setter, spans, LEFT, float(measure))

    wanted = " and ".join(span.formula.says for span in spans if span.formula)
    assert "".join(said(lines)).replace(" ", "") == wanted.replace(" ", "")
    rules = sum(len(line.rules) for line in lines)
    assert rules == sum(len(span.formula.rules) for span in spans if span.formula)


@pytest.mark.parametrize("source", INLINE + DISPLAYED)
def test_glyphs_stand_where_the_layout_says(source: str) -> None:
    setter = typesetter()
    [span] = setter.formulas.expanded((Span(f"\\({source}\\)", SERIF),))
    assert span.formula is not None
    part = setter.formulas.part(span, 0, -1)

    places = [place for run in part.runs for place in glyph_places(setter, run)]

    wanted = [(glyph.x, glyph.says) for glyph in span.formula.glyphs]
    assert [says for _, says in places] == [says for _, says in wanted]
    assert [x for x, _ in places] == pytest.approx([x * 0.0094 for x, _ in wanted], abs=0.02)


def glyph_places(setter: Typesetter, run: GlyphRun) -> list[tuple[float, str]]:
    """Where a PDF reader puts the glyphs of a run, and what it reads, from the operand alone."""
    codes = setter.faces[FACE].codes
    x, out = run.x, []
    for code, kern in re.findall(r"<([0-9A-F]*)>|(-?[0-9.]+)", run.operand):
        for at in range(0, len(code), 4):
            _, says, advance = codes[int(code[at : at + 4], 16)]
            out.append((x, says))
            x += advance * run.size / 1000
        x -= float(kern or 0) * run.size / 1000
    assert x == pytest.approx(run.x + run.width, abs=0.01)
    return out


def test_what_cannot_be_set_is_printed_as_typed_and_named() -> None:
    setter = typesetter()

    [line] = set_paragraph(setter, (Span(r"if $\foo{x}+1$ is", SERIF),), LEFT, MEASURE)

    assert said((line,)) == [r"if \foo{x}+1 is"]
    assert setter.formulas.faults == {r"\foo{x}+1": r"\foo is not known"}


def slices_of(*texts: str, leading: float = 12.0) -> list[tuple[float, float]]:
    """The height of each slice of paragraphs, and where its baseline is below its top."""
    setter = typesetter()
    out = []
    for text in texts:
        for part in Paragraph((Span(text, SERIF),), Shape("left", leading), Element("P")).slices(setter, MEASURE):
            runs = [mark for content in part.contents for mark in content.marks if isinstance(mark, GlyphRun)]
            out.append((part.height, next(run.y for run in runs if run.face == "serif" or run.size == 9.4)))
    return out


def test_low_formulas_need_no_room() -> None:
    assert slices_of(r"$x_i^2+\frac12$, $\sqrt{2\pi\sigma^2}$, $\hat X$, $L^p$, $\sum_{i=1}^n a_i$") == [(12.0, 9.0)]


def test_tall_formulas_get_whole_units_and_stay_on_the_grid() -> None:
    # Four lines of 1.2 em are 45 pt high, 25 above the baseline and 20 below: two units more on either side.
    [(height, base)] = slices_of(r"a $\begin{pmatrix} a\\ b\\ c\\ d\end{pmatrix}$")

    assert (height, base) == (60.0, 33.0)


@given(st.lists(st.sampled_from(INLINE + DISPLAYED), min_size=1, max_size=4))
@settings(max_examples=30)
def test_paragraphs_with_formulas_take_whole_units(sources: list[str]) -> None:
    heights = [height for height, _ in slices_of("text " + " text ".join(f"\\({source}\\)" for source in sources))]

    assert all(height / 12.0 == pytest.approx(round(height / 12.0)) for height in heights)


@pytest.mark.parametrize("source", DISPLAYED)
def test_displayed_formulas_take_whole_units_and_are_centred(source: str) -> None:
    setter = typesetter()
    paragraph = Paragraph((Span(f"$${source}$$", SERIF),), Shape("centre", 12.0), Element("P"))

    [part] = paragraph.slices(setter, MEASURE)

    runs = [mark for content in part.contents for mark in content.marks if isinstance(mark, GlyphRun)]
    assert part.height / 12.0 == pytest.approx(round(part.height / 12.0))
    formula = setter.formulas.formula(source, display=True)
    assert formula is not None
    left = min(run.x for run in runs)
    assert left == pytest.approx((MEASURE - formula.width * 0.0094) / 2, abs=2.0)


def test_formulas_are_tagged_with_their_source() -> None:
    setter = typesetter()
    element = Element("P")
    spans = setter.formulas.expanded((Span("if $x$", SERIF), Span(" or $y^2$", SERIF, link="#there", says="there")))
    [line] = set_paragraph(setter, spans, LEFT, MEASURE)

    owners = leaves(element, spans)
    contents = place_line(line, spans, owners, 0.0, 0.0, 12.0)

    assert [(child.role, child.alt, [below.role for below in child.children]) for child in element.children] == [
        ("Span", "", []),
        ("Formula", "x", []),
        ("Link", "", []),
        ("Link", "", ["Formula"]),
    ]
    links = [mark for content in contents for mark in content.marks if isinstance(mark, Link)]
    assert [link.says for link in links] == ["there", "there"]
    assert all(content.element is not None for content in contents)
    assert not any(
        content.element.children for content in contents if content.element and not links_only(content.marks)
    )


def links_only(marks: tuple[object, ...]) -> bool:
    return all(isinstance(mark, Link) for mark in marks)


def test_text_around_formulas_of_a_shared_element_becomes_children() -> None:
    setter = typesetter()
    leaf = Element("LBody")
    spans = setter.formulas.expanded((Span("if $x$ is", SERIF),))
    [line] = set_paragraph(setter, spans, LEFT, MEASURE)

    contents = parted(place_line(line, spans, [leaf] * len(spans), 0.0, 0.0, 12.0), leaf)

    assert [(child.role, child.alt) for child in leaf.children] == [("Span", ""), ("Formula", "x"), ("Span", "")]
    assert [content.element for content in contents] == leaf.children


def test_foreseen_formulas_need_no_further_codes() -> None:
    setter = typesetter()
    face = setter.faces[FACE]
    texts = [f"we have ${source}$ here" for source in INLINE] + [f"$${source}$$" for source in DISPLAYED]

    setter.formulas.foresee(texts)
    foreseen = face.handed_out
    for text in texts:
        set_paragraph(setter, (Span(text, SERIF),), LEFT, MEASURE)

    assert face.handed_out == foreseen


def test_mathematics_in_unicode_has_glyphs() -> None:
    setter = typesetter()

    [line] = set_paragraph(setter, (Span("x² ∈ ℤ, ε ≤ ∞, 𝑥 ↦ √2, ∑ ∂ ⊗ ℝ₊", SERIF),), LEFT, MEASURE)

    assert setter.missing == {}
    assert said((line,)) == ["x² ∈ ℤ, ε ≤ ∞, 𝑥 ↦ √2, ∑ ∂ ⊗ ℝ₊"]


def test_the_theme_has_the_font_that_the_library_measures() -> None:
    assert Path(CONCERT.faces[FACE]).name == "STIXTwoMath-Regular.ttf"
    assert typesetter().faces[FACE].path.is_file()


@pytest.mark.parametrize("source", INLINE + DISPLAYED)
def test_formulas_between_lines_that_get_no_room_are_small_enough(source: str) -> None:
    setter = typesetter()
    told = (Span(f"if \\({source}\\)", SERIF._replace(size=8.0)),)

    words, span = setter.formulas.expanded(told, within=10.0)

    assert span.formula is not None
    part = setter.formulas.part(span, 0, -1)
    assert words.style.size == 8.0
    smallest = span.style.size == 4.0
    assert smallest or (part.height <= 10.0 - 0.24 * 8.0 and part.depth <= 10.0 - 0.7 * 8.0)
    assert span.style.size == 8.0 or span.formula.height > 900 or span.formula.depth > 400
    assert setter.formulas.expanded((words, span)) == (words, span)


@pytest.mark.parametrize("source", INLINE)
def test_in_books_from_right_to_left_formulas_still_run_from_left_to_right(source: str) -> None:
    one, other = (
        set_paragraph(Typesetter(CONCERT.shelf(), language), (Span(f"\\({source}\\)", SERIF),), LEFT, 1000.0)[0]
        for language in ("en", "he")
    )

    turned_over = sorted(1000.0 - run.x - run.width for _, run in other.runs)

    begin = turned_over[0] - min(run.x for _, run in one.runs)
    assert turned_over == pytest.approx(sorted(run.x + begin for _, run in one.runs))
    assert sorted(1000.0 - rule.x - rule.width - begin for _, rule in other.rules) == pytest.approx(
        sorted(rule.x for _, rule in one.rules)
    )
    assert sorted(run.operand for _, run in other.runs) == sorted(run.operand for _, run in one.runs)


def test_dollars_in_code_are_no_formulas() -> None:
    setter = typesetter()
    code = SERIF._replace(language=NO_LANGUAGE)

    spans = setter.formulas.expanded((Span("echo $HOME$PATH", code), Span(" and $x$", SERIF)))

    assert [span.text for span in spans] == ["echo $HOME$PATH", " and ", "x"]
    assert [span.formula is not None for span in spans] == [False, False, True]


def test_only_what_is_printed_is_a_fault() -> None:
    setter = typesetter()

    setter.formulas.foresee([r"code that says $\foo$", r"$$\baz$$"])
    assert setter.formulas.faults == {}

    set_paragraph(setter, (Span(r"$$\baz$$", SERIF),), LEFT, MEASURE)
    assert setter.formulas.faults == {r"\baz": r"\baz is not known"}
