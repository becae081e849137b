"""Door signs: for each room and day a page that can be read from two metres away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.design.house import House
from booklet.design.paper import Trim
from booklet.design.theme import Margins, Scale
from booklet.errors import Fault
from booklet.geometry import MM, Size
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice, balance, break_galley, height_of
from booklet.layout.marks import Anchor, Mark, Rule
from booklet.layout.pages import Content, Entry, Page
from booklet.model.program import Session
from booklet.parts.desk import Desk
from booklet.parts.entry_lines import detail_lines
from booklet.parts.flow import faults_of, stacked
from booklet.parts.glance_blocks import stated
from booklet.parts.grid_cells import cell_ink
from booklet.parts.loose import LooseSheets
from booklet.parts.parallel import entries_of
from booklet.parts.seconds import second_spans
from booklet.text.flowables import Cell, Flowable, Paragraph, Row
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span
from booklet.text.typography import tie_initials

_MARGIN: Final = 16 * MM


class _Size(NamedTuple):
    """The size of the list's titles in points, and the white over and under an entry, in lines."""

    text: float
    pad: float


_SIZES: Final = (
    *(_Size(26.0, 0.26), _Size(23.0, 0.26), _Size(20.0, 0.22), _Size(17.5, 0.2), _Size(17.5, 0.1)),
    *(_Size(15.5, 0.1), _Size(14.0, 0.1)),
)
"""From two metres the x-height of 17.5 points is seen at 5 minutes of arc, the limit of normal sight (ISO 8596); the
largest is what one reads in passing. The last two are for days that would take another sheet otherwise: a sign that one
steps up to is better than half a sign."""

_FOOT: Final = 26.0
"""The height of the foot in points."""

_NAMES: Final = (72.0, 56.0, 44.0, 34.0, 26.0)
"""Sizes of a room's name in points: the largest in which it takes a line is taken, or else two lines."""

_LEADING: Final = 1.22
"""The leading of the list, in sizes of its titles."""

_BAR: Final = 3.5
"""Width of the bar at an entry's side, in points."""


class _Sign(NamedTuple):
    """A sign: its room, the index of its day, and what is on there then."""

    room: str
    day: int
    sessions: tuple[Session, ...]

    @property
    def thread(self) -> str:
        """The track that everything on it belongs to, "" if there are several."""
        tracks = {session.track for session in self.sessions if not session.pauses}
        return tracks.pop() if len(tracks) == 1 else ""


def set_signs(desk: Desk, size: Size) -> LooseSheets:
    """Set the signs of all rooms on pages of a size: room by room, each with its days in order."""
    root = Element("Document")
    pages: list[Page] = []
    outline: list[Entry] = []
    faults: list[Fault] = []
    for number, sign in enumerate(_signs(desk)):
        anchor = f"sign-{number}"
        made, found = _pages(desk, size, sign, root.add("Sect"), anchor, len(pages))
        pages += made
        faults += found
        date = desk.wording.long_date(desk.program.days[sign.day].date)
        outline.append(Entry(desk.typeset(f"{sign.room}{desk.wording.word('dot')}{date}"), anchor, 0))
    return LooseSheets(tuple(pages), root, tuple(outline), tuple(faults))


def _signs(desk: Desk) -> list[_Sign]:
    """What is on, by room and day; on days with a single room everything is on there."""
    program = desk.program
    found: dict[str, dict[int, list[Session]]] = {room.name: {} for room in program.venue.rooms}
    for index, day in enumerate(program.days):
        entries = list(entries_of(program, day))
        rooms = dict.fromkeys(entry.room for entry in entries if entry.room)
        for room in rooms:
            here = [entry for entry in entries if entry.room == room or (len(rooms) == 1 and not entry.room)]
            found.setdefault(room, {})[index] = _in_order(here)
    return [_Sign(room, day, tuple(here)) for room, days in found.items() for day, here in days.items()]


def _in_order(sessions: Sequence[Session]) -> list[Session]:
    """Entries by time; one without a time stays behind the one that it follows in the program."""
    starts: list[int] = []
    for session in sessions:
        start = stated(session)[0]
        starts.append(start if start is not None else starts[-1] if starts else -1)
    return [session for _, session in sorted(zip(starts, sessions, strict=True), key=lambda pair: pair[0])]


def _house(house: House, size: Size, text: float) -> House:
    """The house on paper of a size, its list set in titles of so many points."""
    scale = Scale(*(round(text * share, 2) for share in (0.6, 0.7, 1.0, 1.0, 1.0, 1.0, 1.0)))
    theme = replace(house.theme, measure=99.0, margins=Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
    return House(theme, Trim(size, 1.0, 1.0), scale, round(_LEADING * text, 2))


class _Trial(NamedTuple):
    """A sign set in a size: by which desk, in which structure, its head and its list, and the height for the list."""

    desk: Desk
    branch: Element
    head: list[Slice]
    slices: list[Slice]
    height: float


def _trial(desk: Desk, size: Size, sign: _Sign, chosen: _Size) -> _Trial:
    own = replace(desk, house=_house(desk.house, size, chosen.text))
    frame = own.house.frame(1)
    branch = Element("Sect")
    head = _head(own, sign, branch)
    slices = own.slices(_rows(own, sign, branch.add("L"), chosen.pad), frame.width)
    return _Trial(own, branch, head, slices, frame.height - height_of(head) - head[-1].gap - _FOOT)


def _pages(
    desk: Desk, size: Size, sign: _Sign, branch: Element, anchor: str, before: int
) -> tuple[list[Page], tuple[Fault, ...]]:
    """A sign on as few pages as can be, in the largest size that takes no more of them."""
    trials = (_trial(desk, size, sign, chosen) for chosen in _SIZES)
    tried: list[tuple[int, _Trial]] = []
    for trial in trials:
        tried.append((len(break_galley(trial.slices, (trial.height,), grid=1.0, fill=False).frames), trial))
        if tried[-1][0] == 1:
            break
    fewest = min(count for count, _ in tried)
    own, made, head, slices, height = next(trial for count, trial in tried if count == fewest)
    branch.children = made.children
    frame = own.house.frame(1)
    galley = break_galley(slices, (height,), grid=1.0, fill=False)
    if fewest > 1:
        galley = balance(slices, fewest, height, grid=own.house.grid / 2)
    pages = []
    for at, placed in enumerate(galley.frames):
        top = head if at == 0 else _head(own, sign, None)
        contents = stacked(top, frame.x, frame.y)
        if at == 0:
            contents.insert(0, Content(None, (Anchor(frame.x, frame.y, anchor),)))
        start = frame.y + height_of(head) + head[-1].gap
        for y, part in placed:
            contents += [content.moved(frame.x, start + y) for content in part.contents]
        contents.append(_foot(own, size, at, len(galley.frames)))
        pages.append(Page(size, str(before + at + 1), tuple(contents)))
    return pages, (*faults_of(head), *faults_of(slices))


def _head(desk: Desk, sign: _Sign, branch: Element | None) -> list[Slice]:
    """The room, large, its building and track, and the day, over a rule; without a branch, to be repeated."""
    house, program = desk.house, desk.program
    measure = house.measure
    day = program.days[sign.day]
    ink = house.day_ink(sign.day)
    name = _name(desk, sign.room, measure)
    building = next((room.building for room in program.venue.rooms if room.name == sign.room), "")
    under = desk.wording.word("dot").join(filter(None, [building, sign.thread]))
    quiet = house.style("sans", 18.0, house.inks.quiet)
    bold, plain = house.style("sans-bold", 24.0, ink), house.style("sans", 24.0, ink)
    head, rest = desk.wording.dated(day.date)
    dated = (Span(head, bold), *([Span(rest, plain)] if rest else []))
    texts: list[Paragraph] = [
        Paragraph(name, Shape("left", 1.05 * name[0].style.size), branch and branch.add("H1"), gap=6.0)
    ]
    if under:
        texts.append(Paragraph((desk.span(under, quiet),), Shape("left", 23.0), branch and branch.add("P"), gap=4.0))
    texts.append(Paragraph(dated, Shape("left", 30.0), branch and branch.add("H2"), gap=18.0))
    slices = desk.slices(texts, measure)
    last = slices[-1]
    rule = Content(None, (Rule(0.0, last.height + 6.0, measure, last.height + 6.0, 2.5, ink),))
    slices[-1] = last._replace(contents=(*last.contents, rule))
    return slices


def _name(desk: Desk, room: str, measure: float) -> tuple[Span, ...]:
    """A room's name in the largest size in which it takes one line, or two, or else in the smallest."""
    for most in (1, 2):
        for size in _NAMES:
            spans = (desk.span(room, desk.house.style("serif-light", size)),)
            lines = set_paragraph(desk.typesetter, spans, Shape("left", size), measure)
            if len(lines) <= most and not any(line.over for line in lines) and (most > 1 or size > _NAMES[-2]):
                return spans
    return spans


def _rows(desk: Desk, sign: _Sign, items: Element, pad: float) -> Iterator[Flowable]:
    """The entries, and the talks in them under them."""
    style = desk.house.style("sans-bold", desk.house.scale.text)
    entries = [entry for session in sign.sessions for entry in (session, *session.talks)]
    widths = [desk.typesetter.width(style, _time(desk, entry)) for entry in entries]
    left = max(widths, default=0.0) + 0.8 * desk.house.grid
    for session in sign.sessions:
        yield _row(desk, sign, session, items.add("LI"), left, pad)
        for talk in session.talks:
            yield _row(desk, sign, talk, items.add("LI"), left, pad, inside=True)


def _time(desk: Desk, session: Session) -> str:
    start, end = stated(session)
    return "" if start is None else desk.wording.bare_span(start, end, pad=True)


def _row(
    desk: Desk, sign: _Sign, session: Session, item: Element, left: float, pad: float, *, inside: bool = False
) -> Row:
    """An entry: when, what and who; a session's talks are under its title."""
    house = desk.house
    text, small = house.scale.text, house.scale.small
    pauses = session.pauses
    bold = house.style("sans" if pauses else "sans-bold", text, house.inks.quiet if pauses else None)
    title = bold if pauses else house.style("serif-bold" if session.talks or not inside else "serif", text)
    name, quiet = house.style("sans", 0.85 * text), house.style("sans", small, house.inks.quiet)
    lines: list[Sequence[Span]] = []
    if session.title:
        lines.append([desk.span(session.title, desk.own(session, title))])
    if second := second_spans(desk, session.second_title, quiet):
        lines.append(second)
    people = desk.wording.joined(tie_initials(who.name) for who in session.speakers)
    track = session.track if not inside and not sign.thread else ""
    details = detail_lines(desk, session, quiet, room="", track=track, note=session.note, narrow=True, second=False)
    if people:
        # What follows the names goes on on their line, so that more of the sign can be large.
        first = details.pop(0) if details else []
        lines.append([Span(desk.typeset(people), name), *([Span("\u2002", quiet)] if first else []), *first])
    lines += details
    cells = []
    time = _time(desk, session)
    shape = Shape("left", house.grid, balanced=True)
    where = desk.where(session.at)
    if time:
        cells.append(Cell(0.0, left, (Paragraph((Span(time, bold),), shape, item.add("Lbl"), where=where),)))
    body = item.add("LBody")
    texts = tuple(Paragraph(tuple(line), shape, body.add("P"), where=where) for line in lines)
    x = left + _BAR + 0.5 * house.grid
    cells.append(Cell(x, house.measure - x, texts))
    ink = cell_ink(desk, sign.day, session)

    def bar(_: float, height: float) -> Sequence[Mark]:
        if pauses:
            return ()
        return (Rule(left + _BAR / 2, 0.12 * house.grid, left + _BAR / 2, height - 0.12 * house.grid, _BAR, ink),)

    white = pad * house.grid
    penalty = FORBIDDEN if session.talks else 0.0
    return Row(tuple(cells), 1.0, above=white, below=white, gap=0.1 * house.grid, penalty=penalty, ground=bar)


def _foot(desk: Desk, size: Size, at: int, count: int) -> Content:
    """The event's name, and which of several pages this is."""
    house = desk.house
    frame = house.frame(1)
    style = house.style("sans", 12.0, house.inks.quiet)
    texts = [(desk.typeset(desk.program.event.short_title), Shape("left", 14.0))]
    if count > 1:
        texts.append((desk.wording.word("sheet", number=at + 1, all=count), Shape("right", 14.0)))
    marks: list[Mark] = []
    for text, shape in texts:
        line = set_paragraph(desk.typesetter, (Span(text, style),), shape, frame.width)[0]
        marks += line.marks(frame.x, size.height - _MARGIN)
    return Content(None, tuple(marks))
