"""The abstracts, in order of time, each day on pages of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal, TypeAlias

from booklet.errors import Fault, Place
from booklet.layout.composing import Draft, Folios, Furniture, SetPart
from booklet.layout.elements import Element
from booklet.layout.galley import FORBIDDEN, Slice
from booklet.model.program import Session
from booklet.parts.anchors import row_anchor, talk_anchor
from booklet.parts.asides import language_of, language_said, link_lines
from booklet.parts.authors import bylines
from booklet.parts.desk import Desk, unbroken
from booklet.parts.flow import anchored, flow
from booklet.parts.headings import day_title, part_title
from booklet.parts.people import addresses, biographies, coauthor_line, speaker_line
from booklet.parts.posters import abstract_order, board_label
from booklet.parts.prose import Manner, prose
from booklet.parts.seconds import second_leaf, second_spans
from booklet.parts.tracks import track_spans
from booklet.text.flowables import Flowable, Paragraph
from booklet.text.styles import Span

_MANY_LINES: Final = 10
"""So many lines of people keep together."""

_UNDER_KICKER: Final = 0.15
_UNDER_TITLE: Final = 0.15
_OVER_TEXT: Final = 0.7
"""White in the head of an abstract, in grid units; together a whole one."""

_SHORT_TAIL: Final = 8
"""So many lines of keywords and links keep together."""


_HEAD: Final = 300
"""The work of an abstract's head, in characters of text."""

FarSetter: TypeAlias = Callable[[int, Element, Callable[[], Place]], list[Slice]]
"""Gives the slices of an abstract, by its number, that were set in another process; see `booklet.crew`."""


@dataclass(frozen=True, slots=True)
class Abstracts:
    """The part. With `far` the abstracts are set elsewhere."""

    desk: Desk
    far: FarSetter | None = None
    opens: Literal["any", "verso"] = "any"
    fills: bool = False

    def set(self, number: int, folios: Folios, *, extra: int) -> SetPart:  # noqa: ARG002
        """Set the abstracts of every day that has some."""
        desk = self.desk
        root = Element("Sect")
        drafts: list[Draft] = []
        faults: list[Fault] = []
        number_of_talk = 0
        for index, day in enumerate(desk.program.days):
            talks = abstract_order(day)
            if not talks:
                continue
            slices: list[Slice] = []
            measure = desk.house.measure
            if not drafts:
                title = part_title(desk, desk.wording.word("abstracts"), root.add("H1"), gap=0.0)
                slices += anchored(desk.slices([title], measure), "abstracts")
            branch = root.add("Sect")
            slices += desk.slices([day_title(desk, index, branch.add("H2"), gap=1.5)], measure)
            around = {talk.at: session for session in day.sessions for talk in session.talks}
            for talk in talks:
                below = branch.add("Sect", language=language_of(desk, talk))
                if self.far is None:
                    set_ = entry(desk, index, talk, around.get(talk.at), below)
                else:
                    set_ = self.far(number_of_talk, below, desk.where(talk.at))
                slices += anchored(set_, talk_anchor(talk))
                number_of_talk += 1
            section = desk.wording.word("dot").join([desk.wording.word("abstracts"), desk.wording.weekday(day.date)])
            pages, found = flow(desk, slices, number + len(drafts), _furniture(section, index, first=not drafts))
            drafts += pages
            faults += found
        return SetPart(tuple(drafts), root, tuple(faults))

    def jobs(self) -> tuple[list[Callable[[Element], list[Slice]]], list[int]]:
        """What sets each abstract, in order, and how much work each is: the length of its text."""
        desk = self.desk
        jobs: list[Callable[[Element], list[Slice]]] = []
        weights: list[int] = []
        for index, day in enumerate(desk.program.days):
            around = {talk.at: session for session in day.sessions for talk in session.talks}
            for talk in abstract_order(day):
                jobs.append(partial(entry, desk, index, talk, around.get(talk.at)))
                weights.append(len(talk.abstract) + _HEAD)
        return jobs, weights


def _furniture(section: str, day: int, *, first: bool) -> Callable[[int], Furniture]:
    return lambda at: Furniture(section, day, first and at == 0)


def entry(desk: Desk, day: int, talk: Session, inside: Session | None, branch: Element) -> list[Slice]:
    """One abstract: when and where (as the session says that it is inside of), title, speakers, co-authors, text.

    The head is padded to a whole number of grid units, so that the text of facing pages is on the same lines.
    """
    house = desk.house
    grid, measure = house.grid, house.measure
    slices = desk.slices(_kicker(desk, day, talk, inside, branch), measure)
    title = desk.slices([_title(desk, talk, branch), *_second(desk, talk, branch)], measure)
    people = desk.slices(_people(desk, talk, branch), measure)
    title[-1] = title[-1]._replace(gap=_UNDER_TITLE * grid)
    if slices:
        slices[-1] = slices[-1]._replace(gap=_UNDER_KICKER * grid)
    slices = [part._replace(penalty=FORBIDDEN) for part in (*slices, *title, *people)]
    if len(people) > _MANY_LINES:
        # So many people need not stay on one page: the first stay with the title, the last with the text.
        first = len(slices) - len(people) + 2
        slices[first:-2] = [part._replace(penalty=0.0) for part in slices[first:-2]]
    slices[-1] = slices[-1]._replace(gap=_OVER_TEXT * grid)
    slices = _lowered(slices, grid)
    body, tail = desk.slices(_body(desk, talk, branch), measure), desk.slices(_tail(desk, talk, branch), measure)
    if body and tail:
        body[-1] = body[-1]._replace(penalty=FORBIDDEN)
    if len(tail) <= _SHORT_TAIL:
        tail[:-1] = [part._replace(penalty=FORBIDDEN) for part in tail[:-1]]
    lives = desk.slices(biographies(desk, talk, branch), measure)
    slices += [*body, *tail]
    if lives:
        # A portrait overleaf would look like the next speaker's.
        slices[-1] = slices[-1]._replace(penalty=FORBIDDEN)
    slices += lives
    if slices:
        ends = -sum(part.height + part.gap for part in slices) % grid
        gap = slices[-1].gap + (ends if grid - ends > 0.01 else 0.0) + 2.0 * grid
        slices[-1] = slices[-1]._replace(gap=gap, give=grid, penalty=0.0)
    return slices


def _lowered(slices: list[Slice], grid: float) -> list[Slice]:
    """The head of an abstract, lowered by what it lacks to whole units of the grid, so that its text is on the grid.

    Titles are set on lines of one and a half units; the odd half is best hidden above everything.
    """
    lacking = -sum(part.height + part.gap for part in slices) % grid
    if lacking < 0.01 or grid - lacking < 0.01:
        return slices
    first = slices[0]
    contents = tuple(content.moved(0.0, lacking) for content in first.contents)
    return [first._replace(height=first.height + lacking, contents=contents), *slices[1:]]


def _kicker(desk: Desk, day: int, talk: Session, inside: Session | None, branch: Element) -> list[Paragraph]:
    """The small line: time, room and track, linked to the timetable."""
    house, wording = desk.house, desk.wording
    style = house.style("sans-bold", house.scale.tiny, house.day_ink(day), tracking=40)
    time = wording.span(talk.start, talk.end)
    if not time and inside is not None:
        time = wording.joined([inside.title, wording.span(inside.start, inside.end)])
    room = talk.room or (inside.room if inside else "") or desk.program.venue.room
    track = talk.track or (inside.track if inside else "")
    board = board_label(desk, talk)
    spoken = language_said(desk, talk)
    if not (time or room or track or board or spoken):
        return []
    date = wording.short_weekday(desk.program.days[day].date)
    inked = track_spans(desk, track, style) if desk.track_ink(track) else []
    when = wording.word("day_and_time", day=date, time=time) if time else date
    said = [board, when, unbroken(room), "" if inked else unbroken(track), spoken]
    text = wording.word("dot").join(filter(None, said))
    link = f"#{row_anchor(talk)}" if "timetable" in desk.program.options.parts else ""
    span = desk.span(text, style, link=link, says=wording.labelled(wording.word("timetable"), talk.title or text))
    element = branch.add("P")
    if spoken:
        element.language = desk.program.event.language
    return [
        Paragraph(
            (span, *([Span(wording.word("dot"), style), *inked] if inked else [])), house.shape(), element, keep=True
        )
    ]


def _title(desk: Desk, talk: Session, branch: Element) -> Paragraph:
    house = desk.house
    style = desk.own(talk, house.style("serif-bold", house.scale.title))
    title = talk.title or desk.wording.joined(speaker.name for speaker in talk.speakers)
    return Paragraph(
        (desk.span(title, style),),
        house.shape(lines=1.5, balanced=True),
        branch.add("H3"),
        keep=True,
        where=desk.where(talk.at),
    )


def _second(desk: Desk, talk: Session, branch: Element) -> list[Paragraph]:
    """The title in the second language, below the first; none without one."""
    house = desk.house
    spans = second_spans(desk, talk.second_title, house.style("serif-italic", house.scale.text, house.inks.quiet))
    leaf = second_leaf(desk, branch) if spans else branch
    shape = house.shape(balanced=True)
    return [Paragraph(tuple(spans), shape, leaf, keep=True, where=desk.where(talk.at))] if spans else []


def _people(desk: Desk, talk: Session, branch: Element) -> list[Paragraph]:
    """The speakers, each with position and affiliation beneath, and the co-authors.

    A talk without a title is called by its speakers, who are not named again.
    """
    house = desk.house
    name = house.style("sans-bold", house.scale.text)
    quiet = house.style("sans", house.scale.small, house.inks.quiet)
    where = desk.where(talk.at)
    if talk.authors:
        return bylines(desk, talk, branch)
    out: list[Paragraph] = []
    if len(talk.speakers) == 1 or any(speaker.position or desk.profile(speaker.name) for speaker in talk.speakers):
        for speaker in talk.speakers:
            who = speaker_line(desk, [speaker], name, quiet)[:1]
            spans = (*(who if talk.title else ()), *addresses(desk, speaker, quiet))
            if spans:
                out.append(Paragraph(spans, house.shape(), branch.add("P"), keep=True, where=where))
            role = desk.wording.joined([speaker.position, speaker.affiliation])
            if role:
                span = desk.span(role, quiet)
                out.append(Paragraph((span,), house.shape(), branch.add("P"), keep=True, where=where))
    elif talk.speakers and talk.title:
        spans = tuple(speaker_line(desk, talk.speakers, name, quiet))
        out.append(Paragraph(spans, house.shape(), branch.add("P"), keep=True, where=where))
    joint = coauthor_line(desk, talk, house.style("sans-italic", house.scale.small, house.inks.quiet))
    if joint:
        out.append(Paragraph(tuple(joint), house.shape(), branch.add("P"), keep=True, where=where))
    return out


def _body(desk: Desk, talk: Session, branch: Element) -> list[Flowable]:
    """The abstract's paragraphs."""
    house = desk.house
    style = desk.own(talk, house.style("serif", house.scale.text))
    manner = Manner(style, house.shape("justify", hyphenate=True), indent=house.grid, careful=True)
    return prose(desk, talk.abstract, manner, branch, desk.where((*talk.at, "abstract")))


def _tail(desk: Desk, talk: Session, branch: Element) -> list[Flowable]:
    """Keywords and links, which no page begins with."""
    house = desk.house
    out: list[Flowable] = []
    if talk.keywords:
        quiet = desk.own(talk, house.style("sans", house.scale.small, house.inks.quiet))
        parted = [[*desk.prose(keyword, quiet), Span(desk.wording.word("dot"), quiet)] for keyword in talk.keywords]
        spans = tuple([span for keyword in parted for span in keyword][:-1])
        out.append(Paragraph(spans, house.shape(), branch.add("P")))
    return [*out, *link_lines(desk, talk, branch)]
