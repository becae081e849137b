"""Type on badges: lines placed by their ink, and texts in the largest size of a scale in which they fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.geometry import Rect
from booklet.layout.marks import Fill, GlyphRun, Ink, Mark, Path, Segment
from booklet.layout.mirroring import turn
from booklet.parts.desk import Desk
from booklet.text.bidi import first_strong
from booklet.text.faces import SOFT_HYPHEN
from booklet.text.inking import inked
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.scripts import kind_of
from booklet.text.styles import Shape, Span, Style

Side: TypeAlias = Literal["left", "centre", "right"]
"""Which edges of lines stand under each other, as one sees them, whichever way the book runs."""

_CAPITALS: Final = 0.68
"""How far capitals reach above the baseline, in sizes: as far as in the theme's faces, or a little more."""

_DESCENT: Final = 0.22
"""How far letters reach below it."""

_APART: Final = 0.06
"""Ink of two lines is at least so far apart, in sizes of the lower one."""

TINY: Final = (7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.5, 1.0, 0.5)
"""Where a text must not be cut and nothing else helps."""


def outline(area: Rect, ink: Ink, thickness: float) -> Path:
    """A box with nothing in it."""
    x, y, right, bottom = area.x, area.y, area.right, area.bottom
    steps: tuple[Segment, ...] = (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
    return Path(steps, stroke=ink, thickness=thickness)


_WHOLE: Final = 14.0
"""In larger type than that, in points, no word of ideographs is parted."""


class Inline(NamedTuple):
    """A line by itself: its marks from the left edge of the measure and the baseline, and how far its ink reaches.

    `above` and `below` are at least those of usual letters. All in points.
    """

    marks: tuple[Mark, ...]
    size: float
    above: float
    below: float
    width: float

    def scaled(self, factor: float, side: Side, measure: float) -> Inline:
        """The same line in another size, on the same side of a measure."""
        fixed = {"left": 0.0, "centre": measure / 2, "right": measure}[side]
        marks = [_scaled(mark, factor, fixed) for mark in self.marks]
        return Inline(tuple(marks), *(length * factor for length in self[1:]))


class Block(NamedTuple):
    """Lines one under the other, each with its baseline, from the top left corner; all in points."""

    lines: tuple[tuple[float, Inline], ...]
    height: float

    @property
    def width(self) -> float:
        """Of the ink of its longest line."""
        return max((line.width for _, line in self.lines), default=0.0)

    def marks(self, x: float, y: float) -> list[Mark]:
        """All that it shows, its top left corner at a point."""
        return [mark.moved(x, y + base) for base, line in self.lines for mark in line.marks]


def side_of(desk: Desk, text: str) -> Side:
    """The edge where a text's lines start: the right one, where it is written from right to left."""
    strong = first_strong(text)
    return "right" if (desk.typesetter.rtl if strong is None else strong) else "left"


def whole(text: str) -> str:
    """A text without the marks that allow to divide a word with a hyphen."""
    return text.replace(SOFT_HYPHEN, "")


def _scaled(mark: Mark, factor: float, fixed: float) -> Mark:
    """A glyph run, or a rule of a formula, in another size; `fixed` is the place that stays where it is."""
    match mark:
        case GlyphRun(x, y, face, size, ink, operand, text, width):
            return GlyphRun(
                fixed + (x - fixed) * factor, y * factor, face, size * factor, ink, operand, text, width * factor
            )
        case Fill(x, y, width, height, ink):
            return Fill(fixed + (x - fixed) * factor, y * factor, width * factor, height * factor, ink)
    return mark


def set_lines(
    desk: Desk, spans: Sequence[Span], side: Side, measure: float, *, balanced: bool = True
) -> tuple[Inline, ...] | None:
    """Set a text in as few lines as can be, and none in which a hyphen was added.

    Args:
        desk: shapes the words.
        spans: the text, without soft hyphens.
        side: where the ink of its lines begins or ends.
        measure: the width in points.
        balanced: make the lines about equally long.

    Returns:
        The lines; None if one of them does not fit.
    """
    size = max((span.style.size for span in spans), default=0.0)
    shape = Shape("left", size, balanced=balanced, own="order")
    lines = set_paragraph(desk.typesetter, spans, shape, measure)
    if size > _WHOLE and " " in "".join([span.text for span in spans]) and _parted(lines):
        return None
    out = []
    for line in lines:
        marks = line.marks(0.0, 0.0)
        if desk.typesetter.rtl:
            marks = [turn(mark, measure) for mark in marks]
        box = inked(desk.typesetter.faces, (mark for mark in marks if isinstance(mark, GlyphRun)))
        if box is None:
            continue
        width = box.right - box.left
        if line.over > size or width > measure + 0.01:
            return None
        free = measure - width
        shift = {"left": 0.0, "centre": free / 2, "right": free}[side] - box.left
        own = max((mark.size for mark in marks if isinstance(mark, GlyphRun)), default=size)
        above, below = max(_CAPITALS * own, -box.top), max(_DESCENT * own, box.bottom)
        out.append(Inline(tuple([mark.moved(shift, 0.0) for mark in marks]), own, above, below, width))
    return tuple(out)


def _parted(lines: Sequence[Line]) -> bool:
    """Whether a line ends between two ideographs, where another could end at a space."""
    texts = ["".join([run.text for _, run in line.runs]) for line in lines]
    pairs = ((one[-1:], other[:1]) for one, other in pairwise(texts))
    return any(all(sign and kind_of(sign) == "han" and sign.isalpha() for sign in pair) for pair in pairs)


def stack(lines: Sequence[Inline], leading: float) -> Block:
    """Lines under each other, their baselines so many sizes apart, or as far as their ink demands."""
    if not lines:
        return Block((), 0.0)
    base = lines[0].above
    placed = [(base, lines[0])]
    for upper, lower in pairwise(lines):
        usual = leading * (0.3 * upper.size + 0.7 * lower.size)
        base += max(usual, upper.below + lower.above + _APART * lower.size)
        placed.append((base, lower))
    return Block(tuple(placed), base + lines[-1].below)


class Fitted(NamedTuple):
    """A block, and the size that its text was set in."""

    block: Block
    size: float


def fit(
    desk: Desk,
    text: str,
    style: Style,
    sizes: Iterable[float],
    side: Side,
    measure: float,
    *,
    most: int = 1,
    leading: float = 1.2,
) -> Fitted | None:
    """Set a text in the largest of some sizes in which it takes at the most so many lines; None if there is none."""
    for size in sizes:
        lines = set_lines(desk, (desk.span(whole(text), style._replace(size=size)),), side, measure)
        if lines is not None and len(lines) <= most:
            return Fitted(stack(lines, leading), size)
    return None


def sizes_from(largest: float, smallest: float, *, step: float = 0.93) -> tuple[float, ...]:
    """A scale of sizes in tenths of a point, from large to small.

    >>> sizes_from(10.0, 8.0)
    (10.0, 9.3, 8.6, 8.0)
    """
    found = [round(largest, 1)]
    while found[-1] > smallest:
        found.append(max(round(smallest, 1), round(found[-1] * step, 1)))
    return tuple(found)
