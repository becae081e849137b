"""Notes pages: a quiet dot grid, as many as asked for and as fill the last sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.marks import Mark, Rule
from booklet.layout.pages import Content
from booklet.parts.desk import Desk

_DOT: Final = 0.8
"""Diameter of a dot in points."""

_PITCH: Final = 1.25
"""Distance of the dots, in grid units: 15 pt, a comfortable handwriting."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The part: `pages` that the program asks for, and what fills the sheet; without `dotted` these stay blank."""

    desk: Desk
    pages: int
    dotted: bool = True
    opens: Literal["any", "verso"] = "any"
    fills: bool = True

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the pages; the last `extra` of them only fill the sheet."""
        drafts = []
        for at in range(self.pages + extra):
            drafts.append(notes_page(self.desk, number + at, filler=at >= self.pages, dotted=self.dotted))
        return SetPart(tuple(drafts), Element("Sect"))


def notes_page(desk: Desk, number: int, *, filler: bool, dotted: bool) -> Draft:
    """A page for notes; all of it is an artifact, as there is nothing to read."""
    if not dotted:
        return Draft((), Furniture(bare=True), filler)
    contents = (Content(None, _dots(desk, number)),)
    return Draft(contents, Furniture(desk.wording.word("notes")), filler)


def _dots(desk: Desk, number: int) -> tuple[Mark, ...]:
    """Rows of dots: each a dashed rule of no dash length and round ends."""
    frame, pitch = desk.house.frame(number), _PITCH * desk.house.grid
    rows = int(frame.height / pitch)
    columns = int(frame.width / pitch)
    left = frame.x + (frame.width - columns * pitch) / 2
    ink = desk.house.inks.dots
    return tuple(
        Rule(
            left,
            frame.y + row * pitch,
            left + columns * pitch + 0.1,
            frame.y + row * pitch,
            _DOT,
            ink,
            (0.0, pitch),
            True,
        )
        for row in range(1, rows + 1)
    )
