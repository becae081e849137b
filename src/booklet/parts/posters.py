"""Posters: which there are, their order, and what other parts say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from booklet.model.program import PARTS, Day, Session
from booklet.parts.desk import Desk, has_abstract

_MANY: Final = 12
"""More posters than that have a list, unless the program asks for one; and sessions of more leave them to it."""

_NUMBER: Final = re.compile("([0-9]+)")

_Natural: TypeAlias = tuple[tuple[int, int, str], ...]


class Topic(NamedTuple):
    """Posters of one topic by board; its anchor is where the list has them. `title` is "" where no poster has one."""

    title: str
    anchor: str
    posters: tuple[Session, ...]


class PosterGroup(NamedTuple):
    """The posters that hang at one time: those of a session, or those of a day (by its index) that are in none."""

    day: int
    session: Session | None
    anchor: str
    topics: tuple[Topic, ...]


class PosterMark(NamedTuple):
    """A place in the list of posters, for the contents and the outline; `level` counts from 0."""

    title: str
    anchor: str
    level: int


def board_key(board: str) -> _Natural:
    """What boards are sorted by: numbers by their value, and no board after all of them.

    >>> sorted(["P10", "", "P2", "A-1", "P2b"], key=board_key)
    ['A-1', 'P2', 'P2b', 'P10', '']
    """
    if not board:
        return ((2, 0, ""),)
    parts = [part for part in _NUMBER.split(board) if part]
    return tuple([(0, int(part), "") if part[0] in "0123456789" else (1, 0, part.casefold()) for part in parts])


def poster_order(talks: Sequence[Session]) -> list[Session]:
    """Posters as they are listed: topic after topic, by board inside.

    Topics follow each other as their first boards do, posters without one come last; what has no board keeps the order
    of the program.
    """
    return [talk for topic in _by_topic(talks) for talk in topic]


def abstract_order(day: Day) -> list[Session]:
    """The sessions of a day that have an entry among the abstracts, posters by topic and board inside their session."""
    order: list[Session] = []
    for session in day.sessions:
        inside = poster_order(session.talks) if session.kind == "poster" else session.talks
        order += [entry for entry in (session, *inside) if has_abstract(entry)]
    return order


def board_label(desk: Desk, talk: Session) -> str:
    """What stands over a poster's abstract: "Poster P-17"; nothing without a board."""
    return desk.wording.word("board", board=desk.typeset(talk.board)) if talk.board else ""


def has_poster_list(desk: Desk) -> bool:
    """Whether the booklet has a list of posters: one was asked for, or there are more than a dozen."""
    parts = desk.program.options.parts
    if "posters" not in parts:
        return False
    count = sum(1 for _, _, posters in _hanging(desk) for _ in posters)
    return count > (_MANY if parts == PARTS else 0)


def listed_apart(desk: Desk, session: Session) -> bool:
    """Whether the posters of a session are in the list of posters and not in the timetable."""
    many = session.kind == "poster" and len(session.talks) > _MANY
    return many and "posters" in desk.program.options.parts


def shown_talks(desk: Desk, session: Session) -> tuple[Session, ...]:
    """The talks that a timetable shows in a session: all, unless they are posters that have a list."""
    return () if listed_apart(desk, session) else session.talks


def posters_summary(desk: Desk, session: Session) -> str:
    """How many posters a session has, and on which boards: "120 posters, boards P1–P120"."""
    boards = sorted((talk.board for talk in session.talks if talk.board), key=board_key)
    number = len(session.talks)
    if not boards:
        return desk.wording.word("posters_number", number=number)
    stretch = boards[0] if boards[0] == boards[-1] else f"{boards[0]}–{boards[-1]}"
    return desk.wording.word("posters_boards", number=number, boards=desk.typeset(stretch))


def session_anchor(session: Session) -> str:
    """Where the list of posters has those of a session."""
    return f"posters-{'-'.join(str(step) for step in session.at[1:] if isinstance(step, int))}"


def poster_groups(desk: Desk) -> list[PosterGroup]:
    """All posters as they are listed."""
    groups = []
    for day, session, posters in _hanging(desk):
        anchor = session_anchor(session) if session is not None else f"posters-day-{day}"
        found = _by_topic(posters)
        rest = desk.wording.word("posters_rest") if len(found) > 1 else ""
        topics = tuple(
            Topic(talks[0].topic or rest, f"{anchor}-topic-{number}", tuple(talks))
            for number, talks in enumerate(found)
        )
        groups.append(PosterGroup(day, session, anchor, topics))
    return groups


def poster_marks(desk: Desk) -> Iterator[PosterMark]:
    """The sessions of the list of posters, if there are several, and the topics in them."""
    groups = poster_groups(desk)
    deep = len(groups) > 1
    for group in groups:
        if deep:
            yield PosterMark(group_title(desk, group), group.anchor, 0)
        for topic in group.topics:
            if topic.title:
                yield PosterMark(topic.title, topic.anchor, int(deep))


def group_title(desk: Desk, group: PosterGroup) -> str:
    """What a group of posters is called: as its session, or else as its day."""
    if group.session is not None and group.session.title:
        return group.session.title
    return desk.wording.weekday(desk.program.days[group.day].date)


def _hanging(desk: Desk) -> Iterator[tuple[int, Session | None, Sequence[Session]]]:
    """The posters of each session, and those of each day that are in none."""
    for index, day in enumerate(desk.program.days):
        single: list[Session] = []
        for session in day.sessions:
            if session.kind == "poster" and session.talks:
                yield index, session, session.talks
            elif session.kind == "poster" and (session.board or session.speakers):
                single.append(session)
            elif inside := [talk for talk in session.talks if talk.kind == "poster" or talk.board]:
                yield index, session, inside
        if single:
            yield index, None, single


def _by_topic(talks: Iterable[Session]) -> list[list[Session]]:
    topics: dict[str, list[Session]] = {}
    for talk in talks:
        topics.setdefault(talk.topic, []).append(talk)
    for group in topics.values():
        group.sort(key=lambda talk: board_key(talk.board))
    return sorted(topics.values(), key=lambda group: (not group[0].topic, board_key(group[0].board)))
