"""Reads the XML of researchr (conf.researchr.org): sessions, and in them the time slots of talks and pauses."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from booklet.errors import BookletError, Fault, Place
from booklet.importers.elements import line_of, local_name, text_of
from booklet.importers.material import Format, Material
from booklet.importers.moments import Moment, ending, known_zone, minutes_after, read_clock, read_date
from booklet.importers.researchr_sessions import Slot, begins, once, sessions_of
from booklet.importers.stated import (
    EMAILS,
    LINKS,
    PHOTOS,
    RECORDINGS,
    Omission,
    field_of,
    kind_stated,
    left_out,
    lines_of,
    plain_type,
    said_once,
    type_of,
    without_doubles,
)
from booklet.importers.xml import parse_xml
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.nights import by_evening
from booklet.model.people import normal
from booklet.model.program import Kind, Profile, Speaker
from booklet.model.texts import quoted
from booklet.model.times import MIDNIGHT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KNOWN: Final = frozenset({
    "title", "room", "date", "start_time", "end_time", "end_date", "description", "abstract", "persons", "tracks",
    "track", "event_type", "subevent_type", "type", "timeslot", "event_id", "subevent_id", "slot_id", "submission_id",
    "timezone_id", "timezone", "is_mirror", "id", "keywords",
})  # fmt: skip
_LEFT: Final[dict[str, Omission]] = {
    "url": LINKS,
    "url_link": LINKS,
    "url_link_display": LINKS,
    "doi": LINKS,
    "preprint": LINKS,
    "media_url": RECORDINGS,
    "video_url": RECORDINGS,
    "live_stream": RECORDINGS,
}
_LEFT_OF_PEOPLE: Final[dict[str, Omission]] = {
    "url_link": LINKS,
    "url": LINKS,
    "homepage": LINKS,
    "picture": PHOTOS,
    "image": PHOTOS,
}
_BADGES: Final = Omission("award or badge of a talk", "awards or badges of talks")
_MIRROR: Final = Omission("repeat of a talk in another time band", "repeats of talks in another time band")

_YES: Final = frozenset({"true", "yes", "1"})
_SPEAKS: Final = re.compile(
    r"presenter|speaker|speaking|panel|keynote|tutor|instructor|lecturer|performer", re.IGNORECASE
)
_CHAIRS: Final = re.compile(r"chair|moderat|host|organi[sz]er", re.IGNORECASE)
_SESSION: Final = re.compile(r"(?:[\w-]+\s+){0,2}session\b", re.IGNORECASE)
_EVENING: Final = 18 * 60
_SMALL_HOURS: Final = 6 * 60


@dataclass(slots=True)
class _Findings:
    """What is found beside the entries: what is to say, what is left out, and e-mail addresses by name."""

    file: str
    report: list[Fault] = field(default_factory=list)
    left: Counter[Omission] = field(default_factory=Counter)
    emails: dict[str, str] = field(default_factory=dict)


class _People(NamedTuple):
    """Who has which part in an entry."""

    speakers: tuple[Speaker, ...]
    coauthors: tuple[Speaker, ...]
    chairs: tuple[Speaker, ...]


def recognise(material: Material) -> bool:
    """Whether a source is XML with sessions and their time slots in it."""
    return bool(material.xml_tag) and "<timeslot" in material.text and "<subevent" in material.text


def read(material: Material, asked: Asked) -> Manuscript:
    """Read researchr's XML.

    1. A session (`subevent`) with several time slots on a day is a session with talks; one whose only slot has the same
       title is that slot. Pauses stand for themselves.
    2. A slot that is called a session, and in whose time other slots of its session lie, is the session of these.
    3. Repeats for other time bands (`is_mirror`) are left out.
    4. People with the part of a presenter speak; where there is none, all authors do.

    Raises:
        BookletError: it is no well-formed XML, or there are no sessions in it.
    """
    root = parse_xml(material.text, material.name)
    sessions = [element for element in root.iter() if local_name(element) == "subevent"]
    if not sessions:
        raise BookletError([Fault("there are no sessions in this XML", Place(material.name), "export it again")])
    name, zone_faults = known_zone(_first_text(root, "timezone_id", "timezone"), material.name)
    findings = _Findings(material.name, report=list(zone_faults))
    heads: list[Entry] = []
    slots: list[Slot] = []
    for number, session in enumerate(sessions):
        heads.append(_entry(session, findings, usual="session"))
        slots += _slots(session, heads[-1], number, findings)
    moved = [_moved(slot.entry, name, asked.timezone) for slot in slots]
    placed = [slot._replace(entry=entry) for slot, entry in zip(slots, by_evening(moved), strict=True)]
    entries = sessions_of(heads, placed)
    undated = [entry for entry in entries if entry.date is None]
    findings.left[EMAILS] += 0 if asked.private else len(findings.emails)
    return Manuscript(
        event=replace(no_event(_title(root)), timezone=asked.timezone or name),
        entries=tuple(without_doubles(sorted((entry for entry in entries if entry.date is not None), key=begins))),
        papers=tuple(undated),
        people={name: Profile(name, email=email) for name, email in findings.emails.items() if asked.private},
        report=(*findings.report, *map(_undated, undated), *left_out(+findings.left, material.name)),
    )


FORMAT: Final = Format("researchr", "researchr (XML)", recognise, read)


def _slots(session: Element, head: Entry, number: int, findings: _Findings) -> Iterator[Slot]:
    """The time slots of a session, without repeats; a session without any is a slot itself."""
    found = [child for child in session if local_name(child) == "timeslot"]
    for element in found:
        texts = _texts(element)
        if texts.get("is_mirror", "").casefold() in _YES:
            findings.left[_MIRROR] += 1
            continue
        entry = _entry(element, findings, usual="talk")
        entry = replace(entry, date=entry.date or head.date, room=entry.room or head.room)
        called = _SESSION.match(entry.title) or "session" in texts.get("event_type", "").casefold()
        yield Slot(entry, number, head=not entry.speakers and bool(called or normal(entry.title) == normal(head.title)))
    if not found:
        yield Slot(head, number)


def _entry(element: Element, findings: _Findings, *, usual: Kind) -> Entry:
    """What an element says by itself."""
    texts = _texts(element)
    title = one_line(texts.get("title", ""))
    where = Place(findings.file, line_of(element))
    people = _people(element, findings)
    tracks = lines_of(_tracks(element))
    types = [words for name in ("event_type", "subevent_type", "type") if (words := texts.get(name, ""))]
    kind = kind_stated(types, title, speakers=bool(people.speakers))
    start, end = _times(texts, title, where, findings)
    findings.left.update(
        _LEFT.get(name) or field_of(name) for name, text in texts.items() if text and name not in _KNOWN
    )
    findings.left.update(type_of(words) for words in types if kind == "talk" and not plain_type(words))
    findings.left[_BADGES] += sum(len(child) for child in element if local_name(child) == "badges")
    return Entry(
        kind=usual if kind == "talk" else kind,
        title=title,
        date=read_date(texts.get("date", "").replace("/", "-")),
        start=start,
        end=end,
        room=one_line(texts.get("room", "")),
        track=next(iter(tracks), ""),
        speakers=people.speakers,
        coauthors=people.coauthors,
        chairs=people.chairs,
        abstract=said_once(texts.get("abstract", ""), texts.get("description", "")),
        keywords=(*tracks[1:], *lines_of(texts.get("keywords", "").split(","))),
        ident=texts.get("event_id", "") or texts.get("submission_id", ""),
        where=where,
    )


def _texts(element: Element) -> dict[str, str]:
    """The texts of an element's children by their names, the first of each name."""
    texts: dict[str, str] = {}
    for child in element:
        if local_name(child) not in {"persons", "tracks", "timeslot", "badges"}:
            texts.setdefault(local_name(child), text_of(child).strip())
    return texts


def _times(texts: Mapping[str, str], title: str, where: Place, findings: _Findings) -> tuple[int | None, int | None]:
    """Beginning and end, in minutes after the midnight of the day."""
    said = texts.get("start_time", ""), texts.get("end_time", "")
    start, end = read_clock(said[0]), read_clock(said[1])
    for text, found in zip(said, (start, end), strict=True):
        if text and found is None:
            hint = "write its time into program.yaml"
            findings.report.append(
                Fault(f"{quoted(text)} is no time that can be read, at {quoted(title)}", where, hint)
            )
    date, last = (read_date(texts.get(name, "").replace("/", "-")) for name in ("date", "end_date"))
    if end is not None and date is not None and last is not None:
        end += (last - date).days * MIDNIGHT
    elif end is not None and start is not None and end <= _SMALL_HOURS and start >= _EVENING:
        end += MIDNIGHT
    end, faults = ending(title, start, end, where)
    findings.report += faults
    return start, end


def _people(element: Element, findings: _Findings) -> _People:
    speakers: list[Speaker] = []
    authors: list[Speaker] = []
    chairs: list[Speaker] = []
    persons = [person for child in element if local_name(child) == "persons" for person in child]
    for person in persons:
        texts = _texts(person)
        name = one_line(texts.get("name", "") or f"{texts.get('first_name', '')} {texts.get('last_name', '')}")
        if not name:
            continue
        one = Speaker(name, affiliation=one_line(texts.get("affiliation", "")))
        role = texts.get("role", "")
        (speakers if _SPEAKS.search(role) else chairs if _CHAIRS.search(role) else authors).append(one)
        if email := texts.get("email", ""):
            findings.emails.setdefault(name, email)
        findings.left.update(_LEFT_OF_PEOPLE[key] for key, text in texts.items() if text and key in _LEFT_OF_PEOPLE)
    if not speakers:
        speakers, authors = authors, []
    known = {normal(one.name) for one in speakers}
    return _People(once(speakers), once(one for one in authors if normal(one.name) not in known), once(chairs))


def _tracks(element: Element) -> Iterator[str]:
    for child in element:
        if local_name(child) == "tracks":
            yield from (text_of(track) for track in child)
        elif local_name(child) == "track":
            yield text_of(child)


def _moved(entry: Entry, zone: str, asked: str) -> Entry:
    """An entry as the clocks of the zone that is asked for show it."""
    if not (zone and asked and zone != asked) or entry.date is None or entry.start is None:
        return entry
    midnight = datetime.datetime.combine(entry.date, datetime.time())
    there = [
        None if minutes is None else Moment(_in_zone(midnight, minutes, zone), timed=True).on_wall(asked)
        for minutes in (entry.start, entry.end)
    ]
    begins, ends = there
    if begins is None:
        return entry
    date = begins.date()
    return replace(
        entry, date=date, start=minutes_after(date, begins), end=None if ends is None else minutes_after(date, ends)
    )


def _in_zone(midnight: datetime.datetime, minutes: int, zone: str) -> datetime.datetime:
    try:
        return (midnight + datetime.timedelta(minutes=minutes)).replace(tzinfo=ZoneInfo(zone))
    except OverflowError:
        return midnight.replace(tzinfo=ZoneInfo(zone))


def _undated(entry: Entry) -> Fault:
    what = f"{quoted(entry.title)} has no date, and was put among what has no slot yet"
    return Fault(what, entry.where, "write its date and time into program.yaml")


def _title(root: Element) -> str:
    """What the event is called."""
    if local_name(root) in {"subevent", "timeslot"}:
        return ""
    texts = {local_name(child): text_of(child) for child in reversed(root) if local_name(child) != "subevent"}
    return one_line(next((texts[name] for name in ("title", "name", "event_name", "acronym") if texts.get(name)), ""))


def _first_text(root: Element, *names: str) -> str:
    return next((text_of(element).strip() for element in root.iter() if local_name(element) in names), "")
