"""Grids: nothing is cut off, nothing overlaps, everything is said once and on a page where its room is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booklet.layout.composing import Folios, SetPart
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun
from booklet.model.program import Kind, Room, Session, Speaker, TimetableLook
from booklet.parts.anchors import day_anchor, row_anchor
from booklet.parts.desk import Desk
from booklet.parts.grid import set_grid
from booklet.parts.grid_days import DayGrid, day_grids
from booklet.parts.parallel import in_columns
from booklet.parts.timetable import Timetable
from tests.grids import FIRST_PAGE, anchors_of, booklet_of, desk_of, leaves_of, program_of, said, set_timetable, talk
from tests.setting import HANG, lines_of, outside_frame, overprinted

WORDS: Final = "on the theory of sparse Donaudampfschifffahrtsgesellschaft x86_64 a/b kernels; why? – Zürich".split()
NAMES: Final = ("Bo Li", "Eva-Maria Gräfin von Ehrenfeld-Hohenstein", "D. E. Knuth", "Cher", "Γιώργος Παπαδόπουλος")

KINDS: Final[tuple[Kind, ...]] = ("talk", "talk", "talk", "keynote", "session", "lunch")

RARELY: Final = st.integers(0, 11).map(lambda number: number == 11)

TITLES: Final = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


@st.composite
def sessions(draw: st.DrawFn, rooms: int) -> Session:
    """An entry: five minutes or eight hours long, with an open end or no time, with or without a room."""
    start = None if draw(RARELY) else 5 * draw(st.integers(96, 300))
    length = draw(st.sampled_from([5, 10, 25, 60, 90, 510, None]))
    end = None if start is None or length is None else start + length
    room = -1 if draw(RARELY) else draw(st.integers(0, rooms - 1))
    kind = draw(st.sampled_from(KINDS))
    people = tuple(Speaker(name) for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)))
    talks: tuple[Session, ...] = ()
    if kind == "session" and start is not None and end is not None:
        titles = draw(st.lists(TITLES, min_size=1, max_size=4))
        step = (end - start) // len(titles)
        talks = tuple(talk(title, start + at * step, start + at * step + step) for at, title in enumerate(titles))
    return Session(
        kind,
        draw(TITLES),
        start,
        end,
        f"Room {room}" if room >= 0 else "",
        speakers=() if kind == "lunch" or talks else people,
        abstract="Words." if draw(st.booleans()) and kind != "lunch" and not talks else "",
        note=draw(st.sampled_from(["", "", "Bring a laptop"])),
        talks=talks,
    )


@st.composite
def days(draw: st.DrawFn) -> list[Session]:
    rooms = draw(st.integers(2, 9))
    count = draw(st.integers(2, 40))
    return [draw(sessions(rooms)) for _ in range(count)]


def gridded(desk: Desk) -> tuple[DayGrid, SetPart] | None:
    """The first day's grid, forced, and its pages; None if there cannot be one."""
    columns = in_columns(desk.program, desk.program.days[0])
    grid = day_grids(desk, {0: columns}, forced=True).get(0) if columns.rooms else None
    if grid is None:
        return None
    branch = Element("Sect")
    drafts, faults = set_grid(desk, grid, FIRST_PAGE, Folios({}), branch)
    return grid, SetPart(tuple(drafts), branch, faults)


def crossing(desk: Desk, grid: DayGrid, part: SetPart) -> list[str]:
    """The texts of cells that go over the white between two columns, but for what goes across all of them."""
    across = {item.session.at for cell in grid.columns.cells if cell.room is None for item in cell.items}
    if across:
        return []
    pages = [(group, page) for group in grid.plan.groups for _ in group.stretches for page in range(len(group.pages))]
    found = []
    for number, ((group, page), draft) in enumerate(zip(pages, part.drafts, strict=True), start=FIRST_PAGE):
        frame = desk.house.wide(number)
        top = frame.y + (grid.opener if number < FIRST_PAGE + len(group.pages) else 0.0)
        left = frame.right - sum(group.edges[page][-1])
        feet = {run.y for content in draft.contents for run in content.marks if isinstance(run, GlyphRun)
                if run.x < left - 1 and run.text.startswith("(")}  # fmt: skip
        lowest = min(feet, default=frame.bottom) - 1
        for content in draft.contents:
            for run in content.marks:
                if isinstance(run, GlyphRun) and top < run.y < lowest and run.x > left and "age" not in run.text:
                    ends = [left + x + width for x, width in group.edges[page]]
                    starts = [left + x for x, _ in group.edges[page]]
                    column = max(at for at, start in enumerate(starts) if run.x >= start - HANG * run.size)
                    if run.x + run.width > ends[column] + HANG * run.size:
                        found.append(run.text)
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(entries=days(), paper=st.sampled_from(["a5", "half-letter", "a4", "a6"]))
def test_grid_of_any_day_cuts_and_overprints_nothing(entries: list[Session], paper: str) -> None:
    desk = desk_of(program_of(entries, paper=paper))
    made = gridded(desk)
    if made is None:
        return
    grid, part = made
    done = booklet_of(desk, part)
    lines = lines_of(done)

    assert outside_frame(done, lines, wide=True) == []
    assert overprinted(done, lines) == []
    assert part.faults == ()
    assert crossing(desk, grid, part) == []
    rows = Counter(anchors_of(part))
    assert {rows[row_anchor(entry)] for entry in desk.program.days[0].entries} == {1}
    text = " ".join(said(part))
    boxes = [box for group in grid.plan.groups for box in group.boxes]
    brief = {item.session.at for box in boxes for item in box.cell.items if box.level.says == "title"}
    for entry in desk.program.days[0].entries:
        assert " ".join(desk.typeset(entry.title).split()) in text
        for speaker in entry.speakers:
            assert speaker.name in text or entry.at in brief


def busy_day(rooms: int, *, length: int = 30, count: int = 12) -> list[Session]:
    """So many talks in each of so many rooms, one after the other from nine on."""
    return [
        talk(
            f"Talk {room}.{at} of some length about things", 540 + at * length, 540 + (at + 1) * length, f"Room {room}"
        )
        for room in range(rooms)
        for at in range(count)
    ]


def test_grid_over_facing_pages_opens_on_a_verso_and_names_its_rooms() -> None:
    desk = desk_of(program_of(busy_day(12)))
    part = set_timetable(desk)

    assert Timetable(desk).opens == "verso"
    assert len(part.drafts) % 2 == 0
    heads = [draft.furniture.left for draft in part.drafts]
    assert heads[0].startswith("Monday · rooms 1 to 3 of 12 · 09:00")
    assert {f"Room {number}" for number in range(12)} <= {
        run.text for draft in part.drafts for content in draft.contents for run in content.marks
        if isinstance(run, GlyphRun)
    }  # fmt: skip


def test_grid_says_on_both_sides_of_a_cut_where_it_goes_on() -> None:
    desk = desk_of(program_of(busy_day(2, count=40, length=20)))
    part = set_timetable(desk)
    feet = [
        run.text for draft in part.drafts for content in draft.contents for run in content.marks
        if isinstance(run, GlyphRun) and "page 00" in run.text
    ]  # fmt: skip

    assert len(part.drafts) > 1
    assert feet[0].startswith("Continues at ")
    assert feet[1].startswith("Continued from page 00")


def test_empty_rooms_have_no_column() -> None:
    rooms = (Room("Never"), Room("Room 1"), Room("Room 0"))
    made = gridded(desk_of(program_of(busy_day(2), rooms=rooms)))

    assert made is not None
    assert made[0].columns.rooms == ("Room 1", "Room 0")


def test_plenary_goes_across_every_page_and_is_said_once() -> None:
    plenary = replace(talk("Everybody comes", 480, 530), kind="plenary")
    made = gridded(desk_of(program_of([plenary, *busy_day(8)])))

    assert made is not None
    grid, part = made
    assert [box.width for group in grid.plan.groups for box in group.boxes if box.cell.room is None] == [
        sum(edges[-1]) for group in grid.plan.groups for edges in group.edges
    ]
    assert sum(text.count("Everybody comes") for text in said(part)) == 1
    drawn = [run.text for draft in part.drafts for content in draft.contents for run in content.marks
             if isinstance(run, GlyphRun) and "Everybody" in run.text]  # fmt: skip
    assert len(drawn) == sum(len(group.pages) for group in grid.plan.groups)


def test_structure_is_a_list_by_time_whose_labels_name_the_rooms() -> None:
    desk = desk_of(program_of([talk("Late", 660, 700, "A"), talk("Early", 600, 640, "B"), talk("Same", 600, 640, "A")]))
    part = set_timetable(desk)

    talks = [text.removesuffix(" Ada Abel p. 00") for text in said(part) if "Ada" in text]
    assert talks == ["Same", "Early", "Late"]
    assert [leaf.alt for leaf in leaves_of(part.element) if leaf.role == "Lbl"] == ["10:00, A", "10:00, B", "11:00, A"]
    assert [text for text in said(part) if text in {"10:00", "11:00"}] == ["10:00", "10:00", "10:00", "11:00", "11:00"]


def test_day_past_midnight_ends_with_what_is_after_it_and_skips_empty_hours() -> None:
    day = [talk("Noon", 720, 780, "A"), talk("Beside", 720, 780, "B"), talk("After midnight", 1500, 1560, "A")]
    made = gridded(desk_of(program_of(day)))

    assert made is not None
    grid, part = made
    assert [(cut.start, cut.end) for group in grid.plan.groups for cut in group.stretches] == [(720, 1560)]
    assert said(part)[-1] == "After midnight Ada Abel p. 00"
    labels = [text for text in said(part) if text[:2].isdigit()]
    assert labels[-2:] == ["01:00", "01:00"]


@pytest.mark.parametrize(("look", "grids"), [("auto", True), ("grid", True), ("list", False)])
def test_program_chooses_between_grid_and_list(look: TimetableLook, grids: bool) -> None:
    part = set_timetable(desk_of(program_of(busy_day(3), look=look)))

    assert ("grid-0-0" in anchors_of(part)) is grids
    assert part.faults == ()


def test_grid_of_too_many_rooms_is_a_list_unless_it_is_forced() -> None:
    day = busy_day(52, count=2)
    looks: tuple[tuple[TimetableLook, bool], ...] = (("auto", False), ("grid", True))
    for look, grids in looks:
        part = set_timetable(desk_of(program_of(day, look=look)))
        assert ("grid-0-0" in anchors_of(part)) is grids


def test_grid_that_cannot_be_made_is_a_fault_where_it_is_asked_for() -> None:
    untimed = [talk(f"Some time {number} " * 6, None, None, "A") for number in range(40)]
    part = set_timetable(desk_of(program_of([*busy_day(2), *untimed], look="grid")))

    assert [fault.what for fault in part.faults] == [
        "no grid can be made of Monday, 2 March 2026: it is printed as a list by time"
    ]


def test_room_whose_name_does_not_fit_over_its_column_is_a_fault() -> None:
    name = "x" * 60
    part = set_timetable(desk_of(program_of([*busy_day(6), talk("One", 540, 570, name)], look="grid")))

    assert [name in fault.what for fault in part.faults] == [True]


def test_days_of_both_sorts_are_all_there() -> None:
    alone = [talk("Alone", 540, 600, "A")]
    part = set_timetable(desk_of(program_of(alone, busy_day(12), alone)))
    names = Counter(anchors_of(part))

    assert [names[day_anchor(index)] for index in range(3)] == [1, 1, 1]
    assert set(names.values()) == {1}
