"""The program as the whole package sees it: frozen, typed, and free of the file format that it was read from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, get_args

Key: TypeAlias = tuple[str | int, ...]
"""Where a value stands in program.yaml: the keys and list indexes that lead to it; `Source.place` turns it into a
line and column."""

Kind: TypeAlias = Literal[
    "talk",
    "keynote",
    "plenary",
    "session",
    "panel",
    "poster",
    "workshop",
    "tutorial",
    "break",
    "breakfast",
    "lunch",
    "dinner",
    "registration",
    "social",
    "other",
]
"""What a session is."""

PAUSES: frozenset[Kind] = frozenset({"break", "breakfast", "lunch", "dinner", "registration", "social"})
"""The kinds at which usually nobody speaks."""

HOLDERS: frozenset[Kind] = frozenset({"session", "plenary", "panel", "workshop", "tutorial", "poster", "other"})
"""The kinds that can hold talks."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone named at a session: speaker, chair or co-author."""

    name: str
    position: str = ""
    affiliation: str = ""
    at: Key = ()


@dataclass(frozen=True, slots=True)
class Session:
    """An entry of the agenda: a talk, a break, or a session that holds talks.

    `start` and `end` are minutes after the day's midnight (above 1440 past midnight), None where the program states
    no time; a time is never made up. `each` is the stated length in minutes of each talk inside. `room` is "" for the
    event's usual room, and `title` "" where only who speaks is known yet. `track` is the thread of the program that it
    belongs to, if it has threads. `authors` are all authors in the order in which they are to be printed, where the
    program states one; whoever presents is then among `speakers`, and the others are among `coauthors`, as always.
    A poster has the number of its `board` and a `topic`. `links` are addresses of slides, papers and recordings, and
    `language` is a BCP 47 tag, "" for the event's language. `second_title` is the title in the event's second language.
    """

    kind: Kind
    title: str
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
    talks: tuple[Session, ...] = ()
    at: Key = ()
    authors: tuple[Speaker, ...] = ()
    board: str = ""
    topic: str = ""
    links: tuple[str, ...] = ()
    language: str = ""
    second_title: str = ""

    @property
    def called(self) -> str:
        """What messages call it: its title, or who speaks where that is all that is known."""
        return self.title or ", ".join(speaker.name for speaker in self.speakers)

    @property
    def pauses(self) -> bool:
        """Whether nobody speaks here, and there is nothing to read about it."""
        says = self.speakers or self.chairs or self.coauthors or self.keywords or self.abstract or self.talks
        return self.kind in PAUSES and not says


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the event, its sessions in the order of the program."""

    date: datetime.date
    title: str
    sessions: tuple[Session, ...]
    at: Key = ()
    second_title: str = ""

    @property
    def entries(self) -> Iterator[Session]:
        """Every session, each before the talks that are inside it."""
        for session in self.sessions:
            yield session
            yield from session.talks

    @property
    def extent(self) -> tuple[int, int | None] | None:
        """The first stated time and the last, in minutes; None instead of the last if what starts then has no end."""
        starts = [entry.start for entry in self.entries if entry.start is not None]
        ends = [entry.end for entry in self.entries if entry.end is not None]
        if not starts:
            return None
        last = max(ends, default=0)
        return min(starts), last if last > max(starts) else None


@dataclass(frozen=True, slots=True)
class Registration:
    """How to register."""

    url: str = ""
    capacity: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What the event is.

    `second_timezone` is the zone of those who follow from afar, whose times stand beside ours; `second_language` is the
    BCP 47 tag of the language that all second titles are in.
    """

    title: str
    short_title: str
    subtitle: str = ""
    host: str = ""
    summary: str = ""
    language: str = "en-US"
    timezone: str = ""
    second_timezone: str = ""
    website: str = ""
    contact: str = ""
    conduct: str = ""
    registration: Registration = field(default_factory=Registration)
    second_language: str = ""
    second_title: str = ""
    at: Key = ("event",)


@dataclass(frozen=True, slots=True)
class Wifi:
    """A wireless network."""

    network: str
    password: str = ""


class Room(NamedTuple):
    """A room, in the order in which the program names them: what to know of it, and the building that it is in."""

    name: str
    note: str = ""
    building: str = ""


@dataclass(frozen=True, slots=True)
class Building:
    """One of several buildings or venues. `geo` is latitude and longitude in degrees (WGS 84)."""

    name: str
    address: tuple[str, ...] = ()
    geo: tuple[float, float] | None = None
    map: Path | None = None
    directions: str = ""
    at: Key = ()


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the event is. `geo` is latitude and longitude in degrees (WGS 84)."""

    name: str = ""
    room: str = ""
    address: tuple[str, ...] = ()
    map: Path | None = None
    map_caption: str = ""
    geo: tuple[float, float] | None = None
    directions: str = ""
    rooms: tuple[Room, ...] = ()
    buildings: tuple[Building, ...] = ()
    wifi: Wifi | None = None
    accessibility: str = ""
    emergency: str = ""
    at: Key = ("venue",)


@dataclass(frozen=True, slots=True)
class Profile:
    """What `speakers:` says about a person. `also` are other spellings of the name that mean the same person."""

    name: str
    also: tuple[str, ...] = ()
    sort_as: str = ""
    pronouns: str = ""
    bio: str = ""
    photo: Path | None = None
    email: str = ""
    website: str = ""
    orcid: str = ""
    at: Key = ()


class Track(NamedTuple):
    """A thread of the program. `colour` is its ink as #rrggbb, "" for one that the design chooses."""

    name: str
    colour: str = ""
    note: str = ""
    at: Key = ()


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who supports the event. Without a `logo` the name is set in type."""

    name: str
    logo: Path | None = None
    website: str = ""
    text: str = ""
    at: Key = ()


class Tier(NamedTuple):
    """Sponsors of one rank, such as Gold; the first tier is the highest."""

    name: str
    sponsors: tuple[Sponsor, ...]
    at: Key = ()


class Committee(NamedTuple):
    """A group of people with a task, such as the program committee."""

    name: str
    members: tuple[Speaker, ...]
    at: Key = ()


class OwnPage(NamedTuple):
    """Pages of the organisers' own: a title and a text in the small Markdown of prose."""

    title: str
    text: str
    at: Key = ()


PartName: TypeAlias = Literal[
    "cover",
    "essentials",
    "contents",
    "glance",
    "timetable",
    "posters",
    "abstracts",
    "index",
    "authors",
    "venue",
    "committees",
    "sponsors",
    "pages",
    "notes",
    "back",
]
"""The parts that a booklet can have, in the order in which they come unless the program says otherwise."""

PARTS: tuple[PartName, ...] = get_args(PartName)
"""Every part, in that order."""

THEMES: tuple[str, ...] = ("concert",)
"""Every theme, the usual one first; `design` says what each looks like."""


TimetableLook: TypeAlias = Literal["auto", "grid", "list"]
"""How parallel rooms are shown: on a grid where it can be read, on a grid in any case, or as a list by time."""

LOOKS: tuple[TimetableLook, ...] = get_args(TimetableLook)


@dataclass(frozen=True, slots=True)
class Options:
    """What `booklet:` asks for.

    `paper` is a name ("half-letter", "a5", "a4", "letter", "a6") or (width, height) in points; "" lets the venue's
    country decide. `notes` is how many notes pages to print at least. `issued` is the "as of" date.
    `fonts` are folders with fonts. `words` are phrases in place of the booklet's own, by key.
    """

    paper: str | tuple[float, float] = ""
    theme: str = "concert"
    parts: tuple[PartName, ...] = PARTS
    editions: tuple[str, ...] = ("screen", "print")
    notes: int = 0
    cover: Path | None = None
    issued: datetime.date | None = None
    revision: str = ""
    timetable: TimetableLook = "auto"
    words: Mapping[str, str] = field(default_factory=dict)
    fonts: tuple[Path, ...] = ()
    at: Key = ("booklet",)


BadgeSort: TypeAlias = Literal["name", "ticket", "list"]
"""By what badges are in order: family names, kinds of tickets and then family names, or as the list has them."""

BadgeOrder: TypeAlias = Literal["rows", "stack"]
"""How badges go on over sheets: along rows, or so that stacks of cut sheets are in order."""

Duplex: TypeAlias = Literal["long", "short", "none"]
"""Over which edge a printer turns sheets to print backs; "none" prints fronts only."""


@dataclass(frozen=True, slots=True)
class BadgePlan:
    """What `badges:` asks for.

    `attendees` is the list of those who get badges; without it the people of the program do. `template` is the name of
    a sheet of labels, "" for the usual one of the country. `columns` says which of the list's headings holds what.
    `start` is the first label to print on, counted from 1, `blanks` how many badges without a name are added, and `qr`
    what a code holds: "vcard", an address with {id} in it, or nothing.
    """

    attendees: Path | None = None
    template: str = ""
    sort: BadgeSort = "name"
    order: BadgeOrder = "rows"
    duplex: Duplex = "long"
    start: int = 1
    blanks: int = 0
    qr: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    at: Key = ("badges",)


@dataclass(frozen=True, slots=True)
class Program:
    """A whole program. `folder` is the program file's folder, which no picture may lie outside of.

    `tracks` are those that the program says something about, in its order; sessions may name others.
    """

    event: Event
    venue: Venue
    days: tuple[Day, ...]
    people: Mapping[str, Profile]
    options: Options
    folder: Path
    stem: str
    tracks: tuple[Track, ...] = ()
    committees: tuple[Committee, ...] = ()
    sponsors: tuple[Tier, ...] = ()
    pages: tuple[OwnPage, ...] = ()
    badges: BadgePlan | None = None
