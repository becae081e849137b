from __future__ import annotations

from pathlib import Path

import pytest

from booklet.design.concert import CONCERT
from booklet.layout.marks import Ink
from booklet.text.faces import Face
from booklet.text.operands import FACE_MARK, change_of_face, face_and_scale
from booklet.text.shelf import FaceFile, Shelf
from booklet.text.styles import Style
from booklet.text.typesetter import Typesetter

BLACK = Ink(0.0, 0.0, 0.0)


def test_nothing_is_opened_until_it_is_asked_for(tmp_path: Path) -> None:
    shelf = Shelf({"none": FaceFile(tmp_path / "none.ttf")})

    assert list(shelf) == ["none"]
    assert dict(shelf.opened) == {}


def test_latin_text_opens_its_own_face_only() -> None:
    typesetter = Typesetter(CONCERT.shelf(), "en")

    typesetter.width(Style("serif", 10.0, BLACK), "Zoë\u2002Müller, ‘Ναί’ — Łódź\u2011Ða\u202fx")

    assert list(typesetter.faces.opened) == ["serif"]


def test_looking_for_a_lender_does_not_count_as_opening_it() -> None:
    shelf = CONCERT.shelf()

    assert shelf.lender("serif", "ש") == "frank-ruhl-libre"
    assert list(shelf.opened) == []


@pytest.mark.parametrize(
    ("style", "cluster", "lender"),
    [
        ("serif", "ש", "frank-ruhl-libre"),
        ("serif-bold", "ש", "frank-ruhl-libre-bold"),
        ("serif-italic", "ש", "frank-ruhl-libre"),
        ("serif-light", "ש", "frank-ruhl-libre"),
        ("sans", "ש", "noto-sans-hebrew"),
        ("sans-bold", "ع", "noto-sans-arabic-bold"),
        ("serif", "ع", "noto-naskh-arabic"),
        ("serif-italic", "ἀ", "noto-serif-italic"),
        ("sans", "हि", "noto-sans"),
        ("serif-bold", "ক", "noto-sans-bengali-bold"),
        ("serif-bold", "ગ", "noto-sans-gujarati"),
        ("serif", "∀", "maths"),
        ("serif", "👩🏽‍🔬", "emoji"),
        ("serif", "漢", None),
    ],
)
def test_a_face_of_the_same_kind_lends(style: str, cluster: str, lender: str | None) -> None:
    assert CONCERT.shelf().lender(style, cluster) == lender


def test_a_letter_and_its_accent_come_from_one_face() -> None:
    shelf = CONCERT.shelf()

    assert not shelf["serif"].covers("ɔ̀")
    assert shelf.lender("serif", "ɔ̀") == "noto-serif"


def test_foreseen_texts_open_all_that_styles_name_and_what_lends() -> None:
    shelf = CONCERT.shelf()

    shelf.foresee(["Zoë", "שלום"])

    assert set(shelf.opened) == {
        *CONCERT.lenders,
        "frank-ruhl-libre",
        "frank-ruhl-libre-bold",
        "noto-sans-hebrew",
        "noto-sans-hebrew-bold",
    }


def test_every_file_of_the_theme_is_there_and_has_a_licence() -> None:
    shelf = CONCERT.shelf()

    for face in shelf.values():
        assert (face.path.parent / "OFL.txt").is_file()


def test_every_vendored_file_is_a_face_of_the_theme() -> None:
    fonts = {face.path for face in CONCERT.shelf().values()}
    folder = next(iter(fonts)).parent.parent

    assert set(folder.rglob("*.ttf")) == fonts


def test_scaled_face_advances_by_its_scale() -> None:
    file = CONCERT.shelf()["frank-ruhl-libre"].path
    whole, half = Face("whole", file), Face("half", file, scale=0.5)

    assert half.shape("שלום").advance == pytest.approx(whole.shape("שלום").advance / 2)
    assert half.shape("שלום").operand == whole.shape("שלום").operand
    assert half.shape("שלום", tracking=50).advance == pytest.approx(whole.shape("שלום").advance / 2 + 4 * 50)
    assert {at: edge / 2 for at, edge in whole.edges("שלום").items()} == pytest.approx(half.edges("שלום"))


def test_operand_tells_the_scale_of_a_lending_face() -> None:
    typesetter = Typesetter(CONCERT.shelf(), "en")

    word = typesetter.word(Style("serif", 10.0, BLACK), "aअa")

    told = word.operand.split(FACE_MARK)[1::2]
    assert [face_and_scale(one) for one in told] == [
        ("noto-serif-devanagari", CONCERT.scales["noto-serif-devanagari"]),
        ("serif", 1.0),
    ]
    lent = typesetter.faces["noto-serif-devanagari"].shape("अ").advance
    assert word.advance == pytest.approx((2 * typesetter.faces["serif"].shape("a").advance + lent) / 100)


def test_change_of_face_is_read_back() -> None:
    assert face_and_scale(change_of_face("a-b", 0.907).split(FACE_MARK)[1]) == ("a-b", 0.907)
    assert face_and_scale(change_of_face("a-b").split(FACE_MARK)[1]) == ("a-b", 1.0)


def test_unknown_face_is_an_error() -> None:
    with pytest.raises(KeyError):
        CONCERT.shelf()["none"]
