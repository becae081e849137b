"""Words, dates, times and numbers by locale."""

from __future__ import annotations

import datetime

import pytest

from booklet.model.words import read_words
from booklet.parts.wording import in_locale, wording

NBSP = "\u00a0"
FIGURE_SPACE = "\u2007"
DATE = datetime.date


@pytest.mark.parametrize(
    ("language", "start", "end", "printed"),
    [
        ("en-US", 540, 585, f"9:00–9:45{NBSP}am"),
        ("en-US", 660, 720, f"11:00{NBSP}am–12:00{NBSP}pm"),
        ("en-US", 510, 960, f"8:30{NBSP}am–4:00{NBSP}pm"),
        ("en-US", 480, 1260, f"8:00{NBSP}am–9:00{NBSP}pm"),
        ("en-US", 1380, 1500, f"11:00{NBSP}pm–1:00{NBSP}am"),
        ("en-US", 840, None, f"2:00{NBSP}pm"),
        ("en-US", 0, None, f"12:00{NBSP}am"),
        ("en-GB", 540, 585, "09:00–09:45"),
        ("de-DE", 870, 960, "14:30–16:00"),
        ("fr-FR", 1380, 1470, "23:00–00:30"),
        ("es", 540, 585, "9:00–9:45"),
        ("es-MX", 540, 585, f"9:00–9:45{NBSP}a.m."),
        ("he", 540, 870, "9:00–14:30"),
        ("ja", 540, 870, "9:00–14:30"),
        ("zh-Hans", 540, 870, "09:00–14:30"),
        ("zh-TW", 540, 870, "09:00–14:30"),
        ("ar", 540, 870, f"9:00{NBSP}ص–2:30{NBSP}م"),
        ("ar-EG", 540, 585, f"٩:٠٠–٩:٤٥{NBSP}ص"),
        ("ar-MA", 540, 870, "09:00–14:30"),
        ("xx-YY", 540, 585, "09:00–09:45"),
    ],
)
def test_span_of_a_locale(language: str, start: int, end: int | None, printed: str) -> None:
    assert wording(language).span(start, end) == printed


def test_span_without_a_start_says_nothing() -> None:
    assert wording("en-US").span(None, None) == ""


@pytest.mark.parametrize(
    ("language", "column"),
    [
        ("en-US", [f"{FIGURE_SPACE}9:00–9:45{NBSP}am", f"11:00–11:45{NBSP}am"]),
        ("ja", [f"{FIGURE_SPACE}9:00–9:45", "11:00–11:45"]),
        ("ar-EG", [f"{FIGURE_SPACE}٩:٠٠–٩:٤٥{NBSP}ص", f"١١:٠٠–١١:٤٥{NBSP}ص"]),
        ("de", ["09:00–09:45", "11:00–11:45"]),
    ],
)
def test_span_for_a_column_is_padded_to_two_digits(language: str, column: list[str]) -> None:
    assert [wording(language).span(start, start + 45, pad=True) for start in (540, 660)] == column


def dates(language: str, last: tuple[int, int, int], first: tuple[int, int, int] = (2025, 2, 20)) -> str:
    return wording(language).dates(DATE(*first), DATE(*last))


@pytest.mark.parametrize(
    ("language", "last", "printed"),
    [
        ("en-US", (2025, 2, 20), "February 20, 2025"),
        ("en-US", (2025, 2, 21), "February 20–21, 2025"),
        ("en-US", (2025, 3, 1), "February 20 – March 1, 2025"),
        ("en-US", (2026, 1, 1), "February 20, 2025 – January 1, 2026"),
        ("en-GB", (2025, 2, 21), "20–21 February 2025"),
        ("de-DE", (2025, 3, 1), "20. Februar – 1. März 2025"),
        ("de-DE", (2025, 2, 21), "20.–21. Februar 2025"),
        ("fr-FR", (2025, 2, 21), "20 et 21 février 2025"),
        ("fr-FR", (2025, 2, 22), "20–22 février 2025"),
        ("fr-FR", (2025, 3, 1), "20 février – 1er mars 2025"),
        ("es-ES", (2025, 2, 21), "20 y 21 de febrero de 2025"),
        ("es-ES", (2025, 2, 22), "20–22 de febrero de 2025"),
        ("it", (2025, 2, 21), "20 e 21 febbraio 2025"),
        ("pt", (2025, 2, 21), "20 e 21 de fevereiro de 2025"),
        ("pt-BR", (2025, 3, 1), "20 de fevereiro – 1º de março de 2025"),
        ("nl", (2025, 2, 21), "20 en 21 februari 2025"),
        ("pl", (2025, 2, 21), "20–21 lutego 2025"),
        ("ru-RU", (2025, 2, 21), "20–21 февраля 2025\u202fг."),
        ("zh-Hans", (2025, 2, 21), "2025年2月20日至21日"),
        ("zh-TW", (2025, 3, 1), "2025年2月20日至3月1日"),
        ("ja", (2025, 2, 21), "2025年2月20日・21日"),
        ("ja", (2025, 2, 23), "2025年2月20日～23日"),
        ("ja", (2025, 3, 1), "2025年2月20日～3月1日"),
        ("ja", (2026, 1, 1), "2025年2月20日～2026年1月1日"),
        ("ar", (2025, 2, 21), "20 و21 فبراير 2025"),
        ("ar-EG", (2025, 2, 23), "٢٠–٢٣ فبراير ٢٠٢٥"),
        ("he", (2025, 2, 21), "20–21 בפברואר 2025"),
        ("fi", (2025, 2, 21), "20–21 February 2025"),
    ],
)
def test_dates_of_a_locale(language: str, last: tuple[int, int, int], printed: str) -> None:
    assert dates(language, last) == printed


def test_dates_from_the_first_of_a_month_on() -> None:
    assert dates("fr", (2025, 3, 2), (2025, 3, 1)) == "1er et 2 mars 2025"
    assert dates("de", (2025, 3, 2), (2025, 3, 1)) == "1.–2. März 2025"
    assert dates("ja", (2025, 3, 2), (2025, 3, 1)) == "2025年3月1日・2日"


@pytest.mark.parametrize(
    ("language", "month", "printed"),
    [
        ("hu-HU", "február 20.", "2025. február 20.–21."),
        ("lt-LT", "vasario 20 d.", "2025 m. vasario 20–21 d."),
        ("lv-LV", "20. februāris", "2025. gada 20.–21. februāris"),
        ("ko", "2월 20일", "2025년 2월 20일–21일"),
    ],
)
def test_dates_of_locales_that_have_no_words_yet(language: str, month: str, printed: str) -> None:
    words = in_locale(language, read_words("en").phrases)

    assert words.day_and_month(DATE(2025, 2, 20)) == month
    assert words.dates(DATE(2025, 2, 20), DATE(2025, 2, 21)) == printed


@pytest.mark.parametrize(
    ("language", "head", "rest", "short"),
    [
        ("en-US", "Thursday", ", February 20", "Thu"),
        ("de", "Donnerstag", ", 20. Februar", "Do"),
        ("fr", "Jeudi", " 20 février", "Jeu"),
        ("ru", "Четверг", ", 20 февраля", "Чт"),
        ("zh-Hans", "2月20日", " 星期四", "周四"),
        ("ja", "2月20日", "（木）", "木"),
        ("ar-EG", "الخميس", "، ٢٠ فبراير", "الخميس"),
        ("he", "יום חמישי", ", 20 בפברואר", "יום ה׳"),
    ],
)
def test_weekday_and_day_stand_in_the_order_of_the_language(language: str, head: str, rest: str, short: str) -> None:
    words = wording(language)

    assert words.dated(DATE(2025, 2, 20)) == (head, rest)
    assert words.short_weekday(DATE(2025, 2, 20)) == short


def test_weekday_has_a_capital_where_it_begins_a_line() -> None:
    words = wording("it")

    assert (words.weekday(DATE(2025, 2, 20)), words.weekday(DATE(2025, 2, 20), inside=True)) == ("Giovedì", "giovedì")


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en-US", ["1 talk", "2 talks", "5 talks", "1,203 talks"]),
        ("pl", ["1 referat", "2 referaty", "5 referatów", f"1{NBSP}203 referaty"]),
        ("ru", ["1 доклад", "2 доклада", "5 докладов", f"1{NBSP}203 доклада"]),
        ("ja", ["1件の講演", "2件の講演", "5件の講演", "1,203件の講演"]),
        ("ar-EG", ["محاضرة واحدة (١)", "محاضرتان (٢)", "٥ محاضرات", "١٬٢٠٣ محاضرات"]),
        ("he", ["הרצאה אחת (1)", "שתי הרצאות (2)", "5 הרצאות", "1,203 הרצאות"]),
    ],
)
def test_phrase_with_a_number_has_the_form_for_it(language: str, printed: list[str]) -> None:
    assert [wording(language).word("talks_number", number=number) for number in (1, 2, 5, 1203)] == printed


@pytest.mark.parametrize(
    ("language", "joined", "labelled", "bracketed"),
    [
        ("en", "Hall, Library", "Chair: A", " (note)"),
        ("fr", "Hall, Library", f"Présidence{NBSP}: A", " (note)"),
        ("ja", "Hall、Library", "座長：A", "（note）"),
        ("zh", "Hall，Library", "主持人：A", "（note）"),
        ("ar", "Hall، Library", "رئاسة الجلسة: A", " (note)"),
    ],
)
def test_what_stands_between_words_is_of_the_language(
    language: str, joined: str, labelled: str, bracketed: str
) -> None:
    words = wording(language)

    assert words.joined(["Hall", "", "Library"]) == joined
    assert words.labelled(words.word("chair"), "A") == labelled
    assert words.gap + words.bracketed("note") == bracketed


def test_folios_have_the_digits_of_the_locale() -> None:
    assert [wording(language).folio(123) for language in ("en", "ar", "ar-EG", "he")] == ["123", "123", "١٢٣", "123"]


def test_words_of_british_english_differ() -> None:
    assert wording("en-US").word("glance") == "Program at a glance"
    assert wording("en-GB").word("glance") == "Programme at a glance"
    assert wording("en").word("glance") == "Program at a glance"
    assert wording("en-GB").word("contents") == "Contents"


def test_program_has_words_of_its_own() -> None:
    words = wording("de", {"index": "Wer spricht", "talks_number": "Vorträge: {number}"})

    assert words.word("index") == "Wer spricht"
    assert words.word("talks_number", number=3) == "Vorträge: 3"
    assert words.word("contents") == "Inhalt"
