"""Co-authors whom an abstract names in so many words: "joint work with Ann Lee, Bo Ek, and Cy Fox"."""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.affiliations import is_affiliation
from booklet.manuscripts.names import is_name
from booklet.manuscripts.persons import head_of, person
from booklet.manuscripts.separators import cuts
from booklet.model.program import Speaker

_JOINT: Final = re.compile(
    r"\b(?:joint(?:ly)?(?:\s+(?:work|works|research|papers?|projects?|efforts?))?(?:\s+in\s+progress|\s+\([^()]{1,40}\))?\s+with|"
    r"(?:in\s+)?collaborations?\s+with|co-?authored\s+(?:with|by)|(?:this|ongoing|recent)\s+(?:is\s+)?work\s+with|"
    r"gemeinsame[nr]?\s+arbeit(?:en)?\s+mit|gemeinsam\s+mit|(?:in\s+)?zusammenarbeit\s+mit|"
    r"travail\s+(?:en\s+)?(?:commun|joint|collaboration)\s+avec|travaux\s+(?:communs|joints)\s+avec|en\s+collaboration\s+avec|"
    r"trabajos?\s+(?:en\s+)?(?:conjuntos?|común)\s+con|en\s+(?:colaboración|conjunto)\s+con|"
    r"lavor[oi]\s+(?:congiunt[oi]|in\s+(?:comune|collaborazione))\s+con|in\s+collaborazione\s+con|"
    r"trabalhos?\s+(?:em\s+)?(?:conjuntos?|colaboração)\s+com|em\s+(?:colaboração|conjunto)\s+com|"
    r"(?:in\s+)?samenwerking\s+met|gezamenlijk\s+werk\s+met|samen\s+met)\s+",
    re.IGNORECASE,
)
_REACH: Final = 1500
"""No list of co-authors is longer, in characters."""

_BETWEEN: Final = re.compile(
    r"\s*[,;]\s*(?:(?:and|und|et|y|e|en|as well as)\s+)?|\s+(?:and|&|und|et|y|e|en|as well as)\s+"
)
_END: Final = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=\)))\.(?=\s|$)|\n[ \t]*\n|[:?!]")
_BEFORE: Final = re.compile(
    r"(?:(?:my|our|the|his|her|their)\s+)?(?:(?:late|former|current|phd|ph\.d\.|graduate|doctoral|postdoc|master'?s)\s+)*"
    r"(?:(?:students?|advis[eo]rs?|supervisors?|colleagues?|collaborators?|postdocs?|coauthors?|co-authors?)\s+)?",
    re.IGNORECASE,
)
_FAMILY_NAME: Final = re.compile(r"[A-ZÀ-ÞА-Я][\w'’-]+")
_AND_MORE: Final = re.compile(r"^(?P<name>(?:[^\W\d_][\w'’.-]*\s+){1,5}?(?:[^\W\d_][\w'’.-]*))(?=\s+[a-zß-ÿ]|\s*$)")


def joint_with(abstract: str) -> tuple[Speaker, ...]:
    """The co-authors that an abstract names, in its order.

    Only full names count: "joint with Dogra and Mueller" names nobody that a program could.

    >>> [one.name for one in joint_with("This is joint with Ann Lee, J. Ek, and Cy Fox. We show …")]
    ['Ann Lee', 'J. Ek', 'Cy Fox']
    """
    people: dict[str, Speaker] = {}
    found = [joint.span() for joint in _JOINT.finditer(abstract)]
    for at, (_, end) in enumerate(found):
        reach = found[at + 1][0] if at + 1 < len(found) else len(abstract)
        for one in _named(abstract[end : min(reach, end + _REACH)]):
            people.setdefault(one.name, one)
    return tuple(people.values())


def _named(text: str) -> list[Speaker]:
    """The names that a text begins with, up to the first words that are none."""
    end = _END.search(text)
    text = " ".join(text[: end.start() if end else len(text)].split())
    people: list[Speaker] = []
    start = 0
    for end_of_piece, next_start in [*(found.span() for found in cuts(_BETWEEN, text)), (len(text), len(text))]:
        piece = text[start:end_of_piece].strip(" .")
        start = next_start
        name = _name_in(piece)
        if not name and _FAMILY_NAME.fullmatch(piece):
            continue
        if not name:
            break
        people.append(person(name))
        if name != piece and not piece.endswith(name):
            break
    return people


def _name_in(piece: str) -> str:
    """The name that a piece consists of or begins with, its affiliation in brackets included; or nothing."""
    before = _BEFORE.match(piece)
    piece = piece[before.end() :] if before else piece
    for candidate in (piece, piece.partition(")")[0] + ")" if "(" in piece else "", *_beginning(piece)):
        if is_name(head_of(candidate)) and not is_affiliation(head_of(candidate)):
            return candidate
    return ""


def _beginning(piece: str) -> list[str]:
    found = _AND_MORE.match(piece[:120])
    return [found["name"]] if found else []
