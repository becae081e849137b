"""What the organiser asks for when a source is imported."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from booklet.errors import BookletError
from booklet.model.values import read_date, read_timezone


class Asked(NamedTuple):
    """What the organiser asked for.

    `timezone` is an IANA name that times with an offset are turned into, "" for the source's own; `first_day` is the
    date of the first day, for sources that do not say it; `private` lets e-mail addresses and answers to questions in.
    """

    timezone: str = ""
    first_day: datetime.date | None = None
    private: bool = False


def read_asked(timezone: str, first_day: str, *, private: bool) -> Asked:
    """Read what was said on the command line; empty texts say nothing.

    Raises:
        BookletError: it is no time zone, or no date.
    """
    try:
        zone = read_timezone(timezone) if timezone else ""
    except BookletError as error:
        raise BookletError([error.faults[0]._replace(what=f"--timezone: {error.faults[0].what}")]) from None
    try:
        date = read_date(first_day) if first_day else None
    except BookletError as error:
        raise BookletError([error.faults[0]._replace(what=f"--date-of-first-day: {error.faults[0].what}")]) from None
    return Asked(zone, date, private)
