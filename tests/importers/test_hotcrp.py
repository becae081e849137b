from __future__ import annotations

import json
from typing import Any

import pytest

from booklet.errors import BookletError, Place
from booklet.importers.hotcrp import FORMAT
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker

PAPER: dict[str, Any] = {
    "object": "paper",
    "pid": 3,
    "title": "On  <b>a</b>",
    "decision": "Accepted",
    "abstract": "We show.\n\nAnd ask.",
    "topics": ["Graphs", "Trees"],
    "authors": [
        {"first": "Ann", "last": "Lee", "email": "ann@example.org", "affiliation": "MIT"},
        {"name": "Bo Ek", "affiliation": "ETH"},
    ],
    "contacts": [{"email": "ann@example.org"}, {"email": "chair@example.org"}],
    "pc_conflicts": {"x@example.org": "collaborator"},
    "comments_to_pc": "Do not tell.",
    "artifact": "https://example.org",
}
REJECTED: dict[str, Any] = {"pid": 4, "title": "On b", "decision": "Rejected", "authors": []}
WITHDRAWN: dict[str, Any] = {"pid": 5, "title": "On c", "decision": "Accepted", "withdrawn": True}
PAPERS = [PAPER, REJECTED, WITHDRAWN]


def of(value: object) -> Material:
    text = json.dumps(value)
    return Material("hotcrp.json", text.encode(), text)


def read(value: object, *, private: bool = False) -> Manuscript:
    return FORMAT.read(of(value), Asked(private=private))


@pytest.mark.parametrize("value", [PAPERS, {"papers": PAPERS}, {"3": PAPER, "4": REJECTED, "5": WITHDRAWN}])
def test_accepted_paper_of_every_arrangement(value: object) -> None:
    assert recognise(of(value)).name == "hotcrp"
    assert read(value).papers == (
        Entry(
            kind="talk",
            title="On a",
            speakers=(Speaker("Ann Lee", affiliation="MIT"), Speaker("Bo Ek", affiliation="ETH")),
            abstract="We show.\n\nAnd ask.",
            keywords=("Graphs", "Trees"),
            ident="3",
            where=Place("hotcrp.json"),
        ),
    )


def test_what_is_left_out_is_counted() -> None:
    assert [fault.what for fault in read(PAPERS).report] == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 1 withdrawn submission: 'On c'",
        "left out: 2 fields of the reviewing",
        "left out: 1 field 'artifact'",
        "left out: 2 e-mail addresses and telephone numbers (private)",
    ]


def test_addresses_are_imported_if_asked_for() -> None:
    assert read([PAPER], private=True).people["Ann Lee"].email == "ann@example.org"
    assert "chair@example.org" not in str(read([PAPER]))


def test_authors_as_texts() -> None:
    [one] = read([{"pid": 1, "title": "On a", "authors": "Ann Lee; Bo Ek"}]).papers
    [other] = read([{"pid": 1, "title": "On a", "authors": ["Ann Lee", "Bo Ek"]}]).papers

    assert one.speakers == other.speakers == (Speaker("Ann Lee"), Speaker("Bo Ek"))


def test_export_without_papers_is_refused() -> None:
    with pytest.raises(BookletError) as caught:
        read([{"pid": 1, "title": ""}])

    assert caught.value.faults[0].what == "no paper was found: expected objects with 'pid', 'title' and 'authors'"
