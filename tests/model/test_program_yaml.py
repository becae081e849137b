from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from booklet.model.check import check
from booklet.model.people import unify
from booklet.model.program import Program, Session
from booklet.model.read import read_program
from booklet.model.source import Source

PROGRAM = Path(__file__).parent.parent.parent / "program.yaml"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, Source]:
    """The repository's program, with a map that stands for its own."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copy(PROGRAM, folder)
    (folder / "assets").mkdir()
    (folder / "assets" / "venue-map.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return read_program(folder / "program.yaml")


def talks(program: Program) -> Iterator[Session]:
    for day in program.days:
        for session in day.sessions:
            yield from session.talks or (session,) * (session.kind == "talk")


def test_program_has_no_fault(read: tuple[Program, Source]) -> None:
    assert check(*read) == []


def test_program_holds_eight_invited_talks_and_six_of_students(read: tuple[Program, Source]) -> None:
    program, _ = read
    assert [len(session.talks) or session.kind == "talk" for day in program.days for session in day.sessions] == [
        *(0, 1, 1, 0, 1, 1, 0, 3),
        *(0, 1, 1, 0, 1, 1, 0, 3),
    ]
    assert all(talk.abstract and talk.speakers for talk in talks(program))
    assert [session.each for day in program.days for session in day.sessions if session.talks] == [25, 25]


def test_program_states_the_times_of_the_page_and_no_others(read: tuple[Program, Source]) -> None:
    program, _ = read
    times = [[(session.start, session.end) for session in day.sessions] for day in program.days]
    morning = [(510, 540), (540, 585), (595, 640), (640, 660)]
    assert times == [
        [*morning, (660, 705), (720, 765), (None, None), (870, 960)],
        [*morning, (660, 720), (735, 780), (780, 840), (870, 960)],
    ]
    inner = [talk for day in program.days for session in day.sessions for talk in session.talks]
    assert {(talk.start, talk.end) for talk in inner} == {(None, None)}


def test_program_s_people(read: tuple[Program, Source]) -> None:
    program, _ = read
    speakers = [speaker.name for talk in talks(program) for speaker in talk.speakers]
    assert speakers == [
        "Joan Bruna",
        "Vardan Papyan",
        "Thomas Chen",
        "Jonathan Siegel",
        "Elzbieta Polak",
        "Patrícia Ewald",
        "Yifan Zhang",
        "Richard Tsai",
        "Nhat Ho",
        "Yoav Wald",
        "Eli Grigsby",
        "Zehua Lai",
        "Liangchen (Lewis) Liu",
        "Medha Agarwal",
    ]
    assert unify(program)["Patricia Munoz Ewald"] == "Patrícia Ewald"
    assert len(set(unify(program).values())) == 14 + 3 + 4 + 3


def test_program_says_where_and_for_how_many(read: tuple[Program, Source]) -> None:
    program, _ = read
    assert program.venue.name == "Gates Dell Complex"
    assert program.venue.room == "GDC 6.302"
    assert program.venue.address == ("Austin, TX 78712", "United States")
    assert program.event.registration.capacity == 70
    assert program.event.registration.url == ""
    assert [session.room for session in program.days[1].sessions if session.room] == ["GDC 4.202"]
