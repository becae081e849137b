"""Badges for the tests: labels of all shapes, and whose ink is where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from booklet.geometry import INCH, MM, Rect, Size
from booklet.layout.label_sheet import Template
from booklet.layout.marks import Fill, GlyphRun, Mark, Path, Picture, Rule
from booklet.parts.badges import Badges, BadgeSide
from booklet.parts.desk import Desk
from booklet.text.inking import Inked, inked


def label(name: str, width: float, height: float, *, slot: float = 0.0, scored: bool = True) -> Template:
    """A template of one label; lengths in points."""
    size = Size(width, height)
    return Template(name, name, size, size, 1, 1, 0.0, 0.0, width, height, slot=slot, scored=scored)


LABELS: Final = {
    template.name: template
    for template in (
        label("strip", 52.5 * MM, 21.2 * MM),
        label("small", 75 * MM, 40 * MM),
        label("card", 85.6 * MM, 54 * MM, scored=False),
        label("card-upright", 54 * MM, 85.6 * MM),
        label("insert", 4 * INCH, 3 * INCH),
        label("lanyard", 105 * MM, 148 * MM, slot=14 * MM, scored=False),
        label("a5", 148 * MM, 210 * MM, scored=False),
    )
}
"""Labels from the smallest to the largest that badges are printed on."""


def outside(desk: Desk, badges: Badges, side: BadgeSide) -> list[str]:
    """What is not where it may be: ink of letters outside of the safe margin, anything outside of the label."""
    label = badges.layout.template.label
    found = []
    for mark in side.marks:
        area = badges.layout.inside if isinstance(mark, GlyphRun) else Rect(0.0, 0.0, *label)
        box = box_of(desk, mark)
        if box and not (
            box.left >= area.x - 0.05
            and box.top >= area.y - 0.05
            and box.right <= area.right + 0.05
            and box.bottom <= area.bottom + 0.05
        ):
            found.append(f"{mark.text if isinstance(mark, GlyphRun) else type(mark).__name__} {box}")
    return found


def box_of(desk: Desk, mark: Mark) -> Inked | None:
    """Where a mark's ink is."""
    match mark:
        case GlyphRun():
            return inked(desk.typesetter.faces, [mark])
        case Fill() | Picture():
            return Inked(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        case Rule():
            return Inked(min(mark.x0, mark.x1), min(mark.y0, mark.y1), max(mark.x0, mark.x1), max(mark.y0, mark.y1))
        case Path():
            numbers = [number for step in mark.segments for number in step[1:]]
            xs, ys = numbers[::2], numbers[1::2]
            return Inked(min(xs), min(ys), max(xs), max(ys))
        case _:
            return None


def said(side: BadgeSide) -> str:
    """All that is on a side, run by run."""
    return "|".join(run.text for run in runs_of(side))


def runs_of(side: BadgeSide) -> list[GlyphRun]:
    """The glyph runs of a side."""
    return [mark for mark in side.marks if isinstance(mark, GlyphRun)]


def overprinted(desk: Desk, marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """Pairs of runs whose ink is in one place, but for letters of one line."""
    boxes = [(mark, box) for mark in marks if isinstance(mark, GlyphRun) and (box := box_of(desk, mark))]
    return [
        (one.text, other.text)
        for at, (one, a) in enumerate(boxes)
        for other, b in boxes[at + 1 :]
        if one.y != other.y
        and min(a.right, b.right) - max(a.left, b.left) > 0.5
        and min(a.bottom, b.bottom) - max(a.top, b.top) > 0.3
    ]
