"""Regular expressions that few books need: they are compiled when they are first asked for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

_FOREIGN: Final = re.compile("[^\0-\u058f\u1e00-\u200d\u2010-\u2029\u2030-\u2065\u2070-\u2bff]")
"""Anything but the alphabets of Europe, and signs but for those that turn the direction of a text."""


class Later:
    """A regular expression that takes long to be compiled."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """It, compiled."""
        return re.compile(self._source)


def is_foreign(text: str) -> bool:
    """Whether a text holds letters beyond the alphabets of Europe, or signs that turn its direction.

    >>> is_foreign("Ångström – Пётр"), is_foreign("京都")
    (False, True)
    """
    return not text.isascii() and _FOREIGN.search(text) is not None
