"""Spreadsheets and tables in text files: an agenda, a list of papers, or both on several sheets.

tables, workbook       Material → Sheet: rows of cells, whatever the file
columns                headings → what each column holds
table_entries          rows → Item: entries without slots
table_days, _hours     what cells say of days and times → dates and slots
table_sessions         items → entries, talks in their sessions
grids                  what has rooms or days for headings is read as a page's table is
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.columns import columns_of
from booklet.importers.decisions import accepted, decision_of
from booklet.importers.grids import is_drawn, is_grid, read_grids
from booklet.importers.headings import HEADINGS
from booklet.importers.material import Format, Material
from booklet.importers.stated import Omission, left_out
from booklet.importers.table_days import Day, dates_of, day_in
from booklet.importers.table_entries import Findings, Item, Table, items_of, unread_columns, untitled_columns
from booklet.importers.table_hours import slots_of
from booklet.importers.table_sessions import sessions_of
from booklet.importers.tables import Sheet, delimiter_of, heading_row, parted, read_delimited, tabular
from booklet.importers.workbook import read_workbook
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.nights import by_evening
from booklet.manuscripts.settling import Slot, style_of
from booklet.model.program import Venue
from booklet.model.texts import quoted

_WORKBOOK: Final = b"PK\x03\x04"
_SAMPLE: Final = 200_000
"""So many characters of a text tell whether it is a table."""

_LIKELY: Final = 3
"""So many known headings make a table; two do if they are most of them."""

_TELLING: Final = tuple(column for column in HEADINGS if column not in {"time", "start", "title"})
"""What a table of tabs has a heading for; "Time" and "Event" alone head what was pasted from a page."""

_USUAL: Final = 0.9
"""So much of the program is in a room that is the usual one."""

_ABOVE: Final = 5
"""So many lines may stand above the headings of a text."""

_NEARLY_ALL: Final = 0.8
"""So many of the rows of a text that is a table have what parts its cells."""

_EXPECTED: Final = (
    "a column Title is needed; Date, Start, End, Speaker, Room … say more; in any order and of ten languages"
)
_ASK: Final = "say it with --date-of-first-day, as in --date-of-first-day 2026-03-02; or add a column Date"
_CANCELLED: Final = Omission(
    "row that is rejected, declined or cancelled", "rows that are rejected, declined or cancelled"
)
_DAY: Final = datetime.timedelta(days=1)


def _recognise(material: Material) -> bool:
    """Whether it is a workbook, or a text that is a table as a whole: known headings, and below them rows of cells.

    Lines of tabs are pasted from pages, too; they are a table only if those above the headings have tabs as well.
    """
    if material.data.startswith(_WORKBOOK):
        return True
    text = material.text[:_SAMPLE]
    if not text or material.xml_tag or material.json is not None or text.lstrip()[:1] in {"|", "+"}:
        return False
    sign = delimiter_of(text)
    if not sign:
        return False
    try:
        rows = read_delimited(text, material.name, cut=True).rows
    except BookletError:
        return False
    at = heading_row(rows)
    if at is None:
        return sign != "\t" and is_drawn(Sheet("", rows)) and _nearly_all(parted(text, sign))
    if at > _ABOVE or any(set(row.cells[-1]) <= set("-: ") for row in rows[: at + 3]):
        return False
    columns = columns_of(rows[at].cells)
    if sign == "\t" and not columns.has(*_TELLING):
        return False
    known, filled = len(columns.places), len(rows[at].filled)
    likely = known >= _LIKELY or 2 * known > filled
    marks = parted(text, sign)
    whole = _nearly_all(marks[at:]) and (sign not in "\t|" or all(marks[: at + 1]))
    return likely and whole and tabular(Sheet("", rows[at + 1 :]), len(rows[at].cells))


def _nearly_all(marks: Sequence[bool]) -> bool:
    return sum(marks) >= _NEARLY_ALL * len(marks) > 0


def _read(material: Material, asked: Asked) -> Manuscript:
    """Read a spreadsheet.

    Raises:
        BookletError: no sheet has a column of titles, or the file is broken.
    """
    report: list[Fault] = []
    if material.data.startswith(_WORKBOOK):
        book = read_workbook(material.data, material.name)
        sheets, report = book.sheets, list(book.report)
    else:
        sheets = (read_delimited(material.text, material.name),)
    tables = [table for sheet in sheets if (table := _table(sheet)) is not None]
    titled = [table for table in tables if table.columns.has("title")]
    if not titled:
        drawn = [sheet for sheet in sheets if is_drawn(sheet) or ((table := _table(sheet)) and is_grid(table.columns))]
        if drawn:
            return read_grids(drawn, material.name, asked)
        raise BookletError([_untitled(sheets, tables, material.name)])
    report += _passed_over(sheets, titled, material.name)
    return _manuscript(titled, material.name, asked, report)


FORMAT: Final = Format("spreadsheet", "a spreadsheet (XLSX, CSV, TSV)", _recognise, _read)


def _table(sheet: Sheet) -> Table | None:
    """The table of a sheet; None if no row of it is one of headings."""
    at = heading_row(sheet.rows)
    if at is None:
        return None
    headings = sheet.rows[at]
    return Table(sheet.name, headings, columns_of(headings.cells), sheet.rows[:at], sheet.rows[at + 1 :])


def _untitled(sheets: Sequence[Sheet], tables: Sequence[Table], name: str) -> Fault:
    if not tables:
        rows = [row for sheet in sheets for row in sheet.rows[:1]]
        said = f"; the first row is {untitled_columns(rows[0].cells)}" if rows else ""
        return Fault(
            f"no row of headings was found in this table{said}", Place(name, rows[0].line if rows else 0), _EXPECTED
        )
    headings = tables[0].headings
    what = f"no column of this table holds titles; its headings are {untitled_columns(headings.cells)}"
    return Fault(what, Place(name, headings.line), _EXPECTED)


def _passed_over(sheets: Sequence[Sheet], tables: Sequence[Table], name: str) -> Iterator[Fault]:
    """The sheets without a column of titles."""
    read = {table.name for table in tables}
    for sheet in sheets:
        if sheet.name not in read and sheet.rows:
            count = len(sheet.rows)
            rows = "1 row" if count == 1 else f"{count:,} rows"
            what = f"left out: the sheet {quoted(sheet.name)} ({rows}): no column of it holds titles"
            yield Fault(what, Place(name, sheet.rows[0].line), _EXPECTED)


def _manuscript(tables: Sequence[Table], name: str, asked: Asked, report: list[Fault]) -> Manuscript:
    """What tables say."""
    findings = Findings()
    title, others = _above(tables, name, findings)
    listed = [items_of(table, name, asked, findings) for table in tables]
    items: list[Item] = []
    for table, rows in zip(tables, listed, strict=True):
        if table.scheduled:
            items += [item for item in rows if not _cancelled(item, findings)]
        else:
            kept = accepted(rows, lambda item: item.status, lambda item: item.entry.title, name)
            items += [rows[at] for at in kept.places]
            findings.report += kept.report
    days, day_report, asks = _days(items, others, asked, name)
    slotted = _slotted(_merged(items), days)
    dated = [item for item in slotted if item.entry.date is not None]
    entries = by_evening(sessions_of(dated))
    papers = [replace(item.entry, date=None) for item in slotted if item.entry.date is None and not item.head]
    hours = [item.times.hours for item in items]
    unread = [fault for table in tables for fault in unread_columns(table, name)]
    titles = {date: text for day, text in findings.day_titles.items() if (date := days.get(day))}
    slips = [fault for item in slotted for fault in _slips(item)]
    entries, room = _without_usual_room(entries)
    return Manuscript(
        event=replace(no_event(title), timezone=asked.timezone),
        venue=Venue(room=room),
        entries=tuple(entries),
        papers=tuple(papers),
        people=findings.people,
        day_titles=titles,
        halves=style_of(hours).halves,
        report=(*report, *day_report, *findings.report, *slips, *unread, *left_out(+findings.left, name)),
        asks=asks,
    )


def _without_usual_room(entries: list[Entry]) -> tuple[list[Entry], str]:
    """Entries without the room that nearly all are in, and that room; "" if there is none, or some have none."""
    rooms = Counter(entry.room for entry in entries)
    usual, count = max(rooms.items(), key=lambda item: item[1], default=("", 0))
    if "" in rooms or len(entries) < 2 or count < _USUAL * len(entries):
        return entries, ""
    return [replace(entry, room="" if entry.room == usual else entry.room) for entry in entries], usual


def _above(tables: Sequence[Table], name: str, findings: Findings) -> tuple[str, list[str]]:
    """The title of the event, from the rows above the headings; and all that tells of dates besides the rows."""
    texts = [(row, row.cells[at]) for table in tables for row in table.above for at in row.filled]
    plain = [(row, one_line(text)) for row, text in texts]
    title = next((text for _, text in plain if not _is_date(text)), "")
    for row, text in plain:
        if text != title and not _is_date(text):
            hint = "add it by hand where it belongs, if it belongs into the booklet"
            findings.report.append(Fault(f"left out: {quoted(text)}", Place(name, row.line), hint))
    return title, [*dict.fromkeys(text for _, text in plain), *[table.name for table in tables if table.name]]


def _is_date(text: str) -> bool:
    found = day_in(text)
    return found is not None and len(text) - (found[1] - found[0]) < 12


def _cancelled(item: Item, findings: Findings) -> bool:
    """Whether a row is none of the program, by its status; such rows are counted."""
    cancelled = decision_of(item.status) in {"rejected", "withdrawn"}
    findings.left[_CANCELLED] += cancelled
    return cancelled


def _days(
    items: Sequence[Item], others: Sequence[str], asked: Asked, name: str
) -> tuple[dict[str, datetime.date | None], list[Fault], tuple[Fault, ...]]:
    """The date of each day, by how the table names it, "" for what names none."""
    named: dict[str, Day] = {}
    for item in items:
        if item.day:
            named.setdefault(item.day, Day(item.day, item.line))
    timed = next((item for item in items if item.times.hours is not None and not item.day), None)
    found = dates_of(list(named.values()), others, asked.first_day, name)
    dates, report, asks = dict(found.dates), list(found.report), found.asks
    if timed is not None and not named:
        evidence = dates_of([Day(text, timed.line) for text in others if _is_date(text)][:1], others, None, name)
        single = next((date for date in evidence.dates.values() if date), None)
        dates[""] = asked.first_day or single
        if dates[""] is None:
            asks = (*asks, Fault("nothing in this table says on which days things are", Place(name, timed.line), _ASK))
    elif timed is not None:
        what = f"{quoted(timed.entry.title)} has a time, but nothing says on which day it is"
        report.append(Fault(what, timed.entry.where, "write the date into its row"))
    return dates, report, asks


def _merged(items: Sequence[Item]) -> list[Item]:
    """Items without rows that repeat the one above for another speaker, as exports do that have a row a speaker."""
    out: list[Item] = []
    for item in items:
        last = out[-1].entry if out else None
        same = last is not None and _told_apart(out[-1]) == _told_apart(item)
        if same and last is not None and item.entry.speakers and last.speakers and item.entry.title:
            known = {who.name for who in last.speakers}
            more = [who for who in item.entry.speakers if who.name not in known]
            out[-1] = out[-1]._replace(entry=replace(last, speakers=(*last.speakers, *more)))
        else:
            out.append(item)
    return out


def _told_apart(item: Item) -> tuple[object, ...]:
    entry = item.entry
    return entry.title, entry.ident, item.day, item.times.text, entry.room, entry.abstract, item.session


def _slotted(items: Sequence[Item], dates: dict[str, datetime.date | None]) -> list[Item]:
    """Items with their dates and times."""
    slots = slots_of(
        [item.times for item in items],
        [item.day for item in items],
        [item.entry.room for item in items],
        [item.entry.kind for item in items],
    )
    out = []
    latest, shift = -1, 0
    for item, slot in zip(items, slots, strict=True):
        date = dates.get(item.day)
        if not item.day:
            # Without any day in the table, the clock falling back by hours begins another one.
            shift += slot.start is not None and slot.start + 4 * 60 < latest
            latest = slot.start if slot.start is not None else latest
            date = date + shift * _DAY if date is not None and (slot.start is not None or item.head) else None
        out.append(item._replace(entry=_at(item, date, slot)))
    return out


def _at(item: Item, date: datetime.date | None, slot: Slot) -> Entry:
    remarks = [f"{item.times.text}: {slot.reading}"] if slot.reading and not slot.reading.startswith("is") else []
    remarks += [f"{item.times.text} {slot.reading}"] if slot.reading.startswith("is") else []
    return replace(item.entry, date=date, start=slot.start, end=slot.end, remarks=tuple(remarks))


def _slips(item: Item) -> Iterator[Fault]:
    """What is odd about the time of an item."""
    if item.entry.remarks and "left open" in item.entry.remarks[0]:
        what = f"{item.entry.remarks[0]}, at {quoted(item.entry.title)}"
        yield Fault(what, item.entry.where, "correct the time, and import again")
    if item.times.rest:
        what = f"{quoted(item.times.rest)} is no time that can be read, at {quoted(item.entry.title)}"
        yield Fault(what, item.entry.where, "write a time such as 9:00-9:45, 2:30 pm or 14:30")
