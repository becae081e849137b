from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest

from booklet.errors import BookletError
from booklet.importers.material import Material
from booklet.importers.sessionize import read, recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript

DAY = datetime.date(2025, 3, 1)

SPEAKER: dict[str, Any] = {
    "id": "u1",
    "firstName": "Ann",
    "lastName": "Lee",
    "fullName": "Ann Lee",
    "bio": "She plants.\r\n\r\nA lot.",
    "tagLine": "Forester at Oak & Co",
    "profilePicture": "https://example.org/a.jpg",
    "links": [{"title": "Blog", "url": "https://example.org"}],
    "sessions": [1],
}
TALK: dict[str, Any] = {
    "id": "1",
    "title": "On oaks",
    "description": "We ask:\r\n\r\n* why\r\n* how",
    "startsAt": "2025-03-01T10:00:00",
    "endsAt": "2025-03-01T10:45:00",
    "isServiceSession": False,
    "isPlenumSession": False,
    "roomId": 2,
    "status": "Accepted",
}
LUNCH: dict[str, Any] = {
    "id": "2",
    "title": "Lunch",
    "description": None,
    "startsAt": "2025-03-01T12:00:00",
    "endsAt": "2025-03-01T13:00:00",
    "isServiceSession": True,
    "isPlenumSession": True,
    "speakers": [],
    "roomId": 1,
}
ALL: dict[str, Any] = {
    "sessions": [LUNCH, {**TALK, "speakers": ["u1"], "categoryItems": [11, 21, 31, 41]}],
    "speakers": [SPEAKER],
    "questions": [{"id": 5, "question": "Shirt size"}],
    "categories": [
        {"id": 1, "title": "Track", "items": [{"id": 11, "name": "Trees"}]},
        {"id": 2, "title": "Session format", "items": [{"id": 21, "name": "Workshop"}]},
        {"id": 3, "title": "Level", "items": [{"id": 31, "name": "Beginners"}]},
        {"id": 4, "title": "Tags", "items": [{"id": 41, "name": "Oaks"}]},
    ],
    "rooms": [{"id": 2, "name": "Hall"}, {"id": 1, "name": "Foyer"}],
}
CATEGORIES = [
    {"id": 1, "name": "Track", "categoryItems": [{"id": 11, "name": "Trees"}]},
    {"id": 2, "name": "Session format", "categoryItems": [{"id": 21, "name": "Workshop"}]},
    {"id": 3, "name": "Level", "categoryItems": [{"id": 31, "name": "Beginners"}]},
    {"id": 4, "name": "Tags", "categoryItems": [{"id": 41, "name": "Oaks"}]},
]
SPELLED_TALK = {**TALK, "speakers": [{"id": "u1", "name": "Ann Lee"}], "categories": CATEGORIES, "room": "Hall"}
SPELLED_LUNCH = {**LUNCH, "room": "Foyer"}
GRID = [
    {
        "date": "2025-03-01T00:00:00",
        "rooms": [
            {"id": 2, "name": "Hall", "sessions": [SPELLED_TALK]},
            {"id": 1, "name": "Foyer", "sessions": [SPELLED_LUNCH]},
        ],
        "timeSlots": [{"slotStart": "10:00:00", "rooms": [{"id": 2, "name": "Hall", "session": SPELLED_TALK}]}],
    }
]
SESSIONS = [{"groupId": None, "groupName": "All", "sessions": [SPELLED_TALK, SPELLED_LUNCH]}]


def _material(value: object) -> Material:
    return Material("s.json", text=json.dumps(value))


def _read(value: object, asked: Asked | None = None) -> Manuscript:
    return read(_material(value), asked or Asked())


def test_recognise_every_view() -> None:
    values = [ALL, GRID, SESSIONS, [SPEAKER], {"sessions": [{"title": "x"}]}, [], {"event": {}, "days": []}]

    assert [recognise(_material(value)) for value in values] == [True, True, True, True, False, False, False]


def test_read_session_of_the_view_all() -> None:
    talk = _read(ALL).entries[0]

    assert (talk.title, talk.kind, talk.date, talk.start, talk.end) == ("On oaks", "workshop", DAY, 600, 645)
    assert (talk.room, talk.track, talk.keywords, talk.ident) == ("Hall", "Trees", ("Oaks",), "1")
    assert talk.abstract == "We ask:\n\n- why\n- how"
    assert [(who.name, who.position) for who in talk.speakers] == [("Ann Lee", "Forester at Oak & Co")]


def test_read_service_session_is_a_pause() -> None:
    assert [(entry.title, entry.kind, entry.room) for entry in _read(ALL).entries[1:]] == [("Lunch", "lunch", "Foyer")]


def test_read_service_session_of_no_kind_is_other() -> None:
    assert _read({**ALL, "sessions": [{**LUNCH, "title": "Doors"}]}).entries[0].kind == "other"


@pytest.mark.parametrize("view", [GRID, SESSIONS])
def test_read_other_views_give_the_same_but_for_tag_lines(view: object) -> None:
    bare = [
        replace(entry, speakers=tuple([replace(who, position="") for who in entry.speakers]))
        for entry in _read(ALL).entries
    ]

    assert list(_read(view).entries) == bare


def test_read_people_and_what_is_left_out() -> None:
    manuscript = _read(ALL)

    assert {name: profile.bio for name, profile in manuscript.people.items()} == {"Ann Lee": "She plants.\n\nA lot."}
    assert [fault.what for fault in manuscript.report] == [
        "left out: 1 mark of the category 'Level'",
        "left out: 1 photo of a person",
        "left out: 1 link",
    ]


def test_read_answers_only_if_asked_for() -> None:
    session = {**TALK, "questionAnswers": [{"questionId": 5, "answerValue": "M"}]}
    values = {**ALL, "speakers": [], "sessions": [session]}

    public, private = _read(values), _read(values, Asked(private=True))

    assert (public.entries[0].note, private.entries[0].note) == ("", "Shirt size: M")
    assert [fault.what for fault in public.report] == ["left out: 1 answer to a question of the organisers (private)"]
    assert private.report == ()


def test_read_session_without_a_time_is_a_paper() -> None:
    manuscript = _read({**ALL, "speakers": [], "sessions": [{**TALK, "startsAt": None, "endsAt": None}]})

    assert ([paper.title for paper in manuscript.papers], manuscript.entries) == (["On oaks"], ())
    assert [fault.what for fault in manuscript.report] == [
        "'On oaks' has no time, and was put among what has no slot yet"
    ]


def test_read_session_that_was_declined_is_left_out() -> None:
    manuscript = _read({**ALL, "speakers": [], "sessions": [TALK, {**TALK, "id": "9", "status": "Declined"}]})

    assert len(manuscript.entries) == 1
    assert [fault.what for fault in manuscript.report] == ["left out: 1 session that was not accepted"]


def test_read_after_midnight_belongs_to_the_evening_before() -> None:
    evening = {**TALK, "startsAt": "2025-03-01T20:00:00", "endsAt": "2025-03-01T21:00:00"}
    night = {**TALK, "id": "3", "startsAt": "2025-03-02T00:30:00", "endsAt": "2025-03-02T01:00:00"}

    manuscript = _read({**ALL, "sessions": [night, evening]})

    assert [(entry.date, entry.start, entry.end) for entry in manuscript.entries] == [
        (DAY, 1200, 1260),
        (DAY, 1470, 1500),
    ]


def test_read_without_sessions() -> None:
    with pytest.raises(BookletError) as error:
        _read({"sessions": "none", "speakers": 7})

    assert [fault.what for fault in error.value.faults] == ["there are no sessions in this JSON"]
