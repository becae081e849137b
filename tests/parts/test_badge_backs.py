"""Backs of badges: own talks first, then the days, and nothing over its edges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from booklet.model.attendees import Attendee
from booklet.parts.badges import BadgeOptions, Badges
from booklet.parts.desk import Desk
from tests.badges import LABELS, outside, overprinted, runs_of, said
from tests.parts.test_badges import desk_in


def speaker(desk: Desk, count: int) -> Attendee:
    talks = [session for day in desk.program.days for session in day.sessions][:count]
    return Attendee("Ada Abel", affiliation="House", talks=tuple(talks), tokens=("Dinner", "Table 4"))


@pytest.mark.parametrize("name", LABELS)
@pytest.mark.parametrize("language", ["en-GB", "he"])
@pytest.mark.parametrize(("days", "sessions"), [(1, 3), (5, 9)])
def test_backs_stay_within_their_labels(name: str, language: str, days: int, sessions: int) -> None:
    desk = desk_in(language, days=days, sessions=sessions)
    badges = Badges(desk, LABELS[name], BadgeOptions(backs=True, wifi=True, qr="https://example.org"))
    for count in (0, 6):
        side = badges.back(speaker(desk, count))

        assert outside(desk, badges, side) == []
        assert overprinted(desk, side.marks) == []
        assert badges.back(speaker(desk, count)) == side


def test_own_talks_come_first_and_all_fits_on_a_large_back() -> None:
    desk = desk_in(sessions=3)
    text = said(Badges(desk, LABELS["lanyard"], BadgeOptions(backs=True)).back(speaker(desk, 1)))

    assert text.index("Your talks") < text.index("Talk 0 of day 1") < text.index("Monday, 2 March")
    assert text.count("Talk 0 of day 1") == 2
    assert "Talk 2 of day 2" in text
    assert "more" not in text


@pytest.mark.parametrize("sessions", [12, 20, 40])
def test_what_does_not_fit_is_counted(sessions: int) -> None:
    desk = desk_in(days=1, sessions=sessions)
    program = desk.program
    [day] = program.days
    titled = tuple(replace(entry, speakers=(), title=f"Entry {at}") for at, entry in enumerate(day.sessions))
    desk = replace(desk, program=replace(program, days=(replace(day, sessions=titled),)))
    text = said(Badges(desk, LABELS["small"], BadgeOptions(backs=True)).back(Attendee("Anna")))
    shown = sum(f"Entry {at}\u00a0" in text or f"Entry {at}|" in text for at in range(sessions))

    assert f"and {sessions - shown} more: see the booklet" in text


def test_own_talks_without_room_are_a_fault() -> None:
    desk = desk_in(days=3, sessions=12)
    side = Badges(desk, LABELS["strip"], BadgeOptions(backs=True)).back(replace(speaker(desk, 30), tokens=()))

    assert [fault.what.partition(" has ")[0] for fault in side.faults] == ["the back of the badge of 'Ada Abel'"]


def test_network_is_printed_only_if_asked_for() -> None:
    desk = desk_in(sessions=2)
    texts = [
        said(Badges(desk, LABELS["insert"], BadgeOptions(wifi=wifi)).back(Attendee("A"))) for wifi in (False, True)
    ]

    assert ["secret" in text for text in texts] == [False, True]


def test_rows_of_a_back_have_one_size() -> None:
    long = "Interpretability of overparametrised electroencephalography"
    desk = desk_in(sessions=5)
    days = tuple(
        replace(day, sessions=tuple(replace(entry, title=long) for entry in day.sessions)) for day in desk.program.days
    )
    desk = replace(desk, program=replace(desk.program, days=days))
    for name in ("small", "insert", "lanyard", "a5"):
        side = Badges(desk, LABELS[name], BadgeOptions(backs=True)).back(replace(speaker(desk, 1), tokens=()))
        sizes = {run.size for run in runs_of(side)[1:]}
        assert len(sizes) == 1, name
