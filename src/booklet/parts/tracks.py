"""The tracks of a program: each with an ink of its own, shown as a small square beside its name."""

from __future__ import annotations

from typing import Final

from booklet.layout.elements import Element
from booklet.parts.desk import Desk, unbroken
from booklet.text.flowables import Flowable, Paragraph
from booklet.text.styles import Span, Style

SQUARE: Final = "■"
"""The sign that has a track's ink; never without the name, as not everybody sees colours."""

_NBSP: Final = "\u00a0"
_EN_SPACE: Final = "\u2002"


def track_spans(desk: Desk, name: str, style: Style) -> list[Span]:
    """The name of a track, after a square of its ink if the program says something about it; nothing for no track."""
    if not name:
        return []
    ink = desk.track_ink(name)
    said = Span(desk.typeset(unbroken(name)), style)
    return [said] if ink is None else [Span(f"{SQUARE}{_NBSP}", style._replace(ink=ink)), said]


def track_legend(desk: Desk, branch: Element) -> list[Flowable]:
    """What the inks mean, for where the timetable begins; nothing without tracks.

    Tracks with notes have a line each, tracks without any run on.
    """
    house, tracks = desk.house, desk.program.tracks
    bold = house.style("sans-bold", house.scale.small)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    lines: list[list[Span]] = []
    for track in tracks:
        spans = track_spans(desk, track.name, bold)
        if track.note:
            spans.append(desk.span(f"{_EN_SPACE}{track.note}", quiet))
        lines.append(spans)
    if not any(track.note for track in tracks):
        lines = [[span for spans in lines for span in (*spans, Span(f"{_EN_SPACE} ", bold))]] if lines else []
    shape = house.shape()._replace(hanging=house.grid)
    return [
        Paragraph(tuple(spans), shape, branch.add("P"), gap=gap, keep=True, where=desk.where(tracks[0].at))
        for spans, gap in zip(lines, [*[0.0] * (len(lines) - 1), house.grid], strict=False)
    ]
