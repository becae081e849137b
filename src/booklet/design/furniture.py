"""Furniture: running heads, folios and the thumb tabs that show the days on the closed booklet's edge."""

from __future__ import annotations

from typing import Final, NamedTuple

from booklet.design.house import House
from booklet.geometry import BLEED, MM, Rect
from booklet.layout.composing import Furniture
from booklet.layout.marks import Fill, Mark
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter

_TAB: Final = (10.0 * MM, 17.0 * MM)
"""Width and height of a thumb tab on A5, in points."""

_UNPRINTABLE: Final = 12.5
"""What an office printer leaves white at a sheet's edge, in points: no words go there."""


_INSET: Final = 3.0
"""White between a tab's words and its inner edge, in points; tabs too narrow for their words have none."""

_HEAD_LINES: Final = 2
"""So many lines of a running head have room over the frame."""


class Tab(NamedTuple):
    """What a day's tab says: two short lines, such as "Thu" and "20"."""

    upper: str
    lower: str


def furnish(
    house: House,
    typesetter: Typesetter,
    number: int,
    furniture: Furniture,
    *,
    title: str,
    tabs: tuple[Tab, ...],
    folio: str,
) -> tuple[Mark, ...]:
    """The furniture of a page.

    Args:
        house: the design.
        typesetter: sets the words.
        number: the page's number; odd pages are rectos.
        furniture: what the page wants.
        title: the event's short title, which stands at the head of versos.
        tabs: the tab of each day.
        folio: the page's number, as it is printed.

    Returns:
        Marks at absolute points; none on a bare page. They are artifacts: they tell a reader nothing new.
    """
    if furniture.bare:
        return ()
    recto = number % 2 == 1
    frame = house.wide(number) if furniture.wide else house.frame(number)
    quiet = house.style("sans", house.scale.tiny, house.inks.quiet, tracking=60)
    numeral = house.style("sans-bold", house.scale.small)
    marks: list[Mark] = []
    head = furniture.section if recto else furniture.left or title
    if head and not furniture.opens:
        marks += _lines(typesetter, head, quiet, frame, frame.y - house.grid, recto=recto)
    foot = frame.bottom + 2.0 * house.grid
    marks += _lines(typesetter, folio, numeral, frame, foot, recto=recto)
    if furniture.day is not None and furniture.day < len(tabs):
        marks += _tab(house, typesetter, number, furniture.day, tabs)
    return tuple(marks)


def head_fits(house: House, typesetter: Typesetter, title: str) -> bool:
    """Whether a running head has room above the frame: two lines, none of them too long."""
    style = house.style("sans", house.scale.tiny, tracking=60)
    lines = set_paragraph(typesetter, (Span(title, style),), Shape("left", style.size), house.measure)
    return len(lines) <= _HEAD_LINES and not any(line.over for line in lines)


def _lines(typesetter: Typesetter, text: str, style: Style, frame: Rect, y: float, *, recto: bool) -> list[Mark]:
    """Text at the outer edge of the frame, its last baseline at `y`."""
    shape = Shape("right" if recto else "left", style.size)
    lines = set_paragraph(typesetter, (Span(text, style),), shape, frame.width)
    leading = 1.25 * style.size
    tops = [y - leading * (len(lines) - 1 - at) for at in range(len(lines))]
    return [mark for top, line in zip(tops, lines, strict=True) for mark in line.marks(frame.x, top)]


def _tab(house: House, typesetter: Typesetter, number: int, day: int, tabs: tuple[Tab, ...]) -> list[Mark]:
    """The thumb tab of a day: it bleeds off the fore-edge, lower for each later day."""
    size, frame = house.trim.size, house.frame(number)
    width, height = (side * house.space for side in _TAB)
    spare = frame.height - height
    step = min(height * 1.15, spare / max(1, len(tabs) - 1)) if len(tabs) > 1 else 0.0
    top = frame.y + 2 * house.grid + step * day if len(tabs) * height * 1.15 < spare else frame.y + step * day
    recto = number % 2 == 1
    x = size.width - width if recto else 0.0
    marks: list[Mark] = [Fill(x if recto else x - BLEED, top, width + BLEED, height, house.day_ink(day))]
    upper = house.style("sans", house.scale.tiny, house.inks.paper, tracking=30)
    lower = house.style("sans-bold", house.scale.large, house.inks.paper)
    words = max(typesetter.width(upper, tabs[day].upper), typesetter.width(lower, tabs[day].lower))
    room = width - _INSET - min(_UNPRINTABLE, width - _INSET - words)
    if room > width - 2.0:
        return marks
    left = x + _INSET if recto else x + width - _INSET - room
    for text, style, y in ((tabs[day].upper, upper, 0.40), (tabs[day].lower, lower, 0.70)):
        lines = set_paragraph(typesetter, (Span(text, style),), Shape("centre", style.size), room)
        marks += [run.moved(left, top + y * height) for _, run in lines[0].runs]
    return marks
