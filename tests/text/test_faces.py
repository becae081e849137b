"""Faces: shaping, codes and what glyphs say."""

from __future__ import annotations

from booklet.design.theme import fonts_folder
from booklet.text.faces import SOFT_HYPHEN, Face


def serif() -> Face:
    return Face("serif", fonts_folder() / "source-serif-4" / "SourceSerif4-Regular.ttf")


def says(face: Face, operand: str) -> str:
    """What the codes of an operand mean, by the face's own table."""
    codes = face.codes
    out = ""
    for part in operand.split("<")[1:]:
        hexes = part.split(">")[0]
        out += "".join(codes[int(hexes[at : at + 4], 16)][1] for at in range(0, len(hexes), 4))
    return out


def test_shape_ligatures_say_their_letters() -> None:
    face = serif()
    shaped = face.shape("office")

    assert shaped.operand.count("<") == 1
    assert len(shaped.operand) < len("<>") + 4 * len("office")
    assert says(face, shaped.operand) == "office"


def test_shape_kerning_moves_letters_together() -> None:
    face = serif()

    assert face.shape("AV").advance < face.shape("A").advance + face.shape("V").advance


def test_shape_dividing_hyphen_has_a_code_of_its_own() -> None:
    face = serif()
    typed, dividing = face.shape("-").operand, face.shape("-", says=SOFT_HYPHEN).operand

    assert typed != dividing
    assert (says(face, typed), says(face, dividing)) == ("-", SOFT_HYPHEN)


def test_shape_accents_that_have_no_letter_of_their_own_say_everything() -> None:
    face = serif()

    assert says(face, face.shape("q\u0302x").operand) == "q\u0302x"


def test_shape_unknown_character_is_missing() -> None:
    assert serif().shape("a胡b").missing == "胡"


def test_shape_tracking_is_added_after_every_glyph() -> None:
    face = serif()

    assert face.shape("abc", tracking=50.0).advance == face.shape("abc").advance + 150.0


def test_shape_marks_off_the_baseline_are_one_glyph_with_their_letter() -> None:
    face = serif()
    shaped = face.shape("q\u0302x")

    assert "Ts" not in shaped.operand
    assert [text for _, text, _ in face.codes.values()] == ["x", "q\u0302"]
    assert shaped.advance == face.shape("qx").advance


def test_subset_is_small_and_keeps_glyph_numbers() -> None:
    face = serif()
    face.shape("Hamburgefonts")
    gids = {glyph for glyph, _, _ in face.codes.values() if isinstance(glyph, int)}

    program = face.subset(gids)

    assert len(program.data) < 30_000
    assert program.data[:4] in {b"\x00\x01\x00\x00", b"true"}
    assert program.numbers == {gid: gid for gid in gids}
