"""CSV becomes the same tree of texts as YAML, a mapping for each row, with the same marks."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.model.lines import Lines
from booklet.model.texts import line, quoted
from booklet.model.tree import CONTROL, Tree, control_character

_SEVERAL: Final = {
    "speaker": re.compile(r"[;\n](?![^()]*\))"),
    "with": re.compile(r"[;\n](?![^()]*\))"),
    "authors": re.compile(r"[;\n](?![^()]*\))"),
    "chair": re.compile(r"[;\n](?![^()]*\))"),
    "keywords": re.compile(r"[;\n]"),
    "links": re.compile(r"[;\s]+"),
}
"""The columns whose cells hold several values, and what parts these; names are parted outside brackets."""

_EMPTY: Final = '" \t\r\n'
"""What says nothing in a cell."""

_SEPARATOR: Final = re.compile(r"sep=(.)\r?\n")
"""The line by which Excel is told what parts cells."""


class _Cell(NamedTuple):
    """Where a cell begins, and whether it says something."""

    start: int
    filled: bool


def grow_csv(file: str, text: str, known: Callable[[str], tuple[str, str]]) -> list[Tree]:
    """Read CSV, in which the first row says what the columns are.

    Cells are parted by commas, semicolons or tabs, whichever the first row has most of. A cell with nothing in it says
    nothing, and neither does a row of such.

    Args:
        file: the name for messages.
        text: the file's content.
        known: gives the key that a heading stands for, or "" and a hint if it is none.

    Raises:
        BookletError: it is no CSV, or has a column that is unknown or there twice, or a cell in no column.

    Source: RFC 4180.
    """
    if CONTROL.search(text):
        raise BookletError([control_character(file, text)])
    start, separator = _separator(text)
    rows = csv.reader(io.StringIO(text[start:], newline=""), delimiter=separator, strict=True)
    try:
        headings = next(rows, [])
        keys, faults = _keys(file, text, headings, known)
        tree, strays = _records(rows, keys, {at for at, heading in enumerate(headings) if line(heading)})
    except csv.Error as error:
        where = Place(file, max(rows.line_num, 1) + text.count("\n", 0, start))
        what = f"this is not CSV as spreadsheets write it: {error}"
        hint = 'a text in quotes holds each of its own quotes twice, as in "the ""best"" talk"'
        raise BookletError([Fault(what, where, hint)]) from None
    if strays:
        places = [Place(file, *spot) for spot in _spots_of(text, strays)]
        hint = f"write its heading into the first row; a text that holds {_named(separator)} is put in quotes"
        faults += [Fault("this cell stands in no column", place, hint) for place in places]
    if faults:
        raise BookletError(faults)
    return tree


def marks_of_csv(text: str, tree: Sequence[Tree]) -> Sequence[int]:
    """Where each node begins in text that `grow_csv` has accepted; a key is where its heading stands."""
    cells = _cells(text)
    headings = next(cells, [])
    filled = (row for row in cells if any(cell.filled for cell in row))
    marks = array("L", [0])
    for entry, row in zip(tree, filled, strict=False):
        marks.append(row[0].start)
        values = iter(entry.values() if isinstance(entry, dict) else ())
        for heading, (start, is_filled) in zip(headings, row, strict=False):
            if is_filled:
                value = next(values, "")
                marks.extend([heading.start, start, *([start] * len(value) if isinstance(value, list) else [])])
    return marks


def _separator(text: str) -> tuple[int, str]:
    """Where the first row begins, and what parts its cells."""
    if told := _SEPARATOR.match(text):
        return told.end(), told[1]
    first = re.sub(r'"[^"]*"', "", text[: text.find("\n") if "\n" in text else len(text)])
    return 0, max(",;\t", key=first.count)


def _keys(
    file: str, text: str, headings: list[str], known: Callable[[str], tuple[str, str]]
) -> tuple[list[str], list[Fault]]:
    """The key that each column stands for, "" for a column without a heading; and what is wrong with them."""
    lines = Lines(text)
    spots = [Place(file, *lines.spot(cell.start)) for cell in next(_cells(text), [])]
    keys: list[str] = []
    faults: list[Fault] = []
    if not any(map(line, headings)):
        hint = "it says what stands below, as in title,abstract"
        faults.append(Fault("the first row is empty", Place(file, 1, 1), hint))
    for heading, where in zip(headings, spots, strict=False):
        written = line(heading)
        key, hint = known(written) if written else ("", "")
        if written and not key:
            faults.append(Fault(f"unknown column {quoted(written)}", where, hint))
        elif key and key in keys:
            faults.append(Fault(f"the column {quoted(written)} is there twice", where, "keep one of them"))
        keys.append(key)
    return keys, faults


def _records(
    rows: Iterator[list[str]], keys: list[str], headed: Collection[int]
) -> tuple[list[Tree], list[tuple[int, int]]]:
    """An entry for each row, and the row and column of each cell that stands in none of the headed columns."""
    tree: list[Tree] = []
    strays: list[tuple[int, int]] = []
    for number, row in enumerate(rows, start=1):
        entry: dict[str, Tree] = {}
        for column, (key, cell) in enumerate(zip_longest(keys, row, fillvalue="")):
            if not cell.strip(_EMPTY):
                continue
            if key:
                entry[key] = _several(key, cell) if key in _SEVERAL else cell
            elif column not in headed:
                strays.append((number, column))
        if entry:
            tree.append(entry)
    return tree, strays


def _several(key: str, cell: str) -> Tree:
    parts = [part for part in _SEVERAL[key].split(cell) if part.strip()]
    if key == "keywords" and len(parts) == 1:
        parts = [part for part in parts[0].split(",") if part.strip()]
    return [part.strip() for part in parts]


def _spots_of(text: str, strays: list[tuple[int, int]]) -> list[tuple[int, int]]:
    rows, lines = list(_cells(text)), Lines(text)
    return [lines.spot(rows[row][column].start) for row, column in strays]


def _cells(text: str) -> Iterator[list[_Cell]]:
    """The cells, row by row; an empty line is a row without cells."""
    at, separator = _separator(text)
    sign = re.escape(separator)
    cell = re.compile(rf'("(?:[^"]|"")*"|[^{sign}\r\n]*)(\r\n?|\n|{sign}|$)')
    row: list[_Cell] = []
    while at < len(text) and (found := cell.match(text, at)):
        if row or found[1] or found[2] == separator:
            row.append(_Cell(at, bool(found[1].strip(_EMPTY))))
        at = found.end()
        if found[2] != separator:
            yield row
            row = []
    if row:
        yield [*row, _Cell(at, filled=False)]


def _named(separator: str) -> str:
    return {",": "a comma", ";": "a semicolon", "\t": "a tab"}.get(separator, quoted(separator))
