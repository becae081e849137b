"""The oracle of imposition once more, on paper: print the file, fold it and read it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from booklet.geometry import INCH, MM, Size
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun
from booklet.layout.pages import Book, Content, Page
from booklet.pdf.sheets import write_sheets
from booklet.press.imposition import saddle_stitch
from booklet.press.paper import A4, LETTER
from booklet.text.faces import Face

HALF_LETTER = Size(5.5 * INCH, 8.5 * INCH)
A6 = Size(105 * MM, 148 * MM)


@pytest.fixture
def numbered(set_text: Callable[..., GlyphRun]) -> Callable[[int, Size], Book]:
    """A book whose pages say their number at the top left, and "foot" below."""

    def make(count: int, trim: Size) -> Book:
        root = Element("Document")
        pages = tuple(
            Page(trim, str(folio), (Content(root, (set_text(f"p{folio}", 30, 40), set_text("foot", 30, 200))),))
            for folio in range(1, count + 1)
        )
        return Book(pages, root, (), "Numbers", "", "", "en")

    return make


def read_halves(data: bytes) -> list[tuple[str, str]]:
    """What stands on the left and on the right of each side, from top to bottom."""
    sides: list[tuple[str, str]] = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            sides.append(
                (
                    " ".join(text.get_text_bounded(0, 0, width / 2, height).split()),
                    " ".join(text.get_text_bounded(width / 2, 0, width, height).split()),
                )
            )
            text.close()
            page.close()
    return sides


def fold_and_read(sides: list[tuple[str, str]]) -> list[str]:
    """Pair fronts with backs as they leave the printer, nest the sheets, fold them and turn the leaves."""
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    outward = [text for front, back in sheets for text in (front[1], back[0])]
    return outward + [text for front, back in reversed(sheets) for text in (back[1], front[0])]


@pytest.mark.parametrize(("trim", "count"), [(HALF_LETTER, 4), (HALF_LETTER, 28), (A6, 12)])
def test_write_sheets_folded_reads_in_order_and_upright(
    numbered: Callable[[int, Size], Book], faces: dict[str, Face], trim: Size, count: int
) -> None:
    data = write_sheets(numbered(count, trim), faces, saddle_stitch(count))

    assert fold_and_read(read_halves(data)) == [f"p{folio} foot" for folio in range(1, count + 1)]


def test_write_sheets_of_a_book_bound_at_the_right_read_in_order(
    numbered: Callable[[int, Size], Book], faces: dict[str, Face]
) -> None:
    data = write_sheets(replace(numbered(12, A6), rtl=True), faces, saddle_stitch(12, rtl=True))

    # Folded the other way, what was left on a side is what is right on one of a book bound at the left.
    assert fold_and_read([side[::-1] for side in read_halves(data)]) == [f"p{folio} foot" for folio in range(1, 13)]


@pytest.mark.parametrize(("trim", "paper"), [(HALF_LETTER, LETTER), (A6, A4)])
def test_write_sheets_are_landscape_sheets_of_office_paper(
    numbered: Callable[[int, Size], Book], faces: dict[str, Face], trim: Size, paper: Size
) -> None:
    with pikepdf.open(io.BytesIO(write_sheets(numbered(8, trim), faces, saddle_stitch(8)))) as pdf:
        boxes = [[round(float(value)) for value in page.MediaBox] for page in pdf.pages]
        assert boxes == [[0, 0, round(paper.width), round(paper.height)]] * 4
        assert [int(page.get("/Rotate", 0)) for page in pdf.pages] == [0] * 4


@pytest.mark.parametrize("rtl", [False, True])
def test_write_sheets_moves_the_pages_of_inner_sheets_inwards(
    numbered: Callable[[int, Size], Book], faces: dict[str, Face], rtl: bool
) -> None:
    data = write_sheets(numbered(8, HALF_LETTER), faces, saddle_stitch(8, rtl=rtl), thickness=4)

    with pypdfium2.PdfDocument(data) as document:
        fronts = [sorted({round(box[0]) for box in letter_boxes(document[index])}) for index in (0, 2)]
    (left, right), (inner_left, inner_right) = fronts
    assert (inner_left - left, inner_right - right) == (4, -4)


def letter_boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """The box of every letter "p" on a page."""
    text = page.get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars()) if text.get_text_range(index, 1) == "p"]
    text.close()
    page.close()
    return boxes


def test_write_sheets_ask_the_printer_for_both_sides(
    numbered: Callable[[int, Size], Book], faces: dict[str, Face]
) -> None:
    with pikepdf.open(io.BytesIO(write_sheets(numbered(4, A6), faces, saddle_stitch(4)))) as pdf:
        preferences = pdf.Root.ViewerPreferences
        assert str(preferences.Duplex) == "/DuplexFlipShortEdge"
        assert str(preferences.PrintScaling) == "/None"
        assert "/StructTreeRoot" not in pdf.Root
        assert "/Outlines" not in pdf.Root
        assert b"pdfaid:part>" not in pdf.Root.Metadata.read_bytes()
        assert str(pdf.docinfo["/Title"]) == "Numbers"


def test_write_sheets_twice_is_the_same(numbered: Callable[[int, Size], Book], faces: dict[str, Face]) -> None:
    book = numbered(8, A6)

    assert write_sheets(book, faces, saddle_stitch(8)) == write_sheets(book, faces, saddle_stitch(8))


def test_write_sheets_of_several_sizes_are_refused(
    numbered: Callable[[int, Size], Book], faces: dict[str, Face]
) -> None:
    small, large = numbered(2, A6), numbered(2, HALF_LETTER)
    mixed = Book((*small.pages, *large.pages), small.root, (), "", "", "", "en")

    with pytest.raises(ValueError, match=r"^sheets take pages of one size, not of 2$"):
        write_sheets(mixed, faces, saddle_stitch(4))
