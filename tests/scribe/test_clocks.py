from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.model.times import TimeSpan
from booklet.scribe.clocks import Slot, time_text, write_times


@pytest.mark.parametrize(
    ("span", "whole", "halves"),
    [
        ((540, 585), "9:00-9:45", "9:00-9:45 am"),
        ((660, 750), "11:00-12:30", "11:00 am-12:30 pm"),
        ((735, 780), "12:15-13:00", "12:15-1:00 pm"),
        ((1080, None), "18:00", "6:00 pm"),
        ((1380, 1500), "23:00-1:00", "11:00 pm-1:00 am"),
        ((1455, 1515), "0:15-1:15", "12:15-1:15 am"),
        ((None, None), "", ""),
    ],
)
def test_time_is_written_as_agendas_do(span: tuple[int | None, int | None], whole: str, halves: str) -> None:
    assert (time_text(TimeSpan(*span), halves=False), time_text(TimeSpan(*span), halves=True)) == (whole, halves)


def test_time_after_midnight_is_written_below_the_evening() -> None:
    slots = [Slot(TimeSpan(1320, 1440)), Slot(TimeSpan(1455, 1515))]

    assert [time.text for time in write_times(slots, halves=False)] == ["22:00-0:00", "0:15-1:15"]


def test_time_that_would_be_read_otherwise_is_replaced() -> None:
    slots = [Slot(TimeSpan(735, 780), "12:15-13:00"), Slot(TimeSpan(780, 840), "1:00-2:00")]

    assert [time.text for time in write_times(slots, halves=False)] == ["12:15-13:00", "13:00-14:00"]


def test_time_that_is_read_as_it_is_meant_stays() -> None:
    slots = [Slot(TimeSpan(735, 780), "12:15-1:00 pm"), Slot(TimeSpan(780, 840), "1:00-2:00")]

    assert [time.text for time in write_times(slots, halves=False)] == ["12:15-1:00 pm", "1:00-2:00"]


def test_end_that_no_text_says_is_left_out() -> None:
    assert write_times([Slot(TimeSpan(1380, 1860))], halves=False) == [("23:00", (1380, None))]


def test_beginning_that_no_text_says_is_left_out() -> None:
    assert write_times([Slot(TimeSpan(1500, 1560))], halves=True) == [("", (None, None))]


@given(st.lists(st.integers(0, 1439), min_size=1, max_size=8), st.integers(1, 300), st.booleans())
def test_times_in_their_order_are_all_written(starts: list[int], length: int, halves: bool) -> None:
    spans = [TimeSpan(start, min(start + length, 1440)) for start in sorted(starts)]

    assert [time.span for time in write_times([Slot(span) for span in spans], halves=halves)] == spans
