"""What `booklet export` writes as CSV and XLSX is the same program when it is imported again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from booklet.exporters.csv_file import csv_file
from booklet.exporters.slots import slots
from booklet.exporters.xlsx_file import xlsx_file
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.importers.spreadsheet import FORMAT
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.manuscripts.markup import paragraphs
from booklet.model.program import Program, Speaker
from booklet.model.read import read_program

PROGRAMS = sorted((Path(__file__).parents[1] / "fixtures" / "programs").glob("*.yaml"))
ISSUED = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)


def named(people: tuple[Speaker, ...]) -> list[tuple[str, str]]:
    return [(who.name, who.affiliation) for who in people]


def said(entry: Any, date: datetime.date | None, room: str, session: str) -> tuple[object, ...]:
    return (
        date,
        *(entry.start, entry.end, entry.kind, entry.title, room, entry.track, entry.keywords),
        *(named(entry.speakers), named(entry.coauthors), named(entry.chairs)),
        *(paragraphs(entry.abstract), paragraphs(entry.note), session),
    )


def of_program(program: Program) -> list[tuple[object, ...]]:
    return [
        said(slot.entry, slot.day.date, slot.room, slot.session.title if slot.session else "")
        for slot in slots(program)
    ]


def of_manuscript(manuscript: Manuscript) -> Iterator[tuple[object, ...]]:
    def room(*entries: Entry) -> str:
        return next((entry.room for entry in entries if entry.room), manuscript.venue.room)

    for entry in manuscript.entries:
        yield said(entry, entry.date, room(entry), "")
        for talk in entry.entries:
            yield said(talk, talk.date, room(talk, entry), entry.title)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_export_is_read_back(path: Path, name: str) -> None:
    program, _ = read_program(path)
    data = csv_file(program).data if name == "csv" else xlsx_file(program, ISSUED).data
    material = Material(f"program.{name}", data, data.decode("utf-8-sig") if name == "csv" else "")

    assert recognise(material) == FORMAT
    manuscript = FORMAT.read(material, Asked())

    assert list(of_manuscript(manuscript)) == of_program(program)
    assert (manuscript.papers, manuscript.report, manuscript.asks) == ((), (), ())
