"""What is said beside a talk: where its slides and recordings are, and the language that it is in."""

from __future__ import annotations

from booklet.layout.elements import Element
from booklet.model.program import Session
from booklet.parts.addresses import shown
from booklet.parts.desk import Desk
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span


def link_lines(desk: Desk, talk: Session, branch: Element) -> list[Paragraph]:
    """The addresses of slides, papers and recordings, small, a line each."""
    house = desk.house
    style = house.style("sans", house.scale.small, house.inks.quiet)
    where = desk.where((*talk.at, "links"))
    return [
        Paragraph((Span(shown(link), style, link, link),), house.shape(), branch.add("P"), where=where)
        for link in talk.links
    ]


def language_of(desk: Desk, talk: Session) -> str:
    """The language of a talk as a tag, if it is not the event's, for the structure; else ""."""
    return desk.language_of(talk)


def language_said(desk: Desk, talk: Session) -> str:
    """What the language of a talk is called, if it is not the event's, as in "German"; else ""."""
    tag = language_of(desk, talk)
    return desk.wording.language_name(tag) if tag else ""
