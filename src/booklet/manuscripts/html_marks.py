"""What HTML emphasises, raises, lowers or shows as code gets our marks, where they will be read as such."""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.characters import LITERALS, PLAIN_SIGNS
from booklet.markdown import as_code, as_script

SOFT: Final = "\x02"
STRONG_ONE: Final = "\x03"
"""Stand on both sides of what is emphasised, or strong, until its neighbours are known."""

CODED: Final = "\x0e"
RAISED: Final = "\x0f"
LOWERED: Final = "\x10"
"""Likewise, for code and scripts."""

_SIGNS: Final = (SOFT, STRONG_ONE)
_SET_OFF: Final = re.compile(f"([{CODED}{RAISED}{LOWERED}])([^{CODED}{RAISED}{LOWERED}]*)\\1")
_EMPHASISED: Final = re.compile(f"([{SOFT}{STRONG_ONE}])([^{SOFT}{STRONG_ONE}]*)\\1")
_OPENS_AFTER: Final = frozenset("([{\"'“‘«„‚‹¿¡—–/-")
"""What emphasis may begin behind besides spaces, as `text.inline` reads it."""

_OPENS_BEFORE: Final = re.compile(r"(?![.,;:!?)\]}”’»›%]|-\w)")
"""And what it may begin with."""

_SUPERSCRIPTS: Final = dict(
    zip("0123456789()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)
)
_SUBSCRIPTS: Final = dict(zip("0123456789()", "₀₁₂₃₄₅₆₇₈₉₍₎", strict=True))
"""Only what the booklet's faces have glyphs for: Unicode has more."""

_NOTE: Final = 20
"""What is raised and longer than that is no exponent."""


def with_marks(text: str) -> str:
    """A text with asterisks around what is emphasised, but not within words, where they would read as asterisks.

    Emphasis that begins and ends within words was none: a system took the low lines of "io_uring" and "page_pool" for
    marks of Markdown. They are put back. What is code or a script has its marks where they will be read as such.
    """
    text = _EMPHASISED.sub(_around, text)
    return _SET_OFF.sub(_set_off, text) if CODED in text or RAISED in text or LOWERED in text else text


def _set_off(found: re.Match[str]) -> str:
    start, end = found.span()
    before, after = found.string[max(0, start - 1) : start], found.string[end : end + 1]
    # What stands there may be the mark of another one.
    before = {CODED: "`", RAISED: "^", LOWERED: "~"}.get(before, before)
    after = {CODED: "`"}.get(after, "" if after in {RAISED, LOWERED} else after)
    text = found[2].translate(PLAIN_SIGNS)
    if found[1] == CODED:
        return as_code(" ".join(text.split()), before, after) or found[2]
    sign, name = ("^", "sup") if found[1] == RAISED else ("~", "sub")
    return as_script(text, sign, before, after) or raised_signs(found[2], name).replace("^", LITERALS["^"])


def _around(found: re.Match[str]) -> str:
    start, end = found.span()
    before, after = found.string[max(0, start - 1) : start], found.string[end : end + 1]
    if found[1] == SOFT and before.isalnum() and after.isalnum():
        return f"_{found[2]}_"
    begins = (not before or before.isspace() or before in _OPENS_AFTER) and before != found[2][:1]
    ends = not (after.isalnum() or after == "_" or after in _SIGNS)
    begins = begins and _OPENS_BEFORE.match(found[2]) is not None
    mark = ("*" if found[1] == SOFT else "**") if begins and ends else ""
    return f"{mark}{found[2]}{mark}"


def raised_signs(text: str, name: str) -> str:
    """Superscript or subscript as characters, else behind "^" or "_".

    >>> raised_signs("2", "sup"), raised_signs("th", "sup"), raised_signs("i", "sub"), raised_signs("†", "sup")
    ('²', 'ᵗʰ', '_i', '†')
    """
    bare = text.strip()
    known = _SUPERSCRIPTS if name == "sup" else _SUBSCRIPTS
    if not any(char.isalnum() for char in bare) or len(bare) > _NOTE:
        return text
    if all(char in known for char in bare):
        return "".join([known[char] for char in bare])
    return f"{'^' if name == 'sup' else '_'}{bare}"
