from __future__ import annotations

import datetime
import time
from pathlib import Path
from typing import cast

import pytest

from booklet.layout.composing import Folios
from booklet.layout.marks import GlyphRun
from booklet.make import make_desk
from booklet.model.program import Day, Event, Key, Options, Program, Session, Speaker, Venue
from booklet.model.source import Source
from booklet.parts.anchors import talk_anchor
from booklet.parts.contents import Contents
from booklet.parts.contents_blocks import Stretch, blocks, paged
from booklet.parts.desk import Desk
from booklet.parts.posters import abstract_order


class _Nowhere:
    """A source that knows no places."""

    def place(self, key: Key) -> None:
        """No place."""


def session(day: int, number: int, start: int, talks: int) -> Session:
    at = ("days", day, "sessions", number)
    inside = tuple(
        Session("talk", f"Talk {inner}", speakers=(Speaker("A B"),), abstract="Words.", at=(*at, "talks", inner))
        for inner in range(talks)
    )
    return Session("session", f"Session {number}", start, start + 90, room=f"Room {number}", talks=inside, at=at)


def make(*days: tuple[Session, ...]) -> Desk:
    dated = tuple(Day(datetime.date(2027, 3, 8 + at), "", sessions) for at, sessions in enumerate(days))
    program = Program(Event("E", "E", language="en-GB"), Venue(), dated, {}, Options(paper="a5"), Path(), "e")
    return make_desk(program, cast("Source", _Nowhere()))


def stated(desk: Desk, room: int) -> list[tuple[str, str, str]]:
    """Label, title and pages of each line; every talk is on a page of its own, from 10 on."""
    days = [(index, abstract_order(day)) for index, day in enumerate(desk.program.days)]
    talks = [talk for _, inside in days for talk in inside]
    folios = Folios({talk_anchor(talk): str(10 + at) for at, talk in enumerate(talks)})
    return [(line.label, line.title, line.pages) for line in paged(desk, blocks(desk, days, room), folios)]


TWO_DAYS = (
    (session(0, 1, 540, 2), session(0, 2, 540, 3), session(0, 3, 585, 1), session(0, 4, 840, 4)),
    (session(1, 1, 540, 2), session(1, 2, 660, 2)),
)


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (
            6,
            [
                ("", "", "10–19"),
                ("09:00", "Session 1 · Room\u00a01", "10–11"),
                ("09:00", "Session 2 · Room\u00a02", "12–14"),
                ("09:45", "Session 3 · Room\u00a03", "15"),
                ("14:00", "Session 4 · Room\u00a04", "16–19"),
                ("", "", "20–23"),
                ("09:00", "Session 1 · Room\u00a01", "20–21"),
                ("11:00", "Session 2 · Room\u00a02", "22–23"),
            ],
        ),
        (
            5,
            [
                ("", "", "10–19"),
                ("09:00", "5 talks", "10–14"),
                ("09:45", "Session 3 · Room\u00a03", "15"),
                ("14:00", "Session 4 · Room\u00a04", "16–19"),
                ("", "", "20–23"),
                ("09:00", "Session 1 · Room\u00a01", "20–21"),
                ("11:00", "Session 2 · Room\u00a02", "22–23"),
            ],
        ),
        (
            4,
            [
                ("", "", "10–19"),
                ("09:00", "6 talks", "10–15"),
                ("14:00", "Session 4 · Room\u00a04", "16–19"),
                ("", "", "20–23"),
                ("09:00", "Session 1 · Room\u00a01", "20–21"),
                ("11:00", "Session 2 · Room\u00a02", "22–23"),
            ],
        ),
        (3, [("", "", "10–19"), ("09:00", "6 talks", "10–15"), ("14:00", "Session 4 · Room\u00a04", "16–19"),
             ("", "", "20–23")]),
        (2, [("", "", "10–19"), ("", "", "20–23")]),
    ],
)  # fmt: skip
def test_contents_name_what_there_is_room_for(room: int, expected: list[tuple[str, str, str]]) -> None:
    assert stated(make(*TWO_DAYS), room) == expected


def test_pages_of_a_block_are_right_in_whatever_order_its_talks_stand() -> None:
    desk = make((session(0, 1, 540, 3),))
    talks = abstract_order(desk.program.days[0])
    folios = Folios(dict(zip(map(talk_anchor, talks), ["30", "28", "29"], strict=True)))

    assert paged(desk, blocks(desk, [(0, talks)], 5), folios) == [
        Stretch(0, "", "", talk_anchor(talks[1]), "28–30", counted=False)
    ]


def test_contents_of_25_000_talks_are_short_and_quick() -> None:
    sessions = [tuple(session(day, number, 480 + number // 50 * 90, 10) for number in range(500)) for day in range(5)]
    desk = make(*sessions)
    talks = [entry for day in desk.program.days for entry in abstract_order(day)]
    folios = Folios({"abstracts": "90", **{talk_anchor(talk): str(100 + at // 3) for at, talk in enumerate(talks)}})

    begun = time.process_time()
    done = Contents(desk, (("Abstracts", "abstracts"),)).set(3, folios, extra=0)
    seconds = time.process_time() - begun

    assert len(talks) == 25_000
    assert len(done.drafts) <= 2
    runs = [mark for draft in done.drafts for content in draft.contents for mark in content.marks]
    texts = [mark.text.strip() for mark in runs if isinstance(mark, GlyphRun)]
    assert f"100–{100 + 4999 // 3}" in texts
    assert texts.count("500 talks") == 50
    # It takes a tenth of that.
    assert seconds < 3.0
