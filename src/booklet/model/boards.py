"""The boards that posters hang on: none twice, and none forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from booklet.model.nearness import squeezed
from booklet.model.problem import Problem
from booklet.model.program import Day, Session
from booklet.model.texts import quoted

_Hall: TypeAlias = tuple[int | None, str]
"""When and where posters hang: a board may be used again at another time or in another room."""


def misnumbered(day: Day, usual_room: str) -> Iterator[Problem]:
    """Boards of a day that two posters share, and posters without a board where most others have one."""
    halls: defaultdict[_Hall, list[Session]] = defaultdict(list)
    for session in day.sessions:
        for poster in _posters(session):
            room = poster.room or session.room or usual_room
            halls[session.start, room].append(poster)
    for posters in halls.values():
        yield from _shared(posters)
        yield from _forgotten(posters)


def _posters(session: Session) -> Iterator[Session]:
    """The posters of an entry: itself, or what is in it."""
    if session.board or (session.kind == "poster" and not session.talks):
        yield session
    for talk in session.talks:
        if talk.board or talk.kind == "poster" or (session.kind == "poster" and not talk.pauses):
            yield talk


def _shared(posters: Iterable[Session]) -> Iterator[Problem]:
    first: dict[str, Session] = {}
    for poster in posters:
        if not poster.board:
            continue
        other = first.setdefault(squeezed(poster.board), poster)
        if other is not poster:
            what = f"{quoted(poster.called)} hangs on board {poster.board}, which {quoted(other.called)} has"
            yield Problem((*poster.at, "board"), what, "give each poster a board of its own")


def _forgotten(posters: list[Session]) -> Iterator[Problem]:
    missing = [poster for poster in posters if not poster.board]
    if 2 * len(missing) >= len(posters):
        return
    for poster in missing:
        what = f"{quoted(poster.called)} has no board, though the posters around it have"
        yield Problem(poster.at, what, "write it behind 'board:'")
