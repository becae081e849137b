"""Reads small pages that stand in the tests, and says in lines what was read."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator
from typing import Final

from booklet.agendas.read import read_page
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker
from booklet.model.times import MIDNIGHT, clock
from tests.agendas.accounting import unaccounted
from tests.agendas.visible import visible_lines

MONDAY: Final = datetime.date(2026, 3, 2)


def read(text: str, suffix: str = ".txt", first_day: datetime.date | None = None) -> Manuscript:
    """Read a page that is indented in the test, and see that no word of it is lost."""
    page = textwrap.dedent(text)
    manuscript = read_page(f"page{suffix}", page, Asked(first_day=first_day))
    assert unaccounted(visible_lines(suffix, page), manuscript, (*manuscript.report, *manuscript.asks)) == []
    return manuscript


def read_html(body: str) -> Manuscript:
    return read(f"<!DOCTYPE html>\n<html><body>\n{textwrap.dedent(body)}\n</body></html>", ".html")


def lines_of(manuscript: Manuscript) -> list[str]:
    """Every entry as a line: 2 09:00-09:45 talk: Cuts / Ann Lee, MIT @Room; the talks inside one are indented."""
    return [line for entry in manuscript.entries for line in _of_entry(entry)]


def _of_entry(entry: Entry, indent: str = "") -> Iterator[str]:
    day = "?" if entry.date is None else str(entry.date.day)
    people = "; ".join(map(_person, entry.speakers))
    line = f"{indent}{day} {span(entry)} {entry.kind}: {entry.title}"
    yield line + (f" / {people}" if people else "") + (f" @{entry.room}" if entry.room else "")
    for talk in entry.entries:
        yield from _of_entry(talk, indent + "  ")


def _person(person: Speaker) -> str:
    return ", ".join(part for part in (person.name, person.position, person.affiliation) if part)


def span(entry: Entry) -> str:
    """A time; + is past midnight."""
    if entry.start is None:
        return "-"
    ends = [end for end in (entry.start, entry.end) if end is not None]
    return "-".join(f"{'+' if end >= MIDNIGHT else ''}{clock(end)}" for end in ends)


def reported(manuscript: Manuscript) -> list[tuple[int, str]]:
    return [(fault.where.line if fault.where else 0, fault.what) for fault in manuscript.report]
