"""Names in all scripts are printed right: glyph by glyph as HarfBuzz has them, and extracted as they were typed."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import uharfbuzz as hb

from booklet.design.concert import CONCERT
from booklet.editions import EDITIONS
from booklet.errors import BookletError
from booklet.layout.marks import Ink
from booklet.make import set_book, write_edition
from booklet.text.font_folders import VARIABLE
from booklet.text.operands import FACE_MARK, face_and_scale
from booklet.text.shelf import Shelf
from booklet.text.styles import Style
from booklet.text.typesetter import Typesetter
from tests.names import NAMES, is_vendored, write_names

TIMES = 4
"""How often a name is printed at least: in the timetable, over its abstract, and twice inside."""

_FORMATS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What poppler puts around text from right to left."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """The screen edition of the names that this machine has fonts for: all of them, or those that need no others."""
    folder = tmp_path_factory.mktemp("names")
    names = NAMES
    write_names(folder / "program.yaml", names)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.delenv(VARIABLE)
            done = set_book(folder / "program.yaml")
    except BookletError:
        names = tuple(filter(is_vendored, NAMES))
        write_names(folder / "program.yaml", names)
        done = set_book(folder / "program.yaml")
    path = folder / "names.pdf"
    path.write_bytes(write_edition(done, EDITIONS["screen"])[0])
    return path, names


def found(names: Iterable[str], text: str) -> dict[str, bool]:
    """Whether each name is in a text as often as it must be."""
    text = " ".join(unicodedata.normalize("NFC", _FORMATS.sub("", text)).split())
    return {name: text.count(unicodedata.normalize("NFC", name)) >= TIMES for name in names}


def test_names_are_forty() -> None:
    assert len(set(NAMES)) == 40


def test_names_of_east_asia_are_printed_where_there_are_fonts(book: tuple[Path, tuple[str, ...]]) -> None:
    if book[1] != NAMES:
        pytest.skip("no font for Chinese, Japanese and Korean on this machine: fonts-noto-cjk has them")

    assert sum(not is_vendored(name) for name in book[1]) == 4


def test_names_are_extracted_by_pdfium_as_typed(book: tuple[Path, tuple[str, ...]]) -> None:
    path, names = book
    pages = pdfium.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)

    assert found(names, text) == dict.fromkeys(names, True)


def test_names_are_extracted_by_poppler_as_typed(book: tuple[Path, tuple[str, ...]]) -> None:
    path, names = book
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed: poppler-utils has it")
    done = subprocess.run([program, "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True, timeout=60)

    assert found(names, done.stdout.decode()) == dict.fromkeys(names, True)


def test_names_conform(book: tuple[Path, tuple[str, ...]], verapdf: Callable[[Iterable[Path]], list[str]]) -> None:
    assert verapdf([book[0]]) == []


@pytest.mark.parametrize("style", ["serif", "serif-bold", "sans", "sans-bold", "sans-italic"])
@pytest.mark.parametrize("name", [name for name in NAMES if is_vendored(name)])
def test_words_of_names_have_the_glyphs_that_harfbuzz_gives(style: str, name: str) -> None:
    typesetter = Typesetter(CONCERT.shelf(), "en")
    for token in unicodedata.normalize("NFC", name).split():
        operand = typesetter.word(Style(style, 10.0, Ink(0, 0, 0)), token).operand
        [(face, glyphs)] = glyphs_of(typesetter.faces, style, operand)
        assert typesetter.missing == {}
        assert glyphs == shaped_by_harfbuzz(typesetter.faces[face].data, token)


def glyphs_of(shelf: Shelf, style: str, operand: str) -> Iterator[tuple[str, list[int]]]:
    """The faces of an operand, and the numbers of the glyphs that it shows in each, from left to right."""
    told = operand.split(FACE_MARK)
    faces = [style, *(face_and_scale(part)[0] for part in told[1::2])]
    for face, part in zip(faces, told[0::2], strict=True):
        codes = shelf[face].codes
        glyphs: list[int] = []
        for run in re.findall(r"<([0-9A-F]+)>", part):
            for at in range(0, len(run), 4):
                shown = codes[int(run[at : at + 4], 16)][0]
                glyphs += [shown] if isinstance(shown, int) else [gid for gid, _, _ in shown]
        if glyphs:
            yield face, glyphs


def shaped_by_harfbuzz(data: bytes, text: str) -> list[int]:
    """The glyphs of a text in a font, as HarfBuzz sets it when nobody tells it anything."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(data)), buffer)
    return [info.codepoint for info in buffer.glyph_infos]
