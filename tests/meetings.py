"""Meetings that are made up: the same ones each time, as large as a test wants them."""

from __future__ import annotations

import json
import random
from typing import Final, NamedTuple

_GIVEN: Final = (
    "Ana Bela Carlos Dora Emil Fen Greta Hugo Ida Jun Karin Lars Mina Noor Omar Petra Quim Rosa Sven Tara".split()
)
_FIRST: Final = "Ba Che Da Ek Fa Go Ha Ivo Je Ka Li Mo Na O Pe Ra So Ta U Ve We Yo Zi Ö Å Č Ł Ø".split()
_MIDDLE: Final = "ba cker din fo gel hra kin lo mar no per ri sen ta vi".split()
_LAST: Final = "berg dal eau ez feld ic kov ström ner nen ov ska son ton wicz".split()
_WORDS: Final = (
    "adaptive bounds causal data energy flow graph heat ice jump kernel light model noise order phase quantum rate "
    "scale time under variance wave yield zone"
).split()

TOPICS: Final = ("Cells and tissues", "Atmosphere and ocean", "Materials", "Methods", "Society")


class Poster(NamedTuple):
    """A poster as the meeting has it."""

    board: str
    topic: str
    title: str
    authors: tuple[str, ...]
    presenter: str


class Meeting(NamedTuple):
    """A program as the text of a program.yaml, and the posters in it, in the order of the text."""

    text: str
    posters: tuple[Poster, ...]


def poster_meeting(posters: int = 1200, *, rooms: int = 6, words: int = 60) -> Meeting:
    """A society's meeting: a plenary, talks in parallel rooms, and one great poster session.

    Args:
        posters: how many; their boards are numbered by topic, and they are given in no order.
        rooms: how many sessions run at a time.
        words: the length of each abstract.
    """
    chance = random.Random(2027)
    names = _names(chance, 100 + 3 * posters)
    made = []
    for number in range(1, posters + 1):
        topic = TOPICS[(number - 1) * len(TOPICS) // posters]
        authors = tuple(chance.sample(names, chance.randint(1, 5)))
        title = f"{_title(chance)} ({number})"
        made.append(Poster(f"P{number}", topic, title, authors, chance.choice(authors)))
    chance.shuffle(made)
    sessions: list[dict[str, object]] = [
        {"time": "9:00-10:00", "keynote": "The next hundred years", "speaker": names[0], "room": "Great Hall",
         "abstract": _prose(chance, words)},
    ]  # fmt: skip
    for at, time in enumerate(("10:30-12:00", "13:30-15:00")):
        # Nobody can be in two rooms at a time.
        free = chance.sample(names, 5 * rooms)
        for room in range(1, rooms + 1):
            talks = [
                {"talk": _title(chance), "speaker": free.pop(), "with": chance.sample(names, 2),
                 "abstract": _prose(chance, words)}
                for _ in range(4)
            ]  # fmt: skip
            title = f"{TOPICS[room % len(TOPICS)]} {at + 1}"
            sessions.append(
                {"time": time, "session": title, "room": f"Room {room}", "chair": free.pop(), "talks": talks}
            )
    shown = [
        {"poster": poster.title, "board": poster.board, "topic": poster.topic, "authors": list(poster.authors),
         "speaker": poster.presenter, "abstract": _prose(chance, words)}
        for poster in made
    ]  # fmt: skip
    sessions.append({"time": "17:00-19:00", "poster": "Poster session", "room": "Foyer", "talks": shown})
    program = {
        "event": {"title": "Annual Meeting", "language": "en-GB", "host": "The Society"},
        "booklet": {"paper": "a5", "editions": ["screen"]},
        "days": [{"date": "2027-03-08", "sessions": sessions}],
    }
    # JSON is YAML, too.
    return Meeting(json.dumps(program, ensure_ascii=False, indent=1), tuple(made))


def _names(chance: random.Random, number: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < number:
        family = chance.choice(_FIRST) + chance.choice(_MIDDLE) + chance.choice(_LAST)
        names[f"{chance.choice(_GIVEN)} {chance.choice('ABCDEFGHIJ')}. {family}"] = None
    return list(names)


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(3, 11))).capitalize()


def _prose(chance: random.Random, words: int) -> str:
    return f"{' '.join(chance.choices(_WORDS, k=words)).capitalize()}."
