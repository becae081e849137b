"""A sheet that is printed on plain paper to find out by how much a printer is off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.geometry import INCH, MM, Rect
from booklet.layout.label_sheet import Template
from booklet.layout.marks import Fill, GlyphRun, Ink, Mark, Path, Rule
from booklet.press.label_guides import rounded
from booklet.press.labels import Cell, LabelOptions, SheetPlan, behind, label_sides
from booklet.text.faces import Face

_BLACK: Final = Ink(0, 0, 0)
_GREY: Final = Ink(0.45, 0.45, 0.45)
_PAPER: Final = Ink(1, 1, 1)

_THIN: Final = 0.25
_OUTLINE: Final = 0.5

_CROSS: Final = 2 * MM
_TARGET: Final = 5 * MM
"""How far the arms of the crosses reach: those in the labels, and the one that is measured."""

_LEADING: Final = 1.35


class Calibration(NamedTuple):
    """A sheet to measure: its plan, which has no badges, and what is drawn on either side of it."""

    plan: SheetPlan
    front: tuple[Mark, ...]
    back: tuple[Mark, ...]


def set_calibration(template: Template, options: LabelOptions, face: Face) -> Calibration:
    """Set the calibration sheet of a template.

    It has the outline of every label with a cross in its middle, to be held against the labels; a cross that is
    measured from the sheet's edges; rulers, which show whether the printer scales; and what to do, in English as all
    that the program says to those who run it. Both sides are moved by the offsets, so that it proves these, too.

    Args:
        template: the sheet.
        options: the way that the printer turns sheets, and the offsets.
        face: what the words are set in.

    Raises:
        BookletError: see `booklet.press.labels.label_sides`.
    """
    (plan,) = label_sides(template.per_sheet, template, options._replace(start_at=1))
    sheet = template.sheet
    x, y = (round(length * 0.25 / MM) * MM for length in sheet)
    target = (x, y)
    # The target behind it: that of an area without width and height.
    hind = behind(template._replace(label=template.label._replace(width=0, height=0)), options.duplex, x, y)
    front = _side(template, plan.front, target, face, options, is_back=False)
    back = _side(template, plan.back, hind, face, options, is_back=True) if plan.back else ()
    empty = [tuple(cell._replace(label=None) for cell in side) for side in (plan.front, plan.back)]
    return Calibration(SheetPlan(1, empty[0], empty[1]), front, back)


def _side(
    template: Template,
    cells: Sequence[Cell],
    target: tuple[float, float],
    face: Face,
    options: LabelOptions,
    *,
    is_back: bool,
) -> tuple[Mark, ...]:
    offset = options.back_offset if is_back else options.front_offset
    small = template.sheet.width < 150 * MM
    size = 4.2 if small else 9.0
    marks = [*_outlines(template, cells)]
    printed: list[Mark] = [
        *_cross(*target, _TARGET, 0.5),
        *_rulers(template, face, small=small),
        *_words(template, target, face, size, options, is_back=is_back),
    ]
    return (*marks, *(mark.moved(*offset) for mark in printed))


def _outlines(template: Template, cells: Sequence[Cell]) -> Iterator[Mark]:
    """The labels; where a badge has a crease, this is the edge that two share."""
    width, height = template.label
    for cell in cells:
        yield Path(rounded(Rect(cell.x, cell.y, width, height), template.corner), stroke=_GREY, thickness=_OUTLINE)
        yield from _cross(cell.x + width / 2, cell.y + height / 2, _CROSS, _THIN)


def _cross(x: float, y: float, reach: float, thickness: float) -> Iterator[Rule]:
    yield Rule(x - reach, y, x + reach, y, thickness, _BLACK)
    yield Rule(x, y - reach, x, y + reach, thickness, _BLACK)


def _rulers(template: Template, face: Face, *, small: bool) -> Iterator[Mark]:
    """A hundred millimetres and four inches, or half of that, below the words."""
    half = 1 if small else 2
    left, top = template.sheet.width * 0.5 - 25 * MM * half, template.sheet.height * (0.88 if small else 0.62)
    figures = 4.2 if small else 7.0
    yield Rule(left, top, left + 50 * MM * half, top, _THIN, _BLACK)
    for at in range(50 * half + 1):
        tick = 3.0 if at % 10 == 0 else 2.2 if at % 5 == 0 else 1.2
        yield Rule(left + at * MM, top - tick * MM, left + at * MM, top, _THIN, _BLACK)
        if at % 10 == 0:
            yield _run(face, f"{at}" if at else "0 mm", left + at * MM + 1, top - 3.2 * MM, figures)
    for at in range(8 * 2 * half + 1):
        tick = 3.0 if at % 8 == 0 else 2.2 if at % 4 == 0 else 1.2
        if at * INCH / 8 <= 50 * MM * half + 2 * MM:
            yield Rule(left + at * INCH / 8, top, left + at * INCH / 8, top + tick * MM, _THIN, _BLACK)
        if at % 8 == 0:
            yield _run(
                face, f"{at // 8}" if at else "0 in", left + at * INCH / 8 + 1, top + 3.2 * MM + figures, figures
            )


def _words(
    template: Template,
    target: tuple[float, float],
    face: Face,
    size: float,
    options: LabelOptions,
    *,
    is_back: bool,
) -> Iterator[Mark]:
    """What the sheet is, which way is up, and what to do with it."""
    side = "Back" if is_back else "Front"
    middle, top = template.sheet.width / 2, template.sheet.height * 0.06
    yield from _arrow(middle, top, size)
    x, y = (f"{length / MM:g} mm ({length / INCH:.2f} in)" for length in target)
    option = "--back-offset" if is_back else "--offset"
    lines = [
        f"{side} of {template.title}: this way up",
        "",
        "Print this sheet on plain paper at 100 %, not fitted to the page, and hold it against a sheet of labels.",
        "The ruler below must be true. If it is not, the printer scales: find that setting first.",
        "",
        f"Measure the large cross. It should be {x} from the left edge,",
        f"and {y} from the upper edge. What is missing is the offset:",
        f"if you measure 1.2 mm too much from the left and 0.5 mm too little from above, give {option} -1.2,0.5.",
        "Then print this sheet once more with it.",
    ]
    if options.duplex and not template.fold:
        lines.append("Against the light, the large crosses and the outlines of front and back must lie on each other.")
    if template.fold:
        lines.append("Folded along the line between the halves, both outlines must lie on each other.")
    moved = options.back_offset if is_back else options.front_offset
    if moved != (0.0, 0.0):
        lines.append(f"Printed with {option} {moved[0] / MM:g},{moved[1] / MM:g}.")
    y0 = template.sheet.height * (0.36 if size > 5 else 0.3)
    room = template.sheet.width - 2 * 5 * MM
    for number, line in enumerate(_broken(lines, face, size, room)):
        run = _run(face, line, 0, y0 + number * size * _LEADING, size)
        left = middle - run.width / 2
        if line:
            yield Fill(left - 2, run.y - size, run.width + 4, size * _LEADING, _PAPER)  # lines are read, not crossed
        yield run.moved(left, 0)


def _broken(lines: Sequence[str], face: Face, size: float, room: float) -> Iterator[str]:
    """Lines, those that are too long broken at their spaces."""
    for line in lines:
        rest = ""
        for word in line.split():
            longer = f"{rest} {word}".strip()
            if rest and face.shape(longer).advance * size / 1000 > room:
                yield rest
                longer = word
            rest = longer
        yield rest


def _arrow(x: float, y: float, size: float) -> Iterator[Mark]:
    yield Path((("M", x, y), ("L", x - size, y + size), ("L", x + size, y + size), ("Z",)), fill=_BLACK)
    yield Rule(x, y + size, x, y + 3 * size, size / 3, _BLACK)


def _run(face: Face, text: str, x: float, y: float, size: float) -> GlyphRun:
    shaped = face.shape(text)
    return GlyphRun(x, y, face.name, size, _BLACK, shaped.operand, text, shaped.advance * size / 1000)
