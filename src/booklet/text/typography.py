"""Typists' characters become typographers': quotes, dashes and dots by the rules of the language."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from booklet.text.maths import FORMULA_SIGN, has_formulas, set_aside
from booklet.text.quotes import NBSP, THIN, opening, quotes_of, with_double_quotes, with_hebrew_signs

_ELIDING: Final = frozenset({"fr", "it", "ca"})
_UNSPACED: Final = frozenset({"ja", "zh"})


class _Spaces(NamedTuple):
    """The spaces that French puts before its signs, in a country."""

    colon: str
    others: str
    guillemets: str


_FRENCH: Final = {"ca": _Spaces(NBSP, "", NBSP), "ch": _Spaces(THIN, THIN, THIN)}
_FRANCE: Final = _Spaces(NBSP, THIN, THIN)
"""Source: as for the quotation marks of `booklet.text.quotes`."""

_TEX_DOUBLE_OPEN: Final = re.compile(r"``")
_TEX_DOUBLE_CLOSE: Final = re.compile(r"''")
_TEX_SINGLE: Final = re.compile(r"`([^`'\n]{1,80})'(?![\w])")
_SINGLE_PAIR: Final = re.compile(opening("'") + r"(?=\S)([^'\n]{0,80}?\S)'(?!\w)", re.MULTILINE)
_ELISION: Final = re.compile(opening("'") + r"(?=(?:\d\ds?|t(?:is|was)|em|n)\b)", re.MULTILINE | re.IGNORECASE)
_DUTCH_ELISION: Final = re.compile(opening("'") + r"(?=[stnkmr]\b)", re.MULTILINE)
_FEET_AND_INCHES: Final = re.compile(r"'(?<=[0-9]')( ?[0-9]{1,2}(?:[.,][0-9]{1,4})?)\"(?!\w)")
_ARC: Final = re.compile(r"([°º] ?[0-9]{1,2}(?:[.,][0-9]{1,6})?)'(?:( ?[0-9]{1,2}(?:[.,][0-9]{1,6})?)\")?")
_STRAND: Final = re.compile(r"'(?<=[35]')(?<![\w.,'][35]')(?=[-–]|\s(?:end|to|UTR)\b)")
_AFTER_FIGURE: Final = re.compile(r"'(?<=[0-9]')(?!\w)")
_EM_DASH: Final = re.compile(r"---(?<!----)(?!-)")
_EN_DASH: Final = re.compile(r"--(?<!---)(?!-)")
_SPACED_DASH: Final = re.compile(r" (?<=\S )[-–] (?=\S)")
_DOTS: Final = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_INITIALS: Final = re.compile(r"\b([A-Z]\.) (?=[A-Z][\w.])")
_WIDE_SPACES: Final = re.compile(r"[ \t]{2,}")
_FRENCH_END: Final = rf"[\s)\]»›”’{NBSP}{THIN}\ufdd0]|\Z"
_HIGH_SIGNS: Final = re.compile(rf"[;!?]+(?={_FRENCH_END})")
_COLON: Final = re.compile(rf":(?={_FRENCH_END})")
_SPACES: Final = frozenset((" ", NBSP, THIN))
_SPACED_AFTER: Final = frozenset("_)]}»›”’%°…")
"""What French puts a space behind besides letters and figures, if a high sign follows."""

_GUILLEMET: Final = re.compile(rf"([«‹])[ {NBSP}{THIN}]?(?=\S)|(?<=\S)[ {NBSP}{THIN}]?([»›])")


def educate(text: str, language: str) -> str:
    r"""Replace typewriter quotes, dashes and dots in one paragraph of text.

    `"a"` and ``a'' become the language's outer quotes, 'a' and `a' its inner ones, a lone ' an apostrophe, or a prime
    behind a figure; --- and -- dashes, a spaced hyphen a spaced dash that no line begins with (in American English an
    em dash without spaces). French gets its spaces. Text that is already typographic stays as it is.

    >>> educate("a new `boosted' posterior (\"truncated\") -- it's new", "en-GB")
    'a new ‘boosted’ posterior (“truncated”)\xa0– it’s new'

    Formulas stay as they are.

    Args:
        text: a paragraph, without markup.
        language: BCP 47 tag of the text.

    Returns:
        The text in NFC.
    """
    if has_formulas(text):
        words, formulas = set_aside(text)
        if formulas:
            parts = educate(words, language).split(FORMULA_SIGN)
            return "".join([part for pair in zip(parts, (*formulas, ""), strict=True) for part in pair])
    main, _, rest = language.lower().partition("-")
    quotes = quotes_of(language)
    text = unicodedata.normalize("NFC", text)
    if "'" in text or '"' in text or "`" in text:
        text = with_hebrew_signs(text)
    if "'" in text or "`" in text:
        text = _TEX_DOUBLE_OPEN.sub(quotes.outer_open, text)
        text = _TEX_DOUBLE_CLOSE.sub(quotes.outer_close, text)
        text = _TEX_SINGLE.sub(rf"{quotes.inner_open}\1{quotes.inner_close}", text)
        text = _primed(text)
        text = _ELISION.sub("’", text)
        text = _DUTCH_ELISION.sub("’", text) if main == "nl" else text
        text = _SINGLE_PAIR.sub(rf"{quotes.inner_open}\1{quotes.inner_close}", text)
        text = _AFTER_FIGURE.sub("′", text)
        text = text.replace("'", "’")
    if '"' in text:
        text = with_double_quotes(text, quotes, elides=main in _ELIDING, unspaced=main in _UNSPACED)
    if "-" in text or "–" in text:
        text = _EM_DASH.sub("—", text)
        text = _EN_DASH.sub("–", text)
        text = _SPACED_DASH.sub("—" if language.lower() == "en-us" else f"{NBSP}– ", text)
    if "..." in text:
        text = _DOTS.sub("…", text)
    text = _WIDE_SPACES.sub(" ", text)
    return _spaced(text, _FRENCH.get(rest.rpartition("-")[2], _FRANCE)) if main == "fr" else text


def _primed(text: str) -> str:
    """A text whose feet and inches, minutes and seconds of arc, and ends of DNA have primes."""
    text = _FEET_AND_INCHES.sub(r"′\1″", text)
    if "°" in text or "º" in text:
        text = _ARC.sub(lambda found: f"{found[1]}′{found[2]}″" if found[2] else f"{found[1]}′", text)
    return _STRAND.sub("′", text)


def _spaced(text: str, spaces: _Spaces) -> str:
    """A French text with the spaces that belong before high signs and inside guillemets, typed or not."""
    if ":" in text:
        text = _with_space_before(_COLON, text, spaces.colon)
    if ";" in text or "!" in text or "?" in text:
        text = _with_space_before(_HIGH_SIGNS, text, spaces.others)
    if any(sign in text for sign in "«»‹›"):
        inside = spaces.guillemets
        text = _GUILLEMET.sub(lambda found: f"{found[1]}{inside}" if found[1] else f"{inside}{found[2]}", text)
    return text


def _with_space_before(signs: re.Pattern[str], text: str, space: str) -> str:
    """A text with a space of one kind before these signs, where one was typed or belongs."""
    parts: list[str] = []
    at = 0
    for found in signs.finditer(text):
        start = found.start()
        before, earlier = text[start - 1 : start], text[max(0, start - 2) : max(0, start - 1)]
        if before in _SPACES and earlier and not earlier.isspace():
            parts += [text[at : start - 1], space]
            at = start
        elif before.isalnum() or before in _SPACED_AFTER:
            parts += [text[at:start], space]
            at = start
    return "".join([*parts, text[at:]])


def tie_initials(name: str) -> str:
    r"""Keep the initials of a person's name on the line of what follows them.

    >>> tie_initials("D. E. Knuth")
    'D.\xa0E.\xa0Knuth'
    """
    return _INITIALS.sub(rf"\1{NBSP}", name)
