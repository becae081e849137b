"""Which columns of a list say what, by their headings or as the organiser says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
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
    QUANTITY,
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

_NAMING: Final[tuple[Field, ...]] = ("name", "given", "family")
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


class Named(NamedTuple):
    """Columns that say somebody's name: the whole, or its parts, or both. None is a column that there is not."""

    whole: int | None = None
    given: int | None = None
    family: int | None = None
    family_first: bool = False


class Columns(NamedTuple):
    """What the columns of a list hold.

    `names` are what to take names from, the better first; from the next one where a cell is empty. `places` are the
    columns of all else. `of_buyers` says that there are no other names than those of who bought the tickets.
    """

    names: tuple[Named, ...]
    places: Mapping[Field, tuple[int, ...]]
    quantity: int | None = None
    of_buyers: bool = False

    def first(self, field: Field) -> int | None:
        """The column of a field."""
        return next(iter(self.places.get(field, ())), None)

    @property
    def used(self) -> frozenset[int]:
        """All columns that are read."""
        named = [at for name in self.names for at in (name.whole, name.given, name.family) if at is not None]
        placed = [at for places in self.places.values() for at in places]
        return frozenset([*named, *placed, *([] if self.quantity is None else [self.quantity])])


def columns_of(headings: Sequence[str], asked: Mapping[Field, tuple[int, ...]] | None = None) -> Columns:
    """What the columns hold.

    Args:
        headings: one a column.
        asked: columns by the field that the organiser says they are; none for a field that is not to be read.

    >>> columns_of(["Vorname", "Nachname", "Firma", "E-Mail"]).names
    (Named(whole=None, given=0, family=1, family_first=False),)
    """
    asked = asked or {}
    taken = {at for places in asked.values() for at in places}
    found: dict[Field, list[tuple[int, int, Meaning]]] = {}
    quantity = None
    for at, heading in enumerate(headings):
        meaning = meaning_of(heading) if at not in taken else None
        if meaning is not None and meaning.field not in asked:
            found.setdefault(meaning.field, []).append((meaning.rank, at, meaning))
        elif meaning is None and quantity is None and plain(heading) in QUANTITY:
            quantity = at
    for candidates in found.values():
        candidates.sort(key=lambda one: one[:2])
    if not asked.keys() & {"given", "family"}:
        _settle_loose(found)
    places: dict[Field, tuple[int, ...]] = {}
    for field, candidates in found.items():
        if field == "status":
            places[field] = tuple(sorted(at for _, at, _ in candidates))
        elif field not in _NAMING:
            places[field] = (candidates[0][1],)
    places |= {field: at for field, at in asked.items() if at and field not in _NAMING}
    names, of_buyers = _names(found, asked, headings)
    return Columns(names, places, quantity, of_buyers)


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
        return _meant([_FIELDS[words]], words, words, PLAIN)
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


_Found = dict[Field, list[tuple[int, int, Meaning]]]


def _settle_loose(found: _Found) -> None:
    """Give "Name" beside "Vorname" to the family names, and "Nome" beside "Cognome" to the given ones."""
    for part, other in (("family", "given"), ("given", "family")):
        field: Field = "family" if part == "family" else "given"
        beside: Field = "given" if other == "given" else "family"
        if found.get(field) or not found.get(beside):
            continue
        rank = found[beside][0][0]
        loose = [one for one in found.get("name", ()) if one[2].loose == field and one[0] == rank]
        if loose:
            found["name"] = [one for one in found["name"] if one not in loose]
            found[field] = loose


def _names(
    found: _Found, asked: Mapping[Field, tuple[int, ...]], headings: Sequence[str]
) -> tuple[tuple[Named, ...], bool]:
    """What to take names from, and whether they are buyers' names."""
    if asked.get("name"):
        at = asked["name"][0]
        meaning = meaning_of(headings[at])
        return (Named(at, family_first=meaning is not None and meaning.family_first),), False
    if asked.get("given") or asked.get("family"):
        given, family = (asked[part][0] if asked.get(part) else _best(found, part, asked) for part in _NAMING[1:])
        return (Named(None, given, family),), False
    ranked: list[tuple[int, Named]] = []
    family = _best(found, "family", asked)
    for rank, at, meaning in found.get("name", ()):
        ranked.append((rank, Named(at, family_first=meaning.family_first)))
    for rank, at, _ in found.get("given", ()):
        if rank == OF_THE_BUYER:
            family = next((other for its, other, _ in found.get("family", ()) if its == rank), family)
        ranked.append((rank, Named(None, at, family)))
    if not found.get("given") and family is not None:
        ranked.append((found["family"][0][0], Named(None, None, family)))
    ranked.sort(key=lambda one: one[0])
    lawful = [rank for rank, _ in ranked if rank != TO_PRINT]
    best = min(lawful, default=TO_PRINT)
    kept = [name for rank, name in ranked if rank == TO_PRINT]
    kept += list(_together([name for rank, name in ranked if rank == best != TO_PRINT]))
    return tuple(kept), best == OF_THE_BUYER and not any(rank == TO_PRINT for rank, _ in ranked)


def _best(found: _Found, field: Field, asked: Mapping[Field, tuple[int, ...]]) -> int | None:
    return found[field][0][1] if field not in asked and found.get(field) else None


def _together(names: Sequence[Named]) -> Iterator[Named]:
    """The whole name and its parts as one, where there are both."""
    whole = next((name for name in names if name.whole is not None), None)
    parts = next((name for name in names if name.whole is None), None)
    if whole is not None and parts is not None:
        yield whole._replace(given=parts.given, family=parts.family)
    elif whole is not None or parts is not None:
        yield whole or parts or Named()
