"""Whether a text reads as the name of a person, by its shape and its words; and what stands where a name is missing.

1. A name has two to six words, each capitalised, an initial or a particle, and no digits or signs.
2. A word of topics, events, institutions or places (`topic_words`) makes it no name, unless a common given name comes
   first and the word is a family name as well: "Jon Hall" is a person, "Main Hall" is none.
3. A common given name (`name_words`), initials, a title or two words of Pinyin make it likelier. Without any of them,
   endings that only things have ("-tion", "-keit"), capitals throughout and CamelCase make it none.
4. A Chinese, Japanese or Korean name begins with a known family name, or has a space or a title.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from booklet.manuscripts.name_titles import without_office, without_suffix, without_title
from booklet.manuscripts.name_words import (
    GIVEN,
    HAN_FAMILIES,
    HAN_FAMILIES_OF_TWO,
    HANGUL_FAMILIES,
    PARTICLES,
    PINYIN,
    WORDS_TOO,
)
from booklet.manuscripts.topic_words import (
    FUNCTION_WORDS,
    HAN_TOPICS,
    INSTITUTIONS,
    NO_PEOPLE,
    NO_STARTS,
    NOBODY,
    OFTEN_INSTITUTIONS,
    PLACE_STARTS,
    PLACES,
    TOPICS,
)

LEAST: Final = 0.5
"""From this score on, a text is a name."""

KNOWN: Final = 0.85
"""From this score on, a known given name, or a title and initials, bear it out."""

_LONGEST: Final = 70
_MOST_WORDS: Final = 6
_MOST_UNKNOWN_WORDS: Final = 4

_BLANKS: Final = re.compile(
    r"(?:the )?(?:[^\W\d_]+ ){0,3}(?:to be (?:announced|confirmed|determined|decided|defined|named)|tb[acd]|n\.n\.?)"
    r"(?: later| soon)?|(?:all|alle|tous les|toutes les|todos los|tutti i|todos os|все) [^\W\d_]+"
)
_FORBIDDEN: Final = re.compile(r"[0-9:;?!/\\=+<>|{}\[\]()（）&%$#*@_~^。，、；：？！《》【】]")
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’ʼ‘`ʻ.-])*")
_INITIAL: Final = re.compile(r"(?:[^\W\d_a-z]\.?-?){1,3}\.|[A-ZÀ-ÞА-Я]")
_SMALL_START: Final = re.compile(r"(?:d|l|o|t|al|el|ul|as|ash|bin|ibn|abu)['’ʻ-][A-ZÀ-ÞА-Я]")
_NICKNAME: Final = re.compile(
    r"\s(?:\([^()]{1,30}\)|[\"“”„«‘'][^\"“”„«»'’]{1,30}[\"“”»’'])(?=\s)|\s\([a-zß-ÿ][^()]{0,30}\)$"
)
_CAMEL: Final = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_CAMEL_NAME: Final = re.compile(r"(?:Mc|Mac|De|Di|Da|Du|Le|La|Van|Von|Fitz|O)[A-ZÀ-Þ][a-zß-ÿ]+")
_VOWEL: Final = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_SYLLABLES: Final = re.compile(rf"{PINYIN}{{1,2}}")
_THING: Final = re.compile(
    r"[a-z]{3}(?:tions?|ness|ments?|isms?|ology|ologies|ically|graphs?|graphy|ware|ities|ility|ability|formers?|"
    r"ances?|ences?|ives?|less|ful|tures?|ical|ics|ious|ables?|ibles?|ized|ised|izing|ising|ification|metry|"
    r"keit|keiten|heit|heiten|schaft|schaften|tionen|ische[nrs]?|liche[nrs]?|ierung|ierte[nrs]?|"
    r"ciones|ción|mientos?|idad|idades|zione|zioni|ità|ções|ção|dade|dades|heid|iques?)$|"
    r"[a-z]{5}(?:ing|ity|ung|ungen|ed)$|(?:heits|keits|ungs|schafts|tions)-|"
    r"[а-яё]{3}(?:ция|ции|ность|ности|ние|ния|ческ\w{2,3})$"
)
"""How nouns and adjectives end that no person is called by."""

_THINGS: Final = FUNCTION_WORDS | TOPICS | INSTITUTIONS | OFTEN_INSTITUTIONS | PLACES

_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]+")
_KANA: Final = re.compile(r"[\u3040-\u30ffー]")
_EAST_ASIAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々\u3040-\u30ff・＝·• \u3000]+")
_TRANSCRIBED: Final = re.compile(r"[\u30a0-\u30faー]+(?:[・＝][\u30a0-\u30faー]+){1,3}")
_HIRAGANA: Final = re.compile(r"[\u3041-\u309f]{1,4}")
_SPACED_KANA: Final = re.compile(
    r"(?P<family>[\u3400-\u9fff々]{1,3})[ \u3000]+"
    r"(?P<given>(?!について|における|から|まで|とは|する|した|です|ます|まとめ|はじめ|おわり|あいさつ|など|ほか)[\u3041-\u309f]{2,4})"
)
"""A Japanese family name, and a given name that is written by its sound."""

_JOINERS: Final = frozenset("\u200c\u200d'’-־.\u05f3")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]+")


def nobody(text: str) -> bool:
    """Whether a text stands where a name will be, or means nobody in particular: TBA, N.N., everyone, –.

    >>> nobody("N.N."), nobody("à confirmer"), nobody("All participants"), nobody("Allan")
    (True, True, True, False)
    """
    if not re.search(r"[^\W_]", text):
        return True
    plain = " ".join(text.strip(" \t\n.:;,*()[]（）")[:_LONGEST].casefold().split())
    return plain in NOBODY or _BLANKS.fullmatch(plain) is not None


def is_name(text: str) -> bool:
    """Whether a text reads as the name of one person.

    >>> is_name("Jeanine Van Order"), is_name("Zeta Functions"), is_name("張宝輝")
    (True, False, True)
    """
    return name_score(text) >= LEAST


def name_score(text: str) -> float:
    """How much a text looks like the name of one person: 0 is none, from 0.5 on it is one, 1 is certain.

    >>> name_score("Machine Learning"), name_score("Raf Cluckers"), name_score("J. von Neumann")
    (0.0, 0.55, 0.85)
    """
    whole = text.strip(" ,;")
    return _score(whole) if 0 < len(whole) <= _LONGEST and not nobody(whole) else 0.0


def given(word: str) -> bool:
    """Whether a word is a common given name, or begins with one: Anna, Anna-Lena, José."""
    small = word.casefold().strip(".'’")
    return small in GIVEN or small.partition("-")[0] in GIVEN


@lru_cache(maxsize=2**14)
def _score(text: str) -> float:
    full = without_suffix(_NICKNAME.sub("", text))
    bare, _ = without_title(full)
    titled = bare != full.strip()
    bare, _ = without_office(bare)
    if _EAST_ASIAN.fullmatch(bare):
        return _east_asian_score(bare, titled=titled)
    if _FORBIDDEN.search(bare) or bare.casefold() in NO_PEOPLE:
        return 0.0
    words = bare.replace(",", " ").split()
    if not words or len(words) > _MOST_WORDS:
        return 0.0
    if not any(char.isupper() for char in bare) and not any(char.islower() for char in bare):
        return _caseless_score(words, titled=titled)
    if len(words) == 1:
        return _lone_score(words[0], titled=titled)
    return _shape_score(words, titled=titled)


def _lone_score(word: str, *, titled: bool) -> float:
    """A word alone is a name only behind a title."""
    if not word[0].isupper() or not _WORD.fullmatch(word) or _of_things(word):
        return 0.0
    return LEAST if titled else 0.4 if given(word) else 0.0


def _shape_score(words: list[str], *, titled: bool) -> float:
    """The score of a name in letters that have capitals, of two words or more."""
    known = given(words[0]) or (words[0].isupper() and given(words[-1]))
    proper: list[str] = []
    bonus = titled
    initials = re.fullmatch(r"[^\W\d_]\.", words[0]) is not None and not known
    for at, word in enumerate(words):
        small = word.casefold().strip("'’")
        if small in PARTICLES and at < len(words) - 1 and (at > 0 or word[0].islower()):
            bonus = True
        elif _INITIAL.fullmatch(word):
            bonus = bonus or word.endswith(".") or at > 0
        elif not _may_be_in_name(word, first=at == 0, known=known) or (at == 0 and not known and small in PLACE_STARTS):
            return 0.0
        else:
            proper.append(word)
    if words[0].istitle() and words[0].casefold() in NO_STARTS:
        return 0.0
    if not proper or (words[0] in {"A", "I"} and not bonus) or (len(words) > _MOST_UNKNOWN_WORDS and not known | bonus):
        return 0.0
    if not known and not titled and any(_THING.search(word.casefold()) for word in proper):
        return 0.0
    pinyin = len(words) == 2 and all(_SYLLABLES.fullmatch(word.casefold().replace("-", "")) for word in words)
    if not known and not titled and not pinyin and _shouted(proper, last=words[-1]):
        return 0.3
    return min(1.0, round(0.55 + 0.35 * known + 0.15 * initials + 0.15 * bonus + 0.15 * titled + 0.1 * pinyin, 2))


def _may_be_in_name(word: str, *, first: bool, known: bool) -> bool:
    if not _WORD.fullmatch(word) or (word[0].islower() and not _SMALL_START.match(word)):
        return False
    if not known:
        return not _of_things(word)
    return first or all(part in WORDS_TOO or part not in _THINGS for part in _parts(word))


def _parts(word: str) -> list[str]:
    """A word, and what its hyphens join."""
    small = word.casefold().strip(".'’")
    return [small, *(part for part in small.split("-") if len(part) > 3)] if "-" in small else [small]


def _of_things(word: str) -> bool:
    """Whether a word belongs to titles, events, institutions or places."""
    return any(part in _THINGS for part in _parts(word))


def _shouted(words: list[str], *, last: str) -> bool:
    """Whether capitals speak against a name: GNU Mes and GitLab, but not Alban QUADRAT or McDonald."""
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    if any(_CAMEL.search(word) and not _CAMEL_NAME.fullmatch(word) for word in words):
        return True
    if len(capitals) == len(words):
        return True
    return any(word != last or len(word) < 4 or not _VOWEL.search(word) for word in capitals)


def _caseless_score(words: list[str], *, titled: bool) -> float:
    """Names in scripts without capitals: Arabic, Hebrew, Devanagari, Thai, Hangul."""
    if any(not (char.isalpha() or char in _JOINERS or _is_mark(char)) for char in "".join(words)):
        return 0.0
    if all(_HANGUL.fullmatch(word) for word in words):
        short = len("".join(words)) <= 4
        return 0.6 if short and words[0][0] in HANGUL_FAMILIES and len("".join(words)) > 2 else 0.0
    return LEAST if 2 <= len(words) <= 4 or titled else 0.0


def _is_mark(char: str) -> bool:
    """Whether a character is a vowel sign that belongs to the letter before it."""
    return unicodedata.category(char) in {"Mn", "Mc"}


def _east_asian_score(text: str, *, titled: bool) -> float:
    spaced = text.split()
    plain = "".join(spaced)
    if (sounded := _SPACED_KANA.fullmatch(text)) and not HAN_TOPICS.search(sounded["family"]):
        return 0.7
    if HAN_TOPICS.search(plain):
        return 0.0
    if "·" in plain:
        return 0.8 if len(plain) <= 20 else 0.0
    if _TRANSCRIBED.fullmatch(plain):
        return 0.6
    long_family = plain[:2] in HAN_FAMILIES_OF_TWO
    if _KANA.search(plain):
        two = len(spaced) == 2 and len(plain) <= 7 and any(part in HAN_FAMILIES_OF_TWO for part in spaced)
        known = two or (long_family and _HIRAGANA.fullmatch(plain[2:]))
        return 0.7 if known else LEAST if titled and len(plain) <= 8 else 0.0
    if not _HAN.fullmatch(plain):
        return 0.0
    if long_family and 3 <= len(plain) <= 5:
        return 0.9
    if plain[:1] in HAN_FAMILIES and 2 <= len(plain) <= 3:
        return 0.9 if titled else 0.8
    if titled and 2 <= len(plain) <= 5:
        return 0.8
    return 0.65 if len(spaced) == 2 and all(len(part) <= 3 for part in spaced) else 0.0
