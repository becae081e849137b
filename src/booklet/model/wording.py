"""What pydantic finds, in the words of someone who has never heard of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from booklet.model.fields import FAULT
from booklet.model.problem import Problem
from booklet.model.program import Key
from booklet.model.schema import Booklet, Day, Entry, Event, File, Network, Person, Profile, Record, Signup, Talk, Venue
from booklet.model.texts import quoted

_RECORDS: Final[Mapping[str, tuple[type[Record], str]]] = {
    "event": (Event, "'event'"),
    "registration": (Signup, "'registration'"),
    "venue": (Venue, "'venue'"),
    "wifi": (Network, "'wifi'"),
    "days": (Day, "a day"),
    "sessions": (Entry, "an entry of the agenda"),
    "talks": (Talk, "a talk of a session"),
    "speaker": (Person, "a speaker"),
    "with": (Person, "a co-author"),
    "chair": (Person, "a chair"),
    "booklet": (Booklet, "'booklet'"),
}
"""What lies under each key that holds keys, and what it is called."""

_SYNONYMS: Final = {
    "affil": "affiliation",
    "agenda": "sessions",
    "author": "speaker",
    "authors": "speaker",
    "caption": "map_caption",
    "coauthors": "with",
    "duration": "each",
    "end": "time",
    "from": "time",
    "heading": "title",
    "institution": "affiliation",
    "location": "room",
    "moderator": "chair",
    "organiser": "host",
    "organizer": "host",
    "place": "room",
    "presenter": "speaker",
    "program": "days",
    "schedule": "days",
    "start": "time",
    "summary": "abstract",
    "tags": "keywords",
    "type": "talk",
    "university": "affiliation",
    "when": "time",
    "where": "room",
}
"""Keys that people write for ours without mistyping them."""


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
    from difflib import get_close_matches  # noqa: PLC0415 - only programs with a fault pay for it

    keys = list(_record(at[:-1])[0].allowed())
    word = str(at[-1]).lower().replace("-", "_").replace(" ", "_")
    synonym = _SYNONYMS.get(word)
    return synonym if synonym in keys else next(iter(get_close_matches(word, keys, 1)), "")


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
    if at[:1] == ("speakers",):
        return Profile, "an entry of 'speakers'"
    names = [step for step in at if isinstance(step, str)]
    return _RECORDS.get(names[-1], (File, "the program")) if names else (File, "the program")
