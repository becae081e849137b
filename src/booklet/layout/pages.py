"""Pages as they will be printed: final marks, in drawing order, each with the element that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import Mark


class Content(NamedTuple):
    """Marks that belong to one leaf of the structure; `element` is None for an artifact (rules, folios, heads)."""

    element: Element | None
    marks: tuple[Mark, ...]

    def moved(self, dx: float, dy: float) -> Content:
        """The same content, shifted."""
        return Content(self.element, tuple([mark.moved(dx, dy) for mark in self.marks]))


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: drawing it decides nothing.

    `folio` is the page's number, whether it is printed on it or not. `filler` marks a page that only fills the sheet.
    """

    size: Size
    folio: str
    contents: tuple[Content, ...]
    filler: bool = False


class Entry(NamedTuple):
    """A line of the outline (bookmarks): `level` counts from 0, `anchor` is the name of an anchor."""

    title: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True)
class Book:
    """All pages of an edition with the structure, outline and facts that travel with them.

    A book is `rtl` if it is read from right to left, and bound at the right.
    """

    pages: tuple[Page, ...]
    root: Element
    outline: tuple[Entry, ...]
    title: str
    author: str
    subject: str
    language: str
    rtl: bool = False
