"""Prose: the paragraphs and lists of a text from the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from booklet.errors import Place
from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.parts.desk import Desk
from booklet.parts.flow import stacked
from booklet.text.flowables import Beside, Flowable, Paragraph
from booklet.text.styles import Shape, Span, Style

_ITEM: Final = "- "
"""What a line begins with that is an item of a list (model.texts.prose)."""

_DASH: Final = "–"
"""What an item begins with on paper."""

_LONG: Final = 400
"""A paragraph of more characters than that leaves three lines on either side of a page break, a shorter one two."""


class Manner(NamedTuple):
    """How a text is set.

    `indent` moves the first line of a paragraph that follows another one, and `gap` is the space after each, in points.
    Where it is `careful`, neither two lines of a long paragraph nor the first two of all are left alone on a page.
    """

    style: Style
    shape: Shape
    indent: float = 0.0
    gap: float = 0.0
    careful: bool = False


def prose(
    desk: Desk, text: str, manner: Manner, branch: Element, where: Callable[[], Place] | None = None
) -> list[Flowable]:
    """Set a text whose paragraphs are parted by empty lines; lines that begin with "- " are items of a list.

    Args:
        desk: sets the words.
        text: as `model.texts.prose` makes it.
        manner: how to set it.
        branch: gets the paragraphs and lists.
        where: tells where the text comes from, if a line does not fit.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    out: list[Flowable] = []
    items: Element | None = None
    for index, (line, following) in enumerate(pairwise([*lines, ""])):
        leads = following.startswith(_ITEM)
        fewest = 3 if manner.careful and len(line) > _LONG else 2
        paragraph = Paragraph(
            desk.prose(line.removeprefix(_ITEM), manner.style),
            manner.shape,
            element=None,
            gap=0.0 if leads else manner.gap,
            first=3 if manner.careful and index == 0 else fewest,
            last=fewest,
            where=where,
        )
        if line.startswith(_ITEM):
            items = items or branch.add("L")
            out.append(_item(desk, paragraph, manner, items.add("LI")))
        else:
            shape = manner.shape._replace(indent=manner.indent) if index and items is None else manner.shape
            items = None
            out.append(replace(paragraph, shape=shape, element=branch.add("P"), keep=leads))
    return out


def _item(desk: Desk, paragraph: Paragraph, manner: Manner, item: Element) -> Beside:
    """An item: a dash, and the text beside it as far from the edge as paragraphs are indented."""
    left = desk.house.grid
    label = Paragraph((Span(_DASH, manner.style),), manner.shape._replace(align="left"), item.add("Lbl"))
    dash = desk.slices([label], left)
    return Beside(
        tuple(stacked(dash, 0.0, 0.0)), height_of(dash), (replace(paragraph, element=item.add("LBody")),), left
    )
