"""Books that are read from right to left: a page is laid out from its start edge, and turned over when it is final.

Until then x counts from the right edge of such a book's page, so that no part needs to know on which side a line
begins: "left" is the start edge and "right" the end edge. What is moved is where a mark stands. Glyphs and pictures are
not turned in themselves; what is a drawing as a whole is turned beforehand, in its own box (`turn_drawing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from typing_extensions import assert_never

from booklet.geometry import Rect
from booklet.layout.marks import Anchor, Far, Fill, GlyphRun, Link, Mark, Path, Picture, Rule, Segment
from booklet.layout.pages import Content, Page


def turn(mark: Mark, width: float) -> Mark:
    """A mark on the other side of a page: what began at x now ends at `width` - x.

    Args:
        mark: any but a far one, since books that are read from right to left are set by one process.
        width: of the page, in points.

    Raises:
        ValueError: the mark is in another process.
    """
    match mark:
        case GlyphRun(x, y, face, size, ink, operand, text, advance):
            return GlyphRun(width - x - advance, y, face, size, ink, operand, text, advance)
        case Rule(x0=x0, x1=x1):
            return mark._replace(x0=width - x0, x1=width - x1)
        case Fill() | Picture() | Link():
            return mark._replace(x=width - mark.x - mark.width)
        case Path(segments=segments, clip=clip):
            beyond = clip and (width - clip[0] - clip[2], *clip[1:])
            return mark._replace(segments=tuple([_turned(step, width) for step in segments]), clip=beyond)
        case Anchor(x, y, name):
            return Anchor(width - x, y, name)
        case Far(text=text):
            raise ValueError(f"{text!r} is in another process, and cannot be turned over")
        case _:
            assert_never(mark)


def turn_page(page: Page) -> Page:
    """A page with its start edge on the other side; reading order stays what it was."""
    return replace(page, contents=turn_contents(page.contents, page.size.width))


def turn_contents(contents: Iterable[Content], width: float) -> tuple[Content, ...]:
    """Contents on the other side of what is `width` points wide."""
    return tuple([Content(element, tuple([turn(mark, width) for mark in marks])) for element, marks in contents])


def turn_drawing(marks: Iterable[Mark], area: Rect) -> tuple[Mark, ...]:
    """The marks of a drawing turned over within their area, so that turning the page puts them right again.

    For whatever would say something else if it were seen in a mirror: a map, a logo, a code to scan.
    """
    across = area.x + area.right
    return tuple([turn(mark, across) for mark in marks])


def _turned(step: Segment, width: float) -> Segment:
    match step:
        case ("M" | "L", x, y):
            return (step[0], width - x, y)
        case ("C", x1, y1, x2, y2, x, y):
            return ("C", width - x1, y1, width - x2, y2, width - x, y)
        case _:
            return step
