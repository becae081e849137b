"""The oracle of imposition: fold the sheets and read them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from booklet.press.imposition import Sheet, creep, saddle_stitch


class Leaf(NamedTuple):
    """Half of a printed sheet, with the page on its outer side and the one behind it, on its inner side."""

    outer: int
    inner: int


def print_duplex(sheet: Sheet) -> tuple[Leaf, Leaf]:
    """Turn a sheet over its short edge, like a page of a book: left and right change places."""
    behind_left, behind_right = reversed(sheet.back)
    return Leaf(sheet.front[0], behind_left), Leaf(sheet.front[1], behind_right)


def fold_and_read(sheets: tuple[Sheet, ...], *, rtl: bool) -> list[int]:
    """Nest the sheets, first one outside, fold the left halves behind the right ones, and turn the leaves.

    A booklet that is bound at the right has its right halves folded behind the left ones.
    """
    printed = [print_duplex(sheet)[:: 1 if rtl else -1] for sheet in sheets]
    to_the_middle = [page for upper, _ in printed for page in (upper.outer, upper.inner)]
    from_the_middle = [page for _, lower in reversed(printed) for page in (lower.inner, lower.outer)]
    return to_the_middle + from_the_middle


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("count", range(4, 65, 4))
def test_saddle_stitch_folded_reads_in_order(count: int, rtl: bool) -> None:
    assert fold_and_read(saddle_stitch(count, rtl=rtl), rtl=rtl) == list(range(count))


@pytest.mark.parametrize(("rtl", "front"), [(False, (19, 0)), (True, (0, 19))])
def test_saddle_stitch_has_the_covers_on_the_first_front(rtl: bool, front: tuple[int, int]) -> None:
    assert saddle_stitch(20, rtl=rtl)[0].front == front


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("count", range(4, 65, 4))
def test_saddle_stitch_backs_follow_their_fronts(count: int, rtl: bool) -> None:
    leaves = [leaf for sheet in saddle_stitch(count, rtl=rtl) for leaf in print_duplex(sheet)]

    assert {abs(leaf.outer - leaf.inner) for leaf in leaves} == {1}
    assert len(leaves) == count // 2


def test_saddle_stitch_of_no_pages_needs_no_sheet() -> None:
    assert saddle_stitch(0) == ()


@pytest.mark.parametrize("count", [1, 2, 3, 30])
def test_saddle_stitch_of_a_broken_sheet_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"^{count} pages do not fill whole sheets of four$"):
        saddle_stitch(count)


def test_creep_grows_by_a_thickness_a_sheet() -> None:
    assert creep(4, 0.5) == (0.0, 0.5, 1.0, 1.5)


def test_creep_of_no_thickness_moves_nothing() -> None:
    assert creep(3, 0.0) == (0.0, 0.0, 0.0)
