"""Pictures from the program's folder, drawn or photographed, fitted into the space that there is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final, NamedTuple

from booklet.errors import Place
from booklet.geometry import Rect
from booklet.layout.marks import Mark, Picture
from booklet.layout.mirroring import turn
from booklet.parts.desk import Desk
from booklet.parts.svg import read_svg
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span

_ORIENTATION: Final = 0x0112
"""The EXIF tag that says how a camera was held."""

_LYING: Final = frozenset({5, 6, 7, 8})
"""Its values for pictures that are turned by a quarter when they are printed (CIPA DC-008, 4.6.5)."""


class Fitted(NamedTuple):
    """A picture at its final size in points, its marks relative to its top left corner, and its own words for it."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    description: str


def fit_picture(desk: Desk, path: Path, width: float, height: float) -> Fitted:
    """Fit a picture into a space, as large as it goes without being cut or distorted.

    Args:
        desk: sets the words of a drawing in the booklet's own sans.
        path: a PNG, JPEG or SVG file that the model has let through.
        width: points that there are.
        height: points that there are.

    Returns:
        The picture.

    Raises:
        BookletError: if an SVG file holds what cannot be drawn.
    """
    if path.suffix.lower() == ".svg":
        return _drawing(desk, path, width, height)
    data = path.read_bytes()
    columns, rows = _pixels(data)
    scale = min(width / columns, height / rows)
    size = (columns * scale, rows * scale)
    return Fitted(*size, (Picture(0.0, 0.0, *size, data),), "")


def _drawing(desk: Desk, path: Path, width: float, height: float) -> Fitted:
    try:
        shown = path.relative_to(desk.program.folder)
    except ValueError:
        shown = path
    drawing = read_svg(path.read_bytes(), Place(str(shown)))
    drawing = drawing.scaled(min(width, height * drawing.width / drawing.height))
    marks: list[Mark] = list(drawing.shapes)
    for label in drawing.labels:
        face = "sans-bold" if label.bold else "sans-italic" if label.italic else "sans"
        style = desk.house.style(face, label.size, label.ink)
        measure = desk.typesetter.width(style, label.text)
        left = label.x - measure * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        lines = set_paragraph(desk.typesetter, (Span(label.text, style),), Shape("left", label.size), measure + 1.0)
        for line in lines:
            runs = [desk.typesetter.followed(run) for _, run in line.runs]
            # A picture's own x counts from its left edge in every book.
            placed = [turn(run, line.width) for run in runs] if desk.typesetter.rtl else runs
            marks += [run.moved(left, label.y) for run in placed]
    description = " ".join(filter(None, [drawing.title, drawing.description]))
    upright = desk.drawing(marks, Rect(0.0, 0.0, drawing.width, drawing.height))
    return Fitted(drawing.width, drawing.height, upright, description)


def _pixels(data: bytes) -> tuple[int, int]:
    """Width and height of a picture that is held upright."""
    # Imported here because most booklets have no photograph.
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(data)) as image:
        width, height = image.size
        lying = image.getexif().get(_ORIENTATION, 1) in _LYING
        return (height, width) if lying else (width, height)
