"""Where a word may be divided: by what it says itself, and by the patterns of its language."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, Protocol

from booklet.text.faces import SOFT_HYPHEN

HYPHEN_PENALTY: Final = 50.0
"""What a hyphen at a line's end costs (The TeXbook, p. 96)."""

ADDRESS_PENALTY: Final = 50.0
"""What it costs to divide an address: a whole one is easier to type."""

ZERO_WIDTH_SPACE: Final = "\u200b"
"""Allows a line to end where it stands, and is not printed."""

_MARKS: Final = re.compile(f"([{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}]+)")

_DASHES: Final = "-‐–—/"
_FLAGGED_DASHES: Final = "-‐"

_BREAK_AFTER: Final = frozenset("/?&=_#%@")
_BREAK_BEFORE: Final = "."
_AROUND: Final = 3
"""Characters of an address that stay on the line, and that go to the next one, at least."""

_SLUG: Final = 40
"""A part of an address that is longer than this may be divided after its hyphens too, though one of these at a line's
end may be taken for one that divides a word."""

_LONGEST: Final = 1000
"""No word, and no address that anybody would type, has more characters; every place to break costs two shapings."""
LEFT_MINIMUM: Final = 2
"""Letters that stay on the line, at least."""

RIGHT_MINIMUM: Final = 3
"""Letters that go to the next line, at least."""

_SHORTEST: Final = LEFT_MINIMUM + RIGHT_MINIMUM


class Break(NamedTuple):
    """A place where a word may be divided: before which of its characters, at what price, and with a hyphen or not.

    `flagged` is True where the line then ends in a hyphen, added or typed.
    """

    offset: int
    penalty: float = HYPHEN_PENALTY
    flagged: bool = True
    hyphen: bool = True


def stated_breaks(token: str) -> tuple[str, list[Break]]:
    r"""Take the marks that allow a break out of a word, and find every place where it allows one.

    A soft hyphen (U+00AD) allows a break with a hyphen, a zero width space (U+200B) one without. A dash or slash allows
    one after it, and an address has rules of its own. Where several of these meet, nothing is added.

    >>> stated_breaks("data\u00adbase")
    ('database', [Break(offset=4, penalty=50.0, flagged=True, hyphen=True)])

    Args:
        token: the word as it was typed.

    Returns:
        The word as it is printed, and its breaks in order.

    Source:
        Unicode Standard Annex #14, classes BA and ZW.
    """
    text, found = _unmarked(token)
    if len(text) > _LONGEST:
        return text, []
    if is_address(text):
        found |= {offset: _without_hyphen(text, offset)._replace(penalty=ADDRESS_PENALTY) for offset in _signs(text)}
    elif any(dash in text for dash in _DASHES):
        found |= {offset: _without_hyphen(text, offset) for offset in _dashes(text)}
    return text, [found[offset] for offset in sorted(found)]


def is_address(text: str) -> bool:
    """Whether a word is an address on the web, an e-mail address or the path of a file.

    >>> [is_address(word) for word in ("https://example.org", "www.example.org", "a@b.org", "src/a/b.py", "and/or")]
    [True, True, True, True, False]
    """
    return "@" in text or "www." in text or text.count("/") >= 2


def _unmarked(token: str) -> tuple[str, dict[int, Break]]:
    """A word without its marks, and the breaks that they allow between its characters."""
    if SOFT_HYPHEN not in token and ZERO_WIDTH_SPACE not in token:
        return token, {}
    found: dict[int, Break] = {}
    text = ""
    for at, part in enumerate(_MARKS.split(token)):
        if at % 2 == 0:
            text += part
        elif ZERO_WIDTH_SPACE in part or text[-1:] in _DASHES:
            found[len(text)] = _without_hyphen(text, len(text))
        else:
            found[len(text)] = Break(len(text))
    return text, {offset: place for offset, place in found.items() if 0 < offset < len(text)}


def _without_hyphen(text: str, offset: int) -> Break:
    flagged = text[offset - 1 : offset] in _FLAGGED_DASHES
    return Break(offset, HYPHEN_PENALTY if flagged else 0.0, flagged, hyphen=False)


def _dashes(text: str) -> list[int]:
    """Offsets after dashes and slashes inside a word.

    >>> _dashes("low-rank"), _dashes("-1"), _dashes("coupling—where"), _dashes("2-Wasserstein")
    ([4], [], [9], [])
    """
    offsets = []
    for offset in range(1, len(text)):
        if text[offset - 1] not in _DASHES or text[offset] in _DASHES:
            continue
        before, after = text[: offset - 1].strip("(“‘[„«"), text[offset:]
        wide = text[offset - 1] in "–—/"
        if (len(before) >= 2 or (wide and before)) and (len(after.rstrip(".,;:)]”’")) >= 2 or wide):
            offsets.append(offset)
    return offsets


def _signs(address: str) -> list[int]:
    """Offsets after the signs of an address and before its full stops, away from its ends.

    >>> _signs("https://example.org/a-b?c"), _signs("joan@example.org")
    ([8, 15, 20], [5, 12])
    """
    found = [
        offset
        for offset in range(_AROUND, len(address) - _AROUND + 1)
        if address[offset] == _BREAK_BEFORE
        or (address[offset - 1] in _BREAK_AFTER and address[offset] not in _BREAK_AFTER)
    ]
    for start, stop in pairwise((0, *found, len(address))):
        if stop - start > _SLUG:
            within = range(max(start, _AROUND), min(stop, len(address) - _AROUND + 1))
            found += [offset for offset in within if offset > start and address[offset - 1] == "-"]
    return sorted(found)


class _Dictionary(Protocol):
    def positions(self, word: str) -> list[int]: ...


@lru_cache(maxsize=16)
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
