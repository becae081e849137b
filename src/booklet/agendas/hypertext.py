"""HTML becomes a page: its lines and tables, each with its line number; nothing is executed or looked up."""

from __future__ import annotations

import html
import re
from collections.abc import Set
from html.parser import HTMLParser
from typing import Final

from booklet.agendas.page import Block, Cell, Line, Page, Table
from booklet.agendas.resources import RESOURCE_TARGET, RESOURCE_TEXT
from booklet.agendas.tidy import SUPERSCRIPTS, tidy
from booklet.manuscripts.dates import find_date

_SILENT: Final = frozenset({"script", "style", "noscript", "template", "svg", "select", "iframe", "head", "object"})
_BLOCKS: Final = frozenset(
    "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|"
    "hr|"
    "html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|h1|h2|h3|h4|h5|h6|caption".split("|")
)
_STRUCK: Final = frozenset({"s", "strike", "del"})
_ENDS_STRUCK: Final = frozenset({"td", "th", "tr", "table", "li", "ul", "ol", "body"})
"""Where what is struck through ends at the latest, though nobody has closed it."""

_VOID: Final = frozenset("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr".split("|"))
_LISTS: Final = frozenset({"ul", "ol", "dl"})
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ID: Final = re.compile(r"""\bid\s?=\s?["']?([\w:.-]{1,100})""", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#x?[0-9a-f]{1,6});", re.IGNORECASE)
_MARKS: Final = re.compile(r"\s*[0-9][0-9, ]{0,8}\s*")
_MINUTES: Final = re.compile(r"\s*[0-5][0-9]\s*")
_LAYOUT: Final = 14
"""A table with a cell of more lines than that only places things on the screen."""

_ROOM_CLASSES: Final = frozenset({"location", "room", "lugar", "sala", "ort", "raum", "salle", "lieu", "luogo", "zaal"})
_DURATION: Final = re.compile(r"(?:(?P<hours>[0-9]{1,2}) ?h)? ?(?:(?P<minutes>[0-9]{1,3}) ?m(?:in)?)?")
_PLACE: Final = 90
"""What is longer is more than the name of a place."""

_SPAN: Final = 400
"""More columns or rows than that no cell takes, whatever it says."""


def read_hypertext(text: str, first: int = 1) -> Page:
    """Read HTML, however broken.

    Args:
        text: the page, or a piece of it.
        first: the number of its first line.
    """
    reader = _Reader(first, frozenset(_ID.findall(text)))
    reader.feed(text)
    reader.close()
    reader.finish()
    return Page(reader.title, tuple(reader.blocks), struck=tuple(reader.struck))


class _TableDraft:
    """A table that is still open: its rows, and the cell whose lines are being collected, if one is."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.rows: list[list[Cell]] = []
        self.lines: list[Line] | None = None
        self.spans = (1, 1)
        self.heading = False


class _Reader(HTMLParser):
    """Collects lines from tags and texts; inner tables become lines of the cell that they stand in."""

    def __init__(self, first: int, ids: Set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.blocks: list[Block] = []
        self._first = first
        self._ids = ids
        self._tabs: dict[str, str] = {}
        self._part: tuple[str, str, int] | None = None
        self._tables: list[_TableDraft] = []
        self._words: list[str] = []
        self._aside: list[str] = []
        self._number = 0
        self._gap = True
        self._level = 0
        self._depth = 0
        self._silent: list[str] = []
        self._in_title = False
        self._raised = False
        self.struck: list[Line] = []
        self._deleted: list[str] | None = None
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        said = dict(attrs)
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.append(tag)
            self._in_title = self._in_title or (tag == "title" and self._silent == ["head"])
            return
        if (label := self._tabs.pop(said.get("id") or "", "")) and not self._tables:
            self._flush()
            self.blocks.append(Line(label, self._line(), level=3, gap=True))
        hidden = "hidden" in said or _HIDDEN.search(said.get("style") or "")
        if (tag in _SILENT or hidden) and tag not in _VOID:
            self._silent.append(tag)
            return
        if (part := _part(said.get("class") or "")) and self._part is None and tag not in _VOID:
            if part == "Room":
                self._flush()
            self._part = (part, tag, len(self._words))
        if tag == "br":
            self._flush()
        elif tag == "sup":
            self._raised = True
        elif tag in _STRUCK:
            self._deleted = self._deleted or []
        elif tag in {"a", "button"}:
            target = said.get("href") or said.get("data-bs-target") or said.get("data-target") or ""
            self._link = (target or f"#{said.get('aria-controls') or ''}", len(self._words))
        elif tag in _BLOCKS:
            self._flush()
            self._gap = True
            self._open(tag, said)

    def _open(self, tag: str, said: dict[str, str | None]) -> None:
        table = self._tables[-1] if self._tables else None
        if tag in _LISTS:
            self._depth += 1
        elif re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        elif tag == "table":
            self._tables.append(_TableDraft(self._line()))
        elif tag == "tr" and table is not None:
            self._end_cell(table)
            table.rows.append([])
        elif tag in {"td", "th"} and table is not None:
            self._end_cell(table)
            table.lines = []
            table.spans = _span(said.get("colspan")), _span(said.get("rowspan"))
            table.heading = tag == "th"

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if self._silent:
            if tag == self._silent[-1] or (tag == "body" and self._silent == ["head"]):
                self._silent.pop()
            self._in_title = False
            return
        if self._part is not None and tag == self._part[1]:
            self._close_part()
        if tag in {"a", "button"}:
            self._close_link()
        elif tag == "sup":
            self._raised = False
        elif tag in _STRUCK:
            self._close_struck()
        elif tag in _BLOCKS:
            if tag in _ENDS_STRUCK:
                self._close_struck()
            self._flush()
            self._gap = True
            table = self._tables[-1] if self._tables else None
            if tag in _LISTS:
                self._depth = max(0, self._depth - 1)
            elif re.fullmatch("h[1-6]", tag):
                self._level = 0
            elif tag in {"td", "th", "tr"} and table is not None:
                self._end_cell(table)
            elif tag == "table" and table is not None:
                self._end_table()

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if self._in_title:
            self.title = tidy(self.title + data)
        if self._silent or not data:
            return
        if self._deleted is not None:
            self._deleted.append(data)
            return
        if self._raised and _MARKS.fullmatch(data):
            hour = re.search(r"(?<![0-9])[0-9]{1,2}$", self._words[-1] if self._words else "")
            data = f":{data.strip()}" if hour and _MINUTES.fullmatch(data) else data.strip().translate(SUPERSCRIPTS)
        if not self._words and (stripped := data.lstrip()):
            self._number = self._line() + data[: len(data) - len(stripped)].count("\n")
        if self._words or data.strip():
            self._words.append(data)

    def finish(self) -> None:
        """The page ends, and with it all that is still open."""
        self._silent = []
        self._close_struck()
        self._close_link()
        self._flush()
        while self._tables:
            self._end_table()

    def _line(self) -> int:
        return self.getpos()[0] + self._first - 1

    def _close_part(self) -> None:
        """What the class of an element says of its words is said in words: a room, or how long something takes."""
        part, _, start = self._part or ("", "", 0)
        self._part = None
        said = tidy("".join(self._words[start:]))
        if part == "Room" and start == 0 and 0 < len(said) <= _PLACE:
            self._words = [said if ":" in said else f"Room: {said}"]
            self._flush()
        elif part == "Length" and (found := _DURATION.fullmatch(said)) and said:
            minutes = 60 * int(found["hours"] or 0) + int(found["minutes"] or 0)
            self._words[start:] = [f" ({minutes} min) "]

    def _close_struck(self) -> None:
        """What is struck through is no part of the program; it is told."""
        if self._deleted is not None and (text := tidy(" ".join(self._deleted))):
            self.struck.append(Line(text, self._line()))
        self._deleted = None

    def _close_link(self) -> None:
        """A link to a file is no part of the text."""
        if self._link is None:
            return
        target, start = self._link
        self._link = None
        said = tidy("".join(self._words[start:]))
        if (
            target[:1] == "#"
            and target[1:] in self._ids
            and (when := find_date(said)) is not None
            and when.until is None
        ):
            # The label of a tab, or an entry of a list of contents, is the heading of what it leads to.
            self._tabs.setdefault(target[1:], said)
            del self._words[start:]
            return
        if (
            said
            and len(said) < 120
            and (RESOURCE_TEXT.fullmatch(said) or RESOURCE_TARGET.search(target))
            and start <= len(self._words)
        ):
            bare = said if RESOURCE_TEXT.fullmatch(said) or len(said.split()) <= 4 else ""
            if bare:
                self._aside.append(bare)
                del self._words[start:]
                self._words.append(" ")

    def _flush(self) -> None:
        """End the line."""
        text = "".join(self._words)
        if _ESCAPED.search(text):
            text = html.unescape(text)
        text = tidy(text)
        if text or self._aside:
            line = Line(text, self._number or self._line(), self._level, self._depth, self._gap, tuple(self._aside))
            self._gap = False
            self._put(line)
        self._words, self._aside, self._number = [], [], 0
        if self._link is not None:
            self._link = (self._link[0], 0)

    def _put(self, line: Line) -> None:
        for table in reversed(self._tables):
            if table.lines is not None:
                table.lines.append(line)
                return
        self.blocks.append(line)

    def _end_cell(self, table: _TableDraft) -> None:
        if table.lines is None:
            return
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(Cell(tuple(table.lines), *table.spans, table.heading))
        table.lines = None

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._end_cell(table)
        cells = [cell for row in table.rows for cell in row]
        placing = max((len(row) for row in table.rows), default=0) <= 1 or any(
            len(cell.lines) > _LAYOUT for cell in cells
        )
        if self._tables or placing:
            for line in (line for cell in cells for line in cell.lines):
                self._put(line)
        else:
            self.blocks.append(Table(tuple(tuple(row) for row in table.rows), table.number))


def _part(classes: str) -> str:
    """What an element holds by the last words of its classes: "event-location" a room, "duration" a length."""
    words = {re.split(r"[-_]+", name)[-1].lower() for name in classes.split()}
    if words & _ROOM_CLASSES:
        return "Room"
    return "Length" if "duration" in words else ""


def _span(said: str | None) -> int:
    found = re.match(r"\s*([0-9]{1,4})", said or "")
    return min(max(int(found[1]), 1), _SPAN) if found else 1
