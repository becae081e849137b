"""The programme at a glance: the whole event on facing pages, a column a day, on one scale of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from booklet.geometry import Rect
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.layout.marks import Fill, GlyphRun, Link, Mark, Rule
from booklet.layout.pages import Content
from booklet.layout.timescale import TimeScale, bend
from booklet.model.program import Day, Session
from booklet.parts.desk import Desk, anchored, flow, stacked
from booklet.parts.glance_blocks import LEVELS, Block, day_blocks, target
from booklet.parts.headings import day_title, part_title
from booklet.text.flowables import Flowable, Paragraph, place_line
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span

_DAYS_PER_SPREAD: Final = 6
_NARROWEST: Final = 9.0
"""A lane is no narrower than that, in ems of small type."""

_GUTTER: Final = 1.0
"""White between two days, in grid units."""

_TIMES: Final = (4.6, 3.4)
"""Width of the times beside a day, in grid units: from start to end, or the start alone where days are narrow."""

_UNDER_HEAD: Final = (0.25, 0.5)
"""White between a day's name and the rule beneath it, and between that and the blocks, in grid units."""

_BAR: Final = 2.0
"""Width of the bar at a talk's side, in points."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The part; it opens on a verso if it needs facing pages."""

    desk: Desk
    fills: bool = False

    @property
    def opens(self) -> Literal["any", "verso"]:
        """On a verso, for more than one day."""
        return "verso" if len(self.desk.program.days) > 1 else "any"

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the spread, or lists if the days cannot be drawn on a scale of time."""
        root = Element("Sect")
        drafts: list[Draft] = []
        days = list(enumerate(self.desk.program.days))
        for start in range(0, len(days), _DAYS_PER_SPREAD):
            pages = _spread(self.desk, days[start : start + _DAYS_PER_SPREAD], number + len(drafts), root)
            if pages is None:
                return _lists(self.desk, number)
            drafts += pages
        return SetPart(tuple(drafts), root)


class _Column(NamedTuple):
    """The column of a day, by its number in the program: `area` is where its blocks go, `times` lies left of it."""

    number: int
    day: Day
    times: Rect
    area: Rect


def _spread(desk: Desk, days: Sequence[tuple[int, Day]], number: int, root: Element) -> list[Draft] | None:
    """The pages of up to six days; None if something cannot be written large enough."""
    per_page = -(-len(days) // 2)
    head = _head(desk, days, per_page)
    pages = [
        _columns(desk, days[at : at + per_page], number + page, per_page, head)
        for page, at in enumerate(range(0, len(days), per_page))
    ]
    fitted = _fitted(desk, [column for page in pages for column in page])
    if fitted is None:
        return None
    blocks, scale = fitted
    title = desk.wording.word("glance")
    drafts = []
    for page, columns in enumerate(pages):
        contents = [] if root.children else _title(desk, title, desk.house.frame(number + page), root)
        for column in columns:
            contents += _day(desk, column, blocks[column.number], scale, root.add("Sect"))
        drafts.append(Draft(tuple(contents), Furniture(title, opens=True)))
    return drafts


def _fitted(desk: Desk, columns: Sequence[_Column]) -> tuple[dict[int, list[Block]], TimeScale] | None:
    """The blocks of each day at the most readable level at which they fit, and the scale that they fit on."""
    area = columns[0].area
    for level in LEVELS:
        blocks: dict[int, list[Block]] = {}
        for column in columns:
            found = day_blocks(desk, column.day, area.width, level)
            if found is None or any(area.width / block.lanes < _NARROWEST * desk.house.scale.small for block in found):
                return None
            blocks[column.number] = found
        if any(line.over for day in blocks.values() for block in day for line, _ in block.lines):
            continue
        scale = bend([block.need for day in blocks.values() for block in day], area.height)
        if scale is not None:
            return blocks, scale
    return None


def _head(desk: Desk, days: Sequence[tuple[int, Day]], per_page: int) -> float:
    """The height of the heads over the grid: the part's title and the highest of the days' names."""
    grid, frame = desk.house.grid, desk.house.frame(1)
    title = desk.slices([part_title(desk, desk.wording.word("glance"), Element("H1"))], frame.width)
    width = _width(desk, per_page)
    names = [height_of(desk.slices([day_title(desk, index, None)], width)) for index, _ in days]
    return height_of(title) + max(names) + (1.25 + sum(_UNDER_HEAD)) * grid


def _width(desk: Desk, per_page: int) -> float:
    """The width of a day, its times included."""
    return (desk.house.frame(1).width - _GUTTER * desk.house.grid * (per_page - 1)) / per_page


def _columns(desk: Desk, days: Sequence[tuple[int, Day]], number: int, per_page: int, head: float) -> list[_Column]:
    """The columns of a page, under heads `head` points high."""
    grid, frame = desk.house.grid, desk.house.frame(number)
    gutter, times = _GUTTER * grid, _TIMES[0 if per_page == 1 else 1] * grid
    each = _width(desk, per_page)
    top = frame.y + head
    lefts = [frame.x + at * (each + gutter) for at in range(len(days))]
    return [
        _Column(
            index,
            day,
            Rect(left, top, times, frame.bottom - top),
            Rect(left + times, top, each - times, frame.bottom - top),
        )
        for left, (index, day) in zip(lefts, days, strict=True)
    ]


def _title(desk: Desk, title: str, frame: Rect, root: Element) -> list[Content]:
    slices = anchored(desk.slices([part_title(desk, title, root.add("H1"))], frame.width), "glance")
    return stacked(slices, frame.x, frame.y)


def _day(desk: Desk, column: _Column, blocks: Sequence[Block], scale: TimeScale, branch: Element) -> list[Content]:
    """A day: its name over a rule, and its blocks."""
    grid, ink = desk.house.grid, desk.house.day_ink(column.number)
    left, right, top = column.times.x, column.area.right, column.area.y
    heading = desk.slices([day_title(desk, column.number, branch.add("H2"))], right - left)
    under, over = (share * grid for share in _UNDER_HEAD)
    contents = stacked(heading, left, top - over - under - height_of(heading))
    contents.append(Content(None, (Rule(left, top - over, right, top - over, 1.0, ink),)))
    entries = branch.add("L")
    for block in blocks:
        contents += _drawn(desk, column, block, scale, entries.add("LI"))
    return contents


def _drawn(desk: Desk, column: _Column, block: Block, scale: TimeScale, item: Element) -> list[Content]:
    """A block: its ground, its times beside it, and its lines.

    What has no time is a band of its own in the middle of its gap, so that it claims none.
    """
    lane = column.area.width / block.lanes
    x, width = column.area.x + block.lane * lane, lane - (_BAR if block.lane < block.lanes - 1 else 0.0)
    top = column.area.y + scale.at(block.start)
    height = column.area.y + scale.at(block.end) - top - 1.0
    if not block.timed:
        free, height = height, block.text_height + 2 * block.pad
        top += (free - height) / 2
    area = Rect(x, top, width, height)
    contents = [Content(None, _ground(desk, column, block, area))]
    first = top + (min(block.pad, (height - block.text_height) / 2) if block.session.pauses else block.pad)
    if block.timed and block.lane == 0:
        contents += _time(desk, column, block, first, item.add("Lbl"))
    return contents + _text(desk, block, area, first, item.add("LBody"))


def _ground(desk: Desk, column: _Column, block: Block, area: Rect) -> tuple[Mark, ...]:
    """Pauses have a tint, everything else a rule above it and a bar of the day's ink as long as it takes."""
    inks, ink = desk.house.inks, desk.house.day_ink(column.number)
    if block.session.pauses or not block.timed:
        return (Fill(*area, inks.tint),)
    rule = Rule(area.x, area.y, area.right, area.y, 0.5, ink)
    return (Fill(area.x, area.y, _BAR, area.height, ink), rule)


def _time(desk: Desk, column: _Column, block: Block, y: float, label: Element) -> list[Content]:
    """From when to when; only the start where days are narrow, and where others run at the same time."""
    house, wording = desk.house, desk.wording
    quiet = house.inks.quiet if block.session.pauses else None
    end = None if block.lanes > 1 else block.session.end
    wide = column.times.width > _TIMES[1] * house.grid + 0.1
    if wide:
        style = house.style("sans" if quiet else "sans-bold", house.scale.small, quiet)
        text = wording.bare_span(block.start, end, pad=True)
    else:
        style = house.style("sans" if quiet else "sans-bold", house.scale.tiny, quiet)
        text = wording.clock(block.start, pad=True)
    spans = (Span(text, style),)
    line = set_paragraph(desk.typesetter, spans, Shape("left", block.leading), 2 * column.times.width)[0]
    return list(place_line(line, spans, [label], column.times.x, y + 0.76 * block.leading, block.leading))


def _text(desk: Desk, block: Block, area: Rect, y: float, body: Element) -> list[Content]:
    """The lines of a block, all of it one link to where more is said."""
    link = target(desk, block.session)
    leaf = body.add("Link") if link else body
    marks: list[Mark] = []
    for at, (line, spans) in enumerate(block.lines):
        base = y + at * block.leading + 0.76 * block.leading
        placed = place_line(line, spans, [leaf] * len(spans), area.x + 0.6 * desk.house.grid, base, block.leading)
        marks += [mark for content in placed for mark in content.marks]
        if at + 1 < len(block.lines) and isinstance(last := marks[-1], GlyphRun):
            marks[-1] = desk.typesetter.followed(last, spans[-1].style)
    if link:
        says = block.session.title or ", ".join(speaker.name for speaker in block.session.speakers)
        marks.append(Link(area.x, area.y, area.width, area.height, link, desk.typeset(says)))
    return [Content(leaf, tuple(marks))]


def _lists(desk: Desk, number: int) -> SetPart:
    """The fallback: every day as a list of times and names, in two columns."""
    title = desk.wording.word("glance")
    root = Element("Sect")
    house = desk.house
    measure, gutter = house.frame(number).width, 1.5 * house.grid
    opening = anchored(desk.slices([part_title(desk, title, root.add("H1"))], measure), "glance")
    slices = desk.slices(_listed(desk, root), (measure - gutter) / 2)
    drafts, faults = flow(
        desk, slices, number, lambda at: Furniture(title, opens=at == 0), opening=opening, columns=2, gutter=gutter
    )
    return SetPart(drafts, root, faults)


def _listed(desk: Desk, root: Element) -> Iterator[Flowable]:
    house = desk.house
    for index, day in enumerate(desk.program.days):
        branch = root.add("Sect")
        yield day_title(desk, index, branch.add("H2"))
        entries = branch.add("L")
        for session in day.sessions:
            body = entries.add("LI").add("LBody")
            gap = house.grid if session is day.sessions[-1] else 0.25 * house.grid
            yield Paragraph(_says(desk, session), house.shape()._replace(hanging=house.grid), body, gap=gap)


def _says(desk: Desk, session: Session) -> tuple[Span, ...]:
    house = desk.house
    time = house.style("sans", house.scale.small, house.inks.quiet)
    text = house.style("sans" if session.pauses else "sans-bold", house.scale.small)
    names = ", ".join(desk.family(speaker.name) for speaker in session.speakers)
    stated = desk.wording.span(session.start, session.end)
    says = names or session.title
    link = target(desk, session)
    aside = f" · {session.room}" if session.room else ""
    parts = [Span(f"{stated}  " if stated else "", time), desk.span(says, text, link=link, says=session.title or says)]
    return tuple(span for span in (*parts, Span(aside, time)) if span.text)
