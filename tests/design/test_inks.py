"""Inks that others chose can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from booklet.design.inks import READABLE, contrast, readable
from booklet.layout.marks import Ink

WHITE = Ink(1.0, 1.0, 1.0)
channels = st.integers(0, 255).map(lambda level: round(level / 255, 4))


def test_contrast_of_known_inks() -> None:
    assert round(contrast(WHITE, Ink(0.4667, 0.4667, 0.4667)), 2) == 4.48
    assert contrast(WHITE, WHITE) == 1.0


@given(st.builds(Ink, channels, channels, channels))
def test_every_ink_becomes_readable_and_stays_so(ink: Ink) -> None:
    once = readable(ink, WHITE)

    assert contrast(once, WHITE) >= READABLE
    assert readable(once, WHITE) == once
    assert all(after <= before for before, after in zip(ink, once, strict=True))
    if contrast(ink, WHITE) >= READABLE:
        assert once == ink
