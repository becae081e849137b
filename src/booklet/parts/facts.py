"""Facts: pages of labels with what they say, for the inside cover and the venue page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from booklet.layout.elements import Element
from booklet.layout.marks import Ink, Mark, Rule
from booklet.parts.desk import Desk
from booklet.text.flowables import Beside, Flowable, Paragraph
from booklet.text.styles import Span

_LABEL: Final = 7.2
"""Width of the column of labels, in grid units."""


class Fact(NamedTuple):
    """A label and what it says, as paragraphs; a paragraph is a text with, possibly, a link."""

    label: str
    texts: Sequence[tuple[str, str]]


def fact(label: str, *texts: str) -> Fact:
    """A fact without links; empty texts are left out."""
    return Fact(label, [(text, "") for text in texts if text])


def fact_rows(desk: Desk, facts: Sequence[Fact], root: Element) -> list[Flowable]:
    """The facts that say something, one under the other, with hairlines between."""
    house = desk.house
    label_style = house.style("sans-bold", house.scale.small)
    text_style = house.style("serif", house.scale.text)
    rows: list[Flowable] = []
    grid, left, white = house.grid, _LABEL * house.grid, 0.75 * house.grid
    for label, texts in facts:
        if not texts:
            continue
        branch = root.add("Sect")
        head = Paragraph((Span(label, label_style),), house.shape(), branch.add("H2"))
        body = tuple(
            Paragraph((desk.span(text, text_style, link=link, says=text),), house.shape(), branch.add("P"))
            for text, link in texts
        )
        labels = desk.slices([head], left - 4.0)
        side = [content.moved(0.0, at * grid) for at, part in enumerate(labels) for content in part.contents]
        rows.append(Beside(tuple(side), len(labels) * grid, body, left, white, white, _hairline(house.inks.hair)))
    return rows


def _hairline(ink: Ink) -> Callable[[float], Sequence[Mark]]:
    return lambda measure: (Rule(0.0, 0.0, measure, 0.0, 0.4, ink),)
