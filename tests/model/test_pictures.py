from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from booklet.errors import BookletError
from booklet.model.pictures import LIMIT, find_picture


def refused(text: str, folder: Path, *, svg: bool = True) -> str:
    with pytest.raises(BookletError) as raised:
        find_picture(text, folder, svg=svg)
    return raised.value.faults[0].what


def png(width: int, height: int) -> bytes:
    """A PNG that states its size and holds no pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [header, b"IDAT" + zlib.compress(b""), b"IEND"]
    framed = [struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


@pytest.mark.parametrize("name", ["map.png", "map.jpg"])
def test_picture_found(name: str, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "red").save(tmp_path / name)
    assert find_picture(name, tmp_path, svg=False) == tmp_path / name


@pytest.mark.parametrize(
    "text",
    [
        "<svg/>",
        '\ufeff<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="x">',
        "<svg:svg xmlns:svg='x'/>",
    ],
)
def test_svg_found_only_where_it_will_do(text: str, tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text(text, "utf-8")
    assert find_picture("map.svg", tmp_path, svg=True) == tmp_path / "map.svg"
    assert refused("map.svg", tmp_path, svg=False) == (
        "'map.svg' is no picture that can be printed: expected a PNG or JPEG"
    )


@pytest.mark.parametrize("text", ["", "<html><svg/></html>", "<svgx/>", "<!-- <svg/> -->", "svg"])
def test_svg_that_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text(text)
    assert refused("map.svg", tmp_path) == "'map.svg' is no picture that can be printed: expected a PNG, JPEG or SVG"


@pytest.mark.parametrize("text", ["map.png", "https://example.org/map.png", "x" * 5000 + ".png"])
def test_picture_missing(text: str, tmp_path: Path) -> None:
    assert refused(text, tmp_path).startswith("there is no picture ")


@pytest.mark.parametrize("text", [".", "maps", ""])
def test_folder_is_no_picture(text: str, tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    assert refused(text, tmp_path) == f"'{text}' is no file"


def test_picture_outside_the_folder(tmp_path: Path) -> None:
    outside, folder = tmp_path / "map.png", tmp_path / "program"
    folder.mkdir()
    Image.new("RGB", (4, 3)).save(outside)
    (folder / "link.png").symlink_to(outside)
    (folder / "loop.png").symlink_to("loop.png")
    assert refused("../map.png", folder) == "the picture '../map.png' lies outside the program's folder"
    assert refused(str(outside), folder).endswith("lies outside the program's folder")
    assert refused("link.png", folder) == "the picture 'link.png' lies outside the program's folder"
    assert refused("loop.png", folder) == "there is no picture 'loop.png'"


def test_picture_too_large(tmp_path: Path) -> None:
    with (tmp_path / "map.png").open("wb") as stream:
        stream.truncate(LIMIT + 1024 * 1024)
    assert refused("map.png", tmp_path) == "the picture 'map.png' has 21 MB, more than 20"


@pytest.mark.parametrize("side", [8000, 12000, 60000])
def test_picture_with_too_many_pixels(side: int, tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(png(side, side))
    assert refused("map.png", tmp_path) == "the picture 'map.png' has more than 50 million pixels"


@pytest.mark.parametrize(("name", "kept"), [("map.png", 0.5), ("map.jpg", 0.7), ("map.gif", 1)])
def test_picture_broken_or_of_another_kind(name: str, kept: float, tmp_path: Path) -> None:
    path = tmp_path / name
    Image.effect_noise((200, 200), 60).save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    assert refused(name, tmp_path) == f"'{name}' is no picture that can be printed: expected a PNG, JPEG or SVG"
