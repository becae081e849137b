"""Faces become embedded fonts: one composite font a face, whose codes are the pairs of glyph and text handed out."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from hashlib import sha256
from itertools import groupby
from struct import pack
from typing import Final

from booklet.pdf.canvas import Canvas
from booklet.pdf.composites import with_composites
from booklet.pdf.sfnt import Metrics, read_metrics
from booklet.pdf.syntax import Ref, array, number
from booklet.text.faces import Face, Glyph

_FIXED_PITCH: Final = 1 << 0
_SERIF: Final = 1 << 1
_SYMBOLIC: Final = 1 << 2
_ITALIC: Final = 1 << 6

_CMAP_LIMIT: Final = 100
"""The longest block of a CMap (Adobe Technical Note 5014, section 7)."""

_CMAP_HEAD: Final = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_FOOT: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"

Codes = Mapping[int, tuple[Glyph, str, float]]
"""A face's codes: each with its glyph, its text and its advance in thousandths of an em."""


def embed_face(canvas: Canvas, face: Face) -> Ref:
    """Embed what has been asked of a face as a composite font with two-byte codes.

    Raises:
        ValueError: the face has no TrueType outlines.

    Source: ISO 32000-1, 9.7 and 9.10.3; ISO 19005-2, 6.2.11.
    """
    codes = face.codes
    program, numbers = _program(face, codes)
    metrics = read_metrics(face.data)
    name = f"{_subset_tag(program)}+{metrics.name}"
    file = canvas.add(f"<</Length1 {len(program)}/Filter/FlateDecode>>", zlib.compress(program))
    descriptor = canvas.add(_descriptor(name, face, metrics, file))
    glyphs = "/Identity" if _codes_are_glyphs(codes) else str(_deflated(canvas, _glyph_map(codes, numbers)))
    descendant = canvas.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap {glyphs}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor}/W{_widths(codes)}>>"
    )
    return canvas.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant}]/ToUnicode {_deflated(canvas, _to_unicode(codes))}>>"
    )


def _deflated(canvas: Canvas, data: bytes) -> Ref:
    return canvas.add("<</Filter/FlateDecode>>", zlib.compress(data))


def _subset_tag(program: bytes) -> str:
    """Six capitals that differ with the subset (ISO 32000-1, 9.6.4)."""
    value = int.from_bytes(sha256(program).digest()[:8], "big")
    return "".join(chr(ord("A") + value // 26**place % 26) for place in range(6))


def _descriptor(name: str, face: Face, metrics: Metrics, file: Ref) -> str:
    flags = _SYMBOLIC | _SERIF * metrics.serif | _FIXED_PITCH * metrics.fixed_pitch
    flags |= _ITALIC * (metrics.italic_angle != 0)
    # Files do not state a stem's width; this is the customary guess from the weight (400 → 84, 700 → 133).
    stem = 10 + (metrics.weight - 50) * 19 / 90
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox{array(map(number, metrics.box))}"
        f"/ItalicAngle {number(metrics.italic_angle)}/Ascent {number(face.ascent)}/Descent {number(face.descent)}"
        f"/CapHeight {number(face.cap_height)}/XHeight {number(face.x_height)}/StemV {number(stem)}/FontFile2 {file}>>"
    )


def _program(face: Face, codes: Codes) -> tuple[bytes, dict[Glyph, int]]:
    """A font file with what the codes show, and the number that each of these has in it."""
    shown = dict.fromkeys(glyph for glyph, _, _ in codes.values())
    composites = [glyph for glyph in shown if not isinstance(glyph, int)]
    single = {glyph for glyph in shown if isinstance(glyph, int)}
    program = face.subset(single.union(gid for parts in composites for gid, _, _ in parts))
    if not composites:
        return program, {gid: gid for gid in single}
    program, first = with_composites(program, composites)
    return program, {**{gid: gid for gid in single}, **{parts: first + at for at, parts in enumerate(composites)}}


def _codes_are_glyphs(codes: Codes) -> bool:
    return all(code == glyph for code, (glyph, _, _) in codes.items())


def _glyph_map(codes: Codes, numbers: Mapping[Glyph, int]) -> bytes:
    """The glyph of each code, two bytes each; 0 where no code was handed out."""
    glyphs = [0] * (max(codes) + 1)
    for code, (glyph, _, _) in codes.items():
        glyphs[code] = numbers[glyph]
    return pack(f">{len(glyphs)}H", *glyphs)


def _widths(codes: Codes) -> str:
    """The widths of consecutive codes, run by run (ISO 32000-1, 9.7.4.3)."""
    runs: list[str] = []
    for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]):
        consecutive = [code for _, code in run]
        runs.append(f"{consecutive[0]}{array(number(codes[code][2]) for code in consecutive)}")
    return array(runs)


def _to_unicode(codes: Codes) -> bytes:
    """The CMap that says what text each code stands for."""
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, (_, text, _) in codes.items()]
    blocks = [lines[start : start + _CMAP_LIMIT] for start in range(0, len(lines), _CMAP_LIMIT)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_FOOT).encode("ascii")
