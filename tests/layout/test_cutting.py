"""Days are cut into pages where little runs, and never so that something does not fit."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from booklet.layout.cutting import Running, cut
from booklet.layout.tight import stretch
from booklet.layout.timescale import Need

RUNNING = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 102), st.floats(1, 60)).map(
        lambda drawn: Running(drawn[0] * 5, (drawn[0] + drawn[1]) * 5, drawn[2], min(drawn[2], 12.0))
    ),
    min_size=1,
    max_size=20,
)


def test_cut_of_what_fits_is_one_stretch() -> None:
    [part] = cut([Running(540, 600, 40.0), Running(600, 660, 40.0)], (100.0,)) or ()

    assert (part.start, part.end, part.height) == (540, 660, 80.0)


def test_cut_is_where_nothing_runs() -> None:
    long = Running(540, 700, 30.0, 10.0)
    running = [long, Running(540, 600, 40.0), Running(600, 700, 40.0), Running(710, 800, 40.0)]

    parts = cut(running, (100.0,))

    assert [(part.start, part.end) for part in parts or ()] == [(540, 700), (710, 800)]


def test_cut_keeps_what_belongs_together_if_it_can() -> None:
    session = [Running(720, 740, 30.0), Running(740, 760, 30.0, opening=10.0), Running(760, 780, 30.0, opening=10.0)]
    running = [Running(540, 600, 30.0), *session]

    parts = cut(running, (100.0,))

    assert [(part.start, part.end) for part in parts or ()] == [(540, 600), (720, 780)]


def test_cut_through_something_leaves_room_for_its_continuation() -> None:
    running = [Running(540, 700, 30.0, 50.0), Running(540, 600, 60.0), Running(600, 700, 40.0)]

    parts = cut(running, (60.0,))

    assert [(part.start, part.end, part.height) for part in parts or ()] == [(540, 600, 60.0), (600, 700, 50.0)]


def test_cut_counts_what_is_spelled_out_below_on_the_page_that_needs_most() -> None:
    running = [Running(0, 10, 50.0, below=30.0, page=0), Running(0, 10, 50.0, below=30.0, page=1)]

    assert cut(running, (79.0,), pages=2) is None
    assert [part.height for part in cut(running, (80.0,), pages=2) or ()] == [80.0]


def test_cut_of_something_higher_than_a_page_is_none() -> None:
    assert cut([Running(0, 10, 101.0)], (100.0,)) is None


@given(running=RUNNING, first=st.floats(60, 200), rest=st.floats(60, 200))
def test_cut_stretches_fit_their_pages_and_lose_no_time(running: list[Running], first: float, rest: float) -> None:
    parts = cut(running, (first, rest))

    if parts is None:
        return
    assert all(before.end <= after.start for before, after in pairwise(parts))
    for one in running:
        # Something runs in all of its time but where nothing else does.
        assert any(part.start <= one.start < part.end for part in parts)
        assert any(part.start < one.end <= part.end for part in parts)
    for at, part in enumerate(parts):
        needs = [
            Need(
                max(one.start, part.start), min(one.end, part.end), one.height if one.start >= part.start else one.again
            )
            for one in running
            if one.start < part.end and part.start < one.end
        ]
        assert stretch(needs, (first if at == 0 else rest) + 1e-6, idle=20.0) is not None
