"""People: reading who somebody is, comparing and sorting names, and knowing one person under several spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from booklet.model.collation import collate
from booklet.model.program import Profile, Program, Session, Speaker
from booklet.model.texts import line
from booklet.patterns import Later, is_foreign

_POSITION: Final = re.compile(
    r"\b(?:professor|prof|dr|lecturer|fellow|student|post-?doc\w*|researcher|scientist|engineer|director|head|chair|dean|"
    r"provost|president|manager|founder|co-?founder|ceo|cto|cfo|editor|reader|instructor|analyst|consultant|developer|"
    r"candidate|emeritus|emerita|assistant|associate|officer|lead)\b",
    re.IGNORECASE,
)
"""Words that say what somebody is rather than where."""

_UNIT: Final = re.compile(
    r"(?:the\s+)?"
    r"(?:department|dept|school|faculty of|institute|cent(?:re|er)|division|laborator(?:y|ies)|labs?|college)\b",
    re.IGNORECASE,
)
"""What the name of a part of a university begins with."""

_SUFFIX: Final = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq)\.?", re.IGNORECASE)
"""What may follow a name after a comma and still be of the name."""

_TITLES: Final = re.compile(
    r"(?:(?:(?:prof|professor|dr|mr|mrs|ms|sir|dame)\.?|(?:проф|акад|д-р)\.?|[أا]?\.?د\.|פרופ[׳']|ד[״\"]ר)\s+)+(?=\S)",
    re.IGNORECASE,
)
_NICKNAME: Final = re.compile(r"\s*(?:\([^()]*\)|[\"“”«»][^\"“”«»]*[\"“”«»])")
_MARKS: Final = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060]")
"""Accents of Latin, Greek and Cyrillic letters, and what nobody sees; the vowel signs of other scripts are letters and
stay."""

_SIMPLE: Final = re.compile("[A-Za-z]+(?: [A-Za-z]+)*")
_APART: Final = re.compile(r"[^\w]+|_")
_APOSTROPHES: Final = re.compile("['’‘`ʼ´]")
_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart, as they are written where they cannot be typed."""

_PARTICLES: Final = frozenset(
    {"van", "von", "de", "di", "da", "du", "del", "della", "dos", "das", "le", "la"}
    | {"بن", "ابن", "بنت", "أبو", "آل", "عبد", "בן", "בת", "בר", "אבו"}
)
"""What belongs to the family name even when it is capitalised."""

_JOINTS: Final = frozenset({"y", "e", "i"})
"""What joins two family names: Ortega y Gasset."""

_BEFORE: Final = _PARTICLES | _JOINTS
_TRAILING: Final = {"de": None, "nl": None, "pt": None, "es": None, "fr": frozenset({"de"})}
"""Languages that sort names without the particles before them, which then follow the given names (Beethoven, Ludwig
van), and which particles, where not all. Only small ones are meant: La Fontaine, Jean de.

Source: IFLA, Names of Persons; in Belgium all particles stay.
"""

_GIVEN_FIRST: Final = Later("[\u0e00-\u0eff\u1000-\u109f\u1200-\u139f\u1780-\u17ff]")
"""Letters of Thai, Lao, Burmese, Ethiopic and Khmer, whose names go by their first word and are not turned round.

Source: IFLA, Names of Persons; The Chicago Manual of Style, 16.76 and following.
"""

_TOGETHER: Final = re.compile(r" [&＆+] ")
"""What joins two people who are one name: Ben & Jerry."""

_EAST_ASIAN: Final = Later("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")

_COMMAS: Final = {"，": "，", "、": "、", "،": "، "}
"""The commas of other scripts, as they stand in a text."""

_SIGNS: Final = re.compile(r"(?<=\w)(?: [^\w\s(\"“«,.)\]’'”»]+)+$")
"""Signs behind a name that are no part of it."""

_SPECIAL: Final = re.compile(r"[,(\"“«]")
"""What makes a name more than words between spaces."""


def read_person(text: str) -> Speaker:
    """Read who somebody is.

    "Name (Affiliation)", "Name, Affiliation", "Name, Position" and "Name, Position, Affiliation" are understood; what
    follows the name is a position if it says so, and the affiliation begins with the last part, or with the
    department, school or institute before it.

    >>> read_person("Eli Grigsby, Professor of Mathematics, Boston College")
    Speaker(name='Eli Grigsby', position='Professor of Mathematics', affiliation='Boston College', at=())
    """
    text, inside = _without_brackets(line(text))
    comma, between = ",", ", "
    if not text.isascii() and "," not in text:
        comma, between = next(((sign, joint) for sign, joint in _COMMAS.items() if sign in text), (comma, between))
    name, *parts = [part.strip() for part in text.split(comma)]
    while parts and _SUFFIX.fullmatch(parts[0]):
        name = f"{name}, {parts.pop(0)}"
    parts = [part for part in parts if part]
    if inside:
        return Speaker(name, between.join(parts), inside)
    if not parts or not _POSITION.search(parts[0]):
        return Speaker(name, "", between.join(parts))
    first = len(parts) - 1
    while first > 1 and _UNIT.match(parts[first - 1]):
        first -= 1
    first = max(first, 1)
    return Speaker(name, between.join(parts[:first]), between.join(parts[first:]))


@lru_cache(maxsize=2**18)
def normal(name: str) -> str:
    """A name as it is compared: without case, accents, punctuation, titles and nicknames.

    >>> normal("Prof. Patrícia Muñoz-Ewald"), normal("Liangchen (Lewis) Liu")
    ('patricia munoz ewald', 'liangchen liu')
    """
    bare = _bare(name)
    if _SIMPLE.fullmatch(bare):
        return bare.lower()
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", bare.casefold())).translate(_LETTERS)
    words = _APART.sub(" ", _APOSTROPHES.sub("", letters)).strip()
    return words or name.casefold()


def _bare(name: str) -> str:
    """A name without titles and nicknames."""
    if _SPECIAL.search(name):
        name = _NICKNAME.sub("", name)
    return _TITLES.sub("", name, count=1)


def family_name(name: str, profile: Profile | None = None) -> str:
    """The family name: what stands before the comma of `sort_as`, else the last word with its particles.

    >>> family_name("Ludwig van Beethoven"), family_name("José Ortega y Gasset")
    ('van Beethoven', 'Ortega y Gasset')
    """
    if _is_whole(name):
        return name
    if profile is not None and profile.sort_as:
        return profile.sort_as.split(",")[0].strip()
    return _dissected(name).family


def _is_whole(name: str) -> bool:
    """Whether a name is printed as it is given, also where the names of others are turned round or cut short.

    So are names in Chinese characters, kana or Hangul, which are short and begin with the family name, in scripts whose
    names are known by their first word, and of people who are one.

    >>> [_is_whole(name) for name in ("朝倉 千尋", "สมชาย ใจดี", "Ben & Jerry", "Chihiro Asakura")]
    [True, True, True, False]
    """
    if is_foreign(name) and (_EAST_ASIAN.pattern.match(name) or _GIVEN_FIRST.pattern.match(name)):
        return True
    return ("&" in name or "＆" in name or "+" in name) and _TOGETHER.search(name) is not None


def is_east_asian(name: str) -> bool:
    """Whether a name is written in Chinese characters, kana or Hangul.

    >>> is_east_asian("朝倉 千尋"), is_east_asian("Chihiro Asakura")
    (True, False)
    """
    return is_foreign(name) and _EAST_ASIAN.pattern.match(name) is not None


def sort_key(name: str, profile: Profile | None = None, *, language: str = "en") -> tuple[str, str, str]:
    """What to sort people by: `sort_as` if the program states it, else family name, then given names.

    Both are in the order of the language, a BCP 47 tag.
    """
    return _sort_key(name, profile.sort_as if profile is not None else "", language)


@lru_cache(maxsize=2**18)
def _sort_key(name: str, sort_as: str, language: str) -> tuple[str, str, str]:
    if sort_as:
        family, _, given = sort_as.partition(",")
        given = given or _dissected(name).given
    elif _is_whole(name):
        family, given = name, ""
    else:
        family, given, _ = _without_particles(_dissected(name), language)
    if _SPECIAL.search(family):
        family = _NICKNAME.sub("", family) or family
    return collate(family, language), collate(_bare(given), language), name


def display_sorted(name: str, profile: Profile | None = None, *, language: str = "en") -> str:
    """A name as an index in a language prints it.

    >>> display_sorted("Liangchen (Lewis) Liu"), display_sorted("Jan van der Berg")
    ('Liu, Liangchen (Lewis)', 'van der Berg, Jan')
    >>> display_sorted("Jan van der Berg", language="nl")
    'Berg, Jan van der'
    """
    if _is_whole(name):
        return name
    if profile is not None and "," in profile.sort_as:
        return profile.sort_as
    family, given, suffix = _dissected(name)
    if profile is not None and profile.sort_as:
        bare = " ".join(part for part in (given, family) if part)
        if bare.endswith(f" {profile.sort_as}") and not family.endswith(f" {profile.sort_as}"):
            family, given = profile.sort_as, bare.removesuffix(profile.sort_as).strip()
        elif bare.startswith(f"{profile.sort_as} "):
            family, given = profile.sort_as, bare.removeprefix(profile.sort_as).strip()
    else:
        family, given, _ = _without_particles(_Parts(family, given, suffix), language)
    comma = "، " if "\u0600" <= family[:1] <= "\u06ff" else ", "
    return comma.join(part for part in (family, given, suffix) if part)


def appearances(program: Program) -> Iterator[Speaker]:
    """Everybody named at a session, as often as they are, those who speak first."""
    sessions = [entry for day in program.days for session in day.sessions for entry in (session, *session.talks)]
    yield from chain.from_iterable(session.speakers for session in sessions)
    yield from chain.from_iterable(_others(session) for session in sessions)


def unify(program: Program) -> Mapping[str, str]:
    """Every spelling of every name, with the one spelling that stands for the person.

    Two spellings are one person if a profile says so (`also`), or if only case, accents, punctuation, titles or
    nicknames differ. The profile's spelling counts, else that of the person's first talk, else the first one.
    """
    chosen: dict[str, str] = {}
    spellings: list[str] = []
    for profile in program.people.values():
        for spelling in (profile.name, *profile.also):
            chosen.setdefault(normal(spelling), profile.name)
            spellings.append(spelling)
    for speaker in appearances(program):
        chosen.setdefault(normal(speaker.name), speaker.name)
        spellings.append(speaker.name)
    return {spelling: chosen[normal(spelling)] for spelling in spellings}


class _Parts(NamedTuple):
    family: str
    given: str
    suffix: str


def _dissected(name: str) -> _Parts:
    signs = _SIGNS.search(name) if not name.isascii() else None
    if signs:
        # What is no word belongs to the word before it: Robin 🦊.
        family, given, suffix = _dissected(name[: signs.start()])
        return _Parts(family + signs[0], given, suffix)
    if not _SPECIAL.search(name):
        given, _, family = name.rpartition(" ")
        before = given[given.rfind(" ") + 1 :]
        if not before[:1].islower() and before.lower() not in _BEFORE:
            return _Parts(family, given, "")
        words = name.split()
        at = _family_at(words)
        return _Parts(" ".join(words[at:]), " ".join(words[:at]), "")
    if name.count(",") == 1 and not _SUFFIX.fullmatch(name.split(",")[1].strip()):
        family, given = name.split(",")
        return _Parts(family.strip(), given.strip(), "")
    plain, _, suffix = name.partition(",")
    words = _words(plain)
    nicknames = [word for word in words[1:] if word[0] in '("“«']
    last = [word for word in words if word not in nicknames]
    at = _family_at(last)
    return _Parts(" ".join(last[at:]), " ".join([*last[:at], *nicknames]), suffix.strip())


def _family_at(words: Sequence[str]) -> int:
    """The index of the word that the family name begins with."""
    at = max(0, len(words) - 1)
    while at > 1 and (words[at - 1].lower() in _PARTICLES or words[at - 1][0].islower()):
        at -= 1
    return at - 1 if at > 1 and words[at] in _JOINTS else at


def _without_particles(parts: _Parts, language: str) -> _Parts:
    """A name as a language sorts it: particles before the family name may follow the given names instead."""
    tag = language.lower().partition("-")[0]
    if tag not in _TRAILING or language.lower() == "nl-be" or not parts.family[:1].islower():
        return parts
    which = _TRAILING[tag]
    words = parts.family.split(" ")
    at = 0
    while at < len(words) - 1 and words[at].islower() and (which is None or words[at] in which):
        at += 1
    if not at:
        return parts
    return _Parts(" ".join(words[at:]), " ".join(filter(None, [parts.given, *words[:at]])), parts.suffix)


def _words(text: str) -> list[str]:
    """The words of a name, a nickname in brackets or quotes being one of them."""
    return re.findall(r"\([^()]*\)|[\"“«][^\"”»]*[\"”»]|[^ ]+", text)


def _others(session: Session) -> Iterator[Speaker]:
    yield from session.coauthors
    yield from session.chairs
    yield from session.authors


def _without_brackets(text: str) -> tuple[str, str]:
    """A text without the brackets at its end, and what they hold."""
    if text.endswith("）"):
        begins = text.rfind("（")
        return (text[:begins].rstrip(), text[begins + 1 : -1].strip()) if begins > 0 else (text, "")
    if not text.endswith(")"):
        return text, ""
    at = text.rfind("(")
    if at > 0 and text.find(")", at) == len(text) - 1:
        return text[:at].rstrip(), text[at + 1 : -1].strip()
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if depth == 0:
            return text[:at].rstrip(), text[at + 1 : -1].strip()
    return text, ""
