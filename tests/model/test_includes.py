from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from booklet.errors import BookletError
from booklet.model.check import check
from booklet.model.program import Program
from booklet.model.read import read_program, read_program_text
from booklet.model.source import Source

HEAD = "event: {title: Meeting}\n"
DAY = f"{HEAD}days:\n  - date: 2025-02-20\n    sessions:\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        stem, _, ending = name.rpartition("_")
        Path(f"{stem}.{ending}").write_text(text, "utf-8")


def read(**files: str) -> tuple[Program, Source]:
    write(**files)
    return read_program(Path("program.yaml"))


def faults(**files: str) -> list[str]:
    write(**files)
    try:
        return [str(fault) for fault in check(*read_program(Path("program.yaml")))]
    except BookletError as error:
        return [str(fault) for fault in error.faults]


def titles(program: Program) -> list[str]:
    return [entry.title for day in program.days for entry in day.entries]


YAML = "- {time: 9:00, talk: One, abstract: a}\n- {time: 10:00, talk: Two, abstract: a}\n"
JSON = json.dumps([{"time": "9:00", "talk": "One", "abstract": "a"}, {"time": "10:00", "talk": "Two", "abstract": "a"}])
CSV = "time,talk,abstract\n9:00,One,a\n10:00,Two,a\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talks_yaml", YAML),
        ("talks_json", JSON),
        ("talks_csv", CSV),
        ("talks_csv", CSV.replace(",", ";")),
        ("talks_csv", CSV.replace(",", "\t").replace("\n", "\r\n")),
        ("talks_csv", "\ufeffsep=;\n" + CSV.replace(",", ";")),
        ("talks_csv", 'abstract,TALK , time\n"a",One,9:00\n\n,,\na,"Two",10:00'),
    ],
)
def test_entries_of_a_file_stand_in_the_place_of_its_name(name: str, text: str) -> None:
    file = name.replace("_", ".")
    around = f"{DAY}      - {{time: 8:00, break: Tea}}\n      - include: {file}\n      - {{time: 11:00, break: Cake}}\n"
    program, source = read(program_yaml=around, **{name: text})
    inlined = YAML.replace("\n", "\n      ").rstrip()
    alone, _ = read_program_text(around.replace(f"- include: {file}", inlined), "program.yaml")
    assert program.days == alone.days
    assert titles(program) == ["Tea", "One", "Two", "Cake"]
    assert source.files == ("program.yaml", file)
    assert str(source.place(("days", 0, "sessions", 3, "break"))).startswith("program.yaml:7:")
    assert source.place(("days", 0, "sessions", 2, "talk")).file == file
    found = source.find("Two")
    assert found
    assert found[:2] == source.place(("days", 0, "sessions", 2, "talk"))[:2]


def test_places_in_csv_are_those_of_cells() -> None:
    _, source = read(program_yaml=f"{DAY}      - include: t.csv\n", t_csv='time,talk\n9:00,"a\nb"\n10:00,"c, d"\n')
    assert [str(source.place(("days", 0, "sessions", at, "talk"))) for at in (0, 1)] == ["t.csv:2:6", "t.csv:4:7"]
    assert str(source.place(("days", 0, "sessions", 1, "talk"), of_key=True)) == "t.csv:1:6"
    assert str(source.place(("days", 0, "sessions", 1))) == "t.csv:4:1"


def test_cells_hold_several_people_and_words() -> None:
    csv = (
        "talk,speaker,with,keywords,links\n"
        'One,Ada (A; B); Bea,,"x, y; z","https://a.org https://b.org"\n'
        'Two,"Ada, Turin","Cleo\nDora","x, y",\n'
    )
    program, source = read(program_yaml=f"{DAY}      - session: All\n        talks: [include: t.csv]\n", t_csv=csv)
    one, two = program.days[0].sessions[0].talks
    assert [(who.name, who.affiliation) for who in one.speakers] == [("Ada", "A; B"), ("Bea", "")]
    assert (one.keywords, one.links) == (("x, y", "z"), ("https://a.org", "https://b.org"))
    assert [(who.name, who.affiliation) for who in two.speakers] == [("Ada", "Turin")]
    assert ([who.name for who in two.coauthors], two.keywords) == (["Cleo", "Dora"], ("x", "y"))
    assert str(source.place(two.coauthors[1].at)) == "t.csv:3:18"


def test_files_lie_in_files() -> None:
    program, source = read(
        program_yaml=f"{HEAD}days:\n  - include: d.yaml\n  - date: 2025-02-22\n    sessions: [include: friday.json]\n",
        d_yaml=(
            "- date: 2025-02-20\n  sessions:\n    - include: thursday.yaml\n    - talk: Three\n"
            "- {date: 2025-02-21, sessions: [break: Tea]}\n"
        ),
        thursday_yaml=(
            "- talk: Zero\n- session: S\n  talks:\n    - talk: One\n    - include: t.csv\n    - include: t.csv\n"
        ),
        t_csv="talk\nTwo\n",
        friday_json='[{"session": "F",\n "talks": [{"include": "t.csv"}, {"talk": "Four"}]}]',
    )
    assert titles(program) == ["Zero", "S", "One", "Two", "Two", "Three", "Tea", "F", "Two", "Four"]
    places = [str(source.place((*entry.at, entry.kind))) for day in program.days for entry in day.entries]
    assert places == [
        "thursday.yaml:1:9", "thursday.yaml:2:12", "thursday.yaml:4:13", "t.csv:2:1", "t.csv:2:1", "d.yaml:4:13",
        "d.yaml:5:40", "friday.json:1:14", "t.csv:2:1", "friday.json:2:43",
    ]  # fmt: skip


def test_an_empty_list_moves_what_follows() -> None:
    _, source = read(program_yaml=f"{DAY}      - include: t.json\n      - talk: One\n", t_json="[]")
    assert str(source.place(("days", 0, "sessions", 0, "talk"))) == "program.yaml:6:15"


def test_faults_in_entries_name_their_file() -> None:
    found = faults(
        program_yaml=f"{DAY}      - include: a.yaml\n      - include: b.csv\n      - include: c.json\n",
        a_yaml="- {time: 9:00-10:00, tlak: One}\n",
        b_csv="time,talk,abstract\n9:00,One,a\n35:00,Two,a\n",
        c_json='[{"talk": "Three",\n  "abstract": ["a"]}]',
    )
    assert [fault.split("\n")[0] for fault in found] == [
        "a.yaml:1:22: unknown key 'tlak' in an entry of the agenda",
        "b.csv:3:1: expected a time such as 9:00-9:45, found '35:00'",
        "c.json:2:15: expected a text, found a list",
    ]


def test_clashes_between_files_are_found() -> None:
    found = faults(
        program_yaml=f"{DAY}      - include: a.csv\n      - include: b.csv\n",
        a_csv="time,talk,abstract,room\n9:00-10:00,One,a,Aula\n",
        b_csv="time,talk,abstract,room\n9:30-10:00,Two,a,Aula\n",
    )
    assert [fault.split("\n")[0] for fault in found] == [
        "b.csv:2:1: 'Two' starts 09:30, but Aula is taken until 10:00 by 'One'"
    ]


@pytest.mark.parametrize(
    ("item", "files", "what"),
    [
        ("include: t.csv", {}, "program.yaml:5:18: there is no file 't.csv'"),
        (
            "include: T-1.csv",
            {"t1_csv": "talk\nOne\n"},
            "program.yaml:5:18: there is no file 'T-1.csv'\n  hint: did you mean 't1.csv'?",
        ),
        ("include: ../t.csv", {}, "program.yaml:5:18: the file '../t.csv' lies outside the program's folder"),
        ("include: /etc/passwd", {}, "program.yaml:5:18: the file '/etc/passwd' lies outside the program's folder"),
        ("include: t.txt", {"t_txt": "x"}, "program.yaml:5:18: 't.txt' is of no kind that can be read here"),
        ("include:", {}, "program.yaml:5:17: expected the name of a file"),
        ("include: [t.csv]", {}, "program.yaml:5:18: expected the name of a file"),
        (
            "include: t.csv\n        talk: One",
            {"t_csv": "talk\nOne\n"},
            "program.yaml:6:9: 'talk' cannot stand beside 'include'",
        ),
        ("include: program.yaml", {}, "program.yaml:1:1: expected a list, found something else"),
        ("include: t.yaml", {"t_yaml": ""}, "t.yaml: the file is empty"),
        ("include: t.yaml", {"t_yaml": "- a: 'b\n"}, "t.yaml:1:6: the quote that opens here is never closed"),
        ("include: t.yaml", {"t_yaml": "- include: t.yaml\n"}, "t.yaml:1:12: 't.yaml' includes itself"),
        (
            "include: t.yaml",
            {"t_yaml": "- include: u.yaml\n", "u_yaml": "- include: t.yaml\n"},
            "u.yaml:1:12: 't.yaml' includes itself, by way of others",
        ),
        (
            "include: t.json",
            {"t_json": '[{"talk": "One",]'},
            "t.json:1:17: this is not JSON: expecting property name enclosed in double quotes",
        ),
        (
            "include: t.json",
            {"t_json": '[{"talk": "a",\n"talk": "b"}]'},
            "t.json:2:1: 'talk' is given twice in the same entry",
        ),
        (
            "include: t.json",
            {"t_json": "[" * 100 + "]" * 100},
            "t.json: lists and keys lie in one another deeper than any program needs",
        ),
        (
            "include: t.json",
            {"t_json": "[" * 100_000},
            "t.json: lists and keys lie in one another deeper than any program needs",
        ),
        (
            "include: t.json",
            {"t_json": '[{"talk": "\\ud800"}]'},
            "t.json: a text holds the character U+D800, which nobody can see",
        ),
        ("include: t.json", {"t_json": '{"talk": "a"}'}, "t.json:1:1: expected a list, found something else"),
        ("include: t.csv", {"t_csv": ""}, "t.csv:1:1: the first row is empty"),
        ("include: t.csv", {"t_csv": "talk,Titel\nOne,x\n"}, "t.csv:1:6: unknown column 'Titel'"),
        (
            "include: t.csv",
            {"t_csv": "talk,presenter\nOne,x\n"},
            "t.csv:1:6: unknown column 'presenter'\n  hint: did you mean 'speaker'?",
        ),
        ("include: t.csv", {"t_csv": "talk,talk\nOne,x\n"}, "t.csv:1:6: the column 'talk' is there twice"),
        ("include: t.csv", {"t_csv": "talk,\nOne,\nTwo,x\n"}, "t.csv:3:5: this cell stands in no column"),
        ("include: t.csv", {"t_csv": "talk\nOne, two\n"}, "t.csv:2:5: this cell stands in no column"),
        (
            "include: t.csv",
            {"t_csv": 'talk\n"One" two\n'},
            "t.csv:2: this is not CSV as spreadsheets write it: ',' expected after '\"'",
        ),
        ("include: t.csv", {"t_csv": "talk\nOne\x07\n"}, "t.csv:2:4: here stands the control character U+0007"),
    ],
)
def test_wrong_includes(item: str, files: dict[str, str], what: str) -> None:
    found = faults(program_yaml=f"{DAY}      - {item}\n", **files)
    assert found[0].startswith(what)
    assert "\n  hint: " in found[0]
    assert len(found) == 1


def test_files_that_are_no_text() -> None:
    Path("t.csv").write_bytes(b"PK\x03\x04")
    Path("u.csv").write_bytes("talk\nOne".encode("utf-16"))
    Path("v.csv").write_bytes("talk\nFrühstück".encode("latin-1"))
    found = faults(program_yaml=f"{DAY}      - include: t.csv\n      - include: u.csv\n      - include: v.csv\n")
    assert [fault.split("\n")[0] for fault in found] == [
        "t.csv: this is no text, but a Word, Excel or ZIP file",
        "u.csv: the file is saved as UTF-16, not as UTF-8",
        "v.csv:2:3: the file is not saved as UTF-8: the byte 0xfc stands for no character",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_links_out_of_the_folder_are_refused(folder: Path) -> None:
    inside = folder / "inside"
    inside.mkdir()
    write(secret_csv="talk\nOne\n")
    (inside / "t.csv").symlink_to(folder / "secret.csv")
    (inside / "program.yaml").write_text(f"{DAY}      - include: t.csv\n")
    with pytest.raises(BookletError, match="lies outside the program's folder"):
        read_program(Path("inside/program.yaml"))


def test_days_are_no_rows() -> None:
    (found,) = faults(program_yaml=f"{HEAD}days:\n  - include: t.csv\n", t_csv="date\n2025-02-20\n")
    assert found.startswith("program.yaml:3:14: days cannot be taken from CSV, since each holds sessions")


def test_files_lie_in_files_no_deeper_than_four() -> None:
    files = {f"t{n}_yaml": f"- include: t{n + 1}.yaml\n" for n in range(5)}
    (found,) = faults(program_yaml=f"{DAY}      - include: t0.yaml\n", **files, t5_yaml="- talk: One\n")
    assert found.startswith("t3.yaml:1:12: 't4.yaml' is included by a file that is included, and so on")


def test_a_flood_of_includes_ends() -> None:
    many = "- include: t.csv\n" * 600
    found = faults(
        program_yaml=f"{DAY}      - include: a.yaml\n      - include: a.yaml\n", a_yaml=many, t_csv="talk\nOne\n"
    )
    assert found[0].startswith("a.yaml:399:12: more than 1000 files are taken from other files")


def test_a_text_without_a_folder_takes_nothing() -> None:
    with pytest.raises(BookletError, match="entries from other files cannot be read here"):
        read_program_text(f"{DAY}      - include: t.csv\n", "program.yaml")


def test_days_of_included_files_are_in_order() -> None:
    found = faults(
        program_yaml=f"{HEAD}days:\n  - include: b.yaml\n  - include: a.yaml\n",
        a_yaml="- {date: 2025-02-20, sessions: [break: Tea]}\n",
        b_yaml="- {date: 2025-02-21, sessions: [break: Tea]}\n",
    )
    assert [fault.split("\n")[0] for fault in found] == ["a.yaml:1:10: the day 2025-02-20 comes after 2025-02-21"]
