from __future__ import annotations

import json
from typing import Any

import pytest

from booklet.errors import BookletError, Place
from booklet.importers.material import Material
from booklet.importers.openreview import FORMAT
from booklet.importers.recognising import recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker

CONTENT: dict[str, Any] = {
    "title": "On a",
    "abstract": "We show $x<y$.",
    "authors": ["Ann Lee", "Bo Ek"],
    "authorids": ["~Ann_Lee1", "bo@example.org"],
    "keywords": ["graphs", "trees"],
    "venue": "ICLR 2025 Poster",
    "venueid": "ICLR.cc/2025/Conference",
    "pdf": "/pdf/1.pdf",
    "dataset": "D",
}
NOTE: dict[str, Any] = {"id": "x", "forum": "x", "number": 3, "signatures": ["s"], "readers": ["everyone"]}


def note(version: int, ident: str, **changes: object) -> dict[str, Any]:
    content = {**CONTENT, **changes}
    if version == 2:
        content = {name: {"value": value} for name, value in content.items()}
    return {**NOTE, "id": ident, "forum": ident, "content": content}


def reply(ident: str, forum: str, kind: str, **content: str) -> dict[str, Any]:
    return {"id": ident, "forum": forum, "replyto": forum, "invitation": f"V/Paper1/-/{kind}", "content": content}


def of(value: object) -> Material:
    text = json.dumps(value)
    return Material("notes.json", text.encode(), text)


def read(value: object, *, private: bool = False) -> Manuscript:
    return FORMAT.read(of(value), Asked(private=private))


@pytest.mark.parametrize("version", [1, 2])
def test_submission_of_either_version(version: int) -> None:
    value = {"notes": [note(version, "x")]}

    assert recognise(of(value)).name == "openreview"
    assert read(value).papers == (
        Entry(
            kind="poster",
            title="On a",
            speakers=(Speaker("Ann Lee"), Speaker("Bo Ek")),
            abstract="We show $x<y$.",
            keywords=("graphs", "trees"),
            ident="3",
            where=Place("notes.json"),
        ),
    )
    assert [fault.what for fault in read(value).report] == [
        "left out: 1 file, link or declaration of a submission",
        "left out: 1 field 'dataset'",
        "left out: 1 e-mail address or telephone number (private)",
    ]


@pytest.mark.parametrize(
    ("venue", "venueid", "said"),
    [
        ("ICLR 2025", "ICLR.cc/2025/Conference/Rejected_Submission", "rejected"),
        ("ICLR 2025", "ICLR.cc/2025/Conference/Withdrawn_Submission", "withdrawn"),
        ("ICLR 2025", "ICLR.cc/2025/Conference/Desk_Rejected_Submission", "rejected"),
        ("Submitted to ICLR 2025", "ICLR.cc/2025/Conference", "undecided"),
    ],
)
def test_venue_that_is_no_acceptance(venue: str, venueid: str, said: str) -> None:
    manuscript = read([note(2, "x"), note(2, "y", title="On b", venue=venue, venueid=venueid)])

    assert [paper.title for paper in manuscript.papers] == ["On a"]
    assert manuscript.report[0].what == f"left out: 1 {said} submission: 'On b'"


def test_decisions_in_notes_of_their_own_and_reviews_stay_out() -> None:
    notes = [note(1, name, title=f"On {name}", venue="", venueid="") for name in "ab"]
    replies = [
        reply("da", "a", "Decision", decision="Accept (Oral)"),
        reply("db", "b", "Decision", decision="Reject"),
        reply("ra", "a", "Official_Review", title="Good", review="Secret praise."),
    ]

    manuscript = read([*notes, *replies])

    assert [paper.title for paper in manuscript.papers] == ["On a"]
    assert [fault.what for fault in manuscript.report][:2] == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 3 reviews, comments and other replies",
    ]
    assert "Secret" not in str(manuscript)


def test_decisions_among_direct_replies() -> None:
    notes = [
        {
            **note(2, name, title=f"On {name}", venue="", venueid=""),
            "details": {"directReplies": [reply(f"d{name}", name, "Decision", decision=words)]},
        }
        for name, words in (("a", "Accept"), ("b", "Reject"))
    ]

    assert [paper.title for paper in read(notes).papers] == ["On a"]


def test_addresses_are_imported_if_asked_for() -> None:
    assert "bo@example.org" not in str(read([note(2, "x")]))
    assert {name: who.email for name, who in read([note(2, "x")], private=True).people.items()} == {
        "Bo Ek": "bo@example.org"
    }


def test_export_without_submissions_is_refused() -> None:
    with pytest.raises(BookletError) as caught:
        read({"notes": [{**NOTE, "content": {}}]})

    assert caught.value.faults[0].what == "no submission was found: expected notes whose 'content' has a 'title'"
