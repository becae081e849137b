"""A book becomes a PDF for the screen: tagged, linked, and the same bytes for the same book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from booklet.layout.pages import Book, Page
from booklet.pdf.assemble import Catalog, assemble
from booklet.pdf.canvas import Canvas
from booklet.pdf.content import Drawn, Names, Written, draw, face_names
from booklet.pdf.fonts import embed_face
from booklet.pdf.links import Annotation, find_destinations, write_links
from booklet.pdf.metadata import Facts, issue_date
from booklet.pdf.outline import page_labels, write_outline
from booklet.pdf.pictures import embed_picture
from booklet.pdf.structure import write_structure
from booklet.pdf.syntax import Ref
from booklet.text.faces import Face

_PREFERENCES: Final = "<</DisplayDocTitle true>>"
_RIGHT_TO_LEFT: Final = "<</DisplayDocTitle true/Direction/R2L>>"
"""What viewers are asked for (ISO 32000-1, table 150). Both kinds of book have the layout TwoPageRight, by which they
show the first page alone and then facing pages; those that heed R2L (Acrobat, SumatraPDF) put these in order from the
right."""


class Drawer(Protocol):
    """Draws pages: `draw_all`, or a crew of several processes."""

    def __call__(self, pages: Sequence[Page], names: Names, *, tagged: bool) -> Sequence[Drawn]:
        """Draw all pages, in order; `names` learns what faces and pictures are called."""
        ...


def draw_all(pages: Sequence[Page], names: Names, *, tagged: bool) -> list[Drawn]:
    """Draw pages one after the other."""
    return [draw(page, names, tagged=tagged) for page in pages]


def write_book(book: Book, faces: Mapping[str, Face], *, tagged: bool = True, drawer: Drawer = draw_all) -> bytes:
    """Write a book as single pages with links, outline and page labels.

    Args:
        book: its pages are final; drawing decides nothing.
        faces: every face that its glyph runs name. Only these are embedded, with what was asked of them.
        drawer: draws the pages.
        tagged: write the structure tree, by which the file conforms to PDF/A-2a and PDF/UA-1 if the book's structure
            does: figures with alternative text, headings that skip no level, tables whose rows have equal width.

    Returns:
        The file: the same bytes whatever the clock, locale and hash seed. It is dated only if SOURCE_DATE_EPOCH is set.

    Raises:
        ValueError: the book contradicts itself: a link or an outline entry leads to an anchor that does not exist, a
            link is not part of a Link element, or content belongs to an element that is not in the tree.
    """
    canvas = Canvas()
    names = Names(face_names(faces))
    drawn = drawer(book.pages, names, tagged=tagged)
    pictures = embed_resources(canvas, names, drawn, faces)
    written = [
        Written(
            page, content, canvas.page(page.size, content.code, {name: pictures[name] for name in content.pictures})
        )
        for page, content in zip(book.pages, drawn, strict=True)
    ]
    places = find_destinations(written)
    annotations = write_links(canvas, written, places, tagged=tagged)
    objects = {"/PageLabels": canvas.add(page_labels(page.folio for page in book.pages))}
    if (outline := write_outline(canvas, book.outline, places)) is not None:
        objects["/Outlines"] = outline
    structure = write_structure(canvas, book.root, written, annotations, rtl=book.rtl) if tagged else None
    entries = {
        "/PageMode": "/UseOutlines" if book.outline else "/UseNone",
        "/PageLayout": "/TwoPageRight",
        "/ViewerPreferences": _RIGHT_TO_LEFT if book.rtl else _PREFERENCES,
    }
    for index, refs in _by_page(annotations).items():
        canvas.annotate(written[index].ref, refs)
    return assemble(canvas, Catalog(facts_of(book), entries, objects, structure))


def embed_resources(canvas: Canvas, names: Names, drawn: Iterable[Drawn], faces: Mapping[str, Face]) -> dict[str, Ref]:
    """Embed the faces and pictures that content streams use; the pictures, by name."""
    used = {face for page in drawn for face in page.faces}
    for face, name in names.faces.items():
        if face in used:
            canvas.font(name, embed_face(canvas, faces[face]))
    return {name: embed_picture(canvas, data) for data, name in names.pictures.items()}


def facts_of(book: Book) -> Facts:
    """What a book's files say about themselves."""
    return Facts(book.title, book.author, book.subject, book.language, issue_date())


def _by_page(annotations: Sequence[Annotation]) -> dict[int, list[Ref]]:
    pages: dict[int, list[Ref]] = {}
    for annotation in annotations:
        pages.setdefault(annotation.page, []).append(annotation.ref)
    return pages
