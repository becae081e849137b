"""Whatever the bytes, a reader of schedules raises nothing but BookletError, and gives the same twice."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booklet.errors import BookletError
from booklet.importers import frab_json, frab_xml, ical, indico, sessionize, xcal
from booklet.importers.material import Format, Material
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript

ASKED = (Asked(), Asked("America/Chicago", datetime.date(2025, 3, 1), private=True))

GOOD = {
    frab_xml.FORMAT: """<schedule><conference><title>T</title><start>2025-03-01</start><day_change>06:00</day_change>
<time_zone_name>Europe/Berlin</time_zone_name></conference><day index="1" date="2025-03-01"><room name="A">
<event guid="g"><date>2025-03-02T00:30:00+01:00</date><start>00:30</start><duration>01:00</duration>
<title>X &amp; Y</title><type>lecture</type><abstract>&lt;p&gt;a&lt;/p&gt;</abstract><persons>
<person id="1">Ann Lee</person></persons></event>
</room></day></schedule>""",
    ical.FORMAT: """BEGIN:VCALENDAR
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin;VALUE=DATE-TIME:20250301T100000
DTEND:20250301T110000Z
DURATION:PT1H
RRULE:FREQ=WEEKLY
SUMMARY:On oaks - Ann Lee\\, Bo Ek
DESCRIPTION: - "On ice"\\nBy Ann Lee.
LOCATION:Hall\\, Mill
ATTENDEE;CN="Bo":invalid:nomail
END:VEVENT
END:VCALENDAR
""",
    xcal.FORMAT: """<iCalendar xmlns:p='http://pentabarf.org'><vcalendar><x-wr-calname>O</x-wr-calname><vevent><uid>1</uid>
<p:title>On oaks</p:title><dtstart>20250301T200000</dtstart><dtend>20250301T204500</dtend><duration>004500</duration>
<attendee>Ann Lee</attendee></vevent></vcalendar></iCalendar>""",
}
JSON_FORMATS = (frab_json.FORMAT, sessionize.FORMAT, indico.FORMAT)
KEYS = """
    schedule conference days rooms date day_start start end duration title persons public_name answers answer
    question sessions speakers categories items categoryItems startsAt endsAt roomId id name fullName bio tagLine
    timeSlots session results contributions entries subContributions startDate endDate time tz timezone entryType
    isPoster conveners 20250301 first_name last_name keywords track board_number type description room url
    questionAnswers answerValue isServiceSession
""".split()
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        [
            "2025-03-01T10:00:00+01:00",
            "2025-03-01",
            "10:00",
            "24:00",
            "00:00:00",
            "9999-12-31T23:59:59Z",
            "Europe/Berlin",
        ]
    ),
    st.sampled_from(
        ["0001-01-01T00:00:00+23:59", "Session", "Break", "2199-12-31T24:00:00-12:00", "EK, Bo", "u1", "PT1H"]
    ),
)
TREES = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _try(reader: Format, material: Material) -> list[Manuscript | None]:
    results: list[Manuscript | None] = []
    reader.recognise(material)
    for asked in ASKED:
        try:
            results.append(reader.read(material, asked))
        except BookletError:
            results.append(None)
    return results


@pytest.mark.parametrize("reader", GOOD, ids=lambda reader: reader.name)
def test_good_example_is_read(reader: Format) -> None:
    material = Material("x", GOOD[reader].encode(), GOOD[reader])

    assert reader.recognise(material)
    assert [len(manuscript.entries) for manuscript in _try(reader, material) if manuscript] == [1, 1]


@pytest.mark.parametrize("reader", GOOD, ids=lambda reader: reader.name)
@QUICK
@given(data=st.data())
def test_mutated_text_raises_nothing_else(reader: Format, data: st.DataObject) -> None:
    good = GOOD[reader]
    at, length = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 12))
    text = good[:at] + data.draw(st.text(max_size=6)) + good[at + length :]

    encoded = text.encode("utf-8", "replace")
    material = Material("x", encoded, encoded.decode("utf-8"))

    assert _try(reader, material) == _try(reader, Material("x", encoded, encoded.decode("utf-8")))


@pytest.mark.parametrize("reader", [*GOOD, *JSON_FORMATS], ids=lambda reader: reader.name)
@QUICK
@given(raw=st.binary(max_size=60))
def test_arbitrary_bytes_raise_nothing_else(reader: Format, raw: bytes) -> None:
    for data in (raw, b"BEGIN:VEVENT\n" + raw, b"<schedule><day>" + raw, b'{"results":[' + raw):
        _try(reader, Material("x", data, data.decode("utf-8", "replace")))


@pytest.mark.parametrize("reader", JSON_FORMATS, ids=lambda reader: reader.name)
@QUICK
@given(tree=TREES)
def test_arbitrary_json_raises_nothing_else(reader: Format, tree: Any) -> None:
    for value in (
        tree,
        {"conference": {"days": [{"date": "2025-03-01", "rooms": {"A": [tree]}}]}},
        {"sessions": [tree], "speakers": [tree], "rooms": [tree]},
        {"results": [{"title": "T", "contributions": [tree], "sessions": [tree]}]},
        {"results": {"1": {"20250301": {"c1": tree}}}},
    ):
        _try(reader, Material("x", text=json.dumps(value)))
