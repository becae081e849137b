"""The whole path, from a program file to finished PDFs; read this first.

model.read      program.yaml → Program, and a Source that knows where everything stands
model.check     → what the program must not say
parts           → the parts of the booklet, each able to set itself
layout.compose  → pages, set again until the folios that they print are true
design.furnish  → running heads, folios, thumb tabs
pdf             → one file an edition; press.imposition says which pages share a sheet
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
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
from booklet.layout.pages import Book, Content, Entry, Page
from booklet.model.check import check
from booklet.model.people import unify
from booklet.model.program import PartName, Program
from booklet.model.read import read_program
from booklet.model.source import Source
from booklet.parts.abstracts import Abstracts
from booklet.parts.back import Back
from booklet.parts.contents import Contents
from booklet.parts.cover import Cover
from booklet.parts.desk import Desk, day_anchor, find_debuts, talk_anchor, talks_of
from booklet.parts.essentials import Essentials
from booklet.parts.glance import Glance
from booklet.parts.index import Index, gather, index_title
from booklet.parts.notes import Notes, notes_page
from booklet.parts.timetable import Timetable
from booklet.parts.venue import VenuePage
from booklet.parts.wording import wording
from booklet.text.faces import Face
from booklet.text.typesetter import Typesetter

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
    faults = check(program, source)
    desk = make_desk(program, source)
    names = _part_names(program)
    composed = compose(
        _filled(desk, names, [_part(desk, name, names) for name in names]),
        lambda number: notes_page(desk, number, filler=False, dotted=True),
        multiple=SIGNATURE,
    )
    if all(draft.filler for draft in composed.drafts):
        hint = "choose parts that the program has something for, or notes: 4 for notes pages"
        raise BookletError([Fault("the booklet would have no pages", source.place(("booklet", "parts")), hint)])
    book = _book(desk, composed, names)
    missing = _missing(desk, source)
    if missing:
        raise BookletError(missing)
    lived_with = (*faults, *_unprinted(desk), *_heads(desk), *composed.faults)
    return SetBook(program, book, desk.typesetter, lived_with, composed.passes)


def make_desk(program: Program, source: Source) -> Desk:
    """Open the fonts of the program's theme and lay out what parts need."""
    theme = THEMES.get(program.options.theme)
    if theme is None:
        what = f"there is no theme {program.options.theme!r}; expected one of: {', '.join(THEMES)}"
        raise BookletError([Fault(what, source.place(("booklet", "theme")), "leave the line out for the usual one")])
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
    _write_all(out, [(made.path, data) for made, data in files])
    return [made for made, _ in files], done.faults


def _write_all(folder: Path, files: Sequence[tuple[Path, bytes]]) -> None:
    """Write every file beside its place first, and only then replace the old ones."""
    waiting: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for target, _ in files:
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, f"{target.name} is a folder")
        for target, data in files:
            handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=folder)
            waiting.append((name, target))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 - the name is a string here
        for name, target in waiting:
            os.replace(name, target)  # noqa: PTH105 - likewise
    except OSError as error:
        for name, _ in waiting:
            Path(name).unlink(missing_ok=True)
        what = f"cannot write to {folder}: {error.strerror}"
        raise BookletError([Fault(what, None, "choose a folder that you may write to, with -o FOLDER")]) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _part_names(program: Program) -> list[PartName]:
    """The parts in order, without those that have nothing to say."""
    return [name for name in program.options.parts if _has_content(program, name)]


def _has_content(program: Program, name: PartName) -> bool:
    match name:
        case "abstracts":
            return any(talks_of(day) for day in program.days)
        case "venue":
            venue = program.venue
            return bool(venue.name or venue.address or venue.map or venue.directions or venue.wifi or venue.rooms)
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
            return Contents(desk, tuple(_entries(desk, names)))
        case "glance":
            return Glance(desk)
        case "timetable":
            return Timetable(desk)
        case "abstracts":
            return Abstracts(desk)
        case "index":
            return Index(desk)
        case "venue":
            return VenuePage(desk)
        case "notes":
            return Notes(desk, desk.program.options.notes)
        case "back":
            return Back(desk)


def _entries(desk: Desk, names: Sequence[PartName]) -> Iterator[tuple[str, str]]:
    """What the contents list: the title of each part and the anchor that it starts at."""
    for name in names:
        if name == "timetable":
            yield desk.wording.word("timetable"), day_anchor(0)
        elif name == "index":
            yield index_title(desk, gather(desk)), name
        elif name not in {"cover", "contents", "notes", "back"}:
            yield desk.wording.word(name), name


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
    outline = tuple(_outline(desk, names))
    return Book(
        tuple(pages), root, outline, desk.typeset(event.title), event.host or event.title, subject, event.language
    )


def _outline(desk: Desk, names: Sequence[PartName]) -> Iterator[Entry]:
    """The bookmarks: parts, days, talks."""
    wording, days = desk.wording, desk.program.days
    for name in names:
        if name == "notes":
            continue
        anchor = day_anchor(0) if name == "timetable" else name
        yield Entry(index_title(desk, gather(desk)) if name == "index" else wording.word(name), anchor, 0)
        if name == "timetable":
            for index, day in enumerate(days):
                yield Entry(wording.long_date(day.date), day_anchor(index), 1)
        elif name == "abstracts":
            for day in days:
                for talk in talks_of(day):
                    names_of = ", ".join(speaker.name for speaker in talk.speakers)
                    title = ": ".join(filter(None, [names_of, talk.title]))
                    yield Entry(desk.typeset(title), talk_anchor(talk), 1)


def _heads(desk: Desk) -> Iterator[Fault]:
    """A running head that does not fit."""
    event = desk.program.event
    if not head_fits(desk.house, desk.typesetter, desk.typeset(event.short_title)):
        key = "short_title" if event.short_title != event.title else "title"
        what = f"{event.short_title!r} is too long for the heads of the pages"
        yield Fault(what, desk.place(("event", key)), "give the event a short title: short_title")


def _unprinted(desk: Desk) -> Iterator[Fault]:
    """Biographies and portraits that have no abstract to stand under."""
    for profile in desk.program.people.values():
        if (profile.bio or profile.photo) and profile.name not in desk.debuts:
            what = f"what is said about {profile.name!r} is not printed: they give no talk that has an abstract"
            yield Fault(what, desk.place(profile.at), "take it out, or add the talk")


def _missing(desk: Desk, source: Source) -> list[Fault]:
    """Characters that no face can show, each with the first place where it stands."""
    faults = []
    for characters, text in desk.typesetter.missing.items():
        for character in dict.fromkeys(characters):
            at = source.text.find(character)
            line = source.text.count("\n", 0, at) + 1
            column = at - source.text.rfind("\n", 0, at)
            place = Place(source.file, line, column) if at >= 0 else Place(source.file)
            what = f"no font of the booklet has the character {character!r} (U+{ord(character):04X}), in {text!r}"
            faults.append(Fault(what, place, "write it in another way; a box would be printed in its place"))
    return sorted(set(faults), key=lambda fault: fault.where or Place(""))
