"""Composing: folios by fixed point, openings on versos, filling pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from booklet.layout.composing import PASSES, Draft, Folios, Furniture, SetPart, compose
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor
from booklet.layout.pages import Content


def page(name: str = "") -> Draft:
    marks = (Anchor(0.0, 0.0, name),) if name else ()
    return Draft((Content(None, marks),), Furniture())


@dataclass
class Plain:
    """A part of so many pages, the first of them anchored."""

    name: str
    pages: int
    opens: Literal["any", "verso"] = "any"
    fills: bool = False
    calls: list[int] = field(default_factory=list)

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        self.calls.append(number)
        count = self.pages + extra
        return SetPart(tuple(page(self.name if at == 0 else "") for at in range(count)), Element("Sect"))


@dataclass
class Listing:
    """A part that grows by a page when the folio it prints is large, like a contents that runs over."""

    of: str
    seen: list[str] = field(default_factory=list)
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        folio = folios.of(self.of)
        self.seen.append(folio)
        return SetPart(tuple(page() for _ in range(2 if int(folio) >= 3 else 1)), Element("Sect"))


@dataclass
class Restless:
    """A part that is never content: it has an odd number of pages before what it prints when that is even."""

    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        pages = 1 if int(folios.of("end")) % 2 == 1 else 2
        return SetPart(tuple(page() for _ in range(pages)), Element("Sect"))


def blank(number: int) -> Draft:
    del number
    return page()


def test_compose_listing_that_grows_prints_the_final_folio() -> None:
    listing = Listing("talk")

    composed = compose([Plain("cover", 1), listing, Plain("talk", 1)], blank, multiple=1)

    assert listing.seen == ["00", "3", "4"]
    assert len(composed.drafts) == 4
    assert composed.faults == ()


def test_compose_parts_that_ask_for_no_folio_are_set_once() -> None:
    talk = Plain("talk", 1)

    compose([Listing("talk"), Plain("x", 2), talk], blank, multiple=1)

    # Page 4 in the first pass and 5 when the listing has grown: the other side of a leaf, so once more.
    assert talk.calls == [4, 5]


def test_compose_without_folios_takes_one_pass() -> None:
    assert compose([Plain("a", 3)], blank, multiple=1).passes == 1


def test_compose_part_for_facing_pages_opens_on_a_verso() -> None:
    composed = compose([Plain("a", 2), Plain("spread", 2, opens="verso")], blank, multiple=1)

    assert len(composed.drafts) == 5


def test_compose_pages_are_filled_to_whole_sheets() -> None:
    notes = Plain("notes", 1, fills=True)

    composed = compose([Plain("a", 4), notes, Plain("back", 1)], blank, multiple=4)

    assert len(composed.drafts) == 8


def test_compose_book_that_never_settles_is_a_fault() -> None:
    composed = compose([Restless(), Plain("end", 1)], blank, multiple=1)

    assert composed.passes == PASSES
    assert [fault.what for fault in composed.faults] == ["the page numbers do not settle after 5 passes"]
