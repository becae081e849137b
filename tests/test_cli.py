"""The command line: what it writes, what it says, where it says it, and the code that it ends with."""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import click
import pytest

import booklet
from booklet import __version__
from booklet.cli import main
from booklet.editions import EDITIONS
from booklet.model.program import PARTS
from tests.books import PROGRAM, ROOT
from tests.reading import page_texts

TALK: Final = "{time: 9:00-10:00, talk: One, speaker: Ada Abel, abstract: Words.}"
GOOD: Final = f"""event: {{title: Small Meeting, language: en-US}}
venue: {{name: House}}
days:
  - date: 2026-03-03
    sessions:
      - {TALK}
"""
CLASH: Final = f"{GOOD}      - {{time: 9:30-10:00, talk: Two, speaker: Bo Berg, abstract: More words.}}\n"
BROKEN: Final = f"{GOOD}      - {{time: 9:30-10:00, tlak: Two}}\n"


class Outcome(NamedTuple):
    """How a command ended, and what it wrote to standard output and standard error."""

    code: int
    out: str
    err: str


Command: TypeAlias = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command in a folder of its own; whatever it raises but its exit code is raised here too."""
    monkeypatch.chdir(tmp_path)
    # A machine that is slow for once must not change what is written.
    monkeypatch.setattr("booklet.progress.PATIENCE", math.inf)

    def command(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments], prog_name="booklet")
        captured = capsys.readouterr()
        return Outcome(int(stop.value.code or 0), captured.out, captured.err)

    return command


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a program into the folder that commands run in."""

    def program(text: str, name: str = "program.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return program


Write: TypeAlias = Callable[..., Path]


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_help_says_what_the_program_is_for(run: Command) -> None:
    outcome = run("--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Usage: booklet [OPTIONS] COMMAND [ARGS]...\n\n  Turn one file, program.yaml, into")
    assert run("-h") == outcome


def test_version_is_the_packages(run: Command) -> None:
    assert run("--version") == Outcome(0, f"booklet {__version__}\n", "")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_documented(name: str, run: Command) -> None:
    command = main.commands[name]
    outcome = run(name, "--help")

    assert outcome.code == 0
    assert (command.help or "").strip().endswith(".")
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []
    assert f"  {name} " in run("--help").out


def test_commands_named_in_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bbooklet (make|signs|check|schema|proof|import|badges|new|watch)\b", text))

    assert named - set(main.commands) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("bake",),
        ("make", "--edition", "papyrus"),
        ("make", "--fast"),
        ("make", "a.yaml", "b.yaml"),
        ("proof", "-e", "papyrus"),
        ("check", "--out", "x"),
    ],
)
def test_wrong_command_line_is_2_and_says_why(arguments: tuple[str, ...], run: Command, tmp_path: Path) -> None:
    outcome = run(*arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Usage: booklet")
    assert outcome.err.splitlines()[-1].startswith("Error: ")
    assert files_in(tmp_path) == []


def test_no_command_shows_the_help(run: Command) -> None:
    outcome = run()

    assert outcome.out + outcome.err == run("--help").out


def test_make_writes_both_editions_and_says_so(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)

    outcome = run("make")

    assert (outcome.code, outcome.err) == (0, "")
    assert files_in(tmp_path / "out") == ["program-print.pdf", "program-screen.pdf"]
    rows = [line.split() for line in outcome.out.splitlines()]
    assert rows[0] == ["edition", "pages", "sheets", "size", "file"]
    assert [(row[0], Path(row[-1])) for row in rows[1:3]] == [
        ("screen", Path("out/program-screen.pdf")),
        ("print", Path("out/program-print.pdf")),
    ]
    assert len(page_texts((tmp_path / "out" / "program-screen.pdf").read_bytes())) == int(rows[1][1])
    assert len(page_texts((tmp_path / "out" / "program-print.pdf").read_bytes())) == 2 * int(rows[2][2])
    assert re.fullmatch(r"made in \d+\.\d\d s", outcome.out.splitlines()[3])


def test_make_calls_files_after_the_program(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD, "my.meeting 2026.yaml")

    outcome = run("make", "my.meeting 2026.yaml", "-e", "screen", "-o", "a/b")

    assert outcome.code == 0
    assert files_in(tmp_path / "a" / "b") == ["my.meeting 2026-screen.pdf"]


def test_make_obeys_the_program_and_the_command_line_more(run: Command, write: Write, tmp_path: Path) -> None:
    write(f"{GOOD}booklet: {{editions: [print]}}\n")

    assert run("make", "-o", "asked").code == 0
    assert run("make", "-e", "screen", "-o", "told").code == 0

    assert files_in(tmp_path / "asked") == ["program-print.pdf"]
    assert files_in(tmp_path / "told") == ["program-screen.pdf"]


def test_make_of_an_edition_given_twice_makes_it_once(run: Command, write: Write) -> None:
    write(GOOD)

    outcome = run("make", "-e", "screen", "-e", "screen")

    assert [line.split()[0] for line in outcome.out.splitlines()[1:-1]] == ["screen"]


def test_make_quietly_says_nothing(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)

    assert run("make", "--quiet") == Outcome(0, "", "")
    assert files_in(tmp_path / "out") == ["program-print.pdf", "program-screen.pdf"]


def test_make_with_faults_to_live_with_reports_and_writes(run: Command, write: Write, tmp_path: Path) -> None:
    write(CLASH)

    outcome = run("make", "--quiet")

    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.startswith("program.yaml:7:16: 'Two' starts 09:30, but ")
    assert outcome.err.count("\n  hint: ") == 1
    assert files_in(tmp_path / "out") == ["program-print.pdf", "program-screen.pdf"]


def test_make_strictly_writes_nothing_if_there_is_a_fault(run: Command, write: Write, tmp_path: Path) -> None:
    write(CLASH)

    outcome = run("make", "--strict")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.endswith("\n1 fault found\n")
    assert files_in(tmp_path) == ["program.yaml"]


def test_make_strictly_of_a_good_program_writes(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)

    assert run("make", "--strict", "--quiet").code == 0
    assert files_in(tmp_path / "out") == ["program-print.pdf", "program-screen.pdf"]


def test_make_of_a_broken_program_is_1_and_writes_nothing(run: Command, write: Write, tmp_path: Path) -> None:
    write(BROKEN)

    outcome = run("make")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("program.yaml:7:")
    assert files_in(tmp_path) == ["program.yaml"]


@pytest.mark.parametrize("command", ["make", "check", "proof"])
def test_missing_program_is_a_fault(command: str, run: Command, tmp_path: Path) -> None:
    outcome = run(command)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("program.yaml: ")
    assert outcome.err.count("hint: ") == 1
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("command", ["make", "check", "proof"])
def test_program_that_is_a_folder_is_a_fault(command: str, run: Command, tmp_path: Path) -> None:
    (tmp_path / "program.yaml").mkdir()

    outcome = run(command)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("program.yaml: ")


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"\x00" * 10, b"%PDF-1.7\n%\xe2\xe3", "título: ñ".encode("latin-1")]
)
def test_program_that_is_no_text_is_a_fault(data: bytes, run: Command, tmp_path: Path) -> None:
    (tmp_path / "program.yaml").write_bytes(data)

    outcome = run("make")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("program.yaml")


@pytest.mark.parametrize("out", ["taken", "taken/below"])
def test_make_where_a_file_is_in_the_way_is_a_fault(out: str, run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "taken").write_text("mine", encoding="utf-8")

    outcome = run("make", "-o", out)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"cannot write to {out}: ")
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"
    assert files_in(tmp_path) == ["program.yaml", "taken"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere; run as a user")
def test_make_where_it_may_not_write_is_a_fault(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "out").mkdir(mode=0o555)

    outcome = run("make")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("cannot write to out: ")


@pytest.mark.parametrize("name", ["program-screen.pdf", "program-print.pdf"])
def test_make_that_cannot_replace_a_file_replaces_none(name: str, run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "out" / name).mkdir(parents=True)

    outcome = run("make")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("cannot write to out: ")
    assert files_in(tmp_path / "out") == [name]


@pytest.mark.parametrize("text", [BROKEN, GOOD.replace("Words", "胡"), ""])
def test_make_that_fails_leaves_the_old_files(text: str, run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    run("make")
    old = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    write(text)

    assert run("make").code == 1
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == old


def test_make_replaces_old_files_and_leaves_others(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "program-screen.pdf").write_text("old", encoding="utf-8")
    (tmp_path / "out" / "letter.txt").write_text("mine", encoding="utf-8")

    assert run("make").code == 0
    assert files_in(tmp_path / "out") == ["letter.txt", "program-print.pdf", "program-screen.pdf"]
    assert (tmp_path / "out" / "program-screen.pdf").read_bytes()[:5] == b"%PDF-"
    assert (tmp_path / "out" / "program-screen.pdf").stat().st_mode & 0o444 == 0o444


def test_make_with_a_missing_glyph_names_it_and_writes_nothing(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD.replace("Ada Abel", "胡安 Abel"))

    outcome = run("make")

    assert (outcome.code, outcome.out) == (1, "")
    told = [line for line in outcome.err.splitlines() if not line.startswith("  hint: ")]
    assert told == [
        "program.yaml:6:48: no font has 胡 (U+80E1, Han), in '胡', nor 安",
        "1 fault found",
    ]
    assert "  hint: booklet fonts add chinese, or write it in another way; a box would be printed in its place" in (
        outcome.err.splitlines()
    )
    assert files_in(tmp_path) == ["program.yaml"]


EMPTY: Final = ("posters", "authors", "committees", "sponsors", "pages")
"""What the good program has nothing for."""


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("alone", [True, False], ids=["alone", "left out"])
def test_make_with_any_choice_of_parts(part: str, alone: bool, run: Command, write: Write, tmp_path: Path) -> None:
    # Alone, a part that the program has nothing for would be no booklet.
    chosen = (
        [part, *(["essentials"] if part in EMPTY else [])] if alone else [other for other in PARTS if other != part]
    )
    write(f"{GOOD}booklet: {{parts: [{', '.join(chosen)}], notes: 1}}\n")

    assert run("make", "--quiet") == Outcome(0, "", "")
    screen, sheets = (page_texts((tmp_path / "out" / f"program-{name}.pdf").read_bytes()) for name in EDITIONS)
    assert 2 * len(sheets) - 3 <= len(screen) <= 2 * len(sheets)


def test_make_with_parts_the_other_way_round(run: Command, write: Write) -> None:
    write(f"{GOOD}booklet: {{parts: [{', '.join(reversed(PARTS))}]}}\n")

    assert run("make", "--quiet") == Outcome(0, "", "")


def test_make_with_notes_before_facing_pages_settles(run: Command, write: Write) -> None:
    write(f"{GOOD}  - date: 2026-03-04\n    sessions:\n      - {TALK}\nbooklet: {{parts: [notes, glance]}}\n")

    assert run("make", "--quiet") == Outcome(0, "", "")


def test_make_with_nothing_but_notes_asks_for_more(run: Command, write: Write, tmp_path: Path) -> None:
    write(f"{GOOD}booklet: {{parts: [notes]}}\n")

    outcome = run("make")

    assert (outcome.code, outcome.out) == (1, "")
    assert files_in(tmp_path) == ["program.yaml"]


def test_check_of_a_good_program_says_so(run: Command, write: Write) -> None:
    write(GOOD)

    assert run("check") == Outcome(0, "program.yaml: no faults found\n", "")


def test_check_of_the_workshop_finds_no_fault(run: Command) -> None:
    assert run("check", PROGRAM) == Outcome(0, f"{PROGRAM}: no faults found\n", "")


@pytest.mark.parametrize("text", [CLASH, BROKEN])
def test_check_with_faults_is_1_and_tells_them_on_stderr(text: str, run: Command, write: Write) -> None:
    write(text)

    outcome = run("check")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("program.yaml:7:")
    assert outcome.err.endswith("\n1 fault found\n")


def test_schema_is_json_and_nothing_else(run: Command) -> None:
    outcome = run("schema")

    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_proof_lists_the_pages_of_an_edition(edition: str, run: Command, write: Write) -> None:
    write(f"{GOOD}booklet: {{parts: [cover]}}\n")

    outcome = run("proof", "-e", edition)

    pages = [line for line in outcome.out.splitlines() if line.startswith("page ")]
    assert (outcome.code, outcome.err) == (0, "")
    assert len(pages) == {"screen": 1, "print": 4}[edition]


@pytest.mark.parametrize(
    ("command", "stages"),
    [
        (("make", "-e", "screen"), ["Reading program.yaml", "Setting pages", "Checking", "Writing the screen edition"]),
        (("make", "-q"), []),
        (("check",), ["Reading program.yaml", "Setting pages", "Checking"]),
    ],
)
def test_long_runs_tell_their_stages_where_there_is_no_terminal(
    command: tuple[str, ...], stages: list[str], run: Command, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(GOOD)
    monkeypatch.setattr("booklet.progress.PATIENCE", -1.0)

    assert run(*command).err.splitlines() == [f"{stage} …" for stage in stages]


def test_proof_with_faults_tells_them_on_stderr_only(run: Command, write: Write) -> None:
    write(CLASH)

    outcome = run("proof")

    assert outcome.code == 0
    assert outcome.err.startswith("program.yaml:7:16: ")
    assert "program.yaml:7" not in outcome.out


def test_proof_writes_no_file(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    run("proof")

    assert files_in(tmp_path) == ["program.yaml"]


@pytest.mark.parametrize("text", [GOOD, CLASH, BROKEN], ids=["good", "clash", "broken"])
def test_command_as_a_process_prints_what_any_terminal_can_show(text: str, write: Write, tmp_path: Path) -> None:
    write(text.replace("Ada Abel", "Zoë Abel"))
    settings = {"PYTHONPATH": str(Path(booklet.__file__).parents[1]), "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(
        [sys.executable, "-c", "from booklet.cli import main; main()", "make"],
        cwd=tmp_path,
        env={**os.environ, **settings},
        capture_output=True,
        check=False,
    )

    assert b"Traceback" not in done.stderr
    assert done.returncode == (1 if text == BROKEN else 0)


def test_command_that_is_installed_is_the_one_that_is_tested() -> None:
    """Only where the package is installed: otherwise there is no `booklet` beside this Python."""
    command = shutil.which("booklet", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("the package is not installed; pip install -e .")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)

    assert done.stdout == f"booklet {__version__}\n"


@pytest.mark.parametrize("date", ["soon", "1.5", "99999999999999"])
def test_source_date_that_is_none_is_a_fault(
    date: str, run: Command, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(GOOD)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", date)

    outcome = run("make")

    assert (outcome.code, outcome.out) == (1, "")
    assert "SOURCE_DATE_EPOCH" in outcome.err


def test_signs_writes_one_file_after_the_program_and_says_so(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD.replace("abstract: Words.", "abstract: Words., room: Hall"), "meeting.yaml")
    outcome = run("signs", "meeting.yaml")

    assert outcome.code == 0
    assert re.fullmatch(r"out/meeting-signs\.pdf: 1 page, \d+ KB, in \d+\.\d\d s\n", outcome.out)
    assert files_in(tmp_path / "out") == ["meeting-signs.pdf"]
    assert "Hall" in page_texts((tmp_path / "out" / "meeting-signs.pdf").read_bytes())[0]


def test_signs_of_a_program_without_rooms_is_1_and_writes_nothing(run: Command, write: Write, tmp_path: Path) -> None:
    write(GOOD)
    outcome = run("signs", "-o", "doors.pdf")

    assert outcome.code == 1
    assert "no entry has a room that a sign could be for" in outcome.err
    assert files_in(tmp_path) == ["program.yaml"]
