"""Programmes in Japanese, Chinese, Russian, Arabic and Hebrew make booklets that say what was written."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from booklet.editions import EDITIONS
from booklet.errors import BookletError
from booklet.layout.marks import GlyphRun
from booklet.make import SetBook, set_book, write_edition
from booklet.text.font_folders import VARIABLE

FOLDER = Path(__file__).parent / "fixtures" / "languages"
LANGUAGES = ["ja", "zh", "ru", "ar", "he"]
FROM_THE_RIGHT = {"ar", "he"}
NEVER_FIRST = frozenset("、。，．」』）】！？：；ー々ぁぃぅぇぉっゃゅょ…，。”’.,!?):;»")


@pytest.fixture(scope="module", params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> tuple[str, SetBook]:
    """Each programme, set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE)
        try:
            return request.param, set_book(FOLDER / request.param / "program.yaml")
        except BookletError as error:
            if request.param in {"ja", "zh"} and "no font" in str(error):
                pytest.skip("no font for Chinese and Japanese on this machine: fonts-noto-cjk has them")
            raise


@pytest.fixture(scope="module")
def pdf(book: tuple[str, SetBook]) -> bytes:
    return write_edition(book[1], EDITIONS["screen"])[0]


def bare(text: str) -> str:
    """A text without what layout changes: spaces, and the shape of quotes and dashes."""
    return re.sub(r"[\s\u200b\u00ad\u200f\"'“”‘’«»„‚׳״–—-]", "", unicodedata.normalize("NFC", text))


def test_programme_is_set_without_faults(book: tuple[str, SetBook]) -> None:
    assert [fault.what for fault in book[1].faults] == []


def test_titles_and_names_are_extracted_as_written(book: tuple[str, SetBook], pdf: bytes) -> None:
    text = bare(" ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf)))
    program = book[1].program
    entries = [entry for day in program.days for entry in day.entries]
    said = [entry.title for entry in entries] + [who.name for entry in entries for who in entry.speakers]

    # In a file that is read from the right, pdfium turns the words of another script round.
    asked = [one for one in said if not (book[0] in FROM_THE_RIGHT and re.search("[A-Za-z]", one))]
    assert len(asked) > 12
    assert [one for one in asked if bare(one) not in text] == []


def test_file_says_its_language_and_direction(book: tuple[str, SetBook], pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        language, direction = str(file.Root.Lang), file.Root.ViewerPreferences.get("/Direction", "/L2R")

        assert language.partition("-")[0] == book[0]
        assert direction == ("/R2L" if book[0] in FROM_THE_RIGHT else "/L2R")


def test_no_line_begins_with_what_never_begins_one(book: tuple[str, SetBook]) -> None:
    language, done = book
    lines: dict[tuple[int, int, float], list[GlyphRun]] = {}
    for number, page in enumerate(done.book.pages):
        for content in page.contents:
            for mark in content.marks:
                if isinstance(mark, GlyphRun) and content.element and content.element.role == "P" and mark.text.strip():
                    lines.setdefault((number, id(content.element), mark.y), []).append(mark)
    edge = {True: lambda run: -run.x - run.width, False: lambda run: run.x}[language in FROM_THE_RIGHT]
    firsts = [min(runs, key=edge).text.strip()[0] for runs in lines.values()]

    assert len(firsts) > 50
    assert [first for first in firsts if first in NEVER_FIRST] == []


def test_programme_conforms(
    book: tuple[str, SetBook], pdf: bytes, tmp_path: Path, verapdf: Callable[[Iterable[Path]], list[str]]
) -> None:
    path = tmp_path / f"{book[0]}.pdf"
    path.write_bytes(pdf)

    assert verapdf([path]) == []
