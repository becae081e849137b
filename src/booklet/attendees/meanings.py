"""What a heading of a list of attendees says, by the words that it is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from booklet.attendees.headings import (
    BADGE,
    BADGE_SIGNS,
    BUYER,
    BUYER_SIGNS,
    FILLERS,
    JOINING,
    NEVER_SIGNS,
    PERSON,
    PHRASES,
    SECRET,
    WHOLE_OR_FAMILY,
    WHOLE_OR_GIVEN,
    Field,
)

TO_PRINT: Final = 0
OF_THE_PERSON: Final = 1
PLAIN: Final = 2
ASKED: Final = 3
OF_THE_BUYER: Final = 4
"""How near a heading is to what a badge says; the lowest goes first."""

_OF_BUYERS: Final = frozenset[Field]({"name", "given", "family", "email", "affiliation"})
"""What of a buyer is of use where nothing is known of who comes."""

_LONGEST: Final = 160
"""A longer text is no heading, not even a question."""

_WIDEST: Final = 5
"""No phrase has more words."""

_BRACKETS: Final = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_CAMEL: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_NUMBER_SIGN: Final = re.compile(r"[#№]|\bn[º°]", re.IGNORECASE)
_APART: Final = re.compile(r"[\W_]+")
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def _either(phrases: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest))})(?!\S)")


_BADGE: Final = _either(BADGE)
_BUYER: Final = _either(BUYER)
_FIELDS: Final = {phrase: field for field, phrases in reversed(PHRASES.items()) for phrase in phrases}
"""Every phrase; where two fields have one, it is of the field that stands first."""

_SIGNS: Final = sorted((phrase for phrase in _FIELDS if _EAST_ASIAN.search(phrase)), key=len, reverse=True)


class Meaning(NamedTuple):
    """What a heading says: of what, how near it is to a badge, and whether family names come first.

    `loose` are "family" or "given" for a word that may head these, too: Name, Nome.
    """

    field: Field
    rank: int
    family_first: bool = False
    loose: Field | None = None


@lru_cache(maxsize=2**12)
def meaning_of(heading: str) -> Meaning | None:
    """What a heading says, None if it says nothing that a badge is for.

    >>> meaning_of("Name as it should appear on your badge"), meaning_of("Emergency contact name")
    (Meaning(field='name', rank=0, family_first=False, loose=None), None)
    """
    if not heading or len(heading) > _LONGEST or any(sign in heading for sign in NEVER_SIGNS):
        return None
    if ":" in heading.strip(" :") and (meaning := _divided(heading.strip(" :"))):
        return meaning
    for text in dict.fromkeys([_BRACKETS.sub(" ", heading), heading]):
        if (words := plain(text)) and (meaning := _read(words)):
            return meaning
    return _by_signs(unicodedata.normalize("NFKC", heading).casefold())


def plain(heading: str) -> str:
    """A heading as headings are compared: small letters, words parted by spaces, those of camelCase, too.

    >>> plain("Attendee #"), plain("firstName"), plain("Order_Status")
    ('attendee number', 'first name', 'order status')
    """
    text = _CAMEL.sub(" ", unicodedata.normalize("NFKC", _NUMBER_SIGN.sub(" number ", heading)))
    return " ".join(_APART.sub(" ", text.casefold()).split())


def _read(words: str) -> Meaning | None:
    if words in _FIELDS:
        return _meant([_FIELDS[words]], words, words, ASKED if words in SECRET else PLAIN)
    rest, rank = _BADGE.sub(" ", words), PLAIN
    if rest != words:
        rank = TO_PRINT
        if not rest.split():
            return Meaning("name", TO_PRINT) if words in {"name badge", "name tag", "nametag"} else None
    unbought = _BUYER.sub(" ", rest)
    if unbought != rest:
        rest, rank = unbought, OF_THE_BUYER
    left = [word for word in rest.split() if word not in PERSON]
    if len(left) < len(rest.split()) and rank == PLAIN:
        rank = OF_THE_PERSON
    fields = _covered(left)
    if fields is None:
        left = [word for word in left if word not in FILLERS]
        fields = _covered(left)
        rank = ASKED if rank == PLAIN else rank
    return _meant(fields, " ".join(left), words, rank) if fields else None


def _divided(heading: str) -> Meaning | None:
    """What a heading with a colon says, whose first part says of whom: "Attendee name: Given name"."""
    head, _, tail = heading.rpartition(":")
    meaning = _read(plain(tail))
    words = plain(head)
    left = [word for word in _BUYER.sub(" ", _BADGE.sub(" ", words)).split() if word not in PERSON]
    if meaning is None or _covered(left) is None:
        return None
    if _BUYER.search(words):
        return meaning._replace(rank=OF_THE_BUYER) if meaning.field in _OF_BUYERS else None
    if _BADGE.search(words):
        return meaning._replace(rank=TO_PRINT)
    return meaning._replace(rank=OF_THE_PERSON) if len(left) < len(words.split()) else meaning


def _covered(words: Sequence[str]) -> list[Field] | None:
    """The fields of the phrases that some words are made of, None unless each word is of one."""
    fields: list[Field] = []
    at = 0
    while at < len(words):
        for end in range(min(at + _WIDEST, len(words)), at, -1):
            field = _FIELDS.get(" ".join(words[at:end]))
            if field is not None:
                fields.append(field)
                at = end
                break
        else:
            if words[at] not in FILLERS:
                return None
            at += 1
    return fields


def _meant(fields: Sequence[Field], phrase: str, heading: str, rank: int) -> Meaning | None:
    """What a heading of one or more phrases says: First + last name is a name, Company name is a company."""
    kinds = set(fields)
    if kinds <= {"name", "given", "family"} and len(kinds) > 1:
        last = "family" if "family" in kinds else "name"
        if phrase.split(maxsplit=1)[0] in WHOLE_OR_GIVEN and last == "family":
            return Meaning("name", rank)
        return Meaning("name", rank, family_first=fields.index(last) == 0)
    if len(kinds) == 2 and "name" in kinds:
        if not JOINING.isdisjoint(heading.split()):
            return None
        kinds.discard("name")
    if len(kinds) != 1:
        return None
    field = kinds.pop()
    if rank == OF_THE_BUYER and field not in _OF_BUYERS:
        return None
    loose: Field | None = "family" if phrase in WHOLE_OR_FAMILY else "given" if phrase in WHOLE_OR_GIVEN else None
    return Meaning(field, rank, loose=loose)


def _by_signs(heading: str) -> Meaning | None:
    """What a heading in Chinese or Japanese says, whose words are not parted."""
    if not _EAST_ASIAN.search(heading):
        return None
    of_badge = any(sign in heading for sign in BADGE_SIGNS)
    found = next((sign for sign in _SIGNS if len(sign) > 1 and sign in heading), "")
    if not found and not ("名" in heading and of_badge):
        return None
    rank = TO_PRINT if of_badge else OF_THE_BUYER if any(sign in heading for sign in BUYER_SIGNS) else ASKED
    return _meant([_FIELDS.get(found, "name")], found, heading, rank)
