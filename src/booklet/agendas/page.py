"""A page as lines and tables, whatever it was written in."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Line(NamedTuple):
    """A line of a page: a paragraph, a heading, an item of a list, or what stands between two line breaks.

    `number` is its line in the source, counted from 1. `level` is that of a heading (1 to 6), 0 for other lines.
    `depth` is how deep it lies in lists. `gap` says that it is set off from what stands above it. `aside` are links to
    slides and recordings that stood in it, and were taken out.
    `wrapped` are the lines below that an editor has parted from it, and which were joined to it again.
    """

    text: str
    number: int
    level: int = 0
    depth: int = 0
    gap: bool = False
    aside: tuple[str, ...] = ()
    wrapped: tuple[tuple[int, str], ...] = ()


class Cell(NamedTuple):
    """A cell of a table: its lines, how many columns and rows it takes, and whether it is a heading."""

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1
    heading: bool = False

    @property
    def text(self) -> str:
        """Everything in it, on one line."""
        return " ".join(line.text for line in self.lines)


class Table(NamedTuple):
    """A table, row by row, each row with the cells that begin in it; `number` is the line that it begins in.

    `ragged` says that cells may be missing without a trace, as in text that was copied from a browser.
    """

    rows: tuple[tuple[Cell, ...], ...]
    number: int
    ragged: bool = False


Block: TypeAlias = Line | Table


class Page(NamedTuple):
    """A page: what it is called (by its title element or front matter), and its blocks.

    `settings` are lines that say how it is shown; `struck` is what is struck through on it.
    """

    title: str
    blocks: tuple[Block, ...]
    settings: tuple[Line, ...] = ()
    struck: tuple[Line, ...] = ()
