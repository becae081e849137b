"""OpenReview: the JSON of notes, as both versions of its interface give them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from booklet.errors import BookletError, Fault, Place
from booklet.importers.json_values import count, listed, record, records, text
from booklet.importers.material import Format, Material
from booklet.importers.stated import Omission, field_of
from booklet.importers.submissions import Submission, manuscript_of
from booklet.importers.table_people import read_names
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.manuscripts.markup import one_line
from booklet.model.program import Speaker

_NOTES: Final = frozenset({"forum", "invitation", "invitations", "signatures", "readers", "replyto", "domain"})
_READ: Final = frozenset({"title", "authors", "authorids", "abstract", "keywords", "venue", "venueid", "decision"})
_TECHNICAL: Final = frozenset(
    {"pdf", "paperhash", "_bibtex", "html", "supplementary_material", "code", "code_of_ethics", "submission_guidelines",
     "no_acknowledgement_section", "anonymous_url", "large_pdf", "resubmission", "submission_number", "TLDR", "TL;DR"}
)  # fmt: skip
_FILES: Final = Omission("file, link or declaration of a submission", "files, links and declarations of submissions")
_REPLIES: Final = Omission("review, comment or other reply", "reviews, comments and other replies")
_IDENTITY: Final = re.compile(r"[~@]")
_DECIDED: Final = re.compile(r"decision", re.IGNORECASE)


def _recognise(material: Material) -> bool:
    return any(_is_note(note) for note in _notes(material.json)[:20])


def _is_note(note: Mapping[str, Any]) -> bool:
    """Whether a record is a note: with what only notes have, or with the content of a submission."""
    content = record(note.get("content"))
    return bool(content) and bool(
        _NOTES & note.keys() or ("title" in content and {"authors", "abstract"} & content.keys())
    )


def _notes(raw: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401 - whatever stands in the file
    if isinstance(raw, dict):
        if isinstance(raw.get("content"), dict):
            return [raw]
        return records(raw.get("notes") if "notes" in raw else raw)
    return records(raw)


def _read(material: Material, asked: Asked) -> Manuscript:
    """Read OpenReview's notes: submissions, and decisions where they are notes of their own.

    Raises:
        BookletError: there is no submission.
    """
    notes = _notes(material.json)
    decisions = dict(_decisions(notes))
    found = [note for note in notes if _value(note, "title").strip() and "replyto" not in _answers(note)]
    if not found:
        what = "no submission was found: expected notes whose 'content' has a 'title'"
        raise BookletError([Fault(what, Place(material.name), "export the notes of the venue's submissions as JSON")])
    left: Counter[Omission] = Counter()
    left[_REPLIES] += len(notes) - len(found)
    for note in found:
        for name, value in record(note.get("content")).items():
            if name not in _READ and count(_plain(value)):
                left[_FILES if name in _TECHNICAL else field_of(name)] += 1
    submissions = [_submission(note, decisions, material.name) for note in found]
    return manuscript_of(submissions, asked, material.name, left=left)


FORMAT: Final = Format("openreview", "OpenReview (JSON)", _recognise, _read)


def _answers(note: Mapping[str, Any]) -> set[str]:
    """What says that a note answers another one: it names it, and it is another."""
    reply = text(note.get("replyto"))
    return {"replyto"} if reply and reply != text(note.get("id")) else set()


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    """A value of either version: in the second it stands under "value"."""
    return value.get("value") if isinstance(value, dict) and "value" in value else value


def _value(note: Mapping[str, Any], name: str) -> str:
    return text(_plain(record(note.get("content")).get(name)))


def _values(note: Mapping[str, Any], name: str) -> list[str]:
    found = _plain(record(note.get("content")).get(name))
    return [found] if isinstance(found, str) else [text(one) for one in listed(found)]


def _decisions(notes: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The decision on each submission, by its forum, from notes and from the replies inside them."""
    found: list[tuple[str, str]] = []
    for note in notes:
        for reply in (note, *records(record(note.get("details")).get("directReplies"))):
            kinds = " ".join([text(reply.get("invitation")), *[text(one) for one in listed(reply.get("invitations"))]])
            if _DECIDED.search(kinds) and (decision := _value(reply, "decision")):
                found.append((text(reply.get("forum")) or text(note.get("id")), decision))
    return found


def _submission(note: Mapping[str, Any], decisions: Mapping[str, str], file: str) -> Submission:
    venue, venue_id = _value(note, "venue"), _value(note, "venueid")
    decision = decisions.get(text(note.get("forum")) or text(note.get("id")), "") or _value(note, "decision")
    words = [one_line(word) for word in _values(note, "keywords")]
    authors = _authors(_values(note, "authors"))
    identities = _values(note, "authorids")
    paired = len(identities) == len(authors)
    return Submission(
        ident=text(note.get("number")) or text(note.get("id")),
        title=_value(note, "title"),
        where=Place(file),
        authors=authors,
        abstract=_value(note, "abstract"),
        keywords=tuple(dict.fromkeys(word for word in words if word)),
        decision=decision or _of_venue(venue, venue_id),
        emails=tuple([(authors[at].name if paired else "", one) for at, one in enumerate(identities) if "@" in one]),
    )


def _authors(names: list[str]) -> tuple[Speaker, ...]:
    """The authors by name; a name is one person, whatever commas are in it."""
    if len(names) == 1:
        return read_names(names[0])
    return tuple([Speaker(one_line(name)) for name in names if name.strip() and not _IDENTITY.search(name)])


def _of_venue(venue: str, venue_id: str) -> str:
    """What the venue of a note says of its decision: "ICLR 2024 poster" is one that is in."""
    ending = venue_id.rpartition("/")[2]
    for word in ("Desk_Rejected", "Rejected", "Withdrawn"):
        if word in ending:
            return word.replace("_", " ")
    if ending in {"Submission", "Blind_Submission"} or venue.casefold().startswith("submitted to"):
        return venue or "submitted to"
    return f"accepted {venue}" if venue else ""
