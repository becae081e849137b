"""The programme at a glance: the whole event on facing pages, a column a day, on a scale of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, Literal, NamedTuple

from booklet.errors import Fault
from booklet.geometry import Rect
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.layout.marks import Fill, GlyphRun, Link, Mark, Rule
from booklet.layout.pages import Content
from booklet.layout.timescale import TimeScale, bend
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, faults_of, stacked
from booklet.parts.glance_blocks import LEVELS, Block, Entry, day_blocks, stated, target
from booklet.parts.glance_lists import set_lists
from booklet.parts.headings import day_title, part_title
from booklet.text.flowables import joined, parted, place_line
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span

_DAYS_PER_SPREAD: Final = (6, 4, 2)
"""How many days two facing pages may have at most; the first number with which all can be read is taken."""

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


class _Spread(NamedTuple):
    """Two facing pages, or one: the blocks of some days by their index, on one scale of time."""

    days: tuple[tuple[int, list[Block]], ...]
    scale: TimeScale


class _Plan(NamedTuple):
    """How the days are drawn: so many on a page under heads `head` points high, and all at one level."""

    per_page: int
    head: float
    spreads: tuple[_Spread, ...]


@dataclass(frozen=True)
class Glance:
    """The part: spreads, or lists if the days cannot be drawn on a scale of time. It has no slots, to keep its plan."""

    desk: Desk
    fills: bool = False

    @cached_property
    def _plan(self) -> _Plan | None:
        """The plan with the most days on a spread; None if nothing is readable."""
        count = len(self.desk.program.days)
        ways = dict.fromkeys(_shared(count, most) for most in _DAYS_PER_SPREAD)
        return next((plan for way in ways if (plan := _fitted(self.desk, way))), None)

    @property
    def opens(self) -> Literal["any", "verso"]:
        """On a verso, for facing pages."""
        return "verso" if self._plan and len(self.desk.program.days) > 1 else "any"

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the spreads or the lists."""
        return _drawn(self.desk, self._plan, number) if self._plan else set_lists(self.desk, number)


def _shared(count: int, most: int) -> tuple[range, ...]:
    """Share `count` days out among as few spreads of at most so many as hold them, as evenly as can be.

    >>> _shared(5, 4)
    (range(0, 3), range(3, 5))
    """
    spreads = -(-count // most)
    fewest, more = divmod(count, spreads)
    edges = accumulate((fewest + (at < more) for at in range(spreads)), initial=0)
    return tuple([range(*pair) for pair in pairwise(edges)])


def _fitted(desk: Desk, groups: Sequence[range]) -> _Plan | None:
    """The plan for spreads with these days, at the most readable level; None if something cannot be read at any."""
    per_page = -(-max(map(len, groups)) // 2)
    head = _head(desk, per_page)
    width, height = _width(desk, per_page) - _times(desk, per_page), desk.house.frame(1).height - head
    for level in LEVELS:
        days = [day_blocks(desk, day, width, level) for day in desk.program.days]
        lanes = max((block.lanes for day in days for block in day), default=1)
        if not all(days) or width / lanes < _NARROWEST * desk.house.scale.small:
            return None
        if any(line.over for day in days for block in day for entry in block.entries for line, _ in entry.lines):
            continue
        scales = [bend([block.need for index in group for block in days[index]], height) for group in groups]
        spreads = [
            _Spread(tuple([(index, days[index]) for index in group]), scale)
            for group, scale in zip(groups, scales, strict=True)
            if scale is not None
        ]
        if len(spreads) == len(groups):
            return _Plan(per_page, head, tuple(spreads))
    return None


def _head(desk: Desk, per_page: int) -> float:
    """The height of the heads over the grid: the part's title and the highest of the days' names."""
    grid, frame = desk.house.grid, desk.house.frame(1)
    title = desk.slices([part_title(desk, desk.wording.word("glance"), Element("H1"))], frame.width)
    width = _width(desk, per_page)
    names = [height_of(desk.slices([day_title(desk, index, None)], width)) for index in range(len(desk.program.days))]
    return height_of(title) + max(names) + (1.25 + sum(_UNDER_HEAD)) * grid


def _width(desk: Desk, per_page: int) -> float:
    """The width of a day in points, its times included."""
    return (desk.house.measure - _GUTTER * desk.house.grid * (per_page - 1)) / per_page


def _times(desk: Desk, per_page: int) -> float:
    """The width of a day's times in points."""
    return _TIMES[0 if per_page == 1 else 1] * desk.house.grid


class _Column(NamedTuple):
    """The column of a day, by its number in the program: `area` is where its blocks go, `times` lies left of it.

    `wide` tells whether the times have room for ends.
    """

    number: int
    times: Rect
    area: Rect
    scale: TimeScale
    wide: bool


def _drawn(desk: Desk, plan: _Plan, number: int) -> SetPart:
    """Draw the spreads from page `number` on. All but the last have two pages, so that each opens as the first does."""
    title, root = desk.wording.word("glance"), Element("Sect")
    opening = desk.slices([part_title(desk, title, root.add("H1"))], desk.house.measure)
    faults = list(faults_of(opening))
    drafts: list[Draft] = []
    for at, spread in enumerate(plan.spreads):
        for start in range(0, len(spread.days), plan.per_page):
            frame = desk.house.frame(number + len(drafts))
            contents = [] if drafts else stacked(anchored(opening, "glance"), frame.x, frame.y)
            for slot, (index, blocks) in enumerate(spread.days[start : start + plan.per_page]):
                column = _column(desk, plan, frame, slot, (index, spread.scale))
                drawn, found = _day(desk, column, blocks, root.add("Sect"))
                contents += drawn
                faults += found
            drafts.append(Draft(tuple(contents), Furniture(title, opens=at == 0)))
    return SetPart(tuple(drafts), root, tuple(faults))


def _column(desk: Desk, plan: _Plan, frame: Rect, slot: int, day: tuple[int, TimeScale]) -> _Column:
    """The column of a day, by its index and scale, in a slot of a page."""
    each, times = _width(desk, plan.per_page), _times(desk, plan.per_page)
    left, top = frame.x + slot * (each + _GUTTER * desk.house.grid), frame.y + plan.head
    index, scale = day
    height = frame.bottom - top
    area = Rect(left + times, top, each - times, height)
    return _Column(index, Rect(left, top, times, height), area, scale, plan.per_page == 1)


def _day(
    desk: Desk, column: _Column, blocks: Sequence[Block], branch: Element
) -> tuple[list[Content], tuple[Fault, ...]]:
    """A day: its name over a rule, and its blocks; and what does not fit in its name."""
    grid, ink = desk.house.grid, desk.house.day_ink(column.number)
    left, right, top = column.times.x, column.area.right, column.area.y
    heading = desk.slices([day_title(desk, column.number, branch.add("H2"))], right - left)
    under, over = (share * grid for share in _UNDER_HEAD)
    contents = stacked(heading, left, top - over - under - height_of(heading))
    contents.append(Content(None, (Rule(left, top - over, right, top - over, 1.0, ink),)))
    entries = branch.add("L")
    for block in blocks:
        contents += _block(desk, column, block, entries)
    return contents, faults_of(heading)


def _block(desk: Desk, column: _Column, block: Block, entries: Element) -> list[Content]:
    """A block's entries, each with its ground and its lines; the times stand beside the one that has them."""
    lane = column.area.width / block.lanes
    x, width = column.area.x + block.lane * lane, lane - (_BAR if block.lane < block.lanes - 1 else 0.0)
    top, bottom = (column.area.y + column.scale.at(time) for time in (block.start, block.end))
    contents: list[Content] = []
    for at, (entry, (y, height)) in enumerate(zip(block.entries, block.shares(top, bottom), strict=True)):
        item, timed, area = entries.add("LI"), block.timed and at == 0, Rect(x, y, width, height)
        contents.append(Content(None, _ground(desk, column, entry, area, timed=timed)))
        pad = block.pad
        if entry.session.pauses:
            pad = min(pad, (height - block.text_height(entry)) / 2)
        if timed and block.lane == 0:
            contents += _time(desk, column, block, y + pad, item.add("Lbl"))
        contents += _text(desk, entry, block.leading, area, y + pad, item.add("LBody"))
    return contents


def _ground(desk: Desk, column: _Column, entry: Entry, area: Rect, *, timed: bool) -> tuple[Mark, ...]:
    """Pauses and what has no time have a tint, the rest a rule above it and a bar of the day's ink for as long."""
    inks, ink = desk.house.inks, desk.house.day_ink(column.number)
    if entry.session.pauses or not timed:
        return (Fill(*area, inks.tint),)
    rule = Rule(area.x, area.y, area.right, area.y, 0.5, ink)
    return (Fill(area.x, area.y, _BAR, area.height, ink), rule)


def _time(desk: Desk, column: _Column, block: Block, y: float, label: Element) -> list[Content]:
    """From when to when; only the start where days are narrow, and where others run at the same time."""
    house, wording, session = desk.house, desk.wording, block.entries[0].session
    end = None if block.lanes > 1 else stated(session)[1]
    text = wording.bare_span(block.start, end, pad=True) if column.wide else wording.clock(block.start, pad=True)
    size = house.scale.small if column.wide else house.scale.tiny
    style = house.style("sans", size, house.inks.quiet) if session.pauses else house.style("sans-bold", size)
    spans = (Span(text, style),)
    line = set_paragraph(desk.typesetter, spans, Shape("left", block.leading), 2 * column.times.width)[0]
    return list(place_line(line, spans, [label], column.times.x, y + 0.76 * block.leading, block.leading))


def _text(desk: Desk, entry: Entry, leading: float, area: Rect, y: float, body: Element) -> list[Content]:
    """The lines of an entry from height `y` on, all of its area one link to where more is said."""
    link = target(desk, entry.session)
    leaf = body.add("Link") if link else body
    contents: list[Content] = []
    for at, (line, spans) in enumerate(entry.lines):
        base = y + at * leading + 0.76 * leading
        placed = place_line(line, spans, [leaf] * len(spans), area.x + 0.6 * desk.house.grid, base, leading)
        contents += placed
        ends = at + 1 < len(entry.lines) and entry.lines[at + 1][1] is not spans
        if ends and isinstance(last := placed[-1].marks[-1], GlyphRun):
            run = desk.typesetter.followed(last)
            contents[-1] = Content(placed[-1].element, (*placed[-1].marks[:-1], run))
    if link:
        says = entry.session.title or desk.wording.joined(speaker.name for speaker in entry.session.speakers)
        contents.append(Content(leaf, (Link(area.x, area.y, area.width, area.height, link, desk.plain(says)),)))
    return joined(parted(contents, leaf))
