"""Times and lengths as agendas write them in ten languages, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.manuscripts.hours import Clock, Hours, find_count, find_hours, find_length, hours_at
from booklet.model.times import clock


def _said(hours: Hours | None) -> str:
    """A time in a few signs: 09:00a is before noon, 09:00~ a bare number, + that it ends when it ends."""
    if hours is None:
        return "-"
    ends = [hours.start] if hours.end is None else [hours.start, hours.end]
    return " ".join(map(_clock, ends)) + ("+" if hours.open else "")


def _clock(end: Clock) -> str:
    return f"{clock(end.minutes)}{end.half}{'' if end.exact else '~'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00-9:45", "09:00 09:45"),
        ("9:00–9:45", "09:00 09:45"),
        ("9:00 — 9:45", "09:00 09:45"),
        ("9.00 - 9.45", "09:00 09:45"),
        ("9:00 / 9:45", "09:00 09:45"),
        ("9:00 ~ 9:45", "09:00 09:45"),
        ("9:00 −9:45", "09:00 09:45"),
        ("9:00\u00a0–\u202f9:45", "09:00 09:45"),
        ("9:00:00-9:45:00", "09:00 09:45"),
        ("0900-0945", "09:00 09:45"),
        ("2000-2100", "20:00 21:00"),
        ("9-10:30", "09:00~ 10:30"),
        ("9:00-10", "09:00 10:00~"),
        ("00:00-01:30", "00:00 01:30"),
        ("19:30-27:00", "19:30 03:00"),
        ("9:00 to 9:45", "09:00 09:45"),
        ("9:00 until 9:45", "09:00 09:45"),
        ("9 am", "09:00a~"),
        ("9 a.m.", "09:00a~"),
        ("9am-10am", "09:00a~ 10:00a~"),
        ("9-10 am", "09:00~ 10:00a~"),
        ("11:00-12:15 pm", "11:00 12:15p"),
        ("9:30 a.m. – 10:15 a.m.", "09:30a 10:15a"),
        ("10:30pm-1am", "22:30p 01:00a~"),
        ("noon", "12:00p"),
        ("12:00 noon", "12:00"),
        ("noon-1:00 pm", "12:00p 13:00p"),
        ("12 midnight", "00:00a"),
        ("22:00-midnight", "22:00 00:00a"),
        ("from 9:00", "09:00+"),
        ("at 9 am", "09:00a~"),
        ("0900 hrs", "09:00"),
        # German
        ("9 Uhr", "09:00~"),
        ("9.30 Uhr", "09:30"),
        ("um 9 Uhr", "09:00~"),
        ("9:00 bis 9:45 Uhr", "09:00 09:45"),
        ("von 9 bis 10 Uhr", "09:00~ 10:00~"),
        ("von 9.00 Uhr bis 10.00 Uhr", "09:00 10:00"),
        ("ab 20:00 Uhr", "20:00+"),
        # French
        ("9h30", "09:30"),
        ("14h", "14:00~"),
        ("14 h 30", "14:30"),
        ("9h00-9h45", "09:00 09:45"),
        ("9h-10h", "09:00~ 10:00~"),
        ("de 9h à 10h30", "09:00~ 10:30"),
        ("à partir de 9h", "09:00~+"),
        # Spanish, Portuguese, Italian, Dutch
        ("de 9:00 a 10:30", "09:00 10:30"),
        ("a las 9:30", "09:30"),
        ("das 9h às 10h30", "09:00~ 10:30"),
        ("às 9h30", "09:30"),
        ("dalle ore 9:00 alle ore 10:00", "09:00 10:00"),
        ("alle 9:30", "09:30"),
        ("van 9.00 tot 9.45 uur", "09:00 09:45"),
        ("9u30", "09:30"),
        # Russian
        ("с 9:00 до 9:45", "09:00 09:45"),
        ("9:00-9:45 ч.", "09:00 09:45"),
        ("9 часов", "09:00~"),
        # Chinese, Japanese
        ("上午9:00-9:45", "09:00a 09:45"),
        ("下午2:00-3:30", "14:00p 03:30"),
        ("9点30分", "09:30"),
        ("9：00至9：45", "09:00 09:45"),
        ("９：００～９：４５", "09:00 09:45"),
        ("9時30分", "09:30"),
        ("14時半", "14:30"),
        ("9時~10時", "09:00 10:00"),
        ("午後1時30分", "13:30p"),
        ("正午", "12:00p"),
    ],
)
def test_hours_at_reads_the_whole_text(text: str, expected: str) -> None:
    found = hours_at(text)

    assert _said(found) == expected
    assert found is not None
    assert (found.begins, found.ends) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:00-", "10:00+"),
        ("10:00 –", "10:00+"),
        ("10:00 - late", "10:00+"),
        ("20:00 - open end", "20:00+"),
        ("20:00 onwards", "20:00+"),
        ("20:00 ff.", "20:00+"),
        ("20:00 …", "20:00+"),
    ],
)
def test_hours_at_without_an_end_is_open(text: str, expected: str) -> None:
    assert _said(hours_at(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9",
        "9-10",
        "0900",
        "1900",
        "2025-2026",
        "20.02.",
        "20.02.2025",
        "9:60",
        "31:00",
        "13 am",
        "12:15.2",
        "1:1-2",
        "9 %",
        "9°",
        "900-945",
        "$900",
        "Uhr",
        "Nine",
    ],
)
def test_hours_at_numbers_of_other_things_are_none(text: str) -> None:
    assert hours_at(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:00", "00:00"),
        ("23:59", "23:59"),
        ("12 am", "00:00a~"),
        ("12:30 am", "00:30a"),
        ("12 pm", "12:00p~"),
        ("12:30 pm", "12:30p"),
        ("11:59 pm", "23:59p"),
        ("1:00 am", "01:00a"),
    ],
)
def test_hours_at_the_ends_of_the_halves_of_the_day(text: str, expected: str) -> None:
    assert _said(hours_at(text)) == expected


@pytest.mark.parametrize(("text", "minutes"), [("24:00", 1440), ("25:00", 1500), ("30:00", 1800)])
def test_hours_at_goes_on_into_the_night(text: str, minutes: int) -> None:
    assert hours_at(text) == Hours(Clock(minutes), None, open=False, begins=0, ends=5)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("9:00-9:45 CET Opening", "9:00-9:45 CET"),
        ("9:00 (CET) Opening", "9:00 (CET)"),
        ("9:00-10:00 UTC+2 Opening", "9:00-10:00 UTC+2"),
        ("9:00 GMT+05:30", "9:00 GMT+05:30"),
        ("9:00-9:45am Joan", "9:00-9:45am"),
        ("9:00 - 3 talks", "9:00"),
        ("9:00-9:45-10:30", "9:00-9:45"),
        ("9:00 bis auf weiteres", "9:00"),
        ("10.30. Opening", "10.30"),
        ("9:00 Best talks", "9:00"),
    ],
)
def test_hours_at_takes_no_more_than_the_time(text: str, taken: str) -> None:
    found = hours_at(text)

    assert found is not None
    assert text[found.begins : found.ends] == taken


@pytest.mark.parametrize(
    ("text", "expected"), [("9-10", "09:00~ 10:00~"), ("10-12", "10:00~ 12:00~"), ("0900", "09:00"), ("9.30", "09:30")]
)
def test_hours_at_alone_in_a_cell(text: str, expected: str) -> None:
    assert _said(hours_at(text, alone=True)) == expected


def test_hours_at_a_place_begins_there() -> None:
    found = hours_at("Day 2, 9:00-9:45", 7)

    assert found == Hours(Clock(540), Clock(585), open=False, begins=7, ends=16)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opening (9:00-9:45)", "09:00 09:45"),
        ("Room 9, at 10:30", "10:30"),
        ("Tuesday, 20.02.2025, 9:30", "09:30"),
        ("Session 1 14:00", "14:00"),
        ("Begrüßung ab 9 Uhr", "09:00~+"),
        ("Am 5. März um 10 Uhr", "10:00~"),
        ("第2回 14:00～15:00", "14:00 15:00"),
        ("開会 午後1時", "13:00p"),
        ("Lunch at noon", "12:00p"),
        ("see §9:30", "-"),
        ("Price $9.30", "-"),
        ("Day 2 of 3", "-"),
        ("1:0 for us", "-"),
        ("Afternoon talks", "-"),
        ("http://x.org:80/9:30", "-"),
    ],
)
def test_find_hours(text: str, expected: str) -> None:
    assert _said(find_hours(text)) == expected


@pytest.mark.parametrize(
    ("text", "minutes", "each", "taken"),
    [
        ("Three talks, 25 mins each", 25, True, "25 mins each"),
        ("(20+5 min)", 25, False, "20+5 min"),
        ("Questions 30'", 30, False, "30'"),
        ("30′", 30, False, "30′"),
        ("20-minute talks", 20, False, "20-minute"),
        ("20 minutes per talk", 20, True, "20 minutes per talk"),
        ("20 minutes chacun", 20, True, "20 minutes chacun"),
        ("20 minutos cada uno", 20, True, "20 minutos cada uno"),
        ("20 Minuten je Vortrag", 20, True, "20 Minuten je"),
        ("30 minuti", 30, False, "30 minuti"),
        ("25 minuten elk", 25, True, "25 minuten elk"),
        ("45 мин", 45, False, "45 мин"),
        ("15分", 15, False, "15分"),
        ("15分钟", 15, False, "15分钟"),
        ("1 min", 1, False, "1 min"),
        ("999 min", 999, False, "999 min"),
    ],
)
def test_find_length(text: str, minutes: int, each: bool, taken: str) -> None:
    found = find_length(text)

    assert found is not None
    assert (found.minutes, found.each, text[found.begins : found.ends]) == (minutes, each, taken)


@pytest.mark.parametrize("text", ["", "min", "0 min", "1440 min", "9:30 min", "3.5 min", "2 hours", "20 minds"])
def test_find_length_of_no_length(text: str) -> None:
    assert find_length(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three graduate student talks, 25 mins each", "Three "),
        ("12 talks", "12 "),
        ("Zwei Vorträge", "Zwei "),
        ("trois exposés", "trois "),
        ("tres charlas", "tres "),
        ("Три доклада", "Три "),
        ("Three people", None),
        ("The three talks", None),
        ("talks", None),
    ],
)
def test_find_count(text: str, expected: str | None) -> None:
    found = find_count(text)

    assert (found and found[0]) == expected


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="0123456789:.-–hapmu Uhr時午後/,'()$%\u00a0９", max_size=24))
def test_find_hours_of_anything_lies_in_the_text(text: str) -> None:
    found = find_hours(text)

    if found is not None:
        assert 0 <= found.begins < found.ends <= len(text)
        assert 0 <= found.start.minutes < 31 * 60
        assert found.end is None or 0 <= found.end.minutes < 31 * 60
        assert hours_at(text, found.begins) == found
