"""Brings `event:`, `venue:` and `speakers:` up to date, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from booklet.model import schema
from booklet.model.program import Key, Profile, Program
from booklet.model.record import Record
from booklet.model.texts import quoted
from booklet.scribe.edits import Edit, record_column, record_edits
from booklet.scribe.entries import member, record
from booklet.scribe.fields import Fields, event_fields, profile_fields, venue_fields
from booklet.scribe.ledger import Ledger
from booklet.scribe.matching import pair_profiles, trace
from booklet.scribe.matter import MATTER, bare_pages, matter_fields
from booklet.scribe.spans import Survey
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


def section_edits(survey: Survey, plan: Sections) -> Iterator[Edit]:
    """The edits that make the sections say what is planned."""
    going = [str(profile.at[-1]) for profile in plan.going]
    for at, (now, then) in plan.values.items():
        if now == then:
            continue
        if survey.root.find(at) is None:
            yield _new_section(survey, str(at[0]), f"{record(then, column=2)}\n")
        elif then:
            keys = tuple({**now, **then}) if at[0] in MATTER else _keys(at)
            yield from record_edits(survey, at, _members(now, then, column=record_column(survey, at)), keys)
        elif len(at) == 1:
            yield from record_edits(survey, (), {str(at[0]): None}, _SECTIONS)
        else:
            going.append(str(at[-1]))
    yield from _people_edits(survey, plan.coming, going)


def _people_edits(survey: Survey, coming: Sequence[Profile], going: Sequence[str]) -> Iterator[Edit]:
    """Profiles that come and go."""
    people = survey.root.find((_SPEAKERS,))
    if people is None or not people.inside:
        if coming:
            yield _new_section(survey, _SPEAKERS, "\n".join([f"  {profile_member(who, column=2)}\n" for who in coming]))
        return
    column = record_column(survey, (_SPEAKERS,))
    values: dict[str, str | None] = {who.name: profile_member(who, column=column) for who in coming}
    values |= dict.fromkeys(going)
    if set(people.inside) <= {name for name, written in values.items() if written is None} and not coming:
        yield from record_edits(survey, (), {_SPEAKERS: None}, _SECTIONS)
    elif values:
        names = [str(name) for name in people.inside]
        yield from record_edits(survey, (_SPEAKERS,), values, [*names, *(name for name in values if name not in names)])


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
        end = survey.line_end(empty.key.end)
        return Edit(end, end, lines)
    nodes = [node for key in _SECTIONS[: _SECTIONS.index(name)] if (node := survey.root.find((key,)))]
    at = survey.line_end(max(node.span.end for node in nodes))
    return Edit(at, at, f"\n{name}:\n{lines}")
