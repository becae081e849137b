"""The order of badges: as they are found at the desk, or as they were given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from booklet.model.attendees import Attendee
from booklet.model.people import sort_key
from booklet.model.program import Profile
from booklet.parts.badge_ribbons import ribbon_of
from booklet.parts.desk import Desk

Order: TypeAlias = Literal["name", "ticket", "list"]
"""By family name, by kind of ticket and then by name, or as in the list."""


def in_order(desk: Desk, attendees: Iterable[Attendee], order: Order) -> list[Attendee]:
    """Attendees in an order of the event's language; blank badges come last."""
    found = list(attendees)
    if order == "list":
        return found
    language = desk.program.event.language

    def key(attendee: Attendee) -> tuple[bool, str, tuple[str, str, str]]:
        group = _group(desk, attendee) if order == "ticket" else ""
        return not attendee.name, group, sort_key(attendee.name, profile_of(desk, attendee), language=language)

    return sorted(found, key=key)


def profile_of(desk: Desk, attendee: Attendee) -> Profile | None:
    """What is known of somebody's name: what the program says, or how the list has it in its parts."""
    profile = desk.profile(attendee.name)
    if (profile is not None and profile.sort_as) or not attendee.family:
        return profile
    return Profile(attendee.name, sort_as=", ".join(filter(None, [attendee.family, attendee.given])))


def _group(desk: Desk, attendee: Attendee) -> str:
    """What badges are put together by: what is on their ribbons."""
    ribbon = ribbon_of(desk, attendee, {})
    return ribbon.word if ribbon else ""
