from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from booklet.manuscripts.manuscript import Entry
from booklet.manuscripts.nights import by_evening, in_order, on_date

FIRST = datetime.date(2025, 2, 20)
SECOND = datetime.date(2025, 2, 21)


def _entry(title: str, date: datetime.date, start: int | None, end: int | None = None, room: str = "") -> Entry:
    return Entry(kind="talk", title=title, date=date, start=start, end=end, room=room)


def test_by_evening_what_begins_after_midnight_goes_to_the_evening_before() -> None:
    entries = [_entry("Party", FIRST, 18 * 60), _entry("Film", SECOND, 0, 90)]

    assert [(entry.date, entry.start, entry.end) for entry in by_evening(entries)] == [
        (FIRST, 1080, None),
        (FIRST, 1440, 1530),
    ]


def test_by_evening_without_an_evening_nothing_moves() -> None:
    entries = [_entry("Talk", FIRST, 18 * 60 - 1), _entry("Film", SECOND, 0, 90)]

    assert by_evening(entries) == entries


def test_by_evening_at_six_or_beyond_noon_is_of_its_own_day() -> None:
    entries = [_entry("Party", FIRST, 20 * 60), _entry("Run", SECOND, 360, 400), _entry("Desk", SECOND, 0, 1440)]

    assert by_evening(entries) == entries


def test_by_evening_moves_what_is_inside_too() -> None:
    talk = _entry("Talk", SECOND, 60, 90)
    poster = _entry("Poster", SECOND, None)
    night = Entry(kind="session", title="Night", date=SECOND, start=30, end=120, entries=(talk, poster))

    moved = by_evening([_entry("Party", FIRST, 20 * 60), night])[1]

    assert [(entry.date, entry.start, entry.end) for entry in (moved, *moved.entries)] == [
        (FIRST, 1470, 1560),
        (FIRST, 1500, 1530),
        (FIRST, None, None),
    ]


def test_on_date_before_the_day_changes_nothing() -> None:
    entry = _entry("Talk", FIRST, 60)

    assert on_date(entry, SECOND) == entry


def test_in_order_goes_by_date_start_and_the_rooms_of_the_source() -> None:
    entries = [
        _entry("d", SECOND, 540, room="A"),
        _entry("c", FIRST, 600, room="C"),
        _entry("b", FIRST, 600, room="A"),
        _entry("a", FIRST, 600, room="B"),
        _entry("0", FIRST, None),
    ]

    assert "".join(entry.title for entry in in_order(entries, ["B", "A"])) == "0abcd"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1439), st.integers(1, 600))))
def test_by_evening_never_changes_the_moment(slots: list[tuple[int, int, int]]) -> None:
    entries = [_entry("x", FIRST + datetime.timedelta(days=day), start, start + length) for day, start, length in slots]

    for before, after in zip(entries, by_evening(entries), strict=True):
        assert before.date is not None
        assert after.date is not None
        assert before.start is not None
        assert after.start is not None
        assert before.date.toordinal() * 1440 + before.start == after.date.toordinal() * 1440 + after.start
