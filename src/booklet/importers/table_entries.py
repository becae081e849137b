"""The rows of a table become items: entries without slots, with what their cells say of time, day and session."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple, get_args

from booklet.agendas.labels import labels_within
from booklet.errors import Fault, Place
from booklet.importers.columns import Columns
from booklet.importers.headings import Column
from booklet.importers.stated import ACCESS, EMAILS, Omission, kind_stated, plain_type, said_once
from booklet.importers.table_days import day_in
from booklet.importers.table_hours import Times, times_of
from booklet.importers.table_people import MAIL, NAMED, Named, People, people_of
from booklet.importers.tables import Row
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.hours import find_hours
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.manuscript import Entry
from booklet.manuscripts.markup import one_line, paragraphs
from booklet.manuscripts.people_lists import read_people, split_by
from booklet.manuscripts.private import public
from booklet.model.program import PAUSES, Kind, Profile
from booklet.model.texts import quoted

_KINDS: Final[Mapping[str, Kind]] = {kind: kind for kind in get_args(Kind)}
_WORDS_APART: Final = re.compile(r"\s*[;,|\n、；，]\s*")
_BIOS: Final = Omission("biography that may be of several people", "biographies that may be of several people")
_OWN: Final = frozenset({"Kind", "Title", "Session", "Speakers", "Chairs", "Co-authors", "Note"})
"""Among the headings of our own tables."""

_WHO: Final[tuple[Column, ...]] = ("speaker", "authors", "first", "last", "coauthors")


class Table(NamedTuple):
    """A table: its sheet's name, its headings, what its columns hold, and the rows above and below the headings."""

    name: str
    headings: Row
    columns: Columns
    above: tuple[Row, ...]
    rows: tuple[Row, ...]

    @property
    def own(self) -> bool:
        """Whether it is one that this program has exported."""
        return _OWN.issubset(self.headings.cells)

    @property
    def scheduled(self) -> bool:
        """Whether it says when things are."""
        return self.columns.has("date", "time", "start") or day_in(self.name) is not None


class Item(NamedTuple):
    """An entry as a row has it: without a slot.

    `day` is how the table names its day, "" if it does not; `line` is the row's. `session` is what the table says that
    it is in; `head` says that it is itself a session's own row. `status` is what is said of its acceptance.
    """

    entry: Entry
    times: Times
    day: str
    line: int
    session: str = ""
    head: bool = False
    status: str = ""


@dataclass(slots=True)
class Findings:
    """What is found beside the entries while a table is read."""

    report: list[Fault] = field(default_factory=list)
    left: Counter[Omission] = field(default_factory=Counter)
    people: dict[str, Profile] = field(default_factory=dict)
    day_titles: dict[str, str] = field(default_factory=dict)


class _Line(NamedTuple):
    """A row by its columns."""

    row: Row
    columns: Columns

    def says(self, column: Column, number: int = 0) -> str:
        """What stands in a column."""
        at = self.columns.places.get((column, number))
        return "" if at is None else self.row.cell(at)

    def all(self, column: Column) -> Iterator[str]:
        """What stands in the columns of one kind, in the order of their numbers."""
        for one, number in sorted(self.columns.places):
            if one == column and (text := self.says(column, number)):
                yield text


def items_of(table: Table, file: str, asked: Asked, findings: Findings) -> list[Item]:
    """The items of a table, in the order of its rows.

    1. A row with a date alone is a day: what follows is on it. One with other words alone is a session's heading if it
       calls itself one or does not stand among the titles.
    2. Days and sessions that are written once stand for the rows below them, too, until the next.
    3. A row without a title is called by its session or its type, and then is that session's own row.

    Args:
        table: what to read.
        file: the source, for places.
        asked: what the organiser has said.
        findings: takes what is found beside the entries.
    """
    day = table.name if day_in(table.name) else ""
    heading: Item | None = None
    items: list[Item] = []
    session = ""
    day_stands = not table.columns.has("date") or _once_only(table, "date")
    session_stands = _once_only(table, "session")
    for row in table.rows:
        line = _Line(row, table.columns)
        where = Place(file, row.line)
        if row.cells == table.headings.cells:
            continue
        if (alone := _alone(row)) and (named := _day_row(alone)):
            day, rest = named
            heading = None
            if rest:
                findings.day_titles.setdefault(day, rest)
            continue
        if alone and _is_heading(line, alone):
            heading = _heading(alone, where, day, row.line)
            items.append(heading)
            continue
        times = times_of(*[line.says(column) for column in ("time", "start", "end", "length")], zone=asked.timezone)
        stated = line.says("date") or times.day
        day = stated or (day if day_stands else "")
        item = _item(table, line, where, times, asked, findings)
        if item is None:
            findings.report.append(_unread(line, where))
            continue
        own = one_line(line.says("session"))
        if item.entry.kind in PAUSES:
            session, heading = "", None
        session = own or (session if session_stands else "")
        within = session or (heading.entry.title if heading else "")
        items.append(item._replace(day=day, session=within))
    return items


def _once_only(table: Table, column: Column) -> bool:
    """Whether a column's values stand for the rows below them: none is repeated in the next row, and some are empty."""
    at = table.columns.at(column)
    if at is None:
        return True
    cells = [row.cell(at) for row in table.rows]
    repeated = any(one and one == other for one, other in pairwise(cells))
    return "" in cells and not repeated


def _alone(row: Row) -> str:
    """The only text of a row, "" if it has several."""
    texts = {row.cells[at] for at in row.filled}
    return texts.pop() if len(texts) == 1 else ""


def _day_row(text: str) -> tuple[str, str] | None:
    """How a row that is nothing but a day names it, and what the day is called besides."""
    found = day_in(text)
    if found is None or len(text) > 120 or "\n" in text:
        return None
    rest = f"{text[: found[0]]} {text[found[1] :]}".strip(" \t,;:()–—-")
    if find_hours(rest) or (rest and found[1] - found[0] < 6):
        return None
    return text[found[0] : found[1]], one_line(rest)


def _is_heading(line: _Line, text: str) -> bool:
    """Whether the only text of a row is a session's heading."""
    if line.columns.has("session") or find_hours(text) or not line.columns.has("time", "start"):
        return False
    in_title = line.columns.at("title") in line.row.filled
    return kind_of(text) == "session" or not in_title


def _heading(text: str, where: Place, day: str, number: int) -> Item:
    title, labels = labels_within(one_line(text))
    chairs = [who for label in labels if label.label == "chair" for who in read_people(label.rest)]
    speakers = [who for label in labels if label.label == "speaker" for who in read_people(label.rest)]
    room = next((label.rest for label in labels if label.label == "room"), "")
    entry = Entry(kind="session", title=title, chairs=tuple(chairs), speakers=tuple(speakers), room=room, where=where)
    return Item(entry, Times(), day, number, session=title, head=True)


def _item(table: Table, line: _Line, where: Place, times: Times, asked: Asked, findings: Findings) -> Item | None:
    """The entry of a row; None if it says nothing but a time."""
    title = one_line(line.says("title"))
    called = title or one_line(line.says("session")) or one_line(line.says("kind"))
    numbers = sorted({number for column, number in line.columns.places if column in NAMED})
    named = [Named(*[line.says(column, number) for column in NAMED]) for number in numbers]
    people = people_of(named, line.says("coauthors"), line.all("chair"), own=table.own)
    if title and not line.columns.has(*_WHO):
        byline = split_by(title)
        called = byline.title or title
        people = people._replace(speakers=byline.speakers, chairs=people.chairs or byline.chairs)
    if not (called or people.speakers or line.says("abstract")):
        return None
    _noted(line, where, people, asked, findings)
    types = one_line(line.says("kind"))
    stated = _KINDS.get(types.casefold()) or kind_stated([types], called, speakers=bool(people.speakers))
    head = not title and bool(line.says("session")) and stated in {"talk", "session"}
    entry = Entry(
        kind="session" if head else stated,
        title=called,
        room=one_line(line.says("room")),
        track=one_line(line.says("track")) or ("" if plain_type(types) or types == called else types),
        speakers=people.speakers,
        coauthors=people.coauthors,
        chairs=people.chairs,
        abstract=_open(line.says("abstract"), asked, findings),
        keywords=tuple(
            dict.fromkeys(word for text in line.all("keywords") for word in _WORDS_APART.split(one_line(text)) if word)
        ),
        note=said_once(line.says("subtitle"), _open(line.says("note"), asked, findings)),
        ident=line.says("ident"),
        second_title=one_line(line.says("second_title")),
        where=where,
    )
    return Item(entry, times, "", line.row.line, head=head, status=line.says("status"))


def _noted(line: _Line, where: Place, people: People, asked: Asked, findings: Findings) -> None:
    """Note what a row says besides its entry: biographies, private data, affiliations of nobody, broken times."""
    if people.rest:
        what = f"nothing tells whose affiliation this is: {quoted(people.rest)}"
        findings.report.append(
            Fault(what, where, "write affiliations behind names, as in Ada Abel (Oslo); Bo Berg (Rome)")
        )
    bios = [paragraphs(text) for text in line.all("bio")]
    mails = [text.strip() for text in (*line.all("email"), *line.all("phone"))]
    if not asked.private:
        beside = [text for column in (*_WHO, "chair") for text in line.all(column) if "@" in text]
        findings.left[EMAILS] += len(mails) + sum(len(MAIL.findall(text)) for text in beside)
    if len(people.speakers) == 1:
        name = people.speakers[0].name
        email = next(iter(mails), "") if asked.private and "@" in "".join(mails[:1]) else ""
        if (bios or email) and name not in findings.people:
            findings.people[name] = Profile(name, bio="\n\n".join(bios), email=email)
    elif len(bios) == len(people.speakers):
        for who, bio in zip(people.speakers, bios, strict=True):
            findings.people.setdefault(who.name, Profile(who.name, bio=bio))
    else:
        findings.left[_BIOS] += len(bios)


def _open(text: str, asked: Asked, findings: Findings) -> str:
    """A text without what only participants should read."""
    found = public(text, asked)
    findings.left[ACCESS] += found.taken
    return paragraphs(found.text)


def _unread(line: _Line, where: Place) -> Fault:
    said = " | ".join(line.row.cells[at] for at in line.row.filled)
    return Fault(f"left out: {quoted(said)}", where, "add it by hand where it belongs, if it belongs into the booklet")


def unread_columns(table: Table, file: str) -> Iterator[Fault]:
    """The columns that are left out, with how many cells they hold: those nobody understands, and second bests."""
    better = dict(table.columns.beaten)
    for at in sorted([*table.columns.unknown, *better]):
        count = sum(bool(row.cell(at)) for row in table.rows)
        if not count:
            continue
        name, cells = quoted(one_line(table.headings.cell(at))), "1 cell" if count == 1 else f"{count:,} cells"
        where = Place(file, table.headings.line)
        if at in better:
            what = (
                f"left out: the column {name} ({cells}), since {quoted(table.headings.cell(better[at]))} says the same"
            )
            yield Fault(what, where, "rename its heading, if it is the better one")
        else:
            hint = "name it by what it holds (Title, Speaker, Room …), if it belongs into the booklet"
            yield Fault(f"left out: the column {name} ({cells}): nothing tells what it holds", where, hint)


def untitled_columns(headings: Sequence[str]) -> str:
    """The headings of a table, in words."""
    return ", ".join(quoted(one_line(text)) for text in headings if text.strip())
