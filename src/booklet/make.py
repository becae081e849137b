"""The whole path, from a program file to finished PDFs; read this first.

model.read      program.yaml → Program, and a Source that knows where everything stands
model.check     → what the program must not say
parts           → the parts of the booklet, each able to set itself
layout.compose  → pages, set again until the folios that they print are true
design.furnish  → running heads, folios, thumb tabs
layout.mirroring → pages turned over, if the language runs from right to left
pdf             → one file an edition; press.imposition says which pages share a sheet
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from booklet.crew.crew import LARGE, MOST, Crew, LostError, can_work
from booklet.design.concert import THEMES
from booklet.design.furniture import Tab, furnish, head_fits
from booklet.design.house import make_house
from booklet.design.paper import trim
from booklet.editions import EDITIONS, Edition
from booklet.errors import BookletError, Fault, Place
from booklet.layout.composing import Composed, Part, compose
from booklet.layout.elements import Element
from booklet.layout.galley import Slice
from booklet.layout.mirroring import turn_page
from booklet.layout.pages import Book, Content, Page
from booklet.model.check import check
from booklet.model.people import unify
from booklet.model.program import PartName, Program
from booklet.model.read import read_program
from booklet.model.source import Source
from booklet.model.tex import untexed
from booklet.model.words import has_words
from booklet.parts.abstracts import Abstracts
from booklet.parts.catalogue import filled, has_content, part_of
from booklet.parts.desk import Desk, find_debuts
from booklet.parts.formulas import unset_formulas, written
from booklet.parts.missing import missing_glyphs
from booklet.parts.notes import notes_page
from booklet.parts.outline import bookmarks
from booklet.parts.wording import wording
from booklet.progress import SILENT, Progress
from booklet.text.finding import Finder
from booklet.text.font_folders import font_folders
from booklet.text.looks import SCRIPT_FEATURES
from booklet.text.maths import has_formulas
from booklet.text.regions import has_kana
from booklet.text.shelf import Shelf, lent_here
from booklet.text.typesetter import Typesetter
from booklet.writing import write_files

_TYPOGRAPHIC: Final = "\u00a0\u2002\u2003\u2007\u200b\u202f–—‘’‚“”„•…«»‹›「」『』′″׳״·×−"
"""Characters that the booklet makes of others, or adds."""

_LIGATURES: Final = ("ff", "fi", "fl", "ffi", "ffl", "fj", "ffj", "fft", "ft", "fb", "fh", "fk", "tt", "ti", "Th")
"""What fonts have ligatures for."""

_INTERTWINED: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0530-\u10ff\u1200-\u1dff\u200d\u20d0-\u20ff\u3099\u309a\ua980-\uabff\ufe00-\ufe2f"
    "\U00010000-\U0001ffff]"
)
"""Characters whose glyphs may depend on those beside them: accents, scripts with joined letters, emoji."""

SIGNATURE: Final = 4
"""Pages on a folded sheet; the booklet has a multiple of it."""

_READ, _FORMULAS, _SET, _CHECKED = 0.03, 0.1, 0.62, 0.66
"""How much of the time has passed when the program is read, the pages are set and everything is checked: measured with
5,000 abstracts and the screen edition (`tests/benchmarks/race.py`)."""


class SetBook(NamedTuple):
    """A booklet that has been set, with all its pages; editions are made of it. `faults` can be lived with.

    With a `crew`, some of its pages are known to that only.
    """

    program: Program
    book: Book
    typesetter: Typesetter
    faults: tuple[Fault, ...]
    passes: int
    crew: Crew | None = None


class Made(NamedTuple):
    """A file that was written: its edition, path, pages, sheets (0 if not imposed) and bytes."""

    edition: Edition
    path: Path
    pages: int
    sheets: int
    size: int


def set_book(path: Path, progress: Progress = SILENT, *, workers: int = 1) -> SetBook:
    """Read a program and set its booklet.

    Args:
        path: the program file.
        progress: is told what is being done.
        workers: how many processes set the abstracts of a large program; the pages are the same for any number.

    Raises:
        BookletError: the program cannot be read, or holds something that cannot be shown.
        LostError: it must be set with one worker.
    """
    progress.stage(f"Reading {path.name}", until=_READ)
    program, source = read_program(path)
    desk = make_desk(program, source)
    names = [name for name in program.options.parts if has_content(desk, name)]
    parts = [part_of(desk, name, names) for name in names]
    crew = _hire(desk, source, parts, workers, progress)
    if crew is not None:
        parts = [_with_crew(part, crew, progress) if isinstance(part, Abstracts) else part for part in parts]
    try:
        progress.stage("Setting pages", until=_SET)
        return _composed(desk, source, names, parts, crew, progress)
    except BaseException:
        if crew is not None:
            crew.close()
        raise


def _composed(
    desk: Desk, source: Source, names: Sequence[PartName], parts: list[Part], crew: Crew | None, progress: Progress
) -> SetBook:
    """Compose the parts."""
    program = desk.program
    composed = compose(
        filled(desk, names, parts),
        lambda number: notes_page(desk, number, filler=False, dotted="notes" in names),
        multiple=SIGNATURE,
        folio=desk.wording.folio,
    )
    if all(draft.filler for draft in composed.drafts):
        hint = "choose parts that the program has something for, or notes: 4 for notes pages"
        raise BookletError([Fault("the booklet would have no pages", source.place(("booklet", "parts")), hint)])
    progress.stage("Checking", until=_CHECKED)
    book = _book(desk, composed, names)
    missing = missing_glyphs(desk, source)
    unset = unset_formulas(desk, source)
    faults = in_order(
        (
            *desk.typesetter.faces.faults,
            *check(program, source),
            *_unprinted(desk),
            *_heads(desk),
            *untranslated(desk),
            *composed.faults,
            *missing,
            *unset,
        )
    )
    if missing:
        raise BookletError(faults)
    return SetBook(program, book, desk.typesetter, faults, composed.passes, crew)


def _hire(desk: Desk, source: Source, parts: Sequence[Part], workers: int, progress: Progress) -> Crew | None:
    """A crew that sets the abstracts, if there are enough of them.

    What glyphs of a large book are called is settled before, with a crew or without, so that it does not matter.
    """
    jobs, weights = next((part.jobs() for part in parts if isinstance(part, Abstracts)), ([], []))
    # Marks that others keep cannot be turned over.
    if len(jobs) < LARGE or desk.typesetter.rtl:
        return None
    # Whole files: only lines that may hold TeX are read as such.
    texts = [
        untexed(line, marks=True) for text in source.texts for line in (text.split("\n") if "\\" in text else [text])
    ]
    characters = sorted(set(_TYPOGRAPHIC).union(map(chr, range(32, 127)), desk.wording.characters, *texts))
    intertwined = filter(_INTERTWINED.search, texts)
    words = {desk.typeset(word) for text in intertwined for word in text.split() if _INTERTWINED.search(word)}
    scripts = tuple(SCRIPT_FEATURES.values()) if any("^" in text or "~" in text for text in texts) else ()
    desk.typesetter.foresee(characters, _LIGATURES, sorted(words), scripts)
    formulas = [text for text in written(desk.program) if has_formulas(text)]
    if formulas:
        progress.stage("Setting formulas", len(formulas), until=_FORMULAS)
        desk.typesetter.formulas.foresee(formulas, progress.step)
    return Crew(jobs, weights, min(workers, MOST), desk.typesetter) if workers > 1 and can_work() else None


def _with_crew(part: Abstracts, crew: Crew, progress: Progress) -> Abstracts:
    """Abstracts that the crew sets; they are waited for when the first is asked for."""

    def far(number: int, branch: Element, where: Callable[[], Place]) -> list[Slice]:
        if number == 0:
            progress.stage("Setting abstracts", crew.jobs, until=_SET)
            crew.gather(progress.step)
        return crew.slices(number, branch, where)

    return replace(part, far=far)


def make_desk(program: Program, source: Source) -> Desk:
    """Lay out what parts need."""
    theme = THEMES[program.options.theme]
    house = make_house(theme, trim(program.options.paper, program.venue.address, program.event.language))
    typesetter = Typesetter(open_shelf(program, source), program.event.language)
    people = unify(program)
    words = wording(program.event.language, program.options.words)
    return Desk(program, house, typesetter, words, source.place, people, find_debuts(program, people))


def open_shelf(program: Program, source: Source) -> Shelf:
    """The faces of a program's theme, and all that may help out: its own fonts first, those of this machine last."""

    def language() -> str:
        # Where there is Japanese at all, Han is taken for Japanese, too: a word must not be of two looks.
        return "ja" if any(map(has_kana, source.texts)) else ""

    fonts = program.options.fonts
    own = Finder(fonts, own=len(fonts), language=language) if fonts else None
    return THEMES[program.options.theme].shelf(Finder(font_folders(), own=1, language=language), own)


def edition_of(book: Book, edition: Edition) -> Book:
    """The book as an edition has it: without the pages that only fill the sheet, if it does not want them."""
    if edition.fillers:
        return book
    return replace(book, pages=tuple(page for page in book.pages if not page.filler))


def write_edition(done: SetBook, edition: Edition, *, last: bool = False) -> tuple[bytes, int]:
    """The PDF of an edition, and how many sheets of paper it takes (0 for single pages).

    With the `last` one the crew is sent home as soon as its pages are drawn, for it takes a third of the memory.
    """
    # Imported here because checking and proofs need no PDF library.
    from booklet.pdf.sheets import write_sheets  # noqa: PLC0415
    from booklet.pdf.write import Drawer, draw_all, write_book  # noqa: PLC0415
    from booklet.press.imposition import saddle_stitch  # noqa: PLC0415

    book = edition_of(done.book, edition)
    drawer: Drawer = draw_all
    if done.crew:
        drawer = done.crew.draw_last if last else done.crew.draw
    if not edition.imposed:
        return write_book(book, done.typesetter.faces, drawer=drawer), 0
    sheets = saddle_stitch(len(book.pages), rtl=book.rtl)
    # Office booklets are not trimmed, so nothing creeps.
    return write_sheets(book, done.typesetter.faces, sheets, thickness=0.0, drawer=drawer), len(sheets)


def make(
    path: Path,
    out: Path,
    *,
    editions: Sequence[str] = (),
    strict: bool = False,
    progress: Progress = SILENT,
    workers: int = 1,
    remark: Callable[[str], None] = lambda _: None,
    beside: Callable[[Program], None] = lambda _: None,
) -> tuple[list[Made], tuple[Fault, ...]]:
    """Make the editions of a program.

    Args:
        path: the program file.
        out: the folder for the PDFs; it is made if need be.
        editions: their names; those that the program asks for if empty.
        strict: let no fault pass.
        progress: is told what is being done.
        workers: how many processes share the work of a large program.
        remark: is told what is worth knowing, and no fault.
        beside: is told the program when everything is made, before anything is written.

    Returns:
        What was written, and the faults that can be lived with.

    Raises:
        BookletError: the program has faults that cannot be lived with, or `out` cannot be written to. Nothing has been
            written then.
    """
    # Imported here because checking and proofs need no PDF library.
    from booklet.pdf.metadata import issue_date  # noqa: PLC0415

    issue_date()  # a date that cannot be read should be known before anything is made
    try:
        done = set_book(path, progress, workers=workers)
        files, faults = _files(done, out, editions, progress, strict=strict)
    except LostError:
        done = set_book(path, progress)
        files, faults = _files(done, out, editions, progress, strict=strict)
    beside(done.program)
    write_files(out, [(made.path, data) for made, data in files])
    for line in lent_here(done.typesetter.faces):
        remark(line)
    return [made for made, _ in files], faults


def _files(
    done: SetBook, out: Path, editions: Sequence[str], progress: Progress, *, strict: bool
) -> tuple[list[tuple[Made, bytes]], tuple[Fault, ...]]:
    """The files of a booklet that has been set, not written yet; its crew goes home."""
    try:
        if strict and done.faults:
            raise BookletError(done.faults)
        return _drawn(done, out, editions, progress), done.faults
    finally:
        if done.crew:
            done.crew.close()


def _drawn(done: SetBook, out: Path, editions: Sequence[str], progress: Progress) -> list[tuple[Made, bytes]]:
    """Each edition as the bytes of its file."""
    chosen = [EDITIONS[name] for name in dict.fromkeys(editions or done.program.options.editions)]
    files = []
    for number, edition in enumerate(chosen, start=1):
        until = _CHECKED + (1.0 - _CHECKED) * number / len(chosen)
        progress.stage(f"Writing the {edition.name} edition", until=until)
        data, sheets = write_edition(done, edition, last=number == len(chosen))
        target = out / f"{done.program.stem}-{edition.name}.pdf"
        pages = len(edition_of(done.book, edition).pages)
        files.append((Made(edition, target, pages, sheets, len(data)), data))
    return files


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, in the order of the places; those without a place come last."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.where is None, fault.where or Place(""))))


def _book(desk: Desk, composed: Composed, names: Sequence[PartName]) -> Book:
    """Pages with their furniture, the structure, the outline, and the facts of the document."""
    event = desk.program.event
    title = desk.typeset(event.short_title)
    tabs = tuple(
        Tab(desk.wording.short_weekday(day.date), desk.wording.folio(day.date.day)) for day in desk.program.days
    )
    pages = []
    for number, draft in enumerate(composed.drafts, start=1):
        folio = desk.wording.folio(number)
        marks = furnish(desk.house, desk.typesetter, number, draft.furniture, title=title, tabs=tabs, folio=folio)
        contents = (*draft.contents, Content(None, marks)) if marks else draft.contents
        page = Page(desk.house.trim.size, folio, contents, draft.filler)
        pages.append(turn_page(page) if desk.typesetter.rtl else page)
    root = Element("Document", list(composed.elements))
    dates = desk.wording.dates(desk.program.days[0].date, desk.program.days[-1].date)
    subject = desk.wording.joined([dates, desk.program.venue.name, *desk.program.venue.address])
    outline = tuple(bookmarks(desk, names))
    return Book(
        tuple(pages),
        root,
        outline,
        desk.plain(event.title),
        event.host or event.title,
        subject,
        event.language,
        desk.typesetter.rtl,
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


def untranslated(desk: Desk) -> Iterator[Fault]:
    """The program's language, if the booklet's own words are in another one."""
    language = desk.program.event.language
    if has_words(language):
        return
    name = wording("en").language_name(language)
    called = language if name == language else f"{name} ({language})"
    what = f"the booklet has no words of its own in {called}: headings and dates are in English"
    hint = f"translate src/booklet/words/en.yaml, a list of phrases, into {language.partition('-')[0]}.yaml beside it"
    yield Fault(what, desk.place(("event", "language")), hint)
