"""aclpub2: the folder from which ACL conferences print their proceedings, or one of its files.

program.yml              sessions, subsessions in parallel, and the papers in them by number
papers.yml               title, authors and abstract of each paper
conference_details.yml   what the event is
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.aclpub_papers import paper_of, papers_of
from booklet.importers.material import Format, Material
from booklet.importers.moments import ending, minutes_after, read_moment
from booklet.importers.stated import ADDRESSES, Omission, kind_stated, left_out
from booklet.importers.table_people import read_names
from booklet.importers.yaml_nodes import Fields, Node, read_yaml
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.manuscripts.markup import one_line
from booklet.manuscripts.nights import by_evening
from booklet.model.program import PAUSES, Event, Venue
from booklet.model.texts import quoted
from booklet.model.values import read_url

_KEYS: Final = re.compile(
    r"- +(?:title|start_time|end_time|id|abstract|authors|file|chair|location|url|papers|subsessions|attributes) *:"
)
_TIMES: Final = re.compile(r"^[ -]+start_time *:", re.MULTILINE)
_AUTHORS: Final = re.compile(r"^[ -]+authors *:", re.MULTILINE)
_PAPER: Final = re.compile(r"^[ -]+(?:abstract|file|attributes|id) *:", re.MULTILINE)
_HEAD: Final = 20_000
_NAMES: Final = ("program", "papers", "conference_details")
_ASK: Final = "export the program with whole dates and times, as in 2026-03-02T09:00:00"


@dataclass(slots=True)
class _Findings:
    """What is found while the program is read."""

    file: str
    asked: Asked
    papers: Mapping[str, Entry]
    report: list[Fault] = field(default_factory=list)
    left: Counter[Omission] = field(default_factory=Counter)
    used: set[str] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)


def _recognise(material: Material) -> bool:
    if material.members:
        return bool({"program", "papers"} & _members(material).keys())
    return _kind(material.text) != ""


def _members(material: Material) -> dict[str, Material]:
    """The files of a folder that are read, by what they hold."""
    found: dict[str, Material] = {}
    for name, member in material.members.items():
        stem, _, ending_ = name.lower().replace("-", "_").rpartition(".")
        if stem in _NAMES and ending_ in {"yml", "yaml"}:
            found.setdefault(stem, member)
    return found


def _kind(text: str) -> str:
    """What a file by itself holds: "program", "papers", or "" for neither."""
    head = text[:_HEAD]
    lines = (line for line in head.splitlines() if line.strip() and not line.startswith(("#", "---", "%")))
    if not _KEYS.match(next(lines, "")):
        return ""
    if _TIMES.search(head):
        return "program"
    return "papers" if _AUTHORS.search(head) and _PAPER.search(head) else ""


def _read(material: Material, asked: Asked) -> Manuscript:
    """Read a folder, or a file of one.

    Raises:
        BookletError: there is neither a program nor papers in it, or its YAML is broken.
    """
    members = _members(material) or {_kind(material.text) or "program": material}
    papers: dict[str, Entry] = {}
    left: Counter[Omission] = Counter()
    if "papers" in members:
        file = members["papers"]
        papers, left = papers_of(_records(file), file.name, asked)
    program = members.get("program")
    findings = _Findings(program.name if program else material.name, asked, papers, left=left)
    entries = list(_entries(_records(program), findings)) if program else []
    undated = [entry for entry in entries if entry.date is None]
    if not entries and not papers:
        what = "no session and no paper was found: expected a list of entries with 'title', 'start_time' and 'papers'"
        raise BookletError([Fault(what, Place(findings.file), _ASK)])
    slotless = [paper for number, paper in papers.items() if number not in findings.used]
    event, venue = _details(members.get("conference_details"))
    return Manuscript(
        event=replace(event, timezone=asked.timezone),
        venue=venue,
        entries=tuple(by_evening(entry for entry in entries if entry.date is not None)),
        papers=(*undated, *slotless),
        report=(
            *findings.report,
            *(_undated(undated) if len(undated) < len(entries) else ()),
            *_missing(findings),
            *_others(material),
            *left_out(+findings.left, findings.file),
        ),
        asks=tuple(_undated(undated)) if len(undated) == len(entries) else (),
    )


FORMAT: Final = Format("aclpub", "aclpub2 (ACL proceedings)", _recognise, _read)


def _records(material: Material) -> list[Fields]:
    """The entries of a file that is a list of them."""
    root = read_yaml(material.text, material.name)
    return [node for node in root if isinstance(node, Fields)] if isinstance(root, list) else []


def _entries(sessions: Sequence[Fields], findings: _Findings) -> Iterator[Entry]:
    """The entries of sessions. What a session of sessions holds stands in its place, with its title as track."""
    stack = [(session, "") for session in reversed(sessions)]
    while stack:
        session, above = stack.pop()
        title = one_line(session.text("title"))
        inside = [node for node in session.nodes("subsessions") if isinstance(node, Fields)]
        if inside:
            stack += [(node, title or above) for node in reversed(inside)]
        if not inside or session.nodes("papers"):
            yield _session(session, title, above, findings)


def _session(session: Fields, title: str, above: str, findings: _Findings) -> Entry:
    where = Place(findings.file, session.line)
    findings.left[ADDRESSES] += bool(session.text("url"))
    chairs = read_names(session.text("chair", "chairs"))
    entry = Entry(
        kind=kind_stated([session.text("type")], title, speakers=bool(chairs)),
        title=title,
        room=one_line(session.text("location", "room")),
        track="" if above == title else above,
        speakers=read_names(session.text("speaker", "speaker_name")),
        chairs=chairs,
        where=where,
    )
    entry = _timed(entry, session, findings)
    talks = list(dict.fromkeys(_talks(session.nodes("papers"), entry, findings)))
    if talks and entry.kind in PAUSES | {"talk", "keynote", "other"}:
        entry = replace(entry, kind="session")
    elif not talks and entry.kind == "talk" and not entry.speakers:
        entry = replace(entry, kind=kind_of(title, usual="other" if not chairs else "session"))
    return replace(entry, entries=tuple(talks))


def _talks(nodes: Sequence[Node], session: Entry, findings: _Findings) -> Iterator[Entry]:
    """The talks of a session: numbers of papers, or records with a number, times, and whatever else they say."""
    for node in nodes:
        if isinstance(node, Fields):
            number, where = node.text("id", "paper_id"), Place(findings.file, node.line)
        elif isinstance(node, str):
            number, where = node.strip(), session.where or Place(findings.file)
        else:
            continue
        known = findings.papers.get(number)
        own = paper_of(node, where, findings.left) if isinstance(node, Fields) else None
        paper = known if known is not None else own
        if paper is None or not (paper.title or known):
            findings.missing.append(number)
            paper = Entry(kind="talk", title="", ident=number, where=where)
        findings.used.add(number)
        paper = replace(paper, where=where, date=session.date)
        yield _timed(paper, node, findings) if isinstance(node, Fields) else paper


def _timed(entry: Entry, fields: Fields, findings: _Findings) -> Entry:
    """An entry with the date and times that its fields state; a talk stays on its session's day."""
    start, end = read_moment(fields.text("start_time")), read_moment(fields.text("end_time"))
    where = entry.where or Place(findings.file)
    if start is None:
        return entry
    zone = findings.asked.timezone
    date = entry.date or start.on_wall(zone).date()
    begins = minutes_after(date, start.on_wall(zone))
    last = minutes_after(date, end.on_wall(zone)) if end else None
    ends, faults = ending(entry.title, begins, last, where)
    findings.report += faults
    if begins < 0:
        what = f"{quoted(entry.title)} begins before the day of its session; its time was left out"
        findings.report.append(Fault(what, where, "correct its start_time"))
        return entry
    return replace(entry, date=date, start=begins, end=ends)


def _undated(entries: Sequence[Entry]) -> Iterator[Fault]:
    """What to ask about sessions without a date."""
    if entries:
        count = "1 entry has" if len(entries) == 1 else f"{len(entries)} entries have"
        what = f"{count} no 'start_time' with a date and a time, such as {quoted(entries[0].title)}"
        yield Fault(what, entries[0].where, _ASK)


def _missing(findings: _Findings) -> Iterator[Fault]:
    """The papers of the program that no file tells about."""
    numbers = list(dict.fromkeys(findings.missing))
    if numbers:
        named = ", ".join(map(quoted, numbers[:10])) + (" …" if len(numbers) > 10 else "")
        count = "1 paper" if len(numbers) == 1 else f"{len(numbers)} papers"
        what = f"{count} of the program not described in papers.yml: {named}"
        yield Fault(what, Place(findings.file), "name papers.yml too, or import the whole folder")


def _others(material: Material) -> Iterator[Fault]:
    """The files of a folder that are not read."""
    read = {member.name for member in _members(material).values()}
    others = [name for name, member in material.members.items() if member.name not in read]
    if others:
        named = ", ".join(others[:6]) + (" …" if len(others) > 6 else "")
        hint = "name such a file by itself, if it holds some of the program"
        files = "1 other file" if len(others) == 1 else f"{len(others)} other files"
        yield Fault(f"left out: {files} of the folder: {named}", Place(material.name), hint)


def _details(material: Material | None) -> tuple[Event, Venue]:
    """What conference_details.yml says of the event, and of where it is."""
    root = read_yaml(material.text, material.name) if material else ""
    if not isinstance(root, Fields):
        return no_event(), Venue()
    title = one_line(root.text("event_name", "book_title"))
    short = one_line(root.text("anthology_venue_id", "event_acronym")) or title
    location = one_line(root.text("location"))
    event = replace(no_event(title), short_title=short, website=_address(root.text("website", "url")))
    return event, Venue(address=(location,) if location else ())


def _address(text: str) -> str:
    """An address on the web, or "" if it is none."""
    try:
        return read_url(text) if text else ""
    except BookletError:
        return ""
