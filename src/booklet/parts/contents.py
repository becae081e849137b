"""The contents: parts, days and talks with the pages that they begin on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from booklet.errors import Place
from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import Slice
from booklet.layout.marks import GlyphRun, Ink, Link, Rule
from booklet.layout.pages import Content
from booklet.model.program import Session
from booklet.parts.anchors import day_anchor, talk_anchor
from booklet.parts.desk import Desk, talks_of
from booklet.parts.flow import anchored, fewest_pages, flow
from booklet.parts.headings import part_title
from booklet.text.flowables import Flowable, Paragraph, overfull
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter

_PITCH: Final = 3.6
"""Distance of the dots of leaders in points; they stand under each other."""

_MOST_TALKS: Final = 80
"""With more talks than that, the contents name days only: the timetable and the index are quicker to find one in."""

_MOST_NAMES: Final = 3
"""Of more speakers than that only the first is named."""

_LABEL: Final = 5.5
"""Width of the column of family names, in grid units."""


class _Density(NamedTuple):
    """How the talks are set: the size of their titles, their leading and the white between them in grid units."""

    size: Literal["text", "small"]
    leading: float
    gap: float


_DENSITIES: Final = (
    _Density("text", 1.0, 0.25),
    _Density("text", 0.95, 0.15),
    _Density("small", 0.9, 0.2),
    _Density("small", 0.85, 0.0),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """An entry: a label, a title that may run over lines, and after leaders the folio at the right edge."""

    label: str
    title: str
    anchor: str
    folio: str
    styles: tuple[Style, Style, Style]
    shape: Shape
    element: Element
    indent: float
    dots: Ink
    gap: float = 0.0
    where: Callable[[], Place] | None = None

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """Set it; the whole entry is one link. A label that is too wide for its column stands above the title."""
        label, title, number = self.styles
        leading = self.shape.leading
        spans = (Span(self.title, title),)
        lines = set_paragraph(typesetter, spans, self.shape, measure - 2.0 * leading - self.indent)
        labels: tuple[Line, ...] = ()
        if self.label:
            labels = set_paragraph(typesetter, (Span(self.label, label),), self.shape, self.indent - 6.0)
        above = 0
        if any(line.over for line in labels):
            labels = set_paragraph(typesetter, (Span(self.label, label),), self.shape, measure)
            above = len(labels)
        base = leading * self.shape.baseline
        runs = [typesetter.followed(run, label) for run in _runs(labels, 0.0, base, leading)]
        titled = _runs(lines, self.indent, base + above * leading, leading)
        runs += [typesetter.followed(run, title) for run in titled]
        count = max(len(labels), above + len(lines))
        bottom = base + (above + len(lines) - 1) * leading
        folio = set_paragraph(typesetter, (Span(self.folio, number),), Shape("right", leading), measure)
        runs += _runs(folio, 0.0, bottom, leading)
        link = Link(0.0, 0.0, measure, count * leading, f"#{self.anchor}", f"{self.title}, {self.folio}")
        contents = [Content(self.element, (*runs, link))]
        begin, stop = self.indent + lines[-1].width + 4.0, measure - 1.6 * leading
        if stop - begin > _PITCH:
            begin = stop - (stop - begin) // _PITCH * _PITCH
            dots = Rule(begin, bottom - 0.6, stop + 0.1, bottom - 0.6, 0.7, self.dots, (0.0, _PITCH), round=True)
            contents.append(Content(None, (dots,)))
        faults = tuple([overfull(line, self.where) for line in (*labels, *lines) if line.over])
        return [Slice(count * leading, tuple(contents), self.gap, faults=faults, where=self.where)]


def _runs(lines: Sequence[Line], x: float, y: float, leading: float) -> list[GlyphRun]:
    return [run.moved(x, y + at * leading) for at, line in enumerate(lines) for _, run in line.runs]


@dataclass(frozen=True, slots=True)
class Contents:
    """The part. `entries` are the titles and anchors of the other parts."""

    desk: Desk
    entries: tuple[tuple[str, str], ...]
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the contents with the folios found before."""
        return fewest_pages(_DENSITIES, lambda density: self._set(number, folios, density))

    def _set(self, number: int, folios: Folios, density: _Density) -> SetPart:
        desk = self.desk
        title = desk.wording.word("contents")
        root = Element("Sect")
        measure = desk.house.measure
        heading = part_title(desk, title, root.add("H1"), gap=1.0)
        toc = root.add("TOC")
        slices = desk.slices([heading, *self._lines(toc, folios, density)], measure)
        drafts, faults = flow(desk, anchored(slices, "contents"), number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(drafts, root, faults)

    def _lines(self, toc: Element, folios: Folios, density: _Density) -> Iterator[Flowable]:
        for title, anchor in self.entries:
            yield self._part_line(toc, title, anchor, folios)
            if anchor == day_anchor(0):
                yield from self._days(toc, folios)
            elif anchor == "abstracts":
                yield from self._talks(toc, folios, density)

    def _part_line(self, toc: Element, title: str, anchor: str, folios: Folios) -> Listing:
        house = self.desk.house
        bold = house.style("sans-bold", house.scale.text)
        return Listing(
            "",
            title,
            anchor,
            folios.of(anchor),
            (bold, bold, bold),
            house.shape(),
            _item(toc),
            0.0,
            house.inks.dots,
            gap=0.5 * house.grid,
        )

    def _days(self, toc: Element, folios: Folios) -> Iterator[Flowable]:
        """The days of the timetable."""
        desk, house = self.desk, self.desk.house
        days = desk.program.days
        for index, day in enumerate(days):
            bold = house.style("sans-bold", house.scale.small, house.day_ink(index))
            plain = house.style("sans", house.scale.small)
            anchor = day_anchor(index)
            yield Listing(
                desk.wording.weekday(day.date),
                desk.wording.day_and_month(day.date),
                anchor,
                folios.of(anchor),
                (bold, plain, plain),
                house.shape(),
                _item(toc),
                _LABEL * house.grid,
                house.inks.dots,
                gap=0.5 * house.grid if index == len(days) - 1 else 0.0,
            )

    def _talks(self, toc: Element, folios: Folios, density: _Density) -> Iterator[Flowable]:
        """The talks by day."""
        desk, house = self.desk, self.desk.house
        days = [(index, talks_of(day)) for index, day in enumerate(desk.program.days)]
        if sum(len(talks) for _, talks in days) > _MOST_TALKS:
            return
        for index, talks in days:
            if not talks:
                continue
            bold = house.style("sans-bold", house.scale.small, house.day_ink(index))
            day = Span(desk.wording.weekday(desk.program.days[index].date), bold)
            yield Paragraph((day,), house.shape(), _item(toc, "P"), gap=0.25 * house.grid, keep=True)
            for talk in talks:
                yield self._talk(toc, talk, folios, density, last=talk is talks[-1])

    def _talk(self, toc: Element, talk: Session, folios: Folios, density: _Density, *, last: bool) -> Listing:
        desk, house = self.desk, self.desk.house
        sans = house.style("sans", house.scale.small)
        serif = house.style("serif", house.scale.small if density.size == "small" else house.scale.text)
        anchor = talk_anchor(talk)
        families = [desk.family(speaker.name) for speaker in talk.speakers]
        names = ", ".join(families)
        few = names if len(families) <= _MOST_NAMES else desk.wording.word("and_others", name=families[0])
        return Listing(
            desk.typeset(few),
            desk.typeset(talk.called),
            anchor,
            folios.of(anchor),
            (sans, serif, sans),
            house.shape(lines=density.leading, balanced=True),
            _item(toc),
            _LABEL * house.grid,
            house.inks.dots,
            gap=0.5 * house.grid if last else density.gap * house.grid,
            where=desk.where(talk.at),
        )


def _item(toc: Element, leaf: Literal["Link", "P"] = "Link") -> Element:
    """An item of the table of contents and the element in it that holds the marks."""
    item = toc.add("TOCI")
    return item.add("Reference").add("Link") if leaf == "Link" else item.add("P")
