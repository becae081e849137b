"""Microsoft CMT: the table of papers, as Excel or text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.material import Format, Material
from booklet.importers.stated import Omission
from booklet.importers.submissions import Submission, manuscript_of, person, words_of
from booklet.importers.table_people import read_names
from booklet.importers.tables import Record, heading_row, headings_of, plain, records, records_of
from booklet.importers.workbook import read_workbook
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Speaker

_TELLING: Final = frozenset({"paper id", "paper title"})
_WORKBOOK: Final = b"PK\x03\x04"
_AUTHOR: Final = re.compile(r"(?P<name>[^()]+?)\s*\((?P<place>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*\*?")
_LAST_FIRST: Final = re.compile(r"(?P<last>[^,]{1,60}),\s*(?P<first>[^,]{1,60})")
_READ: Final = frozenset(
    {
        "paper id", "paper title", "abstract", "author names", "authors", "author emails", "status", "decision",
        "primary subject area", "secondary subject areas", "track name", "keywords", "created", "last modified",
        "files", "number of files", "conflicts", "reviewers", "question", "submission files", "supplementary files",
    }
)  # fmt: skip
"""What is read, and what is of the reviewing only."""

_PRIVATE: Final = re.compile(r"e-?mail|phone|primary contact")
_FORMS: Final = Omission("answer to a form (private)", "answers to forms (private)")


def _recognise(material: Material) -> bool:
    if material.data.startswith(_WORKBOOK):
        return _sheet(material) is not None
    return headings_of(material.text) >= _TELLING


def _sheet(material: Material) -> list[Record] | None:
    """The papers of a workbook; None if it has none of CMT's."""
    try:
        sheets = read_workbook(material.data, material.name).sheets
    except BookletError:
        return None
    for sheet in sheets:
        at = heading_row(sheet.rows)
        if at is not None and {plain(cell) for cell in sheet.rows[at].cells} >= _TELLING:
            return records_of(sheet._replace(rows=sheet.rows[at:]), material.name)
    return None


def _read(material: Material, asked: Asked) -> Manuscript:
    """Read CMT's papers.

    Raises:
        BookletError: there are none.
    """
    workbook = material.data.startswith(_WORKBOOK)
    found = (_sheet(material) or []) if workbook else records(material.text, material.name)
    submissions = [_submission(record) for record in found if record.first("paper title")]
    if not submissions:
        what = "no paper was found: expected the columns Paper ID, Paper Title and Author Names"
        raise BookletError(
            [Fault(what, Place(material.name), "export the papers from CMT as Excel or tab-separated text")]
        )
    left: Counter[Omission] = Counter()
    for record in found:
        left[_FORMS] += sum(name not in _READ and not _PRIVATE.search(name) for name in record.cells)
    return manuscript_of(submissions, asked, material.name, left=left)


FORMAT: Final = Format("cmt", "Microsoft CMT", _recognise, _read)


def _submission(record: Record) -> Submission:
    contact = (record.first("primary contact author name"), record.first("primary contact author email"))
    emails = [text.strip(" *") for text in record.first("author emails").split(";") if text.strip(" *")]
    authors = authors_of(record.first("author names", "authors"))
    paired = list(zip([who.name for who in authors], emails, strict=False)) if len(emails) == len(authors) else []
    others = [("", email) for email in emails] if not paired else []
    return Submission(
        ident=record.first("paper id"),
        title=record.first("paper title"),
        where=record.where,
        authors=authors,
        abstract=record.first("abstract"),
        keywords=words_of(record.first("keywords")),
        track=record.first("track name", "primary subject area"),
        decision=record.first("status", "decision"),
        emails=(*paired, *others, *([contact] if contact[1] and contact[1] not in emails else [])),
    )


def authors_of(text: str) -> tuple[Speaker, ...]:
    """The authors of "Lee, Ann (MIT)*; Bo Ek (ETH)": semicolons part them, a star marks the one to write to.

    >>> [(who.name, who.affiliation) for who in authors_of("Lee, Ann (MIT, USA)*; Bo Ek (ETH)")]
    [('Ann Lee', 'MIT, USA'), ('Bo Ek', 'ETH')]
    """
    people: list[Speaker] = []
    for part in text.split(";"):
        bare = part.strip().strip("*").strip()
        found = _AUTHOR.fullmatch(bare)
        name, place = (found["name"], found["place"]) if found else (bare, "")
        if turned := _LAST_FIRST.fullmatch(name.strip("* ")):
            people.append(person(turned["first"], turned["last"], place))
        elif found:
            people.append(person(name.strip("* "), "", place))
        else:
            people += read_names(bare)
    return tuple(who for who in people if who.name)
