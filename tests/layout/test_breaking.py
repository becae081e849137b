"""The breaker against exhaustive search, and the rules that it must never break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.layout.breaking import BOUNDLESS, FORCED, Columns, Demands, fit


def columns_of(
    words: Sequence[tuple[float, bool, float]], glue: tuple[float, float, float], forced: Sequence[int] = ()
) -> Columns:
    """Breakpoints after each (width, flagged, penalty); a flagged one is inside a word and adds no glue."""
    columns = Columns([0.0], [0.0], [0.0], [0.0], [0.0], [0.0], [0.0], [False])
    width, stretch, shrink = 0.0, 0.0, 0.0
    for index, (advance, flagged, penalty) in enumerate(words):
        last = index == len(words) - 1
        width += advance
        must = last or index in forced
        columns.end.append(width + (2.0 if flagged and not must else 0.0))
        columns.end_stretch.append(stretch + (BOUNDLESS if must else 0.0))
        columns.end_shrink.append(shrink)
        if not flagged:
            width, stretch, shrink = width + glue[0], stretch + glue[1], shrink + glue[2]
        columns.begin.append(width)
        columns.begin_stretch.append(stretch)
        columns.begin_shrink.append(shrink)
        columns.penalty.append(FORCED if must else penalty)
        columns.flagged.append(flagged and not must)
    return columns


def every_way(columns: Columns) -> Iterator[tuple[int, ...]]:
    """All ways to break, as breakpoints after the first."""
    last = len(columns.end) - 1
    free = [at for at in range(1, last) if columns.penalty[at] != FORCED]
    must = [at for at in range(1, last) if columns.penalty[at] == FORCED]
    for choice in range(2 ** len(free)):
        taken = [at for bit, at in enumerate(free) if choice >> bit & 1]
        yield (*sorted(taken + must), last)


def cost_of(
    columns: Columns, breaks: Sequence[int], measures: Sequence[float], tolerance: float, demands: Demands
) -> float | None:
    """The demerits of a way to break, straight from The TeXbook, p. 98; None if it is not allowed."""
    total, run, before = 0.0, 0, 1
    for line, (a, b) in enumerate(pairwise((0, *breaks))):
        measure = measures[min(line, len(measures) - 1)]
        slack = measure - (columns.end[b] - columns.begin[a])
        give = (
            columns.end_stretch[b] - columns.begin_stretch[a]
            if slack > 0
            else columns.end_shrink[b] - columns.begin_shrink[a]
        )
        ratio = 0.0 if abs(slack) < 1e-6 else slack / give if give > 0 else float("inf") * slack
        if ratio < -1 - 1e-6 or ratio > tolerance + 1e-6:
            return None
        badness = min(10_000.0, 100 * abs(ratio) ** 3)
        price = columns.penalty[b]
        cost = (demands.line + badness) ** 2
        if price != FORCED:
            cost += price * price if price >= 0 else -price * price
        fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        cost += demands.adjacent if abs(fitness - before) > 1 else 0.0
        if columns.flagged[b]:
            if run == demands.most_flagged:
                return None
            cost += demands.double if run else 0.0
            run += 1
        else:
            cost += demands.final if run and b == breaks[-1] else 0.0
            run = 0
        if b == breaks[-1] and columns.end[b] - columns.begin[a] < demands.shortest:
            cost += demands.short
        total, before = total + cost, fitness
    return total


words_strategy = st.lists(
    st.tuples(
        st.floats(3, 30).map(lambda width: round(width, 1)),
        st.booleans(),
        st.sampled_from([0.0, 0.0, 50.0, 500.0, -80.0]),
    ),
    min_size=1,
    max_size=11,
)


@settings(max_examples=400, deadline=None)
@given(
    words=words_strategy,
    measures=st.lists(st.floats(25, 70).map(round), min_size=1, max_size=3),
    glue=st.tuples(st.floats(1, 6), st.floats(0, 4), st.floats(0, 2)),
    tolerance=st.sampled_from([0.5, 1.0, 3.0, 20.0]),
    most=st.sampled_from([0, 1, 2]),
    shortest=st.sampled_from([0.0, 20.0]),
)
def test_fit_random_paragraph_is_the_best_of_all_ways(
    words: list[tuple[float, bool, float]],
    measures: list[float],
    glue: tuple[float, float, float],
    tolerance: float,
    most: int,
    shortest: float,
) -> None:
    columns = columns_of(words, glue)
    demands = Demands(most_flagged=most, shortest=shortest)

    costs = [cost_of(columns, way, measures, tolerance, demands) for way in every_way(columns)]
    found = fit(columns, measures, tolerance=tolerance, demands=demands)

    allowed = [cost for cost in costs if cost is not None]
    assert (found is None) == (not allowed)
    if found is not None:
        own = cost_of(columns, found.breaks, measures, tolerance, demands)
        assert own is not None
        assert abs(own - min(allowed)) <= 1e-6 * max(1.0, abs(own))
        assert abs(found.demerits - own) <= 1e-6 * max(1.0, abs(own))


@settings(max_examples=200, deadline=None)
@given(words=words_strategy, forced=st.sets(st.integers(0, 10)), measure=st.floats(5, 60))
def test_fit_desperate_always_finds_a_way_through_every_forced_break(
    words: list[tuple[float, bool, float]], forced: set[int], measure: float
) -> None:
    columns = columns_of(words, (3.0, 1.5, 1.0), sorted(forced))

    found = fit(columns, [measure], tolerance=1.0, demands=Demands(), desperate=True)

    assert found is not None
    assert found.breaks[-1] == len(words)
    assert {at + 1 for at in forced if at < len(words)} <= set(found.breaks)
    assert len(found.ratios) == len(found.breaks)


@settings(max_examples=200, deadline=None)
@given(words=words_strategy, measure=st.floats(20, 60))
def test_fit_desperate_takes_no_more_overfull_lines_than_it_must(
    words: list[tuple[float, bool, float]], measure: float
) -> None:
    columns = columns_of([(width, False, 0.0) for width, _, _ in words], (3.0, 1.5, 1.0))

    found = fit(columns, [measure], tolerance=1e4, demands=Demands(), desperate=True)

    assert found is not None
    overfull = sum(ratio < -1.000001 for ratio in found.ratios)
    assert overfull == sum(width > measure + 1e-6 for width, _, _ in words)


def test_fit_more_hyphens_in_a_row_than_allowed_are_never_chosen() -> None:
    # Words of three syllables: where nothing forbids it, every line but the last ends in a hyphen.
    columns = columns_of([(10.0, index % 3 != 2, 0.0) for index in range(36)], (4.0, 16.0, 3.0))
    free = Demands(double=0.0, adjacent=0.0, final=0.0, most_flagged=9)

    unlimited = fit(columns, [78.0], tolerance=5.0, demands=free)
    limited = fit(columns, [78.0], tolerance=5.0, demands=free._replace(most_flagged=1))

    assert unlimited is not None
    assert limited is not None
    assert "hh" in "".join("h" if columns.flagged[at] else "." for at in unlimited.breaks)
    assert "hh" not in "".join("h" if columns.flagged[at] else "." for at in limited.breaks)


def test_fit_measures_of_first_lines_are_kept() -> None:
    columns = columns_of([(10.0, False, 0.0)] * 9, (0.0, 0.0, 0.0))

    found = fit(columns, [20.0, 30.0, 40.0], tolerance=1.0, demands=Demands())

    assert found is not None
    assert found.breaks == (2, 5, 9)
