"""A font file reduced to the glyphs that a book shows, as a PDF takes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import uharfbuzz as hb

MANY: Final = 0xC000
"""Fonts of more glyphs than this leave too few of 65,536 numbers for what is added to them."""

_LAYOUT: Final = ("GSUB", "GPOS", "GDEF", "STAT", "DSIG")
"""Tables that say how glyphs are chosen and placed, which has been done."""

_UNREAD: Final = ("cmap", "name", "post", "vmtx", "vhea", "VORG", "BASE")
"""Tables that nobody reads of a font whose outlines alone are embedded."""


class Program(NamedTuple):
    """What is embedded of a font: a TrueType file, or a bare CFF table, and the numbers that its glyphs have there."""

    data: bytes
    cff: bool
    numbers: Mapping[int, int]


def subset(face: hb.Face, gids: set[int], axes: Mapping[str, float]) -> Program:
    """Reduce a font to some glyphs, and a variable one to a single instance.

    Glyphs of TrueType fonts keep their numbers, except in very large fonts.

    Args:
        face: the font.
        gids: the numbers of the glyphs.
        axes: where a variable font is pinned; axes that are not named stay at their defaults.

    Raises:
        ValueError: the font has no outlines that can be embedded, or is broken.
    """
    tables = set(face.table_tags)
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(gids | {0})
    if face.has_var_data:
        wanted.pin_all_axes_to_default(face)
        for axis, value in axes.items():
            wanted.pin_axis_location(face, axis, value)
    cff = "glyf" not in tables
    flags = hb.SubsetFlags.NO_HINTING
    if cff and not tables & {"CFF ", "CFF2"}:
        raise ValueError("only fonts with TrueType or CFF outlines can be embedded")
    if "CFF2" in tables:
        flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    if not cff and face.glyph_count <= MANY:
        flags |= hb.SubsetFlags.RETAIN_GIDS
    wanted.flags = flags
    drop = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    drop.update(int.from_bytes(name.encode("ascii"), "big") for name in (*_LAYOUT, *(_UNREAD if cff else ())))
    try:
        plan = hb.SubsetPlan(face, wanted)
        reduced = plan.execute()
        data = bytes(_blob(reduced, cff=cff).data)
    except RuntimeError as error:
        raise ValueError("the font file is broken") from error
    if not data:
        raise ValueError("the font file is broken")
    return Program(data, cff, {gid: plan.old_to_new_glyph_mapping[gid] for gid in gids})


def _blob(face: hb.Face, *, cff: bool) -> Any:  # noqa: ANN401 - HarfBuzz has no types
    return face.reference_table("CFF ") if cff else face.blob
