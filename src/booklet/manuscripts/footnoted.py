"""Names with marks, and what the marks mean: "Ann Lee¹, Bo Ek¹², ¹MIT ²ETH"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from booklet.manuscripts.affiliations import is_affiliation
from booklet.manuscripts.names import is_name
from booklet.manuscripts.persons import person
from booklet.model.program import Speaker

_SUPERSCRIPTS: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_NOTE: Final = re.compile(r"(?:^|[\s;,.])[(\[]?(?P<mark>[0-9]{1,2}|[†‡§¶*]{1,2})[)\].:]?\s?(?=[^\W\d_]{2})")
_MARKED: Final = re.compile(r"^(?P<name>.*?[^\W\d_.]\.?)\s?[\[(]?(?P<marks>[0-9†‡§¶*][0-9†‡§¶*+ ]*)[\])]?$")
_BETWEEN_MARKS: Final = re.compile(r"(?<=[0-9†‡§¶*])\s?[,;]\s?(?=[0-9†‡§¶*])")
_APART: Final = re.compile(r"\s*[,;\n]\s*(?:(?:and|und|et|y|e|&)\s+)?|\s+(?:and|und|et|y|e|&)\s+")
_ROLE: Final = re.compile(r"correspond|equal|present|speaker|contribut|korrespond|gleich", re.IGNORECASE)


def read_footnoted(text: str) -> tuple[Speaker, ...]:
    """Everybody whose affiliation a mark tells; () where there are no such marks.

    >>> [(one.name, one.affiliation) for one in read_footnoted("Ann Lee1, Bo Ek1,2; 1 MIT, 2 ETH")]
    [('Ann Lee', 'MIT'), ('Bo Ek', 'MIT; ETH')]
    """
    plain = text.translate(_SUPERSCRIPTS)
    notes = [found for found in _NOTE.finditer(plain) if found.start() > 0]
    if not notes:
        return ()
    places: dict[str, str] = {}
    for found, end in zip(notes, [*(note.start() for note in notes[1:]), len(plain)], strict=True):
        places.setdefault(found["mark"], plain[found.end() : end].strip(" ,;.\n"))
    people: list[Speaker] = []
    for piece in _APART.split(_BETWEEN_MARKS.sub("+", plain[: notes[0].start()]).strip(" ,;.\n")):
        marked = _MARKED.match(piece[:200])
        who = person(marked["name"] if marked else piece)
        if not is_name(who.name):
            return ()
        people.append(_placed(who, _marks(marked["marks"], places), places) if marked else who)
    return tuple(people) if any(one.affiliation for one in people) else ()


def _marks(text: str, places: dict[str, str]) -> list[str]:
    """The single marks of "12", which are 1 and 2 unless there is a twelfth note."""
    marks: list[str] = []
    for group in re.findall(r"[0-9]+|[†‡§¶]|\*+", text):
        marks += [group] if group in places or not group.isdigit() else list(group)
    return marks


def _placed(who: Speaker, marks: list[str], places: dict[str, str]) -> Speaker:
    told = [places[mark] for mark in marks if mark in places]
    roles = [place for place in told if _ROLE.search(place) and not is_affiliation(place)]
    where = [place for place in told if place not in roles]
    position = ", ".join(filter(None, [who.position, *roles]))
    return replace(who, position=position, affiliation="; ".join(filter(None, [who.affiliation, *where])))
