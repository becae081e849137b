"""Typographers' characters, by language."""

from __future__ import annotations

import doctest
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.text import hyphenation, typesetter, typography
from booklet.text.hyphenation import divisions
from booklet.text.typography import educate

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a new `boosted' posterior", "a new ‘boosted’ posterior"),
        ('reduced ("truncated") at', "reduced (“truncated”) at"),
        ("``Neural'' and “Collapse”", "“Neural” and “Collapse”"),
        ("a system's, I'll", "a system’s, I’ll"),
        ("the students' talks", "the students’ talks"),
        ("'quoted' here", "‘quoted’ here"),
        ("class of functions - but how", "class of functions—but how"),
        ("coupling--where", "coupling–where"),
        ("coupling---where", "coupling—where"),
        ("block coupling—where", "block coupling—where"),
        ("and so on ...", "and so on …"),
        ("the '90s", "the ’90s"),
        ("low-rank, -1, a--b", "low-rank, -1, a–b"),
        ("e\u0301cole", "école"),
    ],
)
def test_educate_english(typed: str, printed: str) -> None:
    assert educate(typed, "en-US") == printed


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("ja", '彼は"はい"と"いいえ"と', "彼は「はい」と「いいえ」と"),
        ("zh-CN", '他说"好"。', "他说“好”。"),
        ("he", 'ד"ר אמרה "כן"', "ד״ר אמרה ”כן”"),
        ("he", "פרופ' ח'ורי", "פרופ׳ ח׳ורי"),
        ("en", "ז'ורנל", "ז׳ורנל"),
    ],
)
def test_educate_scripts_without_capitals(language: str, typed: str, printed: str) -> None:
    assert educate(typed, language) == printed


def test_educate_spaced_dash_outside_america_stays_spaced() -> None:
    assert educate("functions - but", "en-GB") == f"functions{NBSP}– but"


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("de-DE", "Das „Wort“ hier"),
        ("de-CH", "Das «Wort» hier"),
        ("ar", "Das «Wort» hier"),
        ("he", "Das ”Wort” hier"),
        ("ja", "Das 「Wort」 hier"),
        ("zh-Hans", "Das “Wort” hier"),
        ("zh-TW", "Das 「Wort」 hier"),
        ("fr-FR", "Das «\u202fWort\u202f» hier"),
        ("pl-PL", "Das „Wort” hier"),
        ("xx", "Das “Wort” hier"),
    ],
)
def test_educate_quotes_of_a_language(language: str, printed: str) -> None:
    assert educate('Das "Wort" hier', language) == printed


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", "\"a 'b' c\"", "“a ‘b’ c”"),
        ("de", "\"a 'b' c\"", "„a ‚b‘ c“"),
        ("de-CH", "\"a 'b' c\"", "«a ‹b› c»"),
        ("fr", "\"a 'b' c\"", "«\u202fa “b” c\u202f»"),
        ("fr-CA", "\"a 'b' c\"", "«\u00a0a “b” c\u00a0»"),
        ("fr-CH", "\"a 'b' c\"", "«\u202fa ‹\u202fb\u202f› c\u202f»"),
        ("es", "\"a 'b' c\"", "«a “b” c»"),
        ("it", "\"a 'b' c\"", "«a “b” c»"),
        ("it-CH", "\"a 'b' c\"", "«a ‹b› c»"),
        ("pt-BR", "\"a 'b' c\"", "“a ‘b’ c”"),
        ("pt-PT", "\"a 'b' c\"", "«a “b” c»"),
        ("nl", "\"a 'b' c\"", "‘a “b” c’"),
        ("pl", "\"a 'b' c\"", "„a «b» c”"),
        ("ru", "\"a 'b' c\"", "«a „b“ c»"),
        ("zh", '这是"重要"的, "GPU"', "这是“重要”的, “GPU”"),
        ("zh-Hant-TW", '這是"重要"的', "這是「重要」的"),
        ("ja", 'これは"重要"です。', "これは「重要」です。"),
        ("ar", 'قال "مرحبا" هنا', "قال «مرحبا» هنا"),
        ("he", 'אמר "שלום" כאן', "אמר ”שלום” כאן"),
    ],
)
def test_educate_quotes_of_every_language(language: str, typed: str, printed: str) -> None:
    assert educate(typed, language) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('צה"ל ודו"חות', "צה״ל ודו״חות"),
        ("גב' כהן", "גב׳ כהן"),
        ('ב"הארץ" נכתב', "ב”הארץ” נכתב"),
    ],
)
def test_educate_hebrew_signs(typed: str, printed: str) -> None:
    assert educate(typed, "he") == printed


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("fr-FR", "Oui! Non ? Si; voilà: tout ?!", "Oui\u202f! Non\u202f? Si\u202f; voilà\u00a0: tout\u202f?!"),
        ("fr-FR", "à 10:30, https://a.org/b?c!d «a»", "à 10:30, https://a.org/b?c!d «\u202fa\u202f»"),
        ("fr-CA", "Oui ! Non; voilà : tout", "Oui! Non; voilà\u00a0: tout"),
        ("fr-CH", "Oui! voilà: tout", "Oui\u202f! voilà\u202f: tout"),
        ("fr", "l'\"amour\" d'été", "l’«\u202famour\u202f» d’été"),
        ("nl", "'s ochtends en 't \"huis\"", "’s ochtends en ’t ‘huis’"),
        ("en-US", "5'10\" by 3'-5', 7' tall, a 5\" disk", "5′10″ by 3′-5′, 7′ tall, a 5″ disk"),
        ("en-US", "48°51'30\" N, 2°21' E", "48°51′30″ N, 2°21′ E"),
        ("en-US", "the 5'-end and 3' UTR", "the 5′-end and 3′ UTR"),
        ("en-US", "\"in 1990\" and 'in 1990', the 1990's", "“in 1990” and ‘in 1990’, the 1990’s"),
        ("en-US", "the '90s, 7' tall", "the ’90s, 7′ tall"),
    ],
)
def test_educate_spaces_elisions_and_primes(language: str, typed: str, printed: str) -> None:
    assert educate(typed, language) == printed


LANGUAGES = ("en-US", "de", "de-CH", "fr", "fr-CA", "fr-CH", "es", "it", "pt", "nl", "pl", "zh", "ja", "ru", "ar", "he")


@given(st.text("ab1 \"'`-.:;!?«»אב重か°", max_size=40), st.sampled_from(LANGUAGES))
def test_educate_changes_only_quotes_dashes_and_spaces(text: str, language: str) -> None:
    once = educate(text, language)

    assert educate(once, language) == once
    assert [c for c in once if c.isalnum() or c in ":;!?"] == [c for c in text if c.isalnum() or c in ":;!?"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_educate_is_stable_and_loses_no_letter(text: str) -> None:
    once = educate(text, "en-US")

    assert educate(once, "en-US") == once
    assert [c for c in once if c.isalnum()] == [c for c in unicodedata.normalize("NFC", text) if c.isalnum()]


@pytest.mark.parametrize(
    ("word", "language", "offsets"),
    [
        ("concentration", "en-US", (3, 6, 9)),
        ("(concentration),", "en-US", (4, 7, 10)),
        ("into", "en-US", ()),
        ("ReLU", "en-US", ()),
        ("DNNs", "en-US", ()),
        ("low-dimensional", "en-US", ()),
        ("Silbentrennung", "de-DE", (3, 6, 10)),
        ("anything", "xx", ()),
        ("constitution", "fr-CA", (6, 8)),
        ("constitución", "es-MX", (4, 6, 8)),
        ("costituzione", "it-CH", (2, 5, 7)),
        ("constituição", "pt-PT", (4, 6, 9)),
        ("grondwettelijk", "nl", (5, 8, 10)),
        ("konstytucja", "pl", (3, 6, 8)),
        ("конституция", "ru", (3, 6, 8)),
        ("データベース", "ja", ()),
        ("数据库系统", "zh-Hant-TW", ()),
        ("الدستورالجديد", "ar", ()),
        ("שלוםשלום", "he", ()),
        ("concentration", "zxx", ()),
    ],
)
def test_divisions_of_a_word(word: str, language: str, offsets: tuple[int, ...]) -> None:
    assert divisions(word, language) == offsets


@pytest.mark.parametrize("module", [typography, typesetter, hyphenation])
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
