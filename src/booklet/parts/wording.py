"""The words, dates, times and numbers that the booklet itself prints, by locale."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from booklet.model.words import Phrase, read_words
from booklet.parts.dates import full_pattern, long_pattern, month_pattern, one_month, printed

if TYPE_CHECKING:
    from babel import Locale

_EN_DASH: Final = "–"
_FIGURE_SPACE: Final = "\u2007"
_NBSP: Final = "\u00a0"

_TIME: Final = re.compile(r"(h+|H+|K+|k+)('[^']*'|[^'a-zA-Z]*)m+")
"""The hours of a pattern of time (Unicode TR 35), and what stands between them and the minutes."""

_TWENTY_FOUR: Final = frozenset({"zh", "ja", "ko"})
"""Languages that speak in halves of a day, but whose programs count 24 hours."""

_DIGITS: Final = {"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040}
"""The zeros of the systems of numbers that locales have as their usual ones. Source: Unicode CLDR, numberingSystems."""


class Clock(NamedTuple):
    """How times are written: in halves of a day, in two digits always, with what between hours and minutes.

    `halves` are the names of the two halves of a day.
    """

    twelve: bool
    padded: bool
    point: str
    halves: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words, dates, times and numbers in one locale.

    `language` is what the words are in, and `locale` is Babel's name of it, so that pages are in one language: where
    nobody has translated the words of the program's language, both are English. `digits` says what ASCII digits become.
    """

    language: str
    locale: str
    style: Clock
    phrases: Mapping[str, Phrase]
    plural: Callable[[int], str]
    digits: Mapping[int, int] = field(default_factory=dict)

    def word(self, key: str, **values: object) -> str:
        """A phrase by its key, with values put in; of its plural forms, the one for the first whole number in them."""
        phrase = self.phrases[key]
        if not isinstance(phrase, str):
            number = next(value for value in values.values() if isinstance(value, int))
            phrase = phrase.get(self.plural(number), phrase["other"])
        if not values:
            return phrase
        texts = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return phrase.format(**texts)

    def joined(self, texts: Iterable[str]) -> str:
        """Things side by side, as in "Main Hall, City Library"; what is empty is left out."""
        return self.word("comma").join(filter(None, texts))

    def labelled(self, label: str, text: str) -> str:
        """A text after its label, as in "Chair: Ada Ek"."""
        return f"{label}{self.word('colon')}{text}"

    def bracketed(self, text: str) -> str:
        """A text in brackets, without the space that may be before it."""
        return self.word("brackets", text=text)

    @property
    def characters(self) -> frozenset[str]:
        """Every character that is in its phrases, its numbers and the names of its days, so that fonts can be asked."""
        texts = [
            form
            for phrase in self.phrases.values()
            for form in ([phrase] if isinstance(phrase, str) else phrase.values())
        ]
        texts += [self.short_weekday(datetime.date(2024, 1, day)) for day in range(1, 8)]
        return frozenset("".join([*texts, *self.style.halves, *map(chr, self.digits.values())]))

    @property
    def gap(self) -> str:
        """What stands before a bracket: a space, but for brackets that bring their own."""
        return " " if self.word("brackets")[0] == "(" else ""

    def numerals(self, text: str) -> str:
        """A text with the digits of the locale in place of ASCII's."""
        return text.translate(self.digits) if self.digits else text

    def folio(self, number: int) -> str:
        """The number of a page."""
        return self.numerals(str(number))

    def clock(self, minutes: int, *, half: bool = True, pad: bool = False) -> str:
        """A time of day as the locale writes it; past midnight the clock begins again.

        Args:
            minutes: after midnight.
            half: write "am" or "pm", where the locale's clock has twelve hours.
            pad: put a figure space before a single digit, for columns of times.
        """
        hour, minute = divmod(minutes % 1440, 60)
        shown = (hour % 12 or 12) if self.style.twelve else hour
        lead = ("0" if self.style.padded else _FIGURE_SPACE if pad else "") if shown < 10 else ""
        time = self.numerals(f"{lead}{shown}{self.style.point}{minute:02}")
        return f"{time}{_NBSP}{self.style.halves[hour // 12]}" if half and self.style.twelve else time

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
        if -1000 < value < 1000:
            return self.numerals(str(value))
        from babel.numbers import format_decimal  # noqa: PLC0415 - start-up time

        return self.numerals(format_decimal(value, locale=self.locale, numbering_system="default"))

    def long_date(self, date: datetime.date) -> str:
        """A date with its weekday and year, as it begins a line."""
        return opening(self._date(date, full_pattern(self.locale)))

    def plain_date(self, date: datetime.date) -> str:
        """A date with its year."""
        return self._date(date, long_pattern(self.locale))

    def day_and_month(self, date: datetime.date) -> str:
        """A date without its year, "February 20"."""
        return self._date(date, month_pattern(self.locale))

    def weekday(self, date: datetime.date, *, inside: bool = False) -> str:
        """The name of the day, "Thursday", as it begins a line, or stands `inside` of one."""
        name = self._date(date, "EEEE")
        return name if inside else opening(name)

    def short_weekday(self, date: datetime.date) -> str:
        """The short name of the day, "Thu"."""
        return opening(self._date(date, "EEE").rstrip("."))

    def dated(self, date: datetime.date) -> tuple[str, str]:
        """The weekday and the day, in the locale's order, in two parts: ("Thursday", ", February 20")."""
        values = {
            "weekday": self.weekday(date, inside=True),
            "short": self.short_weekday(date),
            "date": self.day_and_month(date),
        }
        head, brace, rest = str(self.phrases["weekday_and_date"]).partition("}")
        return opening(f"{head}{brace}".format(**values)), rest.format(**values)

    def dates(self, first: datetime.date, last: datetime.date) -> str:
        """A stretch of days, "February 20–21, 2025"."""
        if first == last:
            return self.plain_date(first)
        if (first.year, first.month) == (last.year, last.month):
            key = "two_dates" if (last - first).days == 1 else "more_dates"
            days = (self._first if first.day == 1 else str(first.day), str(last.day))
            stretch = one_month(long_pattern(self.locale), days, partial(self._stretch, key), last, self.locale)
            if stretch is not None:
                return self.numerals(stretch)
        begins, ends = self.plain_date(first), self.plain_date(last)
        if first.year == last.year and long_pattern(self.locale).startswith("y"):
            ends = self.day_and_month(last)
        elif first.year == last.year:
            begins = self.day_and_month(first)
        return self._stretch("far_dates", begins, ends)

    @property
    def _first(self) -> str:
        return self.word("first_day")

    def _stretch(self, key: str, first: str, last: str) -> str:
        return self.word(key, first=first, last=last)

    def _date(self, date: datetime.date, pattern: str) -> str:
        return self.numerals(printed(date, pattern, self.locale, first=self._first))


def wording(language: str, said: Mapping[str, str] | None = None) -> Wording:
    r"""The wording of a BCP 47 language tag; in English, words and dates, if nobody has translated the words.

    >>> wording("en-US").span(9 * 60, 9 * 60 + 45), wording("de-DE").span(9 * 60, 9 * 60 + 45)
    ('9:00–9:45\xa0am', '09:00–09:45')

    Args:
        language: the tag.
        said: phrases that the program has in place of ours.
    """
    spoken, phrases = read_words(language)
    return in_locale(spoken, {**phrases, **said} if said else phrases)


def in_locale(language: str, phrases: Mapping[str, Phrase]) -> Wording:
    """Phrases with the dates, times and numbers of a language tag, whatever the phrases are in."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - start-up time

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(language.partition("-")[0])
    zero = _DIGITS.get(locale.default_numbering_system)
    digits = {} if zero is None else {ord("0") + value: zero + value for value in range(10)}
    return Wording(language, str(locale), _clock_of(locale), phrases, partial(_category, locale), digits)


def opening(text: str) -> str:
    """A text as it begins a line: with a capital, where its script has them.

    >>> opening("jeudi")
    'Jeudi'
    """
    return text[:1].upper() + text[1:]


def _category(locale: Locale, number: int) -> str:
    """The plural category of a number."""
    return str(locale.plural_form(number))


def _clock_of(locale: Locale) -> Clock:
    found = _TIME.search(locale.time_formats["short"].pattern)
    hours, between = (found[1], found[2]) if found else ("HH", ":")
    halved = hours[0] in "hK"
    counted = locale.language in _TWENTY_FOUR
    names = locale.day_periods.get("format", {}).get("abbreviated", {})
    halves = ("am", "pm") if locale.language == "en" else (names.get("am", "am"), names.get("pm", "pm"))
    return Clock(
        twelve=halved and not counted,
        padded=len(hours) == 2 or (halved and counted),
        point=between if between in {":", "."} else ":",
        halves=halves,
    )
