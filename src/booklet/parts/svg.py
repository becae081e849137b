"""Pictures in SVG, such as maps and logos, turned into paths and labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from booklet.errors import BookletError, Place
from booklet.layout.marks import Path
from booklet.parts.svg_drawing import Drawing, Label
from booklet.parts.svg_paths import Affine, read_numbers, read_transform
from booklet.parts.svg_shapes import read_shape
from booklet.parts.svg_style import PLAIN, Style, read_length, styled
from booklet.parts.svg_text import read_text
from booklet.parts.svg_tree import Complaints, Node, read_tree

__all__ = ["Drawing", "Label", "read_svg"]

_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})

_SILENT: Final = frozenset({"title", "desc", "metadata"})
"""Elements that draw nothing."""

_HINTS: Final[Mapping[str, str]] = {
    "a": "remove the link and keep what is inside",
    "image": "give the photograph as a picture of its own, or export the whole picture as PNG",
    "script": "delete it",
    "style": "put the styles into the elements as attributes, or export the picture as PNG",
    "switch": "keep one of its alternatives",
    "use": "replace it by a copy of what it refers to, or export the picture as PNG",
}
"""What to do about elements that are not supported, where there is something better than PLAIN."""


def read_svg(data: bytes, where: Place | None) -> Drawing:
    """Read a picture in a subset of SVG 1.1: shapes, paths, groups and level text, in opaque colours.

    A user unit becomes a point. Labels lie above all shapes, whatever their order in the file. What lies outside the
    view box is clipped off. Of fonts only size, weight and slope are heeded.

    Args:
        data: the file.
        where: the file's name, for faults.

    Raises:
        BookletError: with everything in it that cannot be drawn, each with its place and a remedy.
    """
    root = read_tree(data, where.file if where else "picture.svg")
    complaints = Complaints(where.file if where else "picture.svg")
    x, y, width, height = _view_box(root, complaints)
    walk = _Walk(complaints, (width, height))
    walk.inside(root, Affine(e=-x, f=-y), styled(root, Style(), complaints))
    if complaints.faults:
        raise BookletError(complaints.in_order())
    return Drawing(width, height, _words(root, "title"), _words(root, "desc"), tuple(walk.shapes), tuple(walk.labels))


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk through a picture of a given width and height, and what it has met."""

    complaints: Complaints
    size: tuple[float, float]
    shapes: list[Path] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def inside(self, node: Node, matrix: Affine, style: Style) -> None:
        """Draw what an element holds."""
        for child in node.children:
            if child.name == "defs":
                self._definitions(child)
            elif child.name in _SHAPES or child.name in {"g", "text"}:
                self._draw(child, matrix, style)
            elif child.name not in _SILENT:
                self._refuse(child)

    def _draw(self, node: Node, matrix: Affine, style: Style) -> None:
        style = styled(node, style, self.complaints)
        matrix = self._transformed(node, matrix)
        if style.gone:
            return
        if node.name == "g":
            self.inside(node, matrix, style)
        elif node.name == "text":
            self.labels.extend(read_text(node, matrix, style, self.size, self.complaints))
        elif shape := read_shape(node, matrix, style, self.size, self.complaints):
            self.shapes.append(shape)

    def _transformed(self, node: Node, around: Affine) -> Affine:
        text = node.attributes.get("transform", "")
        inner = read_transform(text)
        matrix = inner and around.after(inner)
        if matrix and matrix.sound:
            return matrix
        hint = "use translate, scale, rotate, skewX, skewY or matrix with plain numbers"
        self.complaints.add(node, f'transform="{text}" cannot be read', hint)
        return around

    def _definitions(self, node: Node) -> None:
        """Definitions draw nothing until something refers to them, which is refused; style sheets act unasked."""
        for child in node.children:
            if child.name in {"style", "script"}:
                self._refuse(child)

    def _refuse(self, node: Node) -> None:
        what = f"booklet does not know <{node.name}> in a picture"
        self.complaints.add(node, what, _HINTS.get(node.name, PLAIN))


def _view_box(root: Node, complaints: Complaints) -> tuple[float, float, float, float]:
    """Left, top, width and height of the picture in user units, from `viewBox` or else from `width` and `height`."""
    text = root.attributes.get("viewBox")
    if text is None:
        width, height = (read_length(root.attributes.get(name, "")) for name in ("width", "height"))
        if width and height and min(width, height) > 0:
            return 0.0, 0.0, width, height
        complaints.add(root, "the picture does not say how large it is", 'add a viewBox such as "0 0 400 300"')
        return 0.0, 0.0, 1.0, 1.0
    match read_numbers(text):
        case [x, y, width, height] if width > 0 and height > 0:
            return x, y, width, height
    complaints.add(root, f'viewBox="{text}" cannot be read', "give left, top, width and height")
    return 0.0, 0.0, 1.0, 1.0


def _words(root: Node, name: str) -> str:
    """What the picture's own title or desc says."""
    return next((child.text for child in root.children if child.name == name), "")
