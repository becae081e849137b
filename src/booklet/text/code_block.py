"""A block of code as a flowable: lines that stay as they are, and are broken only where they are too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from booklet.errors import Place
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.text.flowables import INSIDE, Paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter

_HANGS: Final = 2
"""How many characters the rest of a line that is too long stands further to the right."""

_NBSP: Final = "\u00a0"
_RUN: Final = re.compile(r"^ +| {2,}")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, `left` points from the edge, each on a line of its own.

    The first two and the last two stay together. `gap` is the space below, in points.
    """

    lines: tuple[str, ...]
    style: Style
    shape: Shape
    element: Element
    left: float = 0.0
    gap: float = 0.0
    where: Callable[[], Place | None] | None = None

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """Set it to `measure` points, `left` included."""
        out: list[Slice] = []
        for line in self.lines:
            for row in rows(typesetter, self.style, line, measure - self.left):
                text = _RUN.sub(lambda found: _NBSP * len(found[0]), row)
                paragraph = Paragraph(
                    (Span(text, self.style),), self.shape, self.element, left=self.left, where=self.where
                )
                out += paragraph.slices(typesetter, measure) or [Slice(self.shape.leading)]
        last = len(out) - 1
        return [
            part._replace(penalty=0.0, gap=self.gap)
            if at == last
            else part._replace(penalty=FORBIDDEN if at in {0, last - 1} else INSIDE)
            for at, part in enumerate(out)
        ]


def rows(typesetter: Typesetter, style: Style, line: str, measure: float) -> Iterator[str]:
    """A line of code as rows that fit the measure: broken at a space if that is in their second half.

    What is left of it hangs two characters further in than the line begins.
    """
    indent = min(len(line) - len(line.lstrip(" ")), int(measure / 2 / typesetter.width(style, _NBSP)))
    hanging = " " * (indent + _HANGS)
    row, width = "", 0.0
    for character in line:
        advance = typesetter.width(style, _NBSP if character == " " else character)
        if row.strip(" ") and width + advance > measure:
            space = row.rstrip(" ").rfind(" ")
            cut = space + 1 if space > len(row) / 2 and row[:space].strip(" ") else len(row)
            yield row[:cut].rstrip(" ")
            row = hanging + row[cut:]
            row = hanging if not row.strip(" ") and character == " " else row
            width = sum(typesetter.width(style, _NBSP if shown == " " else shown) for shown in row)
            if row == hanging and character == " ":
                continue
        row += character
        width += advance
    yield row
