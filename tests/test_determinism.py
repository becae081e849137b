"""The same program gives the same bytes, whatever the process, the machine's settings and the way of installing."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

import booklet
from tests.books import PROGRAM, ROOT

SOURCE: Final = Path(booklet.__file__).parents[1]
EDITIONS: Final = ("program-screen.pdf", "program-print.pdf")
OTHER: Final = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "COLUMNS": "40",
}
"""Settings of another machine."""


def run(*arguments: str, folder: Path, settings: Mapping[str, str] | None = None, path: Path = SOURCE) -> None:
    """Run `booklet make` in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONHASHSEED": "0", **(settings or {})}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-c", "from booklet.cli import main; main()", "make", "--quiet", *arguments]
    subprocess.run(command, cwd=folder, env=environment, check=True)


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Both editions, made at the top of the checkout."""
    out = tmp_path_factory.mktemp("made")
    run("-o", str(out), folder=ROOT)
    return read(out)


def test_make_writes_both_editions(made: dict[str, bytes]) -> None:
    assert sorted(made) == sorted(EDITIONS)


def test_make_elsewhere_gives_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    run(str(PROGRAM), folder=tmp_path, settings=OTHER)

    assert read(tmp_path / "out") == made


def test_make_again_gives_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    run("-o", str(tmp_path), folder=ROOT, settings={"PYTHONHASHSEED": "1"})

    assert read(tmp_path) == made


@pytest.mark.parametrize("edition", ["screen", "print"])
def test_make_of_one_edition_gives_the_same_bytes(edition: str, made: dict[str, bytes], tmp_path: Path) -> None:
    run("-e", edition, "-o", str(tmp_path), folder=ROOT, settings={"PYTHONHASHSEED": "2"})

    name = f"program-{edition}.pdf"
    assert read(tmp_path) == {name: made[name]}


def test_make_in_the_other_order_gives_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    run("-e", "print", "-e", "screen", "-o", str(tmp_path), folder=ROOT)

    assert read(tmp_path) == made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as people install it."""
    out = tmp_path_factory.mktemp("wheel")
    # With hatchling at hand pip need not download it.
    options = ["--no-deps", "--quiet", *(["--no-build-isolation"] if find_spec("hatchling") else [])]
    command = [sys.executable, "-m", "pip", "wheel", *options, "-w", str(out), str(ROOT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode and not find_spec("hatchling"):
        pytest.skip(f"building the wheel needs hatchling, and pip cannot download it: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stderr
    (path,) = out.glob("booklet-*.whl")
    return path


def test_wheel_holds_what_booklets_are_made_of(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())

    fonts = {f"booklet/{path.relative_to(ROOT)}" for path in (ROOT / "fonts").rglob("*") if path.is_file()}
    sources = {str(path.relative_to(ROOT / "src")) for path in (ROOT / "src" / "booklet").rglob("*.py")}
    assert (fonts | sources | {"booklet/pdf/srgb.icc"}) - held == set()
    assert sorted(name for name in fonts if name.endswith(".ttf")) != []
    assert [name for name in held if "test" in name.lower() or name.endswith((".pyc", ".pdf"))] == []


def test_wheel_makes_the_same_bytes(wheel: Path, made: dict[str, bytes], tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    run(str(PROGRAM), "-o", str(tmp_path / "out"), folder=tmp_path, path=installed)

    assert read(tmp_path / "out") == made
