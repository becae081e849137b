"""reportlab's canvas, reduced to what a booklet needs of it: whole content streams, and objects in PDF syntax.

Everything that this package touches of reportlab, private parts included, is in this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject
from reportlab.pdfgen.canvas import Canvas as ReportlabCanvas

from booklet.geometry import Size
from booklet.pdf.syntax import Ref, number

_FONTS = "BasicFonts"


class Canvas:
    """A PDF file in the making.

    It is uncompressed and has no more than pages and objects; `booklet.pdf.assemble` makes it whole. Objects keep their
    numbers, so that a `Ref` still holds when the file is opened again.
    """

    def __init__(self) -> None:
        self._canvas = ReportlabCanvas(BytesIO(), pageCompression=0, invariant=1)
        self._canvas._preamble = ""  # it would set Helvetica, which is not embedded
        self._document = self._canvas._doc
        self._fonts: dict[str, str] = self._document.idToObject[_FONTS].dict
        self._fonts.clear()

    def reserve(self) -> Ref:
        """A reference to an object that `put` must fill before the canvas is closed."""
        holder = _Object()
        self._document.Reference(holder)
        return self._ref(holder.__InternalName__)

    def put(self, ref: Ref, dictionary: str, stream: bytes | None = None) -> None:
        """Fill a reserved object.

        Args:
            ref: the object.
            dictionary: the object in PDF syntax; for a stream its dictionary, without /Length.
            stream: the stream's bytes, encoded as /Filter of the dictionary says.
        """
        body = dictionary.encode("ascii")
        if stream is not None:
            inner = body.removeprefix(b"<<").removesuffix(b">>")
            body = b"<<%b/Length %d>>\nstream\n%b\nendstream" % (inner, len(stream), stream)
        self._document.idToObject[self._document.numberToId[ref.number]].body = body

    def add(self, dictionary: str, stream: bytes | None = None) -> Ref:
        """Add an object; see `put`."""
        ref = self.reserve()
        self.put(ref, dictionary, stream)
        return ref

    def font(self, name: str, font: Ref) -> None:
        """Let the content of every page call a font by that name."""
        self._fonts[name] = str(font)

    def page(self, size: Size, code: str, images: Mapping[str, Ref]) -> Ref:
        """Append a page with that content stream, which may draw those images and forms by their names."""
        canvas = self._canvas
        name = self._document.thisPageName()
        canvas._pagesize = size
        canvas.showPage()
        page = self._document.idToObject[name]
        # Bytes, else reportlab encodes it by a far slower codec; and never none, or it draws a box on the empty page.
        page.stream = code.encode("ascii") or b" "
        page.Trans = None  # PDF/A forbids it
        page.XObjects = PDFDictionary({key: str(ref) for key, ref in images.items()}) if images else None
        return self._ref(name)

    def form(self, size: Size, code: str, images: Mapping[str, Ref], *, bleed: float = 0.0) -> Ref:
        """Add a content stream as a form, which pages may draw as often as they like; see `page`.

        What lies up to `bleed` points outside of `size` is shown too.
        """
        inside = "".join(f"/{key} {ref}" for key, ref in images.items())
        corners = (-bleed, -bleed, size.width + bleed, size.height + bleed)
        box = f"/BBox[{' '.join(number(corner) for corner in corners)}]"
        resources = f"/Resources<</Font {self._ref(_FONTS)}/XObject<<{inside}>>>>"
        return self.add(f"<</Type/XObject/Subtype/Form{box}{resources}>>", code.encode("ascii"))

    def close(self) -> bytes:
        """The finished file. The canvas must not be used afterwards."""
        self._canvas._code = []
        data: bytes = self._canvas.getpdfdata()
        return data

    def _ref(self, name: str) -> Ref:
        return Ref(self._document.idToObjectNumberAndVersion[name][0])


class _Object(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """An object that is PDF syntax already."""

    __RefOnly__ = 1
    body = b"null"

    def format(self, document: object) -> bytes:  # noqa: ARG002  # reportlab's signature
        return self.body
