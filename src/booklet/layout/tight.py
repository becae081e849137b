"""The tightest scale of time: exact where `timescale.bend` is quick, for many columns that share one scale."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from booklet.layout.timescale import Need, TimeScale

_STEPS: Final = 30
"""Bisections for the length of a minute."""


def stretch(needs: Sequence[Need], height: float, *, idle: float) -> TimeScale | None:
    """Find the scale that fills a height, with the longest minute at which everything is high enough.

    The times are the nodes of a graph and the needs its edges; the longest path says how early each time can lie, and,
    from the other end, how late. Halfway between the two every need still has its due, since it is a difference of
    heights, and what is to spare is on both sides.

    Args:
        needs: what must be high enough; each ends after it starts.
        height: points that are there.
        idle: the most minutes that count of a stretch in which nothing needs anything.

    Returns:
        The scale, or None if the needs alone are higher than that, or there are none.
    """
    times = sorted({time for need in needs for time in (need.start, need.end)})
    if not times:
        return None
    at = {time: index for index, time in enumerate(times)}
    edges = [(at[need.start], at[need.end], need.height) for need in needs]
    minutes = _minutes(times, edges, idle)
    if _earliest(edges, minutes, 0.0)[-1] > height + 1e-6:
        return None
    low, high = 0.0, height / sum(minutes)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _earliest(edges, minutes, middle)[-1] <= height:
            low = middle
        else:
            high = middle
    early = _earliest(edges, minutes, low)
    last = len(times) - 1
    turned = [(last - end, last - start, need) for start, end, need in edges]
    late = [height - y for y in reversed(_earliest(turned, minutes[::-1], low))]
    heights = [(first + second) / 2 for first, second in zip(early, late, strict=True)]
    # Bisection leaves a hair's breadth: the first time is at the top and the last one at the foot.
    return TimeScale(tuple(times), (0.0, *heights[1:-1], height))


def _minutes(times: Sequence[int], edges: Sequence[tuple[int, int, float]], idle: float) -> list[float]:
    """How many minutes each stretch between neighbouring times counts for."""
    running = [0] * (len(times) + 1)
    for start, end, _ in edges:
        running[start] += 1
        running[end] -= 1
    minutes: list[float] = []
    going = 0
    for index, (before, after) in enumerate(pairwise(times)):
        going += running[index]
        minutes.append(float(after - before) if going else min(float(after - before), idle))
    return minutes


def _earliest(edges: Sequence[tuple[int, int, float]], minutes: Sequence[float], minute: float) -> list[float]:
    """The least height of each time, if a minute is `minute` points long at least: the longest path to it."""
    arriving: list[list[tuple[int, float]]] = [[] for _ in range(len(minutes) + 1)]
    for start, end, need in edges:
        arriving[end].append((start, need))
    heights = [0.0]
    for index, length in enumerate(minutes, start=1):
        least = heights[-1] + length * minute
        for start, need in arriving[index]:
            least = max(least, heights[start] + need)
        heights.append(least)
    return heights
