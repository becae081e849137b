"""The booklets that the tests read: each is set once and written once."""

from __future__ import annotations

import re
import shutil
from functools import cached_property
from pathlib import Path
from typing import Final

from booklet.editions import EDITIONS
from booklet.make import SetBook, set_book, write_edition

ROOT: Final = Path(__file__).parents[1]
PROGRAM: Final = ROOT / "program.yaml"

PAPERS: Final = {"a4": "a4", "a5": "a5", "a6": "a6", "letter": "letter", "tall": "120 x 200 mm"}
"""The papers besides its own that the workshop is set on, by the names of these booklets."""

_PROGRAMS: Final = {
    path.stem: path for path in sorted((Path(__file__).parent / "fixtures" / "programs").glob("*.yaml"))
}

TURNED: Final = {f"{name}-turned": name for name in ("workshop", "society", "parallel")}
"""Booklets that are read from right to left, each by the name of the one that is not."""

FROM_THE_RIGHT: Final = "en-Hebr"
"""English in Hebrew letters, says the tag: pages run from right to left, and every face has the words."""

NAMES: Final = ("workshop", *(f"workshop-{paper}" for paper in PAPERS), *_PROGRAMS, *TURNED)
"""Every booklet: the repository's own program, the same on other paper, those in fixtures/programs, and turned ones."""


class Library:
    """Makes booklets when they are asked for, and keeps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._set: dict[str, SetBook] = {}
        self._written: dict[tuple[str, str], bytes] = {}

    def path(self, name: str) -> Path:
        """The program file of a booklet."""
        if name == "workshop":
            return PROGRAM
        if name in TURNED:
            return self._turned(TURNED[name])
        paper = PAPERS.get(name.removeprefix("workshop-"))
        return _PROGRAMS[name] if paper is None else self._workshop / f"{name}.yaml"

    def book(self, name: str) -> SetBook:
        """A booklet with all its pages."""
        if name not in self._set:
            self._set[name] = set_book(self.path(name))
        return self._set[name]

    def pdf(self, name: str, edition: str = "screen") -> bytes:
        """An edition of a booklet."""
        key = name, edition
        if key not in self._written:
            self._written[key], _ = write_edition(self.book(name), EDITIONS[edition])
        return self._written[key]

    def _turned(self, name: str) -> Path:
        """A booklet's program in a language that is written from right to left, beside copies of its pictures."""
        source = self.path(name)
        path = self._folder / f"{name}-turned.yaml"
        if not path.exists():
            for folder in ("assets", "logos"):
                if (source.parent / folder).is_dir():
                    shutil.copytree(source.parent / folder, self._folder / folder, dirs_exist_ok=True)
            text = source.read_text(encoding="utf-8")
            changed, count = re.subn(r"\blanguage: en-(US|GB)\b", f"language: {FROM_THE_RIGHT}", text)
            assert count == 1, f"{source.name} states its language once"
            path.write_text(changed, encoding="utf-8")
        return path

    @cached_property
    def _workshop(self) -> Path:
        """A folder that holds the workshop's program once for each paper, and its pictures."""
        shutil.copytree(ROOT / "assets", self._folder / "assets", dirs_exist_ok=True)
        text = PROGRAM.read_text(encoding="utf-8")
        for name, paper in PAPERS.items():
            changed, count = re.subn(r"^  paper: .*$", f"  paper: {paper}", text, flags=re.MULTILINE)
            assert count == 1, "program.yaml names its paper once"
            (self._folder / f"workshop-{name}.yaml").write_text(changed, encoding="utf-8")
        return self._folder
