"""Boxes of glyphs and rules, and the font of mathematics that their glyphs come from.

All lengths are in thousandths of an em of the formula's size, y goes up from the baseline.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from booklet.text.formula import Glyph, Rule
from booklet.text.formula_library import math_font
from booklet.text.formula_tree import FormulaError

SCALES: Final = (1.0, 1.0, 0.7, 0.55)
"""The size of displays, text, scripts and scripts of scripts (STIX Two Math's scriptPercentScaleDown)."""

NOTHING: Final = "\u200b"
"""What further parts of a sign say: PDF/UA wants a character for every glyph (ISO 14289-1, 7.21.7)."""

_ITALICS: Final = (range(0x1D434, 0x1D468), range(0x1D6E2, 0x1D71C))
"""Mathematical italics, Latin and Greek, which are said as plain letters."""


class Box:
    """What is set already: its size, its glyphs in reading order, and its rules.

    `italic` is the correction at its right edge; `gid` and `scale` are those of its glyph if it is just one character.
    """

    __slots__ = ("depth", "gid", "glyphs", "height", "italic", "rules", "scale", "width")

    def __init__(self, width: float = 0.0, height: float = 0.0, depth: float = 0.0) -> None:
        self.width = width
        self.height = height
        self.depth = depth
        self.italic = 0.0
        self.gid = -1
        self.scale = 1.0
        self.glyphs: list[Glyph] = []
        self.rules: list[Rule] = []

    def put(self, box: Box, x: float, y: float) -> None:
        """Put another box's glyphs and rules into this one; its height and depth grow to hold them, its width not."""
        self.glyphs += [Glyph(gid, says, at + x, up + y, scale) for gid, says, at, up, scale in box.glyphs]
        self.rules += [Rule(at + x, up + y, width, height) for at, up, width, height in box.rules]
        self.height = max(self.height, box.height + y)
        self.depth = max(self.depth, box.depth - y)

    def rule(self, x: float, y: float, width: float, height: float) -> None:
        """Add a rule by its lower left corner."""
        self.rules.append(Rule(x, y, width, height))
        self.height = max(self.height, y + height)
        self.depth = max(self.depth, -y)

    def append(self, box: Box) -> None:
        """Put another box at the right of this one."""
        self.put(box, self.width, 0.0)
        self.width += box.width


def said(character: str) -> str:
    """What a character of a formula says in plain text: italics are plain letters, other alphabets have a meaning."""
    if character == "ℎ" or any(ord(character) in letters for letters in _ITALICS):
        return unicodedata.normalize("NFKC", character)
    return character


class Signs:
    """The font of mathematics: its glyphs, their larger variants, and its constants."""

    def __init__(self, path: Path) -> None:
        """Read the font.

        Args:
            path: a TrueType font with a MATH table and 1000 units an em.
        """
        self._font: Any = math_font(path)
        self.constants: Any = self._font.math.consts
        self._italics: Any = self._font.math.italicsCorrection
        self._kerns: Any = self._font.math.kernInfo
        self.axis: float = self.constants.axisHeight

    def box(self, character: str, level: int) -> Box:
        """A character at the size of a style.

        Raises:
            FormulaError: the font does not have it.
        """
        gid = self._gid(character)
        if level > 1 and self._font.gsub:
            gid = self._font.gsub.sub([gid], self._font.features)[0]
        return self._single(gid, said(character), SCALES[level])

    def words(self, text: str, level: int) -> Box:
        """Text, kerned."""
        box = Box()
        scale = SCALES[level]
        gids = [self._gid(" " if sign in "\u00a0\u2009" else sign) for sign in text]
        for gid, following, sign in zip(gids, [*gids[1:], None], text, strict=True):
            glyph = self._font.glyph_fromid(gid)
            box.put(self._single(gid, said(sign), scale), box.width, 0.0)
            after = self._font.glyph_fromid(following) if following is not None else None
            box.width += (glyph.advance(after) if sign != "\u2009" else 1000 / 6) * scale
        return box

    def tall(self, character: str, height: float, level: int) -> Box:
        """A sign that is at least so high, its middle on the axis."""
        scale = SCALES[level]
        gid = self._gid(character)
        box = self._variant(self._font.math.variant(gid, height / scale, vert=True), character, scale)
        return self._centred(box, scale)

    def large(self, character: str, level: int) -> Box:
        """An operator as it is in displays or, below these, in text; its middle on the axis."""
        scale = SCALES[level]
        gid = self._gid(character)
        variants = self._font.math.listvariants(gid, vert=True) if level == 0 else {}
        larger = [variants[height] for height in sorted(variants) if variants[height] != gid]
        box = self._centred(self._single(larger[0] if larger else gid, character, scale), scale)
        # The advance of integrals has their slant in it: what stands below begins further left.
        box.width -= box.italic
        return box

    def wide(self, character: str, width: float, level: int) -> Box:
        """A sign that is at least so wide."""
        scale = SCALES[level]
        gid = self._gid(character)
        return self._variant(self._font.math.variant(gid, width / scale, vert=False), character, scale)

    def accent(self, character: str, width: float, level: int) -> Box:
        """The widest form of an accent that is not wider than its base."""
        scale = SCALES[level]
        gid = self._gid(character)
        variants = self._font.math.listvariants(gid, vert=False)
        fitting = [length for length in variants if length * scale <= width]
        return self._single(variants[max(fitting)] if fitting else gid, character, scale)

    def attachment(self, box: Box) -> float | None:
        """Where an accent stands over a single character, or where an accent's own middle is."""
        found = self._font.math.topattachment(box.gid) if box.gid >= 0 else None
        return None if found is None else found * box.scale

    def kern(self, base: Box, script: Box, shift: float, *, above: bool) -> float:
        """How much nearer a script may stand, by the cut-ins of both glyphs (OpenType, MathKernInfo)."""
        if base.gid < 0 or self._kerns is None:
            return 0.0
        info = self._kerns.glyph(base.gid)
        if info is None:
            return 0.0
        heights = (shift - script.depth, base.height) if above else (script.height - shift, -base.depth)
        table = info.topright if above else info.bottomright
        return float(max(table.getkern(height / base.scale) for height in heights)) * base.scale

    def _gid(self, character: str) -> int:
        gid = self._font.glyphindex(character)
        if not gid:
            raise FormulaError(f"the font of mathematics has no {character!r} (U+{ord(character[0]):04X})")
        return int(gid)

    def _single(self, gid: int, says: str, scale: float) -> Box:
        glyph = self._font.glyph_fromid(gid)
        bounds = glyph.bbox
        box = Box(glyph.advance() * scale, max(0.0, bounds.ymax * scale), max(0.0, -bounds.ymin * scale))
        if bounds.ymax < 0:
            box.height = bounds.ymax * scale
        box.italic = (self._italics.getvalue(gid) or 0) * scale
        box.gid, box.scale = gid, scale
        box.glyphs = [Glyph(gid, says, 0.0, 0.0, scale)]
        return box

    def _variant(self, glyph: Any, says: str, scale: float) -> Box:  # noqa: ANN401 - one of ziafont's glyphs
        """A variant of a sign, which may be put together of parts."""
        if not hasattr(glyph, "offsets"):  # a glyph that the font itself puts together has glyphs, too
            return self._single(glyph.index, says, scale)
        bounds = glyph.bbox
        box = Box(glyph.advance() * scale, bounds.ymax * scale, -bounds.ymin * scale)
        for number, (part, offset) in enumerate(zip(glyph.glyphs, glyph.offsets, strict=True)):
            x, y = (0.0, offset * scale) if glyph.vert else (offset * scale, 0.0)
            box.glyphs.append(Glyph(part.index, NOTHING if number else says, x, y, scale))
        return box

    def _centred(self, box: Box, scale: float) -> Box:
        """A box with its middle on the axis."""
        up = self.axis * scale - (box.height - box.depth) / 2
        out = Box(box.width)
        out.height, out.depth = box.height + up, box.depth - up
        out.italic, out.gid, out.scale = box.italic, box.gid, box.scale
        out.glyphs = [glyph._replace(y=glyph.y + up) for glyph in box.glyphs]
        return out


@lru_cache(maxsize=2)
def signs_of(path: Path) -> Signs:
    """The font of a file, read once."""
    return Signs(path)
