"""`booklet import`: what it writes, what it says and where, what it refuses, and the code that it ends with."""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import pytest

import booklet
from booklet.cli import main
from booklet.importers.fetching import fetch
from booklet.model.read import read_program
from tests.reading import page_texts

AGENDA: Final = """Small Meeting

March 3, 2026
9:00-9:45 Ada Abel (Lab of Numbers)
- Title: On Counting
- Abstract: Words about counting.
9:45-10:00 Coffee Break
10:00-10:45 Bo Bergström (School of Stars)
- Title: On Stars
- Abstract: Words about stars.
"""
PAGE: Final = """<!DOCTYPE html>
<html><head><title>Small Meeting</title></head><body><h1>Small Meeting</h1><h2>March 3, 2026</h2>
<ul>
<li>9:00-9:45 <b>Ada Abel</b>: On Counting</li>
<li>9:45-10:00 Coffee Break</li>
<li>10:00-10:45 <b>Bo Bergström</b>: On Stars</li>
</ul></body></html>
"""
CALENDAR: Final = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Small//Meeting//EN
X-WR-CALNAME:Small Meeting
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
SUMMARY:On Counting
DTSTART;TZID=Europe/Berlin:20260303T090000
DTEND;TZID=Europe/Berlin:20260303T094500
LOCATION:Aula
DESCRIPTION:Words about counting.
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20260101T000000Z
SUMMARY:On Stars
DTSTART;TZID=Europe/Berlin:20260303T100000
DTEND;TZID=Europe/Berlin:20260303T104500
END:VEVENT
END:VCALENDAR
"""
SESSIONS: Final = """Date,Start,End,Title,Speaker,Room
2026-03-03,9:00,9:45,On Counting,Ada Abel,Aula
2026-03-03,9:45,10:00,Coffee Break,,
2026-03-03,10:00,10:45,On Stars,Bo Bergström,Aula
"""
PAPERS: Final = """title,authors,abstract
On Stars,Bo Bergström,Words about stars.
On Counting,Ada Abel,Words about counting.
"""
SCHEDULE: Final = """<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <conference><acronym>small</acronym><title>Small Meeting</title></conference>
  <day index="1" date="2026-03-03" start="2026-03-03T09:00:00+01:00" end="2026-03-03T18:00:00+01:00">
    <room name="Aula">
      <event id="1">
        <date>2026-03-03T09:00:00+01:00</date><start>09:00</start><duration>00:45</duration>
        <title>On Counting</title><type>lecture</type><abstract>Words about counting.</abstract>
        <persons><person id="1">Ada Abel</person></persons>
      </event>
      <event id="2">
        <date>2026-03-03T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration>
        <title>On Stars</title><type>lecture</type><abstract>Words about stars.</abstract>
        <persons><person id="2">Bo Bergström</person></persons>
      </event>
    </room>
  </day>
</schedule>
"""
SOURCES: Final = {
    "agenda.txt": AGENDA,
    "agenda.html": PAGE,
    "calendar.ics": CALENDAR,
    "sessions.csv": SESSIONS,
    "schedule.xml": SCHEDULE,
}
"""A small source of each kind, by the name of its file; each holds these two talks."""

WRITTEN: Final = [".program.imported.yaml", "program.yaml"]
HINT: Final = "\n  hint: "


class Outcome(NamedTuple):
    """How a command ended, and what it wrote to standard output and standard error."""

    code: int
    out: str
    err: str


Command: TypeAlias = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that commands run in."""
    path = tmp_path / "event"
    path.mkdir()
    return path


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that temporary files would be in."""
    path = tmp_path / "temporary"
    path.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(path))
    return path


@pytest.fixture
def run(
    folder: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """Run a command in the folder; whatever it raises but its exit code is raised here too."""
    monkeypatch.chdir(folder)

    def command(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments], prog_name="booklet")
        captured = capsys.readouterr()
        return Outcome(int(stop.value.code or 0), captured.out, captured.err)

    yield command
    assert files_in(temporary) == []
    gc.enable()  # a command that fails ends its process before it would


def in_a_process(
    *arguments: str, folder: Path, stdin: bytes = b"", settings: Mapping[str, str] | None = None
) -> Outcome:
    """Run a command as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(booklet.__file__).parents[1]), **(settings or {})}
    command = [sys.executable, "-c", "from booklet.cli import main; main()", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, input=stdin, capture_output=True, check=False)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def write(folder: Path, *names: str) -> None:
    """Write sources into a folder."""
    for name in names:
        (folder / name).write_text({**SOURCES, "papers.csv": PAPERS}[name], encoding="utf-8")


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def titles(path: Path) -> list[str]:
    """What a program file holds, in its order."""
    program, _ = read_program(path)
    return [entry.title for day in program.days for entry in day.entries]


def bombs(root: str) -> str:
    """A document type whose entities would become a hundred million letters."""
    inner = "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(8))
    return f'<!DOCTYPE {root} [<!ENTITY a "aaaaaaaaaa">{inner}]>'


def archive(*members: tuple[str, str | list[str]]) -> bytes:
    """A ZIP file of members with their texts, long ones in pieces."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, text in members:
            with packed.open(name, "w") as member:
                for piece in [text] if isinstance(text, str) else text:
                    member.write(piece.encode())
    return stream.getvalue()


def workbook(*sheet: str) -> bytes:
    """An Excel workbook with one sheet, whose XML is given in pieces."""
    office = "http://schemas.openxmlformats.org"
    relations = f"{office}/officeDocument/2006/relationships"
    package = f'xmlns="{office}/package/2006/relationships"'
    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        f'<Types xmlns="{office}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{excel}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{excel}.worksheet+xml"/></Types>'
    )
    book = f'<workbook xmlns="{office}/spreadsheetml/2006/main" xmlns:r="{relations}">'
    relation = f'<Relationships {package}><Relationship Id="rId1" Type="{relations}/'
    return archive(
        ("[Content_Types].xml", types),
        ("_rels/.rels", f'{relation}officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'{book}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'{relation}worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml", list(sheet)),
    )


SHEET: Final = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CELL: Final = '<row r="1"><c r="A1" t="inlineStr"><is><t>'
CELL_END: Final = "</t></is></c></row></sheetData></worksheet>"


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_import_writes_the_program_and_says_so(run: Command, folder: Path, name: str) -> None:
    write(folder, name)

    outcome = run("import", name)

    assert outcome.code == 0
    assert files_in(folder) == sorted([*WRITTEN, name])
    assert [title for title in titles(folder / "program.yaml") if title != "Coffee Break"] == [
        "On Counting",
        "On Stars",
    ]
    read, counted = outcome.out.splitlines()
    assert read.startswith(f"{name}: read as ")
    assert counted.startswith("program.yaml: 1 day, 2 talks")


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_import_then_make_gives_a_booklet(run: Command, folder: Path, name: str) -> None:
    write(folder, name)

    assert run("import", name, "-q").code == 0
    assert run("make", "-e", "screen", "-q").code == 0

    text = " ".join(" ".join(page_texts((folder / "out" / "program-screen.pdf").read_bytes())).split())
    assert [title for title in ("On Counting", "On Stars") if title not in text] == []


def test_import_into_another_file_makes_its_folder(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")

    outcome = run("import", "agenda.txt", "-o", "a/b/meeting.yaml")

    assert outcome.out.splitlines()[-1] == "a/b/meeting.yaml: 1 day, 2 talks, 1 pause, 2 people"
    assert files_in(folder) == ["a", "agenda.txt"]
    assert files_in(folder / "a" / "b") == [".meeting.imported.yaml", "meeting.yaml"]


def test_import_of_a_file_elsewhere_names_no_folder_in_the_program(run: Command, folder: Path, tmp_path: Path) -> None:
    write(tmp_path, "agenda.txt")
    run("import", tmp_path / "agenda.txt", "-o", "absolute.yaml")

    assert run("import", "../agenda.txt", "-o", "relative.yaml").code == 0

    text = (folder / "relative.yaml").read_text(encoding="utf-8")
    assert text == (folder / "absolute.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[2].startswith("# It was imported from agenda.txt; ")


def test_import_quietly_says_only_what_is_to_be_looked_at(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt", "sessions.csv")

    assert run("import", "agenda.txt", "-q") == Outcome(0, "", "")
    assert run("import", "sessions.csv", "-q", "--force") == Outcome(
        0,
        "",
        "to look at (1)\n"
        "  the source does not say what the event is called\n"
        "    hint: write it behind 'title:' in 'event:'\n"
        "missing (1)\n"
        "  none of the 2 talks has an abstract\n"
        "    hint: 'booklet import AGENDA ABSTRACTS' joins abstracts from a second source; "
        "'booklet check' names each talk\n",
    )


def test_import_shows_a_long_report_only_if_asked(run: Command, folder: Path) -> None:
    menu = "".join(f"Menu {number}\n" for number in range(20))
    (folder / "agenda.txt").write_text(f"{AGENDA}\nContact\n{menu}", encoding="utf-8")

    short = run("import", "agenda.txt").err
    whole = run("import", "agenda.txt", "--force", "--all").err

    assert [line for line in short.splitlines() if line.startswith("  … and ")] != []
    assert [line for line in whole.splitlines() if line.startswith("  … and ")] == []


def test_import_of_standard_input(run: Command, folder: Path) -> None:
    outcome = run("import", "-", stdin=AGENDA.encode())

    assert outcome == Outcome(
        0,
        "-: read as a web page or pasted text\nprogram.yaml: 1 day, 2 talks, 1 pause, 2 people\n",
        "",
    )
    assert files_in(folder) == WRITTEN


def test_import_as_a_process_reads_what_is_piped_in(folder: Path) -> None:
    outcome = in_a_process("import", "-", "-q", folder=folder, stdin=AGENDA.encode())

    assert outcome == Outcome(0, "", "")
    assert titles(folder / "program.yaml") == ["On Counting", "Coffee Break", "On Stars"]


def test_import_as_a_process_tells_faults_that_any_terminal_can_show(folder: Path) -> None:
    write(folder, "agenda.txt")
    (folder / "agenda.txt").write_text(AGENDA.replace("March 3, 2026", "März 3"), encoding="utf-8")

    outcome = in_a_process("import", "agenda.txt", folder=folder, settings={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})

    assert outcome.code == 1
    assert outcome.err.startswith("agenda.txt:")
    assert [line for line in outcome.err.splitlines() if "Traceback" in line] == []
    assert files_in(folder) == ["agenda.txt"]


def test_import_by_the_command_that_is_installed(folder: Path) -> None:
    """Only where the package is installed: otherwise there is no `booklet` beside this Python."""
    command = shutil.which("booklet", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("the package is not installed; pip install -e .")
    write(folder, "schedule.xml")

    subprocess.run([command, "import", "schedule.xml", "-q"], cwd=folder, capture_output=True, check=True)

    assert titles(folder / "program.yaml") == ["On Counting", "On Stars"]


def test_import_in_two_processes_gives_the_same_bytes(run: Command, folder: Path, tmp_path: Path) -> None:
    here = {"PYTHONHASHSEED": "0"}
    elsewhere = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"}
    written = []
    for number, settings in enumerate((here, elsewhere)):
        place = tmp_path / str(number)
        place.mkdir()
        write(place, "agenda.txt", "papers.csv")
        assert in_a_process("import", "agenda.txt", "papers.csv", "-q", folder=place, settings=settings).code == 0
        written.append({name: (place / name).read_bytes() for name in WRITTEN})
    write(folder, "agenda.txt", "papers.csv")
    run("import", "agenda.txt", "papers.csv", "-q")

    assert written[0] == written[1] == {name: (folder / name).read_bytes() for name in WRITTEN}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_import_twice_gives_the_same_bytes(run: Command, folder: Path, name: str) -> None:
    write(folder, name)
    first = run("import", name)
    old = [(folder / file).read_bytes() for file in WRITTEN]

    assert run("import", name, "--force") == first
    assert [(folder / file).read_bytes() for file in WRITTEN] == old


@pytest.mark.parametrize("sources", [("sessions.csv", "papers.csv"), ("papers.csv", "sessions.csv")])
def test_import_joins_sources(run: Command, folder: Path, sources: tuple[str, str]) -> None:
    write(folder, *sources)

    outcome = run("import", *sources)

    assert outcome.out.splitlines() == [
        *(f"{source}: read as a spreadsheet (XLSX, CSV, TSV)" for source in sources),
        "program.yaml: 1 day, 2 talks, 1 pause, 2 people",
    ]
    program, _ = read_program(folder / "program.yaml")
    assert [(entry.title, entry.abstract) for entry in program.days[0].sessions] == [
        ("On Counting", "Words about counting."),
        ("Coffee Break", ""),
        ("On Stars", "Words about stars."),
    ]


def test_import_refuses_to_write_over_a_program(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")
    (folder / "program.yaml").write_text("mine", encoding="utf-8")

    assert run("import", "agenda.txt") == Outcome(
        1,
        "",
        "program.yaml: this file is there already, and was left as it is\n"
        "  hint: --update brings it up to date and keeps your changes; --force writes over it; "
        "-o names another file\n"
        "1 fault found\n",
    )
    assert (folder / "program.yaml").read_text(encoding="utf-8") == "mine"
    assert files_in(folder) == ["agenda.txt", "program.yaml"]


def test_import_with_force_writes_over_a_program(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")
    (folder / "program.yaml").write_text("mine", encoding="utf-8")

    assert run("import", "agenda.txt", "--force").code == 0
    assert titles(folder / "program.yaml") == ["On Counting", "Coffee Break", "On Stars"]


def test_import_with_update_says_what_it_changed(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")
    run("import", "agenda.txt")
    path = folder / "program.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("talk: On Stars", "talk: On Many Stars"), encoding="utf-8")
    waves = "11:00-11:45 Cy Cole (Sea House)\n- Title: On Waves\n- Abstract: Words about waves.\n"
    (folder / "agenda.txt").write_text(AGENDA + waves, encoding="utf-8")

    outcome = run("import", "agenda.txt", "--update")

    assert outcome == Outcome(
        0,
        "agenda.txt: read as a web page or pasted text\n"
        "program.yaml: added: 'On Waves' (2026-03-03, 11:00-11:45)\n"
        "program.yaml: 1 day, 3 talks, 1 pause, 3 people\n",
        "",
    )
    assert titles(path) == ["On Counting", "Coffee Break", "On Many Stars", "On Waves"]


def test_import_with_update_of_nothing_new_says_so(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")
    run("import", "agenda.txt")

    outcome = run("import", "agenda.txt", "--update")

    assert outcome.out.splitlines()[1] == "program.yaml: nothing has changed since the last import"


def test_import_asks_for_a_missing_year(run: Command, folder: Path) -> None:
    (folder / "agenda.txt").write_text(AGENDA.replace(", 2026", ""), encoding="utf-8")

    asked = run("import", "agenda.txt")

    assert (asked.code, asked.out) == (1, "")
    assert asked.err.partition(" ")[2] == (
        "March 3 has no year, and the page names none\n"
        "  hint: say which it is with --date-of-first-day, as in --date-of-first-day 2026-03-02\n"
        "1 fault found\n"
    )
    assert files_in(folder) == ["agenda.txt"]

    assert run("import", "agenda.txt", "--date-of-first-day", "2026-03-03").code == 0
    program, _ = read_program(folder / "program.yaml")
    assert [str(day.date) for day in program.days] == ["2026-03-03"]


@pytest.mark.parametrize("name", ["calendar.ics", "schedule.xml", "sessions.csv"])
def test_import_leaves_out_what_is_private_unless_asked(run: Command, folder: Path, name: str) -> None:
    link = "https://zoom.us/j/123"
    text = SOURCES[name].replace("Words about counting.", f"Words. Join: {link}")
    if name == "sessions.csv":
        head, first, *rest = text.splitlines()
        text = "\n".join([f"{head},Abstract", f"{first},Join: {link}", *(f"{line}," for line in rest)])
    (folder / name).write_text(text, encoding="utf-8")

    public = run("import", name, "-o", "public.yaml")
    run("import", name, "-o", "private.yaml", "--private")

    assert [link in (folder / f"{which}.yaml").read_text(encoding="utf-8") for which in ("public", "private")] == [
        False,
        True,
    ]
    assert (
        f"  {name}: 1 line with a join link, a password, a telephone number or an e-mail address (private)\n"
        "    hint: --private imports them\n"
    ) in public.err


def test_import_takes_the_time_zone_that_is_told(run: Command, folder: Path) -> None:
    write(folder, "calendar.ics")

    assert run("import", "calendar.ics", "--timezone", "Asia/Tokyo").code == 0

    program, _ = read_program(folder / "program.yaml")
    assert program.event.timezone == "Asia/Tokyo"
    assert [session.start for session in program.days[0].sessions] == [17 * 60, 18 * 60]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("--timezone", "Mars/Olympus"),
            "--timezone: expected a time zone such as Europe/Berlin, found 'Mars/Olympus'",
        ),
        (("--date-of-first-day", "soon"), "--date-of-first-day: expected a date such as 2025-02-20, found 'soon'"),
        (("--fast",), "No such option"),
    ],
)
def test_import_with_a_wrong_option_is_2(run: Command, folder: Path, arguments: tuple[str, ...], error: str) -> None:
    write(folder, "agenda.txt")

    outcome = run("import", "agenda.txt", *arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[:2] == [
        "Usage: booklet import [OPTIONS] SOURCE…",
        "Try 'booklet import --help' for help.",
    ]
    assert [line for line in outcome.err.splitlines() if line.startswith(f"Error: {error}")] != []
    assert files_in(folder) == ["agenda.txt"]


def test_import_of_nothing_is_2(run: Command, folder: Path) -> None:
    outcome = run("import")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[-1] == "Error: name what to import, as in: booklet import agenda.html"
    assert files_in(folder) == []


@pytest.mark.parametrize("sources", [(), ("any",)])
def test_import_lists_its_formats(run: Command, folder: Path, sources: tuple[str, ...]) -> None:
    outcome = run("import", "--format", "list", *sources)

    assert (outcome.code, outcome.err) == (0, "")
    names = [line.split()[0] for line in outcome.out.splitlines()]
    assert [name for name in ("program", "frab-xml", "ical", "spreadsheet", "page") if name not in names] == []
    assert files_in(folder) == []


def test_import_with_a_format_takes_it(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")

    outcome = run("import", "agenda.txt", "--format", "ical")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("agenda.txt")


def test_import_with_an_unknown_format_is_1_and_says_which_is_near(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")

    assert run("import", "agenda.txt", "--format", "icall") == Outcome(
        1, "", f"there is no format 'icall'{HINT}did you mean 'ical'? '--format list' names all\n1 fault found\n"
    )
    assert files_in(folder) == ["agenda.txt"]


REFUSED: Final[dict[str, tuple[bytes, str]]] = {
    "empty.txt": (b"", "empty.txt: there is nothing in it"),
    "blank.html": (b"\n \t\n", "blank.html: there is nothing in it"),
    "prose.txt": (b"Dear all,\n\nsee you soon!\n", "prose.txt: no agenda was found here"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture.png: this is no text, but a picture"),
    "program.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "program.pdf: this is no text, but a PDF"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture.html: this is no text, but a picture"),
    "export.zip": (archive(("a.txt", "a")), "export.zip: this is no text, but a ZIP file"),
    "zip.xlsx": (archive(("a.txt", "a")), "zip.xlsx: this is no text, but a ZIP file"),
    "cut.xlsx": (workbook(SHEET)[:300], "cut.xlsx: this is no text, but a damaged Excel, Word or ZIP file"),
    "binary.csv": (bytes(range(256)) * 4, "binary.csv: this is no text, but a file for some program"),
    "cut.json": (
        json.dumps({"schedule": {"conference": {"title": "A", "days": []}}}, indent=1)[:-8].encode(),
        "cut.json:6:1: this JSON is broken",
    ),
    "other.json": (b'{"a": {"b": 1}, "c": 2}', "other.json: this JSON is not recognised"),
    "cut.xml": (SCHEDULE.partition("<duration>")[0].encode(), "cut.xml:7:67: the XML is broken here"),
    "cut-in-tag.xml": (SCHEDULE.partition("</title><type>")[0].encode(), "cut-in-tag.xml:8:27: the XML is broken here"),
    "cut.ics": (CALENDAR.partition("BEGIN:VEVENT")[0].encode(), "cut.ics: there is no event in this calendar"),
    "cut.html": (PAGE.partition("</title>")[0].encode(), "cut.html: no agenda was found here"),
    "cut-in-script.html": (
        b"<html><head><title>A</title><script>var a = '9:00",
        "cut-in-script.html: no agenda was found here",
    ),
    "bomb.xml": (
        f"{bombs('schedule')}{SCHEDULE.partition('?>')[2].replace('On Counting', '&i;')}".encode(),
        "bomb.xml:1: this XML declares entities or names other files, and is not read",
    ),
    "reading.xml": (
        f'<!DOCTYPE schedule SYSTEM "file:///etc/hostname">{SCHEDULE.partition("?>")[2]}'.encode(),
        "reading.xml:1: this XML declares entities or names other files, and is not read",
    ),
    "bomb.html": (
        f"{bombs('html')}<html><body><p>&i;</p></body></html>".encode(),
        "bomb.html: no agenda was found here",
    ),
    "entities.xlsx": (
        workbook(bombs("worksheet"), SHEET, CELL, "&i;", CELL_END),
        "entities.xlsx: the workbook's part 'xl/worksheets/sheet1.xml' is none that a spreadsheet writes",
    ),
    "broken.xlsx": (workbook(SHEET, CELL), "broken.xlsx: the workbook cannot be read"),
    "nothing.xlsx": (
        workbook(SHEET, "</sheetData></worksheet>"),
        "nothing.xlsx: no row of headings was found in this table",
    ),
}
"""What is no source by the name of its file: its bytes, and how the message about it begins."""


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_import_refuses_what_is_no_source(run: Command, folder: Path, name: str) -> None:
    data, begins = REFUSED[name]
    (folder / name).write_bytes(data)

    outcome = run("import", name)

    assert_refused(outcome, begins)
    assert files_in(folder) == [name]


def assert_refused(outcome: Outcome, begins: str) -> None:
    """One fault, which begins with what is expected, and a hint."""
    assert (outcome.code, outcome.out) == (1, "")
    what, hint, count = outcome.err.splitlines()
    assert what[: len(begins)] == begins
    assert hint[:8] == "  hint: "
    assert len(hint) > 20
    assert count == "1 fault found"


def test_import_refuses_a_workbook_that_unpacks_to_far_more(run: Command, folder: Path) -> None:
    megabyte = "a" * 1024 * 1024
    (folder / "bomb.xlsx").write_bytes(workbook(SHEET, CELL, *[megabyte] * 257, CELL_END))

    assert_refused(run("import", "bomb.xlsx"), "bomb.xlsx: the workbook unpacks to more than 256 MB, and was not read")
    assert files_in(folder) == ["bomb.xlsx"]


@pytest.mark.parametrize("text", ["9:00 Opening " + "word " * 200_000], ids=["words"])
def test_import_refuses_a_file_of_one_long_line(run: Command, folder: Path, text: str) -> None:
    (folder / "line.txt").write_text(text, encoding="utf-8")

    assert_refused(run("import", "line.txt"), "line.txt: no agenda was found here")
    assert files_in(folder) == ["line.txt"]


def test_import_as_a_process_refuses_without_a_traceback(folder: Path) -> None:
    (folder / "bomb.xml").write_bytes(REFUSED["bomb.xml"][0])

    assert_refused(in_a_process("import", "bomb.xml", folder=folder), REFUSED["bomb.xml"][1])
    assert files_in(folder) == ["bomb.xml"]


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        ("none.txt", "none.txt: there is no such file"),
        ("none/agenda.txt", "none/agenda.txt: there is no such file"),
        ("agenda.txt/more.txt", f"agenda.txt/more.txt: it cannot be read: {os.strerror(errno.ENOTDIR)}"),
        ("loop.txt", f"loop.txt: it cannot be read: {os.strerror(errno.ELOOP)}"),
        ("empty", "empty: there is no file in this folder that can be read"),
        ("outside", "outside: there is no file in this folder that can be read"),
        ("", "-: no source is named"),
        ("file:///etc/hostname", "file:///etc/hostname: only http:// and https:// are fetched, not file://"),
        ("ftp://example.org/a", "ftp://example.org/a: only http:// and https:// are fetched, not ftp://"),
        ("a" * 300, f"{'a' * 300}: it cannot be read: {os.strerror(errno.ENAMETOOLONG)}"),
        ("-", "-: there is nothing in it"),
    ],
)
def test_import_refuses_a_source_that_cannot_be_read(
    run: Command, folder: Path, tmp_path: Path, source: str, begins: str
) -> None:
    write(folder, "agenda.txt")
    write(tmp_path, "schedule.xml")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "empty").mkdir()
    (folder / "outside").mkdir()
    (folder / "outside" / "schedule.xml").symlink_to(tmp_path / "schedule.xml")

    outcome = run("import", source)

    assert_refused(outcome, begins)
    assert files_in(folder) == ["agenda.txt", "empty", "loop.txt", "outside"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything; run as a user")
def test_import_refuses_a_file_that_it_may_not_read(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")
    (folder / "agenda.txt").chmod(0)

    assert_refused(run("import", "agenda.txt"), f"agenda.txt: it cannot be read: {os.strerror(errno.EACCES)}")


def test_import_of_one_bad_source_among_good_ones_writes_nothing(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")

    assert_refused(run("import", "agenda.txt", "none.csv"), "none.csv: there is no such file")
    assert files_in(folder) == ["agenda.txt"]


@pytest.mark.parametrize("out", ["taken/program.yaml", "taken/below/program.yaml"])
def test_import_where_a_file_is_in_the_way_is_a_fault(run: Command, folder: Path, out: str) -> None:
    write(folder, "agenda.txt")
    (folder / "taken").write_text("mine", encoding="utf-8")

    assert_refused(run("import", "agenda.txt", "-o", out), f"cannot write to {Path(out).parent}: ")
    assert (folder / "taken").read_text(encoding="utf-8") == "mine"
    assert files_in(folder) == ["agenda.txt", "taken"]


def test_import_where_a_folder_is_in_the_way_is_a_fault(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")
    (folder / "program.yaml").mkdir()

    assert_refused(run("import", "agenda.txt", "--force"), "cannot write to .: program.yaml is a folder")
    assert files_in(folder) == ["agenda.txt", "program.yaml"]


def test_import_that_can_write_only_one_of_its_two_files_writes_none(run: Command, folder: Path) -> None:
    write(folder, "agenda.txt")
    name = f"{'a' * 235}.yaml"  # with ".imported" and what a temporary file adds, it is longer than a name may be

    outcome = run("import", "agenda.txt", "-o", name)

    assert_refused(outcome, f"cannot write to .: {os.strerror(errno.ENAMETOOLONG)}")
    assert files_in(folder) == ["agenda.txt"]


ENCODED: Final[dict[str, bytes]] = {
    "UTF-8 with a mark": AGENDA.encode("utf-8-sig"),
    "UTF-8 with CRLF": AGENDA.replace("\n", "\r\n").encode(),
    "UTF-16 with a mark": AGENDA.encode("utf-16"),
    "UTF-16 with a mark, big-endian": b"\xfe\xff" + AGENDA.encode("utf-16-be"),
    "UTF-16": AGENDA.encode("utf-16-le"),
    "Windows-1252": AGENDA.encode("cp1252"),
}
GUESSED: Final = {"UTF-16": "UTF-16", "Windows-1252": "Windows-1252 (western)"}


@pytest.mark.parametrize("encoding", sorted(ENCODED))
def test_import_reads_every_encoding_alike_and_tells_a_guess(run: Command, folder: Path, encoding: str) -> None:
    write(folder, "agenda.txt")
    run("import", "agenda.txt", "-o", "plain.yaml")
    (folder / "agenda.txt").write_bytes(ENCODED[encoding])

    outcome = run("import", "agenda.txt")

    assert outcome.code == 0
    assert (folder / "program.yaml").read_bytes() == (folder / "plain.yaml").read_bytes()
    guess = GUESSED.get(encoding)
    assert outcome.err == (
        "to look at (1)\n"
        f"  agenda.txt: the text is not UTF-8; it was read as {guess}\n"
        "    hint: look whether accents and umlauts are right; if not, save it as UTF-8 and import it again\n"
        if guess
        else ""
    )


class Site(BaseHTTPRequestHandler):
    """A site with one page."""

    def do_GET(self) -> None:
        found = self.path == "/2026/programme"
        body = PAGE.encode() if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_import_of_an_address_fetches_it(run: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A server of a test cannot have a public address, so that this one has to be allowed.
    assert fetch.__kwdefaults__
    monkeypatch.setitem(fetch.__kwdefaults__, "reachable", lambda address: address == "127.0.0.1")
    with serving() as site:
        outcome = run("import", f"{site}/2026/programme")
        missing = run("import", f"{site}/2027/programme", "-o", "none.yaml")

    assert outcome.code == 0
    assert outcome.out.splitlines()[0] == f"{site}/2026/programme: read as a web page or pasted text"
    assert titles(folder / "program.yaml") == ["On Counting", "Coffee Break", "On Stars"]
    assert_refused(missing, f"{site}/2027/programme: the server answers 404 instead of a page: there is no such page")
    assert files_in(folder) == WRITTEN


def test_import_of_an_address_of_this_machine_is_refused(run: Command, folder: Path) -> None:
    with serving() as site:
        outcome = run("import", f"{site}/2026/programme")

    assert_refused(outcome, f"{site}/2026/programme: '127.0.0.1' is this computer or one of a private network")
    assert files_in(folder) == []
