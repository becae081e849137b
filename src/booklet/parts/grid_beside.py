"""What has no place in a grid stands over it as lines, and is in the same list by time."""

from __future__ import annotations

from typing import NamedTuple

from booklet.layout.elements import Element
from booklet.layout.galley import Slice
from booklet.layout.marks import Anchor
from booklet.layout.pages import Content
from booklet.parts.anchors import row_anchor, talk_anchor
from booklet.parts.desk import Desk
from booklet.parts.parallel import Parallel
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span


class Listed(NamedTuple):
    """An item of the list by time: when it is (before all others without a time), where, and what it consists of."""

    start: int
    room: int
    element: Element


def set_beside(desk: Desk, columns: Parallel, entries: list[Listed]) -> list[Slice]:
    """Lines for what has no place in a grid: with its whole time, its room, and who speaks."""
    house = desk.house
    size = house.scale.small
    bold, plain = house.style("sans-bold", size), house.style("sans", size)
    quiet, serif = house.style("sans", size, house.inks.quiet), house.style("serif", size)
    shape = house.shape()._replace(hanging=house.grid)
    slices: list[Slice] = []
    for session in columns.beside:
        for entry in (session, *session.talks):
            item = Element("LI")
            entries.append(Listed(-1 if entry.start is None else entry.start, -1, item))
            people = [who.name for who in entry.speakers]
            names = desk.wording.joined(people)
            link = f"#{talk_anchor(entry)}" if desk.leads_to_abstract(entry) else ""
            time = desk.wording.span(entry.start, entry.end)
            details = desk.wording.word("dot").join(filter(None, [entry.room, entry.note]))
            spans = (
                Span(f"{time}\u2002" if time else "", bold),
                desk.span(entry.title, desk.own(entry, serif), link=link, says=entry.title),
                *[desk.span(part, bold) for part in desk.named(f"\u2002{names}" if names else "", people)],
                desk.span(f"\u2002{details}" if details else "", quiet if entry.title else plain),
            )
            left = house.grid if entry is not session else 0.0
            text = Paragraph(
                tuple(span for span in spans if span.text),
                shape,
                item.add("LBody"),
                left=left,
                where=desk.where(entry.at),
            )
            lines = desk.slices([text], house.wide(1).width)
            mark = Content(None, (Anchor(0.0, 0.0, row_anchor(entry)),))
            lines[0] = lines[0]._replace(contents=(mark, *lines[0].contents))
            slices += lines
    return slices
