"""Pages become sheets: which pages stand side by side, so that the folded and nested sheets read in order."""

from __future__ import annotations

from typing import Final, NamedTuple

from booklet.geometry import MM

PAPER_THICKNESS: Final = 0.1 * MM
"""An office sheet of 80 g/m² (20 lb bond), in points."""


class Sheet(NamedTuple):
    """A landscape sheet with two pages on either side, each by its index in the book, left and right as one looks."""

    front: tuple[int, int]
    back: tuple[int, int]


def saddle_stitch(count: int, *, rtl: bool = False) -> tuple[Sheet, ...]:
    """Impose a booklet that is folded once and stapled through the fold.

    The sheets are for a duplex printer that flips on the short edge: all pages are upright on both sides, and what
    stands left on the back is behind what stands right on the front.

    Args:
        count: the number of pages, a multiple of four.
        rtl: whether the booklet is bound at the right, so that its first page is left of the fold.

    Returns:
        The sheets, outermost first: as they leave the printer, they are folded in a pile with the first one outside.

    Raises:
        ValueError: the count is not a multiple of four.

    >>> saddle_stitch(8)
    (Sheet(front=(7, 0), back=(1, 6)), Sheet(front=(5, 2), back=(3, 4)))
    >>> saddle_stitch(8, rtl=True)
    (Sheet(front=(0, 7), back=(6, 1)), Sheet(front=(2, 5), back=(4, 3)))
    """
    if count % 4:
        raise ValueError(f"{count} pages do not fill whole sheets of four")
    sides = (((count - 1 - first, first), (first + 1, count - 2 - first)) for first in range(0, count // 2, 2))
    if rtl:
        return tuple(Sheet(front[::-1], back[::-1]) for front, back in sides)
    return tuple(Sheet(front, back) for front, back in sides)


def creep(sheets: int, thickness: float = PAPER_THICKNESS) -> tuple[float, ...]:
    """How far each sheet's pages move towards the fold, outermost sheet first.

    A sheet that lies within others is pushed out by their thickness at the fore-edge, where the trimming cuts it off;
    moving its pages inwards by as much keeps the outer margins even. Inwards is towards the fold from either half: it
    does not matter at which side the booklet is bound.

    Args:
        sheets: how many are nested.
        thickness: of a sheet, in points; 0 for no creep, where the fore-edge is not trimmed.

    Returns:
        Points, one value a sheet.

    >>> creep(3, 0.25)
    (0.0, 0.25, 0.5)
    """
    return tuple(index * thickness for index in range(sheets))
