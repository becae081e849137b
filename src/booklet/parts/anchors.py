"""The names of the points that links, folios and bookmarks lead to."""

from __future__ import annotations

from booklet.model.program import Session


def talk_anchor(session: Session) -> str:
    """Where a session's abstract starts."""
    return f"talk-{_number(session)}"


def row_anchor(session: Session) -> str:
    """A session's row in the timetable."""
    return f"row-{_number(session)}"


def day_anchor(index: int) -> str:
    """Where a day's timetable starts."""
    return f"day-{index}"


def page_anchor(index: int) -> str:
    """Where a text of the organisers' own starts."""
    return f"page-{index}"


def grid_anchor(day: int, spread: int) -> str:
    """Where a spread of a day's grid starts."""
    return f"grid-{day}-{spread}"


def _number(session: Session) -> str:
    """The place of a session in the program, by the numbers in its key."""
    return "-".join(str(step) for step in session.at[1:] if isinstance(step, int))
