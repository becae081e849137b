"""Arbitrary Unicode in every field makes a booklet that has all of it, or faults that name what is wrong and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from booklet.editions import EDITIONS
from booklet.errors import BookletError
from booklet.make import set_book, write_edition
from tests.any_text import LANGUAGES, Scribbler, glyphs_not_there, lost, program, texts, write_program
from tests.reading import page_texts

NOT_PRINTED = ("language", "second_language", "date", "time", "capacity", "also", "sort_as", "map_caption", "words")
"""What is no text, or printed only where something else is: a map, an index."""

NOT_ON_A_GRID = ("note", "topic")
"""What is left out where there is little room, or few posters."""


@pytest.mark.parametrize("language", ["en", "ar", "he", "th"])
def test_any_text_that_fonts_have_is_printed(tmp_path: Path, language: str) -> None:
    content = program(Scribbler(LANGUAGES.index(language)).text, language)
    write_program(tmp_path / "program.yaml", content)
    done = set_book(tmp_path / "program.yaml")
    data = write_edition(done, EDITIONS["screen"])[0]

    assert glyphs_not_there(done) == []
    assert lost(done, texts(content, without=(*NOT_PRINTED, *NOT_ON_A_GRID))) == {}
    assert len(page_texts(data)) == len([page for page in done.book.pages if not page.filler])


@pytest.mark.parametrize("seed", range(3))
def test_any_text_makes_faults_with_places(tmp_path: Path, seed: int) -> None:
    content = program(Scribbler(seed, wild=True).text, LANGUAGES[2 * seed + 1])
    write_program(tmp_path / "program.yaml", content)

    with pytest.raises(BookletError) as caught:
        set_book(tmp_path / "program.yaml")

    fatal = [fault for fault in caught.value.faults if "does not fit" not in fault.what]
    assert [fault for fault in fatal if fault.where is None] == []
    assert any(re.search(r"no font has .* \(U\+[0-9A-F]{4,6}", fault.what) for fault in fatal)


@pytest.mark.parametrize("written", ["\\u0F40", "\\U00000F40", "\\u1112\\u1161", "{\\\\*}\\u0F40"])
def test_missing_character_has_its_place_however_it_is_written(tmp_path: Path, written: str) -> None:
    path = tmp_path / "program.yaml"
    text = (
        f'event: {{title: Opening}}\ndays:\n- date: 2026-01-01\n  sessions:\n  - {{time: 9:00, talk: "On {written}"}}\n'
    )
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BookletError) as caught:
        set_book(path)

    [fault] = [fault for fault in caught.value.faults if "no font has" in fault.what]
    assert str(fault.where) == f"{path}:5:24"


def test_space_between_lines_of_a_cell_is_of_the_face_of_their_last_run(tmp_path: Path) -> None:
    content = program(Scribbler(5).text, "ar")
    write_program(tmp_path / "program.yaml", content)

    assert glyphs_not_there(set_book(tmp_path / "program.yaml")) == []


def test_signs_of_east_asia_that_no_font_has_are_one_fault_with_their_package(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text(
        "event: {title: （あ，い：）}\ndays:\n- {date: 2026-01-01, sessions: [{talk: So}]}\n", encoding="utf-8"
    )

    with pytest.raises(BookletError) as caught:
        set_book(path)

    [fault] = [fault for fault in caught.value.faults if "U+FF08" in fault.what]
    assert "nor ，：）" in fault.what
    assert fault.hint.startswith("booklet fonts add japanese, ")
