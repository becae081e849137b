"""Loose sheets: what is printed beside a booklet on office paper, as door signs and the list at the door are."""

from __future__ import annotations

from typing import NamedTuple

from booklet.design.paper import PAPERS, office_paper
from booklet.errors import Fault
from booklet.geometry import Size
from booklet.layout.elements import Element
from booklet.layout.mirroring import turn_page
from booklet.layout.pages import Book, Entry, Page
from booklet.parts.desk import Desk


class LooseSheets(NamedTuple):
    """Pages that run as the event's language does, their structure, their bookmarks, and what could not be set well."""

    pages: tuple[Page, ...]
    root: Element
    outline: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def office_sheet(desk: Desk) -> Size:
    """The sheet that offices use where the venue is, in points."""
    return PAPERS[office_paper(desk.program.venue.address, desk.program.event.language)]


def gather(desk: Desk, sheets: LooseSheets, kind: str) -> Book:
    """Loose sheets with the facts of their document, and turned over where the language runs from right to left.

    `kind` is the name of the word for what they are, as in "signs".
    """
    event, rtl = desk.program.event, desk.typesetter.rtl
    title = desk.wording.labelled(desk.plain(event.title), desk.wording.word(kind))
    pages = tuple(map(turn_page, sheets.pages)) if rtl else sheets.pages
    return Book(pages, sheets.root, sheets.outline, title, event.host or event.title, title, event.language, rtl)
