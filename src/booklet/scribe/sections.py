"""Brings `event:`, `venue:` and `speakers:` up to date, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from booklet.model import schema
from booklet.model.program import Key, Profile, Program
from booklet.model.record import Record
from booklet.model.texts import quoted
from booklet.scribe.edits import Edit, apply, filling, record_column, record_edits, refuse_flow
from booklet.scribe.entries import member, record
from booklet.scribe.fields import Fields, event_fields, profile_fields, venue_fields
from booklet.scribe.ledger import Ledger
from booklet.scribe.matching import pair_profiles, trace
from booklet.scribe.matter import MATTER, bare_pages, matter_fields
from booklet.scribe.spans import Node, Survey
from booklet.scribe.write import profile_member

_SECTIONS: Final = tuple(schema.File.allowed())
_EVENT: Final[Key] = ("event",)
_VENUE: Final[Key] = ("venue",)
_SPEAKERS: Final = "speakers"


class Sections(NamedTuple):
    """What the sections shall say: each record's values, by where it stands, and profiles that come and go."""

    values: Mapping[Key, tuple[Fields, Fields]]
    coming: tuple[Profile, ...]
    going: tuple[Profile, ...]


def plan_sections(previous: Program | None, current: Program, new: Program, ledger: Ledger) -> Sections:
    """Merge what three versions of a program say beside the days.

    Args:
        previous: the program as it was last imported, None if that is not known.
        current: the program as it stands.
        new: the program as the source has it now.
        ledger: takes down what there is to say.
    """
    values: dict[Key, tuple[Fields, Fields]] = {}
    before = event_fields(previous.event) if previous else None
    now = event_fields(current.event)
    values[_EVENT] = now, _merged(before, now, event_fields(new.event), "the event", ledger)
    before = venue_fields(previous.venue) if previous else None
    now = venue_fields(current.venue)
    values[_VENUE] = now, _merged(before, now, venue_fields(new.venue), "the venue", ledger)
    for name, now in matter_fields(current).items():
        before = matter_fields(previous)[name] if previous else None
        values[(name,)] = now, _merged(before, now, matter_fields(new)[name], f"the {name}", ledger)
    if new.pages and bare_pages(new) not in (bare_pages(current), bare_pages(previous) if previous else ()):
        ledger.say("the source has other pages of its own than the program", "copy what you need below 'pages:'")
    coming, going = [], []
    versions = [list(version.people.values()) if version else [] for version in (previous, current, new)]
    for trio in trace(versions[0], versions[1], versions[2], pair_profiles):
        if trio.current and trio.new:
            now, whose = profile_fields(trio.current), quoted(trio.current.name)
            before = profile_fields(trio.previous) if trio.previous else None
            values[trio.current.at] = now, _merged(before, now, profile_fields(trio.new), whose, ledger)
        elif trio.new and not trio.previous:
            ledger.changes.append(f"added: what is known about {quoted(trio.new.name)}")
            coming.append(trio.new)
        elif trio.current and trio.previous and profile_fields(trio.current) == profile_fields(trio.previous):
            ledger.changes.append(f"removed: what was known about {quoted(trio.current.name)}")
            going.append(trio.current)
    return Sections(values, tuple(coming), tuple(going))


def revise_sections(text: str, plan: Sections) -> str:
    """Make the sections say what is planned.

    Each pass finds its places anew: the end of one section is where the next begins, so what is put at the end of a
    section must stand there before another section comes behind it.

    Raises:
        BookletError: something that has to change stands between brackets.
    """
    for edits in (_value_edits, _leaving, _joining, _departures, _arrivals):
        if made := list(edits(Survey(text), plan)):
            text = apply(text, made)
    return text


def _value_edits(survey: Survey, plan: Sections) -> Iterator[Edit]:
    """The values in records that stand in the program and will."""
    for at, (now, then) in plan.values.items():
        if now != then and then and (len(at) > 1 or _filled(survey, at)):
            keys = tuple({**now, **then}) if at[0] in MATTER else _keys(at)
            yield from record_edits(survey, at, _members(now, then, column=record_column(survey, at)), keys)


def _leaving(survey: Survey, plan: Sections) -> Iterator[Edit]:
    """Profiles that go; those that come take their places if nobody stays."""
    people, going = survey.root.find((_SPEAKERS,)), _going_profiles(plan)
    if people is None or not people.inside or not going or _all_go(people, plan):
        return
    values: dict[str, str | None] = dict.fromkeys(going)
    if set(people.inside) <= set(going):
        column = record_column(survey, (_SPEAKERS,))
        values |= {who.name: profile_member(who, column=column) for who in plan.coming}
    yield from record_edits(survey, (_SPEAKERS,), values, [*map(str, people.inside), *values])


def _joining(survey: Survey, plan: Sections) -> Iterator[Edit]:
    """Profiles that come, behind those that stay; an empty line parts them if it parts the others."""
    people = survey.root.find((_SPEAKERS,))
    if people is None or not people.inside or not plan.coming:
        return
    refuse_flow(survey, people)
    column = record_column(survey, (_SPEAKERS,))
    first = survey.line_end(next(iter(people.inside.values())).span.end)
    apart = "\n" if len(people.inside) == 1 or survey.after_empty_lines(first) > first else ""
    at = survey.line_end(people.span.end)
    for who in plan.coming:
        if people.find((who.name,)) is None:
            yield Edit(at, at, f"{apart}{' ' * column}{profile_member(who, column=column)}\n")


def _departures(survey: Survey, plan: Sections) -> Iterator[Edit]:
    """Sections that say nothing any more."""
    gone = [str(at[0]) for at, (now, then) in plan.values.items() if now and not then and len(at) == 1]
    people = survey.root.find((_SPEAKERS,))
    if people and people.inside and _all_go(people, plan):
        gone.append(_SPEAKERS)
    if gone:
        yield from record_edits(survey, (), dict.fromkeys(gone), _SECTIONS)


def _arrivals(survey: Survey, plan: Sections) -> Iterator[Edit]:
    """Sections that are new or stand there empty, in their order."""
    lines = {
        str(at[0]): f"{record(then, column=2)}\n"
        for at, (now, then) in plan.values.items()
        if now != then and then and len(at) == 1 and not _filled(survey, at)
    }
    if plan.coming and not _filled(survey, (_SPEAKERS,)):
        lines[_SPEAKERS] = "\n".join([f"  {profile_member(who, column=2)}\n" for who in plan.coming])
    for name in sorted(lines, key=_SECTIONS.index):
        yield _new_section(survey, name, lines[name])


def _filled(survey: Survey, at: Key) -> bool:
    """Whether something stands in a record."""
    node = survey.root.find(at)
    return node is not None and bool(node.inside)


def _going_profiles(plan: Sections) -> list[str]:
    emptied = [str(at[-1]) for at, (now, then) in plan.values.items() if now and not then and len(at) > 1]
    return [*(str(profile.at[-1]) for profile in plan.going), *emptied]


def _all_go(people: Node, plan: Sections) -> bool:
    """Whether nobody is left in the section of people."""
    return not plan.coming and set(people.inside) <= set(_going_profiles(plan))


def as_planned(plan: Sections, program: Program) -> bool:
    """Whether a program says what is planned beside the days."""
    said: dict[Key, Fields] = {_EVENT: event_fields(program.event), _VENUE: venue_fields(program.venue)}
    said |= {(name,): fields for name, fields in matter_fields(program).items()}
    said |= {profile.at: profile_fields(profile) for profile in program.people.values()}
    planned = {at: then for at, (_, then) in plan.values.items()}
    planned |= {("speakers", profile.name): profile_fields(profile) for profile in plan.coming}
    event = planned[_EVENT]
    # A short title that is the title says nothing, and is not read back.
    planned[_EVENT] = {name: value for name, value in event.items() if (name, value) != ("short_title", event["title"])}
    gone = {profile.at for profile in plan.going}
    return all(said.get(at) == fields for at, fields in planned.items()) and not gone & said.keys()


def _merged(previous: Fields | None, current: Fields, new: Fields, whose: str, ledger: Ledger) -> Fields:
    changes = ledger.merged(previous, current, new, whose)
    values = {**current, **{change.name: change.after for change in changes}}
    return {name: value for name, value in values.items() if value is not None}


def _members(now: Fields, then: Fields, *, column: int) -> Mapping[str, str | None]:
    changed = [name for name in {**now, **then} if now.get(name) != then.get(name)]
    return {name: member(name, then[name], column=column) if name in then else None for name in changed}


def _keys(at: Key) -> tuple[str, ...]:
    records: Mapping[Key, type[Record]] = {_EVENT: schema.Event, _VENUE: schema.Venue}
    return tuple(records.get(at, schema.Profile).allowed())


def _new_section(survey: Survey, name: str, lines: str) -> Edit:
    """A section that is not there yet or is empty; a new one stands behind those that come before it."""
    if empty := survey.root.find((name,)):
        return filling(survey, empty, lines)
    nodes = [node for key in _SECTIONS[: _SECTIONS.index(name)] if (node := survey.root.find((key,)))]
    at = survey.line_end(max(node.span.end for node in nodes))
    return Edit(at, at, f"\n{name}:\n{lines}")
