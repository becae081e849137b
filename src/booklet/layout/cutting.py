"""Where a scale of time is cut into pages: at moments when nothing runs, or the fewest things do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_CROSSING: Final = 0.04
"""What it costs to cut through something that runs, in pages: twenty of them are worse than a page more."""

_PARTING: Final = 0.15
"""What it costs to cut between two things of which the second belongs to the first, in pages."""

_UNEVEN: Final = 0.3
"""What an empty page would cost besides itself, in pages: pages are filled about evenly."""


class Running(NamedTuple):
    """Something that runs from `start` to `end` (minutes) and must be `height` points high.

    Where it is cut, it must be `again` points high on the page that it goes on on; where a page begins with it, it
    needs `opening` points more, as it belongs to what was on the page before. What it needs beneath all
    columns is `below` points on the `page` of several facing ones (by its index).
    """

    start: int
    end: int
    height: float
    again: float = 0.0
    opening: float = 0.0
    below: float = 0.0
    page: int = 0


class Stretch(NamedTuple):
    """A page's stretch of time, in minutes, the height that it needs at least, and what the cut at its end costs.

    The height is in points, the cost in pages.
    """

    start: int
    end: int
    height: float
    cost: float = 0.0


def cut(running: Sequence[Running], heights: Sequence[float], *, pages: int = 1) -> tuple[Stretch, ...] | None:
    """Cut a day into stretches that each fit a page, by total fit.

    Args:
        running: what runs, in any order; each ends after it starts.
        heights: the height of each page in points; the last one is repeated.
        pages: how many pages face each other; what is needed below is that of the one that needs the most.

    Returns:
        The stretches in order, or None if something fits no page.
    """
    ordered = sorted(running)
    times = sorted({time for one in ordered for time in (one.start, one.end)})
    if not times:
        return ()
    # For each time the least cost of stretches up to it, where the last of them begins, and its need.
    first, rest = heights[0], heights[-1]
    best: list[tuple[float, int, float, float] | None] = [None] * len(times)
    best[0] = (0.0, 0, 0.0, 0.0)
    for index in range(len(times) - 1):
        here = best[index]
        if here is None:
            continue
        height = first if index == 0 else rest
        for stop, need, crossing in _reach(ordered, times, index, height, pages):
            cost = here[0] + 1.0 + crossing + _UNEVEN * (1.0 - need / height) ** 2
            known = best[stop]
            if known is None or cost < known[0] - 1e-9:
                best[stop] = (cost, index, need, crossing)
    if best[-1] is None:
        return None
    stretches: list[Stretch] = []
    stop = len(times) - 1
    while stop > 0:
        way = best[stop]
        assert way is not None, "each break that is reached was reached from one"  # noqa: S101
        stretches.append(_trimmed(ordered, Stretch(times[way[1]], times[stop], way[2], way[3])))
        stop = way[1]
    return tuple(reversed(stretches))


def _trimmed(ordered: Sequence[Running], part: Stretch) -> Stretch:
    """A stretch without the time before anything runs in it and after everything has."""
    inside = [one for one in ordered if one.start < part.end and part.start < one.end]
    start = max(part.start, min(one.start for one in inside))
    return part._replace(start=start, end=min(part.end, max(one.end for one in inside)))


def _reach(
    ordered: Sequence[Running], times: Sequence[int], index: int, height: float, pages: int
) -> Iterator[tuple[int, float, float]]:
    """Every time up to which a page from time `index` on can reach: its index, the height needed, the cut's cost."""
    start = times[index]
    begun = [(0.0, one.end, one.again) for one in ordered if one.start < start < one.end]
    coming = [one for one in ordered if one.start >= start]
    below = [0.0] * pages
    y = 0.0
    taken = 0
    for stop in range(index + 1, len(times)):
        until = times[stop]
        while taken < len(coming) and coming[taken].start < until:
            one = coming[taken]
            begun.append((y, one.end, one.height + (one.opening if one.start == start else 0.0)))
            below[one.page] += one.below
            taken += 1
        y = max([y, *(top + need for top, end, need in begun if end == until)])
        going = [top + need for top, end, need in begun if end > until]
        need = max([y, *going]) + max(below)
        # What still runs is no lower at its end, so that nothing that is too high here fits further on.
        if need > height + 1e-6:
            return
        belonging = sum(1 for one in coming[taken:] if one.opening and one.start == until)
        yield stop, need, _CROSSING * len(going) + _PARTING * belonging
        begun = [one for one in begun if one[1] > until]
