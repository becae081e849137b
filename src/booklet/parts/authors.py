"""The authors of a talk in their order, as the abstract books of societies print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from booklet.layout.elements import Element
from booklet.model.program import Session, Speaker
from booklet.parts.desk import Desk
from booklet.parts.people import addresses
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span, Style
from booklet.text.typography import tie_initials

_NARROW: Final = "\u202f"
"""A narrow space that no line ends at."""


def bylines(desk: Desk, talk: Session, branch: Element) -> list[Paragraph]:
    """The authors of a talk, where they are, and how to reach those who present it.

    Args:
        desk: sets the words.
        talk: one whose program states the order of its authors.
        branch: gets a paragraph for the names, one for the affiliations, and one for each address.
    """
    house = desk.house
    bold = house.style("sans-bold", house.scale.text)
    plain = house.style("sans", house.scale.text)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    lines = [author_line(desk, talk, bold, plain), affiliation_line(desk, talk, quiet)]
    for speaker in talk.speakers:
        # What the profile says begins with a space or a point, as it follows a name elsewhere.
        if said := addresses(desk, speaker, quiet):
            lines.append([Span(desk.typeset(tie_initials(speaker.name)), quiet), *said])
    where = desk.where(talk.at)
    return [Paragraph(tuple(line), house.shape(), branch.add("P"), keep=True, where=where) for line in lines if line]


def author_line(desk: Desk, talk: Session, presenter: Style, other: Style) -> list[Span]:
    """All authors in order; those who present are set apart, and numbers lead to affiliations if there are several.

    **Ada Ek**¹, Bo Li², Cy Dee¹
    """
    authors = _authors(desk, talk)
    numbers = _numbers(authors)
    raised = other._replace(features=(*other.features, "sups"))
    presenters = {_person(desk, speaker) for speaker in talk.speakers}
    spans: list[Span] = []
    for author in authors:
        if spans:
            spans.append(Span(desk.wording.word("comma"), other))
        name = desk.typeset(tie_initials(author.name))
        spans.append(Span(name, presenter if _person(desk, author) in presenters else other))
        if author.position:
            spans.append(Span(desk.wording.gap + desk.wording.bracketed(desk.typeset(author.position)), other))
        if author.affiliation and len(numbers) > 1:
            spans.append(Span(str(numbers[author.affiliation]), raised))
    return spans


def affiliation_line(desk: Desk, talk: Session, style: Style) -> list[Span]:
    """Every affiliation once, in the order in which the authors have them, with its number if there are several."""
    numbers = _numbers(_authors(desk, talk))
    raised = style._replace(features=(*style.features, "sups"))
    spans: list[Span] = []
    for affiliation, number in numbers.items():
        if spans:
            spans.append(Span(desk.wording.word("semicolon"), style))
        if len(numbers) > 1:
            spans.append(Span(f"{number}{_NARROW}", raised))
        spans.append(Span(desk.typeset(affiliation), style))
    return spans


def _authors(desk: Desk, talk: Session) -> list[Speaker]:
    """The authors in their order, then whoever else speaks or is named as a co-author; nobody twice.

    Somebody who is named twice may be said to be somewhere only once.
    """
    found: dict[str, Speaker] = {}
    for who in (*talk.authors, *talk.speakers, *talk.coauthors):
        known = found.setdefault(_person(desk, who), who)
        if (who.affiliation and not known.affiliation) or (who.position and not known.position):
            merged = Speaker(known.name, known.position or who.position, known.affiliation or who.affiliation, known.at)
            found[_person(desk, who)] = merged
    return list(found.values())


def _person(desk: Desk, who: Speaker) -> str:
    return desk.people.get(who.name, who.name)


def _numbers(authors: Sequence[Speaker]) -> Mapping[str, int]:
    """The affiliations in the order in which they come up, counted from 1."""
    found = dict.fromkeys(author.affiliation for author in authors if author.affiliation)
    return {affiliation: number for number, affiliation in enumerate(found, start=1)}
