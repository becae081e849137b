r"""Where formulas are in a text: the one grammar of TeX's marks, and what is a price instead.

    $…$  \(…\)                          a formula in a line
    $$…$$  \[…\]  \begin{align}…        a formula that stands by itself, if nothing else is in its paragraph
    \$                                  a dollar

A dollar opens a formula if it is closed in the same paragraph and both stand at what they enclose, as in Pandoc's
Markdown. What is left are amounts: `$5 and $10`, `US$5`, `costs $5, or 10$` hold no formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from booklet.markdown import FORMULA
from booklet.patterns import Later

FORMULA_SIGN: Final = "\ufdd1"
"""Stands for a formula while words are worked on: Unicode keeps this character for such uses."""

_FORMULAS: Final = Later(FORMULA)
_DOLLAR: Final = re.compile(r"(?<!\\)\\\$")
_NUMBERED: Final = re.compile(r"\A\\begin\{(\w+)\*?\}(.*)\\end\{\w+\*?\}\Z", re.DOTALL)
_ROWS: Final = {
    "equation": "", "displaymath": "", "multline": "gathered", "gather": "gathered", "eqnarray": "eqnarray",
    "alignat": "alignedat",
}  # fmt: skip
"""What stands inside a formula for an environment that is one; the others are `aligned`."""


class Stretch(NamedTuple):
    """A part of a text: words, or the TeX source of a formula; `display` tells whether its marks set it out."""

    text: str
    formula: bool = False
    display: bool = False


def has_formulas(text: str) -> bool:
    """Whether there may be formulas in a text, or escaped dollars: a quick look.

    >>> has_formulas("plain words"), has_formulas("$x$")
    (False, True)
    """
    return "$" in text or "\\" in text


def stretches(text: str) -> Iterator[Stretch]:
    r"""The words and formulas of a text in order.

    >>> [part.text for part in stretches(r"if $x>0$ or \(y\), for $5")]
    ['if ', 'x>0', ' or ', 'y', ', for $5']
    >>> list(stretches(r"\$5"))
    [Stretch(text='$5', formula=False, display=False)]
    """
    at = 0
    for found in _FORMULAS.pattern.finditer(text):
        if found.start() > at:
            yield Stretch(_DOLLAR.sub("$", text[at : found.start()]))
        yield _formula(found[0])
        at = found.end()
    if at < len(text):
        yield Stretch(_DOLLAR.sub("$", text[at:]))


def set_aside(text: str) -> tuple[str, list[str]]:
    """A text with a sign for each of its formulas, and these in order.

    >>> set_aside("if $x>0$ or $y$") == (f"if {FORMULA_SIGN} or {FORMULA_SIGN}", ["$x>0$", "$y$"])
    True
    """
    return _FORMULAS.pattern.sub(FORMULA_SIGN, text), _FORMULAS.pattern.findall(text)


def apart(text: str) -> list[str]:
    r"""A paragraph cut where a displayed formula begins or ends, so that each can stand by itself.

    >>> apart(r"Let $$x$$ be $y$.")
    ['Let', '$$x$$', 'be $y$.']
    """
    if not has_formulas(text):
        return [text]
    parts: list[str] = []
    at = 0
    for found in _FORMULAS.pattern.finditer(text):
        if not _formula(found[0]).display:
            continue
        end = found.end()
        # What ends the sentence stays with the formula, as in TeX.
        while end < len(text) and text[end] in ".,;:":
            end += 1
        parts += [text[at : found.start()].strip(" "), text[found.start() : end]]
        at = end
    parts.append(text[at:].strip(" "))
    return [part for part in parts if part]


def displayed(text: str) -> tuple[str, str] | None:
    """The TeX source of a paragraph that is one displayed formula, and the sign that ends it; None if it is another."""
    found = _FORMULAS.pattern.match(text)
    if found is None or text[found.end() :].strip(".,;:"):
        return None
    formula = _formula(found[0])
    return (formula.text, text[found.end() :]) if formula.display else None


def _formula(marked: str) -> Stretch:
    if marked.startswith("$$"):
        return Stretch(_even(marked[2:-2]), formula=True, display=True)
    if marked.startswith("$"):
        return Stretch(_even(marked[1:-1]), formula=True)
    numbered = _NUMBERED.match(marked)
    if numbered:
        inner = _ROWS.get(numbered[1], "aligned")
        body = _even(numbered[2])
        return Stretch(rf"\begin{{{inner}}}{body}\end{{{inner}}}" if inner else body, formula=True, display=True)
    return Stretch(_even(marked[2:-2]), formula=True, display=marked.startswith("\\["))


def _even(source: str) -> str:
    """A formula's source on one line."""
    return " ".join(source.split())


def plain(text: str) -> str:
    r"""A text with its formulas as near to their look as characters come; what cannot be read stays as it is typed.

    >>> plain(r"On $\alpha$-stable laws in $\mathbb{R}^d$, $x_1^2 \le \frac{1}{2}$, for $5")
    'On α-stable laws in ℝ^d, x₁² ≤ 1/2, for $5'
    """
    if not has_formulas(text):
        return text
    # Imported here because most programs hold no formula.
    from booklet.text.formula_plain import in_characters  # noqa: PLC0415

    return "".join([in_characters(part.text) if part.formula else part.text for part in stretches(text)])
