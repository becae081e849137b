"""Mentions: who is named in the booklet, as what and on which page, and which of the two indexes lists it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.model.collation import initial
from booklet.model.people import sort_key
from booklet.model.program import PARTS, Session
from booklet.parts.anchors import row_anchor, talk_anchor
from booklet.parts.desk import Desk, has_abstract

Kind: TypeAlias = Literal["talk", "chair", "coauthor"]

KINDS: Final[tuple[Kind, ...]] = ("talk", "chair", "coauthor")
"""In the order of importance: a page that one is on for two reasons shows the first."""

IndexName: TypeAlias = Literal["index", "authors"]

_MANY: Final = 150
"""So many people who are authors only would fill a page of three columns, between those whom one has heard speak."""


class Mention(NamedTuple):
    """A place where somebody is named: what they do there and the anchor of the page."""

    kind: Kind
    anchor: str


class Listed(NamedTuple):
    """Somebody in an index: the head of the letter that they stand under, and the name that stands for the person."""

    head: str
    name: str


def apart(desk: Desk) -> bool:
    """Whether the authors have an index of their own.

    They have if the program's own list of parts names it. Where the program leaves the parts to us, they have if more
    than 150 co-authors neither speak nor chair; fewer stand in one index with the speakers.
    """
    parts = desk.program.options.parts
    if "authors" not in parts:
        return False
    if parts != PARTS:
        return any(entry.speakers or entry.coauthors for entry in _entries(desk))
    people = desk.people
    heard = {people.get(who.name, who.name) for entry in _entries(desk) for who in (*entry.speakers, *entry.chairs)}
    others = {people.get(who.name, who.name) for entry in _entries(desk) for who in entry.coauthors}
    return len(others - heard) > _MANY


def index_title(desk: Desk) -> str:
    """What the index of speakers is called: it says so if others than speakers are in it."""
    others = not apart(desk) and any(entry.coauthors for entry in _entries(desk))
    return desk.wording.word("index_all" if others else "index")


def gather(desk: Desk, which: IndexName = "index") -> dict[str, list[Mention]]:
    """Everybody whom an index lists, under the name that stands for the person.

    The authors' index has the authors, those who speak among them; the other one has who speaks or chairs, and the
    co-authors too if they have no index of their own.
    """
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    rows = "timetable" in desk.program.options.parts
    abstracts = "abstracts" in desk.program.options.parts
    people = desk.people
    joint = not apart(desk)
    for entry in _entries(desk):
        if not (entry.speakers or entry.coauthors or entry.chairs):
            continue
        row = row_anchor(entry) if rows else ""
        page = talk_anchor(entry) if abstracts and has_abstract(entry) else row
        talk, coauthor, chair = Mention("talk", page), Mention("coauthor", page), Mention("chair", row or page)
        if which == "authors":
            # Who only presents a talk is no author of it, if the program says who the authors are.
            stated = {who.name for who in entry.authors}
            roles = [(who, talk) for who in entry.speakers if not stated or who.name in stated]
            roles += [(who, coauthor) for who in entry.coauthors]
        else:
            roles = [(who, talk) for who in entry.speakers]
            roles += [(who, coauthor) for who in entry.coauthors if joint]
            roles += [(who, chair) for who in entry.chairs]
        for who, mention in roles:
            found[people.get(who.name, who.name)].append(mention)
    return dict(found)


def in_order(desk: Desk, names: Iterable[str]) -> list[Listed]:
    """Names in the order of the program's language, each with the head of its letter."""
    profiles, language = desk.program.people, desk.program.event.language
    keys = sorted([(sort_key(name, profiles.get(name), language=language), name) for name in names])
    return [Listed(initial(key[0], language), name) for key, name in keys]


def _entries(desk: Desk) -> Iterator[Session]:
    return chain.from_iterable(day.entries for day in desk.program.days)
