"""The shapes of SVG, turned into paths."""

from __future__ import annotations

from booklet.layout.marks import Path, Segment
from booklet.parts.svg_paths import (
    Affine,
    ellipse_outline,
    path_outline,
    polygon_outline,
    read_numbers,
    rectangle_outline,
)
from booklet.parts.svg_style import Style, read_attribute
from booklet.parts.svg_tree import Complaints, Node

_AGAIN = "correct it, or export the picture again"


def read_shape(
    node: Node, matrix: Affine, style: Style, size: tuple[float, float], complaints: Complaints
) -> Path | None:
    """The path that a shape draws, or None if there is nothing to see.

    A stroke under a transform that stretches it is drawn with its mean width. Ends and joins are both round or both
    not: a closed outline without dashes goes by its joins, any other by its ends.

    Args:
        node: a path, rect, circle, ellipse, line, polyline or polygon.
        matrix: from its user units to the picture's.
        style: its style.
        size: the picture's width and height, which percentages refer to and which it is clipped to.
        complaints: what collects that which cannot be drawn.
    """
    outline = _outline(node, size, complaints)
    fill = None if node.name == "line" else style.fill
    stroke = style.stroke if style.width else None
    if not outline or style.hidden or not (fill or stroke):
        return None
    if fill and style.even_odd and node.name in {"path", "polygon", "polyline"}:
        complaints.add(
            node, "booklet does not know fill-rule: evenodd", "draw holes the other way round, and remove it"
        )
    scale = matrix.scale
    segments = tuple([matrix.step(step) for step in outline])
    closed = outline[-1] == ("Z",) and not style.dash
    thickness = round(style.width * scale, 3) if stroke else 1.0
    return Path(
        segments,
        fill,
        stroke,
        thickness,
        tuple([round(length * scale, 3) for length in style.dash]) if stroke else (),
        stroke is not None and (style.round_joins if closed else style.round_ends),
        None if _inside(segments, thickness if stroke else 0.0, size) else (0.0, 0.0, *size),
    )


def _outline(node: Node, size: tuple[float, float], complaints: Complaints) -> list[Segment]:
    """What a shape's element draws, in its user units; nothing if it cannot be read."""

    def length(name: str) -> float:
        return read_attribute(node, name, size, complaints)

    outline: list[Segment] | None
    match node.name:
        case "path":
            outline = path_outline(node.attributes.get("d", ""))
        case "polygon" | "polyline":
            points = read_numbers(node.attributes.get("points", ""))
            outline = None if points is None else polygon_outline(points, closed=node.name == "polygon")
        case "line":
            outline = polygon_outline([length("x1"), length("y1"), length("x2"), length("y2")], closed=False)
        case "rect":
            rx, ry = length("rx"), length("ry")
            rx, ry = (rx if "rx" in node.attributes else ry), (ry if "ry" in node.attributes else rx)
            outline = rectangle_outline(length("x"), length("y"), length("width"), length("height"), rx, ry)
        case "circle":
            radius = length("r")
            outline = ellipse_outline(length("cx"), length("cy"), radius, radius)
        case _:
            outline = ellipse_outline(length("cx"), length("cy"), length("rx"), length("ry"))
    if outline is None:
        complaints.add(node, f"the outline of this <{node.name}> cannot be read", _AGAIN)
    return outline or []


def _inside(segments: tuple[Segment, ...], thickness: float, size: tuple[float, float]) -> bool:
    """Whether a path and its stroke surely lie within the picture."""
    values = [step[1:] for step in segments]
    xs = [x for step in values for x in step[::2]]
    ys = [y for step in values for y in step[1::2]]
    # A mitre reaches up to five thicknesses beyond its corner (PDF's usual limit is 10 times half of one).
    edge = thickness * 5
    return min(xs) >= edge and min(ys) >= edge and max(xs) <= size[0] - edge and max(ys) <= size[1] - edge
