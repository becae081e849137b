"""How the tests look at a booklet that has been set: its lines of text, by page and by element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from booklet.design.concert import THEMES
from booklet.design.house import House, make_house
from booklet.design.paper import trim
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun
from booklet.make import SetBook
from booklet.text.operands import FACE_MARK, face_and_scale

HANG: Final = 0.65
"""How far a sign may hang out of the measure, in ems of its size: no further than a full stop of that width."""

_DESCENT: Final = 0.2
"""How far letters reach below the baseline, in ems."""

_CODE: Final = re.compile(r"([0-9A-F]{4})>[^<]*$")


class Line(NamedTuple):
    """A line of text: its page's index, its element (None for an artifact) and its runs from left to right.

    `hyphen` is the sign that divides a word at its end: a soft hyphen that was added, a hyphen that was typed, or "".
    """

    page: int
    element: Element | None
    runs: tuple[GlyphRun, ...]
    hyphen: str

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        """Its left edge in points."""
        return min(run.x for run in self.runs)

    @property
    def right(self) -> float:
        """Its right edge in points."""
        return max(run.x + run.width for run in self.runs)

    @property
    def base(self) -> float:
        """Its baseline in points."""
        return self.runs[0].y

    @property
    def size(self) -> float:
        """Its largest type in points."""
        return max(run.size for run in self.runs)


def house_of(done: SetBook) -> House:
    """The design that a booklet was set in."""
    options, venue, event = done.program.options, done.program.venue, done.program.event
    return make_house(THEMES[options.theme], trim(options.paper, venue.address, event.language))


def lines_of(done: SetBook) -> list[Line]:
    """Every line of a booklet in drawing order: runs of one element on one baseline."""
    codes = {name: face.codes for name, face in done.typesetter.faces.opened.items()}
    lines: list[Line] = []
    for page, element, run in _runs(done):
        code = _CODE.search(run.operand)
        ending = codes[_last_face(run)][int(code[1], 16)][1] if code else ""
        hyphen = ending if ending in {"\u00ad", "-", "‐"} else ""
        last = lines[-1] if lines else None
        if last and last.page == page and last.element is element and abs(last.base - run.y) < 0.01:
            lines[-1] = Line(page, element, (*last.runs, run), hyphen)
        else:
            lines.append(Line(page, element, (run,), hyphen))
    return lines


def _last_face(run: GlyphRun) -> str:
    """The face of a run's last glyph: its own, or one that it borrows from."""
    parts = [run.face, *run.operand.split(FACE_MARK)]
    told = next(face for face, codes in zip(parts[-2::-2], parts[::-2], strict=True) if "<" in codes)
    return face_and_scale(told)[0]


def _runs(done: SetBook) -> Iterator[tuple[int, Element | None, GlyphRun]]:
    for at, page in enumerate(done.book.pages):
        for element, marks in page.contents:
            yield from ((at, element, mark) for mark in marks if isinstance(mark, GlyphRun))


def by_element(lines: list[Line]) -> list[list[Line]]:
    """The lines of each element, without those of artifacts."""
    found: dict[Element, list[Line]] = {}
    for line in lines:
        if line.element is not None:
            found.setdefault(line.element, []).append(line)
    return list(found.values())


def outside_frame(done: SetBook, lines: list[Line], *, wide: bool = False) -> list[Line]:
    """The lines that are not within their page's frame, hanging signs allowed for; artifacts may be anywhere."""
    house = house_of(done)
    frames = [house.wide(number) if wide else house.frame(number) for number in range(1, len(done.book.pages) + 1)]
    if done.book.rtl:
        frames = [frame._replace(x=house.trim.size.width - frame.right) for frame in frames]
    out = []
    for line in lines:
        frame, hang = frames[line.page], HANG * line.size
        wide = line.left < frame.x - hang or line.right > frame.right + hang
        high = line.base < frame.y or line.base > frame.bottom
        if line.element is not None and (wide or high):
            out.append(line)
    return out


def outside_paper(done: SetBook, lines: list[Line]) -> list[Line]:
    """The lines that the paper's edge cuts off."""
    size = done.book.pages[0].size
    return [
        line
        for line in lines
        if line.left < 0
        or line.right > size.width
        or line.base - _ascent(done, line.runs[0]) < 0
        or line.base + _DESCENT * line.size > size.height
    ]


def overprinted(done: SetBook, lines: list[Line]) -> list[tuple[str, str]]:
    """Pairs of runs that are printed over each other, from the tops of capitals to the feet of descenders."""
    found: list[tuple[str, str]] = []
    by_page: dict[int, list[GlyphRun]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).extend(run for run in line.runs if run.text.strip())
    for runs in by_page.values():
        ordered = sorted(runs, key=lambda run: run.y - _ascent(done, run))
        for at, upper in enumerate(ordered):
            for lower in ordered[at + 1 :]:
                if lower.y - _ascent(done, lower) >= upper.y + _DESCENT * upper.size:
                    break
                beside = min(upper.x + upper.width, lower.x + lower.width) - max(upper.x, lower.x)
                # Hanging signs and kerning may touch; whole letters may not.
                if beside > 0.25 * min(upper.size, lower.size):
                    found.append((upper.text, lower.text))
    return found


def _ascent(done: SetBook, run: GlyphRun) -> float:
    return done.typesetter.faces[run.face].cap_height * run.size / 1000
