"""A program as JSON for other tools, complete enough that `importers.own` gives the program back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from booklet.exporters.slots import Exported
from booklet.geometry import MM
from booklet.manuscripts.manuscript import Manuscript
from booklet.manuscripts.programs import from_folder, manuscript_of
from booklet.model.program import (
    BadgePlan,
    Building,
    Day,
    Options,
    Profile,
    Program,
    Registration,
    Session,
    Speaker,
    Sponsor,
    Venue,
)
from booklet.model.times import MIDNIGHT, clock
from booklet.model.values import read_paper

Json: TypeAlias = "dict[str, Any]"

_USUAL: Final = Options()


def json_file(program: Program) -> Exported:
    """Write a program as JSON.

    The first keys of each object are always there, empty where the program says nothing; those after them stand only
    where it does:

    - `event`: `title`, `host`, `venue`, `room`, `address`, `start` and `end` (the first date and the last), `timezone`,
      `language`; then what else the program says of event and venue.
    - `days`: `date`, `items`; then `title` and `second_title`.
    - an item: `start` and `end` ("HH:MM" as the clock shows it, null where the program states none: none is made up),
      `start_stated`, `end_stated`, `kind`, `title`, `speakers`, `chairs`, `room` ("" for the usual one), `track`,
      `abstract`, `keywords`, `children`; then `next_day` (it begins after the day's midnight), `coauthors`, `note`,
      `each` (how many minutes each child has), `authors` (all in order), `board`, `topic`, `links`, `language` and
      `second_title`.
    - a person: `name`, `affiliation`; then `position`.
    - `tracks` (`name`, `color`, `note`), `committees` (`name`, `members`), `sponsors` (`tier`, `sponsors`) and `pages`.
    - `people`: what is known of people, and `booklet`: what is printed; each only if the program says something.
    """
    document = {"event": _event(program), "days": [_day(day) for day in program.days]}
    if people := [_profile(profile) for profile in manuscript_of(program).people.values()]:
        document["people"] = people
    document.update(_matter(manuscript_of(program)))
    if options := _options(program):
        document["booklet"] = options
    if program.badges is not None:
        document["badges"] = _badges(program, program.badges)
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    return Exported(text.encode(), sum(1 for day in program.days for _ in day.entries))


def _event(program: Program) -> Json:
    event, venue = program.event, manuscript_of(program).venue
    always = {
        "title": event.title,
        "host": event.host,
        "venue": venue.name,
        "room": venue.room,
        "address": list(venue.address),
        "start": program.days[0].date.isoformat() if program.days else None,
        "end": program.days[-1].date.isoformat() if program.days else None,
        "timezone": event.timezone,
        "language": event.language,
    }
    stated = _stated(
        {
            "short_title": "" if event.short_title == event.title else event.short_title,
            "subtitle": event.subtitle,
            "second_title": event.second_title,
            "second_language": event.second_language,
            "summary": event.summary,
            "website": event.website,
            "contact": event.contact,
            "conduct": event.conduct,
            "second_timezone": event.second_timezone,
            "registration": _registration(event.registration),
        }
    )
    return {**always, **stated, **_venue(venue)}


def _registration(registration: Registration) -> Json:
    return _stated({"url": registration.url, "capacity": registration.capacity, "note": registration.note})


def _venue(venue: Venue) -> Json:
    """What an event's object says of its venue, but for what it always says."""
    wifi = venue.wifi
    return _stated(
        {
            "map": venue.map.as_posix() if venue.map else "",
            "map_caption": venue.map_caption,
            "geo": list(venue.geo) if venue.geo else None,
            "directions": venue.directions,
            "rooms": [_stated(room._asdict()) for room in venue.rooms],
            "buildings": [_building(building) for building in venue.buildings],
            "wifi": _stated({"network": wifi.network, "password": wifi.password}) if wifi else None,
            "accessibility": venue.accessibility,
            "emergency": venue.emergency,
        }
    )


def _building(building: Building) -> Json:
    known = {
        "address": list(building.address),
        "geo": list(building.geo) if building.geo else None,
        "map": building.map.as_posix() if building.map else "",
        "directions": building.directions,
    }
    return {"name": building.name, **_stated(known)}


def _matter(manuscript: Manuscript) -> Json:
    """Tracks, committees, sponsors by tier, and pages of the organisers' own."""
    return _stated(
        {
            "tracks": [
                {"name": track.name, **_stated({"color": track.colour, "note": track.note})}
                for track in manuscript.tracks
            ],
            "committees": [{"name": group.name, "members": _people(group.members)} for group in manuscript.committees],
            "sponsors": [
                {"tier": tier.name, "sponsors": [_sponsor(sponsor) for sponsor in tier.sponsors]}
                for tier in manuscript.sponsors
            ],
            "pages": [{"title": page.title, "text": page.text} for page in manuscript.pages],
        }
    )


def _sponsor(sponsor: Sponsor) -> Json:
    logo = sponsor.logo.as_posix() if sponsor.logo else ""
    return {"name": sponsor.name, **_stated({"logo": logo, "website": sponsor.website, "text": sponsor.text})}


def _day(day: Day) -> Json:
    titles = _stated({"title": day.title, "second_title": day.second_title})
    return {"date": day.date.isoformat(), "items": [_item(session) for session in day.sessions], **titles}


def _item(session: Session) -> Json:
    always = {
        "start": None if session.start is None else clock(session.start),
        "end": None if session.end is None else clock(session.end),
        "start_stated": session.start is not None,
        "end_stated": session.end is not None,
        "kind": session.kind,
        "title": session.title,
        "speakers": _people(session.speakers),
        "chairs": _people(session.chairs),
        "room": session.room,
        "track": session.track,
        "abstract": session.abstract,
        "keywords": list(session.keywords),
        "children": [_item(talk) for talk in session.talks],
    }
    stated = {
        "next_day": session.start is not None and session.start >= MIDNIGHT,
        "coauthors": _people(session.coauthors),
        "note": session.note,
        "each": session.each,
        "authors": _people(session.authors),
        "board": session.board,
        "topic": session.topic,
        "links": list(session.links),
        "language": session.language,
        "second_title": session.second_title,
    }
    return {**always, **_stated(stated)}


def _people(people: Iterable[Speaker]) -> list[Json]:
    return [{"name": who.name, "affiliation": who.affiliation, **_stated({"position": who.position})} for who in people]


def _profile(profile: Profile) -> Json:
    known = {
        "also": list(profile.also),
        "sort_as": profile.sort_as,
        "pronouns": profile.pronouns,
        "bio": profile.bio,
        "photo": profile.photo.as_posix() if profile.photo else "",
        "email": profile.email,
        "website": profile.website,
        "orcid": profile.orcid,
    }
    return {"name": profile.name, **_stated(known)}


def _options(program: Program) -> Json:
    """What a program asks of its booklet, where that is not the usual."""
    options, cover = program.options, from_folder(program.folder, program.options.cover)
    asked = {
        "paper": _paper(options.paper),
        "theme": "" if options.theme == _USUAL.theme else options.theme,
        "parts": [] if options.parts == _USUAL.parts else list(options.parts),
        "editions": [] if options.editions == _USUAL.editions else list(options.editions),
        "notes": options.notes or None,
        "cover": cover.as_posix() if cover else "",
        "issued": options.issued.isoformat() if options.issued else "",
        "revision": options.revision,
        "fonts": [folder.as_posix() for one in options.fonts if (folder := from_folder(program.folder, one))],
        "timetable": "" if options.timetable == _USUAL.timetable else options.timetable,
        "words": dict(options.words),
    }
    return _stated(asked)


def _badges(program: Program, plan: BadgePlan) -> Json:
    """What a program asks of its badges, where that is not the usual."""
    usual, attendees = BadgePlan(), from_folder(program.folder, plan.attendees)
    asked = {
        "attendees": attendees.as_posix() if attendees else "",
        "template": plan.template,
        "sort": "" if plan.sort == usual.sort else plan.sort,
        "order": "" if plan.order == usual.order else plan.order,
        "duplex": "" if plan.duplex == usual.duplex else plan.duplex,
        "start": None if plan.start == usual.start else plan.start,
        "blanks": plan.blanks or None,
        "qr": plan.qr,
        "columns": dict(plan.columns),
    }
    return _stated(asked)


def _paper(paper: str | tuple[float, float]) -> str:
    """A paper as a program writes it: in millimetres if it can be said in them, else in points."""
    if isinstance(paper, str):
        return paper
    width, height = paper
    metric = f"{round(width / MM, 3):g} x {round(height / MM, 3):g} mm"
    return metric if read_paper(metric) == paper else f"{width} x {height} pt"


def _stated(values: Json) -> Json:
    """The values that say something."""
    return {key: value for key, value in values.items() if value}
