"""The parts of formulas that are built of boxes: fractions, roots, scripts, limits, tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from booklet.text.formula_boxes import SCALES, Box, Signs

_NULL: Final = 120.0
"""The white on either side of a fraction (plain TeX's nulldelimiterspace, 1.2 pt at 10 pt)."""

_NUMERATOR, _DENOMINATOR = 394.0, 345.0
"""Shifts of a fraction's parts in text: Computer Modern's (fontdimen 9 and 12), since STIX's make lines drift apart."""

_BAR_GAP: Final = 120.0
"""Between a row and a bar over it: three times the thickness of plain TeX's rules."""

_LABEL: Final = 100.0
"""Between an arrow or a brace and what stands over it."""


def scripts(
    signs: Signs, base: Box, sub: Box | None, sup: Box | None, level: int, *, cramped: bool, single: bool
) -> Box:
    """A box with scripts at its right (The TeXbook, appendix G, rule 18); `single` if it is one character."""
    scale, constants = SCALES[level], signs.constants
    box = Box()
    box.put(base, 0.0, 0.0)
    up = (constants.superscriptShiftUpCramped if cramped else constants.superscriptShiftUp) * scale
    down = constants.subscriptShiftDown * scale
    if not single:
        up = max(up, base.height - constants.superscriptBaselineDropMax * scale)
        down = max(down, base.depth + constants.subscriptBaselineDropMin * scale)
    if sup is not None:
        up = max(up, sup.depth + constants.superscriptBottomMin * scale)
    if sub is not None:
        down = max(down, sub.height - constants.subscriptTopMax * scale)
    if sub is not None and sup is not None:
        gap = (up - sup.depth) - (sub.height - down)
        least = constants.subSuperscriptGapMin * scale
        if gap < least:
            down += least - gap
            lift = constants.superscriptBottomMaxWithSubscript * scale - (up - sup.depth)
            if lift > 0:
                up, down = up + lift, down - lift
    right = base.width
    if sub is not None:
        x = base.width + signs.kern(base, sub, down, above=False)
        box.put(sub, x, -down)
        right = max(right, x + sub.width)
    if sup is not None:
        x = base.width + base.italic + signs.kern(base, sup, up, above=True)
        box.put(sup, x, up)
        right = max(right, x + sup.width)
    box.width = right + constants.spaceAfterScript * scale
    return box


def with_limits(signs: Signs, base: Box, under: Box | None, over: Box | None, level: int) -> Box:
    """A box with others over and under it (The TeXbook, appendix G, rule 13a)."""
    scale, constants = SCALES[level], signs.constants
    full = base.width + base.italic
    width = max([full, *[part.width for part in (under, over) if part is not None]])
    box = Box(width)
    box.put(base, (width - full) / 2, 0.0)
    if over is not None:
        gap = max(constants.upperLimitGapMin * scale, constants.upperLimitBaselineRiseMin * scale - over.depth)
        box.put(over, (width - over.width + base.italic) / 2, base.height + gap + over.depth)
    if under is not None:
        gap = max(constants.lowerLimitGapMin * scale, constants.lowerLimitBaselineDropMin * scale - under.height)
        box.put(under, (width - under.width - base.italic) / 2, -base.depth - gap - under.height)
    return box


def fraction(signs: Signs, above: Box, below: Box, level: int, *, ruled: bool) -> Box:
    """One box over another (The TeXbook, appendix G, rule 15)."""
    scale, constants = SCALES[level], signs.constants
    display = level == 0
    axis, thickness = signs.axis * scale, constants.fractionRuleThickness * scale
    if ruled:
        up = constants.fractionNumeratorDisplayStyleShiftUp if display else _NUMERATOR
        down = constants.fractionDenominatorDisplayStyleShiftDown if display else _DENOMINATOR
        gap = constants.fractionNumDisplayStyleGapMin if display else constants.fractionNumeratorGapMin
        up = max(up * scale, axis + thickness / 2 + gap * scale + above.depth)
        down = max(down * scale, below.height + gap * scale + thickness / 2 - axis)
    else:
        up = constants.stackTopDisplayStyleShiftUp if display else constants.stackTopShiftUp
        down = constants.stackBottomDisplayStyleShiftDown if display else constants.stackBottomShiftDown
        gap = (constants.stackDisplayStyleGapMin if display else constants.stackGapMin) * scale
        up, down = up * scale, down * scale
        missing = gap - ((up - above.depth) - (below.height - down))
        if missing > 0:
            up, down = up + missing / 2, down + missing / 2
    width = max(above.width, below.width)
    side = _NULL * scale if ruled else 0.0
    box = Box(width + 2 * side)
    box.put(above, side + (width - above.width) / 2, up)
    if ruled:
        box.rule(side, axis - thickness / 2, width, thickness)
    box.put(below, side + (width - below.width) / 2, -down)
    return box


def rooted(signs: Signs, inner: Box, degree: Box | None, level: int) -> Box:
    """A row under a radical (The TeXbook, appendix G, rule 11)."""
    scale, constants = SCALES[level], signs.constants
    thickness = constants.radicalRuleThickness * scale
    gap = (constants.radicalDisplayStyleVerticalGap if level == 0 else constants.radicalVerticalGap) * scale
    need = inner.height + inner.depth + gap + thickness
    radical = signs.tall("√", need, level)
    spare = radical.height + radical.depth - need
    gap += max(0.0, spare) / 2
    top = inner.height + gap + thickness
    box = Box()
    x = 0.0
    up = top - radical.height
    if degree is not None:
        x = max(0.0, constants.radicalKernBeforeDegree * scale)
        raised = -(radical.depth - up) + 0.6 * (radical.height + radical.depth)
        box.put(degree, x, raised)
        x = max(0.0, x + degree.width + constants.radicalKernAfterDegree * scale)
    box.put(radical, x, up)
    box.rule(x + radical.width, top - thickness, inner.width, thickness)
    box.put(inner, x + radical.width, 0.0)
    box.height = max(box.height, top + thickness)
    box.width = x + radical.width + inner.width
    return box


def bar(signs: Signs, inner: Box, level: int, *, over: bool) -> Box:
    """A row with a rule over or under it."""
    scale = SCALES[level]
    thickness = signs.constants.overbarRuleThickness * scale * 0.7
    box = Box(inner.width)
    box.put(inner, 0.0, 0.0)
    y = inner.height + _BAR_GAP * scale if over else -inner.depth - _BAR_GAP * scale - thickness
    box.rule(0.0, y, inner.width, thickness)
    return box


def braced(signs: Signs, inner: Box, sign: str, level: int, *, over: bool) -> Box:
    """A row with a sign of its width over or under it."""
    mark = signs.wide(sign, inner.width, level)
    width = max(inner.width, mark.width)
    box = Box(width)
    box.put(inner, (width - inner.width) / 2, 0.0)
    gap = _LABEL * SCALES[level]
    y = inner.height + gap + mark.depth if over else -inner.depth - gap - mark.height
    box.put(mark, (width - mark.width) / 2, y)
    return box


def labelled(signs: Signs, sign: str, over: Box, under: Box | None, level: int) -> Box:
    """An arrow that is as long as its labels."""
    scale = SCALES[level]
    longest = max(over.width, under.width if under is not None else 0.0)
    arrow = signs.wide(sign, longest + 600 * scale, level)
    width = max(arrow.width, longest + 600 * scale)
    box = Box(width)
    box.put(arrow, (width - arrow.width) / 2, 0.0)
    top, bottom = arrow.height, arrow.depth
    box.put(over, (width - over.width) / 2, top + _LABEL * scale + over.depth)
    if under is not None:
        box.put(under, (width - under.width) / 2, -bottom - _LABEL * scale - under.height)
    return box


def table(
    signs: Signs, rows: Sequence[Sequence[Box]], align: str, gaps: Sequence[float], leading: float, level: int
) -> Box:
    """Cells in rows and columns, the middle on the axis.

    Args:
        signs: the font.
        rows: the cells.
        align: a letter a column, which begin again.
        gaps: spaces between columns in ems, which begin again.
        leading: the least distance of baselines; a row's strut has seven tenths of it above the baseline.
        level: the style of what is around it.
    """
    columns = max(len(row) for row in rows)
    widths = [max((row[at].width for row in rows if at < len(row)), default=0.0) for at in range(columns)]
    scale = SCALES[max(level, 1)]
    strut = min(leading, 1200 * scale)
    extra = leading - strut
    lefts = [0.0]
    for at, width in enumerate(widths[:-1]):
        lefts.append(lefts[-1] + width + gaps[at % len(gaps)] * 1000 * scale)
    box = Box(lefts[-1] + widths[-1])
    inner = Box()
    y = 0.0
    for number, row in enumerate(rows):
        height = max([0.7 * strut, *[cell.height for cell in row]])
        y -= height + (extra if number else 0.0)
        for at, cell in enumerate(row):
            spare = {"l": 0.0, "c": 0.5, "r": 1.0}[align[at % len(align)]] * (widths[at] - cell.width)
            inner.put(cell, lefts[at] + spare, y)
        y -= max([0.3 * strut, *[cell.depth for cell in row]])
    up = signs.axis * scale - y / 2
    box.put(inner, 0.0, up)
    box.height, box.depth = up, -(y + up)
    return box


def boxed(inner: Box) -> Box:
    """A row in a frame (LaTeX's fboxsep and fboxrule)."""
    white, thickness = 300.0, 40.0
    box = Box(inner.width + 2 * white)
    box.put(inner, white, 0.0)
    bottom, height = -inner.depth - white, inner.height + inner.depth + 2 * white
    box.rule(0.0, bottom, box.width, thickness)
    box.rule(0.0, bottom + height - thickness, box.width, thickness)
    box.rule(0.0, bottom, thickness, height)
    box.rule(box.width - thickness, bottom, thickness, height)
    return box
