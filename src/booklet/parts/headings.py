"""Headings that parts share: the title of a part and the name of a day."""

from __future__ import annotations

from booklet.layout.elements import Element
from booklet.parts.desk import Desk
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span


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
    spans = [Span(desk.wording.weekday(day.date), name), Span(f", {desk.wording.day_and_month(day.date)}", date)]
    if day.title:
        spans.append(Span(f" · {desk.typeset(day.title)}", date))
    return Paragraph(tuple(spans), house.shape(lines=1.5), element, gap=gap * house.grid, keep=True)
