"""Paragraphs of several directions, or in scripts without spaces, are cut into units.

Such a paragraph is cut finer than others: a unit is a stretch of one span, of one direction, that no line ends in.
Units become words like any others; what is between them is a space of its own kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.layout.breaking import FORCED
from booklet.text.bidi import first_strong, levels
from booklet.text.phrases import Unit, seam, units
from booklet.text.scripts import has_rtl, has_spaceless, is_rtl, kind_of, runs_rtl
from booklet.text.styles import NO_LANGUAGE, Shape, Span
from booklet.text.typesetter import SPACE_SHRINK, SPACE_STRETCH, Typesetter, Word

_OPEN: Final = ("\u2066", "\u2067")
_CLOSE: Final = "\u2069"
"""Characters around a text whose direction is its own (LRI or RLI, and PDI)."""

_OBJECT: Final = "\ufffc"
"""What stands for a formula: a character without a direction."""

_CORE: Final = re.compile(r"[\s,;:·–—|/、，،؛]*(.*?)[\s,;:·–—|/、，،؛]*", re.DOTALL)
"""What a span says, between the signs that part it from its neighbours."""

_TOKENS: Final = re.compile(r"[^ \n]+|[ \n]+")


class Joint(NamedTuple):
    """What is between two units: its width, stretch and shrink in points, and what it says, a space or nothing.

    `price` is what it costs to end a line there, None where that is forbidden. `level` is its direction's.
    """

    width: float = 0.0
    stretch: float = 0.0
    shrink: float = 0.0
    price: float | None = None
    says: str = ""
    operand: str = ""
    level: int = 0


class Item(NamedTuple):
    """A unit: the word that it has become, its span by index, its level, and what follows it."""

    word: Word
    token: str
    span: int
    level: int
    joint: Joint


class Mixed(NamedTuple):
    """A paragraph's units in logical order.

    `spans` are finer than the paragraph's own, and `origins` says of which of these each is a part. `base` is the
    paragraph's level, 0 or 1.
    """

    items: list[Item]
    spans: list[Span]
    origins: list[int]
    base: int


def base_of(typesetter: Typesetter, spans: Sequence[Span], shape: Shape) -> int:
    """The level of a paragraph: the book's, or that of most of its letters if it has its own direction."""
    if not shape.own or not spans:
        return int(typesetter.rtl)
    return int(runs_rtl("".join([span.text for span in spans]), beside=_beside(typesetter, spans[0])))


def _beside(typesetter: Typesetter, span: Span) -> bool:
    """Whether the language of a span runs from right to left; code is in none."""
    language = span.style.language
    return is_rtl(language) if language and language != NO_LANGUAGE else typesetter.rtl


def mix(typesetter: Typesetter, spans: Sequence[Span], shape: Shape, *, hyphenate: bool) -> Mixed:
    """Cut a paragraph into units and shape them.

    Args:
        typesetter: shapes the words.
        spans: the text; a newline forces a line break.
        shape: whether its lines are justified, and whose direction it has.
        hyphenate: let words be divided.
    """
    base = base_of(typesetter, spans, shape)
    depths = _levels(typesetter, spans, base)
    items: list[Item] = []
    finer: list[Span] = []
    origins: list[int] = []
    for index, (span, depth) in enumerate(zip(spans, depths, strict=True)):
        plain: dict[bool, int] = {}
        if span.formula is not None:
            # A formula runs from left to right, whatever it stands in.
            level = depth[0] + depth[0] % 2
            items.append(Item(typesetter.formula_word(span.style, span.formula), "", len(finer), level, Joint()))
            finer.append(span)
            origins.append(index)
            continue
        for found in _TOKENS.finditer(span.text):
            token, at = found[0], found.start()
            if token.isspace():
                if items:
                    # As wide as the spaces of what is before it, whose run it is in.
                    before = finer[items[-1].span]
                    items[-1] = items[-1]._replace(joint=_space(typesetter, before, depth[at], forced="\n" in token))
                continue
            if items and at == 0:
                items[-1] = _met(items[-1], finer[items[-1].span], token, depth[0], shape)
            for text, level, joint in _units(token, depth[at : at + len(token)], typesetter, span, shape):
                rtl = bool(level % 2)
                if rtl not in plain:
                    plain[rtl] = len(finer)
                    finer.append(span._replace(style=span.style._replace(rtl=True)) if rtl else span)
                    origins.append(index)
                word = typesetter.word(finer[plain[rtl]].style, text, hyphenate=hyphenate)
                items.append(Item(word, text, plain[rtl], level, joint))
    if len(items) > 1 and _is_left_over(items[-1].token, items[-2].joint):
        items[-2] = items[-2]._replace(joint=items[-2].joint._replace(price=None))
    if items:
        end = Joint(price=FORCED, level=base)
        last = items[-1]
        word = typesetter.word(finer[last.span].style, last.token) if last.token else last.word
        items[-1] = last._replace(word=word, joint=last.joint if last.joint.price == FORCED else end)
    return Mixed(items, finer, origins, base)


def _is_left_over(token: str, joint: Joint) -> bool:
    """Whether the end of a paragraph behind a joint is but one character of Chinese or Japanese and its full stop.

    Source: W3C, Requirements for Japanese Text Layout, 3.8.1, on last lines of one character.
    """
    alone = kind_of(token[0]) == "han" and sum(map(str.isalpha, token)) == 1
    return alone and joint.price != FORCED and not joint.says


def _levels(typesetter: Typesetter, spans: Sequence[Span], base: int) -> list[list[int]]:
    """The levels of the characters of each span.

    Spans that stand for themselves are isolated, so that they do not turn what is beside them.
    """
    text = ""
    starts = []
    for span in spans:
        said = span.text.replace("\n", " ") if span.formula is None else _OBJECT * len(span.text)
        if span.flows or _is_range(said):
            starts.append((len(text), len(said), len(said)))  # nothing isolated
            text += said
            continue
        core = _CORE.fullmatch(said)
        begin, end = core.span(1) if core else (0, len(said))
        starts.append((len(text), begin, end))
        within = said[begin:end]
        rtl = any(map(str.isalpha, within)) and runs_rtl(within, beside=_beside(typesetter, span))
        text += f"{said[:begin]}{_OPEN[rtl]}{within}{_CLOSE}{said[end:]}"
    if not has_rtl(text) and not base:
        return [[0] * len(span.text) for span in spans]
    depth = levels(text, base)
    out = []
    for (start, begin, end), span in zip(starts, spans, strict=True):
        if begin == len(span.text):
            out.append(depth[start : start + len(span.text)])
            continue
        inner = start + begin + 1
        outer = inner + (end - begin) + 1
        after = len(span.text) - end
        out.append([*depth[start : start + begin], *depth[inner : outer - 1], *depth[outer : outer + after]])
    return out


def _is_range(text: str) -> bool:
    """Whether a text is a range of numbers or times, which runs as what is around it does."""
    return "–" in text and first_strong(text) is None


def _space(typesetter: Typesetter, span: Span, level: int, *, forced: bool) -> Joint:
    width, stretch, shrink, operand = typesetter.space(span.style)
    return Joint(width, stretch, shrink, FORCED if forced else 0.0, " ", operand, level)


def _met(item: Item, span: Span, token: str, level: int, shape: Shape) -> Item:
    """The last unit of a span, whose line may end after it if the next span's token lets it."""
    if item.joint.price is not None or item.level != level:
        return item
    unit = seam(item.token, token, display=shape.align != "justify")
    return item if unit is None else item._replace(joint=_between(unit, span, level))


def _between(unit: Unit, span: Span, level: int) -> Joint:
    """What is between a unit of a span and the next one, on a line."""
    width, give = unit.apart * span.style.size, unit.give * span.style.size
    return Joint(width, give + width * SPACE_STRETCH, width * SPACE_SHRINK, unit.price, level=level)


def _units(
    token: str, depth: Sequence[int], typesetter: Typesetter, span: Span, shape: Shape
) -> Iterator[tuple[str, int, Joint]]:
    """The units of a token, each of one level, and what follows it within the token."""
    language = span.style.language or typesetter.language
    display = shape.align != "justify"
    parts = units(token, language, display=display) if has_spaceless(token) else [None]
    at = 0
    for part in parts:
        text = token[at:] if part is None else part.text
        start = 0
        for stop in range(1, len(text) + 1):
            level = depth[at + start]
            if stop < len(text) and depth[at + stop] == level:
                continue
            joint = Joint(level=level)
            if stop == len(text) and part is not None and part.price is not None:
                joint = _between(part, span, level)
            yield text[start:stop], level, joint
            start = stop
        at += len(text)
