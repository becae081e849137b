"""Small pages with tables, one for each way to lay one out, and exactly what is read of them."""

from __future__ import annotations

from tests.agendas.pages import lines_of, read, read_html, reported


def test_a_table_of_time_speaker_and_title() -> None:
    manuscript = read_html("""\
        <h1>Workshop on Trees</h1>
        <h2>Monday, March 2, 2026</h2>
        <table>
        <tr><th>Time</th><th>Speaker</th><th>Title</th></tr>
        <tr><td>9:00-9:45</td><td>Ann Lee (MIT)</td><td>Cuts in trees</td></tr>
        <tr><td>9:45-10:15</td><td colspan="2">Coffee break</td></tr>
        <tr><td>10:15-11:00</td><td>Bo Ek (Lund)</td><td>Walks in trees</td></tr>
        </table>""")

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee, MIT",
        "2 09:45-10:15 break: Coffee break",
        "2 10:15-11:00 talk: Walks in trees / Bo Ek, Lund",
    ]
    assert reported(manuscript) == [
        (6, f"left out, the heading of a column: '{heading}'") for heading in ("Time", "Speaker", "Title")
    ]


def test_a_table_of_markdown() -> None:
    manuscript = read(
        """\
        ## Monday, March 2, 2026

        | Time | Speaker | Title |
        |------|---------|-------|
        | 9:00-9:45 | Ann Lee (MIT) | Cuts in trees |
        | 10:15-11:00 | Bo Ek (Lund) | Walks in trees |
        """,
        ".md",
    )

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee, MIT",
        "2 10:15-11:00 talk: Walks in trees / Bo Ek, Lund",
    ]


def test_a_table_with_rooms_as_columns() -> None:
    manuscript = read_html("""\
        <h2>Monday, March 2, 2026</h2>
        <table>
        <tr><th>Time</th><th>Room 101</th><th>Room 102</th></tr>
        <tr><td>9:00-9:45</td><td>Ann Lee: Cuts in trees</td><td>Bo Ek: Walks in trees</td></tr>
        <tr><td>9:45-10:15</td><td colspan="2">Coffee break</td></tr>
        <tr><td>10:15-11:00</td><td>Cy Oz: Leaves</td><td></td></tr>
        </table>""")

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee @Room 101",
        "2 09:00-09:45 talk: Walks in trees / Bo Ek @Room 102",
        "2 09:45-10:15 break: Coffee break",
        "2 10:15-11:00 talk: Leaves / Cy Oz @Room 101",
    ]


def test_a_column_for_each_day() -> None:
    manuscript = read_html("""\
        <table>
        <tr><th></th><th>Monday, March 2, 2026</th><th>Tuesday, March 3, 2026</th></tr>
        <tr><td>9:00-9:45</td><td>Ann Lee: Cuts in trees</td><td>Bo Ek: Walks in trees</td></tr>
        <tr><td>9:45-10:15</td><td colspan="2">Coffee break</td></tr>
        <tr><td>10:15-11:00</td><td>Cy Oz: Leaves</td><td></td></tr>
        </table>""")

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee",
        "2 09:45-10:15 break: Coffee break",
        "2 10:15-11:00 talk: Leaves / Cy Oz",
        "3 09:00-09:45 talk: Walks in trees / Bo Ek",
        "3 09:45-10:15 break: Coffee break",
    ]


def test_days_side_by_side_with_times_of_their_own() -> None:
    manuscript = read_html("""\
        <table>
        <tr><th colspan="2">Monday, March 2, 2026</th><th colspan="2">Tuesday, March 3, 2026</th></tr>
        <tr><td>9:00-9:45</td><td>Ann Lee: Cuts in trees</td><td>9:30-10:15</td><td>Bo Ek: Walks in trees</td></tr>
        <tr><td>12:00-13:00</td><td>Lunch</td><td>12:30-13:30</td><td>Lunch</td></tr>
        <tr><td>13:00-14:00</td><td>Cy Oz: Leaves</td><td></td><td></td></tr>
        </table>""")

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee",
        "2 12:00-13:00 lunch: Lunch",
        "2 13:00-14:00 talk: Leaves / Cy Oz",
        "3 09:30-10:15 talk: Walks in trees / Bo Ek",
        "3 12:30-13:30 lunch: Lunch",
    ]


def test_days_side_by_side_share_a_cell_across_them() -> None:
    manuscript = read_html("""\
        <table>
        <tr><th colspan="2">Monday, March 2, 2026</th><th colspan="2">Tuesday, March 3, 2026</th></tr>
        <tr><td>9:00-9:45</td><td>Ann Lee: Cuts in trees</td><td>9:30-10:15</td><td>Bo Ek: Walks in trees</td></tr>
        <tr><td>10:00-10:45</td><td>Cy Oz: Leaves</td><td>10:30-11:15</td><td>Eve Roe: Roots</td></tr>
        <tr><td>12:00-13:00</td><td colspan="3">Lunch</td></tr>
        </table>""")

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee",
        "2 10:00-10:45 talk: Leaves / Cy Oz",
        "2 12:00-13:00 lunch: Lunch",
        "3 09:30-10:15 talk: Walks in trees / Bo Ek",
        "3 10:30-11:15 talk: Roots / Eve Roe",
        "3 12:00-13:00 lunch: Lunch",
    ]


def test_a_cell_that_spans_rows_ends_with_the_last_of_them() -> None:
    manuscript = read_html("""\
        <table>
        <tr><th></th><th>Monday, March 2, 2026</th><th>Tuesday, March 3, 2026</th></tr>
        <tr><td>9:00</td><td rowspan="2">Ann Lee: Cuts in trees</td><td>Bo Ek: Walks in trees</td></tr>
        <tr><td>9:30</td><td>Cy Oz: Leaves</td></tr>
        <tr><td>10:00</td><td>Coffee break</td><td>Coffee break</td></tr>
        </table>""")

    first = manuscript.entries[0]
    assert lines_of(manuscript)[0] == "2 09:00-10:00 talk: Cuts in trees / Ann Lee"
    assert first.remarks == ("the end, 10:00, is where the next row of the table begins",)


def test_a_room_that_spans_rows_is_that_of_each() -> None:
    manuscript = read_html("""\
        <h2>Monday, March 2, 2026</h2>
        <table>
        <tr><th>Time</th><th>Speaker</th><th>Title</th><th>Room</th></tr>
        <tr><td>9:00-9:30</td><td>Ann Lee</td><td>Cuts in trees</td><td rowspan="2">Hall A</td></tr>
        <tr><td>9:30-10:00</td><td>Bo Ek</td><td>Walks in trees</td></tr>
        <tr><td>10:00-10:30</td><td>Cy Oz</td><td>Leaves</td><td>Hall B</td></tr>
        </table>""")

    assert lines_of(manuscript) == [
        "2 09:00-09:30 talk: Cuts in trees / Ann Lee @Hall A",
        "2 09:30-10:00 talk: Walks in trees / Bo Ek @Hall A",
        "2 10:00-10:30 talk: Leaves / Cy Oz @Hall B",
    ]


def test_a_time_that_spans_rows_is_that_of_each() -> None:
    manuscript = read_html("""\
        <h2>Monday, March 2, 2026</h2>
        <table>
        <tr><th>Time</th><th>Title</th><th>Speaker</th></tr>
        <tr><td rowspan="2">9:00-10:00</td><td>Cuts in trees</td><td>Ann Lee</td></tr>
        <tr><td>Walks in trees</td><td>Bo Ek</td></tr>
        <tr><td>10:00-10:30</td><td>Leaves</td><td>Cy Oz</td></tr>
        </table>""")

    assert lines_of(manuscript) == [
        "2 09:00-10:00 talk: Cuts in trees / Ann Lee",
        "2 09:00-10:00 talk: Walks in trees / Bo Ek",
        "2 10:00-10:30 talk: Leaves / Cy Oz",
    ]


def test_a_table_that_was_pasted_with_tabs() -> None:
    manuscript = read(
        "Monday, March 2, 2026\n\n"
        "Time\tSpeaker\tTitle\n"
        "9:00-9:45\tAnn Lee (MIT)\tCuts in trees\n"
        "9:45-10:15\t\tCoffee break\n"
        "10:15-11:00\tBo Ek (Lund)\tWalks in trees\n"
    )

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee, MIT",
        "2 09:45-10:15 break: Coffee break",
        "2 10:15-11:00 talk: Walks in trees / Bo Ek, Lund",
    ]


def test_a_pasted_row_that_lacks_a_cell() -> None:
    manuscript = read(
        "Monday, March 2, 2026\n\n"
        "Time\tSpeaker\tTitle\n"
        "9:00-9:45\tAnn Lee (MIT)\tCuts in trees\n"
        "9:45-10:15\tCoffee break\n"
    )

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee, MIT",
        "2 09:45-10:15 break: Coffee break",
    ]


def test_columns_set_apart_by_spaces() -> None:
    manuscript = read("""\
        Monday, March 2, 2026

        9:00-9:45      Ann Lee      Cuts in trees
        9:45-10:15     Coffee break
        10:15-11:00    Bo Ek        Walks in trees
        """)

    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee",
        "2 09:45-10:15 break: Coffee break",
        "2 10:15-11:00 talk: Walks in trees / Bo Ek",
    ]


def test_a_table_with_a_column_of_dates() -> None:
    manuscript = read(
        "Date\tTime\tSpeaker\tTitle\n"
        "2026-03-02\t9:00\tAnn Lee\tCuts in trees\n"
        "2026-03-02\t10:00\tBo Ek\tWalks in trees\n"
        "2026-03-03\t9:00\tCy Fox\tLeaves\n"
    )

    assert lines_of(manuscript) == [
        "2 09:00 talk: Cuts in trees / Ann Lee",
        "2 10:00 talk: Walks in trees / Bo Ek",
        "3 09:00 talk: Leaves / Cy Fox",
    ]


def test_a_table_with_beginning_and_end_in_two_columns() -> None:
    manuscript = read_html("""\
        <h2>Monday, March 2, 2026</h2>
        <table>
        <tr><th>Start</th><th>End</th><th>Title</th></tr>
        <tr><td>9:00</td><td>9:45</td><td>Ann Lee: Cuts in trees</td></tr>
        <tr><td>9:45</td><td>10:15</td><td>Coffee break</td></tr>
        </table>""")

    assert lines_of(manuscript) == ["2 09:00-09:45 talk: Cuts in trees / Ann Lee", "2 09:45-10:15 break: Coffee break"]
