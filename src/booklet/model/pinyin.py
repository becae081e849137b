"""Chinese names by their sound, as dictionaries of simplified Chinese sort them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from booklet.patterns import Later

_HAN: Final = Later("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")

_SURNAMES: Final = {
    "万俟": "mo4 qi2", "尉迟": "yu4 chi2", "尉遲": "yu4 chi2", "长孙": "zhang3 sun1", "澹台": "tan2 tai2", "区": "ou1",
    "曾": "zeng1", "单": "shan4", "單": "shan4", "任": "ren2", "解": "xie4", "仇": "qiu2", "查": "zha1", "盖": "ge3",
    "折": "she2", "朴": "piao2", "翟": "zhai2", "覃": "qin2", "缪": "miao4", "宁": "ning4", "乐": "yue4", "员": "yun4",
    "纪": "ji3", "华": "hua4", "黑": "he4", "召": "shao4", "秘": "bi4", "重": "chong2", "么": "yao1", "洗": "xian3",
}  # fmt: skip
"""Family names that are read otherwise than the same characters in words.

Source: Xiandai Hanyu Cidian, entries marked as family names.
"""


@lru_cache(maxsize=2**16)
def by_sound(name: str) -> str:
    """A name with its Chinese characters as syllables with their tones: what it is sorted by.

    >>> by_sound("曾晓棠")
    'zeng1 xiao3 tang2'
    """
    return _HAN.pattern.sub(_spelled, name, count=0) if _HAN.pattern.search(name) else name


def _spelled(found: re.Match[str]) -> str:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - only Chinese names need this large table

    text, syllables = found[0], []
    if found.start() == 0:
        surname = next((name for name in (text[:2], text[:1]) if name in _SURNAMES), "")
        syllables = [_SURNAMES[surname]] if surname else []
        text = text.removeprefix(surname) if surname else text
    return " ".join([*syllables, *lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)])
