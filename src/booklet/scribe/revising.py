"""A plan becomes the new text of the days, in passes: values first, then lists, from the inside outwards."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from booklet.model import agenda
from booklet.model.program import Key
from booklet.scribe.edits import (
    Edit,
    Fresh,
    Kept,
    Slot,
    apply,
    dash_column,
    list_edits,
    record_column,
    record_edits,
    taken,
)
from booklet.scribe.entries import item, keyed, member, record
from booklet.scribe.fields import KIND, TITLE, Words, day_fields, session_fields
from booklet.scribe.ordering import Planned
from booklet.scribe.reconciling import PlannedDay
from booklet.scribe.spans import Node, Survey

_ENTRY_KEYS: Final = (
    "time",
    *agenda.KINDS,
    *[key for key in agenda.Entry.allowed() if key != "time" and key not in agenda.KINDS],
)
"""The keys of an entry in the order in which they are written."""

_DAY_KEYS: Final = tuple(agenda.Day.allowed())
_DAYS: Final[Key] = ("days",)

Remarks: TypeAlias = Mapping[Key, tuple[str, ...]]
"""Remarks on entries, by their places in the source."""


def revise(text: str, days: Sequence[PlannedDay], *, times: Mapping[Key, str], remarks: Remarks) -> str:
    """Make the text say what is planned.

    Each pass finds its places anew, since the one before has moved them. An entry's key stays the same until its list
    is edited; what moves from one list to another is copied before it is cut.

    Args:
        text: the program.
        days: the days as they shall be.
        times: the times of entries as they are written now, by their places.
        remarks: remarks on what is new.

    Raises:
        BookletError: something that has to change stands between brackets.
    """
    survey = Survey(text)
    text = apply(text, [edit for day in days for edit in _value_edits(survey, day, times)])
    survey = Survey(text)
    fresh = {
        entry.source: _fresh(survey, entry, remarks, column=_column(survey, day))
        for day in days
        for entry in day.entries
        if entry.source and not entry.current
    }
    text = apply(text, [edit for day in days for edit in _talk_edits(survey, day, remarks)])
    survey = Survey(text)
    slots = {day.day.date: _session_slots(survey, day, fresh) for day in days}
    new_days = {day.day.date: _day_item(survey, day, slots[day.day.date]) for day in days if not day.current}
    edits = [
        edit
        for day in days
        if day.current
        for edit in _changed_list(survey, (*day.current, "sessions"), slots[day.day.date])
    ]
    text = apply(text, edits)
    survey = Survey(text)
    stay = {day.current for day in days}
    left = {
        number: _own_remarks(survey, day)
        for number, day in enumerate(survey.node(_DAYS).inside.values())
        if (*_DAYS, number) not in stay
    }
    return apply(text, list(_changed_list(survey, _DAYS, _day_slots(survey, days, new_days), left=left)))


def _value_edits(survey: Survey, day: PlannedDay, times: Mapping[Key, str]) -> Iterator[Edit]:
    """The values of a day and its entries, where they are changed."""
    if day.current and day.changes:
        column = record_column(survey, day.current)
        fields = day_fields(day.day)
        values = {
            change.name: member(change.name, fields[change.name], column=column) if change.name in fields else None
            for change in day.changes
        }
        yield from record_edits(survey, day.current, values, _DAY_KEYS)
    for entry in day.entries:
        for part in (entry, *entry.inside):
            if part.current and (part.changes or part.time != times.get(part.current, "")):
                yield from _entry_edits(survey, part, part.current, times.get(part.current, ""))


def _entry_edits(survey: Survey, entry: Planned, at: Key, written: str) -> Iterator[Edit]:
    column = record_column(survey, at)
    fields = session_fields(entry.session)
    node = survey.node(at)
    if node.flow and not entry.inside:
        yield Edit(*node.span, record(keyed(fields), column=column, time=entry.time).lstrip(" "))
        return
    before = next((str(change.before[0]) for change in entry.changes if change.name == KIND and change.before), None)
    kind = before or entry.session.kind
    values: dict[str, str | None] = {}
    if entry.time != written:
        values["time"] = f"time: {entry.time}" if entry.time else None
    for change in entry.changes:
        if change.name == TITLE:
            values[kind] = member(entry.session.kind, Words(entry.session.title), column=column)
        elif change.name not in {KIND, "time"}:
            field = fields.get(change.name)
            values[change.name] = None if field is None else member(change.name, field, column=column)
    renamed = {before: entry.session.kind} if before else {}
    yield from record_edits(survey, at, values, _ENTRY_KEYS, renamed=renamed)


def _talk_edits(survey: Survey, day: PlannedDay, remarks: Remarks) -> Iterator[Edit]:
    """The lists of talks in the entries that stand in the program."""
    for entry in day.entries:
        if not entry.current:
            continue
        at: Key = (*entry.current, "talks")
        talks = survey.node(entry.current).find(("talks",))
        if talks and talks.inside and entry.inside:
            column = dash_column(survey, at)
            yield from _changed_list(survey, at, _slots(survey, entry.inside, at, remarks, column=column))
        elif talks and talks.inside:
            yield from record_edits(survey, entry.current, {"talks": None}, _ENTRY_KEYS)
        elif entry.inside:
            column = record_column(survey, entry.current)
            slots = _slots(survey, entry.inside, at, remarks, column=column + 2)
            yield from record_edits(survey, entry.current, {"talks": _talks(slots)}, _ENTRY_KEYS)


def _slots(survey: Survey, entries: Sequence[Planned], at: Key, remarks: Remarks, *, column: int) -> list[Slot]:
    """What shall stand in a list of talks: those that stay, those that come from elsewhere, and new ones."""
    return [
        Kept(int(entry.current[-1]))
        if entry.current and entry.stays and entry.current[:-1] == at
        else Fresh(_fresh(survey, entry, remarks, column=column))
        for entry in entries
    ]


def _fresh(survey: Survey, entry: Planned, remarks: Remarks, *, column: int) -> str:
    """The lines of an entry that comes into a list whose dashes are at a column."""
    if entry.current:
        return taken(survey, entry.current, column)
    times = {entry.session.at: entry.time}
    lines = item(replace(entry.session, talks=()), times, remarks, column=column) + "\n"
    if not entry.inside:
        return lines
    inside = [Fresh(_fresh(survey, part, remarks, column=column + 4)) for part in entry.inside]
    return f"{lines}{' ' * (column + 2)}{_talks(inside)}\n"


def _talks(slots: Sequence[Slot]) -> str:
    """A list of talks behind its key."""
    return "talks:\n" + "\n".join([slot.text for slot in slots if isinstance(slot, Fresh)]).removesuffix("\n")


def _session_slots(survey: Survey, day: PlannedDay, fresh: Mapping[Key, str]) -> list[Slot]:
    """What shall stand in the list of a day's entries."""
    slots: list[Slot] = []
    for entry in day.entries:
        if entry.current is None:
            slots.append(Fresh(fresh[entry.source or ()]))
        elif entry.stays and day.current and entry.current[:2] == day.current:
            slots.append(Kept(int(entry.current[-1])))
        else:
            slots.append(Fresh(taken(survey, entry.current, _column(survey, day))))
    return slots


def _day_item(survey: Survey, day: PlannedDay, slots: Sequence[Slot]) -> str:
    """The lines of a new day."""
    column = dash_column(survey, _DAYS)
    head = record(day_fields(day.day), column=column + 2)
    entries = "\n".join([slot.text for slot in slots if isinstance(slot, Fresh)])
    return f"{' ' * column}- {head[column + 2 :]}\n{' ' * (column + 2)}sessions:\n{entries}"


def _day_slots(survey: Survey, days: Sequence[PlannedDay], fresh: Mapping[datetime.date, str]) -> list[Slot]:
    """What shall stand in the list of days; one whose date is now before that of a day above it is moved."""
    slots: list[Slot] = []
    last = -1
    for day in days:
        if day.current is None:
            slots.append(Fresh(fresh[day.day.date]))
        elif (number := int(day.current[-1])) > last:
            slots.append(Kept(number))
            last = number
        else:
            slots.append(Fresh(taken(survey, day.current, dash_column(survey, _DAYS))))
    return slots


def _own_remarks(survey: Survey, day: Node) -> list[str]:
    """The remarks on a day itself, and not on an entry of it; they stay behind if it goes."""
    sessions = day.find(("sessions",))
    entries = Counter(
        remark
        for entry in (sessions.inside.values() if sessions else ())
        for remark in survey.remarks(survey.block(entry))
    )
    return list((Counter(survey.remarks(survey.block(day))) - entries).elements())


def _changed_list(
    survey: Survey, at: Key, slots: Sequence[Slot], *, left: Mapping[int, Sequence[str]] | None = None
) -> Iterator[Edit]:
    """The edits to a list, none if it stays as it is."""
    if list(slots) != [Kept(number) for number in range(len(survey.node(at).inside))]:
        yield from list_edits(survey, at, slots, left=left)


def _column(survey: Survey, day: PlannedDay) -> int:
    """How far the dashes of a day's entries are indented; those of a new day as those of the first one."""
    return dash_column(survey, (*(day.current or ("days", 0)), "sessions"))
