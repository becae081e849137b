"""Times as they are written, so that each is read back in its day as it is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.errors import BookletError
from booklet.model.times import NOON, TimeSpan, past_midnight, read_time_span, writes_halves


class Slot(NamedTuple):
    """A time that is to be written: when it is, and the text that stands in the file already, if one does."""

    span: TimeSpan
    text: str = ""


class Written(NamedTuple):
    """A time as it is written, and what that says: less than was wanted where no text says it."""

    text: str
    span: TimeSpan


_NOTHING: Final = Written("", TimeSpan(None, None))


def write_times(slots: Sequence[Slot], *, halves: bool) -> list[Written]:
    """Write the times of a day.

    What a time means depends on those above it (`model.times.read_time_span`), so each is read as the day's reader
    would, and a text that says something else is replaced. A span that no text says loses its end, or else is not
    written at all: an end without a beginning, and what lasts until the next afternoon.

    Args:
        slots: the times in the order of the file.
        halves: write am and pm, where nothing is written yet.
    """
    halves = halves or any(writes_halves(slot.text) for slot in slots)
    after, latest = (0 if halves else None), 0
    times: list[Written] = []
    for slot in slots:
        time = next(_fitting(slot, halves=halves, after=after, latest=latest), _NOTHING)
        times.append(time)
        if time.span.start is not None:
            latest = max(latest, time.span.start)
            after = after if after is None else time.span.start
    return times


def time_text(span: TimeSpan, *, halves: bool) -> str:
    """A time as an agenda shows it.

    >>> time_text(TimeSpan(540, 585), halves=False), time_text(TimeSpan(540, 585), halves=True)
    ('9:00-9:45', '9:00-9:45 am')
    >>> time_text(TimeSpan(660, 750), halves=True), time_text(TimeSpan(1380, None), halves=True)
    ('11:00 am-12:30 pm', '11:00 pm')
    """
    if span.start is None:
        return ""
    if not halves:
        return _clock(span.start) if span.end is None else f"{_clock(span.start)}-{_clock(span.end)}"
    first = _clock(span.start, halves=True)
    if span.end is None:
        return first
    last = _clock(span.end, halves=True)
    return f"{first[:-3] if first[-2:] == last[-2:] else first}-{last}"


def _fitting(slot: Slot, *, halves: bool, after: int | None, latest: int) -> Iterator[Written]:
    """The ways to write a time that are read as it is meant, the best first."""
    whole, open_ended = slot.span, TimeSpan(slot.span.start, None)
    texts = [(slot.text, whole)] + [
        (time_text(span, halves=way), span) for span in (whole, open_ended) for way in (halves, not halves)
    ]
    for text, span in texts:
        if text and _read(text, after=after, latest=latest) == span:
            yield Written(text, span)


def _read(text: str, *, after: int | None, latest: int) -> TimeSpan | None:
    try:
        return past_midnight(read_time_span(text, after=after), latest)
    except BookletError:
        return None


def _clock(minutes: int, *, halves: bool = False) -> str:
    hour, minute = minutes // 60 % 24, minutes % 60
    if not halves:
        return f"{hour}:{minute:02d}"
    return f"{hour % 12 or 12}:{minute:02d} {'am' if hour < NOON // 60 else 'pm'}"
