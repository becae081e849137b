"""What the contents of a large program name below its days: sessions, or else stretches of time, with their pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.layout.composing import Folios
from booklet.model.program import Session
from booklet.parts.anchors import talk_anchor
from booklet.parts.desk import Desk, unbroken

_LINE: Final = 62
"""Characters of a title that fit on a line of the contents, about."""


class Block(NamedTuple):
    """Talks that follow each other among the abstracts: when they begin, what they are, and their anchors.

    `counted` tells that the title says only how many they are.
    """

    day: int
    start: int | None
    title: str
    anchors: tuple[str, ...]
    counted: bool = False


class Stretch(NamedTuple):
    """A line of the contents: a day if it has neither label nor title. `pages` is a folio or a range of them."""

    day: int
    label: str
    title: str
    anchor: str
    pages: str
    counted: bool


def blocks(desk: Desk, days: Sequence[tuple[int, Sequence[Session]]], room: int) -> list[tuple[Block, str]]:
    """The lines below the days: each session if there is room, else what begins at one time, or in one hour.

    Args:
        desk: for the program and the wording.
        days: index and talks of each day that has abstracts, in their order.
        room: how many lines there may be, those of the days not counted.

    Returns:
        The blocks, each with its label; that of a whole day has none, and comes before the others of its day.
    """
    sessions = [_sessions(desk, index, talks) for index, talks in days]
    timed = [_merged(desk, day, 1) for day in sessions]
    hours = [_merged(desk, day, 60) for day in sessions]
    halves = [_merged(desk, day, 720) for day in sessions]
    fitting = (level for level in (sessions, timed, hours, halves) if sum(map(_lines, level)) <= room)
    nothing: list[list[Block]] = [[] for _ in days]
    chosen = next(fitting, nothing)
    out: list[tuple[Block, str]] = []
    for (index, talks), inside in zip(days, chosen, strict=True):
        out.append((Block(index, None, "", tuple(map(talk_anchor, talks))), ""))
        # A day that is one block is said already.
        out += [(block, _label(desk, block)) for block in inside if len(inside) > 1]
    return out


def paged(desk: Desk, found: Sequence[tuple[Block, str]], folios: Folios) -> list[Stretch]:
    """Blocks with their pages, by the folios found before."""
    out = []
    for block, label in found:
        pages = [int(folios.of(anchor)) for anchor in block.anchors]
        first, last = min(pages), max(pages)
        named = label or block.title
        folio = (
            f"{first:02}" if not first or (named and len(block.anchors) == 1) or first == last else f"{first}–{last}"
        )
        printed = desk.wording.numerals(folio)
        out.append(Stretch(block.day, label, block.title, block.anchors[pages.index(first)], printed, block.counted))
    return out


def _sessions(desk: Desk, day: int, talks: Sequence[Session]) -> list[Block]:
    """A block for each session, and for each talk that is in none."""
    around = {talk.at: session for session in desk.program.days[day].sessions for talk in session.talks}
    runs: list[tuple[Session, list[Session]]] = []
    for talk in talks:
        session = around.get(talk.at, talk)
        if not runs or runs[-1][0] is not session:
            runs.append((session, []))
        runs[-1][1].append(talk)
    out = []
    for session, inside in runs:
        start = session.start if session.start is not None else inside[0].start
        title = desk.wording.word("dot").join(filter(None, [session.called, unbroken(session.room)]))
        out.append(Block(day, start, title, tuple(map(talk_anchor, inside))))
    return out


def _merged(desk: Desk, found: Sequence[Block], minutes: int) -> list[Block]:
    """Blocks that follow each other and begin within the same stretch of so many minutes, as one."""
    runs: list[list[Block]] = []
    for block in found:
        before = runs[-1][-1] if runs else None
        same = before is not None and _within(before.start, minutes) == _within(block.start, minutes)
        if same:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_joined(desk, run) for run in runs]


def _joined(desk: Desk, run: Sequence[Block]) -> Block:
    if len(run) == 1:
        return run[0]
    anchors = tuple(anchor for block in run for anchor in block.anchors)
    return Block(
        run[0].day, run[0].start, desk.wording.word("talks_number", number=len(anchors)), anchors, counted=True
    )


def _within(start: int | None, minutes: int) -> int | None:
    return None if start is None else start // minutes


def _lines(found: Sequence[Block]) -> int:
    return sum(1 + len(block.title) // _LINE for block in found)


def _label(desk: Desk, block: Block) -> str:
    return "" if block.start is None else desk.wording.clock(block.start)
