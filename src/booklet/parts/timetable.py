"""The timetable: a page or more for each day, one row an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from booklet.errors import Fault
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.layout.marks import Anchor, Fill, Mark, Rule
from booklet.model.program import Day, Session
from booklet.parts.desk import Desk, anchored, day_anchor, fewest_pages, flow, row_anchor, talk_anchor
from booklet.parts.people import speaker_line
from booklet.text.flowables import Cell, Paragraph, Row
from booklet.text.styles import Span

_PAGE_COLUMN: Final = 1.8
"""Width of the column of page numbers, in grid units."""


class _Density(NamedTuple):
    """White above and below a row's text, in grid units."""

    above: float
    below: float
    pause: float


_DENSITIES: Final = (_Density(0.5, 0.75, 0.25), _Density(0.4, 0.5, 0.2), _Density(0.25, 0.25, 0.1))


@dataclass(frozen=True, slots=True)
class Timetable:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set every day on pages of its own."""
        root = Element("Sect")
        drafts: list[Draft] = []
        faults: list[Fault] = []
        for index in range(len(self.desk.program.days)):
            day = self._day(index, number + len(drafts), folios)
            root.children.append(day.element)
            drafts += day.drafts
            faults += day.faults
        return SetPart(tuple(drafts), root, tuple(faults))

    def _day(self, index: int, number: int, folios: Folios) -> SetPart:
        """One day, in the loosest setting that needs no more pages than the tightest."""
        return fewest_pages(_DENSITIES, lambda density: self._setting(index, number, folios, density))

    def _setting(self, index: int, number: int, folios: Folios, density: _Density) -> SetPart:
        section = self.desk.wording.weekday(self.desk.program.days[index].date)
        branch = Element("Sect")
        slices = [*_opener(self.desk, index, branch), *_rows(self.desk, index, branch, folios, density)]
        pages, faults = flow(
            self.desk, anchored(slices, day_anchor(index)), number, lambda at: Furniture(section, index, at == 0)
        )
        return SetPart(pages, branch, faults)


def _opener(desk: Desk, index: int, branch: Element) -> list[Slice]:
    """The head of a day: its name, large, its date, and when and where it is."""
    house, wording, day = desk.house, desk.wording, desk.program.days[index]
    ink = house.day_ink(index)
    name = house.style("serif-light", house.scale.poster, ink)
    date = house.style("sans", house.scale.large, ink)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    grid = house.grid
    details = f"  {' · '.join(filter(None, [_extent(desk, day), desk.program.venue.room]))}"
    dated = " · ".join(filter(None, [wording.plain_date(day.date), desk.typeset(day.title)]))
    heading = Paragraph((Span(wording.weekday(day.date), name),), house.shape(lines=3), branch.add("H1"), keep=True)
    when = Paragraph(
        (Span(dated, date), desk.span(details, quiet)), house.shape(lines=1.5), branch.add("P"), gap=grid, keep=True
    )
    return desk.slices([heading, when], house.frame(1).width)


def _extent(desk: Desk, day: Day) -> str:
    """From the first stated time of a day to its last."""
    starts = [session.start for session in day.sessions if session.start is not None]
    ends = [time for session in day.sessions for time in (session.start, session.end) if time is not None]
    return desk.wording.span(min(starts), max(ends)) if starts else ""


def _rows(desk: Desk, index: int, branch: Element, folios: Folios, density: _Density) -> list[Slice]:
    """The rows of a day, the talks of a session inside it."""
    table = branch.add("Table")
    maker = _RowMaker(desk, index, table, folios, density, _time_width(desk))
    measure = desk.house.frame(1).width
    rows = list(maker.rows())
    return desk.slices(rows, measure)


def _time_width(desk: Desk) -> float:
    """The width of the column of times, from the widest of the whole program, so that all days agree."""
    style = desk.house.style("sans", desk.house.scale.small)
    texts = {
        desk.wording.span(session.start, session.end, pad=True)
        for day in desk.program.days
        for entry in day.sessions
        for session in (entry, *entry.talks)
    }
    return max((desk.typesetter.width(style, text) for text in texts if text), default=0.0) + desk.house.grid


class _RowMaker(NamedTuple):
    """Makes the rows of one day's table."""

    desk: Desk
    day: int
    table: Element
    folios: Folios
    density: _Density
    time_width: float

    def rows(self) -> Iterator[Row]:
        """All rows in order."""
        sessions = self.desk.program.days[self.day].sessions
        for session in sessions:
            if session.pauses:
                yield self._pause(session)
            elif session.talks:
                yield self._head(session)
                for talk in session.talks:
                    yield self._talk(talk, inside=True, last=talk is session.talks[-1])
            else:
                yield self._talk(session, inside=False, last=True)

    def _pause(self, session: Session) -> Row:
        """A break: lower, on a tint."""
        house = self.desk.house
        style = house.style("sans", house.scale.small, house.inks.quiet)
        text = " · ".join(filter(None, [session.title, session.room, session.note]))
        row = self.table.add("TR")
        cells = self._time(row, session, quiet=True)
        wide = self._cell(row, 1 if cells else 2, extra=1)
        measure = house.frame(1).width
        cells.append(
            Cell(
                self.time_width,
                measure - self.time_width,
                (Paragraph((self.desk.span(text, style),), house.shape(), wide, where=self.desk.where(session.at)),),
            )
        )
        pad = self.density.pause * house.grid
        return Row(tuple(cells), house.grid / 2, above=pad, below=pad, ground=self._tint(), anchors=_row_mark(session))

    def _head(self, session: Session) -> Row:
        """The head of a session that holds talks."""
        house = self.desk.house
        row = self.table.add("TR")
        cells = self._time(row, session)
        cell = self._cell(row, 1 if cells else 2, extra=1, stack=True)
        title = house.style("serif-bold", house.scale.text)
        quiet = house.style("sans", house.scale.small, house.inks.quiet)
        details = [session.room, session.note]
        if session.each:
            details.append(self.desk.wording.word("each", minutes=session.each))
        stack = [
            Paragraph((self.desk.span(session.title, title),), house.shape(), cell.add("P")),
        ]
        chairs = speaker_line(self.desk, session.chairs, quiet, quiet)
        line = [self.desk.span(" · ".join(filter(None, details)), quiet)]
        if chairs:
            lead = " · " if line[0].text else ""
            line += [Span(f"{lead}{self.desk.wording.word('chair')}: ", quiet), *chairs]
        if any(span.text for span in line):
            stack.append(Paragraph(tuple(line), house.shape(), cell.add("P")))
        measure = house.frame(1).width
        cells.append(Cell(self.time_width, measure - self.time_width, tuple(stack)))
        above, below, _ = (share * house.grid for share in self.density)
        return Row(
            tuple(cells),
            house.grid / 2,
            above=above,
            below=min(below, house.grid / 4),
            penalty=FORBIDDEN,
            ground=self._hair(self.time_width * 0.0),
            anchors=_row_mark(session),
        )

    def _talk(self, session: Session, *, inside: bool, last: bool) -> Row:
        """A talk: time, title, speakers, and the page of its abstract."""
        house, desk = self.desk.house, self.desk
        row = self.table.add("TR")
        cells = self._time(row, session)
        anchor = talk_anchor(session)
        linked = desk.leads_to_abstract(session)
        cell = self._cell(row, 1 if cells else 2, extra=0 if linked else 1, stack=True)
        title = house.style("serif-bold" if not inside else "serif", house.scale.text)
        name = house.style("sans-bold", house.scale.small)
        quiet = house.style("sans", house.scale.small, house.inks.quiet)
        where = desk.where(session.at)
        stack = []
        if session.title:
            target = f"#{anchor}" if linked else ""
            span = desk.span(session.title, title, link=target, says=session.title)
            stack.append(Paragraph((span,), house.shape(balanced=False), cell.add("P"), where=where))
        people = speaker_line(desk, session.speakers, name, quiet)
        if people:
            stack.append(Paragraph(tuple(people), house.shape(), cell.add("P"), where=where))
        aside = " · ".join(filter(None, [session.room, session.note]))
        if aside:
            stack.append(Paragraph((desk.span(aside, quiet),), house.shape(), cell.add("P"), where=where))
        indent = house.grid if inside else 0.0
        measure = house.frame(1).width
        page_width = _PAGE_COLUMN * house.grid
        x = self.time_width + indent
        cells.append(Cell(x, measure - x - page_width, tuple(stack)))
        if linked:
            cells.append(self._page(row, session, anchor, measure - page_width, page_width))
        above, below, _ = (share * house.grid for share in self.density)
        if inside:
            above, below = above / 2, below if last else below / 2
        return Row(
            tuple(cells),
            house.grid / 2,
            above=above,
            below=below,
            penalty=0.0 if last else 60.0,
            ground=self._bar() if inside else self._hair(0.0),
            anchors=_row_mark(session),
        )

    def _time(self, row: Element, session: Session, *, quiet: bool = False) -> list[Cell]:
        """The cell with the time, or none if no time is stated."""
        text = self.desk.wording.span(session.start, session.end, pad=True)
        if not text:
            return []
        house = self.desk.house
        style = house.style("sans", house.scale.small, house.inks.quiet if quiet else None)
        head = row.add("TH")
        head.scope = "Row"
        return [Cell(0.0, self.time_width, (Paragraph((Span(text, style),), house.shape(), head.add("P")),))]

    def _page(self, row: Element, session: Session, anchor: str, x: float, width: float) -> Cell:
        """The cell with the page of the abstract."""
        house = self.desk.house
        style = house.style("sans", house.scale.small, house.day_ink(self.day))
        folio = self.folios.of(anchor)
        says = self.desk.wording.word("page_link", title=session.title, page=folio)
        span = self.desk.span(folio, style, link=f"#{anchor}", says=says)
        return Cell(x, width, (Paragraph((span,), house.shape("right"), row.add("TD").add("P")),))

    def _cell(self, row: Element, columns: int, *, extra: int, stack: bool = False) -> Element:
        """A data cell over so many columns and the `extra` ones; a paragraph in it unless it holds a stack."""
        cell = row.add("TD")
        cell.span = (columns + extra, 1)
        return cell if stack else cell.add("P")

    def _hair(self, x: float) -> Callable[[float, float], Sequence[Mark]]:
        """A hairline over a row."""
        ink = self.desk.house.inks.hair
        return lambda width, _: (Rule(x, 0.0, width, 0.0, 0.4, ink),)

    def _tint(self) -> Callable[[float, float], Sequence[Mark]]:
        """The ground of a break."""
        house = self.desk.house
        bleed = 0.5 * house.grid
        return lambda width, height: (Fill(-bleed, 0.0, width + 2 * bleed, height, house.inks.tint),)

    def _bar(self) -> Callable[[float, float], Sequence[Mark]]:
        """The bar at the side of talks that belong to a session."""
        ink, x = self.desk.house.day_ink(self.day), self.time_width + 1.0
        return lambda _, height: (Rule(x, 0.0, x, height, 1.0, ink),)


def _row_mark(session: Session) -> tuple[Mark, ...]:
    return (Anchor(0.0, 0.0, row_anchor(session)),)
