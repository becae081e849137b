from __future__ import annotations

import datetime
from pathlib import Path
from typing import cast

import pytest

from booklet.make import make_desk
from booklet.model.program import Day, Event, Key, Kind, Options, PartName, Program, Session, Speaker, Venue
from booklet.model.source import Source
from booklet.parts.desk import Desk
from booklet.parts.posters import (
    abstract_order,
    board_key,
    board_label,
    has_poster_list,
    listed_apart,
    poster_marks,
    poster_order,
    posters_summary,
    shown_talks,
)


class _Nowhere:
    """A source that knows no places."""

    def place(self, key: Key) -> None:
        """No place."""


def poster(board: str, topic: str = "", *, kind: Kind = "poster", at: Key = ()) -> Session:
    return Session(kind, f"On {board}", board=board, topic=topic, speakers=(Speaker("A B"),), at=at)


def poster_session(count: int, *, number: int = 0) -> Session:
    talks = tuple(poster(f"P{board}", at=("days", 0, "sessions", number, "talks", board)) for board in range(count))
    return Session("poster", "Posters", talks=talks, at=("days", 0, "sessions", number))


def make(*sessions: Session, parts: tuple[PartName, ...] = Options().parts) -> Desk:
    day = Day(datetime.date(2027, 3, 8), "", sessions)
    program = Program(Event("E", "E"), Venue(), (day,), {}, Options(parts=parts), Path(), "e")
    return make_desk(program, cast("Source", _Nowhere()))


def test_boards_sort_by_their_numbers() -> None:
    boards = ["", "P2", "P10", "P10a", "Q1", "1", "12", "A-10", "A-1", "A-02", "p3"]

    assert sorted(boards, key=board_key) == [
        "1", "12", "A-1", "A-02", "A-10", "P2", "p3", "P10", "P10a", "Q1", "",
    ]  # fmt: skip


def test_posters_are_listed_by_topic_and_board() -> None:
    talks = [
        poster("10", "Ice"), poster("3", "Heat"), poster(""), poster("2", "Ice"), poster("11", "Heat"), poster("7"),
    ]  # fmt: skip

    # Ice comes first, because board 2 is before board 3; what has no topic comes last.
    assert [(talk.topic, talk.board) for talk in poster_order(talks)] == [
        ("Ice", "2"), ("Ice", "10"), ("Heat", "3"), ("Heat", "11"), ("", "7"), ("", ""),
    ]  # fmt: skip


def test_abstracts_of_posters_stand_in_their_session_by_board() -> None:
    talks = tuple(poster(board, at=("days", 0, "sessions", 1, "talks", at)) for at, board in enumerate(["9", "1"]))
    first = Session("talk", "First", speakers=(Speaker("C D"),), at=("days", 0, "sessions", 0))
    held = Session("poster", "Posters", talks=talks, at=("days", 0, "sessions", 1))
    later = Session("session", "Later", talks=(poster("9"), poster("1")), at=("days", 0, "sessions", 2))
    day = Day(datetime.date(2027, 3, 8), "", (first, held, later))

    # Talks of other sessions keep the order in which they are held.
    assert [talk.board or talk.title for talk in abstract_order(day)] == ["First", "1", "9", "9", "1"]


@pytest.mark.parametrize(("board", "label"), [("P-17", "Poster P-17"), ("", "")])
def test_board_label_says_where_a_poster_hangs(board: str, label: str) -> None:
    assert board_label(make(), poster(board)) == label


@pytest.mark.parametrize(
    ("count", "parts", "listed"),
    [
        (12, Options().parts, False),
        (13, Options().parts, True),
        (1, ("posters",), True),
        (0, ("posters",), False),
        (500, ("timetable",), False),
    ],
)
def test_posters_have_a_list_if_they_are_many_or_it_is_asked_for(
    count: int, parts: tuple[PartName, ...], *, listed: bool
) -> None:
    assert has_poster_list(make(poster_session(count), parts=parts)) is listed


def test_a_large_poster_session_leaves_its_posters_to_the_list() -> None:
    large, small = poster_session(1300), poster_session(5, number=1)
    desk = make(large, small)

    assert (listed_apart(desk, large), shown_talks(desk, large)) == (True, ())
    assert (listed_apart(desk, small), shown_talks(desk, small)) == (False, small.talks)
    assert posters_summary(desk, large) == "1,300 posters, boards P0–P1299"


def test_marks_name_sessions_only_where_there_are_several() -> None:
    talks = (poster("1", "Heat"), poster("2", "Ice"))
    morning = Session("poster", "Morning", talks=talks, at=("days", 0, "sessions", 0))
    evening = Session("poster", "Evening", talks=talks[:1], at=("days", 0, "sessions", 1))

    assert [(mark.title, mark.level) for mark in poster_marks(make(morning))] == [("Heat", 0), ("Ice", 0)]
    assert [(mark.title, mark.level) for mark in poster_marks(make(morning, evening))] == [
        ("Morning", 0), ("Heat", 1), ("Ice", 1), ("Evening", 0), ("Heat", 1),
    ]  # fmt: skip
