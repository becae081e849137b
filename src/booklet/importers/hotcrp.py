"""HotCRP: the JSON of papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.json_values import count, first, listed, record, records, text
from booklet.importers.material import Format, Material
from booklet.importers.stated import Omission, field_of
from booklet.importers.submissions import Submission, manuscript_of, person
from booklet.importers.table_people import read_names
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.manuscripts.markup import one_line
from booklet.model.program import Speaker

_READ: Final = frozenset(
    {"object", "pid", "id", "title", "authors", "abstract", "decision", "decision_type", "status", "topics",
     "keywords", "submission_class", "track", "submitted", "withdrawn", "contacts"}
)  # fmt: skip
_REVIEWING: Final = Omission("field of the reviewing", "fields of the reviewing")
_OF_REVIEWING: Final = (
    "conflict", "review", "pc_", "shepherd", "lead", "tag", "comment", "option", "final", "submission", "modified",
    "submitted_at", "collaborators", "draft", "status_class", "ready",
)  # fmt: skip


def _recognise(material: Material) -> bool:
    papers = _papers(material.json)
    return any("pid" in paper and "title" in paper for paper in papers[:20])


def _papers(raw: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401 - whatever stands in the file
    """The papers of a list, of an object that holds one under "papers" or by their numbers, or a single paper."""
    if isinstance(raw, dict):
        if "pid" in raw:
            return [raw]
        return records(raw.get("papers") if "papers" in raw else raw)
    return records(raw)


def _read(material: Material, asked: Asked) -> Manuscript:
    """Read HotCRP's papers.

    Raises:
        BookletError: there are none.
    """
    found = [paper for paper in _papers(material.json) if text(paper.get("title")).strip()]
    if not found:
        what = "no paper was found: expected objects with 'pid', 'title' and 'authors'"
        raise BookletError([Fault(what, Place(material.name), "export the papers from HotCRP as JSON, with abstracts")])
    left: Counter[Omission] = Counter()
    for paper in found:
        for name, value in paper.items():
            if name not in _READ and count(value):
                reviewing = any(word in name for word in _OF_REVIEWING)
                left[_REVIEWING if reviewing else field_of(name)] += 1
    return manuscript_of([_submission(paper, material.name) for paper in found], asked, material.name, left=left)


FORMAT: Final = Format("hotcrp", "HotCRP (JSON)", _recognise, _read)


def _submission(paper: Mapping[str, Any], file: str) -> Submission:
    people, emails = _authors(paper.get("authors"))
    contacts = [text(record(who).get("email")) for who in listed(paper.get("contacts"))]
    known = {email for _, email in emails}
    topics = [*listed(paper.get("topics")), *listed(paper.get("keywords"))]
    words = [one_line(text(topic) or first(record(topic), ("name", "text"))) for topic in topics]
    return Submission(
        ident=text(paper.get("pid")),
        title=text(paper.get("title")),
        where=Place(file),
        authors=people,
        abstract=text(paper.get("abstract")),
        keywords=tuple(dict.fromkeys(word for word in words if word)),
        track=first(paper, ("track", "submission_class")),
        decision=_decision(paper),
        emails=(*emails, *[("", email) for email in contacts if email and email not in known]),
    )


def _decision(paper: Mapping[str, Any]) -> str:
    if paper.get("withdrawn") is True:
        return "withdrawn"
    return first(paper, ("decision", "status"))


def _authors(raw: Any) -> tuple[tuple[Speaker, ...], list[tuple[str, str]]]:  # noqa: ANN401 - whatever stands there
    """The authors, and their e-mail addresses by name; some exports have them as one text, or as texts in a list."""
    if isinstance(raw, str):
        return read_names(raw), []
    people: list[Speaker] = []
    emails: list[tuple[str, str]] = []
    for entry in listed(raw):
        if isinstance(entry, str):
            people += read_names(entry)
            continue
        fields = record(entry)
        who = person(
            first(fields, ("first", "given_name", "firstName")),
            first(fields, ("last", "family_name", "lastName")),
            text(fields.get("affiliation")),
        )
        if not who.name:
            who = person(first(fields, ("name", "fullName")), "", text(fields.get("affiliation")))
        if who.name:
            people.append(who)
            if email := text(fields.get("email")):
                emails.append((who.name, email))
    return tuple(people), emails
