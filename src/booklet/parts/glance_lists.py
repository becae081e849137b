"""The programme at a glance as lists, for programs whose days cannot be drawn on a scale of time."""

from __future__ import annotations

from collections.abc import Iterator

from booklet.layout.composing import Furniture, SetPart
from booklet.layout.elements import Element
from booklet.model.program import Session
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, column_widths, flow
from booklet.parts.glance_blocks import APART, stated, target
from booklet.parts.headings import day_title, part_title
from booklet.parts.posters import shown_talks
from booklet.text.flowables import Flowable, Paragraph
from booklet.text.styles import Span


def set_lists(desk: Desk, number: int) -> SetPart:
    """Set every day as a list of times, names and titles, in two columns, from page `number` on."""
    title = desk.wording.word("glance")
    root = Element("Sect")
    house = desk.house
    width, gutter = column_widths(desk, 2)
    opening = anchored(desk.slices([part_title(desk, title, root.add("H1"))], house.measure), "glance")
    slices = desk.slices(_listed(desk, root), width)
    drafts, faults = flow(
        desk, slices, number, lambda at: Furniture(title, opens=at == 0), opening=opening, columns=2, gutter=gutter
    )
    return SetPart(drafts, root, faults)


def _listed(desk: Desk, root: Element) -> Iterator[Flowable]:
    """Each day's name and its entries; the talks of a session are indented under it."""
    house = desk.house
    shape = house.shape()._replace(hanging=house.grid)
    for index, day in enumerate(desk.program.days):
        branch = root.add("Sect")
        yield day_title(desk, index, branch.add("H2"))
        items = branch.add("L")
        rows = [(row, row is not entry) for entry in day.sessions for row in (entry, *shown_talks(desk, entry))]
        for at, (row, inside) in enumerate(rows, start=1):
            yield Paragraph(
                _says(desk, row),
                shape,
                items.add("LI").add("LBody"),
                gap=house.grid if at == len(rows) else 0.25 * house.grid,
                keep=bool(shown_talks(desk, row)),
                left=house.grid if inside else 0.0,
                where=desk.where(row.at),
            )


def _says(desk: Desk, session: Session) -> tuple[Span, ...]:
    """When, who, what and where; what leads to more."""
    house = desk.house
    small = house.scale.small
    quiet = house.style("sans", small, house.inks.quiet)
    bold = house.style("sans-bold", small)
    families = [desk.family(speaker.name) for speaker in session.speakers]
    names = desk.wording.joined(families)
    if session.pauses:
        text = house.style("sans", small)
    elif session.talks:
        text = house.style("serif-bold", small)
    else:
        text = house.style("serif", small) if names else bold
    time = desk.wording.span(*stated(session))
    parts = (
        Span(f"{time}  " if time else "", quiet),
        *[desk.span(part, bold) for part in desk.named(f"{names}{APART}" if names else "", families)],
        desk.span(session.title, desk.own(session, text), link=target(desk, session), says=session.title),
        desk.span(f"{desk.wording.word('dot')}{session.room}" if session.room else "", quiet),
    )
    return tuple(span for span in parts if span.text)
