"""Lines and columns of a text, worked out only when there is something to report."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

_OTHERS: Final = "\r\x85\u2028\u2029"
_BREAK: Final = re.compile("\r\n?|[\n\x85\u2028\u2029]")
"""What ends a line for a YAML parser (YAML 1.1, 4.2)."""


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def spot(self, index: int) -> tuple[int, int]:
        r"""The line and the column of a character, both from 1.

        >>> Lines("a\r\nbc").spot(4)
        (2, 2)
        """
        number = bisect_right(self._starts, index)
        return number, index - self._starts[number - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        text = self._text
        if any(sign in text for sign in _OTHERS):
            return [0, *[found.end() for found in _BREAK.finditer(text)]]
        starts, at = [0], text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return starts
