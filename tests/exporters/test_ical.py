"""The calendar, read back with the library that other tools read it with."""

from __future__ import annotations

import datetime
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from booklet.exporters.ical import ical
from booklet.model.program import Program
from tests.exporters.small import NIGHT, day_of, program

ISSUED: Final = datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc)
NEW_YORK: Final = ZoneInfo("America/New_York")


def calendar(of: Program) -> Calendar:
    return Calendar.from_ical(ical(of, ISSUED).data)


def events(of: Program) -> list[Event]:
    return calendar(of).events


def test_ical_has_an_event_for_each_entry_with_a_beginning() -> None:
    found = [(str(event["summary"]), event.decoded("dtstart")) for event in events(program())]

    assert found == [
        ("Twilight", datetime.datetime(2026, 12, 13, 20, tzinfo=NEW_YORK)),
        ("Meteors", datetime.datetime(2026, 12, 13, 22, tzinfo=NEW_YORK)),
        ("Big ones", datetime.datetime(2026, 12, 13, 23, tzinfo=NEW_YORK)),
        ("Soup", datetime.datetime(2026, 12, 14, 0, 30, tzinfo=NEW_YORK)),
    ]
    assert ical(program(), ISSUED).items == 4


def test_ical_states_an_end_only_where_the_program_does() -> None:
    ends = [event.decoded("dtend") if "dtend" in event else None for event in events(program())]

    assert ends == [
        datetime.datetime(2026, 12, 13, 21, 30, tzinfo=NEW_YORK),
        datetime.datetime(2026, 12, 14, 0, 30, tzinfo=NEW_YORK),
        datetime.datetime(2026, 12, 13, 23, 15, tzinfo=NEW_YORK),
        None,
    ]


def test_ical_names_people_first_and_then_says_what_it_is_about() -> None:
    talk, session, *_ = events(program())

    assert str(talk["description"]) == "Ada Abel (Oslo); Bo Berg\nWith Cy Coe (Rome)\n\nDusk, from the east."
    assert str(session["description"]) == (
        "Chair: Di Day (Lima)\n\nBring a coat.\n\n15 minutes each\n\n- Small ones\nBo Berg\nDust."
    )
    assert (str(talk["location"]), str(session["location"])) == ("Dome, Observatory", "Roof, Observatory")
    assert talk.categories == ["Sky", "sky", "dusk"]


def test_ical_describes_the_time_zone() -> None:
    zones = calendar(program()).timezones

    assert [str(zone["tzid"]) for zone in zones] == ["America/New_York"]
    assert [type(change).__name__ for change in zones[0].subcomponents] == [
        "TimezoneStandard",
        "TimezoneDaylight",
        "TimezoneStandard",
    ]


def test_ical_without_a_time_zone_floats() -> None:
    found = day_of('{time: "9:00-10:00", talk: One}', event="{title: Meeting}")

    assert calendar(found).timezones == []
    assert events(found)[0].decoded("dtstart") == datetime.datetime(2026, 3, 3, 9)


def test_ical_in_universal_time_needs_no_description_of_it() -> None:
    found = day_of('{time: "9:00-10:00", talk: One}', event="{title: Meeting, timezone: UTC}")

    assert calendar(found).timezones == []
    assert b"DTSTART:20260303T090000Z\r\n" in ical(found, ISSUED).data


def test_ical_knows_an_event_again_when_others_change() -> None:
    def identities(text: str) -> dict[str, str]:
        return {str(event["summary"]): str(event["uid"]) for event in events(program(text))}

    before, after = identities(NIGHT), identities(NIGHT.replace("talk: Twilight", "talk: Dawn"))

    del before["Twilight"], after["Dawn"]
    assert before == after
    assert len(set(before.values())) == 3


def test_ical_tells_equal_entries_apart() -> None:
    found = events(day_of('{time: "9:00-10:00", talk: Poster}', '{time: "9:00-10:00", talk: Poster}'))

    first, second = (str(event["uid"]).removesuffix("@booklet") for event in found)
    assert second == f"{first}-2"


def test_ical_is_dated_by_the_program_and_not_by_the_clock() -> None:
    assert {event.decoded("dtstamp") for event in events(program())} == {ISSUED}
    assert ical(program(), ISSUED) == ical(program(), ISSUED)
