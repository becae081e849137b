"""TeX's source, symbol by symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

from booklet.text.formula_tree import FormulaError
from booklet.text.formula_words import dimension

_SYMBOL: Final = re.compile(r"\\(?:[A-Za-z]+|.)|[^\s]", re.DOTALL)
_DEPTH: Final = 24
"""Groups within groups: more is not written by people."""


class Symbols:
    """Where a reader stands in the source; a symbol is a command or a character, and "" is the end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._depth = 0

    def fail(self, what: str) -> NoReturn:
        """Give up.

        Raises:
            FormulaError: always.
        """
        raise FormulaError(what)

    def peek(self) -> str:
        """The next symbol, which is left to be read."""
        found = _SYMBOL.search(self._source, self._at)
        return found[0] if found else ""

    def next(self) -> str:
        """Read a symbol."""
        found = _SYMBOL.search(self._source, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found[0]

    def back(self) -> None:
        """Leave the character that was just read to be read again."""
        self._at -= 1

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Read something inside of something, but not without end."""
        self._depth += 1
        if self._depth > _DEPTH:
            self.fail(f"groups stand within groups more than {_DEPTH} deep")
        yield
        self._depth -= 1

    def braced(self) -> str:
        """The source between braces, which may hold further ones."""
        if self.next() != "{":
            self.fail("a brace is missing")
        depth, start = 1, self._at
        while depth:
            symbol = self.next()
            if not symbol:
                self.fail("a brace is not closed")
            depth += (symbol == "{") - (symbol == "}")
        return self._source[start : self._at - 1]

    def dimension(self) -> float:
        """A length, in ems."""
        found = dimension(self._source, self._at)
        if found is None:
            self.fail("a length is missing")
        ems, self._at = found
        return ems
