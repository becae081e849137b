"""Times of day and lengths as agendas write them, in ten languages, before their day makes sense of them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

NOON: Final = 12 * 60

_SAME: Final = str.maketrans(
    "０１２３４５６７８９：．～〜∼－‐‑‒–—―−ー\u00a0\u202f\u2009\u3000", "0123456789:.~~~---------    "
)
"""Signs that mean the same as others; one for one, so that places in the text stay what they are. The long vowel sign
of Japanese is only met between digits here."""

_HALF_BEFORE: Final = r"上午|下午|午前|午後|早上|凌晨|清晨|晚上|傍晚|夜|中午|午间"
_MORNING: Final = frozenset({"上午", "午前", "早上", "凌晨", "清晨"})
_LAST: Final = 30
"""The last hour that is written for the night after a day: 19:30-27:00."""

_CLOCK: Final = rf"""
    (?P<before{{0}}>{_HALF_BEFORE})?\ ?
    (?:
        (?P<word{{0}}>
            (?:12\ ?)? (?: noon|midday|mittags?|midi|mezzogiorno|mediodía|meio-dia|midnight|mitternacht|minuit )
          | 正午 | полдень
        ) (?!\w)
      | (?P<hour{{0}}>[0-9]{{{{1,2}}}}) \ ? (?: [:hHuU] | (?P<point{{0}}>\.) ) \ ?
        (?P<minute{{0}}>[0-5][0-9]) (?::[0-5][0-9](?![0-9]))? (?! [0-9] | [.:/][0-9] )
      | (?P<ideo{{0}}>[0-9]{{{{1,2}}}}) \ ?[時时點点]
        (?: \ ?(?P<ideo_minute{{0}}>[0-5]?[0-9])\ ?分 | (?P<ideo_half{{0}}>半) )?
      | (?P<joined{{0}}>[0-2][0-9][0-5][0-9]) (?![0-9])
      | (?P<bare{{0}}>[0-9]{{{{1,2}}}}) (?! [0-9] | [.,:/][0-9] | [%°] )
    )
    (?: \ ?(?P<half{{0}}>[ap])\.?\ ?m\b\.?
      | \ noon\b
      | \ ?(?P<suffix{{0}}>uhr|uur|heures?|hrs?|hs?|ч(?:ас(?:ов|а)?)?\.?|u)(?!\w) )?
    (?: \ ?uhr(?!\w) )?
"""
_DASH: Final = r"""\ *(?:
    -+ | ~+ | − | → | ⟶ | ➔ | ➞ | ⇒ | /(?=\ ?[0-9]) | 至 | 到 | から
  | \b(?:to|till|until|bis|à|a|às|ate|até|alle|ad|do|tot|до|по)\b (?:\ (?:um|les|las|ore)\b)?
  | (?<=h)à
)\ *"""
_OPEN: Final = r"""\ *(?:-+\ *)?(?:
    \.{2,} | … | \?\? | late\b | open(?:\ ?end(?:ed)?)?\b | onwards?\b | (?:ende\ )?offen(?:es\ ende)?\b | \bff\b\.?
  | fin\b(?=$) | до\ последнего | 以降 | 以后 | 起 | 開始
)"""
_FROM: Final = r"""(?:
    (?P<opening> from | starting\ at | after | ab | à\ partir\ de | dès | desde(?:\ las)? | a\ partire\ dalle
      | dalle(?:\ ore)? | a\ partir\ d[ae]s | vanaf | с | начиная\ с )
  | at | um | von | de | à | a\ las | las | alle | às | das | om | van | в | ore | ca\.? | approx\.? | circa | etwa | ~
)\ +"""
_ZONE: Final = r"""(?: \ *\(?
    (?:
        (?: [ECMP]DT | CES?T | WES?T | EES?T | BST | JST | KST | AES?T | SGT | HKT | MSK | UTC | GMT )
        (?: \ ?[+-][0-9]{1,2} (?::?[0-9]{2})? )? (?![\w']) \)?
      | (?: [ECMP]S?T | IST ) (?![\w']) (?: \) | (?=\ *(?:$|[\n\t:;,|\]–—-])) )
    )
)?"""
"""A time zone; letters that mean much else besides, as CT and EST do, only where they are set off from what follows."""

_ONE: Final = rf"(?:{_FROM})?{_CLOCK.format('1')}"
_TWO: Final = rf"{_ONE}{_DASH}{_CLOCK.format('2')}{_ZONE}"
_RANGE: Final = re.compile(_TWO, re.IGNORECASE | re.VERBOSE)
_SINGLE: Final = re.compile(rf"{_ONE}(?P<open>{_OPEN}|\ *-+(?=\ *(?:$|\||\t)))?{_ZONE}", re.IGNORECASE | re.VERBOSE)

_LENGTH: Final = re.compile(
    r"""(?<![\w:.]) (?P<minutes>[0-9]{1,3} (?:\ ?\+\ ?[0-9]{1,2})?) \ ?(?:-\ ?)?
    (?: min(?:ute[sn]?|uti|utos|uten|s)?\b\.? | мин(?:ут[аы]?)?\b\.? | ['′](?!\w) | 分(?:钟|鐘|間)? )
    (?P<each>\ + (?:each | je(?:weils)? | chacune? | cada\ un[oa]? | ciascun[oa] | elk | кажд\w+
        | per\ (?:talk|speaker) ) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COUNT: Final = re.compile(
    r"\s*(?:two|three|four|five|six|seven|eight|[0-9]{1,2}|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|"
    r"due|tre|quattro|dois|três|quatro|twee|drie|два|три|четыре)\s+(?=.{0,60}\b(?:talks|vorträge|exposés|charlas|interventi|"
    r"palestras|lezingen|доклад\w*)\b)",
    re.IGNORECASE,
)
_STARTS: Final = re.compile(
    r"(?<![\w.,:/$€£#&§-])(?=[0-9上下午早凌清晚傍夜中正]|noon|midday|from|ab\b|de\b|с\b|von\b|dalle\b|às\b)",
    re.IGNORECASE,
)


class Clock(NamedTuple):
    """A time of day as it is written: minutes after midnight on the face of the clock, and which half of the day.

    `half` is "a" or "p" where it is said to be before or after noon, "" where nothing is said. `exact` is false for a
    bare number such as the 9 of "9-10:30".
    """

    minutes: int
    half: str = ""
    exact: bool = True


class Hours(NamedTuple):
    """A beginning and an end as they are written, `end` None where none is; `open` says that it ends when it ends.

    `begins` and `ends` are the characters of the text that it takes.
    """

    start: Clock
    end: Clock | None
    open: bool
    begins: int
    ends: int


class Length(NamedTuple):
    """A length in minutes, whether it is that of each of several talks, and the characters of the text it takes."""

    minutes: int
    each: bool
    begins: int
    ends: int


def hours_at(text: str, at: int = 0, *, alone: bool = False) -> Hours | None:
    """The time that begins at a place of a text.

    Hours and minutes are parted by a colon, a full stop, h, u, 時 or nothing (0900-0945); a bare number is an hour only
    if something says so (am, Uhr, h) or the other end has minutes, or if it stands `alone` in a cell. Two times
    are parted by any dash, by "to" in ten languages, or by nothing but a wave. Names of time zones after it belong
    to it. Years, dates, sections and sums of money are none.

    >>> hours_at("9:00-9:45am Joan Bruna")[:3]
    (Clock(minutes=540, half='', exact=True), Clock(minutes=585, half='a', exact=True), False)
    """
    return _hours_at(text.translate(_SAME), at, alone=alone)


def _hours_at(plain: str, at: int, *, alone: bool) -> Hours | None:
    if found := _RANGE.match(plain, at):
        first, last = _clock(found, "1"), _clock(found, "2")
        if first is not None and last is not None and _credible_range(found, first, last, alone=alone):
            return Hours(first, last, False, at, found.end())
    if found := _SINGLE.match(plain, at):
        first = _clock(found, "1")
        if first is not None and _credible(found, first, alone=alone):
            return Hours(first, None, bool(found["open"] or found["opening"]), at, found.end())
    return None


def find_hours(text: str, *, alone: bool = False) -> Hours | None:
    """The first time in a text, at the beginning of a word."""
    plain = text.translate(_SAME)
    for start in _STARTS.finditer(plain):
        if found := _hours_at(plain, start.start(), alone=alone):
            return found
    return None


def find_length(text: str) -> Length | None:
    """The first length of time in a text: 25 mins each, (20+5 min), 30', 15分.

    >>> find_length("Three graduate student talks, 25 mins each")
    Length(minutes=25, each=True, begins=30, ends=42)
    """
    found = _LENGTH.search(text.translate(_SAME))
    if not found:
        return None
    minutes = sum(int(part) for part in found["minutes"].split("+"))
    return Length(minutes, bool(found["each"]), found.start(), found.end()) if 0 < minutes <= 24 * 60 else None


def find_count(text: str) -> re.Match[str] | None:
    """The number that begins "Three graduate student talks", if a text begins so."""
    return _COUNT.match(text)


def _written(found: re.Match[str], which: str) -> str:
    names = ("hour", "ideo", "joined", "bare")
    return next((found[f"{name}{which}"] for name in names if found[f"{name}{which}"]), "")


def _clock(found: re.Match[str], which: str) -> Clock | None:
    """What one end of a match says, or None if there is no such time."""
    if word := found[f"word{which}"]:
        night = re.search("midnight|mitternacht|minuit", word, re.IGNORECASE)
        return Clock(0, "a") if night else Clock(NOON, "p")
    written = _written(found, which)
    if found[f"joined{which}"]:
        hour, minute = int(written[:2]), int(written[2:])
    else:
        half_past = 30 if found[f"ideo_half{which}"] else 0
        hour, minute = int(written), int(found[f"minute{which}"] or found[f"ideo_minute{which}"] or half_past)
    half = (found[f"half{which}"] or "").lower()
    if before := found[f"before{which}"]:
        half = "a" if before in _MORNING else "p"
    if hour > _LAST or (half == "a" and hour > 12) or minute > 59:
        return None
    minutes = 60 * hour + minute
    if half and hour <= 12:
        minutes = minutes % NOON + (NOON if half == "p" else 0)
    return Clock(minutes, half, exact=not found[f"bare{which}"])


def _marked(found: re.Match[str], which: str) -> bool:
    return bool(found[f"half{which}"] or found[f"suffix{which}"] or found[f"before{which}"])


def _credible(found: re.Match[str], first: Clock, *, alone: bool) -> bool:
    """Whether what looks like a time is none of the many other things that are written with numbers."""
    following = found.string[found.end() : found.end() + 1]
    if found["joined1"]:
        return _marked(found, "1") or (alone and following == "")
    if not first.exact:
        return _marked(found, "1")
    if found["point1"] and following == ".":
        # 10.30. may end a sentence, but 20.02. is a date.
        return first.minutes % 60 > 12 or _marked(found, "1")
    return True


def _credible_range(found: re.Match[str], first: Clock, last: Clock, *, alone: bool) -> bool:
    """Two numbers are times if one of them surely is and the other goes with it."""
    if found["joined1"] or found["joined2"]:
        both = bool(found["joined1"] and found["joined2"])
        years = both and all(1900 <= int(found[f"joined{which}"]) < 2100 for which in "12")
        return both and (not years or alone or first.minutes % 5 == last.minutes % 5 == 0)
    if not last.exact and not _marked(found, "2"):
        # "9:00-10" ends at ten, but "9:00 - 3 talks" does not end at three.
        tight = found.string[found.start("bare2") - 1 : found.start("bare2")] not in {" ", ""}
        return (first.exact or _marked(found, "1") or alone) and (tight or alone)
    if not first.exact and not _marked(found, "1"):
        return last.exact or _marked(found, "2")
    return True
