"""schedule.xml: elements and attributes as apps expect them, ids that stay, and what is derived."""

from __future__ import annotations

import datetime
import uuid
import xml.etree.ElementTree as ET
from typing import Final

from booklet.exporters.frab_xml import frab_xml
from booklet.model.program import Program
from tests.exporters.small import NIGHT, day_of, program

ISSUED: Final = datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc)


def schedule(of: Program) -> ET.Element:
    return ET.fromstring(frab_xml(of, ISSUED).data)


def texts(root: ET.Element, path: str) -> list[str]:
    return [element.text or "" for element in root.findall(path)]


def test_xml_says_what_the_conference_is() -> None:
    conference = schedule(program()).find("conference")

    assert conference is not None
    assert [(child.tag, child.text or dict(child.attrib)) for child in conference] == [
        ("acronym", "stars"),
        ("title", "Night of Stars"),
        ("start", "2026-12-13"),
        ("end", "2026-12-13"),
        ("days", "1"),
        ("timeslot_duration", "00:05"),
        ("time_zone_name", "America/New_York"),
        ("track", {"name": "Sky", "slug": "sky"}),
    ]


def test_xml_groups_events_by_day_and_room() -> None:
    root = schedule(program())

    assert [dict(day.attrib) for day in root.findall("day")] == [
        {
            "index": "1",
            "date": "2026-12-13",
            "start": "2026-12-13T20:00:00-05:00",
            "end": "2026-12-14T01:00:00-05:00",
        }
    ]
    rooms = {room.attrib["name"]: texts(room, "event/title") for room in root.findall("day/room")}
    assert rooms == {"Dome": ["Twilight", "Soup"], "Roof": ["Meteors", "Big ones"]}


def test_xml_of_an_event_has_what_apps_read() -> None:
    event = schedule(program()).find("day/room/event")

    assert event is not None
    number = event.attrib["id"]
    assert [(child.tag, child.text or "") for child in event] == [
        ("date", "2026-12-13T20:00:00-05:00"),
        ("start", "20:00"),
        ("duration", "01:30"),
        ("room", "Dome"),
        ("slug", f"stars-{number}-twilight"),
        ("title", "Twilight"),
        ("subtitle", ""),
        ("track", "Sky"),
        ("type", "talk"),
        ("language", "en"),
        ("abstract", "Dusk, from the east."),
        ("description", "Ada Abel, Professor, Oslo\nWith Cy Coe (Rome)\n\nsky, dusk"),
        ("persons", "\n          "),
        ("links", ""),
        ("attachments", ""),
    ]
    assert texts(event, "persons/person") == ["Ada Abel", "Bo Berg"]


def test_xml_of_a_session_has_its_note_below_its_title_and_lists_the_talks_without_a_time() -> None:
    event = schedule(program()).find("day/room[@name='Roof']/event")

    assert event is not None
    assert event.findtext("subtitle") == "Bring a coat."
    assert event.findtext("description") == "Chair: Di Day (Lima)\n\n15 minutes each\n\n- Small ones\nBo Berg\n\nDust."


def test_xml_of_a_long_note_is_in_the_description() -> None:
    root = schedule(day_of('{time: "9:00-10:00", talk: One, note: "First.\\n\\nSecond."}'))

    assert texts(root, "day/room/event/subtitle") == [""]
    assert texts(root, "day/room/event/description") == ["First.\n\nSecond."]


def test_xml_after_midnight_has_the_true_date_on_the_evenings_day() -> None:
    soup = schedule(program()).findall("day[@index='1']/room/event")[1]

    assert (soup.findtext("date"), soup.findtext("start")) == ("2026-12-14T00:30:00-05:00", "00:30")


def test_xml_reports_durations_that_it_derived_and_what_it_left_out() -> None:
    problems = frab_xml(program(), ISSUED).problems

    assert [(problem.at, problem.what) for problem in problems] == [
        (("days", 0, "sessions", 3), "'Whenever' has no time, so the schedule leaves it out"),
        (
            ("days", 0, "sessions", 2),
            "'Soup' states no end, so the schedule gives it 30 minutes, since nothing comes after it",
        ),
    ]


def test_xml_without_a_time_zone_is_reported() -> None:
    done = frab_xml(day_of('{time: "9:00-10:00", talk: One}', event="{title: Meeting}"), ISSUED)

    assert [problem.what for problem in done.problems] == [
        "no time zone is stated, so apps may show the times of another one"
    ]
    assert texts(ET.fromstring(done.data), "day/room/event/date") == ["2026-03-03T09:00:00"]


def test_xml_keeps_the_ids_of_a_talk_that_moves() -> None:
    def ids(text: str) -> list[tuple[str, str]]:
        events = schedule(program(text)).findall("day/room/event")
        return [(event.attrib["guid"], event.attrib["id"]) for event in events]

    moved = NIGHT.replace("20:00-21:30", "19:00-20:30").replace("2026-12-13", "2026-12-14")

    assert ids(moved) == ids(NIGHT)
    assert len(set(ids(NIGHT))) == 4


def test_xml_tells_equal_entries_apart() -> None:
    events = schedule(day_of('{time: "9:00", break: Tea}', '{time: "10:00", break: Tea}')).findall("day/room/event")

    assert len({uuid.UUID(event.attrib["guid"]) for event in events}) == 2
    assert len({event.attrib["id"] for event in events}) == 2


def test_xml_gives_a_person_one_number_under_every_spelling() -> None:
    root = schedule(
        day_of(
            '{time: "9:00-10:00", talk: One, speaker: Éva Kis}',
            '{time: "10:00-11:00", talk: Two, speaker: Dr. Eva Kis}',
        )
    )

    persons = root.findall("day/room/event/persons/person")
    assert [person.text for person in persons] == ["Éva Kis", "Dr. Eva Kis"]
    assert len({person.attrib["id"] for person in persons}) == 1


def test_xml_of_signs_that_mean_something_to_xml() -> None:
    root = schedule(day_of('{time: "9:00-10:00", talk: "1 < 2 & <b>"}'))

    assert texts(root, "day/room/event/title") == ["1 < 2 & <b>"]
