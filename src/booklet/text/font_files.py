"""What a font file says of itself: its family, weight and characters, and whether it may be embedded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from struct import error as StructError  # noqa: N812
from struct import unpack_from
from typing import Any, Final

import uharfbuzz as hb

ENDINGS: Final = frozenset((".ttf", ".otf", ".ttc", ".otc"))
"""What the names of font files end with."""

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
"""Numbers of names in a font (OpenType specification, table name)."""

_SERIF_NAMES: Final = re.compile(r"serif|mincho|ming\b|song|sung|batang|myeongjo|times|roman|naskh", re.IGNORECASE)
_SANS_NAMES: Final = re.compile(r"sans|gothic|hei\b|dotum|gulim|kaku|grotesk|arial|helvetica", re.IGNORECASE)

_USELESS: Final = re.compile(r"last ?resort|adobe ?blank|notdef|tofu|unifont", re.IGNORECASE)
"""Families that have a box, or nothing, or a few dots for every character."""

_COLOURED: Final = frozenset(("sbix", "CBDT", "COLR", "SVG "))
"""Tables of glyphs in colour, whose outlines are often empty."""

_REGIONS: Final = {17: "JP", 18: "SC", 19: "KR", 20: "TC", 21: "KR"}
"""Bits of OS/2.ulCodePageRange1 that mean East Asian regions."""

_REGION_NAMES: Final = re.compile(r"\b(JP|SC|TC|HK|KR|CN|TW|GB)\b")
_REGION_OF: Final = {"CN": "SC", "GB": "SC", "TW": "TC"}

_LICENCE_MASK, _RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
"""Bits of OS/2.fsType: the licence of embedding, which the least restrictive bit decides, and two further demands."""

_USUAL_WEIGHT: Final = 400
_ITALIC: Final = 0x0201
"""Bits of OS/2.fsSelection: italic and oblique."""


def may_be_embedded(licence: int) -> bool:
    """Whether a part of a font may be embedded, by OS/2.fsType."""
    return (licence & _LICENCE_MASK) != _RESTRICTED and not licence & (_WHOLE_ONLY | _BITMAPS_ONLY)


class FontFacts:
    """One font of a file.

    `kind` is "serif", "sans" or "" if it does not say; `weight` is from 1 to 1000, and `weights` the least and the
    greatest of a variable font. `fixed` says that its letters
    are of one width. `regions` are those of "JP", "SC", "TC", "HK" and "KR" that its ideographs are drawn
    for. `usable` tells whether it has outlines that may be embedded.
    """

    def __init__(self, path: Path, number: int, face: hb.Face) -> None:
        self.path, self.number, self._face = path, number, face
        tables = set(face.table_tags)
        self.family: str = face.get_name(_TYPOGRAPHIC_FAMILY) or face.get_name(_FAMILY) or path.stem
        os2 = bytes(face.reference_table("OS/2").data)
        self.weight, _, licence = unpack_from(">3H", os2, 4) if len(os2) >= 10 else (_USUAL_WEIGHT, 5, 0)
        self.italic = len(os2) >= 64 and bool(unpack_from(">H", os2, 62)[0] & _ITALIC)
        self.fixed = bool(re.search(r"\bmono\b|typewriter|console|code\b", self.family, re.IGNORECASE))
        self.kind = _kind(self.family, os2)
        self.regions = _regions(self.family, os2)
        self.weights = _weights(face)
        outlines = bool(tables & {"glyf", "CFF ", "CFF2"}) and not tables & _COLOURED
        self.restricted = not may_be_embedded(licence)
        self.usable = outlines and not self.restricted and not _USELESS.search(self.family)

    @cached_property
    def characters(self) -> Any:  # noqa: ANN401 - HarfBuzz's set of numbers
        """The characters that it has glyphs for."""
        return self._face.unicodes


def read_fonts(path: Path) -> list[FontFacts]:
    """The fonts of a file: one, or those of a collection.

    Raises:
        ValueError: it is no font file, or broken.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(12)
    if len(head) < 12:
        raise ValueError("it is too short for a font")
    try:
        count = unpack_from(">I", head, 8)[0] if head[:4] == b"ttcf" else 1
        blob = hb.Blob.from_file_path(str(path))
        return list(_fonts(path, blob, min(count, 64)))
    except (StructError, RuntimeError, UnicodeDecodeError) as error:
        raise ValueError("its tables are broken") from error


def _fonts(path: Path, blob: hb.Blob, count: int) -> Iterator[FontFacts]:
    for number in range(count):
        face = hb.Face(blob, number)
        if not face.glyph_count or "cmap" not in face.table_tags:
            raise ValueError("its tables are broken")
        yield FontFacts(path, number, face)


def _kind(family: str, os2: bytes) -> str:
    if _SANS_NAMES.search(family):
        return "sans"
    if _SERIF_NAMES.search(family):
        return "serif"
    if len(os2) < 42:
        return ""
    classification, shape = os2[30], os2[33]
    if os2[32] == 2 and 2 <= shape <= 15:  # PANOSE, Latin text
        return "sans" if shape >= 11 else "serif"
    return {8: "sans"}.get(classification, "serif" if 1 <= classification <= 7 else "")


def _regions(family: str, os2: bytes) -> frozenset[str]:
    named = [_REGION_OF.get(name, name) for name in _REGION_NAMES.findall(family)]
    if named or len(os2) < 86:
        return frozenset(named)
    (pages,) = unpack_from(">I", os2, 78)
    return frozenset(region for bit, region in _REGIONS.items() if pages >> bit & 1)


def _weights(face: hb.Face) -> tuple[float, float] | None:
    if not face.has_var_data:
        return None
    return next(((axis.min_value, axis.max_value) for axis in face.axis_infos if axis.tag == "wght"), None)
