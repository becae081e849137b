"""Where ideographs are written: the same character is drawn differently in Japan, China, Taiwan and Korea."""

from __future__ import annotations

from typing import Final

from booklet.patterns import Later, is_foreign

_KANA: Final = Later("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_BOPOMOFO: Final = Later("[\u3100-\u312f\u31a0-\u31bf]")
_HANGUL: Final = Later("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_HAN: Final = Later(
    "[\u2e80-\u303f\u3190-\u319f\u31c0-\u31ef\u3200-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff]"
)

_ORDERS: Final = {
    "JP": ("JP", "TC", "SC", "KR"),
    "KR": ("KR", "JP", "TC", "SC"),
    "SC": ("SC", "TC", "JP", "KR"),
    "TC": ("TC", "HK", "SC", "JP", "KR"),
    "HK": ("HK", "TC", "SC", "JP", "KR"),
}
"""The regions whose fonts do for a region, the best first."""


def has_kana(text: str) -> bool:
    """Whether a text has Japanese letters."""
    return is_foreign(text) and _KANA.pattern.search(text) is not None


def regions_for(text: str, language: str) -> tuple[str, ...]:
    """The regions whose fonts are right for a text, the best first; none if its script is the same everywhere.

    >>> regions_for("漢", "ja")[0], regions_for("漢", "zh-TW")[0], regions_for("の", "en")[0], regions_for("ก", "th")
    ('JP', 'TC', 'JP', ())

    Args:
        text: its first character decides.
        language: BCP 47 tag; Han of languages that are not written with it are set as in China.
    """
    if _KANA.pattern.match(text):
        return _ORDERS["JP"]
    if _BOPOMOFO.pattern.match(text):
        return _ORDERS["TC"]
    if _HANGUL.pattern.match(text):
        return _ORDERS["KR"]
    return _ORDERS[_region_of(language)] if _HAN.pattern.match(text) else ()


def _region_of(language: str) -> str:
    first, *others = language.lower().split("-")
    if first in {"ja", "ko"}:
        return "JP" if first == "ja" else "KR"
    if "hk" in others or "mo" in others or first == "yue":
        return "HK"
    return "TC" if "hant" in others or "tw" in others else "SC"
