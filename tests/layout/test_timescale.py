"""The scale of time that bends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from booklet.layout.timescale import Need, bend


def test_bend_without_short_needs_is_true_to_time() -> None:
    scale = bend([Need(540, 600, 10.0), Need(600, 720, 10.0)], 180.0)

    assert scale is not None
    assert [round(scale.at(time), 3) for time in (540, 600, 660, 720)] == [0.0, 60.0, 120.0, 180.0]


def test_bend_five_minutes_beside_hours_get_what_they_need() -> None:
    scale = bend([Need(540, 545, 20.0), Need(545, 1055, 20.0)], 100.0)

    assert scale is not None
    assert scale.at(545) - scale.at(540) >= 20.0 - 1e-9
    assert round(scale.at(1055), 3) == 100.0


def test_bend_needs_higher_than_the_page_have_no_scale() -> None:
    assert bend([Need(0, 10, 60.0), Need(10, 20, 60.0)], 100.0) is None


needs_strategy = st.lists(
    st.tuples(st.integers(0, 600), st.integers(1, 200), st.floats(1, 40)).map(lambda t: Need(t[0], t[0] + t[1], t[2])),
    min_size=1,
    max_size=20,
)


@given(needs=needs_strategy, height=st.floats(50, 800))
def test_bend_random_needs_are_met_and_fill_the_height(needs: list[Need], height: float) -> None:
    scale = bend(needs, height)

    if scale is not None:
        for need in needs:
            assert scale.at(need.end) - scale.at(need.start) >= need.height - 1e-6
        assert scale.heights[-1] <= height + 1e-6
        assert list(scale.heights) == sorted(scale.heights)
