"""The programme at a glance gives every session its own place, and no session a time that nobody stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, groupby
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import pytest

from booklet.layout.elements import Element
from booklet.layout.marks import Anchor, GlyphRun, Link
from booklet.make import SetBook, set_book
from booklet.model.program import Session
from booklet.parts.anchors import row_anchor, talk_anchor
from booklet.parts.glance_blocks import stated

HEAD: Final = """
event: {{title: Week, language: de-DE}}
venue: {{name: House}}
booklet: {{paper: {paper}, parts: [{parts}]}}
days:
"""

FIRST: Final = "{registration: Desk}", "{talk: Early, speaker: Una Abel, abstract: Words.}"
MIDDLE: Final = (
    "{talk: Between, speaker: Una Berg, abstract: Words.}",
    "{talk: Between too, speaker: Una Cole, abstract: Words.}",
)
LAST: Final = "{talk: After, speaker: Una Dahl, abstract: Words.}", "{social: Dinner}"

ALONE: Final = '{time: "9:00-10:00", talk: Alone, speaker: Ada Eder, abstract: Words.}'
NEXT: Final = '{time: "10:00-11:00", talk: Next, speaker: Ada Falk, abstract: Words.}'
LATER: Final = '{time: "11:00-12:00", talk: Later, speaker: Ada Gans, abstract: Words.}'
BESIDE: Final = '{time: "9:00-10:00", talk: Beside, room: Hut, speaker: Ada Holt, abstract: Words.}'

INNER: Final = """{session: Inner, talks: [{talk: One, time: "9:00-9:30", speaker: Al Irle, abstract: Words.},
          {talk: Two, time: "9:30-10:15", speaker: Al Jahn, abstract: Words.}]}"""
UNTIMED: Final = "{session: Inner, talks: [{talk: One, speaker: Al Irle, abstract: Words.}]}"

PROGRAMS: Final = {
    "first": ([*FIRST, ALONE, NEXT], "9:00 10:00"),
    "in a gap": ([ALONE, *MIDDLE, LATER], "9:00 11:00"),
    "without a gap": ([ALONE, *MIDDLE, NEXT], "9:00 10:00"),
    "last": ([ALONE, *LAST], "9:00"),
    "everywhere": ([*FIRST, ALONE, NEXT, *MIDDLE, LATER, *LAST], "9:00 10:00 11:00"),
    "beside each other": ([ALONE, MIDDLE[0], BESIDE, MIDDLE[1], NEXT], "9:00 10:00"),
    "out of order": ([*FIRST, NEXT, MIDDLE[0], ALONE, MIDDLE[1], LATER], "10:00 9:00 11:00"),
    "timed inside": ([FIRST[0], INNER, LATER], "9:00 11:00"),
}
"""The entries of a day, and the starts that stand beside them."""

Make: TypeAlias = Callable[..., SetBook]


class Item(NamedTuple):
    """A list item of the glance: its time, all that it says besides, and its links."""

    label: str
    text: str
    links: tuple[Link, ...]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Set a program of some days, each a list of entries."""

    def done(
        *days: list[str], paper: str = "a5", parts: str = "glance, timetable, abstracts", title: str = ""
    ) -> SetBook:
        text = HEAD.format(paper=paper, parts=parts)
        for number, entries in enumerate(days, start=1):
            named = f"    title: {title}\n" if title else ""
            text += f"  - date: 2026-06-{number:02}\n{named}    sessions:\n"
            text += "".join(f"      - {entry}\n" for entry in entries)
        path = tmp_path / "program.yaml"
        path.write_text(text, encoding="utf-8")
        return set_book(path)

    return done


def glance(done: SetBook) -> Element:
    """The branch of the glance, if it is the first part."""
    return done.book.root.children[0]


def inside(element: Element, role: str) -> Iterator[Element]:
    """Every element of a role, in reading order."""
    if element.role == role:
        yield element
    for child in element.children:
        yield from inside(child, role)


def said(done: SetBook, branch: Element) -> tuple[str, tuple[Link, ...]]:
    """What a branch says, and its links."""
    leaves = {leaf for role in ("Lbl", "LBody", "Link", "Span", "H2") for leaf in inside(branch, role)}
    marks = [
        mark
        for page in done.book.pages
        for content in page.contents
        if content.element in leaves
        for mark in content.marks
    ]
    text = " ".join(mark.text.strip() for mark in marks if isinstance(mark, GlyphRun))
    return text, tuple(mark for mark in marks if isinstance(mark, Link))


def items(done: SetBook) -> list[Item]:
    """The list items of the glance in reading order."""
    found = []
    for item in inside(glance(done), "LI"):
        label = " ".join(said(done, child)[0] for child in item.children if child.role == "Lbl")
        text = [said(done, child) for child in item.children if child.role == "LBody"]
        found.append(Item(label, text[0][0], text[0][1]))
    return found


def days_by_page(done: SetBook) -> list[int]:
    """How many days each page of the glance has."""
    heads = set(inside(glance(done), "H2"))
    pages = [
        at for at, page in enumerate(done.book.pages) for head in {c.element for c in page.contents} if head in heads
    ]
    return [len(list(group)) for _, group in groupby(sorted(pages))]


def page_of(done: SetBook, anchor: str) -> int:
    """The number of the page with an anchor."""
    [number] = [
        at
        for at, page in enumerate(done.book.pages, start=1)
        for content in page.contents
        for mark in content.marks
        if isinstance(mark, Anchor) and mark.name == anchor
    ]
    return number


def expected_target(session: Session) -> list[str]:
    """Where the item of a session should lead."""
    if session.pauses:
        return []
    return [f"#{row_anchor(session) if session.talks else talk_anchor(session)}"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_glance_gives_every_session_its_own_item_and_link(name: str, make: Make) -> None:
    done = make(PROGRAMS[name][0])
    sessions = done.program.days[0].sessions

    found = items(done)

    assert [session.title in item.text for session, item in zip(sessions, found, strict=True)] == [True] * len(sessions)
    assert [[link.target for link in item.links] for item in found] == [expected_target(each) for each in sessions]


@pytest.mark.parametrize("name", PROGRAMS)
def test_glance_lays_no_link_over_another(name: str, make: Make) -> None:
    links = [link for item in items(make(PROGRAMS[name][0])) for link in item.links]

    shared = [
        (one.target, other.target)
        for one, other in combinations(links, 2)
        if min(one.x + one.width, other.x + other.width) - max(one.x, other.x) > 0.01
        and min(one.y + one.height, other.y + other.height) - max(one.y, other.y) > 0.01
    ]

    assert shared == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_glance_prints_each_line_within_the_area_of_its_own_link(name: str, make: Make) -> None:
    done = make(PROGRAMS[name][0])
    leaves = set(inside(glance(done), "Link"))
    strays = []
    for marks in (content.marks for page in done.book.pages for content in page.contents if content.element in leaves):
        [link] = [mark for mark in marks if isinstance(mark, Link)]
        runs = [mark for mark in marks if isinstance(mark, GlyphRun)]
        strays += [run.text for run in runs if not link.y < run.y < link.y + link.height]

    assert strays == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_glance_prints_no_time_that_is_not_stated(name: str, make: Make) -> None:
    entries, starts = PROGRAMS[name]

    labels = [item.label.partition("–")[0] for item in items(make(entries)) if item.label]

    assert [label.lstrip("0") for label in labels] == starts.split()


def test_glance_draws_what_comes_before_all_times_above_them(make: Make) -> None:
    _, early, alone = items(make([*FIRST, ALONE]))

    assert early.links[0].y + early.links[0].height < alone.links[0].y


def test_glance_draws_a_session_from_its_first_talk_to_its_last(make: Make) -> None:
    session, later = items(make([INNER, LATER]))

    assert (session.label, later.label) == ("09:00–10:15", "11:00–12:00")
    assert session.links[0].height / later.links[0].height == pytest.approx(75 / 60, rel=0.02)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([(540, 570), (570, 600)], (540, 600)),
        ([(540, 570), (570, None)], (540, None)),
        ([(540, 570), (None, None)], (540, None)),
        ([(None, None), (570, 600)], (570, 600)),
        ([(None, None)], (None, None)),
        ([], (None, None)),
    ],
)
def test_stated_is_the_extent_of_the_talks(
    times: list[tuple[int | None, int | None]], expected: tuple[int | None, int | None]
) -> None:
    talks = tuple(Session("talk", "Talk", start, end) for start, end in times)

    assert stated(Session("session", "Session", talks=talks)) == expected


def test_stated_is_what_the_session_itself_says() -> None:
    assert stated(Session("session", "Session", 500, talks=(Session("talk", "Talk", 540, 600),))) == (500, None)


@pytest.mark.parametrize("paper", ["half-letter", "a4", "a6"])
@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, [1]), (2, [1, 1]), (3, [2, 1]), (4, [2, 2]), (5, [2, 1, 2]), (6, [2, 1, 2, 1]), (8, [2, 2, 2, 2])],
)
def test_glance_shares_the_days_out_among_spreads(days: int, expected: list[int], paper: str, make: Make) -> None:
    done = make(*[[ALONE, NEXT, LATER]] * days, paper=paper, parts="glance, notes")

    assert days_by_page(done) == expected
    assert done.faults == ()


def test_glance_has_fewer_days_on_a_page_where_lanes_would_be_too_narrow(make: Make) -> None:
    done = make(*[[ALONE, BESIDE, NEXT]] * 5, paper="half-letter", parts="glance, notes")

    assert days_by_page(done) == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("days", "page"), [([[ALONE]], 1), ([[ALONE], [NEXT]], 2), ([[UNTIMED]], 1), ([[UNTIMED], [UNTIMED]], 1)]
)
def test_glance_opens_on_a_verso_for_facing_pages_only(days: list[list[str]], page: int, make: Make) -> None:
    assert page_of(make(*days), "glance") == page


def test_glance_lists_names_titles_and_the_talks_inside(make: Make) -> None:
    done = make([*FIRST, UNTIMED])
    _, early, session, talk = items(done)

    assert [early.text.split(), session.text.split(), talk.text.split()] == [
        ["Abel", "Early"],
        ["Inner"],
        ["Irle", "One"],
    ]
    inner = done.program.days[0].sessions[2]
    assert [link.target for link in talk.links] == [f"#{talk_anchor(inner.talks[0])}"]
    assert [link.target for link in session.links] == [f"#{row_anchor(inner)}"]


@pytest.mark.parametrize("entry", [ALONE, UNTIMED])
def test_glance_tells_of_the_name_of_a_day_that_does_not_fit(entry: str, make: Make) -> None:
    long = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 3

    done = make([entry], title=long, parts="glance, notes")

    assert [long in fault.what for fault in done.faults] == [True]
