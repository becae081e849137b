"""Where a word may be divided, by the patterns of its language."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Protocol

LEFT_MINIMUM: Final = 2
"""Letters that stay on the line, at least."""

RIGHT_MINIMUM: Final = 3
"""Letters that go to the next line, at least."""

_SHORTEST: Final = LEFT_MINIMUM + RIGHT_MINIMUM


class _Dictionary(Protocol):
    def positions(self, word: str) -> list[int]: ...


@lru_cache(maxsize=8)
def _dictionary(language: str) -> _Dictionary | None:
    # Imported here because the patterns take as long to load as the rest of the text room.
    import pyphen  # noqa: PLC0415

    name = pyphen.language_fallback(language.replace("-", "_"))
    if name is None:
        return None
    dictionary: _Dictionary = pyphen.Pyphen(lang=name, left=LEFT_MINIMUM, right=RIGHT_MINIMUM)
    return dictionary


def divisions(token: str, language: str) -> tuple[int, ...]:
    """Offsets in `token` before which a hyphen may be put.

    Punctuation around the word is looked past. Words that hold digits, capitals after the first letter (ReLU, DNNs) or
    a hyphen of their own are never divided.

    >>> divisions("(concentration),", "en-US")
    (4, 7, 10)
    >>> divisions("ReLUs", "en-US")
    ()
    """
    start, stop = 0, len(token)
    while start < stop and not token[start].isalpha():
        start += 1
    while stop > start and not token[stop - 1].isalpha():
        stop -= 1
    core = token[start:stop]
    if len(core) < _SHORTEST or not core.isalpha() or not core[1:].islower():
        return ()
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    return tuple(
        start + offset for offset in dictionary.positions(core) if LEFT_MINIMUM <= offset <= len(core) - RIGHT_MINIMUM
    )
