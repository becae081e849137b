"""The import contracts hold, they catch what they are there to catch, and commands load only what they use."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import booklet
from tests.books import PROGRAM, ROOT

SOURCE: Final = Path(booklet.__file__).parent

LINT: Final = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"

TRESPASSES: Final = {
    "the layout reads the program": ("layout/galley.py", "import booklet.model.program"),
    "the layout shapes text": ("layout/marks.py", "import booklet.text.faces"),
    "the model looks at the layout": ("model/check.py", "import booklet.layout.pages"),
    "a part writes PDF": ("parts/cover.py", "import booklet.pdf.write"),
    "a part asks for the whole": ("parts/back.py", "import booklet.make"),
    "the PDF knows the program": ("pdf/write.py", "import booklet.model.program"),
    "the press shapes text": ("press/proof.py", "import booklet.text.faces"),
    "the design knows the program": ("design/house.py", "import booklet.model.program"),
    "the path knows click": ("make.py", "import click"),
    "a part knows reportlab": ("parts/pictures.py", "import reportlab"),
    "the press knows pikepdf": ("press/imposition.py", "import pikepdf"),
    "an importer writes YAML": ("importers/ical.py", "import booklet.scribe.write"),
    "an agenda knows exports": ("agendas/machine.py", "import booklet.importers.material"),
    "a manuscript knows XML": ("manuscripts/kinds.py", "import lxml.etree"),
    "the model knows imports": ("model/check.py", "import booklet.manuscripts.manuscript"),
    "attendees know what is printed": ("attendees/read.py", "import booklet.parts.desk"),
    "an importer knows click": ("importers/intake.py", "import click"),
    "a room is not named": ("rogue/__init__.py", ""),
}
"""What must not be: a line that is added to a file."""


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the package in a folder, by the contracts of its pyproject.toml."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and its contracts."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(SOURCE, folder / "src" / "booklet", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_import_contracts_are_kept(copy: Path) -> None:
    done = lint(copy)

    assert done.returncode == 0, done.stdout
    assert "0 broken." in done.stdout


@pytest.fixture(scope="module")
def broken(copy: Path) -> str:
    """What import-linter says of a copy with all trespasses at once."""
    folder = copy.with_name("broken")
    shutil.copytree(copy, folder)
    for file, line in TRESPASSES.values():
        path = folder / "src" / "booklet" / file
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as opened:
            opened.write(f"\n{line}\n")
    done = lint(folder)
    assert done.returncode == 1
    return done.stdout


@pytest.mark.parametrize("name", TRESPASSES)
def test_import_contracts_catch_a_trespass(name: str, broken: str) -> None:
    file, line = TRESPASSES[name]
    module = "booklet." + file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    imported = line.removeprefix("import ")
    if not imported.startswith("booklet"):
        imported = imported.partition(".")[0]

    told = rf"^- +{module} -> {imported} \(l\.\d+\)$" if line else rf"^- {module}$"
    assert re.search(told, broken, re.MULTILINE), broken


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"reportlab", "pikepdf", "uharfbuzz", "pydantic", "babel", "pyphen", "yaml", "PIL", "fontTools"}),
        (["check", str(PROGRAM)], {"reportlab", "pikepdf"}),
        (["proof", str(PROGRAM)], {"reportlab", "pikepdf"}),
        (["import", "--format", "list"], {"reportlab", "pikepdf", "uharfbuzz", "babel", "pyphen", "PIL", "fontTools"}),
    ],
    ids=["help", "check", "proof", "import"],
)
def test_commands_load_only_what_they_use(arguments: list[str], unwanted: set[str]) -> None:
    code = f"""
import atexit, sys
atexit.register(lambda: print(*sorted({{name.partition('.')[0] for name in sys.modules}}), file=sys.stderr))
from booklet.cli import main
main({arguments!r})
"""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE.parent)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)

    assert unwanted & set(done.stderr.split()) == set()


def test_modules_import_no_private_names_of_others() -> None:
    found = [
        f"{path.relative_to(SOURCE)}: {line}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*from booklet\S* import (?:.*[\s(])?_[a-z]", line, re.IGNORECASE)
    ]

    assert found == []
