"""The rows of a badge's back: talks with their times and rooms, and the days with what is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.layout.marks import Ink, Mark, Rule
from booklet.model.attendees import Attendee
from booklet.model.program import Session
from booklet.parts.badge_text import TINY, Block, Inline, Side, fit, set_lines, stack, whole
from booklet.parts.desk import Desk
from booklet.parts.glance_blocks import stated
from booklet.text.styles import Span

_LEADING: Final = 1.16

_FOR_ALL: Final = frozenset({"keynote", "plenary", "panel", "social", "dinner"})
"""Kinds of entries that are shown first where there is no room for all."""


class Row(NamedTuple):
    """Something that is shown whole or not at all: marks from its top left corner, its height, the white beneath it.

    A row that `heads` is only shown with what follows it. `side` is the edge where its lines start.
    """

    marks: tuple[Mark, ...]
    height: float
    gap: float
    side: Side
    heads: bool = False


class Look(NamedTuple):
    """How rows are set: the size of their type and their width in points, and the edge where their lines start."""

    size: float
    width: float
    side: Side


class ShownDay(NamedTuple):
    """A day by its index, and its entries that have a title or speakers, in the order of the program."""

    index: int
    entries: tuple[Session, ...]


def shown_days(desk: Desk) -> Iterator[ShownDay]:
    """The days of the program; what is inside of a session is not shown, as the session is."""
    for index, day in enumerate(desk.program.days):
        yield ShownDay(index, tuple(session for session in day.sessions if session.called))


def own_rows(desk: Desk, attendee: Attendee, look: Look) -> list[Row]:
    """Somebody's own talks, each with its time and room, under a heading."""
    if not attendee.talks:
        return []
    wording, inks = desk.wording, desk.house.inks
    dates = {session.at[:2]: day.date for day in desk.program.days for session in day.entries}
    labels = []
    for talk in attendee.talks:
        date = dates.get(talk.at[:2]) if len(desk.program.days) > 1 else None
        start = stated(talk)[0]
        time = "" if start is None else wording.clock(start)
        labels.append(" ".join(filter(None, [wording.short_weekday(date) if date else "", time])))
    rows = [_heading(desk, wording.word("your_talks"), look, inks.accent)]
    width = _width(desk, labels, look)
    for label, talk in zip(labels, attendee.talks, strict=True):
        rows.append(_row(desk, label, talk, look, width, own=True))
    rows[-1] = rows[-1]._replace(gap=1.1 * look.size)
    return rows


def day_rows(desk: Desk, day: ShownDay, look: Look, *, pauses: bool, most: int) -> tuple[list[Row], int]:
    """A day under its date.

    Args:
        desk: the program.
        day: the day.
        look: how rows are set.
        pauses: whether breaks and meals are shown.
        most: how many entries are shown, those first that are for everybody.

    Returns:
        The rows, and how many entries other than pauses are not among them.
    """
    wording, program = desk.wording, desk.program
    entries = [entry for entry in day.entries if pauses or not entry.pauses]
    ranked = sorted(range(len(entries)), key=lambda at: (entries[at].kind not in _FOR_ALL, at))
    shown = [entries[at] for at in sorted(ranked[:most])]
    head, rest = wording.dated(program.days[day.index].date)
    extent = program.days[day.index].extent
    time = f" · {wording.span(*extent)}" if extent else ""
    rows = [_heading(desk, f"{head}{rest}{time}", look, desk.house.day_ink(day.index))]
    labels = ["" if (start := stated(entry)[0]) is None else wording.clock(start) for entry in shown]
    width = _width(desk, labels, look)
    rows += [_row(desk, label, entry, look, width) for label, entry in zip(labels, shown, strict=True)]
    if len(rows) == 1:
        rows[0] = rows[0]._replace(heads=False)
    rows[-1] = rows[-1]._replace(gap=0.9 * look.size)
    return rows, len(entries) - len(shown)


def more_row(desk: Desk, number: int, look: Look) -> Row:
    """How much is not shown, and where it is."""
    style = desk.house.style("sans-italic", look.size, desk.house.inks.quiet)
    block = _block(desk, [Span(desk.wording.word("and_more", number=number), style)], look, look.width)
    return Row(tuple(block.marks(0.0, 0.0)), block.height, 0.0, look.side)


def _heading(desk: Desk, text: str, look: Look, ink: Ink) -> Row:
    """A heading over a rule in an ink of its own."""
    style = desk.house.style("sans-bold", look.size, desk.house.inks.text)
    block = _block(desk, [desk.span(text, style)], look, look.width)
    y = block.height + 0.05 * look.size
    rule = Rule(0.0, y, look.width, y, 0.9, ink)
    return Row((*block.marks(0.0, 0.0), rule), y + 0.5, 0.35 * look.size, look.side, heads=True)


def _width(desk: Desk, labels: Sequence[str], look: Look) -> float:
    """The width of a column of times, no more than half of a row's."""
    style = desk.house.style("sans", look.size, figures="tnum")
    widest = max((desk.typesetter.width(style, label) for label in labels if label), default=0.0)
    return min(widest + 0.7 * look.size, 0.5 * look.width) if widest else 0.0


def _row(desk: Desk, label: str, entry: Session, look: Look, width: float, *, own: bool = False) -> Row:
    """An entry beside its time: its title, and who speaks where that is not its bearer, and its room."""
    house, inks = desk.house, desk.house.inks
    size, quiet = look.size, inks.quiet
    face = "sans-bold" if own or entry.kind in {"keynote", "plenary"} else "sans"
    pauses = entry.pauses and not own
    names = "" if own else desk.wording.joined(desk.family(speaker.name) for speaker in entry.speakers)
    title = entry.title or names
    spans = [desk.span(whole(title), desk.own(entry, house.style(face, size, quiet if pauses else None)))]
    beside = [names if names != title else "", entry.room]
    spans += [Span(f" · {desk.typeset(whole(text))}", house.style("sans", size, quiet)) for text in beside if text]
    block = _block(desk, spans, look, look.width - width)
    left = look.side == "left"
    marks = block.marks(width if left else 0.0, 0.0)
    if label and block.lines:
        style = house.style("sans", size, quiet, figures="tnum")
        fitted = fit(desk, label, style, (size, 0.9 * size, 0.8 * size, *TINY), look.side, width - 0.3 * size)
        if fitted:
            [(_, line)] = fitted.block.lines
            x = 0.0 if left else look.width - (width - 0.3 * size)
            marks += [mark.moved(x, block.lines[0][0]) for mark in line.marks]
    return Row(tuple(marks), block.height, 0.18 * size, look.side)


def _block(desk: Desk, spans: Sequence[Span], look: Look, measure: float) -> Block:
    """A text in the size of its row, or as small as its longest word demands."""
    lines: tuple[Inline, ...] | None = None
    for size in (look.size, *[tiny for tiny in TINY if tiny < look.size]):
        sized = [span._replace(style=span.style._replace(size=size)) for span in spans]
        lines = set_lines(desk, sized, look.side, measure)
        if lines is not None:
            break
    return stack(lines or (), _LEADING)
