"""The front matter of a page: what the event is called, who invites, and where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.agendas.drafts import Said
from booklet.agendas.event_name import event_name
from booklet.agendas.labels import Label
from booklet.agendas.places import address_of, is_address, is_place, place_in, venue_of
from booklet.manuscripts.people_lists import is_affiliation
from booklet.model.program import Event, Registration, Venue

_CAPACITY: Final = re.compile(
    r"\b(?:capacity|limited to|places|seats|plätze|places|plazas|posti|vagas|plaatsen|"
    r"мест)\b\D{0,40}?(?P<number>[0-9]{1,5})\b",
    re.I,
)


class Front(NamedTuple):
    """What the front matter says of the event; the lines that say nothing of it; and those that were used up."""

    event: Event
    venue: Venue
    left: tuple[Said, ...]
    structure: tuple[Said, ...]


def read_front(title: str, lines: Sequence[Said], labels: Sequence[tuple[Label, Said]], language: str) -> Front:
    """Read the lines above the agenda, and those that stand beside or below its first date.

    The host is an institution in a line below the name. The place is a building: the room in it stands behind it, in
    brackets or after a comma; its address behind that, or in the lines after it that read as one.
    """
    name, named = event_name(title, lines, is_place)
    used: set[int] = {at for at, said in enumerate(lines) if at == named or (name and said.text == name)}
    venue, host = Venue(), ""
    for at, said in enumerate(lines):
        if at in used:
            continue
        text = said.text
        if venue.name and not venue.address and is_address(text):
            venue = replace(venue, address=address_of(lines, at, used))
        elif not venue.name and (place := place_in(text, name)):
            venue, rest = place
            if not rest:
                used.add(at)
        elif not host and name and is_affiliation(text) and len(text.split()) <= 14 and not text.endswith("."):
            host = text
            used.add(at)
    capacity = next((int(found["number"]) for said in lines if (found := _CAPACITY.search(said.text))), None)
    left = [said for at, said in enumerate(lines) if at not in used]
    for label, said in labels:
        if label == "room" and not venue.name:
            venue = venue_of(said.text.rstrip(" ."))
        else:
            left.append(said)
    event = Event(name, name, host=host, language=language, registration=Registration(capacity=capacity))
    return Front(event, venue, tuple(sorted(left, key=lambda said: said.number)), tuple(lines[at] for at in used))
