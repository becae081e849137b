"""Lines of mixed paragraphs as one sees them: units from left to right, and the glyph runs that they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from booklet.layout.marks import Fill, GlyphRun
from booklet.text.bidi import visual_order
from booklet.text.formulas import Part
from booklet.text.mixed import Mixed
from booklet.text.operands import FACE_MARK, change_of_face, face_and_scale
from booklet.text.typesetter import Piece

_LENT_WHOLE: Final = 4
"""So many marks are in the operand of a part that another face has lent whole: around its name, and on the way back."""


class _Part(NamedTuple):
    """A unit, or what is between two: its place in logical order, level and width, its operand, and what it says.

    `move` is how far a space without a glyph moves what follows, in points. A `formula` stands for itself.
    """

    number: int
    level: int
    width: float
    span: int
    operand: str
    text: str
    move: float = 0.0
    formula: Part | None = None


class Stretch(NamedTuple):
    """What of a mixed paragraph a line shows: the units from `first` to `last`, of which `ends` are shown in part.

    `formulas` are the units among them that are one, by index. `gap` is the adjustment of what is between them; a
    `trailing` line ends in a space that is not seen.
    """

    first: int
    last: int
    ends: Mapping[int, Piece]
    formulas: Mapping[int, Part]
    gap: float
    trailing: bool


def visual_runs(mixed: Mixed, stretch: Stretch) -> tuple[list[tuple[int, GlyphRun]], list[tuple[int, Fill]], float]:
    """The glyph runs of a line and the rules of its formulas, each with its span's index, and their width.

    All begin at 0, but for a space that is not seen, which lies beyond the end.

    Args:
        mixed: the paragraph.
        stretch: what the line shows.
    """
    parts = list(_parts(mixed, stretch))
    width = sum(part.width for part in parts)
    x = 0.0
    if stretch.trailing:
        joint, span = mixed.items[stretch.last].joint, mixed.items[stretch.last].span
        parts.append(_Part(len(parts), mixed.base, joint.width, span, joint.operand, " "))
        x = -joint.width if mixed.base else 0.0
    order = [parts[at] for at in visual_order([part.level for part in parts])]
    runs: list[tuple[int, GlyphRun]] = []
    rules: list[tuple[int, Fill]] = []
    for group in _together(order):
        origin, formula = mixed.origins[group[0].span], group[0].formula
        if formula is None:
            run = _run(mixed, group, x)
            runs.append((origin, run))
            x += run.width
            continue
        runs += [(origin, run.moved(x, 0.0)) for run in formula.runs]
        rules += [(origin, rule.moved(x, 0.0)) for rule in formula.rules]
        x += formula.width
    return runs, rules, width


def _parts(mixed: Mixed, stretch: Stretch) -> Iterator[_Part]:
    number = 0
    for index in range(stretch.first, stretch.last + 1):
        word, _, span, level, joint = mixed.items[index]
        piece = stretch.ends.get(index)
        text, width, operand = (word.text, word.advance, word.operand) if piece is None else piece
        formula = stretch.formulas.get(index)
        yield _Part(number, level, formula.width if formula else width, span, operand, text, 0.0, formula)
        number += 1
        if index < stretch.last:
            extra = stretch.gap * (joint.stretch if stretch.gap > 0 else joint.shrink)
            move = extra if joint.operand else joint.width + extra
            if joint.operand or move:
                yield _Part(number, joint.level, joint.width + extra, span, joint.operand, joint.says, move)
                number += 1


def _together(order: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Neighbours that become one run: of one span, and in one direction; formulas stay alone."""
    group: list[_Part] = []
    for part in order:
        alike = group and (group[-1].span, group[-1].level) == (part.span, part.level)
        if group and not (alike and part.formula is None and group[-1].formula is None):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _run(mixed: Mixed, group: Sequence[_Part], x: float) -> GlyphRun:
    face, size, ink, _, _, rise, _, _ = mixed.spans[group[0].span].style
    operand = _joined(group, face, size)
    text = "".join([part.text for part in sorted(group, key=attrgetter("number"))])
    return GlyphRun(x, -rise, face, size, ink, operand, text, sum([part.width for part in group]))


def _joined(group: Sequence[_Part], face: str, size: float) -> str:
    """The operands of parts as one, in which the face does not change between parts that the same one has lent."""
    back = change_of_face(face)
    operand, there, scale = "", "", 1.0
    for part in group:
        own = part.operand
        if own.count(FACE_MARK) == _LENT_WHOLE and own.endswith(back) and own.startswith("]"):
            begin = own.index("[") + 1
            if own[:begin] != there:
                operand += (back if there else "") + own[:begin]
                there = own[:begin]
                scale = face_and_scale(there.split(FACE_MARK)[1])[1]
            operand += own[begin : -len(back)]
        elif own:
            operand += (back if there else "") + own
            there, scale = "", 1.0
        if part.move:
            operand += f"{-part.move * 1000 / (size * scale):.1f}"
    return operand + (back if there else "")
