"""Attendees and the people of a program: who of them speaks, chairs or organises, and what is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, get_args

from booklet.attendees.doubts import lines_of
from booklet.errors import Fault, Place
from booklet.model.attendees import Attendee, Part
from booklet.model.people import is_east_asian, normal, unify
from booklet.model.program import Profile, Program, Session, Speaker

_PARTS: Final[tuple[Part, ...]] = get_args(Part)


@dataclass(slots=True)
class _Known:
    """What a program says of somebody who comes, while it is gathered."""

    name: str
    affiliation: str = ""
    position: str = ""
    parts: set[Part] = field(default_factory=set)
    talks: list[Session] = field(default_factory=list)


def people_of(program: Program) -> tuple[Attendee, ...]:
    """Who comes by the program: speakers and chairs in its order, then members of committees, each once."""
    profiles = _profiles(program)
    return tuple(
        [_enriched(Attendee(known.name), known, profiles.get(known.name)) for known in _known(program).values()]
    )


def join(
    attendees: Sequence[Attendee], program: Program, *, source: str = ""
) -> tuple[tuple[Attendee, ...], tuple[Fault, ...]]:
    """Tell each attendee what they do in the program, and fill in what the list does not say.

    Somebody is the person of a program whose profile has the same e-mail address, else the one of the same name. Where
    two attendees have the name of one, none is joined, unless the address tells which.

    Args:
        attendees: the list.
        program: the program.
        source: the list, for places.

    Returns:
        The attendees in their order, and whose names are those of several.
    """
    known = _known(program)
    profiles = _profiles(program)
    names = {_key(spelling): name for spelling, name in unify(program).items()}
    for name in known:
        names.setdefault(_key(name), name)
    addresses = _addresses(profiles.values())
    found = [_found(who, names, addresses, known) for who in attendees]
    faults: list[Fault] = []
    for name, indexes in _sharers(found).items():
        sure = [at for at in indexes if addresses.get(attendees[at].email.casefold()) == name]
        doubtful: Sequence[int] = ()
        if len(sure) == 1:
            doubtful = [at for at in indexes if at not in sure]
        elif not _one_person([attendees[at] for at in indexes]):
            doubtful = indexes
            faults.append(_ambiguous(name, [attendees[at] for at in indexes], source))
        for at in doubtful:
            found[at] = ""
    joined = [
        _enriched(who, known[name], profiles.get(name)) if name else who
        for who, name in zip(attendees, found, strict=True)
    ]
    return tuple(joined), tuple(faults)


def _known(program: Program) -> dict[str, _Known]:
    """Who comes, by the spelling that stands for them."""
    spelled = unify(program)
    found: dict[str, _Known] = {}
    for session in _in_time(program):
        roles: tuple[tuple[Part, tuple[Speaker, ...]], ...] = (("speaker", session.speakers), ("chair", session.chairs))
        for part, people in roles:
            for who in people:
                known = _met(found, who, spelled)
                known.parts.add(part)
                if session not in known.talks:
                    known.talks.append(session)
    by_key = {_key(name): name for name in found}
    for committee in program.committees:
        for who in committee.members:
            name = spelled.get(who.name) or by_key.get(_key(who.name), who.name)
            by_key.setdefault(_key(name), name)
            _met(found, who, {who.name: by_key[_key(name)]}).parts.add("organiser")
    return found


def _met(found: dict[str, _Known], who: Speaker, spelled: Mapping[str, str]) -> _Known:
    name = spelled.get(who.name, who.name)
    known = found.setdefault(name, _Known(name))
    known.affiliation = known.affiliation or who.affiliation
    known.position = known.position or who.position
    return known


def _in_time(program: Program) -> Iterator[Session]:
    """Every entry, in order of time."""
    for day in program.days:
        yield from sorted(day.entries, key=lambda entry: (entry.start is None, entry.start or 0))


def _profiles(program: Program) -> dict[str, Profile]:
    return {profile.name: profile for profile in program.people.values()}


def _addresses(profiles: Iterable[Profile]) -> dict[str, str]:
    """People by their e-mail addresses, without those that several have."""
    found: dict[str, str] = {}
    for profile in profiles:
        if profile.email:
            address = profile.email.casefold()
            found[address] = "" if address in found else profile.name
    return found


def _key(name: str) -> str:
    """A name as it is compared; names of East Asia without the space that some write."""
    return normal(name).replace(" ", "") if is_east_asian(name) else normal(name)


def _found(who: Attendee, names: Mapping[str, str], addresses: Mapping[str, str], known: Mapping[str, _Known]) -> str:
    """The person of the program that an attendee is, "" if none."""
    if not who.name:
        return ""
    name = addresses.get(who.email.casefold(), "") if who.email else ""
    for spelling in (who.name, f"{who.given} {who.family}".strip(), f"{who.family} {who.given}".strip()):
        if not name and spelling:
            name = names.get(_key(spelling), "")
    return name if name in known else ""


def _sharers(found: Sequence[str]) -> dict[str, list[int]]:
    """Who in the program several attendees may be."""
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(found):
        if name:
            sharing[name].append(at)
    return {name: indexes for name, indexes in sharing.items() if len(indexes) > 1}


def _one_person(people: Sequence[Attendee]) -> bool:
    """Whether it is one person with several tickets."""
    return all(who.email for who in people) and len({(_key(who.name), who.email.casefold()) for who in people}) == 1


def _enriched(who: Attendee, known: _Known, profile: Profile | None) -> Attendee:
    """An attendee with what the program says; what the list says goes before it."""
    photo = str(profile.photo) if profile is not None and profile.photo is not None else ""
    return replace(
        who,
        affiliation=who.affiliation or known.affiliation,
        position=who.position or known.position,
        pronouns=who.pronouns or (profile.pronouns if profile is not None else ""),
        email=who.email or (profile.email if profile is not None else ""),
        parts=tuple([part for part in _PARTS if part in known.parts]),
        talks=tuple(known.talks),
        photo=who.photo or photo,
    )


def _ambiguous(name: str, people: Sequence[Attendee], source: str) -> Fault:
    lines = [who.line for who in people]
    several = f"{len(people)} attendees are called {name}, as somebody in the program is ({lines_of(lines)})"
    what = f"{several}: who of them that is, is not known, so none of their badges says it"
    hint = "put the e-mail address of the one who is meant under 'speakers:', and the names of the others into the list"
    return Fault(what, Place(source, lines[0]) if source else None, hint)
