"""Our own files read back: the whole program, clear faults where one is half right, and never anything else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.errors import BookletError, Fault, Place
from booklet.exporters.json_file import json_file
from booklet.importers.material import Format, Material
from booklet.importers.own import JSON, PROGRAM
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.manuscripts.programs import manuscript_of
from booklet.model.program import Day, Kind, Program, Session, Speaker
from booklet.model.read import read_program, read_program_text
from booklet.scribe.proof import reread
from booklet.scribe.write import program_yaml
from tests.books import PROGRAM as WORKSHOP
from tests.books import ROOT
from tests.exporters.small import NIGHT, SOCIETY, program

BOOKS: Final = [WORKSHOP, *sorted((ROOT / "tests/fixtures/programs").glob("*.yaml"))]


def talk_in_congress(day: int, hall: int, hour: int) -> str:
    people = ", ".join(f"Person {hall + number}" for number in range(1 + hour % 4))
    return (
        f'      - {{time: "{hour % 24}:15-{(hour + 1) % 24}:00", talk: "Talk {day}.{hall}.{hour}: «why?»",\n'
        f"         room: Hall {hall}, track: Art & Culture, speaker: [{people}], note: 'A subtitle: here',\n"
        '         abstract: "One.\\n\\nTwo \\u2066bidi\\u2069."}\n'
    )


CONGRESS: Final = "event: {title: Congress, timezone: Europe/Berlin}\ndays:\n" + "".join(
    f"  - date: 2026-12-{27 + day}\n    sessions:\n"
    + "".join(talk_in_congress(day, hall, hour) for hall in range(3) for hour in range(11, 26))
    for day in range(4)
)
"""Four days in three halls, with talks after midnight that stand on the day before and several people each."""


def material(content: str | bytes, name: str = "source") -> Material:
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    return Material(name, data, data.decode("utf-8", "replace"))


def exported(of: Program) -> Any:
    return json.loads(json_file(of).data)


def read_json(document: Any) -> Manuscript:
    return JSON.read(material(json.dumps(document)), Asked())


def faults_of(document: Any) -> list[str]:
    with pytest.raises(BookletError) as caught:
        read_json(document)
    return [fault.what for fault in caught.value.faults]


def faults_if_any(kind: Format, source: Material) -> tuple[Fault, ...]:
    """The faults of a source that is refused, none of one that is read; whatever else is raised ends the test."""
    kind.recognise(source)
    try:
        kind.read(source, Asked())
    except BookletError as error:
        return error.faults
    return ()


def content(manuscript: Manuscript) -> Manuscript:
    """What a manuscript says, without where and how it was said."""
    entries = tuple(map(_without_place, manuscript.entries))
    return replace(manuscript, entries=entries, halves=False, report=())


def _without_place(entry: Entry) -> Entry:
    return replace(entry, where=None, entries=tuple(map(_without_place, entry.entries)))


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_json_gives_a_whole_program_back(path: Path) -> None:
    book, _ = read_program(path)
    source = material(json_file(book).data)

    assert (JSON.recognise(source), PROGRAM.recognise(source)) == (True, False)
    assert content(JSON.read(source, Asked())) == manuscript_of(book)


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_program_gives_itself_back(path: Path) -> None:
    source = material(path.read_bytes())

    assert (JSON.recognise(source), PROGRAM.recognise(source)) == (False, True)
    assert content(PROGRAM.read(source, Asked())) == manuscript_of(read_program(path)[0])


@pytest.mark.parametrize("text", [CONGRESS, NIGHT], ids=["congress", "night"])
def test_json_gives_back_what_begins_after_midnight(text: str) -> None:
    book = program(text)

    read = JSON.read(material(json_file(book).data), Asked())

    assert content(read) == manuscript_of(book)
    assert max(entry.start or 0 for entry in read.entries) >= 24 * 60


def test_everything_that_a_large_program_says_comes_back() -> None:
    book = program(SOCIETY)

    read = JSON.read(material(json_file(book).data), Asked())
    written = program_yaml(read)

    assert content(read) == manuscript_of(book) == content(PROGRAM.read(material(SOCIETY), Asked()))
    assert [fault.what for fault in written.faults] == []
    assert replace(reread(written.text), options=book.options) == book
    assert {fault.what for fault in read.report} == {
        "the program names pictures: main.png, logo.svg",
        "left out what 'booklet' says of timetable",
    }


WORDS: Final = st.text("abÉ日'\"&<>;:=#-,", min_size=1, max_size=12)
PEOPLE: Final = st.lists(st.builds(Speaker, WORDS, st.just("") | WORDS, st.just("") | WORDS), max_size=3).map(tuple)
SPANS: Final = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(0, 1800), st.none()),
    st.tuples(st.integers(0, 1800), st.integers(1, 1439)).map(lambda span: (span[0], span[0] + span[1])),
)


def sessions(talks: st.SearchStrategy[tuple[Session, ...]]) -> st.SearchStrategy[Session]:
    kinds: st.SearchStrategy[Kind] = st.sampled_from(["talk", "panel", "break", "other"])
    plain = st.builds(
        Session,
        kind=kinds,
        title=WORDS,
        room=st.just("") | WORDS,
        track=st.just("") | WORDS,
        speakers=PEOPLE,
        coauthors=PEOPLE,
        chairs=PEOPLE,
        abstract=st.just("") | WORDS,
        keywords=st.lists(WORDS, max_size=2).map(tuple),
        note=st.just("") | WORDS,
        each=st.none() | st.integers(1, 90),
        talks=talks,
    )
    return st.builds(lambda session, span: replace(session, start=span[0], end=span[1]), plain, SPANS)


AGENDAS: Final = st.lists(sessions(st.lists(sessions(st.just(())), max_size=2).map(tuple)), min_size=1, max_size=3).map(
    tuple
)


@settings(max_examples=60, deadline=None)
@given(agenda=AGENDAS, title=st.just("") | WORDS)
def test_json_gives_any_agenda_back(agenda: tuple[Session, ...], title: str) -> None:
    book = program()
    book = replace(book, days=(Day(book.days[0].date, title, agenda),))

    assert content(JSON.read(material(json_file(book).data), Asked())) == manuscript_of(book)


def test_program_remembers_that_it_writes_am_and_pm() -> None:
    halves = "event: {title: M}\ndays: [{date: 2026-03-03, sessions: [{session: S, talks: [{talk: T, time: 2 pm}]}]}]\n"

    assert PROGRAM.read(material(halves), Asked()).halves is True
    assert PROGRAM.read(material(halves.replace("2 pm", "14:00")), Asked()).halves is False


def test_program_written_as_json_is_a_program() -> None:
    text = '{"event": {"title": "M"}, "days": [{"date": "2026-03-03", "sessions": [{"talk": "One", "time": "9:00"}]}]}'
    source = material(text)

    assert (JSON.recognise(source), PROGRAM.recognise(source)) == (False, True)
    assert [entry.title for entry in PROGRAM.read(source, Asked()).entries] == ["One"]


def test_program_with_a_fault_is_recognised_and_the_fault_is_placed() -> None:
    source = material("event: {title: M}\ndays:\n  - date: 2026-03-03\n    sessions:\n      - tlak: One\n", "sent.yaml")

    assert PROGRAM.recognise(source)
    with pytest.raises(BookletError) as caught:
        PROGRAM.read(source, Asked())
    assert [fault.where for fault in caught.value.faults] == [Place("sent.yaml", 5, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"event": {}}',
        '{"days": 3}',
        '{"schedule": {"days": []}}',
        "Events\nDays: Monday\n",
        "- event:\n",
    ],
)
def test_recognise_leaves_other_sources_to_others(text: str) -> None:
    assert (JSON.recognise(material(text)), PROGRAM.recognise(material(text))) == (False, False)


def test_report_names_what_a_manuscript_cannot_hold() -> None:
    text = "# by hand\n" + NIGHT.replace("room: Dome", "room: Dome, map: map.svg")

    assert PROGRAM.read(material(text, "p.yaml"), Asked()).report == (
        Fault(
            "the program names pictures: map.svg",
            Place("p.yaml"),
            "copy them into the folder of the new program.yaml, at these paths",
        ),
        Fault(
            "left out what 'booklet' says of issued",
            Place("p.yaml"),
            "copy it to the end of program.yaml, below 'booklet:'",
        ),
        Fault(
            "left out the remarks behind '#'",
            Place("p.yaml"),
            "copy those that you need; or go on with the file itself, which has them",
        ),
    )


def half_right(*steps: str | int, value: Any) -> Any:
    """Our JSON with one value that is another."""
    document = exported(program())
    inside = document
    for step in steps[:-1]:
        inside = inside[step]
    inside[steps[-1]] = value
    return document


ITEM: Final = ("days", 0, "items", 1)


@pytest.mark.parametrize(
    ("way", "value", "what"),
    [
        ((*ITEM, "start"), "9 Uhr", "expected a time such as 09:45, found '9 Uhr'"),
        ((*ITEM, "start"), ["9:00"], "expected a text, found a list"),
        ((*ITEM, "end"), "24:30", "expected a time such as 09:45, found '24:30'"),
        ((*ITEM, "end"), "22:00", "the item ends when it starts"),
        ((*ITEM, "kind"), "lecture", "'lecture' is unknown here"),
        ((*ITEM, "start_stated"), "no", "expected true or false, found 'no'"),
        ((*ITEM, "each"), 0.5, "expected a whole number above zero, found '0.5'"),
        ((*ITEM, "children", 0), "Talk", "expected an object with keys, found 'Talk'"),
        ((*ITEM, "chairs", 0, "name"), "", "somebody from 'Lima' has no name"),
        (("days", 0, "date"), "3.4.2026", "'3.4.2026' can be read in more than one way"),
        (("days", 0, "date"), None, "the day has no date"),
        (("days", 0, "items"), {}, "expected a list, found an object with keys"),
        (("event",), [], "expected an object with keys, found a list"),
        (("event", "geo"), [100, 200], "expected latitude and longitude in degrees"),
    ],
)
def test_json_that_is_half_right_says_where_it_is_not(way: tuple[str | int, ...], value: Any, what: str) -> None:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")

    assert faults_of(half_right(*way, value=value)) == [f"{path}: {what}"]


def test_json_with_an_end_but_no_start_is_refused() -> None:
    assert faults_of(half_right(*ITEM, "start", value=None)) == [
        "days[0].items[1].end: the item has an end, but no start"
    ]


def test_json_names_all_faults_at_once() -> None:
    document = half_right(*ITEM, "start", value=True)
    document["days"][0]["items"][0]["title"] = {}
    document["people"] = 3

    assert faults_of(document) == [
        "days[0].items[0].title: expected a text, found an object with keys",
        "days[0].items[1].start: expected a text, found true",
        "people: expected a list, found '3'",
    ]


def test_json_too_deep_is_refused() -> None:
    item: dict[str, Any] = {"title": "innermost"}
    for _ in range(40):
        item = {"title": "around", "children": [item]}

    assert faults_of({"event": {}, "days": [{"date": "2026-03-03", "items": [item]}]}) == [
        "days[0].items[0]" + ".children[0]" * 8 + ": items lie in one another deeper than any program needs"
    ]


def test_json_with_keys_that_are_not_ours_is_read_and_they_are_counted() -> None:
    document = exported(program())
    for item in document["days"][0]["items"]:
        item["streamed"] = True
    document["generator"] = "other"

    assert [fault.what for fault in read_json(document).report[:-1]] == [
        "left out 'generator' at generator: it is no key of this format",
        "left out 'streamed' at days[0].items[0].streamed, and at 3 more places: it is no key of this format",
    ]


def test_json_with_times_that_are_derived_says_that_they_are_left_out() -> None:
    document = half_right(*ITEM, "end_stated", value=False)

    read = read_json(document)

    assert (read.entries[1].start, read.entries[1].end) == (22 * 60, None)
    assert read.report[0].what == "left out 1 time that is marked as not stated"


def test_json_of_the_least_that_makes_an_agenda() -> None:
    read = read_json({"event": {"title": "M"}, "days": [{"date": "2026-03-03", "items": [{"title": "Coffee break"}]}]})

    assert [(entry.kind, entry.title, entry.start) for entry in read.entries] == [("break", "Coffee break", None)]
    assert read.report == ()


def test_json_whose_event_disagrees_with_its_days_is_reported() -> None:
    document = half_right("event", "end", value="2026-12-31")

    assert read_json(document).report[0].what == "event.end is '2026-12-31', but the last day is 2026-12-13"


def test_json_that_is_none_says_where_it_breaks_off() -> None:
    with pytest.raises(BookletError) as caught:
        JSON.read(material('{"event": {},\n "days": ['), Asked())

    assert [fault.where for fault in caught.value.faults] == [Place("source", 2, 11)]


VALUES: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["09:00", "2026-01-02"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def _ways(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps: list[str | int] = list(value) if isinstance(value, dict) else list(range(len(value)))
    inside = [(step, value[step]) for step in steps]
    ways: list[tuple[str | int, ...]] = [(*way, step) for step in steps]
    for step, part in inside:
        if isinstance(part, (dict, list)):
            ways += _ways(part, (*way, step))
    return ways


WAYS: Final = _ways(exported(program()))


@settings(max_examples=200, deadline=None)
@given(way=st.sampled_from(WAYS), value=VALUES)
def test_json_with_any_value_anywhere_is_read_or_refused(way: tuple[str | int, ...], value: Any) -> None:
    faults = faults_if_any(JSON, material(json.dumps(half_right(*way, value=value))))

    assert {fault.where for fault in faults} <= {Place("source")}


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    faults_if_any(JSON, material(data))
    assert faults_if_any(PROGRAM, material(data))


@settings(max_examples=100, deadline=None)
@given(
    start=st.integers(0, len(NIGHT)), length=st.integers(0, 30), put=st.text(":-{}[]\"'#&*!|>\t\n a\x00", max_size=5)
)
def test_program_with_any_damage_is_read_or_refused(start: int, length: int, put: str) -> None:
    faults = faults_if_any(PROGRAM, material(NIGHT[:start] + put + NIGHT[start + length :]))

    assert {fault.where.file for fault in faults if fault.where} <= {"source"}


def test_program_read_from_text_is_the_one_read_from_its_file() -> None:
    assert read_program_text(CONGRESS, "x")[0] == program(CONGRESS)
