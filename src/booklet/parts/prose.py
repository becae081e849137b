"""Prose: the paragraphs, headings and lists of a text from the program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from booklet.errors import Place
from booklet.layout.elements import Element
from booklet.layout.galley import height_of
from booklet.markdown import fenced
from booklet.parts.addresses import shown
from booklet.parts.desk import Desk
from booklet.parts.flow import stacked
from booklet.text.flowables import Beside, Flowable, Paragraph
from booklet.text.looks import MONO, code_style
from booklet.text.maths import apart, displayed
from booklet.text.scripts import is_rtl, runs_rtl
from booklet.text.styles import Shape, Span, Style

_MARK: Final = re.compile(r"(?P<dash>- )|(?P<number>[0-9]{1,2}\.) |(?P<heading>##|###) |(?P<code>```\n)")
"""What a line begins with that is an item of a list, a heading or a block of code (model.texts.prose)."""

_DASH: Final = "–"
"""What an item without a number begins with on paper."""

_LONG: Final = 400
"""A paragraph of more characters than that leaves three lines on either side of a page break, a shorter one two."""


class Manner(NamedTuple):
    """How a text is set.

    `indent` moves the first line of a paragraph that follows another one, and `gap` is the space after each, in points.
    Where it is `careful`, neither two lines of a long paragraph nor the first two of all are left alone on a page.
    `headed` texts have headings in the document's structure, else these are just strong words. Links are followed by
    their addresses if these are `addressed`.
    """

    style: Style
    shape: Shape
    indent: float = 0.0
    gap: float = 0.0
    careful: bool = False
    headed: bool = False
    addressed: bool = False


def prose(
    desk: Desk, text: str, manner: Manner, branch: Element, where: Callable[[], Place] | None = None
) -> list[Flowable]:
    """Set a text whose paragraphs are parted by empty lines, with the lists, headings, code and formulas that it has.

    Args:
        desk: sets the words.
        text: as `model.texts.prose` makes it.
        manner: how to set it.
        branch: gets the paragraphs, headings and lists.
        where: tells where the text comes from, if a line does not fit.
    """
    parts = [(number, part) for number, line in enumerate(_lines(text)) for part in _apart(line)]
    manner = manner._replace(shape=manner.shape._replace(own=manner.shape.own or "side"))
    left = _hanging(desk, manner, [line for _, line in parts])
    turned = manner.shape.own == "side" and _is_turned(desk, manner.style, text)
    out: list[Flowable] = []
    items: Element | None = None
    after: str | None = "heading"
    for index, ((number, line), (then_number, following)) in enumerate(pairwise([*parts, (-1, "")])):
        # A displayed formula is part of its paragraph: no page ends before it, and what follows goes on.
        shown, goes_on = displayed(line) is not None, number == then_number
        mark, then = _MARK.match(line), _MARK.match(following)
        kind = mark.lastgroup if mark else None
        leads = (then is not None and then.lastgroup != "heading") or (goes_on and not shown)
        if mark and kind == "code":
            _part(out, desk.house.grid)
            element = branch.add("P").add("Code")
            out.append(_code(desk, line[mark.end() :], manner, element, where, last=not following))
            after = kind
            continue
        fewest = 3 if manner.careful and len(line) > _LONG else 2
        paragraph = Paragraph(
            _spans(desk, line[mark.end() if mark else 0 :], manner),
            manner.shape,
            element=None,
            gap=0.0 if leads or goes_on else manner.gap,
            first=3 if manner.careful and index == 0 else fewest,
            last=fewest,
            where=where,
        )
        if mark and kind == "heading":
            _part(out, desk.house.grid)
            out.append(_heading(desk, paragraph, mark["heading"], manner, branch))
        elif mark:
            items = items if items is not None and after == kind else branch.add("L")
            out.append(_item(desk, paragraph, mark["number"] or _DASH, manner, items.add("LI"), left, turned=turned))
        elif shown:
            shape = manner.shape._replace(align="centre", hyphenate=False)
            out.append(replace(paragraph, shape=shape, element=branch.add("P"), keep=leads))
        else:
            shape = manner.shape._replace(indent=_indent(desk, manner, first=after is not None))
            out.append(replace(paragraph, shape=shape, element=branch.add("P"), keep=leads))
        after = "formula" if goes_on else kind
    return out


_INDENTED: Final = {"ja": 1.0, "zh": 2.0}
"""Languages that indent every paragraph, by so many characters. Source: W3C, Requirements for Japanese Text Layout,
3.5.1; Requirements for Chinese Text Layout, 5.1."""


def _indent(desk: Desk, manner: Manner, *, first: bool) -> float:
    """How far a paragraph is indented that follows another one, or is the `first` after something else."""
    language = (manner.style.language or desk.program.event.language).partition("-")[0].lower()
    if manner.indent and language in _INDENTED:
        return _INDENTED[language] * manner.style.size
    return 0.0 if first else manner.indent


def _apart(line: str) -> list[str]:
    """A line cut where a displayed formula begins or ends; a block of code is never cut."""
    return [line] if line.startswith("```\n") else apart(line)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text that are not empty; a block of code, with the mark that begins it, is one."""
    for part, code in fenced(text):
        if code is None:
            yield from [line for line in part.split("\n") if line.strip()]
        else:
            yield "\n".join(["```", *code])


def _code(
    desk: Desk, text: str, manner: Manner, element: Element, where: Callable[[], Place] | None, *, last: bool
) -> Flowable:
    """A block of code, small, with a line of white above and below."""
    house = desk.house
    style = code_style(desk.typesetter, manner.style._replace(size=min(manner.style.size, house.scale.small)))
    shape = manner.shape._replace(align="left", hyphenate=False, indent=0.0)
    gap = manner.gap if last else house.grid
    # Imported here because few programs hold code.
    from booklet.text.code_block import CodeBlock  # noqa: PLC0415

    return CodeBlock(tuple(text.split("\n")), style, shape, element, house.grid, gap, where)


def _spans(desk: Desk, text: str, manner: Manner) -> tuple[Span, ...]:
    spans = desk.prose(text, manner.style)
    return tuple(_addressed(desk, spans, manner.style)) if manner.addressed else spans


def _addressed(desk: Desk, spans: Sequence[Span], style: Style) -> Iterator[Span]:
    """Spans with the address of each link behind it, small, unless the link says it: on paper it is all there is."""
    house = desk.house
    quiet = house.style("sans", min(style.size, house.scale.small), house.inks.quiet)
    said = ""
    for span, following in pairwise([*spans, Span("", style)]):
        yield span
        said = said + span.text if span.link else ""
        if span.link and following.link != span.link:
            if shown(span.link) not in {said, shown(said)}:
                yield Span(f"\u00a0({shown(span.link)})", quiet, span.link, span.says)
            said = ""


def _part(above: list[Flowable], white: float) -> None:
    """Put white between a heading and what is above it."""
    match above[-1:]:
        case [Paragraph() as last]:
            above[-1] = replace(last, gap=white)
        case [Beside() as last]:
            above[-1] = replace(last, below=white)


def _heading(desk: Desk, paragraph: Paragraph, marks: str, manner: Manner, branch: Element) -> Paragraph:
    """A heading within a text."""
    house = desk.house
    upper = manner.headed and marks == "##"
    size = house.scale.large if upper else manner.style.size
    spans = tuple([span._replace(style=_headed(span.style, manner.style.size, size)) for span in paragraph.spans])
    role: Literal["H2", "H3", "P"] = ("H2" if upper else "H3") if manner.headed else "P"
    shape = house.shape(balanced=True)._replace(own=manner.shape.own)
    gap = 0.5 * house.grid if upper else 0.0
    return replace(paragraph, spans=spans, shape=shape, element=branch.add(role), gap=gap, keep=True)


def _headed(style: Style, text: float, size: float) -> Style:
    """The style of a heading of a size, of which code and scripts keep what they have of a text's size."""
    if style.face == MONO:
        return style._replace(size=style.size * size / text)
    if style.rise:
        return style._replace(face="sans-bold", size=style.size * size / text, rise=style.rise * size / text)
    return style._replace(face="sans-bold", size=size)


def _hanging(desk: Desk, manner: Manner, lines: Sequence[str]) -> float:
    """How far the items of a text hang from the edge: as far as paragraphs are indented, or as its numbers need."""
    grid, width = desk.house.grid, desk.typesetter.width
    numbers = [mark["number"] for line in lines if (mark := _MARK.match(line)) and mark["number"]]
    return max([grid, *[width(manner.style, number) + 0.4 * grid for number in numbers]])


def _is_turned(desk: Desk, style: Style, text: str) -> bool:
    """Whether a text runs the other way than the book."""
    rtl = desk.typesetter.rtl
    return runs_rtl(text, beside=is_rtl(style.language) if style.language else rtl) != rtl


def _item(
    desk: Desk, paragraph: Paragraph, label: str, manner: Manner, item: Element, left: float, *, turned: bool
) -> Beside:
    """An item: a dash or its number, and the text beside it, `left` points from the edge.

    Numbers end where the numbers above them end. In a text that is `turned`, the edge is that where its lines begin.
    """
    said = "".join([span.text for span in paragraph.spans])
    turned = turned and _is_turned(desk, manner.style, said)
    align: Literal["left", "right"] = "left" if label == _DASH else "right"
    measure = left if label == _DASH else left - 0.4 * desk.house.grid
    label_line = Paragraph(
        (Span(label, manner.style),), manner.shape._replace(align=align, own="order"), item.add("Lbl")
    )
    set_label = desk.slices([label_line], measure)
    shape = paragraph.shape._replace(own="side" if turned else "order")
    body = replace(paragraph, shape=shape, element=item.add("LBody"))
    return Beside(tuple(stacked(set_label, 0.0, 0.0)), height_of(set_label), (body,), left, turned=turned)
