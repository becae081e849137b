"""Excel workbooks become sheets of cells: dates and times as ISO 8601 writes them, all else as the sheet shows it."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.importers.tables import Row, Sheet
from booklet.model.texts import quoted

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_UNPACKED: Final = 256 * 1024 * 1024
"""What a workbook may unpack to, in bytes; the abstracts of the largest meetings take a tenth of it."""

_MEMBERS: Final = 2000
"""No workbook of tables has more parts."""

_WIDEST: Final = 400
_LONGEST: Final = 200_000
"""Columns and rows beyond these are passed over."""

_CHUNK: Final = 1 << 20
_OVERLAP: Final = 4096
_DECLARES: Final = re.compile(rb"<!DOCTYPE|<!ENTITY")
_UNSTORED: Final = re.compile(
    rb"<c\b[^<>]{0,200}?\br=\"(?P<cell>[A-Z]{1,3}[0-9]{1,7})\"[^<>]{0,200}>\s{0,9}<f\b[^<>]{0,300}(?:/>|>[^<]{0,3000}</f>)"
    rb"\s{0,9}(?:<v\s{0,3}/>|<v>\s{0,9}</v>)?\s{0,9}</c>"
)
_MERGED: Final = re.compile(
    rb"<mergeCell\b[^<>]{0,200}?\bref=\"(?P<left>[A-Z]{1,3})(?P<top>[0-9]{1,7}):(?P<right>[A-Z]{1,3})(?P<bottom>[0-9]{1,7})\""
)
_MOST_MERGED: Final = 1_000_000
"""So many cells may be merged; each of them costs time and memory, though the file may say it in a line."""

_ANEW: Final = "open it in a spreadsheet program and save it again as .xlsx, or as CSV"


class Workbook(NamedTuple):
    """The sheets of a workbook that are not hidden, and what there is to say about them."""

    sheets: tuple[Sheet, ...]
    report: tuple[Fault, ...]


class _Survey(NamedTuple):
    """What the parts of a workbook show: whether cells are merged, and formulas without a stored result."""

    merged: bool
    unstored: tuple[str, ...]


@lru_cache(maxsize=1)  # every format of workbooks looks at it, and one of them reads it
def read_workbook(data: bytes, name: str) -> Workbook:
    """Read a workbook.

    A cell that is merged with others below it stands in each of their rows; formulas are their stored results.

    Args:
        data: the bytes of the .xlsx file.
        name: the source, for places.

    Raises:
        BookletError: it is no workbook, is broken, is protected by a password, declares entities, or unpacks to more
            than a program can be.
    """
    survey = _surveyed(data, name)
    from openpyxl import load_workbook  # noqa: PLC0415 - start-up time

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of pictures and rules that it does not keep
            book = load_workbook(io.BytesIO(data), read_only=not survey.merged, data_only=True)
            sheets = [(sheet.title, sheet.sheet_state, list(_rows(sheet))) for sheet in book.worksheets]
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever comes to it on broken files
        what = f"the workbook cannot be read ({type(error).__name__})"
        raise BookletError([Fault(what, Place(name), _ANEW)]) from None
    shown = [Sheet(title, tuple(rows)) for title, state, rows in sheets if state == "visible" and rows]
    hidden = [title for title, state, rows in sheets if state != "visible" and rows]
    return Workbook(tuple(shown), tuple(_said(survey, hidden, name)))


def _surveyed(data: bytes, name: str) -> _Survey:
    """Look at the parts of the archive before anything else reads them."""
    merged, unstored = 0, list[str]()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MEMBERS or sum(member.file_size for member in members) > _UNPACKED:
                what = f"the workbook unpacks to more than {_UNPACKED // 1024 // 1024} MB, and was not read"
                raise BookletError([Fault(what, Place(name), "keep only the sheets with the program in it")])
            for member in members:
                if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    continue
                sheet = member.filename.startswith("xl/worksheets/")
                for chunk in _chunks(archive, member):
                    if _DECLARES.search(chunk) or chunk[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in chunk[:64]:
                        what = f"the workbook's part {quoted(member.filename)} is none that a spreadsheet writes"
                        raise BookletError([Fault(what, Place(name), _ANEW)])
                    merged += sum(map(_area, _MERGED.finditer(chunk))) if sheet else 0
                    if sheet and b"<f" in chunk:
                        unstored += [found["cell"].decode() for found in _UNSTORED.finditer(chunk)]
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        LookupError,
    ):
        raise BookletError([Fault("this is no workbook that can be read", Place(name), _ANEW)]) from None
    if merged > _MOST_MERGED:
        what = f"the workbook merges {merged:,} cells, and was not read"
        raise BookletError([Fault(what, Place(name), "merge only the cells of the program, and save it again")])
    return _Survey(merged > 0, tuple(dict.fromkeys(unstored)))


def _area(merged: re.Match[bytes]) -> int:
    """How many cells are merged."""
    left, right = (_column(merged[side]) for side in ("left", "right"))
    return (abs(right - left) + 1) * (abs(int(merged["bottom"]) - int(merged["top"])) + 1)


def _column(letters: bytes) -> int:
    """The number of a column: 28 for AB."""
    return sum((letter - ord("A") + 1) * 26**at for at, letter in enumerate(reversed(letters)))


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part of the archive in pieces that overlap, so that what is looked for is whole in one of them."""
    last = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield last + chunk
            last = chunk[-_OVERLAP:]


def _rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 - openpyxl's two kinds of sheets share no type
    """The rows of a sheet that hold something."""
    rows: dict[int, dict[int, str]] = {}
    for cell in _cells(sheet):
        if cell.value is not None and cell.column <= _WIDEST and cell.row <= _LONGEST:
            rows.setdefault(cell.row, {})[cell.column - 1] = _text(cell.value, str(cell.number_format or ""))
    for number, texts in _merged(sheet):
        rows.setdefault(number, {}).update(texts)
    spans = _spans(sheet)
    for number, texts in sorted(rows.items()):
        filled = [at for at, text in texts.items() if text]
        if filled:
            cells = tuple([texts.get(at, "") for at in range(max(filled) + 1)])
            yield Row(number, cells, tuple([(at, spans[number, at]) for at in sorted(filled) if (number, at) in spans]))


def _cells(sheet: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """The cells of a sheet that the file has.

    `iter_rows` would make those that it has not, up to the last one: a format far below the program costs a minute.
    """
    stored = getattr(sheet, "_cells", None)
    if stored is not None:
        yield from stored.values()
        return
    for row in sheet.iter_rows(max_row=_LONGEST, max_col=_WIDEST):
        yield from (cell for cell in row if cell.value is not None)


def _merged(sheet: Worksheet) -> Iterator[tuple[int, dict[int, str]]]:
    """What stands in rows through cells that are merged with others above them: by row and column, from 1 and 0."""
    found: dict[int, dict[int, str]] = {}
    ranges = getattr(sheet, "merged_cells", None)
    for area in sorted(ranges.ranges, key=str) if ranges is not None else ():
        top = sheet.cell(area.min_row, area.min_col)
        if top.value is None or area.max_row == area.min_row:
            continue
        text = _text(top.value, str(top.number_format or ""))
        for row in range(area.min_row + 1, min(area.max_row, _LONGEST) + 1):
            found.setdefault(row, {})[area.min_col - 1] = text
    yield from found.items()


def _spans(sheet: Worksheet) -> dict[tuple[int, int], int]:
    """How many columns cells take that are merged with others on their right: by row and column, from 1 and 0."""
    ranges = getattr(sheet, "merged_cells", None)
    return {
        (row, area.min_col - 1): area.max_col - area.min_col + 1
        for area in (ranges.ranges if ranges is not None else ())
        if area.max_col > area.min_col
        for row in range(area.min_row, min(area.max_row, _LONGEST) + 1)
    }


def _text(value: object, shape: str) -> str:
    """A cell as a text; `shape` is its number format.

    >>> _text(datetime.datetime(2025, 2, 20, 9, 30), "yyyy-mm-dd hh:mm"), _text(3.0, "General"), _text(0.25, "0%")
    ('2025-02-20 09:30', '3', '0.25')
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime.datetime():
            day = value.date().isoformat()
            timed = value.hour or value.minute or "h" in shape.lower()
            return f"{day} {value:%H:%M}" if timed else day
        case datetime.date():
            return value.isoformat()
        case datetime.time():
            return f"{value:%H:%M}"
        case datetime.timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
        case float():
            return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.10g}"
        case _:
            return str(value).replace("_x000D_", "").strip()


def _said(survey: _Survey, hidden: Sequence[str], name: str) -> Iterator[Fault]:
    if survey.unstored:
        count = len(survey.unstored)
        cells = ", ".join(survey.unstored[:5]) + (" …" if count > 5 else "")
        what = f"{count} formulas have no stored result, so their cells are empty: {cells}"
        if count == 1:
            what = f"the formula in {cells} has no stored result, so its cell is empty"
        yield Fault(what, Place(name), "open the file in a spreadsheet program, save it, and import it again")
    if hidden:
        sheets = ", ".join(map(quoted, hidden))
        yield Fault(f"left out: hidden sheets: {sheets}", Place(name), "unhide them if they belong to the program")
