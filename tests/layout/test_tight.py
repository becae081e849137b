"""The tightest scale gives every need its due wherever that is possible at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from booklet.layout.tight import stretch
from booklet.layout.timescale import Need, bend

NEEDS = st.lists(
    st.tuples(st.integers(0, 120), st.integers(1, 102), st.floats(1, 60)).map(
        lambda drawn: Need(drawn[0] * 5, (drawn[0] + drawn[1]) * 5, drawn[2])
    ),
    min_size=1,
    max_size=20,
)


def test_stretch_without_short_needs_is_true_to_time() -> None:
    scale = stretch([Need(540, 600, 10.0), Need(600, 720, 10.0)], 180.0, idle=20.0)

    assert scale is not None
    assert [round(scale.at(time), 3) for time in (540, 600, 660, 720)] == [0.0, 60.0, 120.0, 180.0]


def test_stretch_of_idle_hours_counts_for_a_few_minutes() -> None:
    scale = stretch([Need(540, 600, 10.0), Need(1200, 1260, 10.0)], 140.0, idle=20.0)

    assert scale is not None
    assert [round(scale.at(time), 3) for time in (540, 600, 1200, 1260)] == [0.0, 60.0, 80.0, 140.0]


def test_stretch_of_needs_that_only_just_fit() -> None:
    needs = [Need(0, 10, 40.0), Need(10, 20, 60.0), Need(0, 510, 100.0)]

    assert stretch(needs, 99.0, idle=20.0) is None
    scale = stretch(needs, 100.0, idle=20.0)

    assert scale is not None
    assert [round(scale.at(time), 3) for time in (0, 10, 20)] == [0.0, 40.0, 100.0]


@given(needs=NEEDS, height=st.floats(20, 800))
def test_stretch_meets_all_needs_and_fills_the_height(needs: list[Need], height: float) -> None:
    scale = stretch(needs, height, idle=20.0)

    if scale is None:
        # What the evenly growing scale fits, this one fits too.
        assert bend(needs, height - 0.01) is None
        return
    assert list(scale.heights) == sorted(scale.heights)
    assert scale.heights[0] == 0.0
    assert scale.heights[-1] == height
    for need in needs:
        assert scale.at(need.end) - scale.at(need.start) >= need.height - 1e-4
