"""The days of a table become dates: by the whole column, by what else the table says, and never by a guess."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.agendas.calendar import evidence_of, resolve
from booklet.errors import Fault, Place
from booklet.manuscripts.dates import When, find_date
from booklet.model.texts import quoted

Order: TypeAlias = Literal["day", "month"]
"""Which of two numbers comes first in a date."""

_NUMBERS: Final = re.compile(
    r"(?<![\w.:/-])(?P<one>[0-9]{1,2})(?P<sign>[/.-])(?P<two>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4}|[0-9]{2})(?![\w:/-])"
)
_SERIAL: Final = re.compile(r"[2-7][0-9]{4}(?:\.0+)?")
"""The days since the end of 1899, which Excel shows where a cell lost its format: 1954 to 2119."""

_EPOCH: Final = datetime.date(1899, 12, 30)
"""Day 0 of Excel (ECMA-376, 18.17.4.1), which counts a 29 February 1900 that never was."""

_ORDINAL: Final = re.compile(r"[1-9]|1[0-4]")
"""A number alone counts the days of the event."""

_CLOSE: Final = datetime.timedelta(days=31)
"""The days of an event lie so close together."""

_ASK: Final = "say it with --date-of-first-day, as in --date-of-first-day 2026-03-02"
_ORDERS: Final[tuple[Order, ...]] = ("day", "month")
_SAID: Final[dict[Order, str]] = {"day": "day, month, year", "month": "month, day, year"}


class Day(NamedTuple):
    """How a table names a day, and the line that does so first."""

    text: str
    line: int


class Days(NamedTuple):
    """The dates of days by how the table names them, None where nothing tells it; what was chosen; what to ask."""

    dates: Mapping[str, datetime.date | None]
    report: tuple[Fault, ...]
    asks: tuple[Fault, ...]


def dates_of(days: Sequence[Day], others: Sequence[str], first_day: datetime.date | None, file: str) -> Days:
    """The dates of days.

    1. Whole dates are read by themselves; in 20.02.2025 the day is first.
    2. In 03/04/2025 the day is first unless a value of the column forbids it (04/13/2025). Where both orders are
       possible all over, the one is taken by which the first is the organiser's first day, by which weekdays are
       right, or by which alone all lie within a month; else it is asked for.
    3. Weekdays, "Day 2", and dates without a year are read as those of a page (`agendas.calendar.resolve`).
    4. What is no date is reported, and asked about where no day has one.

    Args:
        days: every day that the table names, once, in its order.
        others: what the table says besides, such as the titles above it and its sheets' names.
        first_day: the date of the first day as the organiser has given it.
        file: the source, for places.
    """
    known = [date for text in others if (when := find_date(text)) and (date := when.date)]
    order, report, asks = _order(days, known, first_day, file)
    read = {day: _when(day.text, order) for day in days}
    undated = [_undated(day, file) for day, when in read.items() if when is None]
    (report if len(undated) < len(days) else asks).extend(undated)
    dated = [(day, when) for day, when in read.items() if when is not None]
    if all(when.date for _, when in dated):
        dated.sort(key=lambda pair: pair[1].date or datetime.date.max)
    resolved = resolve([(when, day.line) for day, when in dated], evidence_of(others, others), first_day, file)
    dates: dict[str, datetime.date | None] = {day.text: None for day in days}
    dates |= {day.text: date for (day, _), date in zip(dated, resolved.dates, strict=True)}
    return Days(dates, (*report, *resolved.report), (*asks, *(resolved.asks if not asks else ())))


def day_in(text: str) -> tuple[int, int] | None:
    """Which characters of a text are a date or a weekday; None if there is none.

    >>> day_in("03/04/2025 09:00"), day_in("9:00-10:30")
    ((0, 10), None)
    """
    if found := _NUMBERS.search(text):
        return found.span()
    when = find_date(text)
    return (when.begins, when.ends) if when else None


def _when(text: str, order: Order | None) -> When | None:
    """A day as far as it is written."""
    text = text.strip()
    if _SERIAL.fullmatch(text):
        date = _EPOCH + datetime.timedelta(days=int(text[:5]))
        return When(date.year, date.month, date.day, ends=len(text))
    if _ORDINAL.fullmatch(text):
        return When(number=int(text), ends=len(text))
    found = _NUMBERS.search(text)
    if not found:
        return find_date(text)
    known = _date(found, order) if order else None
    beside = find_date(text[: found.start()] + text[found.end() :])
    weekday = beside.weekday if beside else None
    return When(known.year, known.month, known.day, weekday, ends=len(text)) if known else find_date(text)


def _order(
    days: Sequence[Day], known: Sequence[datetime.date], first_day: datetime.date | None, file: str
) -> tuple[Order | None, list[Fault], list[Fault]]:
    """The order of day and month in a table, what is to say about it, and what to ask; None where nothing tells it."""
    found = [(day, numbers) for day in days if (numbers := _NUMBERS.search(day.text))]
    possible: dict[Order, list[datetime.date]] = {}
    for order in _ORDERS:
        dates = [date for _, numbers in found if (date := _date(numbers, order))]
        if len(dates) == len(found):
            possible[order] = dates
    if not found or not possible:
        return "day", [], []
    if (
        len(possible) == 1
        or possible["day"] == possible["month"]
        or all(numbers["sign"] == "." for _, numbers in found)
    ):
        return next(iter(possible)), [], []
    where = Place(file, found[0][0].line)
    said = quoted(found[0][1][0])
    for order in _by_evidence(found, possible, known, first_day):
        what = f"{said} can be read in two ways; dates here are read as {_SAID[order]}, by their other dates"
        return order, [Fault(what, where, "write dates as 2026-03-02, which can be read in one way only")], []
    what = f"{said} can be read in two ways: as {possible['day'][0]} and as {possible['month'][0]}"
    return None, [], [Fault(what, where, _ASK)]


def _by_evidence(
    found: Sequence[tuple[Day, re.Match[str]]],
    possible: Mapping[Order, list[datetime.date]],
    known: Sequence[datetime.date],
    first_day: datetime.date | None,
) -> Iterator[Order]:
    """The order that evidence speaks for, the surest evidence first."""
    tests: list[list[Order]] = [
        [order for order, dates in possible.items() if min(dates) == first_day],
        [order for order in possible if all(_weekday_fits(day.text, numbers, order) for day, numbers in found)],
        [order for order, dates in possible.items() if max([*dates, *known]) - min([*dates, *known]) <= _CLOSE],
    ]
    yield from (fitting[0] for fitting in tests if len(fitting) == 1)


def _weekday_fits(text: str, numbers: re.Match[str], order: Order) -> bool:
    """Whether the weekday beside a date is that of the date; true where none is."""
    beside = find_date(text[: numbers.start()] + text[numbers.end() :])
    date = _date(numbers, order)
    return beside is None or beside.weekday is None or (date is not None and date.weekday() == beside.weekday)


def _date(numbers: re.Match[str], order: Order) -> datetime.date | None:
    one, two, year = int(numbers["one"]), int(numbers["two"]), int(numbers["year"])
    day, month = (one, two) if order == "day" else (two, one)
    try:
        return datetime.date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def _undated(day: Day, file: str) -> Fault:
    what = f"{quoted(day.text)} is no date that can be read; what is on that day has no slot"
    return Fault(what, Place(file, day.line), "write the date as 2026-03-02")
