"""What a source says becomes what program.yaml can say: texts tidied, and values that it refuses named and left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.model.program import Building, Event, Profile, Registration, Room, Speaker, Venue, Wifi
from booklet.model.texts import blank, exact, line, prose, quoted
from booklet.model.values import read_email, read_language, read_orcid, read_timezone, read_url

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML does not count as printable (YAML 1.2.2, 5.1)."""

_SEATS: Final = 1_000_000
"""The most seats that program.yaml takes (`model.fields.Seats`)."""

_KEY: Final = 500
"""The longest name that is a key; YAML ends at 1024."""

_SHOWN: Final = 3

UNKNOWN: Final = "???"
"""What stands for a title that the source does not know."""


class Notice(NamedTuple):
    """A message about entries: what is said of one, what of several, and what to do."""

    one: str
    many: str
    hint: str


class Tidier:
    """Tidies texts and values, and remembers what there is to say about it."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._noticed: defaultdict[Notice, list[tuple[str, Place | None]]] = defaultdict(list)
        self._controls = 0
        self._first_control = ""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What there is to say: what is the same of many entries once, with their number."""
        faults = [*self._faults, *(_fault(notice, found) for notice, found in self._noticed.items())]
        if self._controls:
            count = "1 control character was" if self._controls == 1 else f"{self._controls} control characters were"
            what = f"{count} left out, the first in {quoted(self._first_control)}"
            faults.append(Fault(what, hint="they are invisible, and come from copying; see that the text is whole"))
        return tuple(faults)

    def say(self, what: str, *, hint: str, where: Place | None = None) -> None:
        """Remember a fault."""
        self._faults.append(Fault(what, where, hint))

    def notice(self, notice: Notice, name: str, where: Place | None) -> None:
        """Remember that something is to be said about an entry."""
        self._noticed[notice].append((name, where))

    def line(self, text: str) -> str:
        """A text on one line."""
        return _settled(line, self._printable(text))

    def prose(self, text: str) -> str:
        """Paragraphs."""
        return _settled(prose, self._printable(text))

    def lines(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Texts on one line each; those that say nothing are left out."""
        return tuple([tidied for text in texts if (tidied := self.line(text))])

    def people(self, people: Iterable[Speaker], title: str) -> tuple[Speaker, ...]:
        """People; somebody without a name cannot be printed."""
        tidied = []
        for who in people:
            name, position, affiliation = self.line(who.name), self.line(who.position), self.line(who.affiliation)
            if name:
                tidied.append(Speaker(name, position, affiliation))
            elif position or affiliation:
                known = ", ".join(part for part in (position, affiliation) if part)
                what = f"somebody without a name ({known}) was left out of {quoted(title)}"
                self.say(what, hint="write who it is, if you know")
        return tuple(tidied)

    def event(self, event: Event) -> Event:
        """What the event is; its title is "???" if none is known."""
        title = self.line(event.title)
        if not title:
            self.say("the source does not say what the event is called", hint="write it behind 'title:' in 'event:'")
            title = UNKNOWN
        signup = event.registration
        capacity = signup.capacity if signup.capacity and 0 < signup.capacity <= _SEATS else None
        if capacity != signup.capacity:
            self.say(f"the number of seats, {signup.capacity}, was left out", hint="write it if it is known")
        return replace(
            event,
            title=title,
            short_title=self.line(event.short_title) or title,
            subtitle=self.line(event.subtitle),
            second_title=self.line(event.second_title),
            host=self.line(event.host),
            summary=self.prose(event.summary),
            language=self.read(read_language, event.language, "language"),
            second_language=self.read(read_language, event.second_language, "second language"),
            timezone=self.read(read_timezone, event.timezone, "time zone"),
            second_timezone=self.read(read_timezone, event.second_timezone, "second time zone"),
            website=self.read(read_url, event.website, "website"),
            contact=self.line(event.contact),
            conduct=self.prose(event.conduct),
            registration=Registration(
                self.read(read_url, signup.url, "registration page"), capacity, self.prose(signup.note)
            ),
        )

    def venue(self, venue: Venue) -> Venue:
        """Where the event is."""
        rooms = {
            name: Room(name, self.line(note), self.line(building))
            for written, note, building in venue.rooms
            if (name := self.key(self.line(written)))
        }
        wifi = venue.wifi
        if wifi is not None:
            network = self.read(exact, wifi.network, "wireless network")
            wifi = Wifi(network, self.read(exact, wifi.password, "password")) if not blank(network) else None
        return replace(
            venue,
            name=self.line(venue.name),
            room=self.line(venue.room),
            address=self.lines(venue.address),
            map=self.picture(venue.map),
            map_caption=self.line(venue.map_caption),
            geo=self._geo(venue.geo),
            directions=self.prose(venue.directions),
            rooms=tuple(rooms.values()),
            buildings=tuple(self._buildings(venue.buildings)),
            wifi=wifi,
            accessibility=self.prose(venue.accessibility),
            emergency=self.prose(venue.emergency),
        )

    def _buildings(self, buildings: Iterable[Building]) -> Iterable[Building]:
        tidied = {
            name: Building(
                name,
                self.lines(building.address),
                self._geo(building.geo),
                self.picture(building.map),
                self.prose(building.directions),
                ("venue", "buildings", name),
            )
            for building in buildings
            if (name := self.key(self.line(building.name)))
        }
        return tidied.values()

    def links(self, links: Iterable[str], title: str) -> tuple[str, ...]:
        """Addresses; what is none is said."""
        return tuple([link for text in links if (link := self.read(read_url, text, f"link of {quoted(title)}"))])

    def language(self, language: str, title: str) -> str:
        """The language of an entry."""
        return self.read(read_language, language, f"language of {quoted(title)}")

    def profile(self, profile: Profile) -> Profile:
        """What is said about a person; the name is "" if it cannot be one."""
        name = self.line(profile.name)
        of = f" of {quoted(name)}"
        return Profile(
            name=self.key(name),
            also=self.lines(profile.also),
            sort_as=self.line(profile.sort_as),
            pronouns=self.line(profile.pronouns),
            bio=self.prose(profile.bio),
            photo=self.picture(profile.photo),
            email=self.read(read_email, profile.email, "e-mail address" + of),
            website=self.read(read_url, profile.website, "website" + of),
            orcid=self.read(read_orcid, profile.orcid, "ORCID iD" + of),
            at=("speakers", name),
        )

    def _printable(self, text: str) -> str:
        found = _CONTROL.findall(text)
        if not found:
            return text
        if not self._controls:
            self._first_control = _CONTROL.sub("", text)
        self._controls += len(found)
        return _CONTROL.sub(_space_or_nothing, text)

    def read(self, reader: Callable[[str], str], text: str, name: str) -> str:
        """A value that the program's own reader takes, or nothing."""
        text = self._printable(text)
        if not line(text):
            return ""
        try:
            return reader(text)
        except BookletError as error:
            self.say(f"the {name} was left out: {error.faults[0].what}", hint=error.faults[0].hint)
            return ""

    def picture(self, path: Path | None) -> Path | None:
        """A picture beside the program."""
        if path is None:
            return None
        name = self.line(path.as_posix())
        if path.is_absolute() or ".." in path.parts or name != path.as_posix():
            hint = "copy it into the folder of program.yaml, and name it there"
            self.say(f"the picture {quoted(path.name)} was left out", hint=hint)
            return None
        return path

    def key(self, name: str) -> str:
        """A name that can be a key."""
        if len(name) <= _KEY:
            return name
        self.say(f"what is said about {quoted(name)} was left out", hint="such a long text is no name")
        return ""

    def _geo(self, geo: tuple[float, float] | None) -> tuple[float, float] | None:
        """A place on earth, to the centimetre."""
        if geo is None:
            return None
        if not (abs(geo[0]) <= 90 and abs(geo[1]) <= 180):
            self.say(f"the coordinates {geo[0]}, {geo[1]} were left out", hint="there is no such place on earth")
            return None
        return round(geo[0], 7), round(geo[1], 7)


def _settled(tidy: Callable[[str], str], text: str) -> str:
    """A text that tidying changes no more, so that it is read back as it is written."""
    tidied = tidy(text)
    while tidied != text:
        text, tidied = tidied, tidy(tidied)
    return tidied


def _space_or_nothing(found: re.Match[str]) -> str:
    """Form feeds and tabulators part words; what else is invisible stands in them."""
    return " " if found[0] in "\x0b\x0c" else ""


def _fault(notice: Notice, found: list[tuple[str, Place | None]]) -> Fault:
    names = [quoted(name) for name, _ in found[:_SHOWN]]
    if len(found) == 1:
        return Fault(f"{names[0]} {notice.one}", found[0][1], notice.hint)
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return Fault(f"{len(found)} entries {notice.many}: {', '.join(names)}{more}", found[0][1], notice.hint)
