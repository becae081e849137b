"""Three versions of the same values become one: whoever changed a value counts, and the organiser before the source."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from booklet.model.authors import parted, stated
from booklet.model.program import Session
from booklet.scribe.fields import TITLE, Fields, Value, Words, unplaced

_UNKNOWN: Final = (TITLE, Words(""))
"""What a source says that does not know the title of an entry; it is no reason to take one out."""

_ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = {
    "time": ("start", "end"),
    "chair": ("chairs",),
}
"""The attributes of a session whose names are not those of their fields."""

_BYLINE: Final = frozenset({"speaker", "with", "authors"})


class Change(NamedTuple):
    """A value and what it becomes; None where there is none."""

    name: str
    before: Value | None
    after: Value | None


class Merged(NamedTuple):
    """The changes to what stands in the program, and those that are not made because the organiser wrote otherwise."""

    changes: tuple[Change, ...] = ()
    refused: tuple[Change, ...] = ()


def merge(previous: Fields | None, current: Fields, new: Fields, *, keep: Collection[str] = ()) -> Merged:
    """Merge the values of a record.

    A value that the source changed since the last import and the organiser did not is changed. One that the organiser
    changed stays, and if the source changed it too (to something else), that change is refused. If the last import is
    not known, nobody can tell who changed what: then values that are missing are filled in, and every other difference
    is refused, since to lose an edit is worse than to miss a change.

    Args:
        previous: what was last imported; None if that is not known.
        current: what stands in the program.
        new: what the source has now.
        keep: the names of values that must not change.
    """
    changes: list[Change] = []
    refused: list[Change] = []
    for name in [*new, *(name for name in current if name not in new)]:
        ours, theirs = current.get(name), new.get(name)
        if ours == theirs or (name, theirs) == _UNKNOWN:
            continue
        base = previous.get(name) if previous is not None else None
        if previous is not None and theirs == base:
            continue
        if ours == base and name not in keep:
            changes.append(Change(name, ours, theirs))
        elif theirs is not None or previous is not None:
            refused.append(Change(name, ours, theirs))
    return Merged(tuple(changes), tuple(refused))


def changed(session: Session, changes: tuple[Change, ...], source: Session) -> Session:
    """An entry with the values of the source that were changed in it."""
    names = {change.name for change in changes}
    attributes = [attribute for name in names - _BYLINE for attribute in _ATTRIBUTES.get(name, (name,))]
    values: dict[str, Any] = {name: getattr(source, name) for name in attributes}
    if names & _BYLINE:
        values |= _byline(names, session, source)
    return replace(session, **values)


def _byline(names: Collection[str], session: Session, source: Session) -> dict[str, Any]:
    """Who speaks and who has written with them follows from what stands under three keys together."""
    ours, theirs = stated(session), stated(source)
    authors = source.authors if "authors" in names else session.authors
    speakers = theirs.speakers if "speaker" in names else ours.speakers
    others = theirs.coauthors if "with" in names else ours.coauthors
    byline = parted(speakers, authors, others)
    return {"authors": authors, "speakers": byline.speakers, "coauthors": byline.coauthors}


def bare(session: Session) -> Session:
    """An entry without the places where it and its people stand, so that it can be compared."""
    return replace(
        session,
        speakers=unplaced(session.speakers),
        coauthors=unplaced(session.coauthors),
        chairs=unplaced(session.chairs),
        authors=unplaced(session.authors),
        talks=tuple([bare(talk) for talk in session.talks]),
        at=(),
    )
