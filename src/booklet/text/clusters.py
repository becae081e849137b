"""What readers take for one character: a letter with its accents, an emoji with all that is joined to it."""

from __future__ import annotations

import unicodedata
from typing import Final

from booklet.text.faces import UNSEEN

_JOINER: Final = "\u200d"
"""ZERO WIDTH JOINER: what follows belongs to what went before."""

_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
"""Emoji that colour the one before them."""

_MARKS: Final = frozenset(("Mn", "Mc", "Me"))


def clusters(text: str) -> list[str]:
    """Part a text between its grapheme clusters.

    >>> clusters("nǝ́x̂👍🏽")
    ['n', 'ǝ́', 'x̂', '👍🏽']

    Source: Unicode Standard Annex 29, section 3, rules GB9 to GB11, which are all that matters to the choice of a face.
    """
    found: list[str] = []
    joined = False
    for character in text:
        follows = (
            joined
            or unicodedata.category(character) in _MARKS
            or ord(character) in _SKIN_TONES
            or UNSEEN.match(character) is not None
        )
        if follows and found:
            found[-1] += character
        else:
            found.append(character)
        joined = character == _JOINER
    return found
