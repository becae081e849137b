"""The marks of grids: the ground of a cell, and lines of text as contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from booklet.geometry import Rect
from booklet.layout.elements import Element
from booklet.layout.marks import Fill, GlyphRun, Ink, Mark, Path, Rule
from booklet.layout.pages import Content
from booklet.model.program import Session
from booklet.parts.desk import Desk
from booklet.parts.grid_boxes import WHITE
from booklet.parts.grid_cells import (
    BASELINE,
)
from booklet.text.flowables import parted, place_line
from booklet.text.paragraphs import Line
from booklet.text.styles import Span

_BAR: Final = 1.4
"""Width of the bar at a cell's side, in points."""

_ARROW: Final = 3.0
"""Half the width of the arrow at the end of a bar that goes on, in points."""

Lines: TypeAlias = Sequence[tuple[Line, tuple[Span, ...]]]
"""Set lines, each with the spans that it came from."""


def ground(
    desk: Desk, session: Session, inside: bool, place: Rect, ink: Ink, *, ruled: bool, goes_on: bool
) -> Iterator[Mark]:
    """Pauses have a tint; the rest has a rule above it and a bar at its side, which ends in an arrow if it goes on."""
    x, y, width, height = place
    if session.pauses:
        yield Fill(x, y, width, height, desk.house.inks.tint)
        return
    below = y + height + (WHITE if goes_on else 0.0)
    yield Fill(x, y, _BAR, below - y, ink)
    if ruled:
        thin = inside
        yield Rule(
            x + (_BAR if thin else 0.0), y, x + width, y, 0.3 if thin else 0.6, desk.house.inks.hair if thin else ink
        )
    if goes_on:
        middle = x + _BAR / 2
        yield Path(
            (
                ("M", middle - _ARROW, below - 0.1),
                ("L", middle + _ARROW, below - 0.1),
                ("L", middle, below + _ARROW),
                ("Z",),
            ),
            ink,
        )


def placed(
    desk: Desk, lines: Lines, at: tuple[float, float], lead: float, label: Element | None, leaf: Element | None
) -> Iterator[Content]:
    """Lines from (x, y) on: the first span of the first line belongs to `label` if there is one, the rest to `leaf`."""
    x, y = at
    out: list[Content] = []
    timed = lines[0][1] if lines and label else None
    for number, (line, spans) in enumerate(lines):
        owners = [label if spans is timed and index == 0 else leaf for index in range(len(spans))]
        contents = list(place_line(line, spans, owners, x, y + number * lead + BASELINE * lead, lead))
        last = contents[-1].marks[-1] if contents else None
        # Within a paragraph the lines have their spaces, and none where a word is divided.
        ends = number + 1 < len(lines) and lines[number + 1][1] is not spans
        if ends and isinstance(last, GlyphRun):
            run = desk.typesetter.followed(last)
            contents[-1] = Content(contents[-1].element, (*contents[-1].marks[:-1], run))
        out += contents
    yield from parted(out, leaf)


def muted(contents: Iterator[Content]) -> Iterator[Content]:
    """Contents as artifacts: what is said elsewhere."""
    for content in contents:
        yield Content(None, content.marks)
