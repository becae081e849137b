"""Whether paragraphs are set as evenly as TeX sets them: adjustment ratios of the same text at the same measures.

Usage: python -m tests.benchmarks.stretch_against_tex [--made-up] (see README.md beside this file).

The abstracts of program.yaml, in the same font with the same word space, are set by booklet and by LuaTeX at the
measures of three papers. Last lines are not counted. The rows lead from TeX to booklet, one step at a time:

TeX                  as it is, with its own parameters and patterns; it leaves lines overfull
in steps             paragraphs with overfull lines again, with larger tolerances, until none is left
no ladders           the same, with demerits for hyphens in a row that keep it from setting three; booklet never does
our hyphens          in steps, and with hyphens only where booklet allows them
our breaker          booklet's breaker and hyphens by TeX's rules: any number of hyphens in a row, any last line
booklet, flush       as booklet sets it, but without protrusion
booklet              as booklet sets it
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final, NamedTuple, Protocol

from booklet.design.concert import CONCERT
from booklet.design.house import House, make_house
from booklet.design.paper import trim
from booklet.design.theme import fonts_folder
from booklet.layout.breaking import Demands, fit
from booklet.model.read import read_program
from booklet.text.faces import Face
from booklet.text.hyphenation import divisions
from booklet.text.material import make_material
from booklet.text.paragraphs import set_paragraph
from booklet.text.styles import Shape, Span, Style
from booklet.text.typesetter import Typesetter
from booklet.text.typography import educate
from tests.benchmarks.tex import BareLine, Settings, Text, tex_paragraphs
from tests.benchmarks.words import LANGUAGE, PROGRAM, abstracts, make_texts

_PAPERS: Final = ("half-letter", "a6", "a4")
_MADE_UP: Final = 100
_FONT: Final = fonts_folder() / CONCERT.faces["serif"]
_WITHOUT_HYPHENS: Final = 1.0
_WITH_HYPHENS: Final = (1.26, 2.0, 4.0, 8.0)
"""Adjustment ratios of TeX's pretolerance and tolerance (badness 100 and 200, which is 100 r³), and larger ones."""

_TEX_RULES: Final = Demands(short=0.0, most_flagged=1000)

_DEAR: Final = 100_000_000
"""Demerits of two hyphens in a row that TeX pays only where nothing else will do."""

_OVER: Final = 0.01
"""What a line may stick out, in points, without being called overfull."""


class Flush(Typesetter):
    """A typesetter without protrusion."""

    def _hang(self, style: Style, character: str, table: object) -> float:  # noqa: ARG002
        return 0.0


class Job(NamedTuple):
    """Paragraphs of one span each, their shape, and the measure in points."""

    paragraphs: Sequence[tuple[Span]]
    shape: Shape
    measure: float


class Set(Protocol):
    """A line that either program set."""

    @property
    def ratio(self) -> float:
        """The adjustment of its spaces."""
        ...

    @property
    def hyphenated(self) -> bool:
        """Whether it ends in a hyphen."""
        ...

    @property
    def over(self) -> float:
        """How far it sticks out, in points."""
        ...


class Evenness(NamedTuple):
    """How even lines are. Ratios are shares of the spaces' stretch or, below 0, shrink, of lines that fit.

    `size` is the mean of the ratios' absolute values, `stretch` that of those above 0 (the others counting as 0),
    `loose` the share of lines beyond 1, `hyphens` the share of lines that end in one, and `row` the most of them in
    a row.
    """

    lines: int
    size: float
    stretch: float
    loose: float
    worst: float
    hyphens: float
    row: int
    overfull: int


def evenness(paragraphs: Iterable[Sequence[Set]]) -> Evenness:
    """Sum paragraphs up."""
    kept = list(paragraphs)
    lines = [line for paragraph in kept for line in paragraph]
    ratios = [line.ratio for line in lines if line.over <= _OVER]
    rows = [len(list(run)) for lines in kept for is_one, run in groupby(lines, attrgetter("hyphenated")) if is_one]
    return Evenness(
        len(lines),
        sum(abs(ratio) for ratio in ratios) / len(ratios),
        sum(max(0.0, ratio) for ratio in ratios) / len(ratios),
        sum(ratio > 1 for ratio in ratios) / len(ratios),
        max(ratios),
        sum(line.hyphenated for line in lines) / len(lines),
        max(rows, default=0),
        len(lines) - len(ratios),
    )


def booklet_paragraphs(typesetter: Typesetter, job: Job) -> Iterator[Sequence[Set]]:
    """The lines that booklet makes of paragraphs, without each one's last."""
    for spans in job.paragraphs:
        yield set_paragraph(typesetter, spans, job.shape, job.measure)[:-1]


def broken_paragraphs(typesetter: Typesetter, job: Job) -> Iterator[Sequence[Set]]:
    """The same by TeX's rules."""
    for spans in job.paragraphs:
        for hyphenate, tolerance in ((False, _WITHOUT_HYPHENS), *((True, ratio) for ratio in _WITH_HYPHENS)):
            columns = make_material(typesetter, spans, job.shape, hyphenate=hyphenate).columns
            found = fit(columns, (job.measure,), tolerance=tolerance, demands=_TEX_RULES)
            if found:
                pairs = list(zip(found.ratios, found.breaks, strict=True))[:-1]
                yield [BareLine(ratio, columns.flagged[at], 0.0) for ratio, at in pairs]
                break
        else:
            raise SystemExit("a paragraph cannot be set without overfull lines")


def make_job(texts: Sequence[str], house: House) -> Job:
    """Abstracts as the booklet sets them."""
    style = house.style("serif", house.scale.text)
    shape = house.shape("justify", hyphenate=True)
    return Job([(Span(text, style),) for text in texts], shape, house.frame(1).width)


def tex_settings(typesetter: Typesetter, job: Job) -> Settings:
    """What TeX must know to set the same."""
    style = job.paragraphs[0][0].style
    space = typesetter.space(style)
    return Settings(_FONT, style.size, job.measure, space.width, space.stretch, space.shrink)


def in_steps(runs: Sequence[Sequence[list[BareLine]]]) -> list[list[BareLine]]:
    """Each paragraph from the first run in which none of its lines is overfull, or else from the last one."""
    return [
        next((one for one in settings if all(line.over <= _OVER for line in one)), settings[-1])
        for settings in zip(*runs, strict=True)
    ]


def hyphenations(texts: Sequence[str]) -> list[str]:
    """Every word of the texts with hyphens where booklet may divide it, for TeX's \\hyphenation."""
    words = sorted({word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text)})
    return ["-".join(_pieces(word)) for word in words]


def _pieces(word: str) -> list[str]:
    offsets = [0, *divisions(word, LANGUAGE), len(word)]
    return [word[start:stop] for start, stop in pairwise(offsets)]


def compare(texts: Sequence[str], house: House) -> Iterator[tuple[str, Evenness]]:
    """The rows of a table."""
    job = make_job(texts, house)
    faces = [Face("serif", _FONT)]
    flush = Flush(faces, LANGUAGE)
    settings = tex_settings(flush, job)
    steps = [settings._replace(tolerance=min(9999, int(100 * ratio**3))) for ratio in _WITH_HYPHENS]
    runs = [tex_paragraphs(Text(texts), step) for step in steps]
    yield "TeX", evenness(runs[0])
    yield "... in steps", evenness(in_steps(runs))
    apart = [step._replace(double=_DEAR) for step in steps]
    yield "... no ladders", evenness(in_steps([tex_paragraphs(Text(texts), step) for step in apart]))
    likewise = Text(texts, hyphenations(texts))
    yield "... our hyphens", evenness(in_steps([tex_paragraphs(likewise, step) for step in steps]))
    yield "our breaker", evenness(broken_paragraphs(flush, job))
    yield "booklet, flush", evenness(booklet_paragraphs(flush, job))
    yield "booklet", evenness(booklet_paragraphs(Typesetter(faces, LANGUAGE), job))


def print_table(rows: Iterable[tuple[str, Evenness]]) -> None:
    """Print rows under their head."""
    print(f"{'':16}{'lines':>7}{'|r|':>8}{'stretch':>9}{'r > 1':>8}{'worst':>8}{'hyphens':>9}{'in row':>8}{'over':>6}")
    for label, row in rows:
        print(
            f"{label:16}{row.lines:7}{row.size:8.3f}{row.stretch:9.3f}{row.loose:8.1%}{row.worst:8.2f}"
            f"{row.hyphens:9.1%}{row.row:8}{row.overfull:6}"
        )


def main() -> None:
    """Print a table for each measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--made-up", action="store_true", help="set 100 of the made-up abstracts of words.py instead")
    options = parser.parse_args()
    source = make_texts()[:_MADE_UP] if options.made_up else abstracts(read_program(PROGRAM)[0])
    texts = [educate(text, LANGUAGE) for text in source]
    for paper in _PAPERS:
        house = make_house(CONCERT, trim(paper, (), LANGUAGE))
        print(f"{paper}: {house.frame(1).width:.1f} pt, {house.scale.text} pt type")
        print_table(compare(texts, house))


if __name__ == "__main__":
    main()
