"""A program as the rows of a spreadsheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final, NamedTuple

from booklet.exporters.slots import Slot, names, slots
from booklet.model.program import Program
from booklet.model.times import clock

HEADINGS: Final = (
    "Date", "Start", "End", "Kind", "Title", "Session", "Speakers", "Chairs", "Room", "Track", "Keywords", "Abstract",
    "Note", "Co-authors", "Second title",
)  # fmt: skip
"""The first row; the importer of spreadsheets knows the columns by these words."""


class Row(NamedTuple):
    """An entry of the agenda, cell by cell under `HEADINGS`; a cell is "" where nothing is stated.

    `date` is the day that the entry belongs to: what begins after midnight belongs to the evening before. `start` and
    `end` are what the clock shows. `session` is the title of the session that holds a talk.
    """

    date: datetime.date
    start: str
    end: str
    kind: str
    title: str
    session: str
    speakers: str
    chairs: str
    room: str
    track: str
    keywords: str
    abstract: str
    note: str
    coauthors: str
    second_title: str


def rows(program: Program) -> Iterator[Row]:
    """A row for each entry, each session before its talks."""
    return map(_row, slots(program))


def _row(slot: Slot) -> Row:
    entry = slot.entry
    return Row(
        date=slot.day.date,
        start="" if entry.start is None else clock(entry.start),
        end="" if entry.end is None else clock(entry.end),
        kind=entry.kind,
        title=entry.title,
        session=slot.session.title if slot.session else "",
        speakers=names(entry.speakers),
        chairs=names(entry.chairs),
        room=slot.room,
        track=entry.track,
        keywords="; ".join(entry.keywords),
        abstract=entry.abstract,
        note=entry.note,
        coauthors=names(entry.coauthors),
        second_title=entry.second_title,
    )
