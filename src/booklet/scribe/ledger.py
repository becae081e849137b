"""Takes down what an update does, and what it leaves to the organiser."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from booklet.errors import Fault
from booklet.scribe.fields import Fields
from booklet.scribe.merging import Change, merge
from booklet.scribe.sentences import kept, made, refused

YOURS: Final = "yours was kept; correct it by hand if the source is right"
"""What to do where the organiser and the source say different things."""


class Ledger:
    """What there is to say about an update."""

    def __init__(self) -> None:
        self.changes: list[str] = []
        self.faults: list[Fault] = []

    def merged(
        self, previous: Fields | None, current: Fields, new: Fields, whose: str, *, keep: Collection[str] = ()
    ) -> tuple[Change, ...]:
        """Merge the values of a record, and say what is changed in it and what is not."""
        merged = merge(previous, current, new, keep=keep)
        self.changes += [made(change, whose) for change in merged.changes]
        for change in merged.refused:
            self.changes.append(kept(change, whose))
            self.faults.append(Fault(refused(change, whose), None, YOURS))
        return merged.changes

    def say(self, what: str, hint: str) -> None:
        """Remember a fault."""
        self.faults.append(Fault(what, None, hint))
