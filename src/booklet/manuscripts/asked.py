"""What the organiser asks for when a source is imported."""

from __future__ import annotations

import datetime
from typing import NamedTuple


class Asked(NamedTuple):
    """What the organiser asked for.

    `timezone` is an IANA name that times with an offset are turned into, "" for the source's own; `first_day` is the
    date of the first day, for sources that do not say it; `private` lets e-mail addresses and answers to questions in.
    """

    timezone: str = ""
    first_day: datetime.date | None = None
    private: bool = False
