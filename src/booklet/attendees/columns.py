"""Which columns of a list say what, by their headings or as the organiser says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from booklet.attendees.headings import QUANTITY, Field
from booklet.attendees.meanings import OF_THE_BUYER, TO_PRINT, Meaning, meaning_of, plain

_NAMING: Final[tuple[Field, ...]] = ("name", "given", "family")


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
        places = self.places.get(field)
        return places[0] if places else None

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
