"""CMaps: what text each code of a font stands for, and which of the font's glyphs it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_LIMIT: Final = 100
"""The longest block of a CMap (Adobe Technical Note 5014, section 7)."""

_HEAD: Final = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def\n"
    "/CMapName /{name} def\n/CMapType {kind} def\n{mode}"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_FOOT: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"

_GLYPHS: Final = "Booklet-Glyphs"

GLYPH_ENTRIES: Final = (
    f"/Type/CMap/CMapName/{_GLYPHS}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/WMode 0"
)
"""What the dictionary of a `to_glyphs` stream must say (ISO 32000-1, table 120)."""


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The CMap that says what text each code stands for (ISO 32000-1, 9.10.3)."""
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in texts.items()]
    head = _HEAD.format(ordering="UCS", name="Adobe-Identity-UCS", kind=2, mode="")
    return (head + _blocks(lines, "bfchar") + _FOOT).encode("ascii")


def to_glyphs(numbers: Mapping[int, int]) -> bytes:
    """The CMap that says which glyph each code shows, by the glyph's identifier (ISO 32000-1, 9.7.5)."""
    lines = [f"<{code:04X}> {number}" for code, number in numbers.items()]
    head = _HEAD.format(ordering="Identity", name=_GLYPHS, kind=1, mode="/WMode 0 def\n")
    return (head + _blocks(lines, "cidchar") + _FOOT).encode("ascii")


def _blocks(lines: Sequence[str], what: str) -> str:
    blocks = [lines[start : start + _LIMIT] for start in range(0, len(lines), _LIMIT)]
    return "".join(f"{len(block)} begin{what}\n" + "\n".join(block) + f"\nend{what}\n" for block in blocks)
