"""Names with the family name first and initials behind it, as Russian programmes have them: "Рябинина А. И."."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from booklet.manuscripts.names import given

_CAPITAL: Final = r"[A-ZÀ-ÞА-ЯЁ]"
_FAMILY: Final = (
    rf"(?!Washington\s+D)(?:(?:van|von|de|der|den|del|di|da|la|ten|ter)\s)*{_CAPITAL}[^\W\d_]+(?:[-’'][^\W\d_]+)*"
)
_NAME: Final = re.compile(
    rf"(?P<family>{_FAMILY})\s+(?P<initials>{_CAPITAL}\.[\s-]?(?:{_CAPITAL}\.[\s-]?)?{_CAPITAL}\.?|{_CAPITAL}\.)(?!\w)"
)
_BRACKETS: Final = r"\s*[(（][^()（）]{2,120}[)）]"
_ONE: Final = rf"{_FAMILY}\s+{_CAPITAL}\.(?:[\s-]?{_CAPITAL}\.){{0,2}}(?:{_BRACKETS})?"
_MANY: Final = rf"{_ONE}(?:\s*(?:[,;]|\s(?:и|and|&|und|et|y|e))\s*{_ONE})*"
_FIRST: Final = re.compile(rf"(?P<who>{_MANY})\s*[.:–—]?\s+(?!{_CAPITAL}\.)(?=[A-ZÀ-ÞА-ЯЁ0-9«„“\"¿¡])")
_INITIALED: Final = rf"(?:{_CAPITAL}\.[\s-]?){{2,3}}{_FAMILY}(?:{_BRACKETS})?"
_BEFORE_STOP: Final = re.compile(
    rf"(?P<who>{_INITIALED}(?:\s*(?:[,;]|\s(?:и|and|&|und|et|y|e))\s*{_INITIALED})*)\.\s+(?=[A-ZÀ-ÞА-ЯЁ0-9«„“\"¿¡])"
)
_LAST: Final = re.compile(rf"(?:(?<=[^\W\d_]{{2}})|(?<=[)）»”\"?!]))[.?!]?\s+(?P<who>{_MANY})\.?\s*$")
_CYRILLIC: Final = re.compile("[А-ЯЁ]")
_STOPS: Final = frozenset('.?!»”"')
_LONGEST: Final = 1000


class Cut(NamedTuple):
    """A line in two: its people and its title."""

    who: str
    title: str


def initials_first(name: str) -> str:
    """A name with its initials before the family name; as it is, if they do not stand behind it.

    Before a single initial a word in Latin letters, and a given name in any, is no family name: "Anna K." stays.

    >>> initials_first("Рябинина А. И"), initials_first("Lee A.B."), initials_first("Anna K."), initials_first("Bo Ek")
    ('А. И. Рябинина', 'A.B. Lee', 'Anna K.', 'Bo Ek')
    """
    found = _NAME.fullmatch(name.strip())
    if not found:
        return name
    single, cyrillic = found["initials"].count(".") == 1 and len(found["initials"]) == 2, _CYRILLIC.match(name)
    if (single and not cyrillic) or (given(found["family"]) and (single or not cyrillic)):
        return name
    return f"{found['initials'].rstrip('. ')}. {found['family']}"


def people_before(text: str) -> Cut | None:
    """A line that begins with such names, or with initials first and a full stop: "Ivanov A. B., Petrov C. D. Dyes"."""
    found = _FIRST.match(text[:_LONGEST])
    if not found or not _sure(found["who"]):
        found = _BEFORE_STOP.match(text[:_LONGEST])
    return Cut(found["who"], text[found.end() :]) if found else None


def people_behind(text: str) -> Cut | None:
    """A line that ends in such names, behind a full stop: "Ковры. Вороновская Л. А."."""
    found = _LAST.search(text) if len(text) <= _LONGEST else None
    if not found or not _sure(found["who"]) or text[: found.start("who")].rstrip()[-1:] not in _STOPS:
        return None
    return Cut(found["who"], text[: found.start("who")].rstrip(" ."))


def _sure(who: str) -> bool:
    """Whether the first of several names has its initials behind it for sure."""
    found = _NAME.match(who)
    return found is not None and initials_first(found[0]) != found[0]
