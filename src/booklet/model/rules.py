"""What must hold between several values of the file, looked at before anything else is known to be right."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

from booklet.errors import BookletError
from booklet.model.agenda import KINDS, Entry
from booklet.model.problem import Problem
from booklet.model.program import HOLDERS, PAUSES, Key
from booklet.model.texts import line
from booklet.model.tree import Tree
from booklet.model.values import read_date

_KINDS: Final = frozenset(KINDS)


def broken_rules(tree: Mapping[str, Tree]) -> Iterator[Problem]:
    """The days are in order, and each entry is one thing, with a title if it needs one.

    Values of the wrong shape are passed over: the schema reports them.
    """
    days = _items(tree.get("days"))
    yield from _dates(days)
    for number, day in days:
        for at, entry in _entries(day, ("days", number, "sessions")):
            yield from _entry(at, entry)
            for inner, talk in _entries({"sessions": entry.get("talks", "")}, (*at, "talks")):
                yield from _entry(inner, talk)


def _entry(at: Key, entry: Mapping[str, Tree]) -> Iterator[Problem]:
    kinds = [key for key in entry if key in _KINDS]
    if not kinds:
        if all(key.replace("-", "_") in Entry.allowed() for key in entry):
            hint = "say it with its title, as in 'talk: On Learning', 'session: Posters' or 'break: Coffee'"
            yield Problem(at, "this entry does not say what it is", hint)
        return
    kind = kinds[0]
    if len(kinds) > 1:
        what = f"this entry is two things at once, '{kind}' and '{kinds[1]}'"
        yield Problem((*at, kinds[1]), what, "make two entries of it; each begins with '- '", of_key=True)
    elif _untitled(entry, kind):
        yield Problem((*at, kind), f"this {kind} has no title", f"write it after '{kind}:'", of_key=True)
    if entry.get("talks") and kind not in HOLDERS:
        article = "an" if kind[0] in "aeiou" else "a"
        hint = "only a session, panel, workshop or poster session does: use one of these words for it"
        yield Problem((*at, "talks"), f"{article} {kind} holds no talks", hint, of_key=True)


def _untitled(entry: Mapping[str, Tree], kind: str) -> bool:
    """Whether an entry needs a title and has none; a talk may be known by who gives it."""
    title = entry[kind]
    nameless = isinstance(title, str) and not line(title) and kind not in PAUSES
    return nameless and not _said(entry.get("speaker")) and not _said(entry.get("authors"))


def _said(value: Tree | None) -> bool:
    """Whether a value says something; what it says is looked at elsewhere."""
    return bool(line(value)) if isinstance(value, str) else bool(value)


def _dates(days: list[tuple[int, Mapping[str, Tree]]]) -> Iterator[Problem]:
    last: datetime.date | None = None
    for number, day in days:
        text = day.get("date")
        try:
            date = read_date(text) if isinstance(text, str) else None
        except BookletError:
            continue
        if date is None:
            continue
        at = ("days", number, "date")
        if last is not None and date == last:
            yield Problem(at, f"the day {date} is there twice", "put all sessions of a day under one date")
        elif last is not None and date < last:
            yield Problem(at, f"the day {date} comes after {last}", "put the days in their order")
        last = date if last is None else max(last, date)


def _entries(day: Mapping[str, Tree], at: Key) -> Iterator[tuple[Key, Mapping[str, Tree]]]:
    for number, entry in _items(day.get("sessions")):
        yield (*at, number), entry


def _items(value: Tree | None) -> list[tuple[int, Mapping[str, Tree]]]:
    """The mappings in a list, each with its index."""
    items = value if isinstance(value, list) else []
    return [(number, item) for number, item in enumerate(items) if isinstance(item, dict)]
