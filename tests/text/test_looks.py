"""How code and scripts look, and where they may be broken."""

from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from booklet.design.theme import fonts_folder
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun, Ink
from booklet.text import looks
from booklet.text.code_block import CodeBlock, rows
from booklet.text.faces import Face
from booklet.text.looks import breakable, code_style, script_style
from booklet.text.styles import Shape, Style
from booklet.text.typesetter import Typesetter

BLACK = Ink(0.0, 0.0, 0.0)
SERIF = Style("serif", 9.4, BLACK)
FOLDER = fonts_folder()


def typesetter(*, mono: bool = True) -> Typesetter:
    faces = [Face("serif", FOLDER / "source-serif-4" / "SourceSerif4-Regular.ttf")]
    faces += [Face("mono", FOLDER / "source-code-pro" / "SourceCodePro-Regular.ttf")] if mono else []
    return Typesetter(faces, "en-US")


SETTER = typesetter()
CODE = code_style(SETTER, SERIF)


def test_examples_of_the_module() -> None:
    assert doctest.testmod(looks).failed == 0


def test_a_theme_without_a_face_for_code_sets_it_in_the_text_s() -> None:
    assert code_style(typesetter(mono=False), SERIF) == SERIF._replace(language="zxx")


def test_code_has_one_pitch_and_no_ligatures() -> None:
    widths = {round(SETTER.width(CODE, text), 3) for text in ("fi", "ff", "->", "!=", "iM", "\u00a0.")}

    assert len(widths) == 1


def test_code_is_not_hyphenated() -> None:
    assert SETTER.word(CODE, "concentration", hyphenate=True).divisions == ()
    assert SETTER.word(SERIF, "concentration", hyphenate=True).divisions != ()


def test_scripts_have_the_face_s_own_forms_only_if_it_has_all() -> None:
    own, made, none = (script_style(SETTER, SERIF, *of) for of in (("2", "raised"), ("2+", "raised"), ("2", "")))

    assert own == SERIF._replace(features=("sups",))
    assert (made.size < SERIF.size, made.rise > 0) == (True, True)
    assert none == SERIF
    assert script_style(SETTER, SERIF, "max", "lowered").rise < 0


def test_scripts_say_what_they_are() -> None:
    shaped = SETTER.faces["serif"].shape("2", features={"sups": True})
    plain = SETTER.faces["serif"].shape("2")

    texts = {text for _, text, _ in SETTER.faces["serif"].codes.values()}
    assert shaped.operand != plain.operand
    assert "2" in texts


@given(st.text("ab_.:( ", max_size=60))
def test_breakable_code_says_what_it_said(code: str) -> None:
    assert breakable(code).replace("\u200b", "").replace("\u00a0", " ") == code


@given(st.text("ab  .世", max_size=120), st.floats(40.0, 200.0))
def test_rows_of_code_lose_nothing_and_fit(line: str, measure: float) -> None:
    line = line.replace("世", "é")

    found = list(rows(SETTER, CODE, line, measure))

    assert "".join("".join(found).split()) == "".join(line.split())
    assert all(SETTER.width(CODE, row.replace(" ", "\u00a0")) <= measure + 0.01 for row in found if row.strip())
    assert all(row.strip() for row in found[1:-1])


@given(st.lists(st.sampled_from(["", "x = 1", "    y", "a" * 90]), min_size=1, max_size=8))
def test_blocks_of_code_are_slices_of_one_height(lines: list[str]) -> None:
    block = CodeBlock(tuple(lines), CODE, Shape("left", 12.0), Element("Code"), left=10.0, gap=12.0)

    slices = block.slices(SETTER, 200.0)

    assert {part.height for part in slices} == {12.0}
    assert [part.gap for part in slices] == [0.0] * (len(slices) - 1) + [12.0]
    runs = [
        mark for part in slices for content in part.contents for mark in content.marks if isinstance(mark, GlyphRun)
    ]
    assert all(run.x >= 10.0 and run.x + run.width <= 200.01 for run in runs)
