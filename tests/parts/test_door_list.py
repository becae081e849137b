"""The list at the door, table tents and certificates."""

from __future__ import annotations

import pytest

from booklet.design.paper import PAPERS
from booklet.geometry import MM, Size
from booklet.layout.marks import Anchor, GlyphRun, Path
from booklet.layout.pages import Book
from booklet.make import SetBook
from booklet.model.attendees import Attendee
from booklet.parts.certificates import set_certificate
from booklet.parts.door_list import set_door_list
from booklet.parts.tents import set_tent
from booklet.pdf.write import write_book
from tests.badges import box_of, overprinted, said
from tests.names import NAMES
from tests.parts.test_badges import LONG, desk_in
from tests.reading import page_texts
from tests.setting import lines_of, outside_paper
from tests.setting import overprinted as overprinted_lines

FACE = Size(297 * MM, 105 * MM)
PAGE = Size(297 * MM, 210 * MM)


@pytest.mark.parametrize("language", ["en-GB", "he"])
def test_door_list_has_everybody_once_by_family_name(language: str) -> None:
    desk = desk_in(language)
    names = [f"{given} {family}" for family in ("Zeh", "Abel", "Öhm") for given in map(str, range(40))]
    people = [Attendee(name, affiliation="House of Mathematics and Physics " * 3, ticket="Regular") for name in names]
    done = set_door_list(desk, [*people, Attendee("")], PAPERS["a4"])
    book = Book(done.pages, done.root, done.outline, "Door list", "", "", language)
    lines = lines_of(SetBook(desk.program, book, desk.typesetter, done.faults, 1))
    marks = [mark for page in done.pages for content in page.contents for mark in content.marks]

    assert done.faults == ()
    assert outside_paper(SetBook(desk.program, book, desk.typesetter, (), 1), lines) == []
    assert overprinted_lines(SetBook(desk.program, book, desk.typesetter, (), 1), lines) == []
    assert sum(isinstance(mark, Path) for mark in marks) == len(people)
    assert [entry.title for entry in done.outline] == ["A", "O", "Z"]
    assert {entry.anchor for entry in done.outline} == {mark.name for mark in marks if isinstance(mark, Anchor)}
    assert len(done.pages) > 3
    text = "".join(page_texts(write_book(book, desk.typesetter.faces)))
    assert text.count("Abel") == text.count("Zeh") == 40


@pytest.mark.parametrize("name", [*NAMES, *LONG, ""])
def test_tents_and_certificates_hold_every_name(name: str) -> None:
    desk = desk_in()
    who = Attendee(name, affiliation="University of Texas at Austin")
    for size, side in ((FACE, set_tent(desk, FACE, who)), (PAGE, set_certificate(desk, PAGE, who, hours=12))):
        assert overprinted(desk, side.marks) == []
        for mark in side.marks:
            box = box_of(desk, mark)
            assert box is None or (box.left >= 0 and box.top >= 0)
            assert box is None or (box.right <= size.width and box.bottom <= size.height)
        assert not any("no room" in fault.what or "not fit" in fault.what for fault in side.faults)


def test_certificate_says_who_what_when_and_where() -> None:
    side = set_certificate(desk_in(), PAGE, Attendee("Anna Schmidt"), hours=12)
    text = said(side).replace("|", " ")

    for part in ("Certificate of attendance", "Anna Schmidt", "took part in", "2–3 March 2026", "House", "12 hours"):
        assert part in text
    assert max(mark.size for mark in side.marks if isinstance(mark, GlyphRun)) >= 40.0
