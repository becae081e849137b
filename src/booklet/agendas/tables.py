"""Tables: what each column holds, and the tokens that the rows say, day by day and room by room.

1. A row with one filled cell and no time is a line between rows: a day, a heading, or what belongs to the row above.
2. The first row whose cells are headings tells what columns hold: by their words (Time, Speaker, 主持人); a date makes it
   the column of a day; other headings over several columns beside a time are rooms, one entry a cell.
3. Where there are no headings, the column whose cells are times is the time's, and the others are text.
4. A cell lasts as many rows as it spans. Where rows tell only beginnings, it ends when the row after it begins: that
   is read off the table, and said.
5. Rows of text copied from a browser lack cells that a span above them covers. They are aligned by their time; where
   that leaves several places for a cell, nothing is guessed: it is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from booklet.agendas.grammar import Token, tokens_of
from booklet.agendas.heads import is_room
from booklet.agendas.labels import Label, heading_of
from booklet.agendas.page import Cell, Line, Table
from booklet.errors import Fault, Place
from booklet.manuscripts.dates import When, find_date
from booklet.manuscripts.hours import Clock, Hours, find_hours, hours_at
from booklet.model.texts import quoted

_EMPTY: Final = re.compile(r"[\s\W]*$")
_AFTERNOON: Final = re.compile(
    r"afternoon|evening|nachmittags?|abends?|après-midi|soir(?:ée)?|tarde|noche|pomeriggio|sera|noite|(?:na)?middag|"
    r"avond|"
    r"день|вечер|после обеда|下午|晚上|午後|夜", re.IGNORECASE
)  # fmt: skip
_PART: Final = re.compile(
    rf"\W*(?:(?:early |late )?morning|vormittags?|morgens?|matin(?:ée)?|mañana|mattin[ao]|manhã|ochtend|утро|上午|早上|"
    rf"午前|{_AFTERNOON.pattern})\W*",
    re.IGNORECASE,
)
"""A cell that names a part of the day."""

_THREAD: Final = re.compile(
    r"\W*(?:(?:main |parallel |special )?(?:tracks?|streams?|sections?|strands?|talks|workshops|tutorials|themes?|topics?|sessions?|"
    r"sektion|strang|vorträge|séances?|ateliers?|sección|eje|talleres|charlas|sezione|seção|eixo|sessies?|секция|поток|分会|セッション))",
    re.IGNORECASE,
)
"""Headings over what runs at the same time that name a thread of the program rather than a room."""

_WIDEST: Final = 60
"""More columns than that no timetable has."""


class _Spot(NamedTuple):
    """A cell where it begins in the grid, and how far down it goes."""

    cell: Cell
    row: int
    column: int
    last: int


@dataclass(slots=True)
class _Grid:
    """Where each cell stands: by (row, column), spans filled in."""

    spots: dict[tuple[int, int], _Spot] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0

    def row(self, number: int) -> list[_Spot]:
        """The cells that begin in a row, from left to right."""
        here = [self.spots[number, column] for column in range(self.columns) if (number, column) in self.spots]
        return [spot for spot in dict.fromkeys(here) if spot.row == number]


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
    grid = _laid_out(table)
    heads, first = _headings(grid)
    report: list[Fault] = []
    if table.ragged:
        grid, lost = _aligned(grid, heads, first, file)
        report += lost
    roles = _roles(grid, heads, first)
    if any(isinstance(role, When) for role in roles.values()):
        tokens = _by_day(grid, roles, first)
        if table.ragged:
            # Rows that were lost in copying may have begun before the next one that is left.
            tokens = [token._replace(until=None) for token in tokens]
    else:
        tokens = _by_row(grid, roles, first, ragged=table.ragged)
    return Told((*_of_heads(grid, heads, first), *tokens), tuple(report))


def _laid_out(table: Table) -> _Grid:
    """The cells in a grid, where those that span rows push the ones below to the right (HTML 5, 4.9.12)."""
    grid = _Grid()
    for number, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (number, column) in grid.spots:
                column += 1
            if column >= _WIDEST:
                break
            last = min(number + cell.rows, len(table.rows)) - 1
            spot = _Spot(cell, number, column, last)
            for row in range(number, last + 1):
                for across in range(column, min(column + cell.columns, _WIDEST)):
                    grid.spots.setdefault((row, across), spot)
            column += cell.columns
    grid.rows = len(table.rows)
    grid.columns = min(_WIDEST, 1 + max((column for _, column in grid.spots), default=-1))
    return grid


Role = Label | When | str
"""What a column holds: a label's matter, a day's program, or (in any other words) what happens in a room."""


def _headings(grid: _Grid) -> tuple[dict[int, Role], int]:
    """What the headings say of columns, and the first row below them."""
    for number in range(min(grid.rows, 5)):
        spots = [spot for spot in grid.row(number) if not _EMPTY.match(spot.cell.text)]
        if len(spots) < 2 and not (len(spots) == 1 and heading_of(spots[0].cell.text) and grid.columns == 1):
            continue
        if any(_hours(spot.cell) for spot in spots):
            return {}, number
        words: dict[int, Role] = {}
        for spot in spots:
            text = spot.cell.text
            when = find_date(text)
            if when is not None and when.until is None:
                words[spot.column] = when
            else:
                words[spot.column] = heading_of(text) or text
        known = sum(
            not isinstance(role, str) or heading_of(grid.spots[number, at].cell.text) is not None
            for at, role in words.items()
        )
        if known >= 1 or all(spot.cell.heading for spot in spots):
            return words, number + 1
        return {}, number
    return {}, 0


def _of_heads(grid: _Grid, heads: dict[int, Role], first: int) -> Iterator[Token]:
    """The rows above the first one with a time: titles of the table, and the headings themselves."""
    for number in range(first):
        for spot in grid.row(number):
            for line in spot.cell.lines:
                if number < first - 1 or not heads:
                    yield from tokens_of(line)
                else:
                    yield Token("heading", line.text, line.number)


def _hours(cell: Cell) -> Hours | None:
    """The time that a cell states, if it states nothing else."""
    text = cell.text.strip()
    found = hours_at(text, alone=True)
    if found is None or text[found.ends :].strip(" .:;,hU()–—-"):
        return None
    return found


def _roles(grid: _Grid, heads: dict[int, Role], first: int) -> dict[int, Role]:
    """What each column holds, by its heading or by what stands in it."""
    roles = dict(heads)
    for column in range(grid.columns):
        cells = [
            spot.cell
            for row in range(first, grid.rows)
            if (spot := grid.spots.get((row, column))) and spot.row == row and spot.column == column
        ]
        filled = [cell for cell in cells if not _EMPTY.match(cell.text)]
        if not filled:
            continue
        role = roles.get(column)
        if role in {None, "text"} or (isinstance(role, str) and heading_of(role) is None):
            times = sum(_hours(cell) is not None for cell in filled)
            if 2 * times > len(filled):
                roles[column] = "time"
            elif role is None and all(_PART.fullmatch(cell.text) for cell in filled):
                roles[column] = "note"
            elif role is None and 2 * sum(_is_date(cell) for cell in filled) > len(filled):
                roles[column] = "date"
    _rooms_or_text(grid, roles)
    return roles


def _is_date(cell: Cell) -> bool:
    found = find_date(cell.text)
    return found is not None and len(cell.text) - (found.ends - found.begins) < 12


_LABELS: Final[frozenset[str]] = frozenset(
    {
        "title", "speaker", "chair", "coauthors", "affiliation", "position", "abstract", "bio", "room", "time", "start",
        "end", "length", "date", "track", "session", "keywords", "kind", "number", "note", "resource", "text",
    }
)  # fmt: skip


def _rooms_or_text(grid: _Grid, roles: dict[int, Role]) -> None:
    """Columns that no label explains are rooms if there are several beside a time, else text."""
    timed = any(role in {"time", "start"} for role in roles.values())
    unknown = [column for column, role in roles.items() if isinstance(role, str) and role not in _LABELS]
    explained = any(role in {"title", "speaker", "text"} for role in roles.values())
    named = bool(unknown) and all(is_room(str(roles[column])) for column in unknown)
    if not timed or explained or (len(unknown) < 2 and not named):
        for column in unknown:
            roles[column] = "text"
    for column in range(grid.columns):
        roles.setdefault(column, "text")


def _by_row(grid: _Grid, roles: dict[int, Role], first: int, *, ragged: bool) -> list[Token]:
    """One entry a row, or one for each room's cell in it."""
    tokens: list[Token] = []
    rooms = any(isinstance(role, str) and role not in _LABELS for role in roles.values())
    said_day = ""
    part = ""
    above: _Time | None = None
    width = sum(role != "note" for role in roles.values())
    for number in range(first, grid.rows):
        here = grid.row(number)
        filled = [
            spot for spot in here if not _EMPTY.match(spot.cell.text) or any(line.aside for line in spot.cell.lines)
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
            if _PART.fullmatch(spot.cell.text):
                part = spot.cell.text
                tokens.append(Token("text", "", _number(spot), structure=spot.cell.text))
        if time is not None and part and _AFTERNOON.search(part):
            time = time._replace(hours=_in_the_afternoon(time.hours))
        if time is None and ragged and len(here) < width and len(filled) > 1:
            # Copying has lost the cell with the time, which spans this row too.
            time = above
        above = time or above
        filled = [*filled, *_lasting(grid, roles, number)]
        spots = [
            spot
            for spot in filled
            if roles[spot.column] not in {"time", "start", "end", "date", "number"}
            and not _PART.fullmatch(spot.cell.text)
        ]
        tokens += _number_cells(filled, roles)
        if rooms:
            tokens += _parallel(grid, roles, spots, time)
        elif spots or time is not None:
            tokens += _entry(roles, spots, time)
    return tokens


_LASTING: Final = frozenset({"room", "chair", "track", "session"})
"""What a cell says for all the rows that it spans."""


def _lasting(grid: _Grid, roles: dict[int, Role], number: int) -> list[_Spot]:
    """The cells that began in a row above and say where, or who chairs, in this row too."""
    found = (grid.spots.get((number, column)) for column, role in roles.items() if role in _LASTING)
    return list(dict.fromkeys(spot for spot in found if spot is not None and spot.row < number))


def _role(spot: _Spot, roles: dict[int, Role]) -> Role:
    """What a cell holds; one across the columns of speaker and title is a title."""
    across = [roles.get(column) for column in range(spot.column, spot.column + spot.cell.columns)]
    return next((role for role in ("title", "text") if role in across and len(across) > 1), roles[spot.column])


def _swapped(filled: Sequence[_Spot]) -> list[Token]:
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


def _number_cells(filled: Sequence[_Spot], roles: dict[int, Role]) -> Iterator[Token]:
    """Numbers of rows say nothing that the order does not say; times that repeat what was said neither."""
    for spot in filled:
        if roles[spot.column] in {"number", "time", "start", "end"}:
            yield Token("text", "", _number(spot), structure=spot.cell.text)


def _number(spot: _Spot) -> int:
    return spot.cell.lines[0].number if spot.cell.lines else 0


def _row_hours(grid: _Grid, roles: dict[int, Role], number: int) -> _Time | None:
    """The time of a row, from one column or from two."""
    found: dict[str, _Time] = {}
    for column, role in roles.items():
        spot = grid.spots.get((number, column))
        if spot is None or role not in {"time", "start", "end"} or role in found:
            continue
        hours = _hours(spot.cell) or (None if find_date(spot.cell.text) else find_hours(spot.cell.text))
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


def _entry(roles: dict[int, Role], spots: Sequence[_Spot], time: _Time | None) -> Iterator[Token]:
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
        elif isinstance(role, str) and role in _LABELS:
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
        if line.text and not _EMPTY.match(line.text):
            yield Token("label", line.text, line.number, label=role)  # type: ignore[arg-type]


def _parallel(grid: _Grid, roles: dict[int, Role], spots: Sequence[_Spot], time: _Time | None) -> Iterator[Token]:
    """What runs in several rooms at once, a cell each; a cell across all rooms is for everybody."""
    rooms = [column for column, role in roles.items() if isinstance(role, str) and role not in _LABELS]
    for spot in spots:
        role = roles[spot.column]
        if isinstance(role, str) and role in _LABELS:
            yield from _under(role, spot.cell.lines)
            continue
        if time is not None:
            yield time.token(_until(grid, roles, spot, time.hours))
        yield from _texts(spot.cell.lines, first=True)
        across = [column for column in rooms if spot.column <= column < spot.column + spot.cell.columns]
        if (len(across) < max(2, len(rooms)) or len(rooms) == 1) and isinstance(role, str):
            names = [str(roles[column]) for column in across]
            label: Label = "track" if all(_THREAD.match(name) for name in names) else "room"
            yield Token("label", ", ".join(names), _number(spot), label=label)


def _until(grid: _Grid, roles: dict[int, Role], spot: _Spot, hours: Hours) -> Clock | None:
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


def _by_day(grid: _Grid, roles: dict[int, Role], first: int) -> list[Token]:
    """A column a day: each day from morning to evening."""
    tokens: list[Token] = []
    days = [column for column, role in roles.items() if isinstance(role, When)]
    for column in days:
        when = roles[column]
        assert isinstance(when, When)
        head = grid.spots.get((first - 1, column))
        tokens.append(Token("day", "", _number(head) if head else 0, when=when))
        for number in range(first, grid.rows):
            spot = grid.spots.get((number, column))
            if spot is None or spot.row != number or (_EMPTY.match(spot.cell.text)):
                continue
            if spot.column != column and spot.column in days and not _everybody(spot, grid):
                continue
            time = _row_hours(grid, roles, number)
            if time is None:
                # The cells say the times themselves.
                tokens += [token for line in spot.cell.lines for token in tokens_of(line)]
                continue
            tokens.append(time.token(_until(grid, roles, spot, time.hours)))
            tokens += _texts(spot.cell.lines, first=True)
    tokens += [
        Token("text", "", _number(spot), structure=spot.cell.text)
        for number in range(first, grid.rows)
        for spot in grid.row(number)
        if roles.get(spot.column) in {"time", "start", "end", "number"}
    ]
    return tokens


def _everybody(spot: _Spot, grid: _Grid) -> bool:
    """Whether a cell spans the columns of several days: then each of them has it."""
    return spot.cell.columns > 1 and grid.columns > 1


def _aligned(grid: _Grid, heads: dict[int, Role], first: int, file: str) -> tuple[_Grid, list[Fault]]:
    """Rows that lack cells, moved under their headings by their time, or to the right where they have none."""
    time = next((column for column, role in sorted(heads.items()) if role in {"time", "start"}), None)
    width = max((column for column in heads), default=-1) + 1
    by_day = any(isinstance(role, When) for role in heads.values())
    out = _Grid(rows=grid.rows, columns=grid.columns)
    lost: list[Fault] = []
    if by_day and time is None:
        width, time = grid.columns, 0
    for number in range(grid.rows):
        cells = [spot.cell for spot in grid.row(number)]
        shift = 0
        if number >= first and heads and cells:
            at = next((place for place, cell in enumerate(cells) if _hours(cell)), None)
            if by_day and at is not None and len(cells) < width:
                days = sum(isinstance(role, When) for role in heads.values())
                texts = [cell for cell in cells if not _EMPTY.match(cell.text) and not _hours(cell)]
                if 0 < len(texts) < days:
                    lost.append(_unplaced(cells[at], texts, file))
                    continue
                cells = cells if texts else cells[: at + 1]
            elif at is not None and time is not None:
                shift = time - at
            elif at is None and len(cells) < width and len(cells) > 1:
                shift = width - len(cells)
        for column, cell in enumerate(cells):
            spot = _Spot(cell, number, column + shift, number)
            out.spots[number, column + shift] = spot
    lowest = min((column for _, column in out.spots), default=0)
    if lowest < 0:
        return _moved(out, -lowest, heads), lost
    out.columns = 1 + max((column for _, column in out.spots), default=-1)
    return out, lost


def _moved(grid: _Grid, by: int, heads: dict[int, Role]) -> _Grid:
    """A grid with room for cells to the left of the first heading; the headings move along."""
    spots = {(row, column + by): spot._replace(column=spot.column + by) for (row, column), spot in grid.spots.items()}
    moved = {column + by: role for column, role in heads.items()}
    heads.clear()
    heads.update(moved)
    return _Grid(spots, grid.rows, 1 + max(column for _, column in spots))


def _unplaced(time: Cell, texts: Sequence[Cell], file: str) -> Fault:
    said = ", ".join(quoted(cell.text) for cell in texts)
    what = f"left out: {said} at {time.text}, since copying the page has lost in which column it stands"
    hint = "save the page itself (HTML) and import that, or add the entry by hand"
    return Fault(what, Place(file, time.lines[0].number), hint)
