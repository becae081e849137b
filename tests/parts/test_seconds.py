"""Titles in a second language: where they stand, and which language they are marked to be in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from booklet.design.paper import PAPERS
from booklet.layout.elements import Element, walk
from booklet.layout.marks import GlyphRun
from booklet.make import SetBook, make_desk, set_book
from booklet.model.read import read_program
from booklet.parts.signs import set_signs
from tests.setting import lines_of

PROGRAM = """
event: {{title: Tagung über Töne, language: de, second_title: Meeting on Tones{second}}}
venue: {{name: Haus, room: Saal, rooms: {{Saal: , Kammer: }}}}
days:
  - date: 2026-03-12
    title: Erster Tag
    second_title: The "First" Day
    sessions:
      - {{time: "9:00-10:00", talk: Über Flöten, second_title: On "Flutes", speaker: A B, abstract: Flöten.}}
      - {{time: "10:00-10:30", break: Kaffee, second_title: Coffee}}
      - time: "10:30-12:00"
        poster: Poster
        second_title: Posters
        talks: [{{poster: Pfeifen, second_title: Whistles, board: P1, speaker: C D}}]
{parallel}
booklet: {{parts: [cover, contents, timetable, posters, abstracts]}}
"""

PARALLEL = """
      - {time: "13:00-14:00", talk: Links, second_title: On the Left, speaker: E F, room: Saal, abstract: L.}
      - {time: "13:00-14:00", talk: Rechts, second_title: On the Right, speaker: G H, room: Kammer, abstract: R.}
"""


def made(folder: Path, second: str = ", second_language: en", parallel: str = "", look: str = "") -> SetBook:
    text = PROGRAM.format(second=second, parallel=parallel)
    if look:
        text = text.replace("booklet: {", f"booklet: {{timetable: {look}, ")
    (folder / "program.yaml").write_text(text, encoding="utf-8")
    return set_book(folder / "program.yaml")


def languages(done: SetBook) -> Iterator[tuple[str, str]]:
    """Each text with the language of its element, where that is not the book's."""
    owners: dict[int, str] = {}

    def note(element: Element, language: str) -> None:
        language = element.language or language
        owners[id(element)] = language
        for child in element.children:
            note(child, language)

    note(done.book.root, "")
    for line in lines_of(done):
        if line.element is not None and owners[id(line.element)]:
            yield line.text.strip(), owners[id(line.element)]


def test_second_titles_stand_below_the_first_and_are_in_their_language(tmp_path: Path) -> None:
    found = list(languages(made(tmp_path)))

    assert found == [
        ("Meeting on Tones", "en"),
        ("The “First” Day", "en"),
        ("On “Flutes”", "en"),
        ("Coffee", "en"),
        ("Posters", "en"),
        ("Whistles", "en"),
        ("Whistles", "en"),
        ("On “Flutes”", "en"),
        ("Whistles", "en"),
    ]


def test_second_title_follows_its_first_in_the_timetable(tmp_path: Path) -> None:
    texts = [line.text.strip() for line in lines_of(made(tmp_path))]

    at = [at for at, text in enumerate(texts) if text == "On “Flutes”"]
    assert [texts[one - 1].split("\u2007")[-1] for one in at] == ["Über Flöten", "Über Flöten"]


@pytest.mark.parametrize("look", ["grid", "list"])
def test_second_titles_of_parallel_rooms_are_printed(tmp_path: Path, look: str) -> None:
    texts = [line.text.strip() for line in lines_of(made(tmp_path, parallel=PARALLEL, look=look))]

    assert [text for text in texts if text.startswith("On the")] == ["On the Left", "On the Right"] * 2


def test_contents_and_outline_have_first_titles_only(tmp_path: Path) -> None:
    done = made(tmp_path)

    assert [entry.title for entry in done.book.outline] == [
        "Umschlag",
        "Inhalt",
        "Zeitplan",
        "Donnerstag, 12. März 2026",
        "Poster",
        "Kurzfassungen",
        "A B: Über Flöten",
        "C D: Pfeifen",
    ]


def test_second_title_of_an_unknown_language_is_a_fault(tmp_path: Path) -> None:
    done = made(tmp_path, second="")

    [fault] = [fault for fault in done.faults if "which language" in fault.what]
    assert fault.what == "it is not said which language 'Meeting on Tones' is in"
    assert fault.hint == "add it to the event, as in 'second_language: en'"


def test_signs_have_second_titles(tmp_path: Path) -> None:
    made(tmp_path)

    signs = set_signs(make_desk(*read_program(tmp_path / "program.yaml")), PAPERS["a4"])

    marks = [mark for page in signs.pages for content in page.contents for mark in content.marks]
    texts = [mark.text.strip() for mark in marks if isinstance(mark, GlyphRun)]
    assert [text for text in texts if text in {"On “Flutes”", "Coffee", "Posters", "Whistles"}] == [
        "On “Flutes”",
        "Coffee",
        "Posters",
        "Whistles",
    ]


def test_every_element_of_a_language_is_a_leaf(tmp_path: Path) -> None:
    assert all(not element.children for element in walk(made(tmp_path).book.root) if element.language)
