"""How the tests read a PDF: its text, links, outline and structure tree, from the file alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, cast

import pikepdf
import pypdfium2

_DASHES: Final = re.compile(r"([-‐–—/]) ")
_DIVIDED: Final = re.compile("(?:\u00ad|\ufffe|\x02)\\s*")
"""A soft hyphen; pdfium writes U+FFFE for one at a line's end, and leaves the line's end out."""


_ARTIFACT: Final = -1
"""Instead of an identifier, for what is marked as an artifact."""


def fluent(text: str) -> str:
    """A text as one line, with divided words put together and one plain space between words.

    A line may end after a dash or a slash with a space there and without, which a text without lines cannot tell
    apart: there spaces are left out.
    """
    return _DASHES.sub(r"\1", " ".join(_DIVIDED.sub("", text).split()))


class Box(NamedTuple):
    """A rectangle in a PDF's own coordinates: origin bottom left, y up, in points."""

    left: float
    bottom: float
    right: float
    top: float


def page_texts(data: bytes) -> list[str]:
    """What pdfium reads on each page."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def texts_in(data: bytes, page: int, boxes: Sequence[Box]) -> list[str]:
    """What pdfium reads within boxes of a page."""
    with pypdfium2.PdfDocument(data) as document:
        text = document[page].get_textpage()
        return [text.get_text_bounded(*box) for box in boxes]


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_size() for page in document]


def page_labels(data: bytes) -> list[str]:
    """The label of each page."""
    with pypdfium2.PdfDocument(data) as document:
        return [document.get_page_label(at) for at in range(len(document))]


def find_text(data: bytes, page: int, wanted: str) -> Box:
    """Where on a page a text begins: the box of its first character."""
    with pypdfium2.PdfDocument(data) as document:
        text = document[page].get_textpage()
        found = text.search(wanted).get_next()
        assert found, f"{wanted!r} is not on page {page}"
        return Box(*text.get_charbox(found[0]))


def page_artifacts(data: bytes) -> list[list[str]]:
    """The lines of text on each page that are artifacts: running heads, folios, thumb tabs."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [_marked_content(page).get(_ARTIFACT, []) for page in pdf.pages]


class Target(NamedTuple):
    """Where a link or a bookmark leads: a page by its index, and what is put at the window's top edge."""

    page: int
    top: float


class PageLink(NamedTuple):
    """A link: its page by index, its area, what it says, and its target or URI."""

    page: int
    area: Box
    says: str
    target: Target | str


class Bookmark(NamedTuple):
    """A line of the outline."""

    level: int
    title: str
    target: Target


def read_links(data: bytes) -> list[PageLink]:
    """Every link, page by page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        return [
            PageLink(at, Box(*map(float, note.Rect.as_list())), str(note.Contents), _target(note.A, numbers))
            for at, page in enumerate(pdf.pages)
            for note in cast("pikepdf.Array", page.get("/Annots", pikepdf.Array())).as_list()
        ]


def read_outline(data: bytes) -> list[Bookmark]:
    """The outline, from top to bottom."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        return list(_bookmarks(pdf.Root.Outlines, numbers, 0)) if "/Outlines" in pdf.Root else []


def _bookmarks(above: pikepdf.Object, numbers: Mapping[tuple[int, int], int], level: int) -> Iterator[Bookmark]:
    item = above.get("/First")
    while item is not None:
        yield Bookmark(level, str(item.Title), _place(item.Dest, numbers))
        yield from _bookmarks(item, numbers, level + 1)
        item = item.get("/Next")


def _target(action: pikepdf.Object, numbers: Mapping[tuple[int, int], int]) -> Target | str:
    return str(action.URI) if action.S == pikepdf.Name.URI else _place(action.D, numbers)


def _place(destination: pikepdf.Object, numbers: Mapping[tuple[int, int], int]) -> Target:
    page, kind, _, top, _ = destination.as_list()
    assert kind == pikepdf.Name.XYZ
    return Target(numbers[page.objgen], float(top))


@dataclass(eq=False)
class Tag:
    """A node of the structure tree: its role, what its own content says line by line, and the nodes below it.

    `page` is the index of the page that its content is on. `lines` hold what the glyphs say and nothing else.
    """

    role: str
    lines: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    page: int | None = None
    alt: str = ""

    def walk(self) -> Iterator[Tag]:
        """This node and all below it, in order."""
        yield self
        for tag in self.tags:
            yield from tag.walk()

    def text(self) -> str:
        """What it and all below it say, as a reader joins it."""
        return fluent("\n".join(line for tag in self.walk() for line in tag.lines))


def read_tags(data: bytes) -> Tag:
    """The structure tree, with the text that its content shows by the fonts' own ToUnicode maps."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        said = [_marked_content(page) for page in pdf.pages]
        return _tag(pdf.Root.StructTreeRoot.K[0], numbers, said)


def _tag(
    element: pikepdf.Object, numbers: Mapping[tuple[int, int], int], said: Sequence[Mapping[int, list[str]]]
) -> Tag:
    tag = Tag(str(element.S)[1:], alt=str(element.get("/Alt", "")))
    kids = element.get("/K", pikepdf.Array())
    for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            page, identifier = numbers[element.Pg.objgen], kid
        elif kid.get("/Type") == pikepdf.Name.MCR:
            page, identifier = numbers[kid.Pg.objgen], int(kid.MCID)
        elif kid.get("/Type") == pikepdf.Name.OBJR:
            continue
        else:
            tag.tags.append(_tag(kid, numbers, said))
            continue
        tag.page = page if tag.page is None else tag.page
        tag.lines += said[page][identifier]
    return tag


def _marked_content(page: pikepdf.Page) -> dict[int, list[str]]:
    """What each marked content of a page says, by its identifier; a line ends where the text position moves down."""
    fonts = cast("pikepdf.Dictionary", page.Resources.get("/Font", pikepdf.Dictionary()))
    maps = {name: _to_unicode(font) for name, font in fonts.items()}
    said: dict[int, list[str]] = {}
    lines: list[str] | None = None
    font, fresh = "", True
    for instruction in pikepdf.parse_content_stream(page):
        operands = cast("list[pikepdf.Object]", list(instruction.operands))
        match str(instruction.operator):
            case "BDC":
                lines = said.setdefault(int(operands[1].MCID), [])
                fresh = True
            case "BMC" if str(operands[0]) == "/Artifact":
                lines = said.setdefault(_ARTIFACT, [])
                fresh = True
            case "EMC":
                lines = None
            case "Tf":
                font = str(operands[0])
            case "BT":
                fresh = True
            case "Td" if lines is not None and (fresh or float(operands[1])):
                lines.append("")
                fresh = False
            case "TJ" if lines is not None:
                for piece in operands[0].as_list():
                    if isinstance(piece, pikepdf.String):
                        codes = bytes(piece)
                        lines[-1] += "".join(maps[font][codes[at : at + 2]] for at in range(0, len(codes), 2))
    return said


def _to_unicode(font: pikepdf.Object) -> dict[bytes, str]:
    pairs = re.findall(rb"^<(\w+)> <(\w+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
