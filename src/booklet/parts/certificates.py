"""Certificates of attendance: who took part in what, when and where, and a line to sign on."""

from __future__ import annotations

from typing import Final

from booklet.design.inks import readable
from booklet.errors import Fault
from booklet.geometry import MM, Size
from booklet.layout.marks import Fill, Mark, Rule
from booklet.model.attendees import Attendee
from booklet.parts.badge_layout import BadgeSide
from booklet.parts.badge_names import NameParts, fit_name
from booklet.parts.badge_text import TINY, Block, fit, set_lines, sizes_from, stack, whole
from booklet.parts.desk import Desk
from booklet.text.styles import Span

_MARGIN: Final = 30 * MM
_BAR: Final = 7 * MM
_EVENT: Final = "\ufffc"
"""Stands for the event's title while the phrase around it is taken apart."""

_LINE: Final = 200.0
"""The length of the line to sign on, in points."""

_FOOT: Final = 84.0
"""The height of what is at the foot, in points."""


def set_certificate(desk: Desk, size: Size, attendee: Attendee, *, hours: int = 0) -> BadgeSide:
    """A certificate on a page of a size that lies on its side.

    Args:
        desk: the event.
        size: the page.
        attendee: who took part.
        hours: how many hours they took part, if that is to be said.
    """
    inks, wording = desk.house.inks, desk.wording
    width = size.width - 2 * _MARGIN
    left = _MARGIN
    parts: list[tuple[Block, float]] = []

    def line(
        text: str, face: str, largest: float, smallest: float, gap: float, *, quiet: bool = False, most: int = 1
    ) -> None:
        style = desk.house.style(face, largest, inks.quiet if quiet else inks.text)
        fitted = fit(desk, text, style, (*sizes_from(largest, smallest), *TINY), "centre", width, most=most)
        if text and fitted:
            parts.append((fitted.block, gap))

    line(wording.word("certificate"), "serif-light", 40.0, 20.0, 34.0)
    line(wording.word("certifies"), "serif", 15.0, 10.0, 20.0, quiet=True)
    called = NameParts("", whole(attendee.name))
    name = fit_name(desk, called, width, 110.0, 48.0, side="centre") if attendee.name else None
    parts.append((name.block if name else Block((), 46.0), 22.0))
    parts.append((_taken(desk, width), 14.0))
    days = desk.program.days
    place = [desk.program.venue.name, *desk.program.venue.address[-2:]]
    when = wording.dates(days[0].date, days[-1].date) if days else ""
    line(when, "serif", 15.0, 9.0, 6.0, quiet=True)
    line(wording.joined(place), "serif", 15.0, 9.0, 6.0, quiet=True, most=2)
    if hours:
        line(wording.word("hours_number", number=hours), "serif", 15.0, 9.0, 0.0, quiet=True)
    high = sum(block.height + gap for block, gap in parts) - parts[-1][1]
    y = max(_BAR + 10.0, _BAR + 0.46 * (size.height - _BAR - _FOOT - high - _MARGIN / 2))
    faults = []
    if y + high > size.height - _FOOT or (attendee.name and name is None):
        faults.append(Fault(f"the certificate of {attendee.name!r} does not fit its page", None, "give a short_title"))
    marks: list[Mark] = [Fill(0.0, 0.0, size.width, _BAR, inks.ground), Fill(0.0, _BAR, size.width, 1.5, inks.accent)]
    for block, gap in parts:
        if not block.lines:
            marks.append(
                Rule(left + 0.1 * width, y + block.height, left + 0.9 * width, y + block.height, 0.8, inks.quiet)
            )
        marks += block.marks(left, y)
        y += block.height + gap
    marks += _foot(desk, size)
    return BadgeSide(tuple(marks), name.size if name else 0.0, tuple(faults))


def _taken(desk: Desk, width: float) -> Block:
    """The sentence that names the event, its title in an ink of its own."""
    inks, event = desk.house.inks, desk.program.event
    before, _, after = desk.wording.word("took_part", event=_EVENT).partition(_EVENT)
    strong = readable(inks.ground, inks.paper)
    for title in (event.title, event.short_title):
        for size in (19.0, 17.0, 15.0, 13.0, *TINY):
            plain = desk.house.style("serif", size)
            spans = [
                Span(before, plain),
                desk.span(whole(title), desk.house.style("serif-bold", size, strong)),
                Span(after, plain),
            ]
            lines = set_lines(desk, [span for span in spans if span.text], "centre", width)
            if lines is not None and len(lines) <= 3:
                return stack(lines, 1.25)
    return Block((), 0.0)


def _foot(desk: Desk, size: Size) -> list[Mark]:
    """The line to sign on, and who has the event."""
    inks = desk.house.inks
    y = size.height - _FOOT + 28.0
    # The line stands where lines end, and the host at the other side.
    rtl = desk.typesetter.rtl
    sign = _MARGIN if rtl else size.width - _MARGIN - _LINE
    style = desk.house.style("sans", 9.0, inks.quiet)
    marks: list[Mark] = [Rule(sign, y, sign + _LINE, y, 0.7, inks.quiet)]
    said = fit(desk, desk.wording.word("signature"), style, (9.0, *TINY), "right" if rtl else "left", _LINE)
    if said:
        marks += said.block.marks(sign, y + 5.0)
    host = desk.program.event.host or desk.program.event.short_title
    shown = fit(
        desk,
        host,
        desk.house.style("sans-bold", 11.0),
        (*sizes_from(11.0, 8.0), *TINY),
        "right" if rtl else "left",
        size.width - 2 * _MARGIN - _LINE - 30.0,
        most=2,
    )
    if shown:
        marks += shown.block.marks(_MARGIN + (_LINE + 30.0 if rtl else 0.0), y - shown.block.height)
    return marks
