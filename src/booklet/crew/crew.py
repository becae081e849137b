"""The crew: copies of this process that set parts of a large book, and later draw the pages that these fall on.

A copy is made (`fork`) when the program has been read and the fonts are open, so it has all that it needs, and what it
sets stays with it: only the heights of slices come back, for the breaking of pages, and in the end the content streams
of whole pages, already deflated. The book is the same, byte for byte, however many copies there are, because

- each abstract is set by itself, so it does not matter where;
- the codes of glyphs are handed out beforehand (`Face.foresee`). Should a copy need one that was not foreseen, its work
  is thrown away and the whole book is set in one process: that is the case of scripts whose glyphs depend on their
  neighbours;
- a page that holds what this process has set too, or two copies, is drawn here.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from booklet.crew.copies import Draw, End, Fetch, Job, Part, Sent, Sheet, work
from booklet.errors import Place
from booklet.layout.elements import Element, unpacked
from booklet.layout.galley import Slice
from booklet.layout.marks import Far, Mark
from booklet.layout.pages import Content, Page
from booklet.pdf.content import Drawn, Names, Piece, draw
from booklet.pdf.syntax import deflated
from booklet.text.typesetter import Typesetter

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LARGE: Final = 400
"""From so many abstracts on a crew is worth its while: a copy is made in 20 ms."""

MOST: Final = 8
"""More copies than that wait for the one process that they report to."""

_COUNT: Final = 4
"""Bytes in which a copy counts what it has done."""

_PATIENCE: Final = 0.1
"""Seconds between two looks at what is done."""


class LostError(Exception):
    """A copy has ended, or does not know a code: the book must be set in one process."""


class _Hand:
    """A copy, as the crew sees it: the jobs that are its, and what it has reported."""

    def __init__(self, connection: Connection, jobs: range) -> None:
        self.connection = connection
        self.jobs = jobs
        self.end: End | None = None
        self.first: list[int] = []  # the number of each job's first slice
        self.elements: list[Element] = []

    def ask(self, what: Fetch | Draw) -> _Hand:
        """Ask the copy for something, which it then sends."""
        try:
            self.connection.send(what)
        except OSError:
            raise LostError from None
        return self

    def receive(self) -> Any:  # noqa: ANN401 - whatever it was asked for
        """What the copy sends next."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            raise LostError from None


def shared_out(weights: Sequence[int], count: int) -> list[range]:
    """Share jobs out among `count` hands: neighbours stay together, and all get about the same weight.

    >>> shared_out([1, 1, 1, 1, 4], 2)
    [range(0, 4), range(4, 5)]
    """
    sums = [*accumulate(weights, initial=0)]
    edges = [0]
    for hand in range(1, count):
        goal = sums[-1] * hand / count
        edges.append(max(edges[-1], min(range(len(sums)), key=lambda at: (abs(sums[at] - goal), at))))
    edges.append(len(weights))
    return [range(start, stop) for start, stop in pairwise(edges)]


def can_work() -> bool:
    """Whether this system can copy a process."""
    return hasattr(os, "fork")


class Crew:
    """The copies and what they have done; `jobs` is how many they share.

    They set their share at once, and report when it is done; until then they count in memory that is shared.
    """

    def __init__(self, jobs: Sequence[Job], weights: Sequence[int], count: int, typesetter: Typesetter) -> None:
        """Set the crew to work.

        Args:
            jobs: what is to be set, in order.
            weights: how much work each is.
            count: how many copies to make.
            typesetter: the one that the jobs use.
        """
        from mmap import mmap  # noqa: PLC0415 - start-up time, here and below
        from multiprocessing import Pipe  # noqa: PLC0415

        self._typesetter = typesetter
        self.jobs = len(jobs)
        self._counts = mmap(-1, _COUNT * count)
        self._children: list[int] = []
        self._hands: list[_Hand] = []
        for process, share in enumerate(shared_out(weights, count)):
            ours, theirs = Pipe()
            child = os.fork()
            if child == 0:
                # What it inherits of the others would keep their connections open when this process ends.
                for hand in self._hands:
                    hand.connection.close()
                ours.close()
                work(theirs, [jobs[at] for at in share], typesetter, self._counter(process))
            theirs.close()
            self._children.append(child)
            self._hands.append(_Hand(ours, share))

    def gather(self, step: Callable[[int], None] = lambda _: None) -> None:
        """Wait until everything is set; `step` is told how much is.

        Raises:
            LostError: a copy is no more, or needed a code that was not foreseen.
        """
        for hand in self._hands:
            while not hand.connection.poll(_PATIENCE):
                step(self._done())
            end: End = hand.receive()
            if not end.foreseen:
                raise LostError
            hand.end = end
            hand.first = [*accumulate((len(result.columns) for result in end.results), initial=0)]
        step(self._done())
        for hand in self._hands:
            assert hand.end is not None, "it was received above"  # noqa: S101
            for face, pairs in hand.end.used.items():
                self._typesetter.faces[face].use(pairs)
            for characters, text in hand.end.missing.items():
                self._typesetter.missing.setdefault(characters, text)
            for formula, why in hand.end.unset.items():
                self._typesetter.formulas.faults.setdefault(formula, why)

    def slices(self, number: int, branch: Element, where: Callable[[], Place]) -> list[Slice]:
        """The slices of a job, after `gather`; its structure goes under `branch`. Jobs are asked for in order."""
        process = next(at for at, hand in enumerate(self._hands) if number in hand.jobs)
        hand = self._hands[process]
        inside = number - hand.jobs.start
        assert hand.end is not None, "gather comes first"  # noqa: S101
        result = hand.end.results[inside]
        if inside == 0:
            hand.elements.clear()
        hand.elements += unpacked(result.tree, branch)
        return [
            Slice(height, (Content(None, (Far(0.0, 0.0, process, at, text),)),), gap, give, penalty, faults, where)
            for at, (height, gap, give, penalty, faults, text) in enumerate(result.columns, hand.first[inside])
        ]

    def draw(self, pages: Sequence[Page], names: Names, *, tagged: bool) -> list[Drawn]:
        """Draw all pages, each where its contents are; `names` learns what pictures are called.

        Raises:
            LostError: a copy is no more.
        """
        plans = [_plan(page) for page in pages]
        ours = self._fetched([page for page, plan in zip(pages, plans, strict=True) if plan is None])
        for process, hand in enumerate(self._hands):
            hand.ask(Draw([plan[1] for plan in plans if plan and plan[0] == process], tagged))
        near = [draw(page, names, tagged=tagged) for page in ours]
        drawn_here = iter([drawn._replace(code=deflated(drawn.code)) for drawn in near])
        there: list[Iterator[Sent]] = [iter(hand.receive()) for hand in self._hands]
        return [
            next(drawn_here) if plan is None else self._drawn(self._hands[plan[0]], next(there[plan[0]]), names)
            for plan in plans
        ]

    def draw_last(self, pages: Sequence[Page], names: Names, *, tagged: bool) -> list[Drawn]:
        """Draw all pages, and close."""
        try:
            return self.draw(pages, names, tagged=tagged)
        finally:
            self.close()

    def close(self) -> None:
        """Send the copies home, whatever they are doing."""
        for hand in self._hands:
            hand.connection.close()
        for child in self._children:
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)
        self._children.clear()

    def _counter(self, process: int) -> Callable[[int], None]:
        def count(done: int) -> None:
            self._counts[process * _COUNT : (process + 1) * _COUNT] = done.to_bytes(_COUNT, "big")

        return count

    def _done(self) -> int:
        counts = self._counts[:]
        return sum(int.from_bytes(counts[at : at + _COUNT], "big") for at in range(0, len(counts), _COUNT))

    def _fetched(self, pages: Sequence[Page]) -> list[Page]:
        """Pages with the contents that copies have of them."""
        wanted: list[list[int]] = [[] for _ in self._hands]
        for page in pages:
            for content in page.contents:
                if content.marks and isinstance(far := content.marks[0], Far):
                    wanted[far.process].append(far.number)
        found: list[Iterator[list[tuple[int, tuple[Mark, ...]]]]] = []
        for hand, numbers in zip(self._hands, wanted, strict=True):
            found.append(iter(hand.ask(Fetch(numbers)).receive()))
        out = []
        for page in pages:
            contents: list[Content] = []
            for content in page.contents:
                if content.marks and isinstance(far := content.marks[0], Far):
                    owners = self._hands[far.process].elements
                    contents += [
                        Content(None if owner < 0 else owners[owner], marks).moved(far.x, far.y)
                        for owner, marks in next(found[far.process])
                    ]
                else:
                    contents.append(content)
            out.append(Page(page.size, page.folio, tuple(contents), page.filler))
        return out

    @staticmethod
    def _drawn(hand: _Hand, sent: Sent, names: Names) -> Drawn:
        for name, data in sent.pictures.items():
            names.pictures.setdefault(data, name)
        pieces = tuple([Piece(hand.elements[number], what) for number, what in sent.pieces])
        figures = {hand.elements[number]: box for number, box in sent.figures}
        return Drawn(sent.code, pieces, sent.anchors, tuple(sent.pictures), sent.faces, figures)


def _plan(page: Page) -> tuple[int, Sheet] | None:
    """The copy that can draw a page, and what it must know; None if this process must."""
    process = -1
    parts: list[Part] = []
    for element, marks in page.contents:
        far = marks[0] if marks else None
        if isinstance(far, Far):
            if process not in {-1, far.process}:
                return None
            process = far.process
            parts.append(Part(far.number, far.x, far.y))
        elif element is None:
            parts.append(Part(-1, 0.0, 0.0, marks))
        else:
            return None
    return (process, Sheet(page.size, parts)) if process >= 0 else None
