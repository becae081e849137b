"""The rows of a badge's back: talks with their times and rooms, and the days with what is on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.layout.marks import Ink, Mark, Rule
from booklet.model.attendees import Attendee
from booklet.model.program import Key, Session
from booklet.parts.badge_text import TINY, Block, Inline, Side, fit, set_lines, stack, whole
from booklet.parts.desk import Desk
from booklet.parts.glance_blocks import stated
from booklet.text.styles import Span

_NBSP: Final = "\u00a0"

_LEADING: Final = 1.16

_FOR_ALL: Final = frozenset({"keynote", "plenary", "panel", "social", "dinner"})
"""Kinds of entries that are shown first where there is no room for all."""


class Row(NamedTuple):
    """Something that is shown whole or not at all: marks from its top left corner, its height, the white beneath it.

    A row that `heads` is only shown with what follows it. `side` is the edge where its lines start. One that is
    `squeezed` has smaller type than it was to have, or a heading on two lines: its column is too narrow.
    """

    marks: tuple[Mark, ...]
    height: float
    gap: float
    side: Side
    heads: bool = False
    squeezed: bool = False


class Look(NamedTuple):
    """How rows are set: the size of their type and their width in points, and the edge where their lines start."""

    size: float
    width: float
    side: Side


class ShownDay(NamedTuple):
    """A day by its number from 0, and its entries that have a title or speakers, in the order of the program."""

    number: int
    entries: tuple[Session, ...]


class Way(NamedTuple):
    """What days say: whether breaks and meals are shown, and whether talks are told by who gives them alone."""

    pauses: bool
    brief: bool


class Rows:
    """Sets rows, and keeps those of the days, which most backs share."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[tuple[Key, str, Look, float, bool], Row] = {}
        self._days: dict[tuple[int, Look, Way, int], tuple[list[Row], int]] = {}
        self._dates = {session.at[:2]: day.date for day in desk.program.days for session in day.entries}
        self.days = tuple(
            ShownDay(index, tuple(session for session in day.sessions if session.called))
            for index, day in enumerate(desk.program.days)
        )

    def own(self, attendee: Attendee, look: Look) -> list[Row]:
        """Somebody's own talks, each with its time and room, under a heading."""
        if not attendee.talks:
            return []
        wording = self._desk.wording
        labels = []
        for talk in attendee.talks:
            date = self._dates.get(talk.at[:2]) if len(self.days) > 1 else None
            start = stated(talk)[0]
            time = "" if start is None else wording.clock(start)
            labels.append(" ".join(filter(None, [wording.short_weekday(date) if date else "", time])))
        rows = [_heading(self._desk, (wording.word("your_talks"),), look, self._desk.house.inks.accent)]
        width = _width(self._desk, labels, look)
        rows += [
            _row(self._desk, label, _own_spans(self._desk, talk, look.size), look, width)
            for label, talk in zip(labels, attendee.talks, strict=True)
        ]
        rows[-1] = rows[-1]._replace(gap=1.1 * look.size)
        return rows

    def day(self, day: ShownDay, look: Look, way: Way, most: int) -> tuple[list[Row], int]:
        """A day under its date.

        Args:
            day: the day.
            look: how rows are set.
            way: what they say.
            most: how many entries are shown, those first that are for everybody.

        Returns:
            The rows, and how many entries other than pauses are not among them.
        """
        key = day.number, look, way, most
        if key not in self._days:
            self._days[key] = self._day(day, look, way, most)
        return self._days[key]

    def _day(self, day: ShownDay, look: Look, way: Way, most: int) -> tuple[list[Row], int]:
        desk, wording = self._desk, self._desk.wording
        entries = [entry for entry in day.entries if way.pauses or not entry.pauses]
        ranked = sorted(range(len(entries)), key=lambda at: (entries[at].kind not in _FOR_ALL, at))
        shown = [entries[at] for at in sorted(ranked[:most])]
        date, extent = desk.program.days[day.number].date, desk.program.days[day.number].extent
        head = "".join(wording.dated(date))
        heads = (wording.word("dot").join([head, wording.span(*extent)]), head) if extent else (head,)
        rows = [_heading(desk, heads, look, desk.house.day_ink(day.number), bare=not shown)]
        labels = ["" if (start := stated(entry)[0]) is None else wording.clock(start) for entry in shown]
        width = _width(desk, labels, look)
        for label, entry in zip(labels, shown, strict=True):
            key = entry.at, label, look, width, way.brief
            if key not in self._kept:
                self._kept[key] = _row(desk, label, _spans(desk, entry, look.size, brief=way.brief), look, width)
            rows.append(self._kept[key])
        if shown:
            rows[-1] = rows[-1]._replace(gap=0.9 * look.size)
        return rows, len(entries) - len(shown)

    def more(self, number: int, look: Look) -> Row:
        """How much is not shown, and where it is."""
        desk = self._desk
        style = desk.house.style("sans-italic", look.size, desk.house.inks.quiet)
        block = _block(desk, [Span(desk.wording.word("and_more", number=number), style)], look, look.width)
        return Row(tuple(block.marks(0.0, 0.0)), block.height, 0.0, look.side)


def _heading(desk: Desk, texts: Sequence[str], look: Look, ink: Ink, *, bare: bool = False) -> Row:
    """The first of some headings that takes one line, or else the last, over a rule in an ink of its own.

    A bare one stands for itself, in that ink.
    """
    style = desk.house.style("sans-bold", look.size, ink if bare else desk.house.inks.text)
    for text in texts:
        block = _block(desk, [desk.span(text, style)], look, look.width)
        if len(block.lines) == 1:
            break
    if bare:
        marks = tuple(block.marks(0.0, 0.0))
        return Row(marks, block.height, 0.15 * look.size, look.side, squeezed=len(block.lines) > 1)
    y = block.height + 0.05 * look.size
    rule = Rule(0.0, y, look.width, y, 0.9, ink)
    marks = (*block.marks(0.0, 0.0), rule)
    return Row(marks, y + 0.5, 0.35 * look.size, look.side, heads=True, squeezed=len(block.lines) > 1)


def _width(desk: Desk, labels: Sequence[str], look: Look) -> float:
    """The width of a column of times, no more than half of a row's."""
    style = desk.house.style("sans", look.size, figures="tnum")
    widest = max((desk.typesetter.width(style, label) for label in labels if label), default=0.0)
    return min(widest + 0.7 * look.size, 0.5 * look.width) if widest else 0.0


def _own_spans(desk: Desk, talk: Session, size: float) -> list[Span]:
    """One's own talk: its title and its room."""
    house = desk.house
    spans = [desk.span(whole(talk.called), desk.own(talk, house.style("sans-bold", size)))]
    return [*spans, *_beside(desk, [talk.room], size)]


def _spans(desk: Desk, entry: Session, size: float, *, brief: bool) -> list[Span]:
    """An entry: its title, who speaks, and the room; in brief the names stand for the title."""
    house = desk.house
    names = desk.wording.joined(desk.family(speaker.name) for speaker in entry.speakers)
    title = names if brief and names else entry.title or names
    face = "sans-bold" if entry.kind in {"keynote", "plenary"} else "sans"
    style = house.style(face, size, house.inks.quiet if entry.pauses else None)
    spans = [desk.span(whole(title), desk.own(entry, style) if title == entry.title else style)]
    return [*spans, *_beside(desk, ["" if title == names else names, entry.room], size)]


def _beside(desk: Desk, texts: Sequence[str], size: float) -> list[Span]:
    """What stands back behind a title, each behind a dot that stays with what is before it."""
    style = desk.house.style("sans", size, desk.house.inks.quiet)
    dot = f"{_NBSP}{desk.wording.word('dot').lstrip()}"
    return [Span(f"{dot}{desk.typeset(whole(text))}", style) for text in texts if text]


def _row(desk: Desk, label: str, spans: Sequence[Span], look: Look, width: float) -> Row:
    """An entry beside its time."""
    size = look.size
    block = _block(desk, spans, look, look.width - width)
    left = look.side == "left"
    marks = block.marks(width if left else 0.0, 0.0)
    if label and block.lines:
        style = desk.house.style("sans", size, desk.house.inks.quiet, figures="tnum")
        room = width - 0.3 * size
        fitted = fit(desk, label, style, (size, 0.9 * size, 0.8 * size, *TINY), look.side, room)
        if fitted:
            [(_, line)] = fitted.block.lines
            marks += [mark.moved(0.0 if left else look.width - room, block.lines[0][0]) for mark in line.marks]
    squeezed = any(line.size < size for _, line in block.lines)
    return Row(tuple(marks), block.height, 0.18 * size, look.side, squeezed=squeezed)


def _block(desk: Desk, spans: Sequence[Span], look: Look, measure: float) -> Block:
    """A text in the size of its row, or as small as its longest word demands."""
    lines: tuple[Inline, ...] | None = None
    for size in (look.size, *[tiny for tiny in TINY if tiny < look.size]):
        sized = [span._replace(style=span.style._replace(size=size)) for span in spans]
        lines = set_lines(desk, sized, look.side, measure, balanced=False)
        if lines is not None:
            break
    return stack(lines or (), _LEADING)
