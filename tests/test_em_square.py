from __future__ import annotations

from booklet.layout.marks import Ink
from booklet.text.styles import Style
from booklet.text.typesetter import Typesetter

STYLE = Style("em", 10.0, Ink(0, 0, 0))


def test_em_square_glyphs_are_one_em_wide(em_square: Typesetter) -> None:
    assert em_square.width(STYLE, "WAVE office") == 10 * 10 + 5
    assert em_square.word(STYLE, "„fünf—Żółw”").advance == 11 * 10
    assert em_square.space(STYLE).width == 5
    assert em_square.missing == {}


def test_em_square_stands_on_its_descent(em_square: Typesetter) -> None:
    face = em_square.faces["em"]

    assert (face.ascent, face.descent) == (800, -200)
    assert (face.cap_height, face.x_height) == (800, 800)


def test_em_square_misses_what_is_not_latin(em_square: Typesetter) -> None:
    em_square.word(STYLE, "胡")

    assert em_square.missing == {"胡": "胡"}
