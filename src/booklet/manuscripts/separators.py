"""What parts a list: signs and words outside brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_OPENS: Final = frozenset("(（[")
_CLOSES: Final = frozenset(")）]")


def cuts(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Where a pattern matches outside brackets; a bracket that nothing closes is none.

    >>> [found.start() for found in cuts(re.compile(","), "Ann Lee (MIT, Boston), Bo Ek")]
    [21]
    """
    inside = _in_brackets(text)
    return [found for found in pattern.finditer(text) if not any(inside[slice(*found.span())])]


def pieces(text: str, separators: Sequence[re.Match[str]]) -> list[str]:
    """What stands between separators, without those that hold nothing."""
    ends = [*(found.start() for found in separators), len(text)]
    starts = [0, *(found.end() for found in separators)]
    between = [text[start:end].strip(" ,，\n") for start, end in zip(starts, ends, strict=True)]
    return [piece for piece in between if piece]


def _in_brackets(text: str) -> list[bool]:
    """For every character of a text whether brackets hold it."""
    inside = [False] * len(text)
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in _OPENS:
            opened.append(at)
        elif char in _CLOSES and opened:
            start = opened.pop()
            if not opened:
                inside[start : at + 1] = [True] * (at + 1 - start)
    return inside
