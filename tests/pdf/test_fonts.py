from __future__ import annotations

import io

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from booklet.geometry import Size
from booklet.pdf.canvas import Canvas
from booklet.pdf.fonts import embed_face
from booklet.pdf.sfnt import read_metrics
from booklet.text.faces import Face


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


def test_read_metrics_of_a_font_without_truetype_outlines_is_refused(faces: dict[str, Face]) -> None:
    with pytest.raises(ValueError, match=r"^only fonts with TrueType outlines can be embedded$"):
        read_metrics(faces["serif"].data.replace(b"glyf", b"gly2"))


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
