"""The command line; the only file that knows click."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from booklet import __version__
from booklet.editions import EDITIONS
from booklet.errors import BookletError, Fault

if TYPE_CHECKING:
    from booklet.make import Made

_PROGRAM = click.argument("program", default="program.yaml", type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="booklet %(version)s")
def main() -> None:
    """Turn one file, program.yaml, into a finished conference booklet.

    Start in the folder that holds program.yaml:

    \b
      booklet check     looks for mistakes, such as two talks at the same time
      booklet make      writes the booklet into the folder out/

    A fault is shown as FILE:LINE:COLUMN, what is wrong, and a hint.
    """  # noqa: D301 - click takes the control character for "do not wrap"


@main.command()
@_PROGRAM
@click.option(
    "-e", "--edition", "editions", multiple=True, type=click.Choice(list(EDITIONS)), metavar="EDITION",
    help="Make only this edition; can be given several times. "
    + "; ".join(f"{edition.name}: {edition.purpose}" for edition in EDITIONS.values())
    + ". Without it: every edition that the program asks for.",
)  # fmt: skip
@click.option("-o", "--out", default="out", type=click.Path(path_type=Path), metavar="FOLDER", show_default=True,
              help="Folder for the PDFs; it is made if it is not there.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Write nothing if there is any fault at all.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults.")
def make(program: Path, editions: tuple[str, ...], out: Path, strict: bool, quiet: bool) -> None:
    """Make the booklet: one PDF for each edition.

    PROGRAM is the program file (program.yaml if you leave it out). The files are called after it: program-screen.pdf
    to read and to e-mail, program-print.pdf for an office printer (two pages on a side; print on both sides, flip on
    the short edge, fold, staple).

    What can be printed in spite of a fault is printed, and the fault is reported. Exit code 0: the booklet was
    written. 1: the program has faults that keep it from being printed, and nothing was written. 2: this command line
    is wrong.
    """
    started = time.perf_counter()
    # Nothing is garbage before the command ends; looking for it would take a sixth of the time.
    gc.disable()
    # Imported here so that --help and --version need not wait for it.
    from booklet import make as maker  # noqa: PLC0415

    try:
        stage = _silent if quiet else _Stages(started)
        made, faults = maker.make(program, out, editions=editions, strict=strict, stage=stage)
    except BookletError as error:
        _fail(error.faults)
    _report(faults)
    if not quiet:
        click.echo(_table(made, time.perf_counter() - started))
    gc.freeze()
    gc.enable()


@main.command()
@_PROGRAM
def check(program: Path) -> None:
    """Look for mistakes without making anything.

    Finds clashes of rooms and speakers, overlaps, ends before starts, missing abstracts, unknown speakers, and people
    who look like one person under two spellings; and sets the booklet, to find what does not fit or cannot be shown.
    Nothing is written. Exit code 0: no fault. 1: there are faults.
    """
    from booklet.make import set_book  # noqa: PLC0415 - start-up time

    try:
        faults = set_book(program).faults
    except BookletError as error:
        _fail(error.faults)
    if faults:
        _fail(faults)
    click.echo(f"{program}: no faults found")


@main.command()
def schema() -> None:
    """Print the JSON Schema of program.yaml, for editors that complete and check while you type."""
    import json  # noqa: PLC0415 - start-up time

    from booklet.model.schema import json_schema  # noqa: PLC0415 - start-up time

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@main.command()
@_PROGRAM
@click.option(
    "-e", "--edition", default="screen", show_default=True, type=click.Choice(list(EDITIONS)), metavar="EDITION",
    help=f"Which edition to prove. One of: {', '.join(EDITIONS)}.",
)  # fmt: skip
def proof(program: Path, edition: str) -> None:
    """Print a text proof of an edition: every page, one line for each mark, in points from the top left.

    Two proofs can be compared with diff, to see what a change of the program changes on the pages.
    """
    from booklet.make import edition_of, set_book  # noqa: PLC0415 - start-up time
    from booklet.press.proof import proof as prove  # noqa: PLC0415 - start-up time

    try:
        done = set_book(program)
    except BookletError as error:
        _fail(error.faults)
    click.echo(prove(edition_of(done.book, EDITIONS[edition])), nl=False)
    _report(done.faults)


class _Stages:
    """Says what is being done, if that takes longer than a second and somebody is looking."""

    def __init__(self, started: float) -> None:
        self._started = started
        self._shown = sys.stderr.isatty()

    def __call__(self, what: str) -> None:
        if self._shown and time.perf_counter() - self._started > 1:
            click.echo(f"{what} …", err=True)


def _silent(_: str) -> None:
    """Say nothing."""


def _report(faults: Sequence[Fault]) -> None:
    for fault in faults:
        place = f"{fault.where}: " if fault.where else ""
        click.echo(click.style(place, bold=True) + str(fault).removeprefix(place), err=True)


def _fail(faults: Sequence[Fault]) -> None:
    _report(faults)
    count = len(faults)
    click.echo(click.style(f"{count} fault{'s' if count != 1 else ''}", fg="red") + " found", err=True)
    sys.exit(1)


def _table(made: Sequence[Made], seconds: float) -> str:
    """What was written: edition, pages, sheets, size, file."""
    head = ("edition", "pages", "sheets", "size", "file")
    rows = [
        (one.edition.name, str(one.pages), str(one.sheets or "–"), f"{one.size / 1024:.0f} KB", str(one.path))
        for one in made
    ]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lines = [
        "  ".join(
            cell.rjust(width) if 0 < at < 4 else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (head, *rows)
    ]
    return "\n".join([*(line.rstrip() for line in lines), f"made in {seconds:.2f} s"])
