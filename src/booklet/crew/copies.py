"""A copy of the process: what it is told, what it says, and what it does from its first moment to its last."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn, TypeAlias

from booklet.errors import Fault
from booklet.geometry import Size
from booklet.layout.elements import Element, Packed, packed, walk
from booklet.layout.galley import Slice
from booklet.layout.marks import Anchor, GlyphRun, Link, Mark
from booklet.layout.pages import Content, Page
from booklet.pdf.content import Names, draw, face_names
from booklet.pdf.syntax import deflated
from booklet.text.glyphs import Glyph
from booklet.text.typesetter import Typesetter

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Job: TypeAlias = Callable[[Element], list[Slice]]
"""Sets an abstract, with its branch of the structure below an element."""

_TALL: Final = 100.0
"""Slices higher than this many points may be higher than a page, and then must be named."""

Column: TypeAlias = "tuple[float, float, float, float, tuple[Fault, ...], str]"
"""A slice without its contents: height, gap, give, penalty, faults, and what it says first."""


class Result(NamedTuple):
    """An abstract that was set elsewhere."""

    columns: list[Column]
    tree: list[Packed]


class End(NamedTuple):
    """What a copy says when everything is set: the pairs that it used of each face, and what no face can show.

    `unset` are formulas that cannot be set, with the reasons.
    `foreseen` tells whether all codes had been handed out before.
    """

    results: list[Result]
    foreseen: bool
    used: dict[str, list[tuple[Glyph, str]]]
    missing: dict[str, str]
    unset: dict[str, str]


class Part(NamedTuple):
    """What a page has of a copy's slices, by their number and place; or with -1, marks that belong to no element."""

    number: int
    x: float
    y: float
    marks: tuple[Mark, ...] = ()


class Sheet(NamedTuple):
    """A page as a copy is told to draw it."""

    size: Size
    parts: list[Part]


class Sent(NamedTuple):
    """A drawn page as a copy sends it: `Drawn`, with its elements by number, and the pictures in it."""

    code: bytes
    pieces: list[tuple[int, int | Link]]
    anchors: tuple[Anchor, ...]
    faces: tuple[str, ...]
    figures: list[tuple[int, str]]
    pictures: dict[str, bytes]


class Draw(NamedTuple):
    """Asks a copy to draw pages."""

    sheets: list[Sheet]
    tagged: bool


class Fetch(NamedTuple):
    """Asks a copy for the contents of slices, each with the number of its element, or -1."""

    numbers: list[int]


def work(connection: Connection, jobs: Sequence[Job], typesetter: Typesetter, count: Callable[[int], None]) -> NoReturn:
    """What a copy does from its first moment to its last: it sets the jobs, then draws what it is asked for.

    Args:
        connection: to the crew; when that closes it, the copy ends.
        jobs: what it sets, in order.
        typesetter: the one that they use.
        count: is told how many are done.
    """
    try:
        end, slices, numbers = _set(jobs, typesetter, count)
        connection.send(end)
        del end  # the crew has it now
        _answer(connection, slices, numbers, face_names(typesetter.faces))
    except (EOFError, OSError, KeyboardInterrupt):
        os._exit(0)
    finally:
        # Whatever went wrong will show again, with its traceback, when the book is set in one process.
        os._exit(1)


def _set(
    jobs: Sequence[Job], typesetter: Typesetter, count: Callable[[int], None]
) -> tuple[End, list[Slice], dict[Element, int]]:
    """Set the jobs: what to say of them, their slices, and the number of each element."""
    before = {name: face.handed_out for name, face in typesetter.faces.opened.items()}
    slices: list[Slice] = []
    numbers: dict[Element, int] = {}
    results: list[Result] = []
    for done, job in enumerate(jobs, 1):
        branch = Element("Sect")
        part = job(branch)
        slices += part
        for element in walk(branch):
            numbers[element] = len(numbers)
        results.append(Result([_column(one) for one in part], packed(branch)))
        count(done)
    opened = typesetter.faces.opened
    foreseen = all(name in before and face.handed_out == before[name] for name, face in opened.items())
    used = {name: face.used for name, face in opened.items()}
    return End(results, foreseen, used, typesetter.missing, typesetter.formulas.faults), slices, numbers


def _answer(
    connection: Connection, slices: Sequence[Slice], numbers: Mapping[Element, int], names: Mapping[str, str]
) -> NoReturn:
    """Do what is asked for, until the connection ends."""
    while True:
        match connection.recv():
            case Fetch(wanted):
                found = [
                    [(-1 if element is None else numbers[element], marks) for element, marks in slices[number].contents]
                    for number in wanted
                ]
                connection.send(found)
            case Draw(sheets, tagged):
                connection.send([_sent(sheet, slices, numbers, Names(dict(names)), tagged=tagged) for sheet in sheets])


def _column(part: Slice) -> Column:
    text = ""
    if part.height > _TALL:
        texts = (mark.text for content in part.contents for mark in content.marks if isinstance(mark, GlyphRun))
        text = next(texts, "")
    return part.height, part.gap, part.give, part.penalty, part.faults, text


def _sent(sheet: Sheet, slices: Sequence[Slice], numbers: Mapping[Element, int], names: Names, *, tagged: bool) -> Sent:
    contents: list[Content] = []
    for number, x, y, marks in sheet.parts:
        if number < 0:
            contents.append(Content(None, marks))
        else:
            contents += [content.moved(x, y) for content in slices[number].contents]
    drawn = draw(Page(sheet.size, "", tuple(contents)), names, tagged=tagged)
    return Sent(
        deflated(drawn.code),
        [(numbers[element], what) for element, what in drawn.pieces],
        drawn.anchors,
        drawn.faces,
        [(numbers[element], box) for element, box in drawn.figures.items()],
        {name: data for data, name in names.pictures.items()},
    )
