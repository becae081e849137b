"""Who of a talk's authors speaks, and who is named as a speaker although no author."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from booklet.model.nearness import nearest
from booklet.model.people import normal
from booklet.model.problem import Problem
from booklet.model.program import Session, Speaker
from booklet.model.texts import quoted


class Parted(NamedTuple):
    """Those who give a talk, and those who wrote it with them."""

    speakers: tuple[Speaker, ...]
    coauthors: tuple[Speaker, ...]


def parted(speakers: tuple[Speaker, ...], authors: tuple[Speaker, ...], others: tuple[Speaker, ...]) -> Parted:
    """Who speaks and who does not.

    Without authors, that is as the program says. With them, the first one speaks unless the program names somebody,
    who has the position and affiliation that stand at the author's name. Nobody is named twice.

    Args:
        speakers: who stands under `speaker`.
        authors: who stands under `authors`, in order.
        others: who stands under `with`.
    """
    if not authors:
        return Parted(speakers, others)
    if not speakers:
        speakers, coauthors = authors[:1], authors[1:]
    else:
        known = {normal(author.name): author for author in authors}
        names = {normal(speaker.name) for speaker in speakers}
        speakers = tuple([_described(speaker, known.get(normal(speaker.name))) for speaker in speakers])
        coauthors = tuple([author for author in authors if normal(author.name) not in names])
    written = {normal(author.name) for author in authors}
    return Parted(speakers, (*coauthors, *[other for other in others if normal(other.name) not in written]))


def stated(entry: Session) -> Parted:
    """Who is to be named beside the authors, so that `parted` gives the same speakers and co-authors again."""
    if not entry.authors:
        return Parted(entry.speakers, entry.coauthors)
    first = [_plain(who) for who in entry.authors[:1]]
    derived = [_plain(who) for who in entry.speakers] == first
    written = {normal(author.name) for author in entry.authors}
    others = tuple([who for who in entry.coauthors if normal(who.name) not in written])
    return Parted(() if derived else entry.speakers, others)


def outsiders(entry: Session) -> Iterator[Problem]:
    """Speakers and co-authors who are not among the authors, where the program lists those."""
    if not entry.authors:
        return
    names = {normal(author.name): author.name for author in entry.authors}
    strange = [who for who in (*entry.speakers, *entry.coauthors) if normal(who.name) not in names]
    if not strange:
        return
    near = nearest([who.name for who in strange], names.values())
    for who in strange:
        what = f"{quoted(who.name)} is not among the authors of {quoted(entry.called)}"
        meant = near.get(who.name)
        hint = f"did you mean {quoted(meant)}?" if meant else "add the name to 'authors', which are all in their order"
        yield Problem(who.at, what, hint)


def _plain(who: Speaker) -> tuple[str, str, str]:
    return who.name, who.position, who.affiliation


def _described(speaker: Speaker, author: Speaker | None) -> Speaker:
    if author is None or speaker.position or speaker.affiliation:
        return speaker
    return replace(speaker, position=author.position, affiliation=author.affiliation)
