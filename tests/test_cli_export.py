"""`booklet export`: what it writes, what it says and where, and the code that it ends with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from booklet.cli import main
from tests.exporters.small import NIGHT


class Outcome(NamedTuple):
    """How a command ended, and what it wrote to standard output and standard error."""

    code: int
    out: str
    err: str


Command: TypeAlias = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run `booklet export` in a folder that holds a program."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "program.yaml").write_text(NIGHT, encoding="utf-8")

    def command(*arguments: str) -> Outcome:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(["export", *arguments], prog_name="booklet")
        captured = capfdbinary.readouterr()
        return Outcome(int(stop.value.code or 0), captured.out.decode(), captured.err.decode())

    return command


@pytest.mark.parametrize(("ending", "items"), [("json", 6), ("csv", 6), ("xlsx", 6), ("ics", 4), ("xml", 4)])
def test_export_to_a_file_takes_the_format_from_its_ending(run: Command, ending: str, items: int) -> None:
    outcome = run("-o", f"night.{ending.upper()}")

    assert (outcome.code, outcome.out) == (0, f"night.{ending.upper()}: 1 day, {items} items\n")
    assert Path(f"night.{ending.upper()}").stat().st_size > 0


def test_export_to_standard_output_writes_nothing_else_there(run: Command) -> None:
    outcome = run("--format", "json")

    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["event"]["title"] == "Night of Stars"


def test_export_to_standard_output_keeps_the_line_ends_of_the_format(run: Command) -> None:
    outcome = run("--format", "csv")

    assert len(list(csv.reader(io.StringIO(outcome.out, newline="")))) == 7
    assert outcome.out.count("\r\n") == outcome.out.count("\n") == 7


def test_export_of_a_workbook_needs_a_file(run: Command) -> None:
    outcome = run("--format", "xlsx")

    assert outcome.code == 2
    assert outcome.err.endswith("Error: an Excel workbook is no text: name its file with -o FILE.xlsx\n")


@pytest.mark.parametrize("arguments", [(), ("-o", "night.pdf"), ("-o", "night")])
def test_export_without_a_format_asks_for_one(run: Command, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)

    assert outcome.code == 2
    assert outcome.err.endswith(
        "Error: say the format with --format, or name a file that ends in .json, .csv, .xlsx, .ics, .xml\n"
    )


def test_export_takes_the_format_that_is_asked_for_before_the_ending(run: Command) -> None:
    run("-o", "night.txt", "--format", "ics", "-q")

    assert Path("night.txt").read_bytes()[:15] == b"BEGIN:VCALENDAR"


def test_export_reports_what_the_format_cannot_say(run: Command) -> None:
    outcome = run("-o", "night.ics")

    assert outcome.err == (
        "program.yaml:18:9: 'Whenever' has no time, so the calendar leaves it out\n"
        "  hint: give it a time, as in 'time: 9:00-9:45'\n"
    )


def test_export_quietly_says_nothing_but_faults(run: Command) -> None:
    assert run("-o", "night.json", "-q") == Outcome(0, "", "")


def test_export_of_a_program_that_is_not_there_fails(run: Command) -> None:
    outcome = run("nowhere.yaml", "-o", "night.json")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("nowhere.yaml: there is no such file\n")
    assert not Path("night.json").exists()


def test_export_to_a_folder_that_is_no_folder_fails(run: Command) -> None:
    outcome = run("-o", "program.yaml/night.json")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.endswith("1 fault found\n")
