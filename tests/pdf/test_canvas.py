"""What `booklet.pdf.canvas` relies on in reportlab, private parts included: these fail if reportlab changes."""

from __future__ import annotations

import io

import pikepdf
from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas as ReportlabCanvas

from booklet.geometry import Size
from booklet.pdf.canvas import Canvas
from booklet.pdf.syntax import Ref


def test_reportlab_has_the_private_parts_that_canvas_touches() -> None:
    canvas = ReportlabCanvas(io.BytesIO(), pageCompression=0, invariant=1)
    holder = PDFObject()
    canvas._doc.Reference(holder)

    assert isinstance(canvas._preamble, str)
    assert canvas._code == []
    assert canvas._pagesize
    assert isinstance(canvas._doc.idToObject["BasicFonts"].dict, dict)
    assert canvas._doc.thisPageName() == "Page1"
    assert canvas._doc.numberToId[canvas._doc.idToObjectNumberAndVersion[holder.__InternalName__][0]] == (
        holder.__InternalName__
    )


def test_canvas_page_holds_our_content_and_nothing_else() -> None:
    canvas = Canvas()
    canvas.page(Size(300.5, 200), "0 0 1 1 re f", {})

    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        (page,) = pdf.pages
        assert page.Contents.read_bytes().strip() == b"0 0 1 1 re f"
        assert [float(value) for value in page.MediaBox] == [0, 0, 300.5, 200]
        assert dict(page.Resources.Font) == {}
        assert "/Trans" not in page


def test_canvas_page_without_content_is_empty() -> None:
    canvas = Canvas()
    canvas.page(Size(300.5, 200), "", {})

    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        assert pdf.pages[0].Contents.read_bytes().strip() == b""


def test_canvas_objects_keep_their_numbers() -> None:
    canvas = Canvas()
    later = canvas.reserve()
    stream = canvas.add("<</Kind/Test>>", b"\x00bytes\xff")
    canvas.put(later, f"<</Other {stream}>>")
    page = canvas.page(Size(10, 10), "", {"I0": stream})

    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        assert pdf.get_object(later.number, 0).Other.read_bytes() == b"\x00bytes\xff"
        assert pdf.get_object(page.number, 0).Resources.XObject.I0.Kind == pikepdf.Name.Test


def test_canvas_pages_and_forms_share_the_fonts() -> None:
    canvas = Canvas()
    form = canvas.form(Size(10, 20), "BT ET", {})
    canvas.font("F0", canvas.add("<</Type/Font>>"))
    canvas.page(Size(10, 20), "/P0 Do", {"P0": form})

    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        drawn = pdf.pages[0].Resources.XObject.P0
        assert list(drawn.Resources.Font) == ["/F0"]
        assert list(pdf.pages[0].Resources.Font) == ["/F0"]
        assert list(drawn.BBox) == [0, 0, 10, 20]


def test_canvas_without_drawing_keeps_an_empty_page() -> None:
    canvas = Canvas()

    assert isinstance(canvas.page(Size(10, 10), "", {}), Ref)
    with pikepdf.open(io.BytesIO(canvas.close())) as pdf:
        assert len(pdf.pages) == 1
