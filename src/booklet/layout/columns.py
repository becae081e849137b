"""Columns onto pages: which of many columns stand side by side, in their order and none of them divided."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise


def share(weights: Sequence[float], most: float) -> tuple[range, ...]:
    """Share columns out among pages, as evenly as can be.

    More than one page means pairs of them, so that they face each other.

    Args:
        weights: how wide each column is, where 1 is the usual width; none is more than `most`.
        most: what fits on a page.

    Returns:
        The columns of each page by their indexes: one page, or an even number of them.

    >>> share([1.0] * 9, 4.0)
    (range(0, 3), range(3, 5), range(5, 7), range(7, 9))
    """
    count = _fewest(weights, most)
    if count > 1:
        count = min(count + count % 2, len(weights))
    edges = [0, *_even(weights, count)]
    return tuple([range(start, stop) for start, stop in pairwise(edges)])


def _fewest(weights: Sequence[float], most: float) -> int:
    """On how few pages the columns fit."""
    pages, used = 1, 0.0
    for weight in weights:
        if used and used + weight > most + 1e-9:
            pages, used = pages + 1, 0.0
        used += weight
    return pages


def _even(weights: Sequence[float], count: int) -> list[int]:
    """Where each of `count` pages ends, so that the sum of the squares of their weights is least; fuller ones first."""
    sums = [0.0, *accumulate(weights)]
    size = len(weights)
    best: list[tuple[float, tuple[int, ...]]] = [(sums[stop] ** 2, (stop,)) for stop in range(size + 1)]
    for page in range(1, count):
        row: list[tuple[float, tuple[int, ...]]] = [(float("inf"), ())] * (size + 1)
        for stop in range(page + 1, size + 1):
            # Of equal ways the one whose earlier pages hold more.
            row[stop] = min(
                (
                    (best[at][0] + (sums[stop] - sums[at]) ** 2, (*best[at][1], stop))
                    for at in range(stop - 1, page - 1, -1)
                ),
                key=lambda way: round(way[0], 6),
            )
        best = row
    return list(best[size][1])
