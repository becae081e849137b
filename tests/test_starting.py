"""The program to start from."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from booklet.cli import main
from booklet.make import set_book


def test_new_program_is_printed_without_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    done = CliRunner().invoke(main, ["new", str(path)])

    assert done.exit_code == 0
    assert set_book(path).faults == ()


def test_new_program_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(main, ["new", str(path)])

    assert done.exit_code == 1
    assert "is there already" in done.output
    assert path.read_text(encoding="utf-8") == "mine"
