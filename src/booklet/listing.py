"""What `booklet fonts list` says: for each script, the fonts that come with the booklet, were added, or are here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from booklet.design.theme import fonts_folder
from booklet.text.finding import font_paths
from booklet.text.font_files import FontFacts, read_fonts
from booklet.text.font_folders import added_folder, font_folders
from booklet.text.font_packages import package_for

SCRIPTS: Final = {
    "Latin": "aß", "Vietnamese": "ệữ", "Phonetic": "ʃə", "Greek": "αω", "Polytonic Greek": "ἀᾧ", "Cyrillic": "ая",
    "Armenian": "աբ", "Georgian": "აბ", "Hebrew": "אב", "Arabic": "عب", "Syriac": "ܐܒ", "Thaana": "ހށ", "N’Ko": "ߊߋ",
    "Ethiopic": "ሀለ", "Tifinagh": "ⴰⴱ", "Devanagari": "कख", "Bengali": "কখ", "Gurmukhi": "ਕਖ", "Gujarati": "કખ",
    "Odia": "କଖ", "Tamil": "கங", "Telugu": "కఖ", "Kannada": "ಕಖ", "Malayalam": "കഖ", "Sinhala": "කඛ", "Thai": "กข",
    "Lao": "ກຂ", "Khmer": "កខ", "Burmese": "ကခ", "Tibetan": "ཀཁ", "Mongolian": "ᠠᠡ", "Cherokee": "ᎠᎡ",
    "Canadian syllabics": "ᐁᐊ", "Kana": "のカ", "Hangul": "한글", "Chinese": "说这", "Traditional Chinese": "說這",
    "Mathematics": "∀ℝ", "Emoji": "😀👍",
}  # fmt: skip
"""Scripts, each with characters that a font for it has."""

_SHOWN: Final = 4
"""So many families of a kind are named."""

_LANGUAGES: Final = {"Traditional Chinese": "zh-Hant"}


def listed() -> Iterator[str]:
    """A line a script: its name, and the families that show it; and where added fonts are."""
    vendored, added, here = _families(fonts_folder()), _families(added_folder()), _families(*font_folders()[1:])
    width = max(map(len, SCRIPTS))
    for script, characters in SCRIPTS.items():
        own, more, machine = (_that_show(fonts, characters) for fonts in (vendored, added, here))
        told = [_named(own)] if own else []
        told += [f"added: {_named(more)}"] if more else []
        told += [f"this machine: {_named(machine)}"] if machine else []
        package = package_for(characters[0], _LANGUAGES.get(script, "en"))
        yield f"{script:{width}}  {'; '.join(told) or f'none; booklet fonts add {package}'}"
    yield f"Added fonts are in {added_folder()}"


def _families(*folders: Path) -> list[FontFacts]:
    fonts: list[FontFacts] = []
    for folder in folders:
        for path in font_paths(folder):
            try:
                fonts += [font for font in read_fonts(path) if font.usable]
            except (OSError, ValueError):
                continue  # it is named when a booklet needs it
    return fonts


def _that_show(fonts: list[FontFacts], characters: str) -> list[str]:
    shown = {font.family for font in fonts if all(ord(character) in font.characters for character in characters)}
    return sorted(shown, key=lambda family: (not family.startswith("Source"), family))


def _named(families: list[str]) -> str:
    more = f" and {len(families) - _SHOWN} more" if len(families) > _SHOWN + 1 else ""
    return ", ".join(families[:_SHOWN] if more else families) + more
