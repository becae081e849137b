"""A font whose glyphs are squares of one em, so that layout can be checked by arithmetic."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

UNITS: Final = 1000
"""Units in an em: as a PDF counts them."""

ASCENT: Final = 800
"""From the baseline to the top of a square; the descent makes up the rest of the em."""

SPACE: Final = 500
"""The width of the space and of the no-break space: half an em."""

_SPACES: Final = " \u00a0"
_SQUARES: Final = [chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180))]
_SIGNS: Final = "‐–—‘’“”„‚…•←→"


def write_em_square(path: Path) -> None:
    """Write the font: Latin letters, digits and signs, with no ligature and no kerning."""
    names = {ord(char): f"uni{ord(char):04X}" for char in (*_SPACES, *_SQUARES, *_SIGNS)}
    order = [".notdef", *names.values()]
    blanks = {names[ord(char)] for char in _SPACES}
    square, blank = _square(), TTGlyphPen(None).glyph()
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: blank if name in blanks else square for name in order})
    builder.setupHorizontalMetrics({name: (SPACE if name in blanks else UNITS, 0) for name in order})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=ASCENT - UNITS)
    builder.setupNameTable({"familyName": "Em Square", "styleName": "Regular", "psName": "EmSquare-Regular"})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=ASCENT - UNITS, sTypoLineGap=0)
    builder.setupPost()
    builder.save(path)


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, ASCENT - UNITS))
    for corner in ((0, ASCENT), (UNITS, ASCENT), (UNITS, ASCENT - UNITS)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
