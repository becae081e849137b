"""Facts: pages of labels with what they say, for the inside cover and the venue page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from booklet.layout.elements import Element
from booklet.layout.marks import Ink, Mark, Rule
from booklet.parts.desk import Desk
from booklet.text.flowables import Beside, Flowable, Paragraph
from booklet.text.styles import Span, Style

_LABEL: Final = 7.2
"""Width of the column of labels, in grid units."""


class Said(NamedTuple):
    """A paragraph of a fact. What is `exact` is copied by hand (a password, an address) and stays as it was typed."""

    text: str
    link: str = ""
    exact: bool = False


class Fact(NamedTuple):
    """A label and what it says."""

    label: str
    texts: Sequence[Said]


def fact(label: str, *texts: str) -> Fact:
    """A fact in prose; empty texts are left out."""
    return Fact(label, [Said(text) for text in texts if text])


def network(desk: Desk) -> Fact:
    """The wireless network and its password, letter for letter."""
    word, wifi = desk.wording.word, desk.program.venue.wifi
    lines = [(word("network"), wifi.network), (word("password"), wifi.password)] if wifi else []
    return Fact(word("wifi"), [Said(f"{label}: {text}", exact=True) for label, text in lines if text])


def address(text: str) -> Said:
    """A web or e-mail address, linked; anything else as prose."""
    if re.fullmatch(r"\S+@\S+\.\S+", text):
        return Said(text, f"mailto:{text}", exact=True)
    if re.match(r"https?://\S+$", text):
        return Said(text, text, exact=True)
    return Said(text)


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
            Paragraph((_span(desk, said, text_style),), house.shape(), branch.add("P"), where=desk.where(("event",)))
            for said in texts
        )
        labels = desk.slices([head], left - 4.0)
        side = [content.moved(0.0, at * grid) for at, part in enumerate(labels) for content in part.contents]
        rows.append(Beside(tuple(side), len(labels) * grid, body, left, white, white, _hairline(house.inks.hair)))
    return rows


def _span(desk: Desk, said: Said, style: Style) -> Span:
    return Span(said.text if said.exact else desk.typeset(said.text), style, said.link, said.text)


def _hairline(ink: Ink) -> Callable[[float], Sequence[Mark]]:
    return lambda measure: (Rule(0.0, 0.0, measure, 0.0, 0.4, ink),)
