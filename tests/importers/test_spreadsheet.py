from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from booklet.errors import BookletError, Fault, Place
from booklet.importers.intake import load
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.importers.spreadsheet import FORMAT
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker

DAY = datetime.date(2025, 2, 20)
PLAIN = Asked()
FIRST_DAY = Asked(first_day=datetime.date(2025, 3, 3))


def of_text(text: str) -> Material:
    return Material("t.csv", text.encode(), text)


def read(text: str, asked: Asked = PLAIN) -> Manuscript:
    return FORMAT.read(of_text(text), asked)


def of_rows(*sheets: tuple[str, Sequence[Sequence[object]]], merged: str = "") -> Material:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if merged:
            sheet.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return Material("t.xlsx", stream.getvalue())


def times(entry: Entry) -> tuple[int | None, int | None]:
    return entry.start, entry.end


def said(manuscript: Manuscript) -> list[str]:
    return [fault.what for fault in manuscript.report]


def test_table_of_commas_is_an_agenda() -> None:
    text = 'Date,Start,End,Title,Speaker,Affiliation,Room\n2025-02-20,09:00,09:45,"On zeta, again",Ann Lee,MIT,A\n'

    [entry] = read(text).entries

    assert (entry.date, times(entry), entry.title, entry.room) == (DAY, (540, 585), "On zeta, again", "A")
    assert entry.speakers == (Speaker("Ann Lee", affiliation="MIT"),)


def test_german_table_with_a_title_above_and_semicolons() -> None:
    text = (
        "Programm der Tagung Zeta;;;\n;;;\nDatum;Uhrzeit;Vortragstitel;Vortragende(r)\n"
        "20.02.2025;9:00–9:45 Uhr;Über Zeta;Anna Berg (Wien)\n;9:45–10:15;Kaffeepause;\n;10;Graphen;Bo Ek\n"
    )

    manuscript = read(text)

    assert manuscript.event.title == "Programm der Tagung Zeta"
    assert [(entry.date, *times(entry), entry.kind) for entry in manuscript.entries] == [
        (DAY, 540, 585, "talk"),
        (DAY, 585, 615, "break"),
        (DAY, 600, None, "talk"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "日期,时间,题目,发言人,地点",
        "日付,時間,講演題目,講演者,会場",
        "Дата,Время,Название доклада,Докладчик,Аудитория",
        "Jour,Heure,Titre,Intervenant,Salle",
        "Fecha,Hora,Título,Ponente,Sala",
        "Data,Ora,Titolo,Relatore,Aula",
        "Data,Horário,Título,Palestrante,Local",
        "Datum,Tijd,Titel,Spreker,Zaal",
        "Room name,Speaker(s),Talk title,Start time,Conference day",
    ],
)
def test_headings_in_many_languages_and_orders(heading: str) -> None:
    cells = {"Room name,Speaker(s),Talk title,Start time,Conference day": "A,Ann Lee,On a,9:00-9:30,2025-02-20"}
    text = f"{heading}\n{cells.get(heading, '2025-02-20,9:00-9:30,On a,Ann Lee,A')}\n"

    [entry] = read(text).entries

    assert (entry.date, times(entry), entry.title, entry.room) == (DAY, (540, 570), "On a", "A")
    assert [who.name for who in entry.speakers] == ["Ann Lee"]


def test_times_on_the_clock_face_follow_one_another() -> None:
    text = "Date,Time,Title\n2025-02-20,9:00-9:45 AM,On a\n2025-02-20,12:15-1:00 PM,Lunch\n2025-02-20,1:00-2:00,On b\n"

    manuscript = read(text)

    assert [times(entry) for entry in manuscript.entries] == [(540, 585), (735, 780), (780, 840)]
    assert manuscript.halves
    assert manuscript.entries[2].remarks == ("1:00-2:00 is read as 13:00-14:00",)


def test_weekdays_count_from_the_first_day() -> None:
    text = "Day,Start,Title,Speaker\nMonday,9:00,On a,Ann Lee\nTuesday,9:00,On b,Bo Ek\n"

    assert [entry.date for entry in read(text, FIRST_DAY).entries] == [
        datetime.date(2025, 3, 3),
        datetime.date(2025, 3, 4),
    ]


def test_weekdays_without_a_first_day_are_asked_for() -> None:
    manuscript = read("Day,Start,Title,Speaker\nMonday,9:00,On a,Ann Lee\n")

    assert [fault.what for fault in manuscript.asks] == ["Monday has no date"]
    assert [entry.title for entry in manuscript.papers] == ["On a"]


def test_times_without_any_day_are_asked_about() -> None:
    manuscript = read("Time,Title,Speaker\n9:00-10:00,On a,Ann Lee\n")

    assert [fault.what for fault in manuscript.asks] == ["nothing in this table says on which days things are"]


def test_month_and_day_are_told_apart_by_other_rows() -> None:
    text = "Date,Time,Title,Speaker\n" + "".join(f"03/0{day}/2025,9:00,On {day},Ann Lee\n" for day in (4, 5, 6))

    manuscript = read(text)

    assert [entry.date for entry in manuscript.entries] == [datetime.date(2025, 3, day) for day in (4, 5, 6)]
    assert len(manuscript.report) == 1


def test_month_and_day_that_nothing_tells_apart_are_asked_for() -> None:
    manuscript = read("Date,Time,Title,Speaker\n03/04/2025,9:00,On a,Ann Lee\n")

    assert manuscript.entries == ()
    assert [fault.what for fault in manuscript.asks] == [
        "'03/04/2025' can be read in two ways: as 2025-04-03 and as 2025-03-04"
    ]


def test_days_that_are_no_dates_are_asked_about_if_all_are_so() -> None:
    manuscript = read("Date,Time,Title,Speaker\n3/4,9:00,On a,Ann Lee\n")

    assert (manuscript.entries, manuscript.report) == ((), ())
    assert [fault.what for fault in manuscript.asks] == [
        "'3/4' is no date that can be read; what is on that day has no slot"
    ]


def test_rows_of_a_session_with_a_chair_are_in_it() -> None:
    text = (
        "Date,Start,Session,Chair,Title,Speaker\n2025-02-20,9:00,Graphs,Di Oz,On a,Ann Lee\n"
        "2025-02-20,9:20,Graphs,Di Oz,On b,Bo Ek\n"
    )

    [session] = read(text).entries

    assert (session.kind, session.title, session.chairs) == ("session", "Graphs", (Speaker("Di Oz"),))
    assert [(talk.title, talk.start, talk.chairs) for talk in session.entries] == [("On a", 540, ()), ("On b", 560, ())]


def test_rows_of_a_session_without_a_chair_are_of_a_track() -> None:
    text = "Date,Start,Session,Title,Speaker\n2025-02-20,9:00,Graphs,On a,Ann Lee\n2025-02-20,9:20,Graphs,On b,Bo Ek\n"

    assert [(entry.title, entry.track) for entry in read(text).entries] == [("On a", "Graphs"), ("On b", "Graphs")]


def test_table_without_times_is_one_of_papers() -> None:
    manuscript = read('ID,Title,Authors,Abstract\n7,On a,"Ann Lee, Bo Berg","We\nshow."\n')

    [paper] = manuscript.papers
    assert (manuscript.entries, paper.ident, paper.abstract) == ((), "7", "We show.")
    assert [who.name for who in paper.speakers] == ["Ann Lee", "Bo Berg"]


def test_addresses_stay_out_unless_asked_for() -> None:
    text = "Title,First name,Last name,Email,Date,Time\nOn a,Ann,Lee,ann@example.org,2025-02-20,9:00\n"

    without, private = read(text), read(text, Asked(private=True))

    assert (dict(without.people), said(without)) == (
        {},
        ["left out: 1 e-mail address or telephone number (private)"],
    )
    assert private.people["Ann Lee"].email == "ann@example.org"


def test_unknown_columns_are_named_and_counted() -> None:
    text = "Title,Speaker,Date,Time,Shirt\nOn a,Ann Lee,2025-02-20,9:00,M\nOn b,Bo Ek,2025-02-20,10:00,\n"

    assert said(read(text)) == ["left out: the column 'Shirt' (1 cell): nothing tells what it holds"]


def test_table_without_titles_names_its_headings() -> None:
    with pytest.raises(BookletError) as caught:
        read("Date,Start,Room\n2025-02-20,9:00,A\n")

    what = "no column of this table holds titles; its headings are 'Date', 'Start', 'Room'"
    assert caught.value.faults[0].what == what


def test_room_of_nearly_everything_is_the_usual_one() -> None:
    text = "Date,Start,Title,Room\n2025-02-20,9:00,On a,Aula\n2025-02-20,10:00,On b,Aula\n"

    manuscript = read(text)

    assert manuscript.venue.room == "Aula"
    assert [entry.room for entry in manuscript.entries] == ["", ""]


def test_our_own_table_is_read_back_as_it_was() -> None:
    text = (
        "Date,Start,End,Kind,Title,Session,Speakers,Chairs,Room,Track,Keywords,Abstract,Note,Co-authors\n"
        "2025-02-20,09:00,10:00,session,Graphs,,,Di Oz (Rome),,,,,,\n"
        "2025-02-20,09:00,09:20,talk,'=1+1,Graphs,RND; Ann Lee (MIT),,B,,zeta; eta,'- one,Bring it.,Bo Ek\n"
        "2025-02-20,23:30,00:30,social,Party,,,,,,,,,\n"
    )

    session, party = read(text).entries

    [talk] = session.entries
    assert (session.kind, session.chairs) == ("session", (Speaker("Di Oz", affiliation="Rome"),))
    assert (talk.title, talk.room, talk.keywords, talk.abstract) == ("=1+1", "B", ("zeta", "eta"), "- one")
    assert talk.speakers == (Speaker("RND"), Speaker("Ann Lee", affiliation="MIT"))
    assert (talk.coauthors, talk.note) == ((Speaker("Bo Ek"),), "Bring it.")
    assert times(party) == (1410, 1470)


def test_workbook_with_dates_and_times_in_its_cells() -> None:
    rows: list[list[object]] = [
        ["Date", "Start", "End", "Title", "Speaker"],
        [DAY, datetime.time(9), datetime.time(9, 45), "On a", "Ann Lee"],
        [datetime.datetime(2025, 2, 21), datetime.datetime(2025, 2, 21, 13), None, "Lunch", None],
    ]

    entries = FORMAT.read(of_rows(("Program", rows)), PLAIN).entries

    assert [(entry.date, *times(entry)) for entry in entries] == [
        (DAY, 540, 585),
        (datetime.date(2025, 2, 21), 780, None),
    ]


def test_merged_cells_hold_for_each_of_their_rows() -> None:
    rows: list[list[object]] = [["Date", "Time", "Title"], [DAY, "9:00-9:30", "On a"], [None, "9:30-10:00", "On b"]]

    entries = FORMAT.read(of_rows(("Program", rows), merged="A2:A3"), PLAIN).entries

    assert [(entry.date, entry.start) for entry in entries] == [(DAY, 540), (DAY, 570)]


def test_sheets_that_are_called_like_days() -> None:
    days = ("Monday", "Tuesday")
    sheets: list[tuple[str, list[list[object]]]] = [
        (day, [["Start", "Title"], [datetime.time(9), f"On {day}"]]) for day in days
    ]

    entries = FORMAT.read(of_rows(*sheets), FIRST_DAY).entries

    assert [(entry.date, entry.title) for entry in entries] == [
        (datetime.date(2025, 3, 3), "On Monday"),
        (datetime.date(2025, 3, 4), "On Tuesday"),
    ]


def test_drawn_timetable_has_its_rooms_across() -> None:
    rows: list[list[object]] = [["Time", "Room A", "Room B"], ["9:00-10:00", "On a (Ann Lee)", "On b (Bo Berg)"]]

    entries = FORMAT.read(of_rows(("Monday", rows)), FIRST_DAY).entries

    assert [(entry.title, entry.room) for entry in entries] == [("On a", "Room A"), ("On b", "Room B")]


def test_drawn_timetable_with_cells_over_all_rooms_and_in_one() -> None:
    rows: list[list[object]] = [
        ["Time", "Room A", "Room B"],
        ["9:00-10:00", "Opening", None],
        ["10:00-10:30", "Coffee", None],
        ["10:30-11:00", "On a (Ann Lee)", None],
        ["11:00-11:30", "On b (Bo Berg)", None],
    ]

    entries = FORMAT.read(of_rows(("Monday", rows), merged="B5:C5"), FIRST_DAY).entries

    assert [(entry.title, entry.room) for entry in entries] == [
        ("Opening", ""),
        ("Coffee", ""),
        ("On a", "Room A"),
        ("On b", ""),
    ]


def test_drawn_timetable_has_its_days_across() -> None:
    rows: list[list[object]] = [
        ["Zeta week"],
        ["", "Monday 3 March 2025", "Tuesday 4 March 2025"],
        [datetime.time(9), "On a (Ann Lee)", "On b (Bo Berg)"],
        [datetime.time(10), "Coffee"],
    ]

    manuscript = FORMAT.read(of_rows(("Program", rows)), PLAIN)

    assert [(entry.date, entry.start, entry.title) for entry in manuscript.entries] == [
        (datetime.date(2025, 3, 3), 540, "On a"),
        (datetime.date(2025, 3, 3), 600, "Coffee"),
        (datetime.date(2025, 3, 4), 540, "On b"),
        (datetime.date(2025, 3, 4), 600, "Coffee"),
    ]


def test_workbook_with_an_agenda_abstracts_and_more() -> None:
    agenda: list[list[object]] = [["Zeta"], [], ["Date", "Start", "Title", "Speaker"], [DAY, "9:00", "On a", "Ann Lee"]]
    abstracts: list[list[object]] = [["Title", "Abstract"], ["On a", "We show."]]
    budget: list[list[object]] = [["Item", "Cost"], ["Coffee", 300]]

    manuscript = FORMAT.read(of_rows(("Agenda", agenda), ("Abstracts", abstracts), ("Budget", budget)), PLAIN)

    assert [entry.title for entry in manuscript.entries] == ["On a"]
    assert [(paper.title, paper.abstract) for paper in manuscript.papers] == [("On a", "We show.")]
    assert said(manuscript) == ["left out: the sheet 'Budget' (2 rows): no column of it holds titles"]


@pytest.mark.parametrize(
    "text",
    [
        "Dear all, the workshop, as always, is on Monday, in Linz.\nWe meet at nine, have lunch, and talk.\n",
        "Time\tEvent\n9:00-9:45\tAnn Lee: On zeta\n10:00\tCoffee\n",
        "| Time | Title | Speaker |\n|---|---|---|\n| 9:00 | On a | Ann Lee |\n",
        "Title: On zeta\nSpeaker: Ann Lee, MIT\nRoom: A, B\n",
    ],
)
def test_pages_and_prose_are_no_tables(text: str) -> None:
    assert recognise(of_text(text)).name == "page"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_tables_are_recognised_whatever_parts_their_cells(sign: str) -> None:
    rows = ["Date,Start,Title,Speaker", "2025-02-20,9:00,On a,Ann Lee", "2025-02-20,10:00,On b,Bo Ek"]

    material = of_text("\n".join(row.replace(",", sign) for row in rows))

    assert recognise(material).name == "spreadsheet"
    assert [entry.title for entry in FORMAT.read(material, PLAIN).entries] == ["On a", "On b"]


def test_quotation_mark_that_is_never_closed_is_refused_with_its_line() -> None:
    material = of_text('Date,Start,Title,Speaker\n2025-02-20,9:00,On a,Ann Lee\n2025-02-20,9:30,"On b,Bo Ek\n,,,\n')

    assert recognise(material).name == "spreadsheet"
    with pytest.raises(BookletError) as caught:
        FORMAT.read(material, PLAIN)

    [fault] = caught.value.faults
    what = "this is no table that can be read; a quotation mark may be opened here and never closed"
    assert (fault.what, fault.where) == (what, Place("t.csv", 3))


def test_long_table_in_quotation_marks_is_recognised_wherever_it_is_cut() -> None:
    abstract = "We show that zeta is rational, and more.\n\n" * 40
    rows = "".join(f'2025-02-20,On {number},Ann Lee,"{abstract}"\n' for number in range(200))

    material = of_text(f"Date,Title,Speaker,Abstract\n{rows}")

    assert recognise(material).name == "spreadsheet"
    assert len(FORMAT.read(material, PLAIN).entries) == 200


def test_lines_in_quotation_marks_are_counted() -> None:
    text = 'Date,Start,Title,Speaker\n2025-02-20,9:00,"On a,\nand b",Ann Lee\n2025-02-20,9:30,"On ""c""",Bo Ek\n'

    assert [(entry.title, entry.where) for entry in read(text).entries] == [
        ("On a, and b", Place("t.csv", 2)),
        ('On "c"', Place("t.csv", 4)),
    ]


def test_table_of_windows_with_semicolons(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    text = "Datum;Uhrzeit;Titel;Vortragende\r\n20.02.2025;9:00–9:45;Über „Zeta“;Jörg Müller (TU Wien)\r\n"
    file.write_bytes(text.encode("cp1252"))

    [entry] = FORMAT.read(load(str(file), stdin=lambda: b""), PLAIN).entries

    assert (entry.title, times(entry), entry.speakers) == (
        "Über „Zeta“",
        (540, 585),
        (Speaker("Jörg Müller", affiliation="TU Wien"),),
    )


def test_apostrophes_against_formulas_are_taken_off() -> None:
    text = "Date,Start,Title,Speaker\n2025-02-20,'12:30,'=1+1,'@ann\n2025-02-20,13:00,'Tis so,'+Bo\n"

    assert [(entry.start, entry.title, entry.speakers[0].name) for entry in read(text).entries] == [
        (750, "=1+1", "@ann"),
        (780, "'Tis so", "+Bo"),
    ]


def test_only_accepted_papers_and_nothing_for_the_committee() -> None:
    text = (
        "Title,Authors,Decision,Review 1: summary,PC comments,Author's email\n"
        "On a,Ann Lee,Accept,Great,Secret,ann@example.org\nOn b,Bo Ek,Reject,Bad,Secret,bo@example.org\n"
        "On c,Cy Fox,Pending,,,cy@example.org\n"
    )

    manuscript = read(text)

    assert [(paper.title, paper.abstract, paper.note) for paper in manuscript.papers] == [("On a", "", "")]
    assert said(manuscript) == [
        "left out: 1 rejected submission: 'On b'",
        "left out: 1 undecided submission: 'On c'",
        "left out: the column 'Review 1: summary' (2 cells): nothing tells what it holds",
        "left out: the column 'PC comments' (2 cells): nothing tells what it holds",
        "left out: 3 e-mail addresses and telephone numbers (private)",
    ]
    assert [word for word in ("Great", "Secret", "example.org") if word in str(manuscript)] == []


def test_cancelled_rows_of_an_agenda_are_left_out() -> None:
    text = "Date,Start,Title,Status\n2025-02-20,9:00,On a,confirmed\n2025-02-20,9:30,On b,cancelled\n"

    manuscript = read(text)

    assert [entry.title for entry in manuscript.entries] == ["On a"]
    assert said(manuscript) == ["left out: 1 row that is rejected, declined or cancelled"]


def test_addresses_beside_names_stay_out() -> None:
    text = "Date,Start,Title,Speaker\n2025-02-20,9:00,On a,Ann Lee <ann@example.org>; Bo Ek (bo@example.org)\n"

    manuscript = read(text)

    assert [who.name for who in manuscript.entries[0].speakers] == ["Ann Lee", "Bo Ek"]
    assert "example.org" not in str(manuscript)
    assert said(manuscript) == ["left out: 2 e-mail addresses and telephone numbers (private)"]


@pytest.mark.parametrize(
    "headings",
    [
        "Order #,First Name,Last Name,Email,Ticket Type,Attendee Status,Job Title,Company",
        "Order code,Attendee name,Company,Address,City,Company,Product",
        "Timestamp,Your name,Affiliation,Email address,Dietary needs",
    ],
)
def test_list_of_attendees_names_its_headings_and_what_is_needed(headings: str) -> None:
    row = ",".join(["x"] * len(headings.split(",")))
    material = of_text(f"{headings}\n{row}\n{row}\n")

    with pytest.raises(BookletError) as caught:
        recognise(material).read(material, PLAIN)

    listed = ", ".join(f"'{heading}'" for heading in headings.split(","))
    assert caught.value.faults == (
        Fault(
            f"no column of this table holds titles; its headings are {listed}",
            Place("t.csv", 1),
            "a column Title is needed; Date, Start, End, Speaker, Room … say more; in any order and of ten languages",
        ),
    )


def test_broken_workbook_is_refused() -> None:
    data = of_rows(("Program", [["Title"], ["On a"]])).data

    with pytest.raises(BookletError) as caught:
        FORMAT.read(Material("t.xlsx", data[: len(data) // 2]), PLAIN)

    assert caught.value.faults[0].what == "this is no workbook that can be read"
