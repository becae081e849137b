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
    ],
)
def test_divisions_of_a_word(word: str, language: str, offsets: tuple[int, ...]) -> None:
    assert divisions(word, language) == offsets


@pytest.mark.parametrize("module", [typography, typesetter, hyphenation])
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
