"""The structure tree: which marked content and which links each element of the document consists of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from booklet.layout.elements import Element, walk
from booklet.pdf.canvas import Canvas
from booklet.pdf.content import Written
from booklet.pdf.links import Annotation
from booklet.pdf.syntax import Ref, array, text_string

_RIGHT_TO_LEFT: Final = "/A<</O/Layout/WritingMode/RlTb>>"
"""The attribute of a book whose lines begin at the right; elements inherit it (ISO 32000-1, table 343)."""


class Held(NamedTuple):
    """What an element holds on a page (by its index): marked content with that identifier, or an annotation."""

    page: int
    what: int | Ref


@dataclass(frozen=True, slots=True)
class Leaves:
    """What the elements that hold content consist of, in order of appearance, and where the pages are in the file."""

    held: Mapping[Element, Sequence[Held]]
    boxes: Mapping[Element, str]
    pages: Sequence[Ref]


def write_structure(
    canvas: Canvas,
    root: Element,
    written: Sequence[Written],
    annotations: Sequence[Annotation],
    *,
    rtl: bool = False,
) -> Ref:
    """Write the structure tree and the parent tree.

    Elements without any content are left out, but for the rows and cells of a table, which keep it regular.

    Args:
        canvas: the file that they go into.
        root: the tree; only leaves hold content.
        written: the pages.
        annotations: their links, in order of appearance, whose keys in the parent tree follow the pages' indexes.
        rtl: whether lines begin at the right, and columns follow each other to the left.

    Returns:
        The structure tree's root.

    Raises:
        ValueError: content belongs to an element that is not in the tree, or that has children.

    Source: ISO 32000-1, 14.7.2 to 14.7.4; ISO 14289-1, 7.1.
    """
    leaves = Leaves(_held(written, annotations), _boxes(written), [page.ref for page in written])
    tree = canvas.reserve()
    elements = _write_elements(canvas, root, tree, leaves, _RIGHT_TO_LEFT if rtl else "")
    lost = [element for element in leaves.held if element not in elements]
    if lost:
        raise ValueError(f"{len(lost)} elements with content are not in the tree, such as a {lost[0].role}")
    parents: list[str] = []
    for index, page in enumerate(written):
        marked = [piece.element for piece in page.drawn.pieces if isinstance(piece.what, int)]
        parents.append(f"{index} {canvas.add(array(elements[element] for element in marked))}")
        canvas.tie(page.ref, index)
    parents += [f"{annotation.key} {elements[annotation.element]}" for annotation in annotations]
    numbers = canvas.add(f"<</Nums{array(parents)}>>")
    top = array([elements[root]] if root in elements else [])
    following = len(written) + len(annotations)
    canvas.put(tree, f"<</Type/StructTreeRoot/K{top}/ParentTree {numbers}/ParentTreeNextKey {following}>>")
    return tree


def _held(written: Sequence[Written], annotations: Sequence[Annotation]) -> dict[Element, list[Held]]:
    held: dict[Element, list[Held]] = {}
    links = iter(annotations)
    for index, page in enumerate(written):
        for element, what in page.drawn.pieces:
            part = what if isinstance(what, int) else next(links).ref
            held.setdefault(element, []).append(Held(index, part))
    return held


def _boxes(written: Sequence[Written]) -> dict[Element, str]:
    """The place of each figure and formula on the page where it begins."""
    boxes: dict[Element, str] = {}
    for page in reversed(written):
        boxes |= page.drawn.figures
    return boxes


def _write_elements(canvas: Canvas, root: Element, tree: Ref, leaves: Leaves, inherited: str) -> dict[Element, Ref]:
    """Write an element, with the attributes that all below it inherit, and these; what was written, by element."""
    kept = _kept(root, leaves.held)
    written: dict[Element, Ref] = {element: canvas.reserve() for element in walk(root) if element in kept}
    parents: dict[Element, Ref] = {root: tree}
    for element, ref in written.items():
        children = [child for child in element.children if child in written]
        held = leaves.held.get(element, ())
        if children and any(isinstance(part.what, int) for part in held):
            raise ValueError(f"a {element.role} has both children and content of its own")
        parents.update((child, ref) for child in children)
        kids, page = _kids(held, leaves.pages)
        kids += [str(written[child]) for child in children]
        attributes = inherited if element is root else _attributes(element, leaves.boxes.get(element, ""))
        canvas.put(ref, _dictionary(element, parents[element], page, kids, attributes))
    return written


def _kept(root: Element, held: Mapping[Element, object]) -> set[Element]:
    """The elements that have content, and the cells of tables that have some."""
    kept: set[Element] = set()

    def keep(element: Element) -> bool:
        below = [keep(child) for child in element.children]
        if element not in held and not any(below):
            return False
        kept.add(element)
        if element.role == "Table":
            kept.update(part for part in walk(element) if part.role in {"TR", "TH", "TD"})
        return True

    keep(root)
    return kept


def _kids(held: Sequence[Held], pages: Sequence[Ref]) -> tuple[list[str], str]:
    """An element's content items, and the /Pg entry that spares them from naming their page."""
    if not held:
        return [], ""
    home = held[0].page
    kids: list[str] = []
    for page, what in held:
        elsewhere = "" if page == home else f"/Pg {pages[page]}"
        if isinstance(what, Ref):
            kids.append(f"<</Type/OBJR/Obj {what}{elsewhere}>>")
        else:
            kids.append(f"<</Type/MCR/MCID {what}{elsewhere}>>" if elsewhere else str(what))
    return kids, f"/Pg {pages[home]}"


def _dictionary(element: Element, parent: Ref, page: str, kids: Sequence[str], attributes: str) -> str:
    alt = f"/Alt{text_string(element.alt)}" if element.alt else ""
    language = f"/Lang{text_string(element.language)}" if element.language else ""
    inner = f"/K {kids[0]}" if len(kids) == 1 else f"/K{array(kids)}" if kids else ""
    return f"<</S/{element.role}/P {parent}{page}{inner}{alt}{language}{attributes}>>"


def _attributes(element: Element, box: str) -> str:
    """The layout of a figure or formula and the reach of a table's cell (ISO 32000-1, 14.8.5.4 and 14.8.5.7)."""
    if box:
        placement = "Block" if element.role == "Figure" else "Inline"
        return f"/A<</O/Layout/Placement/{placement}/BBox{box}>>"
    columns, rows = element.span
    scope = f"/Scope/{element.scope}" if element.scope else ""
    span = (f"/ColSpan {columns}" if columns > 1 else "") + (f"/RowSpan {rows}" if rows > 1 else "")
    return f"/A<</O/Table{scope}{span}>>" if scope or span else ""
