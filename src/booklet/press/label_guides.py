"""What is printed on sheets of labels besides badges: where to cut, to fold and to punch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from booklet.geometry import MM, Rect
from booklet.layout.label_sheet import Template
from booklet.layout.marks import Ink, Path, Rule, Segment
from booklet.press.labels import LabelOptions, over_long_side

Guide: TypeAlias = Rule | Path

_CLEAR: Final = 3 * MM
_LENGTH: Final = 5 * MM
_SHORTEST: Final = 1 * MM
"""Marks keep this far from labels, are this long, and shorter where there is less room, but not below the last."""

_HAIRLINE: Final = 0.25
_INK: Final = Ink(0, 0, 0)
_FAINT: Final = Ink(0.6, 0.6, 0.6)
_FOLD: Final = (2.0, 2.0)

_QUARTER: Final = 0.5523
"""How far a Bézier curve's controls are from its ends, in radii, for a quarter of a circle."""


def label_guides(template: Template, options: LabelOptions) -> tuple[tuple[Guide, ...], tuple[Guide, ...]]:
    """The guides for the front and the back of every sheet, which are the same on all sheets.

    Crop marks are outside of the labels, in the margins and in gaps between labels where there is room; scored sheets
    have none. Badges that fold have dashed marks beside the crease, and slots are outlined on the fronts.

    Args:
        template: the sheet.
        options: whether there are crop marks and backs, and how either side is moved.
    """
    marks = [*_crop_marks(template)] if options.crop_marks and not template.scored else []
    if template.fold:
        marks += _creases(template)
    guides: list[Guide] = [*marks, *_slots(template)]
    front = tuple(guide.moved(*options.front_offset) for guide in guides)
    if not options.duplex or template.fold:
        return front, ()
    return front, tuple(_behind(mark, template, options).moved(*options.back_offset) for mark in marks)


def rounded(area: Rect, radius: float) -> tuple[Segment, ...]:
    """The outline of a rectangle with round corners."""
    left, top, right, bottom = area.x, area.y, area.right, area.bottom
    if radius <= 0:
        return (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
    turn = radius * (1 - _QUARTER)
    return (
        ("M", left + radius, top),
        ("L", right - radius, top),
        ("C", right - turn, top, right, top + turn, right, top + radius),
        ("L", right, bottom - radius),
        ("C", right, bottom - turn, right - turn, bottom, right - radius, bottom),
        ("L", left + radius, bottom),
        ("C", left + turn, bottom, left, bottom - turn, left, bottom - radius),
        ("L", left, top + radius),
        ("C", left, top + turn, left + turn, top, left + radius, top),
        ("Z",),
    )


def _crop_marks(template: Template) -> Iterator[Rule]:
    lefts, tops = _places(template)
    width, height = template.cell
    xs = _cuts(lefts, width)
    ys = _cuts(tops, height)
    for y0, y1 in _free(tops, height, template.sheet.height):
        yield from (_mark(x, y0, x, y1) for x in xs)
    for x0, x1 in _free(lefts, width, template.sheet.width):
        yield from (_mark(x0, y, x1, y) for y in ys)


def _creases(template: Template) -> Iterator[Rule]:
    lefts, tops = _places(template)
    for x0, x1 in _free(lefts, template.cell.width, template.sheet.width):
        for top in tops:
            y = top + template.label.height
            yield _mark(x0, y, x1, y, _FOLD)


def _slots(template: Template) -> Iterator[Path]:
    area = template.slot_area
    if area is None:
        return
    for place in range(template.per_sheet):
        x, y = template.corner_of(place)
        y += template.label.height if template.fold else 0.0
        outline = rounded(Rect(x + area.x, y + area.y, area.width, area.height), area.height / 2)
        yield Path(outline, stroke=_FAINT, thickness=_HAIRLINE)


def _places(template: Template) -> tuple[list[float], list[float]]:
    """Where columns and rows begin."""
    lefts = [template.left + column * template.across for column in range(template.columns)]
    return lefts, [template.top + row * template.down for row in range(template.rows)]


def _cuts(starts: Iterable[float], length: float) -> list[float]:
    """Where cells begin and end; two that touch share a cut."""
    ends = {round(edge, 3): edge for start in starts for edge in (start, start + length)}
    return [ends[key] for key in sorted(ends)]


def _free(starts: list[float], length: float, sheet: float) -> Iterator[tuple[float, float]]:
    """From where to where marks go along one side of a sheet: in both margins, and in gaps that have room."""
    margin = starts[0]
    if margin - _CLEAR >= _SHORTEST:
        yield max(0.0, margin - _CLEAR - _LENGTH), margin - _CLEAR
    for start, following in pairwise(starts):
        gap = following - start - length
        clear = min(_CLEAR, gap / 4)
        if gap - 2 * clear >= _SHORTEST:
            yield start + length + clear, following - clear
    end = starts[-1] + length
    if sheet - end - _CLEAR >= _SHORTEST:
        yield end + _CLEAR, min(sheet, end + _CLEAR + _LENGTH)


def _mark(x0: float, y0: float, x1: float, y1: float, dash: tuple[float, ...] = ()) -> Rule:
    return Rule(x0, y0, x1, y1, _HAIRLINE, _INK, dash)


def _behind(rule: Rule, template: Template, options: LabelOptions) -> Rule:
    """A mark on the back that is exactly behind one on the front."""
    width, height = template.sheet
    if over_long_side(template, options.duplex):
        return rule._replace(x0=width - rule.x0, x1=width - rule.x1)
    return rule._replace(y0=height - rule.y0, y1=height - rule.y1)
