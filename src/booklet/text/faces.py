"""Faces: fonts as HarfBuzz sees them, and the glyphs that have been asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, NamedTuple

import uharfbuzz as hb

from booklet.text.glyphs import Glyph, grouped
from booklet.text.operands import Operand
from booklet.text.scripts import has_rtl
from booklet.text.subsetting import MANY, Program, subset

SOFT_HYPHEN: Final = "\u00ad"
"""What a hyphen that only divides a word at a line's end says (ISO 32000-1, 14.8.2.2.3)."""

_EM: Final = 1000.0

_UNSAFE: Final = 1
"""HarfBuzz's flag of a glyph before which a text must not be cut (HB_GLYPH_FLAG_UNSAFE_TO_BREAK)."""

UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Characters that choose or join others and are not shown themselves (Unicode's Default_Ignorable_Code_Point)."""

_MADE: Final[Mapping[str, str]] = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    "\u2011": "\u2010",
}
"""What HarfBuzz makes of another character, in the right width, where a font does not have it."""


class Shaped(NamedTuple):
    """A run of shaped text at an unspecified size.

    `advance` is in thousandths of an em. `operand` goes between the brackets of a PDF TJ operator; it may change to a
    face that has the glyphs that follow (`booklet.text.operands`). `missing` are the characters for which the face has
    no glyph.
    """

    advance: float
    operand: str
    missing: str = ""


class Face:
    """One font file, its measures, and every pair of `Glyph` and text that has been shaped with it.

    A PDF's ToUnicode map gives one text per character code, but a glyph may stand for several texts (a hyphen that is
    typed and one that divides a word). So a code is handed out per pair: a glyph's own number for the first text, and
    numbers after the font's last glyph for further ones. Codes of fonts that leave no numbers are counted from 1.

    A face whose letters are larger than those that it stands among is set smaller, by `scale`. Its own measures
    (`ascent`, `advance_of`, `codes`) are not scaled; the advances of shaped texts are.
    """

    def __init__(self, name: str, path: Path, *, number: int = 0, scale: float = 1.0, weight: int = 0) -> None:
        """Open a font file.

        Args:
            name: what styles and operands call the face.
            path: the file.
            number: of the face in a collection of several.
            scale: its size as a share of the size that a style asks for.
            weight: that a variable font is set in, from 1 to 1000; its usual one if 0.
        """
        self.name, self.path, self.number, self.scale, self.weight = name, path, number, scale, weight
        self._face = hb.Face(hb.Blob.from_file_path(str(path)), number)
        self._font = hb.Font(self._face)
        self._axes = {"wght": float(weight)} if weight and _varies_in_weight(self._face) else {}
        if self._axes:
            self._font.set_variations(self._axes)
        self._unit = _EM / self._face.upem
        self._advances: dict[int, float] = {}
        self._codes: dict[tuple[Glyph, str], int] = {}  # handed out
        self._coded: dict[tuple[Glyph, str], tuple[str, float]] = {}
        self._shows: dict[int, Glyph] = {}  # what each code that was handed out shows
        self._firsts: set[int] = set()
        self._shown: set[str] = set()  # characters that it is known to show
        self._counted = self._face.glyph_count > MANY
        self._next = 1 if self._counted else self._face.glyph_count
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._unit
        self.descent: float = extents.descender * self._unit
        self.cap_height: float = self._height("H")
        self.x_height: float = self._height("x")

    @cached_property
    def data(self) -> bytes:
        """The font file."""
        return self.path.read_bytes()

    @property
    def codes(self) -> Mapping[int, tuple[Glyph, str, float]]:
        """Every code used so far, in order: its glyph, its text and its advance in thousandths of an em."""
        pairs = sorted(((self._codes[pair], pair) for pair in self._coded), key=itemgetter(0))
        return {code: (glyph, text, self._advance(glyph)) for code, (glyph, text) in pairs}

    @property
    def handed_out(self) -> int:
        """How many codes have been handed out, used or not."""
        return len(self._codes)

    @property
    def used(self) -> list[tuple[Glyph, str]]:
        """The pairs of glyph and text whose codes are used."""
        return list(self._coded)

    def use(self, pairs: Iterable[tuple[Glyph, str]]) -> None:
        """Count pairs as used, in this order: another process has shaped them."""
        for glyph, text in pairs:
            if (glyph, text) not in self._coded:
                self._code(glyph, text)

    def forget_use(self) -> None:
        """Count no pair as used; the codes stay handed out."""
        self._coded.clear()

    def foresee(self, characters: Iterable[str], clusters: Iterable[str], features: Sequence[str] = ()) -> None:
        """Hand out codes for characters, and for texts whose glyphs depend on each other, before anything is set.

        Processes that set parts of a book then know them all by the same codes. They are not used thereby. The forms
        that `features` give to characters are foreseen, too.
        """
        for character in characters:
            gid = self._font.get_nominal_glyph(ord(character))
            if not gid and character in _MADE:
                gid = self._font.get_nominal_glyph(ord(_MADE[character]))
            if gid:
                self._hand_out(gid, character)
                for feature in features:
                    for info in self._glyphs(character, {feature: True}, "en", rtl=False)[0]:
                        self._hand_out(info.codepoint, character)
        if gid := self._font.get_nominal_glyph(ord("-")):
            self._hand_out(gid, SOFT_HYPHEN)
        for cluster in clusters:
            if not self.covers(cluster):
                continue
            infos, positions = self._glyphs(cluster, None, "en", rtl=has_rtl(cluster))
            for glyph, means, _ in grouped(cluster, infos, positions):
                self._hand_out(glyph, means)

    def foresee_glyphs(self, pairs: Iterable[tuple[int, str]]) -> None:
        """Hand out codes for glyphs that say something, as `foresee` does."""
        for gid, text in pairs:
            self._hand_out(gid, text)

    def coded(self, gid: int, text: str) -> tuple[str, float]:
        """The code of a glyph that says a text, in hexadecimal, and its advance; it counts as used."""
        return self._coded.get((gid, text)) or self._code(gid, text)

    def covers(self, text: str) -> bool:
        """Whether the face can show every character that is to be seen."""
        # Hot: once for every new word.
        shown = self._shown
        if shown.issuperset(text):
            return True
        characters = self._characters
        shown.update(
            character
            for character in text
            if ord(character) in characters
            or UNSEEN.match(character)
            or (character in _MADE and ord(_MADE[character]) in characters)
        )
        return shown.issuperset(text)

    def has_forms(self, text: str, feature: str) -> bool:
        """Whether the face has a form of its own for each character of a text, by an OpenType feature."""
        if not self.covers(text):
            return False
        plain, formed = (
            [info.codepoint for info in self._glyphs(text, on, "en", rtl=False)[0]] for on in (None, {feature: True})
        )
        return len(plain) == len(formed) and all(one != other for one, other in zip(plain, formed, strict=True))

    @cached_property
    def _characters(self) -> Any:  # noqa: ANN401 - HarfBuzz's set of numbers
        """What the face has glyphs for; most books never ask."""
        return self._face.unicodes

    def advance_of(self, gid: int) -> float:
        """The unkerned advance of a glyph, in thousandths of an em."""
        advance = self._advances.get(gid)
        if advance is None:
            advance = self._advances[gid] = self._font.get_glyph_h_advance(gid) * self._unit
        return advance

    def advance_of_code(self, code: int) -> float:
        """The unkerned advance of what a code shows, in thousandths of an em."""
        return self._advance(self._shows[code])

    def ink_of_code(self, code: int) -> tuple[float, float, float, float] | None:
        """How far what a code shows is inked: left, top, right and bottom from its origin, y up, in thousandths of an em.

        None for what shows nothing, such as a space.
        """
        glyph = self._shows[code]
        parts = ((glyph, 0, 0),) if isinstance(glyph, int) else glyph
        boxes = []
        for gid, x, y in parts:
            extents = self._font.get_glyph_extents(gid)
            if extents is not None and extents.width and extents.height:
                left, top = x + extents.x_bearing, y + extents.y_bearing
                boxes.append((left, top, left + extents.width, top + extents.height))
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        unit = self._unit
        return min(lefts) * unit, max(tops) * unit, max(rights) * unit, min(bottoms) * unit

    def subset(self, gids: set[int]) -> Program:
        """The font reduced to these glyphs.

        Raises:
            ValueError: it cannot be embedded.
        """
        return subset(self._face, gids, self._axes)

    def shape(
        self,
        text: str,
        *,
        features: Mapping[str, bool] | None = None,
        tracking: float = 0.0,
        language: str = "en",
        says: str | None = None,
        rtl: bool = False,
    ) -> Shaped:
        """Shape a text that runs in one direction.

        Args:
            text: what to set; one word or phrase, in NFC.
            features: OpenType features beyond the default ones, such as {"smcp": True, "tnum": True}.
            tracking: letterspacing added after every glyph, in thousandths of an em of the style's size.
            language: BCP 47 tag, for the font's local forms.
            says: what the glyphs mean, if that is not `text`; for a single glyph only.
            rtl: whether the text runs from right to left.

        Returns:
            Its advance in thousandths of the style's size, and its TJ operand, whose numbers are in thousandths of the
            size that the face is set in, as `scale` says; its glyphs stand as one sees them, from left to right.
        """
        if not text:
            return Shaped(0.0, "")
        tracking /= self.scale
        infos, positions = self._glyphs(text, features, language, rtl=rtl)
        meanings: Sequence[str] = text
        if says is not None:
            meanings = [says] * len(infos)
        elif len(infos) != len(text) or [info.cluster for info in infos] != list(range(len(text))):
            return self._shaped(grouped(text, infos, positions), tracking)
        operand = Operand()
        missing = ""
        total = 0.0
        # Hot: once for every letter of a new word.
        for info, position, means in zip(infos, positions, meanings, strict=True):
            if position.x_offset or position.y_offset:
                return self._shaped(grouped(text, infos, positions), tracking)
            gid, advance = info.codepoint, position.x_advance
            if gid == 0:
                missing += means
            code, usual = self._coded.get((gid, means)) or self._code(gid, means)
            advance = advance * self._unit + (tracking if advance else 0.0)
            total += advance
            operand.add(code, usual - advance)
        return Shaped(total * self.scale, operand.done(), missing)

    def _shaped(self, clusters: Iterable[tuple[Glyph, str, int]], tracking: float) -> Shaped:
        """Glyphs and what they say as an operand."""
        operand = Operand()
        missing = ""
        total = 0.0
        for glyph, means, units in clusters:
            if glyph == 0 or (isinstance(glyph, tuple) and any(gid == 0 for gid, _, _ in glyph)):
                missing += means
            code, usual = self._coded.get((glyph, means)) or self._code(glyph, means)
            advance = units * self._unit + (tracking if units else 0.0)
            total += advance
            operand.add(code, usual - advance)
        return Shaped(total * self.scale, operand.done(), missing)

    def edges(
        self,
        text: str,
        *,
        features: Mapping[str, bool] | None = None,
        tracking: float = 0.0,
        language: str = "en",
    ) -> dict[int, float]:
        """How far into a shaped text its characters begin, in thousandths of an em.

        Only where the text can be cut and either part would look as it does in the whole: not inside a ligature, nor
        between letters that are kerned.
        """
        edges: dict[int, float] = {}
        total = 0.0
        for info, position in zip(*self._glyphs(text, features, language, rtl=False), strict=True):
            if not info.flags & _UNSAFE:
                edges.setdefault(info.cluster, total)
            total += position.x_advance * self._unit * self.scale + (tracking if position.x_advance else 0.0)
        return edges

    def _glyphs(
        self, text: str, features: Mapping[str, bool] | None, language: str, *, rtl: bool
    ) -> tuple[list[Any], list[Any]]:
        """HarfBuzz's glyphs and positions of a text, from left to right."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = language
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self._font, buffer, dict(features) if features else None)
        return buffer.glyph_infos, buffer.glyph_positions

    def _advance(self, glyph: Glyph) -> float:
        """The usual advance of what a code shows, in thousandths of an em."""
        return self.advance_of(glyph) if isinstance(glyph, int) else sum(self.advance_of(gid) for gid, _, _ in glyph)

    def _code(self, glyph: Glyph, text: str) -> tuple[str, float]:
        """The code of a glyph that says a text, in hexadecimal, and the glyph's usual advance."""
        coded = self._coded[glyph, text] = (f"{self._hand_out(glyph, text):04X}", self._advance(glyph))
        return coded

    def _hand_out(self, glyph: Glyph, text: str) -> int:
        """The code of a glyph that says a text."""
        code = self._codes.get((glyph, text))
        if code is None:
            if self._counted or isinstance(glyph, tuple) or glyph in self._firsts:
                code, self._next = self._next, self._next + 1
            else:
                code = glyph
                self._firsts.add(glyph)
            self._codes[glyph, text] = code
            self._shows[code] = glyph
        return code

    def _height(self, letter: str) -> float:
        gid = self._font.get_nominal_glyph(ord(letter))
        extents = self._font.get_glyph_extents(gid) if gid else None
        return extents.y_bearing * self._unit if extents else 0.0


def _varies_in_weight(face: hb.Face) -> bool:
    return face.has_var_data and any(axis.tag == "wght" for axis in face.axis_infos)
