"""The times of a day are read together: a clock may mean several times, and what makes most sense is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.manuscripts.hours import NOON, Clock, Hours
from booklet.model.program import Kind
from booklet.model.times import MIDNIGHT, clock

_EVENING: Final = 18 * 60
_SMALL_HOURS: Final = 6 * 60

_COSTS: Final = {
    "flipped": 5.0,  # am is read as pm against what is written
    "shifted": 0.5,  # a time without am and pm is in the afternoon, where the page never writes 14:00
    "shifted_rarely": 2.5,  # the same where the page writes am and pm, or 14:00, elsewhere
    "backwards": 3.0,  # it begins before what stands above it
    "overlap": 0.4,  # it begins before what stands above it has ended
    "apart": 0.3,  # for every hour of nothing before it
    "night": 4.0,  # it begins between midnight and seven in the morning
    "long": 0.4,  # for every hour beyond the fourth
    "endless": 6.0,  # it lasts longer than eleven hours
    "meal": 3.0,  # lunch at night, dinner in the morning
    "impossible": 40.0,  # it ends before it starts
}
"""What speaks against a reading; only their order of size matters."""

_MEALS: Final[dict[Kind, tuple[int, int]]] = {
    "breakfast": (5 * 60, 11 * 60),
    "lunch": (10 * 60 + 30, 15 * 60 + 30),
    "dinner": (16 * 60, 23 * 60),
}
"""Between which hours meals begin."""


class Slot(NamedTuple):
    """When something is, in minutes after the day's midnight (above 1440 past the next), None where nothing is stated.

    `reading` says what was chosen where the text can be read in several ways or contradicts itself, else "";
    `slip` says that the text contradicts itself.
    """

    start: int | None
    end: int | None
    reading: str = ""
    slip: bool = False


class Style(NamedTuple):
    """How a page writes its times: with am and pm, on the clock of 24 hours, or (neither) on the clock's face."""

    halves: bool
    long: bool


def style_of(hours: Sequence[Hours | None]) -> Style:
    """How a page writes times, from all of them."""
    clocks = [end for found in hours if found is not None for end in (found.start, found.end) if end is not None]
    halves = any(end.half for end in clocks)
    return Style(halves, any(not end.half and end.minutes >= NOON + 60 for end in clocks))


def settle(hours: Sequence[Hours], style: Style, kinds: Sequence[Kind] = ()) -> list[Slot]:
    """Read the times of one day.

    1. am, pm, 午後 and 14:00 mean what they say; unless a span would last longer than eleven hours, or run backwards,
       and the other half of the day makes sense ("11:10 am – 11:50 pm" before something at noon): that is a slip.
    2. If one of two has am or pm, the other is in the half of the day that makes the span short.
    3. A time with neither is what it says on the clock of 24 hours, or in the afternoon if the day then runs forwards:
       1:00-2:00 after 12:15. A page that writes 14:00 anywhere is less likely to mean that.
    4. What begins at 18:00 or later may end, and what comes after it may begin, past midnight.
    5. Meals are at their hours, nothing begins between midnight and seven unless it says so, gaps are short.

    These are costs, and the reading of the whole day with the least cost is taken; what is written at the least
    remove from it, if two cost the same.

    Args:
        hours: what is written, in the order of the page.
        style: how the page writes times.
        kinds: what each of them is, as far as known; meals tell their times.

    >>> from booklet.manuscripts.hours import hours_at
    >>> day = [found for text in ("12:15-1:00 pm", "1:00-2:00") if (found := hours_at(text))]
    >>> [slot[:2] for slot in settle(day, style_of(day))]
    [(735, 780), (780, 840)]
    """
    if not hours:
        return []
    usual: Kind = "talk"
    kinds = kinds or [usual] * len(hours)
    table: list[list[tuple[float, int, _Reading]]] = []
    for written, kind in zip(hours, kinds, strict=True):
        row = []
        for reading in _readings(written, style):
            own = reading.cost + _unlikely(reading, kind)
            best = (
                min(
                    ((total + _follows(before, reading), at) for at, (total, _, before) in enumerate(table[-1])),
                    default=(0.0, 0),
                )
                if table
                else (0.0, 0)
            )
            row.append((own + best[0], best[1], reading))
        table.append(row)
    at = min(range(len(table[-1])), key=lambda place: table[-1][place][0])
    chosen: list[_Reading] = []
    for row in reversed(table):
        _, before, reading = row[at]
        chosen.append(reading)
        at = before
    return [_slot(reading) for reading in reversed(chosen)]


class _Reading(NamedTuple):
    start: int
    end: int | None
    cost: float
    shifted: bool
    slip: bool


def _readings(written: Hours, style: Style) -> Iterator[_Reading]:
    """Every way to read a span, the one as written first."""
    for start, cost, shifted, slip in _meanings(written.start, style, beside=written.end):
        if written.end is None:
            yield _Reading(start, None, cost, shifted, slip)
            continue
        for end, more, also, slips in _meanings(written.end, style, beside=written.start):
            total, moved, wrong = cost + more, shifted or also, slip or slips
            if shifted and also:
                total -= more  # both ends of a span are in the afternoon, or none
            yield _Reading(start, end, total, moved, wrong)
            if end <= _SMALL_HOURS and start >= _EVENING:
                yield _Reading(start, end + MIDNIGHT, total, moved, wrong)
            elif end == 0 and start > 0:
                yield _Reading(start, MIDNIGHT, total, moved, wrong)
    late = written.start.minutes
    if late <= _SMALL_HOURS and written.start.half != "p":
        last = written.end
        end_at = None if last is None else last.minutes + MIDNIGHT
        if last is None or (last.minutes > late and last.minutes <= NOON):
            yield _Reading(late + MIDNIGHT, end_at, _COSTS["shifted"], shifted=False, slip=False)


def _meanings(end: Clock, style: Style, beside: Clock | None) -> Iterator[tuple[int, float, bool, bool]]:
    """What one end of a span may be: minutes, cost, whether in the afternoon though not written so, whether a slip."""
    yield end.minutes, 0.0, False, False
    other = (end.minutes + NOON) % MIDNIGHT
    if end.half:
        yield other, _COSTS["flipped"], True, True
    elif 60 <= end.minutes < NOON:
        known = style.long or style.halves
        if beside is not None and beside.half:
            yield other, 0.0, False, False
        else:
            yield other, _COSTS["shifted_rarely" if known else "shifted"], True, False
    elif NOON <= end.minutes < NOON + 60 and beside is not None and beside.half:
        yield other, 0.5, False, False


def _unlikely(reading: _Reading, kind: Kind) -> float:
    """What speaks against a reading by itself."""
    cost = 0.0
    if reading.end is not None:
        length = reading.end - reading.start
        if length <= 0:
            return _COSTS["impossible"]
        cost += _COSTS["long"] * max(0, length - 240) / 60
        if length > 11 * 60:
            cost += _COSTS["endless"]
    if reading.start < 7 * 60:
        cost += _COSTS["night"]
    if kind in _MEALS and not _MEALS[kind][0] <= reading.start <= _MEALS[kind][1]:
        cost += _COSTS["meal"]
    return cost


def _follows(before: _Reading, reading: _Reading) -> float:
    """What speaks against a reading below another."""
    if reading.start < before.start:
        return _COSTS["backwards"]
    free = reading.start - (before.start if before.end is None else before.end)
    if free < 0:
        return _COSTS["overlap"] if reading.start > before.start else 0.1
    cost = _COSTS["apart"] * free / 60
    if before.start < _EVENING and reading.start >= MIDNIGHT:
        cost += 2 * _COSTS["night"]  # nothing has led into the night
    return cost


def _slot(reading: _Reading) -> Slot:
    end = reading.end
    if end is not None and end <= reading.start:
        said = f"it ends at {clock(end)} and starts at {clock(reading.start)}, so its end is left open"
        return Slot(reading.start, None, said, slip=True)
    if not reading.shifted:
        return Slot(reading.start, end)
    span = clock(reading.start) if end is None else f"{clock(reading.start)}-{clock(end)}"
    return Slot(reading.start, end, f"is read as {span}", slip=reading.slip)
