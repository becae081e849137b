"""What the codes of a font show: single glyphs, or a letter and its marks as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, TypeAlias

from booklet.text.scripts import has_rtl

Glyph: TypeAlias = "int | tuple[tuple[int, int, int], ...]"
"""What a code shows: a glyph of the font by its number, or several as (number, x, y), shifted by units of the font.

Marks that are put over a letter become one glyph with it, since a text whose parts stand off the baseline is read as
several lines by those who take it out of a PDF again.
"""


def grouped(text: str, infos: Sequence[Any], positions: Sequence[Any]) -> list[tuple[Glyph, str, int]]:
    """The glyphs of a text, what each says, and its advance in the font's units; from left to right.

    The glyphs of a cluster stay apart where they stand in a row and have a character each; the first has those that
    are left over. Otherwise they become one.
    """
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    out: list[tuple[Glyph, str, int]] = []
    for start, group in groupby(zip(infos, positions, strict=True), key=lambda pair: pair[0].cluster):
        glyphs = [(info.codepoint, place) for info, place in group]
        means = text[start : ends[start]]
        rtl = has_rtl(means)
        level = not any(place.x_offset or place.y_offset for _, place in glyphs)
        if level and len(glyphs) <= len(means) and not rtl:
            first = len(means) - len(glyphs) + 1
            shared = [means[:first], *means[first:]]
            out += [(gid, said, place.x_advance) for (gid, place), said in zip(glyphs, shared, strict=True)]
            continue
        if rtl:
            # Who takes texts out of a PDF turns them round, and what a code says with them.
            means = means[::-1]
        if level and len(glyphs) == 1:
            out.append((glyphs[0][0], means, glyphs[0][1].x_advance))
            continue
        x = 0
        parts = []
        for gid, place in glyphs:
            parts.append((gid, x + place.x_offset, place.y_offset))
            x += place.x_advance
        out.append((tuple(parts), means, x))
    return out
