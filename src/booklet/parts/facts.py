"""Facts: pages of labels with what they say, for the inside cover and the venue page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple

from booklet.errors import Place
from booklet.layout.elements import Element
from booklet.layout.marks import Ink, Mark, Rule
from booklet.model.program import Key
from booklet.parts.desk import Desk
from booklet.parts.flow import stacked
from booklet.parts.prose import Manner, prose
from booklet.text.flowables import Beside, Flowable, Paragraph
from booklet.text.styles import Span

_TWO_SPACES: Final = "\u00a0\u00a0"

_LABEL: Final = 7.2
"""Width of the column of labels, in grid units."""


class Said(NamedTuple):
    """A paragraph of a fact. What is `exact` is copied by hand (a password, an address) and stays as it was typed."""

    text: str
    link: str = ""
    exact: bool = False


class Fact(NamedTuple):
    """A label, what it says, and the key of the program that says it."""

    label: str
    texts: Sequence[Said]
    at: Key = ("event",)


def fact(label: str, *texts: str, at: Key = ("event",)) -> Fact:
    """A fact in prose, from the key `at` of the program; an empty line parts paragraphs, empty texts are left out."""
    return Fact(label, [Said(part) for text in texts for part in text.split("\n\n") if part], at)


def network(desk: Desk) -> Fact:
    """The wireless network and its password, letter for letter."""
    word, wifi = desk.wording.word, desk.program.venue.wifi
    lines = [(word("network"), wifi.network), (word("password"), wifi.password)] if wifi else []
    # Several spaces in a row are meant, but the lines of a paragraph would make one of them.
    texts = [
        Said(desk.wording.labelled(label, text.replace("  ", _TWO_SPACES)), exact=True) for label, text in lines if text
    ]
    return Fact(word("wifi"), texts, ("venue", "wifi"))


def address(text: str) -> Said:
    """A web or e-mail address, linked; anything else as prose."""
    if re.fullmatch(r"\S+@\S+\.\S+", text):
        return Said(text, f"mailto:{text}", exact=True)
    if re.match(r"https?://\S+$", text):
        return Said(text, text, exact=True)
    return Said(text)


def fact_rows(desk: Desk, facts: Sequence[Fact], root: Element, *, role: Literal["H2", "H3"] = "H2") -> list[Flowable]:
    """The facts that say something, one under the other, with hairlines between; labels are headings of that role."""
    house = desk.house
    label_style = house.style("sans-bold", house.scale.small)
    manner = Manner(house.style("serif", house.scale.text), house.shape()._replace(own="order"))
    rows: list[Flowable] = []
    grid, left, white = house.grid, _LABEL * house.grid, 0.75 * house.grid
    for label, texts, at in facts:
        if not texts:
            continue
        branch = root.add("Sect")
        head = Paragraph((Span(label, label_style),), house.shape(), branch.add(role))
        body = tuple([part for said in texts for part in _said(desk, said, manner, branch, desk.where(at))])
        labels = desk.slices([head], left - 4.0)
        side = stacked(labels, 0.0, 0.0)
        rows.append(Beside(tuple(side), len(labels) * grid, body, left, white, white, _hairline(house.inks.hair)))
    return rows


def _said(desk: Desk, said: Said, manner: Manner, branch: Element, where: Callable[[], Place]) -> list[Flowable]:
    if not said.exact:
        return prose(desk, said.text, manner, branch, where)
    span = Span(said.text, manner.style, said.link, said.text)
    return [Paragraph((span,), manner.shape, branch.add("P"), where=where)]


def _hairline(ink: Ink) -> Callable[[float], Sequence[Mark]]:
    return lambda measure: (Rule(0.0, 0.0, measure, 0.0, 0.4, ink),)
