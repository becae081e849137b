"""Whole booklets in other languages: words, folios, labels and outline; and what is said where words are lacking."""

from __future__ import annotations

from pathlib import Path

import pytest

from booklet.make import SetBook, make_desk, set_book, untranslated
from booklet.model.read import read_program
from tests.setting import lines_of

FIXTURES = Path(__file__).parent / "fixtures" / "languages"

PROGRAM = """
event: {{title: T, language: {language}}}
days: [{{date: 2026-03-08, sessions: [{{time: "9:00-9:30", talk: One, speaker: A B, abstract: A.}}]}}]
"""


def made(folder: Path, language: str) -> SetBook:
    (folder / "program.yaml").write_text(PROGRAM.format(language=language), encoding="utf-8")
    return set_book(folder / "program.yaml")


def test_russian_booklet_is_russian_throughout() -> None:
    done = set_book(FIXTURES / "ru" / "program.yaml")

    assert done.faults == ()
    outline = [entry.title for entry in done.book.outline if entry.level == 0]
    assert outline == [
        "Обложка",
        "Главное",
        "Содержание",
        "Программа кратко",
        "Расписание",
        "Тезисы докладов",
        "Указатель докладчиков и соавторов",
        "Место проведения",
        "Задняя сторона обложки",
    ]
    assert done.book.language == "ru"
    texts = [line.text.strip() for line in lines_of(done)]
    assert "21–22 мая 2026\u202fг." in texts
    assert "Четверг, 21 мая · Измерять" in texts


@pytest.mark.parametrize("language", ["ja", "zh", "ar", "he"])
def test_programs_in_other_scripts_are_read_without_faults(language: str) -> None:
    program, source = read_program(FIXTURES / language / "program.yaml")

    assert list(untranslated(make_desk(program, source))) == []


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pl", "pt", "pt-BR", "ru"])
def test_booklet_holds_no_english(tmp_path: Path, language: str) -> None:
    done = made(tmp_path, language)

    texts = {line.text.strip() for line in lines_of(done)}
    assert not {"Contents", "Timetable", "Abstracts", "Speakers", "Essentials", "When", "Program"} & texts
    assert done.faults == ()


def test_booklet_in_a_language_without_words_says_so(tmp_path: Path) -> None:
    done = made(tmp_path, "fi")

    [fault] = done.faults
    assert fault.what == "the booklet has no words of its own in Finnish (fi): headings and dates are in English"
    assert fault.hint == "translate src/booklet/words/en.yaml, a list of phrases, into fi.yaml beside it"
    assert "8 March 2026" in {line.text.strip() for line in lines_of(done)}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Set in Source Serif and Source Sans"),
        ("ru", "Набрано гарнитурами Source Serif и Source Sans"),
        ("he", "סודר בגופנים Frank Ruhl Libre Noto Sans Hebrew"),
    ],
)
def test_colophon_names_the_faces_of_the_language(tmp_path: Path, language: str, said: str) -> None:
    done = made(tmp_path, language)

    colophon = [line.runs for line in lines_of(done) if line.page == len(done.book.pages) - 1][-1]
    words = {word.removeprefix("ו-") for run in colophon for word in run.text.split()}
    assert words >= set(said.split())


def test_words_of_the_program_are_printed(tmp_path: Path) -> None:
    text = PROGRAM.format(language="en") + "booklet: {words: {timetable: When it all happens}}\n"
    (tmp_path / "program.yaml").write_text(text, encoding="utf-8")

    texts = [line.text.strip() for line in lines_of(set_book(tmp_path / "program.yaml"))]
    assert [text for text in texts if text.startswith("When it all")] == ["When it all happens 5"]
