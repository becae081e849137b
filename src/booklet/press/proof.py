"""A book as text, one line a mark: what tests compare and people read in a diff."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from typing_extensions import assert_never

from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, Far, Fill, GlyphRun, Ink, Link, Mark, Path, Picture, Rule, Segment
from booklet.layout.pages import Book, Page

_LONGEST: Final = 100
"""Steps of a path that take more characters are not written out."""


def proof(book: Book) -> str:
    """Write all that stands on a book's pages, in drawing order and hundredths of a point.

    A line gives the element that the mark belongs to, by the roles on the way to it (the Document is left out), then
    the kind of mark, its place, and what else it is. The text of a page is thus read down the right-hand side.

    Args:
        book: its pages may be of any number; nothing is left out.

    Returns:
        Lines that end in a newline each. The same book gives the same text.
    """
    paths = dict(_paths(book.root, ""))
    lines = ["read from right to left"] if book.rtl else []
    lines += [line for number, page in enumerate(book.pages, 1) for line in _page(number, page, paths)]
    return "".join(f"{line}\n" for line in lines)


def _paths(element: Element, above: str) -> Iterator[tuple[Element, str]]:
    yield element, above or element.role
    for child in element.children:
        yield from _paths(child, f"{above}/{child.role}" if above else child.role)


def _page(number: int, page: Page, paths: dict[Element, str]) -> Iterator[str]:
    folio = f"folio {page.folio}" if page.folio else "no folio"
    filler = "  filler" if page.filler else ""
    yield f"page {number}  {folio}  {page.size.width:.2f} x {page.size.height:.2f}{filler}"
    for element, marks in page.contents:
        role = "artifact" if element is None else paths.get(element, f"lost {element.role}")
        yield from (f"  {role}  {_mark(mark)}" for mark in marks)


def _mark(mark: Mark) -> str:
    match mark:
        case GlyphRun(x, y, face, size, ink, _, text, width):
            return f"run    {_place(x, y)} {face} {size:g} {_ink(ink)} {_numbers(width)} {_quoted(text)}"
        case Rule(x0, y0, x1, y1, thickness, ink, dash, rounded):
            return f"rule   {_place(x0, y0, x1, y1)} {_ink(ink)} {_stroke(thickness, dash, rounded)}"
        case Fill(x, y, width, height, ink):
            return f"fill   {_place(x, y, width, height)} {_ink(ink)}"
        case Path():
            return f"path   {_path(mark)}"
        case Picture(x, y, width, height, data):
            return f"picture{_place(x, y, width, height)} {_digest(data)}"
        case Link(x, y, width, height, target, says):
            return f"link   {_place(x, y, width, height)} {target} {_quoted(says)}"
        case Far(x, y, process, number, text):
            return f"far    {_place(x, y)} {process}-{number} {_quoted(text)}"
        case Anchor(x, y, name):
            return f"anchor {_place(x, y)} {name}"
        case _:
            assert_never(mark)


def _path(path: Path) -> str:
    fill = f"fill {_ink(path.fill)} " if path.fill else ""
    stroke = f"stroke {_ink(path.stroke)} {_stroke(path.thickness, path.dash, path.round)} " if path.stroke else ""
    clip = f"clip {_numbers(*path.clip)} " if path.clip else ""
    steps = " ".join(_step(step) for step in path.segments)
    # Drawn art has thousands of steps: beyond a line's length their digest says whether they changed.
    if len(steps) > _LONGEST:
        steps = f"{len(path.segments)} steps {_digest(steps.encode())}"
    return f"{fill}{stroke}{clip}{steps}"


def _step(step: Segment) -> str:
    return " ".join([step[0], *(_numbers(value) for value in step[1:])])


def _stroke(thickness: float, dash: tuple[float, ...], rounded: bool) -> str:
    return _numbers(thickness) + (f" dash {_numbers(*dash)}" if dash else "") + (" round" if rounded else "")


def _place(*values: float) -> str:
    """Numbers in columns."""
    return "".join(f"{_numbers(value):>8}" for value in values)


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.2f}" if round(value, 2) else "0.00" for value in values)


def _ink(ink: Ink) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in ink)


def _quoted(text: str) -> str:
    """The text in quotes, with what cannot be seen spelled out."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in quoted)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]
