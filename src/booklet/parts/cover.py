"""The front cover: title, host, dates and place over drawn art, or over the event's own picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from booklet.errors import Fault
from booklet.geometry import BLEED, Rect
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import Slice, height_of
from booklet.layout.marks import Fill, Ink, Mark, Path
from booklet.layout.pages import Content
from booklet.parts.art import ArtInks, cover_art
from booklet.parts.desk import Desk
from booklet.parts.flow import anchored, faults_of, stacked
from booklet.parts.pictures import fit_picture
from booklet.parts.seconds import second_leaf, second_spans
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span

_CLEAR: Final = 2.0
"""White between the words and the art, in grid units."""

_MEASURE: Final = 9.8
"""The longest line of the title, in its own ems: short lines break by sense, and look alike on every paper."""

_ART_FROM: Final = 0.46
"""The art begins no higher than this share of the page, so that covers of a series look alike."""

_TITLE_SIZES: Final = (1.0, 0.8, 0.64)
"""The poster size, and what a long title is set in instead, as shares of it."""

_LAST_RESORT: Final = 0.5
"""The size, as a share of the poster size, that may use the whole measure and as many lines as it wants."""

_MOST_TITLE_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Cover:
    """The part."""

    desk: Desk
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the one page."""
        desk, house = self.desk, self.desk.house
        frame = house.frame(number)
        root = Element("Sect")
        slices = anchored(_words(desk, root, frame.width), "cover")
        contents = [Content(None, ground(desk)), Content(None, _art(desk, art_area(desk)))]
        contents += stacked(slices, frame.x, _top(desk))
        faults = list(faults_of(slices))
        if _top(desk) + height_of(slices) > frame.bottom:
            faults.append(Fault("the title is too long for the cover", desk.place(("event", "title")), "shorten it"))
        return SetPart((Draft(tuple(contents), Furniture(bare=True)),), root, tuple(faults))


def art_area(desk: Desk) -> Rect:
    """Where the art is, on the front cover and on the back: the lower part of the page, below the front's words."""
    size = desk.house.trim.size
    words = _words(desk, Element("Sect"), desk.house.measure)
    top = max(_ART_FROM * size.height, _top(desk) + height_of(words) + _CLEAR * desk.house.grid)
    return Rect(0.0, top, size.width, max(0.0, size.height - top))


def ground(desk: Desk) -> tuple[Mark, ...]:
    """The colour of the cover, with its bleed."""
    width, height = desk.house.trim.size
    return (Fill(-BLEED, -BLEED, width + 2 * BLEED, height + 2 * BLEED, desk.house.inks.ground),)


def _top(desk: Desk) -> float:
    return desk.house.frame(1).y + 0.5 * desk.house.grid


def _art(desk: Desk, area: Rect) -> tuple[Mark, ...]:
    """The event's picture if it has one; else art grown from its title."""
    picture = desk.program.options.cover
    if picture is not None:
        fitted = fit_picture(desk, picture, area.width, area.height)
        left = area.x + (area.width - fitted.width) / 2
        return tuple(mark.moved(left, area.bottom - fitted.height) for mark in fitted.marks)
    return wrapped_art(desk, area, front=True)


def wrapped_art(desk: Desk, area: Rect, *, front: bool) -> tuple[Mark, ...]:
    """The art of the front or back cover: one picture that runs around the spine, cut where the page ends."""
    inks = desk.house.inks
    whole = Rect(-BLEED, area.y, 2 * (area.width + BLEED), area.height + BLEED)
    art = _grown(desk.program.event.title, whole, ArtInks(inks.ground, inks.line, inks.accent, inks.glow))
    if front:
        art = tuple([mark.moved(-area.width, 0.0) for mark in art])
    clip = (area.x - BLEED, area.y, area.width + 2 * BLEED, area.height + BLEED)
    return tuple(mark._replace(clip=clip) if isinstance(mark, Path) else mark for mark in art[1:])


@lru_cache(maxsize=1)
def _grown(seed: str, area: Rect, inks: ArtInks) -> tuple[Mark, ...]:
    """The art, kept for the other cover."""
    return cover_art(seed, area, inks)


def _words(desk: Desk, root: Element, measure: float) -> list[Slice]:
    """Host, title, subtitle, dates and place."""
    house, event, venue = desk.house, desk.program.event, desk.program.venue
    inks, grid = house.inks, house.grid
    days = desk.program.days
    small = house.style("sans", house.scale.text, inks.soft, tracking=20)
    large = house.style("sans-bold", house.scale.large, inks.glow)
    place = house.style("sans", house.scale.text, inks.paper)
    lines: list[Paragraph] = []
    if event.host:
        host = (desk.span(event.host, small),)
        lines.append(Paragraph(host, house.shape(balanced=True), root.add("P"), gap=1.5 * grid))
    lines.append(_title(desk, event.title, inks.paper, root.add("H1"), measure))
    if event.second_title:
        lines[-1] = replace(lines[-1], gap=0.5 * grid)
        second = second_spans(desk, event.second_title, house.style("serif", house.scale.large, inks.glow))
        shape = house.shape(lines=1.25, balanced=True)
        lines.append(Paragraph(tuple(second), shape, second_leaf(desk, root), gap=grid))
    if event.subtitle:
        subtitle = house.style("serif-italic", house.scale.title, inks.paper)
        lines.append(
            Paragraph((desk.span(event.subtitle, subtitle),), house.shape(lines=1.5), root.add("P"), gap=0.5 * grid)
        )
    dates = Span(desk.wording.dates(days[0].date, days[-1].date), large)
    lines.append(Paragraph((dates,), house.shape(lines=1.5), root.add("P")))
    where = desk.wording.joined([venue.name, venue.room])
    town = desk.wording.joined(venue.address)
    lines += [
        Paragraph((desk.span(text, place),), house.shape(lines=1.25), root.add("P")) for text in (where, town) if text
    ]
    return desk.slices(lines, measure)


def _title(desk: Desk, title: str, ink: Ink, element: Element, measure: float) -> Paragraph:
    """The title in the largest size in which it has few enough lines."""
    house = desk.house
    for share in (*_TITLE_SIZES, _LAST_RESORT):
        style = house.style("serif-light", house.scale.poster * share, ink)
        paragraph = Paragraph(
            (desk.span(title, style),),
            house.display(style.size),
            element,
            gap=1.5 * house.grid,
            right=0.0 if share == _LAST_RESORT else max(0.0, measure - _MEASURE * style.size),
            where=desk.where(("event", "title")),
        )
        slices = paragraph.slices(desk.typesetter, measure)
        if len(slices) <= _MOST_TITLE_LINES and not any(part.faults for part in slices):
            break
    return paragraph
