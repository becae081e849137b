"""A sheet of labels as numbers: where they are, and what is done to them after printing."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.geometry import MM, Rect, Size

Fold: TypeAlias = Literal["", "top"]
"""How a badge is folded: not at all, or along its upper edge, with the back above it upside down."""

_SLOT_HEIGHT: Final = 3 * MM
_SLOT_DROP: Final = 4 * MM
"""How high a slot for a lanyard's clip is, and how far below the upper edge: what hand-held slot punches make."""


class Template(NamedTuple):
    """A sheet of labels, all of one size. Lengths are in points, from the sheet's top left corner.

    `left` and `top` are where the first label begins; `across` and `down` are from one label's corner to the next
    one's. A template that folds prints back and front on one side, the back in the same cell above the front; its
    `label` is one of these two. `corner` is the radius of the labels' corners. `slot` is the width of a punched hole
    for a lanyard at the middle of the upper edge, 0 if there is none. `scored` sheets are torn or peeled and get no
    crop marks. `source` says where the numbers come from.
    """

    name: str
    title: str
    sheet: Size
    label: Size
    columns: int
    rows: int
    left: float
    top: float
    across: float
    down: float
    corner: float = 0.0
    fold: Fold = ""
    slot: float = 0.0
    scored: bool = True
    source: str = ""

    @property
    def per_sheet(self) -> int:
        """How many badges a sheet holds."""
        return self.columns * self.rows

    @property
    def cell(self) -> Size:
        """What a badge takes of the sheet: a label, or two of them one above the other if it is folded."""
        return Size(self.label.width, self.label.height * (2 if self.fold else 1))

    @property
    def slot_area(self) -> Rect | None:
        """Where the hole for the lanyard is, from the label's top left corner; nothing may be printed there."""
        if not self.slot:
            return None
        return Rect((self.label.width - self.slot) / 2, _SLOT_DROP, self.slot, _SLOT_HEIGHT)

    def corner_of(self, place: int) -> tuple[float, float]:
        """The top left corner of a cell; places count from 0, along the rows."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.across, self.top + row * self.down
