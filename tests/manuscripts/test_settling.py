"""A day's times are read together: what am, pm and the clock's face mean, and what is a slip."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.manuscripts.hours import Hours, hours_at
from booklet.manuscripts.settling import Slot, Style, settle, style_of
from booklet.model.program import Kind
from booklet.model.times import MIDNIGHT, clock


def _hours(*texts: str) -> list[Hours]:
    found = [hours_at(text, alone=True) for text in texts]
    assert None not in found
    return [hours for hours in found if hours is not None]


def _settled(*texts: str, kinds: tuple[Kind, ...] = ()) -> list[Slot]:
    hours = _hours(*texts)
    return settle(hours, style_of(hours), kinds)


def _said(slot: Slot) -> str:
    """A slot in a few signs; + is past midnight."""
    ends = [end for end in (slot.start, slot.end) if end is not None]
    return "-".join(f"{'+' if end > MIDNIGHT else ''}{'24:00' if end == MIDNIGHT else clock(end)}" for end in ends)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # as written
        ("9:00-9:45 | 9:45-10:30", "09:00-09:45 | 09:45-10:30"),
        ("9:00 | 9:45 | 14:00", "09:00 | 09:45 | 14:00"),
        ("9:00-10:00 am | 1:00-2:00 pm", "09:00-10:00 | 13:00-14:00"),
        # one half tells the other
        ("11:00-12:15 pm", "11:00-12:15"),
        ("11:00-1:00 pm", "11:00-13:00"),
        ("9:30 am-1:00", "09:30-13:00"),
        ("1:00-2:00 pm", "13:00-14:00"),
        ("下午2:00-3:30", "14:00-15:30"),
        # the clock's face
        ("11:00-12:00 | 12:00-1:00 | 1:00-2:00", "11:00-12:00 | 12:00-13:00 | 13:00-14:00"),
        ("12:15-1:00 pm | 1:00-2:00", "12:15-13:00 | 13:00-14:00"),
        ("9:00-10:00 | 2:00-3:00 | 3:00-4:00", "09:00-10:00 | 14:00-15:00 | 15:00-16:00"),
        ("9:00 | 11:00 | 1:30 | 4:00", "09:00 | 11:00 | 13:30 | 16:00"),
        ("8:30-9:00 | 9:00-10:00", "08:30-09:00 | 09:00-10:00"),
        # past midnight
        ("19:00-21:00 | 22:00-0:30", "19:00-21:00 | 22:00-+00:30"),
        ("22:00-0:00", "22:00-24:00"),
        ("22:00-midnight", "22:00-24:00"),
        ("19:00-23:00 | 0:30-2:00", "19:00-23:00 | +00:30-+02:00"),
        ("10:30 pm-1:00 am", "22:30-+01:00"),
        ("19:30-27:00", "19:30-+03:00"),
        # the first hours of a day
        ("7:00-8:00 | 9:00-10:00", "07:00-08:00 | 09:00-10:00"),
        ("0:00-24:00", "00:00-24:00"),
    ],
)
def test_settle_reads_a_day(written: str, expected: str) -> None:
    slots = _settled(*written.split(" | "))

    assert " | ".join(map(_said, slots)) == expected
    assert not any(slot.slip for slot in slots)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("12:00-1:00", "lunch", "12:00-13:00"),
        ("1:00-2:00", "lunch", "13:00-14:00"),
        ("7:00-9:00", "dinner", "19:00-21:00"),
        ("7:00-9:00", "breakfast", "07:00-09:00"),
        ("6:30", "dinner", "18:30"),
    ],
)
def test_settle_meals_are_at_their_hours(text: str, kind: Kind, expected: str) -> None:
    assert _said(_settled(text, kinds=(kind,))[0]) == expected


def test_settle_says_which_reading_was_chosen() -> None:
    first, second = _settled("12:15-1:00 pm", "1:00-2:00")

    assert (first.reading, first.slip) == ("", False)
    assert (second.reading, second.slip) == ("is read as 13:00-14:00", False)


def test_settle_a_half_that_cannot_be_meant_is_a_slip() -> None:
    slots = _settled("10:00 am-11:00 am", "11:10 am-11:50 pm", "12:00 pm-1:00 pm")

    assert [_said(slot) for slot in slots] == ["10:00-11:00", "11:10-11:50", "12:00-13:00"]
    assert [slot.slip for slot in slots] == [False, True, False]


def test_settle_an_end_before_its_beginning_is_left_open() -> None:
    (slot,) = _settled("15:00-14:00")

    assert (slot.start, slot.end, slot.slip) == (900, None, True)
    assert slot.reading == "it ends at 14:00 and starts at 15:00, so its end is left open"


def test_settle_an_end_at_its_beginning_is_left_open() -> None:
    (slot,) = _settled("14:00-14:00")

    assert (slot.start, slot.end, slot.slip) == (840, None, True)


def test_settle_nothing() -> None:
    assert settle([], Style(halves=False, long=False)) == []


@pytest.mark.parametrize(
    ("texts", "halves", "long"),
    [
        (["9:00-9:45"], False, False),
        (["9:00-9:45 am"], True, False),
        (["9:00", "14:00"], False, True),
        (["12:00-12:59"], False, False),
        (["12:00-13:00"], False, True),
        (["9:00 am", "14:00"], True, True),
        (["午後2時"], True, False),
    ],
)
def test_style_of(texts: list[str], halves: bool, long: bool) -> None:
    assert style_of(_hours(*texts)) == Style(halves, long)


def test_style_of_nothing() -> None:
    assert style_of([None]) == Style(halves=False, long=False)


_WRITTEN = st.builds(
    "{}:{:02d}{}{}".format,
    st.integers(0, 24),
    st.sampled_from([0, 15, 59]),
    st.sampled_from(["", "", " am", " pm"]),
    st.sampled_from(["", "-9:00", "-11:30", "-1:00", "-14:00", "-24:00", "-2:00 pm", "-1:00 am"]),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(_WRITTEN, min_size=1, max_size=8))
def test_settle_of_anything_runs_forwards_and_keeps_the_minutes(written: list[str]) -> None:
    hours = [found for text in written if (found := hours_at(text)) is not None]

    slots = settle(hours, style_of(hours))

    assert len(slots) == len(hours)
    for found, slot in zip(hours, slots, strict=True):
        assert slot.start is not None
        assert (slot.start - found.start.minutes) % 720 == 0
        if slot.end is not None:
            assert found.end is not None
            assert slot.start < slot.end <= 2 * MIDNIGHT
            assert (slot.end - found.end.minutes) % 720 == 0
        elif found.end is not None:
            assert slot.slip


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 23 * 60 // 15), min_size=1, max_size=10, unique=True).map(sorted))
def test_settle_the_long_clock_means_what_it_says(quarters: list[int]) -> None:
    times = [15 * quarter for quarter in quarters if 15 * quarter >= 13 * 60]
    texts = [re.sub("^0", "", clock(minutes)) for minutes in times]

    assert [slot.start for slot in (_settled(*texts) if texts else [])] == times
