"""The oracle is segno itself, which weighs masks module by module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.parts.qr_matrix import qr_matrix


@pytest.fixture(autouse=True, scope="module")
def weighed_here() -> Iterator[None]:
    """No code is left to segno, which the first ones of a run are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("booklet.parts.qr_matrix._FEW", 0)
        yield


def by_segno(text: str) -> tuple[bytes, ...]:
    return tuple(map(bytes, segno.make_qr(text, error="m", boost_error=False, encoding="utf-8").matrix))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_codes_are_those_of_segno(text: str) -> None:
    assert qr_matrix(text) == by_segno(text)


@pytest.mark.parametrize(
    "text",
    ["1", "31415926535" * 3, "https://example.org/check-in/AB12-34", "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n" * 5, "x" * 500],
)
def test_codes_of_many_versions_are_those_of_segno(text: str) -> None:
    assert qr_matrix(text) == by_segno(text)
    assert qr_matrix(f"{text}2") == by_segno(f"{text}2")


def test_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(segno.DataOverflowError):
        qr_matrix("x" * 3000)
