"""A list as a table: loaded, its cells parted, its headings found, its rows read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from booklet.attendees.columns import columns_of, meaning_of, plain
from booklet.errors import BookletError, Fault, Place
from booklet.importers.intake import load
from booklet.importers.material import Material
from booklet.importers.tables import Row, rows_by, stated_sign
from booklet.model.texts import quoted

_SIGNS: Final = (",", ";", "\t", "|", "\x1f")
"""What parts cells, the likelier first; the last is for a list that is one column, since no text holds it."""

_SAMPLE: Final = 60_000
"""So many characters tell what parts the cells."""

_HEAD: Final = 20
"""Within so many rows the headings stand."""

_BROKEN: Final = 8
"""So many lines are named where rows do not fit their headings."""

_EXPORT: Final = "name the list of attendees, exported as CSV or saved as .xlsx"
_QUOTES: Final = (
    "open the list in a spreadsheet, see where these rows go wrong, and save it again; cells that hold a comma or the "
    "end of a line need quotation marks"
)


class Table(NamedTuple):
    """A list: its name for places, the row of its headings, and the rows below it, to be read once."""

    name: str
    heading: Row
    rows: Iterator[Row]
    faults: tuple[Fault, ...]

    def place(self, line: int = 0) -> Place:
        """A line of the list; 0 is the whole of it."""
        return Place(self.name, line)


def read_table(path: Path, wanted: Sequence[str] = ()) -> Table:
    """Read a list as a table.

    Args:
        path: a file: CSV and its relatives, or an Excel workbook.
        wanted: headings that the organiser has named; the row that has them is that of the headings.

    Raises:
        BookletError: there is no such file, nothing in it, or nothing that is a table.
    """
    material = _loaded(path)
    if not material.text:
        return _of_workbook(material, wanted)
    sign = stated_sign(material.text) or _sign(material.text, wanted)
    rows = rows_by(sign, material.text, material.name, whole=True)
    head = list(islice(rows, _HEAD))
    at = _heading_at(head, wanted)
    if at is None:
        raise BookletError([Fault("there is nothing in it", Place(material.name), _EXPORT)])
    heading = _bare(head[at])
    following = (row for part in (head[at + 1 :], rows) for row in part)
    whole = _fitting(following, heading, material.name)
    return Table(material.name, heading, whole, material.report)


def _loaded(path: Path) -> Material:
    if path.is_dir():
        raise BookletError([Fault("this is a folder, not a list of attendees", Place(str(path)), _EXPORT)])
    try:
        return load(str(path), stdin=lambda: b"")
    except BookletError as error:
        raise BookletError([fault._replace(hint=_EXPORT) for fault in error.faults]) from None


def _of_workbook(material: Material, wanted: Sequence[str]) -> Table:
    """The sheet of a workbook that is most likely the list."""
    from booklet.importers.workbook import read_workbook  # noqa: PLC0415 - most lists are texts

    book = read_workbook(material.data, material.name)
    found = [(sheet, at) for sheet in book.sheets if (at := _heading_at(sheet.rows[:_HEAD], wanted)) is not None]
    if not found:
        raise BookletError([Fault("there is nothing in this workbook", Place(material.name), _EXPORT)])
    sheet, at = max(found, key=lambda one: _known(one[0].rows[one[1]], wanted))
    others = [quoted(other.name) for other in book.sheets if other is not sheet]
    faults = [*material.report, *book.report]
    if others:
        hint = "put the sheet that you mean into a workbook of its own, if it is another one"
        what = f"the sheet {quoted(sheet.name)} was read, and not {', '.join(others[:_BROKEN])}"
        faults.append(Fault(what, Place(material.name), hint))
    rows = _fitting(iter(sheet.rows[at + 1 :]), sheet.rows[at], material.name, padded=True)
    return Table(material.name, sheet.rows[at], rows, tuple(faults))


def _sign(text: str, wanted: Sequence[str]) -> str:
    """What parts the cells: the sign by which the most headings are known and most rows are as wide as these."""
    sample = text[:_SAMPLE]
    cut = len(text) > _SAMPLE
    scores = {sign: _score(sample, sign, wanted, cut=cut) for sign in _SIGNS}
    return max(_SIGNS, key=lambda sign: scores[sign])


def _score(sample: str, sign: str, wanted: Sequence[str], *, cut: bool) -> tuple[int, float]:
    try:
        rows = list(islice(rows_by(sign, sample, "", cut=True, whole=True), 200))
    except BookletError:
        return -1, 0.0
    rows = rows[:-1] if cut and len(rows) > 1 else rows
    at = _heading_at(rows[:_HEAD], wanted)
    if at is None:
        return 0, 0.0
    width = len(rows[at].cells)
    below = rows[at + 1 :]
    alike = sum(len(row.cells) == width for row in below) / len(below) if below else 1.0
    return _known(rows[at], wanted), alike if width > 1 else 0.9 * alike


def _heading_at(rows: Sequence[Row], wanted: Sequence[str]) -> int | None:
    """Which row holds the headings: that of which the most are known, else the first that is as wide as any."""
    if not rows:
        return None
    widest = max(len(row.filled) for row in rows)
    return max(range(len(rows)), key=lambda at: (_known(rows[at], wanted), len(rows[at].filled) == widest, -at))


def _known(row: Row, wanted: Sequence[str]) -> int:
    """How many headings of a row are known; those that the organiser has named count most."""
    asked = {plain(heading) for heading in wanted}
    named = sum(plain(cell) in asked for cell in row.cells) if asked else 0
    fields = {meaning.field for cell in row.cells if (meaning := meaning_of(cell))}
    return 20 * named + len(fields) + 2 * bool(columns_of(row.cells).names)


def _bare(row: Row) -> Row:
    """A row without empty cells at its end."""
    return row._replace(cells=row.cells[: max(row.filled, default=-1) + 1])


def _fitting(rows: Iterable[Row], heading: Row, name: str, *, padded: bool = False) -> Iterator[Row]:
    """The rows, all of them as wide as their headings.

    Args:
        rows: those below the headings.
        heading: the row of the headings.
        name: the list, for places.
        padded: whether rows end with their last full cell, so that short ones say nothing.

    Raises:
        BookletError: some rows have more cells than there are headings, or are broken in two; once all are read.
    """
    width = len(heading.cells)
    long: list[tuple[int, int]] = []
    short: list[tuple[int, int]] = []
    full = 0
    for row in rows:
        if row.cells[:width] == heading.cells:
            continue
        cells = max(row.filled) + 1
        if cells > width:
            long.append((row.line, cells))
        elif len(row.cells) < width:
            short.append((row.line, len(row.cells)))
        else:
            full += 1
        yield row
    broken = [] if padded or 10 * len(short) > full else short
    said = _misfits(long, "more", width, name) + _misfits(broken, "fewer", width, name)
    if said:
        raise BookletError(sorted(said, key=lambda fault: fault.where or Place("")))


def _misfits(rows: Sequence[tuple[int, int]], how: str, width: int, name: str) -> list[Fault]:
    faults = [
        Fault(
            f"the row that begins here has {cells} cells, {how} than the {width} headings", Place(name, line), _QUOTES
        )
        for line, cells in rows[:_BROKEN]
    ]
    if len(rows) > _BROKEN:
        what = f"{len(rows) - _BROKEN} more rows have {how} cells than there are headings"
        faults.append(Fault(what, Place(name, rows[_BROKEN][0]), _QUOTES))
    return faults
