"""Galleys: slices into frames."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.layout.breaking import FORCED
from booklet.layout.galley import FORBIDDEN, Slice, balance, break_galley, height_of


def heights(galley_frames: object) -> list[list[float]]:
    return [[placed.y for placed in frame] for frame in galley_frames]  # type: ignore[attr-defined]


def test_break_galley_lines_fill_frames_from_the_top() -> None:
    galley = break_galley([Slice(10.0)] * 7, [30.0], grid=10.0)

    assert heights(galley.frames) == [[0.0, 10.0, 20.0], [0.0, 10.0, 20.0], [0.0]]
    assert galley.overfull == ()


def test_break_galley_slices_that_belong_together_move_together() -> None:
    slices = [Slice(10.0), Slice(10.0), Slice(10.0, penalty=FORBIDDEN), Slice(10.0)]

    galley = break_galley(slices, [30.0], grid=10.0, fill=False)

    assert [len(frame) for frame in galley.frames] == [2, 2]


def test_break_galley_forced_break_ends_the_frame() -> None:
    galley = break_galley([Slice(10.0, penalty=FORCED), Slice(10.0)], [100.0], grid=10.0)

    assert [len(frame) for frame in galley.frames] == [1, 1]


def test_break_galley_gap_at_a_foot_vanishes_and_others_grow_to_the_foot() -> None:
    entry = [Slice(10.0, gap=20.0, give=10.0), Slice(10.0, gap=20.0, give=10.0), Slice(10.0, gap=20.0, give=10.0)]

    galley = break_galley(entry * 2, [80.0], grid=10.0)

    assert heights(galley.frames) == [[0.0, 30.0, 70.0], [0.0, 30.0, 60.0]]


def test_break_galley_gaps_never_grow_beyond_the_foot() -> None:
    slices = [*[Slice(10.0, give=20.0)] * 7, Slice(13.0), Slice(90.0)]

    first = break_galley(slices, [100.0], grid=10.0).frames[0]

    assert first[-1].y + first[-1].slice.height == 93.0


def test_break_galley_too_high_slice_is_reported_not_dropped() -> None:
    galley = break_galley([Slice(10.0), Slice(50.0), Slice(10.0)], [30.0], grid=10.0)

    assert sum(len(frame) for frame in galley.frames) == 3
    assert galley.overfull == (1,)


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(
        st.tuples(st.integers(1, 5), st.integers(0, 3), st.integers(0, 2), st.sampled_from([0.0, 40.0, FORBIDDEN])),
        min_size=1,
        max_size=40,
    ),
    frame=st.integers(20, 60),
)
def test_break_galley_random_keeps_order_and_never_overlaps(
    parts: list[tuple[int, int, int, float]], frame: int
) -> None:
    slices = [Slice(10.0 * h, gap=10.0 * gap, give=10.0 * give, penalty=p) for h, gap, give, p in parts]

    galley = break_galley(slices, [10.0 * frame], grid=10.0)

    assert [placed.slice for column in galley.frames for placed in column] == slices
    for number, column in enumerate(galley.frames):
        bottom = 0.0
        for y, part in column:
            assert y >= bottom - 1e-9
            bottom = y + part.height
        assert number in galley.overfull or bottom <= 10.0 * frame + 1e-9


def test_balance_columns_are_as_low_as_they_can_be() -> None:
    galley = balance([Slice(10.0)] * 9, 3, 300.0, grid=10.0)

    assert [len(column) for column in galley.frames] == [3, 3, 3]
    assert height_of([placed.slice for placed in galley.frames[0]]) == 30.0
