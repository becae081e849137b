"""What the tests of the scribe write."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from booklet.manuscripts.manuscript import Entry
from booklet.model.program import (
    Kind,
    Session,
)

DAY = datetime.date(2025, 2, 20)
NEXT_DAY = datetime.date(2025, 2, 21)
KINDS: tuple[Kind, ...] = get_args(Kind)

_SIGNS = st.sampled_from(
    [*"abcé漢 \n-#:,[]{}\"'|>&*!%@`?~=\\()\u00a0\u200b\u2028\x00\x07\ud800", "- ", ": ", " #", "\n\n", "null"]
)
texts = st.one_of(
    st.lists(_SIGNS, max_size=14).map("".join),
    st.text(max_size=12),
    st.sampled_from(["", "Opening", "Learning: a survey", "No", "8:30", "Q & A", "word " * 40]),
)


def entry_of(session: Session, date: datetime.date) -> Entry:
    """An entry that says what a session of a program says."""
    inside = tuple([replace(entry_of(talk, date), date=date) for talk in session.talks])
    return Entry(
        kind=session.kind,
        title=session.title,
        date=date,
        start=session.start,
        end=session.end,
        room=session.room,
        track=session.track,
        speakers=session.speakers,
        coauthors=session.coauthors,
        chairs=session.chairs,
        abstract=session.abstract,
        keywords=session.keywords,
        note=session.note,
        each=session.each,
        entries=inside,
        authors=session.authors,
        board=session.board,
        topic=session.topic,
        links=session.links,
        language=session.language,
        second_title=session.second_title,
    )
