"""Collation: the order in which a language sorts names, and the letters that an index of them has heads for.

Babel has no collation, and ICU is no wheel that is everywhere, so that the few facts needed are stated here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from booklet.model.pinyin import by_sound

_TAILORINGS: Final[dict[str, str]] = {
    "az": "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü z<w",
    "bs": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "cs": "c<č h<ch r<ř s<š z<ž",
    "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
    "da": "y=ü z<æ=ä<ø=ö=ő<å=aa",
    "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fi": "y=ü z<å<ä=æ<ö=ø=ő",
    "gl": "n<ñ",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ=ä<ö=ø<å",
    "lt": "c<č s<š z<ž i=y",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ r<ŗ s<š z<ž i=y",
    "nb": "y=ü z<æ=ä<ø=ö=ő<å=aa",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș=ş t<ț=ţ",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "sv": "y=ü z<å<ä=æ<ö=ø=ő",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
}
"""What is a letter of its own and after which it comes (<), and what only looks different (=), where a language differs
from the order in which letters with marks sort as those without. A tailoring of two letters is one letter: Czech ch.

Source: Unicode CLDR, common/collation; the standard order of each language.
"""

_SAME: Final = {"nn": "nb", "no": "nb", "fo": "da", "kl": "da", "ast": "gl", "fil": "es", "se": "fi"}
"""Languages that sort as another one does."""

_CYRILLIC: Final = "г<ґ д<ђ<ѓ е<є з<ѕ и<і<ї й<ј л<љ н<њ т<ћ<ќ у<ў ц<џ"
"""Letters that Unicode's numbers have in another order than the alphabets; й is none of и's variants."""

_BASES: Final = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "ə": "e", "й": "й",
}  # fmt: skip
"""Letters that Unicode does not take apart, as they are written where they cannot be typed; й stays whole."""

_OWN: Final[dict[str, tuple[int, int]]] = {
    "el": (0x370, 0x3FF),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"), (0x400, 0x52F)),
    "hy": (0x530, 0x58F),
    **dict.fromkeys(("he", "yi"), (0x590, 0x5FF)),
    **dict.fromkeys(("ar", "fa", "ur"), (0x600, 0x77F)),
    "ka": (0x10A0, 0x10FF),
    "ja": (0x3040, 0x9FFF),
    "ko": (0xAC00, 0xD7A3),
}
"""The script of languages that are not written in Latin letters; names in it come before all others."""

_LATER: Final = 0xE000
"""The code of a private sign that makes the next letter of the alphabet out of a letter; no letter has a higher one."""

_PRIVATE: Final = range(_LATER, _LATER + 16)

_OTHERS: Final = "\uf000"
"""Before the names in other scripts than the language's own."""

_PLAIN: Final = re.compile("[A-Za-z. ]*")
_APOSTROPHES: Final = frozenset("'’‘`ʼ´׳״ـ")
"""What is no letter inside a word; the last one only makes an Arabic word longer."""

_POINTS: Final = frozenset(map(chr, (*range(0x591, 0x5C8), *range(0x64B, 0x660), 0x670)))
"""Vowels that Hebrew and Arabic may write over and under letters, and that do not count when names are sorted."""

_FINALS: Final = {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ة": "ه", "ى": "ي"}
"""Forms that letters have at the end of a word."""

_ARTICLE: Final = re.compile("^ال(?=..)")
"""The Arabic article, which indexes do not sort by."""

_KATAKANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {ord("ー"): "", ord("・"): " "}
_SMALL: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_ROWS: Final = {
    kana: row[0]
    for row in (
        "あいうえおゔ",
        "かきくけこ",
        "さしすせそ",
        "たちつてと",
        "なにぬねの",
        "はひふへほ",
        "まみむめも",
        "やゆよ",
        "らりるれろ",
        "わゐゑをん",
    )
    for kana in row
}
"""The heads of a Japanese index are the first of each row of the fifty sounds."""

_READING: Final = "漢字"
"""The head of Japanese names of which no reading is known."""
_CONSONANTS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_HANGUL: Final = (0xAC00, 0xD7A3, 588)
"""The first syllable, the last one, and how many begin with the same consonant (The Unicode Standard, 3.12)."""

_KANA: Final = 0x3040
"""The code of the first hiragana; Chinese characters come later."""

_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})
"""Subtags of the Chinese that sorts by radicals and strokes, which Unicode's numbers follow."""

_CASED: Final = 0x590
"""The scripts below this code have capitals in every font."""

_DIGITS: Final = "0–9"
_SIGNS: Final = "#"


class _Letters(dict[int, str]):
    """What each character counts as; characters without marks of their own are found out when they are met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = self._found(chr(code))
        return found

    def _found(self, character: str) -> str:
        if ord(character) in _PRIVATE:
            return character
        if character in _APOSTROPHES or character in _POINTS or "\u0300" <= character <= "\u036f":
            return ""
        decomposed = unicodedata.normalize("NFD", character)
        base, marks = decomposed[0], decomposed[1:]
        if base != character:
            if "가" <= character <= "힣":
                return character
            # Of several marks, as Vietnamese has them, one may make the letter and another the tone.
            whole = (unicodedata.normalize("NFC", base + mark) for mark in marks)
            made = next((letter for letter in whole if ord(letter[0]) in self), base)
            return str(self[ord(made[0])])
        if (plain := unicodedata.normalize("NFKD", character)) != character:
            return plain.casefold().translate(self)
        if character.isalnum() or unicodedata.category(character) in {"Mc", "Mn"}:
            return character
        return " " if unicodedata.category(character) != "Cf" else ""


class _Table(NamedTuple):
    """A language's order: letters, pairs that are one letter, heads, and whether plain names need none of it."""

    letters: _Letters
    pairs: re.Pattern[str] | None
    keys: dict[str, str]
    heads: dict[str, str]
    plain: bool
    own: tuple[int, int] | None
    dotless: bool
    before: Callable[[str], str] | None


def collate(text: str, language: str) -> str:
    """What a text is compared by: letters only, in the order of the language.

    >>> sorted(["Öberg", "Zorn", "Oberg", "Åberg"], key=lambda name: collate(name, "sv"))
    ['Oberg', 'Zorn', 'Åberg', 'Öberg']
    >>> sorted(["Öberg", "Zorn", "Oberg", "Åberg"], key=lambda name: collate(name, "en"))
    ['Åberg', 'Öberg', 'Oberg', 'Zorn']

    Args:
        text: a name or a part of it.
        language: BCP 47 tag.

    Returns:
        A text whose order by code points is the language's; what differs only in case, accents or punctuation is equal.
    """
    table = _table(language)
    if table.plain and _PLAIN.fullmatch(text):
        # Most names: nothing in them needs looking up.
        return " ".join(text.replace(".", " ").lower().split()) if "." in text else text.lower()
    if table.dotless:
        text = text.replace("I", "ı").replace("İ", "i")
    text = unicodedata.normalize("NFC", text.casefold())
    if table.before is not None:
        text = table.before(text)
    if table.pairs is not None:
        text = table.pairs.sub(lambda pair: table.keys[pair[0]], text)
    key = " ".join(text.translate(table.letters).split()) or text
    return key if table.own is None or table.own[0] <= ord(key[:1] or "\0") <= table.own[1] else _OTHERS + key


def initial(key: str, language: str) -> str:
    """The head under which a collated name stands: a letter, "0–9" for digits, and "#" for anything else.

    >>> [initial(collate(name, "cs"), "cs") for name in ("Chalupa", "Čapek", "Ivan", "3Blue1Brown")]
    ['Ch', 'Č', 'I', '0–9']
    """
    key = key.removeprefix(_OTHERS)
    first, after = key[:1], key[1:2]
    element = key[:2] if after and ord(after) in _PRIVATE else first
    if head := _table(language).heads.get(element):
        return head
    if first.isdecimal():
        return _DIGITS
    if not first.isalpha():
        return _SIGNS
    if language.lower().partition("-")[0] == "ja" and ord(first) >= _KANA:
        return _ROWS.get(first, _READING)
    low, high, step = _HANGUL
    if low <= ord(first) <= high:
        return _CONSONANTS[(ord(first) - low) // step]
    return first.upper() if ord(first) < _CASED else first


def _in_hiragana(text: str) -> str:
    """A Japanese text in one of its two syllabaries, and with all its signs at full size."""
    return text.translate(_KATAKANA).translate(_SMALL)


def _without_article(text: str) -> str:
    return _ARTICLE.sub("", text)


@lru_cache(maxsize=16)
def _table(language: str) -> _Table:
    """The order of a language by its BCP 47 tag."""
    tag = language.lower().partition("-")[0]
    tag = _SAME.get(tag, tag)
    letters = _Letters({ord(letter): base for letter, base in (_BASES | _FINALS).items()})
    keys: dict[str, str] = {}
    heads: dict[str, str] = {}
    for rule in f"{_CYRILLIC} {_TAILORINGS.get(tag, '')}".split():
        for at, forms in enumerate(rule.split("<")):
            anchor = rule[0]
            key = anchor + chr(_LATER + at) if at else anchor
            for form in forms.split("="):
                keys[form] = key
            head = forms.split("=")[0]
            heads.setdefault(key, head.capitalize())
    letters.update({ord(form): key for form, key in keys.items() if len(form) == 1})
    if tag in {"tr", "az"}:
        heads |= {"i": "İ", keys["ı"]: "I"}
    pairs = sorted((form for form in keys if len(form) > 1), key=lambda form: (-len(form), form))
    changed = any(form.isascii() and form != key for form, key in keys.items())
    dotless = tag in {"tr", "az"}
    own = None if "-latn" in language.lower() else _OWN.get(tag)
    found = re.compile("|".join(pairs)) if pairs else None
    before = {"ja": _in_hiragana, "ar": _without_article}.get(tag)
    if tag == "zh" and not _TRADITIONAL.intersection(language.lower().split("-")):
        before = by_sound
    return _Table(letters, found, keys, heads, not (changed or dotless or own), own, dotless, before)
