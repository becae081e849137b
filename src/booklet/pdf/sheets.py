"""A book becomes the sheets that an office printer folds it from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from booklet.geometry import BLEED, Rect, Size
from booklet.layout.pages import Book
from booklet.pdf.assemble import Catalog, assemble
from booklet.pdf.canvas import Canvas
from booklet.pdf.content import Names, draw_marks, face_names
from booklet.pdf.syntax import number
from booklet.pdf.write import Drawer, draw_all, embed_resources, facts_of
from booklet.press.imposition import PAPER_THICKNESS, Sheet, creep
from booklet.press.paper import place_pages, sheet_marks, sheet_size
from booklet.text.faces import Face


def write_sheets(
    book: Book,
    faces: Mapping[str, Face],
    sheets: Sequence[Sheet],
    *,
    paper: Size | None = None,
    thickness: float = PAPER_THICKNESS,
    drawer: Drawer = draw_all,
) -> bytes:
    """Write a book two pages to a side, fronts and backs in turn, for a duplex printer that flips on the short edge.

    Printers take no notice of structure, so the file has none: no tags, links or outline. Viewers that heed it print
    the file on both sides and without scaling.

    Args:
        book: all pages of one size.
        faces: every face that its glyph runs name.
        sheets: the imposition, outermost sheet first.
        paper: the sheet in landscape; by default what `sheet_size` chooses for the pages.
        thickness: of a sheet, in points, against creep; 0 for none.
        drawer: draws the pages.

    Raises:
        ValueError: the pages are of several sizes, or there are none.
    """
    sizes = {page.size for page in book.pages}
    if len(sizes) != 1:
        raise ValueError(f"sheets take pages of one size, not of {len(sizes)}")
    (trim,) = sizes
    size = paper or sheet_size(trim)
    canvas = Canvas()
    names = Names(face_names(faces))
    drawn = drawer(book.pages, names, tagged=False)
    pictures = embed_resources(canvas, names, drawn, faces)
    forms = [
        canvas.form(trim, page.code, {name: pictures[name] for name in page.pictures}, bleed=BLEED) for page in drawn
    ]
    marks = draw_marks(sheet_marks(size, trim), size.height)
    for sheet, shift in zip(sheets, creep(len(sheets), thickness), strict=True):
        for side in sheet:
            code = [
                _placed(f"P{index}", place, half, size.height)
                for index, place, half in zip(side, place_pages(size, trim, shift), _halves(size), strict=True)
            ]
            canvas.page(size, "\n".join([*code, marks]), {f"P{index}": forms[index] for index in side})
    preferences = "<</DisplayDocTitle true/Duplex/DuplexFlipShortEdge/PrintScaling/None>>"
    entries = {"/ViewerPreferences": preferences, "/PageLayout": "/SinglePage"}
    return assemble(canvas, Catalog(facts_of(book), entries))


def _halves(size: Size) -> tuple[Rect, Rect]:
    """The sheet on either side of the fold; a page that creep moves over the fold is cut off there."""
    middle = size.width / 2
    return Rect(0, 0, middle, size.height), Rect(middle, 0, middle, size.height)


def _placed(name: str, place: Rect, half: Rect, height: float) -> str:
    clip = f"{number(half.x)} 0 {number(half.width)} {number(half.height)} re W n"
    return f"q {clip} 1 0 0 1 {number(place.x)} {number(height - place.bottom)} cm /{name} Do Q"
