"""Typists' characters become typographers': quotes, dashes and dots by the rules of the language."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from booklet.text.maths import FORMULA_SIGN, has_formulas, set_aside

_NBSP: Final = "\u00a0"
_THIN: Final = "\u202f"


class Quotes(NamedTuple):
    """A language's quotation marks: outer pair and inner pair, with the spaces that belong inside them."""

    outer_open: str
    outer_close: str
    inner_open: str
    inner_close: str


_QUOTES: Final[dict[str, Quotes]] = {
    "en": Quotes("“", "”", "‘", "’"),
    "de": Quotes("„", "“", "‚", "‘"),
    "fr": Quotes(f"«{_THIN}", f"{_THIN}»", "“", "”"),
    "es": Quotes("«", "»", "“", "”"),
    "it": Quotes("«", "»", "“", "”"),
    "pt": Quotes("“", "”", "‘", "’"),
    "nl": Quotes("‘", "’", "“", "”"),
    "pl": Quotes("„", "”", "«", "»"),
    "ru": Quotes("«", "»", "„", "“"),
}
"""Source: Unicode CLDR, delimiters; for French the space of the Imprimerie nationale."""

_OPENS_AFTER: Final = r"\s(\[{—–/“‘«„‚\u00a0"


def _opening(quote: str) -> str:
    """A pattern for a quote at the start of a line, or after a space or a character that opens something.

    The quote stands first in it: texts are searched for a character ten times faster than for a place.
    """
    return rf"{quote}(?:(?<=^{quote})|(?<=[{_OPENS_AFTER}]{quote}))"


_DOUBLE_OPEN: Final = re.compile(_opening('"') + r"(?=\S)", re.MULTILINE)
_TEX_DOUBLE_OPEN: Final = re.compile(r"``")
_TEX_DOUBLE_CLOSE: Final = re.compile(r"''")
_TEX_SINGLE: Final = re.compile(r"`([^`'\n]{1,80})'(?![\w])")
_SINGLE_PAIR: Final = re.compile(_opening("'") + r"(?=\S)([^'\n]{0,80}?\S)'(?!\w)", re.MULTILINE)
_ELISION: Final = re.compile(_opening("'") + r"(?=\d\d\b|tis\b|twas\b|em\b|n\b)", re.MULTILINE | re.IGNORECASE)
_EM_DASH: Final = re.compile(r"---(?<!----)(?!-)")
_EN_DASH: Final = re.compile(r"--(?<!---)(?!-)")
_SPACED_DASH: Final = re.compile(r" (?<=\S )[-–] (?=\S)")
_DOTS: Final = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_INITIALS: Final = re.compile(r"\b([A-Z]\.) (?=[A-Z][\w.])")
_WIDE_SPACES: Final = re.compile(r"[ \t]{2,}")


def educate(text: str, language: str) -> str:
    r"""Replace typewriter quotes, dashes and dots in one paragraph of text.

    `"a"` and ``a'' become the language's outer quotes, 'a' and `a' its inner ones, a lone ' an apostrophe, --- and --
    dashes, a spaced hyphen a spaced dash that no line begins with (in American English an em dash without spaces).
    Text that is already typographic stays as it is.

    >>> educate("a new `boosted' posterior (\"truncated\") -- it's new", "en-GB")
    'a new ‘boosted’ posterior (“truncated”)\xa0– it’s new'

    Formulas stay as they are.

    Args:
        text: a paragraph, without markup.
        language: BCP 47 tag; its language subtag decides.

    Returns:
        The text in NFC.
    """
    if has_formulas(text):
        words, formulas = set_aside(text)
        if formulas:
            parts = educate(words, language).split(FORMULA_SIGN)
            return "".join([part for pair in zip(parts, (*formulas, ""), strict=True) for part in pair])
    quotes = _QUOTES.get(language.partition("-")[0].lower(), _QUOTES["en"])
    if language.lower() in {"de-ch", "fr-ch", "it-ch"}:
        quotes = Quotes("«", "»", "‹", "›")
    text = unicodedata.normalize("NFC", text)
    if "'" in text or "`" in text:
        text = _TEX_DOUBLE_OPEN.sub(quotes.outer_open, text)
        text = _TEX_DOUBLE_CLOSE.sub(quotes.outer_close, text)
        text = _TEX_SINGLE.sub(rf"{quotes.inner_open}\1{quotes.inner_close}", text)
        text = _ELISION.sub("’", text)
        text = _SINGLE_PAIR.sub(rf"{quotes.inner_open}\1{quotes.inner_close}", text)
        text = text.replace("'", "’")
    if '"' in text:
        text = _DOUBLE_OPEN.sub(quotes.outer_open, text)
        text = text.replace('"', quotes.outer_close)
    if "-" in text or "–" in text:
        text = _EM_DASH.sub("—", text)
        text = _EN_DASH.sub("–", text)
        text = _SPACED_DASH.sub("—" if language.lower() == "en-us" else f"{_NBSP}– ", text)
    if "..." in text:
        text = _DOTS.sub("…", text)
    return _WIDE_SPACES.sub(" ", text)


def tie_initials(name: str) -> str:
    r"""Keep the initials of a person's name on the line of what follows them.

    >>> tie_initials("D. E. Knuth")
    'D.\xa0E.\xa0Knuth'
    """
    return _INITIALS.sub(rf"\1{_NBSP}", name)
