"""Texts as they are typed become texts as they are set: one line, or paragraphs."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BREAKS: Final = re.compile("\r\n?|[\x85\u2028]")
_SPACES: Final = re.compile("[ \t\n]+")
_PARAGRAPHS: Final = re.compile("\n[ \t]*\n[ \t\n]*|\u2029[ \t\n]*")
_ITEM: Final = re.compile("\n[ \t]*(?=- )")
_MARK: Final = "\ufeff"
_SHOWN: Final = 60


def line(text: str) -> str:
    r"""A text on one line, composed (NFC), with single spaces; spaces that do not break are kept.

    >>> line("  Deep\n  Learning ")
    'Deep Learning'
    """
    return _spaced(_plain(text).replace("\u2029", " "))


def prose(text: str) -> str:
    r"""Paragraphs, each on a line of its own with an empty line between.

    Within a paragraph, line breaks are only where the editor wrapped the text, so each becomes a space; a line that
    begins with "- " is an item of a list and stays on a line of its own.

    >>> prose("First line\nsecond.\n\nWe ask:\n- why,\n- how.")
    'First line second.\n\nWe ask:\n- why,\n- how.'
    """
    paragraphs = [_paragraph(part) for part in _PARAGRAPHS.split(_plain(text))]
    return "\n\n".join([part for part in paragraphs if part])


def quoted(text: str) -> str:
    """A text as messages name it: on one line, in quotes, and cut short.

    >>> quoted("half past nine")
    "'half past nine'"
    """
    short = line(text[: 4 * _SHOWN])
    return f"'{short}'" if len(short) <= _SHOWN else f"'{short[:_SHOWN].rstrip()}…'"


def _paragraph(text: str) -> str:
    if "- " not in text:
        return _spaced(text)
    return "\n".join([_spaced(item) for item in _ITEM.split(text)]).strip("\n")


def _spaced(text: str) -> str:
    """A text with single spaces. `str.split` is much faster, but would break at spaces that do not break, too."""
    return " ".join(text.split()) if text.isascii() else _SPACES.sub(" ", text).strip(" ")


def _plain(text: str) -> str:
    if text.isascii() and "\r" not in text:
        return text
    return unicodedata.normalize("NFC", _BREAKS.sub("\n", text).replace(_MARK, ""))
