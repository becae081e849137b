"""Label sheets and badge inserts: where their labels are, by the makers' data sheets."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from booklet.geometry import Size

Fold: TypeAlias = Literal["", "top"]
"""How a badge is folded: not at all, or along its upper edge, with the back above it upside down."""


class Template(NamedTuple):
    """A sheet of labels, all of one size. Lengths are in points, from the sheet's top left corner.

    `left` and `top` are where the first label begins; `across` and `down` are from one label's corner to the next
    one's. A template that folds prints back and front on one side, the back in the same cell above the front; its
    `label` is one of these two. `corner` is the radius of the labels' corners. `slot` is the width of a punched hole
    for a lanyard at the middle of the upper edge, 0 if there is none. `scored` sheets are torn and get no crop marks.
    `source` says where the numbers come from.
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
