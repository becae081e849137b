"""Tokens of badges: meals and tables as boxes in a row, to be ticked or punched where they are taken in."""

from __future__ import annotations

from typing import Final

from booklet.errors import Fault
from booklet.geometry import Rect
from booklet.layout.marks import Mark, Path, Segment
from booklet.model.attendees import Attendee
from booklet.parts.badge_text import TINY, Fitted, fit, side_of
from booklet.parts.desk import Desk

_PAD: Final = 0.5
"""White around a token's words, in sizes."""


def token_marks(
    desk: Desk, attendee: Attendee, area: Rect, size: float
) -> tuple[tuple[Mark, ...], float, tuple[Fault, ...]]:
    """The tokens of somebody in rows at the bottom of an area.

    Args:
        desk: sets their words.
        attendee: whose tokens they are.
        area: the space that there is.
        size: of their type, in points.

    Returns:
        Marks, how high the rows are together, and faults.
    """
    style = desk.house.style("sans-bold", size, desk.house.inks.text)
    high, pad, gap = 1.7 * size, _PAD * size, 0.4 * size
    rows: list[list[tuple[float, Fitted]]] = [[]]
    x = 0.0
    for token in attendee.tokens:
        fitted = fit(desk, token, style, (size, 0.85 * size, *TINY), "left", area.width - 2 * pad)
        if fitted is None:
            continue
        width = fitted.block.width + 2 * pad
        if rows[-1] and x + width > area.width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, fitted))
        x += width + gap
    total = len(rows) * (high + gap) - gap
    if total > 0.5 * area.height:
        what = f"there is no room for the tokens of {attendee.name!r} on the badge"
        return (), 0.0, (Fault(what, None, "take larger labels, or have backs"),)
    right = side_of(desk, attendee.name or attendee.tokens[0]) == "right"
    marks: list[Mark] = []
    for number, row in enumerate(rows):
        y = area.bottom - total + number * (high + gap)
        for start, fitted in row:
            width = fitted.block.width + 2 * pad
            left = area.right - start - width if right else area.x + start
            box = (left, y), (left + width, y), (left + width, y + high), (left, y + high)
            steps: list[Segment] = [("M", *box[0]), *[("L", *corner) for corner in box[1:]], ("Z",)]
            marks.append(Path(tuple(steps), stroke=desk.house.inks.quiet, thickness=0.6))
            [(_, line)] = fitted.block.lines
            marks += [mark.moved(left + pad, y + high / 2 + 0.33 * fitted.size) for mark in line.marks]
    return tuple(marks), total, ()
