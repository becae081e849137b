"""The path of an export: what is written, what it is dated by, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from booklet.errors import BookletError, Fault, Place
from booklet.exporters.formats import FORMATS, FormatName
from booklet.exporting import export
from tests.exporters.small import NIGHT


@pytest.fixture
def night(tmp_path: Path) -> Path:
    path = tmp_path / "night.yaml"
    path.write_text(NIGHT, encoding="utf-8")
    return path


@pytest.mark.parametrize(("format_name", "items"), [("json", 6), ("csv", 6), ("xlsx", 6), ("ics", 4), ("xml", 4)])
def test_export_counts_what_it_wrote(night: Path, format_name: FormatName, items: int) -> None:
    out = night.with_name("out") / f"night.{format_name}"

    done = export(night, format_name, out)

    assert (done.days, done.items) == (1, items)
    assert out.read_bytes() == done.data


@pytest.mark.parametrize("format_name", FORMATS)
def test_export_is_the_same_whatever_the_clock_and_the_hash_seed(night: Path, format_name: FormatName) -> None:
    code = (
        f"import sys; from pathlib import Path; from booklet.exporting import export; "
        f"sys.stdout.buffer.write(export(Path({str(night)!r}), {format_name!r}).data)"
    )
    other = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )

    assert other.stdout == export(night, format_name).data


def test_export_places_what_it_reports(night: Path) -> None:
    faults = export(night, "ics").faults

    what = "'Whenever' has no time, so the calendar leaves it out"
    assert faults == (Fault(what, Place(str(night), 18, 9), "give it a time, as in 'time: 9:00-9:45'"),)


def test_export_is_dated_as_the_caller_asks(night: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740000000")

    assert export(night, "ics").data.count(b"DTSTAMP:20250219T212000Z\r\n") == 4


def test_export_without_a_date_of_issue_is_dated_by_the_first_day(night: Path) -> None:
    night.write_text(NIGHT.replace("issued: 2026-11-01", "paper: a5"), encoding="utf-8")

    assert export(night, "ics").data.count(b"DTSTAMP:20261213T000000Z\r\n") == 4


@pytest.mark.parametrize("format_name", ["xlsx", "ics", "xml"])
@pytest.mark.parametrize("year", ["0001", "9999"])
def test_export_of_a_year_beyond_calendars_is_refused(night: Path, format_name: FormatName, year: str) -> None:
    night.write_text(NIGHT.replace("2026-12-13", f"{year}-12-31"), encoding="utf-8")

    with pytest.raises(BookletError) as caught:
        export(night, format_name)

    what = f"the year {int(year)} is beyond what a .{format_name} file can say"
    hint = "correct it; or export to .json or .csv"
    assert caught.value.faults == (Fault(what, Place(str(night), 4, 11), hint),)


def test_export_never_writes_over_the_program_itself(night: Path) -> None:
    link = night.with_name("link.json")
    link.symlink_to(night)

    with pytest.raises(BookletError) as caught:
        export(night, "json", link)

    assert [fault.what for fault in caught.value.faults] == [
        f"{link} is the program itself, which the export would replace"
    ]
    assert night.read_text(encoding="utf-8") == NIGHT


def test_export_of_a_program_with_faults_writes_nothing(night: Path) -> None:
    night.write_text(NIGHT.replace("talk: Twilight", "tlak: Twilight"), encoding="utf-8")
    out = night.with_name("night.json")

    with pytest.raises(BookletError):
        export(night, "json", out)

    assert not out.exists()
