from __future__ import annotations

import datetime

import pytest

from booklet.errors import BookletError, Fault, Place
from booklet.importers.frab_xml import read as read_schedule
from booklet.importers.frab_xml import recognise
from booklet.importers.material import Material
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript

DAY = datetime.date(2025, 3, 1)

NEW = """<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <generator name="pretalx" version="1"/>
  <conference>
    <acronym>oak</acronym><title>Oak &amp; Ash</title><start>2025-03-01</start><end>2025-03-02</end>
    <time_zone_name>Europe/Berlin</time_zone_name><base_url>https://oak.example.org/</base_url>
  </conference>
  <day index="1" date="2025-03-01" start="2025-03-01T09:00:00+01:00" end="2025-03-02T04:00:00+01:00">
    <room name="Hall">
      <event guid="g1" id="1" code="AAA">
        <date>2025-03-01T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration>
        <room>Hall</room><slug>oak-1</slug><url>https://oak.example.org/1</url>
        <title>Breaking the coffee machine</title><subtitle>A short history</subtitle>
        <track>Machines</track><type>lecture</type><language>en</language>
        <abstract>&lt;p&gt;We ask why.&lt;/p&gt;</abstract>
        <description>We ask why. And how.</description>
        <persons><person id="7">Ann Lee</person><person id="8">bo_ek</person></persons>
        <links><link href="https://example.org/a">Slides</link></links>
        <attachments/>
        <recording><license>CC BY</license><optout>true</optout></recording>
      </event>
    </room>
    <room name="Attic">
      <event guid="g2" id="2">
        <date>2025-03-02T00:30:00+01:00</date><start>00:30</start><duration>01:00</duration>
        <title>Night walk</title><type>Keynote</type><persons/>
      </event>
    </room>
    <room name="Empty"/>
  </day>
</schedule>
"""

OLD = """<schedule>
 <conference><title>Elm 2009</title><start>2009-05-02</start><day_change>09:00:00</day_change>
  <venue>Old Mill</venue><city>Ghent</city></conference>
 <day index="1" date="2009-05-02">
  <event id="11"><start>20:00</start><duration>01:00:00</duration><end></end><room>Barn</room>
   <title>Sowing</title><subtitle/><abstract>&lt;p&gt;One &amp;amp; all.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</abstract>
   <description></description><persons></persons></event>
  <event id="12"><start>01:15</start><duration>00:15</duration><room>Barn</room><title>Reaping</title></event>
  <event id="13"><start>08:30</start><duration>00:15</duration><room>Barn</room><title>Early</title></event>
 </day>
</schedule>
"""


def _read(text: str, asked: Asked | None = None) -> Manuscript:
    return read_schedule(Material("schedule.xml", text.encode(), text), asked or Asked())


def _with(event: str, day: str = 'index="1" date="2025-03-01"', conference: str = "") -> Manuscript:
    """A schedule of one event."""
    return _read(
        f"<schedule><conference><title>T</title>{conference}</conference>\n"
        f'<day {day}><room name="Hall">\n<event id="1"><title>Talk</title>{event}</event></room></day></schedule>'
    )


def _times(entries: tuple[Entry, ...]) -> list[tuple[str, datetime.date | None, int | None, int | None]]:
    return [(entry.title, entry.date, entry.start, entry.end) for entry in entries]


def test_recognise_by_its_elements() -> None:
    texts = [NEW, OLD, "<schedule/>", "<page><schedule><day/></schedule></page>", '{"schedule": "<day"}']

    assert [recognise(Material("x", text=text)) for text in texts] == [True, True, False, False, False]


def test_read_what_an_event_says() -> None:
    manuscript = _read(NEW)

    talk = manuscript.entries[0]
    assert (talk.kind, talk.title, talk.note, talk.track, talk.room) == (
        "talk",
        "Breaking the coffee machine",
        "A short history",
        "Machines",
        "Hall",
    )
    assert [speaker.name for speaker in talk.speakers] == ["Ann Lee", "bo_ek"]
    assert (talk.abstract, talk.ident, talk.where) == ("We ask why. And how.", "g1", Place("schedule.xml", 10))


def test_read_event_after_midnight_belongs_to_the_day_that_holds_it() -> None:
    assert _times(_read(NEW).entries) == [
        ("Breaking the coffee machine", DAY, 600, 645),
        ("Night walk", DAY, 1470, 1530),
    ]


def test_read_keynote_by_its_type_and_room_by_what_holds_it() -> None:
    night = _read(NEW).entries[1]

    assert (night.kind, night.room) == ("keynote", "Attic")


def test_read_what_the_event_as_a_whole_is() -> None:
    event = _read(NEW).event

    assert (event.title, event.short_title, event.timezone, event.website, event.language) == (
        "Oak & Ash",
        "oak",
        "Europe/Berlin",
        "https://oak.example.org/",
        "en",
    )


def test_read_counts_what_is_left_out() -> None:
    assert [fault.what for fault in _read(NEW).report] == [
        "left out: 1 web address of an entry",
        "left out: 1 licence of a recording",
        "left out: 1 remark that an entry is not recorded",
    ]


def test_read_old_file_with_events_below_the_day_and_escaped_html() -> None:
    manuscript = _read(OLD)

    date = datetime.date(2009, 5, 2)
    assert _times(manuscript.entries) == [
        ("Early", date, 510, 525),
        ("Sowing", date, 1200, 1260),
        ("Reaping", date, 1515, 1530),
    ]
    assert manuscript.entries[1].abstract == "One & all.\n\nTwo."
    assert (manuscript.venue.name, manuscript.venue.address) == ("Old Mill", ("Ghent",))
    assert manuscript.report == ()


def test_read_small_hours_of_a_day_without_an_evening_are_its_morning() -> None:
    manuscript = _with("<start>05:00</start><duration>00:30</duration>")

    assert _times(manuscript.entries) == [("Talk", DAY, 300, 330)]


def test_read_event_that_ends_when_it_starts_keeps_its_start() -> None:
    manuscript = _with("<start>10:00</start><duration>00:00</duration>")

    assert _times(manuscript.entries) == [("Talk", DAY, 600, None)]
    assert manuscript.report == (
        Fault(
            "'Talk' ends when it starts, at 10:00; its end was left open",
            Place("schedule.xml", 3),
            "correct it where it comes from, or write the end into program.yaml",
        ),
    )


def test_read_event_that_ends_before_it_starts_keeps_its_start() -> None:
    manuscript = _with("<start>10:00</start><end>09:30</end>")

    assert _times(manuscript.entries) == [("Talk", DAY, 600, None)]
    assert [fault.what for fault in manuscript.report] == [
        "'Talk' ends at 09:30, before it starts at 10:00; its end was left open"
    ]


def test_read_end_past_midnight() -> None:
    assert _times(_with("<start>22:00</start><end>01:30</end>").entries) == [("Talk", DAY, 1320, 1530)]


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        ("", "'Talk' states neither its length nor its end; its end was left open"),
        ("<duration>soon</duration>", "'Talk' has a length that cannot be read: 'soon'; its end was left open"),
    ],
)
def test_read_event_without_a_readable_length(duration: str, said: str) -> None:
    manuscript = _with(f"<start>10:00</start>{duration}")

    assert _times(manuscript.entries) == [("Talk", DAY, 600, None)]
    assert [fault.what for fault in manuscript.report] == [said]


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("", "'Talk' has no time; it was put among what has no slot yet"),
        (
            "<start>ten</start>",
            "'Talk' has a time that cannot be read: 'ten'; it was put among what has no slot yet",
        ),
    ],
)
def test_read_event_without_a_readable_start_is_a_paper(start: str, said: str) -> None:
    manuscript = _with(start)

    assert (manuscript.entries, _times(manuscript.papers)) == ((), [("Talk", None, None, None)])
    assert [fault.what for fault in manuscript.report] == [said]


def test_read_event_dated_on_quite_another_day_is_put_there() -> None:
    manuscript = _with("<date>2025-03-05T10:00:00</date><start>10:00</start><duration>00:30</duration>")

    assert _times(manuscript.entries) == [("Talk", datetime.date(2025, 3, 5), 600, 630)]
    assert [fault.what for fault in manuscript.report] == [
        "'Talk' stands under 2025-03-01, but is dated 2025-03-05, and was put there"
    ]


def test_read_day_without_a_date_is_counted_from_the_first() -> None:
    event = "<start>10:00</start><duration>00:30</duration>"

    by_conference = _with(event, 'index="3"', "<start>2025-03-01</start>")
    by_wish = _read(
        f'<schedule><day index="2"><event><title>Talk</title>{event}</event></day></schedule>', Asked("", DAY)
    )

    assert _times(by_conference.entries) == [("Talk", datetime.date(2025, 3, 3), 600, 630)]
    assert _times(by_wish.entries) == [("Talk", datetime.date(2025, 3, 2), 600, 630)]


def test_read_day_whose_date_nobody_knows_is_asked_for() -> None:
    manuscript = _with("<start>10:00</start><duration>00:30</duration>", 'index="1"')

    assert (manuscript.entries, [paper.title for paper in manuscript.papers]) == ((), ["Talk"])
    assert manuscript.asks == (
        Fault("nothing says which date day 1 is", Place("schedule.xml", 2), "--date-of-first-day 2026-03-02 says it"),
    )


def test_read_offset_without_a_name_is_reported() -> None:
    manuscript = _with("<date>2025-03-01T10:00:00+01:00</date><start>10:00</start><duration>00:30</duration>")

    assert manuscript.event.timezone == ""
    assert [fault.what for fault in manuscript.report] == [
        "the times are those of UTC+01:00, but no time zone is named"
    ]


def test_read_other_time_zone_moves_day_and_clock() -> None:
    manuscript = _read(NEW, Asked("America/New_York"))

    assert _times(manuscript.entries) == [
        ("Breaking the coffee machine", DAY, 240, 285),
        ("Night walk", DAY, 1110, 1170),
    ]
    assert manuscript.event.timezone == "America/New_York"


def test_read_same_time_zone_changes_nothing() -> None:
    assert _read(NEW, Asked("Europe/Paris")).entries == _read(NEW).entries


def test_read_type_that_is_no_kind_is_the_track_or_reported() -> None:
    event = "<start>10:00</start><duration>00:30</duration><type>performance</type>"

    assert _with(event).entries[0].track == "performance"
    both = _with(f"{event}<track>Art</track>")
    assert both.entries[0].track == "Art"
    assert [fault.what for fault in both.report] == ["left out: 1 remark that an entry is of the type 'performance'"]


def test_read_person_with_a_biography_and_a_role() -> None:
    manuscript = _with(
        "<start>10:00</start><duration>00:30</duration><persons>"
        "<person><name>Ann Lee</name><biography>She &lt;b&gt;codes&lt;/b&gt;.</biography></person>"
        '<person role="moderator">Bo Ek</person></persons>'
    )

    talk = manuscript.entries[0]
    assert ([who.name for who in talk.speakers], [who.name for who in talk.chairs]) == (["Ann Lee"], ["Bo Ek"])
    assert manuscript.people["Ann Lee"].bio == "She **codes**."


def test_read_unknown_element_is_named() -> None:
    manuscript = _with("<start>10:00</start><duration>00:30</duration><seats>12</seats>")

    assert [fault.what for fault in manuscript.report] == ["left out: 1 field 'seats'"]


def test_read_broken_file_says_where() -> None:
    with pytest.raises(BookletError) as error:
        _read(NEW[:600])

    assert [fault.where.file for fault in error.value.faults if fault.where] == ["schedule.xml"]


def test_read_entities_that_explode_are_refused() -> None:
    bomb = '<!DOCTYPE schedule [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + OLD.replace("Sowing", "&b;")

    with pytest.raises(BookletError):
        _read(bomb)
