"""How far the ink of glyph runs reaches: where type is so large that accents and side bearings are seen as space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from booklet.layout.marks import GlyphRun
from booklet.text.operands import FACE_MARK, face_and_scale
from booklet.text.shelf import Shelf

_STEP: Final = re.compile(r"<([0-9A-F]*)>|(-?[0-9.]+)")
"""Codes of four digits each, or an adjustment in thousandths, which moves what follows to the left."""

_DIGITS: Final = 4


class Inked(NamedTuple):
    """A rectangle of ink in points, y down: its left, top, right and bottom edges."""

    left: float
    top: float
    right: float
    bottom: float


def inked(shelf: Shelf, runs: Iterable[GlyphRun]) -> Inked | None:
    """The smallest rectangle around the ink of runs; None if they show nothing.

    Args:
        shelf: has the faces that the runs are set in.
        runs: any, in the coordinates that the rectangle is to have.
    """
    boxes = [box for run in runs for box in _boxes(shelf, run)]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Inked(min(lefts), min(tops), max(rights), max(bottoms))


def _boxes(shelf: Shelf, run: GlyphRun) -> Iterator[Inked]:
    """The ink of each glyph of a run, which changes its face where its operand says so."""
    x, face, em = run.x, shelf[run.face], run.size / 1000
    for number, part in enumerate(run.operand.split(FACE_MARK)):
        if number % 2:
            name, scale = face_and_scale(part)
            face, em = shelf[name], scale * run.size / 1000
            continue
        for found in _STEP.finditer(part):
            if found[2]:
                x -= float(found[2]) * em
                continue
            digits = found[1]
            for at in range(0, len(digits), _DIGITS):
                code = int(digits[at : at + _DIGITS], 16)
                ink = face.ink_of_code(code)
                if ink is not None:
                    left, top, right, bottom = (edge * em for edge in ink)
                    yield Inked(x + left, run.y - top, x + right, run.y - bottom)
                x += face.advance_of_code(code) * em
