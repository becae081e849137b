from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from booklet.model.check import check
from booklet.model.read import read_program

HEAD = "event: {title: Spring School}\nvenue: {room: Aula}\ndays:\n  - date: 2025-02-20\n    sessions:\n"


def found(tmp_path: Path, *entries: str, more: str = "") -> list[str]:
    path = tmp_path / "program.yaml"
    path.write_text(HEAD + "".join(f"      - {{{entry}}}\n" for entry in entries) + more, "utf-8")
    return [fault.what for fault in check(*read_program(path))]


@pytest.mark.parametrize(
    "entries",
    [
        ("time: 9:00-10:00, break: A", "time: 10:00-11:00, break: B"),
        ("time: 9:00-10:00, panel: A", "time: 9:30-11:00, panel: B, room: Room 2"),
        ("time: 8:00-18:00, registration: ", "time: 9:00-10:00, panel: A"),
        ("time: 8:00-9:00, breakfast: ", "time: 8:30-9:00, social: Music"),
        ("time: 8:00-9:00, poster: A, speaker: Eli Grigsby", "time: 8:00-9:00, poster: B, speaker: Eli Grigsby"),
        ("time: 9:00-10:00, panel: A", "lunch: ", "time: 14:00, panel: B"),
        ("time: 14:00-15:00, panel: A, room: Room 2", "time: 9:00-10:00, panel: B, room: Room 3"),
        ("time: 9:00-10:00, session: A, chair: Eli Grigsby, talks: [{panel: B, speaker: Eli Grigsby}]",),
        ("time: 9:00-10:30, session: A, each: 30 min, talks: [{panel: B}, {panel: C}, {panel: D}]",),
    ],
)
def test_nothing_wrong(entries: tuple[str, ...], tmp_path: Path) -> None:
    assert found(tmp_path, *entries) == []


@pytest.mark.parametrize(
    ("entries", "whats"),
    [
        (
            ("time: 9:00-10:00, panel: A", "time: 9:30-9:45, panel: B, room: Aula", "time: 9:50, break: C"),
            [
                "'B' starts 09:30, but Aula is taken until 10:00 by 'A'",
                "'C' starts 09:50, but Aula is taken until 10:00 by 'A'",
            ],
        ),
        (
            ("time: 9:00-10:00, session: A, talks: [{time: 9:00-9:30, panel: B}, {time: 9:20-9:40, panel: C}]",),
            ["'C' starts 09:20, but Aula is taken until 09:30 by 'B'"],
        ),
        (
            ("time: 9:00-10:00, panel: A, chair: Ada Ek", "time: 9:30-10:00, panel: B, room: R, speaker: Ada Ék"),
            ["Ada Ék is in 'B' at 09:30, but until 10:00 in 'A'"],
        ),
        (
            ("time: 9:00-10:00, session: A, talks: [{time: 8:30, panel: B}]",),
            ["'B' is 08:30, but its session is 09:00 to 10:00"],
        ),
        (
            ("time: 9:00-9:20, session: A, each: 25 min, talks: [{panel: B}]",),
            ["1 talk of 25 min need 25 min, but 'A' has 20 min"],
        ),
    ],
)
def test_wrong(entries: tuple[str, ...], whats: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, *entries) == whats


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wei Liu", "Wei Lu"),
        ("Kristin Schmidt", "Kristof Schmidt"),
        ("Maria Garcia Lopez", "Maria Garcia Perez"),
        ("Eli Grigsby", "Joan Bruna"),
        ("Plato", "Platon"),
    ],
)
def test_two_people(one: str, other: str, tmp_path: Path) -> None:
    assert found(tmp_path, f"panel: A, speaker: [{one}, {other}]") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Patrícia Ewald", "Patricia Munoz Ewald"),
        ("E. Grigsby", "Eli Grigsby"),
        ("Jonathan Siegel", "Jonathan Siegal"),
        ("Jonathan Siegel", "Jonathna Siegel"),
        ("Elzbieta Polak", "Elzbietta Polak"),
    ],
)
def test_two_names_of_one_person(one: str, other: str, tmp_path: Path) -> None:
    entry = f"panel: A, speaker: [{one}, {other}]"
    assert found(tmp_path, entry) == [f"'{other}' and '{one}' may be the same person"]
    assert found(tmp_path, entry, more=f"speakers: {{{one}: {{also: {other}}}}}\n") == []
    assert found(tmp_path, entry, more=f"speakers: {{{one}: , {other}: }}\n") == []


def test_initial_that_fits_two_people_is_nobody_s(tmp_path: Path) -> None:
    assert found(tmp_path, "panel: A, speaker: [Y. Zhang, Yifan Zhang, Yan Zhang]") == []


def test_one_talk_without_an_abstract_is_named(tmp_path: Path) -> None:
    assert found(tmp_path, "talk: A") == ["'A' has no abstract"]


def test_abstracts_that_are_not_printed_are_not_missed(tmp_path: Path) -> None:
    assert found(tmp_path, "talk: A", "talk: B", more="booklet: {parts: [cover, timetable]}\n") == []


def test_25000_talks_are_checked_fast(tmp_path: Path) -> None:
    entries = []
    letters = random.Random(1)
    for number in range(25_000):
        at = 480 + number % 100 * 7
        when = f"{at // 60}:{at % 60:02d}-{(at + 6) // 60}:{(at + 6) % 60:02d}"
        who = " ".join("".join(letters.choices("abcdefghijklmnoprstuvwz", k=9)) for _ in range(2))
        entries.append(f"time: '{when}', talk: T{number}, room: R{number // 100}, speaker: {who}, abstract: x")
    path = tmp_path / "program.yaml"
    path.write_text(HEAD + "".join(f"      - {{{entry}}}\n" for entry in entries), "utf-8")
    program, source = read_program(path)
    start = time.process_time()
    assert check(program, source) == []
    assert time.process_time() - start < 20, "a step for each pair of talks would take minutes"


def test_a_second_time_zone_needs_the_first(tmp_path: Path) -> None:
    head = HEAD.replace("Spring School", "Spring School, second_timezone: Europe/Berlin")
    path = tmp_path / "program.yaml"
    path.write_text(head + "      - {time: 9:00-10:00, panel: A}\n", "utf-8")

    [fault] = check(*read_program(path))
    assert fault.what == "no times can be given for Europe/Berlin, as the event's own time zone is not stated"
    assert str(fault.where).endswith("program.yaml:1:48")
