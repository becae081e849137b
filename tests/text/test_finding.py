from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.design.concert import CONCERT
from booklet.errors import BookletError, Fault, Place
from booklet.layout.marks import Ink
from booklet.pdf.canvas import Canvas
from booklet.pdf.fonts import embed_face
from booklet.text.finding import Finder, font_paths
from booklet.text.font_files import read_fonts
from booklet.text.shelf import Shelf, lent_here
from booklet.text.styles import Style
from booklet.text.typesetter import Typesetter
from tests.tiny_fonts import HAN, make_font, write_collection

BLACK = Ink(0.0, 0.0, 0.0)
Names = Callable[..., list[str]]


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    folder = tmp_path / "fonts"
    folder.mkdir()
    for family, weight in (("Tiny Sans", 400), ("Tiny Sans", 700), ("Tiny Serif", 400), ("Tiny Serif", 700)):
        for region in ("JP", "SC"):
            name = f"{family} {region}"
            make_font("numbers", family=name, weight=weight).save(folder / f"{name} {weight}.otf")
    return folder


def family_and_weight(finder: Finder, style: str, cluster: str, language: str) -> str:
    found = finder.find(style, cluster, language, 480.0)
    assert found is not None
    (font,) = read_fonts(found.path)
    return f"{font.family} {font.weight}"


@pytest.mark.parametrize(
    ("style", "cluster", "language", "name"),
    [
        ("serif", "漢", "ja", "Tiny Serif JP 400"),
        ("serif-bold", "漢", "ja", "Tiny Serif JP 700"),
        ("serif-light", "漢", "zh-Hans", "Tiny Serif SC 400"),
        ("serif-italic", "漢", "zh-CN", "Tiny Serif SC 400"),
        ("sans", "漢", "en", "Tiny Sans SC 400"),
        ("sans-bold", "あ", "en", "Tiny Sans JP 700"),
    ],
)
def test_font_fits_region_kind_and_weight(style: str, cluster: str, language: str, name: str, fonts: Path) -> None:
    assert family_and_weight(Finder([fonts]), style, cluster, language) == name


def test_ideographs_are_taken_for_those_of_the_language_that_is_asked_for(fonts: Path) -> None:
    finder = Finder([fonts], language=lambda: "ja")

    assert family_and_weight(finder, "serif", "漢", "en") == "Tiny Serif JP 400"
    assert family_and_weight(finder, "serif", "漢", "zh") == "Tiny Serif SC 400"


def test_the_first_folder_goes_first(fonts: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    make_font("names", family="Own Sans", characters="漢").save(own / "own.otf")

    finder = Finder([own, fonts], own=1)

    assert family_and_weight(finder, "serif-bold", "漢", "ja") == "Own Sans 400"
    assert family_and_weight(finder, "serif-bold", "字", "ja") == "Tiny Serif JP 700"
    assert [found.own for one in "漢字" if (found := finder.find("serif", one, "ja", 480.0))] == [True, False]


def test_what_no_font_has_is_not_found(fonts: Path) -> None:
    assert Finder([fonts, fonts / "none"]).find("serif", "龍", "ja", 480.0) is None


def test_fonts_of_a_collection_are_told_apart(tmp_path: Path) -> None:
    regions = ("SC", "KR", "JP")
    write_collection(tmp_path / "all.ttc", [make_font("numbers", family=f"Tiny Sans {one}") for one in regions])

    found = Finder([tmp_path]).find("sans", "漢", "ja", 480.0)

    assert found is not None
    assert (found.number, found.family) == (2, "Tiny Sans JP")


def test_variable_font_is_set_in_the_weight_of_the_style(tmp_path: Path) -> None:
    make_font("variable").save(tmp_path / "font.ttf")
    finder = Finder([tmp_path])

    weights = [found.weight for style in ("serif", "serif-bold") if (found := finder.find(style, "漢", "ja", 480.0))]

    assert weights == [400, 600]


def test_letters_are_scaled_to_the_height_of_those_beside_them(tmp_path: Path) -> None:
    make_font("names", characters="ꦏx", family="Tiny Java").save(tmp_path / "java.otf")

    found = Finder([tmp_path]).find("serif", "ꦏ", "en", 180.0)

    assert found is not None
    assert found.scale == 0.9


def test_broken_files_are_named_and_do_no_harm(fonts: Path) -> None:
    broken = fonts / "A.ttf"
    broken.write_bytes(b"no font at all, but long enough")
    (fonts / "B.ttf").write_bytes(b"")
    finder = Finder([fonts])

    assert finder.find("serif", "漢", "ja", 480.0) is not None
    assert [(fault.where, fault.what) for fault in finder.faults] == [
        (Place(str(broken)), "the font file cannot be used: its tables are broken"),
        (Place(str(fonts / "B.ttf")), "the font file cannot be used: it is too short for a font"),
    ]


def test_font_whose_maker_forbids_embedding_is_named_and_not_used(tmp_path: Path) -> None:
    path = tmp_path / "font.otf"
    make_font("names", licence=2).save(path)
    finder = Finder([tmp_path])

    assert finder.find("serif", "漢", "ja", 480.0) is None
    what = "Tiny Han has '漢', but its maker does not allow that it is embedded"
    assert finder.faults == (Fault(what, Place(str(path)), "get another font: booklet fonts add"),)


@pytest.fixture(scope="module")
def whole() -> bytes:
    out = io.BytesIO()
    make_font("numbers").save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoilt")


@given(
    changes=st.lists(st.tuples(st.integers(0, 1900), st.binary(min_size=1, max_size=8)), max_size=6),
    length=st.integers(500, 3000),
)
def test_spoilt_fonts_are_embedded_or_named(
    changes: list[tuple[int, bytes]], length: int, whole: bytes, spoilt: Path
) -> None:
    data = bytearray(whole)
    for at, change in changes:
        data[at : at + len(change)] = change
    (spoilt / "font.otf").write_bytes(data[:length])
    finder = Finder([spoilt])

    found = finder.find("serif", "漢", "ja", 480.0)

    if found is not None:
        shelf = Shelf({"serif": CONCERT.shelf()._files["serif"]}, {"serif": ()}, Finder([spoilt]))
        face = shelf[str(shelf.lender("serif", "漢", "ja"))]
        face.shape("漢")
        with suppress(BookletError):
            embed_face(Canvas(), face)


def test_paths_are_in_order_whatever_their_folders(tmp_path: Path) -> None:
    for name in ("b/x.TTF", "a/z.otf", "c.ttc", "d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    assert [path.relative_to(tmp_path).as_posix() for path in font_paths(tmp_path)] == ["a/z.otf", "b/x.TTF", "c.ttc"]


def test_shelf_lends_what_is_found_and_says_so(fonts: Path) -> None:
    typesetter = Typesetter(CONCERT.shelf(Finder([fonts])), "ja")

    for text in HAN:
        typesetter.word(Style("serif", 10.0, BLACK), text)

    assert typesetter.missing == {}
    assert [found.family for found in typesetter.faces.found.values()] == ["Tiny Serif JP"]
    told = lent_here(typesetter.faces)
    assert told == ["Lent by fonts of this machine: Tiny Serif JP for 漢字学会議 (5 characters)"]


def test_shelf_does_not_search_for_what_it_has(fonts: Path) -> None:
    (fonts / "broken.ttf").write_bytes(b"broken")
    shelf = CONCERT.shelf(Finder([fonts]))

    assert shelf.lender("serif", "ש") == "frank-ruhl-libre"
    assert shelf.faults == ()


def test_own_fonts_are_asked_before_those_of_the_theme(tmp_path: Path) -> None:
    make_font("names", characters="ש", family="Own").save(tmp_path / "own.otf")
    shelf = CONCERT.shelf(None, Finder([tmp_path], own=1))

    assert shelf[str(shelf.lender("serif", "ש"))].path == tmp_path / "own.otf"
    assert lent_here(shelf) == []
