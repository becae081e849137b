"""The files that `write_book` writes, under veraPDF's rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from booklet.layout.pages import Book
from booklet.pdf.write import write_book
from booklet.text.faces import Face

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
