"""The cells of a grid: what each says at a level of detail, and how high it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from booklet.design.theme import ink as theme_ink
from booklet.layout.marks import Ink
from booklet.model.program import Session
from booklet.parts.desk import Desk
from booklet.parts.entry_lines import detail_lines
from booklet.parts.glance_blocks import stated
from booklet.parts.parallel import Item
from booklet.parts.people import speaker_line
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typography import tie_initials

ABOVE: Final = 0.12
"""White between a cell's rule and its text, in grid units."""

BELOW: Final = 0.24
"""White under a cell's text, in grid units."""

INDENT: Final = 0.42
"""From a cell's left edge to its text, in grid units: room for the bar."""

HEAD: Final = 0.8
"""The leading of the heads of columns, in grid units."""

BASELINE: Final = 0.76
"""How much of a line's leading is above its baseline."""


class Level(NamedTuple):
    """How much a cell says: its size and leading (in grid units), and what of an entry that has an abstract."""

    size: Literal["small", "tiny"]
    leading: float
    says: Literal["all", "title", "number"] = "all"


LEVELS: Final = (
    Level("small", 0.82),
    Level("tiny", 0.7),
    Level("tiny", 0.7, "title"),
    Level("tiny", 0.7, "number"),
)
"""From the most readable to the most compact."""

ALL: Final = 2
"""So many of the levels say everything."""


class Said(NamedTuple):
    """An item as set lines, each with its spans; the first span of the first line is the time if `timed`."""

    item: Item
    lines: tuple[tuple[Line, tuple[Span, ...]], ...]
    timed: bool

    @property
    def over(self) -> bool:
        """Whether a line sticks out."""
        return any(line.over for line, _ in self.lines)


class Manner(NamedTuple):
    """How cells are set: their level, the day's ink, and whether their room or track must be said."""

    level: Level
    ink: Ink
    room: bool = False
    track: bool = False


def leading(desk: Desk, level: Level) -> float:
    """The leading of a level in points."""
    return level.leading * desk.house.grid


def height_of(desk: Desk, said: Sequence[Said], level: Level) -> float:
    """The height of items one under the other, with the white around each, in points."""
    grid = desk.house.grid
    return sum(len(one.lines) * leading(desk, level) + (ABOVE + BELOW) * grid for one in said)


def say(desk: Desk, item: Item, measure: float, manner: Manner, folio: str) -> Said:
    """Set an item to a measure; `folio` is the page of its abstract. Words are divided only where they must be."""
    paragraphs, timed = _paragraphs(desk, item, manner, folio)
    shape = Shape("left", leading(desk, manner.level), balanced=True)
    lines: list[tuple[Line, tuple[Span, ...]]] = []
    for paragraph in paragraphs:
        spans = desk.typesetter.formulas.expanded(paragraph, within=shape.leading)
        found = set_paragraph(desk.typesetter, spans, shape, measure)
        if any(line.over for line in found):
            found = set_paragraph(desk.typesetter, spans, shape._replace(hyphenate=True), measure)
        lines += [(line, spans) for line in found]
    return Said(item, tuple(lines), timed)


def numbered(desk: Desk, item: Item, number: int, measure: float, manner: Manner) -> Said:
    """What stands for an item that is spelled out beneath the grid."""
    size = _size(desk, manner.level)
    bold = desk.house.style("sans-bold", size, manner.ink)
    start = stated(item.session)[0]
    time = "" if start is None else desk.wording.clock(start, half=False)
    spans = [
        Span(time, bold),
        Span(f" {_number(desk, number)}" if time else _number(desk, number), desk.house.style("sans", size)),
    ]
    kept = tuple(span for span in spans if span.text)
    lines = set_paragraph(desk.typesetter, kept, Shape("left", leading(desk, manner.level)), measure)
    return Said(item, tuple((line, kept) for line in lines), bool(time))


def again(desk: Desk, session: Session, measure: float, level: Level) -> tuple[tuple[Line, tuple[Span, ...]], ...]:
    """What stands at a page's top for what began on the page before: its title, and that it goes on."""
    quiet = desk.house.style("sans", _size(desk, level), desk.house.inks.quiet)
    italic = quiet._replace(face="serif-italic")
    title = session.title or desk.wording.joined(tie_initials(who.name) for who in session.speakers)
    told = (
        desk.span(title, italic),
        Span(desk.wording.gap + desk.wording.bracketed(desk.wording.word("continued")), quiet),
    )
    shape = Shape("left", leading(desk, level), hyphenate=True, balanced=True)
    spans = desk.typesetter.formulas.expanded(told, within=shape.leading)
    return tuple((line, spans) for line in set_paragraph(desk.typesetter, spans, shape, measure))


def estimated_lines(desk: Desk, item: Item, ems: float) -> int:
    """About how many lines an item takes in a measure of so many ems, by counting letters."""
    session = item.session
    names = sum(len(who.name) + 2 for who in session.speakers)
    if not desk.leads_to_abstract(session):
        names += sum(len(who.affiliation) + 2 for who in session.speakers)
        names += sum(len(who.name) + len(who.affiliation) + 5 for who in session.coauthors)
    # A letter of the serif is 0.46 em wide in the mean and one of the bold sans 0.5; ragged lines are filled to 0.85.
    title = (len(session.title) + 6) * 0.46
    second = len(session.second_title) * 0.46
    return (
        -int(-title // (0.85 * ems))
        + -int(-second // (0.85 * ems))
        + -int(-names * 0.5 // (0.85 * ems))
        + bool(session.note or session.chairs)
    )


def cell_ink(desk: Desk, day: int, session: Session) -> Ink:
    """The ink of an entry's bar: its track's, if the program states one, or else the day's."""
    for track in desk.program.tracks:
        if track.name == session.track and track.colour:
            return theme_ink(track.colour)
    return desk.house.day_ink(day)


def time_of(desk: Desk, session: Session) -> str:
    """The time that an item shows: when it starts, and when it ends if no abstract says so."""
    start, end = stated(session)
    if start is None:
        return ""
    return desk.wording.bare_span(start, None if desk.leads_to_abstract(session) else end)


def _number(desk: Desk, number: int) -> str:
    """The number of what is spelled out beneath a grid."""
    return f"({desk.wording.folio(number)})"


def _size(desk: Desk, level: Level) -> float:
    return desk.house.scale.small if level.size == "small" else desk.house.scale.tiny


def _paragraphs(desk: Desk, item: Item, manner: Manner, folio: str) -> tuple[list[tuple[Span, ...]], bool]:
    """What an item says: time and title, who and on which page, and details; and whether it begins with a time."""
    house, session = desk.house, item.session
    size = _size(desk, manner.level)
    bold, plain = house.style("sans-bold", size), house.style("sans", size)
    quiet = house.style("sans", min(size, house.scale.tiny), house.inks.quiet)
    title = quiet._replace(size=size) if session.pauses else house.style("serif-bold" if item.heads else "serif", size)
    time = time_of(desk, session)
    label = Span(
        f"{time} " if session.title else time,
        quiet._replace(size=size) if session.pauses else bold._replace(ink=manner.ink),
    )
    first = [label] if time else []
    if session.title:
        first.append(desk.span(session.title, desk.own(session, title)))
    linked = desk.leads_to_abstract(session)
    says_all = manner.level.says == "all" or not linked
    page = (
        [Span(f"\u2002{desk.wording.word('short_page', page=folio)}", plain._replace(ink=manner.ink))] if linked else []
    )
    names = list(_names(desk, session, bold, plain, linked=linked)) if says_all else []
    lines = [[*first, *([] if names else page)], [*names, *page] if names else []]
    if says_all:
        lines += detail_lines(
            desk,
            session,
            quiet,
            room=session.room if manner.room else "",
            track=session.track if manner.track else "",
            note=session.note,
            narrow=True,
        )
    return [tuple(line) for line in lines if line], bool(time)


def _names(desk: Desk, session: Session, bold: Style, plain: Style, *, linked: bool) -> Iterator[Span]:
    """Who speaks; with affiliations where no abstract names them."""
    if not session.speakers:
        return
    if not linked:
        yield from speaker_line(desk, session.speakers, bold, plain)
        return
    yield Span(desk.typeset(desk.wording.joined(tie_initials(who.name) for who in session.speakers)), bold)


def head_lines(desk: Desk, room: str, thread: str, width: float) -> tuple[tuple[Line, tuple[Span, ...]], ...]:
    """What stands over a column: the room, the building that it is in, and the track that all in it belongs to."""
    house = desk.house
    bold = house.style("sans-bold", house.scale.small)
    quiet = house.style("sans", house.scale.tiny, house.inks.quiet)
    building = next((known.building for known in desk.program.venue.rooms if known.name == room), "")
    shape = Shape("left", HEAD * house.grid, balanced=True)
    lines: list[tuple[Line, tuple[Span, ...]]] = []
    for text, style in ((room, bold), (building, quiet), (thread, quiet)):
        spans = desk.typesetter.formulas.expanded((desk.span(text, style),), within=shape.leading)
        found = set_paragraph(desk.typesetter, spans, shape, width)
        if any(line.over for line in found):
            found = set_paragraph(desk.typesetter, spans, shape._replace(hyphenate=True), width)
        lines += [(line, spans) for line in found]
    return tuple(lines)
