"""Tags of languages that are well formed, but that nobody knows, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from booklet.model.problem import Problem
from booklet.model.program import Key, Program
from booklet.model.texts import quoted

_COUNTRIES: Final = {
    "br": "pt-BR", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "kr": "ko", "tw": "zh-TW", "ua": "uk",
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it", "jpn": "ja", "chi": "zh",
    "zho": "zh", "rus": "ru", "ara": "ar", "heb": "he", "por": "pt", "pol": "pl", "dut": "nl", "nld": "nl", "iw": "he",
}  # fmt: skip
"""Codes of countries and of other lists that people write for those of languages."""

_REGIONS: Final = {"UK": "GB", "EN": "GB", "SCO": "GB"}
"""Regions that people write for those of the list (ISO 3166)."""


def unknown_languages(program: Program) -> Iterator[Problem]:
    """The languages of the program and of its talks that do not exist, each once."""
    found: dict[str, Key] = {}
    event = program.event
    for tag, key in ((event.language, "language"), (event.second_language, "second_language")):
        if tag:
            found.setdefault(tag, (*event.at, key))
    for day in program.days:
        for entry in day.entries:
            if entry.language and entry.language not in found:
                found[entry.language] = (*entry.at, "language")
    for tag, at in found.items():
        wrong, meant = _misspelt(tag)
        if wrong:
            hint = f"did you mean {quoted(meant)}?" if meant else "look it up among the language tags (BCP 47)"
            yield Problem(at, f"there is no language with the tag {quoted(tag)}", hint)


def _misspelt(tag: str) -> tuple[bool, str]:
    """Whether a tag names nothing, and the tag that was probably meant, or ""."""
    from babel import Locale, localedata  # noqa: PLC0415 - start-up time

    first, *rest = tag.split("-")
    if localedata.exists("_".join([first, *rest])):
        return False, ""
    english = Locale("en")
    if first in _COUNTRIES:
        return True, _COUNTRIES[first]
    if first not in english.languages:
        from difflib import get_close_matches  # noqa: PLC0415 - only programs with a fault pay for it

        known = [code for code in localedata.locale_identifiers() if "_" not in code]
        return True, next(iter(get_close_matches(first, known, 1)), "") if len(first) > 2 else ""
    scripts = [part for part in rest if len(part) == 4 and part.isalpha() and part not in english.scripts]
    regions = [part for part in rest if len(part) == 2 and part not in english.territories]
    for part in (*scripts, *regions):
        other = _REGIONS.get(part, "")
        return True, "-".join([first, *[other if piece == part else piece for piece in rest if piece != part or other]])
    return False, ""
