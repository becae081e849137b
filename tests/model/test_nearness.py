from __future__ import annotations

import time

import pytest

from booklet.model.nearness import nearest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Main Hall", "main-hall"),
        ("Main Hall", "Main Hal"),
        ("Main Hall", "Main Hfll"),
        ("Main Hall", "Mainhall"),
        ("Salón Azul", "Salon Azul"),
        ("Hörsaal 1", "Hörsal 1"),
        ("H.1302", "H 1302"),
    ],
)
def test_names_that_are_near(one: str, other: str) -> None:
    assert nearest([one], [other]) == {one: other}
    assert nearest([other], [one]) == {other: one}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Room 1", "Room 2"),
        ("Room 1", "Room 11"),
        ("East Hall", "West Hall"),
        ("Hall (East)", "Hall (West)"),
        ("Room A", "Room B"),
        ("K.1.105", "K.1.10"),
        ("Lab 3", "Lab"),
        ("Main Hall", "Main Hall"),
    ],
)
def test_names_that_are_two(one: str, other: str) -> None:
    assert nearest([one], [other]) == {}


def test_many_names_are_no_burden() -> None:
    listed = [f"Lecture hall number {number}" for number in range(10_000)]
    started = time.process_time()
    assert len(nearest([name.upper() for name in listed], listed)) == 10_000
    assert time.process_time() - started < 5
