"""Lists are read whatever they are written in, and refused with a line where they cannot be."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booklet.attendees.read import NAMELESS, UNASSIGNED, AttendeeList, read_attendees
from booklet.errors import BookletError
from tests.attendees.lists import listed, names, refused, told, written

ROWS = [["Name", "Firma", "E-Mail"], ["Jörg Weiß", "ÖBB; Wien, Graz", "joerg@example.org"], ["Zoë Ålund", "Çelik", ""]]
PEOPLE = ["Jörg Weiß", "Zoë Ålund"]


def table(sign: str, rows: list[list[str]]) -> str:
    return "".join(sign.join(f'"{cell}"' if {",", ";"} & set(cell) else cell for cell in row) + "\r\n" for row in rows)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_and_delimiters(sign: str, encoding: str, tmp_path: Path) -> None:
    found = listed(tmp_path, table(sign, ROWS).encode(encoding))

    assert [(who.name, who.affiliation, who.line) for who in found.attendees] == [
        ("Jörg Weiß", "ÖBB; Wien, Graz", 2),
        ("Zoë Ålund", "Çelik", 3),
    ]


def test_what_excel_says_of_delimiters_is_taken(tmp_path: Path) -> None:
    found = listed(tmp_path, "sep=;\r\n" + table(";", ROWS))

    assert [who.line for who in found.attendees] == [3, 4]


def test_workbooks_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Notes"
    notes.append(["Call the caterer", "soon"])
    sheet = book.create_sheet("People")
    sheet.append(["Spring meeting"])
    for row in ROWS:
        sheet.append(row)
    sheet.append(['=CONCATENATE("An","a")', "KTH", ""])
    path = tmp_path / "list.xlsx"
    book.save(path)

    found = read_attendees(path, columns={})

    assert names(found) == PEOPLE
    assert [who.line for who in found.attendees] == [3, 4]
    assert [what for _, what in told(found.faults)] == [
        "the formula in A5 has no stored result, so its cell is empty",
        "the sheet 'People' was read, and not 'Notes'",
        "there is no name in line 5; no badge is made",
    ]


def test_a_list_of_one_column_is_not_parted_at_commas(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name\nLima, Ana\nvan der Berg, Jan\nEk, Bo\n")

    assert [(who.name, who.given, who.family) for who in found.attendees] == [
        ("Ana Lima", "Ana", "Lima"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("Bo Ek", "Bo", "Ek"),
    ]


def test_names_are_turned_round_only_if_all_are_written_so(tmp_path: Path) -> None:
    found = listed(tmp_path, 'Name\n"Lima, Ana"\nBo Ek\n')

    assert names(found) == ["Lima, Ana", "Bo Ek"]
    assert told(found.faults) == [(2, "'Lima, Ana' has a comma, and may be written family name first")]


def test_affiliations_behind_names_are_no_given_names(tmp_path: Path) -> None:
    found = listed(tmp_path, 'Name\n"Ana Lima, MIT"\n"Bo Ek, KTH"\n')

    assert names(found) == ["Ana Lima, MIT", "Bo Ek, KTH"]


def test_a_heading_can_say_that_family_names_come_first(tmp_path: Path) -> None:
    found = listed(tmp_path, 'Nachname, Vorname;Firma\n"Lima, Ana";KTH\nBo Ek;KTH\n"Nil, Ed";KTH\n')

    assert names(found) == ["Ana Lima", "Bo Ek", "Ed Nil"]


def test_names_are_trimmed_and_else_left_as_they_are_typed(tmp_path: Path) -> None:
    text = (
        "First name,Last name\n\u200b\u00a0Ana ,  Lima\ufeff\nProf. Dr. Jan,van der BERG\nSuharto,\n"
        "زهرا,موسوی\u200cنژاد\n真理,田村\n"
    )

    assert names(listed(tmp_path, text)) == [
        "Ana Lima",
        "Prof. Dr. Jan van der BERG",
        "Suharto",
        "زهرا موسوی\u200cنژاد",
        "田村真理",
    ]


def test_capitals_are_told_once_and_kept(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name\nANNA SCHMIDT\nmary-jane o'neil\nJan van der BERG\n王伟\n")

    assert names(found) == ["ANNA SCHMIDT", "mary-jane o'neil", "Jan van der BERG", "王伟"]
    assert told(found.faults) == [
        (2, "'ANNA SCHMIDT', 'mary-jane o'neil' are in capitals or in small letters only (lines 2, 3)")
    ]


def test_formulas_are_printed_as_they_are_typed(tmp_path: Path) -> None:
    found = listed(tmp_path, 'Name,Company\n\'=SUM(A1) Ana,\'@home\n"=HYPERLINK(""x"")",-5\nBo,\'Round\n')

    assert [(who.name, who.affiliation) for who in found.attendees] == [
        ("=SUM(A1) Ana", "@home"),
        ('=HYPERLINK("x")', "-5"),
        ("Bo", "'Round"),
    ]
    assert [line for line, _ in told(found.faults)] == [2]


def test_failed_formulas_are_not_printed(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name,Company,Attendee #\nAna,#N/A,1\n#REF!,KTH,2\n#1 Fan,KTH,3\n")

    assert [(who.name, who.affiliation) for who in found.attendees] == [("Ana", ""), ("#1 Fan", "KTH")]
    assert found.left_out == {UNASSIGNED: 1}


def test_columns_can_be_named(tmp_path: Path) -> None:
    text = "Wer;Wo;Was;Name\nAna Lima;KTH;Fisch;x\n"
    found = listed(tmp_path, text, name="wer", affiliation="Wo", tokens="Was")

    assert [(who.name, who.affiliation, who.tokens) for who in found.attendees] == [("Ana Lima", "KTH", ("Fisch",))]
    assert found.matched == {"name": "Wer", "affiliation": "Wo", "tokens": "Was"}
    assert found.unused == ("Name",)


def test_a_name_can_be_said_to_be_two_columns(tmp_path: Path) -> None:
    found = listed(tmp_path, "Erst,Zweit,Name\nAna,Lima,x\n", name="Erst + Zweit")

    assert [(who.name, who.given, who.family) for who in found.attendees] == [("Ana Lima", "Ana", "Lima")]


def test_a_field_can_be_said_not_to_be_read(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name,Company,Status\nAna Lima,KTH,refunded\n", status="", affiliation="")

    assert [(who.name, who.affiliation) for who in found.attendees] == [("Ana Lima", "")]


def test_unknown_fields_and_headings_are_told_with_what_was_meant(tmp_path: Path) -> None:
    text = "Full name,Company\nAna Lima,KTH\n"

    assert [(fault.what, fault.hint) for fault in refused(tmp_path, text, company="Company", nam="Full name")] == [
        ("a column cannot be 'company'", "did you mean 'affiliation'?"),
        ("a column cannot be 'nam'", "did you mean 'name'?"),
    ]
    assert [(fault.what, fault.hint) for fault in refused(tmp_path, text, name="Ful name")] == [
        ("no column is headed 'Ful name', which was to be 'name'", "did you mean 'Full name'?")
    ]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 0, "there is nothing in it"),
        ("  \n\n", 0, "there is nothing in it"),
        ("Name,Company\n", 1, "there are headings, but nobody below them"),
        ("\n\nList\nName,Company\n", 4, "there are headings, but nobody below them"),
        ("Colour,Size\nred,5\n", 1, "no column of names was found; the headings are 'Colour', 'Size'"),
        ("Name,Company\n,KTH\n", 1, "nobody in the list has a name under 'Name'"),
        ("Name,Status\nAna,refunded\nBo,void\n", 1, "everybody in the list is left out: 1 refunded, 1 void"),
        ("Name,City\nAna,Lund\nBo,Lund, Sweden\n", 3, "the row that begins here has 3 cells, more than the 2 headings"),
        (
            "Name,City\nMÃ¼ller,Lund\n",
            2,
            "letters with accents are broken: 'MÃ¼ller', which was probably 'Müller' (line 2)",
        ),
        ("Name\nM\ufffdller\n", 2, "letters with accents are broken: 'M\ufffdller' (line 2)"),
    ],
)
def test_what_is_no_list_is_refused_with_its_line(text: str, line: int, what: str, tmp_path: Path) -> None:
    assert told(refused(tmp_path, text)) == [(line, what)]


def test_rows_that_a_line_end_has_broken_are_refused(tmp_path: Path) -> None:
    rows = [f"Person {at},City,KTH" for at in range(40)]
    text = "\n".join(["Name,City,Company", *rows, "Ana,Lu", "nd,KTH"])

    assert [line for line, _ in told(refused(tmp_path, text))] == [42, 43]


def test_short_rows_of_lists_made_by_hand_are_taken(tmp_path: Path) -> None:
    assert names(listed(tmp_path, "Name,City,Company\nAna\nBo,Lund\nCy,Lund,KTH\n")) == ["Ana", "Bo", "Cy"]


@pytest.mark.parametrize("kind", ["missing", "folder", "pdf"])
def test_what_is_no_file_of_text_is_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "pdf":
        path.write_bytes(b"%PDF-1.7\n")

    with pytest.raises(BookletError) as caught:
        read_attendees(path, columns={})

    assert [fault.hint for fault in caught.value.faults] == [
        "name the list of attendees, exported as CSV or saved as .xlsx"
    ]


def test_rows_without_names_are_counted_and_told(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name,Company,Email\nAna,KTH,\n,KTH,bo@example.org\nTotal: 1,,\n,Sum,\n")

    assert names(found) == ["Ana", "Total: 1"]
    assert found.left_out == {NAMELESS: 2}
    assert told(found.faults) == [
        (3, "there is an e-mail address here, but no name; no badge is made"),
        (5, "there is no name in line 5; no badge is made"),
    ]


def test_headings_that_come_again_are_passed_over(tmp_path: Path) -> None:
    assert names(listed(tmp_path, "Name,Company\nAna,KTH\nName,Company\nBo,KTH\n")) == ["Ana", "Bo"]


def test_unclear_statuses_get_a_badge_and_a_remark(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name,Attending?\nAna,yes\nBo,no\nCy,perhaps\n")

    assert names(found) == ["Ana", "Cy"]
    assert told(found.faults) == [
        (4, "whoever has the status 'perhaps' may come or not: badges are made (line 4)"),
    ]


def test_a_column_that_is_no_status_is_told_once(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name,State\nAna,Ohio\nBo,Utah\nCy,Texas\n")

    assert names(found) == ["Ana", "Bo", "Cy"]
    assert told(found.faults) == [
        (2, "the column 'State' was taken for who comes, but says 'Ohio', 'Utah', 'Texas': badges are made")
    ]


def test_rounded_ticket_numbers_are_no_numbers(tmp_path: Path) -> None:
    found = listed(tmp_path, "Name,Attendee #\nAna,1.2E+09\nAna,1.2E+09\n")

    assert [(who.name, who.ident) for who in found.attendees] == [("Ana", ""), ("Ana", "")]
    assert told(found.faults)[0] == (
        2,
        "a spreadsheet has rounded ticket numbers, so they are not read (lines 2, 3)",
    )


def test_fifty_thousand_rows_are_read(tmp_path: Path) -> None:
    head = "First Name,Last Name,Email,Attendee #,Attendee Status\n"
    rows = (f"Given{at % 997},Family{at},p{at}@example.org,{at + 1},Attending\n" for at in range(50_000))
    found = listed(tmp_path, head + "".join(rows))

    assert len(found.attendees) == 50_000
    assert found.attendees[-1].name == "Given149 Family49999"
    assert found.left_out == {}


CELLS = st.text(st.sampled_from("ab Ä,;\t\"\n\r'=|名\u200b\u00a0\ufeff\0@."), max_size=6) | st.sampled_from(
    [
        "Name",
        "First name",
        "Nachname",
        "E-Mail",
        "Status",
        "Attendee #",
        "Quantity",
        "refunded",
        "no",
        "3",
        "Lima, Ana",
        "9999999",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(CELLS, max_size=5), max_size=8),
    sign=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]),
    headed=st.booleans(),
)
def test_any_table_is_read_or_refused(
    rows: list[list[str]], sign: str, encoding: str, headed: bool, tmp_path: Path
) -> None:
    head = [["Name", "E-Mail", "Status", "Attendee #"]] if headed else []
    text = "\n".join(sign.join(row) for row in [*head, *rows])
    path = written(tmp_path, text.encode(encoding, "replace"))

    try:
        found = read_attendees(path, columns={}, unassigned=True)
    except BookletError:
        return
    assert isinstance(found, AttendeeList)
    assert any(names(found))
    assert all(who.name == who.name.strip() and "\n" not in who.name for who in found.attendees)
    assert found == read_attendees(path, columns={}, unassigned=True)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes, tmp_path: Path) -> None:
    with suppress(BookletError):
        assert any(names(listed(tmp_path, b"Name\n" + data)))
