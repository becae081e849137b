"""Times in a second zone: summer time, other days, and what zones are called."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from booklet.make import make_desk, set_book
from booklet.model.read import read_program
from booklet.parts.desk import Desk
from booklet.parts.zones import second_time, second_width, zone_names
from tests.setting import lines_of

PROGRAM = """
event: {{title: Zones, language: {language}, {zones}}}
days:
  - date: 2026-03-08
    sessions: [{{time: "9:30-10:30", panel: Morning}}, {{panel: Some time}}, {{time: "23:30-0:30", panel: Night}}]
"""


def desk_of(folder: Path, here: str = "America/Chicago", there: str = "Europe/Berlin", language: str = "en-US") -> Desk:
    zones = ", ".join(f"{key}: {zone}" for key, zone in (("timezone", here), ("second_timezone", there)) if zone)
    (folder / "program.yaml").write_text(PROGRAM.format(zones=zones, language=language), encoding="utf-8")
    return make_desk(*read_program(folder / "program.yaml"))


@pytest.mark.parametrize(
    ("here", "there", "day", "minutes", "language", "said"),
    [
        ("America/Chicago", "Europe/Berlin", "2026-03-06", 9 * 60, "de-DE", "16:00"),
        # America's clocks go forward three weeks before Europe's: 8 and 29 March 2026.
        ("America/Chicago", "Europe/Berlin", "2026-03-07", 9 * 60, "de-DE", "16:00"),
        ("America/Chicago", "Europe/Berlin", "2026-03-08", 9 * 60, "de-DE", "15:00"),
        ("America/Chicago", "Europe/Berlin", "2026-03-29", 9 * 60, "de-DE", "16:00"),
        ("America/Chicago", "Europe/Berlin", "2026-03-07", 25 * 60, "de-DE", "08:00 +1"),
        ("America/Chicago", "Europe/Berlin", "2026-03-07", 17 * 60, "de-DE", "00:00 +1"),
        ("Asia/Tokyo", "America/Los_Angeles", "2026-07-01", 9 * 60, "en-US", "5:00 pm −1"),
        ("Europe/London", "Asia/Kolkata", "2026-01-10", 9 * 60 + 15, "en-GB", "14:45"),
        ("Pacific/Kiritimati", "Pacific/Pago_Pago", "2026-01-10", 60, "en-GB", "00:00 −1"),
        ("America/Chicago", "", "2026-03-06", 9 * 60, "de-DE", ""),
        ("", "Europe/Berlin", "2026-03-06", 9 * 60, "de-DE", ""),
    ],
)
def test_second_time(here: str, there: str, day: str, minutes: int, language: str, said: str, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, here, there, language)

    assert second_time(desk, datetime.date.fromisoformat(day), minutes).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("zone", "day", "language", "name"),
    [
        ("America/Chicago", "2026-01-05", "en-US", "CST"),
        ("America/Chicago", "2026-07-05", "en-US", "CDT"),
        ("Europe/Berlin", "2026-07-05", "en-US", "CEST"),
        ("Europe/Berlin", "2026-07-05", "de-DE", "MESZ"),
        ("Europe/Dublin", "2026-01-05", "en-GB", "GMT"),
        ("Europe/Dublin", "2026-07-05", "en-GB", "IST"),
        ("Australia/Sydney", "2026-01-05", "en-GB", "AEDT"),
        ("America/Sao_Paulo", "2026-07-05", "en-GB", "UTC−3"),
        ("Asia/Kathmandu", "2026-07-05", "en-GB", "UTC+5:45"),
        ("UTC", "2026-07-05", "en-GB", "UTC"),
    ],
)
def test_zone_names(zone: str, day: str, language: str, name: str, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "UTC", zone, language)

    assert zone_names(desk, datetime.date.fromisoformat(day), 12 * 60) == ("UTC", name)


def test_timetable_has_a_second_column(tmp_path: Path) -> None:
    desk_of(tmp_path)
    done = set_book(tmp_path / "program.yaml")

    lines = [line for line in lines_of(done) if line.element]
    texts = [line.text.replace("\u00a0", " ").strip() for line in lines]
    at = dict(zip(texts, lines, strict=True))
    assert texts[texts.index("CDT") : texts.index("CDT") + 2] == ["CDT", "CET"]
    assert at["3:30 pm"].base == at["9:30–10:30 am"].base
    assert at["5:30 am +1"].base == at["11:30 pm–12:30 am"].base
    assert at["3:30 pm"].right < at["Morning"].left
    assert at["3:30 pm"].size < at["9:30–10:30 am"].size


def test_without_a_second_zone_there_is_no_column(tmp_path: Path) -> None:
    assert second_width(desk_of(tmp_path, there="")) == 0.0
