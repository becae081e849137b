"""The contents: parts, days and talks with the pages that they begin on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from booklet.layout.composing import Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.model.program import Session
from booklet.parts.anchors import day_anchor, talk_anchor
from booklet.parts.contents_blocks import Stretch, blocks, paged
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, fewest_pages, flow
from booklet.parts.headings import part_title
from booklet.parts.listing import Listing, toc_item
from booklet.parts.posters import abstract_order, poster_marks
from booklet.text.flowables import Flowable, Paragraph
from booklet.text.styles import Span

FEW_TALKS: Final = 80
"""With more talks than that the contents name sessions or hours: timetable and index are quicker to find one in."""

_MOST_NAMES: Final = 3
"""Of more speakers than that only the first is named."""

_LABEL: Final = 5.5
"""Width of the column of family names, in grid units."""


class _Density(NamedTuple):
    """How the talks are set: the size of their titles, their leading and the white between them in grid units."""

    size: Literal["text", "small"]
    leading: float
    gap: float


_DENSITIES: Final = (
    _Density("text", 1.0, 0.25),
    _Density("text", 0.95, 0.15),
    _Density("small", 0.9, 0.2),
    _Density("small", 0.85, 0.0),
)


@dataclass(frozen=True, slots=True)
class Contents:
    """The part. `entries` are the titles and anchors of the other parts."""

    desk: Desk
    entries: tuple[tuple[str, str], ...]
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the contents with the folios found before."""
        desk = self.desk
        days = [(index, abstract_order(day)) for index, day in enumerate(desk.program.days)]
        days = [(index, talks) for index, talks in days if talks and "abstracts" in desk.program.options.parts]
        many = sum(len(talks) for _, talks in days) > FEW_TALKS
        stretches = paged(desk, blocks(desk, days, self._room(days)), folios) if many else []
        return fewest_pages(_DENSITIES, lambda density: self._set(number, folios, density, days, stretches))

    def _room(self, days: Sequence[tuple[int, Sequence[Session]]]) -> int:
        """How many lines below the days of the abstracts fit on two pages, about."""
        house = self.desk.house
        lines = 2.0 * house.frame(1).height / (_DENSITIES[-1].leading * house.grid)
        marks = sum(1 for _ in poster_marks(self.desk)) if any(name == "posters" for _, name in self.entries) else 0
        heads = 3 + 2 * len(self.entries) + len(self.desk.program.days) + 2 * len(days)
        return int(lines) - heads - marks

    def _set(
        self,
        number: int,
        folios: Folios,
        density: _Density,
        days: Sequence[tuple[int, Sequence[Session]]],
        stretches: Sequence[Stretch],
    ) -> SetPart:
        desk = self.desk
        title = desk.wording.word("contents")
        root = Element("Sect")
        measure = desk.house.measure
        heading = part_title(desk, title, root.add("H1"), gap=1.0)
        lines: list[Flowable] = [heading]
        toc = root.add("TOC")
        for name, anchor in self.entries:
            lines.append(self._part_line(toc, name, anchor, folios))
            if anchor == day_anchor(0):
                lines += self._days(toc, folios)
            elif anchor == "posters":
                lines += self._posters(toc, folios, density)
            elif anchor == "abstracts":
                lines += (
                    self._stretches(toc, stretches, density) if stretches else self._talks(toc, days, folios, density)
                )
        slices = desk.slices(lines, measure)
        drafts, faults = flow(desk, anchored(slices, "contents"), number, lambda at: Furniture(title, opens=at == 0))
        return SetPart(drafts, root, faults)

    def _part_line(self, toc: Element, title: str, anchor: str, folios: Folios) -> Listing:
        house = self.desk.house
        bold = house.style("sans-bold", house.scale.text)
        return Listing(
            (),
            title,
            anchor,
            folios.of(anchor),
            (bold, bold, bold),
            house.shape(),
            toc_item(toc),
            0.0,
            house.inks.dots,
            comma=self.desk.wording.word("comma"),
            gap=0.5 * house.grid,
        )

    def _days(self, toc: Element, folios: Folios) -> Iterator[Flowable]:
        """The days of the timetable."""
        desk, house = self.desk, self.desk.house
        days = desk.program.days
        for index, day in enumerate(days):
            bold = house.style("sans-bold", house.scale.small, house.day_ink(index))
            plain = house.style("sans", house.scale.small)
            anchor = day_anchor(index)
            yield Listing(
                (desk.wording.weekday(day.date),),
                desk.wording.day_and_month(day.date),
                anchor,
                folios.of(anchor),
                (bold, plain, plain),
                house.shape(),
                toc_item(toc),
                _LABEL * house.grid,
                house.inks.dots,
                comma=self.desk.wording.word("comma"),
                gap=0.5 * house.grid if index == len(days) - 1 else 0.0,
            )

    def _posters(self, toc: Element, folios: Folios, density: _Density) -> Iterator[Flowable]:
        """The sessions and topics of the list of posters."""
        desk, house = self.desk, self.desk.house
        plain = house.style("sans", house.scale.small)
        marks = list(poster_marks(desk))
        for at, mark in enumerate(marks, start=1):
            yield Listing(
                (),
                desk.typeset(mark.title),
                mark.anchor,
                folios.of(mark.anchor),
                (plain, plain, plain),
                house.shape(lines=density.leading),
                toc_item(toc),
                (1.0 + mark.level) * house.grid,
                house.inks.dots,
                comma=self.desk.wording.word("comma"),
                gap=0.5 * house.grid if at == len(marks) else 0.0,
            )

    def _stretches(self, toc: Element, stretches: Sequence[Stretch], density: _Density) -> Iterator[Flowable]:
        """The days of the abstracts, and the sessions or hours of each that there is room for, with their pages."""
        desk, house = self.desk, self.desk.house
        plain = house.style("sans", house.scale.small)
        quiet = house.style("sans", house.scale.small, house.inks.quiet)
        serif = house.style("serif", house.scale.small)
        for at, (day, label, title, anchor, pages, counted) in enumerate(stretches):
            bold = house.style("sans-bold", house.scale.small, house.day_ink(day))
            heads = not label and not title
            before = stretches[at - 1] if at else None
            following = stretches[at + 1] if at + 1 < len(stretches) else None
            ends = following is None or following.day != day
            # What begins at one time has the time once.
            again = before is not None and before.day == day and before.label == label
            later = following is not None and following.label != label
            yield Listing(
                (desk.wording.weekday(desk.program.days[day].date),)
                if heads
                else ()
                if again or not label
                else (label,),
                desk.wording.day_and_month(desk.program.days[day].date) if heads else desk.typeset(title),
                anchor,
                pages,
                (bold, plain, plain) if heads else (plain, quiet if counted else serif, plain),
                house.shape(lines=1.0 if heads else density.leading),
                toc_item(toc),
                _LABEL * house.grid,
                house.inks.dots,
                comma=self.desk.wording.word("comma"),
                gap=house.grid * (0.5 if following is None or (ends and not heads) else density.gap if later else 0.0),
                keep=heads and not ends,
            )

    def _talks(
        self, toc: Element, days: Sequence[tuple[int, Sequence[Session]]], folios: Folios, density: _Density
    ) -> Iterator[Flowable]:
        """The talks by day."""
        desk, house = self.desk, self.desk.house
        for index, talks in days:
            bold = house.style("sans-bold", house.scale.small, house.day_ink(index))
            day = Span(desk.wording.weekday(desk.program.days[index].date), bold)
            yield Paragraph((day,), house.shape(), toc_item(toc, "P"), gap=0.25 * house.grid, keep=True)
            for talk in talks:
                yield self._talk(toc, talk, folios, density, last=talk is talks[-1])

    def _talk(self, toc: Element, talk: Session, folios: Folios, density: _Density, *, last: bool) -> Listing:
        desk, house = self.desk, self.desk.house
        sans = house.style("sans", house.scale.small)
        serif = house.style("serif", house.scale.small if density.size == "small" else house.scale.text)
        anchor = talk_anchor(talk)
        families = [desk.family(speaker.name) for speaker in talk.speakers]
        names = desk.wording.joined(families)
        few = names if len(families) <= _MOST_NAMES else desk.wording.word("and_others", name=families[0])
        return Listing(
            tuple([desk.typeset(part) for part in desk.named(few, families)]),
            desk.typeset(talk.called, desk.language_of(talk)),
            anchor,
            folios.of(anchor),
            (sans, serif, sans),
            house.shape(lines=density.leading, balanced=True),
            toc_item(toc),
            _LABEL * house.grid,
            house.inks.dots,
            comma=self.desk.wording.word("comma"),
            gap=0.5 * house.grid if last else density.gap * house.grid,
            where=desk.where(talk.at),
        )
