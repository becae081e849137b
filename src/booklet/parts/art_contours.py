"""Level lines of a sampled field: marching squares, chained into loops."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

_Edge: TypeAlias = tuple[int, int, int]
"""Column and row of a node and which edge starts there: 0 runs right, 1 runs down."""

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)

_STEPS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((_TOP, _LEFT),),
    2: ((_RIGHT, _TOP),),
    3: ((_RIGHT, _LEFT),),
    4: ((_BOTTOM, _RIGHT),),
    6: ((_BOTTOM, _TOP),),
    7: ((_BOTTOM, _LEFT),),
    8: ((_LEFT, _BOTTOM),),
    9: ((_TOP, _BOTTOM),),
    11: ((_RIGHT, _BOTTOM),),
    12: ((_LEFT, _RIGHT),),
    13: ((_TOP, _RIGHT),),
    14: ((_LEFT, _TOP),),
}
"""From which edge to which the line crosses a cell, by its corners that are high (1 top left, 2 top right, 4 bottom
right, 8 bottom left), with the high side always on the same hand."""

_SADDLES: dict[tuple[int, bool], tuple[tuple[int, int], ...]] = {
    (5, True): ((_TOP, _RIGHT), (_BOTTOM, _LEFT)),
    (5, False): ((_TOP, _LEFT), (_BOTTOM, _RIGHT)),
    (10, True): ((_LEFT, _TOP), (_RIGHT, _BOTTOM)),
    (10, False): ((_RIGHT, _TOP), (_LEFT, _BOTTOM)),
}
"""The same where two opposite corners are high; whether the middle is high decides."""


def contours(
    xs: Sequence[float], ys: Sequence[float], heights: Sequence[Sequence[float]], levels: Sequence[float]
) -> list[list[list[Point]]]:
    """Find the lines along which a field has given heights.

    Args:
        xs: the columns of the grid, ascending.
        ys: its rows, ascending.
        heights: the field at the nodes, row by row; nodes on the rim must lie below every level, so that each line
            closes.
        levels: the heights wanted, ascending.

    Returns:
        For every level its loops, without the first point again at the end. Who follows one across the page has the
        high ground on the right, so loops around hills and around hollows turn opposite ways.

    Source: Lorensen and Cline, "Marching Cubes", SIGGRAPH 1987, in the plane.
    """
    steps: list[dict[_Edge, _Edge]] = [{} for _ in levels]
    for row, (upper, lower) in enumerate(pairwise(heights)):
        for column in range(len(xs) - 1):
            a, b, c, d = upper[column], upper[column + 1], lower[column + 1], lower[column]
            first = bisect_right(levels, min(a, b, c, d))
            last = bisect_right(levels, max(a, b, c, d))
            if first == last:
                continue
            edges = ((column, row, 0), (column + 1, row, 1), (column, row + 1, 0), (column, row, 1))
            middle = (a + b + c + d) / 4
            for index in range(first, last):
                level = levels[index]
                case = (a >= level) | (b >= level) << 1 | (c >= level) << 2 | (d >= level) << 3
                for start, end in _STEPS.get(case) or _SADDLES[case, middle >= level]:
                    steps[index][edges[start]] = edges[end]
    return [_chain(ahead, xs, ys, heights, level) for ahead, level in zip(steps, levels, strict=True)]


def _chain(
    ahead: dict[_Edge, _Edge],
    xs: Sequence[float],
    ys: Sequence[float],
    heights: Sequence[Sequence[float]],
    level: float,
) -> list[list[Point]]:
    """Follow the steps from edge to edge into loops; consumes `ahead`."""
    loops: list[list[Point]] = []
    while ahead:
        edge = next(iter(ahead))
        loop: list[Point] = []
        while edge in ahead:
            column, row, down = edge
            here = heights[row][column]
            there = heights[row + down][column + 1 - down]
            part = (level - here) / (there - here)
            if down:
                loop.append((xs[column], ys[row] + part * (ys[row + 1] - ys[row])))
            else:
                loop.append((xs[column] + part * (xs[column + 1] - xs[column]), ys[row]))
            edge = ahead.pop(edge)
        loops.append(loop)
    return loops


def turning_heights(nodes: Sequence[Sequence[tuple[float, float, float]]]) -> list[float]:
    """The heights, roughly, of a field's tops, hollows and saddles.

    Args:
        nodes: height and gradient (by x and by y) at the nodes of a grid, row by row.

    Returns:
        A height for every cell in which both parts of the gradient change sign: that of its most level corner.
    """
    heights: list[float] = []
    for upper, lower in pairwise(nodes):
        for a, b, d, c in zip(upper, upper[1:], lower, lower[1:], strict=False):
            right = (a[1] > 0) + (b[1] > 0) + (c[1] > 0) + (d[1] > 0)
            if right in {0, 4}:
                continue
            down = (a[2] > 0) + (b[2] > 0) + (c[2] > 0) + (d[2] > 0)
            if down in {0, 4}:
                continue
            heights.append(min((a, b, c, d), key=lambda node: node[1] * node[1] + node[2] * node[2])[0])
    return heights
