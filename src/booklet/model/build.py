"""The entries of a file that is right become a Program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final, get_args

from booklet.errors import BookletError
from booklet.model import agenda, schema
from booklet.model.authors import parted
from booklet.model.problem import Problem
from booklet.model.program import (
    LOOKS,
    PARTS,
    BadgeOrder,
    BadgePlan,
    BadgeSort,
    Building,
    Committee,
    Day,
    Duplex,
    Event,
    Key,
    Kind,
    Options,
    OwnPage,
    PartName,
    Profile,
    Program,
    Registration,
    Room,
    Session,
    Speaker,
    Sponsor,
    Tier,
    TimetableLook,
    Track,
    Venue,
    Wifi,
)
from booklet.model.record import Person
from booklet.model.texts import line
from booklet.model.times import TimeSpan, past_midnight, read_time_span, writes_halves
from booklet.model.words import misworded, usual_title

_FIELDS: Final[tuple[tuple[str, Kind], ...]] = tuple(
    ("break_" if kind == "break" else kind, kind) for kind in agenda.KINDS
)
"""The attribute that each kind has in the schema, where `break` cannot be one."""

_PARTS: Final[Mapping[str, PartName]] = {part: part for part in PARTS}

_SORTS: Final[Mapping[str, BadgeSort]] = {sort: sort for sort in get_args(BadgeSort)}
_ORDERS: Final[Mapping[str, BadgeOrder]] = {order: order for order in get_args(BadgeOrder)}
_FLIPS: Final[Mapping[str, Duplex]] = {flip: flip for flip in get_args(Duplex)}
_LOOKS: Final[Mapping[str, TimetableLook]] = {look: look for look in LOOKS}


def build(file: schema.File, path: Path) -> tuple[Program, list[Problem]]:
    """Build a program.

    Args:
        file: the file's content, each value being right by itself.
        path: the file.

    Returns:
        The program, and what is wrong with times once they are read in their day's order.
    """
    found: list[Problem] = []
    said = file.booklet.words if file.booklet else {}
    found += misworded(said, file.event.language, ("booklet", "words"))
    usual = partial(usual_title, file.event.language, said)
    program = Program(
        event=_event(file.event),
        venue=_venue(file.venue) if file.venue else Venue(),
        days=tuple([_day(day, ("days", number), found, usual) for number, day in enumerate(file.days)]),
        people={line(name): _profile(name, profile) for name, profile in file.speakers.items()},
        options=_options(file.booklet) if file.booklet else Options(),
        folder=path.parent,
        stem=path.stem,
        tracks=tuple(
            [Track(line(name), track.colour, track.note, ("tracks", name)) for name, track in file.tracks.items()]
        ),
        committees=tuple(
            [
                Committee(line(name), _people(people, ("committees", name)), ("committees", name))
                for name, people in file.committees.items()
            ]
        ),
        sponsors=tuple([_tier(name, sponsors) for name, sponsors in file.sponsors.items()]),
        pages=tuple([OwnPage(page.title, page.text, ("pages", at)) for at, page in enumerate(file.pages)]),
        badges=_badges(file.badges) if file.badges else None,
    )
    return program, found


def _day(day: agenda.Day, at: Key, found: list[Problem], usual: Callable[[Kind], str]) -> Day:
    at_sessions = (*at, "sessions")
    spans = _spans(list(_times(day.sessions, at_sessions)), found)
    sessions = [_session(entry, (*at_sessions, number), spans, usual) for number, entry in enumerate(day.sessions)]
    return Day(day.date, day.title, tuple(sessions), at, day.second_title)


def _times(entries: list[agenda.Entry], at: Key) -> Iterator[tuple[Key, str]]:
    """Every time of a day that is stated, in the order of the file."""
    for number, entry in enumerate(entries):
        here = (*at, number)
        if entry.time:
            yield here, entry.time
        for inner, talk in enumerate(entry.talks):
            if talk.time:
                yield (*here, "talks", inner), talk.time


def _spans(times: list[tuple[Key, str]], found: list[Problem]) -> Mapping[Key, TimeSpan]:
    """The times of a day, read in their order."""
    after = 0 if any(writes_halves(text) for _, text in times) else None
    spans: dict[Key, TimeSpan] = {}
    latest = 0
    for at, text in times:
        try:
            span = spans[at] = past_midnight(read_time_span(text, after=after), latest)
        except BookletError as error:
            found.append(Problem((*at, "time"), error.faults[0].what, error.faults[0].hint))
            continue
        if span.start is not None:
            latest = max(latest, span.start)
            after = after if after is None else span.start
    return spans


def _session(entry: agenda.Talk, at: Key, spans: Mapping[Key, TimeSpan], usual: Callable[[Kind], str]) -> Session:
    said = entry.__dict__
    kind, title = next((kind, title) for name, kind in _FIELDS if (title := said[name]) is not None)
    start, end = spans.get(at, (None, None))
    inner = entry.talks if isinstance(entry, agenda.Entry) else []
    speakers, authors = _people(entry.speaker, (*at, "speaker")), _people(entry.authors, (*at, "authors"))
    speakers, coauthors = parted(speakers, authors, _people(entry.with_, (*at, "with")))
    return Session(
        kind=kind,
        title=title or ("" if speakers else usual(kind)),
        start=start,
        end=end,
        room=entry.room,
        track=entry.track,
        speakers=speakers,
        coauthors=coauthors,
        chairs=_people(entry.chair, (*at, "chair")),
        abstract=entry.abstract,
        keywords=tuple(entry.keywords),
        note=entry.note,
        each=entry.each if isinstance(entry, agenda.Entry) else None,
        talks=tuple([_session(talk, (*at, "talks", number), spans, usual) for number, talk in enumerate(inner)]),
        at=at,
        authors=authors,
        board=entry.board,
        topic=entry.topic,
        links=tuple(entry.links),
        language=entry.language,
        second_title=entry.second_title,
    )


def _people(people: list[Person], at: Key) -> tuple[Speaker, ...]:
    if not people:
        return ()
    return tuple([Speaker(who.name, who.position, who.affiliation, (*at, number)) for number, who in enumerate(people)])


def _event(event: schema.Event) -> Event:
    signup = event.registration
    return Event(
        title=event.title,
        short_title=event.short_title or event.title,
        subtitle=event.subtitle,
        host=event.host,
        summary=event.summary,
        language=event.language,
        timezone=event.timezone,
        second_timezone=event.second_timezone,
        website=event.website,
        contact=event.contact,
        conduct=event.conduct,
        registration=Registration(signup.url, signup.capacity, signup.note) if signup else Registration(),
        second_language=event.second_language,
        second_title=event.second_title,
    )


def _venue(venue: schema.Venue) -> Venue:
    return Venue(
        name=venue.name,
        room=venue.room,
        address=tuple(venue.address),
        map=venue.map,
        map_caption=venue.map_caption,
        geo=venue.geo,
        directions=venue.directions,
        rooms=tuple([Room(line(name), room.note, room.building) for name, room in venue.rooms.items()]),
        buildings=tuple([_building(name, building) for name, building in venue.buildings.items()]),
        wifi=Wifi(venue.wifi.network, venue.wifi.password) if venue.wifi else None,
        accessibility=venue.accessibility,
        emergency=venue.emergency,
    )


def _building(name: str, building: schema.Building) -> Building:
    return Building(
        name=line(name),
        address=tuple(building.address),
        geo=building.geo,
        map=building.map,
        directions=building.directions,
        at=("venue", "buildings", name),
    )


def _tier(name: str, sponsors: list[schema.Sponsor]) -> Tier:
    at: Key = ("sponsors", name)
    return Tier(
        line(name),
        tuple(
            [
                Sponsor(sponsor.name, sponsor.logo, sponsor.website, sponsor.text, (*at, number))
                for number, sponsor in enumerate(sponsors)
            ]
        ),
        at,
    )


def _profile(name: str, profile: schema.Profile) -> Profile:
    return Profile(
        name=line(name),
        also=tuple(profile.also),
        sort_as=profile.sort_as,
        pronouns=profile.pronouns,
        bio=profile.bio,
        photo=profile.photo,
        email=profile.email,
        website=profile.website,
        orcid=profile.orcid,
        at=("speakers", name),
    )


def _options(booklet: schema.Booklet) -> Options:
    usual = Options()
    return Options(
        paper=booklet.paper or usual.paper,
        theme=booklet.theme or usual.theme,
        parts=tuple(_PARTS[part] for part in booklet.parts) if booklet.parts else usual.parts,
        editions=tuple(booklet.editions) if booklet.editions else usual.editions,
        notes=booklet.notes or usual.notes,
        cover=booklet.cover,
        issued=booklet.issued,
        revision=booklet.revision,
        fonts=tuple(booklet.fonts or ()),
        timetable=_LOOKS[booklet.timetable] if booklet.timetable else usual.timetable,
        words=booklet.words,
    )


def _badges(badges: schema.Badges) -> BadgePlan:
    usual = BadgePlan()
    return BadgePlan(
        attendees=badges.attendees,
        template=badges.template,
        sort=_SORTS[badges.sort] if badges.sort else usual.sort,
        order=_ORDERS[badges.order] if badges.order else usual.order,
        duplex=_FLIPS[badges.duplex] if badges.duplex else usual.duplex,
        start=badges.start or usual.start,
        blanks=badges.blanks or usual.blanks,
        qr=badges.qr,
        columns=badges.columns,
    )
