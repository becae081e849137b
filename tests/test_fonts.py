"""Fonts for what no font of the booklet has, from a program's folder and from the machine, on the whole path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from booklet.cli import main
from booklet.crew.crew import Crew, LostError, can_work
from booklet.design.concert import CONCERT
from booklet.editions import EDITIONS
from booklet.errors import BookletError
from booklet.layout.elements import Element
from booklet.layout.galley import Slice
from booklet.layout.marks import Ink
from booklet.make import make, set_book, write_edition
from booklet.text.font_folders import VARIABLE
from booklet.text.styles import Style
from booklet.text.typesetter import Typesetter
from tests.benchmarks.meeting import make_meeting, program_of
from tests.reading import page_texts
from tests.tiny_fonts import make_font

_ENOUGH = 80
"""So many abstracts are enough for copies of the process to share here."""

PROGRAM = """\
event: {title: Meeting, language: en}
venue: {name: Hall}
booklet: {parts: [timetable]%s}
days:
  - date: 2026-03-02
    sessions:
      - {time: "9:00-10:00", talk: 漢字学, speaker: Ada Abel}
"""


@pytest.fixture(scope="module")
def han(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A font with some Han."""
    path = tmp_path_factory.mktemp("han") / "Han.ttf"
    make_font("truetype").save(path)
    return path


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.yaml"
    path.write_text(PROGRAM % "", encoding="utf-8")
    return path


def added(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    monkeypatch.setenv(VARIABLE, os.pathsep.join(map(str, folders)))


def test_fonts_of_the_programs_folder_are_taken(program: Path, han: Path, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "Han.ttf").write_bytes(han.read_bytes())
    program.write_text(PROGRAM % ", fonts: assets", encoding="utf-8")
    remarks: list[str] = []

    made, _ = make(program, tmp_path / "out", editions=["screen"], remark=remarks.append)

    assert "漢字学" in "".join(page_texts(made[0].path.read_bytes()))
    assert remarks == []


def test_fonts_of_the_machine_are_taken_and_told(
    program: Path, han: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(monkeypatch, tmp_path / "none", han.parent)

    told = CliRunner().invoke(main, ["make", str(program), "-o", str(tmp_path / "out"), "-e", "screen"])
    quiet = CliRunner().invoke(main, ["make", str(program), "-o", str(tmp_path / "out"), "-e", "screen", "-q"])

    assert told.exit_code == quiet.exit_code == 0
    assert [
        line for line in told.stdout.splitlines() if line.startswith("Lent by fonts of this machine: Tiny Han for ")
    ]
    assert quiet.stdout == ""


def test_fonts_that_were_added_are_taken_without_a_word(
    program: Path, han: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(monkeypatch, han.parent)
    remarks: list[str] = []

    make(program, tmp_path / "out", editions=["screen"], remark=remarks.append)

    assert remarks == []


@pytest.mark.parametrize(
    ("folder", "what"),
    [
        ("none", "there is no folder 'none'"),
        ("program.yaml", "'program.yaml' is no folder"),
        ("..", "the folder '..' lies outside the program's folder"),
    ],
)
def test_fonts_must_be_a_folder_beside_the_program(folder: str, what: str, program: Path) -> None:
    program.write_text(PROGRAM % f", fonts: {folder}", encoding="utf-8")

    with pytest.raises(BookletError) as raised:
        set_book(program)

    assert raised.value.faults[0].what == what


def test_broken_font_is_reported_and_the_booklet_is_made(
    program: Path, han: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"this is no font, whatever its name says")
    added(monkeypatch, tmp_path, han.parent)

    made, faults = make(program, tmp_path / "out", editions=["screen"])

    assert made[0].path.exists()
    assert "the font file cannot be used: its tables are broken" in [fault.what for fault in faults]


needs_crew = pytest.mark.skipif(not can_work(), reason="this system cannot copy processes, and needs no test of it")


@needs_crew
def test_any_number_of_workers_lends_the_same(han: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(monkeypatch, han.parent)
    monkeypatch.setattr("booklet.make.LARGE", _ENOUGH)
    lines = [
        line.replace("abstract: ", "abstract: 漢字 שָׁלוֹם हिन्दी ɔ̀ ქართული नमस्ते 議 ")
        for line in program_of(make_meeting(_ENOUGH))
    ]
    path = tmp_path / "program.yaml"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    alone, shared = set_book(path), set_book(path, workers=2)

    assert shared.crew is not None
    files = [write_edition(done, EDITIONS["screen"], last=True)[0] for done in (alone, shared)]
    assert files[0] == files[1]
    assert all(word in "".join(page_texts(files[0])) for word in ("漢字", "हिन्दी", "ქართული"))


@needs_crew
def test_lender_that_only_a_copy_opens_loses_the_crew() -> None:
    typesetter = Typesetter(CONCERT.shelf(), "en")
    typesetter.foresee("abc", (), ())

    def shapes(_: Element) -> list[Slice]:
        typesetter.word(Style("serif", 10.0, Ink(0.0, 0.0, 0.0)), "שלום")
        return []

    crew = Crew([shapes], [1], 1, typesetter)

    with pytest.raises(LostError):
        crew.gather()
    crew.close()
