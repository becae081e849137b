"""What leads through the booklet: the entries of its contents and its bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from booklet.layout.pages import Entry
from booklet.model.program import PartName, Session
from booklet.parts.anchors import day_anchor, talk_anchor
from booklet.parts.contents import FEW_TALKS
from booklet.parts.desk import Desk
from booklet.parts.index_entries import letter_anchor, letters
from booklet.parts.mentions import IndexName, index_title
from booklet.parts.own_pages import page_titles
from booklet.parts.posters import abstract_order, poster_marks


def contents_entries(desk: Desk, names: Sequence[PartName]) -> Iterator[tuple[str, str]]:
    """What the contents list: the title of each part and the anchor that it starts at."""
    for name in names:
        if name == "timetable":
            yield desk.wording.word("timetable"), day_anchor(0)
        elif name == "index":
            yield index_title(desk), name
        elif name == "pages":
            yield from page_titles(desk)
        elif name not in {"cover", "contents", "notes", "back"}:
            yield desk.wording.word(name), name


def bookmarks(desk: Desk, names: Sequence[PartName]) -> Iterator[Entry]:
    """The bookmarks: parts, days, sessions where there are many talks, talks, and the letters of long indexes."""
    for name in names:
        if name == "notes":
            continue
        if name == "pages":
            yield from (Entry(title, anchor, 0) for title, anchor in page_titles(desk))
            continue
        anchor = day_anchor(0) if name == "timetable" else name
        title = index_title(desk) if name == "index" else desk.wording.word(name)
        yield Entry(title, anchor, 0)
        if name == "timetable":
            yield from _days(desk)
        elif name == "abstracts":
            yield from _abstracts(desk)
        elif name == "posters":
            yield from (Entry(desk.plain(mark.title), mark.anchor, 1 + mark.level) for mark in poster_marks(desk))
        elif name in {"index", "authors"}:
            which: IndexName = "index" if name == "index" else "authors"
            yield from (Entry(head, letter_anchor(which, head), 1) for head in letters(desk, which))


def _days(desk: Desk) -> Iterator[Entry]:
    for index, day in enumerate(desk.program.days):
        yield Entry(desk.wording.long_date(day.date), day_anchor(index), 1)


def _abstracts(desk: Desk) -> Iterator[Entry]:
    """The talks that have abstracts; where there are many, below their sessions and those below their days."""
    days = [(day, abstract_order(day)) for day in desk.program.days]
    deep = sum(len(talks) for _, talks in days) > FEW_TALKS
    for day, talks in days:
        if not talks:
            continue
        around = {talk.at: session for session in day.sessions for talk in session.talks} if deep else {}
        if deep:
            yield Entry(desk.wording.long_date(day.date), talk_anchor(talks[0]), 1)
        before: Session | None = None
        for talk in talks:
            session = around.get(talk.at)
            if session is not None and session is not before:
                yield Entry(desk.plain(session.called, desk.language_of(session)), talk_anchor(talk), 2)
            before = session
            names = desk.wording.joined(speaker.name for speaker in talk.speakers)
            title = desk.wording.word("colon").join(filter(None, [names, talk.title]))
            yield Entry(desk.plain(title, desk.language_of(talk)), talk_anchor(talk), 1 + deep + (session is not None))
