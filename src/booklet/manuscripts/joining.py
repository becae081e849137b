"""Several sources of one event become one manuscript: the agenda here, the abstracts there.

A paper (an abstract without a slot) is that of an entry

1. if both have the same id;
2. else if their titles are the same but for case, accents and punctuation;
3. else if one of them speaks or is written by the same person, and one title is a part of the other, or the titles
   are nearly the same;
4. else if the titles are nearly the same, and no other title is;
5. else if somebody has exactly one talk without an abstract and one paper without a slot, and no other rule decides.

An entry that stands in two sources at the same time under the same title is one entry. What one source lacks is taken
from the other; where they differ, the first counts and the difference is reported.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from difflib import SequenceMatcher
from typing import Any, Final, TypeVar

from booklet.errors import Fault
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.people import normal
from booklet.model.program import PAUSES, Committee, Event, Profile, Speaker, Tier, Track, Venue
from booklet.model.texts import quoted
from booklet.model.times import clock

_NEAR: Final = 0.9
"""From what likeness on two titles are nearly the same (ratio of matching characters)."""

_COMPARED: Final = 40
"""With so many titles that share a rare word a title is compared."""

_MORE: Final = ("authors", "board", "topic", "links", "language", "second_title")
"""What else an entry may take from another source as it is."""

_RARE: Final = 60
"""A word that more titles have tells nothing."""


def join(manuscripts: Sequence[Manuscript]) -> Manuscript:
    """One manuscript of all; that of a single source with its own papers, too.

    It takes about n log n steps for n entries.
    """
    first, *others = manuscripts
    report = [fault for one in manuscripts for fault in one.report]
    entries = _together([one.entries for one in manuscripts], report)
    papers = _papers([one.papers for one in manuscripts], report)
    agenda = _Agenda(entries, report)
    left = agenda.match(papers)
    people: dict[str, Profile] = {}
    for one in reversed(manuscripts):
        people.update(one.people)
    titles: dict[datetime.date, str] = {}
    seconds: dict[datetime.date, str] = {}
    for one in reversed(manuscripts):
        titles.update(one.day_titles)
        seconds.update(one.second_day_titles)
    event, venue = first.event, first.venue
    for one in others:
        event, venue = _event(event, one.event), _filled(venue, one.venue, Venue())
    return Manuscript(
        event=event,
        venue=venue,
        entries=tuple(agenda.entries),
        papers=tuple(left),
        people=people,
        day_titles=titles,
        second_day_titles=seconds,
        halves=any(one.halves for one in manuscripts if one.entries),
        report=tuple(report),
        asks=tuple(fault for one in manuscripts for fault in one.asks),
        tracks=_named(track for one in manuscripts for track in one.tracks),
        committees=_named(group for one in manuscripts for group in one.committees),
        sponsors=_named(tier for one in manuscripts for tier in one.sponsors),
        pages=tuple(dict.fromkeys(page for one in manuscripts for page in one.pages)),
    )


_Named = TypeVar("_Named", Track, Committee, Tier)


def _named(things: Iterable[_Named]) -> tuple[_Named, ...]:
    """Each name once, as the first source that has it says."""
    known: dict[str, _Named] = {}
    for thing in things:
        known.setdefault(thing.name, thing)
    return tuple(known.values())


def _event(one: Event, other: Event) -> Event:
    """What is known of the event, the first source first; a title that says less is no title."""
    if not one.title and other.title:
        one = replace(one, title=other.title, short_title=other.short_title)
    return _filled(one, other, Event(title=one.title, short_title=one.title))


_Facts = TypeVar("_Facts", Event, Venue)


def _filled(one: _Facts, other: _Facts, empty: _Facts) -> _Facts:
    """The first value with what it lacks taken from the second."""
    changes = {}
    for known in fields(one):
        mine, theirs, none = (getattr(value, known.name) for value in (one, other, empty))
        if (
            known.name not in {"title", "short_title", "at"}
            and mine in (none, "", None, ())
            and theirs not in (none, "", None, ())
        ):
            changes[known.name] = theirs
    return replace(one, **changes) if changes else one


def _papers(sources: Sequence[Sequence[Entry]], report: list[Fault]) -> list[Entry]:
    """The papers of all sources; those that two sources have under one number, and do not call otherwise, only once."""
    out: list[Entry] = []
    known: dict[str, int] = {}
    for number, papers in enumerate(sources):
        for paper in papers:
            twin = known.get(paper.ident) if number and paper.ident else None
            if twin is not None and _is_same_paper(out[twin], paper):
                out[twin] = combined(out[twin], paper, report)
            else:
                out.append(paper)
        known.update({paper.ident: at for at, paper in enumerate(out) if paper.ident and paper.ident not in known})
    return out


def _is_same_paper(one: Entry, other: Entry) -> bool:
    """Whether two papers of one number are not told apart by title or abstract."""
    return all(
        not mine or not theirs or _plain(mine) == _plain(theirs)
        for mine, theirs in ((one.title, other.title), (one.abstract, other.abstract))
    )


def _together(sources: Sequence[Sequence[Entry]], report: list[Fault]) -> list[Entry]:
    """The entries of all sources, those that two of them have only once."""
    if len(sources) == 1:
        return list(sources[0])
    out: list[Entry] = []
    known: dict[tuple[object, ...], int] = {}
    for number, entries in enumerate(sources):
        for entry in entries:
            what = (entry.date, entry.start, _plain(entry.title))
            keys: list[tuple[object, ...]] = [(*what, entry.room and _plain(entry.room))]
            if entry.ident:
                keys.append(("ident", entry.ident))
            keys.append(what)
            found = [known[key] for key in keys if number and key in known]
            # Only one of two may name the room; two that name different rooms are two entries.
            twin = next(
                (at for at in found if len({_plain(room) for room in (out[at].room, entry.room) if room}) < 2), None
            )
            if twin is None:
                out.append(entry)
                known.update({key: len(out) - 1 for key in keys})
            else:
                out[twin] = combined(out[twin], entry, report)
    return sorted(out, key=lambda entry: (entry.date or datetime.date.max, _begins(entry)))


def _begins(entry: Entry) -> int:
    return (
        entry.start
        if entry.start is not None
        else next((talk.start for talk in entry.entries if talk.start is not None), 0)
    )


@dataclass(slots=True)
class _Slot:
    """Where an entry stands: its number, and that of the talk inside it, -1 for itself."""

    at: int
    talk: int
    entry: Entry
    taken: bool = False


@dataclass(slots=True)
class _Index:
    """Slots by what they may be found by."""

    idents: dict[str, _Slot] = field(default_factory=dict)
    titles: defaultdict[str, list[_Slot]] = field(default_factory=lambda: defaultdict(list))
    words: defaultdict[str, list[_Slot]] = field(default_factory=lambda: defaultdict(list))
    names: defaultdict[str, list[_Slot]] = field(default_factory=lambda: defaultdict(list))


class _Agenda:
    """The entries that papers are matched with."""

    def __init__(self, entries: list[Entry], report: list[Fault]) -> None:
        self.entries = entries
        self._report = report

    def match(self, papers: Sequence[Entry]) -> list[Entry]:
        """Give each paper its slot; those that found none are returned, and reported."""
        if not papers or not self.entries:
            return list(papers)
        index = _indexed(self.entries)
        waiting = list(papers)
        for rule in (_by_ident, _by_title, _by_person_and_title, _by_likeness):
            waiting = [paper for paper in waiting if not self._placed(paper, rule(paper, index))]
        waiting = self._by_person(waiting, index)
        for paper in waiting:
            hint = "it stands at the end of program.yaml as a remark: move it to its talk, or correct a title"
            self._report.append(Fault(f"no slot was found for {quoted(_called(paper))}", paper.where, hint))
        return waiting

    def _placed(self, paper: Entry, slot: _Slot | None) -> bool:
        if slot is None or slot.taken:
            return False
        slot.taken = True
        slot.entry = joined = combined(slot.entry, paper, self._report)
        if slot.talk < 0:
            self.entries[slot.at] = replace(joined, entries=self.entries[slot.at].entries or joined.entries)
        else:
            holder = self.entries[slot.at]
            talks = [*holder.entries]
            talks[slot.talk] = joined
            self.entries[slot.at] = replace(holder, entries=tuple(talks))
        return True

    def _by_person(self, papers: list[Entry], index: _Index) -> list[Entry]:
        """The papers of people who have one talk without an abstract, and one paper."""
        written: defaultdict[str, list[Entry]] = defaultdict(list)
        for paper in papers:
            for person in paper.speakers:
                written[normal(person.name)].append(paper)
        left = []
        for paper in papers:
            alone = [normal(person.name) for person in paper.speakers if len(written[normal(person.name)]) == 1]
            slots = [slot for name in alone for slot in index.names.get(name, ())]
            open_slots = {id(slot): slot for slot in slots if not slot.taken and not slot.entry.abstract}
            slot = next(iter(open_slots.values())) if len(open_slots) == 1 else None
            if slot is None or not self._placed(paper, slot):
                left.append(paper)
            elif slot.entry.title and _plain(slot.entry.title) != _plain(paper.title) and paper.title:
                titles = f"{quoted(paper.title)} was given to {quoted(slot.entry.title)}"
                what = f"the abstract {titles}, since the speaker is the same"
                self._report.append(Fault(what, paper.where, "move it if it belongs elsewhere"))
        return left


def _called(entry: Entry) -> str:
    return entry.title or ", ".join(person.name for person in entry.speakers) or "an abstract without a title"


def _indexed(entries: Sequence[Entry]) -> _Index:
    index = _Index()
    for at, entry in enumerate(entries):
        for number, part in ((-1, entry), *enumerate(entry.entries)):
            if part.kind in PAUSES:
                continue
            slot = _Slot(at, number, part)
            if part.ident:
                index.idents.setdefault(part.ident, slot)
            plain = _plain(part.title)
            if plain:
                index.titles[plain].append(slot)
            for word in set(plain.split()):
                index.words[word].append(slot)
            for person in part.speakers:
                index.names[normal(person.name)].append(slot)
    return index


def _plain(title: str) -> str:
    """A title as it is compared."""
    return normal(re.sub(r"[*_`$\\{}]", "", title)) if title else ""


def _by_ident(paper: Entry, index: _Index) -> _Slot | None:
    return index.idents.get(paper.ident) if paper.ident else None


def _by_title(paper: Entry, index: _Index) -> _Slot | None:
    slots = [slot for slot in index.titles.get(_plain(paper.title), ()) if not slot.taken]
    if len(slots) > 1:
        names = _names(paper)
        slots = [slot for slot in slots if names & _names(slot.entry)] or slots[:1]
    return slots[0] if slots else None


def _by_person_and_title(paper: Entry, index: _Index) -> _Slot | None:
    plain = _plain(paper.title)
    if not plain:
        return None
    open_slots = {id(slot): slot for name in _names(paper) for slot in index.names.get(name, ()) if not slot.taken}
    fitting = []
    for slot in open_slots.values():
        other = _plain(slot.entry.title)
        if other and (plain in other or other in plain or _alike(plain, other) >= 0.75):
            fitting.append((_alike(plain, other), slot))
    fitting.sort(key=lambda found: -found[0])
    return fitting[0][1] if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]) else None


def _by_likeness(paper: Entry, index: _Index) -> _Slot | None:
    plain = _plain(paper.title)
    near: dict[int, _Slot] = {}
    for word in sorted(set(plain.split()), key=lambda word: len(index.words.get(word, ()))):
        found = index.words.get(word, ())
        if len(found) > _RARE or len(near) > _COMPARED:
            break
        near.update({id(slot): slot for slot in found if not slot.taken})
    alike = [slot for slot in near.values() if _alike(plain, _plain(slot.entry.title)) >= _NEAR]
    return alike[0] if len(alike) == 1 else None


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= 0.5 and len(one) < 400 and len(other) < 400 else 0.0


def _names(entry: Entry) -> set[str]:
    return {normal(person.name) for person in (*entry.speakers, *entry.coauthors)}


def combined(one: Entry, other: Entry, report: list[Fault]) -> Entry:
    """An entry with what another source says of it: the first counts, gaps are filled, and differences reported."""
    changes: dict[str, Any] = {}
    for name in ("room", "track", "abstract", "note", "keywords", "ident", "chairs", "each", "entries", *_MORE):
        if not getattr(one, name) and getattr(other, name):
            changes[name] = getattr(other, name)
    if not one.title and other.title:
        changes["title"] = other.title
    for name in ("start", "end", "date"):
        if (
            getattr(one, name) is None
            and getattr(other, name) is not None
            and (name != "end" or one.start in (None, other.start))
        ):
            changes[name] = getattr(other, name)
    if other.kind != one.kind == "talk" and other.kind != "other":
        changes["kind"] = other.kind
    speakers, coauthors = _people(one, other)
    report += _differences(one, other)
    return replace(
        one,
        speakers=speakers,
        coauthors=coauthors,
        remarks=tuple(dict.fromkeys((*one.remarks, *other.remarks))),
        **changes,
    )


def _people(one: Entry, other: Entry) -> tuple[tuple[Speaker, ...], tuple[Speaker, ...]]:
    """The speakers of the first, with what the second knows of them; who is only in the second has written it too."""
    known = {normal(person.name): person for person in (*other.speakers, *other.coauthors)}

    def told(person: Speaker) -> Speaker:
        more = known.get(normal(person.name))
        if more is None:
            return person
        return replace(
            person, position=person.position or more.position, affiliation=person.affiliation or more.affiliation
        )

    if not one.speakers:
        return other.speakers, one.coauthors or other.coauthors
    speakers = tuple(told(person) for person in one.speakers)
    names = {normal(person.name) for person in (*one.speakers, *one.coauthors)}
    more = tuple(person for person in (*other.speakers, *other.coauthors) if normal(person.name) not in names)
    return speakers, (*(told(person) for person in one.coauthors), *more)


def _differences(one: Entry, other: Entry) -> Iterator[Fault]:
    """What two sources say otherwise of one entry."""
    said: Iterable[tuple[str, str, str]] = (
        ("time", _time(one), _time(other)),
        ("room", one.room, other.room),
        ("abstract", one.abstract[:80], other.abstract[:80]),
    )
    for name, mine, theirs in said:
        if mine and theirs and _plain(mine) != _plain(theirs):
            what = f"{quoted(_called(one))} has two {name}s, {quoted(mine)} and {quoted(theirs)}; the first was taken"
            yield Fault(what, other.where or one.where, "correct it if the other is right")


def _time(entry: Entry) -> str:
    if entry.start is None:
        return ""
    return clock(entry.start) if entry.end is None else f"{clock(entry.start)}-{clock(entry.end)}"
