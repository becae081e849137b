"""How long entries last where the program states no end."""

from __future__ import annotations

from booklet.exporters.durations import Duration, durations
from booklet.exporters.slots import slots
from booklet.model.program import Program
from tests.exporters.small import day_of


def lasting(program: Program) -> list[tuple[str, int]]:
    slots_of_day = list(slots(program))
    found = durations(slots_of_day)
    return [(slot.entry.title, found[slot.entry.at].minutes) for slot in slots_of_day if slot.entry.at in found]


def test_duration_of_what_states_an_end_is_not_derived() -> None:
    program = day_of('{time: "9:00-9:45", talk: One}', '{time: "9:30", talk: Two}')

    assert durations(slots(program))[("days", 0, "sessions", 0)] == Duration(45)


def test_duration_without_an_end_goes_on_until_the_next_entry_in_the_room() -> None:
    program = day_of(
        '{time: "9:00", talk: One, room: A}',
        '{time: "9:00", talk: Beside, room: A}',
        '{time: "9:30", talk: Elsewhere, room: B}',
        '{time: "10:00-10:30", talk: Two, room: A}',
    )

    assert lasting(program) == [("One", 60), ("Beside", 60), ("Elsewhere", 30), ("Two", 30)]


def test_duration_of_a_session_is_not_ended_by_its_own_talks() -> None:
    program = day_of(
        '{time: "9:00", session: All, talks: [{time: "9:00-9:30", talk: One}, {time: "9:30", talk: Two}]}',
        '{time: "11:00-12:00", lunch: Lunch}',
    )

    assert lasting(program) == [("All", 120), ("One", 30), ("Two", 90), ("Lunch", 60)]


def test_duration_of_a_talk_ends_with_its_session() -> None:
    program = day_of(
        '{time: "9:00-10:00", session: All, talks: [{time: "9:40", talk: One}]}', '{time: "11:00", talk: T}'
    )

    found = durations(slots(program))

    assert found[("days", 0, "sessions", 0, "talks", 0)] == Duration(20, "the time until its session ends")
    assert found[("days", 0, "sessions", 1)] == Duration(30, "30 minutes, since nothing comes after it")
