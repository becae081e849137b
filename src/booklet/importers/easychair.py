"""EasyChair: the tables of submissions and of their authors, as its "Excel" export holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.material import Format, Material
from booklet.importers.stated import Omission, left_out
from booklet.importers.submissions import Submission, manuscript_of, person, words_of
from booklet.importers.table_people import read_names
from booklet.importers.tables import Record, Sheet, headings_of, plain, records, records_of
from booklet.importers.workbook import read_workbook
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.model.program import Profile, Speaker

_SUBMISSIONS: Final = frozenset({"#", "title", "authors"})
_TELLING: Final = frozenset({"decision", "deleted?", "notified", "reviews sent", "form fields", "submitted"})
_AUTHORS: Final = frozenset({"submission #", "first name", "last name"})
_WORKBOOK: Final = b"PK\x03\x04"
_ADMINISTRATIVE: Final = (
    ("submitted", Omission("date of submission", "dates of submission")),
    ("last updated", Omission("date of a change", "dates of changes")),
    ("form fields", Omission("answer to a form (private)", "answers to forms (private)")),
    ("reviews sent", Omission("remark that reviews were sent", "remarks that reviews were sent")),
    ("notified", Omission("remark that authors were notified", "remarks that authors were notified")),
)
_PERSONAL: Final = Omission(
    "e-mail address, country or web page of an author (private)",
    "e-mail addresses, countries and web pages of authors (private)",
    "--private imports e-mail addresses",
)


def _recognise(material: Material) -> bool:
    return any(_is_submissions(headings) or _is_authors(headings) for headings in map(_headings, _tables(material)))


def _is_submissions(headings: Collection[str]) -> bool:
    return _SUBMISSIONS.issubset(headings) and not _TELLING.isdisjoint(headings)


def _is_authors(headings: Collection[str]) -> bool:
    return _AUTHORS.issubset(headings) and not {"person #", "corresponding?"}.isdisjoint(headings)


def _tables(material: Material) -> Iterator[Sheet | Material]:
    """The tables of a folder or archive, the sheets of a workbook, or the table that a text is."""
    for member in material.members.values():
        yield from _tables(member)
    if material.data.startswith(_WORKBOOK):
        try:
            yield from read_workbook(material.data, material.name).sheets
        except BookletError:
            return
    elif material.text:
        yield material


def _headings(table: Sheet | Material) -> frozenset[str]:
    if isinstance(table, Material):
        return headings_of(table.text)
    return frozenset(plain(cell) for cell in table.rows[0].cells)


def _records(table: Sheet | Material, name: str) -> list[Record]:
    return records(table.text, table.name) if isinstance(table, Material) else records_of(table, name)


def _read(material: Material, asked: Asked) -> Manuscript:
    """Read submissions, their authors, or both: authors know the affiliations, and belong to submissions by number.

    Authors alone make papers without titles.

    Raises:
        BookletError: it is neither.
    """
    tables = [(_headings(table), table) for table in _tables(material)]
    found = [record for words, one in tables if _is_submissions(words) for record in _records(one, material.name)]
    listed = [record for words, one in tables if _is_authors(words) for record in _records(one, material.name)]
    if listed and not found:
        return _authors(listed, asked, material.name)
    if not any(record.first("title") for record in found):
        what = "no submission was found: expected the columns #, title and authors"
        raise BookletError([Fault(what, Place(material.name), "export 'submission.csv' from EasyChair")])
    authors = _authors(listed, asked, material.name)
    known = {paper.ident: paper.speakers for paper in authors.papers}
    submissions = [_submission(record, known) for record in found if record.first("title")]
    manuscript = manuscript_of(submissions, asked, material.name)
    counts = {omission: sum(bool(record.first(name)) for record in found) for name, omission in _ADMINISTRATIVE}
    filled = {omission: count for omission, count in counts.items() if count}
    named = {who.name for paper in manuscript.papers for who in paper.speakers}
    return replace(
        manuscript,
        people={name: profile for name, profile in authors.people.items() if name in named},
        report=(*manuscript.report, *authors.report, *left_out(filled, material.name)),
    )


FORMAT: Final = Format("easychair", "EasyChair (submission.csv, author.csv)", _recognise, _read)


def _submission(record: Record, known: Mapping[str, tuple[Speaker, ...]]) -> Submission:
    """A submission; `known` are authors by the number of theirs."""
    deleted = record.first("deleted?").casefold() not in {"", "no", "false", "0"}
    return Submission(
        ident=record.first("#"),
        title=record.first("title"),
        where=record.where,
        authors=known.get(record.first("#")) or read_names(record.first("authors")),
        abstract=record.first("abstract"),
        keywords=words_of(record.first("keywords")),
        track=record.first("track name", "track"),
        decision="deleted" if deleted else record.first("decision"),
    )


def _authors(found: list[Record], asked: Asked, file: str) -> Manuscript:
    """Authors by the number of their submission; a paper without a title for each."""
    papers: dict[str, Entry] = {}
    people: dict[str, Profile] = {}
    private = 0
    for record in found:
        number, who = (
            record.first("submission #"),
            person(record.first("first name"), record.first("last name"), record.first("affiliation", "organization")),
        )
        if not (number and who.name):
            continue
        paper = papers.get(number) or Entry(kind="talk", title="", ident=number, where=record.where)
        papers[number] = Entry(kind="talk", title="", ident=number, where=paper.where, speakers=(*paper.speakers, who))
        personal = [record.first(name) for name in ("email", "country", "web page")]
        if asked.private and "@" in personal[0]:
            people.setdefault(who.name, Profile(who.name, email=personal[0]))
        private += len([text for text in personal if text])
    left = {} if asked.private or not private else {_PERSONAL: private}
    return Manuscript(
        event=no_event(), papers=tuple(papers.values()), people=people, report=tuple(left_out(left, file))
    )
