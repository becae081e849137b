"""Parts become a book: page after page, repeated until the page numbers printed are the page numbers that are true."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, Protocol

from booklet.errors import Fault
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor
from booklet.layout.pages import Content

PASSES: Final = 5
"""How often the book may be set until its folios are true."""


_UNKNOWN: Final = "00"
"""Stands for a folio that is not known yet; most books have two digits."""


class Furniture(NamedTuple):
    """What a page carries besides its matter: the running head of its section, the index of its day, its folio.

    `day` is None outside the days. `left` is the running head of a verso, if it is not the event's title. The
    furniture of a `wide` page is as wide as its margins let it. A page that opens a part has no running head; one with
    `bare` set has no furniture at all.
    """

    section: str = ""
    day: int | None = None
    opens: bool = False
    bare: bool = False
    left: str = ""
    wide: bool = False


class Draft(NamedTuple):
    """A page without its furniture: contents at absolute points."""

    contents: tuple[Content, ...]
    furniture: Furniture
    filler: bool = False


@dataclass(frozen=True, slots=True)
class SetPart:
    """A part that has been set: its pages, its branch of the structure, and what could not be done well."""

    drafts: tuple[Draft, ...]
    element: Element
    faults: tuple[Fault, ...] = ()


class Folios:
    """The folios found in the pass before, by anchor; it remembers what it was asked and what it answered."""

    def __init__(self, found: Mapping[str, str]) -> None:
        self._found = found
        self.answers: dict[str, str] = {}

    def of(self, anchor: str) -> str:
        """The folio of the page that holds an anchor; a placeholder in the first pass."""
        folio = self.answers[anchor] = self._found.get(anchor, _UNKNOWN)
        return folio


class Part(Protocol):
    """A part of the booklet that can be set."""

    @property
    def opens(self) -> Literal["any", "verso"]:
        """On which side of a leaf the part must begin."""
        ...

    @property
    def fills(self) -> bool:
        """Whether this is the part that takes the pages that fill the last sheet."""
        ...

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:
        """Set the part from page `number` on; the part that fills the sheet adds `extra` pages."""
        ...


class Composed(NamedTuple):
    """The whole book without furniture; `passes` tells how many it took."""

    drafts: tuple[Draft, ...]
    elements: tuple[Element, ...]
    faults: tuple[Fault, ...]
    passes: int


class _Kept(NamedTuple):
    """A part as it was set: from which page, with how many extra pages, and with which folios in it."""

    number: int
    extra: int
    answers: Mapping[str, str]
    set: SetPart

    def true_to(self, found: Mapping[str, str]) -> bool:
        """Whether every folio in it is the true one."""
        return all(found.get(anchor, _UNKNOWN) == folio for anchor, folio in self.answers.items())

    def holds(self, number: int, extra: int, found: Mapping[str, str]) -> bool:
        """Whether it would be set just so again."""
        return self.true_to(found) and self.extra == extra and (self.number - number) % 2 == 0


def compose(
    parts: Sequence[Part], blank: Callable[[int], Draft], *, multiple: int, folio: Callable[[int], str] = str
) -> Composed:
    """Set all parts, again and again, until every folio that is printed is the true one.

    A part is set again only if a folio in it has changed, or if it begins on the other side of a leaf than before.

    Args:
        parts: in their order; one of them fills the sheet.
        blank: makes the page before a part that must open on a verso; it gets the page's number.
        multiple: the number of pages is made a multiple of this (4 for a stapled booklet).
        folio: how the number of a page is printed, in digits that `int` reads.

    Returns:
        The pages in order. If five passes do not settle the folios, a fault says so.
    """
    found: dict[str, str] = {}
    extra = 0
    kept: list[_Kept] = []
    for number in range(1, PASSES + 1):
        drafts, kept, folios = _set_all(parts, blank, found, extra, kept, folio)
        lacking = -(len(drafts) - extra) % multiple
        settled = lacking == extra and all(part.true_to(folios) for part in kept)
        if settled or number == PASSES:
            faults = [fault for part in kept for fault in part.set.faults]
            if not settled:
                faults.append(Fault(f"the page numbers do not settle after {PASSES} passes"))
            return Composed(tuple(drafts), tuple(part.set.element for part in kept), tuple(faults), number)
        found, extra = folios, lacking
    raise AssertionError("unreachable: the last pass returns")


def _set_all(
    parts: Sequence[Part],
    blank: Callable[[int], Draft],
    found: Mapping[str, str],
    extra: int,
    before: Sequence[_Kept],
    folio: Callable[[int], str],
) -> tuple[list[Draft], list[_Kept], dict[str, str]]:
    """One pass over all parts; what does not depend on anything that has changed is taken from the pass before.

    A part is told where everything before it is in this pass, and where everything after it was in the last one: so an
    index, which comes late, is most often set but once.

    Returns:
        The pages, the parts, and the folio of each anchor.
    """
    drafts: list[Draft] = []
    kept: list[_Kept] = []
    folios: dict[str, str] = {}
    for index, part in enumerate(parts):
        if part.opens == "verso" and len(drafts) % 2 == 0:
            drafts.append(blank(len(drafts) + 1))
        number = len(drafts) + 1
        more = extra if part.fills else 0
        known = ChainMap(folios, found)  # type: ignore[arg-type]  # only read
        if before and before[index].holds(number, more, known):
            kept.append(before[index])
        else:
            told = Folios(known)
            done = part.set(number, told, extra=more)
            kept.append(_Kept(number, more, told.answers, done))
        folios |= _folios(kept[-1].set.drafts, number, folio)
        drafts.extend(kept[-1].set.drafts)
    return drafts, kept, folios


def _folios(drafts: Sequence[Draft], number: int, folio: Callable[[int], str]) -> dict[str, str]:
    """The folio of each anchor on pages from `number` on."""
    return {
        mark.name: folio(page)
        for page, draft in enumerate(drafts, start=number)
        for content in draft.contents
        for mark in content.marks
        if isinstance(mark, Anchor)
    }
