"""The desk: what every part has before it while it sets itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from typing import Final, TypeVar

from booklet.design.house import House
from booklet.errors import Fault, Place
from booklet.layout.composing import Draft, Furniture, SetPart
from booklet.layout.galley import Placed, Slice, balance, break_galley, height_of
from booklet.layout.marks import Anchor
from booklet.layout.pages import Content
from booklet.model.people import family_name
from booklet.model.program import Day, Key, Profile, Program, Session
from booklet.parts.wording import Wording
from booklet.text.flowables import Flowable
from booklet.text.styles import Span, Style
from booklet.text.typesetter import Typesetter
from booklet.text.typography import educate

_SHORT_NAME: Final = 16
"""Characters; longer names may be broken."""


def find_debuts(program: Program, people: Mapping[str, str]) -> dict[str, Key]:
    """The key of the first talk with an abstract that each person gives."""
    debuts: dict[str, Key] = {}
    for day in program.days:
        for talk in talks_of(day):
            for speaker in talk.speakers:
                debuts.setdefault(people.get(speaker.name, speaker.name), talk.at)
    return debuts


@dataclass(frozen=True, slots=True)
class Desk:
    """The program, the design and the tools.

    `place` finds a key in the program file; `people` maps each spelling of a name to the one that stands for the
    person, and `debuts` that one to the key of the first talk with an abstract that the person gives.
    """

    program: Program
    house: House
    typesetter: Typesetter
    wording: Wording
    place: Callable[[Key], Place]
    people: Mapping[str, str]
    debuts: Mapping[str, Key]

    def typeset(self, text: str) -> str:
        """A text with typographic quotes and dashes, in the program's language."""
        return educate(text, self.program.event.language)

    def span(self, text: str, style: Style, *, link: str = "", says: str = "") -> Span:
        """A text from the program as a span."""
        return Span(self.typeset(text), style, link, self.typeset(says) if says else "")

    def family(self, name: str) -> str:
        """The family name of a person, for places where the whole name is too long."""
        return family_name(self.people.get(name, name), self.profile(name))

    def profile(self, name: str) -> Profile | None:
        """What the program says of a person, under any spelling."""
        return self.program.people.get(self.people.get(name, name))

    def leads_to_abstract(self, session: Session) -> bool:
        """Whether the booklet has an abstract of this session to lead to."""
        return "abstracts" in self.program.options.parts and has_abstract(session)

    def where(self, at: Key) -> Callable[[], Place]:
        """A finder for the place of a key, for faults that may come up."""
        return partial(self.place, at)

    def slices(self, flowables: Iterable[Flowable], measure: float) -> list[Slice]:
        """Set flowables one under the other."""
        out: list[Slice] = []
        for flowable in flowables:
            out += flowable.slices(self.typesetter, measure)
        return out


def talk_anchor(session: Session) -> str:
    """The name of the anchor where a session's abstract starts."""
    return "talk-" + "-".join(str(step) for step in session.at[1:] if isinstance(step, int))


def day_anchor(index: int) -> str:
    """The name of the anchor where a day's timetable starts."""
    return f"day-{index}"


def row_anchor(session: Session) -> str:
    """The name of the anchor at a session's row in the timetable."""
    return "row-" + "-".join(str(step) for step in session.at[1:] if isinstance(step, int))


def unbroken(room: str) -> str:
    """A short name of a room that no line ends in: GDC 6.302."""
    return room.replace(" ", "\u00a0") if len(room) <= _SHORT_NAME else room


def has_abstract(session: Session) -> bool:
    """Whether a session gets an entry among the abstracts: somebody speaks, or there is something to read."""
    return bool(session.abstract) or (bool(session.speakers) and not session.pauses and not session.talks)


def talks_of(day: Day) -> list[Session]:
    """The sessions of a day that have an entry among the abstracts, in order."""
    found: list[Session] = []
    for session in day.sessions:
        for entry in (session, *session.talks):
            if has_abstract(entry):
                found.append(entry)
    return found


def flow(
    desk: Desk,
    slices: Sequence[Slice],
    number: int,
    furniture: Callable[[int], Furniture],
    *,
    opening: Sequence[Slice] = (),
    columns: int = 1,
    gutter: float = 0.0,
) -> tuple[tuple[Draft, ...], tuple[Fault, ...]]:
    """Flow a galley through the frames of pages.

    Args:
        desk: for the frames and the grid.
        slices: the matter, set to the width of a column.
        number: the page on which it begins.
        furniture: the furniture of each page, by its index in the flow.
        opening: matter over the columns of the first page, set to the full measure.
        columns: how many columns a page has; those of the last page are made equally high.
        gutter: the space between columns, in points.

    Returns:
        The pages, and what could not be set well.
    """
    grid = desk.house.grid
    frame = desk.house.frame(number)
    head = height_of(opening) + (opening[-1].gap if opening else 0.0)
    heights = [frame.height - head] * columns + [frame.height]
    galley = break_galley(slices, heights, grid=grid, fill=columns == 1)
    frames = list(galley.frames)
    if columns > 1 and frames:
        start = (len(frames) - 1) // columns * columns
        rest = [placed.slice for placed in (p for column in frames[start:] for p in column)]
        most = heights[0] if start == 0 else frame.height
        frames[start:] = balance(rest, columns, most, grid=grid).frames
    pages: list[list[tuple[int, int, tuple[Placed, ...]]]] = [
        [(at // columns, at % columns, placed) for at, placed in group]
        for _, group in groupby(enumerate(frames), key=lambda item: item[0] // columns)
    ] or [[]]
    drafts = []
    for index, page in enumerate(pages):
        area = desk.house.frame(number + index)
        contents = stacked(opening, area.x, area.y) if index == 0 else []
        top = area.y + (head if index == 0 else 0.0)
        width = (area.width - gutter * (columns - 1)) / columns
        for _, column, placed in page:
            contents += _contents(placed, area.x + column * (width + gutter), top)
        drafts.append(Draft(tuple(contents), furniture(index)))
    faults = [fault for part in (*opening, *slices) for fault in part.faults]
    for at in galley.overfull:
        faults.append(Fault(f"something on page {number + at // columns} is higher than the page and sticks out"))
    return tuple(drafts), tuple(faults)


def stacked(slices: Sequence[Slice], x: float, y: float) -> list[Content]:
    """Slices one under the other, the first with its top left corner at (x, y)."""
    contents: list[Content] = []
    for part in slices:
        contents += [content.moved(x, y) for content in part.contents]
        y += part.height + part.gap
    return contents


def _contents(placed: Sequence[Placed], x: float, top: float) -> list[Content]:
    return [content.moved(x, top + y) for y, part in placed for content in part.contents]


T = TypeVar("T")


def fewest_pages(densities: Sequence[T], setter: Callable[[T], SetPart]) -> SetPart:
    """Set a part in the loosest of several densities that takes no more pages than the tightest.

    Args:
        densities: from loose to tight.
        setter: sets the part in one of them.
    """
    loosest = setter(densities[0])
    if len(loosest.drafts) == 1:
        return loosest
    tightest = setter(densities[-1])
    between = (setter(density) for density in densities[1:-1])
    fewest = len(tightest.drafts)
    return next((part for part in chain([loosest], between) if len(part.drafts) == fewest), tightest)


def anchored(slices: list[Slice], anchor: str) -> list[Slice]:
    """Put an anchor at the top left of the first slice."""
    mark = Content(None, (Anchor(0.0, 0.0, anchor),))
    return [slices[0]._replace(contents=(mark, *slices[0].contents)), *slices[1:]] if slices else slices
