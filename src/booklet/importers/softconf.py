"""Softconf (START): the table of submissions, with a column for each fact of each author."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.material import Format, Material
from booklet.importers.stated import Omission
from booklet.importers.submissions import Submission, manuscript_of, person, words_of
from booklet.importers.table_people import read_names
from booklet.importers.tables import Record, headings_of, records
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Speaker

_TELLING: Final = frozenset({"submission id", "title"})
_OF_AUTHOR: Final = re.compile(r"(?P<number>[0-9]{1,3}): (?P<field>.+)")
_READ: Final = frozenset(
    {
        "submission id", "title", "authors", "track", "acceptance status", "status", "decision", "abstract", "summary",
        "submission type", "keywords", "final id", "paper id", "passcode", "date", "time", "all author emails",
        "username", "contact name", "contact email", "first author", "last author",
    }
)  # fmt: skip
_FORMS: Final = Omission("answer to a form (private)", "answers to forms (private)")
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "on"})


def _recognise(material: Material) -> bool:
    headings = headings_of(material.text)
    by_author = any(_OF_AUTHOR.fullmatch(heading) for heading in headings)
    return headings >= _TELLING and (by_author or "acceptance status" in headings)


def _read(material: Material, asked: Asked) -> Manuscript:
    """Read Softconf's submissions.

    Raises:
        BookletError: there are none.
    """
    found = records(material.text, material.name)
    submissions = [_submission(record) for record in found if record.first("title")]
    if not submissions:
        what = "no submission was found: expected the columns Submission ID, Title and Authors"
        raise BookletError([Fault(what, Place(material.name), "export the submissions from Softconf as CSV")])
    left: Counter[Omission] = Counter()
    for record in found:
        left[_FORMS] += sum(name not in _READ and not _OF_AUTHOR.fullmatch(name) for name in record.cells)
    return manuscript_of(submissions, asked, material.name, left=left)


FORMAT: Final = Format("softconf", "Softconf (START)", _recognise, _read)


def _submission(record: Record) -> Submission:
    people: list[Speaker] = []
    presenters: list[str] = []
    emails: list[tuple[str, str]] = []
    for fields in _by_author(record):
        who = person(
            fields.get("first name", ""),
            fields.get("last name", ""),
            fields.get("affiliation", "") or fields.get("institution", ""),
            fields.get("middle name", ""),
        )
        if not who.name:
            continue
        people.append(who)
        if fields.get("presenter", "").casefold() in _YES:
            presenters.append(who.name)
        if fields.get("email", ""):
            emails.append((who.name, fields["email"]))
    return Submission(
        ident=record.first("submission id"),
        title=record.first("title"),
        where=record.where,
        authors=tuple(people) or read_names(record.first("authors")),
        presenters=tuple(presenters),
        abstract=record.first("abstract", "summary"),
        keywords=words_of(record.first("keywords")),
        track=record.first("track"),
        form=record.first("submission type"),
        decision=record.first("acceptance status", "decision", "status"),
        emails=tuple(emails),
    )


def _by_author(record: Record) -> list[dict[str, str]]:
    """The facts of each author, in the order of their numbers."""
    authors: dict[int, dict[str, str]] = {}
    for heading, cell in record.cells.items():
        if found := _OF_AUTHOR.fullmatch(heading):
            authors.setdefault(int(found["number"]), {})[found["field"]] = cell
    return [authors[number] for number in sorted(authors)]
