"""The command line; the only file that knows click."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Container, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from booklet import __version__
from booklet.editions import EDITIONS
from booklet.errors import BookletError, Fault
from booklet.exporters.formats import FORMATS, FormatName
from booklet.progress import SILENT, watched
from booklet.reporting import report_lines

if TYPE_CHECKING:
    from booklet.badging import Kind, MadeBadges
    from booklet.make import Made
    from booklet.model.program import Program

_STDIN = 64 * 1024 * 1024 + 1
"""So many bytes of standard input are read at the most: one more than a source may have."""

_PROGRAM = click.argument("program", default="program.yaml", type=click.Path(path_type=Path))


def _pairs(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Fields with their headings."""
    for value in values:
        if "=" not in value:
            raise click.BadParameter(f"{value!r} does not say which column it is: name='Full name'")
    return {field.strip(): heading.strip() for field, _, heading in (value.partition("=") for value in values)}


def _offset(_context: click.Context, _option: click.Parameter, value: str) -> tuple[float, float]:
    """Two lengths in millimetres as points."""
    from booklet.geometry import MM  # noqa: PLC0415 - start-up time

    try:
        right, down = (float(part) * MM for part in value.split(","))
    except ValueError:
        raise click.BadParameter(f"{value!r} is no pair of millimetres, as in 0.5,-1") from None
    return right, down


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="booklet %(version)s")
def main() -> None:
    """Turn one file, program.yaml, into a finished conference booklet.

    Start in the folder that holds program.yaml:

    \b
      booklet check     looks for mistakes, such as two talks at the same time
      booklet make      writes the booklet into the folder out/

    If you have no program.yaml yet, but an agenda on a web page, in a spreadsheet or in a conference system:

    \b
      booklet import agenda.html

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
@click.option("--workers", type=click.IntRange(1, 64), metavar="N",
              help="How many processes set a large program; without it, one for each processor.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults.")
def make(program: Path, editions: tuple[str, ...], out: Path, strict: bool, workers: int | None, quiet: bool) -> None:
    """Make the booklet: one PDF for each edition.

    PROGRAM is the program file (program.yaml if you leave it out). The files are called after it: program-screen.pdf
    to read and to e-mail, program-print.pdf for an office printer (two pages on a side; print on both sides, flip on
    the short edge, fold, staple).

    What can be printed in spite of a fault is printed, and the fault is reported. Exit code 0: the booklet was
    written. 1: the program has faults that keep it from being printed, and nothing was written. 2: this command line
    is wrong.
    """
    started = time.perf_counter()
    remarks: list[str] = []
    # Nothing is garbage before the command ends; looking for it would take a sixth of the time.
    gc.disable()
    # Imported here so that --help and --version need not wait for it.
    from booklet import make as maker  # noqa: PLC0415

    try:
        with ExitStack() as stack:
            progress = stack.enter_context(closing(SILENT if quiet else watched(sys.stderr)))
            badges: list[MadeBadges] = []
            doubts: list[Fault] = []

            def beside(read: Program) -> None:
                if read.badges is None:
                    return
                from booklet.badging import badges as made_badges  # noqa: PLC0415 - start-up time

                target = out / f"{read.stem}-badges.pdf"
                done, found = stack.enter_context(made_badges(program, target, progress=progress))
                badges.append(done)
                doubts.extend(found)
                if strict and found:
                    raise BookletError(found)

            made, faults = maker.make(
                program,
                out,
                editions=editions,
                strict=strict,
                progress=progress,
                workers=workers or _processors(),
                remark=remarks.append,
                beside=beside,
            )
    except BookletError as error:
        _fail(error.faults)
    _report([*faults, *doubts])
    if not quiet:
        remarks += [f"{one.path}: {_counted(one.made, 'badge')} on {_counted(one.sheets, 'sheet')}" for one in badges]
        click.echo("\n".join([*remarks, _table(made, time.perf_counter() - started)]))
    gc.freeze()
    gc.enable()


@main.command()
@_PROGRAM
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE",
              help="The PDF to write; without it, out/program-signs.pdf, called after the program.")  # fmt: skip
@click.option("--paper", type=click.Choice(["a4", "letter"]), metavar="PAPER",
              help="a4 or letter; without it, what offices use where the venue is.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults.")
def signs(program: Path, out: Path | None, paper: str | None, quiet: bool) -> None:
    """Make door signs: for each room and day a page with what is on there.

    PROGRAM is the program file (program.yaml if you leave it out). The signs are in the order of the rooms, large
    enough to be read from two metres away; what does not fit a page goes on on a second one. Exit code 0: the signs
    were written. 1: the program has faults that keep them from being printed. 2: this command line is wrong.
    """
    started = time.perf_counter()
    gc.disable()  # as in make
    # Imported here so that --help need not wait for it.
    from booklet.signs import make_signs  # noqa: PLC0415

    try:
        with closing(SILENT if quiet else watched(sys.stderr)) as progress:
            made, faults = make_signs(program, out, paper=paper or "", progress=progress)
    except BookletError as error:
        _fail(error.faults)
    _report(faults)
    if not quiet:
        size = f"{made.size / 1024:.0f} KB"
        click.echo(f"{made.path}: {_counted(made.pages, 'page')}, {size}, in {time.perf_counter() - started:.2f} s")
    gc.freeze()
    gc.enable()


@main.command()
@click.argument("attendees", required=False, type=click.Path(path_type=Path), metavar="[ATTENDEES]")
@click.option("-p", "--program", default="program.yaml", show_default=True, type=click.Path(path_type=Path),
              metavar="PROGRAM", help="The program file.")  # fmt: skip
@click.option("-t", "--template", default="", metavar="NAME",
              help="The sheet of labels, as in avery-5392; --templates lists all. Or its measures, as in "
                   "'custom: 90x55 mm, 2x5 on a4'.")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE",
              help="The PDF to write; without it, out/badges.pdf (or what --kind says).")  # fmt: skip
@click.option("--column", "columns", multiple=True, metavar="FIELD=HEADING", callback=_pairs,
              help="Which column of the list holds what, as in name='Full name'.")  # fmt: skip
@click.option("--sort", type=click.Choice(["name", "ticket", "list"]),
              help="name (the family name; the usual one), ticket, or list (as the list has them).")  # fmt: skip
@click.option("--order", type=click.Choice(["rows", "stack"]),
              help="stack: cut the sheets in a pile, and the stacks of badges are in order.")  # fmt: skip
@click.option("--duplex", type=click.Choice(["long", "short", "none"]),
              help="The edge over which the printer turns sheets; none: no backs. Usually long.")  # fmt: skip
@click.option("--start-at", "start", type=click.IntRange(1), metavar="N",
              help="The first label to print on, where a sheet has been used before.")  # fmt: skip
@click.option("--blanks", type=click.IntRange(0, 10_000), metavar="N",
              help="Add badges without a name, for those who come unannounced.")  # fmt: skip
@click.option("--unassigned", is_flag=True, help="Make blank badges of tickets that have no name yet, too.")
@click.option("--qr", metavar="WHAT",
              help="A code on the badge: vcard (name, affiliation and e-mail address of its bearer), or an address "
                   "with {id} in it for the number of the ticket.")  # fmt: skip
@click.option("--wifi", is_flag=True, help="Put the password of the venue's network on the backs.")
@click.option("--offset", default="0,0", metavar="X,Y", callback=_offset,
              help="Move all fronts by so many millimetres to the right and down.")  # fmt: skip
@click.option("--back-offset", default="0,0", metavar="X,Y", callback=_offset, help="The same for backs.")
@click.option("--calibrate", is_flag=True,
              help="Write a sheet to print on plain paper, which tells how to find the offsets.")  # fmt: skip
@click.option("--kind", default="badges", type=click.Choice(["badges", "tents", "certificates", "door-list"]),
              help="What is made of the list: badges; tents for tables; certificates of attendance; door-list, to tick "
                   "off who has come.")  # fmt: skip
@click.option("--templates", is_flag=True, help="List the sheets of labels that are known.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults.")
def badges(
    attendees: Path | None,
    program: Path,
    out: Path | None,
    offset: tuple[float, float],
    back_offset: tuple[float, float],
    unassigned: bool,
    wifi: bool,
    calibrate: bool,
    kind: Kind,
    templates: bool,
    quiet: bool,
    **asked: Any,  # noqa: ANN401 - what a plan of badges has, by its names
) -> None:
    """Make name badges, on sheets of labels.

    ATTENDEES is a list of those who come, as a CSV or Excel file: an export of Eventbrite, pretix, Indico, Tito or
    Google Forms, or one of your own with a heading over each column. What was read from which column is printed, and
    --column corrects it. Whoever has cancelled gets no badge. Without a list, badges are made for the speakers, chairs
    and committees of the program. What is not said here is as under 'badges:' in the program.

    Print on both sides without scaling. Exit code 0: the badges were written. 1: the list or the program has faults
    that keep them from being made, and nothing was written. 2: this command line is wrong.
    """
    from booklet import badging  # noqa: PLC0415 - start-up time

    started = time.perf_counter()
    target = out or Path("out") / f"{kind}.pdf"
    if templates:
        click.echo(_columns([one[:5] for one in badging.list_templates()]))
        return
    corrections = badging.Corrections(offset, back_offset)
    if calibrate:
        target = out or Path("out") / "calibration.pdf"
        turns = "long" if asked["duplex"] is None else asked["duplex"]
        try:
            name = badging.calibrate(program, target, asked["template"], duplex=turns, corrections=corrections)
        except BookletError as error:
            _fail(error.faults)
        if not quiet:
            click.echo(f"{target}: a sheet of {name} to print on plain paper, without scaling, and to measure")
        return
    try:
        with ExitStack() as stack:
            progress = stack.enter_context(closing(SILENT if quiet else watched(sys.stderr)))
            making = badging.badges(
                program,
                target,
                asked={name: value for name, value in {**asked, "attendees": attendees}.items() if value},
                kind=kind,
                corrections=corrections,
                unassigned=unassigned,
                wifi=wifi,
                progress=progress,
            )
            made, faults = stack.enter_context(making)
    except BookletError as error:
        _fail(error.faults)
    _report(faults)
    if not quiet:
        sheets = _counted(made.sheets, "sheet") + (f" of {made.template}" if kind == "badges" else "")
        summary = f"{made.path}: {_counted(made.made, 'badge' if kind == 'badges' else 'name')} on {sheets}"
        click.echo("\n".join([*made.told, f"{summary}, in {time.perf_counter() - started:.2f} s"]))


@main.command()
@_PROGRAM
def new(program: Path) -> None:
    """Write a short program to start from.

    PROGRAM is the file to write (program.yaml if you leave it out); it must not be there yet. Whoever has an agenda
    already has less to type with 'booklet import'.
    """
    from booklet.starting import start  # noqa: PLC0415 - start-up time

    try:
        start(program)
    except BookletError as error:
        _fail(error.faults)
    click.echo(f"{program}: write your event over it, then 'booklet make'")


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
        with closing(watched(sys.stderr)) as progress:
            faults = set_book(program, progress).faults
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


@main.command("import")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("-o", "--out", default="program.yaml", type=click.Path(path_type=Path), metavar="FILE", show_default=True,
              help="The program file to write.")  # fmt: skip
@click.option("--format", "name", default="", metavar="NAME",
              help="What the sources are, if it is recognised wrongly; '--format list' names all formats.")  # fmt: skip
@click.option("--timezone", default="", metavar="ZONE",
              help="The time zone to show times in, as in America/Chicago.")  # fmt: skip
@click.option("--date-of-first-day", "first_day", default="", metavar="DATE",
              help="The date of the first day, as in 2026-03-02, if the source does not say it.")  # fmt: skip
@click.option("--private", is_flag=True, help="Import e-mail addresses and answers to questions too.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.option("--update", is_flag=True, help="Bring a file that is there up to date; keeps what you changed in it.")
@click.option("--all", "everything", is_flag=True, help="Show every line of a long report.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is to be looked at.")
def import_(
    sources: tuple[str, ...],
    out: Path,
    name: str,
    timezone: str,
    first_day: str,
    private: bool,
    force: bool,
    update: bool,
    everything: bool,
    quiet: bool,
) -> None:
    """Make program.yaml from what you have: a saved web page, pasted text, an export, a spreadsheet.

    SOURCE is a file, a folder, - for what is piped in, or an address that begins with https:// (only then is the
    network used). What it is, is recognised by its content: exports of pretalx, frab, Indico, Sessionize, EasyChair,
    CMT, HotCRP, OpenReview, Softconf, ConfTool, aclpub2 and researchr; calendars; CSV and Excel sheets; HTML, Markdown
    and plain text in ten languages. Several sources are joined: sessions here, abstracts there.

    Nothing is invented: what is not understood is listed with its line, and a missing date is asked for. Exit code 0:
    the program was written. 1: it was not, and why is said. 2: this command line is wrong.
    """
    # Imported here so that --help need not wait for it.
    from booklet.importing import formats_listed, import_program  # noqa: PLC0415
    from booklet.manuscripts.asked import read_asked  # noqa: PLC0415

    if name == "list":
        click.echo(formats_listed())
        return
    if not sources:
        raise click.UsageError("name what to import, as in: booklet import agenda.html")
    try:
        asked = read_asked(timezone, first_day, private=private)
    except BookletError as error:
        raise click.UsageError(str(error.faults[0])) from None
    gc.disable()  # as in make
    try:
        done = import_program(
            sources, out, asked, name=name, force=force, update=update, stdin=lambda: sys.stdin.buffer.read(_STDIN)
        )
    except BookletError as error:
        _fail(error.faults)
    for part in done.told:
        heading, *lines = report_lines(part.heading, part.faults, everything=everything)
        click.echo("\n".join([click.style(heading, bold=True), *lines]), err=True)
    if not quiet:
        for source, title in done.formats:
            click.echo(f"{source}: read as {title}")
        for change in done.changes:
            click.echo(f"{done.path}: {change}")
        click.echo(f"{done.path}: {done.counts}")
    gc.freeze()
    gc.enable()


@main.command()
@_PROGRAM
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE",
              help="The file to write; its ending says the format. Without it: standard output.")  # fmt: skip
@click.option("--format", "name", type=click.Choice(FORMATS), metavar="FORMAT",
              help=f"The format, if FILE's ending does not say it. One of: {', '.join(FORMATS)}.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults.")
def export(program: Path, out: Path | None, name: FormatName | None, quiet: bool) -> None:
    """Write the program for other tools.

    \b
      json   everything; 'booklet import' makes program.yaml of it again
      csv    a row for each entry, for any spreadsheet
      xlsx   the same for Excel, with real dates and times
      ics    a calendar for phones and calendar programs
      xml    schedule.xml (frab), for the apps of conferences

    PROGRAM is the program file (program.yaml if you leave it out). What a format cannot say is reported; no time is
    made up, except that apps need to know how long everything lasts: each length that is guessed is reported. Exit
    code 0: the program was written. 1: it has faults that keep it from being read, or cannot be written. 2: this
    command line is wrong.
    """  # noqa: D301 - as in main
    # Imported here so that --help need not wait for it.
    from booklet.exporting import export as write_export  # noqa: PLC0415

    chosen = name or _export_of(out)
    if chosen == "xlsx" and out is None:
        raise click.UsageError("an Excel workbook is no text: name its file with -o FILE.xlsx")
    try:
        done = write_export(program, chosen, out)
    except BookletError as error:
        _fail(error.faults)
    if out is None:
        click.echo(done.data, nl=False)
    _report(done.faults)
    if out is not None and not quiet:
        click.echo(f"{out}: {_counted(done.days, 'day')}, {_counted(done.items, 'item')}")


@main.group()
def fonts() -> None:
    """Show or add fonts.

    The booklet comes with fonts for most scripts. For Chinese, Japanese and Korean it takes what this machine has, or
    what you add here.
    """


@fonts.command("list")
def list_fonts() -> None:
    """Say which fonts there are for each script: those of the booklet, those that were added, those of this machine."""
    from booklet.listing import listed  # noqa: PLC0415 - start-up time

    for line in listed():
        click.echo(line)


@fonts.command("add")
@click.argument("what", metavar="NAME|FILE|FOLDER")
def add_font(what: str) -> None:
    """Add fonts to those that booklets are set in.

    A FILE that ends in .ttf, .otf or .ttc, or all such files of a FOLDER, are copied, with the licences beside them.
    A NAME gets fonts from a Python or Debian package; only then is the network used:

    \b
      japanese, korean, chinese, chinese-traditional   Noto Serif and Noto Sans
      cjk    Noto for all of these, with bold (90 MB; Debian and Ubuntu only)
      noto   Noto for a hundred further scripts (Debian and Ubuntu only)

    Exit code 0: they are there. 1: they are not, and why is said. 2: this command line is wrong.
    """  # noqa: D301 - as in main
    from booklet.adding import add_fonts  # noqa: PLC0415 - start-up time

    try:
        added = add_fonts(what)
    except BookletError as error:
        _fail(error.faults)
    known = f", {added.known} were there already" if added.known else ""
    click.echo(f"{added.folder}: {_counted(len(added.files), 'font file')} added{known}")


def _export_of(out: Path | None) -> FormatName:
    """The format that a file's ending says."""
    ending = "" if out is None else out.suffix.lower().removeprefix(".")
    chosen = next((name for name in FORMATS if name == ending), None)
    if chosen is None:
        raise click.UsageError(f"say the format with --format, or name a file that ends in .{', .'.join(FORMATS)}")
    return chosen


def _columns(rows: Sequence[Sequence[object]], right: Container[int] = ()) -> str:
    """Rows in columns, those that are counted in `right` set flush right."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in texts
    )
    return "\n".join(line.rstrip() for line in lines)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
    rows = [(one.edition.name, one.pages, one.sheets or "–", f"{one.size / 1024:.0f} KB", one.path) for one in made]
    return f"{_columns([head, *rows], right=range(1, 4))}\nmade in {seconds:.2f} s"
