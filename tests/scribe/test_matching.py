from __future__ import annotations

import datetime
from collections.abc import Sequence

from booklet.model.program import Day, Kind, Profile, Session, Speaker
from booklet.scribe.matching import Trio, Unit, pair_days, pair_profiles, pair_units, trace


def unit(title: str, start: int | None, who: str = "", *, holder: int = 0, room: str = "") -> Unit:
    speakers = (Speaker(who),) if who else ()
    kind: Kind = "break" if title == "Coffee" else "talk"
    return Unit(holder, Session(kind, title, start, room=room, speakers=speakers))


def test_entry_with_another_time_is_the_same() -> None:
    assert pair_units([unit("A", 540, "Jo")], [unit("B", 540, "Li"), unit("A", 600, "Jo")]) == {0: 1}


def test_entry_with_another_title_is_the_same_if_speaker_and_time_are() -> None:
    assert pair_units([unit("A", 540, "Jo")], [unit("A, revised", 540, "Jo")]) == {0: 0}


def test_entry_with_another_title_and_time_is_another() -> None:
    assert pair_units([unit("A", 540, "Jo")], [unit("B", 600, "Jo")]) == {}


def test_entry_with_another_title_and_speaker_is_another() -> None:
    assert pair_units([unit("A", 540, "Jo")], [unit("B", 540, "Li")]) == {}


def test_entry_with_another_speaker_is_the_same() -> None:
    assert pair_units([unit("A", 540, "Jo")], [unit("A", 540, "Li")]) == {0: 0}


def test_entry_on_another_day_is_the_same() -> None:
    assert pair_units([unit("A", 540, "Jo")], [unit("A", 600, "Jo", holder=1)]) == {0: 0}


def test_breaks_are_paired_by_time_and_then_in_their_order() -> None:
    first = [unit("Coffee", 600), unit("Coffee", 900), unit("Coffee", 1000)]
    second = [unit("Coffee", 615), unit("Coffee", 900), unit("Coffee", 1005)]

    assert pair_units(first, second) == {0: 0, 1: 1, 2: 2}


def test_break_of_another_day_is_another() -> None:
    assert pair_units([unit("Coffee", 600)], [unit("Coffee", 600, holder=1)]) == {}


def test_same_title_in_two_rooms_is_paired_by_room() -> None:
    first = [unit("A", 540, room="1"), unit("A", 540, room="2")]

    assert pair_units(first, first[::-1]) == {0: 1, 1: 0}


def test_days_are_paired_by_date_and_then_by_what_is_on_them() -> None:
    day = datetime.date(2025, 2, 20)
    talks = tuple([Session("talk", title) for title in "ABC"])
    first = [Day(day, "", talks), Day(day.replace(day=21), "", (Session("talk", "D"),))]
    second = [Day(day.replace(day=21), "", (Session("talk", "E"),)), Day(day.replace(day=27), "", talks[:2])]

    assert pair_days(first, second) == {1: 0, 0: 1}


def test_profiles_are_paired_by_name_without_accents() -> None:
    assert pair_profiles([Profile("José Ruiz"), Profile("A B")], [Profile("C D"), Profile("Jose Ruiz")]) == {0: 1}


def test_what_both_sides_added_alike_is_the_same() -> None:
    def pair(first: Sequence[str], second: Sequence[str]) -> dict[int, int]:
        return {n: second.index(thing) for n, thing in enumerate(first) if thing in second}

    assert trace(["a", "b", "c"], ["b", "d", "e"], ["a", "b", "d", "f"], pair) == [
        Trio("a", None, "a"),
        Trio("b", "b", "b"),
        Trio("c", None, None),
        Trio(None, "d", "d"),
        Trio(None, "e", None),
        Trio(None, None, "f"),
    ]
