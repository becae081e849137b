"""What pydantic finds, in the words of someone who has never heard of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from booklet.model.agenda import Day, Entry, Talk
from booklet.model.fields import FAULT
from booklet.model.problem import Problem
from booklet.model.program import Key
from booklet.model.record import Person, Record
from booklet.model.schema import (
    Badges,
    Booklet,
    Building,
    Event,
    File,
    Network,
    OwnPage,
    Profile,
    Room,
    Signup,
    Sponsor,
    Track,
    Venue,
)
from booklet.model.texts import quoted

_RECORDS: Final[Mapping[str, tuple[type[Record], str]]] = {
    "event": (Event, "'event'"),
    "registration": (Signup, "'registration'"),
    "venue": (Venue, "'venue'"),
    "rooms": (Room, "a room"),
    "buildings": (Building, "a building"),
    "wifi": (Network, "'wifi'"),
    "days": (Day, "a day"),
    "sessions": (Entry, "an entry of the agenda"),
    "talks": (Talk, "a talk of a session"),
    "speaker": (Person, "a speaker"),
    "with": (Person, "a co-author"),
    "authors": (Person, "an author"),
    "chair": (Person, "a chair"),
    "speakers": (Profile, "an entry of 'speakers'"),
    "tracks": (Track, "a track"),
    "committees": (Person, "a member of a committee"),
    "sponsors": (Sponsor, "a sponsor"),
    "pages": (OwnPage, "a page of your own"),
    "booklet": (Booklet, "'booklet'"),
    "badges": (Badges, "'badges'"),
}
"""What lies under each key that holds keys, and what it is called."""

_NAMED: Final = frozenset({"rooms", "buildings", "speakers", "tracks", "committees", "sponsors"})
"""The keys under which names stand; a room may be called 'venue'."""

_SYNONYMS: Final = {
    "affil": "affiliation",
    "agenda": "sessions",
    "author": "authors",
    "board_number": "board",
    "body": "text",
    "caption": "map_caption",
    "category": "track topic",
    "coauthors": "with",
    "colour": "color",
    "content": "text",
    "description": "abstract text note",
    "duration": "each",
    "end": "time",
    "floor": "note",
    "from": "time",
    "heading": "title",
    "homepage": "website",
    "house": "building",
    "ink": "color",
    "institution": "affiliation",
    "lang": "language",
    "location": "room",
    "moderator": "chair",
    "number": "board",
    "organiser": "host",
    "organizer": "host",
    "paper": "links",
    "place": "room",
    "poster_number": "board",
    "presenter": "speaker",
    "program": "days",
    "recording": "links",
    "schedule": "days",
    "section": "topic",
    "slides": "links",
    "start": "time",
    "stream": "track",
    "summary": "abstract",
    "tags": "keywords",
    "text": "abstract note",
    "type": "talk",
    "university": "affiliation",
    "url": "links website",
    "video": "links",
    "when": "time",
    "where": "room",
}
"""Keys that people write for ours without mistyping them; of several, the first that is known there is meant."""


def problems(error: ValidationError) -> Iterator[Problem]:
    """Every fault in a program's keys and values, in no order yet.

    A key that is missing since it is mistyped is one fault, not two.
    """
    details = error.errors(include_url=False)
    meant = {(*at[:-1], _meant(at)) for found in details if found["type"] == "extra_forbidden" and (at := found["loc"])}
    for found in details:
        at = found["loc"]
        match found["type"]:
            case "missing" if at not in meant:
                yield _missing(at)
            case "missing":
                pass
            case "extra_forbidden":
                yield _unknown(at)
            case kind if kind == FAULT:
                yield Problem(at, found["ctx"]["what"], found["ctx"]["hint"])
            case kind:
                yield _mistaken(at, kind, found["input"])


def _missing(at: Key) -> Problem:
    _, place = _record(at[:-1])
    return Problem(at[:-1], f"'{at[-1]}' is missing from {place}", f"add a line that begins with '{at[-1]}:'")


def _unknown(at: Key) -> Problem:
    record, place = _record(at[:-1])
    if record is Talk and at[-1] in {"talks", "each"}:
        hint = "the talks of a session hold no talks: give those a session of their own"
    elif meant := _meant(at):
        hint = f"did you mean '{meant}'?"
    else:
        hint = f"known here are {', '.join(record.allowed())}"
    return Problem(at, f"unknown key {quoted(str(at[-1]))} in {place}", hint, of_key=True)


def _meant(at: Key) -> str:
    """The key that was probably meant by an unknown one, or nothing."""
    return meant(str(at[-1]), _record(at[:-1])[0].allowed())


def meant(written: str, keys: Iterable[str]) -> str:
    """The one of the keys that was probably meant by what is written, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only programs with a fault pay for it

    known = list(keys)
    word = written.lower().replace("-", "_").replace(" ", "_")
    synonym = next((key for key in _SYNONYMS.get(word, "").split() if key in known), "")
    return synonym or next(iter(get_close_matches(word, known, 1)), "")


def _mistaken(at: Key, kind: str, value: Any) -> Problem:  # noqa: ANN401 - whatever stands in the file
    match value:
        case str():
            found = quoted(value) if value.strip() else "nothing"
        case list():
            found = "a list"
        case _:
            found = "keys and values"
    if kind == "string_type":
        hint = "write it behind its key, in one line, or after a bar '|' if it is long"
        if isinstance(value, dict):
            hint = "a text that holds a colon and a space, or begins with a brace, is put in quotes"
        return Problem(at, f"expected a text, found {found}", hint)
    if kind == "list_type":
        return Problem(
            at, f"expected a list, found {found}", "each item of a list is in a line of its own and begins with '- '"
        )
    if kind == "dict_type":
        hint = "write each name in a line of its own, with a colon behind it"
        return Problem(at, f"expected names with something about each, found {found}", hint)
    first = next(iter(_record(at)[0].allowed()))
    hint = "write each key in a line of its own, with its value behind it"
    return Problem(at, f"expected lines such as '{first}: …', found {found}", hint)


def _record(at: Key) -> tuple[type[Record], str]:
    """What lies at a key, and what it is called."""
    found: tuple[type[Record], str] = File, "the program"
    steps = (step for step in at if isinstance(step, str))
    for step in steps:
        found = _RECORDS.get(step, found)
        if step in _NAMED:
            next(steps, None)
    return found
