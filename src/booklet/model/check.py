"""What a program must not say: clashes, disorder, gaps, and people it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from booklet.errors import Fault
from booklet.model.authors import outsiders
from booklet.model.boards import misnumbered
from booklet.model.clashes import clashes
from booklet.model.languages import unknown_languages
from booklet.model.namesakes import lookalikes, strangers
from booklet.model.people import appearances, normal, unify
from booklet.model.places import misnamed
from booklet.model.problem import Problem, placed
from booklet.model.program import Day, Event, Program, Session, Speaker
from booklet.model.source import Source
from booklet.model.tex import unread
from booklet.model.texts import quoted
from booklet.model.times import clock
from booklet.patterns import Later, is_foreign

_KANJI: Final = Later("[\u3400-\u9fff\uf900-\ufaff]")


def check(program: Program, source: Source) -> list[Fault]:
    """Look for what is wrong or missing, though it can be printed.

    Args:
        program: what to look at.
        source: what it was read from, for the places.

    Returns:
        The faults, in source order; it takes n log n steps for n sessions.
    """
    spellings = unify(program)
    found: list[Problem] = []
    for day in program.days:
        found += _unread(day.entries)
        found += clashes(day, program.venue.room, spellings)
        found += _disorder(day.sessions)
        for session in day.sessions:
            found += _session(session)
        for entry in day.entries:
            found += outsiders(entry)
        found += misnumbered(day, program.venue.room)
    found += misnamed(program)
    found += _zones(program)
    found += _second_titles(program)
    found += unknown_languages(program)
    found += _readings(program)
    found += _titles(program)
    found += _abstracts(program)
    found += strangers(program)
    found += lookalikes(program, spellings)
    return placed(found, source)


def _zones(program: Program) -> Iterator[Problem]:
    """Times in a second zone can be reckoned only if it is known which zone the first ones are in."""
    event = program.event
    if event.second_timezone and not event.timezone:
        what = f"no times can be given for {event.second_timezone}, as the event's own time zone is not stated"
        yield Problem((*event.at, "second_timezone"), what, "add it, as in 'timezone: America/Chicago'")


def _second_titles(program: Program) -> Iterator[Problem]:
    """Titles in a second language can be set and read aloud only if it is known which language that is."""
    event = program.event
    if event.second_language:
        return
    titled: list[Event | Day | Session] = [event]
    for day in program.days:
        titled += [day, *day.entries]
    if first := next((part for part in titled if part.second_title), None):
        what = f"it is not said which language {quoted(first.second_title)} is in"
        yield Problem((*first.at, "second_title"), what, "add it to the event, as in 'second_language: en'")


def _readings(program: Program) -> Iterator[Problem]:
    """Japanese names are sorted by how they are read, which their characters do not tell; one problem for all."""
    if program.event.language.partition("-")[0] != "ja" or not {"index", "authors"} & set(program.options.parts):
        return
    unread: dict[str, Speaker] = {}
    for who in appearances(program):
        profile = program.people.get(who.name)
        if is_foreign(who.name) and _KANJI.pattern.match(who.name) and not (profile and profile.sort_as):
            unread.setdefault(normal(who.name), who)
    if unread:
        first, *others = unread.values()
        also = f" and {len(others)} more" if others else ""
        what = f"no reading is given of the name {quoted(first.name)}{also}, so that the index cannot sort it"
        hint = (
            "give it in kana under 'speakers:', as in '朝倉 千尋: {sort_as: あさくら ちひろ}'; until then it comes last"
        )
        yield Problem(first.at, what, hint)


def _session(session: Session) -> Iterator[Problem]:
    yield from _span(session)
    yield from _disorder(session.talks)
    yield from _length(session)
    for talk in session.talks:
        yield from _span(talk)
        yield from _outside(talk, session)


def _span(session: Session) -> Iterator[Problem]:
    if session.start is not None and session.end is not None and session.end < session.start:
        what = f"{quoted(session.called)} starts {clock(session.start)}, but ends {clock(session.end)}"
        yield Problem((*session.at, "time"), what, "swap the two times, or correct one of them")


def _titles(program: Program) -> Iterator[Problem]:
    """The talks whose title is not known yet; they are printed under the names of those who give them."""
    for entry in (entry for day in program.days for entry in day.entries if not entry.title):
        hint = f"ask for it, and write it behind '{entry.kind}:'"
        yield Problem((*entry.at, entry.kind), f"what {entry.called} speaks about has no title", hint, of_key=True)


def _abstracts(program: Program) -> Iterator[Problem]:
    """The talks without an abstract; one problem if that is every one, and none if no abstracts are to be printed."""
    talks = [entry for day in program.days for entry in day.entries if entry.kind in {"talk", "keynote"}]
    missing = [talk for talk in talks if not talk.abstract]
    if "abstracts" not in program.options.parts:
        return
    if 1 < len(missing) == len(talks):
        hint = "ask for them, and add each with a line 'abstract: |'; or leave 'abstracts' out of the booklet's 'parts'"
        yield Problem(missing[0].at, f"none of the {len(talks)} talks has an abstract", hint)
        return
    hint = "ask for it, and add it with a line 'abstract: |'; until then the booklet prints title and speaker"
    for talk in missing:
        yield Problem(talk.at, f"{quoted(talk.called)} has no abstract", hint)


def _unread(entries: Iterable[Session]) -> Iterator[Problem]:
    """Commands of TeX that say nothing outside of the paper that they were written for, such as references."""
    for entry in entries:
        for key, text in (("abstract", entry.abstract), (entry.kind, entry.title), ("note", entry.note)):
            if commands := unread(text):
                more = f" and {len(commands) - 1} more like it" if len(commands) > 1 else ""
                what = f"{quoted(entry.called)} has TeX that is printed as it stands: {quoted(commands[0])}{more}"
                yield Problem((*entry.at, key), what, "say in words what it stands for, or take it out")


def _disorder(sessions: Iterable[Session]) -> Iterator[Problem]:
    """Each room's sessions stand in the order of time; one without a time starts with the first of its talks."""
    above: dict[str, Session] = {}
    for session in sessions:
        first = next((part for part in (session, *session.talks) if part.start is not None), None)
        if first is None or first.start is None:
            continue
        room = first.room or session.room
        last = above.get(room)
        if last is not None and last.start is not None and first.start < last.start:
            what = (
                f"{quoted(first.called)} starts {clock(first.start)}, "
                f"but stands below {quoted(last.called)}, which starts {clock(last.start)}"
            )
            hint = "put the entries in the order of time; times of the afternoon are written as 14:30 or 2:30 pm"
            yield Problem((*first.at, "time"), what, hint)
        above[room] = first


def _length(session: Session) -> Iterator[Problem]:
    """The talks of a session that have no times of their own fit into it."""
    talks = sum(not talk.pauses and talk.start is None for talk in session.talks)
    if session.each is None or session.start is None or session.end is None or not talks:
        return
    need, have = talks * session.each, session.end - session.start
    if need > have:
        count = "1 talk" if talks == 1 else f"{talks} talks"
        what = f"{count} of {session.each} min need {need} min, but {quoted(session.called)} has {have} min"
        yield Problem((*session.at, "each"), what, "give the session more time, or each talk less")


def _outside(talk: Session, session: Session) -> Iterator[Problem]:
    """A talk with a time of its own lies within its session's."""
    if talk.start is None or session.start is None:
        return
    last = talk.start if talk.end is None else talk.end
    if talk.start < session.start or (session.end is not None and last > session.end):
        end = "" if session.end is None else f" to {clock(session.end)}"
        time = clock(talk.start) if talk.end is None else f"{clock(talk.start)} to {clock(talk.end)}"
        what = f"{quoted(talk.called)} is {time}, but its session is {clock(session.start)}{end}"
        yield Problem((*talk.at, "time"), what, "correct one of the two times, or move the talk out of the session")
