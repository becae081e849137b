"""Whether every word of a page is in what was read of it, or its line is named in the report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from babel import Locale

from booklet.errors import Fault
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker
from booklet.model.times import clock
from tests.agendas.visible import VisibleLine

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "zh", "ja", "ru")
_LABELS: Final = frozenset(
    """
    agenda schedule program programme timetable time when what who where title titles talk speaker speakers presenter
    instructor abstract abstracts room chair chairs chaired moderator moderated panelist panelists panellists
    participants place location venue date dates event activity host hosts session by with led lead and keynote invited
    lecture panel workshop tutorial poster oral tba tbd tbc announced be of in the all everyone notes guest plenary
    address day morning afternoon evening noon midnight late onward onwards to until from for at each am pm
    min mins minute minutes st nd rd th dr prof professor mr mrs ms sir dame

    programm zeit titel thema vortrag vortragende vortragender redner rednerin referent referentin referenten leitung
    moderation ort raum saal zusammenfassung vormittag nachmittag abend uhr ab von bis den um ende offen tag herr frau

    titre orateur oratrice intervenant intervenante intervenants animée animé par présidence séance de résumé lieu salle
    avec matin après midi soir le la er du au jusqu mme mlle programme horaire

    título titulo ponente ponentes imparte participan modera moderadora moderador lugar sala resumen mañana tarde noche
    horas del el las los desde hasta hora dra sr sra programa

    titolo relatore relatrice relatori presiede sommario partecipano sede luogo aula dalle alle ore mattina pomeriggio
    sera dott ssa dottoressa giorno

    palestrante palestrantes moderadora participantes resumo local às das dia feira manhã prof dra

    spreker sprekers voorzitter samenvatting locatie zaal begeleiding door vanaf tot uur ochtend middag avond dhr mevr

    报告人 主持人 题目 摘要 地点 嘉宾 地點 講者 講師 與談人 主講
    主题 时间 内容 上午 下午 中午 晚上 年 月 日 点 时 時 分 第 天

    講演者 座長 題目 要旨 概要 会場 司会 コーディネーター 午前 午後 氏 先生

    докладчик докладчики председатель ведущий ведущая модератор участники тема название аннотация место проведения
    время утро день вечер до от по начало проф
    """.split()
)
"""Words that say what stands beside them, and are no longer there when that has found its place; titles of people."""

_SHORT: Final = frozenset("tues weds thur thurs sept mo di mi do fr sa so ma wo vr za zo".split())
"""Short names of days that organisers write and locales do not have."""


@cache
def _names_of_days() -> frozenset[str]:
    """Months and days of the week, written out and shortened."""
    found: set[str] = set()
    for locale in map(Locale, _LANGUAGES):
        for names in (locale.months, locale.days):
            for widths in names.values():
                found.update(word for width in ("wide", "abbreviated") for word in widths[width].values())
    return frozenset(part for name in found for part in _words(name)) | _SHORT


def unaccounted(lines: Sequence[VisibleLine], manuscript: Manuscript, report: Sequence[Fault]) -> list[VisibleLine]:
    """The lines that say something which is neither in the manuscript nor named in the report.

    Every word of two letters or more, and every number, must be in some text of the manuscript. Times, dates and labels
    are exempt on lines that made an entry, on lines that are otherwise in the manuscript, and where nothing else
    stands.
    """
    said = {word for text in _texts(manuscript) for word in _words(text)}
    made = {entry.where.line for entry in _entries(manuscript) if entry.where}
    told = {fault.where.line for fault in report if fault.where}
    lost = []
    for at, line in enumerate(lines):
        if line.number in told:
            continue
        words = _words(line.text)
        missing = [word for word in words if word not in said]
        if line.number in made or any(word in said for word in words) or not _says(words):
            missing = [word for word in missing if not _exempt(word)]
        if missing and not _broken(missing, lines[at - 1 : at], line, said):
            lost.append(line)
    return lost


def _words(text: str) -> list[str]:
    found = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return [word for word in found if len(word) > 1 or not word.isascii() or word.isdigit()]


def _exempt(word: str) -> bool:
    return word in _LABELS or word in _names_of_days() or (word.isdigit() and len(word) <= 4)


def _says(words: Sequence[str]) -> bool:
    """Whether a line says more than times, dates and labels."""
    return not all(_exempt(word) for word in words)


def _broken(missing: Sequence[str], before: Sequence[VisibleLine], line: VisibleLine, said: set[str]) -> bool:
    """Whether all that is missing is the halves of words that the end of a line broke."""
    halves: list[str] = []
    if line.text.endswith("-"):
        halves += [half for half in _words(line.text)[-1:] if any(word.startswith(half) for word in said)]
    if before and before[0].text.endswith("-"):
        halves += [half for half in _words(line.text)[:1] if any(word.endswith(half) for word in said)]
    return set(missing) <= set(halves)


def _entries(manuscript: Manuscript) -> Iterator[Entry]:
    for entry in (*manuscript.entries, *manuscript.papers):
        yield entry
        yield from entry.entries


def _texts(manuscript: Manuscript) -> Iterator[str]:
    """Every text of a manuscript, and its days and times as pages write them."""
    event, venue = manuscript.event, manuscript.venue
    yield from (event.title, event.subtitle, event.host, event.summary, event.website, event.contact, event.timezone)
    yield event.registration.note
    yield event.registration.url
    yield from (venue.name, venue.room, *venue.address, venue.directions, venue.accessibility, venue.emergency)
    yield from (text for room in venue.rooms for text in room)
    yield from manuscript.day_titles.values()
    for profile in manuscript.people.values():
        yield from (profile.name, profile.bio, profile.email, profile.website)
    for entry in _entries(manuscript):
        yield from (entry.title, entry.room, entry.track, entry.abstract, entry.note, *entry.keywords, *entry.remarks)
        for person in (*entry.speakers, *entry.coauthors, *entry.chairs):
            yield from _person(person)
        yield from (clock(time) for time in (entry.start, entry.end) if time is not None)
        if entry.date:
            yield f"{entry.date.day} {entry.date.year} {entry.date:%m %d}"


def _person(person: Speaker) -> Iterator[str]:
    yield from (person.name, person.position, person.affiliation)
