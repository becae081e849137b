"""What scripts demand: which of them run from right to left."""

from __future__ import annotations

import re
from typing import Final

_RIGHT_TO_LEFT: Final = frozenset(("adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"))
"""Scripts in use that run from right to left, by their ISO 15924 codes."""

_THEIRS: Final = frozenset(
    (
        "ar",
        "arc",
        "azb",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ji",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
    )
) | {"ug", "ur", "yi"}
"""Languages that are written in one of these unless their tag says otherwise. Source: Unicode CLDR, likely subtags."""


_CONNECTED: Final = re.compile(
    "[\u0600-\u07bf\u0840-\u109f\u1780-\u18af\u1900-\u1cff\ua840-\ua8ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
)
"""Letters that are joined to their neighbours, or lean on them: Arabic and its kin, the scripts of India and of
Southeast Asia, Mongolian. White between them would tear words apart.

Source: W3C, Text Layout Requirements for the Arabic and Indic scripts, on letter spacing.
"""

_SQUARE: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Signs of East Asia, which fill squares of one size: what is spaced out to look even is even already."""


def takes_tracking(text: str) -> bool:
    """Whether letterspacing does a text any good.

    >>> takes_tracking("Contents"), takes_tracking("Содержание"), takes_tracking("目次"), takes_tracking("المحتويات")
    (True, True, False, False)
    """
    return text.isascii() or not (_CONNECTED.search(text) or _SQUARE.search(text))


def is_rtl(language: str) -> bool:
    """Whether a language is written from right to left.

    >>> [is_rtl(tag) for tag in ("ar", "he-IL", "en-US", "az-Arab", "ks-Deva")]
    [True, True, False, True, False]

    Args:
        language: BCP 47 tag.
    """
    first, *others = language.lower().split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")
    return script in _RIGHT_TO_LEFT if script else first in _THEIRS
