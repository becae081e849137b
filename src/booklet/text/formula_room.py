"""How much room the lines of a paragraph need for their formulas, in whole units of the grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from booklet.text.paragraphs import Line
from booklet.text.styles import Span

_TALL: Final = 0.72
_DEEP: Final = 0.24
"""How far text reaches above and below its baseline, in its size."""

_FORGIVEN: Final = 0.06
"""By how much of the leading formulas and what is above and below them may come nearer than text does."""

_AROUND: Final = 0.3
"""The least white above and below a displayed formula, in leadings."""


def room_for(lines: Sequence[Line], spans: Sequence[Span], leading: float) -> list[tuple[float, float]]:
    """How much more room lines need above and below for their formulas, in points; together whole leadings.

    Neighbours of the paragraph are taken for lines of text like its own. A displayed formula on one line stands in the
    middle of its room.
    """
    if not any(line.height or line.depth for line in lines):
        return [(0.0, 0.0)] * len(lines)
    size = max(span.style.size for span in spans)
    tall, deep = _TALL * size, _DEEP * size
    heights = [max(tall, line.height) for line in lines]
    depths = [max(deep, line.depth) for line in lines]
    if len(lines) == 1 and spans[0].formula is not None and spans[0].formula.display:
        return [_middle(deep + tall, heights[0], depths[0], leading, deep)]
    above = [_more(depth + height, leading) for depth, height in zip([deep, *depths], heights, strict=False)]
    below = [0.0] * (len(lines) - 1) + [_more(depths[-1] + tall, leading)]
    return list(zip(above, below, strict=True))


def _more(need: float, leading: float) -> float:
    """What is missing to a leading, in whole leadings; a little is forgiven, for signs seldom meet there."""
    return max(0.0, math.ceil(need / leading - 1.0 - _FORGIVEN)) * leading


def _middle(text: float, height: float, depth: float, leading: float, deep: float) -> tuple[float, float]:
    """The room above and below a displayed formula between lines of text, of which `deep` is below the upper one."""
    need = text + height + depth + 2 * _AROUND * leading
    lines = max(2, math.ceil(need / leading - 1e-6))
    gap = (lines * leading - text - height - depth) / 2
    above = deep + gap + height - leading
    return above, (lines - 2) * leading - above
