from __future__ import annotations

import csv
import io

import pytest
from openpyxl import Workbook

from booklet.errors import BookletError, Place
from booklet.importers.easychair import FORMAT
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker

HEADINGS = (
    "#,title,authors,submitted,last updated,form fields,keywords,decision,notified,reviews sent,abstract,deleted?\n"
)
SUBMISSIONS = (
    HEADINGS
    + '1,"On a, again","Ann Lee, Bo Ek and Cy Fox",2025-01-01,,,"graphs\ntrees",ACCEPT,no,yes,"We show\na.",no\n'
    "2,On b,Di Oz,2025-01-02,,,,REJECT,no,yes,No.,no\n3,On c,El Po,2025-01-03,,,,ACCEPT,no,no,Gone.,yes\n"
)
AUTHORS = (
    "submission #,first name,last name,email,country,affiliation,Web page,person #,corresponding?\n"
    "1,Ann,Lee,ann@example.org,AT,TU Wien,,1,yes\n1,Bo,Ek,bo@example.org,NO,Oslo,,2,no\n"
)


def of(text: str, name: str = "submission.csv") -> Material:
    return Material(name, text.encode(), text)


def read(text: str, *, private: bool = False) -> Manuscript:
    return FORMAT.read(of(text), Asked(private=private))


def test_both_tables_are_recognised_and_others_are_not() -> None:
    others = ["Date,Title,Speaker\n2025-02-20,On a,Ann Lee\n", "#,title,room\n1,On a,A\n", ""]

    assert [FORMAT.recognise(of(text)) for text in (SUBMISSIONS, AUTHORS, *others)] == [True, True, False, False, False]


def test_accepted_submission_is_a_paper() -> None:
    [paper] = read(SUBMISSIONS).papers

    assert paper == Entry(
        kind="talk",
        title="On a, again",
        speakers=(Speaker("Ann Lee"), Speaker("Bo Ek"), Speaker("Cy Fox")),
        abstract="We show a.",
        keywords=("graphs", "trees"),
        ident="1",
        where=Place("submission.csv", 2),
    )


def test_rejected_and_deleted_submissions_are_counted() -> None:
    assert [fault.what for fault in read(SUBMISSIONS).report] == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 1 withdrawn submission: 'On c'",
        "left out: 3 dates of submission",
        "left out: 3 remarks that reviews were sent",
        "left out: 3 remarks that authors were notified",
    ]


def test_authors_are_papers_without_titles_and_private_data_stays_out() -> None:
    manuscript = read(AUTHORS)

    [paper] = manuscript.papers
    assert (paper.title, paper.ident, dict(manuscript.people)) == ("", "1", {})
    assert paper.speakers == (Speaker("Ann Lee", affiliation="TU Wien"), Speaker("Bo Ek", affiliation="Oslo"))
    assert [fault.what for fault in manuscript.report] == [
        "left out: 4 e-mail addresses, countries and web pages of authors (private)"
    ]


def test_addresses_are_imported_if_asked_for() -> None:
    manuscript = read(AUTHORS, private=True)

    assert {name: who.email for name, who in manuscript.people.items()} == {
        "Ann Lee": "ann@example.org",
        "Bo Ek": "bo@example.org",
    }
    assert manuscript.report == ()


def of_folder() -> Material:
    members = {"author.csv": of(AUTHORS, "e/author.csv"), "submission.csv": of(SUBMISSIONS, "e/submission.csv")}
    return Material("e", members=members)


def of_workbook() -> Material:
    book = Workbook()
    book.worksheets[0].title = "Tracks"
    for name, text in (("Submissions", SUBMISSIONS), ("Authors", AUTHORS)):
        sheet = book.create_sheet(name)
        for row in csv.reader(io.StringIO(text)):
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return Material("e.xlsx", stream.getvalue())


@pytest.mark.parametrize("material", [of_folder(), of_workbook()], ids=["folder", "workbook"])
def test_submissions_and_authors_belong_together_by_number(material: Material) -> None:
    assert recognise(material).name == "easychair"

    manuscript = FORMAT.read(material, Asked())

    [paper] = manuscript.papers
    assert (paper.title, paper.ident) == ("On a, again", "1")
    assert paper.speakers == (Speaker("Ann Lee", affiliation="TU Wien"), Speaker("Bo Ek", affiliation="Oslo"))
    assert len(manuscript.report) == 6


def test_without_any_decision_all_are_taken() -> None:
    text = HEADINGS + "1,On a,Ann Lee,,,,,no decision,,,,no\n2,On b,Bo Ek,,,,,no decision,,,,no\n"

    manuscript = read(text)

    assert [paper.title for paper in manuscript.papers] == ["On a", "On b"]
    assert [fault.what for fault in manuscript.report] == [
        "nothing says which submissions were accepted, so all 2 that were not rejected are taken"
    ]


def test_table_without_submissions_is_refused() -> None:
    with pytest.raises(BookletError) as caught:
        read(HEADINGS)

    assert caught.value.faults[0].what == "no submission was found: expected the columns #, title and authors"
