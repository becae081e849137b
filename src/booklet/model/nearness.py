"""Names that are written almost like others, found without comparing each with each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

_SHORT: Final = 4
"""From how many letters on a word is more likely mistyped than another word."""

_LONGEST: Final = 80
"""The longest name that is taken apart; who mistypes a longer one has written a sentence."""

_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def nearest(given: Iterable[str], listed: Iterable[str]) -> dict[str, str]:
    """The listed name that each given one was probably meant to be, where there is one.

    Two names are near if they differ in case, accents, spaces and punctuation only, or if one letter of one word is
    mistyped, missing or too many, but neither its first one nor a digit: Room 1 and Room 2, West Hall and East Hall
    are four rooms. The time is that of the letters, whatever the number of names.

    >>> nearest(["main-hall", "Main Hal", "Room 3"], ["Main Hall", "Room 1"])
    {'main-hall': 'Main Hall', 'Main Hal': 'Main Hall'}
    """
    index: dict[str, str] = {}
    for name in listed:
        for clue in _clues(name):
            index.setdefault(clue, name)
    found: dict[str, str] = {}
    for name in given:
        near = next((index[clue] for clue in _clues(name) if clue in index), None)
        if near is not None and near != name:
            found[name] = near
    return found


def squeezed(name: str) -> str:
    """A name without case, accents, spaces and punctuation.

    >>> squeezed("Lecture-Hall 1.02")
    'lecturehall102'
    """
    return "".join(_words(name))


def _clues(name: str) -> Iterator[str]:
    """What a name has in common with names like it, the most telling first."""
    yield squeezed(name)
    if len(name) > _LONGEST:
        return
    words = _words(name)
    yield " ".join(words)
    for at, word in enumerate(words):
        if len(word) >= _SHORT and _LETTERS.fullmatch(word):
            for gap in range(1, len(word)):
                yield " ".join([*words[:at], word[:gap] + word[gap + 1 :], *words[at + 1 :]])


@lru_cache(maxsize=2**12)
def _words(name: str) -> tuple[str, ...]:
    letters = name.casefold()
    if not letters.isascii():
        apart = unicodedata.normalize("NFKD", letters)
        letters = "".join([char for char in apart if not unicodedata.combining(char)])
    return tuple(_WORD.findall(letters))
