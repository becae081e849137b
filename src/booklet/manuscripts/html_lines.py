"""HTML, however broken, becomes lines of text: blocks parted by empty lines, items of lists, emphasis and links."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from booklet.manuscripts.characters import LITERALS, decoded
from booklet.manuscripts.html_marks import CODED, LOWERED, RAISED, SOFT, STRONG_ONE, raised_signs, with_marks
from booklet.manuscripts.links import web_link
from booklet.manuscripts.tags import (
    CODE,
    EMPHASIS,
    HEADINGS,
    LISTS,
    PLAIN,
    SCRIPTS,
    SILENT,
    STRONG,
    TABLES,
    TOKEN,
    attribute,
    is_tag,
)

_ITEM_OR_BREAK: Final = re.compile(
    r"(?:\s|&nbsp;)*(?:<br\b|[*•‣▪■◦●○–—·-]\s|&(?:bull|middot|ndash);|\(?[0-9]{1,2}[.)]\s)"
)
_LAYS_OUT: Final = re.compile(r"<(?:p|div|br)\b", re.IGNORECASE)
_SOFT_BREAK: Final = re.compile(r"\n(?! *[*•‣▪■◦●○] )")
"""A line end of the file, unless an item follows that was made by hand."""

_LITERAL_MARKS: Final = str.maketrans(LITERALS)
_LOOKS: Final = STRONG | EMPHASIS | CODE
_DEEPEST: Final = 8
"""Tables deeper than that in one another are read as blocks, so that reading stays linear."""


def lines_of_html(text: str, *, marks: bool) -> str:
    r"""The text of HTML as lines, entities read.

    Blocks are parted by empty lines, `<br>` is a line break, items begin with "- " or their number, and the cells of a
    table's row are parted by " · ". What looks like a tag but is none that HTML has, stays.

    Args:
        text: the HTML, with single "\n" as line ends.
        marks: whether emphasis, links, code and scripts are marked; a sign of the text that could be taken for a mark
            is then one of `LITERALS`.

    >>> lines_of_html("On <em>deep </em>nets<br>and <b>g</b>raphs", marks=True)
    'On *deep* nets\nand graphs'
    """
    setter = _Setter(marks=marks, keeps_lines=not _LAYS_OUT.search(text))
    at = 0
    unclosed: set[str] = set()
    while found := TOKEN.search(text, at):
        setter.say(text[at : found.start()])
        at = found.end()
        if found["comment"] or found["cdata"]:
            at = _passed(setter, text, at, "-->" if found["comment"] else "]]>", unclosed)
        elif found["name"]:
            name = found["name"].lower()
            if not is_tag(name, found["said"]):
                setter.say(found[0])
            elif name in SILENT:
                at = at if found["end"] or found["said"].endswith("/") else _after(text, at, name, unclosed)
            elif found["end"]:
                setter.close(name)
            elif name == "br":
                setter.break_line(ends_run=_ITEM_OR_BREAK.match(text, at) is not None)
            else:
                setter.open(name, found["said"])
    setter.say(text[at:])
    return with_marks(setter.finished()).strip()


def _passed(setter: _Setter, text: str, at: int, end: str, unclosed: set[str]) -> int:
    """Go past a comment, or read a CDATA section; one that does not end is no reason to lose the rest."""
    stop = -1 if end in unclosed else text.find(end, at)
    if stop < 0:
        unclosed.add(end)
        return at
    if end == "]]>":
        setter.say(text[at:stop])
    return stop + len(end)


def _after(text: str, at: int, name: str, unclosed: set[str]) -> int:
    """Where a silent element ends; one that does not end has no content."""
    found = None if name in unclosed else re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, at)
    if found is None:
        unclosed.add(name)
        return at
    return found.end()


class _List:
    """A list that is open: the number of its next item (0 for bullets), and whether an item is open."""

    __slots__ = ("number", "within")

    def __init__(self, number: int) -> None:
        self.number = number
        self.within = False


class _Style(NamedTuple):
    """How text is marked: as emphasised or strong (without emphasis), as code; the address it links to."""

    mark: str = ""
    target: str = ""
    code: bool = False


class _Setter:
    """Collects text under tags, as pieces of lines."""

    def __init__(self, *, marks: bool, keeps_lines: bool) -> None:
        self._marks = marks
        self._keeps_lines = keeps_lines
        self._pieces: list[str] = []
        self._run: list[str] = []
        self._style = _Style()
        self._strong = self._emphasis = self._heading = self._pre = self._code = 0
        self._target = ""
        self._raised: tuple[str, list[str]] | None = None
        self._lists: list[_List] = []
        self._items = 0
        self._mark = ""
        self._tables: list[list[int]] = []

    def say(self, text: str) -> None:
        """Text between tags."""
        if not text:
            return
        text = decoded(text)
        if self._raised is not None:
            self._raised[1].append(text)
            return
        if not (self._keeps_lines or self._pre):
            text = _SOFT_BREAK.sub(" ", text)
        if self._marks and not self._keeps_lines:
            text = text.translate(_LITERAL_MARKS)
        self._run.append(text)

    def break_line(self, *, ends_run: bool) -> None:
        """A line break; emphasis goes on behind it, unless an item or a paragraph begins there."""
        self._end_raised()
        if ends_run:
            self._end_run()
        self._run.append(" " if self._items else "\n")

    def open(self, name: str, said: str) -> None:
        """A tag opens something. What is raised has no other look besides."""
        if self._raised is not None and (name in _LOOKS or name in PLAIN):
            return
        self._end_raised()
        if name in SCRIPTS:
            self._raised = (name, [])
        elif name == "img":
            self.say(attribute(said, "alt"))
        elif name == "q":
            self._run.append("“")
        elif name in _LOOKS or name == "a":
            self._count(name, 1, said)
        elif name not in PLAIN and ":" not in name:
            self._block()
            if name in LISTS:
                start = attribute(said, "start")
                self._lists.append(_List((int(start) if start.isdecimal() else 1) % 100 if name == "ol" else 0))
            elif name == "li":
                self._begin_item()
            elif name in TABLES:
                self._open_table(name)
            else:
                self._count(name, 1)

    def close(self, name: str) -> None:
        """A tag closes something."""
        if self._raised is not None and (name in _LOOKS or name in PLAIN):
            return
        self._end_raised()
        if name == "q":
            self._run.append("”")
        elif name in _LOOKS or name == "a":
            self._count(name, -1)
        elif name not in PLAIN and name not in SCRIPTS and name not in {"img", "br"} and ":" not in name:
            if name in LISTS and self._lists:
                self._end_run()
                self._end_item()
                self._lists.pop()
            self._block()
            if name == "li" and self._lists:
                self._end_item()
            elif name in TABLES:
                self._close_table(name)
            else:
                self._count(name, -1)

    def finished(self) -> str:
        """Everything, and what is still open closed."""
        self._end_raised()
        self._end_run()
        return "".join(self._pieces)

    def _count(self, name: str, by: int, said: str = "") -> None:
        """Count what is open, which decides how text is set from here on."""
        if name in STRONG:
            self._strong = max(0, self._strong + by)
        elif name in EMPHASIS:
            self._emphasis = max(0, self._emphasis + by)
        elif name in CODE:
            self._code = max(0, self._code + by)
        elif name in HEADINGS:
            self._heading = max(0, self._heading + by)
        elif name == "pre":
            self._pre = max(0, self._pre + by)
        elif name == "a":
            self._target = decoded(attribute(said, "href")).strip() if by > 0 else ""
        mark = "" if self._heading else STRONG_ONE if self._strong else SOFT if self._emphasis else ""
        style = _Style(mark, self._target, self._code > 0) if self._marks else _Style()
        if style != self._style:
            self._end_run()
            self._style = style

    def _end_run(self) -> None:
        """Put down what was said in one style; spaces stay outside of its marks."""
        text = "".join(self._run)
        self._run = []
        bare = text.strip()
        if not bare:
            self._pieces.append(text)
            return
        if self._mark:
            self._pieces.append(f"\n{self._mark}")
            self._mark = ""
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if self._style.code:
            bare = f"{CODED}{bare}{CODED}"
            text = f"{before}{bare}{after}"
        if self._style.target:
            text = f"{before}{web_link(bare, self._style.target)}{after}"
        elif self._style.mark:
            text = f"{before}{self._style.mark}{bare}{self._style.mark}{after}"
        self._pieces.append(text)

    def _end_raised(self) -> None:
        if self._raised is not None:
            name, texts = self._raised
            self._raised = None
            text = "".join(texts)
            if self._marks and not self._code and text.strip() and any(char.isalnum() for char in text):
                sign = RAISED if name == "sup" else LOWERED
                self._run.append(f"{sign}{text.strip().translate(_LITERAL_MARKS)}{sign}")
            else:
                self.say(raised_signs(text, name))

    def _block(self) -> None:
        """A block begins or ends; within an item that is no more than a space."""
        self._end_run()
        self._pieces.append(" " if self._items else "\n\n")

    def _begin_item(self) -> None:
        if not self._lists:
            self._lists.append(_List(0))
        inner = self._lists[-1]
        if self._marks:
            self._mark = f"{inner.number}. " if inner.number else "- "
        inner.number += bool(inner.number)
        self._items += not inner.within
        inner.within = True

    def _end_item(self) -> None:
        self._items -= self._lists[-1].within
        self._lists[-1].within = False
        self._mark = ""

    def _open_table(self, name: str) -> None:
        if name == "table" and len(self._tables) < _DEEPEST:
            self._tables.append([])
        elif self._tables and name == "tr":
            self._end_row()
        elif self._tables and name != "table":
            self._tables[-1].append(len(self._pieces))

    def _close_table(self, name: str) -> None:
        if self._tables and name in {"tr", "table"}:
            self._end_row()
            if name == "table":
                self._tables.pop()

    def _end_row(self) -> None:
        """Put the cells of a row onto one line; a row of one cell is only there to place it on a screen."""
        starts = self._tables[-1]
        if not starts:
            return
        ends = [*starts[1:], len(self._pieces)]
        cells = [" ".join("".join(self._pieces[a:b]).split()) for a, b in zip(starts, ends, strict=True)]
        full = [cell for cell in cells if cell]
        if len(full) > 1:
            self._pieces[starts[0] :] = [" · ".join(full)]
        self._tables[-1] = []
        self._pieces.append("\n\n")
