"""What is counted while the rows of a list are read, and what is told of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from booklet.attendees.doubts import lines_of
from booklet.errors import Fault, Place
from booklet.model.texts import quoted

_SHOWN: Final = 20
"""So many rows are told one by one."""

_WHICH_STATUS: Final = 'delete those who do not come, or say which column is the status: --column status="…"'


@dataclass(slots=True)
class Tally:
    """Counts by reason, and the lines where something is to be told.

    `open` are those who may come, by reason; `unknown` are words that no status is known by, by heading; `clear` is how
    many cells under a heading are clear. `reachable` are rows with an address and no name, `nothing` those without
    either. `several` are rows that stand for more tickets than one: line, tickets without a name, whose it is.
    `rounded` are ticket numbers that a spreadsheet has spoilt.
    """

    left_out: Counter[str] = field(default_factory=Counter)
    open: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    unknown: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    clear: Counter[str] = field(default_factory=Counter)
    reachable: list[int] = field(default_factory=list)
    nothing: list[int] = field(default_factory=list)
    several: list[tuple[int, int, str]] = field(default_factory=list)
    rounded: list[int] = field(default_factory=list)
    rows: int = 0

    def told(self, name: str) -> Iterator[Fault]:
        """What there is to say of rows.

        Args:
            name: the list, for places.
        """
        for line in self.reachable[:_SHOWN]:
            what = "there is an e-mail address here, but no name; no badge is made"
            yield Fault(what, Place(name, line), "write the name into the list")
        if rest := self.reachable[_SHOWN:]:
            what = f"{len(rest)} more rows have an e-mail address, but no name"
            yield Fault(what, Place(name, rest[0]), "write the names into the list")
        if self.nothing:
            what = f"there is no name in {lines_of(self.nothing)}; no badge is made"
            hint = "write the name into the list, unless it is no attendee's line"
            yield Fault(what, Place(name, self.nothing[0]), hint)
        for reason, lines in self.open.items():
            people = "one attendee is" if len(lines) == 1 else f"{len(lines)} attendees are"
            what = f"{people} {reason}, but may come: badges are made ({lines_of(lines)})"
            yield Fault(what, Place(name, lines[0]), "delete them from the list if they are not to have any")
        yield from self._unclear(name)
        for line, spare, who in self.several[:_SHOWN]:
            what = f"{quoted(who)} has {spare + 1} tickets in one row: one badge is made, and {spare} have no name"
            yield Fault(what, Place(name, line), "give each guest a row")
        if rest_of := self.several[_SHOWN:]:
            what = f"{len(rest_of)} more rows stand for several tickets each"
            yield Fault(what, Place(name, rest_of[0][0]), "give each guest a row")
        if self.rounded:
            what = f"a spreadsheet has rounded ticket numbers, so they are not read ({lines_of(self.rounded)})"
            yield Fault(
                what, Place(name, self.rounded[0]), "export the list again, and do not save it in a spreadsheet"
            )

    def _unclear(self, name: str) -> Iterator[Fault]:
        """Words that no status is known by; a column that has hardly anything else is none of statuses."""
        for heading, words in self.unknown.items():
            first = next(iter(words.values()))[0]
            if sum(map(len, words.values())) > self.clear[heading] and len(words) > 1:
                examples = ", ".join(quoted(said) for said in list(words)[:3])
                what = f"the column {quoted(heading)} was taken for who comes, but says {examples}: badges are made"
                hint = f"{_WHICH_STATUS}, or that none is: --column status="
                yield Fault(what, Place(name, first), hint)
                continue
            for said, lines in list(words.items())[:_SHOWN]:
                what = f"whoever has the status {quoted(said)} may come or not: badges are made ({lines_of(lines)})"
                yield Fault(what, Place(name, lines[0]), _WHICH_STATUS)
