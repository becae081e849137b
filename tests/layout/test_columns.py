"""Columns are shared out among pages: in order, whole, evenly, and on pairs of pages."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from booklet.layout.columns import share


def test_share_of_what_fits_is_one_page() -> None:
    assert share([1.0, 1.6, 1.0], 4.0) == (range(3),)


def test_share_of_more_is_pairs_of_pages_about_equally_full() -> None:
    assert share([1.0] * 10, 4.0) == (range(3), range(3, 6), range(6, 8), range(8, 10))


def test_share_gives_wide_columns_pages_with_fewer() -> None:
    assert share([1.0, 1.0, 1.0, 3.0], 3.0) == (range(3), range(3, 4))


@given(weights=st.lists(st.sampled_from([1.0, 1.6]), min_size=1, max_size=9), most=st.sampled_from([2.0, 3.0, 4.0]))
def test_share_loses_no_column_and_is_as_even_as_can_be(weights: list[float], most: float) -> None:
    pages = share(weights, most)

    assert [index for page in pages for index in page] == list(range(len(weights)))
    assert all(len(page) > 0 for page in pages)
    assert len(pages) == 1 or len(pages) % 2 == 0 or len(pages) == len(weights)
    best = min(
        sum(sum(weights[start:stop]) ** 2 for start, stop in zip((0, *cuts), (*cuts, len(weights)), strict=True))
        for cuts in combinations(range(1, len(weights)), len(pages) - 1)
    )
    assert round(sum(sum(weights[index] for index in page) ** 2 for page in pages), 6) == round(best, 6)
