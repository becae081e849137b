"""Which days and entries of two programs are the same, though one was edited or imported anew."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

from booklet.model.people import normal
from booklet.model.program import PAUSES, Day, Profile, Session

T = TypeVar("T")

_SIGNS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Trio(Generic[T]):
    """The same thing in the program as it was last imported, as it stands now, and as the source has it now."""

    previous: T | None
    current: T | None
    new: T | None


class Unit(NamedTuple):
    """An entry and what it is in: the number of the trio of its day, or of the session that holds it."""

    holder: int
    session: Session


class _Rule(NamedTuple):
    """What two things must have in common, None where the rule does not apply, and whether only they may have it."""

    key: Callable[[Unit], Hashable]
    alone: bool


def trace(
    previous: Sequence[T],
    current: Sequence[T],
    new: Sequence[T],
    pair: Callable[[Sequence[T], Sequence[T]], Mapping[int, int]],
) -> list[Trio[T]]:
    """Follow everything through three programs; what the organiser and the source added alike is the same, too.

    Args:
        previous: what was last imported, nothing if that is not known.
        current: what stands in the program.
        new: what the source has now.
        pair: finds what is the same in two programs, by index.

    Returns:
        Every thing once: those of `previous`, then the others of `current`, then the others of `new`.
    """
    edited, renewed = pair(previous, current), pair(previous, new)
    added = [number for number in range(len(current)) if number not in set(edited.values())]
    fresh = [number for number in range(len(new)) if number not in set(renewed.values())]
    both = {
        added[first]: fresh[second]
        for first, second in pair([current[n] for n in added], [new[n] for n in fresh]).items()
    }
    trios = [
        Trio(thing, current[edited[n]] if n in edited else None, new[renewed[n]] if n in renewed else None)
        for n, thing in enumerate(previous)
    ]
    trios += [Trio(None, current[n], new[both[n]] if n in both else None) for n in added]
    taken = set(both.values())
    return trios + [Trio(None, None, new[n]) for n in fresh if n not in taken]


def pair_days(first: Sequence[Day], second: Sequence[Day]) -> Mapping[int, int]:
    """Days with the same date; of the others, those that share half of their titles, since an event can be put off."""
    dates = {day.date: number for number, day in enumerate(second)}
    pairs = {number: dates[day.date] for number, day in enumerate(first) if day.date in dates}
    for number, day in enumerate(first):
        taken = set(pairs.values())
        if number in pairs:
            continue
        near = [other for other in range(len(second)) if other not in taken and _alike(day, second[other])]
        if near:
            pairs[number] = near[0]
    return pairs


def pair_units(first: Sequence[Unit], second: Sequence[Unit]) -> Mapping[int, int]:
    """Entries that are the same, by the first of these rules that finds one.

    Title, speakers, day (or session) and beginning are the same, then one or the other of them is not; at last only the
    slot is, if the same people speak or nobody does. Entries that have all of that in common, such as two coffee
    breaks, are paired in their order, except where a rule says that there must be one only.
    """
    pairs: dict[int, int] = {}
    left, right = list(range(len(first))), list(range(len(second)))
    for key, alone in _RULES:
        theirs: defaultdict[Hashable, list[int]] = defaultdict(list)
        ours: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number in left:
            ours[key(first[number])].append(number)
        for number in right:
            theirs[key(second[number])].append(number)
        for common, mine in ours.items():
            yours = theirs.get(common, [])
            if common is not None and yours and not (alone and len(mine) + len(yours) > 2):
                pairs |= zip(mine, yours)  # noqa: B905 - what is left over has no partner
        taken = set(pairs.values())
        left = [number for number in left if number not in pairs]
        right = [number for number in right if number not in taken]
    return pairs


def pair_profiles(first: Sequence[Profile], second: Sequence[Profile]) -> Mapping[int, int]:
    """Profiles of the same person: those under the same name, then those whose names differ in nothing that counts."""
    pairs: dict[int, int] = {}
    for named in (_written_name, _normal_name):
        theirs: defaultdict[str, list[int]] = defaultdict(list)
        taken = set(pairs.values())
        for number, profile in enumerate(second):
            if number not in taken:
                theirs[named(profile)].append(number)
        for number, profile in enumerate(first):
            if number not in pairs and theirs[named(profile)]:
                pairs[number] = theirs[named(profile)].pop(0)
    return pairs


def _written_name(profile: Profile) -> str:
    return profile.name


def _normal_name(profile: Profile) -> str:
    return normal(profile.name)


def _title(session: Session) -> str:
    return _normal_title(session.title)


@lru_cache(maxsize=2**14)
def _normal_title(title: str) -> str:
    return _SIGNS.sub(" ", title.casefold()).strip() or title


def _who(session: Session) -> tuple[str, ...]:
    return tuple(sorted(normal(who.name) for who in session.speakers))


def _rules() -> Iterator[_Rule]:
    yield _Rule(lambda u: (u.holder, _title(u.session), _who(u.session), u.session.start, u.session.room), alone=False)
    yield _Rule(lambda u: (u.holder, _title(u.session), _who(u.session), u.session.start), alone=False)
    yield _Rule(lambda u: (u.holder, _title(u.session), _who(u.session), u.session.room), alone=False)
    yield _Rule(lambda u: (u.holder, _title(u.session), _who(u.session)), alone=False)
    yield _Rule(lambda u: None if _pauses(u) else (_title(u.session), _who(u.session)), alone=True)
    yield _Rule(lambda u: (u.holder, _title(u.session), u.session.start), alone=True)
    yield _Rule(lambda u: None if _pauses(u) else _title(u.session) or None, alone=True)
    yield _Rule(lambda u: (u.holder, u.session.start, _who(u.session)) if _who(u.session) else None, alone=True)
    yield _Rule(
        lambda u: (u.holder, _who(u.session)) if _who(u.session) and u.session.start is None else None, alone=True
    )
    yield _Rule(_slot, alone=True)


def _pauses(unit: Unit) -> bool:
    return unit.session.kind in PAUSES and not unit.session.speakers


def _slot(unit: Unit) -> Hashable:
    """When and where something is at which nobody speaks."""
    session = unit.session
    if session.start is None or session.speakers:
        return None
    return (unit.holder, session.start, session.end, session.room, session.kind)


def _alike(first: Day, second: Day) -> bool:
    titles = [{_title(session) for session in day.sessions} for day in (first, second)]
    return 2 * len(titles[0] & titles[1]) >= min(len(titles[0]), len(titles[1]))


_RULES: Final = tuple(_rules())
