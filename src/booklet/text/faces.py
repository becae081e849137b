"""Faces: fonts as HarfBuzz sees them, and the glyphs that have been asked of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import uharfbuzz as hb

SOFT_HYPHEN: Final = "\u00ad"
"""What a hyphen that only divides a word at a line's end says (ISO 32000-1, 14.8.2.2.3)."""

_EM: Final = 1000.0

_UNSAFE: Final = 1
"""HarfBuzz's flag of a glyph before which a text must not be cut (HB_GLYPH_FLAG_UNSAFE_TO_BREAK)."""

_SLIVER: Final = 0.005
"""Adjustments up to this many thousandths of an em are rounding."""

_NOTHING: Final = "\u200b"
"""What a further glyph of a cluster says: PDF/UA wants a character for every glyph (ISO 14289-1, 7.21.7)."""


UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Characters that choose or join others and are not shown themselves (Unicode's Default_Ignorable_Code_Point)."""

FACE_MARK: Final = "\0"
"""Around the name of a face at which an operand changes to that face."""


class Shaped(NamedTuple):
    """A run of shaped text at an unspecified size.

    `advance` is in thousandths of an em. `operand` goes between the brackets of a PDF TJ operator; it may close and
    reopen them around a text rise (`]TJ n Ts[`) where a glyph sits off the baseline, or around the name of another face
    (`]TJ`, the name between two `FACE_MARK`, `[`) that has the glyphs that follow. `missing` are the characters for
    which the face has no glyph.
    """

    advance: float
    operand: str
    missing: str = ""


class Face:
    """One font file, its measures, and every (glyph, text) pair that has been shaped with it.

    A PDF's ToUnicode map gives one text per character code, but a glyph may stand for several texts (a hyphen that is
    typed and one that divides a word). So a code is handed out per pair: a glyph's own number for the first text, and
    numbers after the font's last glyph for further ones.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self.data = path.read_bytes()
        self._face = hb.Face(self.data)
        self._font = hb.Font(self._face)
        self._unit = _EM / self._face.upem
        self._advances: dict[int, float] = {}
        self._codes: dict[tuple[int, str], int] = {}  # handed out
        self._coded: dict[tuple[int, str], tuple[str, float]] = {}
        self._firsts: set[int] = set()
        self._next = self._face.glyph_count
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._unit
        self.descent: float = extents.descender * self._unit
        self.cap_height: float = self._height("H")
        self.x_height: float = self._height("x")

    @property
    def codes(self) -> Mapping[int, tuple[int, str, float]]:
        """Every code used so far, in order: its glyph, its text and its advance in thousandths of an em."""
        pairs = sorted((self._codes[pair], *pair) for pair in self._coded)
        return {code: (gid, text, self.advance_of(gid)) for code, gid, text in pairs}

    @property
    def handed_out(self) -> int:
        """How many codes have been handed out, used or not."""
        return len(self._codes)

    @property
    def used(self) -> list[tuple[int, str]]:
        """The pairs of glyph and text whose codes are used."""
        return list(self._coded)

    def use(self, pairs: Iterable[tuple[int, str]]) -> None:
        """Count pairs as used, in this order: another process has shaped them."""
        for gid, text in pairs:
            if (gid, text) not in self._coded:
                self._code(gid, text)

    def foresee(self, characters: Iterable[str], clusters: Iterable[str]) -> None:
        """Hand out codes for characters, and for texts whose glyphs depend on each other, before anything is set.

        Processes that set parts of a book then know them all by the same codes. They are not used thereby.
        """
        for character in characters:
            if gid := self._font.get_nominal_glyph(ord(character)):
                self._hand_out(gid, character)
        if gid := self._font.get_nominal_glyph(ord("-")):
            self._hand_out(gid, SOFT_HYPHEN)
        for cluster in clusters:
            if not self.covers(cluster):
                continue
            infos, _ = self._glyphs(cluster, None, "en")
            for info, means in zip(infos, _meanings(cluster, [info.cluster for info in infos]), strict=True):
                self._hand_out(info.codepoint, means)

    def foresee_glyphs(self, pairs: Iterable[tuple[int, str]]) -> None:
        """Hand out codes for glyphs that say something, as `foresee` does."""
        for gid, text in pairs:
            self._hand_out(gid, text)

    def coded(self, gid: int, text: str) -> tuple[str, float]:
        """The code of a glyph that says a text, in hexadecimal, and its advance; it counts as used."""
        return self._coded.get((gid, text)) or self._code(gid, text)

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for every character that is to be seen."""
        characters = self._characters
        return all(ord(character) in characters or UNSEEN.match(character) for character in text)

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

    def subset(self, gids: set[int]) -> bytes:
        """The font file reduced to these glyphs, which keep their numbers."""
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(gids | {0})
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        drop = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        drop.update({int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"DSIG")})
        return bytes(hb.subset(self._face, wanted).blob.data)

    def shape(
        self,
        text: str,
        *,
        features: Mapping[str, bool] | None = None,
        tracking: float = 0.0,
        language: str = "en",
        says: str | None = None,
        size: float = 10.0,
    ) -> Shaped:
        """Shape a text that runs left to right.

        Args:
            text: what to set; one word or phrase, in NFC.
            features: OpenType features beyond the default ones, such as {"smcp": True, "tnum": True}.
            tracking: letterspacing added after every glyph, in thousandths of an em.
            language: BCP 47 tag, for the font's local forms.
            says: what the glyphs mean, if that is not `text`; for a single glyph only.
            size: the size in points at which it will be set; matters only to glyphs that sit off the baseline.

        Returns:
            Its advance and its TJ operand.
        """
        if not text:
            return Shaped(0.0, "")
        infos, positions = self._glyphs(text, features, language)
        clusters = [info.cluster for info in infos]
        if says is not None:
            meanings: Sequence[str] = [says] * len(infos)
        elif len(infos) == len(text) and clusters == list(range(len(text))):
            meanings = text
        else:
            meanings = _meanings(text, clusters)
        operand = _Operand()
        missing = ""
        total = 0.0
        for info, position, means in zip(infos, positions, meanings, strict=True):
            gid, advance = info.codepoint, position.x_advance
            if gid == 0:
                missing += means
            code, usual = self._coded.get((gid, means)) or self._code(gid, means)
            advance = advance * self._unit + (tracking if advance else 0.0)
            total += advance
            if position.x_offset or position.y_offset:
                shift, rise = position.x_offset * self._unit, position.y_offset * self._unit
                operand.raised(code, rise * size / _EM, shift, shift + usual - advance)
            else:
                operand.add(code, usual - advance)
        return Shaped(total, operand.done(), missing)

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
        for info, position in zip(*self._glyphs(text, features, language), strict=True):
            if not info.flags & _UNSAFE:
                edges.setdefault(info.cluster, total)
            total += position.x_advance * self._unit + (tracking if position.x_advance else 0.0)
        return edges

    def _glyphs(self, text: str, features: Mapping[str, bool] | None, language: str) -> tuple[list[Any], list[Any]]:
        """HarfBuzz's glyphs and positions of a text."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = language
        buffer.direction = "ltr"
        hb.shape(self._font, buffer, dict(features) if features else None)
        return buffer.glyph_infos, buffer.glyph_positions

    def _code(self, gid: int, text: str) -> tuple[str, float]:
        """The code of a glyph that says a text, in hexadecimal, and the glyph's usual advance."""
        coded = self._coded[gid, text] = (f"{self._hand_out(gid, text):04X}", self.advance_of(gid))
        return coded

    def _hand_out(self, gid: int, text: str) -> int:
        """The code of a glyph that says a text."""
        code = self._codes.get((gid, text))
        if code is None:
            if gid in self._firsts:
                code, self._next = self._next, self._next + 1
            else:
                code = gid
                self._firsts.add(gid)
            self._codes[gid, text] = code
        return code

    def _height(self, letter: str) -> float:
        gid = self._font.get_nominal_glyph(ord(letter))
        extents = self._font.get_glyph_extents(gid) if gid else None
        return extents.y_bearing * self._unit if extents else 0.0


class _Operand:
    """What stands between the brackets of a TJ operator, while it is put together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open = False

    def add(self, code: str, kern: float) -> None:
        """Append a glyph, and after it an adjustment that is worth writing."""
        self._parts.append(code if self._open else f"<{code}")
        self._open = True
        if kern > _SLIVER or kern < -_SLIVER:
            self._parts.append(f">{_number(kern)}")
            self._open = False

    def raised(self, code: str, rise: float, shift: float, back: float) -> None:
        """Append a glyph that is shifted, and raised by points, and go back to the line."""
        if self._open:
            self._parts.append(">")
        before = _number(-shift) if shift else ""
        after = _number(back) if abs(back) > _SLIVER else ""
        self._parts.append(f"]TJ {_number(rise)} Ts[{before}<{code}>{after}]TJ 0 Ts[")
        self._open = False

    def done(self) -> str:
        """The whole operand."""
        return "".join(self._parts) + (">" if self._open else "")


def _meanings(text: str, clusters: list[int]) -> list[str]:
    """What each glyph says: its own characters, so that the glyphs of a cluster share the cluster's text out."""
    counts = Counter(clusters)
    starts = sorted(counts)
    says: list[str] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        count = counts[start]
        chars = text[start:end]
        says += list(chars) if count == len(chars) else [chars] + [_NOTHING] * (count - 1)
    return says


def _number(value: float) -> str:
    """A PDF number with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
