"""Headings that parts share: the title of a part, the name of a day, and the opener of its timetable."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from booklet.layout.elements import Element
from booklet.layout.galley import Slice
from booklet.parts.desk import Desk, talks_of, unbroken
from booklet.parts.seconds import second_leaf, second_spans
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span

_EM_SPACE: Final = "\u2003"


def part_title(desk: Desk, title: str, element: Element, *, gap: float = 1.0) -> Paragraph:
    """The title over a part, large and light; `gap` is the space after it in grid units."""
    house = desk.house
    style = house.style("serif-light", house.scale.display)
    return Paragraph(
        (Span(title, style),), house.shape(lines=2, balanced=True), element, gap=gap * house.grid, keep=True
    )


def day_title(desk: Desk, index: int, element: Element | None, *, gap: float = 0.5) -> Paragraph:
    """The day's name and date in the day's ink."""
    house, day = desk.house, desk.program.days[index]
    name = house.style("sans-bold", house.scale.large, house.day_ink(index))
    date = house.style("sans", house.scale.large, house.day_ink(index))
    head, rest = desk.wording.dated(day.date)
    spans = [Span(head, name), *([Span(rest, date)] if rest else [])]
    if day.title:
        spans.append(Span(f"{desk.wording.word('dot')}{desk.typeset(day.title)}", date))
    return Paragraph(tuple(spans), house.shape(lines=1.5), element, gap=gap * house.grid, keep=True)


def day_opener(desk: Desk, index: int, branch: Element, *, right: float = 0.0) -> list[Slice]:
    """The head of a day: its name, large, its date, and when and where it is.

    Where a column of pages, `right` grid units wide, is under it, that is said over it.
    """
    house, wording, day = desk.house, desk.wording, desk.program.days[index]
    ink = house.day_ink(index)
    name = house.style("serif-light", house.scale.poster, ink)
    date = house.style("sans", house.scale.large, ink)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    grid = house.grid
    aside = wording.word("dot").join(
        filter(None, [wording.span(*(day.extent or (None, None))), unbroken(desk.program.venue.room)])
    )
    dated = wording.word("dot").join(filter(None, [wording.plain_date(day.date), desk.typeset(day.title)]))
    measure = house.measure
    heading = Paragraph((Span(wording.weekday(day.date), name),), house.display(name.size), branch.add("H1"), keep=True)
    spans = (Span(dated, date), desk.span(f"{_EM_SPACE}{aside}" if aside else "", quiet))
    when = Paragraph(spans, house.shape(lines=1.5), branch.add("P"), gap=grid, keep=True, right=right * grid)
    second = second_spans(desk, day.second_title, quiet)
    below = [Paragraph(tuple(second), house.shape(), second_leaf(desk, branch), gap=grid, keep=True)] if second else []
    when = replace(when, gap=0.0) if below else when
    slices = desk.slices([heading, when, *below], measure)
    if right and talks_of(day) and "abstracts" in desk.program.options.parts:
        tiny = house.style("sans", house.scale.tiny, house.inks.quiet)
        column = Paragraph((Span(wording.word("page_column"), tiny),), house.shape("right", 1.5), None)
        [label] = column.slices(desk.typesetter, measure)
        slices[-1] = slices[-1]._replace(contents=slices[-1].contents + label.contents)
    return slices
