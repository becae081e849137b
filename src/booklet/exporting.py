"""The whole path from a program file to a file for another tool.

model.read      program.yaml → Program, and a Source that knows where everything stands
exporters       → the bytes of the file, and what it cannot say
writing         → the file, whole or not at all
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from typing_extensions import assert_never

from booklet.errors import BookletError, Fault
from booklet.exporters.csv_file import csv_file
from booklet.exporters.formats import FormatName
from booklet.exporters.frab_xml import frab_xml
from booklet.exporters.ical import ical
from booklet.exporters.json_file import json_file
from booklet.exporters.slots import Exported
from booklet.exporters.xlsx_file import xlsx_file
from booklet.model.problem import Problem, placed
from booklet.model.program import Program
from booklet.model.read import read_program
from booklet.writing import write_files

_YEARS: Final = range(1901, 9999)
"""The years that Excel, calendars and apps can do with; those of JSON and CSV are texts."""


class Export(NamedTuple):
    """What was exported: the bytes, how many days and entries they hold, and the faults that can be lived with."""

    data: bytes
    days: int
    items: int
    faults: tuple[Fault, ...]


def export(path: Path, format_name: FormatName, out: Path | None = None) -> Export:
    """Export a program.

    Args:
        path: the program file.
        format_name: what to export it to.
        out: the file to write; nothing is written if there is none.

    Raises:
        BookletError: the program cannot be read or exported, or `out` cannot be written. Nothing has been written then.
    """
    if out is not None:
        _refuse_itself(path, out)
    program, source = read_program(path)
    if unwritable := list(_unwritable(program, format_name)):
        raise BookletError(placed(unwritable, source))
    done = _exported(program, format_name)
    if out is not None:
        write_files(out.parent, [(out, done.data)])
    return Export(done.data, len(program.days), done.items, tuple(placed(done.problems, source)))


def _exported(program: Program, format_name: FormatName) -> Exported:
    match format_name:
        case "json":
            return json_file(program)
        case "csv":
            return csv_file(program)
        case "xlsx":
            return xlsx_file(program, _issued(program))
        case "ics":
            return ical(program, _issued(program))
        case "xml":
            return frab_xml(program, _issued(program))
        case _:
            assert_never(format_name)


def _issued(program: Program) -> datetime.datetime:
    """The moment to date a file with: SOURCE_DATE_EPOCH, else the program's own date, else its first day."""
    from booklet.pdf.metadata import issue_date  # noqa: PLC0415 - start-up time

    date = program.options.issued or program.days[0].date
    return issue_date() or datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.timezone.utc)


def _unwritable(program: Program, format_name: FormatName) -> Iterator[Problem]:
    if format_name in ("json", "csv"):
        return
    for day in program.days:
        if day.date.year not in _YEARS:
            what = f"the year {day.date.year} is beyond what a .{format_name} file can say"
            yield Problem((*day.at, "date"), what, "correct it; or export to .json or .csv")


def _refuse_itself(path: Path, out: Path) -> None:
    if out.exists() and path.exists() and out.samefile(path):
        what = f"{out} is the program itself, which the export would replace"
        raise BookletError([Fault(what, None, "name another file, with -o FILE")])
