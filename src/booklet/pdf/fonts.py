"""Faces become embedded fonts: one composite font a face, whose codes are the pairs of glyph and text handed out."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from struct import pack
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.pdf.cmaps import GLYPH_ENTRIES, to_glyphs, to_unicode
from booklet.pdf.composites import identified, with_composites
from booklet.pdf.syntax import Objects, Ref, array, number
from booklet.text.faces import Face
from booklet.text.glyphs import Glyph
from booklet.text.sfnt import Metrics, read_metrics
from booklet.text.subsetting import Program

_FIXED_PITCH: Final = 1 << 0
_SERIF: Final = 1 << 1
_SYMBOLIC: Final = 1 << 2
_ITALIC: Final = 1 << 6

Codes = Mapping[int, tuple[Glyph, str, float]]
"""A face's codes: each with its glyph, its text and its advance in thousandths of an em."""


def embed_face(canvas: Objects, face: Face) -> Ref:
    """Embed what has been asked of a face as a composite font with two-byte codes.

    Raises:
        BookletError: the face has no outlines, or its file is broken.

    Source: ISO 32000-1, 9.7 and 9.10.3; ISO 19005-2, 6.2.11.
    """
    codes = face.codes
    try:
        metrics = read_metrics(face.data, face.number)
        program, shown = _program(face, codes)
    except Exception as error:  # a broken font makes fontTools raise anything
        hint = "take it away, or get a whole one"
        raise BookletError([Fault("the font file cannot be used", Place(str(face.path)), hint)]) from error
    name = f"{_subset_tag(program.data)}+{metrics.name}"
    kind = "/Subtype/CIDFontType0C" if program.cff else f"/Length1 {len(program.data)}"
    file = canvas.add(f"<<{kind}/Filter/FlateDecode>>", zlib.compress(program.data))
    descriptor = canvas.add(_descriptor(name, face, metrics, f"/FontFile{'3' if program.cff else '2'} {file}"))
    numbers = {code: shown[glyph] for code, (glyph, _, _) in codes.items()}
    encoding, glyphs, widths = "/Identity-H", "", {code: advance for code, (_, _, advance) in codes.items()}
    if program.cff:
        encoding = str(_deflated(canvas, to_glyphs(numbers), GLYPH_ENTRIES))
        widths = {number: codes[code][2] for code, number in sorted(numbers.items(), key=itemgetter(1))}
    elif all(code == number for code, number in numbers.items()):
        glyphs = "/CIDToGIDMap/Identity"
    else:
        glyphs = f"/CIDToGIDMap {_deflated(canvas, _glyph_map(numbers))}"
    descendant = canvas.add(
        f"<</Type/Font/Subtype/CIDFontType{'0' if program.cff else '2'}/BaseFont/{name}{glyphs}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor}/W{_widths(widths)}>>"
    )
    texts = {code: text for code, (_, text, _) in codes.items()}
    return canvas.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding {encoding}"
        f"/DescendantFonts[{descendant}]/ToUnicode {_deflated(canvas, to_unicode(texts))}>>"
    )


def _deflated(canvas: Objects, data: bytes, entries: str = "") -> Ref:
    return canvas.add(f"<<{entries}/Filter/FlateDecode>>", zlib.compress(data))


def _subset_tag(program: bytes) -> str:
    """Six capitals that differ with the subset (ISO 32000-1, 9.6.4)."""
    value = int.from_bytes(sha256(program).digest()[:8], "big")
    return "".join(chr(ord("A") + value // 26**place % 26) for place in range(6))


def _descriptor(name: str, face: Face, metrics: Metrics, file: str) -> str:
    flags = _SYMBOLIC | _SERIF * metrics.serif | _FIXED_PITCH * metrics.fixed_pitch
    flags |= _ITALIC * (metrics.italic_angle != 0)
    # Files do not state a stem's width; this is the customary guess from the weight (400 → 84, 700 → 133).
    stem = 10 + ((face.weight or metrics.weight) - 50) * 19 / 90
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox{array(map(number, metrics.box))}"
        f"/ItalicAngle {number(metrics.italic_angle)}/Ascent {number(face.ascent)}/Descent {number(face.descent)}"
        f"/CapHeight {number(face.cap_height)}/XHeight {number(face.x_height)}/StemV {number(stem)}{file}>>"
    )


def _program(face: Face, codes: Codes) -> tuple[Program, dict[Glyph, int]]:
    """A font file with what the codes show, and the number that each of these has in it."""
    shown = dict.fromkeys(glyph for glyph, _, _ in codes.values())
    composites = [glyph for glyph in shown if not isinstance(glyph, int)]
    single = {glyph for glyph in shown if isinstance(glyph, int)}
    program = face.subset(single.union(gid for parts in composites for gid, _, _ in parts))
    moved = [tuple([(program.numbers[gid], x, y) for gid, x, y in parts]) for parts in composites]
    numbers: dict[Glyph, int] = {gid: program.numbers[gid] for gid in single}
    if program.cff:
        data, cids = identified(program.data, moved)
        numbers = {glyph: cids[place] for glyph, place in numbers.items()}
        numbers.update(zip(composites, cids[len(cids) - len(moved) :], strict=True))
    elif moved:
        data, first = with_composites(program.data, moved)
        numbers.update(zip(composites, range(first, first + len(moved)), strict=True))
    else:
        return program, numbers
    return program._replace(data=data), numbers


def _glyph_map(numbers: Mapping[int, int]) -> bytes:
    """The glyph of each code, two bytes each; 0 where no code was handed out."""
    glyphs = [0] * (max(numbers) + 1)
    for code, number_ in numbers.items():
        glyphs[code] = number_
    return pack(f">{len(glyphs)}H", *glyphs)


def _widths(widths: Mapping[int, float]) -> str:
    """The widths of consecutive glyphs, run by run (ISO 32000-1, 9.7.4.3)."""
    runs: list[str] = []
    for _, run in groupby(enumerate(widths), lambda pair: pair[1] - pair[0]):
        consecutive = [cid for _, cid in run]
        runs.append(f"{consecutive[0]}{array(number(widths[cid]) for cid in consecutive)}")
    return array(runs)
