"""Name badges from end to end: lists in, sheets of labels out, or nothing and a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner

from booklet.badging import Corrections, badges, plan_of
from booklet.cli import main
from booklet.errors import BookletError
from booklet.model.read import read_program

PROGRAM = """\
event: {title: Small Workshop, language: en-US, timezone: UTC}
venue: {address: ["Austin, TX", United States]}
days:
  - date: 2026-05-01
    sessions:
      - time: 9:00-9:45
        talk: On Maps
        speaker: Ada Abel (University of Somewhere)
        abstract: Maps.
      - {time: 9:45-10:00, break: Coffee}
      - {time: 10:00-11:00, talk: On Roads, speaker: Bo Berg, abstract: Roads.}
"""

LIST = """\
Order #,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status,Company
1,Ada,Abel,ada@example.org,Speaker,11,Attending,
2,Zoë,Müller-Lüdenscheid,zoe@example.org,Student,12,Attending,Hochschule für Kartographie
3,Cleo,Carter,cleo@example.org,Student,13,Refunded,Elsewhere
4,Dov,Dunn,dov@example.org,Student,14,Attending,
5,שרה,בן־דוד,sara@example.org,Student,15,Attending,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def texts(path: Path) -> list[str]:
    """What each page says, in one line."""
    file = pdfium.PdfDocument(path)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in file]


def made(folder: Path, asked: dict[str, Any], corrections: Corrections | None = None) -> tuple[list[str], list[str]]:
    """The pages of badges, and what is wrong with them."""
    with badges(folder / "program.yaml", folder / "badges.pdf", asked=asked, corrections=corrections) as (_, faults):
        pass
    return texts(folder / "badges.pdf"), [fault.what for fault in faults]


def test_list_becomes_badges_with_backs(folder: Path) -> None:
    pages, faults = made(folder, {"attendees": folder / "list.csv"})

    assert faults == []
    assert len(pages) == 2
    front, back = pages
    assert all(name in front for name in ("Ada", "Abel", "Zoë", "Dov", "בן־דוד", "Small Workshop"))
    assert "Cleo" not in front
    assert "University of Somewhere" in front
    assert "Your talks" in back
    assert back.count("On Maps") == 5


def test_names_are_in_the_order_of_family_names(folder: Path) -> None:
    pages, _ = made(folder, {"attendees": folder / "list.csv", "duplex": "none", "template": "cr80"})

    assert [next(name for name in ("Ada", "Dov", "Zoë", "שרה") if name in page) for page in pages] == [
        "Ada",
        "Dov",
        "Zoë",
        "שרה",
    ]


def test_people_of_the_program_get_badges_without_a_list(folder: Path) -> None:
    pages, _ = made(folder, {"duplex": "none"})

    assert len(pages) == 1
    assert "Ada" in pages[0]
    assert "Berg" in pages[0]
    assert pages[0].count("Speaker") == 2


def test_sheets_begin_where_they_are_told_to_and_blanks_come_last(folder: Path) -> None:
    asked = {"attendees": folder / "list.csv", "template": "avery-5392", "start": 5, "blanks": 5, "duplex": "none"}
    pages, _ = made(folder, asked)

    assert [page.count("Small Workshop") for page in pages] == [2, 6, 1]


def test_same_list_same_bytes(folder: Path) -> None:
    asked = {"attendees": folder / "list.csv", "qr": "vcard"}
    made(folder, asked)
    once = (folder / "badges.pdf").read_bytes()
    made(folder, asked)

    assert (folder / "badges.pdf").read_bytes() == once


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "there is nothing in it"),
        ("First Name,Last Name\n", "nobody"),
        ("Fruit,Colour\napple,red\n", "no column of names was found"),
        ("Name\nꙮ \U0001d11e Tibet ཀ\n", "no font has"),
    ],
)
def test_what_cannot_be_made_leaves_the_old_file(folder: Path, content: str, what: str) -> None:
    (folder / "list.csv").write_text(content, encoding="utf-8")
    (folder / "badges.pdf").write_bytes(b"old")
    with (
        pytest.raises(BookletError) as caught,
        badges(folder / "program.yaml", folder / "badges.pdf", asked={"attendees": folder / "list.csv"}),
    ):
        pass

    assert what in str(caught.value)
    assert (folder / "badges.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in folder.iterdir()) == ["badges.pdf", "list.csv", "program.yaml"]


def test_character_without_a_font_is_named_with_the_line_of_the_list(folder: Path) -> None:
    (folder / "list.csv").write_text("Name\nAda Abel\nBo ཀ\n", encoding="utf-8")
    with (
        pytest.raises(BookletError) as caught,
        badges(folder / "program.yaml", folder / "badges.pdf", asked={"attendees": folder / "list.csv"}),
    ):
        pass

    assert f"{folder / 'list.csv'}:3" in str(caught.value)


def test_command_line_has_the_last_word(folder: Path) -> None:
    (folder / "program.yaml").write_text(
        PROGRAM + "badges: {attendees: list.csv, template: avery-5395, blanks: 3, sort: list}\n", encoding="utf-8"
    )
    plan = plan_of(read_program(folder / "program.yaml")[0], {"template": "cr80", "blanks": 1})

    assert (plan.attendees, plan.template, plan.blanks, plan.sort) == (folder / "list.csv", "cr80", 1, "list")


def test_badges_command_says_what_it_read(folder: Path) -> None:
    program, out = str(folder / "program.yaml"), str(folder / "out" / "badges.pdf")
    done = CliRunner().invoke(main, ["badges", str(folder / "list.csv"), "-p", program, "-o", out])

    assert done.exit_code == 0
    assert "name: First Name + Last Name" in done.output
    assert "Left out: 1 refunded." in done.output
    assert "4 badges on 1 sheet of avery-5392" in done.output


def test_make_makes_badges_if_the_program_says_so(folder: Path) -> None:
    (folder / "program.yaml").write_text(PROGRAM + "badges: {attendees: list.csv}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["make", str(folder / "program.yaml"), "-o", str(folder / "out")])

    assert done.exit_code == 0
    assert "4 badges on 1 sheet" in done.output
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "program-badges.pdf",
        "program-print.pdf",
        "program-screen.pdf",
    ]


def test_make_writes_nothing_if_the_badges_cannot_be_made(folder: Path) -> None:
    (folder / "list.csv").write_text("Fruit\napple\n", encoding="utf-8")
    (folder / "program.yaml").write_text(PROGRAM + "badges: {attendees: list.csv}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["make", str(folder / "program.yaml"), "-o", str(folder / "out")])

    assert done.exit_code == 1
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--column", "name"], "does not say which column it is"),
        (["--offset", "1"], "is no pair of millimetres"),
        (["--template", "avery-539"], "there is no template 'avery-539'"),
        (["--start-at", "9"], "a sheet of avery-5392 has 6"),
        (["--column", "name=Nome"], "Nome"),
    ],
)
def test_wrong_command_lines_are_answered(folder: Path, arguments: list[str], what: str) -> None:
    program, out = str(folder / "program.yaml"), str(folder / "badges.pdf")
    done = CliRunner().invoke(main, ["badges", str(folder / "list.csv"), "-p", program, "-o", out, *arguments])

    assert done.exit_code in {1, 2}
    assert what in done.output
    assert not (folder / "badges.pdf").exists()


@pytest.mark.parametrize("kind", ["tents", "certificates", "door-list"])
def test_companions_have_every_name(folder: Path, kind: str) -> None:
    program, out = str(folder / "program.yaml"), folder / f"{kind}.pdf"
    arguments = ["badges", str(folder / "list.csv"), "-p", program, "-o", str(out), "--kind", kind]
    done = CliRunner().invoke(main, arguments)
    said = " ".join(texts(out))

    assert done.exit_code == 0, done.output
    assert all(name in said for name in ("Ada", "Dov", "Zoë", "בן־דוד"))
    assert "Cleo" not in said


@pytest.mark.parametrize("template", ["avery-5392", "butterfly-a6", "custom: 90x55 mm, 2x5 on a4"])
def test_calibration_sheet_tells_what_to_measure(folder: Path, template: str) -> None:
    program, out = str(folder / "program.yaml"), folder / "calibration.pdf"
    done = CliRunner().invoke(main, ["badges", "--calibrate", "-p", program, "-o", str(out), "-t", template])
    pages = texts(out)

    assert done.exit_code == 0, done.output
    assert len(pages) == (1 if template == "butterfly-a6" else 2)
    assert "mm" in pages[0]
    assert "offset" in pages[0]


def test_fold_over_badges_have_both_sides_on_one(folder: Path) -> None:
    pages, _ = made(folder, {"attendees": folder / "list.csv", "template": "butterfly-a6"})

    assert len(pages) == 4
    assert all("Your talks" in page or "On Maps" in page for page in pages)


def test_stacks_of_cut_sheets_are_in_order(folder: Path) -> None:
    lines = ["Name", *[f"Guest {number:02}" for number in range(14)]]
    (folder / "list.csv").write_text("\n".join(lines), encoding="utf-8")
    asked = {
        "attendees": folder / "list.csv",
        "template": "avery-5392",
        "order": "stack",
        "sort": "list",
        "duplex": "none",
    }
    pages, _ = made(folder, asked)

    places = [[int(part[:3]) for part in page.split("Guest ")[1:]] for page in pages]
    stacks = [[page[place] for page in places if place < len(page)] for place in range(6)]
    assert [number for stack in stacks for number in stack] == list(range(14))
    assert [len(page) for page in places] == [6, 6, 2]
