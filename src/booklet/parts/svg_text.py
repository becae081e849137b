"""The `text` elements of SVG, turned into labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from booklet.parts.svg_drawing import Label
from booklet.parts.svg_paths import Affine
from booklet.parts.svg_style import PLAIN, Style, read_attribute, styled
from booklet.parts.svg_tree import Complaints, Node

_REFUSED: Final = ("dx", "rotate", "textLength", "lengthAdjust")
"""Attributes that move single letters."""


@dataclass(slots=True)
class _Line:
    """A line as it is gathered: where it starts, in user units, and its runs of text with their styles."""

    node: Node
    x: float
    y: float
    style: Style
    runs: list[tuple[str, Style]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says, with white space collapsed."""
        return " ".join("".join(text for text, _ in self.runs).split())


def read_text(
    node: Node, matrix: Affine, style: Style, size: tuple[float, float], complaints: Complaints
) -> list[Label]:
    """The labels of a `text`: one for itself, and one more for every `tspan` in it that has a place of its own.

    Args:
        node: the element.
        matrix: from its user units to the picture's.
        style: its style.
        size: the picture's width and height, which percentages refer to.
        complaints: what collects that which cannot be set.
    """
    if not matrix.level:
        complaints.add(node, "booklet does not turn or stretch the text of a picture", f"set it level, or {PLAIN}")
        return []
    x, y = read_attribute(node, "x", size, complaints), read_attribute(node, "y", size, complaints)
    lines = [_Line(node, x, y, style)]
    _gather(node, style, size, lines, complaints)
    return [label for line in lines if (label := _label(line, matrix, complaints))]


def _gather(node: Node, style: Style, size: tuple[float, float], lines: list[_Line], complaints: Complaints) -> None:
    """Add what an element says to the last line, and lines for what has its own place."""
    for name in _REFUSED:
        if name in node.attributes:
            complaints.add(node, f"booklet does not know {name} of <{node.name}>", f"remove it, or {PLAIN}")
    for part in node.content:
        if isinstance(part, str):
            lines[-1].runs.append((part, style))
        elif part.name == "tspan":
            inner = styled(part, style, complaints)
            if inner.gone:
                continue
            if {"x", "y", "dy"} & part.attributes.keys():
                lines.append(_next_line(part, inner, size, lines[-1], complaints))
            _gather(part, inner, size, lines, complaints)
        elif part.name not in {"title", "desc"}:
            complaints.add(part, f"booklet does not know <{part.name}> in a text", PLAIN)


def _next_line(node: Node, style: Style, size: tuple[float, float], last: _Line, complaints: Complaints) -> _Line:
    """The line that a `tspan` with a place starts; what it does not say of its place it has from the line before."""
    x = read_attribute(node, "x", size, complaints) if "x" in node.attributes else last.x
    y = read_attribute(node, "y", size, complaints) if "y" in node.attributes else last.y
    if last.text and "x" not in node.attributes:
        complaints.add(node, "a <tspan> with y or dy needs an x too", "give the x at which its line starts")
    return _Line(node, x, y + read_attribute(node, "dy", size, complaints, em=style.size), style)


def _label(line: _Line, matrix: Affine, complaints: Complaints) -> Label | None:
    """A line as a label; None if there is nothing to see."""
    styles = [style for text, style in line.runs if text.strip() and not style.hidden]
    if not styles:
        return None
    looks = {(style.fill, style.size, style.bold, style.italic) for style in styles}
    if len(looks) > 1:
        complaints.add(line.node, f"the label “{line.text}” has more than one style", "give every part its own x and y")
    if any(style.stroke and style.width for style in styles):
        complaints.add(line.node, f"the label “{line.text}” has an outline", "remove the stroke")
    style = styles[0]
    if not style.fill or not style.size:
        return None
    x, y = matrix.point(line.x, line.y)
    size = round(style.size * matrix.scale, 3)
    return Label(round(x, 3), round(y, 3), size, line.text, style.fill, line.style.anchor, style.bold, style.italic)
