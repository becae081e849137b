"""The document's logical structure: what each mark is part of, in reading order."""

from __future__ import annotations

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
    "Link",
    "Reference",
    "Figure",
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


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree.

    Only leaves hold marks: an element has either children or content, so that reading order is tree order. `alt` is
    the alternative text of a Figure, `scope` says what a TH heads, `span` is (columns, rows) of a table cell.
    """

    role: Role
    children: list[Element] = field(default_factory=list)
    alt: str = ""
    language: str = ""
    scope: Literal["", "Row", "Column", "Both"] = ""
    span: tuple[int, int] = (1, 1)

    def add(self, role: Role, *, alt: str = "", language: str = "") -> Element:
        """Append a new child and return it."""
        child = Element(role, alt=alt, language=language)
        self.children.append(child)
        return child
