"""Reads ConfTool's exports of sessions and of papers, as XML or as CSV."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.conftool_people import Authors, authors_of, formatted_authors, spoken
from booklet.importers.decisions import accepted
from booklet.importers.elements import line_of, local_name, text_of
from booklet.importers.material import Format, Material
from booklet.importers.moments import ending, minutes_after, read_clock, read_moment
from booklet.importers.stated import (
    ANSWERS,
    EMAILS,
    Omission,
    field_of,
    kind_stated,
    left_out,
    lines_of,
    plain_type,
    said_once,
    without_doubles,
)
from booklet.importers.tables import Record, headings_of, plain, records
from booklet.importers.xml import parse_xml
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.nights import by_evening, in_order
from booklet.model.people import normal
from booklet.model.program import PAUSES, Kind, Profile, Speaker
from booklet.model.texts import quoted

_SAYS_SOMETHING: Final = ("session title", "session short", "title", "session start", "p1 title")
"""A session has one of these fields."""

_HOLDERS: Final[frozenset[Kind]] = frozenset({"session", "panel", "workshop", "poster"})
_TALK: Final = re.compile(r"p(?P<number>[0-9]{1,3}) (?P<field>.+)")
_CHAIR: Final = re.compile(r"(?:session )?chair ?(?P<number>[0-9]{1,2})?(?: name)?")
_KNOWN: Final = re.compile(
    r"(?:session )?(?:start|end|title|short|info|type|room|id|additional info|room id|room short|parent id|location)"
    r"|(?:paper)?(?:id|start|end|title|subtitle|abstract|abstract plain|keywords|topics|authors|organisations)"
    r"|presenting author|contribution type|track type|acceptance|acceptance status|withdrawn|presentations|weight"
    r"|authors formatted(?: index| [0-9]+ (?:name|organisation|index|id))?|presentation (?:start|end)"
    r"|(?:session )?chair ?[0-9]*(?: (?:name|organisation|id))?|paperid|author ids?"
)
_INTERNAL: Final = re.compile(
    r"review|score|comment|copyright|submitt|update|signature|rating|weight|download|invoice|^sa "
)
_ASKED: Final = re.compile(r"extra|question|option|studentpaper")

_REVIEWS: Final = Omission(
    "value that is only for the organisers (reviews, comments, dates)",
    "values that are only for the organisers (reviews, comments, dates)",
)
_APART: Final = re.compile(r"[;,\n]")
_LETTER: Final = re.compile(r"\w")


@dataclass(slots=True)
class _Findings:
    """What is found beside the entries: what is to say, what is left out, and e-mail addresses by name."""

    report: list[Fault] = field(default_factory=list)
    left: Counter[Omission] = field(default_factory=Counter)
    emails: dict[str, str] = field(default_factory=dict)


def recognise(material: Material) -> bool:
    """Whether a source is an export of ConfTool: XML or a table with its names of fields."""
    text = material.text
    if material.xml_tag:
        return "<session_ID" in text or "<paperID" in text
    if "session_ID" not in text[:20_000] and "paperID" not in text[:20_000]:
        return False
    headings = headings_of(text)
    return {"session id", "session start"} <= headings or ("paperid" in headings and "title" in headings)


def read(material: Material, asked: Asked) -> Manuscript:
    """Read an export of sessions, of papers, or both.

    1. A session has its presentations in the order of their numbers. One whose only presentation has its title is that
       talk.
    2. Papers that were rejected or withdrawn are left out. A paper that names its session with a time is in it; the
       others wait for a source that gives them a slot.
    3. The presenting author speaks, and the others are co-authors; where none is named, all speak.

    Raises:
        BookletError: it is no well-formed XML, or there is neither a session nor a paper in it.

    Source: https://www.conftool.net, the exports of sessions and papers of ConfTool Pro.
    """
    rows = _records(material)
    findings = _Findings()
    for row in rows:
        _note(row, findings, asked)
    papers = [row for row in rows if row.first("paperid")]
    sessions = [row for row in rows if not row.first("paperid") and row.first(*_SAYS_SOMETHING)]
    entries = [_session(row, _presentations(row), findings) for row in sessions]
    kept = accepted(papers, _decision, lambda row: one_line(row.first("title")), material.name)
    chosen = [papers[at] for at in kept.places]
    entries += _sessions_of_papers([row for row in chosen if read_moment(row.first("session start"))], findings)
    waiting = [_talk(row, findings) for row in chosen if not read_moment(row.first("session start"))]
    if not entries and not waiting and not kept.report:
        what = "there is neither a session nor a paper in this export"
        raise BookletError([Fault(what, Place(material.name), "export the sessions with their presentations as XML")])
    dated = by_evening([entry for entry in entries if entry.date is not None])
    undated = [entry for entry in entries if entry.date is None]
    return Manuscript(
        event=replace(no_event(), timezone=asked.timezone),
        entries=tuple(without_doubles(in_order(dated))),
        papers=(*undated, *waiting),
        people={name: Profile(name, email=email) for name, email in findings.emails.items()},
        report=(*findings.report, *kept.report, *map(_undated, undated), *left_out(+findings.left, material.name)),
    )


FORMAT: Final = Format("conftool", "ConfTool (XML, CSV)", recognise, read)


def _records(material: Material) -> list[Record]:
    """The sessions and papers of an export, their fields by names in small letters, with spaces."""
    if not material.xml_tag:
        return records(material.text, material.name)
    found = []
    for element in parse_xml(material.text, material.name).iter():
        if local_name(element) in {"session", "paper"} and len(element):
            cells: dict[str, str] = {}
            for child in element:
                if text := text_of(child).strip():
                    cells.setdefault(plain(local_name(child)), text)
            found.append(Record(Place(material.name, line_of(element)), cells))
    return found


def _presentations(row: Record) -> list[Record]:
    """The presentations of a session, each as a record of its own."""
    numbered: dict[int, dict[str, str]] = {}
    for name, text in row.cells.items():
        if found := _TALK.fullmatch(name):
            numbered.setdefault(int(found["number"]), {})[found["field"]] = text
    return [Record(row.where, cells) for _, cells in sorted(numbered.items()) if _LETTER.search(cells.get("title", ""))]


def _session(row: Record, talks: Sequence[Record], findings: _Findings) -> Entry:
    """A session with talks in it."""
    short, title = one_line(row.first("session short")), one_line(row.first("session title", "title"))
    called = title if not short or normal(short) in normal(title) else f"{short}: {title}" if title else short
    chairs = tuple(_chairs(row.cells))
    kind = kind_stated([row.first("session type")], title or short, speakers=bool(talks))
    info = [row.first("session info"), row.first("session additional info")]
    entry = Entry(
        kind="session" if kind == "talk" or (talks and kind not in _HOLDERS) else kind,
        title=called,
        room=one_line(row.first("session room", "room", "session location")),
        chairs=chairs,
        note=said_once(*info),
        where=row.where,
    )
    entry = _timed(entry, row.first("session start", "start"), row.first("session end", "end"), findings)
    inside = [_talk(talk, findings, session=entry) for talk in talks]
    if len(inside) == 1 and normal(inside[0].title) == normal(title):
        alone = inside[0]
        start, end = (alone.start, alone.end) if alone.start is not None else (entry.start, entry.end)
        return replace(alone, start=start, end=end, room=entry.room, chairs=chairs, note=entry.note or alone.note)
    return replace(entry, entries=tuple(inside))


def _sessions_of_papers(papers: Sequence[Record], findings: _Findings) -> Iterator[Entry]:
    """The sessions that papers name with their time, each with its papers."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for row in papers:
        key = row.first("session id") or row.first("session title", "session short"), row.first("session start")
        groups.setdefault(key, []).append(row)
    for rows in groups.values():
        # Only what is said of the session: the rest of the record is the first paper's.
        head = {name: text for name, text in rows[0].cells.items() if name.startswith(("session ", "chair"))}
        yield _session(Record(rows[0].where, head), rows, findings)


def _talk(row: Record, findings: _Findings, session: Entry | None = None) -> Entry:
    """A presentation, or a paper; one in a session is on its day."""
    authors = _authors(row)
    title = one_line(row.first("title"))
    types = [row.first("contribution type"), row.first("acceptance")]
    kind = kind_stated(types, title, speakers=bool(authors.speakers))
    abstract = row.first("abstract", "abstract plain")
    entry = Entry(
        kind="talk" if kind in PAUSES else kind,
        title=title,
        date=session.date if session else None,
        track=next((one_line(text) for text in (row.first("track type"), types[0]) if not plain_type(text)), ""),
        speakers=authors.speakers,
        coauthors=authors.coauthors,
        abstract=said_once(abstract) if _LETTER.search(abstract) else "",
        keywords=lines_of(_APART.split(row.first("keywords"))),
        note=said_once(row.first("subtitle")),
        ident=row.first("paperid"),
        where=row.where,
    )
    start, end = row.first("presentation start", "start"), row.first("presentation end", "end")
    return _timed(entry, start, end, findings) if session is not None and start else entry


def _authors(row: Record) -> Authors:
    presenting = row.first("presenting author")
    if row.first("authors formatted 1 name"):
        return formatted_authors(row.cells, presenting)
    return authors_of(row.first("authors"), row.first("organisations"), presenting)


def _chairs(cells: Mapping[str, str]) -> Iterator[Speaker]:
    seen: set[str] = set()
    for name, text in cells.items():
        found = _CHAIR.fullmatch(name)
        if found and _LETTER.search(text) and normal(spoken(text)) not in seen:
            seen.add(normal(spoken(text)))
            place = cells.get(f"chair{found['number'] or ''} organisation", "")
            yield Speaker(spoken(text), affiliation=one_line(place))


def _timed(entry: Entry, start: str, end: str, findings: _Findings) -> Entry:
    """An entry with the time that is stated: whole, or the time of day alone for a talk on its session's day."""
    begins, ends = read_moment(start), read_moment(end)
    date = entry.date or (begins.on_wall("").date() if begins else None)
    if date is None:
        return entry
    first = minutes_after(date, begins.on_wall("")) if begins and begins.timed else read_clock(start)
    last = minutes_after(date, ends.on_wall("")) if ends and ends.timed else read_clock(end)
    if first is None or first < 0:
        return replace(entry, date=date)
    last, faults = ending(entry.title, first, last, entry.where or Place(""))
    findings.report += faults
    return replace(entry, date=date, start=first, end=last)


def _decision(row: Record) -> str:
    if row.first("withdrawn").strip().casefold() in {"1", "yes", "true", "ja"}:
        return "withdrawn"
    return row.first("acceptance status", "acceptance")


def _note(row: Record, findings: _Findings, asked: Asked) -> None:
    """Note what a record says that the booklet has no place for; private values are only counted."""
    for name, text in row.cells.items():
        found = _TALK.fullmatch(name)
        bare = found["field"] if found else name
        if "email" in bare or "phone" in bare:
            owner = row.cells.get(bare.replace("email", "name"), "") or row.cells.get(bare.removesuffix(" email"), "")
            if asked.private and owner and "@" in text:
                findings.emails.setdefault(spoken(owner.strip(" *")), text)
            elif not asked.private:
                findings.left[EMAILS] += 1
        elif _INTERNAL.search(bare):
            findings.left[_REVIEWS] += 1
        elif _ASKED.search(bare):
            findings.left[ANSWERS] += 1
        elif not _KNOWN.fullmatch(bare) and not _CHAIR.fullmatch(bare):
            findings.left[field_of(bare)] += 1


def _undated(entry: Entry) -> Fault:
    what = f"{quoted(entry.title)} has no date, and was put among what has no slot yet"
    return Fault(what, entry.where, "write its date and time into program.yaml")
