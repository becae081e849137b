"""The project itself: formatting, types and import contracts hold, and the documents tell the truth."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.beside import COMMANDS, Beside

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", COMMANDS)
def test_source_is_clean(name: str, beside: Callable[[str], Beside]) -> None:
    code, said = beside(name).ended()

    assert code == 0, said


def test_every_room_is_in_the_architecture() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = sorted(path.parent.name for path in (ROOT / "src/booklet").glob("*/__init__.py"))

    assert [room for room in rooms if f"`{room}`" not in told] == []


def test_every_dependency_has_its_reason() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").lower()
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    runtime = project.partition("dependencies = [")[2].partition("]")[0]

    assert [name for name in re.findall(r'"([a-z-]+)>=', runtime) if name not in told] == []


def test_readme_has_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()

    assert "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/booklet make" in readme
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest" in readme


def test_vendored_fonts_have_their_licences() -> None:
    folders = {path.parent for path in (ROOT / "fonts").rglob("*.ttf")}

    assert [folder.name for folder in sorted(folders) if not (folder / "OFL.txt").is_file()] == []
