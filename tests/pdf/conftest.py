"""A small book that has one of everything, and the faces that it is set in."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PIL import Image

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, Fill, GlyphRun, Ink, Link, Picture, Rule
from booklet.layout.marks import Path as Outline
from booklet.layout.pages import Book, Content, Entry, Page
from booklet.text.faces import Face

FONTS = Path(__file__).parents[2] / "fonts"
BLACK = Ink(0, 0, 0)
TRIM = Size(396, 612)

SetText: TypeAlias = Callable[..., GlyphRun]


@pytest.fixture
def faces() -> dict[str, Face]:
    return load_faces()


@pytest.fixture
def set_text(faces: dict[str, Face]) -> SetText:
    """Set a text at a point."""
    return typesetter(faces)


@pytest.fixture
def book(faces: dict[str, Face]) -> Book:
    return make_book(faces, draw_png())


def load_faces() -> dict[str, Face]:
    return {
        "serif": Face("serif", FONTS / "source-serif-4" / "SourceSerif4-Regular.ttf"),
        "italic": Face("italic", FONTS / "source-serif-4" / "SourceSerif4-Italic.ttf"),
        "sans": Face("sans", FONTS / "source-sans-3" / "SourceSans3-Regular.ttf"),
    }


def typesetter(faces: dict[str, Face]) -> SetText:
    def run(
        text: str, x: float, y: float, face: str = "serif", size: float = 10.0, says: str | None = None
    ) -> GlyphRun:
        shaped = faces[face].shape(text, says=says)
        return GlyphRun(x, y, face, size, BLACK, shaped.operand, text, shaped.advance * size / 1000)

    return run


@pytest.fixture(name="png")
def make_png() -> bytes:
    return draw_png()


def draw_png() -> bytes:
    """A picture that is half transparent."""
    out = io.BytesIO()
    Image.new("RGBA", (4, 2), (200, 40, 40, 128)).save(out, "PNG")
    return out.getvalue()


def make_book(faces: dict[str, Face], png: bytes) -> Book:
    """Three pages: headings and text; contents and a list with links; a table and figures."""
    set_text = typesetter(faces)
    root = Element("Document")
    front, inside, back = root.add("Sect"), root.add("Sect"), root.add("Sect", language="de-DE")
    title, opening = front.add("H1"), front.add("P")
    empty = front.add("P")
    line = set_text("An office offers soufflés", 40, 120)
    divided = set_text("affili", 40, 134)
    hyphen = set_text("-", 40 + divided.width, 134, says="\u00ad")
    first = Page(
        TRIM,
        "i",
        (
            Content(None, (Fill(0, 0, 396, 20, Ink(0.9, 0.95, 1)), Rule(40, 90, 356, 90, 0.5, BLACK, (0, 2), True))),
            Content(title, (Anchor(40, 60, "top"), set_text("Mathematics (Élan)", 40, 80, "sans", 20))),
            Content(opening, (line, divided)),
            Content(opening, (hyphen,)),
            Content(None, (set_text("running head", 40, 40, "sans", 7),)),
        ),
    )
    more = Content(opening, (set_text("ation goes on", 40, 60),))
    contents = inside.add("TOC").add("TOCI").add("Reference").add("Link")
    item = inside.add("L").add("LI")
    bullet, web = item.add("Lbl"), item.add("LBody").add("Link")
    second = Page(
        TRIM,
        "ii",
        (
            more,
            Content(empty, (Anchor(0, 0, "nothing"),)),
            Content(contents, (set_text("Table", 40, 100), Link(40, 90, 40, 14, "#table", "Table, page 1"))),
            Content(bullet, (set_text("•", 40, 130),)),
            Content(
                web, (set_text("site", 50, 130), Link(50, 120, 40, 14, "https://example.org/ü?a=(b)", "Site (örg)"))
            ),
        ),
    )
    table = back.add("Table")
    head, body = table.add("TR"), table.add("TR")
    day, cell, blank = head.add("TH"), body.add("TD"), body.add("TD")
    day.scope, day.span = "Column", (2, 1)
    figure = back.add("Figure", alt="A red square")
    drawing = Outline((("M", 40, 200), ("L", 80, 200), ("C", 80, 220, 60, 240, 40, 240), ("Z",)), Ink(0, 0.5, 0), BLACK)
    clipped = drawing.moved(100, 0)._replace(clip=(140, 200, 20, 20), dash=(2, 1), round=True)
    third = Page(
        TRIM,
        "1",
        (
            Content(day, (Anchor(40, 80, "table"), set_text("Thursday", 40, 100))),
            Content(cell.add("P"), (set_text("9:00", 40, 114, "italic"),)),
            Content(blank, ()),
            Content(figure, (drawing, clipped, Picture(40, 300, 40, 20, png), Picture(90, 300, 40, 20, bytes(png)))),
        ),
    )
    outline = (Entry("Front", "top", 0), Entry("Überall", "nothing", 1), Entry("Back", "table", 0))
    return Book((first, second, third), root, outline, "Maths & <Élan>", "The host", "A workshop", "en-US")
