"""A program as a manuscript."""

from __future__ import annotations

import datetime
from pathlib import Path

from booklet.errors import Place
from booklet.manuscripts.manuscript import Entry
from booklet.manuscripts.programs import manuscript_of
from booklet.model.program import Speaker
from booklet.model.read import read_program, read_program_text

TEXT = """\
event: {title: Meeting}
venue: {map: art/map.svg}
days:
  - date: 2026-03-03
    title: First
    sessions:
      - session: All
        room: A
        chair: Di Day (Lima)
        each: 25 min
        talks:
          - {time: "9:00-9:25", talk: One, speaker: Ada Abel, abstract: Words.}
speakers:
  Ada Abel: {photo: ada.png}
"""


def test_manuscript_of_a_program_says_what_it_says() -> None:
    manuscript = manuscript_of(read_program_text(TEXT, "program.yaml")[0])

    date = datetime.date(2026, 3, 3)
    talk = Entry(
        kind="talk", title="One", date=date, start=540, end=565, speakers=(Speaker("Ada Abel"),), abstract="Words."
    )
    chair = Speaker("Di Day", "", "Lima")
    assert manuscript.entries == (
        Entry(kind="session", title="All", date=date, room="A", chairs=(chair,), each=25, entries=(talk,)),
    )
    assert (manuscript.event.title, manuscript.day_titles) == ("Meeting", {date: "First"})


def test_manuscript_of_a_program_knows_where_entries_stand_if_told() -> None:
    program, source = read_program_text(TEXT, "program.yaml")

    session = manuscript_of(program, source.place).entries[0]

    assert (session.where, session.entries[0].where) == (Place("program.yaml", 7, 9), Place("program.yaml", 12, 13))


def test_manuscript_of_a_program_names_pictures_as_its_file_does(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text("<svg/>")
    path = tmp_path / "program.yaml"
    path.write_text(TEXT.replace("art/map.svg", "map.svg").replace("ada.png", ""), encoding="utf-8")

    manuscript = manuscript_of(read_program(path)[0])

    assert manuscript.venue.map == Path("map.svg")
