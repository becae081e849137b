"""How people are written: names, positions and affiliations as spans."""

from __future__ import annotations

from collections.abc import Sequence

from booklet.model.program import Session, Speaker
from booklet.parts.desk import Desk
from booklet.text.styles import Span, Style
from booklet.text.typography import tie_initials


def speaker_line(desk: Desk, speakers: Sequence[Speaker], name: Style, rest: Style) -> list[Span]:
    """Names, each with its affiliation: **Joan Bruna**, New York University; **…**."""
    spans: list[Span] = []
    for index, speaker in enumerate(speakers):
        if spans:
            last = index == len(speakers) - 1 or speaker.affiliation or speakers[index - 1].affiliation
            spans.append(Span("; " if last and speakers[index - 1].affiliation else ", ", rest))
        spans.append(Span(desk.typeset(tie_initials(speaker.name)), name))
        if speaker.affiliation and not _same_follows(speakers, index):
            spans.append(Span(", " + desk.typeset(speaker.affiliation), rest))
    return spans


def coauthor_line(desk: Desk, session: Session, style: Style) -> list[Span]:
    """The co-authors of a talk: Joint work with …; nothing without them."""
    if not session.coauthors:
        return []
    names = [
        f"{tie_initials(person.name)} ({person.affiliation})" if person.affiliation else tie_initials(person.name)
        for person in session.coauthors
    ]
    return [Span(desk.typeset(f"{desk.wording.word('joint')} {', '.join(names)}"), style)]


def _same_follows(speakers: Sequence[Speaker], index: int) -> bool:
    """Whether the next speaker has the same affiliation, which is then written once, after both."""
    return index + 1 < len(speakers) and speakers[index + 1].affiliation == speakers[index].affiliation
