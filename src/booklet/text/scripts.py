"""What scripts demand: which of them run from right to left, and which are written without spaces."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from booklet.patterns import Later, is_foreign

_RIGHT_TO_LEFT: Final = frozenset(("adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"))
"""Scripts in use that run from right to left, by their ISO 15924 codes."""

_THEIRS: Final = frozenset(
    (
        "ar",
        "arc",
        "azb",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ji",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
    )
) | {"ug", "ur", "yi"}
"""Languages that are written in one of these unless their tag says otherwise. Source: Unicode CLDR, likely subtags."""


_CONNECTED: Final = Later(
    "[\u0600-\u07bf\u0840-\u109f\u1780-\u18af\u1900-\u1cff\ua840-\ua8ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
)
"""Letters that are joined to their neighbours, or lean on them: Arabic and its kin, the scripts of India and of
Southeast Asia, Mongolian. White between them would tear words apart.

Source: W3C, Text Layout Requirements for the Arabic and Indic scripts, on letter spacing.
"""

_SQUARE: Final = Later(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Signs of East Asia, which fill squares of one size: what is spaced out to look even is even already."""


def takes_tracking(text: str) -> bool:
    """Whether letterspacing does a text any good.

    >>> takes_tracking("Contents"), takes_tracking("Содержание"), takes_tracking("目次"), takes_tracking("المحتويات")
    (True, True, False, False)
    """
    return not is_foreign(text) or not (_CONNECTED.pattern.search(text) or _SQUARE.pattern.search(text))


def is_rtl(language: str) -> bool:
    """Whether a language is written from right to left.

    >>> [is_rtl(tag) for tag in ("ar", "he-IL", "en-US", "az-Arab", "ks-Deva")]
    [True, True, False, True, False]

    Args:
        language: BCP 47 tag.
    """
    first, *others = language.lower().split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")
    return script in _RIGHT_TO_LEFT if script else first in _THEIRS


_RIGHT: Final = Later(
    "[\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that stand to the right of what comes after them.

The digits of Arabic are not among them: numbers run from left to right (UAX 9, class AN). Nor are controls: they turn
nothing where there is no such letter, so that nobody can have a Latin name read backwards.
"""


def has_rtl(text: str) -> bool:
    """Whether a text holds letters that run from right to left.

    >>> has_rtl("خبر ١٩"), has_rtl("١٩")
    (True, False)
    """
    return is_foreign(text) and _RIGHT.pattern.search(text) is not None


_BINDING: Final = frozenset(("be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"))


def binds(language: str) -> bool:
    """Whether lines should not end in words of one letter, as in Slavic languages: w, z, и, в.

    Source: CTAN, xevlna and luavlna; Milchin, Spravochnik izdatelya i avtora, on prepositions at lines' ends.
    """
    return language.lower().partition("-")[0] in _BINDING


def runs_rtl(text: str, *, beside: bool) -> bool:
    """Whether a text as a whole runs from right to left.

    It does what is `beside` it does if it begins with such a letter, or has no letters. Else most letters decide, those
    of that direction twice as much: a Hebrew title may begin with a Latin name, and an English one with a Hebrew word.

    >>> runs_rtl("PyTorch למתחילים", beside=True), runs_rtl("שלום and other words", beside=False)
    (True, False)

    Args:
        text: a sentence, a title, a name.
        beside: whether what is around it, or its stated language, runs from right to left.
    """
    if text.isascii() and not beside:
        return False
    letters = [_RIGHT.pattern.match(character) is not None for character in text if character.isalpha()]
    if not letters or letters[0] == beside:
        return beside
    right = sum(letters)
    return right * (2 if beside else 1) > (len(letters) - right) * (1 if beside else 2)


Kind: TypeAlias = Literal["", "han", "hangul", "loose"]
"""How a character meets others: "han" are characters that lines may end between and justified lines are spread between,
"hangul" such that lines may end between, "loose" letters of scripts whose words have no spaces between them."""

_HAN: Final = (
    "\u2e80-\u312f\u3190-\u31ff\u3200-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef"
    "\U00016fe0-\U00018d8f\U0001aff0-\U0001b2ff\U00020000-\U0003ffff"
)
"""Han, kana, bopomofo, Yi, Tangut, their signs, and full-width forms."""

_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_LOOSE: Final = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
"""Thai, Lao, Burmese, Khmer, Tai."""

_KINDS: Final = Later(f"([{_HAN}])|([{_HANGUL}])|([{_LOOSE}])")
_NAMES: Final[tuple[Kind, ...]] = ("", "han", "hangul", "loose")


def kind_of(character: str) -> Kind:
    """How a character meets others on a line.

    >>> [kind_of(character) for character in "a漢カ。한ก"]
    ['', 'han', 'han', 'han', 'hangul', 'loose']
    """
    found = _KINDS.pattern.match(character)
    return _NAMES[found.lastindex or 0] if found else ""


def has_spaceless(text: str) -> bool:
    """Whether a text holds characters between which a line may end without a space."""
    return is_foreign(text) and _KINDS.pattern.search(text) is not None


def slants(text: str) -> bool:
    """Whether the letters of a text have an italic: those of most scripts have none.

    >>> slants("rien"), slants("и"), slants("خبر"), slants("強調"), slants("—")
    (True, True, False, False, True)
    """
    letters = [character for character in text if character.isalpha()]
    return not letters or any(letter < "\u0530" or "\u1d00" <= letter <= "\u1fff" for letter in letters)
