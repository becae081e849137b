"""Times in a second zone, for those who follow from afar."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from booklet.parts.desk import Desk
from booklet.text.styles import Style

if TYPE_CHECKING:
    import zoneinfo

_ABBREVIATION: Final = re.compile("[A-Z]{2,6}")
_MINUS: Final = "−"
_HOUR: Final = 60

_WHITE: Final = 0.75
"""White beside a column of second times, in grid units."""


def has_second_time(desk: Desk) -> bool:
    """Whether the program asks for times in a second zone, and its own zone is known."""
    event = desk.program.event
    return bool(event.timezone and event.second_timezone)


def second_time(desk: Desk, day: datetime.date, minutes: int, *, pad: bool = False) -> str:
    """What clocks of the second zone show, "16:30", or "0:30 +1" on another day than the one in the heading.

    Args:
        desk: knows the zones and how times are written.
        day: the day in the heading, by whose date summer time is reckoned.
        minutes: the event's time, after that day's midnight; above 1440 past midnight.
        pad: put a figure space before a single digit, for columns of times.

    Returns:
        The time; "" if the program asks for none.
    """
    if not has_second_time(desk):
        return ""
    event = desk.program.event
    there = _moment(day, minutes, event.timezone).astimezone(_zone(event.second_timezone))
    days = (there.date() - day).days
    clock = desk.wording.clock(there.hour * _HOUR + there.minute, pad=pad)
    return f"{clock}\u00a0{'+' if days > 0 else _MINUS}{abs(days)}" if days else clock


def zone_names(desk: Desk, day: datetime.date, minutes: int) -> tuple[str, str]:
    """The short names of the event's zone and of the second one, as in ("CST", "CET"), at a time of the event."""
    event = desk.program.event
    moment = _moment(day, minutes, event.timezone)
    locale = desk.wording.locale
    return _short(moment, locale), _short(moment.astimezone(_zone(event.second_timezone)), locale)


def second_width(desk: Desk) -> float:
    """The width of a column of second times, from the widest of the whole program, with the white before it."""
    if not has_second_time(desk):
        return 0.0
    style = second_style(desk)
    times = {(day.date, entry.start) for day in desk.program.days for entry in day.entries if entry.start is not None}
    texts = [second_time(desk, date, start, pad=True) for date, start in times]
    names = [zone_names(desk, date, start)[1] for date, start in times]
    widest = max((desk.typesetter.width(style, text) for text in (*texts, *names)), default=0.0)
    return widest + _WHITE * desk.house.grid if times else 0.0


def second_style(desk: Desk) -> Style:
    """Second times are smaller and quieter than the event's own."""
    return desk.house.style("sans", desk.house.scale.tiny, desk.house.inks.quiet)


def _moment(day: datetime.date, minutes: int, zone: str) -> datetime.datetime:
    """A time of the event: what its clocks show, not how long it is since midnight, which differs as clocks change."""
    shown = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=minutes)
    return shown.replace(tzinfo=_zone(zone))


@lru_cache(maxsize=8)
def _zone(name: str) -> zoneinfo.ZoneInfo:
    # Imported here because few events have a second zone.
    import zoneinfo  # noqa: PLC0415

    return zoneinfo.ZoneInfo(name)


def _short(moment: datetime.datetime, locale: str) -> str:
    """The zone's abbreviation in the booklet's language, else the zone's own, else its distance from UTC."""
    from babel.dates import get_timezone_name  # noqa: PLC0415 - start-up time

    variant: Literal["daylight", "standard"] = "daylight" if _summer(moment) else "standard"
    stated = get_timezone_name(moment, "short", locale=locale, zone_variant=variant)
    for name in (stated, moment.tzname() or ""):
        if _ABBREVIATION.fullmatch(name):
            return name
    offset = moment.utcoffset() or datetime.timedelta()
    hours, minutes = divmod(abs(offset) // datetime.timedelta(minutes=1), _HOUR)
    sign = _MINUS if offset < datetime.timedelta() else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def _summer(moment: datetime.datetime) -> bool:
    """Whether clocks are ahead; the zone itself may call that its standard time, as Ireland does."""
    seasons = [moment.replace(month=month, day=1).utcoffset() for month in (1, 7)]
    least = min(offset for offset in seasons if offset is not None)
    return (moment.utcoffset() or least) > least
