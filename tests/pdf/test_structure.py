from __future__ import annotations

import io
import re
from collections.abc import Mapping

import pikepdf
import pytest

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, Fill, Ink, Link
from booklet.layout.pages import Book, Content, Page
from booklet.pdf.write import write_book
from booklet.text.faces import Face

DOT = (Fill(10, 20, 30, 40, Ink(0, 0, 0)),)


def book_of(root: Element, *pages: tuple[Content, ...]) -> Book:
    made = tuple(Page(Size(100, 200), str(folio), contents) for folio, contents in enumerate(pages, 1))
    return Book(made, root, (), "Title", "", "", "en")


def texts_by_identifier(page: pikepdf.Page) -> Mapping[int, str]:
    """What each marked content of a page says, by the fonts' own ToUnicode maps."""
    maps = {name: to_unicode(font) for name, font in page.Resources.Font.items()}
    said: dict[int, str] = {}
    current: int | None = None
    font = ""
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC":
                current = int(operands[1].MCID)
                said[current] = ""
            case "EMC":
                current = None
            case "Tf":
                font = str(operands[0])
            case "TJ" if current is not None:
                for piece in operands[0].as_list():
                    if isinstance(piece, pikepdf.String):
                        codes = bytes(piece)
                        said[current] += "".join(maps[font][codes[at : at + 2]] for at in range(0, len(codes), 2))
    return said


def to_unicode(font: pikepdf.Object) -> dict[bytes, str]:
    pairs = re.findall(rb"^<(\w+)> <(\w+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def read_tree(pdf: pikepdf.Pdf) -> list[str]:
    """The structure tree in order, one line an element, with what its own content says."""
    pages = {page.obj.objgen: texts_by_identifier(page) for page in pdf.pages}
    lines: list[str] = []

    def walk(element: pikepdf.Object, depth: int) -> None:
        line = len(lines)
        lines.append("")
        said = ""
        kids = element.get("/K", pikepdf.Array())
        for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                said += pages[element.Pg.objgen][kid]
            elif kid.get("/Type") == pikepdf.Name.MCR:
                said += pages[kid.Pg.objgen][int(kid.MCID)]
            elif kid.get("/Type") == pikepdf.Name.OBJR:
                said += f"→{kid.Obj.Contents}"
            else:
                assert kid.P.objgen == element.objgen
                walk(kid, depth + 1)
        lines[line] = f"{'  ' * depth}{str(element.S)[1:]} {said}".rstrip()

    walk(pdf.Root.StructTreeRoot.K[0], 0)
    return lines


def test_write_book_structure_reads_back_as_it_was_put_in(book: Book, faces: dict[str, Face]) -> None:
    with pikepdf.open(io.BytesIO(write_book(book, faces))) as pdf:
        assert read_tree(pdf) == [
            "Document",
            "  Sect",
            "    H1 Mathematics (Élan)",
            "    P An office offers soufflésaffili\u00adation goes on",
            "  Sect",
            "    TOC",
            "      TOCI",
            "        Reference",
            "          Link Table→Table, page 1",
            "    L",
            "      LI",
            "        Lbl •",
            "        LBody",
            "          Link site→Site (örg)",
            "  Sect",
            "    Table",
            "      TR",
            "        TH Thursday",
            "      TR",
            "        TD",
            "          P 9:00",
            "        TD",
            "    Figure",
        ]


def test_write_book_parent_tree_leads_back_to_the_elements(book: Book, faces: dict[str, Face]) -> None:
    with pikepdf.open(io.BytesIO(write_book(book, faces))) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums.as_list()
        entries = dict(zip((int(key) for key in numbers[::2]), numbers[1::2], strict=True))

        by_page = [[str(element.S) for element in entries[int(page.StructParents)].as_list()] for page in pdf.pages]
        by_link = [str(entries[int(link.StructParent)].S) for page in pdf.pages for link in page.get("/Annots", [])]
    assert by_page == [["/H1", "/P"], ["/P", "/Link", "/Lbl", "/Link"], ["/TH", "/P", "/Figure"]]
    assert by_link == ["/Link", "/Link"]
    assert sorted(entries) == [0, 1, 2, 3, 4]


def test_write_book_structure_carries_attributes(book: Book, faces: dict[str, Face]) -> None:
    with pikepdf.open(io.BytesIO(write_book(book, faces))) as pdf:
        front, _, back = pdf.Root.StructTreeRoot.K[0].K.as_list()
        table, figure = back.K.as_list()
        head = table.K[0].K

        assert "/Lang" not in front
        assert str(back.Lang) == "de-DE"
        assert (str(head.A.Scope), int(head.A.ColSpan)) == ("/Column", 2)
        assert str(figure.Alt) == "A red square"
        assert [float(value) for value in figure.A.BBox] == [39.5, 292, 160, 412.5]


def test_write_book_content_twice_on_a_page_keeps_its_order() -> None:
    root = Element("Document")
    first, second = root.add("P"), root.add("P")
    contents = tuple(Content(element, DOT) for element in (first, second, first))

    with pikepdf.open(io.BytesIO(write_book(book_of(root, contents), {}))) as pdf:
        one, two = pdf.Root.StructTreeRoot.K[0].K.as_list()
        assert list(one.K) == [0, 2]
        assert two.K == 1


def test_write_book_leaves_out_elements_without_content() -> None:
    root = Element("Document")
    kept = root.add("Sect").add("P")
    root.add("Sect").add("Table").add("TR").add("TD")

    with pikepdf.open(io.BytesIO(write_book(book_of(root, (Content(kept, DOT),)), {}))) as pdf:
        assert read_tree(pdf) == ["Document", "  Sect", "    P"]


def test_write_book_without_tags_has_no_structure(book: Book, faces: dict[str, Face]) -> None:
    with pikepdf.open(io.BytesIO(write_book(book, faces, tagged=False))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/StructParents" not in pdf.pages[0]
        assert b"BDC" not in pdf.pages[0].Contents.read_bytes()
        assert len(pdf.pages[1].Annots) == 2


def test_write_book_content_of_a_stray_element_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^1 elements with content are not in the tree, such as a P$"):
        write_book(book_of(Element("Document"), (Content(Element("P"), DOT),)), {})


def test_write_book_content_of_an_element_with_children_is_refused() -> None:
    root = Element("Document")
    outer = root.add("P")
    inner = outer.add("Span")

    with pytest.raises(ValueError, match=r"^a P has both children and content of its own$"):
        write_book(book_of(root, (Content(outer, DOT), Content(inner, DOT))), {})


def test_write_book_link_may_have_children() -> None:
    root = Element("Document")
    link = root.add("P").add("Link")
    name = link.add("Span")
    contents = (Content(name, DOT), Content(link, (Link(0, 0, 1, 1, "#a", "there"), Anchor(0, 0, "a"))))

    with pikepdf.open(io.BytesIO(write_book(book_of(root, contents), {}))) as pdf:
        assert read_tree(pdf) == ["Document", "  P", "    Link →there", "      Span"]
