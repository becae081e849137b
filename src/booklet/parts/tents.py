"""Table tents: a folded sheet with a name on both of its faces, to stand before who bears it."""

from __future__ import annotations

from typing import Final

from booklet.errors import Fault
from booklet.geometry import MM, Size
from booklet.layout.marks import Mark, Rule
from booklet.model.attendees import Attendee
from booklet.parts.badge_layout import BadgeSide
from booklet.parts.badge_names import fit_name, parts_of
from booklet.parts.badge_text import TINY, fit, sizes_from
from booklet.parts.desk import Desk

_MARGIN: Final = 14 * MM
_LARGEST: Final = 160.0
_READABLE: Final = 48.0
"""Points; a name on a table is read across the room: at four metres this is as large as 12 points at arm's length."""


def set_tent(desk: Desk, size: Size, attendee: Attendee) -> BadgeSide:
    """A face of a tent.

    Both faces are the same; the upper one of the sheet is printed upside down, as the back of a badge is that is
    folded along its upper edge.

    Args:
        desk: the event.
        size: of one face: half of the sheet.
        attendee: whose name it has.
    """
    inks = desk.house.inks
    width, height = size.width - 2 * _MARGIN, size.height - 2 * _MARGIN
    marks: list[Mark] = []
    faults: list[Fault] = []
    style = desk.house.style("sans-bold", 13.0, inks.ground)
    head = fit(desk, desk.program.event.short_title, style, (*sizes_from(14.0, 8.0), *TINY), "centre", width)
    top = _MARGIN
    if head:
        marks += head.block.marks(_MARGIN, top)
        top += head.block.height + 8.0
        marks.append(Rule(_MARGIN, top, _MARGIN + width, top, 0.8, inks.hair))
        top += 14.0
    bottom = _MARGIN + height
    if attendee.affiliation:
        style = desk.house.style("sans", 20.0, inks.text)
        under = fit(desk, attendee.affiliation, style, (*sizes_from(24.0, 12.0), *TINY), "centre", width, most=2)
        if under:
            bottom -= under.block.height
            marks += under.block.marks(_MARGIN, bottom)
            bottom -= 14.0
    name = (
        fit_name(desk, parts_of(desk, attendee), width, bottom - top, _LARGEST, side="centre")
        if attendee.name
        else None
    )
    if attendee.name and name is None:
        faults.append(Fault(f"there is no room for the name {attendee.name!r} on a tent", None, "take larger sheets"))
    elif name is None:
        y = top + 0.6 * (bottom - top)
        marks.append(Rule(_MARGIN, y, _MARGIN + width, y, 1.2, inks.quiet))
    else:
        marks += name.block.marks(_MARGIN, top + (bottom - top - name.block.height) / 2)
        if name.size < _READABLE / 2:
            what = f"the name {attendee.name!r} is set in {name.size:g} pt on its tent, too small for a table"
            faults.append(Fault(what, None, "give the name that they go by"))
    return BadgeSide(tuple(marks), name.size if name else 0.0, tuple(faults))
