"""What a PDF's font descriptor says of a font, read from the font file's own tables."""

from __future__ import annotations

import re
from struct import unpack_from
from typing import Final, NamedTuple

_SERIF_CLASSES: Final = frozenset({1, 2, 3, 4, 5, 7})
"""The high bytes of OS/2.sFamilyClass that mean serifs."""

_POSTSCRIPT_NAME: Final = 6
_WINDOWS: Final = 3


class Metrics(NamedTuple):
    """A font's name and measures; lengths in thousandths of an em, the box as left, bottom, right and top."""

    name: str
    box: tuple[float, float, float, float]
    italic_angle: float
    weight: int
    fixed_pitch: bool
    serif: bool


def read_metrics(font: bytes) -> Metrics:
    """Read a TrueType font's descriptor values.

    Raises:
        ValueError: its outlines are not TrueType ones.

    Source: OpenType specification 1.9, tables head, post, OS/2 and name.
    """
    tables = _tables(font)
    if b"glyf" not in tables:
        raise ValueError("only fonts with TrueType outlines can be embedded")
    head, post, os2 = tables[b"head"], tables[b"post"], tables[b"OS/2"]
    (per_em,) = unpack_from(">H", font, head + 18)
    left, bottom, right, top = (value * 1000 / per_em for value in unpack_from(">4h", font, head + 36))
    (angle,) = unpack_from(">i", font, post + 4)
    (fixed,) = unpack_from(">I", font, post + 12)
    (weight,) = unpack_from(">H", font, os2 + 4)
    (family,) = unpack_from(">B", font, os2 + 30)
    return Metrics(
        name=_postscript_name(font, tables[b"name"]),
        box=(left, bottom, right, top),
        italic_angle=angle / 65536,
        weight=weight,
        fixed_pitch=bool(fixed),
        serif=family in _SERIF_CLASSES,
    )


def _tables(font: bytes) -> dict[bytes, int]:
    """Each table's offset in the file, by its tag."""
    (count,) = unpack_from(">H", font, 4)
    records = (unpack_from(">4s4xI", font, 12 + 16 * index) for index in range(count))
    return dict(records)


def _postscript_name(font: bytes, table: int) -> str:
    count, storage = unpack_from(">HH", font, table + 2)
    for index in range(count):
        platform, _, _, name, length, offset = unpack_from(">6H", font, table + 6 + 12 * index)
        if name == _POSTSCRIPT_NAME:
            start = table + storage + offset
            encoding = "utf-16-be" if platform == _WINDOWS else "latin-1"
            return re.sub(r"[^A-Za-z0-9-]", "", font[start : start + length].decode(encoding)) or "Unnamed"
    return "Unnamed"
