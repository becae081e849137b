"""The list by time: slot by slot, room by room, and every talk with its session."""

from __future__ import annotations

from collections import Counter

from booklet.model.program import Room, Session
from booklet.parts.anchors import row_anchor
from tests.grids import anchors_of, booklet_of, desk_of, program_of, said, set_timetable, talk
from tests.setting import lines_of, outside_frame, overprinted

ROOMS = (Room("B"), Room("A"))


def block(title: str, start: int, room: str, count: int) -> Session:
    talks = tuple(talk(f"{title}, talk {at}", start + 20 * at, start + 20 * at + 20) for at in range(count))
    return Session("session", title, start, start + 20 * count, room, talks=talks)


def test_list_is_by_time_then_in_the_order_of_the_rooms() -> None:
    day = [talk("Later", 660, 700, "B"), block("First in A", 540, "A", 2), block("First in B", 540, "B", 1)]
    part = set_timetable(desk_of(program_of(day, rooms=ROOMS, look="list")))
    texts = said(part)

    assert [text for text in texts if text in {"09:00", "11:00", "A", "B"}] == ["09:00", "B", "A", "11:00", "B"]
    assert [text.partition(" Ada")[0] for text in texts if "talk" in text] == [
        "First in B, talk 0",
        "First in A, talk 0",
        "First in A, talk 1",
    ]


def test_list_has_a_row_for_every_entry_and_overprints_nothing() -> None:
    rooms = [f"A room with a rather long name {number}" for number in range(30)]
    day = [block(f"Session in {room}", 540 + 120 * slot, room, 4) for slot in range(3) for room in rooms]
    desk = desk_of(program_of(day, look="list"))
    part = set_timetable(desk)
    done = booklet_of(desk, part, 3)
    lines = lines_of(done)

    assert outside_frame(done, lines) == []
    assert overprinted(done, lines) == []
    rows = Counter(anchors_of(part))
    assert {rows[row_anchor(entry)] for entry in desk.program.days[0].entries} == {1}


def test_heads_of_pages_say_when_and_where_their_entries_are() -> None:
    day = [block(f"Session {number}", 540, f"Hall {number}", 5) for number in range(40)]
    part = set_timetable(desk_of(program_of(day, look="list")))

    assert part.drafts[1].furniture.left.startswith("Monday · 09:00, Hall ")
    assert part.drafts[1].furniture.section == part.drafts[1].furniture.left
