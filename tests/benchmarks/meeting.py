"""A made-up society meeting of any size: the same one on every machine, as program.yaml, Typst and Platypus set it.

Usage: python -m tests.benchmarks.meeting N [FILE.yaml] (see README.md beside this file).

Each abstract has 150 to 250 words of `vocabulary.txt`, and one to six authors. Twenty-five talks fill a room
for a day, five to a session; the rooms run beside each other. Authors come from a pool that is a little smaller than
the number of abstracts, so that many of them are named several times, as in real meetings.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

VOCABULARY: Final = Path(__file__).with_name("vocabulary.txt")
"""English words, the most frequent first: those of the abstracts in program.yaml, and then of this project's own texts.
Invented words would cost peers that do not keep what they have hyphenated twice their time."""

_SEED: Final = 20261124
_ZIPF: Final = 1.05
_FIRST_DAY: Final = datetime.date(2027, 3, 8)
_SYLLABLES: Final = (
    "ba be bo da de do fa fe ga go ha he ka ke ko la le li lo ma me mi mo na ne no pa pe ra re ri ro sa "
    "se so ta te ti to va ve vi vo wa za"
).split()
_GIVEN: Final = (
    "Ada Alma Anton Bela Carla Chen Clara David Elena Emil Eva Felix Grace Hana Hugo Ines Ivan Jana Jonas "
    "Karin Lars Lena Lin Louis Luca Maria Max Mira Nina Noah Olga Omar Paul Petra Rosa Sara Simon Sofia "
    "Tara Tim Vera Wei Yara Zoe"
).split()
_TOWNS: Final = (
    "Almstadt Bergen Corvina Dunmore Eastvale Ferrant Grimsby Halden Istria Jelling Kirkwall Lorient "
    "Marburg Norwick Ostend Pavia Quimper Rostow Salerno Trent"
).split()
_SESSION: Final = 5
_ROOM: Final = 25
_STARTS: Final = (9 * 60, 11 * 60, 13 * 60 + 30, 15 * 60 + 30, 17 * 60 + 30)
MINUTES: Final = 20
"""How long a talk is."""


class Talk(NamedTuple):
    """One abstract of the meeting; authors are names with towns, the first one speaks."""

    title: str
    authors: tuple[tuple[str, str], ...]
    text: str


class Slot(NamedTuple):
    """When and where a session is: the day's index, minutes after midnight, the room's number."""

    day: int
    start: int
    room: int


class Meeting(NamedTuple):
    """The whole: sessions in order of day, time and room, each with its talks."""

    sessions: tuple[tuple[Slot, tuple[Talk, ...]], ...]
    days: int


def make_meeting(count: int) -> Meeting:
    """A meeting with so many abstracts."""
    random = Random(_SEED)
    words = VOCABULARY.read_text("utf-8").split()
    weights = list(accumulate(rank**-_ZIPF for rank in range(1, len(words) + 1)))
    people = list(_people(random, max(8, count * 3 // 4)))
    talks = [_talk(random, words, weights, people) for _ in range(count)]
    days = min(5, -(-count // _ROOM))
    rooms = -(-count // (_ROOM * days))
    slots = [Slot(day, start, room) for day in range(days) for start in _STARTS for room in range(rooms)]
    parts = [tuple(talks[at : at + _SESSION]) for at in range(0, count, _SESSION)]
    return Meeting(tuple(zip(slots, parts, strict=False)), days)


def _people(random: Random, count: int) -> Iterator[tuple[str, str]]:
    for _ in range(count):
        family = "".join(random.choices(_SYLLABLES, k=random.choice((2, 2, 3, 3, 3, 4)))).capitalize()
        yield f"{random.choice(_GIVEN)} {random.choice('ABCDEFGHJKLMNPRSTW')}. {family}", random.choice(_TOWNS)


def _talk(random: Random, words: list[str], weights: list[float], people: list[tuple[str, str]]) -> Talk:
    title = " ".join(random.choices(words[200:], k=random.randint(5, 12)))
    drawn = random.choices(words, cum_weights=weights, k=random.randint(150, 250))
    start = True
    for at, word in enumerate(drawn):
        shown = word[:1].upper() + word[1:] if start else word
        chance = random.random()
        start = chance < 0.05 or at == len(drawn) - 1
        shown += "." if start else "," if chance < 0.13 else ""
        if 0.13 < chance < 0.14:
            shown = f"({shown})"
        drawn[at] = shown
    return Talk(title[:1].upper() + title[1:], tuple(random.sample(people, random.randint(1, 6))), " ".join(drawn))


def clock(minutes: int) -> str:
    """A time as all three documents write it."""
    return f"{minutes // 60}:{minutes % 60:02}"


def program_of(meeting: Meeting) -> Iterator[str]:
    """The lines of its program.yaml."""
    yield "event: {title: Annual Meeting, language: en-US, host: The Society}"
    yield "booklet: {paper: a5, parts: [cover, contents, timetable, abstracts, index], timetable: list}"
    yield "days:"
    day = -1
    for number, (slot, talks) in enumerate(meeting.sessions, 1):
        if slot.day != day:
            day = slot.day
            yield f"  - date: {_FIRST_DAY + datetime.timedelta(days=day)}"
            yield "    sessions:"
        end = slot.start + MINUTES * len(talks)
        yield f"      - time: {clock(slot.start)}-{clock(end)}"
        yield f"        session: Session {number}"
        yield f"        room: Room {slot.room + 1}"
        yield "        talks:"
        for at, talk in enumerate(talks):
            start = slot.start + at * MINUTES
            yield f"          - time: {clock(start)}-{clock(start + MINUTES)}"
            yield f"            talk: {talk.title}"
            speaker, *others = [f"{name} ({town})" for name, town in talk.authors]
            yield f"            speaker: {speaker}"
            if others:
                yield f"            with: [{', '.join(others)}]"
            yield f"            abstract: {talk.text}"


def main() -> None:
    """Write a program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path, nargs="?", default=Path("meeting.yaml"))
    options = parser.parse_args()
    options.file.write_text("".join(f"{line}\n" for line in program_of(make_meeting(options.count))), encoding="utf-8")


if __name__ == "__main__":
    main()
