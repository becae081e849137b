"""Paragraphs become lines: the breaker chooses, and the chosen words become glyph runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booklet.layout.breaking import BOUNDLESS, Demands, Fit, fit
from booklet.layout.marks import Fill, GlyphRun, Mark
from booklet.text.formulas import Part
from booklet.text.material import Material, make_material
from booklet.text.styles import Shape, Span
from booklet.text.typesetter import Piece, Typesetter

if TYPE_CHECKING:
    from booklet.text.mixed import Mixed

_WITHOUT_HYPHENS: Final = 1.0
"""Tolerance of a try that divides no word (badness 100, as TeX's pretolerance)."""

_SHORT: Final = 400
"""Paragraphs of more characters are not tried without hyphens: that all of their lines come out is too rare."""

_STRICT: Final = 1.26
"""TeX's tolerance (badness 200). Nine paragraphs in ten of a booklet's measure stay within it, in half the time that
the next one takes, and for most of these it is proved that nothing better lies beyond it."""

_WITH_HYPHENS: Final = (2.0, 4.0, 8.0)
"""Tolerances of the tries with hyphens; what the first adds to TeX's is taken only where the demerits are lower in
all."""

_RAGGED: Final = (40.0,)
"""Ragged lines may be as short as they like: the demerits see to it that they are not."""

_LAST_LINE: Final = 0.15
"""A last line should be at least that long, as a share of the measure."""

_PROSE: Final = Demands(adjacent=3000.0, double=3000.0, final=1000.0)
"""Milder than TeX's 10,000, 10,000 and 5,000: more than two hyphens in a row are forbidden anyway, and even spaces
matter more than the look of two neighbouring lines."""

_RAG: Final = Demands(adjacent=0.0)
_DISPLAY: Final = Demands(adjacent=0.0, line=1e5)
"""Balanced lines are first as few as they can be: a line costs more than any badness."""


class Line(NamedTuple):
    """A set line. Runs are relative to the measure's left edge and the baseline; each has the index of its span.

    The spans are those that `Formulas.expanded` makes of the given ones. `width` is what the line fills from that edge,
    in points, `ratio` its adjustment, `hyphenated` tells whether it ends in a hyphen and `over` how far it sticks out
    of the measure, in points. `height` and `depth` are how far its formulas reach from the baseline, and `rules` are
    what they have besides glyphs.
    """

    runs: tuple[tuple[int, GlyphRun], ...]
    width: float
    ratio: float
    hyphenated: bool
    over: float
    height: float = 0.0
    depth: float = 0.0
    rules: tuple[tuple[int, Fill], ...] = ()

    def marks(self, x: float, y: float) -> list[Mark]:
        """All that it shows, its left edge at `x` and its baseline at `y` points."""
        return [*[run.moved(x, y) for _, run in self.runs], *[rule.moved(x, y) for _, rule in self.rules]]


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
        lines = typesetter.paragraphs[key] = _set(typesetter, typesetter.formulas.expanded(spans), shape, measure)
    return lines


def _set(typesetter: Typesetter, spans: Sequence[Span], shape: Shape, measure: float) -> tuple[Line, ...]:
    justified = shape.align == "justify"
    patient = justified and shape.hyphenate and sum(len(span.text) for span in spans) > _SHORT
    material = make_material(typesetter, spans, shape, hyphenate=patient)
    if not material.words:
        return ()
    if justified:
        demands = _PROSE._replace(shortest=_LAST_LINE * measure)
        found = None if patient else fit(material.columns, (measure,), tolerance=_WITHOUT_HYPHENS, demands=demands)
        if found is None:
            if shape.hyphenate and not patient:
                material = make_material(typesetter, spans, shape, hyphenate=True)
            found = _best_fit(material, measure, demands)
    else:
        found = _fit(material, measure, _RAGGED, _DISPLAY if shape.balanced else _RAG)
    job = _Job(typesetter, spans, shape, measure, material)
    starts = (0, *found.breaks[:-1])
    return tuple([_line(job, *line) for line in zip(starts, found.breaks, found.ratios, strict=True)])


def _best_fit(material: Material, measure: float, demands: Demands) -> Fit:
    """The best fit with hyphens within the first of their tolerances that allows one.

    It is looked for within a strict tolerance first. A line looser than that costs at least the square of its badness
    and the line's own demerits, so whatever costs less in all cannot be bettered by one; and what costs more says how
    loose a line of something better can be at most.
    """
    first = _WITH_HYPHENS[0]
    found = fit(material.columns, (measure,), tolerance=_STRICT, demands=demands)
    if found is None:
        return _fit(material, measure, _WITH_HYPHENS, demands)
    loosest = max(0.0, found.demerits**0.5 - demands.line) / 100.0
    if loosest <= _STRICT**3:
        return found
    better = fit(material.columns, (measure,), tolerance=min(first, loosest ** (1 / 3)), demands=demands)
    return found if better is None or found.demerits <= better.demerits else better


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
    ends = _ends(job, start, stop)
    # The middle of a word that is divided twice may differ by a kern from what was measured inside the word.
    natural = columns.end[stop] - columns.begin[start] - indent + sum(end.excess for end in ends.values())
    slack = job.measure - indent - natural
    gap = 0.0
    if shape.align == "justify":
        if slack < 0:
            gap = max(-1.0, slack / shrink) if shrink else -1.0
        elif 0 < stretch < BOUNDLESS / 2:
            gap = slack / stretch
    width = natural + gap * (stretch if gap > 0 else shrink)
    over = indent + width - job.measure
    left = indent
    if shape.align == "right":
        left = job.measure - width
    elif shape.align == "centre":
        left = (job.measure - width) / 2
    closing = job.material.places[stop][1]
    hyphenated = closing is not None and closing.flagged
    parts: list[tuple[int, float, Part]] = []
    if job.material.mixed:
        runs, rules = _mixed_runs(job, job.material.mixed, (start, stop), gap, left, ends, parts)
    else:
        runs = _runs(job, start, stop, gap, left, ends, parts)
        rules = tuple([(span, rule.moved(x, 0.0)) for span, x, part in parts for rule in part.rules])
    line = Line(runs, left + width, ratio, hyphenated, over if over > 0.01 else 0.0)
    if not parts:
        return line
    height, depth = (max(reach) for reach in zip(*[(part.height, part.depth) for _, _, part in parts], strict=True))
    return line._replace(height=height, depth=depth, rules=rules)


def _runs(
    job: _Job,
    start: int,
    stop: int,
    gap: float,
    left: float,
    ends: dict[int, _End],
    parts: list[tuple[int, float, Part]],
) -> tuple[tuple[int, GlyphRun], ...]:
    """The words between two breakpoints as one glyph run for each span, joined by spaces of the adjusted width.

    `parts` gets the formulas among them, each with its span and where it begins.
    """
    words, owners, spaced, spaces, _, places, _ = job.material
    first, opening = places[start]
    if opening is None:
        first += 1
    final = places[stop][0]
    hang = words[first].hang_left if opening is None else opening.hang
    runs: list[tuple[int, GlyphRun]] = []
    x = left - hang
    index = first
    while index <= final:
        span = owners[index]
        face, size, ink, _, _, rise, _, _ = job.spans[span].style
        width, stretch, shrink, separator = spaces[span]
        extra = gap * (stretch if gap > 0 else shrink)
        if extra:
            separator = f"{separator}{-extra * 1000 / size:.1f}"
        operands: list[str] = []
        texts: list[str] = []
        advance = 0.0
        if job.spans[span].formula is not None:
            part = job.typesetter.formulas.part(job.spans[span], *_cuts(job, index, start, stop))
            parts.append((span, x, part))
            runs += [(span, run.moved(x, 0.0)) for run in part.runs]
            x += part.width
            index += 1
            if index <= final and spaced[index - 1]:
                advance = width + extra
                operands, texts = [separator], [" "]
        # Hot: once for every word of the book.
        while index <= final and owners[index] == span:
            text, own, operand, _, _, _ = words[index]
            if index in ends:
                text, own, operand = ends[index].piece
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
        if texts:
            runs.append((span, GlyphRun(x, -rise, face, size, ink, "".join(operands), "".join(texts), advance)))
        x += advance
    return tuple(runs)


def _cuts(job: _Job, index: int, start: int, stop: int) -> tuple[int, int]:
    """Between which of its cuts a line shows the formula that is a word."""
    opened, opening = job.material.places[start]
    closed, closing = job.material.places[stop]
    begins = opening.offset if opening and opened == index else 0
    return begins, closing.offset if closing and closed == index else -1


def _mixed_runs(
    job: _Job,
    mixed: Mixed,
    breaks: tuple[int, int],
    gap: float,
    left: float,
    ends: dict[int, _End],
    parts: list[tuple[int, float, Part]],
) -> tuple[tuple[tuple[int, GlyphRun], ...], tuple[tuple[int, Fill], ...]]:
    """The units between two breakpoints as glyph runs, as they are seen, and the rules of formulas among them.

    `left` is where the line begins, from the edge where lines of its paragraph begin: the book's, or its
    own. `parts` gets the formulas.
    """
    # Imported here because few books hold such paragraphs.
    from booklet.text.visual import Stretch, visual_runs  # noqa: PLC0415

    (first, opening), (last, closing) = (job.material.places[at] for at in breaks)
    if opening is None:
        first += 1
    formulas = {
        index: job.typesetter.formulas.part(mixed.spans[mixed.items[index].span], *_cuts(job, index, *breaks))
        for index in range(first, last + 1)
        if mixed.spans[mixed.items[index].span].formula is not None
    }
    parts += [(0, 0.0, part) for part in formulas.values()]
    joint = mixed.items[last].joint
    trailing = closing is None and last < len(mixed.items) - 1 and bool(joint.operand)
    hang = mixed.items[first].word.hang_left if opening is None else opening.hang
    shown = Stretch(first, last, {index: end.piece for index, end in ends.items()}, formulas, gap, trailing)
    runs, rules, width = visual_runs(mixed, shown)
    from_right = bool(mixed.base) if job.shape.own == "side" else job.typesetter.rtl
    if from_right != bool(mixed.base):
        hang = 0.0
    begin = job.measure - left + hang - width if from_right else left - hang
    runs = [(span, run.moved(begin, 0.0)) for span, run in runs]
    rules = [(span, rule.moved(begin, 0.0)) for span, rule in rules]
    if job.typesetter.rtl:
        # All places in such a book are counted from its right edge, until its pages are final.
        runs = [(span, run._replace(x=job.measure - run.x - run.width)) for span, run in runs]
        rules = [(span, rule._replace(x=job.measure - rule.x - rule.width)) for span, rule in rules]
    return tuple(runs), tuple(rules)


class _End(NamedTuple):
    """The part of a divided word that a line shows, and by how much it is longer than it was taken for."""

    piece: Piece
    excess: float


def _ends(job: _Job, start: int, stop: int) -> dict[int, _End]:
    """The parts of words at the ends of a line, by the words' indexes; whole words are not among them."""
    words, owners, places = job.material.words, job.material.owners, job.material.places
    opened, opening = places[start]
    closed, closing = places[stop]
    ends: dict[int, _End] = {}
    for index in {opened, closed}:
        begins = opening if index == opened else None
        stops = closing if index == closed else None
        if (begins is None and stops is None) or _spans(job)[owners[index]].formula is not None:
            continue
        text, advance = words[index].text, words[index].advance
        shown = text[begins.offset if begins else 0 : stops.offset if stops else len(text)]
        taken = (stops.left if stops else advance) - (advance - begins.right if begins else 0.0)
        style = _spans(job)[owners[index]].style
        piece = job.typesetter.piece(style, shown, hyphen=stops is not None and stops.hyphen)
        ends[index] = _End(piece, piece.advance - taken)
    return ends


def _spans(job: _Job) -> Sequence[Span]:
    """The spans that words belong to."""
    return job.material.mixed.spans if job.material.mixed else job.spans
