"""Backs of badges: the bearer's own talks, the days at a glance, and what is handed in or scanned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.errors import Fault
from booklet.geometry import Rect
from booklet.layout.marks import Mark, Rule
from booklet.model.attendees import Attendee
from booklet.parts.badge_codes import Code
from booklet.parts.badge_rows import Look, Row, Rows, Way
from booklet.parts.badge_text import TINY, Side, fit, sizes_from
from booklet.parts.badge_tokens import token_marks
from booklet.parts.desk import Desk
from booklet.parts.qr import qr

_SIZES: Final = (1.5, 1.3, 1.12, 1.0, 0.88)
"""Sizes of the rows, as shares of the size that is small on these labels."""

_WAYS: Final = (Way(True, False), Way(False, False), Way(True, True), Way(False, True))
"""What days say, from much to little."""

_SMALLEST: Final = 6.5
"""Points: the least size of rows; a timetable is held closer than a name."""

_HIGH: Final = 0.45
"""The share of the height from which on a code leaves no room above it."""

_WIDE: Final = 240.0
"""From so many points on a back has room for two columns."""


class Foot(NamedTuple):
    """What is at the bottom of a back: things to hand in, a code, and whether the network is named."""

    tokens: tuple[str, ...] = ()
    code: Code | None = None
    wifi: bool = False


class _Laid(NamedTuple):
    """Rows that have been laid out, and how many were left out: of all, and of the bearer's own talks."""

    marks: tuple[Mark, ...]
    left_out: int
    own: int


def set_back(
    desk: Desk, rows: Rows, attendee: Attendee, inside: Rect, small: float, foot: Foot
) -> tuple[tuple[Mark, ...], tuple[Fault, ...]]:
    """Set the back of a badge.

    Args:
        desk: the program.
        rows: sets its days.
        attendee: whose badge it is.
        inside: where type may stand.
        small: the size that is small on these labels, in points.
        foot: what is at the bottom.

    Returns:
        The marks, and what could not be set well.
    """
    side: Side = "right" if desk.typesetter.rtl else "left"
    marks, free = _head(desk, attendee, inside, small, side)
    below, free, faults = _foot(desk, attendee, free, small, foot)
    laid = _laid(rows, attendee, free, small, side)
    if laid.own:
        what = f"the back of the badge of {attendee.name!r} has no room for {laid.own} of their own talks"
        faults = (*faults, Fault(what, None, "take larger labels"))
    return (*marks, *below, *laid.marks), faults


def _head(desk: Desk, attendee: Attendee, inside: Rect, small: float, side: Side) -> tuple[list[Mark], Rect]:
    """Whose badge it is, so that a badge that has turned round says so still, and the event's name without one."""
    text = attendee.name or desk.program.event.short_title
    style = desk.house.style("sans-bold", small, desk.house.inks.ground)
    fitted = fit(desk, text, style, (*sizes_from(1.1 * small, 7.0),), side, inside.width)
    fitted = fitted or fit(desk, text, style, (*sizes_from(small, 6.5), *TINY), side, inside.width, most=2)
    marks = fitted.block.marks(inside.x, inside.y) if fitted else []
    taken = (fitted.block.height if fitted else 0.0) + 0.35 * small
    marks.append(Rule(inside.x, inside.y + taken, inside.right, inside.y + taken, 0.6, desk.house.inks.hair))
    taken += 0.6 * small
    return marks, Rect(inside.x, inside.y + taken, inside.width, max(0.0, inside.height - taken))


def _foot(
    desk: Desk, attendee: Attendee, free: Rect, small: float, foot: Foot
) -> tuple[list[Mark], Rect, tuple[Fault, ...]]:
    """What is at the bottom, and what is left above it: the code in the corner where lines end, the rest beside it.

    A code that takes much of the height leaves the column beside it instead.
    """
    marks: list[Mark] = []
    faults: list[Fault] = []
    above, beside = free, free
    code = _code(desk, free, foot.code) if foot.code else None
    if foot.code and code is None:
        what = f"there is no room for a code on the badge of {attendee.name!r}"
        faults.append(Fault(what, None, "take larger labels, or a shorter address"))
    if code:
        marks += code.marks
        column = free.width - code.area.width - small
        beside = Rect(free.right - column if desk.typesetter.rtl else free.x, code.area.y, column, code.area.height)
        if code.area.height > _HIGH * free.height:
            above = beside = beside._replace(y=free.y, height=free.height)
        else:
            above = free._replace(height=code.area.y - 0.5 * small - free.y)
    low = beside.bottom
    network = desk.program.venue.wifi
    if foot.wifi and network:
        text = desk.wording.word("dot").join(filter(None, [network.network, network.password]))
        text = desk.wording.labelled(desk.wording.word("wifi"), text)
        style = desk.house.style("sans", small, desk.house.inks.text)
        side: Side = "right" if desk.typesetter.rtl else "left"
        said = fit(desk, text, style, (*sizes_from(small, 6.5), *TINY), side, beside.width, most=2)
        if said:
            marks += said.block.marks(beside.x, low - said.block.height)
            low -= said.block.height + 0.5 * small
    if foot.tokens:
        room = Rect(beside.x, free.y, beside.width, low - free.y)
        shown, height, found = token_marks(desk, replace(attendee, tokens=foot.tokens), room, small)
        marks += shown
        faults += found
        low -= height + 0.5 * small if shown else 0.0
    bottom = min(low, above.bottom)
    return marks, above._replace(height=max(0.0, bottom - above.y)), tuple(faults)


class _Drawn(NamedTuple):
    """A code with what is said beneath it, and where both are."""

    marks: tuple[Mark, ...]
    area: Rect


def _code(desk: Desk, free: Rect, code: Code) -> _Drawn | None:
    """A code in the corner where lines end; None if there is no room."""
    square = min(code.best, max(code.least, 0.35 * free.height))
    style = desk.house.style("sans", 6.5, desk.house.inks.quiet)
    said = fit(desk, code.says, style, (6.5, 6.0, 5.5, *TINY), "centre", square, most=2, leading=1.1)
    under = said.block.height if said else 0.0
    if square + under > free.height or square > 0.6 * free.width:
        return None
    x = free.x if desk.typesetter.rtl else free.right - square
    top = free.bottom - square - under
    marks = [qr(code.text, Rect(x, top, square, square), desk.house.inks.text)]
    words = said.block.marks(x, free.bottom - under) if said else []
    return _Drawn((*marks, *words), Rect(x, top, square, square + under))


def _laid(rows: Rows, attendee: Attendee, free: Rect, small: float, side: Side) -> _Laid:
    """The rows in the fullest way in which all of them fit, or else as many as do, with the number of the others.

    Everything is tried first, then no pauses, then names instead of titles, and then ever fewer entries a day.
    """
    sizes = list(dict.fromkeys(max(_SMALLEST, round(share * small, 1)) for share in _SIZES))
    counts = (1, 2) if free.width >= _WIDE else (1,)
    longest = max((len(day.entries) for day in rows.days), default=0)
    page = _Page(rows, attendee, free, side, sizes[-1])
    for way in _WAYS:
        for size in sizes:
            for columns in counts:
                laid = page.laid(way, size, columns, [longest] * len(rows.days))
                if laid:
                    return laid
    way, size = _WAYS[-1], sizes[-1]
    for most in range(longest - 1, -1, -1):
        for columns in counts:
            laid = page.laid(way, size, columns, [most] * len(rows.days))
            if laid:
                return page.filled(laid, way, size, columns, most)
    return _fewer(rows, attendee, free, Look(sizes[-1], free.width, side))


class _Page(NamedTuple):
    """A back that is filled with rows in different ways; only the smallest type may be squeezed into one column."""

    rows: Rows
    attendee: Attendee
    free: Rect
    side: Side
    smallest: float

    def laid(self, way: Way, size: float, columns: int, most: Sequence[int]) -> _Laid | None:
        """The rows with so many entries of each day at the most; None if they do not fit."""
        gutter = 1.2 * size if columns > 1 else 0.0
        look = Look(size, (self.free.width - gutter) / columns, self.side)
        own = self.rows.own(self.attendee, look._replace(width=self.free.width))
        rows: list[Row] = []
        left_out = 0
        for day, count in zip(self.rows.days, most, strict=True):
            found, missing = self.rows.day(day, look, way, count)
            rows += found
            left_out += missing
        if left_out:
            rows.append(self.rows.more(left_out, look))
        if (columns > 1 or size > self.smallest) and any(row.squeezed for row in (*own, *rows)):
            return None
        marks = _packed(own, rows, self.free, look.width + gutter, columns)
        return None if marks is None else _Laid(marks, left_out, 0)

    def filled(self, laid: _Laid, way: Way, size: float, columns: int, most: int) -> _Laid:
        """A back with an entry more on as many days as there is room for."""
        counts = [most] * len(self.rows.days)
        for at in range(len(counts)):
            counts[at] += 1
            more = self.laid(way, size, columns, counts)
            if more is None:
                counts[at] -= 1
            else:
                laid = more
        return laid


def _fewer(rows: Rows, attendee: Attendee, free: Rect, look: Look) -> _Laid:
    """As many of the bearer's own talks as fit, and the number of what is left out."""
    own = rows.own(attendee, look)
    others = sum(not entry.pauses for day in rows.days for entry in day.entries)
    for kept in range(len(own), 1, -1):
        left_out = len(own) - kept + others
        shown = [*own[:kept], *([rows.more(left_out, look)] if left_out else [])]
        marks = _packed(shown, (), free, look.width, 1)
        if marks is not None:
            return _Laid(marks, left_out, len(own) - kept)
    return _Laid((), others, sum(not row.heads for row in own))


def _packed(
    first: Sequence[Row], rest: Sequence[Row], free: Rect, step: float, columns: int
) -> tuple[Mark, ...] | None:
    """The first rows in full width, and beneath them the rest in columns from the start edge on.

    Headings stay with what follows them. None if there is no room.
    """
    top = sum(row.height + row.gap for row in first)
    if top - (first[-1].gap if first and not rest else 0.0) > free.height + 0.01:
        return None
    parted = _parted(list(_groups(rest)), free.height - top, columns)
    if parted is None:
        return None
    marks: list[Mark] = []
    for at, (rows, start) in enumerate(((first, 0.0), *((column, top) for column in parted))):
        y = start
        for row in rows:
            column = max(0, at - 1) if row.side == "left" else columns - 1 - max(0, at - 1)
            x = free.x + (column * step if at else 0.0)
            marks += [mark.moved(x, free.y + y) for mark in row.marks]
            y += row.height + row.gap
    return tuple(marks)


def _parted(groups: Sequence[Sequence[Row]], height: float, columns: int) -> list[list[Row]] | None:
    """Rows in columns of a height, where one is not enough; the second begins with a day, if that can be."""
    heights = [sum(row.height + row.gap for row in group) for group in groups]
    last = groups[-1][-1].gap if groups else 0.0
    if sum(heights) - last <= height + 0.01:
        return [[row for group in groups for row in group]]
    if columns == 1:
        return None
    breaks = [at for at in range(1, len(groups)) if groups[at][0].heads]
    halves = sorted(breaks, key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    for at in (*halves, *range(len(groups) - 1, 0, -1)):
        gap = groups[at - 1][-1].gap
        if sum(heights[:at]) - gap <= height + 0.01 and sum(heights[at:]) - last <= height + 0.01:
            return [[row for group in part for row in group] for part in (groups[:at], groups[at:])]
    return None


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows by themselves, or behind their headings."""
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.heads:
            yield group
            group = []
    if group:
        yield group
