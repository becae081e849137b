"""The house: a theme fitted to a trim size, with the styles, frames and furniture that parts ask for."""

from __future__ import annotations

from dataclasses import dataclass

from booklet.design.paper import Trim
from booklet.design.theme import Inks, Scale, Theme
from booklet.geometry import Rect
from booklet.layout.marks import Ink
from booklet.text.styles import Align, Shape, Style

_BASELINE = 0.75
"""How much of a grid unit lies above the baseline."""


@dataclass(frozen=True, slots=True)
class House:
    """What parts know of the design: `grid` is the baseline grid in points, `scale` the type sizes on this trim."""

    theme: Theme
    trim: Trim
    scale: Scale
    grid: float

    @property
    def inks(self) -> Inks:
        """The theme's colours."""
        return self.theme.inks

    @property
    def space(self) -> float:
        """The factor from A5's measures to this trim's."""
        return self.trim.space

    def day_ink(self, day: int) -> Ink:
        """The ink of the day with this index."""
        return self.theme.days[day % len(self.theme.days)]

    def style(
        self, face: str, size: float, ink: Ink | None = None, *, tracking: float = 0.0, figures: str = ""
    ) -> Style:
        """A style in this house; `figures` are further OpenType features, separated by spaces."""
        return Style(face, size, ink or self.inks.text, tuple(figures.split()), tracking)

    def shape(
        self, align: Align = "left", lines: float = 1.0, *, hyphenate: bool = False, balanced: bool = False
    ) -> Shape:
        """A paragraph shape whose leading is so many units of the grid."""
        leading = lines * self.grid
        above = _BASELINE if lines <= 1 else 0.74
        return Shape(align, leading, hyphenate=hyphenate, balanced=balanced, baseline=above)

    def display(self, size: float, align: Align = "left", *, balanced: bool = True) -> Shape:
        """A shape for large type: an eighth more leading than its size, on half units of the grid."""
        half = self.grid / 2
        return Shape(align, -(-1.1 * size // half) * half, balanced=balanced, baseline=0.74)

    @property
    def measure(self) -> float:
        """The width of the frame, which is the same on all pages."""
        return self.frame(1).width

    def frame(self, number: int) -> Rect:
        """Where text goes on page `number`: odd pages are rectos, and the inner margin is at the spine.

        The height is a whole number of grid units. On large paper the measure stays readable, and what is left over
        goes to the margins, more of it to the outer one.
        """
        wide = self.wide(number)
        spare = max(0.0, wide.width - self.theme.measure * 1.05 * self.scale.text)
        return Rect(wide.x + spare * (0.36 if number % 2 else 0.64), wide.y, wide.width - spare, wide.height)

    def wide(self, number: int) -> Rect:
        """The frame of what is not read line by line, such as a grid: up to the margins, however large the paper is."""
        size, space = self.trim.size, self.trim.space
        inner, outer, top, bottom = (margin * space for margin in self.theme.margins)
        lines = int((size.height - top - bottom) / self.grid + 1e-6)
        return Rect(inner if number % 2 else outer, top, size.width - inner - outer, lines * self.grid)


def _gentle(space: float) -> float:
    """The page's factor, taken as 1 for pages about as wide as A5, so that half-letter is set like A5."""
    return 1.0 if 0.9 < space < 1.1 else space


def make_house(theme: Theme, trim: Trim) -> House:
    """Fit a theme to a trim size."""
    scale = Scale(*(round(size * trim.type, 2) for size in theme.scale))
    # The largest size is seen as part of the page, not read as text: it grows as the page does.
    scale = scale._replace(poster=round(theme.scale.poster * min(1.5, max(0.7, _gentle(trim.space))), 2))
    return House(theme, trim, scale, round(theme.leading * trim.type, 2))
