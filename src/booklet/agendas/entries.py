"""Drafts become entries with dates and times: each day's times are read together, and talks go into their sessions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.agendas.calendar import Evidence, resolve
from booklet.agendas.drafts import Draft, Gathered
from booklet.agendas.heads import AWAITED, entry_of
from booklet.errors import Fault
from booklet.manuscripts.dates import When
from booklet.manuscripts.hours import Hours
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry
from booklet.manuscripts.settling import Slot, Style, settle, style_of
from booklet.model.program import PAUSES
from booklet.model.times import clock

_FALLS: Final = 3 * 60
"""A clock that falls back by more than that, from the afternoon to the morning, begins another day."""

_NOON: Final = 12 * 60


class Dated(NamedTuple):
    """The entries of a page, the papers among them; whether it writes am and pm; what to report, and what to ask."""

    entries: tuple[Entry, ...]
    papers: tuple[Entry, ...]
    halves: bool
    dates: tuple[tuple[When | None, datetime.date], ...]
    report: tuple[Fault, ...]
    asks: tuple[Fault, ...]


class _Day(NamedTuple):
    when: When | None
    drafts: list[Draft]


def dated(gathered: Gathered, evidence: Evidence, first_day: datetime.date | None, file: str) -> Dated:
    """Give every draft its date and its time.

    Args:
        gathered: the entries, in the order of the page; what stands under a heading of abstracts; and the days' lines.
        evidence: what the page says of its dates.
        first_day: the date of the first day as the organiser has given it.
        file: the source, for places.
    """
    drafts, papers = gathered.drafts, gathered.papers
    style = style_of([found.hours for draft in (*drafts, *papers) for found in (draft, *draft.talks)])
    days = _days(drafts, style)
    resolved = resolve([(day.when, _line(day, gathered)) for day in days], evidence, first_day, file)
    entries: list[Entry] = []
    undated: list[Entry] = []
    report = list(resolved.report)
    known: list[tuple[When | None, datetime.date]] = []
    for day, date in zip(days, resolved.dates, strict=True):
        made, found = _entries(day.drafts, style, file)
        report += found
        if date is None:
            undated += made
        else:
            known.append((day.when, date))
            entries += [_on(date, entry) for entry in made]
    entries = list(_without_speakers(_merged(entries)))
    more, found = _entries(papers, style, file)
    shifted = [
        entry
        for entry in (*entries, *undated)
        for entry in (entry, *entry.entries)
        if any(" is read as " in said or "row of the table" in said for said in entry.remarks)
    ]
    return Dated(
        tuple(entries),
        (*undated, *more),
        style.halves,
        tuple(known),
        (*report, *_summary(shifted, style)),
        resolved.asks,
    )


def _merged(entries: Sequence[Entry]) -> list[Entry]:
    """What stands in several rows of a table, one right after the other and in one room, is one entry."""
    out: list[Entry] = []
    last: dict[tuple[object, ...], int] = {}
    for entry in entries:
        key = (entry.date, entry.title, entry.room, entry.track, entry.kind, entry.speakers)
        at = last.get(key)
        if at is not None and (entry.room or entry.track) and entry.start is not None and out[at].end == entry.start:
            remark = f"stands in several rows of the table, the last at {clock(entry.start)}"
            remarks = (*[said for said in out[at].remarks if not said.startswith("stands")], remark)
            out[at] = replace(out[at], end=entry.end, remarks=remarks)
            continue
        last[key] = len(out)
        out.append(entry)
    return out


_TALK: Final = re.compile(
    r"talk|lecture|presentation|vortrag|exposé|conférence|charla|ponencia|conferencia|intervento|relazione|palestra|"
    r"lezing|voordracht|доклад|лекция|报告|演讲|講演|発表",
    re.IGNORECASE,
)


def _without_speakers(entries: Sequence[Entry]) -> Iterator[Entry]:
    """On a page that names speakers, what has none and is not called a talk is none: coding sprints, remarks."""
    open_entries = [entry for entry in entries if entry.kind == "talk"]
    named = sum(bool(entry.speakers) for entry in open_entries)
    for entry in entries:
        awaited = AWAITED in entry.remarks
        bare = (
            entry.kind == "talk"
            and not (awaited or entry.speakers)
            and not entry.abstract
            and not _TALK.search(entry.title)
        )
        yield replace(entry, kind="other") if bare and 2 * named > len(open_entries) else entry


def _line(day: _Day, gathered: Gathered) -> int:
    """The line that says which day it is; else that of its first entry."""
    usual = day.drafts[0].number if day.drafts else 0
    return usual if day.when is None else gathered.day_lines.get(day.when, usual)


def _on(date: datetime.date, entry: Entry) -> Entry:
    return replace(entry, date=date, entries=tuple(replace(talk, date=date) for talk in entry.entries))


def _days(drafts: Sequence[Draft], style: Style) -> list[_Day]:
    """The drafts day by day: as the page names the days, or where no day is named, as the clock falls back."""
    days: list[_Day] = []
    for draft in drafts:
        known = next(
            (day for day in days if day.when is not None and draft.when is not None and _same(day.when, draft.when)),
            None,
        )
        if known is not None:
            known.drafts.append(draft)
        elif days and draft.when is None and days[-1].when is None:
            days[-1].drafts.append(draft)
        else:
            days.append(_Day(draft.when, [draft]))
    if len(days) > 1 and days[0].when is None and all(draft.hours is None for draft in days[0].drafts):
        # What stands above the first day without a time belongs to it.
        days[1].drafts[:0] = days.pop(0).drafts
    if len(days) == 1 and days[0].when is None:
        return list(_fallen(days[0].drafts, style))
    return days


def _same(one: When, other: When) -> bool:
    """Whether two namings mean the same day."""
    if one.month is not None and other.month is not None:
        return (one.month, one.day) == (other.month, other.day)
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return one.weekday is not None and one.weekday == other.weekday and (one.month is None or other.month is None)


def _fallen(drafts: Sequence[Draft], style: Style) -> Iterator[_Day]:
    """Days of a page that names none: a new one where the clock falls from the afternoon to the morning."""
    day: list[Draft] = []
    latest = 0
    for draft in drafts:
        start = draft.hours.start if draft.hours else None
        certain = start is not None and (bool(start.half) or style.long or start.minutes >= 8 * 60)
        if start is not None and certain and day and latest > _NOON and start.minutes < min(latest - _FALLS, _NOON):
            yield _Day(None, day)
            day, latest = [], 0
        if start is not None:
            minutes = start.minutes
            if not (start.half or style.long) and minutes < 8 * 60:
                minutes += _NOON
            latest = max(latest, minutes)
        day.append(draft)
    if day:
        yield _Day(None, day)


def _entries(drafts: Sequence[Draft], style: Style, file: str) -> tuple[list[Entry], list[Fault]]:
    """The entries of one day, with their times."""
    timed: list[tuple[Draft, Hours]] = []
    for draft in drafts:
        timed += [(found, found.hours) for found in (draft, *draft.talks) if found.hours is not None]
    slots = settle([hours for _, hours in timed], style, [kind_of(draft.title) for draft, _ in timed])
    by_draft = {id(draft): slot for (draft, _), slot in zip(timed, slots, strict=True)}
    report: list[Fault] = []
    entries = []
    for draft in drafts:
        entry = entry_of(draft, file)
        talks = tuple(
            _timed(talk, made, by_draft, report) for talk, made in zip(draft.talks, entry.entries, strict=True)
        )
        entries.append(replace(_timed(draft, entry, by_draft, report), entries=talks))
    return list(_nested(entries)), report


def _timed(draft: Draft, entry: Entry, slots: dict[int, Slot], report: list[Fault]) -> Entry:
    """An entry with its time, and what was chosen about it."""
    slot = slots.get(id(draft))
    if slot is None or slot.start is None:
        return replace(entry, end=None)
    length = entry.end
    end = slot.end
    remarks: list[str] = []
    written = " ".join(draft.written.split())
    if slot.reading:
        remarks.append(f"{written} {slot.reading}" if slot.reading.startswith("is") else f"{written}: {slot.reading}")
        if slot.slip:
            what = f"{remarks[-1]} at {entry.title or 'this entry'!r}; what is written cannot be meant"
            report.append(Fault(what, entry.where, "correct the time if another reading is right"))
    if draft.until is not None and draft.until.minutes > (slot.start if end is None else end):
        if end is None:
            remarks.append(f"the end, {clock(draft.until.minutes)}, is where the next row of the table begins")
        end = draft.until.minutes
    elif end is None and length is not None:
        end = slot.start + length
    return replace(entry, start=slot.start, end=end, remarks=(*entry.remarks, *remarks))


def _nested(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Talks that lie within the time of the session above them go into it."""
    session: Entry | None = None
    inside: list[Entry] = []
    for entry in entries:
        if session is not None and _lies_in(entry, session):
            inside.append(entry)
            continue
        if session is not None:
            yield replace(session, entries=(*session.entries, *inside))
            session, inside = None, []
        holds = (
            entry.kind in {"session", "poster", "workshop", "panel"}
            and entry.start is not None
            and entry.end is not None
        )
        if holds and not entry.speakers:
            session = entry
        else:
            yield entry
    if session is not None:
        yield replace(session, entries=(*session.entries, *inside))


def _lies_in(entry: Entry, session: Entry) -> bool:
    if entry.start is None or session.start is None or session.end is None or entry.entries:
        return False
    if (entry.start, entry.end) == (session.start, session.end) or (
        entry.kind in {"session", *PAUSES} and not entry.speakers
    ):
        return False
    if entry.room and session.room and entry.room != session.room:
        return False
    last = entry.start + 1 if entry.end is None else entry.end
    return session.start <= entry.start and last <= session.end


def _summary(shifted: Sequence[Entry], style: Style) -> Iterator[Fault]:
    """What was read between the lines, once for the whole page."""
    derived = [entry for entry in shifted if any("row of the table" in remark for remark in entry.remarks)]
    afternoon = [entry for entry in shifted if any(" is read as " in remark for remark in entry.remarks)]
    if derived:
        what = f"the table tells only when things begin; {len(derived)} of them end where the next row begins"
        yield Fault(what, derived[0].where, "each has a remark in program.yaml; correct those that end earlier")
    if len(afternoon) > 1 and not style.halves:
        example = afternoon[0].remarks[0]
        what = f"{len(afternoon)} times are written without am and pm, and read as in the afternoon, such as {example}"
        yield Fault(what, afternoon[0].where, "each has a remark in program.yaml")
    elif afternoon and style.halves:
        for entry in afternoon:
            yield Fault(
                f"{entry.remarks[0]}, for what stands around it", entry.where, "correct it if that is not right"
            )
