"""Which badge goes where on which sheet of labels, front and back."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.errors import BookletError, Fault
from booklet.geometry import MM
from booklet.layout.label_sheet import Template

Order: TypeAlias = Literal["rows", "stack"]
"""Along the rows of each sheet, or so that the cut sheets' stacks, put on each other, are in order."""

Duplex: TypeAlias = Literal["", "long", "short"]
"""No backs, or the edge of the sheet over which the printer turns it."""

Offset: TypeAlias = tuple[float, float]
"""To the right and down, in points, as one looks at that side."""

_EXACT: Final = 0.05
"""How far, in points, a label may reach over the edge of the sheet: less than a printer can tell."""


class LabelOptions(NamedTuple):
    """How badges are laid on sheets. Labels count from 1; those before `start_at` are used up already.

    The offsets correct a printer that prints off place, and move all that is on a side. `crop_marks` has no effect on
    scored sheets.
    """

    start_at: int = 1
    order: Order = "rows"
    duplex: Duplex = ""
    front_offset: Offset = (0.0, 0.0)
    back_offset: Offset = (0.0, 0.0)
    crop_marks: bool = True


class Cell(NamedTuple):
    """A label on a sheet by its top left corner, in points.

    `label` is the index of the badge, or None where the label stays empty. `turned` content stands on its head: it is
    turned by 180° about the middle of the label. `is_back` says which side of the badge it is: a badge that is folded
    has both on the front of the sheet.
    """

    label: int | None
    x: float
    y: float
    turned: bool = False
    is_back: bool = False


class SheetPlan(NamedTuple):
    """What is on either side of a sheet; `back` is empty if the sheet is printed on one side. Sheets count from 1."""

    number: int
    front: tuple[Cell, ...]
    back: tuple[Cell, ...]


def sheets_needed(count: int, template: Template, options: LabelOptions) -> int:
    """How many sheets so many badges take."""
    return -(-(count + options.start_at - 1) // template.per_sheet) if count else 0


def label_sides(count: int, template: Template, options: LabelOptions) -> Iterator[SheetPlan]:
    """Lay badges on sheets.

    The back of a label is exactly behind its front when the sheet has been turned over the edge that `duplex` names,
    and upright when the badge is turned over like the page of a book. A template that folds has no backs of sheets: the
    back is above the front, upside down, and upright when folded behind it.

    With the order "stack" every place of the sheet is a stack in order, and goes on where the place before ends: cut
    the sheets as they lie, put the stacks on each other in the order of the places, the first on top. The first sheet
    may begin, and the last one end, at any place.

    Args:
        count: of badges; none take no sheet.
        template: the sheet.
        options: how; `duplex` says nothing to a template that folds.

    Returns:
        The sheets in order, each made as it is asked for.

    Raises:
        BookletError: there is no such label to start at, or an offset moves labels over the edge of the sheet.
    """
    check_labels(template, options)
    return _plans(count, template, options)


def check_labels(template: Template, options: LabelOptions) -> None:
    """See that badges can be laid on sheets so.

    Raises:
        BookletError: see `label_sides`.
    """
    faults = []
    if not 1 <= options.start_at <= template.per_sheet:
        what = (
            f"label {options.start_at} to start at does not exist: a sheet of {template.name} has {template.per_sheet}"
        )
        faults.append(Fault(what, None, f"give a number from 1 to {template.per_sheet}"))
    sides = {"front": options.front_offset}
    if options.duplex and not template.fold:
        sides["back"] = options.back_offset
    faults += [fault for side, offset in sides.items() if (fault := _beyond(template, options, side, offset))]
    if faults:
        raise BookletError(faults)


def over_long_side(template: Template, duplex: Duplex) -> bool:
    """Whether a sheet is turned over its left or right edge, so that what was at the left is at the right then."""
    upright = template.sheet.height >= template.sheet.width
    return (duplex == "long") == upright


def behind(template: Template, duplex: Duplex, x: float, y: float) -> tuple[float, float]:
    """The top left corner of the area that is behind a label, as one looks at the back of the sheet."""
    if over_long_side(template, duplex):
        return template.sheet.width - x - template.label.width, y
    return x, template.sheet.height - y - template.label.height


def _plans(count: int, template: Template, options: LabelOptions) -> Iterator[SheetPlan]:
    sheets = sheets_needed(count, template, options)
    backs = bool(options.duplex) and not template.fold
    for sheet in range(sheets):
        labels = [_label(count, sheets, sheet, place, template, options) for place in range(template.per_sheet)]
        front: list[Cell] = []
        back: list[Cell] = []
        for place, label in enumerate(labels):
            x, y = template.corner_of(place)
            if template.fold:
                front.append(_moved(Cell(label, x, y, turned=True, is_back=True), options.front_offset))
                y += template.label.height
            front.append(_moved(Cell(label, x, y), options.front_offset))
            if backs:
                turned = not over_long_side(template, options.duplex)
                corner = behind(template, options.duplex, x, y)
                back.append(_moved(Cell(label, *corner, turned, is_back=True), options.back_offset))
        yield SheetPlan(sheet + 1, tuple(front), tuple(back))


def _label(count: int, sheets: int, sheet: int, place: int, template: Template, options: LabelOptions) -> int | None:
    """The badge at a place of a sheet, counted from 0."""
    skipped = options.start_at - 1
    used = count + skipped - (sheets - 1) * template.per_sheet  # places of the last sheet
    if (sheet == 0 and place < skipped) or (sheet == sheets - 1 and place >= used):
        return None
    if options.order == "rows":
        return sheet * template.per_sheet + place - skipped
    before = place * sheets - min(place, skipped) - max(0, place - used)
    return before + sheet - (place < skipped)


def _moved(cell: Cell, offset: Offset) -> Cell:
    return cell._replace(x=cell.x + offset[0], y=cell.y + offset[1])


def _beyond(template: Template, options: LabelOptions, side: str, offset: Offset) -> Fault | None:
    """The fault of an offset that moves a label over the edge of the sheet."""
    if not all(map(isfinite, offset)):
        return Fault(
            f"the offset of the {side} is no length", None, "offsets are in millimetres, to the right and down"
        )
    width = template.left + (template.columns - 1) * template.across + template.cell.width
    height = template.top + (template.rows - 1) * template.down + template.cell.height
    left, top = template.left, template.top
    if side == "back":
        if over_long_side(template, options.duplex):
            left, width = template.sheet.width - width, template.sheet.width - left
        else:
            top, height = template.sheet.height - height, template.sheet.height - top
    over = max(
        *(-(left + offset[0]), width + offset[0] - template.sheet.width),
        *(-(top + offset[1]), height + offset[1] - template.sheet.height),
    )
    if over <= _EXACT or offset == (0.0, 0.0):
        return None
    x, y = (f"{length / MM:g}" for length in offset)
    what = (
        f"the offset {x},{y} mm of the {side} moves labels of {template.name} {over / MM:.1f} mm over the sheet's edge"
    )
    return Fault(what, None, "measure the calibration sheet again; offsets are in millimetres, to the right and down")
