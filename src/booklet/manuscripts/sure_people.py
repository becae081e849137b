"""The people of a piece of a title, if it is sure that it names some and says nothing else."""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.affiliations import is_affiliation
from booklet.manuscripts.asides import is_aside, without_sentence
from booklet.manuscripts.byline_words import LABELLED, WHO_LEADS
from booklet.manuscripts.names import KNOWN, LEAST, name_score
from booklet.manuscripts.rosters import read_people
from booklet.manuscripts.separators import cuts
from booklet.model.program import Speaker

UNKNOWN: Final = 0.55
"""A name in which nothing but its shape says that it is one."""

_SINGLE: Final = re.compile(r"[^\W\d_a-z][\w'’-]+")
_COMMA: Final = re.compile(r"\s*[,，]\s*")


def people_of(text: str, *, least: float = LEAST) -> tuple[Speaker, ...]:
    """The people of a text, if every one of them reads as one and nothing else is said of them."""
    _, sentence = without_sentence(text)
    if LABELLED.match(text) or (sentence and not is_aside(sentence)):
        return ()
    people = read_people(text)
    if not people or any(name_score(one.name) < least for one in people):
        return ()
    return people if all(_borne_out(one, text) for one in people) else ()


def _borne_out(one: Speaker, text: str) -> bool:
    """Whether what is said of somebody reads as their affiliation or position, and not as a title."""
    if not one.affiliation or is_affiliation(one.affiliation) or one.position:
        return True
    return text.rstrip(" .")[-1:] in {")", "）", "]"} and ":" not in one.affiliation


def people_after_lead(text: str) -> tuple[Speaker, ...]:
    """The people of a text that begins with words that lead to them: "With Ann Lee and Bo Ek"."""
    lead = WHO_LEADS.match(text)
    return people_of(text[lead.end() :], least=UNKNOWN) if lead else ()


def only_names(text: str, *, least: float) -> tuple[Speaker, ...]:
    """The people of a list of names and nothing else: before a colon the second of two is no affiliation."""
    people = tuple(one for part in parts_at_commas(text) for one in people_of(part, least=least))
    names = [*map(str.strip, parts_at_commas(text))]
    return people if len(names) == len(people) > 1 and not any(map(is_affiliation, names)) else ()


def known_people(text: str) -> tuple[Speaker, ...]:
    """The people of a text if a common given name or an affiliation bears out that they are some."""
    people = people_of(text)
    return people if any(name_score(one.name) >= KNOWN or one.affiliation for one in people) else ()


def people_behind_by(text: str) -> tuple[Speaker, ...]:
    """The people behind "by"; besides those with full names, some may have one only."""
    people = read_people(text)
    full = [one for one in people if name_score(one.name) >= UNKNOWN]
    single = [one for one in people if one not in full and _SINGLE.fullmatch(one.name)]
    sure = full and len(full) + len(single) == len(people) and all(_borne_out(one, text) for one in people)
    return people if sure else ()


def parts_at_commas(text: str) -> list[str]:
    """A text at its commas outside brackets."""
    found = cuts(_COMMA, text)
    ends = [*(cut.start() for cut in found), len(text)]
    return [text[start:end] for start, end in zip([0, *(cut.end() for cut in found)], ends, strict=True)]
