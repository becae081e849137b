"""A day with many rooms as a list by time: for each start what begins then, room by room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.errors import Fault
from booklet.layout.composing import Draft, Folios, Furniture
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.layout.marks import Anchor, Fill, GlyphRun, Link, Mark, Rule
from booklet.layout.pages import Content
from booklet.model.program import Session
from booklet.parts.anchors import day_anchor, row_anchor, talk_anchor
from booklet.parts.desk import Desk
from booklet.parts.entry_lines import detail_lines
from booklet.parts.flow import anchored, flow
from booklet.parts.glance_blocks import stated
from booklet.parts.grid_cells import cell_ink, time_of
from booklet.parts.headings import day_opener
from booklet.parts.people import speaker_line
from booklet.parts.posters import shown_talks
from booklet.parts.tracks import track_legend
from booklet.text.flowables import Paragraph, overfull, parted, place_line
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typography import tie_initials

_ROOM: Final = 7.0
"""Width of the column of rooms, in grid units at the most."""

_PAGE: Final = 1.8
"""Width of the column of pages, in grid units."""

_LEADING: Final = 0.875
"""The leading of talks, in grid units."""

_APART: Final = 60.0
"""What it costs to end a page between the talks of a session."""


class _Row(NamedTuple):
    """An entry of the list, where it belongs, and whether it is among a session's talks and the last of them."""

    session: Session
    room: str
    inside: bool = False
    last: bool = True


def set_slots(
    desk: Desk, index: int, number: int, folios: Folios, branch: Element
) -> tuple[tuple[Draft, ...], tuple[Fault, ...]]:
    """Set a day as a list by time from page `number` on; its talks stay with their sessions."""
    day = desk.program.days[index]
    opener = day_opener(desk, index, branch, right=_PAGE)
    if index == 0:
        opener += desk.slices(track_legend(desk, branch), desk.house.measure)
    setter = _Setter(desk, index, folios)
    slices = anchored([*opener, *setter.slices(branch)], day_anchor(index))
    section = desk.wording.weekday(day.date)
    drafts, faults = flow(desk, slices, number, lambda at: Furniture(section, index, at == 0))
    return tuple(draft._replace(furniture=setter.head(draft)) for draft in drafts), faults


def with_folios(desk: Desk, index: int, drafts: Sequence[Draft], folios: Folios) -> tuple[Draft, ...]:
    """A day's list that has been set, with other folios: nothing else in it depends on them.

    A list of 25,000 talks would else be set twice.
    """
    style = _folio_style(desk, index)
    out = []
    for draft in drafts:
        contents = []
        for content in draft.contents:
            match content.marks:
                case (GlyphRun() as run, Link() as link):
                    folio = folios.of(link.target[1:])
                    moved = _folio_run(desk, style, folio, run.x + run.width, run.y)
                    says = f"{link.says.removesuffix(run.text)}{folio}"
                    contents.append(Content(content.element, (moved, link._replace(says=says))))
                case _:
                    contents.append(content)
        out.append(draft._replace(contents=tuple(contents)))
    return tuple(out)


def _folio_style(desk: Desk, index: int) -> Style:
    return desk.house.style("sans", desk.house.scale.small, desk.house.day_ink(index))


def _folio_run(desk: Desk, style: Style, folio: str, right: float, y: float) -> GlyphRun:
    """A folio that ends at a right edge."""
    word = desk.typesetter.word(style, folio)
    return GlyphRun(right - word.advance, y, style.face, style.size, style.ink, word.operand, folio, word.advance)


class _Setter:
    """Sets the list of a day. What it costs counts here: a programme may have a thousand talks a day."""

    def __init__(self, desk: Desk, index: int, folios: Folios) -> None:
        self._desk, self._index, self._folios = desk, index, folios
        house = desk.house
        self._ink = house.day_ink(index)
        self._bold = house.style("sans-bold", house.scale.small)
        self._plain = house.style("sans", house.scale.small)
        self._quiet = house.style("sans", house.scale.small, house.inks.quiet)
        self._serif = house.style("serif", house.scale.small)
        self._heading = house.style("serif-bold", house.scale.text)
        self._folio = _folio_style(desk, index)
        self._shape = Shape("left", _LEADING * house.grid)
        self._side_width = self._measured()
        self._heads: dict[str, tuple[int | None, str]] = {}

    def head(self, draft: Draft) -> Furniture:
        """A page's running head: the day, and when and where its first and last entries are, as in a lexicon."""
        names = [mark.name for part in draft.contents for mark in part.marks if isinstance(mark, Anchor)]
        found = [self._heads[name] for name in names if name in self._heads]
        furniture = draft.furniture
        if not found:
            return furniture
        (first, _), (last, _) = found[0], found[-1]
        spot = self._spot(*found[0])
        until = self._desk.typeset(found[-1][1]) if first == last else self._spot(*found[-1])
        text = self._desk.wording.word("dot").join(filter(None, [furniture.section, spot]))
        if until and found[0] != found[-1]:
            text += f"\u200a–\u200a{until}"
        return furniture._replace(section=text, left=text)

    def _spot(self, start: int | None, room: str) -> str:
        """When and where: "9:00 am, Room 5"."""
        time = "" if start is None else self._desk.wording.clock(start)
        return self._desk.wording.joined([time, self._desk.typeset(room)])

    def _measured(self) -> float:
        """The width of the column of rooms and times, from the widest of either, within bounds."""
        desk, grid = self._desk, self._desk.house.grid
        day = desk.program.days[self._index]
        rooms = [
            desk.typesetter.width(self._bold, desk.typeset(name)) for name in {entry.room for entry in day.sessions}
        ]
        times = {self._time(talk) for session in day.sessions for talk in session.talks}
        widest = max([*rooms, *(desk.typesetter.width(self._plain, time) for time in times)], default=0.0)
        return min(_ROOM * grid, widest + grid)

    def _time(self, session: Session) -> str:
        """The time of a talk in a session, without the time of day, which is plain to see."""
        return "" if session.start is None else self._desk.wording.bare_span(session.start, session.end, pad=True)

    def slices(self, branch: Element) -> Iterator[Slice]:
        """A heading for each start, and its entries in the order of their rooms."""
        desk, house = self._desk, self._desk.house
        program = desk.program
        day = program.days[self._index]
        rooms = {room.name: at for at, room in enumerate(program.venue.rooms)}
        for session in day.sessions:
            rooms.setdefault(session.room, len(rooms))
        timed: dict[int | None, list[Session]] = {}
        for session in day.sessions:
            timed.setdefault(stated(session)[0], []).append(session)
        for start in sorted(timed, key=lambda start: -1 if start is None else start):
            if start is not None:
                style = house.style("sans-bold", house.scale.large, self._ink)
                spans = (Span(desk.wording.clock(start), style),)
                shape = house.shape(lines=1.5)
                [line] = Paragraph(spans, shape, branch.add("H2"), keep=True).slices(desk.typesetter, house.measure)
                rule = Content(None, (Rule(0.0, 0.0, house.measure, 0.0, 0.6, self._ink),))
                yield line._replace(contents=(rule, *line.contents), height=line.height + 0.125 * house.grid)
            items = branch.add("L")
            entries = sorted(timed[start], key=lambda session: rooms[session.room])
            for at, session in enumerate(entries):
                yield from self._session(session, items, last=at + 1 == len(entries))

    def _session(self, session: Session, items: Element, *, last: bool) -> Iterator[Slice]:
        """An entry and the talks in it."""
        grid = self._desk.house.grid
        item = items.add("LI")
        where = stated(session)[0], session.room
        talks = shown_talks(self._desk, session)
        self._heads |= {row_anchor(entry): where for entry in (session, *talks)}
        gap = grid if last else 0.5 * grid if talks else 0.375 * grid
        penalty = FORBIDDEN if talks else 0.0
        yield self._row(_Row(session, session.room), item, gap=0.0 if talks else gap, penalty=penalty)
        if talks:
            inner = item.add("LBody").add("L")
            for at, talk in enumerate(talks, start=1):
                end = at == len(talks)
                room = talk.room if talk.room != session.room else ""
                row = _Row(talk, room, inside=True, last=end)
                yield self._row(row, inner.add("LI"), gap=gap if end else 0.0, penalty=0.0 if end else _APART)

    def _row(self, row: _Row, item: Element, *, gap: float, penalty: float) -> Slice:
        """An entry as one slice: its room or its time, what it is, and the page of its abstract."""
        desk, house = self._desk, self._desk.house
        session, grid = row.session, house.grid
        x = self._side_width + (0.75 * grid if row.inside else 0.0)
        measure = house.measure - x - _PAGE * grid
        linked = desk.leads_to_abstract(session)
        label, body = item.add("Lbl"), item.add("LBody")
        leaf = body.add("Link") if linked else body.add("P")
        lead = self._shape.leading
        marks: list[Content] = []
        faults: list[Fault] = []
        side = self._side(row)
        height = 0.0
        for column, spans, left, width, owner in (
            (0, side, 0.0, self._side_width - 0.5 * grid, label),
            (1, None, x, measure, leaf),
        ):
            y = 0.125 * grid
            for told in [spans] if spans is not None else self._says(row):
                if not told:
                    continue
                paragraph = desk.typesetter.formulas.expanded(told, within=lead)
                lines = set_paragraph(desk.typesetter, paragraph, self._shape, width)
                if column == 0 and any(line.over for line in lines):
                    lines = set_paragraph(desk.typesetter, paragraph, self._shape._replace(hyphenate=True), width)
                for line in lines:
                    owners = [owner] * len(paragraph)
                    marks += place_line(line, paragraph, owners, left, y + 0.75 * lead, lead)
                    if line.over:
                        faults.append(overfull(line, desk.where(session.at)))
                    y += lead
            height = max(height, y)
        height += 0.125 * grid
        ground = self._ground(row, height + (0.0 if row.last else gap))
        anchor = Anchor(0.0, 0.0, row_anchor(session))
        marks = parted(marks, leaf)
        if linked and leaf.children:
            # What has formulas is no leaf any more, and the page is a link of its own.
            leaf.role, leaf = "Span", body.add("Link")
        if linked:
            marks += self._page(session, leaf, x, height)
        return Slice(
            height, (Content(None, (*ground, anchor)), *marks), gap, 0.0, penalty, tuple(faults), desk.where(session.at)
        )

    def _side(self, row: _Row) -> tuple[Span, ...]:
        """What stands beside an entry: its room; for a talk in a session the time."""
        if row.inside:
            text = self._desk.wording.word("dot").join(filter(None, [self._time(row.session), row.room]))
            return (Span(text, self._plain),) if text else ()
        return (self._desk.span(row.room, self._bold),) if row.room else ()

    def _says(self, row: _Row) -> Iterator[tuple[Span, ...]]:
        """Title and people in one paragraph, as it is cheapest, and details in another."""
        desk, session = self._desk, row.session
        title = self._quiet if session.pauses else self._serif if row.inside else self._heading
        spans: list[Span] = []
        if session.title:
            spans.append(desk.span(session.title, desk.own(session, title)))
        if session.speakers:
            lead = "\u2002" if spans else ""
            if desk.leads_to_abstract(session):
                people = [desk.typeset(tie_initials(who.name)) for who in session.speakers]
                spans += [Span(part, self._bold) for part in desk.named(lead + desk.wording.joined(people), people)]
            else:
                spans += [Span(lead, self._bold)] if lead else []
                spans += speaker_line(desk, session.speakers, self._bold, self._plain)
        end = stated(session)[1]
        if not row.inside and end is not None and time_of(desk, session):
            until = desk.wording.span(stated(session)[0], end)
            spans.append(Span(f"\u2002{until}", self._quiet))
        yield tuple(spans)
        for line in detail_lines(
            desk, session, self._quiet, room="", track=session.track, note=session.note, narrow=True
        ):
            yield tuple(line)

    def _page(self, session: Session, leaf: Element, x: float, height: float) -> list[Content]:
        """The page of the abstract at the right edge, and a link over the entry."""
        desk, house = self._desk, self._desk.house
        anchor = talk_anchor(session)
        folio = self._folios.of(anchor)
        y = 0.125 * house.grid + 0.75 * self._shape.leading
        says = desk.plain(desk.wording.word("page_link", title=session.called, page=folio))
        link = Link(x, 0.0, house.measure - x, height, f"#{anchor}", says)
        return [Content(leaf, (_folio_run(desk, self._folio, folio, house.measure, y), link))]

    def _ground(self, row: _Row, height: float) -> Sequence[Mark]:
        """The tint of a pause, or the bar at the side of a session's talks."""
        desk, house = self._desk, self._desk.house
        if row.session.pauses:
            bleed = 0.5 * house.grid
            return (Fill(-bleed, 0.0, house.measure + 2 * bleed, height, house.inks.tint),)
        if row.inside:
            ink = cell_ink(desk, self._index, row.session)
            x = self._side_width - 0.1 * house.grid
            return (Rule(x, 0.0, x, height, 1.0, ink),)
        return ()
