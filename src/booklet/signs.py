"""The path of door signs: from a program file to one PDF with a page for each room and day.

model.read   program.yaml → Program
parts.signs  → pages for office paper, which nothing is imposed on
pdf          → one tagged file
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from booklet.design.paper import PAPERS
from booklet.errors import BookletError, Fault
from booklet.make import in_order, make_desk, untranslated
from booklet.model.check import check
from booklet.model.read import read_program
from booklet.parts.formulas import unset_formulas
from booklet.parts.loose import gather, office_sheet
from booklet.parts.missing import missing_glyphs
from booklet.parts.signs import set_signs
from booklet.progress import SILENT, Progress
from booklet.writing import write_files


class MadeSigns(NamedTuple):
    """The file that was written: its path, its pages and its bytes."""

    path: Path
    pages: int
    size: int


def make_signs(
    path: Path, out: Path | None = None, *, paper: str = "", progress: Progress = SILENT
) -> tuple[MadeSigns, tuple[Fault, ...]]:
    """Make the door signs of a program.

    Args:
        path: the program file.
        out: the PDF to write; out/program-signs.pdf, by the program's name, if None.
        paper: "a4" or "letter"; what offices use where the venue is if "".
        progress: is told what is being done.

    Returns:
        What was written, and the faults that can be lived with.

    Raises:
        BookletError: the program has faults that cannot be lived with, or names no room, or the file cannot be written.
    """
    # Imported here because reading faults of a program needs no PDF library.
    from booklet.pdf.metadata import issue_date  # noqa: PLC0415
    from booklet.pdf.write import write_book  # noqa: PLC0415

    issue_date()  # as in make
    progress.stage("Setting signs", until=0.8)
    program, source = read_program(path)
    desk = make_desk(program, source)
    signs = set_signs(desk, PAPERS[paper] if paper else office_sheet(desk))
    if not signs.pages:
        hint = "give the entries a room, or the venue: 'room: Main Hall'"
        raise BookletError([Fault("no entry has a room that a sign could be for", source.place(("days",)), hint)])
    missing = missing_glyphs(desk, source)
    faults = in_order(
        (
            *desk.typesetter.faces.faults,
            *check(program, source),
            *signs.faults,
            *untranslated(desk),
            *missing,
            *unset_formulas(desk, source),
        )
    )
    if missing:
        raise BookletError(faults)
    progress.stage("Writing signs", until=1.0)
    data = write_book(gather(desk, signs, "signs"), desk.typesetter.faces)
    target = Path("out") / f"{program.stem}-signs.pdf" if out is None else out
    write_files(target.parent, [(target, data)])
    return MadeSigns(target, len(signs.pages), len(data)), faults
