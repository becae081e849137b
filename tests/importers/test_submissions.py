"""Submission systems, read from small exports of each."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from openpyxl import Workbook

from booklet.errors import BookletError
from booklet.importers import cmt, easychair, hotcrp, openreview, softconf
from booklet.importers.material import Format, Material
from booklet.importers.recognising import recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Speaker

EASYCHAIR = (
    "#,title,authors,submitted,keywords,decision,abstract,deleted?\n"
    '1,On a,"Ann Lee, Bo Berg and Cy Fox",Jan 1,"graphs\ntrees",ACCEPT,We show.,no\n'
    "2,On b,Di Oz,Jan 1,x,REJECT,No.,no\n"
    "3,On c,Di Oz,Jan 1,x,ACCEPT,No.,yes\n"
)
CMT_ROWS = [
    ["Paper ID", "Paper Title", "Abstract", "Author Names", "Author Emails", "Status"],
    ["7", "On a", "We show.", "Lee, Ann (MIT)*; Bo Berg (ETH, Zurich)", "a@example.org; b@example.org", "Accept"],
    ["8", "On b", "No.", "Oz, Di", "d@example.org", "Reject"],
]
HOTCRP = [
    {
        "pid": 3,
        "title": "On a",
        "decision": "Accepted",
        "abstract": "We show.",
        "topics": ["Graphs"],
        "authors": [{"first": "Ann", "last": "Lee", "email": "a@example.org", "affiliation": "MIT"}],
    },
    {"pid": 4, "title": "On b", "decision": "Rejected", "authors": []},
]
SOFTCONF = (
    "Submission ID,Title,Track,Acceptance Status,Abstract,1: First Name,1: Last Name,1: Affiliation,1: Presenter,"
    "2: First Name,2: Last Name,2: Affiliation,2: Presenter\n"
    "5,On a,NLP,Accept - Oral,We show.,Ann,Lee,MIT,No,Bo,Ek,ETH,Yes\n6,On b,NLP,Reject,No.,Di,Oz,Rome,Yes,,,,\n"
)


def read(chosen: Format, text: str, asked: Asked | None = None) -> Manuscript:
    material = Material("s", text.encode(), text)
    assert recognise(material) == chosen
    return chosen.read(material, asked or Asked())


def said(manuscript: Manuscript) -> list[str]:
    return [fault.what for fault in manuscript.report]


def test_easychair_keeps_what_was_accepted_and_not_deleted() -> None:
    manuscript = read(easychair.FORMAT, EASYCHAIR)

    [paper] = manuscript.papers
    assert (paper.title, paper.ident, paper.abstract, paper.keywords) == ("On a", "1", "We show.", ("graphs", "trees"))
    assert [who.name for who in paper.speakers] == ["Ann Lee", "Bo Berg", "Cy Fox"]
    assert said(manuscript) == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 1 withdrawn submission: 'On c'",
        "left out: 3 dates of submission",
    ]


def test_easychair_authors_are_papers_without_titles() -> None:
    text = (
        "submission #,first name,last name,email,country,affiliation,person #\n"
        "1,Ann,Lee,a@example.org,US,MIT,1\n1,Bo,Ek,b@example.org,CH,ETH,2\n"
    )

    [paper] = read(easychair.FORMAT, text).papers

    assert (paper.title, paper.ident) == ("", "1")
    assert paper.speakers == (Speaker("Ann Lee", affiliation="MIT"), Speaker("Bo Ek", affiliation="ETH"))


def test_cmt_turns_names_round_and_takes_affiliations() -> None:
    manuscript = read(cmt.FORMAT, "\n".join("\t".join(row) for row in CMT_ROWS))

    [paper] = manuscript.papers
    assert paper.speakers == (Speaker("Ann Lee", affiliation="MIT"), Speaker("Bo Berg", affiliation="ETH, Zurich"))
    assert said(manuscript) == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 3 e-mail addresses and telephone numbers (private)",
    ]


def test_cmt_is_recognised_in_a_workbook() -> None:
    book = Workbook()
    for row in CMT_ROWS:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    material = Material("cmt.xlsx", stream.getvalue())

    assert recognise(material) == cmt.FORMAT
    assert [paper.title for paper in cmt.FORMAT.read(material, Asked()).papers] == ["On a"]


@pytest.mark.parametrize("wrap", [lambda papers: papers, lambda papers: {"papers": papers}])
def test_hotcrp_reads_lists_and_objects(wrap: Any) -> None:
    manuscript = read(hotcrp.FORMAT, json.dumps(wrap(HOTCRP)))

    [paper] = manuscript.papers
    assert (paper.title, paper.ident, paper.keywords) == ("On a", "3", ("Graphs",))
    assert paper.speakers == (Speaker("Ann Lee", affiliation="MIT"),)
    assert said(manuscript) == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 1 e-mail address or telephone number (private)",
    ]


def test_hotcrp_gives_addresses_where_they_are_asked_for() -> None:
    manuscript = read(hotcrp.FORMAT, json.dumps(HOTCRP), Asked(private=True))

    assert manuscript.people["Ann Lee"].email == "a@example.org"


@pytest.mark.parametrize("version", [1, 2])
def test_openreview_reads_both_versions(version: int) -> None:
    content: dict[str, Any] = {"title": "On a", "abstract": "We show $x<y$.", "authors": ["Ann Lee", "Bo Ek"]}
    if version == 2:
        content = {name: {"value": value} for name, value in content.items()}

    [paper] = read(openreview.FORMAT, json.dumps({"notes": [{"id": "x", "number": 3, "content": content}]})).papers

    assert (paper.title, paper.ident, paper.abstract) == ("On a", "3", "We show $x<y$.")
    assert [who.name for who in paper.speakers] == ["Ann Lee", "Bo Ek"]


def test_openreview_takes_decisions_from_their_own_notes() -> None:
    papers = [
        {"id": name, "forum": name, "number": number, "content": {"title": f"On {name}", "authors": ["Ann Lee"]}}
        for number, name in enumerate("ab")
    ]
    decisions = [
        {"id": f"d{name}", "forum": name, "replyto": name, "invitation": "X/Decision", "content": {"decision": words}}
        for name, words in (("a", "Accept (Oral)"), ("b", "Reject"))
    ]

    manuscript = read(openreview.FORMAT, json.dumps([*papers, *decisions]))

    assert [paper.title for paper in manuscript.papers] == ["On a"]
    assert said(manuscript) == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 2 reviews, comments and other replies",
    ]


def test_softconf_presenter_speaks() -> None:
    manuscript = read(softconf.FORMAT, SOFTCONF)

    [paper] = manuscript.papers
    assert (paper.title, paper.ident, paper.track) == ("On a", "5", "NLP")
    assert (paper.speakers, paper.coauthors) == (
        (Speaker("Bo Ek", affiliation="ETH"),),
        (Speaker("Ann Lee", affiliation="MIT"),),
    )


@pytest.mark.parametrize("chosen", [easychair.FORMAT, cmt.FORMAT, hotcrp.FORMAT, openreview.FORMAT, softconf.FORMAT])
def test_export_without_submissions_is_refused(chosen: Format) -> None:
    with pytest.raises(BookletError):
        chosen.read(Material("s", b"[]", "[]"), Asked())
