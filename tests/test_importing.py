"""The path of imports: what the workshop's page becomes, what is refused, and what the network has to do with it."""

from __future__ import annotations

import datetime
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from booklet.errors import BookletError, Fault, Place
from booklet.importing import Imported, counted, formats_listed, import_program, last_import, read_sources
from booklet.make import make
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.model.program import Program, Session, Speaker
from booklet.model.read import read_program
from tests.books import PROGRAM
from tests.reading import fluent, page_texts

AGENDA: Final = """Small Meeting

March 3, 2026
9:00-9:45 Ada Abel (Lab of Numbers)
- Title: On Counting
- Abstract: Words about counting.
9:45-10:00 Coffee Break
10:00-10:45 Bo Berg (School of Stars)
- Title: On Stars
- Abstract: Words about stars.
"""
WAVES: Final = """11:00-11:45 Cy Cole (Sea House)
- Title: On Waves
- Abstract: Words about waves.
"""
SESSIONS: Final = """date,start,end,title,speaker
2026-03-03,9:00,9:45,On Counting,Ada Abel
2026-03-03,10:00,10:45,On Stars,Bo Berg
"""
PAPERS: Final = """title,authors,abstract
On Stars,Bo Berg,Words about stars.
On Counting,Ada Abel,Words about counting.
"""
CALENDAR: Final = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Small Meeting
BEGIN:VEVENT
UID:1
SUMMARY:On Counting
DTSTART;TZID=Europe/Berlin:20260303T090000
DTEND;TZID=Europe/Berlin:20260303T094500
DESCRIPTION:Words about counting.
END:VEVENT
END:VCALENDAR
"""
SCHEDULE: Final = """<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <conference><acronym>sm</acronym><title>Small Meeting</title></conference>
  <day index="1" date="2026-03-03">
    <room name="Aula">
      <event id="1">
        <date>2026-03-03T09:00:00+01:00</date><start>09:00</start><duration>00:45</duration>
        <title>On Counting</title><abstract>Words about counting.</abstract>
        <persons><person id="1">Ada Abel</person></persons>
      </event>
    </room>
  </day>
</schedule>
"""
NOTHING_ASKED: Final = Asked()
SOURCES: Final = {
    "agenda.txt": AGENDA,
    "sessions.csv": SESSIONS,
    "calendar.ics": CALENDAR,
    "schedule.xml": SCHEDULE,
}
"""A small source of each kind, by the name of its file."""


def workshop() -> Program:
    program, _ = read_program(PROGRAM)
    return program


def page_of(program: Program) -> str:
    """The workshop's own page as one copies it from the browser, menu and all, with what its program says."""
    event, venue = program.event, program.venue
    lines = ["Events", "Workshop", "-", event.title, event.host, f"{venue.name} ({venue.room})", *venue.address, ""]
    lines += [f"Capacity is limited to {event.registration.capacity}; kindly register for this free event.", "Agenda:"]
    for day in program.days:
        lines.append(f"{day.date:%b} {day.date.day}, {day.date.year}")
        for session in day.sessions:
            lines += lines_of(session)
    return "\n".join(lines) + "\n"


def lines_of(session: Session) -> Iterator[str]:
    """A session of the page: who speaks is in the line of the time, and the title is below it."""
    time = "" if session.start is None else f"{span(session)} - "
    if session.talks:
        yield f"{time}{session.title}, {session.each} mins each"
        for talk in session.talks:
            (speaker,) = talk.speakers
            yield f"{speaker.name} ({speaker.affiliation})"
            yield f"- Title: {talk.title}"
            yield f"- Abstract: {one_line(talk.abstract)}"
    elif session.speakers:
        (speaker,) = session.speakers
        yield f"{time}{speaker.name}, {speaker.position}, {speaker.affiliation}"
        yield f"- Talk: {session.title}"
        yield f"- Abstract: {one_line(session.abstract)}"
    else:
        yield f"{time}{session.title}{f' ({session.room})' if session.room else ''}"


def span(session: Session) -> str:
    """A time as the page has it: 8:30-9:00am."""
    assert session.start is not None
    assert session.end is not None
    start, end = (f"{(time // 60 - 1) % 12 + 1}:{time % 60:02}" for time in (session.start, session.end))
    return f"{start}-{end}{'am' if session.end < 720 else 'pm'}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def stated(session: Session) -> Session:
    """What the page states of a session: all of it, but not how its paragraphs are wrapped."""
    return replace(
        session,
        at=(),
        abstract=one_line(session.abstract),
        speakers=people(session.speakers),
        coauthors=people(session.coauthors),
        talks=tuple([stated(talk) for talk in session.talks]),
    )


def people(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    return tuple([replace(speaker, at=()) for speaker in speakers])


def days_of(program: Program) -> list[tuple[datetime.date, list[Session]]]:
    return [(day.date, [stated(session) for session in day.sessions]) for day in program.days]


def titles(path: Path) -> list[str]:
    """What a program file holds, in its order."""
    program, _ = read_program(path)
    return [entry.title for day in program.days for entry in day.entries]


def edit(path: Path, old: str, new: str) -> None:
    """Change a program by hand."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def nothing() -> bytes:
    return b""


def imported(
    folder: Path, text: str, *, asked: Asked = NOTHING_ASKED, force: bool = False, update: bool = False
) -> Imported:
    """Import a text from a file of the folder into a program beside it."""
    source = folder / "agenda.txt"
    source.write_text(text, encoding="utf-8")
    path = folder / "program.yaml"
    return import_program([str(source)], path, asked, force=force, update=update, stdin=nothing)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Imported, Program]:
    """What the workshop's own page becomes."""
    folder = tmp_path_factory.mktemp("workshop")
    done = imported(folder, page_of(workshop()))
    program, _ = read_program(done.path)
    return done, program


def test_workshop_page_becomes_the_workshop_program(made: tuple[Imported, Program]) -> None:
    assert days_of(made[1]) == days_of(workshop())


def test_workshop_page_gives_event_and_venue(made: tuple[Imported, Program]) -> None:
    event, venue = made[1].event, made[1].venue
    ours = workshop()

    assert (event.title, event.host, event.language) == (ours.event.title, ours.event.host, ours.event.language)
    assert event.registration.capacity == ours.event.registration.capacity
    assert (venue.name, venue.room, venue.address) == (ours.venue.name, ours.venue.room, ours.venue.address)


def test_workshop_page_is_counted(made: tuple[Imported, Program]) -> None:
    entries = [entry for day in workshop().days for entry in day.entries]
    named = {one.name for entry in entries for one in (*entry.speakers, *entry.coauthors)}
    talks = sum(entry.kind == "talk" for entry in entries)

    assert made[0].counts == f"2 days, {talks} talks, 2 sessions, 6 pauses, {len(named)} people"
    assert [title for _, title in made[0].formats] == ["a web page or pasted text"]


def test_workshop_page_leaves_out_only_what_belongs_to_the_site(made: tuple[Imported, Program]) -> None:
    lines = page_of(workshop()).splitlines()
    (left,) = [told.faults for told in made[0].told if told.heading == "left out"]

    said = [lines[fault.where.line - 1] for fault in left if fault.where]
    assert [line for line in said if line != "-"] == [
        "Events",
        "Workshop",
        "Capacity is limited to 70; kindly register for this free event.",
        "Agenda:",
    ]


def test_import_keeps_the_program_as_it_was_imported(made: tuple[Imported, Program]) -> None:
    path = made[0].path

    assert last_import(path) == path.with_name(".program.imported.yaml")
    assert last_import(path).read_bytes() == path.read_bytes()


def test_import_again_gives_the_same_bytes(made: tuple[Imported, Program], tmp_path: Path) -> None:
    again = imported(tmp_path, page_of(workshop()))

    assert again.path.read_bytes() == made[0].path.read_bytes()


def test_program_names_no_folder_of_this_machine(made: tuple[Imported, Program]) -> None:
    text = made[0].path.read_text(encoding="utf-8")

    assert [line for line in text.splitlines() if str(made[0].path.parent) in line] == []
    assert text.splitlines()[2] == (
        '# It was imported from agenda.txt; remarks such as "from line 42" name lines of that.'
    )


def test_workshop_page_can_be_printed(made: tuple[Imported, Program], tmp_path: Path) -> None:
    (screen,), faults = make(made[0].path, tmp_path, editions=("screen",))

    text = fluent(" ".join(page_texts(screen.path.read_bytes())))
    assert [title for title in titles(made[0].path) if fluent(title) not in text] == []
    assert [fault.what for fault in faults if "no font" in fault.what] == []


def test_program_that_is_there_is_left_before_sources_are_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(BookletError) as raised:
        import_program([str(tmp_path / "none.txt")], path, Asked(), stdin=nothing)

    hint = "--update brings it up to date and keeps your changes; --force writes over it; -o names another file"
    assert raised.value.faults == (Fault("this file is there already, and was left as it is", Place(str(path)), hint),)
    assert path.read_text(encoding="utf-8") == "mine"


def test_force_writes_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "program.yaml").write_text("mine", encoding="utf-8")

    done = imported(tmp_path, AGENDA, force=True)

    assert titles(done.path) == ["On Counting", "Coffee Break", "On Stars"]
    assert done.changes == ()


def test_force_that_fails_leaves_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(BookletError):
        imported(tmp_path, "Nothing of interest.", force=True)

    assert path.read_text(encoding="utf-8") == "mine"
    assert files_in(tmp_path) == ["agenda.txt", "program.yaml"]


def test_update_keeps_edits_and_tells_what_changed(tmp_path: Path) -> None:
    path = imported(tmp_path, AGENDA).path
    edit(path, "talk: On Counting\n", "talk: On Counting Well   # she asked for it\n")
    edit(path, "break: Coffee Break\n", "break: Coffee Break\n        abstract: Try the cake.\n")
    mine = path.read_text(encoding="utf-8")

    done = imported(tmp_path, AGENDA.replace("9:00-9:45", "9:00-9:40") + WAVES, update=True)

    assert done.changes == (
        "changed: 'On Counting Well' ends 9:40 (was 9:45)",
        "added: 'On Waves' (2026-03-03, 11:00-11:45)",
    )
    assert path.read_text(encoding="utf-8") == mine.replace("9:00-9:45", "9:00-9:40") + (
        "\n"
        "      - time: 11:00-11:45\n"
        "        talk: On Waves\n"
        "        speaker: Cy Cole (Sea House)\n"
        "        abstract: |\n"
        "          Words about waves.\n"
    )


def test_update_with_the_same_source_changes_nothing(tmp_path: Path) -> None:
    path = imported(tmp_path, AGENDA).path
    edit(path, "talk: On Stars\n", "talk: On Many Stars\n")
    mine = path.read_bytes()

    done = imported(tmp_path, AGENDA, update=True)

    assert done.changes == ("nothing has changed since the last import",)
    assert path.read_bytes() == mine


def test_update_twice_changes_nothing_more(tmp_path: Path) -> None:
    path = imported(tmp_path, AGENDA).path
    edit(path, "talk: On Stars\n", "talk: On Many Stars\n")
    imported(tmp_path, AGENDA + WAVES, update=True)
    once = path.read_bytes()

    done = imported(tmp_path, AGENDA + WAVES, update=True)

    assert done.changes == ("nothing has changed since the last import",)
    assert path.read_bytes() == once


def test_update_of_what_both_have_changed_keeps_the_edit_and_tells(tmp_path: Path) -> None:
    path = imported(tmp_path, AGENDA).path
    edit(path, "talk: On Stars\n", "talk: On Many Stars\n")
    mine = path.read_bytes()

    done = imported(tmp_path, AGENDA.replace("On Stars", "On Bright Stars"), update=True)

    assert path.read_bytes() == mine
    (told,) = [told for told in done.told if told.heading == "to look at"]
    assert [fault.what for fault in told.faults] == [
        "the title of 'On Many Stars': the program says 'On Many Stars', the source 'On Bright Stars'"
    ]


def test_update_of_a_program_that_is_not_there_writes_it(tmp_path: Path) -> None:
    done = imported(tmp_path, AGENDA, update=True)

    assert done.changes == ()
    assert titles(done.path) == ["On Counting", "Coffee Break", "On Stars"]


def test_update_without_the_last_import_takes_nothing_out(tmp_path: Path) -> None:
    path = imported(tmp_path, AGENDA).path
    last_import(path).unlink()

    imported(tmp_path, AGENDA.partition("10:00-10:45")[0] + WAVES, update=True)

    assert titles(path) == ["On Counting", "Coffee Break", "On Stars", "On Waves"]


def test_update_of_a_broken_program_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text("event: {title: A\n", encoding="utf-8")

    with pytest.raises(BookletError):
        imported(tmp_path, AGENDA, update=True)

    assert path.read_text(encoding="utf-8") == "event: {title: A\n"
    assert files_in(tmp_path) == ["agenda.txt", "program.yaml"]


def test_missing_year_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(BookletError) as raised:
        imported(tmp_path, AGENDA.replace(", 2026", ""))

    hint = "say which it is with --date-of-first-day, as in --date-of-first-day 2026-03-02"
    (fault,) = raised.value.faults
    assert fault == Fault("March 3 has no year, and the page names none", fault.where, hint)
    assert fault.where
    assert fault.where.file == str(tmp_path / "agenda.txt")
    assert files_in(tmp_path) == ["agenda.txt"]


@pytest.mark.parametrize("date", ["March 3\n", ""])
def test_date_that_is_told_answers_the_question(tmp_path: Path, date: str) -> None:
    day = datetime.date(2027, 3, 3)

    done = imported(tmp_path, AGENDA.replace("March 3, 2026\n", date), asked=Asked(first_day=day))

    program, _ = read_program(done.path)
    assert [one.date for one in program.days] == [day]


def test_questions_of_all_sources_are_asked_at_once(tmp_path: Path) -> None:
    sources = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for source in sources:
        source.write_text(AGENDA.replace(", 2026", ""), encoding="utf-8")

    with pytest.raises(BookletError) as raised:
        read_sources([str(source) for source in sources], Asked(), stdin=nothing)

    places = [fault.where.file for fault in raised.value.faults if fault.where]
    assert places == [str(source) for source in sources]


@pytest.mark.parametrize("turned", [False, True])
def test_sources_are_joined(tmp_path: Path, turned: bool) -> None:
    sessions, papers = tmp_path / "sessions.csv", tmp_path / "papers.csv"
    sessions.write_text(SESSIONS, encoding="utf-8")
    papers.write_text(PAPERS, encoding="utf-8")
    sources = [str(papers), str(sessions)] if turned else [str(sessions), str(papers)]

    manuscript, formats = read_sources(sources, Asked(), stdin=nothing)

    assert [(entry.title, entry.abstract) for entry in manuscript.entries] == [
        ("On Counting", "Words about counting."),
        ("On Stars", "Words about stars."),
    ]
    assert formats == tuple((source, "a spreadsheet (XLSX, CSV, TSV)") for source in sources)


def test_abstracts_without_an_agenda_are_refused(tmp_path: Path) -> None:
    papers = tmp_path / "papers.csv"
    papers.write_text(PAPERS, encoding="utf-8")

    with pytest.raises(BookletError) as raised:
        import_program([str(papers)], tmp_path / "program.yaml", Asked(), stdin=nothing)

    what = "2 abstracts were found, but no agenda: nothing says when anything is"
    hint = "name a source with the agenda too: booklet import AGENDA ABSTRACTS"
    assert raised.value.faults == (Fault(what, Place(str(papers)), hint),)
    assert files_in(tmp_path) == ["papers.csv"]


def test_standard_input_is_one_of_the_sources(tmp_path: Path) -> None:
    papers = tmp_path / "papers.csv"
    papers.write_text(PAPERS, encoding="utf-8")

    manuscript, formats = read_sources(["-", str(papers)], Asked(), stdin=SESSIONS.encode)

    assert [entry.abstract for entry in manuscript.entries] == ["Words about counting.", "Words about stars."]
    assert [source for source, _ in formats] == ["-", str(papers)]


def test_standard_input_is_not_read_unless_it_is_named(tmp_path: Path) -> None:
    source = tmp_path / "agenda.txt"
    source.write_text(AGENDA, encoding="utf-8")

    def stdin() -> bytes:
        raise AssertionError("nobody asked for standard input")

    manuscript, _ = read_sources([str(source)], Asked(), stdin=stdin)

    assert len(manuscript.entries) == 3


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_files_are_imported_without_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    for used in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, used, refuse)
    source = tmp_path / name
    source.write_text(SOURCES[name], encoding="utf-8")

    done = import_program([str(source)], tmp_path / "program.yaml", Asked(), stdin=nothing)

    assert titles(done.path)[0] == "On Counting"


def test_clash_in_a_source_is_told_by_its_place_in_the_program(tmp_path: Path) -> None:
    done = imported(tmp_path, AGENDA.replace("10:00-10:45 Bo Berg", "9:00-9:45 Ada Abel"))

    (told,) = [told for told in done.told if told.heading == "to look at"]
    assert [(fault.where and fault.where.file, fault.what) for fault in told.faults] == [
        (str(done.path), "'On Stars' starts 09:00, but 'On Counting' ends 09:45"),
        (str(done.path), "Ada Abel is in 'On Stars' at 09:00, but until 09:45 in 'On Counting'"),
    ]
    lines = done.path.read_text(encoding="utf-8").splitlines()
    assert [lines[fault.where.line - 1].strip() for fault in told.faults if fault.where] == [
        "- time: 9:00-9:45",
        "speaker: Ada Abel (School of Stars)",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("icall", "did you mean 'ical'? '--format list' names all"), ("zzz", "'--format list' names all")],
)
def test_format_that_is_none_is_refused(tmp_path: Path, name: str, hint: str) -> None:
    source = tmp_path / "agenda.txt"
    source.write_text(AGENDA, encoding="utf-8")

    with pytest.raises(BookletError) as raised:
        read_sources([str(source)], Asked(), name=name, stdin=nothing)

    assert raised.value.faults == (Fault(f"there is no format '{name}'", None, hint),)


WRONG: Final[dict[str, bytes]] = {
    **{name: text.encode() for name, text in SOURCES.items()},
    "prose.txt": b"Dear all,\n\nsee you soon!\n",
    "cut.json": b'{"schedule": {"conference": {"title": "A", "days": [{"date": "2026-03-03"',
    "numbers.json": b"[1, null, [2, {}], true]",
    "nested.json": b'{"sessions": [null, 1, "a", [], {"title": {"a": 1}, "speakers": 3}], "schedule": [], "days": 7}',
    "nested.yaml": b"event: 1\ndays:\n  - [1, {a: b}]\n  - null\nspeakers: {a: [b]}\n",
    "empty.xml": b"<schedule/>",
    "other.xml": b'<a xmlns="urn:x"><b c="d">e</b><!-- f --></a>',
    "headings.csv": b"title,speaker,start\n",
    "commas.csv": b",,,\n,,,\n",
}
"""Sources of every kind, few of which are what a format expects."""


@pytest.mark.parametrize("source", sorted(WRONG))
def test_format_that_is_told_wrongly_reads_or_refuses(tmp_path: Path, source: str) -> None:
    path = tmp_path / source
    path.write_bytes(WRONG[source])
    refused = {}

    for line in formats_listed().splitlines():
        name = line.split()[0]
        try:
            read_sources([str(path)], Asked(), name=name, stdin=nothing)
        except BookletError as error:
            refused[name] = error.faults

    said = [(name, fault) for name, faults in refused.items() for fault in faults]
    assert [(name, fault.what) for name, fault in said if not fault.where or fault.where.file != str(path)] == []
    assert [(name, fault.what) for name, fault in said if not fault.hint] == []


def test_formats_are_listed_with_their_titles() -> None:
    lines = formats_listed().splitlines()

    names = [line.split()[0] for line in lines]
    width = max(map(len, names)) + 2
    assert len(set(names)) == len(names)
    assert [line[:width] for line in lines] == [name.ljust(width) for name in names]
    assert [line for line in lines if line[width] == " "] == []
    assert lines[-1] == f"{'page'.ljust(width)}a web page or pasted text"


def test_manuscript_is_counted_in_words() -> None:
    day = datetime.date(2026, 3, 3)
    ada, bo = Speaker("Ada Abel"), Speaker("Bo Berg")
    talk = Entry(kind="talk", title="One", date=day, speakers=(ada,))
    session = Entry(kind="session", title="Two", date=day, chairs=(bo,), entries=(talk, talk))
    manuscript = Manuscript(event=no_event("Event"), entries=(talk, session, Entry(kind="other", title="C", date=day)))

    assert counted(manuscript) == "1 day, 3 talks, 1 session, 1 other entry, 2 people"
    assert counted(replace(manuscript, entries=(talk,))) == "1 day, 1 talk, 1 person"
