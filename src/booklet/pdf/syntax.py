"""Numbers, strings and references as a PDF spells them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from booklet.geometry import Rect

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class Ref(NamedTuple):
    """An indirect object of the file being written, by its number; `str` gives the reference to it."""

    number: int

    def __str__(self) -> str:
        return f"{self.number} 0 R"


class Objects(Protocol):
    """A file in the making that takes objects."""

    def add(self, dictionary: str, stream: bytes | None = None) -> Ref:
        """Add an object in PDF syntax; for a stream its dictionary, without /Length, and its encoded bytes."""
        ...


def number(value: float) -> str:
    """A number with at most two decimals: hundredths of a point are 3.5 µm.

    >>> number(12.30), number(-0.004), number(612)
    ('12.3', '-0', '612')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def text_string(value: str) -> str:
    r"""A text string: a literal where ASCII will do, else UTF-16 with a byte order mark.

    Source: ISO 32000-1, 7.9.2.2.

    >>> text_string("Contents (draft)"), text_string("é")
    ('(Contents \\(draft\\))', '<FEFF00E9>')
    """
    if value.isascii() and value.isprintable():
        return f"({value.translate(_ESCAPES)})"
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"


def deflated(code: str | bytes) -> bytes:
    """A content stream as it stands in the file, with the filter FlateDecode (ISO 32000-1, 7.4.4); bytes are one."""
    return zlib.compress(code.encode("ascii")) if isinstance(code, str) else code


def rectangle(area: Rect, height: float) -> str:
    """A rectangle by its lower left and upper right corners, on a page of that height."""
    corners = (area.x, height - area.bottom, area.right, height - area.y)
    return f"[{' '.join(number(value) for value in corners)}]"


def array(items: Iterable[object]) -> str:
    """An array of things that spell themselves."""
    return f"[{' '.join(map(str, items))}]"
