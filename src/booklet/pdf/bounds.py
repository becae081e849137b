"""How much of the page marks cover."""

from __future__ import annotations

from collections.abc import Iterable

from typing_extensions import assert_never

from booklet.geometry import Rect
from booklet.layout.marks import Anchor, Far, Fill, GlyphRun, Link, Mark, Path, Picture, Rule

_ASCENT = 0.8
_DESCENT = 0.2
"""How far a line of text reaches from its baseline, in its size: near enough to show where it is."""


def bounds(marks: Iterable[Mark]) -> Rect:
    """The smallest rectangle around all that marks draw; empty, at the origin, if they draw nothing."""
    boxes = [box for box in map(_box, marks) if box is not None]
    if not boxes:
        return Rect(0, 0, 0, 0)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _box(mark: Mark) -> Rect | None:
    match mark:
        case GlyphRun():
            return Rect(mark.x, mark.y - _ASCENT * mark.size, mark.width, (_ASCENT + _DESCENT) * mark.size)
        case Rule():
            half = mark.thickness / 2
            return _around([mark.x0, mark.x1], [mark.y0, mark.y1], half)
        case Fill() | Picture():
            return Rect(mark.x, mark.y, mark.width, mark.height)
        case Path():
            return Rect(*mark.clip) if mark.clip else _path(mark)
        case Link() | Anchor() | Far():
            return None
        case _:
            assert_never(mark)


def _path(path: Path) -> Rect | None:
    """Around a path's points and controls: a Bézier curve stays inside these."""
    numbers = [value for step in path.segments for value in step[1:]]
    if not numbers:
        return None
    return _around(numbers[::2], numbers[1::2], path.thickness / 2 if path.stroke else 0.0)


def _around(xs: list[float], ys: list[float], margin: float) -> Rect:
    left, top = min(xs) - margin, min(ys) - margin
    return Rect(left, top, max(xs) + margin - left, max(ys) + margin - top)
