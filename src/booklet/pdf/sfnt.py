"""What a PDF's font descriptor says of a font, read from the font file's own tables."""

from __future__ import annotations

import re
from struct import error as StructError  # noqa: N812
from struct import unpack_from
from typing import Final, NamedTuple

from booklet.text.font_files import may_be_embedded

_SERIF_CLASSES: Final = frozenset({1, 2, 3, 4, 5, 7})
"""The high bytes of OS/2.sFamilyClass that mean serifs."""

_POSTSCRIPT_NAME: Final = 6
_WINDOWS: Final = 3

_OUTLINES: Final = frozenset((b"glyf", b"CFF ", b"CFF2"))

_USUAL_WEIGHT: Final = 400


class Metrics(NamedTuple):
    """A font's name and measures; lengths in thousandths of an em, the box as left, bottom, right and top.

    `embeddable` tells whether its maker allows that a part of it is embedded.
    """

    name: str
    box: tuple[float, float, float, float]
    italic_angle: float
    weight: int
    fixed_pitch: bool
    serif: bool
    embeddable: bool


def read_metrics(font: bytes, number: int = 0) -> Metrics:
    """Read a font's descriptor values; what the tables that it need not have would say is left at what is usual.

    Args:
        font: the file.
        number: of the font in a collection.

    Raises:
        ValueError: it has no outlines, or is broken.

    Source: OpenType specification 1.9, tables head, post, OS/2 and name.
    """
    try:
        return _metrics(font, _tables(font, number))
    except (StructError, KeyError, UnicodeDecodeError) as error:
        raise ValueError("the font file is broken") from error


def _metrics(font: bytes, tables: dict[bytes, int]) -> Metrics:
    if not _OUTLINES & tables.keys():
        raise ValueError("only fonts with TrueType or CFF outlines can be embedded")
    head, post, os2 = tables[b"head"], tables.get(b"post"), tables.get(b"OS/2")
    (per_em,) = unpack_from(">H", font, head + 18)
    if not per_em:
        raise ValueError("the font file is broken")
    left, bottom, right, top = (value * 1000 / per_em for value in unpack_from(">4h", font, head + 36))
    angle, fixed = (0, 0) if post is None else unpack_from(">i4xI", font, post + 4)
    weight, licence, family = (_USUAL_WEIGHT, 0, 0) if os2 is None else unpack_from(">H2xH20xB", font, os2 + 4)
    return Metrics(
        name=_postscript_name(font, tables[b"name"]) if b"name" in tables else "Unnamed",
        box=(left, bottom, right, top),
        italic_angle=angle / 65536,
        weight=weight,
        fixed_pitch=bool(fixed),
        serif=family in _SERIF_CLASSES,
        embeddable=may_be_embedded(licence),
    )


def _tables(font: bytes, number: int) -> dict[bytes, int]:
    """Each table's offset in the file, by its tag."""
    start = 0
    if font[:4] == b"ttcf":
        (start,) = unpack_from(">I", font, 12 + 4 * number)
    (count,) = unpack_from(">H", font, start + 4)
    records = (unpack_from(">4s4xI", font, start + 12 + 16 * index) for index in range(count))
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
