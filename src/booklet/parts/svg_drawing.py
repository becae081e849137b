"""A drawn picture as the booklet keeps it: paths and labels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from booklet.layout.marks import Ink, Path
from booklet.parts.svg_paths import Affine

Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text: `x` is its start, middle or end as `anchor` says, `y` its baseline, `size` that of the type."""

    x: float
    y: float
    size: float
    text: str
    ink: Ink
    anchor: Anchor = "start"
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture in points from its top left corner: shapes in drawing order, and labels, which lie above all shapes.

    `title` and `description` are the picture's own words on what it shows.
    """

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Path, ...]
    labels: tuple[Label, ...]

    def scaled(self, width: float) -> Drawing:
        """The same picture, in proportion, at another width."""
        factor = width / self.width
        return Drawing(
            width,
            self.height * factor,
            self.title,
            self.description,
            tuple([_scaled(shape, factor) for shape in self.shapes]),
            tuple([replace(it, x=it.x * factor, y=it.y * factor, size=it.size * factor) for it in self.labels]),
        )


def _scaled(shape: Path, factor: float) -> Path:
    matrix = Affine(a=factor, d=factor)
    x, y, width, height = shape.clip or (0.0, 0.0, 0.0, 0.0)
    return shape._replace(
        segments=tuple([matrix.step(step) for step in shape.segments]),
        thickness=shape.thickness * factor,
        dash=tuple([length * factor for length in shape.dash]),
        clip=(x * factor, y * factor, width * factor, height * factor) if shape.clip else None,
    )
