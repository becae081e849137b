"""Words inside formulas, and lengths: what is not mathematics in TeX's source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from booklet.text.formula_tree import FormulaError

_INNER: Final = re.compile(r"\$((?:[^$\\]|\\.)+)\$|\\\((.+?)\\\)")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+|\\.")
_ESCAPED: Final = re.compile(r"\\([&%$#_{} ])")
_BARE: Final = re.compile(r"(?<!\\)[{}]")
_LENGTH: Final = re.compile(r"\s*\{?\s*(-?[0-9]*\.?[0-9]+)\s*(em|ex|mu|pt|px|mm|cm|in)\s*\}?")
_EMS: Final = {
    "em": 1.0, "ex": 0.45, "mu": 1 / 18, "pt": 0.1, "px": 0.075, "mm": 0.2845, "cm": 2.845, "in": 7.227,
}  # fmt: skip
"""Lengths in ems, absolute ones as they are at 10 pt."""


def inner_formulas(text: str) -> Iterator[tuple[str, bool]]:
    r"""The text and the formulas of what stands in a \text, each with whether it is a formula.

    >>> list(inner_formulas("if $x$ is"))
    [('if ', False), ('x', True), (' is', False)]
    """
    at = 0
    for found in _INNER.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[1] or found[2], True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def plain_words(text: str) -> str:
    r"""Text as it is shown, without TeX's marks.

    >>> plain_words(r"R\&D~{x}--y")
    'R&D\xa0x–y'

    Raises:
        FormulaError: it holds a command.
    """
    bare = _BARE.sub("", text).replace("~", "\u00a0").replace("---", "—").replace("--", "–")
    bare = bare.replace("``", "“").replace("''", "”").replace("'", "’")
    shown = _ESCAPED.sub(r"\1", bare.replace("\\,", "\u2009"))
    command = _COMMAND.search(shown) if "\\" in shown else None
    if command and not _ESCAPED.search(bare[command.start() : command.end()]):
        raise FormulaError(f"{command[0]} is not known in a text within a formula")
    return shown


def dimension(source: str, at: int) -> tuple[float, int] | None:
    """A length in ems and where it ends; None if there is none at that place."""
    found = _LENGTH.match(source, at)
    return (float(found[1]) * _EMS[found[2]], found.end()) if found else None
