"""JSON for other tools: which keys stand where, and what they say."""

from __future__ import annotations

import json
from typing import Any

from booklet.exporters.json_file import json_file
from booklet.model.program import Program
from tests.exporters.small import NIGHT, day_of, program


def document(of: Program) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json_file(of).data)
    return read


def test_json_of_an_event_has_the_keys_that_other_tools_expect() -> None:
    assert document(program())["event"] == {
        "title": "Night of Stars",
        "host": "Observatory",
        "venue": "Observatory",
        "room": "Dome",
        "address": ["Flagstaff", "United States"],
        "start": "2026-12-13",
        "end": "2026-12-13",
        "timezone": "America/New_York",
        "language": "en-US",
        "short_title": "Stars",
    }


def test_json_of_an_item_has_every_key_in_its_order() -> None:
    talk = document(program())["days"][0]["items"][0]

    assert list(talk.items()) == [
        ("start", "20:00"),
        ("end", "21:30"),
        ("start_stated", True),
        ("end_stated", True),
        ("kind", "talk"),
        ("title", "Twilight"),
        (
            "speakers",
            [
                {"name": "Ada Abel", "affiliation": "Oslo", "position": "Professor"},
                {"name": "Bo Berg", "affiliation": ""},
            ],
        ),
        ("chairs", []),
        ("room", ""),
        ("track", "Sky"),
        ("abstract", "Dusk, from the east."),
        ("keywords", ["sky", "dusk"]),
        ("children", []),
        ("coauthors", [{"name": "Cy Coe", "affiliation": "Rome"}]),
    ]


def test_json_of_times_says_only_what_is_stated() -> None:
    items = document(program())["days"][0]["items"]

    times = [(item["start"], item["end"], item["start_stated"], item["end_stated"]) for item in items]
    assert times == [
        ("20:00", "21:30", True, True),
        ("22:00", "00:30", True, True),
        ("00:30", None, True, False),
        (None, None, False, False),
    ]
    assert [item.get("next_day") for item in items] == [None, None, True, None]


def test_json_of_a_session_holds_its_talks() -> None:
    session = document(program())["days"][0]["items"][1]

    assert [(child["title"], child["start"]) for child in session["children"]] == [
        ("Small ones", None),
        ("Big ones", "23:00"),
    ]
    assert (session["room"], session["note"], session["each"]) == ("Roof", "Bring a coat.", 15)
    assert session["chairs"] == [{"name": "Di Day", "affiliation": "Lima"}]


def test_json_of_a_small_program_leaves_out_what_says_nothing() -> None:
    read = document(day_of("{talk: One}"))

    assert list(read) == ["event", "days"]
    assert list(read["days"][0]) == ["date", "items"]
    assert "short_title" not in read["event"]


def test_json_names_what_is_printed_where_it_is_not_the_usual() -> None:
    text = NIGHT.replace(
        "issued: 2026-11-01", "issued: 2026-11-01, paper: 170 x 240 mm, editions: print, notes: 2, fonts: assets"
    )

    assert document(program(text))["booklet"] == {
        "paper": "170 x 240 mm",
        "editions": ["print"],
        "notes": 2,
        "issued": "2026-11-01",
        "fonts": ["assets"],
    }


def test_json_names_pictures_from_the_programs_folder() -> None:
    text = NIGHT.replace("room: Dome", "room: Dome, map: art/map.svg") + "speakers: {Bo Berg: {photo: bo.png}}\n"

    read = document(program(text))

    assert read["event"]["map"] == "art/map.svg"
    assert read["people"] == [{"name": "Bo Berg", "photo": "bo.png"}]


def test_json_counts_talks_in_sessions_too() -> None:
    assert json_file(program()).items == 6


def test_json_is_text_that_people_can_read() -> None:
    data = json_file(day_of("{talk: Über Größe}")).data

    assert "Über Größe" in data.decode()
    assert data[-3:] == b"\n}\n"
