"""The list of posters: by board, under their topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import Slice
from booklet.layout.marks import Anchor, Mark
from booklet.model.people import normal
from booklet.model.program import Session
from booklet.parts.anchors import row_anchor, talk_anchor
from booklet.parts.desk import Desk, unbroken
from booklet.parts.dividing import divided
from booklet.parts.flow import anchored, flow
from booklet.parts.guides import guided
from booklet.parts.headings import part_title
from booklet.parts.posters import PosterGroup, Topic, group_title, listed_apart, poster_groups
from booklet.parts.seconds import second_leaf, second_spans
from booklet.text.flowables import Cell, Paragraph, Row
from booklet.text.styles import Span
from booklet.text.typography import tie_initials

_PAGE_COLUMN: Final = 1.8
"""Width of the column of page numbers, in grid units."""

_WIDEST_BOARD: Final = 6.0
"""Boards may take no more of the measure than that, in grid units."""

_APART: Final = 0.8
"""White between boards and titles, in grid units."""

_SHORT_NAME: Final = 24
"""Characters; longer names may be broken."""

_GUIDE: Final = 12
"""Characters; longer boards are not named in running heads."""

_LEADING: Final = 5 / 6
"""The leading of a list that is searched, not read, in grid units."""


@dataclass(frozen=True, slots=True)
class PosterList:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the list with the folios found before."""
        desk = self.desk
        title = desk.wording.word("posters")
        root = Element("Sect")
        groups = poster_groups(desk)
        setter = _ListSetter(desk, folios, [], {})
        slices = desk.slices([part_title(desk, title, root.add("H1"), gap=0.5)], desk.house.measure)
        for group in groups:
            slices += setter.group(group, root.add("Sect"), several=len(groups) > 1)
        drafts, faults = flow(desk, anchored(slices, "posters"), number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(guided(drafts, number, setter.owners, setter.boards, dot=desk.wording.word("dot")), root, faults)


@dataclass(frozen=True, slots=True)
class _ListSetter:
    """Sets groups of posters; it notes the board of each poster and the leaf of the structure that it begins with."""

    desk: Desk
    folios: Folios
    boards: list[str]
    owners: dict[Element, int]

    def group(self, group: PosterGroup, branch: Element, *, several: bool) -> list[Slice]:
        """A group under its name, if there are several, and when and where it hangs."""
        desk, house = self.desk, self.desk.house
        measure = house.measure
        slices: list[Slice] = []
        if several:
            style = house.style("sans-bold", house.scale.large, house.day_ink(group.day))
            name = Span(desk.typeset(group_title(desk, group)), style)
            slices += desk.slices([Paragraph((name,), house.shape(lines=1.5), branch.add("H2"), keep=True)], measure)
        quiet = house.style("sans", house.scale.small, house.inks.quiet)
        said = Paragraph((desk.span(self._when(group), quiet),), house.shape(), branch.add("P"), gap=house.grid)
        slices += desk.slices([said], measure - _PAGE_COLUMN * house.grid)
        if any(desk.leads_to_abstract(poster) for topic in group.topics for poster in topic.posters):
            tiny = house.style("sans", house.scale.tiny, house.inks.quiet)
            column = Paragraph((Span(desk.wording.word("page_column"), tiny),), house.shape("right"), None)
            [label] = column.slices(desk.typesetter, measure)
            slices[-1] = slices[-1]._replace(contents=slices[-1].contents + label.contents)
        slices = anchored([part._replace(penalty=float("inf")) for part in slices], group.anchor)
        width = self._board_width(group)
        for topic in group.topics:
            slices += self._topic(topic, group, width, branch, "H3" if several else "H2")
        slices[-1] = slices[-1]._replace(gap=2.0 * house.grid)
        return slices

    def _when(self, group: PosterGroup) -> str:
        wording = self.desk.wording
        day = self.desk.program.days[group.day]
        session = group.session
        date = "".join(wording.dated(day.date))
        if session is None:
            return date
        room = unbroken(session.room or self.desk.program.venue.room)
        return wording.word("dot").join(filter(None, [date, wording.span(session.start, session.end), room]))

    def _board_width(self, group: PosterGroup) -> float:
        """The width of the column of boards, from the widest of the group."""
        house = self.desk.house
        style = house.style("sans-bold", house.scale.small)
        boards = {poster.board for topic in group.topics for poster in topic.posters if poster.board}
        widest = max((self.desk.typesetter.width(style, board) for board in boards), default=0.0)
        return min(widest + _APART * house.grid, _WIDEST_BOARD * house.grid) if boards else 0.0

    def _topic(
        self, topic: Topic, group: PosterGroup, width: float, branch: Element, role: Literal["H2", "H3"]
    ) -> list[Slice]:
        """The posters of a topic under its name."""
        desk, house = self.desk, self.desk.house
        slices: list[Slice] = []
        if topic.title:
            style = house.style("serif-bold", house.scale.large, house.day_ink(group.day))
            head = Paragraph(
                (desk.span(topic.title, style),),
                house.shape(lines=1.25, balanced=True),
                branch.add(role),
                gap=house.grid / 4,
                keep=True,
            )
            slices += anchored(desk.slices([head], house.measure - _PAGE_COLUMN * house.grid), topic.anchor)
        table = branch.add("Table")
        rows = list(self._rows(topic, group, width, table))
        set_rows = desk.slices(rows, house.measure)
        if topic.title and len(set_rows) > 1:
            # A topic does not begin with a single poster at a page's foot.
            set_rows[0] = set_rows[0]._replace(penalty=float("inf"))
        set_rows[-1] = set_rows[-1]._replace(gap=house.grid)
        return slices + set_rows

    def _rows(self, topic: Topic, group: PosterGroup, width: float, table: Element) -> Iterator[Row]:
        apart = group.session is not None and listed_apart(self.desk, group.session)
        for poster in topic.posters:
            marks = (Anchor(0.0, 0.0, row_anchor(poster)),) if apart else ()
            yield self._row(poster, group, width, table.add("TR"), marks)

    def _row(self, poster: Session, group: PosterGroup, width: float, row: Element, marks: tuple[Mark, ...]) -> Row:
        """A poster: its board, its title and authors, and the page of its abstract."""
        desk, house = self.desk, self.desk.house
        shape = house.shape(lines=_LEADING)
        where = desk.where(poster.at)
        cells: list[Cell] = []
        if width:
            board = row.add("TH")
            board.scope = "Row"
        if poster.board:
            bold = house.style("sans-bold", house.scale.small)
            leaf = board.add("P")
            self.owners[leaf] = len(self.boards)
            self.boards.append(desk.typeset(poster.board) if len(poster.board) <= _GUIDE else "")
            number = Paragraph((desk.span(poster.board, bold),), shape, leaf, where=where)
            room = width - _APART * house.grid
            cells.append(Cell(0.0, room, (divided(number, desk.typesetter, room, desk.program.event.language),)))
        page_width = _PAGE_COLUMN * house.grid
        cell = row.add("TD")
        linked = desk.leads_to_abstract(poster)
        anchor = talk_anchor(poster)
        serif = house.style("serif", house.scale.small)
        title = desk.span(
            poster.called, desk.own(poster, serif), link=f"#{anchor}" if linked else "", says=poster.called
        )
        texts = [Paragraph((title,), shape._replace(balanced=True), cell.add("P"), where=where)]
        if second := second_spans(desk, poster.second_title, house.style("sans", house.scale.small, house.inks.quiet)):
            texts.append(Paragraph(tuple(second), shape, second_leaf(desk, cell), where=where))
        if names := self._names(poster):
            texts.append(Paragraph(tuple(names), shape, cell.add("P"), where=where))
        cells.append(Cell(width, house.measure - width - page_width, tuple(texts)))
        page = row.add("TD")
        if linked:
            folio = self.folios.of(anchor)
            style = house.style("sans", house.scale.small, house.day_ink(group.day))
            says = desk.wording.word("page_link", title=poster.called, page=folio)
            span = desk.span(folio, style, link=f"#{anchor}", says=says)
            text = Paragraph((span,), house.shape("right", _LEADING), page.add("P"))
            cells.append(Cell(house.measure - page_width, page_width, (text,)))
        return Row(tuple(cells), house.grid / 6, below=house.grid / 3, anchors=marks)

    def _names(self, poster: Session) -> list[Span]:
        """The authors in their order; who presents is bold. A poster without a title is called by its presenters."""
        desk, house = self.desk, self.desk.house
        bold = house.style("sans-bold", house.scale.small)
        plain = house.style("sans", house.scale.small, house.inks.quiet)
        presenting = {normal(who.name) for who in poster.speakers}
        first = () if poster.authors else poster.speakers
        listed = {normal(who.name) for who in (*first, *poster.authors)}
        rest = [who for who in (*poster.speakers, *poster.coauthors) if normal(who.name) not in listed]
        spans: list[Span] = []
        for who in (*first, *poster.authors, *rest):
            presents = normal(who.name) in presenting
            if presents and not poster.title:
                continue
            if spans:
                spans.append(Span(desk.wording.word("comma"), plain))
            name = tie_initials(who.name) if len(who.name) > _SHORT_NAME else who.name.replace(" ", "\u00a0")
            spans.append(Span(desk.typeset(name), bold if presents else plain))
        return spans
