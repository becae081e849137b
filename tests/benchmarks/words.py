"""What setting costs for each word: 500 made-up abstracts of 200 words, justified, hyphenated, broken into pages.

Usage: python -m tests.benchmarks.words [--runs N] [--profile] (see README.md beside this file).

The vocabulary is that of the abstracts in program.yaml and words derived from it, drawn by Zipf's law with an exponent
that gives what those abstracts have themselves: 5.9 characters a word, and 760 different words among the first 2000. By
Heaps's law there are some 7,500 among 100,000. The seed is fixed: every run, on every machine, sets the same text.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Final, NamedTuple

from booklet.design.concert import CONCERT
from booklet.design.house import House, make_house
from booklet.design.paper import trim
from booklet.design.theme import fonts_folder
from booklet.layout.elements import Element
from booklet.layout.galley import Slice, break_galley
from booklet.model.program import Program, Session
from booklet.model.read import read_program
from booklet.text.faces import Face
from booklet.text.flowables import Paragraph
from booklet.text.styles import Span
from booklet.text.typesetter import Typesetter
from booklet.text.typography import educate

PROGRAM: Final = Path(__file__).parents[2] / "program.yaml"
LANGUAGE: Final = "en-US"
PAPER: Final = "half-letter"

_ABSTRACTS: Final = 500
_LENGTH: Final = 200
_SEED: Final = 20250220
_VOCABULARY: Final = 9_000
_ZIPF: Final = 1.05

_ENDINGS: Final = ("s", "ed", "ing", "ly", "er", "able", "ness", "al", "ity", "ization", "ation", "ive", "less", "ism")
_ENDED: Final = ("s", "ed", "ing", "ly", "ness", "ity", "tion", "able")
_BEGINNINGS: Final = ("non", "pre", "re", "sub", "multi", "over", "quasi-", "semi-")


class Cost(NamedTuple):
    """CPU seconds for the typewriter's characters, for lines, and for pages; and how many lines and pages there are."""

    educating: float
    lines: float
    pages: float
    line_count: int
    page_count: int

    @property
    def whole(self) -> float:
        """CPU seconds in all."""
        return self.educating + self.lines + self.pages


def abstracts(program: Program) -> list[str]:
    """The abstracts of a program, in order, each paragraph by itself."""
    sessions: list[Session] = []
    for day in program.days:
        for session in day.sessions:
            sessions += [session, *session.talks]
    texts = [part for session in sessions for part in session.abstract.split("\n\n")]
    return [text for text in texts if text.strip()]


def vocabulary(texts: Sequence[str]) -> list[str]:
    """The words of the texts, most frequent first, and then words derived from the longer of them."""
    counts = Counter(word for text in texts for word in re.findall(r"[A-Za-z][\w’'-]*", text))
    words = sorted(counts, key=lambda word: (-counts[word], word))
    long = [word for word in words if len(word) > 4 and word.isalpha() and word.islower()]
    stems = [word.removesuffix("e") for word in long if not word.endswith(_ENDED)]
    derived = [f"{stem}{ending}" for ending in _ENDINGS for stem in stems]
    derived += [f"{beginning}{word}" for beginning in _BEGINNINGS for word in long]
    derived += [f"{beginning}{stem}{ending}" for beginning in _BEGINNINGS for ending in _ENDINGS for stem in stems]
    return list(dict.fromkeys(words + derived))[:_VOCABULARY]


def made_up(words: Sequence[str], random: Random) -> str:
    """An abstract of sentences with commas, quotes, brackets and dashes, as they are typed."""
    weights = list(accumulate(rank**-_ZIPF for rank in range(1, len(words) + 1)))
    drawn = random.choices(words, cum_weights=weights, k=_LENGTH)
    start = True
    for at, word in enumerate(drawn):
        shown = word[:1].upper() + word[1:] if start else word
        chance = random.random()
        start = chance < 0.05 or at == _LENGTH - 1
        if start:
            shown += "."
        elif chance < 0.13:
            shown += ","
        elif chance < 0.14:
            shown = f'"{shown}"'
        elif chance < 0.15:
            shown = f"({shown})"
        elif chance < 0.155:
            shown += " --"
        drawn[at] = shown
    return " ".join(drawn)


def make_texts() -> list[str]:
    """The made-up abstracts."""
    program, _ = read_program(PROGRAM)
    words = vocabulary(abstracts(program))
    random = Random(_SEED)
    return [made_up(words, random) for _ in range(_ABSTRACTS)]


def make_typesetter() -> Typesetter:
    """A typesetter that has set nothing yet, with the one face that abstracts are set in."""
    return Typesetter([Face("serif", fonts_folder() / CONCERT.faces["serif"])], LANGUAGE)


def set_abstracts(texts: Sequence[str], typesetter: Typesetter, house: House) -> Cost:
    """Set the abstracts as the booklet does."""
    frame = house.frame(1)
    style = house.style("serif", house.scale.text)
    shape = house.shape("justify", hyphenate=True)
    started = process_time()
    educated = [educate(text, LANGUAGE) for text in texts]
    typed = process_time()
    slices: list[Slice] = []
    for text in educated:
        slices += Paragraph((Span(text, style),), shape, Element("P"), gap=house.grid).slices(typesetter, frame.width)
    lined = process_time()
    galley = break_galley(slices, [frame.height], grid=house.grid)
    paged = process_time()
    return Cost(typed - started, lined - typed, paged - lined, len(slices), len(galley.frames))


def profile(job: Callable[[], object]) -> None:
    """Print where a job spends its time."""
    profiler = cProfile.Profile()
    profiler.runcall(job)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(20)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="also profile a cold and a warm run")
    options = parser.parse_args()
    texts = make_texts()
    house = make_house(CONCERT, trim(PAPER, (), LANGUAGE))
    count = sum(len(text.split()) for text in texts)
    distinct = len({word for text in texts for word in text.split()})
    print(f"{len(texts)} abstracts, {count} words, {distinct} distinct, {house.frame(1).width:.1f} pt wide")
    print(f"{'CPU time in µs a word':24}{'quotes':>8}{'lines':>8}{'pages':>8}{'in all':>8}{'least':>8}")
    cold: list[Cost] = []
    warm: list[Cost] = []
    for _ in range(options.runs):
        typesetter = make_typesetter()
        gc.collect()
        cold.append(set_abstracts(texts, typesetter, house))
        typesetter.paragraphs.clear()
        gc.collect()
        warm.append(set_abstracts(texts, typesetter, house))
    for label, costs in (("cold (every word is new)", cold), ("warm (words are known)", warm)):
        parts = [median(found) for found in zip(*(cost[:3] for cost in costs), strict=True)]
        whole = [cost.whole for cost in costs]
        cells = "".join(f"{1e6 * seconds / count:8.2f}" for seconds in (*parts, median(whole), min(whole)))
        print(f"{label:24}{cells}")
    print(f"{cold[0].line_count} lines on {cold[0].page_count} pages")
    if options.profile:
        typesetter = make_typesetter()
        profile(lambda: set_abstracts(texts, typesetter, house))
        typesetter.paragraphs.clear()
        profile(lambda: set_abstracts(texts, typesetter, house))


if __name__ == "__main__":
    main()
