"""The sheet that two pages are printed on, where they stand on it, and the marks for cutting and folding."""

from __future__ import annotations

from typing import Final, NamedTuple

from booklet.geometry import INCH, MM, Rect, Size
from booklet.layout.marks import Ink, Rule

A4: Final = Size(297 * MM, 210 * MM)
A3: Final = Size(420 * MM, 297 * MM)
LETTER: Final = Size(11 * INCH, 8.5 * INCH)
TABLOID: Final = Size(17 * INCH, 11 * INCH)
"""Paper that offices have, in landscape."""

_METRIC: Final = (A4, A3)
_INCHES: Final = (LETTER, TABLOID)

_EXACT: Final = 0.05
"""How near, in points, a length is to a round one if it was meant to be round."""

_GAP: Final = 3 * MM
_LENGTH: Final = 5 * MM
_SHORTEST: Final = 1 * MM
"""Cutting marks keep this far from the page, are this long, and shorter on a narrow margin, but not below the last."""

_HAIRLINE: Final = 0.25
_MARK_INK: Final = Ink(0, 0, 0)


class Halves(NamedTuple):
    """Where the two pages of a sheet's side stand."""

    left: Rect
    right: Rect


def sheet_size(trim: Size) -> Size:
    """The sheet that holds two pages side by side.

    It is the smallest of Letter and Tabloid for pages measured in inches, and of A4 and A3 for metric ones; a paper of
    the other family where these are too small, and a sheet of just two pages where all are. So half-letter goes on
    Letter, A5 and A6 on A4, Letter on Tabloid and A4 on A3.

    Args:
        trim: a page's size.
    """
    families = (*_INCHES, *_METRIC) if _in_inches(trim) else (*_METRIC, *_INCHES)
    width, height = 2 * trim.width, trim.height
    fitting = (paper for paper in families if width <= paper.width + _EXACT and height <= paper.height + _EXACT)
    return next(fitting, Size(width, height))


def place_pages(sheet: Size, trim: Size, shift: float = 0.0) -> Halves:
    """Where a sheet's two pages stand: centred, with their spines on the fold.

    Args:
        sheet: in landscape.
        trim: a page's size.
        shift: how far the pages move inwards, over the fold, against creep; see `booklet.press.imposition.creep`.
    """
    middle, top = sheet.width / 2, (sheet.height - trim.height) / 2
    return Halves(
        Rect(middle - trim.width + shift, top, trim.width, trim.height),
        Rect(middle - shift, top, trim.width, trim.height),
    )


def sheet_marks(sheet: Size, trim: Size) -> tuple[Rule, ...]:
    """Marks outside of the pages: where to cut at the corners, and where to fold.

    A margin too narrow for a mark gets none: then the sheet is cut there already, or nearly.

    Args:
        sheet: in landscape.
        trim: a page's size.
    """
    left, right = place_pages(sheet, trim)
    rules: list[Rule] = []
    beside = min(_LENGTH, left.x - _GAP)
    if beside >= _SHORTEST:
        for y in (left.y, left.bottom):
            rules.append(_mark(left.x - _GAP - beside, y, left.x - _GAP, y))
            rules.append(_mark(right.right + _GAP, y, right.right + _GAP + beside, y))
    above = min(_LENGTH, left.y - _GAP)
    if above >= _SHORTEST:
        for x, dash in ((left.x, ()), (right.x, (2.0, 2.0)), (right.right, ())):
            rules.append(_mark(x, left.y - _GAP - above, x, left.y - _GAP, dash))
            rules.append(_mark(x, left.bottom + _GAP, x, left.bottom + _GAP + above, dash))
    return tuple(rules)


def _in_inches(trim: Size) -> bool:
    """Whether a page is measured in eighths of an inch rather than in millimetres."""
    return all(abs(length - round(length / 9) * 9) < _EXACT for length in trim)


def _mark(x0: float, y0: float, x1: float, y1: float, dash: tuple[float, ...] = ()) -> Rule:
    return Rule(x0, y0, x1, y1, _HAIRLINE, _MARK_INK, dash)
