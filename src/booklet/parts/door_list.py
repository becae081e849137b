"""The list at the door: everybody by family name, with a box to tick and their kind of ticket."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from booklet.design.house import House
from booklet.design.paper import Trim
from booklet.design.theme import Margins, Scale
from booklet.geometry import MM, Rect, Size
from booklet.layout.elements import Element
from booklet.layout.galley import Slice, break_galley, height_of
from booklet.layout.marks import Anchor, Mark, Rule
from booklet.layout.pages import Content, Entry, Page
from booklet.model.attendees import Attendee
from booklet.model.collation import initial
from booklet.model.people import display_sorted, sort_key
from booklet.parts.badge_order import in_order, profile_of
from booklet.parts.badge_text import outline, whole
from booklet.parts.desk import Desk
from booklet.parts.flow import faults_of, stacked
from booklet.parts.loose import LooseSheets
from booklet.text.flowables import Cell, Flowable, Paragraph, Row
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span
from booklet.text.typesetter import Typesetter

_MARGIN: Final = 16 * MM
_TEXT: Final = 10.0
_GRID: Final = 13.0
_CLOSE: Final = 11.0
"""The leading of small type."""

_BOX: Final = 8.5
"""The side of a box to tick, in points."""

_FOOT: Final = 24.0
_MANY: Final = 40
"""From so many names on there are letters over them."""

_FIRST, _NAME, _FROM, _TICKET = 0.055, 0.37, 0.365, 0.21
"""The shares of the measure that the columns take: boxes, names, affiliations, kinds of ticket."""


def set_door_list(desk: Desk, attendees: Sequence[Attendee], size: Size) -> LooseSheets:
    """Set the list of everybody who has a name, on pages of a size; pages run as the event's language does.

    In a language that is written from right to left its pages are to be turned over yet (`layout.mirroring`).
    """
    own = replace(desk, house=_house(desk.house, size))
    people = in_order(desk, [attendee for attendee in attendees if attendee.name], "name")
    frame = own.house.frame(1)
    root = Element("Document")
    branch = root.add("Sect")
    head = _head(own, frame.width, branch, len(people))
    outline: list[Entry] = []
    slices = own.slices(_rows(own, people, branch, frame.width, outline), frame.width)
    top = height_of(head) + head[-1].gap
    galley = break_galley(slices, (frame.height - top - _FOOT,), grid=1.0, fill=True)
    pages = []
    for at, placed in enumerate(galley.frames):
        shown = head if at == 0 else _head(own, frame.width, None, len(people))
        contents = stacked(shown, frame.x, frame.y)
        for y, part in placed:
            contents += [content.moved(frame.x, frame.y + top + y) for content in part.contents]
        contents.append(_foot(own, size, at, len(galley.frames)))
        pages.append(Page(size, str(at + 1), tuple(contents)))
    return LooseSheets(tuple(pages), root, tuple(outline), (*faults_of(head), *faults_of(slices)))


def _house(house: House, size: Size) -> House:
    theme = replace(house.theme, measure=99.0, margins=Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
    scale = Scale(7.5, 8.5, _TEXT, 11.5, 14.0, 20.0, 30.0)
    return House(theme, Trim(size, 1.0, 1.0), scale, _GRID)


def _head(desk: Desk, measure: float, branch: Element | None, count: int) -> list[Slice]:
    """The event, what this is, and what is in the columns, over a rule; without a branch, to be repeated."""
    house, wording = desk.house, desk.wording
    bold = house.style("sans-bold", house.scale.title, house.inks.ground)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    title = [
        desk.span(desk.program.event.short_title, bold),
        Span(wording.word("dot") + wording.word("door_list"), bold),
    ]
    title.append(Span(f"   {wording.word('attendees_number', number=count)}", quiet))
    heads = [wording.word(key) for key in ("here", "name", "affiliation", "ticket")]
    cells = [
        Cell(x, width, (Paragraph((Span(text, quiet),), Shape("left", 11.0), branch and branch.add("P")),))
        for text, (x, width) in zip(heads, _columns(measure), strict=True)
    ]

    def ground(width: float, height: float) -> Sequence[Mark]:
        return (Rule(0.0, height, width, height, 0.8, house.inks.text),)

    texts: list[Flowable] = [
        Paragraph(tuple(title), Shape("left", 18.0), branch and branch.add("H1"), gap=5.0),
        Row(tuple(cells), 1.0, below=3.0, gap=3.0, ground=ground),
    ]
    return desk.slices(texts, measure)


def _columns(measure: float) -> list[tuple[float, float]]:
    """Where each column begins, and its width."""
    x, out = 0.0, []
    for share in (_FIRST, _NAME, _FROM, _TICKET):
        out.append((x, share * measure - 8.0))
        x += share * measure
    # The head of the first column may be wider than its boxes: it has the white before the names, too.
    out[0] = (0.0, _FIRST * measure)
    return out


def _rows(
    desk: Desk, people: Sequence[Attendee], branch: Element, measure: float, outline: list[Entry]
) -> Iterator[Flowable]:
    """Everybody, under letters where they are many; the outline gets these."""
    house, language = desk.house, desk.program.event.language

    def letter(attendee: Attendee) -> str:
        return initial(sort_key(attendee.name, profile_of(desk, attendee), language=language)[0], language)

    for number, (head, group) in enumerate(groupby(people, letter)):
        if len(people) >= _MANY:
            style = house.style("sans-bold", house.scale.large, house.inks.accent)
            style = style._replace(ink=house.day_ink(1))
            anchor = Anchor(0.0, 0.0, f"letter-{number}")
            shape = Shape("left", 1.5 * _GRID)
            yield _Lettered(Paragraph((Span(head, style),), shape, branch.add("H2"), keep=True), anchor)
            outline.append(Entry(head, anchor.name, 0))
        items = branch.add("L")
        for attendee in group:
            yield _row(desk, attendee, items.add("LI"), measure)


class _Lettered(NamedTuple):
    """A letter over its names, with the point that the outline leads to."""

    letter: Paragraph
    anchor: Anchor

    def slices(self, typesetter: Typesetter, measure: float) -> list[Slice]:
        """It as a slice that stays with the next one."""
        first, *rest = self.letter.slices(typesetter, measure)
        return [first._replace(contents=(Content(None, (self.anchor,)), *first.contents)), *rest]


def _row(desk: Desk, attendee: Attendee, item: Element, measure: float) -> Row:
    """Somebody: a box, their name as it is sorted, where they are from, and their ticket."""
    house = desk.house
    plain, quiet = house.style("sans", _TEXT), house.style("sans", house.scale.small, house.inks.quiet)
    shown = display_sorted(attendee.name, profile_of(desk, attendee), language=desk.program.event.language)
    family, comma, given = shown.partition(", ")
    name = [desk.span(whole(family), house.style("sans-bold", _TEXT))._replace(flows=True)]
    if given:
        name.append(Span(f"{comma}{desk.typeset(whole(given))}", plain, flows=True))
    body = item.add("LBody")
    large = Shape("left", _GRID)
    close = Shape("left", _CLOSE, baseline=_GRID * large.baseline / _CLOSE)
    texts = ((), name, [desk.span(whole(attendee.affiliation), quiet)], [desk.span(whole(attendee.ticket), quiet)])
    cells = tuple(
        Cell(x, width, (Paragraph(tuple(spans), large if spans is name else close, body.add("P")),))
        for spans, (x, width) in zip(texts, _columns(measure), strict=True)
        if spans and any(span.text for span in spans)
    )

    def ground(width: float, height: float) -> Sequence[Mark]:
        top = 0.5 * (_GRID + 4.0 - _BOX)
        return (
            outline(Rect(0.0, top, _BOX, _BOX), house.inks.quiet, 0.7),
            Rule(0.0, height, width, height, 0.3, house.inks.hair),
        )

    return Row(cells, 1.0, above=2.0, below=3.0, ground=ground)


def _foot(desk: Desk, size: Size, at: int, count: int) -> Content:
    """Which of how many pages this is."""
    style = desk.house.style("sans", 8.5, desk.house.inks.quiet)
    text = desk.wording.word("sheet", number=at + 1, all=count)
    width = desk.house.frame(1).width
    line = set_paragraph(desk.typesetter, (Span(text, style),), Shape("right", 10.0), width)[0]
    return Content(None, tuple(line.marks(_MARGIN, size.height - _MARGIN)))
