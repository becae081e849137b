from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from booklet.errors import BookletError
from booklet.importers.indico import read, recognise
from booklet.importers.indico_people import person_name
from booklet.importers.material import Material
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript

DAY = datetime.date(2025, 3, 1)


def _time(time: str, date: str = "2025-03-01") -> dict[str, str]:
    return {"date": date, "time": f"{time}:00", "tz": "Europe/Paris"}


def _contribution(number: int, title: str, start: str | None, **more: object) -> dict[str, Any]:
    return {
        "_type": "Contribution",
        "id": str(number),
        "db_id": 100 + number,
        "title": title,
        "startDate": _time(start) if start else None,
        "endDate": None,
        "duration": 30,
        "speakers": [],
        **more,
    }


ANN = {"first_name": "Ann", "last_name": "Lee", "fullName": "Lee, Ann", "affiliation": "Oak U"}
BO = {"first_name": "Bo", "last_name": "EK", "fullName": "EK, Bo", "affiliation": ""}
EVENT: dict[str, Any] = {
    "_type": "Conference",
    "id": "7",
    "title": "Oak &amp; Ash",
    "description": "<p>All about oaks.</p><p>Join: https://zoom.us/j/1<br>Password: 7</p>",
    "startDate": _time("09:00"),
    "endDate": _time("18:00"),
    "timezone": "Europe/Paris",
    "room": "Hall",
    "location": "Old Mill",
    "address": "1 Mill Lane\r\nGhent",
    "organizer": "The Guild",
    "language": "fr_FR",
    "url": "https://indico.example.org/event/7/",
    "chairs": [ANN],
    "keywords": [],
}


def _material(value: object) -> Material:
    return Material("i.json", text=json.dumps(value))


def _read(value: object, asked: Asked | None = None) -> Manuscript:
    return read(_material(value), asked or Asked())


def _with(*contributions: object, **more: object) -> Manuscript:
    return _read({"count": 1, "results": [{**EVENT, "contributions": list(contributions), **more}]})


def _times(entries: tuple[Entry, ...]) -> list[tuple[str, int | None, int | None]]:
    return [(entry.title, entry.start, entry.end) for entry in entries]


def test_recognise_with_and_without_results_and_the_timetable() -> None:
    timetable = {"results": {"7": {"20250301": {"c1": {"entryType": "Contribution"}}}}}
    values = [
        {"results": [EVENT]},
        EVENT,
        timetable,
        {"event": {"title": "x"}, "days": []},
        {"results": [{"title": "x"}]},
    ]

    assert [recognise(_material(value)) for value in values] == [True, True, True, False, False]


def test_read_what_the_event_as_a_whole_is() -> None:
    manuscript = _with(_contribution(1, "On oaks", "10:00"))

    event = manuscript.event
    assert (event.title, event.summary, event.host, event.language) == (
        "Oak & Ash",
        "All about oaks.",
        "The Guild",
        "fr-FR",
    )
    assert (event.timezone, event.website) == ("Europe/Paris", "https://indico.example.org/event/7/")
    venue = manuscript.venue
    assert (venue.name, venue.room, venue.address) == ("Old Mill", "Hall", ("1 Mill Lane", "Ghent"))
    assert [fault.what for fault in manuscript.report] == [
        "left out: the event's chair, Ann Lee",
        "left out: 2 lines with join links, passwords, telephone numbers or e-mail addresses (private)",
    ]


def test_read_contributions_in_the_order_of_time() -> None:
    manuscript = _with(_contribution(2, "Second", "11:00"), _contribution(1, "First", "10:00"))

    assert _times(manuscript.entries) == [("First", 600, 630), ("Second", 660, 690)]
    assert [(entry.date, entry.ident) for entry in manuscript.entries] == [(DAY, "101"), (DAY, "102")]


def test_read_without_results_gives_the_same() -> None:
    talk = _contribution(1, "On oaks", "10:00")

    assert _read({**EVENT, "contributions": [talk]}) == _with(talk)


@pytest.mark.parametrize(("duration", "end"), [(45, 645), ("0:45:00", 645), (2700, 645), (None, None), (True, None)])
def test_read_length_in_minutes_clock_or_seconds(duration: object, end: int | None) -> None:
    assert _with(_contribution(1, "On oaks", "10:00", duration=duration)).entries[0].end == end


def test_read_people_of_a_contribution() -> None:
    talk = _with(
        _contribution(1, "On oaks", "10:00", speakers=[ANN], primaryauthors=[BO, ANN], coauthors=[{"name": "Day, Cy"}])
    ).entries[0]

    assert [(who.name, who.affiliation) for who in talk.speakers] == [("Ann Lee", "Oak U")]
    assert [who.name for who in talk.coauthors] == ["Bo Ek", "Cy Day"]


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"fullName": "BONNET, Axel"}, "Axel Bonnet"),
        ({"name": "Axel Bonnet"}, "Axel Bonnet"),
        ({"firstName": "Jan", "familyName": "van den Berg"}, "Jan van den Berg"),
        ({"first_name": "", "last_name": "ATLAS"}, "ATLAS"),
        ({"fullName": "Plato"}, "Plato"),
        ({}, ""),
    ],
)
def test_person_name_given_names_first(person: dict[str, str], name: str) -> None:
    assert person_name(person) == name


def test_read_session_with_a_slot_holds_its_contributions() -> None:
    talk = _contribution(1, "On oaks", "10:00", session="Trees", room="Hall")
    session = {
        "_type": "SessionSlot",
        "id": "3",
        "title": "Trees",
        "slotTitle": "Morning",
        "startDate": _time("10:00"),
        "endDate": _time("12:00"),
        "conveners": [{"familyName": "Day", "firstName": "Cy"}],
        "contributions": [_contribution(2, "On ash", "10:30"), talk],
        "room": "Attic",
        "session": {"title": "Trees", "isPoster": False},
    }

    manuscript = _with(talk, sessions=[session])

    block = manuscript.entries[0]
    assert (len(manuscript.entries), block.kind, block.title, block.room) == (1, "session", "Trees: Morning", "Attic")
    assert [who.name for who in block.chairs] == ["Cy Day"]
    assert _times(block.entries) == [("On oaks", 600, 630), ("On ash", 630, 660)]
    assert [entry.track for entry in block.entries] == ["", ""]


def test_read_session_without_a_slot_is_the_track() -> None:
    talks = [
        _contribution(1, "On oaks", "10:00", session="Trees"),
        _contribution(2, "On ash", "11:00", session="Trees", track={"title": "Wood"}),
    ]

    assert [(entry.track, entry.note) for entry in _with(*talks).entries] == [("Trees", ""), ("Wood", "Trees")]


def test_read_poster_session_gives_its_posters_no_times() -> None:
    session = {
        "_type": "SessionSlot",
        "title": "Posters",
        "startDate": _time("16:00"),
        "endDate": _time("17:00"),
        "conveners": [],
        "contributions": [_contribution(1, "On oaks", "16:00", duration=60, board_number="4", code="P1")],
        "session": {"isPoster": True},
    }

    block = _with(sessions=[session]).entries[0]

    assert (block.kind, _times(block.entries)) == ("poster", [("On oaks", None, None)])
    assert [(entry.kind, entry.note) for entry in block.entries] == [("poster", "P1, Board 4")]


def test_read_parts_of_a_contribution_are_inside_it() -> None:
    talk = _contribution(1, "Reports", "10:00", subContributions=[{"title": "Oaks", "speakers": [ANN], "duration": 5}])

    entry = _with(talk).entries[0]

    assert (entry.kind, [(part.title, part.date, part.start) for part in entry.entries]) == (
        "session",
        [("Oaks", DAY, None)],
    )


def test_read_contribution_without_a_time_is_a_paper() -> None:
    manuscript = _with(_contribution(1, "On oaks", None), _contribution(2, "On ash", "10:00"))

    assert [paper.title for paper in manuscript.papers] == ["On oaks"]
    assert manuscript.report[0].what == "1 contribution has no time, and no slot yet"


def test_read_timetable_with_breaks() -> None:
    entries = {
        "s1": {
            "entryType": "Session",
            "title": "Trees",
            "sessionSlotId": 4,
            "startDate": _time("10:00"),
            "endDate": _time("11:00"),
            "conveners": [{"name": "Day, Cy"}],
            "isPoster": False,
            "entries": {
                "c1": {
                    "entryType": "Contribution",
                    "contributionId": 9,
                    "title": "On oaks",
                    "startDate": _time("10:00"),
                    "endDate": _time("10:30"),
                    "presenters": [ANN],
                }
            },
        },
        "b1": {"entryType": "Break", "title": "Pause", "startDate": _time("11:00"), "endDate": _time("11:30")},
    }

    manuscript = _read({"results": {"7": {"20250301": entries}}})

    assert [(entry.kind, entry.title) for entry in manuscript.entries] == [("session", "Trees"), ("break", "Pause")]
    talk = manuscript.entries[0].entries[0]
    assert (talk.ident, [who.name for who in talk.speakers]) == ("9", ["Ann Lee"])
    assert manuscript.event.timezone == "Europe/Paris"


def test_read_several_events_are_entries() -> None:
    events = [
        {**EVENT, "id": "1", "title": "Lecture", "type": "lecture"},
        {**EVENT, "id": "2", "title": "Meeting", "type": "meeting", "startDate": _time("11:00")},
    ]

    manuscript = _read({"results": events})

    assert [(entry.kind, entry.title, [who.name for who in entry.speakers]) for entry in manuscript.entries] == [
        ("talk", "Lecture", ["Ann Lee"]),
        ("session", "Meeting", []),
    ]
    assert manuscript.event.title == ""


def test_read_other_time_zone() -> None:
    manuscript = _read({**EVENT, "contributions": [_contribution(1, "On oaks", "10:00")]}, Asked("Europe/London"))

    assert (_times(manuscript.entries), manuscript.event.timezone) == ([("On oaks", 540, 570)], "Europe/London")


def test_read_session_that_passes_midnight_keeps_its_talks() -> None:
    session = {
        "_type": "SessionSlot",
        "title": "Night",
        "startDate": _time("23:00"),
        "endDate": _time("01:00", "2025-03-02"),
        "conveners": [],
        "contributions": [_contribution(1, "Owls", None) | {"startDate": _time("00:30", "2025-03-02")}],
    }

    night = _with(sessions=[session]).entries[0]

    assert (_times((night,)), _times(night.entries)) == ([("Night", 1380, 1500)], [("Owls", 1470, 1500)])
    assert night.entries[0].date == DAY


def test_read_without_an_event() -> None:
    with pytest.raises(BookletError) as error:
        _read({"results": []})

    assert [fault.what for fault in error.value.faults] == ["there is no event in this JSON"]
