"""Packages that hold fonts for scripts that no font of the booklet has, and the names of scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

from booklet.text.regions import regions_for


class Wheel(NamedTuple):
    """A package of the Python Package Index, and the SHA-256 of its wheel."""

    name: str
    version: str
    sha256: str


class Package(NamedTuple):
    """Fonts that can be added by a name.

    `wheel` is asked for first, then the Debian package; either may not be there.
    """

    about: str
    wheel: Wheel | None
    debian: str


PACKAGES: Final[Mapping[str, Package]] = {
    "japanese": Package(
        "Noto Serif JP and Noto Sans JP, 11 MB",
        Wheel("pylopdf-fonts-jp", "0.1.1", "7fd33378751d0fd2c4a87824c11e0e0cc55350150d8da4c1e5ae90925c0a1cf5"),
        "fonts-noto-cjk",
    ),
    "korean": Package(
        "Noto Serif KR and Noto Sans KR, 12 MB",
        Wheel("pylopdf-fonts-ko", "0.1.1", "a31ece5cf71d2869f9221f95ab120d341de6028338aa074ad969611e54e40e57"),
        "fonts-noto-cjk",
    ),
    "chinese": Package(
        "Noto Serif SC and Noto Sans SC, 20 MB",
        Wheel("pylopdf-fonts-zh-cn", "0.1.1", "e2661ef3790cbe0f0f6aa5338b6859b7cd288ee75bc88cd4239c62cd025d4fb3"),
        "fonts-noto-cjk",
    ),
    "chinese-traditional": Package(
        "Noto Serif TC and Noto Sans TC, 14 MB",
        Wheel("pylopdf-fonts-zh-tw", "0.1.1", "8b8acabf814f8d4f6cf0773614031be50c3b1020302397c4904726e099c0afde"),
        "fonts-noto-cjk",
    ),
    "cjk": Package("Noto Serif CJK and Noto Sans CJK, with their bold, 87 MB", None, "fonts-noto-cjk"),
    "noto": Package("Noto for a hundred further scripts, with their bold, 40 MB", None, "fonts-noto-core"),
}
"""What can be added by name. All of them are under the SIL Open Font License."""

_BY_REGION: Final = {
    "JP": "japanese",
    "KR": "korean",
    "SC": "chinese",
    "TC": "chinese-traditional",
    "HK": "chinese-traditional",
}

_SHORT: Final = {"CJK": "Han", "KANGXI": "Han", "IDEOGRAPHIC": "Han", "HALFWIDTH": "Kana", "KATAKANA-HIRAGANA": "Kana"}
"""Scripts that the names of characters do not begin with."""


def script_of(character: str) -> str:
    """The script of a letter as people call it; "" for signs.

    >>> [script_of(character) for character in "漢のཀ☃"]
    ['Han', 'Hiragana', 'Tibetan', '']
    """
    if not unicodedata.category(character).startswith(("L", "M")):
        return ""
    first = unicodedata.name(character, "").partition(" ")[0]
    return _SHORT.get(first, first.capitalize())


def package_for(character: str, language: str) -> str:
    """The name of the package that has a character; "" if none is known to.

    Args:
        character: what is missing.
        language: BCP 47 tag; decides for Han.
    """
    regions = regions_for(character, language)
    if regions:
        return _BY_REGION[regions[0]]
    return "noto" if script_of(character) else ""
