"""The papers of aclpub2, whether in a file of their own or inside the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from booklet.errors import Place
from booklet.importers.stated import EMAILS, Omission, field_of
from booklet.importers.submissions import Submission, person, words_of
from booklet.importers.submissions import paper_of as paper_of_submission
from booklet.importers.table_people import read_names
from booklet.importers.yaml_nodes import Fields
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry
from booklet.model.program import Speaker

_READ: Final = frozenset(
    {"id", "paper_id", "title", "abstract", "authors", "speaker", "keywords", "attributes", "start_time", "end_time"}
)
_TECHNICAL: Final = frozenset(
    {
        "file",
        "pdf_file",
        "archival",
        "assignments",
        "decision",
        "openreview_id",
        "number",
        "editors",
        "doi",
        "url",
        "pages",
        "attachments",
    }
)
_FILES: Final = Omission("file or other detail of a paper", "files and other details of papers")
_IDENTITIES: Final = Omission("address of an author's profile", "addresses of authors' profiles")
_OF_AUTHOR: Final = frozenset({"first_name", "middle_name", "last_name", "name", "institution", "affiliation"})
_PRIVATE: Final = frozenset({"email", "emails", "preferred_email"})
_TRACKS: Final = ("Track", "track", "submitted_area", "area", "Submitted Area")
_FORMS: Final = ("Paper Type", "paper_type", "presentation_type", "type", "Presentation Type", "Presentation")


def papers_of(records: Sequence[Fields], file: str, asked: Asked) -> tuple[dict[str, Entry], Counter[Omission]]:
    """The papers of papers.yml by their numbers, and what is left out of them."""
    left: Counter[Omission] = Counter()
    papers: dict[str, Entry] = {}
    for at, record in enumerate(records):
        paper = paper_of(record, Place(file, record.line), left)
        if paper.title:
            papers.setdefault(paper.ident or f"#{at}", paper)
    if asked.private:
        left.pop(EMAILS, None)
    return papers, left


def paper_of(record: Fields, where: Place, left: Counter[Omission]) -> Entry:
    """A paper as an entry without a slot; `left` counts what is left out of it."""
    authors = tuple(_authors(record, left))
    attributes = next((node for node in record.nodes("attributes") if isinstance(node, Fields)), Fields(0, {}))
    read = {*_TRACKS, *_FORMS, "keywords"}
    left.update(field_of(name) for name in attributes.values if name not in read and attributes.values[name])
    for name, value in record.values.items():
        if value and name not in _READ:
            left[_FILES if name in _TECHNICAL else field_of(name)] += 1
    keywords = [node for node in record.nodes("keywords") if isinstance(node, str)]
    return paper_of_submission(
        Submission(
            ident=record.text("id", "paper_id"),
            title=record.text("title"),
            where=where,
            authors=authors or read_names(record.text("speaker")),
            presenters=(record.text("speaker"),),
            abstract=record.text("abstract"),
            keywords=words_of("\n".join([*keywords, attributes.text("keywords")])),
            track=attributes.text(*_TRACKS),
            form=attributes.text(*_FORMS),
        )
    )


def _authors(record: Fields, left: Counter[Omission]) -> Iterator[Speaker]:
    """The authors, as records of names or as texts; the name in parts is the surer one."""
    for node in record.nodes("authors"):
        if isinstance(node, Fields):
            who = person(
                node.text("first_name"),
                node.text("last_name"),
                node.text("institution", "affiliation"),
                node.text("middle_name"),
            )
            if not node.text("first_name", "last_name"):
                who = person(node.text("name"), "", node.text("institution", "affiliation"))
            for name, value in node.values.items():
                if value and name not in _OF_AUTHOR:
                    left[EMAILS if name in _PRIVATE else _IDENTITIES] += 1
            if who.name:
                yield who
        elif isinstance(node, str):
            yield from read_names(node)
