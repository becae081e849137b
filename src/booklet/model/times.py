"""Times as people write them: 9:00-9:45 am, 14h30, 2pm to 4pm, 22:00-late."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault
from booklet.model.texts import quoted

NOON: Final = 12 * 60
MIDNIGHT: Final = 24 * 60
"""The end of a day, in minutes after its beginning."""

_EVENING: Final = 18 * 60
_SMALL_HOURS: Final = 6 * 60
"""What begins in the evening and ends in the small hours has passed midnight."""

_MORNING: Final = 8 * 60
"""Nothing begins before this hour in the morning once a day is under way: 1:00 after 12:15 is in the afternoon."""

_APART: Final = 2 * 60
"""How far before the previous item a time must lie to be one of the afternoon, in minutes."""

_CLOCK: Final = re.compile(
    r"""(?P<hour>[0-9]{1,2}) (?: \s? [:.h] \s? (?P<minute>[0-5][0-9]) (?: :00 )? | \s? h (?=\W|$) )?
        (?: \s? (?P<half>[ap]) \.? \s? m \b \.? | \s uhr )?
      | (?P<joined>[0-2][0-9][0-5][0-9]) (?: \s? h )?
      | (?P<noon> (?: 12 (?: :00 )? \s )? (?:noon|midday) )
      | (?P<midnight> (?: 12 (?: :00 )? \s )? midnight )""",
    re.VERBOSE,
)
_DASH: Final = re.compile(r"\s*(?:[-‐‑‒–—―−~]+|\bto\b|\buntil\b|\btill\b)\s*")
_OPEN: Final = re.compile(r"\s*(?:[-‐‑‒–—―−]+\s*(?:late|open(?:\s?end)?)?|\bonwards?)\s*$")
_HALF: Final = re.compile(r"[0-9\s.][ap]\.?\s?m\b", re.IGNORECASE)
_LENGTH: Final = re.compile(
    r"(?:(?P<hours>[0-9]{1,2}(?:[.,][0-9]{1,2})?)\s?h(?:ours?|rs?|\b|(?=[0-9]))\.?)?\s?(?:and\s)?"
    r"(?:(?P<minutes>[0-9]{1,3})\s?(?:'|′|m(?:in(?:ute)?s?)?\b\.?)?)?(?:\s?each)?"
)

_HINT: Final = "write a time such as 9:00-9:45, 2:30-4:00 pm or 14:30; leave the line out where no time is set"


class TimeSpan(NamedTuple):
    """A beginning and an end, in minutes after the day's midnight (above 1440 past the next); None where not given."""

    start: int | None
    end: int | None


class _Clock(NamedTuple):
    """A time as written: minutes, and "a", "p" or "" for am, pm or neither."""

    minutes: int
    half: str


@lru_cache(maxsize=4096)
def read_time_span(text: str, *, after: int | None) -> TimeSpan:
    """Read a time of day, or two.

    1. Hours and minutes are parted by a colon, a full stop, an h or nothing (9:00, 9.00, 9h00, 0900); minutes may be
       missing (9, 9 am); noon and midnight are words. Beginning and end are parted by any dash or "to"; "9:30-",
       "9:30 - late" and "9:30 onwards" have no end.
    2. A time with am or pm is that. If only one of the two has it, the other takes the half of the day that makes the
       span the shortest one above zero: 11:00-12:00 pm begins in the morning, 12:15-1:00 pm at a quarter past noon.
    3. A time without is on the 24-hour clock as written, except that in a day which writes am and pm elsewhere (then
       `after` is given) a beginning from 1:00 to 7:59 that lies two hours or more before the previous item's is in
       the afternoon, together with its end: 1:00-2:00 after 12:15-1:00 pm.
    4. What begins at 18:00 or later and ends at 6:00 or earlier ends on the next day: 22:00-1:00 ends at 1500. An end
       at 0:00 is the end of the day. Hours up to 30:00 count on from the day's beginning, as on posters of late
       shows: 24:30-25:15 begins half an hour after midnight.

    Args:
        text: what is written.
        after: when the previous item of the day begins, in minutes, if the day is written with am and pm.

    Returns:
        Beginning and end; both None for an empty text.

    Raises:
        BookletError: it is no time, or its end is not after its beginning.
    """
    written = _simplified(text)
    if not written:
        return TimeSpan(None, None)
    first, last = _parts(written, text)
    start, end = _resolved(first, last)
    if after is not None and not first.half and (last is None or not last.half):
        start, end = _in_order(start, end, after)
    if end is not None and end <= start:
        if end == start:
            hint = "write when it ends, or only when it starts"
            raise BookletError([Fault(f"{quoted(text)} ends when it starts", hint=hint)])
        hint = "swap the two times; or write those of the afternoon as 13:00 or 1:00 pm"
        raise BookletError([Fault(f"{quoted(text)} ends before it starts", hint=hint)])
    return TimeSpan(start, end)


def past_midnight(span: TimeSpan, latest: int) -> TimeSpan:
    """The same span on the next day, if it begins in the small hours below something that began in the evening.

    Args:
        span: what was read; a day's program goes on after midnight until everybody has gone to bed. What lasts beyond
            noon is not of the night: a help desk from 0:00 to 24:00.
        latest: the latest beginning above it, in minutes.
    """
    if span.start is None or span.start > _SMALL_HOURS or latest < _EVENING:
        return span
    if span.end is not None and span.end > NOON:
        return span
    return TimeSpan(span.start + MIDNIGHT, None if span.end is None else span.end + MIDNIGHT)


def writes_halves(text: str) -> bool:
    """Whether a time is written with am or pm.

    >>> writes_halves("9:00-9:45 am"), writes_halves("14:30")
    (True, False)
    """
    return _HALF.search(text) is not None


def read_length(text: str) -> int:
    """Read a length of time.

    >>> read_length("25 min"), read_length("1 h 30"), read_length("0:25")
    (25, 90, 25)

    Returns:
        Minutes, from 1 to a day.

    Raises:
        BookletError: it is none.
    """
    written = _simplified(text)
    minutes = 0
    if clock := re.fullmatch(r"([0-9]{1,2}):([0-5][0-9])", written):
        minutes = 60 * int(clock[1]) + int(clock[2])
    elif written and (found := _LENGTH.fullmatch(written)):
        hours = float((found["hours"] or "0").replace(",", "."))
        minutes = round(60 * hours) + int(found["minutes"] or 0)
    if not 0 < minutes <= MIDNIGHT:
        hint = "write minutes or hours, as in 25 min or 1 h 30"
        raise BookletError([Fault(f"expected a length of time such as 25 min, found {quoted(text)}", hint=hint)])
    return minutes


def clock(minutes: int) -> str:
    """A time on the 24-hour clock.

    >>> clock(545), clock(1500)
    ('09:05', '01:00')
    """
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


@lru_cache(maxsize=4096)
def _simplified(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _parts(written: str, text: str) -> tuple[_Clock, _Clock | None]:
    """The beginning and, if there is one, the end."""
    single = _OPEN.sub("", written.removeprefix("from "))
    first = _clock(single)
    if first is not None:
        return first, None
    pieces = _DASH.split(written.removeprefix("from "))
    if len(pieces) == 2:
        first, last = _clock(pieces[0]), _clock(pieces[1])
        if first is not None and last is not None:
            return first, last
    raise BookletError([Fault(f"expected a time such as 9:00-9:45, found {quoted(text)}", hint=_HINT)])


def _clock(written: str) -> _Clock | None:
    found = _CLOCK.fullmatch(written)
    if not found:
        return None
    if found["noon"]:
        return _Clock(NOON, "p")
    if found["midnight"]:
        return _Clock(0, "a")
    joined = found["joined"]
    hour = int(joined[:2] if joined else found["hour"])
    minutes = 60 * hour + int(joined[2:] if joined else found["minute"] or 0)
    half = found["half"] or ""
    latest = MIDNIGHT if half else MIDNIGHT + _SMALL_HOURS
    if minutes > latest or (half == "a" and hour > 12) or (half == "p" and hour == 0):
        return None
    if half and hour <= 12:
        minutes = minutes % NOON + (NOON if half == "p" else 0)
    return _Clock(minutes, half)


def _resolved(first: _Clock, last: _Clock | None) -> tuple[int, int | None]:
    """Beginning and end by rules 2 and 4."""
    if last is None:
        return first.minutes, None
    starts, ends = [first.minutes], [last.minutes]
    if last.half and not first.half:
        starts = _halves(first.minutes)
    if first.half and not last.half:
        ends = _halves(last.minutes)
    spans = [(start, _passed(start, end)) for start in starts for end in ends]
    forward = [span for span in spans if span[1] > span[0]]
    return min(forward, key=lambda span: span[1] - span[0]) if forward else spans[0]


def _halves(minutes: int) -> list[int]:
    """The times that a time without am and pm may be."""
    return [minutes % NOON, minutes % NOON + NOON] if NOON // 12 <= minutes < NOON + NOON // 12 else [minutes]


def _passed(start: int, end: int) -> int:
    """The end, on the next day where it must be."""
    past = end == 0 or (start >= _EVENING and end <= _SMALL_HOURS)
    return end + MIDNIGHT if past else end


def _in_order(start: int, end: int | None, after: int) -> tuple[int, int | None]:
    """Beginning and end by rule 3."""
    if not (NOON // 12 <= start < _MORNING and start <= after - _APART and start + NOON >= after):
        return start, end
    later = None if end is None else end + NOON if end < NOON else end
    return start + NOON, later
