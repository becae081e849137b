"""What the columns of a table hold: by their headings, or by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, get_args

from booklet.agendas.grid import EMPTY, Grid, Role, hours_of
from booklet.agendas.labels import Label, heading_of
from booklet.agendas.page import Cell
from booklet.agendas.rooms import is_room
from booklet.manuscripts.dates import find_date

AFTERNOON: Final = re.compile(
    r"afternoon|evening|nachmittags?|abends?|après-midi|soir(?:ée)?|tarde|noche|pomeriggio|sera|noite|(?:na)?middag|"
    r"avond|"
    r"день|вечер|после обеда|下午|晚上|午後|夜", re.IGNORECASE
)  # fmt: skip
PART: Final = re.compile(
    rf"\W*(?:(?:early |late )?morning|vormittags?|morgens?|matin(?:ée)?|mañana|mattin[ao]|manhã|ochtend|утро|"
    r"上午|早上|中午|"
    r"正午|noon|midday|mittags?|midi|mediodía|mezzogiorno|"
    rf"午前|{AFTERNOON.pattern})\W*",
    re.IGNORECASE,
)
"""A cell that names a part of the day."""
LABELS: Final[Mapping[str, Label]] = {label: label for label in get_args(Label)}
"""Every label, by its name."""


def headings(grid: Grid) -> tuple[dict[int, Role], int]:
    """What the headings say of columns, and the first row below them."""
    for number in range(min(grid.rows, 5)):
        spots = [spot for spot in grid.row(number) if not EMPTY.match(spot.cell.text)]
        if len(spots) < 2 and not (len(spots) == 1 and heading_of(spots[0].cell.text) and grid.columns == 1):
            continue
        if any(hours_of(spot.cell) for spot in spots):
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


def roles_of(grid: Grid, heads: dict[int, Role], first: int) -> dict[int, Role]:
    """What each column holds, by its heading or by what stands in it."""
    roles = dict(heads)
    for column in range(grid.columns):
        cells = [
            spot.cell
            for row in range(first, grid.rows)
            if (spot := grid.spots.get((row, column))) and spot.row == row and spot.column == column
        ]
        filled = [cell for cell in cells if not EMPTY.match(cell.text)]
        if not filled:
            continue
        role = roles.get(column)
        if role in {None, "text"} or (isinstance(role, str) and heading_of(role) is None):
            times = sum(hours_of(cell) is not None for cell in filled)
            if 2 * times > len(filled):
                roles[column] = "time"
            elif role is None and all(PART.fullmatch(cell.text) for cell in filled):
                roles[column] = "note"
            elif role is None and 2 * sum(_is_date(cell) for cell in filled) > len(filled):
                roles[column] = "date"
    _rooms_or_text(grid, roles)
    return roles


def _is_date(cell: Cell) -> bool:
    found = find_date(cell.text)
    return found is not None and len(cell.text) - (found.ends - found.begins) < 12


def _rooms_or_text(grid: Grid, roles: dict[int, Role]) -> None:
    """Columns that no label explains are rooms if there are several beside a time, else text."""
    timed = any(role in {"time", "start"} for role in roles.values())
    unknown = [column for column, role in roles.items() if isinstance(role, str) and role not in LABELS]
    explained = any(role in {"title", "speaker", "text"} for role in roles.values())
    named = bool(unknown) and all(is_room(str(roles[column])) for column in unknown)
    if not timed or explained or (len(unknown) < 2 and not named):
        for column in unknown:
            roles[column] = "text"
    for column in range(grid.columns):
        roles.setdefault(column, "text")
