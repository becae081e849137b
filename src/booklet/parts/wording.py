"""The words, dates and times that the booklet itself prints, by locale."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_EN_DASH: Final = "–"
_TOKENS: Final = re.compile(r"'[^']*'|d+\.?|[^'d]+")
"""A date pattern (Unicode TR 35) in pieces: quoted text, the day with the point of its ordinal, anything else."""

_FIGURE_SPACE: Final = "\u2007"
_NBSP: Final = "\u00a0"

WORDS: Final[dict[str, str]] = {
    "abstracts": "Abstracts",
    "accessibility": "Accessibility",
    "as_of": "Program as of {date}",
    "authors": "Authors",
    "back_calendar": "Scan to add the event to your calendar",
    "back_website": "Scan for the latest version of the program",
    "back": "Back cover",
    "breaks": "Coffee and meals",
    "capacity": "Capacity is limited to {number}.",
    "chair": "Chair",
    "colophon": "Set in Source Serif and Source Sans",
    "committees": "Committees",
    "conduct": "Conduct",
    "contact": "Contact",
    "contents": "Contents",
    "continued": "continued",
    "continued_from": "continued from page {page}",
    "continued_on": "continues at {time} on page {page}",
    "cover": "Cover",
    "directions": "Getting there",
    "each": "{minutes} minutes each",
    "emergency": "In an emergency",
    "essentials": "Essentials",
    "geo": "Scan to open in a map",
    "glance": "Program at a glance",
    "two_days": "{first} and {last}, {time}",
    "more_days": "{first} to {last}, {time}",
    "host": "Hosted by",
    "in_parallel": "Parallel program in {rooms} rooms",
    "index": "Speakers",
    "index_all": "Speakers and co-authors",
    "key_talk": "Bold: abstract of the person’s talk",
    "key_chair": "Italic: chairs the session",
    "key_coauthor": "Roman: co-author",
    "both_days": "both days",
    "every_day": "every day",
    "joint": "Joint work with",
    "and_others": "{name} et al.",
    "kind_keynote": "Keynote",
    "kind_panel": "Panel",
    "kind_plenary": "Plenary",
    "kind_poster": "Poster",
    "kind_tutorial": "Tutorial",
    "kind_workshop": "Workshop",
    "map_of": "Map of the surroundings of {name}",
    "posters": "Posters",
    "posters_boards": "{number} posters, boards {boards}",
    "posters_number": "{number} posters",
    "posters_rest": "Other topics",
    "revision": "Revision {revision}",
    "network": "Network",
    "notes": "Notes",
    "page": "Page",
    "short_page": "p.\u00a0{page}",
    "some_rooms": "rooms {first} to {last} of {all}",
    "one_room": "room {first} of {all}",
    "more_rooms": "{rooms} on page {page}",
    "password": "Password",
    "registration": "Registration",
    "room": "Room",
    "rooms": "Rooms",
    "sponsors": "Sponsors",
    "talks_number": "{number} talks",
    "signs": "Door signs",
    "sheet": "{number} of {all}",
    "timetable": "Timetable",
    "venue": "Venue",
    "website": "Website",
    "when": "When",
    "where": "Where",
    "wifi": "Wi-Fi",
    "wifi_qr": "Scan to join the network",
    "page_link": "{title}, page {page}",
}
"""Everything that the booklet says in its own words, in American English, by key."""

BRITISH: Final[dict[str, str]] = {
    "as_of": "Programme as of {date}",
    "back_website": "Scan for the latest version of the programme",
    "glance": "Programme at a glance",
    "in_parallel": "Parallel programme in {rooms} rooms",
}
"""What it says otherwise in the English of all other places."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words, dates and times in one locale; `twelve` tells whether its clock has twelve hours."""

    language: str
    locale: str
    twelve: bool

    def word(self, key: str, **values: object) -> str:
        """A phrase by its key, with values put in."""
        words = WORDS if self.language in {"en", "en-US"} or key not in BRITISH else BRITISH
        return words[key].format(**values)

    def clock(self, minutes: int, *, half: bool = True, pad: bool = False) -> str:
        """A time of day as the locale writes it; past midnight the clock begins again.

        Args:
            minutes: after midnight.
            half: write "am" or "pm", where the locale's clock has twelve hours.
            pad: put a figure space before a single digit, for columns of times.
        """
        hour, minute = divmod(minutes % 1440, 60)
        if not self.twelve:
            return f"{hour:02}:{minute:02}"
        shown = hour % 12 or 12
        space = _FIGURE_SPACE if pad and shown < 10 else ""
        return f"{space}{shown}:{minute:02}" + (f"{_NBSP}{_half(hour)}" if half else "")

    def span(self, start: int | None, end: int | None, *, pad: bool = False) -> str:
        """A stretch of time, "9:00–9:45 am"; only its start if it has no end, and nothing without a start."""
        if start is None:
            return ""
        if end is None:
            return self.clock(start, pad=pad)
        same = (start // 720) % 2 == (end // 720) % 2 and end - start < 720
        first = self.clock(start, half=not same, pad=pad)
        return f"{first}{_EN_DASH}{self.clock(end)}"

    def bare_span(self, start: int, end: int | None, *, pad: bool = False) -> str:
        """A stretch of time without "am" or "pm", "9:00–9:45", for where the time of day is plain to see."""
        first = self.clock(start, half=False, pad=pad)
        return first if end is None else f"{first}{_EN_DASH}{self.clock(end, half=False)}"

    def language_name(self, tag: str) -> str:
        """What a language is called, as in "German" for de; the tag itself if nobody knows."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - start-up time

        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (UnknownLocaleError, ValueError):
            return tag

    def listed(self, items: Sequence[str]) -> str:
        """Several things in a sentence: "A, B, and C"."""
        from babel.lists import format_list  # noqa: PLC0415 - start-up time

        return format_list(list(items), locale=self.locale)

    def number(self, value: int) -> str:
        """A number as the locale groups its digits: "1,200"."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - start-up time

        return format_decimal(value, locale=self.locale)

    def long_date(self, date: datetime.date) -> str:
        """A date with its weekday and year."""
        return self._date(date, "full")

    def plain_date(self, date: datetime.date) -> str:
        """A date with its year."""
        return self._date(date, "long")

    def day_and_month(self, date: datetime.date) -> str:
        """A date without its year, "February 20"."""
        from babel.dates import format_skeleton  # noqa: PLC0415 - start-up time

        return format_skeleton("MMMMd", date, locale=self.locale)

    def weekday(self, date: datetime.date) -> str:
        """The name of the day, "Thursday"."""
        return self._date(date, "EEEE")

    def short_weekday(self, date: datetime.date) -> str:
        """The short name of the day, "Thu"."""
        return self._date(date, "EEE").rstrip(".")

    def dates(self, first: datetime.date, last: datetime.date) -> str:
        """A stretch of days, "February 20–21, 2025"."""
        from babel.dates import get_date_format  # noqa: PLC0415 - start-up time

        if first == last:
            return self.plain_date(first)
        pattern = get_date_format("long", locale=self.locale).pattern
        days = [token for token in _TOKENS.findall(pattern) if token[0] == "d"]
        if (first.year, first.month) == (last.year, last.month) and len(days) == 1:
            dot = days[0].lstrip("d")
            both = f"'{first.day}{dot}{_EN_DASH}'{days[0]}"
            return self._date(last, _TOKENS.sub(lambda token: both if token[0][0] == "d" else token[0], pattern))
        if first.year == last.year:
            return f"{self.day_and_month(first)} {_EN_DASH} {self.plain_date(last)}"
        return f"{self.plain_date(first)} {_EN_DASH} {self.plain_date(last)}"

    def _date(self, date: datetime.date, pattern: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - start-up time

        return format_date(date, pattern, locale=self.locale)


def wording(language: str) -> Wording:
    r"""The wording of a BCP 47 language tag; an unknown one gets English dates.

    >>> wording("en-US").span(9 * 60, 9 * 60 + 45), wording("de-DE").span(9 * 60, 9 * 60 + 45)
    ('9:00–9:45\xa0am', '09:00–09:45')
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - start-up time

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en-US", sep="-")
    pattern: str = locale.time_formats["short"].pattern
    return Wording(language, str(locale), "a" in re.sub(r"'[^']*'", "", pattern))


def _half(hour: int) -> str:
    return "am" if hour % 24 < 12 else "pm"
