"""Tables in plain text: bars, tabs, columns of spaces, and the borders of reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from booklet.agendas.columns import PART
from booklet.agendas.grid import hours_of
from booklet.agendas.inline import without_marks
from booklet.agendas.page import Block, Cell, Line, Table
from booklet.agendas.tidy import tidy
from booklet.manuscripts.dates import find_date
from booklet.manuscripts.hours import hours_at

_COLUMNS: Final = re.compile(r"\t+|(?<=\S) {3,}(?=\S)")
BORDER: Final = re.compile(r"\s*\+(?:[-=]+\+)+\s*$")
SIMPLE: Final = re.compile(r"\s*=+(?:\s+=+)+\s*$")
_JOINED: Final = re.compile(r"[0-2][0-9][0-5][0-9](?:\t| {3,})")
"""A time without a colon, set off as in a column."""

STARTS_ANEW: Final = re.compile(
    r"\s*(?:[0-9]{1,2}\s?[:.h][0-9]{2}|[0-9]{1,2}\s?[ap]m\b|[\w. ]{2,20}:\s)", re.IGNORECASE
)


class Raw(NamedTuple):
    """A line as it stands in the source, and its number."""

    text: str
    number: int


def begins_with_time(text: str) -> bool:
    """Whether a line begins with a time, and so begins something new."""
    return bool(STARTS_ANEW.match(text) or _JOINED.match(text.lstrip())) or hours_at(text.lstrip()) is not None


def cells_of(text: str, number: int) -> tuple[Cell, ...]:
    """The cells of a row, or () if a line is none."""
    if "|" in text and (bars := _barred(text)):
        return tuple(_cell(part, number) for part in bars)
    if "\t" in text.strip():
        return tuple(_cell(part, number) for part in text.rstrip("\n").split("\t"))
    stripped = text.strip()
    if (
        stripped[:1].isdigit()
        and (hours_at(stripped) or _JOINED.match(stripped))
        and (parts := _COLUMNS.split(stripped))[1:]
    ):
        return tuple(_cell(part, number) for part in parts)
    return ()


def _barred(text: str) -> list[str]:
    """The cells between bars, those of MediaWiki and Org among them."""
    stripped = text.strip()
    if "$" in stripped and "|" in stripped:
        stripped = re.sub(r"\$[^$|]*\|[^$]*\$", lambda found: found[0].replace("|", "\0"), stripped)
    inner = stripped.removeprefix("|").removesuffix("|") if stripped.startswith("|") else stripped
    parts = re.split(r"(?<!\\)\|\|?", inner)
    if len(parts) < 2 and not stripped.startswith("|"):
        return []
    return [part.replace("\0", "|").replace("\\|", "|") for part in parts]


def _cell(text: str, number: int) -> Cell:
    lines = []
    for part in re.split(r"<br\s*/?>", text, flags=re.IGNORECASE):
        bare, aside = without_marks(part)
        bare = tidy(bare)
        if bare or aside:
            lines.append(Line(bare, number, aside=aside))
    return Cell(tuple(lines))


def grid_table(lines: list[Raw], at: int) -> tuple[Table, int]:
    """A grid table of reStructuredText, +---+---+, whose cells may have several lines."""
    rows: list[tuple[Cell, ...]] = []
    number = lines[at].number
    gathered: list[list[Line]] = []
    while at < len(lines) and lines[at].text.strip().startswith(("+", "|")):
        raw = lines[at]
        if BORDER.match(raw.text):
            if gathered:
                rows.append(tuple(Cell(tuple(_wrapped(cell))) for cell in gathered))
            gathered = []
        else:
            parts = [_cell(part, raw.number).lines for part in _barred(raw.text)]
            gathered = gathered or [[] for _ in parts]
            for cell, part in zip(gathered, parts, strict=False):
                cell.extend(part)
        at += 1
    return Table(tuple(rows), number), at


def _wrapped(lines: list[Line]) -> list[Line]:
    """The lines of a cell that is as narrow as its column: all one."""
    if not lines:
        return []
    return [lines[0]._replace(text=tidy(" ".join(line.text for line in lines)))]


def simple_end(lines: list[Raw], at: int) -> int:
    """Behind the last border of a simple table, or 0 if there is no second border."""
    border = lines[at].text.strip()
    ends = [end for end in range(at + 1, min(at + 400, len(lines))) if lines[end].text.strip() == border]
    return ends[1] + 1 if len(ends) > 1 and ends[0] - at <= 3 else ends[0] + 1 if ends else 0


def simple_table(lines: list[Raw], at: int, end: int) -> Table:
    """A simple table of reStructuredText, whose columns stand under ==== ====."""
    spans = [(found.start(), found.end()) for found in re.finditer("=+", lines[at].text)]
    starts = [start for start, _ in spans]
    rows: list[list[list[Line]]] = []
    for raw in lines[at + 1 : end]:
        if SIMPLE.match(raw.text) or not raw.text.strip():
            continue
        parts = [
            _cell(raw.text[start : starts[column + 1] if column + 1 < len(starts) else None], raw.number).lines
            for column, start in enumerate(starts)
        ]
        if parts[0] or not rows:
            rows.append([list(part) for part in parts])
        else:
            for cell, part in zip(rows[-1], parts, strict=True):
                cell.extend(part)
    return Table(tuple(tuple(Cell(tuple(_wrapped(cell))) for cell in row) for row in rows), lines[at].number)


def joined_rows(blocks: list[Block]) -> Iterator[Block]:
    """Rows that follow one another are one table."""
    rows: list[tuple[Cell, ...]] = []
    number, ragged = 0, False
    for block in blocks:
        if isinstance(block, Table) and (not rows or block.ragged == ragged):
            number, ragged = number or block.number, block.ragged
            rows += block.rows
            continue
        if rows:
            yield Table(tuple(rows), number, ragged)
            rows, number = [], 0
        if isinstance(block, Table):
            number, ragged, rows = block.number, block.ragged, list(block.rows)
        else:
            yield block
    if rows:
        yield Table(tuple(rows), number, ragged)


def continues_row(blocks: list[Block], raw: Raw, *, gap: bool) -> bool:
    """Whether a line goes on with the row above it, whose last cell has several lines, as browsers copy them."""
    last = blocks[-1] if blocks else None
    if gap or not isinstance(last, Table) or not last.ragged:
        return False
    heads = _columns_above(blocks, raw)
    if len(last.rows[-1]) < 2 or begins_with_time(raw.text) or _part_of_day_and_time(raw.text):
        return False
    if re.match(r"\s*[(（]", raw.text) and begins_with_time(last.rows[-1][0].text):
        return True
    if heads < 3:
        return False
    more = raw.text.count("\t")
    return len(last.rows[-1]) + more <= heads


def _part_of_day_and_time(text: str) -> bool:
    """Whether a row begins with a part of the day, which spans rows, and a time: "中午 | 12:00-14:00"."""
    parts = text.split("\t")
    return len(parts) > 1 and PART.fullmatch(parts[0]) is not None and begins_with_time(parts[1])


def _columns_above(blocks: list[Block], raw: Raw) -> int:
    """How many columns the table has that the last block is a row of: by its first row, and by times beside times."""
    rows: list[tuple[Cell, ...]] = []
    for block in reversed(blocks):
        if not isinstance(block, Table) or not block.ragged:
            break
        rows.append(block.rows[0])
    if not rows:
        return 0
    heads = rows[-1]
    if len(heads) > 1 and all(find_date(cell.text) for cell in heads):
        # Days side by side, each with times of its own: the spans of their headings are lost in copying.
        beside = [part for row in rows[:-1] for part in row[1:]] + [_cell(part, 0) for part in raw.text.split("\t")]
        if any(hours_of(cell) for cell in beside):
            return 2 * len(heads)
    return len(heads)


def continued(block: Block, raw: Raw) -> Block:
    """The last row with the line that goes on with it."""
    if not isinstance(block, Table):
        return block
    *cells, last = block.rows[-1]
    first, *others = [_cell(part, raw.number) for part in raw.text.split("\t")]
    row = (*cells, Cell((*last.lines, *first.lines)), *others)
    return block._replace(rows=(*block.rows[:-1], row))
