"""Where an event is: buildings, the rooms in them, and addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from booklet.agendas.drafts import Said
from booklet.agendas.event_name import EVENT, YEAR
from booklet.agendas.rooms import is_room
from booklet.model.program import Venue

_POSTAL: Final = re.compile(
    r"(?:^|[\s,])[A-Z]{2} [0-9]{5}(?:-[0-9]{4})?$|^(?:[A-Z]{1,2}-)?[0-9]{4,6} [^\W\d]|"
    r"\b[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$|"
    r"^[0-9]{1,5}[a-z]? \w+.*\b(?:st(?:reet)?|ave(?:nue)?|road|rd|drive|blvd|lane|way|place|square)\b|"
    r"\b(?:straße|strasse|str\.|gasse|platz|allee|rue|avenue|boulevard|calle|via|piazza|rua|avenida|laan|straat|"
    r"ул\.)\b.*[0-9]|〒",
    re.IGNORECASE,
)
_COUNTRIES: Final = frozenset(
    "united states|usa|canada|united kingdom|uk|england|scotland|ireland|germany|deutschland|france|spain|españa|"
    "italy|italia|portugal|"
    "brazil|brasil|netherlands|nederland|belgium|switzerland|schweiz|suisse|austria|österreich|poland|sweden|norway|"
    "denmark|finland|"
    "china|中国|japan|日本|korea|india|israel|australia|new zealand|mexico|méxico|argentina|chile|russia|россия".split(
        "|"
    )
)
_BUILDING: Final = re.compile(
    r"\b(?:building|complex|hall|hotel|cent(?:er|re)|auditorium|theat(?:er|re)|library|campus|house|museum|castle|"
    r"abbey|schoolroom|church|college|"
    r"\w*(?:gebäude|haus|zentrum|bibliothek|museum|schloss|kirche|huis|bibliotheek|kasteel)|"
    r"museo|musée|biblioteca|bibliothèque|faculté|château|collegio|palacio|"
    r"bâtiment|amphithéâtre|maison|edificio|facultad|palazzo|centro|prédio|auditório|gebouw|здание|корпус)\b|大楼|楼|"
    r"会议中心|会館|センター|图书馆|図書館|ホール|キャンパス",
    re.IGNORECASE,
)
_DASHES: Final = re.compile(r"\s+[–—|·•-]\s+|\u3000+")
_BRACKETED: Final = re.compile(r"(?P<name>[^(（]{3,80})[(（](?P<inside>[^()（）]{2,60})[)）](?P<after>.*)$")
_ROOM_BEHIND: Final = re.compile(r"\s*[(（,]\s*([^()（）,]{2,40}?)\s*[)）]?\s*$")
_PLACE_WORDS: Final = 20
"""A line with more words says more than where something is."""

_BUILDING_WORDS: Final = 7
"""The name of a building has no more words."""


def is_place(text: str) -> bool:
    """Whether a line says where something is, and nothing else: a building, perhaps with room and address."""
    return place_in(text, "") is not None or is_address(text)


def place_in(text: str, event: str) -> tuple[Venue, str] | None:
    """The place that a line names, in the whole of it or between dashes, and what else stands in it; None if none."""
    if text.endswith((".", "!", "?", ":")) or len(text.split()) > _PLACE_WORDS:
        return None
    rest = [part for part in _DASHES.split(text.removeprefix(event).strip(" ,")) if part]
    for at, part in enumerate(rest):
        first = part.split(",")[0]
        if EVENT.search(first) or YEAR.search(first):
            continue
        if len(first.split()) <= _BUILDING_WORDS and (_names_building(first) or _without_room(part)[1]):
            return venue_of(part), " ".join(rest[:at] + rest[at + 1 :])
    return None


def venue_of(text: str) -> Venue:
    """A place, its room and its address: "Gates Dell Complex (GDC 6.302), 2317 Speedway, Austin"."""
    if bracketed := _BRACKETED.match(text):
        inside = [part.strip() for part in bracketed["inside"].split(",")]
        parts = [bracketed["name"].strip(), *inside, *bracketed["after"].split(",")]
    else:
        parts = text.split(",")
    parts = [part.strip() for part in parts if part.strip()]
    rooms = [part for part in parts[1:] if is_room(part)]
    if len(parts) > 1 and not rooms and is_room(parts[0]) and _names_building(parts[1]):
        parts[0], parts[1], rooms = parts[1], parts[0], [parts[0]]
    address = tuple(part for part in parts[1:] if part not in rooms)
    return Venue(parts[0] if parts else "", ", ".join(rooms), address)


def _names_building(text: str) -> bool:
    return bool(_BUILDING.search(text))


def _without_room(text: str) -> tuple[str, str]:
    """A building and the room in it, the last thing that it says."""
    found = _ROOM_BEHIND.search(text)
    if found and is_room(found[1]) and found.start() > 0:
        return text[: found.start()].strip(), found[1].strip()
    return text.strip(), ""


def is_address(text: str) -> bool:
    """Whether a line reads as one of an address: a street with its number, a town with its code, a country."""
    return len(text.split()) <= 9 and bool(_POSTAL.search(text) or text.strip(" .,").casefold() in _COUNTRIES)


def address_of(lines: Sequence[Said], at: int, used: set[int]) -> tuple[str, ...]:
    """The lines from one on that read as an address; they are added to those used up."""
    out = []
    while at < len(lines) and is_address(lines[at].text):
        out.append(lines[at].text)
        used.add(at)
        at += 1
    return tuple(out)
