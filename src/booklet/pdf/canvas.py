"""reportlab's canvas, reduced to what a booklet needs of it: a document with pages, and objects in PDF syntax.

Everything that this package touches of reportlab, private parts included, is in this file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import accumulate
from typing import Final

from reportlab.pdfgen.canvas import Canvas as ReportlabCanvas

from booklet.geometry import Size
from booklet.pdf.syntax import Ref, array, deflated, number

_FONTS: Final = "BasicFonts"

_FIRST: Final = 16
"""The number of our first object. Those below are reportlab's: the catalog, the page tree, the fonts and the like; they
are six, whatever the document holds."""

_END: Final = re.compile(rb"/Root (\d+ 0 R).*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)


class Canvas:
    """A PDF file in the making.

    It has no more than pages and objects; `booklet.pdf.assemble` makes it whole. Objects keep their numbers, so that a
    `Ref` still holds when the file is opened again. reportlab writes what it knows of; our objects, hundreds of
    thousands in a large book, follow as a second section of the file (ISO 32000-1, 7.5.6), at a fraction of the cost of
    objects of its own.
    """

    def __init__(self) -> None:
        self._canvas = ReportlabCanvas(BytesIO(), pageCompression=0, invariant=1)
        self._document = self._canvas._doc
        self._fonts: dict[str, str] = self._document.idToObject[_FONTS].dict
        self._fonts.clear()
        self._tree = self._ref(self._document.Reference(self._document.Pages).name)
        self._bodies: list[bytes] = []
        self._pages: dict[Ref, str] = {}

    def reserve(self) -> Ref:
        """A reference to an object that `put` must fill before the canvas is closed."""
        self._bodies.append(b"null")
        return Ref(_FIRST + len(self._bodies) - 1)

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
        self._bodies[ref.number - _FIRST] = body

    def add(self, dictionary: str, stream: bytes | None = None) -> Ref:
        """Add an object; see `put`."""
        ref = self.reserve()
        self.put(ref, dictionary, stream)
        return ref

    def font(self, name: str, font: Ref) -> None:
        """Let the content of every page call a font by that name."""
        self._fonts[name] = str(font)

    def page(self, size: Size, code: str | bytes, images: Mapping[str, Ref]) -> Ref:
        """Append a page with that content stream, which may draw those images and forms by their names.

        Bytes are a stream that is deflated already.
        """
        contents = self.add("<</Filter/FlateDecode>>", deflated(code))
        box = array([0, 0, number(size.width), number(size.height)])
        ref = self.reserve()
        self._pages[ref] = (
            f"<</Type/Page/Parent {self._tree}/MediaBox{box}{self._resources(images)}/Contents {contents}"
        )
        self._document.Pages.addPage(str(ref))
        return ref

    def annotate(self, page: Ref, annotations: Sequence[Ref]) -> None:
        """Give a page its annotations, which are visited in the order of the structure (ISO 14289-1, 7.18.3)."""
        self._pages[page] += f"/Annots{array(annotations)}/Tabs/S"

    def tie(self, page: Ref, key: int) -> None:
        """Say under which key the structure's parent tree knows a page (ISO 32000-1, 14.7.4.4)."""
        self._pages[page] += f"/StructParents {key}"

    def form(self, size: Size, code: str | bytes, images: Mapping[str, Ref], *, bleed: float = 0.0) -> Ref:
        """Add a content stream as a form, which pages may draw as often as they like; see `page`.

        What lies up to `bleed` points outside of `size` is shown too.
        """
        corners = (-bleed, -bleed, size.width + bleed, size.height + bleed)
        box = f"/BBox[{' '.join(number(corner) for corner in corners)}]"
        resources = self._resources(images)
        return self.add(f"<</Type/XObject/Subtype/Form{box}{resources}/Filter/FlateDecode>>", deflated(code))

    def close(self) -> bytes:
        """The finished file. The canvas must not be used afterwards."""
        if not self._pages:
            self.page(Size(1.0, 1.0), deflated(""), {})
        for ref, dictionary in self._pages.items():
            self.put(ref, f"{dictionary}>>")
        head: bytes = self._canvas.getpdfdata()
        end = _END.search(head)
        assert end is not None, "reportlab ends a file as ISO 32000-1, 7.5.5 says"  # noqa: S101
        objects = [b"%d 0 obj\n%b\nendobj\n" % (at, body) for at, body in enumerate(self._bodies, _FIRST)]
        offsets = [*accumulate(map(len, objects), initial=len(head))]
        table = b"".join([b"%010d 00000 n \n" % offset for offset in offsets[:-1]])
        size = _FIRST + len(objects)
        tail = b"xref\n%d %d\n%btrailer\n<</Size %d/Root %b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (
            *(_FIRST, len(objects), table, size),
            *(end[1], end[2], offsets[-1]),
        )
        return b"".join([head, *objects, tail])

    def _resources(self, images: Mapping[str, Ref]) -> str:
        inside = "".join(f"/{key} {ref}" for key, ref in images.items())
        drawn = f"/XObject<<{inside}>>" if inside else ""
        return f"/Resources<</Font {self._ref(_FONTS)}{drawn}>>"

    def _ref(self, name: str) -> Ref:
        return Ref(self._document.idToObjectNumberAndVersion[name][0])
