"""What a program lacks: breaks, lunch, abstracts, slots."""

from __future__ import annotations

import datetime

import pytest

from booklet.errors import Place
from booklet.manuscripts.gaps import gaps
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.model.program import Kind

FIRST = datetime.date(2026, 3, 2)
SECOND = datetime.date(2026, 3, 3)


def _entry(
    start: int | None,
    end: int | None,
    kind: Kind = "other",
    *,
    title: str = "A",
    room: str = "",
    date: datetime.date = FIRST,
) -> Entry:
    return Entry(kind=kind, title=title, date=date, start=start, end=end, room=room)


def _said(*entries: Entry) -> list[str]:
    return [fault.what for fault in gaps(Manuscript(event=no_event(), entries=entries))]


def _free(start: str, end: str, date: datetime.date = FIRST) -> str:
    return f"{date}: nothing happens between {start} and {end}"


def _long(start: str, end: str) -> str:
    return f"{FIRST}: there is no break between {start} and {end}"


def test_gaps_of_nothing() -> None:
    assert _said() == []


@pytest.mark.parametrize(("minutes", "found"), [(0, False), (24, False), (25, True), (60, True)])
def test_gaps_so_many_minutes_are_a_break(minutes: int, found: bool) -> None:
    said = _said(_entry(540, 600), _entry(600 + minutes, 700))

    assert said == ([_free("10:00", f"{10 + minutes // 60}:{minutes % 60:02d}")] if found else [])


def test_gaps_of_each_day_in_the_order_of_days() -> None:
    said = _said(
        _entry(540, 600, date=SECOND),
        _entry(660, 700, date=SECOND),
        _entry(540, 600),
        _entry(630, 700),
        _entry(740, 800),
    )

    assert said == [_free("10:00", "10:30"), _free("11:40", "12:20"), _free("10:00", "11:00", SECOND)]


def test_gaps_another_room_fills_the_time() -> None:
    assert _said(_entry(540, 600, room="A"), _entry(660, 700, room="A"), _entry(550, 660, room="B")) == []


def test_gaps_a_pause_without_a_time_fills_it() -> None:
    assert _said(_entry(540, 600), _entry(None, None, "lunch"), _entry(660, 700)) == []


def test_gaps_a_pause_without_a_time_elsewhere_does_not() -> None:
    said = _said(_entry(None, None, "break"), _entry(540, 600), _entry(660, 700), _entry(None, None, "lunch"))

    assert said == [_free("10:00", "11:00")]


def test_gaps_of_what_has_no_end_tell_nothing() -> None:
    assert _said(_entry(540, None), _entry(660, None), _entry(None, None)) == []


@pytest.mark.parametrize(("end", "found"), [(780, False), (781, True)])
def test_gaps_more_than_four_hours_want_a_break(end: int, found: bool) -> None:
    assert _said(_entry(540, end)) == ([_long("09:00", "13:01")] if found else [])


def test_gaps_a_break_within_parts_the_hours() -> None:
    assert _said(_entry(540, 660), _entry(660, 690, "break"), _entry(690, 900)) == []


def test_gaps_beyond_midnight_nobody_wants_a_break() -> None:
    assert _said(_entry(20 * 60, 26 * 60)) == []


def test_gaps_none_of_the_talks_has_an_abstract() -> None:
    assert _said(_entry(540, 600, "talk"), _entry(600, 660, "keynote")) == ["none of the 2 talks has an abstract"]


def test_gaps_the_only_talk_has_no_abstract() -> None:
    assert _said(_entry(540, 600, "talk")) == ["the talk has no abstract"]


def test_gaps_some_talks_have_no_abstract() -> None:
    told = Entry(kind="talk", title="Told", date=FIRST, start=540, end=550, abstract="We tell.")
    inside = Entry(kind="talk", title="Inside", date=FIRST, where=Place("p.txt", 7))
    session = Entry(kind="session", title="Session", date=FIRST, start=550, end=600, entries=(inside,))

    found = gaps(Manuscript(event=no_event(), entries=(told, session, _entry(600, 630, "panel"))))

    assert [(fault.what, fault.where) for fault in found] == [
        ("1 of 2 talks have no abstract: 'Inside'", Place("p.txt", 7))
    ]


@pytest.mark.parametrize(("count", "more"), [(5, ""), (6, " and 1 more"), (12, " and 7 more")])
def test_gaps_names_five_and_counts_the_others(count: int, more: str) -> None:
    papers = tuple(Entry(kind="talk", title=f"T{number}", abstract="We tell.") for number in range(count))

    found = gaps(Manuscript(event=no_event(), papers=papers))

    assert [fault.what for fault in found] == [
        f"{count} abstracts have no slot in the agenda: 'T0', 'T1', 'T2', 'T3', 'T4'{more}"
    ]
