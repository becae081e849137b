"""The blocks of the programme at a glance: what each entry of a day says, and how high it must be to say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.layout.timescale import Need
from booklet.model.program import Day, Session
from booklet.parts.desk import Desk, row_anchor, talk_anchor, unbroken
from booklet.text.paragraphs import Line, set_paragraph
from booklet.text.styles import Shape, Span, Style

_OPEN_END: Final = 30
"""How long an entry without an end is drawn, in minutes, if nothing follows it."""


_APART: Final = "\u2002"
"""Between a name and the title beside it: an en space."""


class Level(NamedTuple):
    """How much a block says: its size, leading and padding in shares of the grid, and whose titles are given."""

    size: str
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


class Block(NamedTuple):
    """An entry on the scale of time.

    `lines` are set lines with the spans that they came from; `lane` of `lanes` is its place beside entries that run at
    the same time. `timed` is False for what the program gives no time: it stands in the gap where it belongs.
    """

    session: Session
    start: int
    end: int
    lines: tuple[tuple[Line, tuple[Span, ...]], ...]
    leading: float
    pad: float
    lane: int = 0
    lanes: int = 1
    timed: bool = True

    @property
    def text_height(self) -> float:
        """The height of its lines in points."""
        return len(self.lines) * self.leading

    @property
    def need(self) -> Need:
        """The time it takes and the height that it must have, a hairline of white included."""
        return Need(self.start, self.end, self.text_height + 2 * self.pad + 1.0)


def day_blocks(desk: Desk, day: Day, width: float, level: Level) -> list[Block] | None:
    """The blocks of a day in the order of the program.

    Args:
        desk: for the design and the typesetter.
        day: the day.
        width: the width of the day's column in points.
        level: how much to say.

    Returns:
        The blocks, or None if the day states no times to draw.
    """
    timed = [session for session in day.sessions if session.start is not None]
    if not timed:
        return None
    lanes = _lanes(timed)
    blocks: list[Block] = []
    waiting: list[Session] = []
    for session in day.sessions:
        if session.start is None:
            waiting.append(session)
            continue
        lane, count, end = lanes[session.at]
        gap = (max(block.end for block in blocks) if blocks else session.start, session.start)
        _insert(desk, blocks, waiting, gap, width, level)
        block = _block(desk, session, (session.start, end), width / count, level)
        blocks.append(block._replace(lane=lane, lanes=count))
    if waiting:
        blocks[-1] = _with_lines(desk, blocks[-1], waiting, width / blocks[-1].lanes, level)
    return blocks


def target(desk: Desk, session: Session) -> str:
    """What a block leads to: the abstract, or the row in the timetable; "" for pauses."""
    if session.pauses:
        return ""
    if desk.leads_to_abstract(session):
        return f"#{talk_anchor(session)}"
    return f"#{row_anchor(session)}" if "timetable" in desk.program.options.parts else ""


def _insert(
    desk: Desk,
    blocks: list[Block],
    waiting: list[Session],
    gap: tuple[int, int],
    width: float,
    level: Level,
) -> None:
    """Put entries without a time into the gap before the next one, or else under the one before."""
    if waiting and gap[0] < gap[1]:
        first = _block(desk, waiting[0], gap, width, level)._replace(timed=False)
        blocks.append(_with_lines(desk, first, waiting[1:], width, level))
        waiting.clear()
    elif waiting and blocks:
        blocks[-1] = _with_lines(desk, blocks[-1], waiting, width / blocks[-1].lanes, level)
        waiting.clear()


def _block(desk: Desk, session: Session, times: tuple[int, int], width: float, level: Level) -> Block:
    grid = desk.house.grid
    lines = _lines(desk, session, width - 1.2 * grid, level)
    return Block(session, *times, lines, level.leading * grid, level.pad * grid)


def _with_lines(desk: Desk, block: Block, sessions: Sequence[Session], width: float, level: Level) -> Block:
    lines = block.lines
    for session in sessions:
        lines += _lines(desk, session, width - 1.2 * desk.house.grid, level)
    return block._replace(lines=lines)


def _lines(desk: Desk, session: Session, measure: float, level: Level) -> tuple[tuple[Line, tuple[Span, ...]], ...]:
    """What an entry says, set to a measure: who, and if there is room, what."""
    house = desk.house
    size = getattr(house.scale, level.size)
    bold = house.style("sans-bold", size)
    quiet = house.style("sans", size, house.inks.quiet)
    serif = house.style("serif", size)
    names = ", ".join(desk.family(speaker.name) for speaker in session.speakers)
    texts: list[list[tuple[str, Style]]]
    if session.pauses:
        texts = [[(session.title, quiet)]]
    elif session.talks:
        heading = house.style("serif-bold", size)
        texts = [[(session.title, heading)], *_inside(desk, session, bold, serif, level)]
    elif names:
        texts = [[(names, bold)], [(session.title, serif)]] if level.titles else [[(names, bold)]]
    else:
        texts = [[(session.title, bold)]]
    if session.room:
        texts[0].append((f" · {unbroken(session.room)}", quiet))
    hanging = house.grid if session.talks else 0.0
    shape = Shape("left", level.leading * house.grid, hanging=hanging, balanced=not session.talks)
    out: list[tuple[Line, tuple[Span, ...]]] = []
    for text in texts:
        spans = tuple(desk.span(words, style) for words, style in text if words)
        out += [(line, spans) for line in set_paragraph(desk.typesetter, spans, shape, measure)]
    return tuple(out)


def _inside(desk: Desk, session: Session, name: Style, title: Style, level: Level) -> list[list[tuple[str, Style]]]:
    """The talks of a session: a line each, or only the names in one line."""
    names = [", ".join(desk.family(person.name) for person in talk.speakers) for talk in session.talks]
    if not level.inner_titles:
        says = [who or talk.title for who, talk in zip(names, session.talks, strict=True)]
        return [[(" · ".join(says), name)]]
    pairs = zip(names, session.talks, strict=True)
    return [[(f"{who}{_APART}" if talk.title and who else who, name), (talk.title, title)] for who, talk in pairs]


def _lanes(sessions: Sequence[Session]) -> dict[tuple[str | int, ...], tuple[int, int, int]]:
    """For each timed entry, by its key: its lane, how many lanes run beside each other there, and its end."""
    ordered = sorted((session for session in sessions if session.start is not None), key=_start)
    ends = {}
    for at, session in enumerate(ordered):
        later = [_start(other) for other in ordered[at + 1 :] if _start(other) > _start(session)]
        ends[session.at] = session.end or (min(later) if later else _start(session) + _OPEN_END)
        ends[session.at] = max(ends[session.at], _start(session) + 1)
    lanes: dict[tuple[str | int, ...], tuple[int, int, int]] = {}
    cluster: list[tuple[Session, int]] = []
    free: list[int] = []
    for session in ordered:
        if free and _start(session) >= max(free):
            lanes |= {s.at: (lane, len(free), ends[s.at]) for s, lane in cluster}
            cluster, free = [], []
        lane = next((at for at, end in enumerate(free) if end <= _start(session)), len(free))
        free[lane : lane + 1] = [ends[session.at]]
        cluster.append((session, lane))
    return lanes | {s.at: (lane, len(free), ends[s.at]) for s, lane in cluster}


def _start(session: Session) -> int:
    return session.start or 0
