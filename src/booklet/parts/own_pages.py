"""Pages of the organisers' own: a title and a text each; short ones share a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from booklet.errors import Fault
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import Slice, height_of
from booklet.model.program import OwnPage
from booklet.parts.anchors import page_anchor
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, flow
from booklet.parts.headings import part_title
from booklet.parts.prose import Manner, prose

_BETWEEN: Final = 3.0
"""White between texts that share a page, in grid units."""


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the texts in their order; each begins on a page of its own unless it fits below the one before."""
        desk = self.desk
        root = Element("Sect")
        drafts: list[Draft] = []
        faults: list[Fault] = []
        for title, slices in _shared(desk, root):
            pages, found = flow(desk, slices, number + len(drafts), partial(_furniture, title))
            drafts += pages
            faults += found
        return SetPart(tuple(drafts), root, tuple(faults))


def _furniture(title: str, at: int) -> Furniture:
    return Furniture(title, opens=at == 0)


def _shared(desk: Desk, root: Element) -> list[tuple[str, list[Slice]]]:
    """The texts that begin on one page, one galley a page, with the title of the first."""
    white = _BETWEEN * desk.house.grid
    height = desk.house.frame(1).height
    galleys: list[tuple[str, list[Slice]]] = []
    for at, page in enumerate(desk.program.pages):
        slices = _set(desk, at, page, root.add("Sect"))
        above = galleys[-1][1] if galleys else []
        if above and height_of(above) + white + height_of(slices) <= height:
            above[-1] = above[-1]._replace(gap=white)
            above += slices
        else:
            galleys.append((desk.typeset(page.title), slices))
    return galleys


def _set(desk: Desk, at: int, page: OwnPage, branch: Element) -> list[Slice]:
    """A title and its text, on the grid."""
    house = desk.house
    title = part_title(desk, desk.typeset(page.title), branch.add("H1"), gap=0.5)
    style = house.style("serif", house.scale.text)
    manner = Manner(
        style,
        house.shape("justify", hyphenate=True),
        indent=house.grid,
        careful=True,
        headed=True,
        addressed=True,
    )
    text = prose(desk, page.text, manner, branch, desk.where((*page.at, "text")))
    return anchored(desk.slices([title, *text], house.measure), page_anchor(at))


def page_titles(desk: Desk) -> Sequence[tuple[str, str]]:
    """The title of each text, and the anchor that it begins at."""
    return [(desk.plain(page.title), page_anchor(at)) for at, page in enumerate(desk.program.pages)]
