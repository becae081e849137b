from __future__ import annotations

import datetime

import pytest

from booklet.errors import Place
from booklet.importers.moments import ending, read_clock, read_date, read_length, read_moment, zone_named

HERE = Place("x")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2025-03-01T10:30:00+01:00", "2025-03-01T10:30:00+01:00"),
        ("2025-03-01 10:30", "2025-03-01T10:30:00"),
        ("20250301T103000Z", "2025-03-01T10:30:00+00:00"),
        ("2025-03-01T10:30:59.123-0530", "2025-03-01T10:30:00-05:30"),
        ("2025-03-01T24:00", "2025-03-02T00:00:00"),
        ("20250301", "2025-03-01T00:00:00"),
    ],
)
def test_read_moment(text: str, read: str) -> None:
    moment = read_moment(text)

    assert moment is not None
    assert moment.when.isoformat() == read


@pytest.mark.parametrize(
    "text", ["", "soon", "2025-02-30", "2025-03-01T25:00", "0001-01-01", "2025-03-01T10:60", "٢٠٢٥0301"]
)
def test_read_moment_that_is_none(text: str) -> None:
    assert read_moment(text) is None


def test_read_date_of_what_begins_with_one() -> None:
    assert [read_date(text) for text in ("2025-03-01", "2025-03-01 (Sat)", "Sat")] == [
        datetime.date(2025, 3, 1),
        datetime.date(2025, 3, 1),
        None,
    ]


def test_read_clock() -> None:
    texts = ("9:05", "09.05", "09:05:00", "090500", "24:00", "24:01", "9:60", "9")

    assert [read_clock(text) for text in texts] == [545, 545, 545, 545, 1440, None, None, None]


def test_read_length() -> None:
    texts = ("00:30", "1:30:00", "003000", "PT1H30M", "P1D", "PT5400S", "90", "", "P", "an hour")

    assert [read_length(text) for text in texts] == [30, 90, 30, 90, 1440, 90, 90, None, None, None]


def test_ending_of_a_whole_day_is_kept() -> None:
    assert ending("Desk", 0, 1440, HERE) == (1440, ())


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (600, "'Talk' ends when it starts, at 10:00; its end was left open"),
        (540, "'Talk' ends at 09:00, before it starts at 10:00; its end was left open"),
        (600 + 1440, "'Talk' lasts a day or more; its end was left open"),
        (600 + 2 * 1440, "'Talk' lasts 2 days or more; its end was left open"),
    ],
)
def test_ending_that_cannot_be(end: int, said: str) -> None:
    read, faults = ending("Talk", 600, end, HERE)

    assert (read, [fault.what for fault in faults]) == (None, [said])


def test_zone_named() -> None:
    names = ("Europe/Berlin", "Romance Standard Time", "/x/y/America/Chicago", "/x/America/Indiana/Knox", "Here", "")

    assert [zone_named(name) for name in names] == [
        "Europe/Berlin",
        "Europe/Paris",
        "America/Chicago",
        "America/Indiana/Knox",
        "",
        "",
    ]
