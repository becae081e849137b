"""Reads Sessionize's JSON: the views "all", "grid", "sessions" and "speakers"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.importers.json_values import count, first, record, records, text
from booklet.importers.material import Format, Material
from booklet.importers.moments import Moment, ending, minutes_after, read_moment, unnamed_zone
from booklet.importers.stated import (
    ACCESS,
    ANSWERS,
    EMAILS,
    LINKS,
    PHOTOS,
    RECORDINGS,
    Omission,
    field_of,
    kind_stated,
    language_of,
    left_out,
    lines_of,
    without_doubles,
)
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.manuscripts.nights import by_evening, in_order
from booklet.manuscripts.private import public
from booklet.model.program import Profile, Speaker
from booklet.model.texts import quoted

_Values = Mapping[str, Any]

_SESSION_KEYS: Final = frozenset({
    "id", "title", "description", "startsAt", "endsAt", "isServiceSession", "isPlenumSession", "speakers",
    "categoryItems", "categories", "roomId", "room", "status", "isInformed", "isConfirmed", "questionAnswers",
})  # fmt: skip
_SPEAKER_KEYS: Final = frozenset({
    "id", "firstName", "lastName", "fullName", "name", "bio", "tagLine", "sessions", "isTopSpeaker", "categoryItems",
    "categories", "email", "questionAnswers",
})  # fmt: skip
_LEFT: Final[dict[str, Omission]] = {
    "liveUrl": RECORDINGS,
    "recordingUrl": RECORDINGS,
    "links": LINKS,
    "profilePicture": PHOTOS,
}
_REFUSED: Final = re.compile(r"declined|rejected|withdrawn|cancell?ed|nominated|waitlist\w*", re.IGNORECASE)

_TRACK: Final = re.compile(r"tracks?|streams?|strands?|rooms?", re.IGNORECASE)
_TYPE: Final = re.compile(r"(?:session |talk )?(?:formats?|types?|kinds?)|format der session|art", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"(?:session |talk )?(?:languages?|sprachen?|langues?|idiomas?)", re.IGNORECASE)
_KEYWORD: Final = re.compile(r"(?:key)?words?|tags?|topics?|themes?|subjects?|technolog(?:y|ies)|thema|themen", re.I)

_TAG_LINE: Final = 120
"""What is longer is no position, but the beginning of a biography."""


class _Question(NamedTuple):
    """An item of a category, with the category's title; or a question with its answer."""

    title: str
    said: str


@dataclass(frozen=True, slots=True)
class _Tables:
    """What sessions refer to by their ids."""

    speakers: Mapping[str, _Values] = field(default_factory=dict)
    items: Mapping[str, _Question] = field(default_factory=dict)
    rooms: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)


class _Held(NamedTuple):
    """A session, and the room that its place in the file says."""

    session: _Values
    room: str


def recognise(material: Material) -> bool:
    """Whether a source is an export of Sessionize: sessions that tell service sessions, or speakers with tag lines."""
    top = material.json
    if isinstance(top, dict) and not ("speakers" in top or "rooms" in top or "categories" in top):
        return False
    if any("isServiceSession" in held.session and "startsAt" in held.session for held in _sessions(top)):
        return True
    return any("tagLine" in speaker and "sessions" in speaker for speaker in _speakers(top))


def read(material: Material, asked: Asked) -> Manuscript:
    """Read an export of Sessionize. It has neither a title of the event nor a time zone.

    Raises:
        BookletError: there are neither sessions nor speakers in it.

    Source: https://sessionize.com/playbook/api
    """
    top = material.json
    held = _once(_sessions(top))
    speakers = _speakers(top)
    if not held and not speakers:
        hint = "save the address that Sessionize gives under API / Embed, with the view All and the format JSON"
        raise BookletError([Fault("there are no sessions in this JSON", Place(material.name), hint)])
    tables = _tables(top, speakers)
    accepted = [one for one in held if not _REFUSED.fullmatch(text(one.session.get("status")).strip())]
    report: list[Fault] = []
    entries: list[Entry] = []
    for session, room in accepted:
        entry, faults = _entry(session, room, tables, material.name, asked)
        entries.append(entry)
        report += faults
    moments = [moment for one in accepted if (moment := read_moment(text(one.session.get("startsAt"))))]
    if not asked.timezone:
        report += unnamed_zone(moments, material.name)
    report += left_out(_omissions(held, accepted, tables, asked), material.name)
    slots = by_evening([entry for entry in entries if entry.date is not None])
    rooms = [one_line(room) for room in (*tables.rooms.values(), *[one.room for one in held])]
    return Manuscript(
        event=replace(no_event(), timezone=asked.timezone),
        entries=tuple(without_doubles(in_order(slots, rooms))),
        papers=tuple([entry for entry in entries if entry.date is None]),
        people={profile.name: profile for speaker in speakers if (profile := _profile(speaker, asked))},
        report=tuple(report),
    )


def _sessions(top: Any) -> list[_Held]:  # noqa: ANN401 - whatever stands in the file
    """The sessions of any view, with the rooms that hold them in the view "grid"."""
    if isinstance(top, dict):
        return [_Held(session, "") for session in records(top.get("sessions"))]
    groups = records(top) if isinstance(top, list) else []
    held: list[_Held] = []
    for group in groups:
        if "firstName" in group or "fullName" in group:  # a speaker; what is inside are references
            continue
        held += [_Held(session, "") for session in records(group.get("sessions"))]
        for room in records(group.get("rooms")):
            held += [_Held(session, first(room, ["name"])) for session in records(room.get("sessions"))]
        for slot in records(group.get("timeSlots")):
            for room in records(slot.get("rooms")):
                if session := record(room.get("session")):
                    held.append(_Held(session, first(room, ["name"])))
    return held


def _speakers(top: Any) -> list[_Values]:  # noqa: ANN401 - whatever stands in the file
    listed = top.get("speakers") if isinstance(top, dict) else top
    people = records(listed) if isinstance(listed, list) else []
    return [person for person in people if "fullName" in person or "firstName" in person]


def _once(held: Iterable[_Held]) -> list[_Held]:
    """Each session once: a grid has those for everybody in every room, and each again in its time slots."""
    seen: dict[str, _Held] = {}
    for number, one in enumerate(held):
        seen.setdefault(first(one.session, ["id"]) or f"#{number}", one)
    return list(seen.values())


def _tables(top: Any, speakers: Iterable[_Values]) -> _Tables:  # noqa: ANN401 - whatever stands in the file
    values = record(top)
    items = {
        first(item, ["id"]): _Question(first(category, ["title", "name"]), first(item, ["name"]))
        for category in records(values.get("categories"))
        for item in records(category.get("items"))
    }
    return _Tables(
        {first(speaker, ["id"]): speaker for speaker in speakers},
        items,
        {first(room, ["id"]): first(room, ["name"]) for room in records(values.get("rooms"))},
        {first(question, ["id"]): first(question, ["question"]) for question in records(values.get("questions"))},
    )


def _entry(session: _Values, held_in: str, tables: _Tables, file: str, asked: Asked) -> tuple[Entry, tuple[Fault, ...]]:
    title = one_line(text(session.get("title")))
    speakers = tuple(_people(session, tables))
    marks = _marks(session, tables)
    tracks = lines_of(mark.said for mark in marks if _TRACK.fullmatch(mark.title))
    kind = kind_stated([mark.said for mark in marks if _TYPE.fullmatch(mark.title)], title, speakers=bool(speakers))
    begins, ends = read_moment(text(session.get("startsAt"))), read_moment(text(session.get("endsAt")))
    start, end, faults = _times(title, begins, ends, file, asked)
    answers = [f"{one.title}: {one.said}" for one in _answers(session, tables)] if asked.private else []
    entry = Entry(
        kind="other" if kind == "talk" and session.get("isServiceSession") is True else kind,
        title=title,
        date=begins.on_wall(asked.timezone).date() if begins else None,
        start=start,
        end=end,
        room=one_line(first(session, ["room"]) or tables.rooms.get(first(session, ["roomId"]), "") or held_in),
        track=next(iter(tracks), ""),
        speakers=speakers,
        abstract=paragraphs(public(text(session.get("description")), asked).text),
        keywords=(*tracks[1:], *lines_of(mark.said for mark in marks if _KEYWORD.fullmatch(mark.title))),
        note="\n\n".join(lines_of(answers)),
        ident=first(session, ["id"]),
        where=Place(file),
    )
    return entry, faults


def _times(
    title: str, begins: Moment | None, ends: Moment | None, file: str, asked: Asked
) -> tuple[int | None, int | None, tuple[Fault, ...]]:
    if begins is None:
        what = f"{quoted(title)} has no time, and was put among what has no slot yet"
        return None, None, (Fault(what, Place(file), "write its time into program.yaml"),)
    begin = begins.on_wall(asked.timezone)
    if not begins.timed:
        return None, None, ()
    start = minutes_after(begin.date(), begin)
    stated = None if ends is None else minutes_after(begin.date(), ends.on_wall(asked.timezone))
    end, faults = ending(title, start, stated, Place(file))
    return start, end, faults


def _people(session: _Values, tables: _Tables) -> Iterator[Speaker]:
    """The speakers of a session, who are ids, or small objects with a name."""
    speakers = session.get("speakers")
    for one in speakers if isinstance(speakers, list) else []:
        speaker = tables.speakers.get(text(one) or first(record(one), ["id"]), record(one))
        if name := _name(speaker):
            tag_line = one_line(first(speaker, ["tagLine"]))
            yield Speaker(name, position=tag_line if len(tag_line) <= _TAG_LINE else "")


def _name(speaker: _Values) -> str:
    parts = [first(speaker, ["firstName"]), first(speaker, ["lastName"])]
    return one_line(first(speaker, ["fullName", "name"]) or " ".join(filter(None, parts)))


def _profile(speaker: _Values, asked: Asked) -> Profile | None:
    """What is said about somebody, if anything is."""
    tag_line = one_line(first(speaker, ["tagLine"]))
    parts = [tag_line if len(tag_line) > _TAG_LINE else "", paragraphs(public(first(speaker, ["bio"]), asked).text)]
    bio = "\n\n".join(filter(None, parts))
    email = first(speaker, ["email"]) if asked.private else ""
    name = _name(speaker)
    return Profile(name, bio=bio, email=email) if name and (bio or email) else None


def _marks(session: _Values, tables: _Tables) -> list[_Question]:
    """The categories of a session: by id, or spelled out."""
    ids = session.get("categoryItems")
    marks = [tables.items[text(one)] for one in ids if text(one) in tables.items] if isinstance(ids, list) else []
    for category in records(session.get("categories")):
        title = first(category, ["title", "name"])
        marks += [_Question(title, first(item, ["name"])) for item in records(category.get("categoryItems"))]
    return marks


def _answers(asked_of: _Values, tables: _Tables) -> Iterator[_Question]:
    for answer in records(asked_of.get("questionAnswers")):
        said = first(answer, ["answerValue", "answer"])
        if said:
            question = first(answer, ["question"]) or tables.questions.get(first(answer, ["questionId"]), "")
            yield _Question(question or "Answer", said)


def _omissions(
    held: Sequence[_Held], accepted: Sequence[_Held], tables: _Tables, asked: Asked
) -> Mapping[Omission, int]:
    """What the booklet has no place for, counted."""
    counts: Counter[Omission] = Counter()
    counts[Omission("session that was not accepted", "sessions that were not accepted")] = len(held) - len(accepted)
    for session, _ in accepted:
        counts.update(_unknown(session, _SESSION_KEYS))
        counts[ACCESS] += public(text(session.get("description")), asked).taken
        for mark in _marks(session, tables):
            if _LANGUAGE.fullmatch(mark.title):
                counts[language_of(mark.said)] += 1
            elif not any(known.fullmatch(mark.title) for known in (_TRACK, _TYPE, _KEYWORD)):
                name = quoted(mark.title or "no title")
                counts[Omission(f"mark of the category {name}", f"marks of the category {name}")] += 1
    for speaker in tables.speakers.values():
        counts.update(_unknown(speaker, _SPEAKER_KEYS))
        counts[EMAILS] += count(speaker.get("email")) * (not asked.private)
    asked_of = [one.session for one in accepted] if not asked.private else []
    counts[ANSWERS] = sum(len(list(_answers(one, tables))) for one in (*asked_of, *tables.speakers.values()))
    return +counts


def _unknown(values: _Values, known: frozenset[str]) -> Iterator[Omission]:
    for key, value in values.items():
        if key not in known:
            yield from [_LEFT.get(key) or field_of(key)] * count(value)


FORMAT: Final = Format("sessionize", "Sessionize (JSON)", recognise, read)
