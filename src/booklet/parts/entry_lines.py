"""What small lines under an entry's title say, wherever it stands: its kind, its note, its chairs, its authors."""

from __future__ import annotations

from typing import Final

from booklet.model.program import Session
from booklet.parts.desk import Desk, unbroken
from booklet.parts.people import chair_line, coauthor_line
from booklet.parts.posters import board_label, listed_apart, posters_summary
from booklet.parts.seconds import second_spans
from booklet.parts.tracks import track_spans
from booklet.text.styles import Span, Style

_LABELLED: Final = frozenset({"keynote", "panel", "plenary", "poster", "tutorial", "workshop"})
"""Kinds that are said in a word, as they are not what one expects."""


def detail_lines(
    desk: Desk,
    session: Session,
    quiet: Style,
    *,
    room: str,
    track: str,
    note: str,
    narrow: bool = False,
    second: bool = True,
) -> list[list[Span]]:
    """Kind, room, track, note, length of talks and chairs in one line; then what no abstract would say.

    Args:
        desk: for the words.
        session: the entry.
        quiet: the style.
        room: the room, "" where it is plain to see.
        track: the track, likewise.
        note: as much of its note as is to be said here.
        narrow: whether the dot between two of them is to begin no line.
        second: begin with the title in the second language.

    Returns:
        The lines that have anything to say.
    """
    word = desk.wording.word
    joint = f"\u00a0{word('dot').lstrip()}" if narrow else word("dot")
    kind = [board_label(desk, session) or word(f"kind_{session.kind}")] if session.kind in _LABELLED else []
    kind += [posters_summary(desk, session)] if listed_apart(desk, session) else []
    inked = track_spans(desk, track, quiet) if desk.track_ink(track) else []
    each = [word("each", minutes=session.each)] if session.each else []
    said = [*kind, unbroken(room), "" if inked else track, note, *each]
    text = joint.join(filter(None, said))
    details = list(desk.prose(text, quiet)) if text else []
    if inked:
        details = [*inked, *([Span(joint, quiet), *details] if details else [])]
    if session.chairs and details:
        details.append(Span(joint, quiet))
    lines = [second_spans(desk, session.second_title, quiet)] if second else []
    lines += [[span for span in (*details, *chair_line(desk, session.chairs, quiet)) if span.text]]
    if not desk.leads_to_abstract(session):
        lines.append(coauthor_line(desk, session, quiet))
        lines.append([desk.span(word("dot").join(session.keywords), quiet)] if session.keywords else [])
    return [line for line in lines if line]
