"""Days with parallel rooms in columns: which rooms, what goes across, and what stands beside."""

from __future__ import annotations

from dataclasses import replace

from booklet.model.program import Room, Session, Venue
from booklet.parts.overview import overview
from booklet.parts.parallel import Parallel, free_columns, in_columns, is_parallel
from booklet.parts.wording import wording
from tests.grids import program_of, talk

NINE, TEN, ELEVEN, NOON = 540, 600, 660, 720
TWO = (talk("In A", TEN, ELEVEN, "A"), talk("In B", TEN, ELEVEN, "B"))


def columns(*sessions: Session, rooms: tuple[Room, ...] = ()) -> Parallel:
    program = program_of(sessions, rooms=rooms)
    return in_columns(program, program.days[0])


def titles(parallel: Parallel, room: int | None) -> list[list[str]]:
    return [[item.session.title for item in cell.items] for cell in parallel.cells if cell.room == room]


def test_day_is_parallel_where_two_rooms_overlap() -> None:
    after = talk("In B later", ELEVEN, NOON, "B")
    for sessions, expected in ((TWO, True), ((TWO[0], after), False), ((TWO[0], TWO[0]), False)):
        program = program_of(sessions)
        assert is_parallel(program, program.days[0]) is expected


def test_rooms_come_as_the_venue_names_them_and_empty_ones_have_no_column() -> None:
    parallel = columns(*TWO, talk("In C", TEN, ELEVEN, "C"), rooms=(Room("Empty"), Room("C"), Room("A")))

    assert parallel.rooms == ("C", "A", "B")


def test_usual_room_is_a_column_for_what_names_none() -> None:
    program = program_of([talk("Here", TEN, ELEVEN), TWO[1]])
    program = replace(program, venue=Venue(room="Hall"))

    assert in_columns(program, program.days[0]).rooms == ("Hall", "B")


def test_entry_without_a_room_goes_across_while_most_rooms_are_free() -> None:
    parallel = columns(*TWO, Session("lunch", "Lunch", NOON, 780), talk("Late", NOON, 780, "B"))

    assert titles(parallel, None) == [["Lunch"]]
    assert free_columns(parallel.cells, 2, NOON, 780) == (0,)


def test_entry_without_a_room_while_rooms_are_taken_stands_beside() -> None:
    parallel = columns(Session("registration", "Desk", 480, 1080), *TWO)

    assert titles(parallel, None) == []
    assert [session.title for session in parallel.beside] == ["Desk"]


def test_keynote_in_a_room_goes_across_if_nothing_runs_beside_it() -> None:
    keynote = replace(talk("Key", NINE, TEN, "A"), kind="keynote")
    beside = talk("Against it", NINE, TEN, "B")

    assert titles(columns(keynote, *TWO), None) == [["Key"]]
    assert titles(columns(keynote, beside, *TWO), None) == []


def test_entry_without_a_time_stands_beside_with_no_invented_time() -> None:
    assert [session.title for session in columns(*TWO, talk("Some time", None, None, "A")).beside] == ["Some time"]


def test_open_end_lasts_until_something_follows_in_its_room() -> None:
    parallel = columns(talk("Open", NINE, None, "A"), talk("Other", 555, 700, "B"), talk("Next", TEN, None, "A"))

    assert [(cell.start, cell.end) for cell in parallel.cells if cell.room == 0] == [(NINE, TEN), (TEN, TEN + 30)]


def test_two_at_once_in_a_room_share_it_and_three_are_stacked() -> None:
    two = columns(*TWO, talk("Too", TEN, ELEVEN, "A"))
    three = columns(*TWO, talk("Too", TEN, ELEVEN, "A"), talk("Also", 630, NOON, "A"))

    assert [(cell.lane, cell.lanes) for cell in two.cells if cell.room == 0] == [(0, 2), (1, 2)]
    assert titles(three, 0) == [["In A", "Too", "Also"]]


def test_session_is_followed_by_its_talks_as_cells_of_its_own() -> None:
    talks = (talk("One", TEN, 630), talk("Two", 630, ELEVEN), talk("Untimed", None, None))
    session = Session("session", "Block", TEN, ELEVEN, "A", talks=talks)

    parallel = columns(session, TWO[1])

    assert titles(parallel, 0) == [["Block", "One"], ["Two", "Untimed"]]
    assert [cell.head.title if cell.head else "" for cell in parallel.cells if cell.room == 0] == ["", "Block"]


def test_talk_in_another_room_than_its_session_is_in_that_column() -> None:
    session = Session("session", "Block", TEN, ELEVEN, "A", talks=(talk("Away", TEN, 630, "C"),))

    parallel = columns(session, TWO[1])

    assert titles(parallel, parallel.rooms.index("C")) == [["Away"]]


def test_overview_names_the_rooms_of_what_runs_in_parallel() -> None:
    lunch, dinner = Session("lunch", "Lunch", NOON, 780), Session("dinner", "Dinner", 1140, 1200)
    program = program_of([talk("Opening", NINE, TEN, "A"), *TWO, lunch, dinner])

    shown = overview(program, wording("en-GB"))

    assert shown is not None
    assert [session.title for session in shown.days[0].sessions] == [
        "Opening",
        "Parallel programme in 2 rooms",
        "Lunch",
        "Dinner",
    ]


def test_overview_is_the_program_itself_without_parallel_rooms() -> None:
    program = program_of([TWO[0]])

    assert overview(program, wording("en-GB")) is program


def test_overview_of_hardly_anything_in_common_is_none() -> None:
    assert overview(program_of([talk("Opening", NINE, TEN, "A"), *TWO]), wording("en-GB")) is None
