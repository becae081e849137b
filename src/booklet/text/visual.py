"""Lines of mixed paragraphs as one sees them: units from left to right, and the glyph runs that they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from booklet.layout.marks import GlyphRun
from booklet.text.bidi import visual_order
from booklet.text.faces import FACE_MARK, change_of_face, face_and_scale
from booklet.text.mixed import Mixed
from booklet.text.typesetter import Piece

_LENT_WHOLE: Final = 4
"""So many marks are in the operand of a part that another face has lent whole: around its name, and on the way back."""


class _Part(NamedTuple):
    """A unit, or what is between two: its place in logical order, level and width, its operand, and what it says.

    `move` is how far a space without a glyph moves what follows, in points.
    """

    number: int
    level: int
    width: float
    span: int
    operand: str
    text: str
    move: float = 0.0


class Stretch(NamedTuple):
    """What of a mixed paragraph a line shows: the units from `first` to `last`, of which `ends` are shown in part.

    `gap` is the adjustment of what is between them; a `trailing` line ends in a space that is not seen.
    """

    first: int
    last: int
    ends: Mapping[int, Piece]
    gap: float
    trailing: bool


def visual_runs(mixed: Mixed, stretch: Stretch, left: float) -> tuple[tuple[tuple[int, GlyphRun], ...], float]:
    """The glyph runs of a line, each with its span's index, from the left edge of what is seen; and their width.

    Args:
        mixed: the paragraph.
        stretch: what the line shows.
        left: where it begins, in points.
    """
    parts = list(_parts(mixed, stretch))
    width = sum(part.width for part in parts)
    if stretch.trailing:
        joint, span = mixed.items[stretch.last].joint, mixed.items[stretch.last].span
        parts.append(_Part(len(parts), mixed.base, joint.width, span, joint.operand, " "))
        left -= joint.width if mixed.base else 0.0
    order = [parts[at] for at in visual_order([part.level for part in parts])]
    runs: list[tuple[int, GlyphRun]] = []
    x = left
    for group in _together(order):
        run = _run(mixed, group, x)
        runs.append((mixed.origins[group[0].span], run))
        x += run.width
    return tuple(runs), width


def _parts(mixed: Mixed, stretch: Stretch) -> Iterator[_Part]:
    number = 0
    for index in range(stretch.first, stretch.last + 1):
        word, _, span, level, joint = mixed.items[index]
        piece = stretch.ends.get(index)
        text, width, operand = (word.text, word.advance, word.operand) if piece is None else piece
        yield _Part(number, level, width, span, operand, text)
        number += 1
        if index < stretch.last:
            extra = stretch.gap * (joint.stretch if stretch.gap > 0 else joint.shrink)
            move = extra if joint.operand else joint.width + extra
            if joint.operand or move:
                yield _Part(number, joint.level, joint.width + extra, span, joint.operand, joint.says, move)
                number += 1


def _together(order: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Neighbours that become one run: of one span, and in one direction."""
    group: list[_Part] = []
    for part in order:
        if group and (group[-1].span != part.span or group[-1].level != part.level):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _run(mixed: Mixed, group: Sequence[_Part], x: float) -> GlyphRun:
    face, size, ink, _, _, rise, _, _ = mixed.spans[group[0].span].style
    operand = _joined(group, face, size)
    text = "".join([part.text for part in sorted(group)])
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
