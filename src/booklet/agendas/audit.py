"""The proof that nothing is lost: every word of a page is in the manuscript, became structure, or is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from booklet.agendas.drafts import Said
from booklet.agendas.page import Line, Page, Table
from booklet.errors import Fault, Place
from booklet.manuscripts.hours import find_count, find_length
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.texts import quoted

_WORD = re.compile(r"[^\W_]+")
_MANNERS = frozenset(
    "dr drs prof mr mrs ms mme mlle m dott ssa dra by lead led given presented moderated chaired hosted with von par "
    "por di door and und et y e en и chair speaker speakers session moderator moderation room host "
    "talk lecture keynote vortrag".split()
)
"""Forms of address, and words that lead to a name: they became structure with it."""

_WITHOUT_RAISED = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
"""Marks of footnotes became structure, with what they mean."""

_HINT = "add it by hand where it belongs, if it belongs into the booklet"


def lines_of(page: Page) -> Iterator[Line]:
    """Every line of a page, those of its tables too."""
    for block in page.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.lines
        else:
            yield block


def unaccounted(
    page: Page, manuscript: Manuscript, structure: Sequence[Said], left: Sequence[Said], reported: Sequence[Fault]
) -> list[Fault]:
    """What a line says that is neither in the manuscript nor reported: a fault for each such line.

    Words are compared without case and punctuation. The words of a line that became structure (its time, its date, its
    label), or that are reported as `left` out, are known by that line alone; all others may be anywhere in the
    manuscript. `reported` are faults that name all that is lost of a line.
    """
    known = {word for text in _texts(manuscript) for word in _words(text)}
    here: dict[int, set[str]] = {}
    for said in (*structure, *left):
        here.setdefault(said.number, set()).update(_words(said.text))
    told = {fault.where.line for fault in reported if fault.where is not None and fault.what.startswith("left out")}
    out = []
    for line in lines_of(page):
        words = {*_words(line.text)} - known - _MANNERS - here.get(line.number, set())
        if words and line.number not in told and not words <= {*_of_lengths(line.text)}:
            what = f"left out: {quoted(line.text)}"
            out.append(Fault(what, Place(_file(manuscript, reported), line.number), _HINT))
    return out


def _of_lengths(text: str) -> Iterator[str]:
    """The words that say how long something is, and how many talks it holds."""
    if found := find_length(text):
        yield from _words(text[found.begins : found.ends])
    if count := find_count(text):
        yield from _words(count[0])


def _file(manuscript: Manuscript, reported: Sequence[Fault]) -> str:
    places = [entry.where for entry in (*manuscript.entries, *manuscript.papers)] + [fault.where for fault in reported]
    return next((place.file for place in places if place is not None), "")


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(text.translate(_WITHOUT_RAISED)))


def _texts(manuscript: Manuscript) -> Iterator[str]:
    """Every text of a manuscript."""
    event, venue = manuscript.event, manuscript.venue
    yield from (event.title, event.host, event.summary, event.website, event.registration.note)
    yield str(event.registration.capacity or "")
    yield from (venue.name, venue.room, *venue.address)
    yield from manuscript.day_titles.values()
    for entry in (*manuscript.entries, *manuscript.papers):
        yield from _of_entry(entry)
        for talk in entry.entries:
            yield from _of_entry(talk)
    for name, profile in manuscript.people.items():
        yield from (name, profile.bio)


def _of_entry(entry: Entry) -> Iterator[str]:
    yield from (entry.title, entry.room, entry.track, entry.abstract, entry.note, *entry.keywords)
    for person in (*entry.speakers, *entry.coauthors, *entry.chairs):
        yield from (person.name, person.position, person.affiliation)
