"""How people are written: names, positions and affiliations as spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from booklet.layout.elements import Element
from booklet.layout.pages import Content
from booklet.model.program import Session, Speaker
from booklet.parts.desk import Desk
from booklet.parts.pictures import fit_picture
from booklet.parts.prose import Manner, prose
from booklet.text.flowables import Beside, Flowable, Paragraph
from booklet.text.styles import Span, Style
from booklet.text.typography import tie_initials

_SHORT: Final = 20
"""Letters of two words that may be tied together."""

_BEGINNING: Final = 60
"""Characters at the beginning of a biography that usually hold the name."""

_PORTRAIT: Final = (4.5, 6.0)
"""Width and height that a portrait may take, in grid units."""


def speaker_line(desk: Desk, speakers: Sequence[Speaker], name: Style, rest: Style) -> list[Span]:
    """Names, each with its affiliation: **Joan Bruna**, New York University; **…**."""
    spans: list[Span] = []
    word = desk.wording.word
    for index, speaker in enumerate(speakers):
        if spans:
            last = index == len(speakers) - 1 or speaker.affiliation or speakers[index - 1].affiliation
            spans.append(Span(word("semicolon" if last and speakers[index - 1].affiliation else "comma"), rest))
        spans.append(Span(desk.typeset(tie_initials(speaker.name)), name))
        if speaker.affiliation and not _same_follows(speakers, index):
            spans.append(Span(word("comma") + desk.typeset(speaker.affiliation), rest))
    return spans


def chair_line(desk: Desk, chairs: Sequence[Speaker], style: Style) -> list[Span]:
    """The chairs, each with position and affiliation, as nothing else is printed about them."""
    wording = desk.wording
    people = [wording.joined([tie_initials(who.name), who.position, who.affiliation]) for who in chairs]
    text = wording.labelled(wording.word("chair"), wording.word("semicolon").join(people))
    return [Span(desk.typeset(text), style)] if people else []


def coauthor_line(desk: Desk, session: Session, style: Style) -> list[Span]:
    """The co-authors of a talk: Joint work with …; nothing without them."""
    if not session.coauthors:
        return []
    wording = desk.wording
    names = [
        f"{_whole(person.name)}{wording.gap}{wording.bracketed(role)}"
        if (role := _role(desk, person))
        else _whole(person.name)
        for person in session.coauthors
    ]
    return [Span(desk.typeset(wording.word("joint", names=wording.listed(names))), style)]


def addresses(desk: Desk, speaker: Speaker, style: Style) -> list[Span]:
    """What follows a name: pronouns, and where to write to and read more."""
    profile = desk.profile(speaker.name)
    if profile is None:
        return []
    links = [
        (profile.email, f"mailto:{profile.email}"),
        (profile.website, profile.website),
        (profile.orcid, f"https://orcid.org/{profile.orcid}"),
    ]
    pronouns = desk.wording.bracketed(desk.typeset(profile.pronouns))
    spans = [Span(desk.wording.gap + pronouns, style)] if profile.pronouns else []
    for shown, target in links:
        if shown:
            spans += [Span(desk.wording.word("dot"), style), Span(shown.removeprefix("https://"), style, target, shown)]
    return spans


def biographies(desk: Desk, talk: Session, branch: Element) -> list[Flowable]:
    """Portrait and life of those who speak here for the first time."""
    house = desk.house
    grid = house.grid
    style = house.style("sans", house.scale.small)
    out: list[Flowable] = []
    for speaker in talk.speakers:
        profile = desk.profile(speaker.name)
        if profile is None or not (profile.bio or profile.photo) or desk.debuts.get(profile.name) != talk.at:
            continue
        side: tuple[Content, ...] = ()
        height = left = 0.0
        if profile.photo is not None:
            portrait = fit_picture(desk, profile.photo, *(share * grid for share in _PORTRAIT))
            side = (Content(branch.add("Figure", alt=profile.name), portrait.marks),)
            height, left = portrait.height, _PORTRAIT[0] * grid + grid
        body: list[Flowable] = []
        if len(talk.speakers) > 1 and desk.family(speaker.name) not in profile.bio[:_BEGINNING]:
            # Of several people, one would not know which is meant.
            name = Span(desk.typeset(tie_initials(speaker.name)), style._replace(face="sans-bold"))
            body.append(Paragraph((name,), house.shape(), branch.add("P"), keep=bool(profile.bio)))
        body += prose(desk, profile.bio, Manner(style, house.shape()), branch, desk.where((*profile.at, "bio")))
        out.append(Beside(side, height, tuple(body), left, above=0.5 * grid))
    return out


def _role(desk: Desk, person: Speaker) -> str:
    return desk.wording.joined([person.position, _whole(person.affiliation)])


def _whole(name: str) -> str:
    """A name whose last two words stay on one line, if they are short."""
    first, space, last = tie_initials(name).rpartition(" ")
    return f"{first}\u00a0{last}" if space and len(first.split(" ")[-1]) + len(last) <= _SHORT else name


def _same_follows(speakers: Sequence[Speaker], index: int) -> bool:
    """Whether the next speaker has the same affiliation, which is then written once, after both."""
    return index + 1 < len(speakers) and speakers[index + 1].affiliation == speakers[index].affiliation
