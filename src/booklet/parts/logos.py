"""Logos: pictures that are made equal for the eye, by the area that their ink covers."""

from __future__ import annotations

import io
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import Final, NamedTuple

from booklet.geometry import Rect
from booklet.layout.marks import GlyphRun, Ink, Mark, Picture
from booklet.layout.marks import Path as Drawn
from booklet.parts.desk import Desk
from booklet.parts.pictures import Fitted, fit_picture

_WHITE: Final = 0.96
"""An ink whose channels are all above that is not seen on white paper."""

_LEVELS: Final = 255
_LOOKED_AT: Final = 400
"""Pixels of the sides that a picture has at the most when its white margins are looked for."""

_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
"""Pillow's modes of pictures whose white margins are cut off."""

_ORIENTATION: Final = 0x0112
"""The EXIF tag that says how a camera was held."""

_WHOLE: Final = (0.0, 0.0, 1.0, 1.0)

_UNIT: Final = 1000.0
"""Points of the square that a logo is looked at in before its size is known."""


class Logo(NamedTuple):
    """A logo at its final size in points: as wide and high as its ink; marks are relative to its top left corner."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    description: str


def fit_logo(desk: Desk, path: Path, *, area: float, width: float, height: float) -> Logo | None:
    """Make a logo so large that the ink of it covers an area, if it then is not wider or higher than it may be.

    White margins in a picture do not count, else those who sent them would look small.

    Args:
        desk: sets the words of a drawing.
        path: a PNG, JPEG or SVG file that the model has let through.
        area: square points.
        width: the most points across.
        height: the most points down.

    Returns:
        The logo; None if nothing of it would be seen on white.

    Raises:
        BookletError: if an SVG file holds what cannot be drawn.
    """
    looked = fit_picture(desk, path, _UNIT, _UNIT)
    seen = _seen(looked)
    if seen is None:
        return None
    scale = min(sqrt(area / (seen.width * seen.height)), width / seen.width, height / seen.height)
    fitted = fit_picture(desk, path, looked.width * scale, looked.height * scale)
    shown = Rect(seen.x * scale, seen.y * scale, seen.width * scale, seen.height * scale)
    marks = tuple([_clipped(mark, shown).moved(-shown.x, -shown.y) for mark in fitted.marks])
    return Logo(shown.width, shown.height, marks, fitted.description)


def _clipped(mark: Mark, shown: Rect) -> Mark:
    """A mark without the white around the ink, which would cover what is beside the logo."""
    match mark:
        case Picture():
            share = _inked(mark.data)
            return mark if share is None or share == _WHOLE else Picture(*shown, _cropped(mark.data, share))
        case Drawn(clip=clip):
            x, y, width, height = clip or shown
            left, top = max(x, shown.x), max(y, shown.y)
            return mark._replace(
                clip=(left, top, min(x + width, shown.right) - left, min(y + height, shown.bottom) - top)
            )
        case _:
            return mark


def _seen(picture: Fitted) -> Rect | None:
    """The rectangle that what is not white covers, in the picture's points."""
    boxes = [box for mark in picture.marks if (box := _box(mark)) is not None]
    if not boxes:
        return None
    left = max(0.0, min(box[0] for box in boxes))
    top = max(0.0, min(box[1] for box in boxes))
    right = min(picture.width, max(box[2] for box in boxes))
    bottom = min(picture.height, max(box[3] for box in boxes))
    if right - left < 1.0 or bottom - top < 1.0:
        return None
    return Rect(left, top, right - left, bottom - top)


def _box(mark: Mark) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of a mark's ink; None for one that is white."""
    match mark:
        case Picture(x, y, width, height, data):
            share = _inked(data)
            if share is None:
                return None
            left, top, right, bottom = share
            return x + left * width, y + top * height, x + right * width, y + bottom * height
        case Drawn():
            inks = [ink for ink in (mark.fill, mark.stroke) if ink is not None and not _white(ink)]
            return _around(mark, mark.thickness / 2 if mark.stroke in inks else 0.0) if inks else None
        case GlyphRun(x, y, _, size, ink, _, _, width):
            return None if _white(ink) else (x, y - 0.72 * size, x + width, y + 0.2 * size)
        case _:
            return None


def _around(path: Drawn, half: float) -> tuple[float, float, float, float] | None:
    points = list(_points(path))
    if not points:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across) - half, min(down) - half, max(across) + half, max(down) + half


def _points(path: Drawn) -> Iterable[tuple[float, float]]:
    """The points of a path. Controls of curves lie outside of them, but seldom far."""
    for step in path.segments:
        numbers = [number for number in step[1:] if not isinstance(number, str)]
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def _white(ink: Ink) -> bool:
    return min(ink) > _WHITE


def _inked(data: bytes) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of what is not white in a raster picture, as shares of its sides."""
    # Imported here because most booklets have no logos.
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(data)) as image:
        if image.mode not in _MODES or image.getexif().get(_ORIENTATION, 1) != 1:
            return _WHOLE
        image.thumbnail((_LOOKED_AT, _LOOKED_AT))
        picture = image.convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    grey = Image.alpha_composite(ground, picture).convert("L")
    box = grey.point([0 if level > _WHITE * _LEVELS else _LEVELS for level in range(_LEVELS + 1)]).getbbox()
    if box is None:
        return None
    width, height = picture.size
    return box[0] / width, box[1] / height, box[2] / width, box[3] / height


def _cropped(data: bytes, share: tuple[float, float, float, float]) -> bytes:
    """The part of a raster picture that some shares of its sides are the edges of, as PNG."""
    from PIL import Image  # noqa: PLC0415 - as in _inked

    with Image.open(io.BytesIO(data)) as image:
        width, height = image.size
        left, top, right, bottom = share
        part = image.crop((round(left * width), round(top * height), round(right * width), round(bottom * height)))
        kept = part.convert("RGBA") if part.mode == "P" else part
        out = io.BytesIO()
        kept.save(out, "PNG", icc_profile=image.info.get("icc_profile"))
    return out.getvalue()
