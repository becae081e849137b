"""Dates, times and lengths as exports write them (ISO 8601 and its relatives), and the zones that they are in."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from booklet.errors import BookletError, Fault, Place
from booklet.model.texts import quoted
from booklet.model.times import MIDNIGHT, clock
from booklet.model.values import read_timezone

_MOMENT: Final = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})"
    r"(?:[T ]+(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    r" ?(?P<offset>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_CLOCK: Final = re.compile(r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:[:.][0-9]{2}(?:\.[0-9]{1,9})?)?")
_JOINED: Final = re.compile(r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})[0-9]{2}")
_ISO: Final = re.compile(
    r"P(?:(?P<weeks>[0-9]{1,3})W)?(?:(?P<days>[0-9]{1,3})D)?"
    r"(?:T(?:(?P<hours>[0-9]{1,4})H)?(?:(?P<minutes>[0-9]{1,5})M)?(?:(?P<seconds>[0-9]{1,7})S)?)?"
)
YEARS: Final = range(1900, 2200)
"""Other years are slips."""

_OPEN: Final = "correct it where it comes from, or write the end into program.yaml"

_NAME_ZONE: Final = "--timezone Europe/Berlin names it"


class Moment(NamedTuple):
    """A moment as a source writes it.

    `when` knows its offset from UTC if the source states one; else it is the time on the wall. `timed` is False for a
    date alone.
    """

    when: datetime.datetime
    timed: bool

    def on_wall(self, zone: str) -> datetime.datetime:
        """What the clock on the wall shows: in a time zone (IANA), or where the source is for ""."""
        when = self.when
        if when.tzinfo is not None and zone:
            when = when.astimezone(ZoneInfo(zone))
        return when.replace(tzinfo=None)


class Stamp(NamedTuple):
    """A date or a time, and the time zone (IANA) that the calendar names with it, if any."""

    moment: Moment
    zone: str = ""

    def on_wall(self, zone: str) -> datetime.datetime:
        """What the clock on the wall shows in a time zone; a time of no zone is the same everywhere."""
        if self.moment.timed and self.zone and zone and self.moment.when.tzinfo is None:
            return Moment(self.moment.when.replace(tzinfo=ZoneInfo(self.zone)), timed=True).on_wall(zone)
        return self.moment.on_wall(zone if self.moment.timed else "")


def read_moment(text: str) -> Moment | None:
    """A date, or a date and a time with or without an offset; None if it is none.

    >>> read_moment("2016-12-27T11:00:00+01:00").when.isoformat(), read_moment("20210622").timed
    ('2016-12-27T11:00:00+01:00', False)
    """
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    digits = found["date"].replace("-", "")
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    try:
        day = datetime.datetime(int(digits[:4]), int(digits[4:6]), int(digits[6:]), tzinfo=_offset(found["offset"]))
    except ValueError:
        return None
    if day.year not in YEARS or minute > 59 or 60 * hour + minute > MIDNIGHT:
        return None
    return Moment(day + datetime.timedelta(hours=hour, minutes=minute), found["hour"] is not None)


def read_date(text: str) -> datetime.date | None:
    """The date that a text begins with, or None.

    >>> read_date("2016-12-27T10:00:00+01:00")
    datetime.date(2016, 12, 27)
    """
    moment = read_moment(text) or read_moment(text.strip()[:10])
    return moment.when.date() if moment else None


def read_clock(text: str) -> int | None:
    """Minutes after midnight, from "11:00", "11:00:00" or "110000"; None if it is no time of day.

    >>> read_clock("09:30"), read_clock("24:10")
    (570, None)
    """
    found = _CLOCK.fullmatch(text.strip()) or _JOINED.fullmatch(text.strip())
    if not found or int(found["minute"]) > 59:
        return None
    minutes = 60 * int(found["hour"]) + int(found["minute"])
    return minutes if minutes <= MIDNIGHT else None


def read_length(text: str) -> int | None:
    """Minutes, from "00:30", "0:30:00", "003000", "PT30M" or "30"; None if it is no length of time.

    >>> [read_length(text) for text in ("01:30", "0:20:00", "PT1H30M", "45", "soon")]
    [90, 20, 90, 45, None]
    """
    written = text.strip()
    if found := _CLOCK.fullmatch(written) or _JOINED.fullmatch(written):
        return 60 * int(found["hour"]) + int(found["minute"])
    if len(written) > 1 and (found := _ISO.fullmatch(written.upper())):
        weeks, days, hours, minutes, seconds = [int(part or 0) for part in found.groups()]
        return (weeks * 7 + days) * MIDNIGHT + hours * 60 + minutes + seconds // 60
    return int(written) if re.fullmatch(r"[0-9]{1,4}", written) else None


def minutes_after(date: datetime.date, when: datetime.datetime) -> int:
    """The minutes from the midnight that begins a date to a time on the wall."""
    return (when.date() - date).days * MIDNIGHT + when.hour * 60 + when.minute


def ending(title: str, start: int | None, end: int | None, where: Place) -> tuple[int | None, tuple[Fault, ...]]:
    """The end of an entry, or None with the reason where what is stated cannot be.

    Args:
        title: what the entry is called.
        start: minutes after the midnight of its day.
        end: likewise, as the source states it.
        where: the place that states it.
    """
    if start is None or end is None:
        return None, ()
    if end == start:
        said = f"ends when it starts, at {clock(start)}"
    elif end < start:
        said = f"ends at {clock(end)}, before it starts at {clock(start)}"
    elif end - start < MIDNIGHT or (start == 0 and end == MIDNIGHT):
        return end, ()
    else:
        days = (end - start) // MIDNIGHT
        said = "lasts a day or more" if days == 1 else f"lasts {days} days or more"
    return None, (Fault(f"{quoted(title)} {said}; its end was left open", where, _OPEN),)


def known_zone(name: str, file: str) -> tuple[str, tuple[Fault, ...]]:
    """A time zone that a source names, or "" with the reason if nobody knows it."""
    if not name.strip():
        return "", ()
    if zone := zone_named(name):
        return zone, ()
    what = f"the time zone {quoted(name)} is not known; times stay as they are written"
    return "", (Fault(what, Place(file), _NAME_ZONE),)


@lru_cache(maxsize=256)
def zone_named(name: str) -> str:
    """The time zone (IANA) that a calendar program means by a name: its own, Windows' or one with a path before it.

    >>> zone_named("W. Europe Standard Time"), zone_named("/citadel.org/20070227_1/Europe/Berlin"), zone_named("Here")
    ('Europe/Berlin', 'Europe/Berlin', '')
    """
    plain = name.strip().strip('"')
    parts = plain.strip("/").split("/")
    for candidate in (plain, "/".join(parts[-2:]), "/".join(parts[-3:])):
        if zone := _zone(candidate):
            return zone
    return _zone(_of_windows(plain))


def _zone(name: str) -> str:
    try:
        return read_timezone(name)
    except BookletError:
        return ""


def _of_windows(name: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - start-up time

    return WINDOWS_TO_OLSON.get(name, "")


def unnamed_zone(moments: Iterable[Moment], file: str) -> Iterator[Fault]:
    """That times have an offset from UTC, but nothing names their time zone."""
    offsets = sorted({f"{moment.when:%z}" for moment in moments if moment.when.tzinfo})
    if offsets:
        said = " and ".join(f"UTC{offset[:3]}:{offset[3:5]}" for offset in offsets[:3])
        yield Fault(f"the times are those of {said}, but no time zone is named", Place(file), _NAME_ZONE)


def _offset(written: str | None) -> datetime.timezone | None:
    if not written:
        return None
    if written in "Zz":
        return datetime.timezone.utc
    hours, minutes = int(written[1:3]), int(written[3:].lstrip(":") or 0)
    length = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-length if written[0] == "-" else length)
