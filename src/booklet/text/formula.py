"""A formula that has been laid out, at any size: glyphs and rules in thousandths of an em, and where it may be cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """A glyph at a point, at a scale; `says` is the character that it stands for. y goes up from the baseline."""

    gid: int
    says: str
    x: float
    y: float
    scale: float


class Rule(NamedTuple):
    """A filled rectangle, by its lower left corner."""

    x: float
    y: float
    width: float
    height: float


class Cut(NamedTuple):
    """A place where a line may end: how many glyphs and rules are before it, where that ends, where the rest begins.

    `penalty` is its price, as the breaker counts.
    """

    glyphs: int
    rules: int
    end: float
    begin: float
    penalty: float


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """A formula as laid out: its TeX source, whether it is a displayed one, and what it consists of.

    Each is made once and is equal to itself alone. `height` and `depth` are its reach above and below the baseline.
    """

    source: str
    display: bool
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    width: float
    height: float
    depth: float
    cuts: tuple[Cut, ...]

    @property
    def says(self) -> str:
        """What its glyphs say."""
        return "".join([glyph.says for glyph in self.glyphs])
