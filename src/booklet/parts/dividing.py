"""Dividing words that are wider than their column: names and numbers in narrow columns break, and never stick out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from booklet.layout.galley import Slice
from booklet.text.faces import SOFT_HYPHEN
from booklet.text.flowables import Paragraph
from booklet.text.hyphenation import divisions
from booklet.text.maths import has_formulas
from booklet.text.typesetter import Typesetter

_LONG: Final = 4
"""Words of more characters than that may be divided if nothing else helps."""


def divided_slices(paragraph: Paragraph, typesetter: Typesetter, measure: float, language: str) -> list[Slice]:
    """A paragraph as lines; words that do not fit are divided, at their syllables if that is enough."""
    return _tried(paragraph, typesetter, measure, language)[1]


def divided(paragraph: Paragraph, typesetter: Typesetter, measure: float, language: str) -> Paragraph:
    """A paragraph whose words may be divided as far as they must to fit."""
    return _tried(paragraph, typesetter, measure, language)[0]


def _tried(
    paragraph: Paragraph, typesetter: Typesetter, measure: float, language: str
) -> tuple[Paragraph, list[Slice]]:
    slices = paragraph.slices(typesetter, measure)
    tried = paragraph
    for places in (lambda word: divisions(word, language), _anywhere):
        if not any(part.faults for part in slices):
            break
        # What may hold formulas stays: a hyphen in TeX's source would make another formula of it, or none.
        spans = [
            span if has_formulas(span.text) else span._replace(text=_marked(span.text, places))
            for span in paragraph.spans
        ]
        tried = replace(paragraph, spans=tuple(spans))
        slices = tried.slices(typesetter, measure)
    return tried, slices


def _anywhere(word: str) -> Sequence[int]:
    """Every place in a long word, for what no patterns know."""
    return range(2, len(word) - 1) if len(word) > _LONG else ()


def _marked(text: str, places: Callable[[str], Sequence[int]]) -> str:
    """A text with soft hyphens where its words may be divided."""
    words = []
    for word in text.split(" "):
        bare = word.replace(SOFT_HYPHEN, "")
        stops = [0, *places(bare), len(bare)]
        words.append(SOFT_HYPHEN.join(bare[start:stop] for start, stop in pairwise(stops)))
    return " ".join(words)
