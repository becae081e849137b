"""The way from a web page, or from text pasted out of one, to a manuscript; read this first.

hypertext, plaintext → Page        lines and tables, whatever the page is written in
grammar.tokens_of    → Token       what a line is: a day, a time, a label, text
tables.read_table    → Token       what a table's rows and columns say, as the same tokens
footnotes            → Token       what marks behind names mean, put in their place
machine.gather       → Draft       entries as they are gathered
heads.entry_of       → Entry       title, people and room of an entry
entries.dated        → Entry       dates and times, read together; talks go into their sessions
front.read_front     → Event       what stands above the agenda
audit.unaccounted    → Fault       the proof that no word is lost
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from booklet.agendas.audit import lines_of, unaccounted
from booklet.agendas.calendar import evidence_of
from booklet.agendas.drafts import Gathered, Said
from booklet.agendas.entries import Dated, dated
from booklet.agendas.footnotes import with_footnotes
from booklet.agendas.front import read_front
from booklet.agendas.grammar import Token, tokens_of
from booklet.agendas.heads import CANCELLED
from booklet.agendas.hypertext import read_hypertext
from booklet.agendas.language import language_of
from booklet.agendas.machine import gather
from booklet.agendas.page import Block, Cell, Line, Page, Table
from booklet.agendas.places import is_place
from booklet.agendas.plaintext import read_plaintext
from booklet.agendas.tables import read_table
from booklet.errors import BookletError, Fault, Place
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.manuscripts.private import public_line
from booklet.model.program import Venue
from booklet.model.texts import quoted

_HTML: Final = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html|<!--)", re.IGNORECASE)
_AMERICAN: Final = frozenset({"united states", "usa", "u.s.a.", "united states of america"})
_HEAD: Final = 200_000
"""In so many characters a page shows how it begins, and how it ends."""

_TAGS: Final = re.compile(r"<(?:p|div|table|tr|td|ul|ol|li|dl|dt|br|h[1-6]|section|article|span)\b", re.IGNORECASE)


def read_page(name: str, text: str, asked: Asked) -> Manuscript:
    """Read an agenda from HTML, Markdown, reStructuredText or plain text.

    Args:
        name: the source, for places.
        text: what stands in it.
        asked: what the organiser has said besides.

    Returns:
        The manuscript. Every word of the page is in it or in its report. If the page leaves open which days these
        are, the entries are among the papers, and `asks` says what must be known.

    Raises:
        BookletError: there is no agenda in it: no entry, and no paper.
    """
    page, taken = _for_everybody(page_of(text), asked)
    tokens, found = _tokens(page, name)
    gathered = gather(tokens)
    _places_to_front(gathered)
    front_texts = [said.text for said in (*gathered.front, *(said for _, said in gathered.front_labels))]
    titles = [page.title, *front_texts[:6]]
    evidence = evidence_of(front_texts, titles)
    days = dated(gathered, evidence, asked.first_day, name)
    if not days.entries and not days.papers:
        hint = "copy the agenda's lines with their times into a text file, and import that"
        raise BookletError(
            [Fault("no agenda was found here: no line tells a time and what happens then", Place(name), hint)]
        )
    language = language_of("\n".join(line.text for line in lines_of(page)))
    front = read_front(page.title, gathered.front, gathered.front_labels, language)
    venue, entries = _usual_room(front.venue, days.entries)
    if language == "en" and venue.address and venue.address[-1].casefold() in _AMERICAN:
        language = "en-US"
    manuscript = Manuscript(
        event=replace(front.event, language=language, timezone=asked.timezone),
        venue=venue,
        entries=entries,
        papers=days.papers,
        day_titles=_day_titles(gathered, days),
        halves=days.halves,
        asks=days.asks,
    )
    report = [
        *_cut_off(text, name),
        *found,
        *days.report,
        *_oddities(days.entries),
        *_left(gathered, front.left, page, name),
    ]
    if taken:
        what = f"left out: {len(taken)} e-mail addresses, telephone numbers or links to join"
        report.append(Fault(what, Place(name, taken[0]), "--private imports them; nobody else should read them"))
    report += _zones(page, asked, name)
    left = (*front.left, *gathered.left, *gathered.resources, *gathered.headings)
    report += unaccounted(page, manuscript, (*gathered.structure, *front.structure), left, [*found, *days.report])
    return replace(manuscript, report=tuple(sorted(report, key=lambda fault: fault.where or Place(name))))


def page_of(text: str) -> Page:
    """The lines and tables of a page, whatever it is written in."""
    head = text[:_HEAD]
    if _HTML.match(head) or (head.lstrip().startswith("<") and len(_TAGS.findall(head)) > 2):
        return read_hypertext(text)
    return read_plaintext(text)


def _for_everybody(page: Page, asked: Asked) -> tuple[Page, list[int]]:
    """A page without what only participants should have, and the numbers of the lines it was taken from."""
    taken: list[int] = []

    def kept(line: Line) -> Line:
        text = public_line(line.text, asked)
        if text != line.text:
            taken.append(line.number)
        return line._replace(text=text)

    def told(cell: Cell) -> Cell:
        return cell._replace(lines=tuple([said for line in cell.lines if (said := kept(line)).text or said.aside]))

    blocks: list[Block] = []
    for block in page.blocks:
        if isinstance(block, Table):
            blocks.append(block._replace(rows=tuple(tuple(told(cell) for cell in row) for row in block.rows)))
        elif (line := kept(block)).text or line.aside:
            blocks.append(line)
    return page._replace(blocks=tuple(blocks)), taken


def _cut_off(text: str, file: str) -> Iterator[Fault]:
    """A web page that begins as a whole and does not end as one."""
    opened = re.search(r"<(html|body)\b", text[:_HEAD], re.IGNORECASE)
    if opened and not re.search(r"</(?:html|body)\s*>", text[-_HEAD:], re.IGNORECASE):
        what = "the page does not end as it should, so it may be cut off"
        yield Fault(what, Place(file, text.count("\n") + 1), "compare its last entries, or save the page again")


def _tokens(page: Page, file: str) -> tuple[list[Token], list[Fault]]:
    tokens: list[Token] = []
    report: list[Fault] = []
    for block in page.blocks:
        if isinstance(block, Table):
            told = read_table(block, file)
            tokens += told.tokens
            report += told.report
        else:
            tokens += tokens_of(block)
    return with_footnotes(tokens), report


def _places_to_front(gathered: Gathered) -> None:
    """Where the event is stands beside its date, or in the line below: that is no title of a day, and no entry."""
    for when, said in gathered.day_titles[:1]:
        parts = said.text.split(", ")
        begins = next((at for at in range(len(parts)) if is_place(", ".join(parts[at:]))), None)
        if begins is not None:
            gathered.day_titles.remove((when, said))
            pieces = (", ".join(parts[:begins]), ", ".join(parts[begins:]))
            gathered.front += [Said(piece, said.number) for piece in pieces if piece]
    while (
        gathered.drafts and gathered.drafts[0].is_bare and all(is_place(said.text) for said in gathered.drafts[0].head)
    ):
        gathered.front += gathered.drafts.pop(0).head


def _day_titles(gathered: Gathered, days: Dated) -> dict[datetime.date, str]:
    titles: dict[datetime.date, str] = {}
    for when, said in gathered.day_titles:
        for known, date in days.dates:
            if known == when and re.search(r"\w", said.text):
                titles.setdefault(date, said.text)
    return titles


def _usual_room(venue: Venue, entries: tuple[Entry, ...]) -> tuple[Venue, tuple[Entry, ...]]:
    """Where everything is in one room, that is the usual one, and no entry need name it."""
    rooms = {part.room for entry in entries for part in (entry, *entry.entries)}
    if len(rooms - {""}) != 1 or ("" in rooms and not venue.room):
        return venue, entries
    (room,) = rooms - {""}
    if venue.room not in {"", room}:
        return venue, entries

    def bare(entry: Entry) -> Entry:
        return replace(entry, room="", entries=tuple(bare(talk) for talk in entry.entries))

    return replace(venue, room=room), tuple(bare(entry) for entry in entries)


def _oddities(entries: tuple[Entry, ...]) -> Iterator[Fault]:
    """What is odd about entries, and should be looked at."""
    for entry in entries:
        for part in (entry, *entry.entries):
            if CANCELLED in part.remarks:
                yield Fault(f"{CANCELLED}: {quoted(part.title)}", part.where, "take it out if it does not take place")
        if entry.start is None and not any(talk.start is not None for talk in entry.entries):
            yield Fault(
                f"{quoted(entry.title)} has no time", entry.where, "add one with a line 'time:', or leave it as it is"
            )
        untimed = [talk for talk in entry.entries if talk.start is None]
        if untimed and entry.start is not None and entry.end is not None:
            have, need = entry.end - entry.start, len(untimed) * (entry.each or 0)
            left = f"; they need {need} of its {have} minutes" if entry.each else ""
            what = f"the {len(untimed)} talks of {quoted(entry.title)} have no times of their own{left}"
            yield Fault(what, entry.where, "they keep their order; give each a line 'time:' if they have times")


def _zones(page: Page, asked: Asked, file: str) -> Iterator[Fault]:
    """The time zones that the page names, which are no part of its times."""
    found: dict[str, int] = {}
    for line in lines_of(page):
        for said in _ZONE.finditer(line.text[:_LINE]):
            found.setdefault(said["zone"] or said["letters"], line.number)
    if len(found) > 1:
        what = f"times are in several zones ({', '.join(sorted(found))}); each was taken as it stands"
        yield Fault(what, Place(file, min(found.values())), "correct those that are not in the zone of the place")
    elif found and not asked.timezone:
        zone, number = next(iter(found.items()))
        hint = "give the zone of the place, as in --timezone Europe/Paris; calendars and exports need it"
        yield Fault(f"times are in {zone}", Place(file, number), hint)


_ZONE: Final = re.compile(
    r"[0-9](?:\s?[ap]\.?m\.?)?\s?\(?(?:(?P<zone>CES?T|WES?T|EES?T|[ECMP]DT|BST|JST|KST|AES?T|SGT|HKT|MSK|UTC|GMT)(?!\w)|"
    r"(?P<letters>[ECMP]S?T)(?!\w)(?:\)|(?=\s*(?:$|[:;,|\]–—-]))))"
)
"""A time zone behind a time; letters that mean much else besides only where they are set off."""

_LINE: Final = 300
"""A zone stands near the beginning of its line."""


def _left(gathered: Gathered, front: tuple[Said, ...], page: Page, file: str) -> Iterator[Fault]:
    """Lines that are no part of a program."""
    hint = "add it by hand where it belongs, if it belongs into the booklet"
    wrapped = {line.number: line.wrapped for line in lines_of(page) if line.wrapped}
    for said in (*front, *gathered.left):
        yield Fault(f"left out: {quoted(said.text)}", Place(file, said.number), hint)
        for number, text in wrapped.get(said.number, ()):
            yield Fault(f"left out, with the line above: {quoted(text)}", Place(file, number), hint)
    for said in gathered.resources:
        yield Fault(f"left out, a link or file: {quoted(said.text)}", Place(file, said.number), "a booklet prints none")
    for said in gathered.headings:
        yield Fault(
            f"left out, the heading of a column: {quoted(said.text)}", Place(file, said.number), "nothing to do"
        )
    for line in page.struck:
        what = f"left out, since it is struck through: {quoted(line.text)}"
        yield Fault(what, Place(file, line.number), "add it by hand if it takes place all the same")
    for line in page.settings:
        yield Fault(
            f"left out, what the page's program added: {quoted(line.text)}", Place(file, line.number), "nothing to do"
        )
