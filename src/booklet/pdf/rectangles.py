"""Paths of upright rectangles, such as QR codes, in a fifth of the operators."""

from __future__ import annotations

from collections.abc import Sequence

from booklet.layout.marks import Segment
from booklet.pdf.syntax import number


def rectangles(steps: Sequence[Segment], height: float) -> list[str] | None:
    """A path by its rectangles' corners and sizes, on a page of that height; None if it is another path.

    Sizes are differences of rounded places, so that neighbours meet. A rectangle goes round as the path does.
    """
    if len(steps) % 5:
        return None
    code = []
    spelled = _Spelled()
    # Hot: a code has hundreds of rectangles, in whose places few numbers come again and again.
    for start, right, down, left, end in zip(*[iter(steps)] * 5, strict=True):
        if (start[0], right[0], down[0], left[0], end[0]) != ("M", "L", "L", "L", "Z"):
            return None
        (_, x0, y0), (_, x1, y1) = start, down
        if right[1:] != (x1, y0) or left[1:] != (x0, y1):
            return None
        x, y = round(x0, 2), round(height - y0, 2)
        wide, high = round(x1, 2) - x, round(height - y1, 2) - y
        code.append(f"{spelled[x]} {spelled[y]} {spelled[wide]} {spelled[high]} re")
    return code


class _Spelled(dict[float, str]):
    """Numbers as a PDF spells them, each spelled once."""

    def __missing__(self, value: float) -> str:
        text = self[value] = number(value)
        return text
