from __future__ import annotations

import pytest

from booklet.errors import BookletError, Place
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.importers.softconf import FORMAT
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker

HEADINGS = (
    "Submission ID,Title,Authors,Track,Acceptance Status,Abstract,Submission Type,1: First Name,1: Last Name,"
    "1: Affiliation,1: Email,1: Presenter,2: First Name,2: Last Name,2: Affiliation,2: Presenter,Visa needed\n"
)
TABLE = (
    HEADINGS + "5,On a,Ann Lee and Bo Ek,NLP,Accept - Poster,We show.,Long,Ann,Lee,MIT,ann@example.org,No,"
    "Bo,Ek,ETH,Yes,yes\n6,On b,Cy Fox,NLP,Reject,No.,Long,Cy,Fox,Oslo,cy@example.org,Yes,,,,,\n"
    "7,On c,Di Oz,NLP,Withdrawn,,Long,Di,Oz,Rome,,,,,,,\n"
)


def of(text: str) -> Material:
    return Material("softconf.csv", text.encode(), text)


def read(text: str, *, private: bool = False) -> Manuscript:
    return FORMAT.read(of(text), Asked(private=private))


def test_table_is_recognised() -> None:
    assert recognise(of(TABLE)).name == "softconf"
    assert not FORMAT.recognise(of("Submission ID,Title,Authors\n5,On a,Ann Lee\n"))


def test_presenter_speaks_and_the_others_are_coauthors() -> None:
    [paper] = read(TABLE).papers

    assert paper == Entry(
        kind="poster",
        title="On a",
        track="NLP",
        speakers=(Speaker("Bo Ek", affiliation="ETH"),),
        coauthors=(Speaker("Ann Lee", affiliation="MIT"),),
        abstract="We show.",
        ident="5",
        where=Place("softconf.csv", 2),
    )


def test_what_is_left_out_is_counted() -> None:
    assert [fault.what for fault in read(TABLE).report] == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 1 withdrawn submission: 'On c'",
        "left out: 1 answer to a form (private)",
        "left out: 2 e-mail addresses and telephone numbers (private)",
    ]


def test_addresses_are_imported_if_asked_for() -> None:
    assert {name: who.email for name, who in read(TABLE, private=True).people.items()} == {"Ann Lee": "ann@example.org"}


def test_authors_in_one_cell_are_read_where_nothing_better_is() -> None:
    text = "Submission ID,Title,Authors,Acceptance Status\n5,On a,Ann Lee and Bo Ek,Accept\n"

    [paper] = read(text).papers

    assert paper.speakers == (Speaker("Ann Lee"), Speaker("Bo Ek"))


def test_table_without_submissions_is_refused() -> None:
    with pytest.raises(BookletError) as caught:
        read(HEADINGS)

    assert caught.value.faults[0].what == (
        "no submission was found: expected the columns Submission ID, Title and Authors"
    )
