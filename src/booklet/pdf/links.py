"""Links, and the places in the book that they and the outline lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from booklet.geometry import Rect
from booklet.layout.elements import Element
from booklet.layout.marks import Link
from booklet.pdf.canvas import Canvas
from booklet.pdf.content import Written
from booklet.pdf.syntax import Ref, number, rectangle, text_string

_HEADROOM: Final = 12.0
"""Points between the window's top edge and the place gone to, so that it does not look cut off."""

_URI_MARKS: Final = "%:/?#[]@!$&'()*+,;=-._~"
"""What a URI may hold besides letters and digits (RFC 3986, section 2)."""


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """A link in the file: its object, the element that it belongs to, its page's index, its key in the parent tree."""

    ref: Ref
    element: Element
    page: int
    key: int


def find_destinations(written: Sequence[Written]) -> dict[str, str]:
    """Every anchor's explicit destination, by its name: its place at the top of the window, the zoom as it was.

    Raises:
        ValueError: two anchors have one name.

    Source: ISO 32000-1, 12.3.2.2.
    """
    places: dict[str, str] = {}
    for page, drawn, ref in written:
        for anchor in drawn.anchors:
            if anchor.name in places:
                raise ValueError(f"two anchors are named {anchor.name!r}")
            top = min(page.size.height - anchor.y + _HEADROOM, page.size.height)
            places[anchor.name] = f"[{ref}/XYZ null {number(top)} null]"
    return places


def destination(places: Mapping[str, str], anchor: str) -> str:
    """The destination of an anchor.

    Raises:
        ValueError: there is no such anchor.
    """
    if anchor not in places:
        raise ValueError(f"no anchor is named {anchor!r}")
    return places[anchor]


def write_links(
    canvas: Canvas, written: Sequence[Written], places: Mapping[str, str], *, tagged: bool
) -> list[Annotation]:
    """Write an annotation for every link, in order of appearance.

    Raises:
        ValueError: a link leads to an anchor that does not exist.

    Source: ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5.
    """
    annotations: list[Annotation] = []
    for index, (page, drawn, _) in enumerate(written):
        for element, link in drawn.pieces:
            if isinstance(link, Link):
                key = len(written) + len(annotations)
                parent = f"/StructParent {key}" if tagged else ""
                ref = canvas.add(_annotation(link, page.size.height, places, parent))
                annotations.append(Annotation(ref, element, index, key))
    return annotations


def _annotation(link: Link, height: float, places: Mapping[str, str], parent: str) -> str:
    area = rectangle(Rect(link.x, link.y, link.width, link.height), height)
    if link.target.startswith("#"):
        action = f"/GoTo/D{destination(places, link.target[1:])}"
    else:
        action = f"/URI/URI{text_string(quote(link.target, safe=_URI_MARKS))}"
    # /F 4: links print, as PDF/A demands of every annotation (ISO 19005-2, 6.3.2).
    return (
        f"<</Type/Annot/Subtype/Link/Rect{area}/Border[0 0 0]/F 4{parent}"
        f"/Contents{text_string(link.says)}/A<</S{action}>>>>"
    )
