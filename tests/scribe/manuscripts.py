"""Manuscripts as Hypothesis makes them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import get_args

from hypothesis import strategies as st

from booklet.errors import Place
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import (
    Building,
    Committee,
    Event,
    Kind,
    OwnPage,
    Profile,
    Registration,
    Room,
    Session,
    Speaker,
    Sponsor,
    Tier,
    Track,
    Venue,
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
names = st.one_of(texts, st.sampled_from(["Ada Abel", "ada abel", "Bo Berg"]))
people = st.lists(st.builds(Speaker, name=names, position=texts, affiliation=texts), max_size=3).map(tuple)
minutes = st.one_of(st.none(), st.integers(0, 1439), st.integers(0, 2000))


urls = st.sampled_from(["", "https://example.org", "example.org", "https://example.org/a#b: c"])
languages = st.sampled_from(["", "de", "no language"])
colours = st.sampled_from(["", "#9c4221", "FA0", "blue"])
pictures = st.sampled_from([None, Path("map.png"), Path("../map.png")])

sponsors = st.builds(Sponsor, texts, pictures, urls, texts)


def entries(*, inside: bool = True) -> st.SearchStrategy[Entry]:
    """Entries of every kind, right or wrong."""
    return st.builds(
        Entry,
        kind=st.sampled_from(KINDS),
        title=texts,
        date=st.sampled_from([DAY, NEXT_DAY, None]),
        start=minutes,
        end=minutes,
        room=texts,
        track=texts,
        speakers=people,
        coauthors=people,
        chairs=people,
        abstract=texts,
        keywords=st.lists(texts, max_size=3).map(tuple),
        note=texts,
        each=st.one_of(st.none(), st.integers(-5, 2000)),
        entries=st.lists(entries(inside=False), max_size=3).map(tuple) if inside else st.just(()),
        where=st.one_of(st.none(), st.builds(Place, texts, st.integers(0, 9))),
        remarks=st.lists(texts, max_size=2).map(tuple),
        authors=people,
        board=texts,
        topic=texts,
        links=st.lists(urls, max_size=2).map(tuple),
        language=languages,
        second_title=texts,
    )


manuscripts = st.builds(
    Manuscript,
    event=st.builds(
        Event,
        title=texts,
        short_title=texts,
        host=texts,
        summary=texts,
        language=languages,
        second_language=languages,
        second_title=texts,
        timezone=st.sampled_from(["", "Europe/Berlin", "Nowhere"]),
        second_timezone=st.sampled_from(["", "Europe/Berlin", "Nowhere"]),
        website=urls,
        registration=st.builds(Registration, note=texts, capacity=st.one_of(st.none(), st.integers(-1, 100))),
    ),
    venue=st.builds(
        Venue,
        name=texts,
        room=texts,
        address=st.lists(texts, max_size=3).map(tuple),
        rooms=st.lists(st.builds(Room, texts, texts, texts), max_size=2).map(tuple),
        buildings=st.lists(
            st.builds(
                Building, texts, st.lists(texts, max_size=2).map(tuple), st.just((1.5, 2.5)), pictures, directions=texts
            ),
            max_size=2,
        ).map(tuple),
        directions=texts,
    ),
    entries=st.lists(entries(), max_size=5).map(tuple),
    papers=st.lists(entries(), max_size=2).map(tuple),
    people=st.dictionaries(
        texts, st.builds(Profile, name=texts, bio=texts, also=st.lists(texts, max_size=2).map(tuple)), max_size=2
    ),
    day_titles=st.dictionaries(st.sampled_from([DAY, NEXT_DAY]), texts, max_size=2),
    second_day_titles=st.dictionaries(st.sampled_from([DAY, NEXT_DAY]), texts, max_size=2),
    halves=st.booleans(),
    tracks=st.lists(st.builds(Track, texts, colours, texts, st.just(())), max_size=2).map(tuple),
    committees=st.lists(st.builds(Committee, texts, people, st.just(())), max_size=2).map(tuple),
    sponsors=st.lists(
        st.builds(Tier, texts, st.lists(sponsors, max_size=2).map(tuple), st.just(())),
        max_size=2,
    ).map(tuple),
    pages=st.lists(st.builds(OwnPage, texts, texts, st.just(())), max_size=2).map(tuple),
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
    )
