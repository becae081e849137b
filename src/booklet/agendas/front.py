"""The front matter of a page: what the event is called, who invites, and where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from booklet.agendas.drafts import Said
from booklet.agendas.heads import is_room
from booklet.agendas.labels import Label
from booklet.manuscripts.people_lists import is_affiliation
from booklet.model.program import Event, Registration, Venue

_EVENT: Final = re.compile(
    r"\b(?:workshop|conference|symposium|meeting|congress|colloquium|seminar|summit|forum|days|school|retreat|"
    r"hackathon|"
    r"tagung|konferenz|kolloquium|kongress|treffen|journées?|colloque|conférence|congrès|rencontres|atelier|école|"
    r"jornadas?|congreso|conferencia|encuentro|taller|simposio|convegno|conferenza|giornate?|incontro|scuola|"
    r"encontro|congresso|simpósio|colóquio|escola|congres|conferentie|symposium|studiedag|bijeenkomst|"
    r"конференция|семинар|симпозиум|школа|форум|совещание)\b|研讨会|論壇|论坛|会议|大会|学术年会|研究会|"
    r"シンポジウム|ワークショップ|学会",
    re.IGNORECASE,
)
_GENERIC: Final = re.compile(
    r"\W*(?:(?:the |full |draft |tentative |preliminary |final |detailed |workshop |conference |event )*(?:schedule|"
    r"program(?:me)?|agenda|timetable|events?|workshops?|abstracts?|home|"
    r"programm|ablauf|zeitplan|programa|horario|programma|orario|cronograma|programação|rooster|программа|"
    r"расписание)(?: at a glance)?|"
    r"日程|议程|会议议程|会议日程|プログラム|スケジュール)\W*",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    r"\s*(?:[-–—|:·]\s*)?(?:schedule|program(?:me)?|agenda|timetable|programm|programa|programma|программа)\s*$",
    re.IGNORECASE,
)
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
    r"\b(?:building|complex|hall|hotel|cent(?:er|re)|auditorium|theat(?:er|re)|library|campus|house|gebäude|haus|"
    r"zentrum|hörsaalzentrum|"
    r"bâtiment|amphithéâtre|maison|edificio|facultad|palazzo|centro|prédio|auditório|gebouw|здание|корпус)\b|大楼|楼|"
    r"会议中心|会館|ホール|キャンパス",
    re.IGNORECASE,
)
_FIRST: Final = 4
"""A line that nothing but its place speaks for is the title if it is among so many first ones."""

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
    """Read the lines above the agenda.

    The title is the line that names an event (workshop, Tagung, 研討会), else the page's own title, else the first line
    that is not just "Schedule". The host is an institution in the line below it. The place is a building, its room in
    brackets behind it, its address the lines after it that read as one.
    """
    used: set[int] = set()
    name = _title(title, lines, used)
    venue, host = Venue(), ""
    for at, said in enumerate(lines):
        if at in used:
            continue
        text = said.text
        if venue.name and not venue.address and _is_address(text):
            venue = replace(venue, address=_address(lines, at, used))
        elif not venue.name and _names_building(text):
            venue = replace(venue, name=_without_room(text)[0], room=_without_room(text)[1])
            used.add(at)
        elif not host and name and is_affiliation(text) and len(text.split()) <= 14 and not text.endswith("."):
            host = text
            used.add(at)
    capacity = next((int(found["number"]) for said in lines if (found := _CAPACITY.search(said.text))), None)
    left = [said for at, said in enumerate(lines) if at not in used]
    for label, said in labels:
        if label == "room" and not venue.name:
            building, room = _without_room(said.text)
            venue = replace(venue, name=building, room=room)
        else:
            left.append(said)
    event = Event(name, name, host=host, language=language, registration=Registration(capacity=capacity))
    return Front(event, venue, tuple(sorted(left, key=lambda said: said.number)), tuple(lines[at] for at in used))


def _title(title: str, lines: Sequence[Said], used: set[int]) -> str:
    """What the event is called; the lines that say it are used up."""
    short = [
        (at, said)
        for at, said in enumerate(lines)
        if len(said.text.split()) <= 20 and not said.text.rstrip().endswith((".", ":")) and _titular(said.text)
    ]
    named = [
        (at, said)
        for at, said in short
        if _EVENT.search(said.text) and not _GENERIC.fullmatch(said.text) and len(said.text) > 12
    ]
    if title and not _GENERIC.fullmatch(title) and (_EVENT.search(title) or not named):
        chosen = title
    elif named:
        chosen = named[0][1].text
    else:
        first = [said.text for at, said in short if at < _FIRST and re.match(r"\W*[^\W\d_]", said.text)]
        chosen = next((text for text in first if not (_GENERIC.fullmatch(text) or text[0].islower())), "")
    bare = _TRAILING.sub("", chosen) or chosen
    for at, said in short:
        if said.text in {chosen, bare}:
            used.add(at)
    return bare


def _titular(text: str) -> bool:
    """Whether a line is no sentence: as many of its longer words have capitals as not, if their script has any."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() != word.upper()]
    capitals = sum(word[0].isupper() for word in words)
    return 2 * capitals >= len(words)


def _names_building(text: str) -> bool:
    short = len(text.split()) <= 9 and not text.endswith(".")
    return short and bool(_BUILDING.search(text) or _without_room(text)[1])


def _without_room(text: str) -> tuple[str, str]:
    """A building and the room in it: "Gates Dell Complex (GDC 6.302)"."""
    found = re.search(r"\s*[(（,]\s*([^()（）,]{2,40}?)\s*[)）]?\s*$", text)
    if found and is_room(found[1]) and found.start() > 0:
        return text[: found.start()].strip(), found[1].strip()
    return text.strip(), ""


def _is_address(text: str) -> bool:
    return len(text.split()) <= 9 and bool(_POSTAL.search(text) or text.strip(" .,").casefold() in _COUNTRIES)


def _address(lines: Sequence[Said], at: int, used: set[int]) -> tuple[str, ...]:
    out = []
    while at < len(lines) and _is_address(lines[at].text):
        out.append(lines[at].text)
        used.add(at)
        at += 1
    return tuple(out)
