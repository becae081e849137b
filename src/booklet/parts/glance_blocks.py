"""The blocks of the programme at a glance: what each entry of a day says, and how high it must be to say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Literal, NamedTuple

from booklet.layout.timescale import Need
from booklet.model.program import Day, Key, Session
from booklet.parts.anchors import row_anchor, talk_anchor
from booklet.parts.desk import Desk, unbroken
from booklet.parts.posters import listed_apart, posters_summary
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import Shape, Span, Style

_OPEN_END: Final = 30
"""How long an entry without an end is drawn, in minutes, if nothing follows it."""

_BAND: Final = 30
"""How much of the scale goes to what has no time and stands before all times of its day or after them, in minutes."""

APART: Final = "\u2002"
"""Between a name and the title beside it: an en space."""

_WHITE: Final = 1.0
"""White under an entry, in points."""


class Level(NamedTuple):
    """How much a block says: its size, leading and padding in shares of the grid, and whose titles are given."""

    size: Literal["small", "tiny"]
    leading: float
    pad: float
    titles: bool
    inner_titles: bool


LEVELS: Final = (
    Level("small", 0.84, 0.3, titles=True, inner_titles=True),
    Level("small", 0.84, 0.3, titles=True, inner_titles=False),
    Level("tiny", 0.72, 0.2, titles=True, inner_titles=False),
    Level("tiny", 0.72, 0.12, titles=False, inner_titles=False),
)
"""From the most readable to the most compact."""


class Entry(NamedTuple):
    """What a block says of one session: set lines with the spans that they came from."""

    session: Session
    lines: tuple[tuple[Line, tuple[Span, ...]], ...]


class Block(NamedTuple):
    """A stretch of the scale of time and the entries in it, one under the other; `leading` and `pad` are in points.

    In a timed block the first entry has the time, and any others have none but found no gap. A block that is not timed
    holds only entries without a time, in the gap where they belong. `lane` of `lanes` is its place beside blocks that
    run at the same time.
    """

    entries: tuple[Entry, ...]
    start: int
    end: int
    leading: float
    pad: float
    lane: int = 0
    lanes: int = 1
    timed: bool = True

    def text_height(self, entry: Entry) -> float:
        """The height of an entry's lines in points."""
        return len(entry.lines) * self.leading

    @property
    def need(self) -> Need:
        """The time it takes and the height that it must have, the white under each entry included."""
        height = sum(self.text_height(entry) + 2 * self.pad + _WHITE for entry in self.entries)
        return Need(self.start, self.end, height)

    def shares(self, top: float, bottom: float) -> list[tuple[float, float]]:
        """Where each entry lies between two heights that are far enough apart: its top and its height, in points.

        What is left over goes to the entry with a time; a band without one stays in the middle, so that it claims none.
        """
        heights = [self.text_height(entry) + 2 * self.pad for entry in self.entries]
        spare = bottom - top - sum(heights) - _WHITE * len(heights)
        if self.timed:
            heights[0] += spare
        else:
            top += spare / 2
        shares = []
        for height in heights:
            shares.append((top, height))
            top += height + _WHITE
        return shares


def day_blocks(desk: Desk, day: Day, width: float, level: Level) -> list[Block]:
    """The blocks of a day in the order of the program.

    Args:
        desk: for the design and the typesetter.
        day: the day.
        width: the width of the day's column in points.
        level: how much to say.

    Returns:
        The blocks; none if the day states no times.
    """
    extents = _extents(day.sessions)
    if not extents:
        return []
    lanes = _lanes(extents)
    setter = _Setter(desk, width, level)
    first = min(start for start, _ in extents.values())
    blocks: list[Block] = []
    for untimed, session in _grouped(day.sessions, extents):
        if untimed:
            before = max((block.end for block in blocks), default=first - _BAND)
            after = before + _BAND if session is None else extents[session.at][0] if blocks else first
            if before < after and not any(start < after and before < end for start, end in extents.values()):
                blocks.append(setter.block(untimed, (before, after), timed=False))
            else:
                blocks[-1] = setter.joined(blocks[-1], untimed)
        if session is not None:
            blocks.append(setter.block([session], extents[session.at], lanes[session.at]))
    return blocks


def stated(session: Session) -> tuple[int | None, int | None]:
    """From when to when an entry is, as far as the program says: its own time, or else that of the talks inside it."""
    starts = [talk.start for talk in session.talks if talk.start is not None]
    if session.start is not None or not starts:
        return session.start, session.end
    # What comes last may have no end: then the session has none either.
    last = session.talks[-1].end
    return min(starts), last and max(talk.end for talk in session.talks if talk.end is not None)


def target(desk: Desk, session: Session) -> str:
    """What a block leads to: the abstract, or the row in the timetable; "" for pauses."""
    if session.pauses:
        return ""
    if desk.leads_to_abstract(session):
        return f"#{talk_anchor(session)}"
    return f"#{row_anchor(session)}" if "timetable" in desk.program.options.parts else ""


class _Setter(NamedTuple):
    """Makes the blocks of a column `width` points wide."""

    desk: Desk
    width: float
    level: Level

    def block(
        self,
        sessions: Sequence[Session],
        times: tuple[int, int],
        place: tuple[int, int] = (0, 1),
        *,
        timed: bool = True,
    ) -> Block:
        """A block that holds sessions, in a lane of so many."""
        grid = self.desk.house.grid
        empty = Block((), *times, self.level.leading * grid, self.level.pad * grid, *place, timed)
        return self.joined(empty, sessions)

    def joined(self, block: Block, sessions: Sequence[Session]) -> Block:
        """A block with sessions put under what it holds."""
        measure = self.width / block.lanes - 1.2 * self.desk.house.grid
        entries = [Entry(session, _lines(self.desk, session, measure, self.level)) for session in sessions]
        return block._replace(entries=(*block.entries, *entries))


def _grouped(
    sessions: Sequence[Session], extents: Mapping[Key, tuple[int, int]]
) -> Iterator[tuple[list[Session], Session | None]]:
    """Each entry with a time, and those without one before it; at last those after the last one, with None."""
    untimed: list[Session] = []
    for session in sessions:
        if session.at in extents:
            yield untimed, session
            untimed = []
        else:
            untimed.append(session)
    yield untimed, None


def _lines(desk: Desk, session: Session, measure: float, level: Level) -> tuple[tuple[Line, tuple[Span, ...]], ...]:
    """What an entry says, set to a measure: who, and if there is room, what."""
    house = desk.house
    size = house.scale.small if level.size == "small" else house.scale.tiny
    bold = house.style("sans-bold", size)
    quiet = house.style("sans", size, house.inks.quiet)
    serif = house.style("serif", size)
    families = [desk.family(speaker.name) for speaker in session.speakers]
    names = [(name, bold) for name in desk.named(desk.wording.joined(families), families)]
    texts: list[list[tuple[str, Style]]]
    if session.pauses:
        texts = [[(session.title, desk.own(session, quiet))]]
    elif session.talks:
        heading = house.style("serif-bold", size)
        texts = [[(session.title, desk.own(session, heading))], *_inside(desk, session, bold, serif, level)]
    elif names:
        texts = [names, *([[(session.title, desk.own(session, serif))]] if level.titles else [])]
    else:
        texts = [[(session.title, desk.own(session, bold))]]
    if session.room:
        texts[0].append((f"{desk.wording.word('dot')}{unbroken(session.room)}", quiet))
    hanging = house.grid if session.talks else 0.0
    shape = Shape("left", level.leading * house.grid, hanging=hanging, balanced=not session.talks)
    out: list[tuple[Line, tuple[Span, ...]]] = []
    for text in texts:
        told = [desk.span(words, style) for words, style in text if words]
        spans = desk.typesetter.formulas.expanded(told, within=shape.leading)
        out += [(line, spans) for line in set_paragraph(desk.typesetter, spans, shape, measure)]
    return tuple(out)


def _inside(desk: Desk, session: Session, name: Style, title: Style, level: Level) -> list[list[tuple[str, Style]]]:
    """The talks of a session: a line each, or only the names in one line; of posters that have a list, how many."""
    if listed_apart(desk, session):
        return [[(posters_summary(desk, session), title)]]
    families = [[desk.family(person.name) for person in talk.speakers] for talk in session.talks]
    names = [desk.wording.joined(people) for people in families]
    if not level.inner_titles:
        says = [who or talk.title for who, talk in zip(names, session.talks, strict=True)]
        return [
            [(part, name) for part in desk.named(desk.wording.word("dot").join(says), chain.from_iterable(families))]
        ]
    lines = []
    for who, people, talk in zip(names, families, session.talks, strict=True):
        said = f"{who}{APART}" if talk.title and who else who
        lines.append([*[(part, name) for part in desk.named(said, people)], (talk.title, desk.own(talk, title))])
    return lines


def _extents(sessions: Sequence[Session]) -> dict[Key, tuple[int, int]]:
    """From when to when each entry with a time is drawn, by its key: an open end lasts until something else starts."""
    spans = {session.at: stated(session) for session in sessions}
    starts = [start for start, _ in spans.values() if start is not None]
    extents = {}
    for session in sessions:
        start, end = spans[session.at]
        if start is None:
            continue
        if end is None:
            inner = (time for talk in session.talks for time in (talk.start, talk.end) if time is not None)
            known = max([start, *inner])
            end = min((later for later in starts if later > known), default=known + _OPEN_END)
        extents[session.at] = start, max(end, start + 1)
    return extents


def _lanes(extents: Mapping[Key, tuple[int, int]]) -> dict[Key, tuple[int, int]]:
    """For each entry with a time, by its key: its lane, and how many lanes run beside each other there."""
    lanes: dict[Key, tuple[int, int]] = {}
    cluster: list[tuple[Key, int]] = []
    free: list[int] = []
    for at, (start, end) in sorted(extents.items(), key=lambda item: item[1][0]):
        if free and start >= max(free):
            lanes |= {key: (lane, len(free)) for key, lane in cluster}
            cluster, free = [], []
        lane = next((number for number, until in enumerate(free) if until <= start), len(free))
        free[lane : lane + 1] = [end]
        cluster.append((at, lane))
    return lanes | {key: (lane, len(free)) for key, lane in cluster}
