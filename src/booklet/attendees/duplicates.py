"""Badges that would be made twice, and people who may stand in a list twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from booklet.attendees.doubts import lines_of
from booklet.errors import Fault, Place
from booklet.model.attendees import Attendee
from booklet.model.people import normal
from booklet.model.texts import quoted

AGAIN: Final = "with a ticket that stands in the list already"
"""Why the second row of a ticket is left out."""

_SHOWN: Final = 30
"""So many of a kind are told one by one."""

_LONG: Final = 6
"""From how many letters on a word is more likely mistyped than another name, as in `model.namesakes`."""

_FEW: Final = 8
"""So many names that share a word are compared with each other; of more, an index of what is left of them is made."""


class Distinct(NamedTuple):
    """The attendees whose badges are made, how many were the same ticket again, and what there is to say."""

    attendees: tuple[Attendee, ...]
    again: int
    faults: tuple[Fault, ...]


def distinct(attendees: Sequence[Attendee], name: str) -> Distinct:
    """Leave out what is the same ticket, and tell what may be the same person.

    A ticket is the same if its number and its name are; all else is made, and told.

    Args:
        attendees: in the order of the list.
        name: the list, for places.
    """
    kept, again = _by_ticket(attendees)
    faults = list(_told(again, name)) + list(_shared_tickets(kept, name))
    named = [who for who in kept if who.name]
    faults += _few(_repeated(named, name), "more names stand in the list several times", name)
    faults += _few(_near(named, name), "more pairs of names are alike", name)
    return Distinct(tuple(kept), sum(len(lines) - 1 for lines in again.values()), tuple(faults))


def _by_ticket(attendees: Sequence[Attendee]) -> tuple[list[Attendee], dict[Attendee, list[int]]]:
    first: dict[tuple[str, str], Attendee] = {}
    again: dict[Attendee, list[int]] = {}
    kept: list[Attendee] = []
    for who in attendees:
        known = first.setdefault((who.ident, normal(who.name) if who.name else ""), who) if who.ident else who
        if known is who:
            kept.append(who)
        else:
            again.setdefault(known, [known.line]).append(who.line)
    return kept, again


def _told(again: dict[Attendee, list[int]], name: str) -> Iterator[Fault]:
    said = (
        Fault(
            f"the ticket of {quoted(who.name)} stands here {len(lines)} times ({lines_of(lines)}); one badge is made",
            Place(name, lines[1]),
            "nothing to do, unless these are several people with a ticket number in common",
        )
        for who, lines in again.items()
    )
    yield from _few(said, "more tickets stand in the list several times", name)


def _shared_tickets(kept: Sequence[Attendee], name: str) -> Iterator[Fault]:
    """Ticket numbers that are several people's, told once: the column may be one of orders."""
    by_ident: defaultdict[str, list[Attendee]] = defaultdict(list)
    for who in kept:
        if who.ident and who.name:
            by_ident[who.ident].append(who)
    shared = [people for people in by_ident.values() if len(people) > 1]
    if shared:
        first = shared[0]
        names = ", ".join(quoted(who.name) for who in first[:3])
        lines = lines_of([who.line for who in first])
        more = f", and {len(shared) - 1} more such numbers" if len(shared) > 1 else ""
        what = f"{names} have the same ticket number ({lines}){more}; all badges are made"
        yield Fault(
            what,
            Place(name, first[1].line),
            'if it is the number of orders, write --column ident="…" for that of tickets',
        )


def _repeated(named: Sequence[Attendee], name: str) -> Iterator[Fault]:
    """Names that stand in the list several times, spelled alike."""
    groups: defaultdict[str, list[Attendee]] = defaultdict(list)
    for who in named:
        groups[who.name].append(who)
    for people in groups.values():
        if len(people) < 2:
            continue
        who, lines = people[0], [one.line for one in people]
        emails = {one.email.casefold() for one in people if one.email}
        times = f"{quoted(who.name)} stands in the list {len(people)} times ({lines_of(lines)})"
        if len(emails) > 1:
            what = f"{times}, with different e-mail addresses: several people, or one who registered again?"
        elif any(one.ident for one in people):
            what = f"{times}: one buyer's name for guests who have not given theirs?"
        else:
            what = f"{times}: was somebody entered again?"
        yield Fault(
            f"{what} All badges are made",
            Place(name, lines[1]),
            "put the right names into the list, or delete what is too much",
        )


def _near(named: Sequence[Attendee], name: str) -> Iterator[Fault]:
    """Names that differ in case, accents, punctuation or one letter, or are those of one e-mail address."""
    pairs: dict[tuple[str, str], tuple[Attendee, Attendee]] = {}
    spelled: dict[str, Attendee] = {}
    for who in named:
        spelled.setdefault(who.name, who)
    plain: defaultdict[str, list[Attendee]] = defaultdict(list)
    for who in spelled.values():
        plain[normal(who.name)].append(who)
    for people in plain.values():
        for other in people[1:]:
            pairs[people[0].name, other.name] = people[0], other
    for one, other in _mistyped({key: people[0] for key, people in plain.items()}):
        pairs.setdefault((one.name, other.name), (one, other))
    for one, other in _same_address(named):
        if (other.name, one.name) not in pairs:
            pairs.setdefault((one.name, other.name), (one, other))
    for one, other in sorted(pairs.values(), key=lambda pair: pair[1].line):
        what = f"{quoted(one.name)} and {quoted(other.name)} may be one person ({lines_of([one.line, other.line])})"
        yield Fault(
            f"{what}; both badges are made", Place(name, other.line), "delete one of them from the list if they are"
        )


def _mistyped(first: dict[str, Attendee]) -> Iterator[tuple[Attendee, Attendee]]:
    """Pairs of names of which one long word differs by one letter.

    Names are laid together by what they have besides that word, so that few are compared and little is kept.
    """
    beside: defaultdict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for key in first:
        words = key.split()
        if 1 < len(words) < 8:
            for at, word in enumerate(words):
                if len(word) >= _LONG:
                    beside[at, " ".join([*words[:at], *words[at + 1 :]])].append((word, key))
    for group in beside.values():
        if len(group) > 1:
            yield from ((first[one], first[other]) for one, other in _by_a_letter(group))


def _by_a_letter(group: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The keys of words that differ by a letter that is mistyped, missing or too many."""
    if len(group) <= _FEW:
        yield from ((key, other) for (word, key), (like, other) in combinations(group, 2) if _is_slip(word, like))
        return
    index: dict[str, list[tuple[str, str]]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    for word, key in group:
        for clue in (word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))):
            for like, other in index[clue][:_FEW]:
                if (other, key) not in told and _is_slip(like, word):
                    told.add((other, key))
                    yield other, key
            index[clue].append((word, key))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words begin alike and differ by one letter.

    >>> _is_slip("siegel", "siegal"), _is_slip("siegel", "siegell"), _is_slip("hansen", "jansen")
    (True, True, False)
    """
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
    return one[at + (len(one) >= len(other)) :] == other[at + (len(other) >= len(one)) :]


def _same_address(named: Sequence[Attendee]) -> Iterator[tuple[Attendee, Attendee]]:
    """Names of one e-mail address of which one has all words of the other, or their initials."""
    by_address: defaultdict[str, list[Attendee]] = defaultdict(list)
    for who in named:
        if who.email:
            by_address[who.email.casefold()].append(who)
    for people in by_address.values():
        different = list({normal(who.name): who for who in reversed(people)}.values())[::-1][:_FEW]
        yield from (pair for pair in combinations(different, 2) if _one_person(*(normal(who.name) for who in pair)))


def _one_person(one: str, other: str) -> bool:
    few, many = sorted((one.split(), other.split()), key=len)
    return (
        all(any(word == long or (len(word) == 1 and long[0] == word) for long in many) for word in few)
        or few[0] == many[0]
    )


def _few(faults: Iterable[Fault], more: str, name: str) -> list[Fault]:
    """The first faults of a kind, and how many there are besides."""
    told = list(faults)
    if len(told) <= _SHOWN + 1:
        return told
    left = told[_SHOWN:]
    return [*told[:_SHOWN], Fault(f"{len(left)} {more}", left[0].where, left[0].hint)] if name else told
