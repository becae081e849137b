"""The catalogue of parts: which there are, which of them have anything to say, and which fills the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from booklet.layout.composing import Part
from booklet.model.people import appearances
from booklet.model.program import PartName
from booklet.parts.abstracts import Abstracts
from booklet.parts.back import Back
from booklet.parts.committees import Committees
from booklet.parts.contents import Contents
from booklet.parts.cover import Cover
from booklet.parts.desk import Desk, talks_of
from booklet.parts.essentials import Essentials
from booklet.parts.glance import Glance
from booklet.parts.index import Index
from booklet.parts.mentions import apart
from booklet.parts.notes import Notes
from booklet.parts.outline import contents_entries
from booklet.parts.overview import overview
from booklet.parts.own_pages import OwnPages
from booklet.parts.poster_list import PosterList
from booklet.parts.posters import has_poster_list
from booklet.parts.sponsors import Sponsors
from booklet.parts.timetable import Timetable
from booklet.parts.venue import VenuePage


def has_content(desk: Desk, name: PartName) -> bool:
    """Whether a part has anything to say."""
    match name:
        case "abstracts":
            return any(talks_of(day) for day in desk.program.days)
        case "glance":
            return overview(desk.program, desk.wording) is not None
        case "index":
            return next(appearances(desk.program), None) is not None
        case "venue":
            venue = desk.program.venue
            named = venue.name or venue.address or venue.map or venue.geo
            return bool(
                named
                or venue.directions
                or venue.wifi
                or venue.rooms
                or venue.accessibility
                or venue.emergency
                or venue.buildings
            )
        case "committees":
            return any(group.members for group in desk.program.committees)
        case "sponsors":
            return any(tier.sponsors for tier in desk.program.sponsors)
        case "pages":
            return bool(desk.program.pages)
        case "authors":
            return apart(desk)
        case "posters":
            return has_poster_list(desk)
        case _:
            return True


def filled(desk: Desk, names: Sequence[PartName], parts: list[Part]) -> list[Part]:
    """The parts with one among them that takes the pages that fill the sheet.

    That is the notes, unless there are none or a part after them must open on a verso, which would then be pushed to
    and fro; then it is blank pages at the end, but before the back cover.
    """
    opening = max((at for at, part in enumerate(parts) if part.opens == "verso"), default=-1)
    if "notes" in names[opening + 1 :]:
        return parts
    parts = [replace(part, fills=False) if isinstance(part, Notes) else part for part in parts]
    blanks = Notes(desk, 0, dotted=False)
    return [*parts[:-1], blanks, parts[-1]] if names and names[-1] == "back" else [*parts, blanks]


def part_of(desk: Desk, name: PartName, names: Sequence[PartName]) -> Part:
    """The part of a name; `names` are all parts of the booklet."""
    match name:
        case "cover":
            return Cover(desk)
        case "essentials":
            return Essentials(desk)
        case "contents":
            return Contents(desk, tuple(contents_entries(desk, names)))
        case "glance":
            shown = overview(desk.program, desk.wording)
            return Glance(desk if shown is None else replace(desk, program=shown))
        case "timetable":
            return Timetable(desk)
        case "abstracts":
            return Abstracts(desk)
        case "index":
            return Index(desk)
        case "venue":
            return VenuePage(desk)
        case "committees":
            return Committees(desk)
        case "sponsors":
            return Sponsors(desk)
        case "pages":
            return OwnPages(desk)
        case "authors":
            return Index(desk, "authors")
        case "posters":
            return PosterList(desk)
        case "notes":
            return Notes(desk, desk.program.options.notes)
        case "back":
            return Back(desk)
