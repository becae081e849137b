"""pikepdf makes the canvas's pages and objects a whole file: catalog, metadata, colours, compression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from pikepdf import AccessMode, Object, ObjectStreamMode, Pdf

from booklet.pdf.canvas import Canvas
from booklet.pdf.metadata import Facts, information, xmp
from booklet.pdf.syntax import Ref, text_string

_SRGB: Final = Path(__file__).with_name("srgb.icc")


@dataclass(frozen=True, slots=True)
class Catalog:
    """What the file holds besides pages.

    Attributes:
        facts: what it says about itself.
        entries: further entries of the catalog in PDF syntax, without references.
        objects: further entries of the catalog that are objects of the canvas.
        structure: the structure tree; with it the file claims PDF/A-2a and PDF/UA-1.
    """

    facts: Facts
    entries: Mapping[str, str]
    objects: Mapping[str, Ref] = field(default_factory=dict)
    structure: Ref | None = None


def assemble(canvas: Canvas, catalog: Catalog) -> bytes:
    """Close a canvas, and complete and compress its file.

    The same input gives the same bytes: the file identifier is computed from the content.

    Args:
        canvas: its pages are final.
        catalog: what it lacks.
    """
    # Whatever can be said in PDF syntax is an object of the canvas already: making one in an open file has pikepdf look
    # through the whole of it.
    objects = {**catalog.objects, "/Metadata": _metadata(canvas, catalog)}
    if catalog.structure is not None:
        objects |= {"/StructTreeRoot": catalog.structure, "/OutputIntents": _output_intents(canvas)}
    info = canvas.add(_information(catalog.facts))
    # A file mapped into memory is read in half the time that qpdf takes to ask Python for bytes, piece by piece.
    with TemporaryFile() as file:
        file.write(canvas.close())
        file.flush()
        with Pdf.open(file, access_mode=AccessMode.mmap) as pdf:
            return _complete(pdf, catalog, objects, info)


def _complete(pdf: Pdf, catalog: Catalog, objects: Mapping[str, Ref], info: Ref) -> bytes:
    root = pdf.Root
    for key in ("/PageMode", "/Outlines"):  # reportlab's defaults are not ours
        if key in root:
            del root[key]
    for key, value in catalog.entries.items():
        root[key] = Object.parse(value.encode("ascii"))
    for key, ref in objects.items():
        root[key] = pdf.get_object(ref.number, 0)
    if catalog.structure is not None:
        root.MarkInfo = Object.parse(b"<</Marked true>>")
    if catalog.facts.language:
        root.Lang = catalog.facts.language
    pdf.trailer.Info = pdf.get_object(info.number, 0)
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


def _metadata(canvas: Canvas, catalog: Catalog) -> Ref:
    packet = xmp(catalog.facts, conforming=catalog.structure is not None)
    return canvas.add("<</Type/Metadata/Subtype/XML>>", packet)


def _output_intents(canvas: Canvas) -> Ref:
    """What the colours' numbers mean (ISO 19005-2, 6.2.3)."""
    profile = canvas.add("<</N 3>>", _SRGB.read_bytes())
    condition = "(sRGB IEC61966-2.1)"
    intent = canvas.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{condition}/Info{condition}"
        f"/DestOutputProfile {profile}>>"
    )
    return canvas.add(f"[{intent}]")


def _information(facts: Facts) -> str:
    """The document information, which replaces reportlab's: that has clock times."""
    return f"<<{''.join(f'{key}{text_string(value)}' for key, value in information(facts).items())}>>"
