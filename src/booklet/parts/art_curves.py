"""Level lines as few true curves: points put exactly on the level, tangents taken from the field."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import Final, NamedTuple

from booklet.layout.marks import Segment
from booklet.parts.art_contours import Point
from booklet.parts.art_field import Field

_TURN: Final = 0.88
"""Cosine of the turn (28°) after which a line needs a knot; a cubic follows a smaller one within a hair."""

_REACH: Final = 2.6
"""The longest stretch between two knots, in cells: a level line can swing out and back within more."""

_NEAR: Final = 0.45
"""The shortest stretch between two knots, in cells: a line may clip the corner of a cell."""

_ASTRAY: Final = 0.2
"""The longest step that Newton's method may take, in cells; where the ground is almost level it would go astray."""

_ASKEW: Final = 0.8
"""Cosine of the most by which a tangent may differ from the direction between the neighbours."""

_FEWEST: Final = 5
"""A loop with fewer knots is a speck."""


class Knot(NamedTuple):
    """A point of a curve and the unit tangent there; (0, 0) makes a corner."""

    x: float
    y: float
    along: float
    down: float


class Frame(NamedTuple):
    """The outermost grid lines on which the field was sampled, in points; `cell` is the side of the grid's cells."""

    left: float
    top: float
    right: float
    bottom: float
    cell: float

    def holds(self, point: Point) -> bool:
        """Whether a point of a level line is one of the field's, and not one that closes the line outside."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


def curve(field: Field, loop: Sequence[Point], level: float, frame: Frame) -> list[Segment]:
    """Draw one closed level line of a field.

    Args:
        field: the field.
        loop: the line's points as `contours` found them, high ground on the right.
        level: the line's height.
        frame: where the line is to be drawn truly; outside, where it only closes, it is drawn with straight lines.

    Returns:
        The path, or nothing if the line is too small to be worth drawing.
    """
    knots = [_settle(field, point, level, frame) for point in _thin(loop, frame)]
    knots = [knot for i, knot in enumerate(knots) if _turns(knots[i - 1], knot, knots[(i + 1) % len(knots)])]
    if len(knots) < _FEWEST:
        return []
    knots = [_eased(knots[i - 1], knot, knots[(i + 1) % len(knots)]) for i, knot in enumerate(knots)]
    path: list[Segment] = [("M", knots[0].x, knots[0].y)]
    path += [_bend(a, b) for a, b in pairwise([*knots, knots[0]])]
    return [*path, ("Z",)]


def _thin(loop: Sequence[Point], frame: Frame) -> list[Point]:
    """Leave out points where the line hardly turns, and those too close to another."""
    near, reach = (frame.cell * _NEAR) ** 2, (frame.cell * _REACH) ** 2
    kept = [loop[0]]
    heading: Point | None = None
    held = frame.holds(loop[0])
    for (x, y), (next_x, next_y) in pairwise([*loop[1:], loop[0]]):
        before, held = held, frame.holds((x, y))
        dx, dy = x - kept[-1][0], y - kept[-1][1]
        gap = dx * dx + dy * dy
        if held != before or held != frame.holds((next_x, next_y)):
            kept.append((x, y))
            heading = None
            continue
        if gap < near:
            continue
        if heading is None:
            heading = (dx, dy)
        ax, ay = next_x - x, next_y - y
        norm = sqrt((heading[0] * heading[0] + heading[1] * heading[1]) * (ax * ax + ay * ay))
        if gap > reach or heading[0] * ax + heading[1] * ay < _TURN * norm:
            kept.append((x, y))
            heading = None
    first_x, first_y = kept[0]
    while len(kept) > 1 and (kept[-1][0] - first_x) ** 2 + (kept[-1][1] - first_y) ** 2 < near:
        kept.pop()
    return kept


def _settle(field: Field, point: Point, level: float, frame: Frame) -> Knot:
    """Move a point onto the level by one step of Newton's method, and take the tangent there."""
    x, y = point
    if not frame.holds(point):
        return Knot(round(x, 2), round(y, 2), 0.0, 0.0)
    value, by_x, by_y = field.at(x, y)
    square = by_x * by_x + by_y * by_y
    if square == 0.0:
        return Knot(x, y, 0.0, 0.0)
    steep = sqrt(square)
    step = (level - value) / square
    if abs(step) * steep > frame.cell * _ASTRAY:
        step = 0.0
    return Knot(x + step * by_x, y + step * by_y, by_y / steep, -by_x / steep)


def _turns(before: Knot, knot: Knot, after: Knot) -> bool:
    """Whether a knot is needed: one on a straight run outside the area is not."""
    if knot.along or knot.down or before.along or before.down or after.along or after.down:
        return True
    return not (before.x == knot.x == after.x or before.y == knot.y == after.y)


def _eased(before: Knot, knot: Knot, after: Knot) -> Knot:
    """The knot with a tangent that leads from its neighbours; the field's own turns too fast beside a saddle."""
    x, y = after.x - before.x, after.y - before.y
    length = sqrt(x * x + y * y)
    if not length or not (knot.along or knot.down) or x * knot.along + y * knot.down > length * _ASKEW:
        return knot
    return Knot(knot.x, knot.y, x / length, y / length)


def _bend(a: Knot, b: Knot) -> Segment:
    """The curve from one knot to the next: a cubic whose handles fit a circle's arc of the same turn."""
    if not (a.along or a.down) or not (b.along or b.down):
        return ("L", b.x, b.y)
    chord = sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2)
    cosine = max(-0.5, min(1.0, a.along * b.along + a.down * b.down))
    handle = chord / (1.5 * (1.0 + sqrt((1.0 + cosine) / 2.0)))
    return (
        "C",
        a.x + handle * a.along,
        a.y + handle * a.down,
        b.x - handle * b.along,
        b.y - handle * b.down,
        b.x,
        b.y,
    )
