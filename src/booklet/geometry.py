"""Lengths, sizes and rectangles: floats in points, origin top left, y down.

In a book that is read from right to left x counts from the right edge until `booklet.layout.mirroring` turns its pages.
"""

from __future__ import annotations

from typing import Final, NamedTuple

MM: Final = 72 / 25.4
"""Points in a millimetre."""

INCH: Final = 72.0
"""Points in an inch."""


BLEED: Final = 3 * MM
"""How far colour goes beyond the trim, so that a cut that is a little off shows no white (ISO 12647-2 practice)."""


class Size(NamedTuple):
    """Width and height, in points."""

    width: float
    height: float


class Rect(NamedTuple):
    """A rectangle by its top left corner, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height
