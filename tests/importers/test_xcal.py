from __future__ import annotations

import datetime

import pytest

from booklet.errors import BookletError, Place
from booklet.importers.material import Material
from booklet.importers.xcal import read, recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript

FIRST = datetime.date(2025, 3, 1)

PENTABARF = """<iCalendar xmlns:pentabarf='http://pentabarf.org' xmlns:xCal='urn:ietf:params:xml:ns:xcal'>
<vcalendar><version>2.0</version><x-wr-caldesc>Oak</x-wr-caldesc><x-wr-calname>Oak</x-wr-calname>
<vevent><method>PUBLISH</method><uid>1@oak</uid><pentabarf:event-id>1</pentabarf:event-id>
<pentabarf:title>On oaks</pentabarf:title><pentabarf:subtitle>And ash</pentabarf:subtitle>
<pentabarf:language>German</pentabarf:language><pentabarf:language-code>de</pentabarf:language-code>
<dtstart>20250301T200000</dtstart><dtend>20250301T204500</dtend><duration>004500</duration>
<summary>On oaks- And ash</summary><description>Why &lt;b&gt;oaks&lt;/b&gt;?</description>
<status>CONFIRMED</status><category>Lecture</category><url>//oak.example.org/1</url><location>Hall</location>
<attendee>Ann Lee</attendee><attendee>bo</attendee></vevent>
<vevent><uid>2@oak</uid><pentabarf:title>Night walk</pentabarf:title><dtstart>20250302T003000</dtstart>
<duration>010000</duration><location>Attic</location></vevent>
</vcalendar></iCalendar>"""

RFC = """<?xml version="1.0" encoding="utf-8"?>
<icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"><vcalendar>
<properties><x-wr-calname><text>Oak</text></x-wr-calname></properties>
<components><vevent><properties>
<dtstart><parameters><tzid><text>Europe/Berlin</text></tzid></parameters><date-time>2025-03-01T10:00:00</date-time></dtstart>
<duration><duration>PT45M</duration></duration><summary><text>On oaks</text></summary>
<attendee><cal-address>mailto:ann@example.org</cal-address></attendee>
</properties></vevent></components></vcalendar></icalendar>"""


def _read(text: str) -> Manuscript:
    return read(Material("a.xcal", text.encode(), text), Asked())


def test_recognise_by_the_outermost_element() -> None:
    assert [recognise(Material("x", text=text)) for text in (PENTABARF, RFC, "<html/>")] == [True, True, False]


def test_read_title_and_subtitle_apart() -> None:
    entry = _read(PENTABARF).entries[0]

    assert (entry.title, entry.note, entry.abstract, entry.kind) == ("On oaks", "And ash", "Why **oaks**?", "talk")
    assert ([who.name for who in entry.speakers], entry.room, entry.ident) == (["Ann Lee", "bo"], "Hall", "1@oak")
    assert entry.where == Place("a.xcal", 3)


def test_read_after_midnight_belongs_to_the_evening_before() -> None:
    assert [(entry.date, entry.start, entry.end) for entry in _read(PENTABARF).entries] == [
        (FIRST, 1200, 1245),
        (FIRST, 1470, 1530),
    ]


def test_read_description_that_repeats_the_title_is_no_summary() -> None:
    event = _read(PENTABARF).event

    assert (event.title, event.summary) == ("Oak", "")


def test_read_counts_what_is_left_out() -> None:
    assert [fault.what for fault in _read(PENTABARF).report] == [
        "left out: 1 remark that an entry is in the language 'de'",
        "left out: 1 web address of an entry",
    ]


def test_read_calendar_of_rfc_6321() -> None:
    manuscript = _read(RFC)

    entry = manuscript.entries[0]
    assert (entry.title, entry.date, entry.start, entry.end, entry.speakers) == ("On oaks", FIRST, 600, 645, ())
    assert (manuscript.event.title, manuscript.event.timezone) == ("Oak", "Europe/Berlin")


def test_read_calendar_without_events() -> None:
    with pytest.raises(BookletError) as error:
        _read("<iCalendar><vcalendar/></iCalendar>")

    assert [fault.what for fault in error.value.faults] == ["there is no event in this calendar"]
