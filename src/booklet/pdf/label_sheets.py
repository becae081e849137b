"""Sheets of labels become a PDF, one after the other: the memory that it takes does not grow with their number."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import BinaryIO, Final, Protocol

from booklet.geometry import Size
from booklet.layout.label_sheet import Template
from booklet.layout.marks import Mark
from booklet.pdf.content import Names, draw_label, face_names
from booklet.pdf.fonts import embed_face
from booklet.pdf.metadata import Facts, information, xmp
from booklet.pdf.pictures import embed_picture
from booklet.pdf.spool import Spool
from booklet.pdf.syntax import Ref, array, deflated, number, text_string
from booklet.press.labels import Cell, Duplex, SheetPlan
from booklet.text.faces import Face

_DUPLEX: Final[Mapping[Duplex, str]] = {
    "": "/Simplex",
    "long": "/DuplexFlipLongEdge",
    "short": "/DuplexFlipShortEdge",
}
"""What printers are asked for (ISO 32000-1, table 150)."""


class Labels(Protocol):
    """Sets one side of one badge."""

    def __call__(self, label: int, /, *, is_back: bool) -> Iterable[Mark]:
        """The marks of a badge, from the top left corner of its label."""
        ...


def write_label_sheets(
    file: BinaryIO,
    plans: Iterable[SheetPlan],
    template: Template,
    labels: Labels,
    faces: Mapping[str, Face],
    facts: Facts,
    *,
    duplex: Duplex = "",
    guides: tuple[Sequence[Mark], Sequence[Mark]] = ((), ()),
) -> int:
    """Write sheets of labels: fronts, and backs in turn with them if the sheets have some.

    Printers take no notice of structure, so the file has none. All fonts are embedded, with what is used of them and
    the text that it says. Viewers that heed it print the file without scaling, and turn sheets over as `duplex` says.
    What is the same on many labels, such as backs, is in the file once.

    Args:
        file: it is written from the first byte to the last.
        plans: the sheets; each is asked for when the one before has been written.
        template: the sheet's measures.
        labels: sets a badge. It is called once for each side of each badge, in the order of the sheets.
        faces: every face that glyph runs name; what is used of them is embedded at the end.
        facts: what the file says about itself.
        duplex: how printers are asked to turn sheets over.
        guides: what is printed on the front and on the back of every sheet, such as crop marks; no pictures.

    Returns:
        How many sheets there are. A file without sheets has an empty page, since a PDF must have one.
    """
    pages = _Pages(file, template, labels, faces, guides)
    sheets = 0
    two_sided = False
    for plan in plans:
        pages.add(plan.front, is_back=False)
        if plan.back:
            pages.add(plan.back, is_back=True)
            two_sided = True
        sheets += 1
    pages.close(facts, _DUPLEX[duplex if two_sided else ""], two_sided=two_sided)
    return sheets


class _Pages:
    """A file of sheets in the making."""

    def __init__(
        self,
        file: BinaryIO,
        template: Template,
        labels: Labels,
        faces: Mapping[str, Face],
        guides: tuple[Sequence[Mark], Sequence[Mark]],
    ) -> None:
        self._spool = Spool(file)
        self._template = template
        self._labels = labels
        self._faces = faces
        self._names = Names(face_names(faces))
        self._pictures: dict[str, Ref] = {}
        self._seen: set[bytes] = set()
        self._forms: dict[bytes, Ref] = {}
        self._tree = self._spool.reserve()
        self._fonts = self._spool.reserve()
        self._pages: list[Ref] = []
        drawn = [draw_label(marks, template.sheet.height, self._names) for marks in guides]
        self._guides = [str(side.code) for side in drawn]
        self._used = {face for side in drawn for face in side.faces}

    def add(self, cells: Sequence[Cell], *, is_back: bool) -> None:
        """Write a side of a sheet."""
        code: list[str] = []
        drawn: dict[str, Ref] = {}
        for cell in cells:
            if cell.label is not None:
                code.append(self._label(cell, drawn))
        self._names.pictures.clear()  # they are in the file; 50,000 photographs are not to be kept
        code.append(self._guides[is_back])
        content = self._spool.add("<</Filter/FlateDecode>>", deflated("\n".join(code)))
        self._page(self._template.sheet, content, drawn)

    def close(self, facts: Facts, duplex: str, *, two_sided: bool) -> None:
        """Write what is left when all pages are."""
        spool = self._spool
        if not self._pages:
            self._page(self._template.sheet, spool.add("<</Filter/FlateDecode>>", deflated("")), {})
        fonts = "".join(
            f"/{name} {embed_face(spool, self._faces[face])}"
            for face, name in self._names.faces.items()
            if face in self._used
        )
        spool.put(self._fonts, f"<<{fonts}>>")
        spool.put(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids{array(self._pages)}>>")
        metadata = spool.add("<</Type/Metadata/Subtype/XML>>", xmp(facts, conforming=False))
        labels = spool.add(_page_labels(len(self._pages), two_sided=two_sided))
        language = f"/Lang{text_string(facts.language)}" if facts.language else ""
        root = spool.add(
            f"<</Type/Catalog/Pages {self._tree}/Metadata {metadata}/PageLabels {labels}{language}"
            f"/PageLayout/SinglePage/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex{duplex}>>>>"
        )
        entries = "".join(f"{key}{text_string(value)}" for key, value in information(facts).items())
        spool.close(root, spool.add(f"<<{entries}>>"))

    def _label(self, cell: Cell, drawn: dict[str, Ref]) -> str:
        """The content of a label, at its place; `drawn` learns of the pictures and forms in it."""
        label, sheet = self._template.label, self._template.sheet
        marks = self._labels(cell.label or 0, is_back=cell.is_back)
        content = draw_label(marks, label.height, self._names)
        self._used.update(content.faces)
        pictures = self._embedded(content.pictures)
        code = self._shared(str(content.code), pictures, drawn)
        if cell.turned:
            place = f"-1 0 0 -1 {number(cell.x + label.width)} {number(sheet.height - cell.y)}"
        else:
            place = f"1 0 0 1 {number(cell.x)} {number(sheet.height - cell.y - label.height)}"
        return f"q {place} cm\n{code}\nQ" if code else ""

    def _shared(self, code: str, pictures: dict[str, Ref], drawn: dict[str, Ref]) -> str:
        """The code of a label, or of drawing it as a form if it has been there before."""
        digest = sha256(code.encode("ascii")).digest()[:16]
        if digest not in self._seen:
            self._seen.add(digest)
            drawn.update(pictures)
            return code
        if digest not in self._forms:
            size = self._template.label
            self._forms[digest] = self._spool.add(
                f"<</Type/XObject/Subtype/Form/BBox[0 0 {number(size.width)} {number(size.height)}]"
                f"{self._resources(pictures)}/Filter/FlateDecode>>",
                zlib.compress(code.encode("ascii")),
            )
        name = f"L{self._forms[digest].number}"
        drawn[name] = self._forms[digest]
        return f"/{name} Do"

    def _embedded(self, names: Iterable[str]) -> dict[str, Ref]:
        """The pictures of a label, embedded if they are new."""
        for data, name in self._names.pictures.items():
            if name not in self._pictures:
                self._pictures[name] = embed_picture(self._spool, data)
        return {name: self._pictures[name] for name in names}

    def _page(self, sheet: Size, content: Ref, drawn: Mapping[str, Ref]) -> None:
        box = array([0, 0, number(sheet.width), number(sheet.height)])
        self._pages.append(
            self._spool.add(
                f"<</Type/Page/Parent {self._tree}/MediaBox{box}{self._resources(drawn)}/Contents {content}>>"
            )
        )

    def _resources(self, drawn: Mapping[str, Ref]) -> str:
        inside = "".join(f"/{name} {ref}" for name, ref in drawn.items())
        return f"/Resources<</Font {self._fonts}{f'/XObject<<{inside}>>' if inside else ''}>>"


def _page_labels(pages: int, *, two_sided: bool) -> str:
    """The number tree that gives every page its sheet as label: 1, 2 or 1r, 1v, recto and verso.

    Source: ISO 32000-1, 12.4.2.
    """
    if not two_sided:
        return "<</Nums[0<</S/D>>]>>"
    entries = [f"{page} <</P({page // 2 + 1}{'rv'[page % 2]})>>" for page in range(pages)]
    return f"<</Nums[{' '.join(entries)}]>>"
