"""Characters of sources become the characters of our texts: no ligatures, nothing invisible, entities read."""

from __future__ import annotations

import html
import re
import unicodedata
from html.entities import html5
from typing import Final

LITERAL_STAR: Final = "\x01"
"""Stands for an asterisk of HTML until it is known whether it would read as emphasis; no tidied text holds one."""

LITERALS: Final = {"*": LITERAL_STAR, "`": "\x05", "^": "\x06", "~": "\x07"}
"""What stands for the marks of our Markdown where HTML has them as characters."""

PLAIN_SIGNS: Final = str.maketrans({literal: sign for sign, literal in LITERALS.items()})
"""Turns them back."""

_LINE_BREAKS: Final = "\r\x0b\x0c\x85\u2028"
_SPACES: Final = (
    "\t\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_UNSEEN: Final = "\u00ad\u200b\u2060\ufeff\ufffe\uffff"
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_SAME: Final[dict[int, str | None]] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)]),
    **dict.fromkeys(map(ord, _UNSEEN)),
    **dict.fromkeys(map(ord, _LINE_BREAKS), "\n"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **{ord(ligature): letters for ligature, letters in _LIGATURES.items()},
    ord("\n"): "\n",
    ord("\u2029"): "\n\n",
}
"""What a character becomes; control characters and halves of UTF-16 pairs are none."""

_SOFT_HYPHEN_AT_END: Final = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
_ORDINARY: Final = re.compile(r"[ -~\n]*")
_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_EMBEDS: Final = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_END_OF_EMBEDDING: Final = "\u202c"
_END_OF_ISOLATE: Final = "\u2069"
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def tidied(text: str) -> str:
    r"""A text with plain spaces and line breaks, composed (NFC), and without what nobody sees.

    >>> tidied("de\ufb01ne\u00a0it,\r\nco\u00adopera\u00ad\ntion")
    'define it,\ncooperation'
    """
    if _ORDINARY.fullmatch(text):
        return text
    text = _SOFT_HYPHEN_AT_END.sub("", text.replace("\r\n", "\n"))
    text = text.translate(_SAME)
    if text.isascii():
        return text
    return _paired(unicodedata.normalize("NFC", text))


def decoded(text: str, *, times: int = 3) -> str:
    """A text with its entities read, those that were escaped twice too.

    An entity without its semicolon is none, since an address may hold "&copy=2".

    Args:
        text: the text.
        times: how often what comes to light is read again.

    >>> decoded("Q&amp;A &amp;hellip; AT&T &Copf;")
    'Q&A … AT&T ℂ'
    """
    for _ in range(times):
        read = _ENTITY.sub(_character, text) if "&" in text else text
        if read == text:
            break
        text = tidied(read)
    return text


def unwrapped(text: str) -> str:
    r"""A text without the controls of direction that hold the whole of it.

    >>> unwrapped("\u202aJoan Bruna\u202c")
    'Joan Bruna'
    """
    while len(text) > 1 and (
        (text[0] in _EMBEDS and text[-1] == _END_OF_EMBEDDING) or (text[0] in _ISOLATES and text[-1] == _END_OF_ISOLATE)
    ):
        inner = text[1:-1]
        if _paired(inner) != inner:
            break
        text = inner.strip()
    return text


def _character(found: re.Match[str]) -> str:
    entity = found[0]
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in html5 else entity


def _paired(text: str) -> str:
    """A text without controls of direction that open or close nothing (Unicode Standard Annex 9, BD9 to BD11).

    Where nothing is written from right to left, they all say nothing.
    """
    if not _CONTROLS.search(text):
        return text
    if not _RIGHT_TO_LEFT.search(text):
        return _CONTROLS.sub("", text)
    idle: set[int] = set()
    opened: list[int] = []
    isolates = 0
    for found in _CONTROLS.finditer(text):
        at, char = found.start(), found[0]
        if char in _EMBEDS or char in _ISOLATES:
            opened.append(at)
            isolates += char in _ISOLATES
        elif char == _END_OF_ISOLATE and isolates:
            while text[opened[-1]] not in _ISOLATES:
                idle.add(opened.pop())
            opened.pop()
            isolates -= 1
        elif char == _END_OF_EMBEDDING and opened and text[opened[-1]] in _EMBEDS:
            opened.pop()
        elif char in {_END_OF_ISOLATE, _END_OF_EMBEDDING}:
            idle.add(at)
    idle.update(opened)
    return "".join([char for at, char in enumerate(text) if at not in idle])
