"""The timetable: a page or more for each day, one row an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Final, Literal, NamedTuple

from booklet.errors import Fault
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN
from booklet.layout.marks import Anchor, Fill, Mark, Rule
from booklet.model.program import Day, Session
from booklet.parts.anchors import day_anchor, row_anchor, talk_anchor
from booklet.parts.desk import Desk, unbroken
from booklet.parts.entry_lines import detail_lines
from booklet.parts.flow import anchored, fewest_pages, flow
from booklet.parts.grid import set_grid
from booklet.parts.grid_days import DayGrid, day_grids
from booklet.parts.headings import day_opener
from booklet.parts.notes import notes_page
from booklet.parts.parallel import in_columns, is_parallel
from booklet.parts.people import speaker_line
from booklet.parts.posters import listed_apart, posters_summary, session_anchor, shown_talks
from booklet.parts.seconds import second_leaf, second_spans
from booklet.parts.slots import set_slots, with_folios
from booklet.parts.tracks import track_legend
from booklet.parts.zones import has_second_time, second_style, second_time, second_width, zone_names
from booklet.text.flowables import Cell, Flowable, Paragraph, Row
from booklet.text.styles import Span

_PAGE_COLUMN: Final = 1.8
"""Width of the column of page numbers, in grid units."""


_BRIEF: Final = 200
"""Characters of a note that stands in a row with others."""

_APART: Final = 60.0
"""What it costs to end a page between the talks of a session."""


class _Density(NamedTuple):
    """White above and below a row's text, in grid units."""

    above: float
    below: float
    pause: float


_DENSITIES: Final = (_Density(0.5, 0.75, 0.25), _Density(0.4, 0.5, 0.2), _Density(0.25, 0.25, 0.1))


class _Lists(NamedTuple):
    """All days as lists by time from page `number` on: the pages of each day by its index, and the whole."""

    number: int
    days: list[tuple[int, tuple[Draft, ...]]]
    done: SetPart


@dataclass(frozen=True)
class Timetable:
    """The part. Days with parallel rooms have grids or lists by time. It has no slots, to keep its plans."""

    desk: Desk
    fills: bool = False

    @cached_property
    def _grids(self) -> dict[int, DayGrid]:
        """The grid of each day that has one, by its index."""
        program = self.desk.program
        if program.options.timetable == "list":
            return {}
        days = {
            index: in_columns(program, _condensed(self.desk, program.days[index])) for index in sorted(self._parallel)
        }
        return day_grids(self.desk, days, forced=program.options.timetable == "grid")

    @cached_property
    def _parallel(self) -> frozenset[int]:
        """The days with parallel rooms, by their indexes."""
        program = self.desk.program
        return frozenset(index for index, day in enumerate(program.days) if is_parallel(program, day))

    @cached_property
    def _lists(self) -> list[_Lists]:
        """All days as lists by time, as they were set last; there is nothing in them but folios that could change."""
        return []

    @property
    def opens(self) -> Literal["any", "verso"]:
        """On a verso, if the first day's grid is over facing pages."""
        return "verso" if 0 in self._grids and self._grids[0].faces else "any"

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set every day on pages of its own, all tables in one density, so that facing days agree."""
        for first, days, done in self._lists:
            if first % 2 == number % 2:
                drafts = [draft for index, pages in days for draft in with_folios(self.desk, index, pages, folios)]
                return replace(done, drafts=tuple(drafts))
        widths = _time_width(self.desk), second_width(self.desk)
        if len(self._parallel) == len(self.desk.program.days):
            return self._setting(number, folios, _DENSITIES[0], widths)
        return fewest_pages(_DENSITIES, lambda density: self._setting(number, folios, density, widths))

    def _setting(self, number: int, folios: Folios, density: _Density, widths: tuple[float, float]) -> SetPart:
        root = Element("Sect")
        drafts: list[Draft] = []
        faults: list[Fault] = []
        lists: list[tuple[int, tuple[Draft, ...]]] = []
        for index, day in enumerate(self.desk.program.days):
            branch = root.add("Sect")
            if index in self._grids:
                grid = self._grids[index]
                if grid.faces and (number + len(drafts)) % 2 == 1:
                    dotted = "notes" in self.desk.program.options.parts
                    drafts.append(notes_page(self.desk, number + len(drafts), filler=False, dotted=dotted))
                made, noted = set_grid(self.desk, grid, number + len(drafts), folios, branch)
                drafts += made
                faults += noted
                continue
            if index in self._parallel:
                pages, found = set_slots(self.desk, index, number + len(drafts), folios, branch)
                lists.append((index, pages))
            else:
                opener = day_opener(self.desk, index, branch, right=_PAGE_COLUMN)
                if index == 0:
                    opener += self.desk.slices(track_legend(self.desk, branch), self.desk.house.measure)
                table = branch.add("Table")
                rows = _RowMaker(self.desk, index, table, folios, density, sum(widths), widths[1]).rows()
                slices = anchored([*opener, *self.desk.slices(rows, self.desk.house.measure)], day_anchor(index))
                furniture = partial(_furniture, self.desk.wording.weekday(day.date), index)
                pages, found = flow(self.desk, slices, number + len(drafts), furniture)
            drafts += pages
            faults += found
        done = SetPart(tuple(drafts), root, (*faults, *self._unread()))
        if len(lists) == len(self.desk.program.days):
            self._lists[:] = [_Lists(number, lists, done)]
        return done

    def _unread(self) -> Iterator[Fault]:
        """The days that were to have a grid and cannot."""
        if self.desk.program.options.timetable != "grid":
            return
        for index in sorted(self._parallel - self._grids.keys()):
            day = self.desk.program.days[index]
            what = f"no grid can be made of {self.desk.wording.long_date(day.date)}: it is printed as a list by time"
            yield Fault(what, self.desk.place(day.at), "choose timetable: auto, or a larger paper")


def _condensed(desk: Desk, day: Day) -> Day:
    """A day whose posters are in their list, and only counted where they hang."""
    sessions = tuple(
        [
            replace(
                session,
                talks=(),
                note=desk.wording.word("dot").join(filter(None, [posters_summary(desk, session), session.note])),
            )
            if listed_apart(desk, session)
            else session
            for session in day.sessions
        ]
    )
    return replace(day, sessions=sessions)


def _furniture(section: str, day: int, at: int) -> Furniture:
    return Furniture(section, day, at == 0)


def _time_width(desk: Desk) -> float:
    """The width of the column of times, from the widest of the whole program, so that all days agree."""
    style = desk.house.style("sans-bold", desk.house.scale.small)
    entries = (entry for day in desk.program.days for entry in day.entries)
    texts = {desk.wording.span(entry.start, entry.end, pad=True) for entry in entries}
    return max((desk.typesetter.width(style, text) for text in texts if text), default=0.0) + 0.8 * desk.house.grid


class _RowMaker(NamedTuple):
    """Makes the rows of one day's table; `time_width` is that of all times, the `second_width` of second ones in it."""

    desk: Desk
    day: int
    table: Element
    folios: Folios
    density: _Density
    time_width: float
    second_width: float

    def rows(self) -> Iterator[Flowable]:
        """All rows in order, long notes in rows of their own that pages may break."""
        before: Session | None = None
        yield from self._zones()
        for session in self.desk.program.days[self.day].sessions:
            ruled = before is not None and not before.pauses
            if session.pauses:
                yield self._pause(session)
            else:
                penalty = FORBIDDEN if shown_talks(self.desk, session) else 0.0
                yield self._entry(session, "serif-bold", ruled=ruled, penalty=penalty)
            yield from self._note(session)
            for talk in shown_talks(self.desk, session):
                last = talk is session.talks[-1]
                yield self._entry(talk, "serif", inside=True, last=last, penalty=0.0 if last else _APART)
                yield from self._note(talk)
            before = session

    def _zones(self) -> Iterator[Row]:
        """The names of the two zones over their columns of times."""
        desk, date = self.desk, self.desk.program.days[self.day].date
        start, _ = self.desk.program.days[self.day].extent or (None, None)
        if start is None or not has_second_time(desk):
            return
        row, style, second = self.table.add("TR"), second_style(desk), self.second_width
        cells = []
        for name, x in zip(zone_names(desk, date, start), (0.0, self.time_width - second), strict=True):
            head = row.add("TH")
            head.scope = "Column"
            cells.append(Cell(x, second, (Paragraph((Span(name, style),), desk.house.shape(), head),)))
        row.add("TD").span = (1, 1)
        yield Row(tuple(cells), desk.house.grid / 2, penalty=FORBIDDEN)

    def _pause(self, session: Session) -> Row:
        """A break: lower, on a tint."""
        house = self.desk.house
        style = house.style("sans", house.scale.small, house.inks.quiet)
        text = self.desk.wording.word("dot").join(
            filter(None, [session.title, unbroken(session.room), _brief(session.note)])
        )
        row = self.table.add("TR")
        cells = self._time(row, session, quiet=True)
        second = second_spans(self.desk, session.second_title, style)
        wide = self._cell(row, 1 if cells else 2, extra=1, stack=bool(second))
        where = self.desk.where(session.at)
        leaf = wide.add("P") if second else wide
        texts = [Paragraph(self.desk.prose(text, style), house.shape(), leaf, where=where)]
        if second:
            texts.append(Paragraph(tuple(second), house.shape(), second_leaf(self.desk, wide), where=where))
        cells.append(Cell(self.time_width, house.measure - self.time_width, tuple(texts)))
        pad = self.density.pause * house.grid
        return Row(tuple(cells), house.grid / 2, above=pad, below=pad, ground=self._tint(), anchors=_row_mark(session))

    def _entry(
        self,
        session: Session,
        face: str,
        *,
        ruled: bool = False,
        inside: bool = False,
        last: bool = True,
        penalty: float = 0.0,
    ) -> Row:
        """A row: time, what and who, and the page of the abstract if there is one."""
        house, desk = self.desk.house, self.desk
        row = self.table.add("TR")
        cells = self._time(row, session)
        apart = listed_apart(desk, session)
        anchor = session_anchor(session) if apart else talk_anchor(session)
        linked = apart or desk.leads_to_abstract(session)
        cell = self._cell(row, 1 if cells else 2, extra=0 if linked else 1, stack=True)
        measure = house.measure
        page_width = _PAGE_COLUMN * house.grid
        x = self.time_width + (house.grid if inside else 0.0)
        cells.append(Cell(x, measure - x - page_width, self._says(session, cell, face, f"#{anchor}" if linked else "")))
        if linked:
            cells.append(self._page(row, session, anchor, measure - page_width, page_width))
        above, below, _ = (share * house.grid for share in self.density)
        if inside:
            above, below = above / 2, below if last else below / 2
        elif session.talks:
            below = min(below, house.grid / 4)
        return Row(
            tuple(cells),
            house.grid / 2,
            above=above,
            below=below,
            penalty=penalty,
            ground=self._bar(below if last else 0.0) if inside else self._hair() if ruled else None,
            anchors=_row_mark(session),
        )

    def _says(self, session: Session, cell: Element, face: str, link: str) -> tuple[Paragraph, ...]:
        """Title, speakers, and in small what else there is to say."""
        house, desk = self.desk.house, self.desk
        title = house.style(face, house.scale.text)
        name = house.style("sans-bold", house.scale.small)
        quiet = house.style("sans", house.scale.small, house.inks.quiet)
        lines: list[list[Span]] = []
        if session.title:
            lines.append([desk.span(session.title, desk.own(session, title), link=link, says=session.title)])
        second = second_spans(desk, session.second_title, quiet)
        lines.append(second)
        if session.speakers:
            lines.append(speaker_line(desk, session.speakers, name, quiet))
        lines += detail_lines(
            desk, session, quiet, room=session.room, track=session.track, note=_brief(session.note), second=False
        )
        where = desk.where(session.at)
        return tuple(
            Paragraph(
                tuple(line),
                house.shape(balanced=at == 0 or line is second),
                second_leaf(desk, cell) if line is second else cell.add("P"),
                where=where,
            )
            for at, line in enumerate(lines)
            if line
        )

    def _note(self, session: Session) -> Iterator[Paragraph]:
        """A note that is too long for the line of details."""
        if session.note == _brief(session.note):
            return
        house = self.desk.house
        style = house.style("sans", house.scale.small, house.inks.quiet)
        cell = self._cell(self.table.add("TR"), 3, extra=0, stack=True)
        right = _PAGE_COLUMN * house.grid
        yield Paragraph(
            self.desk.prose(session.note, style),
            house.shape(),
            cell.add("P"),
            gap=0.5 * house.grid,
            left=self.time_width,
            right=right,
            where=self.desk.where((*session.at, "note")),
        )

    def _time(self, row: Element, session: Session, *, quiet: bool = False) -> list[Cell]:
        """The cell with the time, or none if no time is stated."""
        text = self.desk.wording.span(session.start, session.end, pad=True)
        if not text:
            return []
        house = self.desk.house
        plain = house.style("sans", house.scale.small, house.inks.quiet if quiet else None)
        bold = plain if quiet else house.style("sans-bold", house.scale.small)
        head = row.add("TH")
        head.scope = "Row"
        start, dash, end = text.partition("–")
        spans = tuple(span for span in (Span(start, bold), Span(dash + end, plain)) if span.text)
        cells = [Cell(0.0, self.time_width, (Paragraph(spans, house.shape(), head.add("P")),))]
        date, second = self.desk.program.days[self.day].date, self.second_width
        if session.start is not None and second:
            span = Span(second_time(self.desk, date, session.start, pad=True), second_style(self.desk))
            other = Paragraph((span,), house.shape(), head.add("P"))
            cells.append(Cell(self.time_width - second, second, (other,)))
        return cells

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

    def _hair(self) -> Callable[[float, float], Sequence[Mark]]:
        """A hairline over a row."""
        ink = self.desk.house.inks.hair
        return lambda width, _: (Rule(0.0, 0.0, width, 0.0, 0.4, ink),)

    def _tint(self) -> Callable[[float, float], Sequence[Mark]]:
        """The ground of a break."""
        house = self.desk.house
        bleed = 0.5 * house.grid
        return lambda width, height: (Fill(-bleed, 0.0, width + 2 * bleed, height, house.inks.tint),)

    def _bar(self, below: float) -> Callable[[float, float], Sequence[Mark]]:
        """The bar at the side of talks that belong to a session; it ends `below` points before the row does."""
        ink, x = self.desk.house.day_ink(self.day), self.time_width + 1.0
        overlap = 0.5 if below == 0 else 0.0
        return lambda _, height: (Rule(x, 0.0, x, height - below + overlap, 1.0, ink),)


def _brief(note: str) -> str:
    """A note that has room beside other details; "" for a longer one."""
    return note if len(note) <= _BRIEF else ""


def _row_mark(session: Session) -> tuple[Mark, ...]:
    return (Anchor(0.0, 0.0, row_anchor(session)),)
