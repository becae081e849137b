from __future__ import annotations

import datetime

import pytest

from booklet.errors import BookletError
from booklet.importers.conftool import FORMAT
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Speaker

TIME = (
    "<session_start>2024-03-18 09:00</session_start><session_end>2024-03-18 10:30</session_end>"
    "<session_room>Aula</session_room>"
)
SESSION = f"""<session><session_ID>5</session_ID>{TIME}<session_short>S1</session_short>
<session_title>Bodies</session_title><chair1>Berg, Anna</chair1><chair1_organisation>Wien</chair1_organisation>
<chair1_email>anna@example.org</chair1_email><p1_paperID>101</p1_paperID><p1_start>2024-03-18 09:00</p1_start>
<p1_end>2024-03-18 09:20</p1_end><p1_title>On bodies</p1_title><p1_authors>Lee, Ann (1,2); Ek, Bo (2)</p1_authors>
<p1_organisations>1: MIT; 2: ETH; D-MAVT</p1_organisations><p1_presenting_author>Ek, Bo (2)</p1_presenting_author>
<p1_abstract>&lt;p&gt;We show.&lt;/p&gt;</p1_abstract><p2_paperID>102</p2_paperID><p2_start>09:20</p2_start>
<p2_title>More bodies</p2_title><p2_authors>Day, Cy</p2_authors><p2_organisations>Bonn</p2_organisations>
<p2_abstract>.</p2_abstract></session>"""
PAPERS = (
    '"paperID","title","authors","organisations","presenting_author","abstract","acceptance_status","withdrawn",'
    '"score_average"\n'
    '"101","On bodies","Lee, Ann (1); Ek, Bo (2)","1: MIT; 2: ETH","","We show.","1","0","3.4"\n'
    '"102","Refused","Zed, Al","Oslo","","","-1","0",""\n'
    '"103","Gone","Zed, Al","Oslo","","","1","1",""\n'
)


def read(text: str, asked: Asked | None = None) -> Manuscript:
    material = Material("c", text.encode(), text)
    assert recognise(material) == FORMAT
    return FORMAT.read(material, asked or Asked())


def test_session_holds_its_presentations_in_their_order() -> None:
    [session] = read(f"<sessions>{SESSION}</sessions>").entries

    assert (session.date, session.start, session.end) == (datetime.date(2024, 3, 18), 540, 630)
    assert (session.kind, session.title, session.room) == ("session", "S1: Bodies", "Aula")
    assert session.chairs == (Speaker("Anna Berg", affiliation="Wien"),)
    assert [(talk.title, talk.start, talk.end, talk.ident) for talk in session.entries] == [
        ("On bodies", 540, 560, "101"),
        ("More bodies", 560, None, "102"),
    ]


def test_presenting_author_speaks_and_numbers_tell_organisations() -> None:
    [session] = read(f"<sessions>{SESSION}</sessions>").entries

    first, second = session.entries
    assert first.speakers == (Speaker("Bo Ek", affiliation="ETH; D-MAVT"),)
    assert first.coauthors == (Speaker("Ann Lee", affiliation="MIT; ETH; D-MAVT"),)
    assert (second.speakers, second.abstract) == ((Speaker("Cy Day", affiliation="Bonn"),), "")


def test_session_with_one_presentation_of_its_title_is_that_talk() -> None:
    talk = "<p1_paperID>7</p1_paperID><p1_title>On stars</p1_title><p1_authors>Fox, Di</p1_authors>"

    [entry] = read(f"<sessions><session><session_ID>1</session_ID>{TIME}<session_title>On stars</session_title>{talk}"
                   "</session></sessions>").entries  # fmt: skip

    assert (entry.kind, entry.title, entry.start, entry.end, entry.entries) == ("talk", "On stars", 540, 630, ())
    assert entry.speakers == (Speaker("Di Fox"),)


def test_addresses_stay_out_unless_asked_for() -> None:
    text = f"<sessions>{SESSION}</sessions>"

    without, private = read(text), read(text, Asked(private=True))

    assert [fault.what for fault in without.report] == ["left out: 1 e-mail address or telephone number (private)"]
    assert private.people["Anna Berg"].email == "anna@example.org"


def test_table_of_papers_keeps_what_was_accepted() -> None:
    manuscript = read(PAPERS)

    [paper] = manuscript.papers
    assert (paper.title, paper.ident, paper.abstract) == ("On bodies", "101", "We show.")
    assert paper.speakers == (Speaker("Ann Lee", affiliation="MIT"), Speaker("Bo Ek", affiliation="ETH"))
    assert [fault.what for fault in manuscript.report] == [
        "left out: 1 rejected submission: 'Refused'",
        "left out: 1 withdrawn submission: 'Gone'",
        "left out: 1 value that is only for the organisers (reviews, comments, dates)",
    ]


def test_papers_that_name_their_session_are_in_it() -> None:
    papers = "".join(
        f"<paper><paperID>{number}</paperID><title>On {number}</title><session_ID>5</session_ID>{TIME}"
        f"<session_title>Bodies</session_title><authors_formatted_1_name>Ann Lee*</authors_formatted_1_name>"
        f"<authors_formatted_2_name>Bo Ek</authors_formatted_2_name></paper>"
        for number in (1, 2)
    )

    [session] = read(f"<papers>{papers}</papers>").entries

    assert (session.title, session.start, [talk.title for talk in session.entries]) == ("Bodies", 540, ["On 1", "On 2"])
    assert (session.entries[0].speakers, session.entries[0].coauthors) == ((Speaker("Ann Lee"),), (Speaker("Bo Ek"),))


def test_empty_export_is_refused() -> None:
    text = "<papers><paper><paperID></paperID></paper></papers>"

    with pytest.raises(BookletError) as caught:
        FORMAT.read(Material("c.xml", text.encode(), text), Asked())

    assert caught.value.faults[0].what == "there is neither a session nor a paper in this export"
