"""pikepdf makes the canvas's pages and objects a whole file: catalog, metadata, colours, compression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from pikepdf import AccessMode, Array, Dictionary, Name, Object, ObjectStreamMode, Pdf

from booklet.pdf.metadata import Facts, information, xmp
from booklet.pdf.syntax import Ref

_SRGB: Final = Path(__file__).with_name("srgb.icc")


@dataclass(frozen=True, slots=True)
class Catalog:
    """What the file holds besides pages.

    Attributes:
        facts: what it says about itself.
        entries: further entries of the catalog in PDF syntax, without references.
        objects: further entries of the catalog that are objects of the canvas.
        links: the annotations of pages, by the page's index.
        structure: the structure tree; with it the file claims PDF/A-2a and PDF/UA-1.
    """

    facts: Facts
    entries: Mapping[str, str]
    objects: Mapping[str, Ref] = field(default_factory=dict)
    links: Mapping[int, tuple[Ref, ...]] = field(default_factory=dict)
    structure: Ref | None = None


def assemble(data: bytes, catalog: Catalog) -> bytes:
    """Complete and compress a canvas's file.

    The same input gives the same bytes: the file identifier is computed from the content.

    Args:
        data: the closed canvas.
        catalog: what it lacks.
    """
    # A file mapped into memory is read in half the time that qpdf takes to ask Python for bytes, piece by piece.
    with TemporaryFile() as file:
        file.write(data)
        file.flush()
        with Pdf.open(file, access_mode=AccessMode.mmap) as pdf:
            return _complete(pdf, catalog)


def _complete(pdf: Pdf, catalog: Catalog) -> bytes:
    _drop_reportlabs(pdf)
    for key, value in catalog.entries.items():
        pdf.Root[key] = Object.parse(value.encode("ascii"))
    for key, ref in catalog.objects.items():
        pdf.Root[key] = pdf.get_object(ref.number, 0)
    for index, refs in catalog.links.items():
        page = pdf.pages[index].obj
        page.Annots = Array([pdf.get_object(ref.number, 0) for ref in refs])
        page.Tabs = Name.S
    if catalog.structure is not None:
        _claim_conformance(pdf, catalog.structure)
    _describe(pdf, catalog.facts, conforming=catalog.structure is not None)
    out = BytesIO()
    pdf.save(
        out,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
        fix_metadata_version=False,  # ours is right, and reading it back costs 10 ms
    )
    return out.getvalue()


def _drop_reportlabs(pdf: Pdf) -> None:
    """Remove what reportlab says of the document: clock times, and defaults that are not ours."""
    pdf.trailer.Info = pdf.make_indirect(Dictionary())
    for key in ("/PageMode", "/Outlines"):
        if key in pdf.Root:
            del pdf.Root[key]


def _claim_conformance(pdf: Pdf, structure: Ref) -> None:
    """Tie the structure to catalog and pages, and say what the colours' numbers mean (ISO 19005-2, 6.2.3 and 6.7)."""
    pdf.Root.StructTreeRoot = pdf.get_object(structure.number, 0)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for index, page in enumerate(pdf.pages):
        page.obj.StructParents = index
    profile = pdf.make_stream(_SRGB.read_bytes(), N=3)
    condition = "sRGB IEC61966-2.1"
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=condition,
        Info=condition,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _describe(pdf: Pdf, facts: Facts, *, conforming: bool) -> None:
    if facts.language:
        pdf.Root.Lang = facts.language
    for key, value in information(facts).items():
        pdf.trailer.Info[key] = value
    packet = xmp(facts, conforming=conforming)
    pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
