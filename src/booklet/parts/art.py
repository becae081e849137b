"""The cover's drawn art: level lines of a landscape that grows from the event's title."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from typing import Final, NamedTuple

from booklet.geometry import Rect
from booklet.layout.marks import Fill, Ink, Mark, Path, Segment
from booklet.parts.art_contours import Point, contours, turning_heights
from booklet.parts.art_curves import Frame, curve
from booklet.parts.art_field import Field, grow

_LEVELS: Final = 32
"""How many heights are drawn; few enough to stay apart on A6 and to print in black and white."""

_TIER: Final = 5
"""Every fifth line is heavier, as on a map, and the ground that it encloses is a shade further from the paper's."""

_SUMMIT: Final = 28
"""The level from which the highest hill is filled with the accent."""

_CELLS: Final = 32
"""Cells of the sampling grid along the side of a square of the same area; the curves' knots sit on its lines."""

_CLEAR: Final = 0.25
"""How far a level stays from the heights of saddles, tops and hollows, in steps between levels."""

_SHIFTS: Final = (0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36)
"""How far it may be moved for that, in steps; the first that will do."""

_HEAVY, _FINE = 0.6, 0.35
"""Widths of the lines, in points, on a cover of the size of a half-letter page."""

_USUAL: Final = 420.0
"""Side of the square with the area that the art covers on a half-letter page, in points."""


class ArtInks(NamedTuple):
    """What the art is printed with; deep or white grounds both work.

    `ground` is the paper or what covers it, `line` stands out from it, `accent2` tints the higher ground and `accent`
    marks the summit.
    """

    ground: Ink
    line: Ink
    accent: Ink
    accent2: Ink


def cover_art(seed: str, area: Rect, inks: ArtInks) -> tuple[Mark, ...]:
    """Draw the cover's art.

    The same seed, area and inks give the same marks on every machine. The art carries no information. It rises from
    the lower left to the right, and leaves the upper left of the area empty for a title.

    Args:
        seed: what it grows from; the event's title.
        area: what it fills, with the bleed; everything is clipped to it.
        inks: what it is printed with; tints are mixed from them, nothing is transparent.

    Returns:
        The ground, then one path per height from the lowest to the highest.
    """
    ground = Fill(*area, inks.ground)
    if min(area.width, area.height) < 1.0:
        return (ground,)
    clip = (area.x, area.y, area.width, area.height)
    size = sqrt(area.width * area.height)
    weight = min(1.5, max(0.75, size / _USUAL))
    marks: list[Mark] = [ground]
    for level, segments in enumerate(_lines(grow(seed, area.width, area.height), area.width, area.height)):
        if not segments:
            continue
        fill, stroke = _inked(level, inks)
        heavy = level % _TIER == 0 and level < _SUMMIT
        thickness = round(weight * (_HEAVY if heavy else _FINE), 2)
        placed = tuple([_placed(step, area.x, area.y) for step in segments])
        marks.append(Path(placed, fill, stroke, thickness, round=True, clip=clip))
    return tuple(marks)


def _inked(level: int, inks: ArtInks) -> tuple[Ink | None, Ink | None]:
    """What a level's ground is filled and its line drawn with."""
    if level == _SUMMIT:
        return inks.accent, None
    if level > _SUMMIT:
        return None, _mixed(inks.accent, inks.ground, 0.4)
    plane = _mixed(inks.ground, inks.accent2, (level - level % _TIER) / (_SUMMIT - 1))
    if level % _TIER:
        return None, _mixed(plane, inks.line, 0.45)
    return plane, _mixed(plane, inks.line, 0.65)


def _mixed(one: Ink, other: Ink, share: float) -> Ink:
    """One ink with a share (0 to 1) of another, opaque."""
    return Ink(*(round(a + share * (b - a), 4) for a, b in zip(one, other, strict=True)))


def _lines(field: Field, width: float, height: float) -> list[list[Segment]]:
    """The level lines of a field, from its lowest to its highest, in the coordinates of the field.

    The lowest is no lower than the highest point of the top edge: no line is cut by that edge, and the art ends there
    in a line of its own.
    """
    cell = sqrt(width * height) / _CELLS
    xs, ys = _ticks(width, cell), _ticks(height, cell)
    nodes = [[field.at(x, y) for x in xs] for y in ys]
    rows = [[node[0] for node in row] for row in nodes]
    levels = _heights(max(rows[1]), max(map(max, rows)), turning_heights(nodes))
    frame = Frame(xs[0], ys[0], xs[-1], ys[-1], cell)
    return [
        [step for loop in loops for step in curve(field, loop, level, frame)]
        for level, loops in zip(levels, _closed(xs, ys, rows, levels), strict=True)
    ]


def _heights(low: float, high: float, turning: Sequence[float]) -> list[float]:
    """Evenly spaced heights, each moved a little if it meets one at which the ground is level.

    A line just there would wander: two lines all but touch at a saddle, and on a top or in a hollow it is a speck.
    """
    step = (high - low) / _LEVELS
    heights = []
    for level in range(_LEVELS):
        tries = [low + step * (level + shift) for shift in _SHIFTS]
        gaps = [min((abs(height - other) for other in turning), default=step) for height in tries]
        clear = [height for height, gap in zip(tries, gaps, strict=True) if gap >= _CLEAR * step]
        heights.append(clear[0] if clear else tries[gaps.index(max(gaps))])
    return heights


def _ticks(length: float, cell: float) -> list[float]:
    """Grid lines at most a cell apart, from one before 0 to one after `length`."""
    count = ceil(length / cell)
    return [length * i / count for i in range(-1, count + 2)]


def _closed(
    xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[float]], levels: Sequence[float]
) -> list[list[list[Point]]]:
    """Contours that all close, because an abyss lies around the grid; they close along its outermost lines."""
    abyss = levels[0] - 1e6
    rim = [abyss] * (len(xs) + 2)
    return contours(
        [2 * xs[0] - xs[1], *xs, 2 * xs[-1] - xs[-2]],
        [2 * ys[0] - ys[1], *ys, 2 * ys[-1] - ys[-2]],
        [rim, *([abyss, *row, abyss] for row in rows), rim],
        levels,
    )


def _placed(step: Segment, dx: float, dy: float) -> Segment:
    """A step of a path, shifted, in hundredths of a point; adding 0 turns -0 into 0."""
    match step:
        case ("M" | "L", x, y):
            return (step[0], round(x + dx, 2) + 0.0, round(y + dy, 2) + 0.0)
        case ("C", x1, y1, x2, y2, x, y):
            a, b = round(x1 + dx, 2) + 0.0, round(y1 + dy, 2) + 0.0
            c, d = round(x2 + dx, 2) + 0.0, round(y2 + dy, 2) + 0.0
            return ("C", a, b, c, d, round(x + dx, 2) + 0.0, round(y + dy, 2) + 0.0)
        case _:
            return step
