"""The times of a table's rows: cells with a time, a span, a length, or a date beside them become slots."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from booklet.errors import BookletError
from booklet.importers.moments import minutes_after, read_moment
from booklet.importers.table_days import day_in
from booklet.manuscripts.hours import Clock, Hours, find_hours, hours_at
from booklet.manuscripts.settling import Slot, Style, settle, style_of
from booklet.model.program import Kind
from booklet.model.times import MIDNIGHT, TimeSpan, clock, past_midnight, read_length

_FRACTION: Final = re.compile(r"0?[.,][0-9]{2,}")
"""A time where a cell lost its format: 0.375 of a day is 9:00 (ECMA-376, 18.17.4)."""

_HOUR: Final = re.compile(r"[01]?[0-9]|2[0-4]")
"""A number alone is an hour in a column of times."""

_SAYS_NOTHING: Final = re.compile(r"[\s\W]*(?:(?:tba|tbd|tbc|n/?a|offen)[\s\W]*)?", re.IGNORECASE)
_MORNING: Final = 7 * 60
_EVENING: Final = 18 * 60
_SMALL_HOURS: Final = 6 * 60
_MEALS: Final[Mapping[Kind, tuple[int, int]]] = {"lunch": (10 * 60, 16 * 60), "dinner": (16 * 60, MIDNIGHT)}
"""Between which hours meals begin, if a time on the clock's face is that of the right half of the day."""

_LONGEST: Final = 120
"""No cell that states a time is longer."""


class Times(NamedTuple):
    """What the cells of a row say of its time.

    `day` is a date or weekday that stands in one of them. `days` is how many days later it ends than it begins. `rest`
    is what was not understood.
    """

    hours: Hours | None = None
    length: int | None = None
    day: str = ""
    days: int = 0
    text: str = ""
    rest: str = ""


class _Cell(NamedTuple):
    """A cell that states a time, without the date in it."""

    hours: Hours | None
    day: str
    rest: str


def times_of(time: str, start: str, end: str, length: str, *, zone: str) -> Times:
    """What the cells for the time, the start, the end and the length of a row say.

    Args:
        time: a span or a beginning.
        start: a beginning.
        end: an end.
        length: a length of time; a number alone is one of minutes.
        zone: what times with an offset from UTC are turned into; "" leaves them as they are written.
    """
    begins, ends = _cell(start or time, zone), _cell(end, zone)
    hours, days = begins.hours, 0
    if hours is not None and ends.hours is not None and (start or hours.end is None):
        hours = hours._replace(end=ends.hours.start)
        days = _days_between(start or time, end)
    said = " - ".join(filter(None, [start or time, end]))
    minutes, unread = _length(length)
    rest = "; ".join(filter(None, [begins.rest, ends.rest, unread]))
    return Times(hours, minutes, begins.day or ends.day, days, said, rest)


def slots_of(rows: Sequence[Times], days: Sequence[str], groups: Sequence[str], kinds: Sequence[Kind]) -> list[Slot]:
    """The slots of rows, those without a time empty.

    Times are as they are written where the table writes 13:00 or later, or nothing that speaks against it: no
    beginning between midnight and seven, and meals at their hours. Else each group's times are read together
    (`settling.settle`). What begins in the small hours below something in the evening is past midnight.

    Args:
        rows: what each row says of its time.
        days: the day that each row is on.
        groups: rows that follow one another in time are in the same group, such as a room's.
        kinds: what each row is.
    """
    style = style_of([row.hours for row in rows])
    slots = [Slot(None, None)] * len(rows)
    gathered: dict[tuple[str, str], list[int]] = {}
    for at, row in enumerate(rows):
        if row.hours is not None:
            gathered.setdefault((days[at], groups[at]), []).append(at)
    for places in gathered.values():
        hours = [found for at in places if (found := rows[at].hours) is not None]
        kind = [kinds[at] for at in places]
        read = [_as_written(one) for one in hours] if _plain(hours, kind, style) else settle(hours, style, kind)
        for at, slot in zip(places, read, strict=True):
            slots[at] = _lasting(slot, rows[at])
    return _through_the_night(slots, days)


def _plain(hours: Sequence[Hours], kinds: Sequence[Kind], style: Style) -> bool:
    """Whether times mean what the clock of 24 hours shows."""
    if style.halves:
        return False
    if style.long:
        return True
    return not any(
        found.start.minutes < _MORNING
        or (found.end is not None and found.end.minutes <= found.start.minutes)
        or (kind in _MEALS and not _MEALS[kind][0] <= found.start.minutes <= _MEALS[kind][1])
        for found, kind in zip(hours, kinds, strict=True)
    )


def _as_written(hours: Hours) -> Slot:
    start, end = hours.start.minutes, None if hours.end is None else hours.end.minutes
    if end is not None and end <= start and ((start >= _EVENING and end <= _SMALL_HOURS) or end == 0):
        end += MIDNIGHT
    if end is not None and end <= start:
        said = f"it ends at {clock(end)} and starts at {clock(start)}, so its end is left open"
        return Slot(start, None, said, slip=True)
    return Slot(start, end)


def _lasting(slot: Slot, row: Times) -> Slot:
    """A slot with the end that its length or its end's date states."""
    if slot.start is None:
        return slot
    if row.days and row.hours is not None and row.hours.end is not None:
        return Slot(slot.start, row.days * MIDNIGHT + row.hours.end.minutes, slot.reading if not slot.slip else "")
    if slot.end is None and row.length is not None and not slot.slip:
        return slot._replace(end=slot.start + row.length)
    return slot


def _through_the_night(slots: Sequence[Slot], days: Sequence[str]) -> list[Slot]:
    """What begins in the small hours below something in the evening of the same day, past midnight."""
    latest: dict[str, int] = {}
    out = []
    for slot, day in zip(slots, days, strict=True):
        moved = past_midnight(TimeSpan(slot.start, slot.end), latest.get(day, 0))
        if moved.start is not None:
            latest[day] = max(latest.get(day, 0), moved.start)
        out.append(slot._replace(start=moved.start, end=moved.end))
    return out


@lru_cache(maxsize=4096)
def _cell(text: str, zone: str) -> _Cell:
    """What a cell says of a time: 9:00-9:45, 2025-03-03T09:00+01:00, Mon 9-10:30, 0.375."""
    if _SAYS_NOTHING.fullmatch(text):
        return _Cell(None, "", "")
    if moment := read_moment(text):
        wall = moment.on_wall(zone)
        minutes = 60 * wall.hour + wall.minute
        hours = Hours(Clock(minutes), None, False, 0, len(text)) if moment.timed else None
        return _Cell(hours, wall.date().isoformat(), "")
    if _FRACTION.fullmatch(text):
        minutes = round(MIDNIGHT * float("0." + text.replace(",", ".").partition(".")[2]))
        return _Cell(Hours(Clock(minutes), None, False, 0, len(text)), "", "")
    if _HOUR.fullmatch(text):
        return _Cell(Hours(Clock(60 * int(text)), None, False, 0, len(text)), "", "")
    day = day_in(text) if len(text) <= _LONGEST else None
    bare = f"{text[: day[0]]} {text[day[1] :]}" if day else text
    bare = bare.strip(" ,;()")
    found = hours_at(bare, alone=True) or (find_hours(bare, alone=True) if len(bare) <= _LONGEST else None)
    outside = f"{bare[: found.begins]} {bare[found.ends :]}" if found else bare
    rest = "" if _SAYS_NOTHING.fullmatch(outside) else " ".join(outside.split())
    return _Cell(found, text[day[0] : day[1]] if day else "", rest)


@lru_cache(maxsize=1024)
def _length(text: str) -> tuple[int | None, str]:
    """A length in minutes, and what was not understood of it."""
    if _SAYS_NOTHING.fullmatch(text):
        return None, ""
    written = text.strip()
    if re.fullmatch(r"[0-9]{1,3}", written):
        written = f"{written} min"
    try:
        return read_length(written), ""
    except BookletError:
        return None, text


def _days_between(start: str, end: str) -> int:
    """How many days later a moment is than another."""
    first, last = read_moment(start), read_moment(end)
    if first is None or last is None:
        return 0
    day = first.on_wall("").date()
    return max(0, minutes_after(day, last.on_wall("")) // MIDNIGHT)
