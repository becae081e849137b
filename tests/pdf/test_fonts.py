from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from typing import Final

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun, Ink
from booklet.layout.pages import Book, Content, Page
from booklet.pdf.canvas import Canvas
from booklet.pdf.fonts import embed_face
from booklet.pdf.sfnt import read_metrics
from booklet.pdf.write import write_book
from booklet.text.faces import Face
from tests.tiny_fonts import HAN, VOICED, Kind, make_font, write_collection

KINDS: Final[tuple[Kind, ...]] = ("names", "numbers", "truetype", "variable")


@pytest.fixture(scope="module")
def broken() -> bytes:
    """A whole font, to be broken."""
    out = io.BytesIO()
    make_font("names").save(out)
    return out.getvalue()


def face_of(kind: Kind, folder: Path) -> Face:
    make_font(kind).save(folder / "font.otf")
    return Face("tiny", folder / "font.otf")


def read_back(face: Face, text: str, folder: Path) -> str:
    """What a reader of PDFs takes out of a page that shows a text."""
    shaped = face.shape(text)
    root = Element("Document")
    run = GlyphRun(10, 50, "tiny", 10, Ink(0, 0, 0), shaped.operand, text, shaped.advance / 100)
    page = Page(Size(200, 100), "1", (Content(root.add("P"), (run,)),))
    file = folder / "read.pdf"
    file.write_bytes(write_book(Book((page,), root, (), "T", "A", "S", "ja"), {"tiny": face}))
    document = pypdfium2.PdfDocument(file)
    found = document[0].get_textpage().get_text_range()
    document.close()
    return str(found)


def embedded(face: Face) -> tuple[pikepdf.Pdf, pikepdf.Object]:
    canvas = Canvas()
    ref = embed_face(canvas, face)
    canvas.font("F0", ref)
    canvas.page(Size(10, 10), "", {})
    pdf = pikepdf.open(io.BytesIO(canvas.close()))
    return pdf, pdf.get_object(ref.number, 0)


def widths(descendant: pikepdf.Object) -> dict[int, float]:
    entries = list(descendant.W.as_list())
    return {
        int(first) + place: float(width)
        for first, run in zip(entries[::2], entries[1::2], strict=True)
        for place, width in enumerate(run.as_list())
    }


def test_read_metrics_agree_with_fonttools(faces: dict[str, Face]) -> None:
    for face in faces.values():
        font = TTFont(io.BytesIO(face.data))
        metrics = read_metrics(face.data)

        head = font["head"]
        unit = 1000 / head.unitsPerEm
        assert metrics.name == font["name"].getDebugName(6)
        assert metrics.box == tuple(value * unit for value in (head.xMin, head.yMin, head.xMax, head.yMax))
        assert metrics.italic_angle == font["post"].italicAngle
        assert metrics.weight == font["OS/2"].usWeightClass
        assert metrics.fixed_pitch == bool(font["post"].isFixedPitch)
        assert metrics.serif == (font["OS/2"].sFamilyClass >> 8 in {1, 2, 3, 4, 5, 7})


def test_read_metrics_of_a_font_without_outlines_is_refused(faces: dict[str, Face]) -> None:
    with pytest.raises(ValueError, match=r"^only fonts with TrueType or CFF outlines can be embedded$"):
        read_metrics(faces["serif"].data.replace(b"glyf", b"gly2"))


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [(0, True), (2, False), (4, True), (8, True), (0x0100, False), (0x0200, False), (0x0006, True)],
)
def test_read_metrics_heeds_the_licence(licence: int, allowed: bool, tmp_path: Path) -> None:
    make_font("names", licence=licence).save(tmp_path / "font.otf")

    assert read_metrics((tmp_path / "font.otf").read_bytes()).embeddable is allowed


@given(st.integers(0, 2000), st.binary(max_size=4))
def test_read_metrics_of_a_broken_font_is_refused_or_read(broken: bytes, at: int, bytes_: bytes) -> None:
    font = broken[:at] + bytes_ + broken[at + len(bytes_) :]
    for part in (font, font[:at]):
        with suppress(ValueError):
            read_metrics(part)


def test_read_metrics_of_a_font_in_a_collection(tmp_path: Path) -> None:
    path = tmp_path / "fonts.ttc"
    write_collection(path, [make_font("numbers"), make_font("numbers", family="Tiny Song", weight=700)])

    first, second = (read_metrics(path.read_bytes(), number) for number in (0, 1))

    assert (first.name, first.weight) == ("TinyHan-400", 400)
    assert (second.name, second.weight) == ("TinySong-700", 700)


def test_read_metrics_goes_without_tables_that_need_not_be_there(faces: dict[str, Face]) -> None:
    font = TTFont(io.BytesIO(faces["serif"].data))
    for table in ("OS/2", "post", "name"):
        del font[table]
    out = io.BytesIO()
    font.save(out)

    metrics = read_metrics(out.getvalue())

    assert (metrics.name, metrics.weight, metrics.embeddable) == ("Unnamed", 400, True)


@pytest.mark.parametrize("kind", KINDS)
def test_embed_face_with_any_outlines_is_read_back(kind: Kind, tmp_path: Path) -> None:
    text = HAN + HAN[0] + VOICED + "x"

    assert read_back(face_of(kind, tmp_path), text, tmp_path) == text


def test_embed_face_whose_glyphs_are_numbered_keeps_their_numbers(tmp_path: Path) -> None:
    face = face_of("numbers", tmp_path)
    face.shape(HAN[2])

    pdf, font = embedded(face)

    descendant = font.DescendantFonts[0]
    assert descendant.Subtype == pikepdf.Name.CIDFontType0
    assert widths(descendant) == {37 * 3: 1000.0}
    assert b"<0003> 111\n" in font.Encoding.read_bytes()
    assert len(descendant.FontDescriptor.FontFile3.read_bytes()) < 250
    pdf.close()


@pytest.mark.parametrize("kind", ["names", "numbers"])
def test_embed_face_draws_a_letter_and_its_mark_as_one_outline(kind: Kind, tmp_path: Path) -> None:
    face = face_of(kind, tmp_path)
    face.shape(VOICED)

    pdf, font = embedded(face)

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()), None)
    strings, names = fonts[0].CharStrings, fonts[0].charset
    whole, letter, mark = (RecordingPen() for _ in range(3))
    for pen, name in ((whole, names[3]), (letter, names[1]), (mark, names[2])):
        strings[name].draw(pen)
    shifted = RecordingPen()
    mark.replay(TransformPen(shifted, (1, 0, 0, 1, 900, 700)))
    assert whole.value == letter.value + shifted.value
    assert list(widths(font.DescendantFonts[0]).values()) == [2000.0]
    pdf.close()


def test_embed_face_pins_a_variable_font(tmp_path: Path) -> None:
    make_font("variable").save(tmp_path / "font.ttf")
    usual, bold = Face("usual", tmp_path / "font.ttf"), Face("bold", tmp_path / "font.ttf", weight=900)
    advances = []
    for face in (usual, bold):
        face.shape(HAN[0])
        pdf, font = embedded(face)
        file = TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
        assert "fvar" not in file
        advances.append((file["hmtx"][file.getGlyphOrder()[1]][0], *widths(font.DescendantFonts[0]).values()))
        pdf.close()

    assert advances == [(1000, 1000.0), (1100, 1100.0)]


def test_embed_face_of_a_maker_who_forbids_it_is_refused(tmp_path: Path) -> None:
    make_font("names", licence=2).save(tmp_path / "font.otf")
    face = Face("font", tmp_path / "font.otf")
    face.shape(HAN)

    with pytest.raises(ValueError, match=r"^the maker of TinyHan-400 does not allow that it is embedded$"):
        embed_face(Canvas(), face)


def test_embed_face_states_every_width(faces: dict[str, Face]) -> None:
    face = faces["serif"]
    face.shape("Waffles, soufflés")

    pdf, font = embedded(face)

    assert widths(font.DescendantFonts[0]) == {code: round(advance, 2) for code, (_, _, advance) in face.codes.items()}
    pdf.close()


def test_embed_face_with_a_code_a_glyph_needs_no_map(faces: dict[str, Face]) -> None:
    face = faces["serif"]
    face.shape("abc")

    pdf, font = embedded(face)

    assert font.DescendantFonts[0].CIDToGIDMap == pikepdf.Name.Identity
    pdf.close()


def test_embed_face_with_two_texts_for_a_glyph_maps_codes_to_glyphs(faces: dict[str, Face]) -> None:
    face = faces["serif"]
    face.shape("-")
    face.shape("-", says="\u00ad")

    pdf, font = embedded(face)

    table = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    for code, (gid, _, _) in face.codes.items():
        assert int.from_bytes(table[2 * code : 2 * code + 2], "big") == gid
    pdf.close()


def test_embed_face_holds_only_what_was_asked_of_it(faces: dict[str, Face]) -> None:
    face = faces["sans"]
    face.shape("ab")

    pdf, font = embedded(face)
    file = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    glyphs = TTFont(io.BytesIO(file))["glyf"]

    drawn = {name for name in glyphs.keys() if glyphs[name].numberOfContours}  # noqa: SIM118  # not a mapping
    asked = {glyphs.getGlyphName(gid) for gid, _, _ in face.codes.values()}
    assert drawn - {".notdef", "glyph00000"} == asked
    pdf.close()


def test_embed_face_of_an_italic_says_so(faces: dict[str, Face]) -> None:
    faces["italic"].shape("a")
    faces["serif"].shape("a")

    pdf, font = embedded(faces["italic"])
    other, upright = embedded(faces["serif"])

    descriptor, plain = (f.DescendantFonts[0].FontDescriptor for f in (font, upright))
    assert (int(descriptor.Flags) & 64, int(plain.Flags) & 64) == (64, 0)
    assert float(descriptor.ItalicAngle) < 0
    assert float(plain.ItalicAngle) == 0
    pdf.close()
    other.close()


def test_embed_face_tags_the_name_of_the_subset(faces: dict[str, Face]) -> None:
    names = []
    for text in ("a", "a", "b"):
        faces["serif"].shape(text)
        pdf, font = embedded(faces["serif"])
        names.append(str(font.BaseFont))
        pdf.close()

    assert names[0] == names[1] != names[2]
    assert [len(name.split("+")[0]) for name in names] == [7, 7, 7]
    assert names[0].endswith("+SourceSerif4-Regular")
