"""When and where entries are: time zones, the hours after midnight, and what has no time."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from booklet.exporters.slots import moment, slots, unscheduled, zone_of
from tests.exporters.small import day_of, program

UNTIMED = "give it a time, as in 'time: 9:00-9:45'"


def test_moment_past_midnight_is_on_the_next_date() -> None:
    zone = ZoneInfo("America/New_York")

    assert moment(program().days[0], 1470, zone) == datetime.datetime(2026, 12, 14, 0, 30, tzinfo=zone)


def test_moment_is_what_the_clock_on_the_wall_shows_when_summer_time_begins() -> None:
    night = day_of("{talk: One}").days[0]

    shown = moment(night, 26 * 24 * 60 + 4 * 60, ZoneInfo("Europe/Berlin"))

    assert shown.isoformat() == "2026-03-29T04:00:00+02:00"


def test_zone_of_a_program_without_one_is_none() -> None:
    assert zone_of(day_of("{talk: One}", event="{title: Meeting}")) is None


def test_slots_give_a_talk_the_room_of_its_session_unless_it_names_one() -> None:
    found = day_of("{session: All, room: A, talks: [{talk: One}, {talk: Two, room: B}]}", "{talk: Three}")

    assert [(slot.entry.title, slot.room) for slot in slots(found)] == [
        ("All", "A"),
        ("One", "A"),
        ("Two", "B"),
        ("Three", ""),
    ]


def test_unscheduled_names_what_is_left_out() -> None:
    found = list(unscheduled(program(), format_name="the calendar"))

    assert [(problem.at, problem.what, problem.hint) for problem in found] == [
        (("days", 0, "sessions", 3), "'Whenever' has no time, so the calendar leaves it out", UNTIMED)
    ]


def test_unscheduled_says_once_that_nothing_has_a_time() -> None:
    found = list(unscheduled(day_of("{talk: One}", "{talk: Two}"), format_name="the calendar"))

    assert [problem.what for problem in found] == ["no entry has a time, so the calendar is empty"]
