"""The whole path, from a program file to finished PDFs; read this first.

model.read      program.yaml → Program, and a Source that knows where everything stands
model.check     → what the program must not say
parts           → the parts of the booklet, each able to set itself
layout.compose  → pages, set again until the folios that they print are true
design.furnish  → running heads, folios, thumb tabs
pdf             → one file an edition; press.imposition says which pages share a sheet
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from booklet.design.concert import THEMES
from booklet.design.furniture import Tab, furnish, head_fits
from booklet.design.house import make_house
from booklet.design.paper import trim
from booklet.design.theme import fonts_folder
from booklet.editions import EDITIONS, Edition
from booklet.errors import BookletError, Fault, Place
from booklet.layout.composing import Composed, Part, compose
from booklet.layout.elements import Element
from booklet.layout.pages import Book, Content, Page
from booklet.model.check import check
from booklet.model.people import appearances, unify
from booklet.model.program import PartName, Program
from booklet.model.read import read_program
from booklet.model.source import Source
from booklet.parts.abstracts import Abstracts
from booklet.parts.back import Back
from booklet.parts.contents import Contents
from booklet.parts.cover import Cover
from booklet.parts.desk import Desk, find_debuts, talks_of
from booklet.parts.essentials import Essentials
from booklet.parts.glance import Glance
from booklet.parts.index import Index
from booklet.parts.notes import Notes, notes_page
from booklet.parts.outline import bookmarks, contents_entries
from booklet.parts.overview import overview
from booklet.parts.timetable import Timetable
from booklet.parts.venue import VenuePage
from booklet.parts.wording import wording
from booklet.text.faces import Face
from booklet.text.typesetter import Typesetter
from booklet.writing import write_files

SIGNATURE: Final = 4
"""Pages on a folded sheet; the booklet has a multiple of it."""


class SetBook(NamedTuple):
    """A booklet that has been set, with all its pages; editions are made of it. `faults` can be lived with."""

    program: Program
    book: Book
    typesetter: Typesetter
    faults: tuple[Fault, ...]
    passes: int


class Made(NamedTuple):
    """A file that was written: its edition, path, pages, sheets (0 if not imposed) and bytes."""

    edition: Edition
    path: Path
    pages: int
    sheets: int
    size: int


def set_book(path: Path) -> SetBook:
    """Read a program and set its booklet.

    Raises:
        BookletError: the program cannot be read, or holds something that cannot be shown.
    """
    program, source = read_program(path)
    desk = make_desk(program, source)
    names = [name for name in program.options.parts if _has_content(desk, name)]
    composed = compose(
        _filled(desk, names, [_part(desk, name, names) for name in names]),
        lambda number: notes_page(desk, number, filler=False, dotted="notes" in names),
        multiple=SIGNATURE,
    )
    if all(draft.filler for draft in composed.drafts):
        hint = "choose parts that the program has something for, or notes: 4 for notes pages"
        raise BookletError([Fault("the booklet would have no pages", source.place(("booklet", "parts")), hint)])
    book = _book(desk, composed, names)
    missing = missing_glyphs(desk, source)
    faults = in_order((*check(program, source), *_unprinted(desk), *_heads(desk), *composed.faults, *missing))
    if missing:
        raise BookletError(faults)
    return SetBook(program, book, desk.typesetter, faults, composed.passes)


def make_desk(program: Program, source: Source) -> Desk:
    """Open the fonts of the program's theme and lay out what parts need."""
    theme = THEMES[program.options.theme]
    house = make_house(theme, trim(program.options.paper, program.venue.address, program.event.language))
    folder = fonts_folder()
    faces = [Face(name, folder / file) for name, file in theme.faces.items()]
    typesetter = Typesetter(faces, program.event.language)
    people = unify(program)
    words = wording(program.event.language)
    return Desk(program, house, typesetter, words, source.place, people, find_debuts(program, people))


def edition_of(book: Book, edition: Edition) -> Book:
    """The book as an edition has it: without the pages that only fill the sheet, if it does not want them."""
    if edition.fillers:
        return book
    return replace(book, pages=tuple(page for page in book.pages if not page.filler))


def write_edition(done: SetBook, edition: Edition) -> tuple[bytes, int]:
    """The PDF of an edition, and how many sheets of paper it takes (0 for single pages)."""
    # Imported here because checking and proofs need no PDF library.
    from booklet.pdf.sheets import write_sheets  # noqa: PLC0415
    from booklet.pdf.write import write_book  # noqa: PLC0415
    from booklet.press.imposition import saddle_stitch  # noqa: PLC0415

    book = edition_of(done.book, edition)
    if not edition.imposed:
        return write_book(book, done.typesetter.faces), 0
    sheets = saddle_stitch(len(book.pages))
    # Office booklets are not trimmed, so nothing creeps.
    return write_sheets(book, done.typesetter.faces, sheets, thickness=0.0), len(sheets)


def make(
    path: Path,
    out: Path,
    *,
    editions: Sequence[str] = (),
    strict: bool = False,
    stage: Callable[[str], None] = lambda _: None,
) -> tuple[list[Made], tuple[Fault, ...]]:
    """Make the editions of a program.

    Args:
        path: the program file.
        out: the folder for the PDFs; it is made if need be.
        editions: their names; those that the program asks for if empty.
        strict: let no fault pass.
        stage: is told what is being done.

    Returns:
        What was written, and the faults that can be lived with.

    Raises:
        BookletError: the program has faults that cannot be lived with, or `out` cannot be written to. Nothing has been
            written then.
    """
    # Imported here because checking and proofs need no PDF library.
    from booklet.pdf.metadata import issue_date  # noqa: PLC0415

    issue_date()  # a date that cannot be read should be known before anything is made
    stage("setting")
    done = set_book(path)
    if strict and done.faults:
        raise BookletError(done.faults)
    chosen = [EDITIONS[name] for name in dict.fromkeys(editions or done.program.options.editions)]
    files = []
    for edition in chosen:
        stage(f"writing {edition.name}")
        data, sheets = write_edition(done, edition)
        target = out / f"{done.program.stem}-{edition.name}.pdf"
        pages = len(edition_of(done.book, edition).pages)
        files.append((Made(edition, target, pages, sheets, len(data)), data))
    write_files(out, [(made.path, data) for made, data in files])
    return [made for made, _ in files], done.faults


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, in the order of the places; those without a place come last."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.where is None, fault.where or Place(""))))


def _has_content(desk: Desk, name: PartName) -> bool:
    """Whether a part has anything to say."""
    match name:
        case "abstracts":
            return any(talks_of(day) for day in desk.program.days)
        case "glance":
            return overview(desk.program, desk.wording) is not None
        case "index":
            return next(appearances(desk.program), None) is not None
        case "venue":
            venue = desk.program.venue
            named = venue.name or venue.address or venue.map or venue.geo
            return bool(
                named or venue.directions or venue.wifi or venue.rooms or venue.accessibility or venue.emergency
            )
        case "authors" | "posters" | "committees" | "sponsors" | "pages":
            return False
        case _:
            return True


def _filled(desk: Desk, names: Sequence[PartName], parts: list[Part]) -> list[Part]:
    """The parts with one among them that takes the pages that fill the sheet.

    That is the notes, unless there are none or a part after them must open on a verso, which would then be pushed to
    and fro; then it is blank pages at the end, but before the back cover.
    """
    opening = max((at for at, part in enumerate(parts) if part.opens == "verso"), default=-1)
    if "notes" in names[opening + 1 :]:
        return parts
    parts = [replace(part, fills=False) if isinstance(part, Notes) else part for part in parts]
    blanks = Notes(desk, 0, dotted=False)
    return [*parts[:-1], blanks, parts[-1]] if names and names[-1] == "back" else [*parts, blanks]


def _part(desk: Desk, name: PartName, names: Sequence[PartName]) -> Part:
    match name:
        case "cover":
            return Cover(desk)
        case "essentials":
            return Essentials(desk)
        case "contents":
            return Contents(desk, tuple(contents_entries(desk, names)))
        case "glance":
            shown = overview(desk.program, desk.wording)
            return Glance(desk if shown is None else replace(desk, program=shown))
        case "timetable":
            return Timetable(desk)
        case "abstracts":
            return Abstracts(desk)
        case "index":
            return Index(desk)
        case "venue":
            return VenuePage(desk)
        case "posters" | "authors" | "committees" | "sponsors" | "pages":
            raise NotImplementedError(name)
        case "notes":
            return Notes(desk, desk.program.options.notes)
        case "back":
            return Back(desk)


def _book(desk: Desk, composed: Composed, names: Sequence[PartName]) -> Book:
    """Pages with their furniture, the structure, the outline, and the facts of the document."""
    event = desk.program.event
    title = desk.typeset(event.short_title)
    tabs = tuple(Tab(desk.wording.short_weekday(day.date), str(day.date.day)) for day in desk.program.days)
    pages = []
    for number, draft in enumerate(composed.drafts, start=1):
        marks = furnish(desk.house, desk.typesetter, number, draft.furniture, title=title, tabs=tabs)
        contents = (*draft.contents, Content(None, marks)) if marks else draft.contents
        pages.append(Page(desk.house.trim.size, str(number), contents, draft.filler))
    root = Element("Document", list(composed.elements))
    dates = desk.wording.dates(desk.program.days[0].date, desk.program.days[-1].date)
    subject = ", ".join(filter(None, [dates, desk.program.venue.name, *desk.program.venue.address]))
    outline = tuple(bookmarks(desk, names))
    return Book(
        tuple(pages), root, outline, desk.typeset(event.title), event.host or event.title, subject, event.language
    )


def _heads(desk: Desk) -> Iterator[Fault]:
    """A running head that does not fit."""
    event = desk.program.event
    if not head_fits(desk.house, desk.typesetter, desk.typeset(event.short_title)):
        key = "short_title" if event.short_title != event.title else "title"
        what = f"{event.short_title!r} is too long for the heads of the pages"
        yield Fault(what, desk.place(("event", key)), "give the event a short title: short_title")


def _unprinted(desk: Desk) -> Iterator[Fault]:
    """What is said of people who have no abstract to say it under."""
    for profile in desk.program.people.values():
        says = (profile.bio, profile.photo, profile.pronouns, profile.email, profile.website, profile.orcid)
        if any(says) and profile.name not in desk.debuts:
            what = f"what is said about {profile.name!r} is not printed: they give no talk that has an abstract"
            yield Fault(what, desk.place(profile.at), "take it out, or add the talk")


def missing_glyphs(desk: Desk, source: Source) -> list[Fault]:
    """Characters that no face can show, each with the first place where it stands."""
    words: dict[str, str] = {}
    for characters, text in desk.typesetter.missing.items():
        for character in characters:
            words.setdefault(character, text)
    faults = []
    for character, text in words.items():
        what = f"no font of the booklet has the character {character!r} (U+{ord(character):04X}), in {text!r}"
        at = source.text.find(character)
        if at < 0:
            hint = (
                f"the booklet's own words and dates in the language {desk.program.event.language!r} cannot be set yet"
            )
            faults.append(Fault(what, desk.place(("event", "language")), hint))
            continue
        place = Place(source.file, source.text.count("\n", 0, at) + 1, at - source.text.rfind("\n", 0, at))
        faults.append(Fault(what, place, "write it in another way; a box would be printed in its place"))
    return faults
