"""The files of words: complete, with the same things to fill in, in the forms that the language's numbers ask for."""

from __future__ import annotations

import pytest
from babel import Locale

from booklet.errors import BookletError
from booklet.model.read import read_program_text
from booklet.model.words import FOLDER, Phrase, has_words, placeholders, read_file, read_words

LANGUAGES = ["de", "fr", "es", "it", "pt", "nl", "pl", "zh", "zh-Hant", "ja", "ru", "ar", "he"]
OVERLAYS = ["en-GB", "pt-BR"]
ENGLISH = read_file("en")

SAME = {
    "de": {"posters", "host", "website", "kind_workshop", "kind_poster", "board", "name"},
    "fr": {"notes", "contact", "wifi", "and_others", "page_column", "page_link", "signature"},
    "es": {"kind_tutorial", "and_others"},
    "it": {"posters", "password", "kind_workshop", "kind_tutorial", "kind_poster", "board", "wifi", "and_others"},
    "pt": {"wifi", "and_others", "kind_tutorial"},
    "nl": {"posters", "website", "contact", "kind_lunch", "kind_poster", "kind_tutorial", "kind_workshop", "board"},
    "pl": {"wifi"},
    "ru": {"wifi"},
    "ja": {"wifi"},
}
"""What a language says just as English does."""

PUNCTUATION = {
    "comma", "semicolon", "dot", "colon", "brackets", "day_and_time", "weekday_and_date", "two_dates", "more_dates",
    "far_dates", "first_day", "short_page", "two_days", "more_days", "posters_number", "chair_page",
}  # fmt: skip

EXAMPLES = (0, 1, 2, 3, 5, 6, 11, 21, 22, 25, 100, 102, 111, 1000, 1_000_000)


def forms(phrase: Phrase) -> list[str]:
    return [phrase] if isinstance(phrase, str) else list(phrase.values())


def test_every_file_is_known_here() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.yaml")) == sorted(["en", *LANGUAGES, *OVERLAYS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_language_are_complete_and_in_the_order_of_english(language: str) -> None:
    assert list(read_file(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", OVERLAYS)
def test_words_of_a_region_are_known(language: str) -> None:
    assert set(read_file(language)) <= set(ENGLISH)


@pytest.mark.parametrize("language", [*LANGUAGES, *OVERLAYS])
def test_phrases_of_a_language_are_filled_in_as_english_ones_are(language: str) -> None:
    for key, phrase in read_file(language).items():
        expected = placeholders(forms(ENGLISH[key])[-1])
        if key == "weekday_and_date":
            expected = frozenset({"short" if language == "ja" else "weekday", "date"})
        assert [(key, placeholders(text)) for text in forms(phrase)] == [(key, expected)] * len(forms(phrase))
        assert isinstance(phrase, str) == isinstance(ENGLISH[key], str)


@pytest.mark.parametrize("language", ["en", *LANGUAGES, *OVERLAYS])
def test_phrases_have_a_form_for_each_kind_of_number_and_no_other(language: str) -> None:
    rule = Locale.parse(language, sep="-").plural_form
    for phrase in read_file(language).values():
        if not isinstance(phrase, str):
            assert set(phrase) == {*rule.tags, "other"}
            assert {rule(number) for number in EXAMPLES} <= set(phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_in_english(language: str) -> None:
    words = read_file(language)
    left = {key for key in ENGLISH if key not in PUNCTUATION and words[key] == ENGLISH[key]}

    assert left - SAME.get(language, set()) <= {"posters_number"}


@pytest.mark.parametrize("language", ["en", *LANGUAGES, *OVERLAYS])
def test_phrases_are_typographic(language: str) -> None:
    for phrase in read_file(language).values():
        for text in forms(phrase):
            assert not {"'", '"', "...", "  "} & {*text, *(sign for sign in ("...", "  ") if sign in text)}


@pytest.mark.parametrize(
    ("language", "contents", "spoken"),
    [
        ("en-US", "Contents", "en-US"),
        ("de-AT", "Inhalt", "de-AT"),
        ("pt", "Índice", "pt"),
        ("pt-BR", "Sumário", "pt-BR"),
        ("zh-Hans", "目录", "zh-Hans"),
        ("zh-CN", "目录", "zh-CN"),
        ("zh-TW", "目錄", "zh-TW"),
        ("zh-Hant-HK", "目錄", "zh-Hant-HK"),
        ("he-IL", "תוכן העניינים", "he-IL"),
        ("fi", "Contents", "en-GB"),
        ("qq-Zzzz", "Contents", "en-GB"),
    ],
)
def test_words_are_those_of_the_nearest_file(language: str, contents: str, spoken: str) -> None:
    words = read_words(language)

    assert (words.phrases["contents"], words.language) == (contents, spoken)
    assert has_words(language) == (spoken == language)


def test_british_words_are_those_of_all_other_english() -> None:
    glance = {tag: read_words(tag).phrases["glance"] for tag in ("en", "en-US", "en-GB", "en-IE", "en-AU")}

    assert glance == {
        "en": "Program at a glance",
        "en-US": "Program at a glance",
        **dict.fromkeys(("en-GB", "en-IE", "en-AU"), "Programme at a glance"),
    }


PROGRAM = """
event: {{title: Tagung, language: {language}}}
days: [{{date: 2026-03-08, sessions: [{{break: }}, {{lunch: }}, {{registration: }}, {{talk: One, speaker: A B}}]}}]
booklet: {{words: {{{words}}}}}
"""


def test_pause_without_a_title_is_called_as_the_language_calls_it() -> None:
    program, _ = read_program_text(PROGRAM.format(language="de", words="kind_lunch: Brotzeit"), "program.yaml")

    assert [entry.title for entry in program.days[0].sessions] == ["Pause", "Brotzeit", "Anmeldung", "One"]


@pytest.mark.parametrize(
    ("words", "what", "hint"),
    [
        ("indx: Who", "the booklet has no phrase 'indx'", "did you mean 'index'?"),
        ('map_of: "{place}"', "'{place}' cannot be filled in", "braces may hold {name} here"),
        ('map_of: "{name.x}"', "'{name.x}' cannot be filled in", "braces may hold {name} here"),
        ('map_of: "{name!r}"', "'{name!r}' cannot be filled in", "braces may hold {name} here"),
        ('map_of: "{"', "'{' cannot be filled in", "braces may hold {name} here"),
        (
            'index: "{name}"',
            "'{name}' cannot be filled in",
            "this phrase has nothing to fill in: leave braces out",
        ),
    ],
)
def test_words_of_a_program_that_cannot_be_used_are_refused(words: str, what: str, hint: str) -> None:
    with pytest.raises(BookletError) as error:
        read_program_text(PROGRAM.format(language="en", words=words), "program.yaml")

    [fault] = error.value.faults
    assert (fault.what, fault.hint, fault.where and fault.where.line) == (what, hint, 4)
