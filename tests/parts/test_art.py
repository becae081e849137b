"""The cover's drawn art: the same everywhere, inside its area, within its budget, and true to its field."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from math import hypot
from pathlib import Path as File

import pytest

from booklet.geometry import Rect
from booklet.layout.marks import Fill, Ink, Path
from booklet.parts.art import ArtInks, cover_art
from booklet.parts.art_contours import contours, turning_heights
from booklet.parts.art_curves import Frame, curve
from booklet.parts.art_field import grow

TITLE = "Mathematics of Deep Learning Workshop"
AREA = Rect(-8.5, 140, 413, 480.5)
INKS = ArtInks(Ink(0.05, 0.16, 0.22), Ink(0.66, 0.79, 0.79), Ink(0.89, 0.64, 0.35), Ink(0.18, 0.44, 0.47))
SEEDS = [TITLE, "", "FOSDEM 2025", "Ärztekongress “Herz”", "数学", *(f"event {i}" for i in range(15))]


def art_paths(seed: str, area: Rect = AREA) -> list[Path]:
    return [mark for mark in cover_art(seed, area, INKS) if isinstance(mark, Path)]


def digest(seed: str) -> str:
    return hashlib.sha256(repr(cover_art(seed, AREA, INKS)).encode()).hexdigest()[:16]


def test_art_is_the_same_on_every_machine() -> None:
    # Only correctly rounded operations are used, so this holds for every platform and version of Python.
    assert digest(TITLE) == "f793e5ae4036529b"


def test_art_does_not_depend_on_the_hash_seed() -> None:
    code = "import sys; sys.path[:0] = sys.argv[2:]; from test_art import digest, TITLE; print(digest(TITLE))"
    here = str(File(__file__).parent)
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, "-", here, *sys.path],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert runs == [digest(TITLE)] * 2


def test_art_differs_between_titles() -> None:
    assert len({digest(seed) for seed in SEEDS}) == len(SEEDS)


def test_art_starts_with_the_ground_over_the_whole_area() -> None:
    assert cover_art(TITLE, AREA, INKS)[0] == Fill(*AREA, INKS.ground)


def test_art_is_only_the_ground_where_there_is_no_room() -> None:
    area = Rect(0, 0, 300, 0.5)
    assert cover_art(TITLE, area, INKS) == (Fill(*area, INKS.ground),)


@pytest.mark.parametrize("seed", SEEDS)
def test_art_is_clipped_to_its_area(seed: str) -> None:
    assert {path.clip for path in art_paths(seed)} == {tuple(AREA)}


@pytest.mark.parametrize("seed", SEEDS)
def test_art_keeps_to_its_budget(seed: str) -> None:
    steps = [step for path in art_paths(seed) for step in path.segments]
    operators = "\n".join(" ".join([*(f"{value:g}" for value in step[1:]), step[0]]) for step in steps)
    assert len(steps) < 1500
    assert len(operators) < 40_000


def test_art_has_coordinates_in_hundredths_of_a_point() -> None:
    values = [value for path in art_paths(TITLE) for step in path.segments for value in step[1:]]
    assert [value for value in values if isinstance(value, float) and round(value, 2) != value] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_art_marks_one_summit(seed: str) -> None:
    summits = [path for path in art_paths(seed) if path.fill == INKS.accent]
    assert [sum(step[0] == "M" for step in path.segments) for path in summits] == [1]


@pytest.mark.parametrize("seed", SEEDS)
def test_art_leaves_the_upper_left_for_a_title(seed: str) -> None:
    ends = [step[-2:] for path in art_paths(seed) for step in path.segments if step[0] == "C"]
    low, right = AREA.y + 0.12 * AREA.height, AREA.x + 0.4 * AREA.width
    assert [end for end in ends if AREA.x <= end[0] < right and AREA.y <= end[1] < low] == []


@pytest.mark.parametrize("size", [(396, 612), (298, 420), (612, 300), (900, 60), (60, 900), (2, 2)])
def test_art_fits_any_area(size: tuple[float, float]) -> None:
    assert len(art_paths(TITLE, Rect(10, 10, *size))) >= 28


def test_art_moves_with_its_area() -> None:
    here, there = art_paths(TITLE, Rect(0, 0, 400, 400)), art_paths(TITLE, Rect(100, 50, 400, 400))
    assert [path.fill for path in here] == [path.fill for path in there]
    moved = here[0].moved(100, 50).segments
    apart = [
        abs(a - b)
        for one, two in zip(moved, there[0].segments, strict=True)
        for a, b in zip(one[1:], two[1:], strict=True)
    ]
    assert max(apart) < 0.011


def test_field_gradient_agrees_with_its_differences() -> None:
    field = grow(TITLE, 400, 500)
    for x, y in [(10.0, 10.0), (200.0, 250.0), (390.0, 480.0)]:
        _, by_x, by_y = field.at(x, y)
        assert by_x == pytest.approx((field.at(x + 0.01, y)[0] - field.at(x - 0.01, y)[0]) / 0.02, abs=1e-7)
        assert by_y == pytest.approx((field.at(x, y + 0.01)[0] - field.at(x, y - 0.01)[0]) / 0.02, abs=1e-7)


def turned(loop: list[tuple[float, float]]) -> float:
    """Twice the area within a loop; above 0 if it turns clockwise on the page."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(loop, [*loop[1:], loop[0]], strict=True))


def cone(sign: float) -> tuple[list[float], list[list[float]]]:
    ticks = [float(i) for i in range(-12, 13)]
    rows = [[sign * (10 - hypot(x, y)) for x in ticks] for y in ticks]
    rim = [-1e6] * 25
    return ticks, [rim, *([-1e6, *row[1:-1], -1e6] for row in rows[1:-1]), rim]


def test_contours_of_a_hill_run_clockwise_at_their_distance() -> None:
    ticks, rows = cone(1)
    [[outer], [inner]] = contours(ticks, ticks, rows, [2.0, 6.0])
    assert max(abs(hypot(x, y) - 8) for x, y in outer) < 0.05
    assert max(abs(hypot(x, y) - 4) for x, y in inner) < 0.05
    assert turned(outer) > 0
    assert turned(inner) > 0


def test_contours_of_a_hollow_run_the_other_way() -> None:
    ticks, rows = cone(-1)
    [loops] = contours(ticks, ticks, rows, [-5.0])
    [hole] = [loop for loop in loops if max(abs(x) for x, _ in loop) < 6]
    assert turned(hole) < 0
    assert len(loops) == 2  # the other one closes around the whole


@pytest.mark.parametrize(("level", "count"), [(0.4, 1), (0.6, 2)])
def test_contours_join_across_a_saddle_whose_middle_is_high(level: float, count: int) -> None:
    rows = [[-9.0] * 4, [-9.0, 1.0, 0.0, -9.0], [-9.0, 0.0, 1.0, -9.0], [-9.0] * 4]
    ticks = [0.0, 1.0, 2.0, 3.0]
    [loops] = contours(ticks, ticks, rows, [level])
    assert len(loops) == count


def test_turning_heights_of_a_hill_is_its_top() -> None:
    nodes = [[(-x * x - y * y, -2 * x, -2 * y) for x in (-1.5, -0.5, 0.5, 1.5)] for y in (-1.5, -0.5, 0.5, 1.5)]
    assert turning_heights(nodes) == [-0.5]


def test_curve_follows_its_level() -> None:
    field = grow(TITLE, 400, 500)
    cell = 12.5
    ticks_x = [cell * i for i in range(-2, 35)]
    ticks_y = [cell * i for i in range(-2, 43)]
    rim = [-1e6] * len(ticks_x)
    rows = [[-1e6, *(field.at(x, y)[0] for x in ticks_x[1:-1]), -1e6] for y in ticks_y[1:-1]]
    level = 0.0
    frame = Frame(-cell, -cell, cell * 33, cell * 41, cell)
    [loops] = contours(ticks_x, ticks_y, [rim, *rows, rim], [level])
    gaps: list[float] = []
    for loop in loops:
        at = (0.0, 0.0)
        for step in curve(field, loop, level, frame):
            if step[0] == "C":
                x = (at[0] + 3 * step[1] + 3 * step[3] + step[5]) / 8
                y = (at[1] + 3 * step[2] + 3 * step[4] + step[6]) / 8
                height, by_x, by_y = field.at(x, y)
                gaps.append(abs(height - level) / hypot(by_x, by_y))
            if step[0] != "Z":
                at = step[-2:]
    assert len(gaps) > 20
    assert max(gaps) < 0.5  # points, in the middle between two knots
