from __future__ import annotations

import os
from pathlib import Path

import pytest

from booklet.errors import BookletError, Fault
from booklet.model.check import check
from booklet.model.read import read_program

BAD = Path(__file__).parent.parent / "bad"


def faults_of(path: Path) -> tuple[Fault, ...]:
    try:
        program, source = read_program(path)
    except BookletError as error:
        return error.faults
    return tuple(check(program, source))


def stated(text: str) -> str:
    """What a bad program's leading comments say: `# fault: file:line:column: what`, then `#   hint: …`."""
    lines = []
    for comment in text.splitlines():
        if comment.startswith("# fault: "):
            lines.append(comment.removeprefix("# fault: "))
        elif comment.startswith("#   hint: "):
            lines.append(comment.removeprefix("# "))
        else:
            break
    return "\n".join(lines)


@pytest.mark.parametrize("name", sorted(path.name for path in BAD.glob("*.yaml")))
def test_bad_program(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)
    path = Path(name)
    assert "\n".join(map(str, faults_of(path))) == stated(path.read_text("utf-8"))


def test_bad_programs_are_many() -> None:
    assert len(list(BAD.glob("*.yaml"))) >= 40


GOOD = b"event:\n  title: School\ndays:\n  - date: 2025-02-20\n    sessions:\n      - break: Coffee\n"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            GOOD.replace(b"School", "Frühling".encode("latin-1")),
            "p.yaml:2:12: the file is not saved as UTF-8: the byte 0xfc stands for no character",
        ),
        (b"\r\nevent: \xff", "p.yaml:2:8: the file is not saved as UTF-8: the byte 0xff stands for no character"),
        (GOOD.decode().encode("utf-16"), "p.yaml: the file is saved as UTF-16, not as UTF-8"),
        (b"%PDF-1.7 \xe2", "p.yaml: this is no text, but a PDF"),
        (b"PK\x03\x04", "p.yaml: this is no text, but a Word, Excel or ZIP file"),
        (GOOD.replace(b"School", b"Sch\x0cool"), "p.yaml:2:13: here stands the control character U+000C"),
        (GOOD.replace(b"School", "Sch\u0080ool".encode()), "p.yaml:2:13: here stands the control character U+0080"),
        (b"event: " + b"[" * 100, "p.yaml:1:22: lists and keys lie in one another deeper than any program needs"),
        (b"# nothing but a remark\n", "p.yaml: the file is empty"),
    ],
)
def test_bad_bytes(data: bytes, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("p.yaml")
    path.write_bytes(data)
    (fault,) = faults_of(path)
    assert f"{fault.where}: {fault.what}" == what
    assert fault.hint


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    """The place is where the parser gave up: newer versions of libyaml give up by themselves, at a depth of 1,000."""
    path = tmp_path / "p.yaml"
    path.write_bytes(b"event: " + b"[" * 100_000)
    (fault,) = faults_of(path)
    assert fault.what == "lists and keys lie in one another deeper than any program needs"
    assert fault.where
    assert fault.where.line == 1


def test_anchors_that_explode_are_refused_unexpanded(tmp_path: Path) -> None:
    bomb = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(bomb))
    faults = faults_of(path)
    assert len(faults) == 20
    assert {fault.what for fault in faults} == {"a text cannot begin with '&'", "a text cannot begin with '*'"}


def test_file_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert list(map(str, faults_of(Path("program.yaml")))) == [
        "program.yaml: there is no such file\n"
        "  hint: 'booklet make PATH' reads another file than program.yaml, and 'booklet new' writes one to start from"
    ]


def test_folder_in_place_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("school").mkdir()
    assert list(map(str, faults_of(Path("school")))) == [
        "school: this is a folder, not a file\n  hint: name the file in it: school/program.yaml"
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read every file")
def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_bytes(GOOD)
    path.chmod(0)
    (fault,) = faults_of(path)
    assert fault.what == "the file cannot be read: Permission denied"


def test_name_that_no_file_has() -> None:
    (fault,) = faults_of(Path("program\0.yaml"))
    assert fault.what == "the file cannot be read: embedded null byte"


def test_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    with path.open("wb") as stream:
        stream.truncate(64 * 1024 * 1024 + 1)
    (fault,) = faults_of(path)
    assert fault.what == "the file is larger than 64 MB"
