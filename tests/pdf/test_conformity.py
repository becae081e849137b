"""The files that `write_book` writes, under veraPDF's rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun, Ink
from booklet.layout.pages import Book, Content, Page
from booklet.pdf.write import write_book
from booklet.text.faces import Face
from tests.tiny_fonts import HAN, VOICED, Kind, make_font

FailedRules = Callable[[Iterable[Path], Iterable[str]], list[str]]


def test_write_book_conforms_to_pdf_ua_and_pdf_a(
    book: Book, faces: dict[str, Face], tmp_path: Path, verapdf: FailedRules
) -> None:
    whole, part = tmp_path / "whole.pdf", tmp_path / "part.pdf"
    whole.write_bytes(write_book(book, faces))
    part.write_bytes(write_book(Book(book.pages[:1], book.root, (), "One page", "", "", "de"), faces))

    assert verapdf([whole, part], ["ua1", "2a"]) == []


def test_write_book_without_tags_claims_nothing_that_it_does_not_keep(
    book: Book, faces: dict[str, Face], tmp_path: Path, verapdf: FailedRules
) -> None:
    file = tmp_path / "untagged.pdf"
    file.write_bytes(write_book(book, faces, tagged=False))

    clauses = {line.split("\t")[2] for line in verapdf([file], ["ua1"])}

    assert clauses == {"5-1", "6.2-1", "7.1-3", "7.1-11", "7.18.5-1"}


def test_write_book_conforms_whatever_the_outlines_of_its_fonts(tmp_path: Path, verapdf: FailedRules) -> None:
    kinds: tuple[Kind, ...] = ("names", "numbers", "truetype", "variable")
    files = []
    for kind in kinds:
        make_font(kind).save(tmp_path / f"{kind}.otf")
        face = Face(kind, tmp_path / f"{kind}.otf", weight=700)
        root = Element("Document")
        shaped = face.shape(HAN + VOICED)
        run = GlyphRun(10, 50, kind, 10, Ink(0, 0, 0), shaped.operand, HAN + VOICED, shaped.advance / 100)
        page = Page(Size(200, 100), "1", (Content(root.add("P"), (run,)),))
        files.append(tmp_path / f"{kind}.pdf")
        files[-1].write_bytes(write_book(Book((page,), root, (), "T", "A", "S", "ja"), {kind: face}))

    assert verapdf(files, ["ua1", "2a"]) == []
