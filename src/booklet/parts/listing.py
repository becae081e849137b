"""A line of the contents: a label, a title, leaders and the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from booklet.errors import Place
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.layout.marks import GlyphRun, Ink, Link, Rule
from booklet.layout.pages import Content
from booklet.text.flowables import joined, overfull, parted, place_line
from booklet.text.maths import plain
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter

_PITCH: Final = 3.6
"""Distance of the dots of leaders in points; they stand under each other."""

_NUMBER: Final = 1.6
"""Numbers that are wider than so many times the leading, such as 1045–1061, get more room."""


@dataclass(frozen=True, slots=True)
class Listing:
    """An entry: a label, a title that may run over lines, and after leaders the folio at the right edge.

    A label is one text or several that stand beside each other, each read in its own direction; `comma` stands between
    title and folio where they are read aloud.
    """

    label: tuple[str, ...]
    title: str
    anchor: str
    folio: str
    styles: tuple[Style, Style, Style]
    shape: Shape
    element: Element
    indent: float
    dots: Ink
    gap: float = 0.0
    keep: bool = False
    where: Callable[[], Place] | None = None
    comma: str = ", "

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """Set it; the whole entry is one link. A label that is too wide for its column stands above the title."""
        label, title, number = self.styles
        leading = self.shape.leading
        spans = typesetter.formulas.expanded((Span(self.title, title),), within=leading)
        said = tuple([Span(part, label) for part in self.label])
        width = typesetter.width(number, self.folio)
        wide = width > _NUMBER * leading
        room = width + leading if wide else 2.0 * leading
        lines = set_paragraph(typesetter, spans, self.shape, measure - room - self.indent)
        labels: tuple[Line, ...] = ()
        if self.label:
            labels = set_paragraph(typesetter, said, self.shape, self.indent - 6.0)
        above = 0
        if any(line.over for line in labels):
            labels = set_paragraph(typesetter, said, self.shape, measure)
            above = len(labels)
        base = leading * self.shape.baseline
        labelled = [typesetter.followed(run) for run in _runs(labels, 0.0, base, leading)]
        contents = [Content(self.element, tuple(labelled))] if labelled else []
        for at, line in enumerate(lines):
            y = base + (above + at) * leading
            for part in place_line(line, spans, [self.element] * len(spans), self.indent, y, leading):
                marks = [typesetter.followed(mark) if isinstance(mark, GlyphRun) else mark for mark in part.marks]
                contents.append(Content(part.element, tuple(marks)))
        count = max(len(labels), above + len(lines))
        bottom = base + (above + len(lines) - 1) * leading
        folio = set_paragraph(typesetter, (Span(self.folio, number),), Shape("right", leading), measure)
        link = Link(
            0.0, 0.0, measure, count * leading, f"#{self.anchor}", f"{plain(self.title)}{self.comma}{self.folio}"
        )
        contents.append(Content(self.element, (*_runs(folio, 0.0, bottom, leading), link)))
        contents = joined(parted(contents, self.element))
        begin, stop = self.indent + lines[-1].width + 4.0, measure - room + 0.4 * leading
        if stop - begin > _PITCH:
            begin = stop - (stop - begin) // _PITCH * _PITCH
            dots = Rule(begin, bottom - 0.6, stop + 0.1, bottom - 0.6, 0.7, self.dots, (0.0, _PITCH), round=True)
            contents.append(Content(None, (dots,)))
        penalty = FORBIDDEN if self.keep else 0.0
        faults = tuple([overfull(line, self.where) for line in (*labels, *lines) if line.over])
        return [Slice(count * leading, tuple(contents), self.gap, 0.0, penalty, faults, self.where)]


def _runs(lines: Sequence[Line], x: float, y: float, leading: float) -> list[GlyphRun]:
    return [run.moved(x, y + at * leading) for at, line in enumerate(lines) for _, run in line.runs]


def toc_item(toc: Element, leaf: Literal["Link", "P"] = "Link") -> Element:
    """An item of the table of contents and the element in it that holds the marks."""
    item = toc.add("TOCI")
    return item.add("Reference").add("Link") if leaf == "Link" else item.add("P")
