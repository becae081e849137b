"""Ribbons of badges: what somebody does at the event, as a word on a band of colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from booklet.design.inks import READABLE, contrast, readable
from booklet.geometry import Rect
from booklet.layout.marks import Fill, Ink, Mark, Rule
from booklet.model.attendees import Attendee, Part
from booklet.parts.badge_text import TINY, fit, side_of, sizes_from
from booklet.parts.desk import Desk

_BLACK: Final = Ink(0.0, 0.0, 0.0)

_PARTS: Final[Mapping[Part, tuple[str, int]]] = {
    "organiser": ("role_organiser", 1),
    "chair": ("role_chair", 2),
    "speaker": ("role_speaker", 0),
}
"""The word of each part, and the index of its ink among those of days; the one that is asked for most goes first."""

_TICKETS: Final = (3, 4, 5, 6)
"""The indexes of the inks that are left for tickets."""


class Ribbon(NamedTuple):
    """What a ribbon says, and its ink; a quiet one has none."""

    word: str
    ink: Ink | None = None


def ribbons_of(desk: Desk, attendees: Iterable[Attendee]) -> dict[str, Ribbon]:
    """A ribbon for each kind of ticket in a list: one that more than half have has none, since it tells few apart.

    Further kinds have an ink of their own, in the order of their names, until there are none left.
    """
    counted = Counter(attendee.ticket for attendee in attendees if attendee.ticket)
    if not counted:
        return {}
    usual = {ticket for ticket, count in counted.items() if 2 * count > counted.total()}
    found = {ticket: Ribbon("") for ticket in usual}
    days = desk.house.theme.days
    for number, ticket in enumerate(sorted(counted.keys() - usual)):
        ink = days[_TICKETS[number] % len(days)] if number < len(_TICKETS) else None
        found[ticket] = Ribbon(ticket, ink)
    return found


def ribbon_of(desk: Desk, attendee: Attendee, stated: Mapping[str, Ribbon]) -> Ribbon | None:
    """The ribbon of somebody: what they do in the program, and otherwise their kind of ticket.

    Who does several things has all of their words, in the ink of the first.

    Args:
        desk: words and inks.
        attendee: whose it is.
        stated: ribbons by the name of a part or of a kind of ticket; one without a word is left out.
    """
    days = desk.house.theme.days
    found = []
    for part, (key, number) in _PARTS.items():
        if part in attendee.parts:
            ribbon = stated.get(part, Ribbon(desk.wording.word(key), days[number % len(days)]))
            found += [ribbon] if ribbon.word else []
    if found:
        inks = [ribbon.ink for ribbon in found if ribbon.ink is not None]
        return Ribbon(desk.wording.word("dot").join(ribbon.word for ribbon in found), inks[0] if inks else None)
    if not attendee.ticket:
        return None
    ribbon = stated.get(attendee.ticket, Ribbon(attendee.ticket))
    return ribbon if ribbon.word else None


def word_ink(ribbon: Ribbon, paper: Ink, quiet: Ink) -> tuple[Ink | None, Ink]:
    """The ink of a ribbon's band and that of its word, whose contrast is enough for small type.

    A pale band has a black word; others are as much darker as a white one demands.
    """
    if ribbon.ink is None:
        return None, quiet
    if contrast(ribbon.ink, paper) < READABLE <= contrast(ribbon.ink, _BLACK):
        return ribbon.ink, _BLACK
    return readable(ribbon.ink, paper), paper


def ribbon_marks(desk: Desk, ribbon: Ribbon, band: Rect, inside: Rect) -> tuple[Mark, ...]:
    """A ribbon as a band with its word.

    Args:
        desk: sets the word.
        ribbon: what it says.
        band: what is coloured.
        inside: the part of the band that type may stand in.
    """
    inks = desk.house.inks
    ground, ink = word_ink(ribbon, inks.paper, inks.quiet)
    style = desk.house.style("sans-bold", 1.0, ink, tracking=30.0)
    sizes = (*sizes_from(round(max(0.56 * band.height, min(7.0, 0.7 * band.height)), 1), 7.0), *TINY)
    pad = 0.4 * band.height if ground and inside.x == band.x else 0.0
    side = side_of(desk, ribbon.word)
    fitted = fit(desk, ribbon.word, style, sizes, side, inside.width - 2 * pad)
    marks: list[Mark] = (
        [Fill(*band, ground)] if ground else [Rule(inside.x, band.y, inside.right, band.y, 0.6, inks.hair)]
    )
    if fitted is not None:
        # Capitals stand in the middle of the band, if what hangs below them is not too near the edge.
        [(_, line)] = fitted.block.lines
        base = min((band.y + band.bottom) / 2 + 0.33 * fitted.size, inside.bottom - line.below)
        marks += [mark.moved(inside.x + pad, base) for mark in line.marks]
    return tuple(marks)
