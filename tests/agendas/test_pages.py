"""Small pages, one for each shape that an agenda may have, and exactly what is read of them."""

from __future__ import annotations

from typing import Final

import pytest

from booklet.agendas.read import read_page
from booklet.errors import BookletError
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.joining import join
from tests.agendas.pages import MONDAY, lines_of, read, read_html, reported, span


def test_a_heading_for_each_day_and_a_list() -> None:
    manuscript = read(
        """\
        # Workshop on Trees

        ## Monday, 2 March 2026

        - 9:00-9:45 Ann Lee (MIT): Cuts in trees
        - 9:45-10:15 Coffee break
        - 10:15-11:00 Bo Ek (Lund): Walks in trees

        ## Tuesday, 3 March 2026

        - 9:30-10:15 Cy Oz (Yale): Leaves
        """,
        ".md",
    )

    assert manuscript.event.title == "Workshop on Trees"
    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee, MIT",
        "2 09:45-10:15 break: Coffee break",
        "2 10:15-11:00 talk: Walks in trees / Bo Ek, Lund",
        "3 09:30-10:15 talk: Leaves / Cy Oz, Yale",
    ]
    assert [entry.where.line for entry in manuscript.entries if entry.where] == [5, 6, 7, 11]
    assert (manuscript.report, manuscript.asks, manuscript.papers) == ((), (), ())


def test_talks_within_the_time_of_a_session_are_inside_it() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        9:00-10:00 Session 1 (Chair: Eve Roe)
        9:00-9:30 Ann Lee: Cuts in trees
        9:30-10:00 Bo Ek: Walks in trees
        10:00-10:30 Coffee break
        """)

    assert lines_of(manuscript) == [
        "2 09:00-10:00 session: Session 1",
        "  2 09:00-09:30 talk: Cuts in trees / Ann Lee",
        "  2 09:30-10:00 talk: Walks in trees / Bo Ek",
        "2 10:00-10:30 break: Coffee break",
    ]
    assert [one.name for one in manuscript.entries[0].chairs] == ["Eve Roe"]


def test_a_definition_list() -> None:
    manuscript = read_html("""\
        <h3>Mon 2 March 2026</h3>
        <dl>
        <dt>9:00-9:45</dt><dd>Ann Lee, <i>Cuts in trees</i></dd>
        <dt>9:45-10:15</dt><dd>Coffee</dd>
        </dl>""")

    assert lines_of(manuscript) == ["2 09:00-09:45 talk: Cuts in trees / Ann Lee", "2 09:45-10:15 break: Coffee"]


def test_a_line_for_the_time_and_others_for_what_is_then() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        9:00
        Ann Lee (MIT)
        Cuts in trees

        10:00
        Coffee break

        10:30
        Bo Ek (Lund)
        Walks in trees
        """)

    assert lines_of(manuscript) == [
        "2 09:00 talk: Cuts in trees / Ann Lee, MIT",
        "2 10:00 break: Coffee break",
        "2 10:30 talk: Walks in trees / Bo Ek, Lund",
    ]


def test_a_line_for_everything() -> None:
    manuscript = read("""\
        Monday 2 March 2026 9:00-10:00 Ann Lee: Cuts in trees
        Tuesday 3 March 2026 9:00-10:00 Bo Ek: Walks in trees
        """)

    assert lines_of(manuscript) == [
        "2 09:00-10:00 talk: Cuts in trees / Ann Lee",
        "3 09:00-10:00 talk: Walks in trees / Bo Ek",
    ]


def test_abstracts_below_are_papers_which_joining_gives_to_their_talks() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        9:00-10:00 Ann Lee: Cuts in trees
        10:00-11:00 Bo Ek: Walks in trees

        Titles and abstracts

        Ann Lee
        Cuts in trees
        We show that every tree can be cut into two parts of equal size, whatever its shape may be.

        Bo Ek
        Walks in trees
        We walk through trees, and count how often we meet the same leaf again on the way.
        """)

    joined = join([manuscript])
    assert [paper.title for paper in manuscript.papers] == ["Cuts in trees", "Walks in trees"]
    assert joined.papers == ()
    assert [(entry.title, entry.abstract[:11]) for entry in joined.entries] == [
        ("Cuts in trees", "We show tha"),
        ("Walks in trees", "We walk thr"),
    ]


_MONDAY: Final = "Monday, March 2, 2026\n\n"


_HEAD: Final = "<html><body>\n<h2>Monday, March 2, 2026</h2>\n"


_CUTS: Final = "2 09:00-10:00 talk: Cuts / Ann Lee"


_WALKS: Final = "2 10:00-11:00 talk: Walks / Bo Ek"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            f"{_MONDAY}Opening remarks (9:00-9:15)\nAnn Lee: Cuts (9:15-10:00)\n",
            ["2 09:00-09:15 other: Opening remarks", "2 09:15-10:00 talk: Cuts / Ann Lee"],
            id="times at the ends of lines",
        ),
        pytest.param(
            f"{_MONDAY}9:30 am Ann Lee: Cuts\n12:00 pm Lunch\n1:30 pm Bo Ek: Walks\n",
            ["2 09:30 talk: Cuts / Ann Lee", "2 12:00 lunch: Lunch", "2 13:30 talk: Walks / Bo Ek"],
            id="am and pm",
        ),
        pytest.param(
            f"{_MONDAY}9:00-10:00 Ann Lee: Cuts\n10:00-11:00 Bo Ek: Walks\n".replace("\n", "\r\n"),
            [_CUTS, _WALKS],
            id="lines that end as on Windows",
        ),
        pytest.param(
            f"{_MONDAY}- 9:00-10:00 Session 1\n  - Ann Lee: Cuts\n  - Bo Ek: Walks\n- 10:00-10:30 Coffee break\n",
            [
                "2 09:00-10:00 session: Session 1",
                "  2 - talk: Cuts / Ann Lee",
                "  2 - talk: Walks / Bo Ek",
                "2 10:00-10:30 break: Coffee break",
            ],
            id="a list in a list",
        ),
        pytest.param(
            "## Monday, 2 March 2026\n\n### Session 1: Planar trees\n\n- 9:00-10:00 Ann Lee: Cuts\n"
            "- 10:00-11:00 Bo Ek: Walks\n",
            ["2 - session: Session 1: Planar trees", f"  {_CUTS}", f"  {_WALKS}"],
            id="a heading for a session",
        ),
        pytest.param(
            f"{_MONDAY}9:00-10:00 Ann Lee and Bo Ek: Cuts in trees\n",
            ["2 09:00-10:00 talk: Cuts in trees / Ann Lee; Bo Ek"],
            id="two speakers",
        ),
        pytest.param(
            f"{_MONDAY}9:00-10:00 Bo Ek\n10:00-11:00 TBA\n",
            ["2 09:00-10:00 talk:  / Bo Ek", "2 10:00-11:00 talk: TBA"],
            id="what is not known yet",
        ),
        pytest.param(
            f"{_MONDAY}15:00-14:00 Ann Lee: Cuts\n16:00-17:00 Bo Ek: Walks\n",
            ["2 15:00 talk: Cuts / Ann Lee", "2 16:00-17:00 talk: Walks / Bo Ek"],
            id="an end before its beginning",
        ),
        pytest.param(f"{_MONDAY}20:00-24:00 Party\n", ["2 20:00-+00:00 social: Party"], id="the end of the day"),
        pytest.param(
            f"{_MONDAY}9:00-10:00 Ann Lee: Cuts\n\n{_MONDAY}10:00-11:00 Bo Ek: Walks\n",
            [_CUTS, _WALKS],
            id="a day named twice",
        ),
        pytest.param(
            f"Tuesday, March 3, 2026\n\n9:00-10:00 Cy Fox: Leaves\n\n{_MONDAY}9:00-10:00 Ann Lee: Cuts\n",
            ["3 09:00-10:00 talk: Leaves / Cy Fox", _CUTS],
            id="days out of order",
        ),
        pytest.param(
            f"{_HEAD}<p>9:00-10:00 Ann Lee: Cuts<br>10:00-11:00 Bo Ek: Walks<br/></p>",
            [_CUTS, _WALKS],
            id="lines broken in a paragraph",
        ),
        pytest.param(
            f"<html><script>'9:00-10:00 x'</script>{_HEAD}<p>9:00-10:00 Ann Lee: Cuts<!-- 11:00-12:00 y --></p>",
            [_CUTS],
            id="scripts and comments are not seen",
        ),
        pytest.param(
            f"{_HEAD}<p>9:00&ndash;10:00&nbsp;Ann Lee: Cuts &amp; walks &lt;3</p>",
            ["2 09:00-10:00 talk: Cuts & walks <3 / Ann Lee"],
            id="entities",
        ),
        pytest.param(
            "<html><body><table>\n<tr><td colspan=2>Monday, March 2, 2026</td></tr>\n"
            "<tr><td>9:00-10:00</td><td>Ann Lee: Cuts</td></tr>\n"
            "<tr><td colspan=2>Tuesday, March 3, 2026</td></tr>\n"
            "<tr><td>9:00-10:00</td><td>Bo Ek: Walks</td></tr></table>",
            [_CUTS, "3 09:00-10:00 talk: Walks / Bo Ek"],
            id="rows that name the days",
        ),
        pytest.param(
            f"{_HEAD}<table><tr><th></th><th>Hall A</th><th>Hall B</th><th>Hall C</th></tr>\n"
            "<tr><td>9:00-10:00</td><td colspan=2>Ann Lee: Cuts</td><td>Bo Ek: Walks</td></tr>\n"
            "<tr><td>10:00-11:00</td><td></td><td>Cy Fox: Leaves</td><td>Eve Roe: Roots</td></tr></table>",
            [
                "2 09:00-10:00 talk: Cuts / Ann Lee @Hall A, Hall B",
                "2 09:00-10:00 talk: Walks / Bo Ek @Hall C",
                "2 10:00-11:00 talk: Leaves / Cy Fox @Hall B",
                "2 10:00-11:00 talk: Roots / Eve Roe @Hall C",
            ],
            id="a cell across two rooms of three",
        ),
    ],
)
def test_a_page_of_another_shape(page: str, expected: list[str]) -> None:
    assert lines_of(read(page, ".html" if page.startswith("<") else ".md")) == expected


def test_a_chair_above_the_talks_is_that_of_each() -> None:
    manuscript = read(f"{_MONDAY}Chair: Eve Roe\n9:00-10:00 Ann Lee: Cuts\n10:00-11:00 Bo Ek: Walks\n")

    assert [[one.name for one in entry.chairs] for entry in manuscript.entries] == [["Eve Roe"], ["Eve Roe"]]


def test_labels_say_what_follows() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        9:00-9:45
        Speaker: Ann Lee (MIT)
        Title: Cuts in trees
        Room: Hall A
        Abstract: We cut trees in two, and count the ways in which that can be done.

        10:00-10:45
        Speaker: Bo Ek (Lund)
        Title: Walks in trees
        Room: Hall B
        """)

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee, MIT @Hall A",
        "2 10:00-10:45 talk: Walks in trees / Bo Ek, Lund @Hall B",
    ]
    assert [entry.abstract for entry in manuscript.entries] == [
        "We cut trees in two, and count the ways in which that can be done.",
        "",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Dear colleagues,\n\nthank you for your interest in trees. We look forward to your letters.\n",
        "<html><head><title>About us</title></head><body><h1>About us</h1><p>We plant trees.</p></body></html>",
        "<!DOCTYPE html>",
        "| a | b |\n|---|---|\n| c | d |\n",
        "{}",
    ],
)
def test_a_page_that_is_no_program_is_refused(text: str) -> None:
    with pytest.raises(BookletError) as refused:
        read_page("page.txt", text, Asked())

    (fault,) = refused.value.faults
    assert fault.what == "no agenda was found here: no line tells a time and what happens then"
    assert str(fault.where) == "page.txt"
    assert fault.hint == "copy the agenda's lines with their times into a text file, and import that"


def test_what_is_not_understood_is_reported_with_its_line() -> None:
    manuscript = read("""\
        Workshop on Trees

        Monday, March 2, 2026

        9:00-10:00 Ann Lee: Cuts in trees
        10:00-10:30 Coffee break

        Please note that parking is limited on the campus, and that the gates close at dusk every day of the week.

        Sponsors

        The Tree Foundation
        """)

    assert [entry.title for entry in manuscript.entries] == ["Cuts in trees", "Coffee break"]
    assert reported(manuscript) == [
        (8, "left out: 'Please note that parking is limited on the campus, and that…'"),
        (10, "left out: 'Sponsors'"),
        (12, "left out: 'The Tree Foundation'"),
    ]


def test_links_and_files_are_reported() -> None:
    manuscript = read_html("""\
        <h2>Monday, March 2, 2026</h2>
        <ul>
        <li>9:00-10:00 Ann Lee: Cuts in trees <a href="cuts.pdf">[slides]</a></li>
        <li>10:00-11:00 Bo Ek: Walks in trees</li>
        </ul>""")

    assert lines_of(manuscript) == [
        "2 09:00-10:00 talk: Cuts in trees / Ann Lee",
        "2 10:00-11:00 talk: Walks in trees / Bo Ek",
    ]
    assert [(line, what[:25]) for line, what in reported(manuscript)] == [(5, "left out, a link or file:")]


def test_the_report_is_in_the_order_of_the_page() -> None:
    manuscript = read_html("""\
        <nav>Log in</nav>
        <h2>Monday, March 2, 2026</h2>
        <table>
        <tr><th>Time</th><th>Title</th></tr>
        <tr><td>9:00-9:45</td><td>Cuts in trees</td></tr>
        </table>
        <p>© 2026 The Tree Foundation</p>""")

    lines = [line for line, _ in reported(manuscript)]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("day", "talk", "pause", "kind"),
    [
        ("Montag, 2. März 2026", "9.00-9.45 Uhr Ann Lee: Schnitte", "9.45 - 10.15 Uhr Kaffeepause", "break"),
        ("lundi 2 mars 2026", "9h00-9h45 Ann Lee : Coupes", "9h45 à 10h15 Pause café", "break"),
        ("lunes, 2 de marzo de 2026", "9:00-9:45 Ann Lee: Cortes", "9:45 a 10:15 Pausa café", "break"),
        ("lunedì 2 marzo 2026", "9:00-9:45 Ann Lee: Tagli", "9:45-10:15 Pausa caffè", "break"),
        ("segunda-feira, 2 de março de 2026", "9h00-9h45 Ann Lee: Cortes", "9h45 às 10h15 Intervalo", "break"),
        ("maandag 2 maart 2026", "9.00-9.45 uur Ann Lee: Sneden", "9.45 tot 10.15 uur Koffiepauze", "break"),
        ("понедельник, 2 марта 2026 г.", "9:00-9:45 Ann Lee: Разрезы", "9:45-10:15 Кофе-брейк", "break"),
        ("2026年3月2日 星期一", "9:00-9:45 Ann Lee: 割", "9:45-10:15 茶歇", "break"),
        ("2026年3月2日（月）", "9時00分～9時45分 Ann Lee: 切断", "9時45分～10時15分 休憩", "break"),
    ],
)
def test_a_page_in_its_language(day: str, talk: str, pause: str, kind: str) -> None:
    manuscript = read_page("page.txt", f"{day}\n\n{talk}\n{pause}\n", Asked())

    assert [(entry.date, span(entry)) for entry in manuscript.entries] == [
        (MONDAY, "09:00-09:45"),
        (MONDAY, "09:45-10:15"),
    ]
    assert [one.name for one in manuscript.entries[0].speakers] == ["Ann Lee"]
    assert manuscript.entries[1].kind == kind
