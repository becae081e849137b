"""Total fit: the one breaker that turns paragraphs into lines and galleys into pages.

The material is given by its legal breakpoints, as columns (one list a property, no object an item): for a stretch
that starts after breakpoint a and ends at breakpoint b, the natural length is `end[b] - begin[a]`, and its stretch
and shrink are differences of prefix sums in the same way. Hyphen widths, discarded glue, protrusion, indents and
ragged edges are all in those numbers, so the breaker needs to know about none of them.

Source: D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, Software: Practice and Experience 11 (1981),
1119-1184 (K&P below); D. E. Knuth, The TeXbook (1984), pp. 97-98, for the demerits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

FORCED: Final = float("-inf")
"""The penalty of a breakpoint that must be taken."""

BOUNDLESS: Final = 1e7
"""A stretch in points that fills any line without being seen to (TeX's `fil`)."""

_OVERFULL: Final = 1e15
"""Demerits of an overfull line, above any sum of others, so that as few as possible are taken."""

_UNDERFULL: Final = 1e10
"""Demerits of a line beyond the tolerance that falls short by all of its length; only the desperate pay them."""

_WORST: Final = 10_000.0
"""The largest badness (The TeXbook, p. 97): beyond it, worse looks no worse."""

_SLIVER: Final = 1e-6
"""Lengths below this many points are rounding."""


class Columns(NamedTuple):
    """Legal breakpoints, in order; index 0 is the start of the material and the last one its end (`FORCED`).

    `begin` and `end` are prefix sums of natural length in points: where a line that starts after the breakpoint
    begins, and where one that stops at it ends. `*_stretch` and `*_shrink` are the prefix sums of glue, in points.
    `penalty` is what the break costs (TeX's units, `FORCED` where it must be); `flagged` is True for hyphens.
    """

    begin: list[float]
    begin_stretch: list[float]
    begin_shrink: list[float]
    end: list[float]
    end_stretch: list[float]
    end_shrink: list[float]
    penalty: list[float]
    flagged: list[bool]


class Demands(NamedTuple):
    """What makes a break ugly, in demerits (The TeXbook, p. 98), and what is not allowed at all.

    `line` is added to each line's badness; `adjacent` is for neighbours whose fitness classes differ by more than
    one; `double` for two flagged breaks in a row, of which more than `most_flagged` are never allowed; `final` for a
    flagged break before the last line; `short` for a last line shorter than `shortest` points.
    """

    line: float = 10.0
    adjacent: float = 10_000.0
    double: float = 10_000.0
    final: float = 5_000.0
    short: float = 20_000.0
    shortest: float = 0.0
    most_flagged: int = 2


class Fit(NamedTuple):
    """The chosen breakpoints after the first, each line's adjustment ratio, and the demerits in all.

    A ratio of 1 means that the line's glue is stretched by the whole of its stretch, -1 that it is shrunk by the whole
    of its shrink; below -1 the line is overfull (and `ratio` then is that excess over the shrink, so -inf without any).
    """

    breaks: tuple[int, ...]
    ratios: tuple[float, ...]
    demerits: float


_State: TypeAlias = "tuple[float, int, int, float]"
# demerits so far, the breakpoint before, its key, the ratio of the line between


def fit(
    columns: Columns,
    measures: Sequence[float],
    *,
    tolerance: float,
    demands: Demands,
    desperate: bool = False,
) -> Fit | None:
    """Choose the breakpoints with the fewest demerits.

    This is K&P's algorithm turned round: instead of keeping a list of active breaks for every breakpoint, it goes
    forward from each break that can be reached to the narrow window of breaks that a line from there can end at: a
    bisection finds its first, and its last is where even the tightest line is too long. A state is (line, run of
    flagged breaks, fitness class), so that the limit on hyphens in a row and line-dependent measures are optimal too
    (K&P p. 1159 on lines that differ in length).

    Args:
        columns: the legal breakpoints.
        measures: the length of each line in points; the last one is repeated.
        tolerance: the largest adjustment ratio allowed.
        demands: what is ugly.
        desperate: allow a line to be overfull where nothing else will do; then there is always a result.

    Returns:
        The best breaks, or None if no way through stays within `tolerance`.
    """
    begin, begin_stretch, begin_shrink, end, end_stretch, end_shrink, penalty, flagged = columns
    base, adjacent, double, final, short, shortest, most = demands
    last = len(end) - 1
    loosest = _rising([e + tolerance * s for e, s in zip(end, end_stretch, strict=True)])
    tightest = _rising([s - e for s, e in zip(reversed(end_shrink), reversed(end), strict=True)])[::-1]
    steady = len(measures) - 1
    states: list[dict[int, _State] | None] = [None] * (last + 1)  # made when first reached: most never are
    states[0] = {1: (0.0, -1, -1, 0.0)}
    forced = [last] if penalty.count(FORCED) == 1 else [i for i, p in enumerate(penalty) if p == FORCED]
    # Hot: one pass per reachable breakpoint, one turn of the inner loop per line that could be. A key packs
    # line * 4 * (most + 1) + run * 4 + fitness.
    width_of_line = 4 * (most + 1)
    next_forced = 0
    for a in range(last):
        here = states[a]
        if not here:
            continue
        while forced[next_forced] <= a:
            next_forced += 1
        stop = forced[next_forced]
        at, at_stretch, at_shrink = begin[a], begin_stretch[a], begin_shrink[a]
        for line in {key // width_of_line for key in here} if steady else (0,):
            measure = measures[line]
            onward = min(line + 1, steady) * width_of_line
            froms = [
                (key % 4, key % width_of_line // 4, state[0], key)
                for key, state in here.items()
                if not steady or key // width_of_line == line
            ]
            if len(froms) > 2:
                froms = _undominated(froms, adjacent)
            nearest = measure + at + tolerance * at_stretch - _SLIVER
            farthest = measure + at - at_shrink + _SLIVER
            b = a + 1 if desperate else bisect_left(loosest, nearest, a + 1, stop + 1)
            found = False
            while b <= stop:
                if -tightest[b] > farthest and (found or not desperate):
                    break
                slack = measure - end[b] + at
                if slack > _SLIVER:
                    give = end_stretch[b] - at_stretch
                    ratio = slack / give if give > 0 else float("inf")
                elif slack < -_SLIVER:
                    give = end_shrink[b] - at_shrink
                    ratio = slack / give if give > 0 else float("-inf")
                else:
                    ratio = 0.0
                if ratio < -1.0 - _SLIVER:
                    if found or not desperate:
                        b += 1
                        continue
                    cost, fitness = _OVERFULL * (1.0 - slack / measure), 0
                elif ratio > tolerance + _SLIVER:
                    if not desperate:
                        b += 1
                        continue
                    cost, fitness = _UNDERFULL * slack / measure, 3
                else:
                    badness = 100.0 * ratio * ratio * (ratio if ratio > 0 else -ratio)
                    if badness > _WORST:  # noqa: PLR1730 - a call of min would take longer
                        badness = _WORST
                    price = penalty[b]
                    cost = (base + badness) * (base + badness)
                    if price >= 0:
                        cost += price * price
                    elif price != FORCED:
                        cost -= price * price
                    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
                is_flagged = flagged[b]
                if b == last and end[b] - at < shortest:
                    cost += short
                there = states[b]
                if there is None:
                    there = states[b] = {}
                for before, run, so_far, key in froms:
                    total = so_far + cost
                    if before - fitness > 1 or fitness - before > 1:
                        total += adjacent
                    if is_flagged:
                        if run == most:
                            continue
                        if run:
                            total += double
                        new = onward + (run + 1) * 4 + fitness
                    else:
                        if run and b == last:
                            total += final
                        new = onward + fitness
                    old = there.get(new)
                    if old is None or total < old[0]:
                        there[new] = (total, a, key, ratio)
                        found = True
                b += 1
    return _trace(states, last) if states[last] else None


def _undominated(froms: list[tuple[int, int, float, int]], adjacent: float) -> list[tuple[int, int, float, int]]:
    """The states, as (fitness, run, demerits, key), that may still be part of the best way.

    A state is hopeless if another one is cheaper by all that its fitness class could ever save, and ends no longer run
    of flagged breaks.
    """
    best = min(froms, key=_demerits)
    _, run, demerits, _ = best
    limit = demerits + adjacent
    return [state for state in froms if state is best or state[2] <= limit or state[1] < run]


def _demerits(state: tuple[int, int, float, int]) -> float:
    return state[2]


def _trace(states: list[dict[int, _State] | None], last: int) -> Fit:
    """Walk back from the cheapest state of the last breakpoint; of equals, the one with the smallest key."""
    final = states[last] or {}
    key = min(final, key=lambda k: (final[k][0], k))
    demerits = final[key][0]
    breaks: list[int] = []
    ratios: list[float] = []
    at = last
    while at > 0:
        _, before, before_key, ratio = (states[at] or {})[key]
        breaks.append(at)
        ratios.append(ratio)
        at, key = before, before_key
    return Fit(tuple(reversed(breaks)), tuple(reversed(ratios)), demerits)


def _rising(column: list[float]) -> list[float]:
    """Each value, or the largest before it: with a hyphen at its end, a shorter line may be the longer one."""
    return column if column == sorted(column) else list(accumulate(column, max))
