"""A list of attendees becomes those who get a badge, and a report on who does not and what to look at."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from booklet.attendees.asked import asked_columns, listed, split_headings
from booklet.attendees.columns import Columns, Named, columns_of
from booklet.attendees.doubts import doubts, refuse_broken
from booklet.attendees.duplicates import AGAIN, distinct
from booklet.attendees.headings import Field
from booklet.attendees.meanings import meaning_of
from booklet.attendees.names import all_inverted, failed, inverted, name_in, tidy
from booklet.attendees.statuses import Judged, affirmed, judge
from booklet.attendees.table import Table, read_table
from booklet.attendees.tally import Tally
from booklet.errors import BookletError, Fault, Place, in_order
from booklet.importers.tables import Row
from booklet.model.attendees import BLANK, Attendee
from booklet.model.texts import quoted

UNASSIGNED: Final = "without a name on the ticket"
"""Why a ticket is left out that nobody's name is on."""

NAMELESS: Final = "without a name"
"""Why a row is left out that has no ticket either, or an address but no name."""

_SAY_WHICH: Final = 'say which one it is: --column name="…", or --column given="…" and --column family="…"'
_MOST_TICKETS: Final = 100
"""No row stands for more tickets."""

_ROUNDED: Final = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}")
"""What spreadsheets make of long numbers: 1.2E+09."""

_UNUSED: Final = 6
"""So many headings are named that are not read."""


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """Those who get a badge, in the order of the list.

    `left_out` counts who does not, by reason. `matched` are the headings that each field is read from, and `unused`
    those that nothing is read from. `faults` are what to look at, in the order of the list.
    """

    attendees: tuple[Attendee, ...]
    left_out: Mapping[str, int]
    matched: Mapping[str, str]
    faults: tuple[Fault, ...]
    source: str = ""
    unused: tuple[str, ...] = ()

    def summary(self) -> list[str]:
        """What was read, for the terminal: a sentence or a column a line."""
        count = len(self.attendees)
        badges = "One badge" if count == 1 else f"{count:,} badges"
        lines = [f"{badges} from {self.source}.", "Read from these columns:"]
        lines += [f"  {name}: {heading}" for name, heading in self.matched.items()]
        if self.unused:
            named = ", ".join(quoted(heading) for heading in self.unused[:_UNUSED])
            more = f" and {len(self.unused) - _UNUSED} more" if len(self.unused) > _UNUSED else ""
            lines.append(f"Not read: {named}{more}.")
        if self.left_out:
            lines.append(f"Left out: {', '.join(f'{count:,} {reason}' for reason, count in self.left_out.items())}.")
        return lines


def read_attendees(path: Path, *, columns: Mapping[str, str], unassigned: bool = False) -> AttendeeList:
    """Read a list of attendees.

    Args:
        path: a CSV file or its like, or an Excel workbook.
        columns: headings by field, where the organiser says which column is what; "" if a field is not to be read.
        unassigned: make blank badges of tickets that have no name yet.

    Raises:
        BookletError: there is no such file, no list in it, no names in it, nobody left to make a badge for; rows do not
            fit the headings; or the organiser names a field or a heading that there is not.
    """
    asked_columns(dict.fromkeys(columns, ""), (), Place(str(path)))
    table = read_table(path, [part for heading in columns.values() for part in split_headings(heading)])
    headings = [tidy(cell) for cell in table.heading.cells]
    place = table.place(table.heading.line)
    asked = asked_columns(columns, headings, place)
    found = columns_of(headings, asked)
    if not found.names:
        what = f"no column of names was found; the headings are {listed(headings)}"
        known = any(meaning_of(heading) for heading in headings)
        hint = _SAY_WHICH if known else f"{_SAY_WHICH}; if these are no headings, put a line above them that says Name"
        raise BookletError([*table.faults, Fault(what, place, hint)])
    tally = Tally()
    attendees = _turned([who for row in table.rows for who in _of_row(row, found, headings, tally, unassigned)])
    if not any(who.name for who in attendees):
        raise BookletError([*table.faults, _nobody(tally, table, headings, found)])
    refuse_broken(attendees, table.name)
    unique = distinct(attendees, table.name)
    if unique.again:
        tally.left_out[AGAIN] += unique.again
    faults = [*table.faults, *tally.told(table.name), *unique.faults, *doubts(unique.attendees, table.name)]
    if found.of_buyers:
        what = "the list has no names but those of who bought the tickets"
        faults.append(Fault(what, place, "if it has the names of who comes, too: " + _SAY_WHICH))
    unused = tuple([heading for at, heading in enumerate(headings) if heading and at not in found.used])
    matched = _matched(found, headings)
    return AttendeeList(unique.attendees, dict(tally.left_out), matched, tuple(in_order(faults)), table.name, unused)


def _of_row(row: Row, columns: Columns, headings: Sequence[str], tally: Tally, unassigned: bool) -> list[Attendee]:
    """The badges of a row: one, none, or as many as it has tickets without names."""
    tally.rows += 1
    verdict = _judged(row, columns, headings, tally)
    if verdict.verdict == "out":
        tally.left_out[verdict.reason] += 1
        return []
    named = name_in(row, columns.names)
    who = Attendee(
        named.name,
        named.given,
        named.family,
        affiliation=_cell(row, columns, "affiliation"),
        position=_cell(row, columns, "position"),
        pronouns=_cell(row, columns, "pronouns"),
        ticket=_cell(row, columns, "ticket"),
        ident=_number(row, columns, tally),
        email=_cell(row, columns, "email"),
        language=_cell(row, columns, "language"),
        tokens=_tokens(row, columns, headings),
        photo=_cell(row, columns, "photo"),
        line=row.line,
    )
    if verdict.verdict == "open" and who.name:
        tally.open[verdict.reason].append(row.line)
    spare = _tickets(row, columns) - 1
    if spare and who.name:
        tally.several.append((row.line, spare, who.name))
    elif not who.name and not _is_ticket(who, row, columns):
        (tally.reachable if who.email else tally.nothing).append(row.line)
        tally.left_out[NAMELESS] += 1
        return []
    blanks = spare + (not who.name)
    if blanks and not unassigned:
        tally.left_out[UNASSIGNED] += blanks
    blank = Attendee(BLANK, ticket=who.ticket, ident="" if who.name else who.ident, line=row.line)
    return [*([who] if who.name else []), *([blank] * blanks if unassigned else [])]


def _is_ticket(who: Attendee, row: Row, columns: Columns) -> bool:
    """Whether a row without a name is a ticket that nobody's name is on yet.

    It has a number or a kind, and no address of its own; or the list says itself that there is no name yet.
    """
    said = any(row.cell(at) for name in columns.names for at in name[:3] if at is not None)
    return bool(who.ident or who.ticket) and (said or not who.email)


def _judged(row: Row, columns: Columns, headings: Sequence[str], tally: Tally) -> Judged:
    found = Judged("comes")
    for at in columns.places.get("status", ()):
        one = judge(headings[at], row.cell(at))
        if one.verdict == "out":
            tally.clear[headings[at]] += 1
            return one
        if one.verdict == "unknown":
            tally.unknown[headings[at]][tidy(row.cell(at))].append(row.line)
            continue
        tally.clear[headings[at]] += bool(row.cell(at))
        if one.verdict == "open":
            found = one
    return found


def _cell(row: Row, columns: Columns, name: Field) -> str:
    at = columns.first(name)
    cell = "" if at is None else tidy(row.cell(at))
    return "" if failed(cell) else cell


def _number(row: Row, columns: Columns, tally: Tally) -> str:
    """The ticket's number, unless a spreadsheet has rounded it, so that many tickets have the same."""
    ident = _cell(row, columns, "ident")
    if not _ROUNDED.fullmatch(ident):
        return ident
    tally.rounded.append(row.line)
    return ""


def _tokens(row: Row, columns: Columns, headings: Sequence[str]) -> tuple[str, ...]:
    """What is handed in: what the cells say, or their headings where they only say yes."""
    found = []
    for at in columns.places.get("tokens", ()):
        cell = tidy(row.cell(at))
        yes = affirmed(cell) if cell else False
        if yes is not False:
            found.append(headings[at] if yes else cell)
    return tuple(found)


def _tickets(row: Row, columns: Columns) -> int:
    """How many tickets a row stands for."""
    cell = "" if columns.quantity is None else row.cell(columns.quantity)
    count = int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < 6 else 1
    return min(max(count, 1), _MOST_TICKETS)


def _turned(attendees: list[Attendee]) -> list[Attendee]:
    """The attendees, their names given name first if all of them are written "Last, First"."""
    if not all_inverted([who.name for who in attendees if who.name and not who.given]):
        return attendees
    return [
        replace(who, name=turned.name, given=turned.given, family=turned.family)
        if not who.given and (turned := inverted(who.name))
        else who
        for who in attendees
    ]


def _nobody(tally: Tally, table: Table, headings: Sequence[str], columns: Columns) -> Fault:
    """Why there is nobody to make a badge for."""
    if not tally.rows:
        return Fault(
            "there are headings, but nobody below them",
            table.place(table.heading.line),
            "look whether the list was exported whole",
        )
    gone = {reason: count for reason, count in tally.left_out.items() if reason not in {UNASSIGNED, NAMELESS}}
    if sum(gone.values()) == tally.rows:
        reasons = ", ".join(f"{count} {reason}" for reason, count in gone.items())
        hint = 'say which column is the status, --column status="…", or that none is, --column status='
        return Fault(f"everybody in the list is left out: {reasons}", table.place(table.heading.line), hint)
    where = _matched(columns, headings).get("name", "")
    return Fault(f"nobody in the list has a name under {quoted(where)}", table.place(table.heading.line), _SAY_WHICH)


def _matched(columns: Columns, headings: Sequence[str]) -> dict[str, str]:
    """The headings that each field is read from."""
    matched = {"name": ", or else ".join(_named(name, headings) for name in columns.names)}
    for name, places in columns.places.items():
        matched[name] = " + ".join(headings[at] for at in places)
    return {key: heading for key, heading in matched.items() if heading}


def _named(name: Named, headings: Sequence[str]) -> str:
    parts = " + ".join(headings[at] for at in (name.given, name.family) if at is not None)
    whole = headings[name.whole] if name.whole is not None else ""
    return f"{whole} ({parts})" if whole and parts else whole or parts
