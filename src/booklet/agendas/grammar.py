"""The grammar of a line: what a line of an agenda may be, and by which words it is known.

A line is, by the first of these rules that it fits:

1. *resources*: nothing but slides, recordings and other files.
2. *a day*: a date or weekday, alone or with a few words set off from it ("Thursday, Feb 20: Tutorials", "Day 2").
3. *a time*, and what is at that time: the time begins the line ("9:00-9:45 Opening"), or ends it in brackets or behind
   a comma ("Opening (9:00-9:45)"). A date may stand before the time.
4. *a label* and what it says: "Speaker: Ann Lee".
5. *text*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from booklet.agendas.labels import Label, labelled
from booklet.agendas.page import Line
from booklet.agendas.resources import only_resources, without_resources
from booklet.agendas.sections import section_of
from booklet.manuscripts.dates import When, find_date
from booklet.manuscripts.hours import Clock, Hours, find_hours, hours_at
from booklet.manuscripts.people_lists import is_name, read_people

_EDGE: Final = " \t:–—|,;.-)]>•·*→　：、，"
_OPENING: Final = re.compile(r"[\s•·*–—>\[(（|-]*")
_TAIL_TIME: Final = re.compile(r"[(（\[]\s*(?=[0-9上下午]|noon)|[,;–—|-]\s+(?=[0-9]{1,2}[:.h])")
_SET_OFF: Final = re.compile(r"^\s*(?:$|[:：,;.–—|(（\[/-])")
_DATE_LABEL: Final = re.compile(
    r"\W{0,3}(?:dates?|datum|fecha|data|дата|日期|日付|日時|日程|时间|時間|when|wann|quand|cuándo|quando|wanneer|"
    r"когда)\s*[:：]",
    re.IGNORECASE,
)
_NAVIGATION: Final = re.compile(
    r"©|\(c\) [0-9]{4}|copyright|privacy ?policy|privacyverklaring|impressum|datenschutz|cookie (?:policy|settings|"
    r"notice|preferences|banner)|(?:uses?|our|accept) (?:all )?cookies|"
    r"mentions légales|plan du site|aviso legal|"
    r"política de |note legali|informativa|all rights reserved|alle rechte|tous droits|todos los derechos|"
    r"skip to content|zum inhalt|"
    r"aller au contenu|saltar al contenido|vai al contenuto|se connecter|log ?in\b|sitemap|back to top|powered by|"
    r"版权所有|隐私|прива́?тность|все права|個人情報|著作権",
    re.IGNORECASE,
)
"""What stands in the margins of web pages."""

_FEW: Final = 9
"""A day's title has no more words."""

_LONG: Final = 300
"""A line longer than that is prose, wherever a time or date may stand in it."""


class Token(NamedTuple):
    """A line, or a piece of one, that is understood: what it is, and what it says.

    `number` is its line in the source. `structure` are the words that became structure (a date, a time, a label), so
    that it can be proved that no word was lost. `until` is an end that the table's rows tell, not the words.
    """

    kind: Literal["day", "time", "label", "text", "talk", "resources", "heading", "navigation"]
    text: str
    number: int
    level: int = 0
    depth: int = 0
    gap: bool = False
    when: When | None = None
    hours: Hours | None = None
    label: Label | None = None
    structure: str = ""
    until: Clock | None = None


def tokens_of(line: Line) -> Iterator[Token]:
    """The tokens of a line, one or two; and one for the links that stood in it."""
    if line.aside:
        yield Token("resources", ", ".join(line.aside), line.number)
    text, files = without_resources(line.text)
    if files:
        yield Token("resources", ", ".join(files), line.number)
    if not text:
        return
    usual = Token("text", text, line.number, line.level, line.depth, line.gap or bool(line.level))
    if only_resources(text) and not _has_time(text):
        yield usual._replace(kind="resources")
    elif _NAVIGATION.search(text) and len(text) < _LONG and not _has_time(text):
        yield usual._replace(kind="navigation")
    elif len(text) > _LONG or _DATE_LABEL.match(text):
        yield _label_or_text(usual)
    elif day := _day(text, heading=line.level > 0):
        yield from _of_day(day, text, usual)
    elif found := _time(text):
        yield from _of_time(found, text, usual)
    else:
        yield _label_or_text(usual)


def _label_or_text(usual: Token) -> Token:
    if section_of(usual.text) == "papers" and not _SINGLE_ABSTRACT.fullmatch(usual.text):
        return usual  # a heading over all abstracts
    said = labelled(usual.text)
    if said is None and (bare := _BARE_LABEL.match(usual.text)) and _people_only(bare["rest"]):
        label: Label = "chair" if bare["chair"] else "speaker"
        return usual._replace(kind="label", label=label, text=bare["rest"], structure=bare[0][: -len(bare["rest"])])
    if said is None or (usual.level and not said.rest and said.label not in {"abstract", "bio"}):
        return usual
    if said.label in {"date", "time"} and (when := find_date(said.rest)):
        rest = _without(said.rest, when)
        return usual._replace(kind="day", label="date", when=when, text=rest, structure=usual.text)
    return usual._replace(kind="label", label=said.label, text=said.rest, structure=said.word)


_SINGLE_ABSTRACT: Final = re.compile(
    r"\W*(?:abstract|résumé|摘要|要旨|講演要旨|講演概要|発表概要|报告摘要|アブストラクト)\W*", re.IGNORECASE
)
"""What may head one abstract as well as all of them; there it labels one."""

_BARE_LABEL: Final = re.compile(
    r"\W{0,3}(?:(?P<chair>(?:moderated|chaired|hosted) by|animée? par|modérée? par|présidée? par|moderiert von|"
    r"geleitet von|modera|"
    r"preside|presiede|moderato da|conduce|moderado por|voorgezeten door|ведёт|модерирует)|by|with|avec|con|com|"
    r"mit|von|met|с участием)"
    r"\s+(?P<rest>[^:]{3,300})$",
    re.IGNORECASE,
)
"""Words that lead to people without a colon."""


def _people_only(text: str) -> bool:
    people = read_people(text)
    return bool(people) and all(is_name(person.name) for person in people)


def _has_time(text: str) -> bool:
    return hours_at(text, _opening(text)) is not None


def _opening(text: str) -> int:
    found = _OPENING.match(text)
    return found.end() if found else 0


def _day(text: str, *, heading: bool) -> When | None:
    """The day that a line names, if that is what the line is for."""
    when = find_date(text)
    if when is None or when.until is not None:
        return None
    before, after = text[: when.begins].strip(_EDGE + "([（"), text[when.ends :]
    words = len(before.split()) + len(after.split())
    numbered = find_date(before) if before else None
    if before and not (numbered and numbered.number):
        # "Tutorial day: Monday, May 4": only with a whole date, and few words before it.
        if when.day is None or not (heading or text[: when.begins].rstrip().endswith((":", "–", "-", ",", "|", "："))):
            return None
        return when if words <= _FEW and not find_hours(before) else None
    if numbered and numbered.number:
        when = when._replace(number=numbered.number, begins=0)
    if find_hours(after) is not None and not heading:
        return when if _time_follows(after) else None
    if heading:
        return when if words <= 2 * _FEW else None
    return when if _SET_OFF.match(after) and words <= _FEW else None


def _time_follows(after: str) -> bool:
    """Whether a time stands right behind a date: "Mon 5/4, 9:00-10:00 Opening"."""
    return hours_at(after, len(after) - len(after.lstrip(_EDGE + "(（"))) is not None


def _of_day(when: When, text: str, usual: Token) -> Iterator[Token]:
    rest = _without(text, when)
    structure = text[when.begins : when.ends]
    last = find_date(rest)
    if last is not None and last.month is not None and last.day is not None and len(text) < _LONG:
        # From one day to another: what stands below belongs to neither of them yet.
        yield usual._replace(kind="day", label="date", when=when._replace(until=last.day), text="", structure=text)
        return
    if rest and (hours := hours_at(rest, _opening(rest))):
        yield usual._replace(kind="day", when=when, text="", structure=structure)
        if not rest[hours.ends :].strip(_EDGE):
            # "Thursday, 9:00-17:00" tells when the day is, and names nothing.
            yield usual._replace(kind="text", text="", structure=rest)
            return
        yield from _of_time(hours, rest, usual._replace(level=0, gap=False))
        return
    yield usual._replace(kind="day", when=when, text=rest, structure=structure)


def _without(text: str, when: When) -> str:
    """What a line says besides its date, on both sides of it."""
    return ", ".join(filter(None, (text[: when.begins].strip(_EDGE), text[when.ends :].strip(_EDGE))))


def _time(text: str) -> Hours | None:
    """The time that a line is about."""
    if (hours := hours_at(text, _opening(text))) is not None:
        rest = text[hours.ends : hours.ends + 1]
        return None if rest.isalpha() and rest.isascii() else hours
    if said := labelled(text):
        inner = hours_at(said.rest, _opening(said.rest)) if said.label == "time" else None
        if inner is None:
            return None
        offset = len(text) - len(said.rest)
        return inner._replace(begins=0, ends=offset + inner.ends)
    for edge in _TAIL_TIME.finditer(text):
        hours = hours_at(text, edge.end())
        if hours is None:
            continue
        after = text[hours.ends :].strip()
        closed = re.match(r"[)）\]]|,|$", after)
        if closed and (hours.end is not None or hours.open or hours.start.half or after[:1] in {")", "）", "]"}):
            return hours
    return None


def _of_time(hours: Hours, text: str, usual: Token) -> Iterator[Token]:
    before, after = text[: hours.begins].rstrip(" ([（,;–—|-"), text[hours.ends :]
    if before and _opening(text) < hours.begins:
        rest = f"{before} {after.strip().lstrip(_EDGE + '）').strip()}".strip()
    else:
        rest = after.strip().lstrip(_EDGE).strip()
    structure = text[hours.begins : hours.ends]
    yield usual._replace(kind="time", text="", hours=hours, structure=structure)
    if rest:
        yield usual._replace(kind="text", text=rest, level=0, gap=False)
