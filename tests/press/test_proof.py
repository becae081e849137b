from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, Fill, GlyphRun, Ink, Link, Mark, Path, Picture, Rule
from booklet.layout.pages import Book, Content, Page
from booklet.press.proof import proof

RED = Ink(1, 0, 0)
GREY = Ink(0.1, 0.1, 0.1)


def book_of(*contents: Content, root: Element | None = None) -> Book:
    page = Page(Size(396, 612), "iv", contents)
    return Book((page,), root or Element("Document"), (), "", "", "", "en")


def lines_of(*marks: Mark) -> list[str]:
    return proof(book_of(Content(None, marks))).splitlines()[1:]


def test_proof_of_every_mark_is_one_line_each() -> None:
    marks = (
        GlyphRun(45.351, 120, "serif", 9.4, GREY, "<0001>", "a", 231.2),
        Rule(0, 1, 2, 3, 0.25, RED, (0, 2), True),
        Fill(0, 0, 10, 20, RED),
        Path((("M", 0, 0), ("L", 5, -0.001), ("Z",)), RED, GREY, 2, clip=(0, 0, 5, 5)),
        Picture(1, 2, 3, 4, b"picture"),
        Link(1, 2, 3, 4, "#talk", 'the "talk"'),
        Anchor(40, 60, "talk"),
    )

    assert lines_of(*marks) == [
        '  artifact  run       45.35  120.00 serif 9.4 #1a1a1a 231.20 "a"',
        "  artifact  rule       0.00    1.00    2.00    3.00 #ff0000 0.25 dash 0.00 2.00 round",
        "  artifact  fill       0.00    0.00   10.00   20.00 #ff0000",
        "  artifact  path   fill #ff0000 stroke #1a1a1a 2.00 clip 0.00 0.00 5.00 5.00 M 0.00 0.00 L 5.00 0.00 Z",
        f"  artifact  picture    1.00    2.00    3.00    4.00 {sha256(b'picture').hexdigest()[:12]}",
        '  artifact  link       1.00    2.00    3.00    4.00 #talk "the \\"talk\\""',
        "  artifact  anchor    40.00   60.00 talk",
    ]


def test_proof_of_a_book_read_from_right_to_left_says_so() -> None:
    book = book_of(Content(None, (Fill(0, 0, 10, 20, RED),)))

    assert proof(replace(book, rtl=True)) == f"read from right to left\n{proof(book)}"


def test_proof_of_a_long_path_gives_its_digest() -> None:
    (line,) = lines_of(Path(tuple(("L", x, x) for x in range(100)), RED))

    steps = " ".join(f"L {x}.00 {x}.00" for x in range(100))
    assert line == f"  artifact  path   fill #ff0000 100 steps {sha256(steps.encode()).hexdigest()[:12]}"


def test_proof_spells_out_what_cannot_be_seen() -> None:
    (line,) = lines_of(GlyphRun(0, 0, "serif", 10, GREY, "", "a\u00ad\u00a0é", 0))

    assert line.endswith('"a\\u00ad\\u00a0é"')


def test_proof_names_the_way_to_the_element() -> None:
    root = Element("Document")
    item = root.add("Sect").add("P")
    stray = Element("P")

    text = proof(book_of(Content(item, (Anchor(0, 0, "a"),)), Content(stray, (Anchor(0, 0, "b"),)), root=root))

    assert text.splitlines() == [
        "page 1  folio iv  396.00 x 612.00",
        "  Sect/P  anchor     0.00    0.00 a",
        "  lost P  anchor     0.00    0.00 b",
    ]


def test_proof_of_filler_and_missing_folio_says_so() -> None:
    book = Book((Page(Size(100, 200), "", (), filler=True),), Element("Document"), (), "", "", "", "en")

    assert proof(book) == "page 1  no folio  100.00 x 200.00  filler\n"
