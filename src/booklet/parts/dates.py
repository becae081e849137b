"""Dates as a locale writes them, alone and in stretches."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Final

_TOKENS: Final = re.compile(r"'[^']*'|d+(?:\.|日|일)?|[^'d]+")
"""A date pattern (Unicode TR 35) in pieces: quoted text, the day with the sign of its ordinal, anything else."""


def printed(date: datetime.date, pattern: str, locale: str, *, first: str) -> str:
    """A date by a pattern; `first` is what the first day of a month is called."""
    from babel.dates import format_date  # noqa: PLC0415 - start-up time

    if date.day == 1 and first != "1":
        pattern = _with_day(pattern, first)
    return format_date(date, pattern, locale=locale)


def long_pattern(locale: str) -> str:
    """The pattern of a date with its year."""
    from babel.dates import get_date_format  # noqa: PLC0415 - start-up time

    return str(get_date_format("long", locale=locale).pattern)


def full_pattern(locale: str) -> str:
    """The pattern of a date with its weekday and year."""
    from babel.dates import get_date_format  # noqa: PLC0415 - start-up time

    return str(get_date_format("full", locale=locale).pattern)


def month_pattern(locale: str) -> str:
    """The pattern of a date without its year."""
    from babel import Locale  # noqa: PLC0415 - start-up time
    from babel.dates import match_skeleton  # noqa: PLC0415 - start-up time

    skeletons = Locale.parse(locale).datetime_skeletons
    return str(skeletons[match_skeleton("MMMMd", skeletons) or "MMMd"].pattern)


def one_month(
    pattern: str, days: tuple[str, str], join: Callable[[str, str], str], date: datetime.date, locale: str
) -> str | None:
    """Two days of one month with the month said once, "20.–21. Februar"; None if the pattern has no place for them.

    Args:
        pattern: of a date with its year.
        days: what the days are called, without the sign of their ordinal.
        join: says two days as a stretch.
        date: the last day.
        locale: whose names of months are printed.
    """
    tokens = [token for token in _TOKENS.findall(pattern) if token[0] == "d"]
    if len(tokens) != 1:
        return None
    sign = tokens[0].lstrip("d")
    stretch = join(*[f"{day}{sign}" for day in days])
    from babel.dates import format_date  # noqa: PLC0415 - start-up time

    return format_date(date, _with_token(pattern, f"'{stretch}'"), locale=locale)


def _with_day(pattern: str, day: str) -> str:
    return _TOKENS.sub(lambda token: f"'{day}{token[0].lstrip('d')}'" if token[0][0] == "d" else token[0], pattern)


def _with_token(pattern: str, text: str) -> str:
    return _TOKENS.sub(lambda token: text if token[0][0] == "d" else token[0], pattern)
