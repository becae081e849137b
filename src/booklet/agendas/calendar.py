"""Days as a page names them become dates: by what else it says, or the organiser says; never by a guess."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from booklet.errors import Fault, Place
from booklet.manuscripts.dates import When, find_date

_DAY: Final = datetime.timedelta(days=1)
_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR: Final = re.compile(r"(?<![\w.:/-])(?:19[89][0-9]|20[0-9]{2})(?![\w:.][0-9]|[\w:])")
_WEEK: Final = 7
_CLOSE: Final = 31
"""The days of an event lie within so many days of one another."""

_LIKELY: Final = range(2000, 2051)
"""Years that are offered for a date without one."""

_HINT: Final = "say which it is with --date-of-first-day, as in --date-of-first-day 2026-03-02"


class Evidence(NamedTuple):
    """What a page says of its dates besides the days themselves.

    `dates` are whole dates in its front matter, the first of a span among them; `years` are those of its titles.
    """

    dates: tuple[datetime.date, ...]
    years: tuple[int, ...]


class Resolved(NamedTuple):
    """The date of each day, None where nothing tells it; what was chosen; and what only the organiser can tell."""

    dates: tuple[datetime.date | None, ...]
    report: tuple[Fault, ...]
    asks: tuple[Fault, ...]


def evidence_of(front: Iterable[str], titles: Iterable[str]) -> Evidence:
    """What the front matter and the titles of a page say of its dates."""
    dates = []
    years = []
    for text in front:
        if len(text) < 300 and (when := find_date(text)) and (date := when.date or _span_with_year(text, when)):
            dates.append(date)
    for text in titles:
        years += [int(year) for year in _YEAR.findall(text)]
    return Evidence(tuple(dates), tuple(dict.fromkeys(years)))


def _span_with_year(text: str, first: When) -> datetime.date | None:
    """The first day of "April 29 - May 3, 2026", whose year stands only with the last."""
    last = find_date(text[first.ends :])
    if last is None or last.year is None or first.month is None or first.day is None or first.swapped:
        return None
    return _date(last.year, first.month, first.day)


def resolve(
    days: Sequence[tuple[When | None, int]], evidence: Evidence, first_day: datetime.date | None, file: str
) -> Resolved:
    """The date of each day of a page.

    1. A whole date is itself. If its weekday is another than the page says, that is reported.
    2. Day and month have the year of the whole dates on the page; else of the organiser's first day; else the one year
       that the page's titles name, which is reported; and never a year in which the weekday is another.
    3. A weekday alone is the first such day after the one before it; the first is in the span of dates that the page
       names, or is the organiser's first day. "Day 2" is the day after the first.
    4. What no rule tells is asked for.

    Args:
        days: what the page says of each day, with the line; None where it names no day.
        evidence: what else it says.
        first_day: the date of the first day as the organiser has given it.
        file: the source, for faults.
    """
    report: list[Fault] = []
    asks: list[Fault] = []
    dates: list[datetime.date | None] = []
    known = [when.date for when, _ in days if when is not None and when.date is not None]
    start = first_day or min(known, default=None) or (evidence.dates[0] if evidence.dates else None)
    for at, (when, line) in enumerate(days):
        place = Place(file, line)
        before = next((date for date in reversed(dates) if date is not None), None)
        date = _one(when, before, start, evidence, known)
        if date is None:
            asks += [_question(when, place)]
        elif when is not None:
            report += _doubts(when, date, place, evidence, known, first_day)
            if first_day is not None and at == 0 and date != first_day:
                what = f"the first day on the page is {_said(when)}, but --date-of-first-day says {first_day}"
                asks.append(Fault(what, place, "correct the one or the other; or leave the option out"))
        dates.append(date)
    return Resolved(tuple(dates), tuple(report), tuple(dict.fromkeys(asks)))


def _later(date: datetime.date, days: int) -> datetime.date | None:
    """So many days later, None past the last date that there is."""
    try:
        return date + days * _DAY
    except OverflowError:
        return None


def _one(
    when: When | None,
    before: datetime.date | None,
    start: datetime.date | None,
    evidence: Evidence,
    known: Sequence[datetime.date],
) -> datetime.date | None:
    if when is None:
        return start if before is None else _later(before, 1)
    if when.date is not None:
        return when.date
    if when.month is not None and when.day is not None:
        return _with_year(when, before or start, evidence, known)
    if when.number is not None and start is not None:
        date = _later(start, when.number - 1)
        return date if date is not None and when.weekday in {None, date.weekday()} else None
    if when.weekday is None:
        return None
    if before is not None:
        return _later(before, (when.weekday - before.weekday()) % 7 or 7)
    if start is not None and (start.weekday() == when.weekday or start in evidence.dates):
        return _later(start, (when.weekday - start.weekday()) % 7)
    return None


def _with_year(
    when: When, near: datetime.date | None, evidence: Evidence, known: Sequence[datetime.date]
) -> datetime.date | None:
    """A date whose year is missing, or whose day and month may be the other way round."""
    month, day = when.month or 0, when.day or 0
    orders = [(month, day), (day, month)] if when.swapped else [(month, day)]
    years = [when.year] if when.year else [near.year, near.year + 1] if near else list(evidence.years)
    found = [
        date
        for year in years
        for month, day in orders
        if (date := _date(year, month, day)) is not None and when.weekday in {None, date.weekday()}
    ]
    anchors = [*([near] if near else []), *known, *evidence.dates]
    if near is not None and len(found) > 1 and len(following := [date for date in found if date >= near]) >= 1:
        # Days go forward: of two readings the one that is the day itself, or follows it within a week.
        soon = [date for date in following if (date - near).days < _WEEK]
        found = soon or found
    if anchors and len(found) > 1:
        close = [date for date in found if any(abs((date - other).days) <= _CLOSE for other in anchors)]
        found = close or found
    return found[0] if len(set(found)) == 1 else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _doubts(
    when: When,
    date: datetime.date,
    place: Place,
    evidence: Evidence,
    known: Sequence[datetime.date],
    first_day: datetime.date | None,
) -> list[Fault]:
    """What the organiser should look at."""
    out = []
    if when.weekday is not None and when.weekday != date.weekday():
        what = f"{date} is a {_NAMES[date.weekday()]}, but the page says {_NAMES[when.weekday]}; the date was taken"
        out.append(Fault(what, place, "correct the date if it is the weekday that is right"))
    from_title = when.year is None and when.month is not None and not known and first_day is None and not evidence.dates
    if from_title:
        what = f"{_said(when)} has no year; {date.year} was taken from the page's title"
        out.append(Fault(what, place, "give --date-of-first-day if that is not right"))
    if when.swapped:
        out.append(
            Fault(
                f"{_said(when)} is read as {date}", place, "correct the date if day and month are the other way round"
            )
        )
    return out


def _question(when: When | None, place: Place) -> Fault:
    if when is None:
        return Fault("the page does not say on which day this is", Place(place.file), _HINT)
    if when.swapped:
        return Fault(f"{_said(when)} can be read in two ways", place, _HINT)
    if when.month is not None and when.day is not None:
        hint = _HINT
        if when.weekday is not None:
            years = [
                year
                for year in _LIKELY
                if (date := _date(year, when.month, when.day)) and date.weekday() == when.weekday
            ]
            hint += f"; it is a {_NAMES[when.weekday]} in {', '.join(map(str, years[-6:]))}" if years else ""
        return Fault(f"{_said(when)} has no year, and the page names none", place, hint)
    return Fault(f"{_said(when)} has no date", place, _HINT)


def _said(when: When) -> str:
    """A day in words."""
    name = _NAMES[when.weekday] if when.weekday is not None else ""
    if when.month is not None and when.day is not None:
        date = f"{when.day}/{when.month}" if when.swapped else f"{_MONTHS[when.month - 1]} {when.day}"
        return ", ".join(filter(None, [name, date]))
    if when.number is not None:
        return f"day {when.number}"
    return name or "a day"


_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
