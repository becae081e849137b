"""What stands beside the program on a page, and shapes that pages of one kind have: each in a small page."""

from __future__ import annotations

import textwrap

import pytest

from booklet.agendas.read import read_page
from booklet.manuscripts.asked import Asked
from tests.agendas.pages import lines_of, reported

DAY = "Graph Day 2026\n\nFriday, June 12, 2026\n\n"


def read(page: str, asked: Asked | None = None) -> list[str]:
    return lines_of(read_page("page", page, asked or Asked()))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("9:00 Quantum gravity in 45 minutes", "Quantum gravity in 45 minutes"),
        ("9:00 A 10 min test for anaemia", "A 10 min test for anaemia"),
        ("9:00 The 20 minutes neighbourhood", "The 20 minutes neighbourhood"),
        ("9:00 CT follow-up in 212 cases", "CT follow-up in 212 cases"),
        ("9:00 EST markers in plants", "EST markers in plants"),
        ("9:00 Trees (25 min)", "Trees"),
        ("9:00 Trees, 25 min", "Trees"),
    ],
)
def test_length_and_zone_are_taken_off_only_where_they_are_set_off(line: str, title: str) -> None:
    (entry,) = read_page("page", f"{DAY}{line}\n", Asked()).entries

    assert entry.title == title


def test_arrow_leads_to_the_end() -> None:
    assert read(f"{DAY}09:00 → 10:40 Ann Lee: Trees\n") == ["12 09:00-10:40 talk: Trees / Ann Lee"]


def test_tabs_are_the_days_that_they_lead_to() -> None:
    page = """\
        <h1>Graph Days 2026</h1>
        <ul><li><a href="#a">Thursday 11 June 2026</a></li><li><a href="#b">Friday 12 June 2026</a></li></ul>
        <div id="a"><p>9:15 Coffee</p><p>9:45 Ann Lee: Trees</p></div>
        <div id="b"><p>9:15 Tea</p><p>9:45 Bo Ek: Forests</p></div>
        """

    assert read(textwrap.dedent(page)) == [
        "11 09:15 break: Coffee",
        "11 09:45 talk: Trees / Ann Lee",
        "12 09:15 break: Tea",
        "12 09:45 talk: Forests / Bo Ek",
    ]


def test_struck_through_is_told_and_not_read() -> None:
    page = f"{DAY}9:00 Ann Lee: Trees\n~~10:00 Bo Ek: Forests~~\n11:00 Cy Fox: Roots\n"

    manuscript = read_page("page", page, Asked())

    assert lines_of(manuscript) == ["12 09:00 talk: Trees / Ann Lee", "12 11:00 talk: Roots / Cy Fox"]
    assert (6, "left out, since it is struck through: '10:00 Bo Ek: Forests'") in reported(manuscript)


def test_struck_through_html_ends_with_its_cell() -> None:
    page = """\
        <h1>Graph Day 2026</h1><p>Friday, June 12, 2026</p><table>
        <tr><td>9:00</td><td><s>Ann Lee: Trees</td></tr>
        <tr><td>10:00</td><td>Bo Ek: Forests</td></tr></table>
        """

    manuscript = read_page("page", textwrap.dedent(page), Asked())

    assert "12 10:00 talk: Forests / Bo Ek" in lines_of(manuscript)
    assert (2, "left out, since it is struck through: 'Ann Lee: Trees'") in reported(manuscript)


@pytest.mark.parametrize("word", ["CANCELLED", "Withdrawn", "ABGESAGT", "Annulé", "ANNULLATO", "取消"])
def test_cancelled_entry_is_remarked(word: str) -> None:
    manuscript = read_page("page", f"{DAY}9:00 Trees and forests ({word})\n10:00 Roots\n", Asked())

    told = [what for _, what in reported(manuscript) if what.startswith("the source says that this is cancelled")]
    assert len(told) == 1


def test_cancelled_in_a_title_is_a_title() -> None:
    manuscript = read_page("page", f"{DAY}9:00 Why flights get cancelled so often\n", Asked())

    assert lines_of(manuscript) == ["12 09:00 talk: Why flights get cancelled so often"]


def test_posters_are_told_apart_by_their_numbers() -> None:
    posters = "P1  A blue that does not fade\n    Ann Lee (MIT)\nP2  Crystals\n    Bo Ek (ETH)\n"
    page = f"{DAY}9:00 Opening\n\nPosters\n\n{posters}"

    _, session = read_page("page", page, Asked()).entries

    assert [(one.title, one.speakers[0].name, one.note) for one in session.entries] == [
        ("A blue that does not fade", "Ann Lee", "P1"),
        ("Crystals", "Bo Ek", "P2"),
    ]


def test_row_for_each_day_is_turned() -> None:
    page = """\
        <h1>Soil School 2026</h1><table>
        <tr><th>Day</th><th>9:00–10:00</th><th>10:00–10:30</th></tr>
        <tr><th>Mon, 20 July 2026</th><td>Ann Lee<br>Fungi</td><td rowspan="2">C<br>O<br>F<br>F<br>E<br>E</td></tr>
        <tr><th>Tue, 21 July 2026</th><td>Bo Ek<br>Viruses</td></tr></table>
        """

    assert read(textwrap.dedent(page)) == [
        "20 09:00-10:00 talk: Fungi / Ann Lee",
        "20 10:00-10:30 break: Coffee",
        "21 09:00-10:00 talk: Viruses / Bo Ek",
        "21 10:00-10:30 break: Coffee",
    ]


def test_classes_of_elements_tell_rooms_and_lengths() -> None:
    page = """\
        <h1>Book Fair 2026</h1><h2>Saturday, April 25, 2026</h2>
        <div><span class="time">11:00</span> <span class="event-location">Blue tent</span>
        <h3>The frog that would not jump</h3></div>
        <div><span class="time">12:00</span> Old trains <span class="timetable-duration">1h 30m</span></div>
        """

    frog, trains = read_page("page", textwrap.dedent(page), Asked()).entries

    assert (frog.title, frog.room) == ("The frog that would not jump", "Blue tent")
    assert (trains.title, trains.end) == ("Old trains", 13 * 60 + 30)


def test_chair_of_a_half_day_chairs_what_is_below() -> None:
    page = f"{DAY}Morning session (chair: Ann Lee)\n9:00 Bo Ek: Trees\n\nAfternoon chair: Cy Fox\n14:00 Di Poe: Roots\n"

    first, second = read_page("page", page, Asked()).entries

    assert [one.name for one in first.chairs] == ["Ann Lee"]
    assert [one.name for one in second.chairs] == ["Cy Fox"]


def test_private_things_stay_out_of_pages() -> None:
    page = (
        f"{DAY}9:00 Ann Lee (MIT, ann@example.org): Trees\nPhone: +1 555 123 4567\nhttps://zoom.us/j/123\n10:00 Lunch\n"
    )

    manuscript = read_page("page", page, Asked())

    assert lines_of(manuscript) == ["12 09:00 talk: Trees / Ann Lee, MIT", "12 10:00 lunch: Lunch"]
    assert any(what.startswith("left out: 3 e-mail addresses") for _, what in reported(manuscript))
    assert "ann@example.org" in str(read_page("page", page, Asked(private=True)))


def test_page_that_is_cut_off_is_remarked() -> None:
    page = "<html><body><h1>Graph Day 2026</h1><p>Friday, June 12, 2026</p><p>9:00 Ann Lee: Tre"

    assert (1, "the page does not end as it should, so it may be cut off") in reported(read_page("page", page, Asked()))
