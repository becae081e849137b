"""Glyphs that are put together from others become glyphs of a font file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final, TypeAlias

Parts: TypeAlias = "tuple[tuple[int, int, int], ...]"
"""Glyphs by their numbers, each with the place of its origin in the font's units (x, y)."""

_PLACED: Final = 0x0002 | 0x0200
"""Flags of a component: its numbers are a place, and its own advance does not count (OpenType, `glyf`)."""


def with_composites(program: bytes, composites: Sequence[Parts]) -> tuple[bytes, int]:
    """Add composite glyphs to a font file with TrueType outlines.

    Args:
        program: the file.
        composites: what each new glyph consists of; its advance is the sum of theirs.

    Returns:
        The file, and the number of the first new glyph; the others follow it.
    """
    # Imported here because most books have no such glyphs.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font: Any = TTFont(BytesIO(program), recalcTimestamp=False)
    names = list(font.getGlyphOrder())
    table, widths = font["glyf"], font["hmtx"].metrics
    first = len(names)
    for number, parts in enumerate(composites):
        name = f"composite{number}"
        table[name] = _composite(names, table, parts)
        widths[name] = (sum(widths[names[gid]][0] for gid, _, _ in parts), 0)
        names.append(name)
    font.setGlyphOrder(names)
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue(), first


def _composite(names: Sequence[str], table: Any, parts: Parts) -> Any:  # noqa: ANN401 - fontTools has no types
    from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent  # noqa: PLC0415

    glyph = Glyph()
    components = []
    for gid, x, y in parts:
        if table[names[gid]].numberOfContours == 0:
            continue  # what has no outline cannot be a component
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = names[gid], x, y, _PLACED
        components.append(component)
    if components:
        glyph.numberOfContours, glyph.components = -1, components
    return glyph
