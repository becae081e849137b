"""A schedule as frab, pentabarf and pretalx know it, before its texts are read."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from booklet.errors import Place
from booklet.importers.stated import Omission


class Person(NamedTuple):
    """Somebody at an event, as the source writes it."""

    name: str
    role: str = ""
    bio: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """An event of the schedule; every text as the source writes it.

    `date` is the moment that it begins, `start` and `end` are times on the clock. `answers` are private. `left` is what
    the booklet has no place for.
    """

    title: str
    subtitle: str = ""
    type: str = ""
    track: str = ""
    room: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    duration: str = ""
    abstract: str = ""
    description: str = ""
    language: str = ""
    people: tuple[Person, ...] = ()
    answers: tuple[str, ...] = ()
    ident: str = ""
    links: tuple[str, ...] = ()
    left: tuple[Omission, ...] = ()
    where: Place


@dataclass(frozen=True, slots=True)
class ScheduledDay:
    """A day of the schedule: its number, its date, when on the clock it begins (if stated), and its events."""

    index: int
    date: datetime.date | None
    opens: int | None
    events: tuple[Scheduled, ...]
    where: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A whole schedule; every text as the source writes it.

    `rooms` are notes on rooms by name, and `tracks` the colours of tracks, both in the order of the source.
    """

    file: str
    title: str
    acronym: str = ""
    subtitle: str = ""
    start: datetime.date | None = None
    zone: str = ""
    language: str = ""
    website: str = ""
    venue: str = ""
    address: tuple[str, ...] = ()
    rooms: Mapping[str, str]
    days: tuple[ScheduledDay, ...]
    tracks: Mapping[str, str] = field(default_factory=dict)
    left: tuple[Omission, ...] = ()
