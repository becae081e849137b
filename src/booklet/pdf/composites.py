"""Glyphs that are put together from others become glyphs of a font file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import count
from typing import Any, Final, TypeAlias

Parts: TypeAlias = "tuple[tuple[int, int, int], ...]"
"""Glyphs by their numbers, each with the place of its origin in the font's units (x, y)."""

_IDENTIFIER: Final = "cid"
"""What fontTools calls glyphs by that have numbers in place of names."""

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


def identified(program: bytes, composites: Sequence[Parts]) -> tuple[bytes, list[int]]:
    """Add composite glyphs to a CFF table, and tell by what identifiers a PDF finds the glyphs in it.

    Args:
        program: the table.
        composites: what each new glyph consists of; its advance is the sum of theirs.

    Returns:
        The table, and the identifier of every glyph, the new ones last.

    Source: ISO 32000-1, 9.7.4.2: glyphs that have names are identified by their numbers.
    """
    # Imported here because most books have TrueType fonts only.
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    fonts: Any = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    top = fonts[0]
    numbered = hasattr(top, "ROS")
    names = list(top.charset)
    cids = [int(name.removeprefix(_IDENTIFIER)) for name in names[1:]] if numbered else list(range(1, len(names)))
    cids.insert(0, 0)
    if not composites:
        return program, cids
    top.CharStrings.charStringsIndex = list(top.CharStrings.charStringsIndex)
    free = (cid for cid in count(1) if cid not in set(cids))
    for parts in composites:
        cid = next(free) if numbered else len(cids)
        cids.append(cid)
        _add_outline(top, names, f"{_IDENTIFIER}{cid:05d}" if numbered else f"composite{cid}", parts)
    out = BytesIO()
    fonts.compile(out, TTFont(recalcBBoxes=False))
    return out.getvalue(), cids


def _add_outline(top: Any, names: Sequence[str], name: str, parts: Parts) -> None:  # noqa: ANN401
    """Draw the outlines of parts as one glyph."""
    from fontTools.pens.recordingPen import RecordingPen  # noqa: PLC0415
    from fontTools.pens.t2CharStringPen import T2CharStringPen  # noqa: PLC0415
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415

    strings = top.CharStrings
    recording = RecordingPen()
    width = 0.0
    for gid, x, y in parts:
        part = strings[names[gid]]
        part.draw(TransformPen(recording, (1, 0, 0, 1, x, y)))
        width += part.width
    first = strings[names[parts[0][0]]]
    pen = T2CharStringPen(width - first.private.nominalWidthX, None)
    recording.replay(pen)
    added = pen.getCharString(private=first.private, globalSubrs=top.GlobalSubrs)
    if hasattr(top, "FDSelect"):
        top.FDSelect.gidArray.append(top.FDSelect[parts[0][0]])
    strings.charStrings[name] = len(strings.charStringsIndex)
    strings.charStringsIndex.append(added)
    top.charset.append(name)
