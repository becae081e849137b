"""Both editions of every booklet: what the files conform to, hold and say about themselves."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import pikepdf
import pytest

from booklet.geometry import INCH
from booklet.parts.wording import wording
from tests.books import NAMES, Library
from tests.reading import Box, fluent, page_labels, page_sizes, page_texts, read_outline, texts_in

FailedRules = Callable[[Iterable[Path], Iterable[str]], list[str]]

LARGEST: Final = 400 * 1024
"""What an edition of the workshop may take in bytes, so that it can be sent by mail to anybody."""


def test_screen_editions_conform_to_pdf_ua_and_pdf_a(library: Library, tmp_path: Path, verapdf: FailedRules) -> None:
    files = []
    # Paper changes no tags, and the checker takes a second a file: one other paper is enough.
    for name in (name for name in NAMES if not name.startswith("workshop-") or name == "workshop-a6"):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(library.pdf(name))

    assert verapdf(files, ["ua1", "2a"]) == []


@pytest.mark.parametrize("edition", ["screen", "print"])
def test_workshop_fonts_are_embedded_and_subset(edition: str, library: Library) -> None:
    with pikepdf.open(io.BytesIO(library.pdf("workshop", edition))) as pdf:
        used = list(fonts(pdf))
        names = [str(font.BaseFont) for font in used]
        embedded = ["/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in used]

    assert {str(name)[8:] for name in names} >= {"SourceSerif4-Regular", "SourceSans3-Regular"}
    assert [name for name in names if name[7] != "+" or not name[1:7].isupper()] == []
    assert all(embedded)


def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every font that the pages, or the pages on their sheets, use; each once."""
    found: dict[tuple[int, int], pikepdf.Object] = {}
    for page in pdf.pages:
        forms = [form for _, form in page.Resources.get("/XObject", pikepdf.Dictionary()).items()]
        for holder in (page.obj, *forms):
            for _, font in holder.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary()).items():
                found[font.objgen] = font
    yield from found.values()


@pytest.mark.parametrize("edition", ["screen", "print"])
def test_workshop_is_small_enough_to_mail(edition: str, library: Library) -> None:
    assert len(library.pdf("workshop", edition)) < LARGEST


@pytest.mark.parametrize("edition", ["screen", "print"])
def test_workshop_names_itself(edition: str, library: Library) -> None:
    with pikepdf.open(io.BytesIO(library.pdf("workshop", edition))) as pdf:
        info = pdf.docinfo
        facts = [str(info[key]) for key in ("/Title", "/Author", "/Subject")]
        with pdf.open_metadata() as xmp:
            title = str(xmp["dc:title"])
        language = str(pdf.Root.Lang)
        shown = bool(pdf.Root.ViewerPreferences.DisplayDocTitle)

    assert facts == [
        "Mathematics of Deep Learning Workshop",
        "The University of Texas at Austin Machine Learning Lab",
        "February 20–21, 2025, Gates Dell Complex, Austin, TX 78712, United States",
    ]
    assert (title, language, shown) == (facts[0], "en-US", True)


def test_german_booklet_says_that_it_is_german(library: Library) -> None:
    with pikepdf.open(io.BytesIO(library.pdf("german"))) as pdf:
        assert str(pdf.Root.Lang) == "de-DE"


def test_workshop_outline_has_parts_days_and_talks(library: Library) -> None:
    program = library.book("workshop").program
    marks = [(mark.level, mark.title) for mark in read_outline(library.pdf("workshop"))]
    talks = [talk for day in program.days for entry in day.sessions for talk in (entry, *entry.talks) if talk.abstract]

    assert [title for level, title in marks if level == 0] == [
        "Cover",
        "Essentials",
        "Contents",
        "Program at a glance",
        "Timetable",
        "Abstracts",
        "Speakers and co-authors",
        "Venue",
        "Back cover",
    ]
    below = [title for level, title in marks if level == 1]
    assert below[:2] == ["Thursday, February 20, 2025", "Friday, February 21, 2025"]
    assert below[2:] == [f"{talk.speakers[0].name}: {talk.title}" for talk in talks]


def test_workshop_outline_follows_the_pages(library: Library) -> None:
    targets = [mark.target for mark in read_outline(library.pdf("workshop"))]

    assert targets == sorted(targets, key=lambda target: (target.page, -target.top))


def test_workshop_print_edition_is_on_letter_paper(library: Library) -> None:
    assert set(page_sizes(library.pdf("workshop", "print"))) == {(11 * INCH, 8.5 * INCH)}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "unbreakable"])
def test_print_editions_fold_into_the_screen_edition_and_notes(name: str, library: Library) -> None:
    rtl = library.book(name).book.rtl
    # In a file that is read from right to left pdfium takes all lines for such, and turns English words and brackets.
    read = any_order if rtl else signs
    pages = list(map(read, read_folded(library.pdf(name, "print"), rtl=rtl)))
    screen = library.pdf(name)
    by_folio = dict(zip(page_labels(screen), map(read, page_texts(screen)), strict=True))

    folios = [str(number) for number in range(1, len(pages) + 1)]
    fillers = [page.folio for page in library.book(name).book.pages if page.filler]
    assert len(pages) % 4 == 0
    assert [folio for folio in folios if folio not in by_folio] == fillers
    assert len(fillers) < 4
    for folio, text in zip(folios, pages, strict=True):
        if folio in by_folio:
            assert text == by_folio[folio]
        else:
            event = library.book(name).program.event
            heads = (wording(event.language).word("notes"), event.short_title)
            assert text in {read(head + folio) for head in heads}


def signs(text: str) -> str:
    """A text without its spaces, some of which pdfium guesses from their surroundings."""
    return "".join(fluent(text).split())


def any_order(text: str) -> str:
    """The letters and digits of a text, sorted."""
    return "".join(sorted(filter(str.isalnum, signs(text))))


def read_folded(data: bytes, *, rtl: bool) -> list[str]:
    """Print on both sides with the flip on the short edge, fold the pile, and leaf through it: what each page says.

    A sheet of paper has four quarters; as one leafs, the outer halves come first and last, the inner ones between. With
    `rtl` the pile is folded the other way, so that it opens to the right.
    """
    sides = [
        tuple(signs(half) for half in texts_in(data, at, [Box(0, 0, w / 2, h), Box(w / 2, 0, w, h)]))
        for at, (w, h) in enumerate(page_sizes(data))
    ]
    before: list[str] = []
    after: list[str] = []
    if rtl:
        sides = [side[::-1] for side in sides]
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # Turned over its short edge, what was right on the front has its back on the left.
        before += [front[1], back[0]]
        after += [front[0], back[1]]
    return [*before, *reversed(after)]
