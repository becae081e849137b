"""Tables as text (CSV, TSV and their relatives) become sheets of cells; what parts the cells is found out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.importers.columns import columns_of

_SIGNS: Final = (",", ";", "\t", "|")
"""What parts cells; the likelier first."""

_SAMPLE: Final = 60_000
"""So many characters tell what parts the cells."""

_HEAD: Final = 30
"""Within so many rows the headings stand."""

_STATED: Final = re.compile(r"sep=(?P<sign>[,;|\t])[ \t]*\r?\n")
"""What Excel writes above a table to say what parts its cells."""

_GUARDED: Final = re.compile(r"\A'(?='*[=+\-@\t\r])")
"""The apostrophe that keeps spreadsheets from taking a text for a formula (OWASP, CSV Injection)."""

_SPREADSHEETS: Final = "open it in a spreadsheet, see what it shows, and export it as CSV anew"


class Row(NamedTuple):
    """A row: the line of the file (or the row of the sheet) that it begins in, and its cells as texts.

    `spans` are the cells that are merged with others on their right, with how many columns they take.
    """

    line: int
    cells: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def filled(self) -> list[int]:
        """Which cells hold something."""
        return [at for at, cell in enumerate(self.cells) if cell]

    def cell(self, at: int) -> str:
        """A cell; "" where the row is shorter."""
        return self.cells[at] if at < len(self.cells) else ""


class Sheet(NamedTuple):
    """A table: its name, "" where it has none, and its rows without those that are empty."""

    name: str
    rows: tuple[Row, ...]


class Record(NamedTuple):
    """A row of an export whose headings are known: its place, and its cells by heading in small letters."""

    where: Place
    cells: Mapping[str, str]

    def first(self, *headings: str) -> str:
        """What stands under the first of several headings that has something."""
        return next((cell for heading in headings if (cell := self.cells.get(heading, ""))), "")


def read_delimited(text: str, name: str, *, cut: bool = False) -> Sheet:
    r"""The rows of a text whose cells are parted by a comma, a semicolon, a tab or a bar.

    Cells may stand in quotation marks and then hold line ends; rows may be of different lengths.

    Args:
        text: the table.
        name: the source, for places.
        cut: whether it is only the beginning of a table.

    Raises:
        BookletError: a quotation mark is opened and never closed.

    >>> read_delimited('Title;Room\n"A; B";12', "x.csv").rows[1].cells
    ('A; B', '12')
    """
    if sign := stated_sign(text):
        return Sheet("", tuple(rows_by(sign, text, name, cut=cut)))
    return Sheet("", tuple(rows_by(delimiter_of(text) or ",", text, name, cut=cut)))


def stated_sign(text: str) -> str:
    """What parts cells, where the first line says so, as Excel does; else ""."""
    stated = _STATED.match(text)
    return stated["sign"] if stated else ""


def delimiter_of(text: str) -> str:
    """What parts the cells, or "" if nothing makes a table of it.

    It is the sign by which the most headings are known; then the one by which the most rows are as wide as others.
    """
    sample = text[:_SAMPLE]
    scores = {sign: _score(sample, sign) for sign in _SIGNS if sign in sample}
    best = max(scores, key=lambda sign: scores[sign], default="")
    return best if best and scores[best] > (0, 0.0) else ""


def records(text: str, name: str) -> list[Record]:
    """The rows of an export, by the headings of its first row; a heading that stands twice counts once."""
    sheet = read_delimited(text, name)
    return records_of(sheet, name)


def records_of(sheet: Sheet, name: str) -> list[Record]:
    """The rows of a sheet by the headings in its first row."""
    if not sheet.rows:
        return []
    headings = [plain(cell) for cell in sheet.rows[0].cells]
    found = []
    for row in sheet.rows[1:]:
        cells: dict[str, str] = {}
        for heading, cell in zip(headings, row.cells, strict=False):
            if heading and cell:
                cells.setdefault(heading, cell)
        found.append(Record(Place(name, row.line), cells))
    return found


def headings_of(text: str) -> frozenset[str]:
    """The headings of an export, from the first row of what looks like a table, in small letters."""
    head = text[:_SAMPLE].lstrip("\ufeff \r\n")
    sign = delimiter_of(head)
    if not sign:
        return frozenset()
    try:
        first = next(rows_by(sign, head, "", cut=True), None)
    except BookletError:
        return frozenset()
    return frozenset(plain(cell) for cell in first.cells) - {""} if first else frozenset()


def plain(heading: str) -> str:
    """A heading as headings are compared: in small letters, on one line."""
    return " ".join(heading.casefold().replace("_", " ").split())


def parted(text: str, sign: str) -> list[bool]:
    r"""Whether each of the rows has what parts cells, even if all cells but one are empty.

    >>> parted("Zeta 2026\nTime,Title\n9:00,Opening\n10:00,\n", ",")
    [False, True, True, True]
    """
    stated = _STATED.match(text)
    lines = io.StringIO(text[stated.end() if stated else 0 :].replace("\0", ""), newline="")
    try:
        return [len(cells) > 1 for cells in csv.reader(lines, delimiter=sign) if any(map(str.strip, cells))]
    except csv.Error:
        return []


def tabular(sheet: Sheet, width: int) -> bool:
    """Whether most rows have more than one cell, as tables have, and as running text has not.

    Args:
        sheet: the rows below the headings.
        width: how many headings there are.
    """
    wide = sum(len(row.filled) > 1 for row in sheet.rows)
    longer = sum(len(row.cells) > width for row in sheet.rows)
    return 10 * wide >= 6 * len(sheet.rows) and 10 * longer <= 2 * len(sheet.rows)


def heading_row(rows: Sequence[Row]) -> int | None:
    """Which of the first rows holds the headings: the one of which the most are known; None if none holds two.

    >>> heading_row([Row(1, ("Zeta 2025",)), Row(2, ("Time", "Title", "Speaker")), Row(3, ("9:00", "On zeta", "A B"))])
    1
    """
    counts = [len(columns_of(row.cells).places) for row in rows[:_HEAD]]
    best = max(range(len(counts)), key=lambda at: (counts[at], -at), default=0)
    return best if counts and counts[best] > 1 else None


def _score(sample: str, sign: str) -> tuple[int, float]:
    try:
        rows = list(islice(rows_by(sign, sample, "", cut=True), 200))
    except BookletError:
        return 0, 0.0
    widths = Counter(len(row.cells) for row in rows)
    usual, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if max(widths, default=0) < 2:
        return 0, 0.0
    at = heading_row(rows)
    known = len(columns_of(rows[at].cells).places) if at is not None else 0
    return known, count / len(rows) if usual > 1 else 0.1 * (len(rows) - count) / len(rows)


def rows_by(sign: str, text: str, name: str, *, cut: bool = False, whole: bool = False) -> Iterator[Row]:
    """The rows that hold something, one after the other, without the line that states what parts cells.

    Args:
        sign: what parts the cells, one character.
        text: the table.
        name: the source, for places.
        cut: whether it is only the beginning of a table.
        whole: keep empty cells at the end of rows, so that their widths tell what is missing.

    Raises:
        BookletError: a quotation mark is opened and never closed.
    """
    first = 1
    if stated := _STATED.match(text):
        text, first = text[stated.end() :], 2
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=sign, skipinitialspace=sign != "\t")
    line = begun = first
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            raise BookletError([_unclosed(name, line)]) from None
        if cells is None:
            if not cut and line - begun > 1 and _is_open(text, sign, begun - first):
                raise BookletError([_unclosed(name, begun)])
            return
        bare = [_GUARDED.sub("", cell.strip(), count=1) if cell[:1] == "'" else cell.strip() for cell in cells]
        while not whole and bare and not bare[-1]:
            bare.pop()
        if any(bare):
            yield Row(line, tuple(bare))
        begun, line = line, first + reader.line_num


def _is_open(text: str, sign: str, skipped: int) -> bool:
    """Whether the last row, which begins below some lines, ends within quotation marks."""
    lines = islice(io.StringIO(text, newline=""), skipped, None)
    try:
        for _ in csv.reader(lines, delimiter=sign, skipinitialspace=sign != "\t", strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _unclosed(name: str, line: int) -> Fault:
    what = "this is no table that can be read; a quotation mark may be opened here and never closed"
    return Fault(what, Place(name, line), _SPREADSHEETS)
