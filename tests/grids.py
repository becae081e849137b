"""Programs with parallel rooms for the tests, made without a file, and their timetables as booklets."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from booklet.layout.composing import Folios, SetPart
from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, GlyphRun
from booklet.layout.pages import Book, Page
from booklet.make import SetBook, make_desk
from booklet.model.program import Day, Event, Options, Program, Room, Session, Speaker, TimetableLook, Track, Venue
from booklet.model.source import Source
from booklet.parts.desk import Desk
from booklet.parts.timetable import Timetable

FIRST_PAGE: Final = 2
"""The timetables of the tests begin on a verso."""


def talk(title: str, start: int | None, end: int | None, room: str = "", speaker: str = "Ada Abel") -> Session:
    """A talk with an abstract; times in minutes."""
    speakers = (Speaker(speaker),) if speaker else ()
    return Session("talk", title, start, end, room, speakers=speakers, abstract="Words." if speaker else "")


def program_of(
    *days: Sequence[Session],
    rooms: Sequence[Room] = (),
    look: TimetableLook = "auto",
    paper: str = "a5",
    tracks: Sequence[Track] = (),
) -> Program:
    """A program of some days, each a list of sessions, which get their keys here."""
    made = []
    for number, sessions in enumerate(days):
        keyed = []
        for index, session in enumerate(sessions):
            at = ("days", number, "sessions", index)
            talks = tuple(replace(inner, at=(*at, "talks", j)) for j, inner in enumerate(session.talks))
            keyed.append(replace(session, at=at, talks=talks))
        made.append(Day(datetime.date(2026, 3, 2 + number), "", tuple(keyed), ("days", number)))
    event = Event("Meeting", "Meeting", language="en-GB")
    options = Options(paper=paper, parts=("timetable", "abstracts"), timetable=look)
    venue = Venue("House", rooms=tuple(rooms))
    return Program(event, venue, tuple(made), {}, options, Path(), "program", tuple(tracks))


def desk_of(program: Program) -> Desk:
    """The desk of a program; every place is that of an empty file."""
    return make_desk(program, Source("program.yaml", "event: {}\n"))


def set_timetable(desk: Desk) -> SetPart:
    """The timetable from the first page on, all folios unknown."""
    part = Timetable(desk)
    number = FIRST_PAGE if part.opens == "verso" else FIRST_PAGE + 1
    return part.set(number, Folios({}), extra=0)


def booklet_of(desk: Desk, part: SetPart, number: int = FIRST_PAGE) -> SetBook:
    """A part as a booklet with nothing else in it, with empty pages before its first."""
    size = desk.house.trim.size
    before = [Page(size, str(at), ()) for at in range(1, number)]
    pages = [Page(size, str(at), draft.contents) for at, draft in enumerate(part.drafts, start=number)]
    book = Book((*before, *pages), Element("Document", [part.element]), (), "Meeting", "", "", "en-GB")
    return SetBook(desk.program, book, desk.typesetter, part.faults, 1)


def anchors_of(part: SetPart) -> list[str]:
    """The names of all anchors."""
    marks = (mark for draft in part.drafts for content in draft.contents for mark in content.marks)
    return [mark.name for mark in marks if isinstance(mark, Anchor)]


def said(part: SetPart) -> list[str]:
    """What is read aloud: the text of each leaf in the order of the tree; words that were divided are whole."""
    texts: dict[int, str] = {}
    for draft in part.drafts:
        for element, marks in draft.contents:
            if element is not None:
                runs = "".join(mark.text for mark in marks if isinstance(mark, GlyphRun))
                texts[id(element)] = texts.get(id(element), "") + runs
    return [text for leaf in leaves_of(part.element) if (text := _plain(texts.get(id(leaf), "")))]


def leaves_of(element: Element) -> list[Element]:
    """The leaves of a tree, in reading order."""
    return [leaf for child in element.children for leaf in leaves_of(child)] if element.children else [element]


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").replace("\u00a0", " ").split())
