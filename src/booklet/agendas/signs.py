"""What a line is a sign of: a talk, a session, a pause, prose, a chair; asked by the state machine."""

from __future__ import annotations

import re
from typing import Final

from booklet.agendas.drafts import Draft, Said
from booklet.agendas.grammar import Token
from booklet.agendas.labels import labels_within
from booklet.agendas.places import is_place
from booklet.agendas.rooms import begins_with_room, is_room
from booklet.agendas.sections import NUMBERED, PART_OF_DAY, section_of
from booklet.manuscripts.hours import find_count, find_length
from booklet.manuscripts.kinds import kind_of
from booklet.manuscripts.people_lists import is_name, read_people, split_by
from booklet.model.program import PAUSES

HALF_DAY: Final = re.compile(
    r"morning|afternoon|vormittag|nachmittag|matin|après-midi|mañana|tarde|mattin|pomeriggio|manhã|ochtend|middag|"
    r"утр|дневн|вечер|上午|下午|午前|午後",
    re.IGNORECASE,
)
"""Who chairs a half day chairs what is below."""

PROSE: Final = 24
"""So many words are prose rather than a title."""

_SENTENCE: Final = 8
"""A shorter line that ends in a full stop may still be a title."""


def chair_of_half_day(text: str) -> str:
    """Who chairs, if a line says only that and of which half of the day: "Morning session (chair: Ann Lee)"."""
    rest, inner = labels_within(text)
    half = PART_OF_DAY.fullmatch(rest.strip(" .,:;()（）[]【】–—-"))
    return next((said.rest for said in inner if said.label == "chair"), "") if half else ""


def only_places(draft: Draft) -> bool:
    """Whether the lines of an entry say no more than where it is."""
    return not draft.labels and all(is_room(said.text, sure=False) or is_place(said.text) for said in draft.head)


def is_byline(text: str) -> bool:
    """Whether a line says both who speaks and what of; between commas alone it may say where somebody works."""
    byline = split_by(text)
    return bool(byline.speakers and byline.title and _SETS_OFF.search(text))


_SETS_OFF: Final = re.compile(r"[:：«„“「『]|\s[–—-]+\s")


def heads_section(token: Token) -> bool:
    """Whether a line that is no heading in name is one: set off, short, and the word for a part of a page."""
    return len(token.text) < 40 and token.gap and not token.depth and section_of(token.text) in {"papers", "aside"}


def is_pause(text: str) -> bool:
    """Whether a line is a pause and nothing else."""
    return len(text) < 70 and kind_of(text) in PAUSES and not text.endswith(".")


def is_prose(text: str) -> bool:
    """Whether a line is a piece of an abstract rather than of a head: long, or whole sentences."""
    words = text.split()
    if len(words) > PROSE:
        return True
    small = sum(word.islower() for word in words)
    return len(words) >= _SENTENCE and text.endswith(".") and 2 * small > len(words)


def is_session(draft: Draft) -> bool:
    """Whether an entry is called as what holds talks."""
    title = draft.title
    length = find_length(title)
    if find_count(title) or (length and length.each):
        return True
    return kind_of(title) in {"session", "poster"} and not split_by(title).speakers


LETTERED: Final = re.compile(r"[A-Z]\)\s+\S")


def call(draft: Draft, said: Said) -> None:
    """The first line of a poster or paper; its number is a note, not a part of the title."""
    code = NUMBERED.match(said.text)
    draft.coded = code is not None
    draft.head.append(said if code is None else Said(said.text[code.end() :], said.number))
    if code is not None:
        draft.labels.append(("note", Said(code[0].strip(" .:)"), said.number)))


def opens_talk(token: Token, current: Draft, item: Draft) -> bool:
    """Whether a line inside a session begins another talk: it reads as a person, or as a title with its people."""
    text = token.text
    if len(text) > 200 or len(text.split()) > PROSE + 6:
        return False
    if item.talks and item.talks[-1].coded:
        return bool(NUMBERED.match(text))
    if begins_with_room(text) or (NUMBERED.match(text) and not item.talks):
        return True
    people = read_people(text)
    if not is_byline(text) and people and is_name(people[0].name) and (people[0].affiliation or len(text.split()) <= 5):
        return (
            current.body != []
            or current.has("abstract")
            or current.session
            or bool(current.head and current.has("title"))
        )
    if current.open_label == "abstract" or current.body:
        return bool(token.depth and split_by(text).speakers)
    return bool(split_by(text).speakers) or token.depth > 0


def opens_paper(token: Token) -> bool:
    """Whether a line below a heading for abstracts begins another one: it names somebody, or a time."""
    people = read_people(token.text)
    return bool(people and is_name(people[0].name)) or bool(split_by(token.text).speakers) or token.hours is not None
