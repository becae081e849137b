"""A manuscript: what a source says of an event, before it is a program."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from booklet.errors import Fault, Place
from booklet.model.program import Committee, Event, Kind, OwnPage, Profile, Speaker, Tier, Track, Venue


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the agenda as a source has it; or a paper, which has no slot yet.

    `start` and `end` are minutes after the midnight that begins `date` (above 1440 past the next one), None where the
    source states no time. `date` is the day that the entry belongs to: what begins after midnight belongs to the
    evening before. It is None only in a paper. `track` is the thread of the program that it belongs to. `entries` are
    the talks inside a session. `authors` are all authors in order, where a source has them beside who speaks. `ident`
    is the source's own id, by which sources are joined. `where` is the place that says it. `remarks` are the readings
    that were chosen where the source can be read in several ways, in plain words ("1:00-2:00 is read as 13:00-14:00");
    each becomes a comment in program.yaml.
    """

    kind: Kind
    title: str
    date: datetime.date | None = None
    start: int | None = None
    end: int | None = None
    room: str = ""
    track: str = ""
    speakers: tuple[Speaker, ...] = ()
    coauthors: tuple[Speaker, ...] = ()
    chairs: tuple[Speaker, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    note: str = ""
    each: int | None = None
    entries: tuple[Entry, ...] = ()
    ident: str = ""
    where: Place | None = None
    remarks: tuple[str, ...] = ()
    authors: tuple[Speaker, ...] = ()
    board: str = ""
    topic: str = ""
    links: tuple[str, ...] = ()
    language: str = ""
    second_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """What one or several sources say of an event.

    `event` has the title "" where none is known. `entries` are in the order of the source; each has a date. `papers`
    are abstracts without a slot, which another source may give a slot by `ident` or by title and name. `people` are
    profiles by name. `tracks` are those that the source says more of than the entries do. `day_titles` are what days
    are called, and `second_day_titles` in the second language. `halves` says that the source writes am and pm. `report`
    is what the organiser should know: what was not understood, what was left out and why, which reading was chosen; in
    the order of the source, each with its place.
    `asks` are questions that only the organiser can answer, such as the year; what depends on them is among the papers,
    and nothing can be written unless another source answers them.
    """

    event: Event
    venue: Venue = field(default_factory=Venue)
    entries: tuple[Entry, ...] = ()
    papers: tuple[Entry, ...] = ()
    people: Mapping[str, Profile] = field(default_factory=dict)
    day_titles: Mapping[datetime.date, str] = field(default_factory=dict)
    halves: bool = False
    report: tuple[Fault, ...] = ()
    asks: tuple[Fault, ...] = ()
    tracks: tuple[Track, ...] = ()
    committees: tuple[Committee, ...] = ()
    sponsors: tuple[Tier, ...] = ()
    pages: tuple[OwnPage, ...] = ()
    second_day_titles: Mapping[datetime.date, str] = field(default_factory=dict)


def no_event(title: str = "") -> Event:
    """An event of which only the title is known, if that."""
    return Event(title=title, short_title=title, language="")
