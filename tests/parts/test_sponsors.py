"""Sponsors by tier: logos equal for the eye, names where there are none, and everything that is said."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from booklet.layout.marks import Fill, GlyphRun, Link, Picture
from booklet.layout.marks import Path as Drawn
from booklet.make import SetBook, make_desk, set_book
from booklet.model.read import read_program
from booklet.parts.desk import Desk
from booklet.parts.logos import Logo, fit_logo
from tests.setting import lines_of

PROGRAM = """
event: {{title: Sponsored, language: en-GB}}
days: [{{date: 2026-03-03, sessions: [{{time: 9-10, talk: Title, speaker: Ada, abstract: Words.}}]}}]
sponsors: {sponsors}
booklet: {{parts: [sponsors], paper: a5}}
"""

DRAWINGS: Mapping[str, str] = {
    "wide.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 50"><rect width="400" height="50"/></svg>',
    "square.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><rect width="90" height="90"/></svg>',
    "padded.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300"><rect width="300" height="300" '
    'fill="#fff"/><rect x="100" y="120" width="60" height="60" fill="#b3401f"/></svg>',
    "white.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    '<rect width="9" height="9" fill="#fff"/></svg>',
}


def desk(folder: Path, sponsors: str = "{}") -> Desk:
    for name, drawing in DRAWINGS.items():
        (folder / name).write_text(drawing, encoding="utf-8")
    padded = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(padded).rectangle((100, 150, 299, 249), fill=(20, 60, 70))
    padded.save(folder / "padded.png")
    ghost = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    ImageDraw.Draw(ghost).rectangle((5, 5, 30, 30), fill="white")
    ghost.save(folder / "ghost.png")
    (folder / "program.yaml").write_text(PROGRAM.format(sponsors=sponsors), encoding="utf-8")
    return make_desk(*read_program(folder / "program.yaml"))


def made(folder: Path, sponsors: str) -> SetBook:
    desk(folder, sponsors)
    return set_book(folder / "program.yaml")


def fitted(folder: Path, name: str) -> Logo:
    logo = fit_logo(desk(folder), folder / name, area=900.0, width=80.0, height=40.0)
    assert logo is not None
    return logo


@pytest.mark.parametrize("name", ["square.svg", "padded.svg"])
def test_logos_cover_equal_areas(name: str, tmp_path: Path) -> None:
    logo = fitted(tmp_path, name)

    assert (round(logo.width, 6), round(logo.height, 6)) == (30.0, 30.0)


def test_a_long_logo_is_no_wider_than_its_column(tmp_path: Path) -> None:
    logo = fitted(tmp_path, "wide.svg")

    assert (round(logo.width, 6), round(logo.height, 6)) == (80.0, 10.0)


def test_white_margins_of_a_raster_logo_are_cut_off(tmp_path: Path) -> None:
    logo = fitted(tmp_path, "padded.png")

    [picture] = logo.marks
    assert isinstance(picture, Picture)
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.size == (200, 100)
        assert image.getpixel((0, 0)) == image.getpixel((199, 99)) == (20, 60, 70)
    assert (picture.x, picture.y) == (0.0, 0.0)
    assert picture.width / picture.height == pytest.approx(2.0)
    assert picture.width * picture.height == pytest.approx(900.0)


def test_white_margins_of_a_drawing_cover_nothing_beside_it(tmp_path: Path) -> None:
    logo = fitted(tmp_path, "padded.svg")

    clips = [mark.clip for mark in logo.marks if isinstance(mark, Drawn)]
    assert [[round(number, 6) for number in clip or ()] for clip in clips] == [[0.0, 0.0, 30.0, 30.0]] * 2


@pytest.mark.parametrize("name", ["white.svg", "ghost.png"])
def test_a_logo_that_nobody_would_see_is_reported_and_set_in_type(name: str, tmp_path: Path) -> None:
    done = made(tmp_path, f"{{Gold: [{{name: Ghost & Co, logo: {name}}}]}}")

    assert [(fault.what, fault.where and fault.where.line) for fault in done.faults] == [
        ("nothing of the logo of 'Ghost & Co' would be seen on white paper", 4)
    ]
    assert "Ghost & Co" in [line.text for line in lines_of(done)]


def test_names_fall_in_size_from_tier_to_tier(tmp_path: Path) -> None:
    done = made(tmp_path, "{Gold: One, Silver: [Two], Bronze: Three, Friends: [Four], More: Five}")

    sizes = {line.text: line.size for line in lines_of(done)}
    assert [sizes[name] for name in ("One", "Two", "Three", "Four", "Five")] == [14.0, 11.0, 9.4, 9.4, 9.4]
    assert [line.text for line in lines_of(done) if line.element and line.element.role == "H2"] == [
        "Gold", "Silver", "Bronze", "Friends", "More",
    ]  # fmt: skip


def test_websites_are_printed_and_lead_there(tmp_path: Path) -> None:
    sponsor = (
        '{name: Square, logo: square.svg, website: "https://www.example.org/", text: "See [us](https://a.example)"}'
    )
    done = made(tmp_path, f"{{Gold: [{sponsor}]}}")

    contents = [content for page in done.book.pages for content in page.contents]
    links = [
        (mark.target, round(mark.width)) for content in contents for mark in content.marks if isinstance(mark, Link)
    ]
    logo = [content for content in contents if content.element and content.element.role == "Figure"]
    assert "".join(line.text for line in lines_of(done) if line.element).endswith(
        "See us\u00a0(a.example)www.example.org"
    )
    assert {target for target, _ in links} == {"https://www.example.org/", "https://a.example"}
    assert links[0] == ("https://www.example.org/", 54)
    assert [content.element.alt for content in logo if content.element] == ["Square"]


def test_sponsors_stand_side_by_side_in_order(tmp_path: Path) -> None:
    done = made(tmp_path, "{Gold: [Aa, Bb, Cc], Silver: [Dd, Ee, Ff, Gg]}")

    names = [line for line in lines_of(done) if len(line.text) == 2]
    assert [line.text for line in names] == ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg"]
    rows = [[line.text for line in names if line.base == base] for base in dict.fromkeys(line.base for line in names)]
    assert rows == [["Aa", "Bb"], ["Cc"], ["Dd", "Ee", "Ff"], ["Gg"]]


def test_many_words_stand_beside_the_logo_and_run_on(tmp_path: Path) -> None:
    words = "many words " * 600
    done = made(tmp_path, f"{{Gold: [{{name: Aa, text: {words}}}, Bb]}}")

    said = " ".join(line.text for line in lines_of(done)).split()
    assert said.count("words") == 600
    assert len({line.page for line in lines_of(done)}) > 1
    assert done.faults == ()


def test_no_sponsors_no_part(tmp_path: Path) -> None:
    desk(tmp_path, "{Gold: []}")
    text = (
        (tmp_path / "program.yaml")
        .read_text(encoding="utf-8")
        .replace("parts: [sponsors]", "parts: [venue, sponsors, contents]")
    )
    (tmp_path / "program.yaml").write_text(text, encoding="utf-8")
    done = set_book(tmp_path / "program.yaml")

    runs = [
        mark.text
        for page in done.book.pages
        for content in page.contents
        for mark in content.marks
        if isinstance(mark, GlyphRun)
    ]
    assert [text for text in runs if "Sponsors" in text] == []
    assert not any(
        isinstance(mark, Fill) for page in done.book.pages for content in page.contents for mark in content.marks
    )
