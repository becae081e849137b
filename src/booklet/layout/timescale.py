"""A scale of time that bends where it must: as long as the minutes say, but never too short for what is written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_STEPS: Final = 40
"""Bisections for the length of a minute: enough for a thousandth of a point."""


class Need(NamedTuple):
    """A stretch of time, in minutes, that wants to be at least `height` points high."""

    start: int
    end: int
    height: float


class TimeScale(NamedTuple):
    """Where each time lies: `times` in minutes, ascending, and `heights` in points from the top."""

    times: tuple[int, ...]
    heights: tuple[float, ...]

    def at(self, time: float) -> float:
        """The height of a time, in points; between known times it is in proportion."""
        index = min(max(bisect_left(self.times, time), 1), len(self.times) - 1)
        before, after = self.times[index - 1], self.times[index]
        low, high = self.heights[index - 1], self.heights[index]
        return low + (high - low) * (time - before) / (after - before)


def bend(needs: Sequence[Need], height: float) -> TimeScale | None:
    """Find the scale that fills a height, is true to time where it can be, and gives every need its due.

    Every stretch between two known times gets its share by the minute; where that is too little for a need, the
    stretches that it covers grow evenly. The length of a minute is then the largest at which everything fits.

    Args:
        needs: what must be high enough; times past each other are fine, and each ends after it starts.
        height: points that are there.

    Returns:
        The scale, or None if the needs alone are higher than that.
    """
    times = sorted({time for need in needs for time in (need.start, need.end)})
    if len(times) < 2:
        return None
    low, high = 0.0, height / (times[-1] - times[0])
    if sum(_grown(times, needs, low)) > height:
        return None
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if sum(_grown(times, needs, middle)) <= height:
            low = middle
        else:
            high = middle
    heights = [0.0]
    for step in _grown(times, needs, low):
        heights.append(heights[-1] + step)
    return TimeScale(tuple(times), tuple(heights))


def _grown(times: Sequence[int], needs: Sequence[Need], minute: float) -> list[float]:
    """The height of each stretch between neighbouring times, if a minute is `minute` points long at least.

    Short needs are seen to first, since what they add also serves the longer ones around them.
    """
    steps = [(after - before) * minute for before, after in pairwise(times)]
    for need in sorted(needs, key=lambda need: (need.end - need.start, need.start)):
        first, last = bisect_left(times, need.start), bisect_left(times, need.end)
        lacking = need.height - sum(steps[first:last])
        if lacking > 0:
            span = need.end - need.start
            for index in range(first, last):
                steps[index] += lacking * (times[index + 1] - times[index]) / span
    return steps
