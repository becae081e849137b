"""What went wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1, and 0 means the whole file or line."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.file, *numbers])


class Fault(NamedTuple):
    """One thing that is wrong, said in words that an organiser understands.

    `what` says what is wrong (and what was expected), `where` is its place in the input if it has one, and `hint`
    says what to do.
    """

    what: str
    where: Place | None = None
    hint: str = ""

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class BookletError(Exception):
    """The one exception of this package: it carries every fault that was found, in source order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults in the order of their places, those without one first."""
    return sorted(faults, key=lambda fault: fault.where or Place(""))
