"""Paragraphs become lines: the breaker chooses, and the chosen words become glyph runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.layout.breaking import BOUNDLESS, Demands, Fit, fit
from booklet.layout.marks import GlyphRun
from booklet.text.material import Material, make_material
from booklet.text.styles import Shape, Span
from booklet.text.typesetter import Typesetter

_WITHOUT_HYPHENS: Final = 1.0
"""Tolerance of the first try, which divides no word (badness 100, as TeX's pretolerance)."""

_WITH_HYPHENS: Final = (1.26, 2.0, 4.0, 8.0)
"""Tolerances of the further tries; 1.26 is badness 200, as TeX's tolerance."""

_RAGGED: Final = (40.0,)
"""Ragged lines may be as short as they like: the demerits see to it that they are not."""

_LAST_LINE: Final = 0.15
"""A last line should be at least that long, as a share of the measure."""

_PROSE: Final = Demands()
_RAG: Final = Demands(adjacent=0.0)
_DISPLAY: Final = Demands(adjacent=0.0, line=1e5)
"""Balanced lines are first as few as they can be: a line costs more than any badness."""


class Line(NamedTuple):
    """A set line. Runs are relative to the measure's left edge and the baseline; each has the index of its span.

    `width` is what the line fills from that edge, in points, `ratio` its adjustment, `hyphenated` tells whether it ends
    in a hyphen and `over` how far it sticks out of the measure, in points.
    """

    runs: tuple[tuple[int, GlyphRun], ...]
    width: float
    ratio: float
    hyphenated: bool
    over: float


class _Job(NamedTuple):
    typesetter: Typesetter
    spans: Sequence[Span]
    shape: Shape
    measure: float
    material: Material


def set_paragraph(typesetter: Typesetter, spans: Sequence[Span], shape: Shape, measure: float) -> tuple[Line, ...]:
    """Set a paragraph to a measure, remembered by content.

    Args:
        typesetter: shapes the words.
        spans: the text; a newline forces a line break, and spaces at a span's ends count.
        shape: alignment, leading, indents.
        measure: the width in points.

    Returns:
        The lines, top to bottom; none for a paragraph without words.
    """
    key = (tuple(spans), shape, measure)
    lines = typesetter.paragraphs.get(key)
    if lines is None:
        lines = typesetter.paragraphs[key] = _set(typesetter, spans, shape, measure)
    return lines


def _set(typesetter: Typesetter, spans: Sequence[Span], shape: Shape, measure: float) -> tuple[Line, ...]:
    material = make_material(typesetter, spans, shape, hyphenate=False)
    if not material.words:
        return ()
    if shape.align != "justify":
        found = _fit(material, measure, _RAGGED, _DISPLAY if shape.balanced else _RAG)
    else:
        demands = _PROSE._replace(shortest=_LAST_LINE * measure)
        quick = fit(material.columns, (measure,), tolerance=_WITHOUT_HYPHENS, demands=demands)
        if quick is None and shape.hyphenate:
            material = make_material(typesetter, spans, shape, hyphenate=True)
        found = quick or _fit(material, measure, _WITH_HYPHENS, demands)
    job = _Job(typesetter, spans, shape, measure, material)
    starts = (0, *found.breaks[:-1])
    return tuple([_line(job, *line) for line in zip(starts, found.breaks, found.ratios, strict=True)])


def _fit(material: Material, measure: float, tolerances: Sequence[float], demands: Demands) -> Fit:
    """The best fit within the first of the tolerances that allows one, or failing all, one with overfull lines."""
    for tolerance in tolerances:
        found = fit(material.columns, (measure,), tolerance=tolerance, demands=demands)
        if found:
            return found
    found = fit(material.columns, (measure,), tolerance=tolerances[-1], demands=demands, desperate=True)
    assert found is not None, "a desperate fit always finds a way"  # noqa: S101
    return found


def _line(job: _Job, start: int, stop: int, ratio: float) -> Line:
    """The line between two breakpoints."""
    columns, shape = job.material.columns, job.shape
    stretch = columns.end_stretch[stop] - columns.begin_stretch[start]
    shrink = columns.end_shrink[stop] - columns.begin_shrink[start]
    indent = shape.hanging if start else shape.indent
    natural = columns.end[stop] - columns.begin[start] - indent
    gap = max(-1.0, ratio)
    if shape.align != "justify" or stretch > BOUNDLESS / 2:
        gap = min(0.0, gap)
    width = natural + gap * (stretch if gap > 0 else shrink)
    over = indent + width - job.measure
    left = indent
    if shape.align == "right":
        left = job.measure - width
    elif shape.align == "centre":
        left = (job.measure - width) / 2
    closing = job.material.places[stop][1]
    hyphenated = closing is not None and closing.flagged
    return Line(_runs(job, start, stop, gap, left), left + width, ratio, hyphenated, over if over > 0.01 else 0.0)


def _runs(job: _Job, start: int, stop: int, gap: float, left: float) -> tuple[tuple[int, GlyphRun], ...]:
    """The words between two breakpoints as one glyph run for each span, joined by spaces of the adjusted width."""
    words, owners, spaced, spaces, _, places = job.material
    first, opening = places[start]
    if opening is None:
        first += 1
    final = places[stop][0]
    hang = words[first].hang_left if opening is None else opening.right.hang
    runs: list[tuple[int, GlyphRun]] = []
    x = left - hang
    index = first
    while index <= final:
        span = owners[index]
        face, size, ink, _, _ = job.spans[span].style
        width, stretch, shrink, separator = spaces[span]
        extra = gap * (stretch if gap > 0 else shrink)
        if extra:
            separator = f"{separator}{-extra * 1000 / size:.1f}"
        operands: list[str] = []
        texts: list[str] = []
        advance = 0.0
        # Hot: once for every word of the book.
        while index <= final and owners[index] == span:
            if first < index < final:
                text, own, operand, _, _, _ = words[index]
            else:
                own, operand, text = _end_piece(job, index, start, stop)
            advance += own
            operands.append(operand)
            texts.append(text)
            index += 1
            if index <= final and spaced[index - 1]:
                advance += width + extra
                operands.append(separator)
                texts.append(" ")
        if index > final and spaced[final] and places[stop][1] is None and final < len(words) - 1:
            # A space at the line's end parts its last word from the next line's first (ISO 32000-1, 14.8.2.5).
            operands.append(spaces[span].operand)
            texts.append(" ")
        runs.append((span, GlyphRun(x, 0.0, face, size, ink, "".join(operands), "".join(texts), advance)))
        x += advance
    return tuple(runs)


def _end_piece(job: _Job, index: int, start: int, stop: int) -> tuple[float, str, str]:
    """What a line shows of its first or last word: advance, operand and text of the whole word or of a part."""
    word, style = job.material.words[index], job.spans[job.material.owners[index]].style
    opened, opening = job.material.places[start]
    closed, closing = job.material.places[stop]
    if opening is not None and opened == index:
        if closing is not None and closed == index:
            middle = word.text[opening.offset : closing.offset]
            piece = job.typesetter.piece(style, middle, hyphen=closing.hyphen)
        else:
            piece = opening.right
    elif closing is not None and closed == index:
        piece = closing.left
    else:
        return word.advance, word.operand, word.text
    return piece.advance, piece.operand, piece.text
