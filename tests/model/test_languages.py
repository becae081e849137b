"""Language tags that nobody knows, and names of which no reading is known."""

from __future__ import annotations

import pytest

from booklet.model.check import check
from booklet.model.read import read_program_text

PROGRAM = """
event: {{title: T, language: {language}}}
days: [{{date: 2026-03-08, sessions: [{{talk: One, speaker: {speaker}, abstract: A., language: {other}}}]}}]
booklet: {{parts: [timetable, index]}}
"""


def found(language: str = "en", other: str = "de", speaker: str = "A B") -> list[tuple[str, str, int]]:
    text = PROGRAM.format(language=language, other=other, speaker=speaker)
    faults = check(*read_program_text(text, "program.yaml"))
    return [(fault.what, fault.hint, fault.where.line if fault.where else 0) for fault in faults]


@pytest.mark.parametrize("language", ["en-US", "fr-CA", "zh-Hans-CN", "es-419", "sr-Latn", "tlh", "haw", "de"])
def test_language_that_exists_is_no_fault(language: str) -> None:
    assert found(language) == []


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("jp", "did you mean 'ja'?"),
        ("en-UK", "did you mean 'en-GB'?"),
        ("eng", "did you mean 'en'?"),
        ("gr", "did you mean 'el'?"),
        ("zh-Hanx", "did you mean 'zh'?"),
        ("qq", "look it up among the language tags (BCP 47)"),
    ],
)
def test_language_that_does_not_exist_is_a_fault(language: str, hint: str) -> None:
    assert found(language) == [(f"there is no language with the tag '{language}'", hint, 2)]
    assert found(other=language) == [(f"there is no language with the tag '{language}'", hint, 3)]


def test_japanese_name_without_a_reading_is_a_fault() -> None:
    [fault] = found("ja", speaker="[朝倉 千尋, エマ・カートライト, 大槻 冴子（港南大学）]")

    assert fault[0] == "no reading is given of the name '朝倉 千尋' and 1 more, so that the index cannot sort it"
    assert found("zh", speaker="沈其渊") == []
