"""A program as a manuscript, for what reads our own files and what compares programs with other sources."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from booklet.errors import Place
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Committee, Key, Program, Session, Speaker, Tier, Venue

Places: TypeAlias = Callable[[Key], Place]
"""Where a value of a program stands, as `Source.place` tells it."""


def manuscript_of(program: Program, places: Places | None = None) -> Manuscript:
    """Everything that a program says, but for what it wants of its booklet (`Options`).

    Args:
        program: the program.
        places: tells where each entry stands; without it, none has a place.

    Returns:
        The manuscript; its pictures are paths from the program's folder, as a program file writes them.
    """
    picture = partial(from_folder, program.folder)
    return Manuscript(
        event=program.event,
        venue=_venue(program.venue, picture),
        entries=tuple([_entry(session, day.date, places) for day in program.days for session in day.sessions]),
        people={name: replace(who, photo=picture(who.photo), at=()) for name, who in program.people.items()},
        day_titles={day.date: day.title for day in program.days if day.title},
        second_day_titles={day.date: day.second_title for day in program.days if day.second_title},
        tracks=tuple([track._replace(at=()) for track in program.tracks]),
        committees=tuple([Committee(group.name, _people(group.members)) for group in program.committees]),
        sponsors=tuple([_tier(tier, picture) for tier in program.sponsors]),
        pages=tuple([page._replace(at=()) for page in program.pages]),
    )


def _entry(session: Session, date: datetime.date, places: Places | None) -> Entry:
    return Entry(
        kind=session.kind,
        title=session.title,
        date=date,
        start=session.start,
        end=session.end,
        room=session.room,
        track=session.track,
        speakers=_people(session.speakers),
        coauthors=_people(session.coauthors),
        chairs=_people(session.chairs),
        abstract=session.abstract,
        keywords=session.keywords,
        note=session.note,
        each=session.each,
        entries=tuple([_entry(talk, date, places) for talk in session.talks]),
        where=places(session.at) if places else None,
        authors=_people(session.authors),
        board=session.board,
        topic=session.topic,
        links=session.links,
        language=session.language,
        second_title=session.second_title,
    )


def _venue(venue: Venue, picture: Callable[[Path | None], Path | None]) -> Venue:
    buildings = [replace(building, map=picture(building.map), at=()) for building in venue.buildings]
    return replace(venue, map=picture(venue.map), buildings=tuple(buildings))


def _tier(tier: Tier, picture: Callable[[Path | None], Path | None]) -> Tier:
    return Tier(tier.name, tuple([replace(sponsor, logo=picture(sponsor.logo), at=()) for sponsor in tier.sponsors]))


def _people(people: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    return tuple([replace(who, at=()) for who in people])


def from_folder(folder: Path, picture: Path | None) -> Path | None:
    """A picture's path from the program's folder."""
    return picture.relative_to(folder) if picture is not None and picture.is_relative_to(folder) else picture
