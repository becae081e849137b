"""Facts: pages of labels with what they say, for the inside cover and the venue page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from booklet.layout.elements import Element
from booklet.layout.marks import Mark, Rule
from booklet.parts.desk import Desk
from booklet.text.flowables import Cell, Flowable, Paragraph, Row
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
    measure = house.frame(1).width
    left = _LABEL * house.grid
    for label, texts in facts:
        if not texts:
            continue
        branch = root.add("Sect")
        head = Paragraph((Span(label, label_style),), house.shape(), branch.add("H2"))
        body = tuple(
            Paragraph((desk.span(text, text_style, link=link, says=text),), house.shape(), branch.add("P"))
            for text, link in texts
        )
        rows.append(
            Row(
                (Cell(0.0, left, (head,)), Cell(left, measure - left, body)),
                house.grid / 2,
                above=0.5 * house.grid,
                below=0.75 * house.grid,
                ground=lambda width, _: _hair(desk, width),
            )
        )
    return rows


def _hair(desk: Desk, width: float) -> tuple[Mark, ...]:
    return (Rule(0.0, 0.0, width, 0.0, 0.4, desk.house.inks.hair),)
