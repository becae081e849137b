"""A manuscript becomes a draft: the program that its text will be read back as, and the remarks beside it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from booklet.errors import Fault, Place
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.authors import Parted, parted, stated
from booklet.model.program import HOLDERS, PAUSES, Day, Key, Kind, Options, Profile, Program, Session, Speaker
from booklet.model.texts import quoted
from booklet.model.times import MIDNIGHT, TimeSpan, clock
from booklet.scribe.clocks import Slot, time_text, write_times
from booklet.scribe.matter import matter
from booklet.scribe.tidying import UNKNOWN, Notice, Tidier

_EVENING: Final = 18 * 60
_SMALL_HOURS: Final = 6 * 60
"""What begins in the small hours belongs to the evening before, if there is one (`model.times.past_midnight`)."""

_HOLDS_TALKS: Final = Notice(
    "holds talks, so it is written as a session",
    "hold talks, so they are written as sessions",
    "only a session, panel, workshop or poster session can hold talks",
)
_HOLDS_SESSIONS: Final = Notice(
    "holds sessions; what is in them stands in one list",
    "hold sessions; what is in them stands in one list",
    "program.yaml knows talks in sessions, but no sessions in sessions",
)
_UNTITLED: Final = Notice(
    "has no title; '???' stands in its place", "have no title; '???' stands in its place", "write the title there"
)
_UNDATED: Final = Notice(
    "has no date, so it stands at the end of the file as a remark",
    "have no date, so they stand at the end of the file as remarks",
    "move each to its day, and delete the '# ' before its lines",
)
_NEXT_DAY: Final = Notice(
    "begins after midnight, but nothing comes before it in the evening: it stands on the next day",
    "begin after midnight, but nothing comes before them in the evening: they stand on the next day",
    "if it belongs to the day before, write it below something that begins in the evening",
)
_UNWRITABLE: Final = Notice(
    "is at a time that a day of program.yaml cannot say; a remark above it has it whole",
    "are at times that a day of program.yaml cannot say; a remark above each has it whole",
    "correct the time if it is a slip; else write two entries, one for each day",
)
_NO_LENGTH: Final = Notice(
    "states a length for each talk that cannot be one", "state a length for each talk that cannot be one", "correct it"
)
_INNER_LENGTH: Final = Notice(
    "is in a session and states a length for each talk in it, which was left out",
    "are in sessions and state a length for each talk in them, which was left out",
    "program.yaml knows talks in sessions, but no talks in talks",
)


class Draft(NamedTuple):
    """A program as it is to be written.

    `times` are the times of entries as they are written and `remarks` what stands above them, by `Session.at`.
    `papers` are abstracts without a slot. An event whose language is not known has the language "". `program` has no
    days if the source has no agenda.
    """

    program: Program
    times: Mapping[Key, str]
    remarks: Mapping[Key, tuple[str, ...]]
    papers: tuple[Session, ...]
    faults: tuple[Fault, ...]


class _Piece(NamedTuple):
    """An entry whose place is not yet known: what it says but for the talks in it, those, and what is said of it."""

    session: Session
    inside: tuple[_Piece, ...]
    remarks: tuple[str, ...]
    where: Place | None

    @property
    def starts(self) -> Iterator[int]:
        """When it and what is in it begin."""
        return (part.session.start for part in (self, *self.inside) if part.session.start is not None)


def draft(manuscript: Manuscript, *, several: bool = False) -> Draft:
    """Make a draft.

    Days are in the order of their dates, and the entries of a day in the order of time, as the booklet's reader wants
    them; what has no time stays behind what it followed.

    Args:
        manuscript: what the sources say.
        several: the manuscript comes from several sources, so remarks name their file.
    """
    tidier = Tidier()
    event, venue = tidier.event(manuscript.event), tidier.venue(manuscript.venue)
    loose = [entry for entry in manuscript.entries if entry.date is None]
    for entry in loose:
        tidier.notice(_UNDATED, _name(entry), entry.where)
    days: list[Day] = []
    times: dict[Key, str] = {}
    remarks: dict[Key, tuple[str, ...]] = {}
    for date, pieces in _dated(manuscript.entries, tidier, several=several):
        at: Key = ("days", len(days))
        title = tidier.line(manuscript.day_titles.get(date, ""))
        written = _timed(pieces, tidier, halves=manuscript.halves)
        sessions = [_placed(piece, (*at, "sessions", number), remarks) for number, piece in enumerate(written)]
        second = tidier.line(manuscript.second_day_titles.get(date, ""))
        days.append(Day(date, title, tuple(sessions), at, second))
        times |= _times(days[-1], halves=manuscript.halves)
    _empty_days(manuscript, days, tidier)
    papers = [_piece(entry, tidier, several=several) for entry in (*loose, *manuscript.papers)]
    slotless = tuple([_placed(piece, ("papers", number), remarks) for number, piece in enumerate(papers)])
    parts = [part for paper in slotless for part in (paper, *paper.talks)]
    times |= {part.at: time_text(TimeSpan(part.start, part.end), halves=manuscript.halves) for part in parts}
    people = _profiles(manuscript.people.values(), tidier)
    program = Program(event, venue, tuple(days), people, Options(), Path(), "program", *matter(manuscript, tidier))
    return Draft(program, times, remarks, slotless, tidier.faults)


def _dated(entries: Iterable[Entry], tidier: Tidier, *, several: bool) -> Iterator[tuple[datetime.date, list[_Piece]]]:
    """The days in their order, and what is on each, in the order of time."""
    days: defaultdict[datetime.date, list[_Piece]] = defaultdict(list)
    for entry in entries:
        if entry.date is not None:
            days[entry.date].append(_piece(entry, tidier, several=several))
    for date in sorted(days):
        evening = any(_EVENING <= start < MIDNIGHT for piece in days[date] for start in piece.starts)
        for piece in list(days[date]):
            if _of_next_day(piece.session, evening=evening) and date < datetime.date.max:
                days[date].remove(piece)
                days[date + datetime.timedelta(days=1)].append(_earlier(piece, MIDNIGHT))
                tidier.notice(_NEXT_DAY, piece.session.called, piece.where)
    for date in sorted(days):
        if days[date]:
            yield date, _in_order(days[date])


def _of_next_day(session: Session, *, evening: bool) -> bool:
    if session.start is None or session.start < MIDNIGHT:
        return False
    return not evening or session.start > MIDNIGHT + _SMALL_HOURS


def _earlier(piece: _Piece, minutes: int) -> _Piece:
    """The same, on a day that begins so many minutes later."""
    start, end = (None if time is None else time - minutes for time in (piece.session.start, piece.session.end))
    inside = tuple([_earlier(part, minutes) for part in piece.inside])
    return piece._replace(session=replace(piece.session, start=start, end=end), inside=inside)


def _in_order(pieces: list[_Piece]) -> list[_Piece]:
    keys: list[int] = []
    for piece in pieces:
        first = next(piece.starts, None)
        keys.append(first if first is not None else keys[-1] if keys else -1)
    return [pieces[number] for number in sorted(range(len(pieces)), key=keys.__getitem__)]


def _timed(pieces: list[_Piece], tidier: Tidier, *, halves: bool) -> list[_Piece]:
    """The entries with times that can be written; what cannot becomes a remark."""
    parts = [part for piece in pieces for part in (piece, *piece.inside)]
    wanted = [TimeSpan(part.session.start, part.session.end) for part in parts]
    written = iter(write_times([Slot(span) for span in wanted], halves=halves))

    def timed(part: _Piece) -> _Piece:
        span, wish = next(written).span, TimeSpan(part.session.start, part.session.end)
        if span == wish:
            return part
        tidier.notice(_UNWRITABLE, part.session.called, part.where)
        session = replace(part.session, start=span.start, end=span.end)
        return part._replace(session=session, remarks=(*part.remarks, _whole_time(wish)))

    return [timed(piece)._replace(inside=tuple([timed(part) for part in piece.inside])) for piece in pieces]


def _whole_time(span: TimeSpan) -> str:
    said = []
    for name, minutes in (("begins", span.start), ("ends", span.end)):
        if minutes is not None:
            days = minutes // MIDNIGHT
            later = {-1: " on the day before", 0: "", 1: " on the next day"}.get(days, f" {days} days later")
            said.append(f"{name} {clock(minutes)}{later}")
    return "the source says that this " + " and ".join(said)


def _times(day: Day, *, halves: bool) -> Mapping[Key, str]:
    """The times of a day as they are written, by what has them."""
    entries = list(day.entries)
    written = write_times([Slot(TimeSpan(entry.start, entry.end)) for entry in entries], halves=halves)
    return {entry.at: time.text for entry, time in zip(entries, written, strict=True)}


def _piece(entry: Entry, tidier: Tidier, *, several: bool) -> _Piece:
    title = tidier.line(entry.title)
    remarks = [tidier.line(_remark(remark, entry.where, several=several)) for remark in entry.remarks if remark.strip()]
    authors = tidier.people(entry.authors, title)
    speakers, coauthors = tidier.people(entry.speakers, title), tidier.people(entry.coauthors, title)
    speakers, coauthors = _byline(speakers, authors, coauthors)
    if not (title or speakers) and entry.kind not in PAUSES:
        tidier.notice(_UNTITLED, _name(entry), entry.where)
        remarks.append("the source has no title for this")
    each = entry.each if entry.each is not None and 0 < entry.each <= MIDNIGHT else None
    if each != entry.each:
        tidier.notice(_NO_LENGTH, _name(entry), entry.where)
    inside = [_piece(part, tidier, several=several) for part in _flat(entry, tidier)]
    if any(part.entries for part in entry.entries):
        tidier.notice(_HOLDS_SESSIONS, _name(entry), entry.where)
    kind: Kind = entry.kind
    if inside and kind not in HOLDERS:
        tidier.notice(_HOLDS_TALKS, _name(entry), entry.where)
        kind = "session"
    session = Session(
        kind=kind,
        title=title or ("" if speakers else kind.capitalize() if entry.kind in PAUSES else UNKNOWN),
        start=entry.start,
        end=entry.end,
        room=tidier.line(entry.room),
        track=tidier.line(entry.track),
        speakers=speakers,
        coauthors=coauthors,
        chairs=tidier.people(entry.chairs, title),
        abstract=tidier.prose(entry.abstract),
        keywords=tidier.lines(entry.keywords),
        note=tidier.prose(entry.note),
        each=each,
        authors=authors,
        board=tidier.line(entry.board),
        topic=tidier.line(entry.topic),
        links=tidier.links(entry.links, title),
        language=tidier.language(entry.language, title),
        second_title=tidier.line(entry.second_title),
    )
    return _Piece(session, tuple(inside), tuple(remarks), entry.where)


def _flat(entry: Entry, tidier: Tidier) -> Iterator[Entry]:
    """What is in an entry, however deep, each without what is in it in turn; by a stack, so any depth will do."""
    stack = list(reversed(entry.entries))
    while stack:
        part = stack.pop()
        stack += reversed(part.entries)
        if part.each is not None:
            tidier.notice(_INNER_LENGTH, _name(part), part.where)
        yield replace(part, entries=(), each=None)


def _remark(text: str, where: Place | None, *, several: bool) -> str:
    place = f"line {where.line}" if where is not None and where.line else ""
    if several and where is not None:
        place = f"{where.file}, {place}" if place else where.file
    return f"from {place}: {text}" if place else text


def _placed(piece: _Piece, at: Key, remarks: dict[Key, tuple[str, ...]]) -> Session:
    """The entry as it is read back from its place; its remarks are noted down."""
    if piece.remarks:
        remarks[at] = piece.remarks
    inside = [_placed(part, (*at, "talks", number), remarks) for number, part in enumerate(piece.inside)]
    session = piece.session
    said, authors = stated(session), _people(session.authors, (*at, "authors"))
    byline = parted(_people(said.speakers, (*at, "speaker")), authors, _people(said.coauthors, (*at, "with")))
    return replace(
        session,
        speakers=byline.speakers,
        coauthors=byline.coauthors,
        authors=authors,
        chairs=_people(session.chairs, (*at, "chair")),
        talks=tuple(inside),
        at=at,
    )


def _byline(speakers: tuple[Speaker, ...], authors: tuple[Speaker, ...], coauthors: tuple[Speaker, ...]) -> Parted:
    """Who speaks and who does not, as it will be read back."""
    said = stated(Session("talk", "", speakers=speakers, coauthors=coauthors, authors=authors))
    return parted(said.speakers, authors, said.coauthors)


def _people(people: tuple[Speaker, ...], at: Key) -> tuple[Speaker, ...]:
    return tuple([replace(who, at=(*at, number)) for number, who in enumerate(people)])


def _profiles(profiles: Iterable[Profile], tidier: Tidier) -> Mapping[str, Profile]:
    people: dict[str, Profile] = {}
    for profile in profiles:
        tidied = tidier.profile(profile)
        if not tidied.name or tidied == Profile(tidied.name, at=tidied.at):
            continue
        if people.setdefault(tidied.name, tidied) != tidied:
            tidier.say(
                f"{quoted(tidied.name)} is described twice", hint="the first was taken; add what is missing by hand"
            )
    return people


def _empty_days(manuscript: Manuscript, days: list[Day], tidier: Tidier) -> None:
    if not days:
        tidier.say(
            "the source has no agenda", hint="write the days and what is on them, as in the program of 'booklet new'"
        )
    known = {day.date for day in days}
    for date, title in sorted(manuscript.day_titles.items()):
        if date not in known:
            hint = "program.yaml has only days with something on them: add it when there is"
            tidier.say(f"there is nothing on the day {date}" + (f" ({title})" if title else ""), hint=hint)


def _name(entry: Entry) -> str:
    """What messages call an entry."""
    at = "" if entry.start is None else f" at {clock(entry.start)}"
    return entry.title or f"{entry.kind}{at}"
