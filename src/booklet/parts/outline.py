"""What leads through the booklet: the entries of its contents and its bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from booklet.layout.pages import Entry
from booklet.model.program import PartName
from booklet.parts.anchors import day_anchor, talk_anchor
from booklet.parts.desk import Desk, talks_of
from booklet.parts.mentions import index_title


def contents_entries(desk: Desk, names: Sequence[PartName]) -> Iterator[tuple[str, str]]:
    """What the contents list: the title of each part and the anchor that it starts at."""
    for name in names:
        if name == "timetable":
            yield desk.wording.word("timetable"), day_anchor(0)
        elif name == "index":
            yield index_title(desk), name
        elif name not in {"cover", "contents", "notes", "back"}:
            yield desk.wording.word(name), name


def bookmarks(desk: Desk, names: Sequence[PartName]) -> Iterator[Entry]:
    """The bookmarks: parts, days, talks."""
    wording, days = desk.wording, desk.program.days
    for name in names:
        if name == "notes":
            continue
        anchor = day_anchor(0) if name == "timetable" else name
        yield Entry(index_title(desk) if name == "index" else wording.word(name), anchor, 0)
        if name == "timetable":
            for index, day in enumerate(days):
                yield Entry(wording.long_date(day.date), day_anchor(index), 1)
        elif name == "abstracts":
            for day in days:
                for talk in talks_of(day):
                    names_of = ", ".join(speaker.name for speaker in talk.speakers)
                    title = ": ".join(filter(None, [names_of, talk.title]))
                    yield Entry(desk.typeset(title), talk_anchor(talk), 1)
