from __future__ import annotations

import pytest

from booklet.text.font_packages import PACKAGES, package_for


@pytest.mark.parametrize(
    ("character", "language", "name"),
    [
        ("漢", "en", "chinese"),
        ("漢", "ja", "japanese"),
        ("漢", "zh-TW", "chinese-traditional"),
        ("漢", "zh-HK", "chinese-traditional"),
        ("の", "en", "japanese"),
        ("한", "en", "korean"),
        ("ཀ", "en", "noto"),
        ("☃", "en", ""),
    ],
)
def test_package_for_a_character(character: str, language: str, name: str) -> None:
    assert package_for(character, language) == name
    assert not name or name in PACKAGES
