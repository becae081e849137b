"""Files beside the program that hold entries or abstracts become scripts: YAML, JSON or CSV."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.model.csv_tree import grow_csv, marks_of_csv
from booklet.model.files import decode, load, within
from booklet.model.json_tree import grow_json, marks_of_json
from booklet.model.script import Script
from booklet.model.texts import plain_line
from booklet.model.tree import grow
from booklet.model.wording import meant

ENDINGS: Final = (".yaml", ".yml", ".json", ".csv", ".tsv")
"""What the names of such files end in, which says what they are."""

FILES: Final = 1000
"""How many files a program may take from; so many times may the same be taken, too."""

TOGETHER: Final = 128 * 1024 * 1024
"""How much all of them may hold, in bytes."""


class Shelf:
    """The folder of a program, from which files are taken until there are too many.

    `folder` is None where there is none, since the program is read from a text alone.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._taken = 0
        self._size = 0

    def take(self, name: str, *, example: str) -> Path:
        """Find a file that the program names.

        Raises:
            BookletError: it is not there, lies elsewhere, or is of no kind that is read; without a place.
        """
        if self._folder is None:
            hint = "'booklet make', 'check' and 'export' read them; to be imported or updated, a program is one file"
            raise BookletError([Fault("entries from other files cannot be read here", hint=hint)])
        path = within(plain_line(name), self._folder, thing="file", example=example)
        if path.suffix.lower() not in ENDINGS:
            hint = "YAML, JSON or CSV, in a file whose name ends in .yaml, .json or .csv"
            raise BookletError([Fault(f"'{path.name}' is of no kind that can be read here", hint=hint)])
        self._taken += 1
        self._size += path.stat().st_size
        if self._taken > FILES or self._size > TOGETHER:
            limit = f"{FILES} files" if self._taken > FILES else f"{TOGETHER // 1024 // 1024} MB"
            raise BookletError(
                [Fault(f"more than {limit} are taken from other files", hint="join some, or make two booklets")]
            )
        return path


def read_list(path: Path, columns: Collection[str]) -> Script:
    """Read a list of records.

    Args:
        path: the file.
        columns: the keys that its columns may have if it is CSV.

    Raises:
        BookletError: everything that is wrong with its writing.
    """
    file = str(path)
    text = decode(file, load(path))
    match path.suffix.lower():
        case ".json":
            tree = grow_json(file, text)
            script = Script(file, text, tree, partial(marks_of_json, text))
        case ".csv" | ".tsv":
            rows = grow_csv(file, text, partial(_column, columns))
            script = Script(file, text, rows, partial(marks_of_csv, text, rows))
        case _:
            tree, marks = grow(file, text)
            script = Script(file, text, tree, lambda: marks)
    if isinstance(script.tree, list):
        return script
    what = "the file is empty" if script.tree == "" else "expected a list, found something else"
    hint = "each item of a list begins with '- ' (in JSON, the list with '[')"
    raise BookletError([Fault(what, Place(file, 1, 1) if script.tree else Place(file), hint)])


def _column(columns: Collection[str], heading: str) -> tuple[str, str]:
    """The key that a heading stands for, or "" and what to do."""
    word = heading.lower().replace("-", "_").replace(" ", "_")
    if word in columns:
        return word, ""
    if near := meant(heading, columns):
        return "", f"did you mean '{near}'?"
    return "", f"known here are {', '.join(columns)}; delete the column if it is not to be printed"
