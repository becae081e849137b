"""Which evening belongs what begins after midnight to, and the order of what is on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from booklet.manuscripts.manuscript import Entry
from booklet.model.times import MIDNIGHT, TimeSpan, past_midnight

_MORNING: Final = 6 * 60
"""What begins at this hour or later is of its own day."""

_DAY: Final = datetime.timedelta(days=1)


def by_evening(entries: Iterable[Entry]) -> list[Entry]:
    """Entries dated by the calendar, dated by the evening that they belong to.

    What begins before 6:00 belongs to the evening before if something begins at 18:00 or later there, and if it does
    not last beyond noon: the rule by which program.yaml is read (`model.times.past_midnight`).

    >>> from booklet.manuscripts.manuscript import Entry
    >>> party = Entry(kind="social", title="Party", date=datetime.date(2025, 2, 20), start=22 * 60)
    >>> film = Entry(kind="other", title="Film", date=datetime.date(2025, 2, 21), start=30, end=90)
    >>> [(entry.date.day, entry.start, entry.end) for entry in by_evening([party, film])]
    [(20, 1320, None), (20, 1470, 1530)]
    """
    listed = list(entries)
    latest: dict[datetime.date, int] = {}
    for entry in listed:
        if entry.date is not None and entry.start is not None:
            latest[entry.date] = max(entry.start, latest.get(entry.date, 0))
    return [_of_evening(entry, latest) for entry in listed]


def _of_evening(entry: Entry, latest: dict[datetime.date, int]) -> Entry:
    if entry.date is None or entry.start is None or entry.start >= _MORNING or entry.date == datetime.date.min:
        return entry
    evening = entry.date - _DAY
    if past_midnight(TimeSpan(entry.start, entry.end), latest.get(evening, 0)).start == entry.start:
        return entry
    return on_date(entry, evening)


def on_date(entry: Entry, date: datetime.date) -> Entry:
    """The same entry, and what is inside it, as seen from another day: the times stay the same moments.

    Nothing changes if a time would fall before that day.
    """
    if entry.date is None or entry.date == date:
        return entry
    minutes = (entry.date - date).days * MIDNIGHT
    if entry.start is not None and entry.start + minutes < 0:
        return entry
    return replace(
        entry,
        date=date,
        start=None if entry.start is None else entry.start + minutes,
        end=None if entry.end is None else entry.end + minutes,
        entries=tuple([on_date(inner, date) for inner in entry.entries]),
    )


def in_order(entries: Iterable[Entry], rooms: Sequence[str] = ()) -> list[Entry]:
    """Entries by date, beginning, and room, the rooms in the order given; what has no time comes first on its day.

    Args:
        entries: entries with dates.
        rooms: the source's order of rooms; others come after these, in the order in which entries name them.
    """
    listed = list(entries)
    places: dict[str, int] = {}
    for room in (*rooms, *[entry.room for entry in listed]):
        places.setdefault(room, len(places))

    def key(entry: Entry) -> tuple[datetime.date, int, int]:
        start = -1 if entry.start is None else entry.start
        return entry.date or datetime.date.max, start, places[entry.room]

    return sorted(listed, key=key)
