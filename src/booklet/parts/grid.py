"""A day's grid: rooms across, time down, over as many facing pages as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from booklet.errors import Fault
from booklet.geometry import Rect
from booklet.layout.composing import Draft, Folios, Furniture
from booklet.layout.cutting import Stretch
from booklet.layout.elements import Element
from booklet.layout.galley import Slice, height_of
from booklet.layout.marks import Anchor, Ink, Link, Mark, Rule
from booklet.layout.pages import Content
from booklet.layout.timescale import TimeScale
from booklet.model.program import Day, Key, Session
from booklet.parts.anchors import day_anchor, grid_anchor, row_anchor, talk_anchor
from booklet.parts.desk import Desk
from booklet.parts.flow import faults_of, stacked
from booklet.parts.grid_beside import Listed, set_beside
from booklet.parts.grid_boxes import WHITE, Box
from booklet.parts.grid_cells import (
    ABOVE,
    BASELINE,
    BELOW,
    HEAD,
    INDENT,
    LEVELS,
    Level,
    Manner,
    Said,
    again,
    cell_ink,
    head_lines,
    leading,
    numbered,
    say,
)
from booklet.parts.grid_days import FOOT, DayGrid
from booklet.parts.grid_marks import Lines, ground, muted, placed
from booklet.parts.grid_plan import FEET, TIMES, Group, labelled, needs, scale_of, spelled
from booklet.parts.headings import day_opener
from booklet.parts.parallel import Item
from booklet.parts.wording import opening
from booklet.text.flowables import overfull, place_line
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span


def set_grid(
    desk: Desk, grid: DayGrid, number: int, folios: Folios, branch: Element
) -> tuple[list[Draft], tuple[Fault, ...]]:
    """Set a day's grid from page `number` on; what it says goes into the structure as a list by time."""
    drafts = []
    setter = _Setter(desk, grid, folios)
    for at, draft in enumerate(setter.drafts(branch), start=number):
        frame = desk.house.wide(at)
        drafts.append(draft._replace(contents=tuple(part.moved(frame.x, frame.y) for part in draft.contents)))
    return drafts, tuple(dict.fromkeys(setter.faults))


@dataclass
class _Setter:
    """Sets one day's grid; it remembers what has been said, since each entry is said once and then repeated mutely."""

    desk: Desk
    grid: DayGrid
    folios: Folios
    said: set[Key] = field(default_factory=set)
    entries: list[Listed] = field(default_factory=list)
    hours: dict[int, Element] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def day(self) -> Day:
        return self.desk.program.days[self.grid.day]

    @property
    def ink(self) -> Ink:
        return self.desk.house.day_ink(self.grid.day)

    def drafts(self, branch: Element) -> list[Draft]:
        """All pages, as from their frames' corners, and the list by time in `branch`."""
        opening = day_opener(self.desk, self.grid.day, branch)
        drafts: list[Draft] = []
        spreads = [(group, at) for group in self.grid.plan.groups for at in range(len(group.stretches))]
        for number, (group, at) in enumerate(spreads):
            following = spreads[number + 1] if number + 1 < len(spreads) else None
            drafts += self._spread(number, group, at, following, opening if number == 0 else [])
        self._listed(branch)
        return drafts

    def _listed(self, branch: Element) -> None:
        """The entries by time and room, under a heading for each hour that is labelled."""
        times = sorted(self.hours)
        items = branch.add("L")
        passed = 0
        for entry in sorted(self.entries, key=lambda entry: (entry.start, entry.room)):
            while passed < len(times) and times[passed] <= entry.start:
                branch.children.append(self.hours[times[passed]])
                items = branch.add("L")
                passed += 1
            items.children.append(entry.element)

    def _spread(
        self, number: int, group: Group, at: int, following: tuple[Group, int] | None, opening: Sequence[Slice]
    ) -> Iterator[Draft]:
        """The pages of a stretch of time, on one scale."""
        desk, grid = self.desk, self.desk.house.grid
        part = group.stretches[at]
        top = (self.grid.opener if number == 0 else 0.0) + group.head
        feet = [self._feet(group, part, page) for page in range(len(group.pages))]
        below = max(height for _, height in feet)
        height = desk.house.wide(1).height - FOOT * grid - top - below
        scale = scale_of(group, part, height)
        labels = labelled(desk, group, part, scale)
        for page in range(len(group.pages)):
            contents: list[Content] = []
            anchor: list[Mark] = [Anchor(0.0, 0.0, grid_anchor(self.grid.day, number))] if page == 0 else []
            if opening and page == 0:
                contents += stacked(opening, 0.0, 0.0)
                anchor.append(Anchor(0.0, 0.0, day_anchor(self.grid.day)))
            if opening and page == len(group.pages) - 1:
                beside = self._beside()
                contents += stacked(beside, 0.0, self.grid.opener - height_of(beside) - grid / 2)
            contents.append(Content(None, tuple(anchor)))
            area = Rect(TIMES * grid, top, desk.house.wide(1).width - TIMES * grid, height)
            contents += self._heads(group, page, area)
            contents += self._times(group, page, part, scale, area, labels)
            for box, need in needs(group.boxes, part):
                if box.page == page:
                    y = scale.at(need.start)
                    place = Rect(area.x + box.x, area.y + y, box.width, scale.at(need.end) - y - WHITE)
                    contents += self._box(box, part, place)
            contents += [content.moved(0.0, top + height) for content in feet[page][0]]
            contents += self._foot(number, group, at, following, page)
            yield Draft(tuple(contents), self._furniture(group, page, part, opens=bool(opening) and page == 0))

    def _furniture(self, group: Group, page: int, part: Stretch, *, opens: bool) -> Furniture:
        """The running head: the day, the rooms, the time."""
        wording = self.desk.wording
        rooms = self._rooms(group.pages[page])
        head = wording.word("dot").join([wording.weekday(self.day.date), rooms, wording.span(part.start, part.end)])
        return Furniture(head, self.grid.day, opens, left=head, wide=True)

    def _rooms(self, rooms: range) -> str:
        """Which of the rooms these are: "rooms 1 to 4 of 12"."""
        count = len(self.grid.columns.rooms)
        key = "one_room" if len(rooms) == 1 else "some_rooms"
        return self.desk.wording.word(key, first=rooms.start + 1, last=rooms.stop, all=count)

    def _heads(self, group: Group, page: int, area: Rect) -> Iterator[Content]:
        """The names of the rooms over the columns, on a rule."""
        desk, grid = self.desk, self.desk.house.grid
        columns = self.grid.columns
        base = area.y - 0.35 * grid
        for index, (x, width) in zip(group.pages[page], group.edges[page], strict=True):
            lines = head_lines(desk, columns.rooms[index], columns.threads[index], width)
            self._note(lines, ("venue", "rooms", columns.rooms[index]))
            top = area.y - group.head
            yield from muted(placed(desk, lines, (area.x + x, top), HEAD * grid, None, None))
            yield Content(None, (Rule(area.x + x, base, area.x + x + width, base, 1.0, self.ink),))

    def _times(
        self, group: Group, page: int, part: Stretch, scale: TimeScale, area: Rect, labels: Sequence[tuple[int, bool]]
    ) -> Iterator[Content]:
        """The labels at the side, and a hairline for each full hour where nothing is on."""
        desk, house = self.desk, self.desk.house
        lead = leading(desk, LEVELS[1])
        bold = house.style("sans-bold", house.scale.tiny)
        plain = house.style("sans", house.scale.tiny, house.inks.quiet)
        busy = [(box, need) for box, need in needs(group.boxes, part) if box.page == page]
        started = {cell.start // 60 * 60 for cell in self.grid.columns.cells}
        for time, hour in labels:
            y = area.y + scale.at(time)
            text = desk.wording.clock(time, half=False, pad=True)
            spans = (Span(text, bold if hour else plain),)
            line = set_paragraph(desk.typesetter, spans, Shape("left", lead), area.x)[0]
            element = None
            if (time // 60 * 60 in started if hour else not self.hours) and time not in self.hours:
                element = self.hours[time] = Element("H2")
            yield from place_line(line, spans, [element], 0.0, y + ABOVE * house.grid + BASELINE * lead, lead)
            if not hour or y < area.y + house.grid / 2:
                continue
            rules: list[Mark] = []
            for x, width in group.edges[page]:
                covered = any(
                    box.x < x + width and x < box.x + box.width and need.start <= time < need.end for box, need in busy
                )
                if not covered:
                    rules.append(Rule(area.x + x, y, area.x + x + width, y, 0.4, house.inks.hair))
            if rules:
                yield Content(None, tuple(rules))

    def _box(self, box: Box, part: Stretch, place: Rect) -> Iterator[Content]:
        """A cell: its ground, what it says, and marks where it goes on."""
        desk, grid, cell = self.desk, self.desk.house.grid, box.cell
        session = cell.items[0].session
        ink = cell_ink(desk, self.grid.day, cell.head or session)
        began, goes_on = cell.start < part.start, cell.end > part.end
        # The rule under the heads of the columns is enough for what is right under it.
        ruled = cell.start > part.start
        yield Content(
            None, tuple(ground(desk, session, cell.head is not None, place, ink, ruled=ruled, goes_on=goes_on))
        )
        x, y = place.x + INDENT * grid, place.y + ABOVE * grid
        measure = box.width - INDENT * grid
        if not box.said:
            return
        small = LEVELS[1]
        carried = session if began else cell.head if cell.head and cell.start == part.start else None
        if carried:
            lines = again(desk, carried, measure, small)
            yield from muted(placed(desk, lines, (x, y), leading(desk, small), None, None))
            y += len(lines) * leading(desk, small) + (ABOVE + BELOW) * grid
        if began:
            return
        if session.pauses and len(cell.items) == 1:
            y = place.y + min(ABOVE * grid, (place.height - len(box.said[0].lines) * leading(desk, box.level)) / 2)
        manner = Manner(box.level, self.ink, cell.room is None)
        for at, planned in enumerate(box.said):
            number = self._number(box, part, planned.item)
            if number:
                one = numbered(desk, planned.item, number, measure, manner)
                self._note(one.lines, planned.item.session.at)
                yield from muted(placed(desk, one.lines, (x, y), leading(desk, box.level), None, None))
            else:
                track = at == 0 and box.track
                one = say(desk, planned.item, measure, manner._replace(track=track), self._folio(planned.item))
                link = Rect(x, y, measure, len(one.lines) * leading(desk, box.level))
                yield from self._item(one, (x, y), box.level, link, cell.room)
            y += len(one.lines) * leading(desk, box.level) + (ABOVE + BELOW) * grid

    def _note(self, lines: Lines, at: Key) -> None:
        """Note what sticks out."""
        self.faults += [overfull(line, self.desk.where(at)) for line, _ in lines if line.over]

    def _number(self, box: Box, part: Stretch, item: Item) -> int:
        """The number under which an item is spelled out beneath the grid, 0 if it is not."""
        if item not in box.numbers:
            return 0
        group = next(group for group in self.grid.plan.groups if box in group.boxes)
        return spelled(group.boxes, part, box.page).index(item) + 1

    def _feet(self, group: Group, part: Stretch, page: int) -> tuple[list[Content], float]:
        """What is spelled out beneath the grid, from its own corner on, and its height."""
        desk, grid = self.desk, self.desk.house.grid
        items = spelled(group.boxes, part, page)
        if not items:
            return [], 0.0
        level = LEVELS[1]
        measure = desk.house.wide(1).width - TIMES * grid
        y = FEET * grid
        contents: list[Content] = []
        style = desk.house.style("sans", desk.house.scale.tiny)
        rooms = {id(item): box.cell.room for box in group.boxes for item in box.numbers}
        for number, item in enumerate(items, start=1):
            one = say(desk, item, measure, Manner(level, self.ink), self._folio(item))
            spans = (Span(f"({desk.wording.folio(number)})", style),)
            line = set_paragraph(desk.typesetter, spans, Shape("left", leading(desk, level)), TIMES * grid)[0]
            contents += muted(placed(desk, [(line, spans)], (0.0, y), leading(desk, level), None, None))
            area = Rect(TIMES * grid, y, measure, len(one.lines) * leading(desk, level))
            contents += self._item(one, (area.x, y), level, area, rooms[id(item)])
            y += area.height
        return contents, y

    def _folio(self, item: Item) -> str:
        session = item.session
        return self.folios.of(talk_anchor(session)) if self.desk.leads_to_abstract(session) else ""

    def _item(
        self, one: Said, at: tuple[float, float], level: Level, area: Rect, room: int | None
    ) -> Iterator[Content]:
        """What an item says: once in the list by time, with its anchor; if it is said again, mutely."""
        desk, session = self.desk, one.item.session
        lead = leading(desk, level)
        if session.at in self.said:
            yield from muted(placed(desk, one.lines, at, lead, None, None))
            return
        self.said.add(session.at)
        self._note(one.lines, session.at)
        entry = Element("LI")
        start = self._start(session, one)
        self.entries.append(Listed(start, -1 if room is None else room, entry))
        label = entry.add("Lbl") if one.timed else None
        body = entry.add("LBody")
        if label and room is not None:
            label.alt = desk.wording.joined([one.lines[0][1][0].text.strip(), self.grid.columns.rooms[room]])
        linked = desk.leads_to_abstract(session)
        leaf = body.add("Link") if linked else body
        yield Content(None, (Anchor(area.x, area.y, row_anchor(session)),))
        contents = list(placed(desk, one.lines, at, lead, label, leaf))
        if linked:
            says = desk.wording.word("page_link", title=one.item.session.called, page=self._folio(one.item))
            link = Link(area.x, area.y, area.width, area.height, f"#{talk_anchor(session)}", desk.plain(says))
            contents.append(Content(leaf, (link,)))
        yield from contents

    def _start(self, session: Session, one: Said) -> int:
        """Where an item stands in the list: at its time, or at that of the one before it in its cell."""
        if session.start is not None:
            return session.start
        return self.entries[-1].start if one.item.inside and self.entries else -1

    def _beside(self) -> list[Slice]:
        """What has no place in the grid, as lines over it."""
        slices = set_beside(self.desk, self.grid.columns, self.entries)
        self.faults += faults_of(slices)
        self.said.update(entry.at for session in self.grid.columns.beside for entry in (session, *session.talks))
        return slices

    def _foot(
        self, number: int, group: Group, at: int, following: tuple[Group, int] | None, page: int
    ) -> Iterator[Content]:
        """Where these rooms go on and came from, and where the next ones are."""
        desk, house = self.desk, self.desk.house
        word, index = desk.wording.word, self.grid.day
        texts: list[str] = []
        if at > 0:
            texts.append(word("continued_from", page=self.folios.of(grid_anchor(index, number - 1))))
        if at + 1 < len(group.stretches):
            time = desk.wording.clock(group.stretches[at + 1].start)
            texts.append(word("continued_on", time=time, page=self.folios.of(grid_anchor(index, number + 1))))
        elif following is not None:
            pages = following[0].pages
            rooms = self._rooms(range(pages[0].start, pages[-1].stop))
            texts.append(word("more_rooms", rooms=rooms, page=self.folios.of(grid_anchor(index, number + 1))))
        if not texts or page + 1 < len(group.pages):
            return
        style = house.style("sans-italic", house.scale.tiny, house.inks.quiet)
        for first in range(len(texts)):
            text = word("dot").join(texts[first:])
            spans = (Span(opening(text), style),)
            lines = set_paragraph(desk.typesetter, spans, Shape("right", house.grid), house.wide(1).width)
            # On small paper where it came from gives way to where it goes on.
            if len(lines) == 1:
                break
        [line, *_] = lines
        yield from place_line(line, spans, [None], 0.0, house.wide(1).height, house.grid)
