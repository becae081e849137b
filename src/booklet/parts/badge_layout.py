"""How the room on a badge is shared out, and what it is asked to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Final, NamedTuple

from booklet.design.labels import Template
from booklet.errors import Fault
from booklet.geometry import MM, Rect
from booklet.layout.marks import Mark
from booklet.parts.badge_ribbons import Ribbon

_LOW: Final = 40 * MM
"""Labels lower than this have narrower margins."""

_SLOT: Final = 9 * MM
"""What a slot and its clip take at the upper edge: a slot of 3 mm that begins 4 mm below the edge, and room for the
hook beneath it."""

_FLAT: Final = 34 * MM
"""Labels lower than this are strips, on which everything but the name is as small as can be."""

_TALL: Final = 62 * MM
"""From so high a label on, there is room for tokens on its front."""


@dataclass(frozen=True, slots=True)
class BadgeOptions:
    """What badges show besides names.

    `qr` is "" for no code, "vcard" for a contact card, or an address in which {id} stands for the ticket's number.
    `ribbons` are by the name of a part or a kind of ticket; see `badge_ribbons.ribbons_of`. `backs` asks for the other
    side, and `wifi` puts the network's password on it.
    """

    qr: str = ""
    logo: Path | None = None
    ribbons: Mapping[str, Ribbon] = field(default_factory=dict)
    backs: bool = False
    tokens: bool = True
    wifi: bool = False


class BadgeSide(NamedTuple):
    """A side of a badge.

    `marks` are relative to the label's top left corner, `size_of_name` is in points, 0.0 where there is no name, and
    `faults` are what could not be set well.
    """

    marks: tuple[Mark, ...]
    size_of_name: float
    faults: tuple[Fault, ...] = ()


class Sizes(NamedTuple):
    """Sizes for a label in points, which grow more slowly than labels do.

    `small` is the type of the event's name, `detail` what is beneath a name has at the most, `band` the height of a
    ribbon, and `name` the largest type of a name.
    """

    small: float
    detail: float
    band: float
    name: float


@dataclass(frozen=True, slots=True)
class BadgeLayout:
    """The measures of a kind of badge."""

    template: Template
    options: BadgeOptions

    @property
    def inside(self) -> Rect:
        """Where type may stand: the label without its safe margin, and without room for a slot."""
        width, height = self.template.label
        margin = 2 * MM if height < _LOW else 3 * MM
        top = max(margin, _SLOT if self.template.slot else margin)
        return Rect(margin, top, width - 2 * margin, height - top - margin)

    @property
    def tokens_in_front(self) -> bool:
        """Whether tokens are on the side with the name: where there is no other, or room for them."""
        return not self.options.backs or self.template.label.height >= _TALL

    @property
    def code_room(self) -> float:
        """The side that a code may have in front, in points."""
        return min(0.42 * self.inside.height, 0.4 * self.inside.width)

    @property
    def sizes(self) -> Sizes:
        """The sizes for these labels."""
        width, height = self.template.label
        flat = height < _FLAT
        small = min(14.0, max(6.5 if flat else 7.2, round(0.037 * sqrt(width * height), 1)))
        band = min(42.0, max(9.5 if flat else 13.0, 0.105 * min(0.9 * width, height)))
        return Sizes(small, round(1.32 * small, 1), band, 0.32 * min(width, height))
