"""What scripts demand: which of them run from right to left."""

from __future__ import annotations

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
