from __future__ import annotations

import datetime

import pytest

from booklet.errors import BookletError, Place
from booklet.importers.ical import read, recognise
from booklet.importers.material import Material
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript

FIRST = datetime.date(2025, 3, 1)
SECOND = datetime.date(2025, 3, 2)


def _read(text: str | bytes, asked: Asked | None = None) -> Manuscript:
    data = text.replace("\n", "\r\n").encode() if isinstance(text, str) else text
    return read(Material("a.ics", data, data.decode("utf-8", "replace")), asked or Asked())


def _event(start: str, rest: str = "", title: str = "Talk") -> str:
    return f"BEGIN:VEVENT\nUID:{title}\nDTSTART{start}\nSUMMARY:{title}\n{rest}END:VEVENT\n"


def _calendar(*events: str, head: str = "") -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(events)}END:VCALENDAR\n"


def _times(manuscript: Manuscript) -> list[tuple[str, datetime.date | None, int | None, int | None]]:
    return [(entry.title, entry.date, entry.start, entry.end) for entry in manuscript.entries]


def _said(manuscript: Manuscript) -> list[str]:
    return [fault.what for fault in manuscript.report]


def test_recognise_by_its_first_line() -> None:
    texts = [
        "BEGIN:VCALENDAR\r\n",
        "\ufeffbegin:vcalendar\n",
        "BEGIN:VEVENT\n",
        "BEGIN:VCARD\n",
        "Agenda\nBEGIN:VEVENT",
    ]

    assert [recognise(Material("x", text=text)) for text in texts] == [True, True, True, False, False]


def test_read_time_with_parameters_in_any_order() -> None:
    events = [
        _event(
            ";TZID=Europe/Berlin;VALUE=DATE-TIME:20250301T100000",
            "DTEND;VALUE=DATE-TIME;TZID=Europe/Berlin:20250301T104500\n",
        ),
        _event(';TZID="Europe/Berlin":20250301T120000', "DURATION:PT1H30M\n", "Next"),
    ]

    manuscript = _read(_calendar(*events))

    assert _times(manuscript) == [("Talk", FIRST, 600, 645), ("Next", FIRST, 720, 810)]
    assert (manuscript.event.timezone, manuscript.report) == ("Europe/Berlin", ())


def test_read_utc_in_the_zone_that_the_calendar_states() -> None:
    manuscript = _read(_calendar(_event(":20250301T233000Z"), head="X-WR-TIMEZONE:Europe/Berlin\nX-WR-CALNAME:Oak\n"))

    assert _times(manuscript) == [("Talk", SECOND, 30, None)]
    assert (manuscript.event.timezone, manuscript.event.title) == ("Europe/Berlin", "Oak")


def test_read_utc_in_the_zone_that_is_named_most_often() -> None:
    zones = ["Europe/Paris", "America/Chicago", "Europe/Paris"]
    events = [_event(f";TZID={zone}:20250301T1{at}0000", "", f"T{at}") for at, zone in enumerate(zones)]

    manuscript = _read(_calendar(*events, _event(":20250301T080000Z", "", "U")))

    assert [(entry.title, entry.start) for entry in manuscript.entries] == [
        ("U", 540),
        ("T0", 600),
        ("T2", 720),
        ("T1", 1080),
    ]


def test_read_utc_stays_where_no_zone_is_known() -> None:
    manuscript = _read(_calendar(_event(":20250301T100000Z")))

    assert (_times(manuscript), manuscript.event.timezone) == ([("Talk", FIRST, 600, None)], "UTC")
    assert _said(manuscript) == ["times are in UTC (Greenwich), and the calendar names no time zone, so they stay so"]


def test_read_zone_that_is_asked_for_comes_first_and_floating_times_stay() -> None:
    events = [_event(";TZID=Europe/Berlin:20250301T100000"), _event(":20250301T120000", "", "Floating")]

    manuscript = _read(_calendar(*events), Asked("Europe/London"))

    assert _times(manuscript) == [("Talk", FIRST, 540, None), ("Floating", FIRST, 720, None)]


@pytest.mark.parametrize("name", ["W. Europe Standard Time", "/freeassociation.sourceforge.net/Europe/Berlin"])
def test_read_zone_by_other_names(name: str) -> None:
    assert _read(_calendar(_event(f";TZID={name}:20250301T100000"))).event.timezone == "Europe/Berlin"


def test_read_zone_that_nobody_knows_leaves_times_as_written() -> None:
    manuscript = _read(_calendar(_event(";TZID=Here:20250301T100000")))

    assert (_times(manuscript), manuscript.event.timezone) == ([("Talk", FIRST, 600, None)], "")
    assert _said(manuscript) == ["the time zone 'Here' is not known, so 1 time stays as it is written"]


def test_read_events_that_were_taken_out_of_their_calendar() -> None:
    assert _times(_read(_event(":20250301T100000") + _event(":20250301T110000", "", "Next"))) == [
        ("Talk", FIRST, 600, None),
        ("Next", FIRST, 660, None),
    ]


def test_read_whole_days_have_a_date_and_no_time() -> None:
    events = [
        _event(";VALUE=DATE:20250301", "DTEND;VALUE=DATE:20250302\n", "Fair"),
        _event(";VALUE=DATE:20250301", "DTEND;VALUE=DATE:20250304\n", "Show"),
    ]

    manuscript = _read(_calendar(*events, head="X-WR-TIMEZONE:America/Chicago\n"))

    assert _times(manuscript) == [("Fair", FIRST, None, None), ("Show", FIRST, None, None)]
    assert _said(manuscript) == ["'Show' lasts from 2025-03-01 to 2025-03-03; it stands on its first day"]


def test_read_alarm_keeps_its_description_to_itself() -> None:
    alarm = "BEGIN:VALARM\nDESCRIPTION:Hurry\nTRIGGER:-PT5M\nEND:VALARM\nDESCRIPTION:Why oaks?\n"

    assert _read(_calendar(_event(":20250301T100000", alarm))).entries[0].abstract == "Why oaks?"


def test_read_repeating_event_once() -> None:
    manuscript = _read(_calendar(_event(":20250301T100000", "RRULE:FREQ=WEEKLY;COUNT=3\n")))

    assert _times(manuscript) == [("Talk", FIRST, 600, None)]
    assert _said(manuscript) == ["'Talk' repeats (every week); only its first time was taken"]


def test_read_cancelled_event_is_left_out() -> None:
    manuscript = _read(
        _calendar(_event(":20250301T100000", "STATUS:CANCELLED\n"), _event(":20250301T110000", "", "On"))
    )

    assert _times(manuscript) == [("On", FIRST, 660, None)]
    assert _said(manuscript) == ["left out: 'Talk', which is cancelled"]


def test_read_event_without_a_date_is_a_paper() -> None:
    manuscript = _read(_calendar(_event(":some day"), _event(":20250301T110000", "", "On")))

    assert ([paper.title for paper in manuscript.papers], len(manuscript.entries)) == (["Talk"], 1)
    assert _said(manuscript) == ["'Talk' has no date that can be read, and was put among what has no slot yet"]


def test_read_end_that_cannot_be_is_left_open() -> None:
    events = [
        _event(":20250301T100000", "DTEND:20250301T100000\n", "A"),
        _event(":20250301T110000", "DTEND:20250301T100000\n", "B"),
        _event(":20250301T120000", "DTEND:20250303T100000\n", "C"),
    ]

    manuscript = _read(_calendar(*events))

    assert [entry.end for entry in manuscript.entries] == [None, None, None]
    assert _said(manuscript) == [
        "'A' ends when it starts, at 10:00; its end was left open",
        "'B' ends at 10:00, before it starts at 11:00; its end was left open",
        "'C' lasts a day or more; its end was left open",
    ]


def test_read_after_midnight_belongs_to_the_evening_before() -> None:
    events = [_event(":20250301T200000"), _event(":20250302T003000", "DTEND:20250302T013000\n", "Night")]

    assert _times(_read(_calendar(*events)))[1] == ("Night", FIRST, 1470, 1530)


def test_read_lines_folded_within_a_character() -> None:
    data = _calendar(_event(":20250301T100000", "", "Café")).encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9")

    assert _read(data).entries[0].title == "Café"


def test_read_lines_that_end_twice() -> None:
    text = _calendar(_event(":20250301T100000", "", "On oa\n ks"))

    assert _read(text.replace("\n", "\r\r\n").encode()).entries[0].title == "On oaks"


def test_read_text_that_is_no_utf8() -> None:
    text = _calendar(_event(":20250301T100000", "", "Café"))

    assert read(Material("a.ics", text.encode("cp1252"), text), Asked()).entries[0].title == "Café"


def test_read_broken_line_is_named_and_the_rest_is_read() -> None:
    manuscript = _read(_calendar("what is this\n", _event(":20250301T100000")))

    assert _times(manuscript) == [("Talk", FIRST, 600, None)]
    assert [(fault.what, fault.where) for fault in manuscript.report] == [
        ("left out: this line, which is none of a calendar: 'what is this'", Place("a.ics", 3))
    ]


def test_read_event_that_is_not_ended() -> None:
    cut = _calendar(_event(":20250301T100000").replace("END:VEVENT\n", ""), _event(":20250301T110000", "", "Next"))

    assert [entry.title for entry in _read(cut).entries] == ["Talk", "Next"]


def test_read_speakers_behind_all_titles() -> None:
    titles = ["On - and off - Ann Lee\\, bo", "Rust - Mary Day", "Zig - John Fox", "Lunch - Main Hall", "Quiz -"]
    events = [_event(f":20250301T1{at}0000", "", title) for at, title in enumerate(titles)]

    manuscript = _read(_calendar(*events))

    assert [(entry.title, [who.name for who in entry.speakers]) for entry in manuscript.entries] == [
        ("On - and off", ["Ann Lee", "bo"]),
        ("Rust", ["Mary Day"]),
        ("Zig", ["John Fox"]),
        ("Lunch - Main Hall", []),
        ("Quiz", []),
    ]
    assert _said(manuscript) == [
        "this calendar names speakers behind its titles: what follows the last ' - ' of 3 titles was read so"
    ]


def test_read_titles_stay_whole_where_only_some_have_people() -> None:
    titles = ["Rust - Mary Day", "Zig - John Fox", "Ada - Ann Lee", "Opening", "Session A", "Session B"]
    events = [_event(f":20250301T1{at}0000", "", title) for at, title in enumerate(titles)]

    assert [entry.title for entry in _read(_calendar(*events)).entries] == titles


def test_read_talks_that_the_description_lists() -> None:
    listed = 'DESCRIPTION: - "On ice"\\nPar Ann Lee\\, Peter Ek et Mary Day.\\n - "On fire"\\nPar John Fox.\n'

    session = _read(_calendar(_event(":20250301T100000", listed, "Session A"))).entries[0]

    assert (session.kind, session.abstract) == ("session", "")
    assert [(talk.title, [who.name for who in talk.speakers]) for talk in session.entries] == [
        ("On ice", ["Ann Lee", "Peter Ek", "Mary Day"]),
        ("On fire", ["John Fox"]),
    ]


def test_read_description_that_is_more_than_a_list_stays_the_abstract() -> None:
    listed = 'DESCRIPTION: - "On ice"\\nPar Ann Lee.\\nBring skates!\n'

    session = _read(_calendar(_event(":20250301T100000", listed, "Session A"))).entries[0]

    assert (session.entries, session.abstract) == ((), '- "On ice" Par Ann Lee. Bring skates!')


def test_read_rooms_apart_from_the_venue_that_all_places_end_with() -> None:
    events = [
        _event(":20250301T100000", "LOCATION:Hall\\, Old Mill\n", "A"),
        _event(":20250301T110000", "LOCATION:Attic\\, Old Mill\n", "B"),
    ]

    manuscript = _read(_calendar(*events))

    assert (manuscript.venue.name, [entry.room for entry in manuscript.entries]) == ("Old Mill", ["Hall", "Attic"])


def test_read_categories_as_kind_track_and_keywords() -> None:
    entry = _read(_calendar(_event(":20250301T100000", "CATEGORIES:Keynote,Trees,Oaks\\, old\n"))).entries[0]

    assert (entry.kind, entry.track, entry.keywords) == ("keynote", "Trees", ("Oaks, old",))


def test_read_idents_that_several_share_are_none() -> None:
    events = [_event(":20250301T100000", "", "A").replace("UID:A", f"UID:{uid}") for uid in ("x", "x", "y")]

    assert sorted(entry.ident for entry in _read(_calendar(*events)).entries) == ["", "", "y"]


def test_read_join_links_and_addresses_are_private() -> None:
    described = "DESCRIPTION:Why oaks?\\nJoin: https://zoom.us/j/1\\nPasscode: 7\nORGANIZER:mailto:a@example.org\n"
    calendar = _calendar(_event(":20250301T100000", described))

    manuscript = _read(calendar)

    assert manuscript.entries[0].abstract == "Why oaks?"
    assert _said(manuscript) == [
        "left out: 2 lines with join links, passwords, telephone numbers or e-mail addresses (private)",
        "left out: 1 e-mail address or telephone number (private)",
    ]
    assert "zoom.us" in _read(calendar, Asked(private=True)).entries[0].abstract


def test_read_calendar_without_events() -> None:
    with pytest.raises(BookletError) as error:
        _read(_calendar())

    assert [fault.what for fault in error.value.faults] == ["there is no event in this calendar"]
