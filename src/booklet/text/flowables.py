"""Flowables: matter that becomes slices of a galley when it is given a measure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Final, NamedTuple, Protocol

from booklet.errors import Fault, Place
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.layout.marks import Anchor, GlyphRun, Link, Mark
from booklet.layout.mirroring import turn_contents
from booklet.layout.pages import Content
from booklet.text.formula_room import room_for
from booklet.text.maths import plain
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import Shape, Span
from booklet.text.typesetter import Typesetter

INSIDE: Final = 40.0
"""What it costs to end a page inside a paragraph: less than a page that falls short by three lines."""


class Flowable(Protocol):
    """Anything that can be set to a measure."""

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """Set it to `measure` points."""
        ...


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text as lines, one slice a line.

    At least `first` lines stay together at the top and `last` at the end, so that there are no widows or orphans; no
    page ends in a divided word. `keep` forbids a page break after the paragraph. `before` is kept white above it even
    at a page's top, `gap` and `give` are the space after it, `left` and `right` indent all lines; all in points. An
    `element` of None makes an artifact. `where` tells where the text comes from, if a line does not fit.
    """

    spans: tuple[Span, ...]
    shape: Shape
    element: Element | None
    gap: float = 0.0
    give: float = 0.0
    keep: bool = False
    before: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: int = 2
    last: int = 2
    where: Callable[[], Place | None] | None = None

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """Set it to `measure` points, indents included."""
        spans = typesetter.formulas.expanded(self.spans)
        lines = set_paragraph(typesetter, spans, self.shape, measure - self.left - self.right)
        leading = self.shape.leading
        elements = leaves(self.element, spans)
        room = room_for(lines, spans, leading)
        out: list[Slice] = []
        count = len(lines)
        before = self.before
        for index, (line, (above, below)) in enumerate(zip(lines, room, strict=True), start=1):
            before += above
            contents = place_line(line, spans, elements, self.left, before + leading * self.shape.baseline, leading)
            faults = (overfull(line, self.where),) if line.over else ()
            if index == count:
                penalty = FORBIDDEN if self.keep else 0.0
                height = before + leading + below
                out.append(Slice(height, contents, self.gap, self.give, penalty, faults, self.where))
            else:
                apart = index < self.first or count - index < self.last or line.hyphenated
                penalty = FORBIDDEN if apart else INSIDE
                out.append(Slice(before + leading, contents, 0.0, 0.0, penalty, faults, self.where))
            before = 0.0
        return out


class Cell(NamedTuple):
    """A stack of paragraphs in a row, `x` points from its left edge and `width` wide."""

    x: float
    width: float
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side that no page break cuts, in one slice.

    The height is that of the tallest cell, `above` and `below` it included, rounded up to a whole number of `unit`
    points; `ground` makes the artifacts behind it (a tint, a rule) when width and height are known.
    """

    cells: tuple[Cell, ...]
    unit: float
    above: float = 0.0
    below: float = 0.0
    gap: float = 0.0
    give: float = 0.0
    penalty: float = 0.0
    ground: Callable[[float, float], Sequence[Mark]] | None = None
    anchors: tuple[Mark, ...] = ()

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """Set it to `measure` points."""
        contents: list[Content] = []
        faults: list[Fault] = []
        tallest = 0.0
        for cell in self.cells:
            y = self.above
            for paragraph in cell.paragraphs:
                for part in paragraph.slices(typesetter, cell.width):
                    contents += [content.moved(cell.x, y) for content in part.contents]
                    faults += part.faults
                    y += part.height + part.gap
            tallest = max(tallest, y)
        height = math.ceil((tallest + self.below) / self.unit - 1e-6) * self.unit
        back = tuple(self.ground(measure, height)) if self.ground else ()
        artifacts = [Content(None, back + self.anchors)] if back or self.anchors else []
        where = next((text.where for cell in self.cells for text in cell.paragraphs if text.where), None)
        return [Slice(height, (*artifacts, *contents), self.gap, self.give, self.penalty, tuple(faults), where)]


@dataclass(frozen=True, slots=True)
class Block:
    """Ready-made contents of a known height, such as a picture; `contents` are relative to its top left corner."""

    height: float
    contents: tuple[Content, ...] = ()
    gap: float = 0.0
    penalty: float = 0.0
    faults: tuple[Fault, ...] = ()

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:  # noqa: ARG002 - it is set already
        """It as the one slice that it is."""
        return [Slice(self.height, self.contents, self.gap, 0.0, self.penalty, self.faults)]


@dataclass(frozen=True, slots=True)
class Beside:
    """Something at the left of text: a label, a portrait. Pages may break between the text's lines.

    `side` is at the top left and `side_height` high; the lines beside it stay together. The text begins `left`
    from the edge, with `above` and `below` white around everything, all in points. `ground` is behind the first line,
    relative to the top left corner; it is told the measure. What is `turned` has its side at the other edge.
    """

    side: tuple[Content, ...]
    side_height: float
    body: tuple[Flowable, ...]
    left: float
    above: float = 0.0
    below: float = 0.0
    ground: Callable[[float], Sequence[Mark]] | None = None
    turned: bool = False

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """Set it to `measure` points."""
        body = [part for text in self.body for part in text.slices(typesetter, measure - self.left)] or [Slice(0.0)]
        body[0] = body[0]._replace(height=body[0].height + self.above)
        heights = list(accumulate(part.height + part.gap for part in body))
        missing = max(0.0, self.above + self.side_height - heights[-1])
        body[-1] = body[-1]._replace(height=body[-1].height + missing + self.below)
        marks = tuple(self.ground(measure)) if self.ground else ()
        artifacts = (Content(None, marks),) if marks else ()
        left, side = (0.0, turn_contents(self.side, measure)) if self.turned else (self.left, self.side)
        out = []
        for at, (part, bottom) in enumerate(zip(body, heights, strict=True)):
            down = self.above if at == 0 else 0.0
            contents = tuple([content.moved(left, down) for content in part.contents])
            if at == 0:
                contents = (*artifacts, *[content.moved(0.0, down) for content in side], *contents)
            held = bottom < self.above + self.side_height - 1.0 and at + 1 < len(body)
            out.append(part._replace(contents=contents, penalty=FORBIDDEN if held else part.penalty))
        return out


def leaves(element: Element | None, spans: Sequence[Span]) -> Sequence[Element | None]:
    """The structure element of each span: the paragraph's own, unless a link makes children necessary.

    A paragraph that is set again has its children already.
    """
    if element is None or not any(span.link or span.formula is not None for span in spans):
        return [element] * len(spans)
    if element.children:
        return element.children
    return [_leaf(element, span) for span in spans]


def _leaf(element: Element, span: Span) -> Element:
    """The child of an element that holds a span; a link holds a formula inside."""
    if span.formula is None:
        return element.add("Link" if span.link else "Span")
    if not span.link:
        return element.add("Formula", alt=span.formula.source)
    link = element.add("Link")
    link.add("Formula", alt=span.formula.source)
    return link


def place_line(
    line: Line, spans: Sequence[Span], elements: Sequence[Element | None], x: float, y: float, leading: float
) -> tuple[Content, ...]:
    """A line's runs as contents: its left edge at `x`, its baseline at `y` points, links over the whole leading.

    `spans` are expanded (`Formulas.expanded`), and `elements` has one for each; where that holds text, too, a formula
    gets an element of its own, for `parted`.
    """
    contents: list[Content] = []
    for index, shown in _marks(line, x, y):
        marks = shown
        span, element = spans[index], elements[index]
        if span.formula is not None and element is not None and element.role != "Formula" and not element.children:
            element = Element("Formula", alt=span.formula.source)
        elif span.link:
            link = _link(marks, span, y, leading)
            inner = element.children[0] if element is not None and element.children else element
            if inner is not element:
                contents += [Content(inner, marks), Content(element, (link,))]
                continue
            marks = (*marks, link)
        if contents and contents[-1].element is element:
            contents[-1] = Content(element, contents[-1].marks + marks)
        else:
            contents.append(Content(element, marks))
    return tuple(contents)


def _marks(line: Line, x: float, y: float) -> Iterator[tuple[int, tuple[Mark, ...]]]:
    """A line's runs, each with its span's index; those of a formula together, with its rules."""
    if not line.height:
        for index, run in line.runs:
            yield index, (run.moved(x, y),)
        return
    for index, group in groupby(line.runs, lambda pair: pair[0]):
        rules = [rule.moved(x, y) for owner, rule in line.rules if owner == index]
        yield index, (*[run.moved(x, y) for _, run in group], *rules)


def parted(contents: Sequence[Content], leaf: Element | None) -> list[Content]:
    """Contents of an element; if there are formulas among them, these and the text around them become its children."""
    if leaf is None or not any(element is not None and element.role == "Formula" for element, _ in contents):
        return list(contents)
    out: list[Content] = []
    for element, marks in contents:
        if element is leaf:
            shown = tuple([mark for mark in marks if not isinstance(mark, Link | Anchor)])
            out += [Content(leaf.add("Span"), shown)] if shown else []
            out += [Content(leaf, (mark,)) for mark in marks if isinstance(mark, Link | Anchor)]
            continue
        if element is not None and element.role == "Formula":
            leaf.children.append(element)
        out.append(Content(element, marks))
    return out


def joined(contents: Sequence[Content]) -> list[Content]:
    """Contents of which no two neighbours belong to one element."""
    runs = [(element, list(run)) for element, run in groupby(contents, attrgetter("element"))]
    return [Content(element, tuple([mark for content in run for mark in content.marks])) for element, run in runs]


def _link(marks: Sequence[Mark], span: Span, y: float, leading: float) -> Link:
    """A link over the marks of a span, which stand on one line with the baseline `y`."""
    runs = [mark for mark in marks if isinstance(mark, GlyphRun)]
    left, right = min(run.x for run in runs), max(run.x + run.width for run in runs)
    says = span.says or (plain(f"${span.text}$") if span.formula is not None else span.text)
    return Link(left, y - 0.75 * leading, right - left, leading, span.link, says)


def overfull(line: Line, where: Callable[[], Place | None] | None = None) -> Fault:
    """The fault of a line that does not fit."""
    text = "".join(run.text for _, run in line.runs)
    return Fault(
        f"a line does not fit its column by {line.over:.1f} pt: {text!r}",
        where() if where else None,
        "shorten it, or put a space or a hyphen where it may be divided",
    )
