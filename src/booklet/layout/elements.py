"""The document's logical structure: what each mark is part of, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "Document",
    "Sect",
    "H1",
    "H2",
    "H3",
    "P",
    "Span",
    "Code",
    "Link",
    "Reference",
    "Figure",
    "Formula",
    "Caption",
    "Table",
    "TR",
    "TH",
    "TD",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "TOC",
    "TOCI",
    "Index",
]
"""Standard structure types (ISO 32000-1, 14.8.4) that booklets use."""


Packed: TypeAlias = "tuple[Role, str, str, Scope, tuple[int, int], int]"
"""An element without its children, of which the last number says how many follow it; see `packed`."""

Scope: TypeAlias = Literal["", "Row", "Column", "Both"]
"""What a TH heads."""


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree.

    Only leaves hold marks: an element has either children or content, so that reading order is tree order. `alt` is
    the alternative text of a Figure or a Formula, `scope` says what a TH heads, `span` is (columns, rows) of a cell.
    """

    role: Role
    children: list[Element] = field(default_factory=list)
    alt: str = ""
    language: str = ""
    scope: Scope = ""
    span: tuple[int, int] = (1, 1)

    def add(self, role: Role, *, alt: str = "", language: str = "") -> Element:
        """Append a new child and return it."""
        child = Element(role, alt=alt, language=language)
        self.children.append(child)
        return child


def packed(element: Element) -> list[Packed]:
    """An element and all below it in the order of the tree, for another process."""
    out: list[Packed] = [
        (element.role, element.alt, element.language, element.scope, element.span, len(element.children))
    ]
    for child in element.children:
        out += packed(child)
    return out


def walk(element: Element) -> Iterator[Element]:
    """An element and all below it, in the order of the tree."""
    yield element
    for child in element.children:
        yield from walk(child)


def unpacked(tree: Sequence[Packed], root: Element) -> list[Element]:
    """Hang the children of a packed element on `root`, which stands for it; all elements, in the order of the tree."""
    out = [root]
    open_: list[tuple[Element, int]] = [(root, tree[0][5])]
    for role, alt, language, scope, span, count in tree[1:]:
        while open_[-1][1] == 0:
            open_.pop()
        parent, missing = open_[-1]
        open_[-1] = (parent, missing - 1)
        child = Element(role, [], alt, language, scope, span)
        parent.children.append(child)
        out.append(child)
        open_.append((child, count))
    return out
