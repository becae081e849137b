from __future__ import annotations

import pytest

from booklet.layout.marks import GlyphRun, Ink
from booklet.parts.dividing import divided, divided_slices
from booklet.text.flowables import Paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter

_STYLE = Style("em", 10.0, Ink(0.0, 0.0, 0.0))


def lines(typesetter: Typesetter, text: str, ems: float) -> list[str]:
    paragraph = Paragraph((Span(text, _STYLE),), Shape("left", 12.0), None)
    slices = divided_slices(paragraph, typesetter, ems * 10.0, "en-US")
    assert [part.faults for part in slices] == [()] * len(slices)
    return ["".join(mark.text for content in part.contents for mark in content.marks if isinstance(mark, GlyphRun))
            for part in slices]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("Ann Bell", 9, ["Ann Bell"]),
        ("Ann Bell", 5, ["Ann ", "Bell"]),
        ("concentration", 8, ["concen\u00ad", "tration"]),
        ("xxxxxxxxxx", 6, ["xxxxx\u00ad", "xxxxx"]),
        ("12345678", 5, ["1234\u00ad", "5678"]),
    ],
)
def test_words_are_divided_only_where_they_must(
    em_square: Typesetter, text: str, ems: float, expected: list[str]
) -> None:
    assert lines(em_square, text, ems) == expected


def test_what_fits_is_left_alone(em_square: Typesetter) -> None:
    paragraph = Paragraph((Span("concentration", _STYLE),), Shape("left", 12.0), None)

    assert divided(paragraph, em_square, 200.0, "en-US") is paragraph


def test_what_cannot_be_divided_is_a_fault(em_square: Typesetter) -> None:
    paragraph = Paragraph((Span("abc", _STYLE),), Shape("left", 12.0), None)

    faults = [fault for part in divided_slices(paragraph, em_square, 20.0, "en-US") for fault in part.faults]
    assert [fault.what for fault in faults] == ["a line does not fit its column by 10.0 pt: 'abc'"]
