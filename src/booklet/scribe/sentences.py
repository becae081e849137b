"""What an update did, in sentences for the organiser."""

from __future__ import annotations

from typing import Final

from typing_extensions import assert_never

from booklet.model.program import Day, Session
from booklet.model.texts import quoted
from booklet.model.times import TimeSpan
from booklet.scribe.clocks import time_text
from booklet.scribe.fields import TITLE, Group, Listing, People, Prose, Records, Value, Words
from booklet.scribe.merging import Change

_NAMES: Final = {
    "speaker": "speakers",
    "with": "co-authors",
    "chair": "chairs",
    "second_language": "second language",
    "second_timezone": "second time zone",
    "second_title": "second title",
    "each": "length of each talk",
    "short_title": "short title",
    "sort_as": "sorting name",
    "geo": "coordinates",
    "also": "other spellings",
}
"""What fields are called whose keys are no words."""

_LONG: Final = (Prose, Group, Records)
"""Values that no sentence holds."""


def made(change: Change, whose: str) -> str:
    """A change that was made; `whose` names the entry or the part of the program."""
    called, before, after = _NAMES.get(change.name, change.name), change.before, change.after
    if isinstance(before, TimeSpan) and isinstance(after, TimeSpan):
        return f"changed: {whose} {_moved(before, after)}"
    if before is None and after is not None:
        what = f"the {called} of {whose}"
        return f"added: {what}" if isinstance(after, _LONG) else f"added: {what}, {said(after)}"
    if before is None or after is None:
        return f"changed: {whose} has no {called} any more"
    if change.name == TITLE:
        return f"changed: {whose} is called {said(after)} now"
    if isinstance(after, _LONG):
        return f"changed: the {called} of {whose}"
    verbs = ("are", "were") if isinstance(after, (People, Listing)) else ("is", "was")
    return f"changed: the {called} of {whose} {verbs[0]} {said(after)} ({verbs[1]} {said(before)})"


def refused(change: Change, whose: str) -> str:
    """A change that was not made, since the organiser wrote otherwise."""
    called = _NAMES.get(change.name, change.name)
    if isinstance(change.before or change.after, _LONG):
        return f"the {called} of {whose} differs from the source's"
    ours, theirs = (said(value) if value else "nothing" for value in (change.before, change.after))
    return f"the {called} of {whose}: the program says {ours}, the source {theirs}"


def kept(change: Change, whose: str) -> str:
    """The same, as the list of changes has it."""
    return f"kept your {_NAMES.get(change.name, change.name)} of {whose}"


def said(value: Value) -> str:
    """A value in a sentence.

    >>> said(Words("GDC 6.302")), said(TimeSpan(540, 585))
    ("'GDC 6.302'", '9:00-9:45')
    """
    match value:
        case TimeSpan():
            return time_text(value, halves=False)
        case Words(text):
            return quoted(text)
        case Prose(text):
            return quoted(text)
        case Listing(texts):
            return ", ".join(texts)
        case People(people):
            return ", ".join([f"{who.name} ({who.affiliation})" if who.affiliation else who.name for who in people])
        case Group() | Records():
            return "what it says"
        case _:
            assert_never(value)


def place(session: Session, day: Day | None) -> str:
    """An entry with its day and time: 'Opening' (2025-02-20, 9:00-9:15)."""
    time = time_text(TimeSpan(session.start, session.end), halves=False)
    known = ", ".join(part for part in (day.date.isoformat() if day else "", time) if part)
    return f"{quoted(session.called)} ({known})" if known else quoted(session.called)


def _moved(before: TimeSpan, after: TimeSpan) -> str:
    """How a time has changed: starts 9:15 (was 9:00)."""
    if before.end == after.end and after.start is not None and before.start is not None:
        return f"starts {_clock(after.start)} (was {_clock(before.start)})"
    if before.start == after.start and after.end is not None and before.end is not None:
        return f"ends {_clock(after.end)} (was {_clock(before.end)})"
    return f"is {said(after)} (was {said(before)})"


def _clock(minutes: int) -> str:
    return time_text(TimeSpan(minutes, None), halves=False)
