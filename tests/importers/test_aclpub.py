from __future__ import annotations

import datetime

import pytest

from booklet.errors import BookletError
from booklet.importers.aclpub import FORMAT
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Speaker

PROGRAM = """- title: Opening
  location: Aula
  start_time: 2022-05-23 08:30:00
  end_time: 2022-05-23 09:00:00
  papers: []
- title: Session 1
  start_time: 2022-05-23 11:00:00
  end_time: 2022-05-23 12:30:00
  subsessions:
    - title: Graphs
      chair: Di Oz
      location: Hall 1
      start_time: 2022-05-23 11:00:00
      end_time: 2022-05-23 12:30:00
      papers:
        - id: 4
          start_time: 2022-05-23 11:00:00
          end_time: 2022-05-23 11:15:00
        - 99
"""
PAPERS = """- id: 4
  title: On a
  abstract: We show.
  authors:
    - {first_name: Ann, middle_name: B., last_name: Lee, institution: MIT, emails: ann@example.org}
    - Bo Berg
  attributes: {Track: Theory}
- id: 6
  title: On c
  authors: [Cy Fox]
"""
DETAILS = "--- !Conference\nevent_name: Zeta 2022\nanthology_venue_id: ZETA\nlocation: Dublin\n"
DAY = datetime.date(2022, 5, 23)


def of_text(name: str, text: str) -> Material:
    return Material(name, text.encode(), text)


def read(**members: str) -> Manuscript:
    files = {f"{name}.yml": of_text(f"acl/{name}.yml", text) for name, text in members.items()}
    material = Material("acl", members=files)
    assert recognise(material) == FORMAT
    return FORMAT.read(material, Asked())


def test_folder_joins_the_program_with_its_papers() -> None:
    manuscript = read(program=PROGRAM, papers=PAPERS, conference_details=DETAILS)

    opening, session = manuscript.entries
    assert (manuscript.event.title, manuscript.event.short_title) == ("Zeta 2022", "ZETA")
    assert manuscript.venue.address == ("Dublin",)
    assert (opening.date, opening.start, opening.end, opening.room) == (DAY, 510, 540, "Aula")
    assert (session.kind, session.title, session.track, session.chairs) == (
        "session",
        "Graphs",
        "Session 1",
        (Speaker("Di Oz"),),
    )
    talk = session.entries[0]
    assert (talk.title, talk.start, talk.end, talk.abstract, talk.track) == ("On a", 660, 675, "We show.", "Theory")
    assert talk.speakers == (Speaker("Ann B. Lee", affiliation="MIT"), Speaker("Bo Berg"))


def test_papers_without_a_slot_wait_and_slots_without_a_paper_are_told() -> None:
    manuscript = read(program=PROGRAM, papers=PAPERS)

    assert [paper.title for paper in manuscript.papers] == ["On c"]
    assert [(talk.title, talk.ident) for talk in manuscript.entries[1].entries] == [("On a", "4"), ("", "99")]
    assert [fault.what for fault in manuscript.report] == [
        "1 paper of the program not described in papers.yml: '99'",
        "left out: 1 e-mail address or telephone number (private)",
    ]


def test_files_by_themselves_are_recognised() -> None:
    program, papers = of_text("program.yml", PROGRAM), of_text("papers.yml", PAPERS)

    assert (recognise(program), recognise(papers)) == (FORMAT, FORMAT)
    assert [paper.ident for paper in FORMAT.read(papers, Asked()).papers] == ["4", "6"]
    assert [entry.title for entry in FORMAT.read(program, Asked()).entries] == ["Opening", "Graphs"]


def test_sessions_without_any_date_are_asked_about() -> None:
    manuscript = read(program="- title: Opening\n- title: Closing\n")

    assert [fault.what for fault in manuscript.asks] == [
        "2 entries have no 'start_time' with a date and a time, such as 'Opening'"
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- &a [x]\n- *a\n", "this refers to another place ('*a')"),
        ("[" * 60, "this nests deeper than any program does"),
        ("- title: 'open\n", "the YAML is broken here: found unexpected end of stream"),
    ],
)
def test_yaml_that_explodes_or_is_broken_is_refused(text: str, what: str) -> None:
    with pytest.raises(BookletError) as caught:
        FORMAT.read(of_text("program.yml", text), Asked())

    assert caught.value.faults[0].what == what
