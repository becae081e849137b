"""What may stand on a page: a closed set of marks, each at a point in the coordinates of its page."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias


class Ink(NamedTuple):
    """An sRGB colour; each channel from 0 (none) to 1 (full)."""

    red: float
    green: float
    blue: float


class GlyphRun(NamedTuple):
    """Glyphs of one face and size on one baseline.

    `x` is the origin of the first glyph and `y` the baseline. `operand` is what stands between the brackets of a PDF
    `TJ` operator (ISO 32000-1, 9.4.3): `<hex CIDs>` and adjustments in thousandths of the size. `text` is what the
    glyphs say, in reading order, and `width` their advance in points.
    """

    x: float
    y: float
    face: str
    size: float
    ink: Ink
    operand: str
    text: str
    width: float

    def moved(self, dx: float, dy: float) -> GlyphRun:
        """The same run, shifted."""
        x, y, face, size, ink, operand, text, width = self
        return GlyphRun(x + dx, y + dy, face, size, ink, operand, text, width)


class Rule(NamedTuple):
    """A straight stroke; `dash` is (on, off) in points, or empty for a solid rule; `round` gives round ends."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    ink: Ink
    dash: tuple[float, ...] = ()
    round: bool = False

    def moved(self, dx: float, dy: float) -> Rule:
        """The same rule, shifted."""
        return self._replace(x0=self.x0 + dx, y0=self.y0 + dy, x1=self.x1 + dx, y1=self.y1 + dy)


class Fill(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink

    def moved(self, dx: float, dy: float) -> Fill:
        """The same rectangle, shifted."""
        return self._replace(x=self.x + dx, y=self.y + dy)


Segment: TypeAlias = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""A step of a path: move, line, cubic Bézier (two controls and an end) or close, in points."""


class Path(NamedTuple):
    """A path that is filled (non-zero winding), stroked, or both; clipped to `clip` (x, y, width, height) if given."""

    segments: tuple[Segment, ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    thickness: float = 1.0
    dash: tuple[float, ...] = ()
    round: bool = False
    clip: tuple[float, float, float, float] | None = None

    def moved(self, dx: float, dy: float) -> Path:
        """The same path, shifted."""
        clip = self.clip and (self.clip[0] + dx, self.clip[1] + dy, self.clip[2], self.clip[3])
        return self._replace(segments=tuple(_shift(step, dx, dy) for step in self.segments), clip=clip)


class Picture(NamedTuple):
    """A raster picture that fills its rectangle; `data` are the bytes of a PNG or JPEG file."""

    x: float
    y: float
    width: float
    height: float
    data: bytes

    def moved(self, dx: float, dy: float) -> Picture:
        """The same picture, shifted."""
        return self._replace(x=self.x + dx, y=self.y + dy)


class Link(NamedTuple):
    """A place to click. `target` is `#name` for an anchor of this book, or a URI; `says` describes it in words."""

    x: float
    y: float
    width: float
    height: float
    target: str
    says: str

    def moved(self, dx: float, dy: float) -> Link:
        """The same link, shifted."""
        return self._replace(x=self.x + dx, y=self.y + dy)


class Anchor(NamedTuple):
    """A point that links, the outline and folios refer to by `name`."""

    x: float
    y: float
    name: str

    def moved(self, dx: float, dy: float) -> Anchor:
        """The same anchor, shifted."""
        return Anchor(self.x + dx, self.y + dy, self.name)


class Far(NamedTuple):
    """A slice that another process has set and keeps, by its number there; `text` is what it says first.

    Whoever draws it asks that process, or has it draw the page: see `booklet.crew`.
    """

    x: float
    y: float
    process: int
    number: int
    text: str = ""

    def moved(self, dx: float, dy: float) -> Far:
        """The same slice, shifted."""
        return Far(self.x + dx, self.y + dy, self.process, self.number, self.text)


Mark: TypeAlias = GlyphRun | Rule | Fill | Path | Picture | Link | Anchor | Far
"""Everything that a page can hold."""


def _shift(step: Segment, dx: float, dy: float) -> Segment:
    match step:
        case ("M" | "L", x, y):
            return (step[0], x + dx, y + dy)
        case ("C", x1, y1, x2, y2, x, y):
            return ("C", x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy)
        case _:
            return step
