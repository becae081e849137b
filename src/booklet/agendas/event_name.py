"""What an event is called, by the lines above its agenda and the title of the page.

Every line is a candidate that is no salutation, no sentence and not just "Schedule"; of a sentence only what it quotes:
'the program of our workshop "Archives in Change"'. The date, "Program –" before and "– Schedule" behind are no part of
a name. The candidate for which most speaks is taken, and none if little does: no name is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from typing import Final, NamedTuple

from booklet.agendas.drafts import Said
from booklet.manuscripts.dates import find_date

EVENT: Final = re.compile(
    r"\b(?:mini-?)?(?:workshop|conference|symposium|meeting|congress|colloquium|seminar|summit|forum|days|school|"
    r"retreat|hackathon|festival|camp|journées?|colloque|conférence|congrès|rencontres|atelier|école|séminaire|"
    r"jornadas?|congreso|conferencia|encuentro|taller|simposio|convegno|conferenza|giornate?|incontro|scuola|"
    r"encontro|congresso|simpósio|colóquio|escola|congres|conferentie|bijeenkomst|"
    r"конференци[яию]|семинар|симпозиум|школ[ау]|форум|совещание)\b|\bday\b(?! ?[0-9])|"
    r"\w(?:tagung|tage|konferenz|kolloquium|kongress|treffen|seminar|symposium|woche|forum|dag|dagen|week)\b|"
    r"\b(?:tagung|konferenz|kolloquium|kongress|treffen)\b|"
    r"研讨会|研討會|論壇|论坛|会议|會議|大会|大會|年会|研究会|工作坊|シンポジウム|ワークショップ|学会",
    re.IGNORECASE,
)
"""Words for events; in German and Dutch they end longer words."""

_PLAN: Final = (
    r"(?:weekly |full |draft |tentative |preliminary |final |detailed |event |conference |workshop )*"
    r"(?:schedule|program(?:me)?|agenda|timetable|plan|programm|ablauf|zeitplan|programa|horario|programma|orario|"
    r"cronograma|programação|rooster|программа|расписание|日程|议程|会议议程|会议日程|議程|プログラム|スケジュール)"
)
GENERIC: Final = re.compile(
    rf"\W*(?:(?:the )?{_PLAN}(?: at a glance)?|events?|workshops?|abstracts?|home(?: ?page)?|welcome|startseite|"
    r"accueil|inicio|início|首页|トップ)\W*",
    re.IGNORECASE,
)
"""What says that there is an agenda, and not of what."""

_BEFORE: Final = re.compile(rf"{_PLAN}\s*[-–—|:·：]\s*(?=\S)", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"\s*(?:\s[-–—|·]|[|:：])\s*{_PLAN}(?!\w).{{0,40}}$|のご案内$", re.IGNORECASE)
_LAST_WORD: Final = re.compile(rf"\s+{_PLAN}\s*$", re.IGNORECASE)
_SUBJECT: Final = re.compile(
    r"\s*(?:subject|re|fwd?|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|主题|主旨|件名)\s*[:：]\s*",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[«„“\"「『]\s*(?P<name>[^«»„“”\"「」『』]{4,100}?)\s*[»“”\"」』]")
_SENTENCE: Final = re.compile(r"[.!?。！？,，:：;]\s*$|[.!?。！？]\s+\S")
_PAGE: Final = re.compile(r"联系我们|聯絡我們|首页|登录|skip to|log ?in|se connecter|お問い合わせ", re.IGNORECASE)
YEAR: Final = re.compile(r"(?<![0-9./-])(?:19|20)[0-9]{2}(?![0-9./-])|['’][0-9]{2}\b|第.{1,4}[届屆回]")
_APART: Final = re.compile(r"\s+[–—|·•]\s+")
_LEADS_TO_DATE: Final = re.compile(
    r"[\s,;|·•(–—-]+(?:(?:du|from|vom|von|dal|del|le|am|den|on|el|il|op|van|с)\s*)?$", re.I
)
_LINES: Final = 12
"""The name of an event stands among so many first lines."""

_LONGEST: Final = 20
"""More words no name has."""

_ENOUGH: Final = 1.0
"""So much must speak for a name."""


class _Candidate(NamedTuple):
    """A name, how much speaks for it, and the place among the lines of the one that says it and nothing else."""

    name: str
    score: float
    line: int | None


def event_name(
    title: str, lines: Sequence[Said], is_place: Callable[[str], bool] = lambda _: False
) -> tuple[str, int | None]:
    """What the event is called, "" if nothing says so, and which of the lines says it and nothing else.

    Args:
        title: the title of the page, "" if it has none.
        lines: what stands above the agenda.
        is_place: whether a line says where the event is.

    >>> event_name("Program - Algebra Down Under 2026", [Said("Algebra Down Under", 3)])
    ('Algebra Down Under', 0)
    """
    best = _Candidate("", 0.0, None)
    page = _bare(title)
    places = {at for at, said in enumerate(lines[:_LINES]) if is_place(said.text)}
    for one in (*_of_lines(page, lines[:_LINES], places), *_of_title(page)):
        if one.score > best.score:
            best = one
    return (best.name, best.line) if best.score >= _ENOUGH else ("", None)


def _of_title(page: str) -> Iterator[_Candidate]:
    if page and not GENERIC.fullmatch(page):
        yield _Candidate(page, 2 + _says(page), None)


def _of_lines(page: str, lines: Sequence[Said], places: Set[int]) -> Iterator[_Candidate]:
    titular = 0
    for at, said in enumerate(lines):
        text = said.text.strip()
        whole = _SUBJECT.sub("", text)
        if at in places or GENERIC.fullmatch(text) or _PAGE.search(text) or len(text.split()) > 3 * _LONGEST:
            continue
        if _SENTENCE.search(whole) or whole[:1].islower() or len(whole.split()) > _LONGEST:
            # A sentence names the event if it puts its name in quotation marks, next to a word for it.
            if (quoted := _QUOTED.search(whole)) and EVENT.search(whole):
                yield _Candidate(quoted["name"], 4.0 + _says(quoted["name"]) / 2, None)
            continue
        name = _bare(whole)
        if not name or GENERIC.fullmatch(name) or not (titular == 0 or _is_titular(name)):
            continue
        words = len(name.split())
        score = _says(name) + (3.0 if titular == 0 and (words > 1 or not name.isascii()) else 1.0)
        score += 2.0 if page and name.casefold() in page.casefold() else 0.0
        score -= 2.0 if _APART.search(name) else 0.0
        if words == 1 and name.isascii() and not YEAR.search(name):
            score -= 1.5
        titular += 1
        yield _Candidate(name, score, at if _is_all(name, whole) else None)


def _is_all(name: str, line: str) -> bool:
    """Whether a line says nothing but a name, the date, and that this is the agenda."""
    rest = line.replace(name, " ", 1)
    if (when := find_date(rest)) is not None:
        rest = rest[: when.begins] + rest[when.ends :]
    return not re.search(r"\w{3}", rest) or GENERIC.fullmatch(rest) is not None


def _says(name: str) -> float:
    """How much the words of a name speak for an event."""
    return (3.0 if EVENT.search(name) else 0.0) + (2.0 if YEAR.search(name) else 0.0)


def _bare(text: str) -> str:
    """A name without the plan around it, and without the date."""
    name = _BEHIND.sub("", _BEFORE.sub("", text.strip(), count=1)).strip()
    name = _LAST_WORD.sub("", name) or name
    if (when := find_date(name)) and not EVENT.search(name[: when.begins]) and when.begins == 0:
        return ""
    if when and when.begins > 0:
        head = _LEADS_TO_DATE.sub("", name[: when.begins])
        name = head if len(head) > 3 else name
    return name.strip(" \t–—|·-")


def _is_titular(text: str) -> bool:
    """Whether a line is no sentence: as many of its longer words have capitals as not, if their script has any."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() != word.upper()]
    capitals = sum(word[0].isupper() for word in words)
    return 2 * capitals >= len(words)
