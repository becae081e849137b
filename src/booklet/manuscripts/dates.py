"""Dates as agendas write them, in ten languages, whole or in part, before their page makes sense of them."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Final, NamedTuple

LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl")
"""The languages with letters whose names of months and days are known; Chinese and Japanese write numbers and signs."""

_SAME: Final = str.maketrans("０１２３４５６７８９－‐‑‒–—―（）\u00a0\u202f\u3000", "0123456789-------()   ")
_ALSO: Final = {"sept": 9, "thur": 103, "thurs": 103, "tues": 101, "weds": 102, "mär": 3, "jänner": 1, "mrz": 3}
"""What people write besides what locales say; weekdays from 100, Monday first."""

_SHORTEST: Final = 3
"""Shorter names of months and days stand for too much else: "do" is Thursday in German and in Dutch, and a verb."""

_IDEOGRAPHS: Final = {"月": 0, "火": 1, "水": 2, "木": 3, "金": 4, "土": 5, "日": 6}
_STARS: Final = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_NUMERALS: Final = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}
_ORDINALS: Final = (
    ("first", "erster", "premier", "primer", "primo", "primeiro", "eerste", "первый"),
    ("second", "zweiter", "deuxième", "segundo", "secondo", "segundo", "tweede", "второй"),
    ("third", "dritter", "troisième", "tercer", "terzo", "terceiro", "derde", "третий"),
    ("fourth", "vierter", "quatrième", "cuarto", "quarto", "quarto", "vierde", "четвёртый"),
    ("fifth", "fünfter", "cinquième", "quinto", "quinto", "quinto", "vijfde", "пятый"),
)
_DAY_WORD: Final = r"day|tag|jour(?:née)?|d[íi]a|giorno|giornata|dag|день"
_NUMBERED: Final = re.compile(
    rf"(?<!\w)(?:(?:{_DAY_WORD})\ ?(?P<number>[0-9]{{1,2}}|[IVX]{{1,4}})(?!\w|[.:][0-9])"
    rf"|(?P<ordinal>{'|'.join(word for row in _ORDINALS for word in row)})\ (?:{_DAY_WORD})(?!\w)"
    r"|第(?P<nth>[一二三四五六七八九十]|[0-9]{1,2})[天日]|(?P<japanese>[0-9]{1,2})日目)",
    re.IGNORECASE | re.VERBOSE,
)
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class When(NamedTuple):
    """A date as far as it is written: year, month, day and weekday (Monday is 0), each None where not said.

    `number` is that of "Day 2". `until` is the last day of a span in the same month. `swapped` says that day and month
    could also be the other way round (5/4). `begins` and `ends` are the characters of the text that it takes.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    until: int | None = None
    swapped: bool = False
    begins: int = 0
    ends: int = 0

    @property
    def date(self) -> datetime.date | None:
        """The date, if it is whole and can be read in one way."""
        if self.year is None or self.month is None or self.day is None or self.swapped:
            return None
        return datetime.date(self.year, self.month, self.day)


def find_date(text: str) -> When | None:
    """The first date in a text, whole or in part: with or without year and weekday, or a weekday or "Day 2" alone.

    >>> find_date("Thursday, 20 February 2025: Talks")[:4]
    (2025, 2, 20, 3)
    >>> find_date("2月20日（木）")[:4], find_date("Day 2")[4]
    ((None, 2, 20, 3), 2)
    """
    plain = text.translate(_SAME)
    if not _may_hold_date(plain):
        return None
    found = min(
        (when for when in (_numeric(plain), _named(plain), _ideographic(plain)) if when), key=_place, default=None
    )
    if found is not None:
        return _with_weekday(plain, found)
    alone = _weekday(plain)
    numbered = _numbered(plain)
    if alone and numbered:
        begins, ends = min(alone.begins, numbered.begins), max(alone.ends, numbered.ends)
        return numbered._replace(weekday=alone.weekday, begins=begins, ends=ends)
    return numbered or alone


def read_any_date(text: str) -> datetime.date | None:
    """A whole date that is all of a text and can be read in one way, or None."""
    found = find_date(text.strip())
    if found is None or found.begins > 0 or found.ends < len(text.strip()):
        return None
    return found.date


@cache
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """Names of months (1 to 12) and of weekdays (0 to 6), short and long, in every language."""
    from babel import Locale  # noqa: PLC0415 - start-up time

    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for language in LANGUAGES:
        locale = Locale(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    _learn(months, name, number)
                for number, name in locale.days[context][width].items():
                    _learn(days, name, number)
    for name, number in _ALSO.items():
        (days if number >= 100 else months).setdefault(name, number % 100)
    return months, days


def _learn(names: dict[str, int], name: str, number: int) -> None:
    plain = name.casefold().rstrip(".")
    if len(plain) >= _SHORTEST and not plain.isdigit():
        names.setdefault(plain, number)
        names.setdefault(plain.split("-")[0], number)  # segunda-feira


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Month before day, day before month, and a weekday alone."""
    months, days = _names()
    month = "(?P<month>" + "|".join(sorted(map(re.escape, months), key=len, reverse=True)) + r")(?!\w)\.?"
    weekday = "|".join(sorted(map(re.escape, days), key=len, reverse=True))
    suffix = r"(?:st|nd|rd|th|er|re|º|°|ª|\.|-го|-е)?"
    day = rf"(?P<day>[0-9]{{1,2}}){suffix}"
    joint = r"\ ?(?:-|\+|&|/|bis|to|and|und|et|au|y|al|a|e|ao|en|tot|и|по)\ ?"
    span = rf"(?:{joint}(?P<until>[0-9]{{1,2}}){suffix}(?![0-9]|:[0-9]))?"
    year = r"(?:{}\ ?(?:de\ |del\ )?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])\ ?(?:г\.?|года)?)?"
    flags = re.IGNORECASE | re.VERBOSE
    return (
        re.compile(rf"(?<!\w){month}\ {day}(?![0-9]|:[0-9]){span}{year.format(',?')}", flags),
        re.compile(rf"(?<![\w.:]){day}{span}\ ?(?:of\ |de\ |di\ |del\ |-)?{month}{year.format('[,-]?')}", flags),
        re.compile(rf"(?<!\w)(?P<weekday>{weekday})(?:-feira)?(?!\w)\.?,?", re.IGNORECASE),
    )


_HINTS: Final = re.compile(r"[0-9]|day|tag|jour|d[íi]|giorno|dag|день|[曜周星日天]", re.IGNORECASE)


def _may_hold_date(text: str) -> bool:
    """A quick look that spares most texts the long patterns."""
    return bool(_HINTS.search(text)) or _weekday(text) is not None


def _place(when: When) -> tuple[int, int]:
    return when.begins, -when.ends


_NUMERIC: Final = (
    re.compile(
        r"(?<![\w.:/-])(?P<year>(?:19|20)[0-9]{2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9]|:[0-9])"
    ),
    re.compile(
        r"(?<![\w.:/-])(?P<one>[0-9]{1,2})(?P<sep>[-/.])\ ?(?P<two>[0-9]{1,2})(?P=sep)\ ?"
        r"(?P<year>(?:19|20)?[0-9]{2})(?![0-9]|:[0-9])"
    ),
    re.compile(r"(?<![\w.:/-])(?P<one>[0-9]{1,2})(?P<sep>[/.])(?P<two>[0-9]{1,2})\.?(?![\w:/-])"),
)


def _numeric(text: str) -> When | None:
    """2025-02-20, 20.02.2025, 20/02/2025; and 5/4 or 4.5. beside a weekday."""
    for number, pattern in enumerate(_NUMERIC):
        for found in pattern.finditer(text):
            part = found.groupdict()
            if number == 0:
                when = _made(part["year"], part["month"], part["day"], found)
            else:
                year = part.get("year")
                if year is None and _weekday_near(text, found.start(), found.end()) is None:
                    continue
                when = _day_and_month(int(part["one"]), int(part["two"]), part["sep"], year, found)
            if when is not None:
                return when
    return None


def _day_and_month(one: int, two: int, sign: str, year: str | None, found: re.Match[str]) -> When | None:
    """The day comes first with a full stop or a hyphen; with a stroke, only numbers above twelve tell."""
    if sign == "/" and two > 12:
        one, two = two, one
    swapped = sign == "/" and one <= 12 and one != two and two <= 12
    when = _made(year, str(two), str(one), found)
    return when._replace(swapped=swapped) if when else None


def _made(year: str | None, month: str, day: str, found: re.Match[str]) -> When | None:
    """A date if there is such a day."""
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    try:
        datetime.date(full or 2000, int(month), int(day))
    except ValueError:
        return None
    return When(full, int(month), int(day), begins=found.start(), ends=found.end())


def _named(text: str) -> When | None:
    """Feb 20, 2025; 20–21 February; 20 de febrero de 2025."""
    months, _ = _names()
    first, second, _ = _patterns()
    best: When | None = None
    for pattern in (first, second):
        for found in pattern.finditer(text):
            when = _made(found["year"], str(months[found["month"].casefold()]), found["day"], found)
            if when is not None:
                until = int(found["until"]) if found["until"] else None
                when = when._replace(until=until if until and when.day and until > when.day else None)
                best = when if best is None or _place(when) < _place(best) else best
                break
    return best


_REIWA: Final = 2018
"""令和元年 is the year after this one."""

_IDEOGRAPHIC: Final = re.compile(
    r"(?:(?:令和\ ?(?P<era>[0-9]{1,2}|元)|(?P<year>(?:19|20)[0-9]{2}))\ ?年\ ?(?:[(（][^()（）]{1,8}[)）]\ ?)?)?"
    r"(?P<month>[0-9]{1,2})\ ?月\ ?(?P<day>[0-9]{1,2})\ ?[日号號]"
    r"(?:\ ?[-~〜～至到]\ ?(?P<until>[0-9]{1,2})\ ?[日号號])?"
)


def _ideographic(text: str) -> When | None:
    """2025年2月20日."""
    for found in _IDEOGRAPHIC.finditer(text):
        era = found["era"]
        year = found["year"] if era is None else str(_REIWA + (1 if era == "元" else int(era)))
        when = _made(year, found["month"], found["day"], found)
        if when is not None:
            return when._replace(until=int(found["until"]) if found["until"] else None)
    return None


_IDEOGRAPHIC_DAY: Final = re.compile(
    r"[(（]?(?:(?P<japanese>[月火水木金土日])曜日?|(?:星期|周|週|礼拜)(?P<chinese>[一二三四五六日天]))[)）]?|[(（](?P<short>[月火水木金土日])[)）]"
)


def _weekday(text: str, at: int = 0) -> When | None:
    """The first weekday in a text."""
    found = _patterns()[2].search(text, at)
    if found:
        name = found["weekday"].casefold()
        return When(weekday=_names()[1][name], begins=found.start(), ends=found.end())
    signs = _IDEOGRAPHIC_DAY.search(text, at)
    if not signs:
        return None
    chinese = signs["chinese"]
    number = _STARS[chinese] if chinese else _IDEOGRAPHS[signs["japanese"] or signs["short"]]
    return When(weekday=number, begins=signs.start(), ends=signs.end())


_BETWEEN: Final = re.compile(r"[ ,.(]|\b(?:den|dem|the|le|el|il|op|am|de|du)\b")
_NEAR: Final = 7
"""How many characters may stand between a weekday and its date."""


_SHORT: Final = re.compile(
    r"(?<!\w)(?P<day>mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo|пн|вт|ср|чт|пт|сб|вс)\.?,?\s*$", re.IGNORECASE
)
_SHORT_DAYS: Final = {
    "mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6, "ma": 0, "wo": 2, "vr": 4, "za": 5, "zo": 6,
    "пн": 0, "вт": 1, "ср": 2, "чт": 3, "пт": 4, "сб": 5, "вс": 6,
}  # fmt: skip
"""Weekdays of two letters, which are words elsewhere but not right before a date."""


def _weekday_near(text: str, begins: int, ends: int) -> When | None:
    """The weekday right before or behind a date."""
    if short := _SHORT.search(text[max(0, begins - 5) : begins]):
        return When(weekday=_SHORT_DAYS[short["day"].lower()], begins=max(0, begins - 5) + short.start(), ends=begins)
    before = max(0, begins - 16)
    found = _weekday(text[before:begins])
    while found is not None and (later := _weekday(text[before:begins], found.ends)) is not None:
        found = later
    if (
        found is not None
        and before + found.ends >= begins - _NEAR
        and not _BETWEEN.sub("", text[before + found.ends : begins])
    ):
        return found._replace(begins=before + found.begins, ends=before + found.ends)
    found = _weekday(text[ends : ends + 16])
    if found is not None and found.begins <= _NEAR and not text[ends : ends + found.begins].strip(" ,.("):
        return found._replace(begins=ends + found.begins, ends=ends + found.ends)
    return None


def _with_weekday(text: str, when: When) -> When:
    beside = _weekday_near(text, when.begins, when.ends)
    if beside is None:
        return when
    ends = max(when.ends, beside.ends)
    if text[ends : ends + 1] == ")" and "(" in text[when.begins : ends]:
        ends += 1
    return when._replace(weekday=beside.weekday, begins=min(when.begins, beside.begins), ends=ends)


def _numbered(text: str) -> When | None:
    """Day 2, Tag 2, 第二天, 2日目."""
    found = _NUMBERED.search(text)
    if not found:
        return None
    if found["ordinal"]:
        word = found["ordinal"].casefold()
        number = next(at for at, row in enumerate(_ORDINALS, start=1) if word in row)
    elif (sign := found["nth"]) in _NUMERALS:
        number = _NUMERALS[sign]
    else:
        written = found["number"] or sign or found["japanese"]
        number = (
            int(written) if written.isdigit() else _ROMAN.index(written.upper()) + 1 if written.upper() in _ROMAN else 0
        )
    return When(number=number, begins=found.start(), ends=found.end()) if number else None
