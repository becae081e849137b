"""Formats are recognised by what stands in a source; what is unknown is refused with what it is nearest to."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.errors import BookletError, Fault, Place
from booklet.importers import recognising
from booklet.importers.material import Material
from booklet.importers.recognising import every_format, recognise

PAGE = "Monday:\n  9:00 Opening\n  Speaker: Ann Lee\n  Title: On oaks\n  Room: A\n"


def of(text: str) -> str:
    return recognise(Material("s", text.encode(), text)).name


def refusal(material: Material, name: str = "") -> Fault:
    with pytest.raises(BookletError) as raised:
        recognise(material, name)
    (fault,) = raised.value.faults
    return fault


def what(text: str) -> tuple[str, Place | None]:
    fault = refusal(Material("s", text.encode(), text))
    assert fault.hint
    return fault.what, fault.where


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("event:\n  title: A\ndays:\n  - date: 2026-03-02\n", "program"),
        ('{"event": {"title": "A"}, "days": [{"date": "2026-03-02", "items": []}]}', "json"),
        ("<schedule><day date='2026-03-02'/></schedule>", "frab-xml"),
        ('{"schedule": {"conference": {"days": [{"rooms": {}}]}}}', "frab-json"),
        ("<iCalendar><vcalendar/></iCalendar>", "xcal"),
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "ical"),
        ('{"sessions": [{"isServiceSession": true, "startsAt": "2026-03-02T09:00:00"}], "speakers": []}', "sessionize"),
        (
            '{"results": [{"title": "A", "startDate": {"date": "2026-03-02", "time": "09:00:00", "tz": "UTC"}}]}',
            "indico",
        ),
        ("Date,Start,Title,Speaker\n2026-03-02,9:00,On oaks,Ann Lee\n2026-03-02,10:00,On ice,Bo Ek\n", "spreadsheet"),
    ],
)
def test_format_is_recognised(text: str, name: str) -> None:
    assert of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "9:00 Opening",
        PAGE,
        "Title: On oaks\nSpeaker: Ann Lee\nTime: 9:00\n",
        "---\ntitle: Workshop\n---\n\n# Monday\n\n9:00 Opening\n",
        "# Program\n\n| time | title |\n|---|---|\n| 9:00 | On oaks |\n",
        "[slides](oaks.pdf) 9:00 Opening",
        "[10:00] Opening",
        "[1] A. Lee, On oaks",
        "{% include head %}\n9:00 Opening",
        "<p>9:00 Opening</p>",
        "<!DOCTYPE html>\n<html><body>9:00 Opening</body></html>",
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>9:00</body></html>',
        "<Ann Lee> 9:00 Opening",
    ],
)
def test_text_is_a_page(text: str) -> None:
    assert of(text) == "page"


@pytest.mark.parametrize("name", ["page", "frab-xml", "ical"])
def test_format_that_was_asked_for_is_taken(name: str) -> None:
    assert recognise(Material("s", b"9:00", "9:00"), name).name == name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("frabxml", "did you mean 'frab-xml'? '--format list' names all"),
        ("Indico", "did you mean 'indico'? '--format list' names all"),
        ("zzz", "'--format list' names all"),
    ],
)
def test_unknown_name_is_refused(name: str, hint: str) -> None:
    assert refusal(Material("s", b"9:00", "9:00"), name) == Fault(f"there is no format '{name}'", None, hint)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1}', "this JSON is not recognised"),
        ("[1, 2]", "this JSON is not recognised"),
        (
            '[{"pid": 1, "options": {}, "decision": "no"}]',
            "this JSON is not recognised; nearest: HotCRP (JSON), since it has decision, options, pid",
        ),
        ("<agenda><talk/></agenda>", "this XML is not recognised"),
        (
            "<x:events><event><persons/><slug/></event></x:events>",
            "this XML is not recognised; nearest: schedule.xml (frab, pentabarf, pretalx), "
            "since it has event, persons, slug",
        ),
        ("<svg><path/></svg>", "this XML is not recognised"),
        ("a:\n  b: 1\n  c: 2\n  d: 3\n", "this YAML is not recognised"),
        (
            "- title: A\n  venue: B\n  days: 2\n",
            "this YAML is not recognised; nearest: program.yaml, since it has days, venue",
        ),
    ],
)
def test_unknown_data_is_refused_with_what_it_is_nearest_to(text: str, expected: str) -> None:
    assert what(text) == (expected, Place("s"))


def test_broken_json_is_refused_with_its_place() -> None:
    text = '{"schedule": {\n"conference": {"acronym": "a", "da'
    expected = "this JSON is broken; nearest: schedule.json (pretalx, frab), since it has acronym, conference, schedule"
    assert what(text) == (expected, Place("s", 2, 32))


def test_broken_json_is_no_table() -> None:
    talks = ",".join(f'{{"title": "T{n}", "start": "{n}:00", "speaker": "Ann Lee", "room": "A"}}' for n in range(9, 19))
    assert what(f'{{"agenda": [{talks}, {{"title": "') == ("this JSON is broken", Place("s", 1, 722))


def test_folder_that_is_no_export_is_refused() -> None:
    member = Material("s/a.txt", b"9:00", "9:00")
    fault = refusal(Material("s", members={"a.txt": member}))
    assert (fault.what, fault.where) == ("this is no export of a program that is known", Place("s"))


def test_names_of_formats_are_unique() -> None:
    names = [one.name for one in every_format()]
    assert sorted(set(names)) == sorted(names)


def test_formats_with_telling_keys_exist() -> None:
    telling = {name for kind in recognising._TELLING.values() for name in kind}
    assert telling <= {one.name for one in every_format()}


PIECES = st.sampled_from(
    [
        "{", "}", "[", "]", '"event"', '"days"', ":", ",", "1", "null", '"\\ud800"', "\\", "\t", ";", "\n", " ",
        "<schedule>", "</schedule>", "<day", ">", "<?xml", "?>", "<!DOCTYPE", "BEGIN:VCALENDAR", "event:", "days:",
        "  - ", "Title", "Date", "9:00",
    ]
)  # fmt: skip


@given(st.text(max_size=200) | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_has_a_format_or_is_refused(text: str) -> None:
    with suppress(BookletError):
        assert recognise(Material("s", text.encode(errors="replace"), text)) in every_format()


def test_half_of_a_pair_in_json_is_no_character() -> None:
    text = r'["\ud83d\ude00", "\ud83d", "\\ud83d"]'
    assert Material("s", b"", text).json == ["😀", "�", r"\ud83d"]
