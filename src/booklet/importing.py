"""The whole path from what an organiser holds to program.yaml; read this first for anything about imports.

importers.intake       a file, a folder, standard input or an address → Material
importers.recognising  Material → Format, by its content
Format.read            → Manuscript (`agendas.read` does it for web pages and pasted text)
manuscripts.joining    several Manuscripts → one: sessions here, abstracts there
manuscripts.gaps       what is missing
scribe                 Manuscript → the text of program.yaml, new or brought up to date
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.gaps import gaps
from booklet.manuscripts.joining import join
from booklet.manuscripts.manuscript import Manuscript
from booklet.model.clashes import clashes
from booklet.model.namesakes import lookalikes
from booklet.model.people import unify
from booklet.model.problem import placed
from booklet.model.read import read_program_text
from booklet.scribe.proof import FILE
from booklet.writing import write_files

_PREFIX: Final = re.compile(r"^left out(?:: |, | (?:the )?)")
STANDARD_INPUT: Final = "-"
"""The source that is piped in."""

_LARGEST: Final = 64 * 1024 * 1024


class Told(NamedTuple):
    """A part of what there is to say about an import: what it is about, and the faults, in the order of the sources."""

    heading: str
    faults: tuple[Fault, ...]


class Imported(NamedTuple):
    """What an import has written: the file, what it counts, which format each source was, and what there is to say."""

    path: Path
    counts: str
    formats: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]
    told: tuple[Told, ...]


def read_sources(
    sources: Sequence[str], asked: Asked, *, name: str = "", stdin: Callable[[], bytes]
) -> tuple[Manuscript, tuple[tuple[str, str], ...]]:
    """Read sources and join them.

    Args:
        sources: paths, folders, "-" for standard input, or addresses that begin with http:// or https://.
        asked: what the organiser says besides.
        name: the format of all of them; "" to recognise it by the content.
        stdin: reads standard input.

    Returns:
        The manuscript of all of them, and each source with the title of its format.

    Raises:
        BookletError: a source cannot be read, or leaves a question open that only the organiser can answer.
    """
    # Imported here because readers of formats load heavy libraries.
    from booklet.importers.intake import load  # noqa: PLC0415
    from booklet.importers.recognising import recognise  # noqa: PLC0415

    if sources.count(STANDARD_INPUT) > 1:
        raise BookletError(
            [Fault("standard input can be named once", Place(STANDARD_INPUT), "give each source a name")]
        )
    manuscripts: list[Manuscript] = []
    formats: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for source in sources:
        try:
            material = load(source, stdin=stdin)
            chosen = recognise(material, name)
            manuscript = chosen.read(material, asked)
        except BookletError as error:
            faults += error.faults
            continue
        manuscripts.append(replace(manuscript, report=(*material.report, *manuscript.report)))
        formats.append((source, chosen.title))
    if faults:
        raise BookletError(faults)
    open_questions = [fault for one in manuscripts if len(manuscripts) == 1 or _has_times(one) for fault in one.asks]
    joined = join(manuscripts)
    if not joined.entries:
        open_questions = [fault for one in manuscripts for fault in one.asks]
    if open_questions:
        raise BookletError(open_questions)
    if not joined.entries:
        raise BookletError([_no_agenda(joined, sources)])
    return joined, tuple(formats)


def import_program(
    sources: Sequence[str],
    path: Path,
    asked: Asked,
    *,
    name: str = "",
    force: bool = False,
    update: bool = False,
    stdin: Callable[[], bytes],
) -> Imported:
    """Import sources into a program file.

    Args:
        sources: as in `read_sources`.
        path: the program file.
        asked: what the organiser says besides.
        name: the format of all sources; "" to recognise it.
        force: write over a file that is there.
        update: bring a file that is there up to date, and keep what was changed in it by hand.
        stdin: reads standard input.

    Raises:
        BookletError: as in `read_sources`; or the file is there already, or cannot be written. Nothing is written then.
    """
    # Imported here because exports and --help need no writer.
    from booklet.scribe.update import update as bring_up_to_date  # noqa: PLC0415
    from booklet.scribe.write import program_yaml  # noqa: PLC0415

    if any(_is_file(source, path) for source in sources):
        hint = "name another file to write with -o FILE"
        raise BookletError([Fault("this file is what would be imported; it was left as it is", Place(str(path)), hint)])
    if path.exists() and not (force or update):
        hint = "--update brings it up to date and keeps your changes; --force writes over it; -o names another file"
        raise BookletError([Fault("this file is there already, and was left as it is", Place(str(path)), hint)])
    manuscript, formats = read_sources(sources, asked, name=name, stdin=stdin)
    origin = [_basename(source) for source in sources]
    written = program_yaml(manuscript, origin=origin)
    text, faults = written.text, written.faults
    changes: tuple[str, ...] = ()
    if update and path.exists():
        previous = _text(last_import(path))
        try:
            updated = bring_up_to_date(_text(path) or "", previous, manuscript, origin=origin)
        except BookletError as error:
            raise BookletError([_at(fault, path) for fault in error.faults]) from None
        changes = updated.changes or ("nothing has changed since the last import",)
        text, faults = updated.text, (*written.faults, *updated.faults)
    faults = tuple(_at(fault, path) for fault in faults)
    manuscript = replace(manuscript, report=(*manuscript.report, *_clashes(text, path)))
    files = [(path, text.encode()), (last_import(path), written.text.encode())]
    write_files(path.parent, files)
    return Imported(path, counted(manuscript), formats, changes, _told(manuscript, faults))


def formats_listed() -> str:
    """The names of all formats that can be read, each with its title."""
    from booklet.importers.recognising import every_format  # noqa: PLC0415 - readers load heavy libraries

    formats = every_format()
    width = max(len(one.name) for one in formats)
    return "\n".join(f"{one.name:<{width}}  {one.title}" for one in formats)


def last_import(path: Path) -> Path:
    """Where the program is kept as it was last imported, so that an update can tell whose change is whose."""
    return path.with_name(f".{path.stem}.imported{path.suffix}")


def counted(manuscript: Manuscript) -> str:
    """What a manuscript holds, in words: "2 days, 14 talks, 2 sessions, 6 pauses, 15 people"."""
    parts = [part for entry in manuscript.entries for part in (entry, *entry.entries)]
    days = len({entry.date for entry in manuscript.entries})
    pauses = sum(part.kind in {"break", "breakfast", "lunch", "dinner", "registration", "social"} for part in parts)
    sessions = sum(part.kind in {"session", "plenary", "panel", "poster", "workshop", "tutorial"} for part in parts)
    talks = sum(part.kind in {"talk", "keynote"} for part in parts)
    others = len(parts) - pauses - sessions - talks
    people = {person.name for part in parts for person in (*part.speakers, *part.chairs, *part.coauthors)}
    numbers = (
        (days, "day", "days"),
        (talks, "talk", "talks"),
        (sessions, "session", "sessions"),
        (pauses, "pause", "pauses"),
        (others, "other entry", "other entries"),
        (len(people), "person", "people"),
    )
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in numbers if number)


def _has_times(manuscript: Manuscript) -> bool:
    """Whether a source is an agenda, if one whose days are not known, rather than a list of abstracts."""
    return bool(manuscript.entries) or any(paper.start is not None for paper in manuscript.papers)


def _is_file(source: str, path: Path) -> bool:
    """Whether a source is the very file that shall be written."""
    try:
        return Path(source).samefile(path)
    except (OSError, ValueError):
        return False


def _at(fault: Fault, path: Path) -> Fault:
    """A fault of the text of the program, which has no name until it is written, by the name of its file."""
    if fault.where is None or fault.where.file != FILE:
        return fault
    return fault._replace(where=fault.where._replace(file=str(path)))


def _clashes(text: str, path: Path) -> list[Fault]:
    """Who is in two places at once, which rooms are taken twice, and who may be one person; by places in the file."""
    program, source = read_program_text(text, str(path))
    spellings = unify(program)
    found = [problem for day in program.days for problem in clashes(day, program.venue.room, spellings)]
    return placed([*found, *lookalikes(program, spellings)], source)


def _told(manuscript: Manuscript, faults: Sequence[Fault]) -> tuple[Told, ...]:
    """What there is to say, parted into what was left out, what to look at, and what is missing."""
    left = [
        fault._replace(what=_PREFIX.sub("", fault.what))
        for fault in manuscript.report
        if fault.what.startswith("left out")
    ]
    others = [fault for fault in manuscript.report if not fault.what.startswith("left out")]
    parts = (
        Told("to look at", tuple(dict.fromkeys([*others, *faults]))),
        Told("left out", tuple(dict.fromkeys(left))),
        Told("missing", tuple(gaps(manuscript))),
    )
    return tuple(part for part in parts if part.faults)


def _no_agenda(manuscript: Manuscript, sources: Sequence[str]) -> Fault:
    count = len(manuscript.papers)
    what = (
        f"{count} abstracts were found, but no agenda: nothing says when anything is" if count else "nothing was found"
    )
    return Fault(what, Place(sources[0]), "name a source with the agenda too: booklet import AGENDA ABSTRACTS")


def _basename(source: str) -> str:
    return source if source == "-" or "://" in source else Path(source).name


def _text(path: Path) -> str | None:
    """A text file as it stands, line ends included; None if there is none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        hint = "name the program file, one that you may read, with -o FILE"
        raise BookletError([Fault(f"the file cannot be read: {error.strerror}", Place(str(path)), hint)]) from None
    if len(data) > _LARGEST:
        hint = "name the program file with -o FILE"
        raise BookletError([Fault("the file is larger than a program can be", Place(str(path)), hint)])
    try:
        return data.decode("utf-8-sig") if not data.startswith(b"\xef\xbb\xbf") else data.decode("utf-8")
    except UnicodeDecodeError:
        hint = "open the file in your editor and save it with the encoding UTF-8"
        raise BookletError([Fault("the file is not saved as UTF-8", Place(str(path)), hint)]) from None
