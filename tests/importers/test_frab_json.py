from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest

from booklet.errors import BookletError
from booklet.importers.frab_json import read, recognise
from booklet.importers.frab_xml import read as read_xml
from booklet.importers.material import Material
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Room, Track

EVENT: dict[str, Any] = {
    "guid": "g1",
    "id": 1,
    "code": "AAA",
    "date": "2025-03-01T10:00:00+01:00",
    "start": "10:00",
    "duration": "00:45",
    "room": "Hall",
    "slug": "oak-1",
    "title": "On oaks",
    "subtitle": "And ash",
    "track": "Trees",
    "type": "Talk",
    "language": "en",
    "abstract": "Why oaks?",
    "description": "",
    "do_not_record": False,
    "persons": [{"code": "P1", "public_name": "Ann Lee", "biography": "She plants.", "avatar": "a.png", "answers": []}],
    "links": [{"url": "https://example.org/a", "title": "Slides"}],
    "attachments": [],
    "answers": [{"question": {"question": "Shirt size"}, "answer": "M"}],
}
NIGHT: dict[str, Any] = {
    "guid": "g2",
    "date": "2025-03-02T00:30:00+01:00",
    "start": "00:30",
    "duration": "01:00",
    "room": "Attic",
    "title": "Night walk",
    "persons": [],
}
CONFERENCE: dict[str, Any] = {
    "acronym": "oak",
    "title": "Oak & Ash",
    "start": "2025-03-01",
    "time_zone_name": "Europe/Berlin",
    "rooms": [{"name": "Attic", "description": "Up the stairs"}, {"name": "Hall", "capacity": 90}],
    "days": [
        {
            "index": 1,
            "date": "2025-03-01",
            "day_start": "2025-03-01T09:00:00+01:00",
            "rooms": {"Hall": [EVENT], "Attic": [NIGHT]},
        }
    ],
}
XML = """<schedule><conference><acronym>oak</acronym><title>Oak &amp; Ash</title>
<time_zone_name>Europe/Berlin</time_zone_name></conference>
<day index="1" date="2025-03-01"><room name="Hall"><event guid="g1" id="1">
<date>2025-03-01T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration><room>Hall</room>
<title>On oaks</title><subtitle>And ash</subtitle><track>Trees</track><type>Talk</type><abstract>Why oaks?</abstract>
<persons><person id="1">Ann Lee</person></persons>
<links><link href="https://example.org/a">Slides</link></links></event></room>
<room name="Attic"><event guid="g2"><date>2025-03-02T00:30:00+01:00</date><start>00:30</start><duration>01:00</duration>
<title>Night walk</title></event></room></day></schedule>"""


def _material(value: object) -> Material:
    return Material("schedule.json", text=json.dumps(value))


def _read(value: object, asked: Asked | None = None) -> Manuscript:
    return read(_material(value), asked or Asked())


def test_recognise_with_and_without_the_outer_schedule() -> None:
    values = [
        {"schedule": {"conference": CONFERENCE}},
        {"conference": CONFERENCE},
        {"event": {}, "days": []},
        {"schedule": [1]},
    ]

    assert [recognise(_material(value)) for value in values] == [True, True, False, False]


def test_read_gives_the_same_with_and_without_the_outer_schedule() -> None:
    assert _read({"schedule": {"conference": CONFERENCE}}) == _read({"conference": CONFERENCE})


def test_read_gives_the_same_entries_as_the_xml() -> None:
    xml = read_xml(Material("x", XML.encode(), XML), Asked())

    assert [replace(entry, where=None) for entry in _read({"conference": CONFERENCE}).entries] == [
        replace(entry, where=None) for entry in xml.entries
    ]


def test_read_event_after_midnight_belongs_to_the_day_that_holds_it() -> None:
    night = _read({"conference": CONFERENCE}).entries[1]

    assert (night.date, night.start, night.end) == (datetime.date(2025, 3, 1), 1470, 1530)


def test_read_rooms_with_their_notes() -> None:
    assert _read({"conference": CONFERENCE}).venue.rooms == (Room("Attic", "Up the stairs"), Room("Hall", "90 seats"))


def test_read_rooms_in_the_order_of_the_source_without_notes() -> None:
    rooms = [{"name": "Zebra"}, {"name": "Attic"}, {"name": "Hall"}]

    manuscript = _read({"conference": {**CONFERENCE, "rooms": rooms}})

    assert manuscript.venue.rooms == (Room("Zebra"), Room("Attic"), Room("Hall"))


def test_read_colours_of_tracks_that_somebody_has_chosen() -> None:
    def tracks(*colours: str) -> tuple[Track, ...]:
        named = [{"name": f"T{at}", "slug": "t", "color": colour} for at, colour in enumerate(colours)]
        return _read({"conference": {**CONFERENCE, "tracks": named}}).tracks

    assert tracks("#9C4221", "#00ff00", "none") == (Track("T0", "#9c4221"), Track("T1", "#00ff00"), Track("T2"))
    assert tracks("#9c4221", "#9c4221") == ()
    assert tracks("", "") == ()


def test_read_links_and_languages_of_events() -> None:
    links = [{"url": "https://example.org/b"}, {"url": "notes.pdf"}, {"title": "none"}]
    other = {**NIGHT, "language": "de"}
    days = [{"index": 1, "date": "2025-03-01", "rooms": {"Hall": [EVENT, {**other, "links": links}]}}]

    manuscript = _read({"conference": {**CONFERENCE, "days": days}})

    assert [entry.links for entry in manuscript.entries] == [("https://example.org/a",), ("https://example.org/b",)]
    assert [entry.language for entry in manuscript.entries] == ["en", "de"]
    assert "left out: 1 link" in [fault.what for fault in manuscript.report]


def test_read_biography_but_no_answers() -> None:
    manuscript = _read({"conference": CONFERENCE})

    assert {name: profile.bio for name, profile in manuscript.people.items()} == {"Ann Lee": "She plants."}
    assert manuscript.entries[0].note == "And ash"
    assert [fault.what for fault in manuscript.report] == [
        "left out: 1 photo of a person",
        "left out: 1 answer to a question of the organisers (private)",
    ]


def test_read_answers_if_they_are_asked_for() -> None:
    manuscript = _read({"conference": CONFERENCE}, Asked(private=True))

    assert manuscript.entries[0].note == "And ash\n\nShirt size: M"
    assert [fault.what for fault in manuscript.report] == ["left out: 1 photo of a person"]


def test_read_translated_title_takes_the_first_language() -> None:
    event = {**EVENT, "title": {"en": "On oaks", "de": "Eichen"}}
    days = [{"date": "2025-03-01", "rooms": {"Hall": [event]}}]

    assert _read({"conference": {"title": "T", "days": days}}).entries[0].title == "On oaks"


def test_read_values_of_wrong_types_count_as_missing() -> None:
    event = {"title": ["x"], "start": 10, "persons": "Ann", "links": 3, "duration": None, "room": {}}
    conference = {"title": None, "rooms": "Hall", "days": [7, {"date": [], "rooms": {"Hall": [event, "x"]}}]}

    manuscript = _read({"conference": conference})

    assert (manuscript.entries, [paper.title for paper in manuscript.papers]) == ((), [""])


def test_read_without_a_conference() -> None:
    with pytest.raises(BookletError) as error:
        _read({"schedule": {"days": []}})

    assert [fault.what for fault in error.value.faults] == ["there is no conference in this JSON"]
