"""Where entries stand in their list after an update: those that stay keep their order, the others go where they fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from booklet.model.program import Key, Session
from booklet.scribe.merging import Change


class Planned(NamedTuple):
    """An entry as it shall be.

    `session` says what it says, but for the talks in it: those are `inside`. `current` is where it stands now and
    `source` where it stands in the new import, None where it does not. `stays` says that it keeps its place among those
    that do. `changes` are those to make where it stands. `time` is its time as it shall be written. `began` is when it
    begins, or what is in it first, in the program as it stands.
    """

    session: Session
    current: Key | None
    source: Key | None
    changes: tuple[Change, ...] = ()
    inside: tuple[Planned, ...] = ()
    stays: bool = True
    time: str = ""
    began: int | None = None

    @property
    def start(self) -> int | None:
        """When it begins, or what is in it first."""
        return next((part.session.start for part in (self, *self.inside) if part.session.start is not None), None)

    @property
    def whole(self) -> Session:
        """The entry with the talks in it."""
        return replace(self.session, talks=tuple([part.whole for part in self.inside]))

    @property
    def rescheduled(self) -> bool:
        """Whether its time changes."""
        return any(change.name == "time" for change in self.changes)

    @property
    def shifted(self) -> bool:
        """Whether it begins at another time than it stands at, or what is in it does."""
        return self.rescheduled or self.start != self.began


def arranged(standing: Sequence[Planned], coming: Iterable[Planned]) -> tuple[Planned, ...]:
    """The list as it shall be.

    What begins at another time now stays where it is if that is still in order, and is moved if not. What comes is put
    behind what begins before it or when it does; if it has no time, behind what it follows in the source. A list that
    is not in the order of time, as one room after the other, is left as it is: then what comes is put behind what
    begins before it in its room.

    Args:
        standing: what stands in the list and does not go, in its order.
        coming: what is new in it, or comes from elsewhere.
    """
    fixed = [entry.start for entry in standing if not entry.shifted and entry.start is not None]
    ordered = all(first <= second for first, second in pairwise(fixed))
    items = list(standing)
    moving: list[Planned] = []
    if ordered:
        items = []
        for number, entry in enumerate(standing):
            if not entry.shifted or _fits(entry, items, standing[number + 1 :]):
                items.append(entry)
            else:
                moving.append(entry)
    for entry in [*moving, *coming]:
        items.insert(_position(entry, items, ordered=ordered), entry._replace(stays=False))
    return tuple(items)


def _fits(entry: Planned, above: Sequence[Planned], below: Sequence[Planned]) -> bool:
    """Whether an entry whose time changes is still in order between those above it and those below that stay."""
    if entry.start is None:
        return True
    before = next((other.start for other in reversed(above) if other.start is not None), entry.start)
    after = next((other.start for other in below if other.start is not None and not other.shifted), entry.start)
    return before <= entry.start <= after


def _position(entry: Planned, items: Sequence[Planned], *, ordered: bool) -> int:
    if entry.start is None:
        return _behind_predecessor(entry, items)
    rivals = [
        number
        for number, other in enumerate(items)
        if other.start is not None and (ordered or other.session.room == entry.session.room)
    ]
    earlier = [number for number in rivals if (items[number].start or 0) <= entry.start]
    if earlier:
        return _past_untimed(items, earlier[-1] + 1)
    return rivals[0] if rivals else len(items)


def _past_untimed(items: Sequence[Planned], at: int) -> int:
    """What has no time belongs to what stands above it."""
    while at < len(items) and items[at].start is None:
        at += 1
    return at


def _behind_predecessor(entry: Planned, items: Sequence[Planned]) -> int:
    """Behind the nearest entry that comes before it in the source, or at the end."""
    if entry.source is None:
        return len(items)
    *around, number = entry.source
    places = {other.source: at for at, other in enumerate(items) if other.source is not None}
    if not isinstance(number, int):
        return len(items)
    near = (places[(*around, n)] for n in range(number - 1, -1, -1) if (*around, n) in places)
    return next(near, -1) + 1
