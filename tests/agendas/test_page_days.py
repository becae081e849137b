"""Small pages whose days and times must be understood, and what is asked and reported where they are not said."""

from __future__ import annotations

import datetime
import textwrap

from booklet.agendas.read import read_page
from booklet.manuscripts.asked import Asked
from tests.agendas.pages import MONDAY, lines_of, read, reported, span


def test_a_year_turns_with_the_days() -> None:
    manuscript = read("""\
        Thursday, December 31, 2026

        22:00-1:00 Party

        Friday, January 1

        11:00-12:00 Ann Lee: Cuts in trees
        """)

    assert [entry.date for entry in manuscript.entries] == [datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)]


def test_where_no_day_is_named_the_clock_that_falls_back_begins_another() -> None:
    manuscript = read(
        """\
        9:00-10:00 Ann Lee: Cuts in trees
        14:00-15:00 Bo Ek: Walks in trees
        9:00-10:00 Cy Fox: Leaves
        """,
        first_day=MONDAY,
    )

    assert lines_of(manuscript) == [
        "2 09:00-10:00 talk: Cuts in trees / Ann Lee",
        "2 14:00-15:00 talk: Walks in trees / Bo Ek",
        "3 09:00-10:00 talk: Leaves / Cy Fox",
    ]


def test_times_without_am_and_pm_go_on_after_lunch() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        11:00-12:00 Ann Lee: Cuts in trees
        12:00-1:00 Lunch
        1:00-2:00 Bo Ek: Walks in trees
        2:00-2:30 Coffee break
        """)

    assert lines_of(manuscript) == [
        "2 11:00-12:00 talk: Cuts in trees / Ann Lee",
        "2 12:00-13:00 lunch: Lunch",
        "2 13:00-14:00 talk: Walks in trees / Bo Ek",
        "2 14:00-14:30 break: Coffee break",
    ]
    assert manuscript.entries[2].remarks == ("1:00-2:00 is read as 13:00-14:00",)
    assert reported(manuscript) == [
        (
            4,
            "3 times are written without am and pm, and read as in the afternoon, such as 12:00-1:00 is read as "
            "12:00-13:00",
        )
    ]


def test_times_of_which_some_have_am_and_pm() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        11:00 am - 12:15 pm Ann Lee: Cuts in trees
        12:15-1:00 pm Lunch
        1:00-2:00 Bo Ek: Walks in trees
        """)

    assert [span(entry) for entry in manuscript.entries] == ["11:00-12:15", "12:15-13:00", "13:00-14:00"]
    assert manuscript.halves
    assert reported(manuscript) == [(5, "1:00-2:00 is read as 13:00-14:00, for what stands around it")]


def test_a_time_that_contradicts_itself_is_reported() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        10:00 - 11:00 am Ann Lee: Cuts in trees
        11:10 am - 11:50 pm Bo Ek: Walks in trees
        12:00 pm - 1:00 pm Lunch
        """)

    assert [span(entry) for entry in manuscript.entries] == ["10:00-11:00", "11:10-11:50", "12:00-13:00"]
    assert (
        4,
        "11:10 am - 11:50 pm is read as 11:10-11:50 at 'Walks in trees'; what is written cannot be meant",
    ) in reported(manuscript)


def test_lunch_without_a_time_is_an_entry_and_reported() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        10:00-11:00 Ann Lee: Cuts in trees

        Lunch

        13:00-14:00 Bo Ek: Walks in trees
        """)

    assert lines_of(manuscript) == [
        "2 10:00-11:00 talk: Cuts in trees / Ann Lee",
        "2 - lunch: Lunch",
        "2 13:00-14:00 talk: Walks in trees / Bo Ek",
    ]
    assert reported(manuscript) == [(5, "'Lunch' has no time")]


_NO_YEAR = """\
    Monday, March 2

    10:00-11:00 Ann Lee: Cuts in trees
    """


def test_a_date_without_a_year_has_that_of_the_first_day() -> None:
    manuscript = read(_NO_YEAR, first_day=MONDAY)

    assert lines_of(manuscript) == ["2 10:00-11:00 talk: Cuts in trees / Ann Lee"]
    assert (manuscript.entries[0].date, manuscript.asks, manuscript.report) == (MONDAY, (), ())


def test_a_date_without_a_year_is_asked_for() -> None:
    manuscript = read(_NO_YEAR)

    assert manuscript.entries == ()
    assert [(paper.title, paper.date, span(paper)) for paper in manuscript.papers] == [
        ("Cuts in trees", None, "10:00-11:00")
    ]
    assert [fault.what for fault in manuscript.asks] == ["Monday, March 2 has no year, and the page names none"]
    assert "it is a Monday in 2015, 2020, 2026," in manuscript.asks[0].hint


def test_a_date_without_a_year_has_that_of_the_title_and_it_is_said() -> None:
    manuscript = read("Workshop on Trees 2026\n\n" + textwrap.dedent(_NO_YEAR))

    assert [entry.date for entry in manuscript.entries] == [MONDAY]
    assert reported(manuscript) == [(3, "Monday, March 2 has no year; 2026 was taken from the page's title")]


def test_a_date_never_has_a_year_in_which_its_weekday_is_another() -> None:
    manuscript = read("Workshop on Trees 2025\n\n" + textwrap.dedent(_NO_YEAR))

    assert (manuscript.entries, len(manuscript.papers), len(manuscript.asks)) == ((), 1, 1)


def test_a_weekday_that_is_not_that_of_the_date_is_reported() -> None:
    manuscript = read("""\
        Friday, March 2, 2026

        10:00-11:00 Ann Lee: Cuts in trees
        """)

    assert [entry.date for entry in manuscript.entries] == [MONDAY]
    assert reported(manuscript) == [(1, "2026-03-02 is a Monday, but the page says Friday; the date was taken")]


_NUMBERED = """\
    Workshop on Trees

    Day 1
    9:00-10:00 Ann Lee: Cuts in trees

    Day 2
    9:00-10:00 Bo Ek: Walks in trees
    """


def test_days_with_numbers_count_from_the_first_day() -> None:
    manuscript = read(_NUMBERED, first_day=MONDAY)

    assert lines_of(manuscript) == [
        "2 09:00-10:00 talk: Cuts in trees / Ann Lee",
        "3 09:00-10:00 talk: Walks in trees / Bo Ek",
    ]


def test_days_with_numbers_are_asked_for() -> None:
    manuscript = read(_NUMBERED)

    assert (manuscript.entries, len(manuscript.papers)) == ((), 2)
    assert [fault.what for fault in manuscript.asks] == ["day 1 has no date", "day 2 has no date"]


def test_weekdays_alone_count_from_the_first_day() -> None:
    page = """\
        Monday
        9:00-10:00 Ann Lee: Cuts in trees

        Wednesday
        9:00-10:00 Bo Ek: Walks in trees
        """

    assert [entry.date and entry.date.day for entry in read(page, first_day=MONDAY).entries] == [2, 4]
    assert len(read(page).asks) == 2


def test_a_page_without_any_day_has_the_one_that_was_asked_for() -> None:
    page = "9:00-10:00 Ann Lee: Cuts in trees\n10:00-10:30 Coffee break\n"

    assert [entry.date for entry in read(page, first_day=MONDAY).entries] == [MONDAY, MONDAY]
    assert [fault.what for fault in read(page).asks] == ["the page does not say on which day this is"]


def test_after_midnight_it_is_still_the_evening() -> None:
    manuscript = read("""\
        Friday, March 6, 2026

        19:00-21:00 Conference dinner
        22:00-0:30 Film night
        0:30-2:00 Party

        Saturday, March 7, 2026
        9:00-10:00 Ann Lee: Cuts in trees
        """)

    assert lines_of(manuscript) == [
        "6 19:00-21:00 dinner: Conference dinner",
        "6 22:00-+00:30 talk: Film night",
        "6 +00:30-+02:00 social: Party",
        "7 09:00-10:00 talk: Cuts in trees / Ann Lee",
    ]


def test_time_zones_belong_to_the_times() -> None:
    page = """\
        Monday, March 2, 2026

        All times are in Central European Time (CET).

        9:00-10:00 CET Ann Lee: Cuts in trees
        10:00 - 10:30 (CET) Coffee break
        10:30-11:30 UTC+1 Bo Ek: Walks in trees
        """

    manuscript = read_page("page.txt", textwrap.dedent(page), Asked())

    assert lines_of(manuscript) == [
        "2 09:00-10:00 talk: Cuts in trees / Ann Lee",
        "2 10:00-10:30 break: Coffee break",
        "2 10:30-11:30 talk: Walks in trees / Bo Ek",
    ]
    assert reported(manuscript) == [
        (3, "left out: 'All times are in Central European Time (CET).'"),
        (5, "times are in several zones (CET, UTC); each was taken as it stands"),
    ]
