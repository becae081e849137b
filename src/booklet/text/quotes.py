"""The quotation marks of languages, and which of a typist's quotes open and which close."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from booklet.patterns import Later

NBSP: Final = "\u00a0"
THIN: Final = "\u202f"


class Quotes(NamedTuple):
    """A language's quotation marks: outer pair and inner pair, with the spaces that belong inside them."""

    outer_open: str
    outer_close: str
    inner_open: str
    inner_close: str


_CORNERS: Final = Quotes("「", "」", "『", "』")
_QUOTES: Final[dict[str, Quotes]] = {
    "en": Quotes("“", "”", "‘", "’"),
    "de": Quotes("„", "“", "‚", "‘"),
    "fr": Quotes(f"«{THIN}", f"{THIN}»", "“", "”"),
    "es": Quotes("«", "»", "“", "”"),
    "it": Quotes("«", "»", "“", "”"),
    "pt": Quotes("“", "”", "‘", "’"),
    "nl": Quotes("‘", "’", "“", "”"),
    "pl": Quotes("„", "”", "«", "»"),
    "ru": Quotes("«", "»", "„", "“"),
    "zh": Quotes("“", "”", "‘", "’"),
    "ja": _CORNERS,
    "ar": Quotes("«", "»", "“", "”"),
    "fa": Quotes("«", "»", "“", "”"),
    "he": Quotes("”", "”", "’", "’"),
    "de-ch": Quotes("«", "»", "‹", "›"),
    "de-li": Quotes("«", "»", "‹", "›"),
    "it-ch": Quotes("«", "»", "‹", "›"),
    "fr-ch": Quotes(f"«{THIN}", f"{THIN}»", f"‹{THIN}", f"{THIN}›"),
    "fr-ca": Quotes(f"«{NBSP}", f"{NBSP}»", "“", "”"),
    "pt-pt": Quotes("«", "»", "“", "”"),
    "zh-hant": _CORNERS,
    "zh-tw": _CORNERS,
    "zh-hk": _CORNERS,
    "zh-mo": _CORNERS,
}
"""Source: Unicode CLDR, delimiters. For French the spaces of the Imprimerie nationale, in Switzerland those of the
Guide du typographe, in Canada those of the Office québécois de la langue française."""

_OPENS_AFTER: Final = r"\s(\[{—–/“‘«„‚「『\u00a0"
_IDEOGRAPHS: Final = "\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f"
_HEBREW: Final = "\u05d0-\u05ea"
_LONGEST: Final = 80


def opening(quote: str) -> str:
    """A pattern for a quote at the start of a line, or after a space or a character that opens something.

    The quote stands first in it: texts are searched for a character ten times faster than for a place.
    """
    return rf"{quote}(?:(?<=^{quote})|(?<=[{_OPENS_AFTER}]{quote}))"


_OPENS: Final = re.compile(opening('"') + r"(?=\S)", re.MULTILINE)
_OPENS_AFTER_APOSTROPHE: Final = re.compile(r'"(?<=[^\W\d_]’")(?=\w)')
_AMONG_IDEOGRAPHS: Final = Later(rf'"(?:(?<=[{_IDEOGRAPHS}]")|(?=[{_IDEOGRAPHS}]))')
_FIGURES: Final = frozenset("0123456789")
_IS_HEBREW: Final = re.compile(f"[{_HEBREW}]")
_GERSHAYIM: Final = Later(rf'"(?<=[{_HEBREW}]")(?=[{_HEBREW}])')
_QUOTED_AFTER_PREFIX: Final = Later(
    rf'(?<![{_HEBREW}"])[הובכלמש]{{1,3}}(")(?=[{_HEBREW}]{{2}}[^"\n]{{0,{_LONGEST}}}"(?![{_HEBREW}]))'
)
_GERESH: Final = Later(rf"'(?<=[{_HEBREW}]')")


def quotes_of(language: str) -> Quotes:
    """The quotation marks of a language, or else the English ones.

    >>> quotes_of("de-AT").outer_open, quotes_of("de-CH").outer_open, quotes_of("xx").outer_open
    ('„', '«', '“')

    Args:
        language: BCP 47 tag; its longest part that is known decides.
    """
    tag = language.lower().replace("zh-hant-", "zh-hant ").partition(" ")[0]
    return _QUOTES.get(tag) or _QUOTES.get(tag.partition("-")[0], _QUOTES["en"])


def with_hebrew_signs(text: str) -> str:
    """A text whose quotes within Hebrew words are the signs of acronyms and abbreviations.

    One behind a prefix opens a quotation, if that is closed again.

    >>> with_hebrew_signs('צה"ל'), with_hebrew_signs("גב'"), with_hebrew_signs('ב"הארץ"')
    ('צה״ל', 'גב׳', 'ב"הארץ"')
    """
    if text.isascii() or not _IS_HEBREW.search(text):
        return text
    opens = {found.start(1) for found in _QUOTED_AFTER_PREFIX.pattern.finditer(text)}
    text = _GERSHAYIM.pattern.sub(lambda found: '"' if found.start() in opens else "״", text)
    return _GERESH.pattern.sub("׳", text)


def with_double_quotes(text: str, quotes: Quotes, *, elides: bool, unspaced: bool) -> str:
    r"""A text whose double quotes open and close; one behind a figure that closes nothing is a sign for inches.

    >>> with_double_quotes('"a" of 5"', quotes_of("en"), elides=False, unspaced=False)
    '“a” of 5″'

    Args:
        text: with typographic apostrophes.
        quotes: the marks.
        elides: the language elides: a quote behind an apostrophe may open, as in l’"amour".
        unspaced: the language puts no spaces between words, so that what is beside a quote does not tell what it is.
    """
    opened = False
    hebrew = not text.isascii() and _IS_HEBREW.search(text) is not None
    parts: list[str] = []
    at = 0
    while (found := text.find('"', at)) >= 0:
        parts.append(text[at:found])
        at = found + 1
        opens = _OPENS.match(text, found) is not None
        if not opened and not opens:
            among = unspaced and _AMONG_IDEOGRAPHS.pattern.match(text, found)
            behind = elides and _OPENS_AFTER_APOSTROPHE.match(text, found)
            prefixed = hebrew and _HEBREW_PREFIX.pattern.search(text, max(0, found - 4), at)
            opens = bool(among or behind or prefixed)
        inches = not (opens or opened) and text[found - 1 : found] in _FIGURES and not text[at : at + 1].isalnum()
        parts.append(quotes.outer_open if opens else "″" if inches else quotes.outer_close)
        opened = opens or (opened and inches)
    return "".join([*parts, text[at:]])


_HEBREW_PREFIX: Final = Later(rf'(?<![{_HEBREW}])[הובכלמש]{{1,3}}"\Z')
