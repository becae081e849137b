"""Galleys: set matter in slices, top to bottom, and their breaking into frames by total fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from booklet.errors import Fault, Place
from booklet.layout.breaking import BOUNDLESS, FORCED, Columns, Demands, fit
from booklet.layout.pages import Content

FORBIDDEN: Final = float("inf")
"""The penalty of a slice after which no page may end."""

_BADLY: Final = 4.64
"""Up to that ratio badness grows (4.64³ × 100 is 10,000, the largest); most galleys fit within it, in far less time."""

_TOLERANCE: Final = 1e4
_PAGES: Final = Demands(line=10.0, adjacent=0.0, double=0.0, final=0.0, short=1e8)

_LAST: Final = 0.3
"""The last frame should be filled at least so far, as a share of its height."""

_RAG: Final = 3.0
"""How many grid units a page may fall short at badness 100."""

_CONTINUED: Final = 1.0
"""The same for a page that ends inside a paragraph: it has no excuse to."""


class Slice(NamedTuple):
    """A horizontal slice of a galley that no page break cuts: a line, a row, a picture.

    `height` is in points; contents are relative to the slice's top left corner. `gap` is the space to the next slice,
    which vanishes at a page's foot, and `give` how much more of it there may be. `penalty` is what it costs to end a
    page after this slice: `FORBIDDEN` keeps it with the next one, `FORCED` ends the page. `faults` are what could not
    be set well in it, and `where` finds the place that it comes from.
    """

    height: float
    contents: tuple[Content, ...] = ()
    gap: float = 0.0
    give: float = 0.0
    penalty: float = 0.0
    faults: tuple[Fault, ...] = ()
    where: Callable[[], Place | None] | None = None


class Placed(NamedTuple):
    """A slice and the distance of its top from the top of its frame, in points."""

    y: float
    slice: Slice


class Galley(NamedTuple):
    """A galley broken into frames; `overfull` are the indexes of frames whose slices do not fit into them."""

    frames: tuple[tuple[Placed, ...], ...]
    overfull: tuple[int, ...]


def break_galley(slices: Sequence[Slice], heights: Sequence[float], *, grid: float, fill: bool = True) -> Galley:
    """Break a galley into frames.

    The breaker is the one that breaks paragraphs: slices are boxes, gaps are glue, penalties keep together what belongs
    together. A frame that then falls short by no more than its gaps can give is stretched to its foot, by whole units
    of the grid, so that facing pages end on one line.

    Args:
        slices: the matter.
        heights: the height of each frame in points; the last one is repeated.
        grid: the baseline grid's unit in points.
        fill: whether to stretch gaps.

    Returns:
        The slices of each frame with their places; no frame for no slices.
    """
    if not slices:
        return Galley((), ())
    columns, after = _columns(slices, grid)
    demands = _PAGES._replace(shortest=_LAST * heights[-1])
    found = fit(columns, heights, tolerance=_BADLY, demands=demands)
    found = found or fit(columns, heights, tolerance=_TOLERANCE, demands=demands)
    found = found or fit(columns, heights, tolerance=_TOLERANCE, demands=demands, desperate=True)
    assert found is not None, "a desperate fit always finds a way"  # noqa: S101
    frames: list[tuple[Placed, ...]] = []
    overfull: list[int] = []
    start = 0
    for number, at in enumerate(found.breaks):
        stop = after[at] + 1
        height = heights[min(number, len(heights) - 1)]
        last = at == found.breaks[-1]
        forced = slices[stop - 1].penalty == FORCED
        frames.append(_place(slices[start:stop], height, grid, fill=fill and not last and not forced))
        if found.ratios[number] < -1:
            overfull.append(number)
        start = stop
    return Galley(tuple(frames), tuple(overfull))


def height_of(slices: Sequence[Slice]) -> float:
    """The natural height of slices set one under the other, without the last gap, in points."""
    return sum(part.height + part.gap for part in slices) - (slices[-1].gap if slices else 0.0)


def balance(slices: Sequence[Slice], count: int, most: float, *, grid: float) -> Galley:
    """Set slices in `count` columns of equal height, as low as they fit, for the last page of a part in columns.

    Args:
        slices: the matter; it must fit into `count` columns of height `most`.
        count: how many columns.
        most: the largest height of a column in points.
        grid: the step in which heights are tried.

    Returns:
        The galley with at most `count` frames.
    """
    height = max(grid, height_of(slices) / count // grid * grid)
    while height < most:
        galley = break_galley(slices, (height,), grid=grid, fill=False)
        if len(galley.frames) <= count and not galley.overfull:
            return galley
        height += grid
    return break_galley(slices, (most,), grid=grid, fill=False)


def _columns(slices: Sequence[Slice], grid: float) -> tuple[Columns, list[int]]:
    """The breaker's columns, and for each breakpoint the index of the slice before it."""
    columns = Columns([0.0], [0.0], [0.0], [0.0], [0.0], [0.0], [0.0], [False])
    after = [-1]
    y = give = 0.0
    last = len(slices) - 1
    for index, part in enumerate(slices):
        y += part.height
        if part.penalty != FORBIDDEN or index == last:
            ends = index == last or part.penalty == FORCED
            columns.end.append(y)
            rag = BOUNDLESS if ends else grid * (_CONTINUED if part.penalty > 0 else _RAG)
            columns.end_stretch.append(give + rag)
            columns.end_shrink.append(0.0)
            columns.penalty.append(FORCED if ends else part.penalty)
            columns.flagged.append(False)
            columns.begin.append(y + part.gap)
            columns.begin_stretch.append(give + part.give)
            columns.begin_shrink.append(0.0)
            after.append(index)
        y += part.gap
        give += part.give
    return columns, after


def _place(slices: Sequence[Slice], height: float, grid: float, *, fill: bool) -> tuple[Placed, ...]:
    """Put slices under each other; with `fill`, spread what is missing at the foot over the gaps that may grow."""
    missing = int((height - height_of(slices)) / grid + 1e-6) if fill else 0
    rooms = [round(part.give / grid) for part in slices[:-1]]
    if not 0 < missing <= sum(rooms):
        missing = 0
    placed: list[Placed] = []
    y = 0.0
    total = sum(rooms)
    given = passed = 0
    for part, room in zip(slices, [*rooms, 0], strict=True):
        placed.append(Placed(y, part))
        passed += room
        due = missing * passed // total if total else 0
        y += part.height + part.gap + (due - given) * grid
        given = due
    return tuple(placed)
