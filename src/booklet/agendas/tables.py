"""Tables: what each column holds, and the tokens that the rows say, day by day and room by room.

1. A row with one filled cell and no time is a line between rows: a day, a heading, or what belongs to the row above.
2. The first row whose cells are headings tells what columns hold: by their words (Time, Speaker, 主持人); a date makes
   it the column of a day; other headings over several columns beside a time are rooms, one entry a cell.
3. Where there are no headings, the column whose cells are times is the time's, and the others are text.
4. A cell lasts as many rows as it spans. Where rows tell only beginnings, it ends when the row after it begins: that
   is read off the table, and said.
5. A row for each day below times along the top is turned to a column for each day.
6. Days that stand side by side with times of their own are a table each (`abreast`).
7. Rows of text copied from a browser lack cells that a span above them covers. They are aligned by their time; where
   that leaves several places for a cell, nothing is guessed: it is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.agendas.abreast import days_abreast
from booklet.agendas.columns import AFTERNOON, LABELS, PART, headings, roles_of
from booklet.agendas.grammar import Token, tokens_of
from booklet.agendas.grid import EMPTY, Grid, Role, Spot, aligned, hours_of, laid_out, turned
from booklet.agendas.labels import Label, labels_within
from booklet.agendas.page import Line, Table
from booklet.errors import Fault
from booklet.manuscripts.dates import When, find_date
from booklet.manuscripts.hours import Clock, Hours, find_hours, hours_at
from booklet.manuscripts.kinds import kind_of

_THREAD: Final = re.compile(
    r"\W*(?:(?:main |parallel |special )?(?:tracks?|streams?|sections?|strands?|talks|workshops|tutorials|themes?|"
    r"topics?|sessions?|"
    r"sektion|strang|vorträge|séances?|ateliers?|sección|eje|talleres|charlas|sezione|seção|eixo|sessies?|секция|"
    r"поток|分会|セッション))",
    re.IGNORECASE,
)
"""Headings over what runs at the same time that name a thread of the program rather than a room."""


class _Time(NamedTuple):
    """The time of a row, the line that states it, and its words."""

    hours: Hours
    line: int
    text: str

    def token(self, until: Clock | None = None) -> Token:
        """The token that begins an entry at this time."""
        return Token("time", "", self.line, hours=self.hours, until=until, structure=self.text)


class Told(NamedTuple):
    """What a table says: its tokens in the order of the program, and what could not be placed."""

    tokens: tuple[Token, ...]
    report: tuple[Fault, ...]


def read_table(table: Table, file: str) -> Told:
    """Read a table; `file` names the source in faults."""
    grid = laid_out(table) if table.ragged else turned(laid_out(table))
    heads, first = headings(grid)
    report: list[Fault] = []
    if (abreast := days_abreast(table, grid, heads, first, file)).days:
        tokens = [*_of_heads(grid, {}, first - 1)]
        for day in abreast.days:
            told = read_table(day.table, file)
            tokens += [Token("day", "", day.number, when=day.when), *told.tokens]
            report += told.report
        return Told(tuple(tokens), (*abreast.report, *report))
    if table.ragged:
        grid, lost = aligned(grid, heads, first, file)
        report += lost
    roles = roles_of(grid, heads, first)
    if any(isinstance(role, When) for role in roles.values()):
        tokens = _by_day(grid, roles, first)
        if table.ragged:
            # Rows that were lost in copying may have begun before the next one that is left.
            tokens = [token._replace(until=None) for token in tokens]
    else:
        tokens = _by_row(grid, roles, first, ragged=table.ragged)
    return Told((*_of_heads(grid, heads, first), *tokens), tuple(report))


def _of_heads(grid: Grid, heads: dict[int, Role], first: int) -> Iterator[Token]:
    """The rows above the first one with a time: titles of the table, and the headings themselves."""
    for number in range(first):
        for spot in grid.row(number):
            for line in spot.cell.lines:
                if number < first - 1 or not heads:
                    yield from tokens_of(line)
                else:
                    yield Token("heading", line.text, line.number)


def _by_row(grid: Grid, roles: dict[int, Role], first: int, *, ragged: bool) -> list[Token]:
    """One entry a row, or one for each room's cell in it."""
    tokens: list[Token] = []
    rooms = any(isinstance(role, str) and role not in LABELS for role in roles.values())
    said_day = ""
    part = ""
    above: _Time | None = None
    holds = False
    width = sum(role != "note" for role in roles.values())
    for number in range(first, grid.rows):
        here = grid.row(number)
        filled = [
            spot for spot in here if not EMPTY.match(spot.cell.text) or any(line.aside for line in spot.cell.lines)
        ]
        time = _row_hours(grid, roles, number)
        if time is None and len(filled) == 2 and (swapped := _swapped(filled)):
            tokens += swapped
            continue
        if time is None and len(filled) == 1 and not rooms:
            for line in filled[0].cell.lines:
                tokens += tokens_of(line)
            continue
        for spot in (
            grid.spots[number, column]
            for column, role in roles.items()
            if role == "date" and (number, column) in grid.spots
        ):
            if spot.cell.text != said_day and (when := find_date(spot.cell.text)):
                said_day = spot.cell.text
                tokens.append(Token("day", "", _number(spot), when=when, structure=spot.cell.text))
        for spot in filled:
            if PART.fullmatch(spot.cell.text):
                part = spot.cell.text
                tokens.append(Token("text", "", _number(spot), structure=spot.cell.text))
        if time is not None and part and AFTERNOON.search(part):
            time = time._replace(hours=_in_the_afternoon(time.hours))
        if time is None and ragged and len(here) < width and len(filled) > 1:
            # Copying has lost the cell with the time, which spans this row too.
            time = above
        nested = (
            time is not None and above is not None and time.line == above.line and holds and not _is_session(filled)
        )
        holds = holds if nested else _is_session(filled)
        above = time or above
        filled = [*filled, *_lasting(grid, roles, number)]
        spots = [
            spot
            for spot in filled
            if roles[spot.column] not in {"time", "start", "end", "date", "number"}
            and not PART.fullmatch(spot.cell.text)
        ]
        tokens += _number_cells(filled, roles)
        if nested and filled:
            tokens.append(Token("talk", "", _number(filled[0])))
            time = None
        if rooms:
            tokens += _parallel(grid, roles, spots, time)
        elif spots or time is not None:
            tokens += _entry(roles, spots, time)
    return tokens


_LASTING: Final = frozenset({"room", "chair", "track", "session"})
"""What a cell says for all the rows that it spans."""


def _lasting(grid: Grid, roles: dict[int, Role], number: int) -> list[Spot]:
    """The cells that began in a row above and say where, or who chairs, in this row too."""
    found = (grid.spots.get((number, column)) for column, role in roles.items() if role in _LASTING)
    return list(dict.fromkeys(spot for spot in found if spot is not None and spot.row < number))


def _role(spot: Spot, roles: dict[int, Role]) -> Role:
    """What a cell holds; one across the columns of speaker and title is a title."""
    across = [roles.get(column) for column in range(spot.column, spot.column + spot.cell.columns)]
    return next((role for role in ("title", "text") if role in across and len(across) > 1), roles[spot.column])


def _swapped(filled: Sequence[Spot]) -> list[Token]:
    """A row of two cells in which the time stands where it does not elsewhere: "Registration: | 8:30-17:30, foyer"."""
    for spot, other in ((filled[1], filled[0]), (filled[0], filled[1])):
        text = spot.cell.text
        hours = hours_at(text)
        if hours is None:
            continue
        title = other.cell.text.rstrip(" :：")
        rest = text[hours.ends :].strip(" ,;:–—-")
        tokens = [_Time(hours, _number(spot), text[: hours.ends]).token(), Token("text", title, _number(other))]
        return [*tokens, Token("text", rest, _number(spot))] if rest else tokens
    return []


def _is_session(filled: Sequence[Spot]) -> bool:
    """Whether a row is called a session, so that the rows beside the same time are its talks."""
    texts = [spot.cell.text for spot in filled if not hours_of(spot.cell) and not PART.fullmatch(spot.cell.text)]
    return bool(texts) and kind_of(labels_within(texts[0])[0]) == "session"


def _number_cells(filled: Sequence[Spot], roles: dict[int, Role]) -> Iterator[Token]:
    """Numbers of rows say nothing that the order does not say; times that repeat what was said neither."""
    for spot in filled:
        if roles[spot.column] == "number" or hours_of(spot.cell) is not None:
            yield Token("text", "", _number(spot), structure=spot.cell.text)


def _number(spot: Spot) -> int:
    return spot.cell.lines[0].number if spot.cell.lines else 0


def _row_hours(grid: Grid, roles: dict[int, Role], number: int) -> _Time | None:
    """The time of a row, from one column or from two."""
    found: dict[str, _Time] = {}
    for column, role in roles.items():
        spot = grid.spots.get((number, column))
        if spot is None or role not in {"time", "start", "end"} or role in found:
            continue
        hours = hours_of(spot.cell) or (None if find_date(spot.cell.text) else find_hours(spot.cell.text))
        if hours is not None and isinstance(role, str):
            found[role] = _Time(hours, _number(spot), spot.cell.text)
    start = found.get("time") or found.get("start")
    if start is not None and start.hours.end is None and (end := found.get("end")) is not None:
        hours = start.hours._replace(end=end.hours.start)
        return _Time(hours, start.line, f"{start.text}-{end.text}")
    return start


def _in_the_afternoon(hours: Hours) -> Hours:
    def later(end: Clock | None) -> Clock | None:
        if end is None or end.half or not 60 <= end.minutes < 12 * 60:
            return end
        return Clock(end.minutes + 12 * 60, "p", end.exact)

    start = later(hours.start)
    return hours if start is None else hours._replace(start=start, end=later(hours.end))


def _entry(roles: dict[int, Role], spots: Sequence[Spot], time: _Time | None) -> Iterator[Token]:
    """The entry that a row is."""
    if time is not None:
        yield time.token()
    texts = [spot for spot in spots if _role(spot, roles) in {"text", "title"}]
    long = [spot for spot in texts if spot.last > spot.row]
    if long and len(long) < len(texts):
        # What goes on beside several rows is what they have in common.
        texts = [spot for spot in texts if spot not in long]
        spots = [spot for spot in spots if spot not in long]
    for spot in sorted(spots, key=lambda spot: (_role(spot, roles) not in {"title", "text"}, spot.column)):
        role = _role(spot, roles)
        if role == "text" or (role == "title" and len(texts) == 1):
            yield from _texts(spot.cell.lines, first=spot is texts[0] and time is not None)
        elif isinstance(role, str) and role in LABELS:
            yield from _under(role, spot.cell.lines)


def _texts(lines: Sequence[Line], *, first: bool) -> Iterator[Token]:
    """The lines of a cell that may hold anything; the first is what the entry is called, whatever it looks like."""
    for at, line in enumerate(lines):
        for token in tokens_of(line):
            if first and at == 0 and token.kind in {"day", "time"}:
                yield Token("text", line.text, line.number)
                break
            yield token._replace(gap=False)


def _under(role: str, lines: Sequence[Line]) -> Iterator[Token]:
    """The lines of a cell under a label."""
    for line in lines:
        if line.aside:
            yield Token("resources", ", ".join(line.aside), line.number)
        if line.text and not EMPTY.match(line.text):
            yield Token("label", line.text, line.number, label=LABELS[role])


def _parallel(grid: Grid, roles: dict[int, Role], spots: Sequence[Spot], time: _Time | None) -> Iterator[Token]:
    """What runs in several rooms at once, a cell each; a cell across all rooms is for everybody."""
    rooms = [column for column, role in roles.items() if isinstance(role, str) and role not in LABELS]
    for spot in spots:
        role = roles[spot.column]
        if isinstance(role, str) and role in LABELS:
            yield from _under(role, spot.cell.lines)
            continue
        if time is not None:
            yield time.token(_until(grid, roles, spot))
        across = [column for column in rooms if spot.column <= column < spot.column + spot.cell.columns]
        where = None
        if (len(across) < max(2, len(rooms)) or len(rooms) == 1) and isinstance(role, str):
            names = [str(roles[column]) for column in across]
            label: Label = "track" if all(_THREAD.match(name) for name in names) else "room"
            where = Token("label", ", ".join(names), _number(spot), label=label)
        for token in _texts(spot.cell.lines, first=True):
            if where is not None and token.kind == "time":
                yield where  # each entry in the cell is there
            yield token
        if where is not None:
            yield where


def _until(grid: Grid, roles: dict[int, Role], spot: Spot) -> Clock | None:
    """When a cell ends that spans rows, or stands in a table whose rows tell only beginnings."""
    if spot.last > spot.row:
        last = _row_hours(grid, roles, spot.last)
        if last is not None and last.hours.end is not None:
            return last.hours.end
    else:
        return None
    for number in range(spot.last + 1, grid.rows):
        following = _row_hours(grid, roles, number)
        if following is not None:
            return following.hours.start
    return None


def _by_day(grid: Grid, roles: dict[int, Role], first: int) -> list[Token]:
    """A column a day: each day from morning to evening."""
    tokens: list[Token] = []
    days = {column: role for column, role in roles.items() if isinstance(role, When)}
    for column, when in days.items():
        head = grid.spots.get((first - 1, column))
        tokens.append(Token("day", "", _number(head) if head else 0, when=when))
        for number in range(first, grid.rows):
            spot = grid.spots.get((number, column))
            if spot is None or spot.row != number or (EMPTY.match(spot.cell.text)):
                continue
            if spot.column != column and spot.column in days and not _everybody(spot, grid):
                continue
            time = _row_hours(grid, roles, number)
            if time is None:
                # The cells say the times themselves.
                tokens += [token for line in spot.cell.lines for token in tokens_of(line)]
                continue
            tokens.append(time.token(_until(grid, roles, spot)))
            tokens += _texts(spot.cell.lines, first=True)
    tokens += [
        Token("text", "", _number(spot), structure=spot.cell.text)
        for number in range(first, grid.rows)
        for spot in grid.row(number)
        if roles.get(spot.column) in {"time", "start", "end", "number"}
    ]
    return tokens


def _everybody(spot: Spot, grid: Grid) -> bool:
    """Whether a cell spans the columns of several days: then each of them has it."""
    return spot.cell.columns > 1 and grid.columns > 1
