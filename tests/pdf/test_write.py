from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun, Link
from booklet.layout.pages import Book, Content, Entry, Page
from booklet.pdf.write import write_book
from booklet.text.faces import Face

SRC = Path(__file__).parents[2] / "src"


def text_of(data: bytes, page: int = 0) -> tuple[str, str]:
    """A page's text as pdfium and as pypdf extract it."""
    with pypdfium2.PdfDocument(data) as document:
        leaf = document[page]
        text = leaf.get_textpage()
        found = text.get_text_range()
        text.close()
        leaf.close()
    return found, pypdf.PdfReader(io.BytesIO(data)).pages[page].extract_text()


def line_book(set_text: Callable[..., GlyphRun], *texts: str) -> Book:
    root = Element("Document")
    contents = [Content(root.add("P"), (set_text(text, 40, 40 + 20 * line),)) for line, text in enumerate(texts)]
    return Book((Page(Size(396, 612), "1", tuple(contents)),), root, (), "Title", "", "", "en")


def test_write_book_text_extracts_with_ligatures_and_accents(
    set_text: Callable[..., GlyphRun], faces: dict[str, Face]
) -> None:
    lines = ["office affidavits fjord", "Élan naïve Łódź", "Erdo\u030bs"]

    by_pdfium, by_pypdf = text_of(write_book(line_book(set_text, *lines), faces))

    assert [line.strip() for line in by_pdfium.splitlines()] == lines
    assert [line.strip() for line in by_pypdf.splitlines()] == lines


def test_write_book_text_extracts_with_combining_marks(
    set_text: Callable[..., GlyphRun], faces: dict[str, Face]
) -> None:
    assert text_of(write_book(line_book(set_text, "aq\u0302x"), faces)) == ("aq\u0302x", "aq\u0302x")


def test_write_book_dividing_hyphen_is_soft(book: Book, faces: dict[str, Face]) -> None:
    by_pdfium, by_pypdf = text_of(write_book(book, faces))

    # pdfium marks a hyphen that divides a word with U+0002 or drops it; it is not a hyphen that was typed.
    assert "affili-" not in by_pdfium
    assert by_pypdf.splitlines()[-2:] == ["affili\u00ad", "running head"]


def test_write_book_pages_have_their_size_and_labels(book: Book, faces: dict[str, Face]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(write_book(book, faces)))

    assert [tuple(map(float, page.mediabox)) for page in reader.pages] == [(0, 0, 396, 612)] * 3
    assert reader.page_labels == ["i", "ii", "1"]


def test_write_book_outline_leads_to_its_anchors(book: Book, faces: dict[str, Face]) -> None:
    with pypdfium2.PdfDocument(write_book(book, faces)) as document:
        lines = [(mark.level, mark.get_title(), mark.get_dest()) for mark in document.get_toc()]

        assert [(level, title, dest.get_index(), dest.get_view()[1][1]) for level, title, dest in lines] == [
            (0, "Front", 0, 564),
            (1, "Überall", 1, 612),
            (0, "Back", 2, 544),
        ]


def test_write_book_links_lead_to_their_targets(book: Book, faces: dict[str, Face]) -> None:
    with pikepdf.open(io.BytesIO(write_book(book, faces))) as pdf:
        inside, outside = pdf.pages[1].Annots.as_list()

        assert inside.A.D[0].objgen == pdf.pages[2].objgen
        assert [str(inside.A.S), float(inside.A.D[3])] == ["/GoTo", 544]
        assert [float(value) for value in inside.Rect] == [40, 508, 80, 522]
        assert str(outside.A.URI) == "https://example.org/%C3%BC?a=(b)"
        assert str(outside.Contents) == "Site (örg)"
        assert [int(link.F) for link in (inside, outside)] == [4, 4]
        assert ["/Tabs" in page for page in pdf.pages] == [False, True, False]


def test_write_book_embeds_the_faces_on_its_pages_only(book: Book, faces: dict[str, Face]) -> None:
    spare = {**faces, "spare": faces["sans"]}

    with pikepdf.open(io.BytesIO(write_book(book, spare))) as pdf:
        fonts = pdf.pages[0].Resources.Font
        names = sorted(str(font.BaseFont).split("+")[1] for font in fonts.values())
        assert names == ["SourceSans3-Regular", "SourceSerif4-Italic", "SourceSerif4-Regular"]
        for font in fonts.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_write_book_stores_equal_pictures_once(book: Book, faces: dict[str, Face]) -> None:
    with pikepdf.open(io.BytesIO(write_book(book, faces))) as pdf:
        (picture,) = pdf.pages[2].Resources.XObject.values()
        assert "/SMask" in picture
        assert "/XObject" not in pdf.pages[0].Resources


def test_write_book_says_how_to_show_it(book: Book, faces: dict[str, Face], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    with pikepdf.open(io.BytesIO(write_book(book, faces))) as pdf:
        root = pdf.Root
        assert [str(root.PageMode), str(root.PageLayout), str(root.Lang)] == ["/UseOutlines", "/TwoPageRight", "en-US"]
        assert root.ViewerPreferences.DisplayDocTitle
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Maths & <Élan>",
            "/Author": "The host",
            "/Subject": "A workshop",
            "/Creator": "booklet",
            "/Producer": "booklet",
        }


@pytest.mark.parametrize("rtl", [False, True])
def test_write_book_says_at_which_side_it_is_bound(book: Book, faces: dict[str, Face], rtl: bool) -> None:
    with pikepdf.open(io.BytesIO(write_book(replace(book, rtl=rtl), faces))) as pdf:
        preferences = pdf.Root.ViewerPreferences
        document = pdf.Root.StructTreeRoot.K[0]
        attributes = {str(key): str(value) for key, value in document.get("/A", pikepdf.Dictionary()).items()}

        assert str(preferences.get("/Direction", "/L2R")) == ("/R2L" if rtl else "/L2R")
        # The first page is alone, and the next two face each other: viewers turn that over, too.
        assert str(pdf.Root.PageLayout) == "/TwoPageRight"
        assert preferences.DisplayDocTitle
        assert attributes == ({"/O": "/Layout", "/WritingMode": "/RlTb"} if rtl else {})


def test_write_book_link_to_an_unknown_anchor_is_refused(book: Book, faces: dict[str, Face]) -> None:
    lost = Content(book.root.add("Link"), (Link(0, 0, 1, 1, "#nowhere", "lost"),))
    page = Page(Size(396, 612), "2", (lost,))

    with pytest.raises(ValueError, match=r"^no anchor is named 'nowhere'$"):
        write_book(Book((*book.pages, page), book.root, (), "", "", "", "en"), faces)


def test_write_book_with_two_anchors_of_a_name_is_refused(book: Book, faces: dict[str, Face]) -> None:
    with pytest.raises(ValueError, match=r"^two anchors are named 'top'$"):
        write_book(Book((book.pages[0],) * 2, book.root, (Entry("Top", "top", 0),), "", "", "", "en"), faces)


_ELSEWHERE = """
import runpy
import sys
from pathlib import Path
made = runpy.run_path(sys.argv[1])
faces = made["load_faces"]()
png = made["draw_png"]()
from booklet.pdf.write import write_book
sys.stdout.buffer.write(write_book(made["make_book"](faces, png), faces))
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Chicago", "LC_ALL": "de_DE.UTF-8"},
    ],
)
def test_write_book_is_the_same_in_another_process(
    book: Book, faces: dict[str, Face], surroundings: dict[str, str]
) -> None:
    here = write_book(book, faces)
    environment = {**os.environ, "PYTHONPATH": str(SRC), **surroundings}
    command = [sys.executable, "-c", _ELSEWHERE, str(Path(__file__).with_name("conftest.py"))]

    there = subprocess.run(command, check=True, capture_output=True, env=environment).stdout

    assert there == here


def test_write_book_twice_is_the_same(book: Book, faces: dict[str, Face]) -> None:
    assert write_book(book, faces) == write_book(book, faces)


def test_write_book_is_dated_only_on_demand(
    book: Book, faces: dict[str, Face], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740000000")

    with pikepdf.open(io.BytesIO(write_book(book, faces))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20250219212000Z"
