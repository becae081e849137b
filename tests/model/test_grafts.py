from __future__ import annotations

from pathlib import Path

import pytest

from booklet.errors import BookletError
from booklet.model.program import Program
from booklet.model.read import read_program
from booklet.model.source import Source

TALKS = """\
event: {title: Meeting}
abstracts: %s
days:
  - date: 2025-02-20
    sessions:
      - {time: 9:00, talk: On “Learning”, id: 17}
      - time: 10:00
        session: Posters
        talks:
          - {poster: On Theory, board: P-1}
          - {poster: On Practice, board: P-2, abstract: We do.}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(names: str, **files: str) -> tuple[Program, Source]:
    Path("program.yaml").write_text(TALKS % names, "utf-8")
    for name, text in files.items():
        stem, _, ending = name.rpartition("_")
        Path(f"{stem}.{ending}").write_text(text, "utf-8")
    return read_program(Path("program.yaml"))


def faults(names: str, **files: str) -> list[str]:
    with pytest.raises(BookletError) as found:
        read(names, **files)
    return [str(fault) for fault in found.value.faults]


def abstracts(program: Program) -> list[str]:
    return [entry.abstract for day in program.days for entry in day.entries if entry.kind != "session"]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a_csv", 'title,abstract,keywords\n"On ""Learning""",We learn.,a; b\nON THEORY,We think.,\n', "a.csv:2:19"),
        ("a_csv", "id;abstract;keywords\n17;We learn.;a; \n;;\n", "a.csv:2:4"),
        ("a_json", '[{"title": "On Learning", "abstract": "We learn.", "keywords": ["a", "b"]}]', "a.json:1:39"),
        ("a_yaml", "- id: 17\n  title: Another\n  abstract: |\n    We\n    learn.\n", "a.yaml:3:13"),
    ],
)
def test_talks_have_the_abstracts_of_a_file(name: str, text: str, place: str) -> None:
    program, source = read(name.replace("_", "."), **{name: text})
    assert abstracts(program) == ["We learn.", "We think." if "think" in text else "", "We do."]
    assert str(source.place(("days", 0, "sessions", 0, "abstract"))) == place
    assert source.place(("days", 0, "sessions", 1, "talks", 1, "abstract")).file == "program.yaml"


def test_several_files_give_what_they_know() -> None:
    program, source = read(
        "[a.csv, b.yaml]",
        a_csv="board,abstract\nP-1,We think.\n",
        b_yaml="- {board: P2, links: https://example.org, keywords: [a], authors: [Ada, Bea], note: n, language: de}\n",
    )
    one, two = program.days[0].sessions[1].talks
    assert (one.abstract, two.abstract) == ("We think.", "We do.")
    assert (two.links, two.keywords, two.note, two.language) == (("https://example.org",), ("a",), "n", "de")
    assert [who.name for who in two.authors] == ["Ada", "Bea"]
    assert str(source.place(two.authors[1].at)) == "b.yaml:1:73"


def test_the_same_abstract_in_both_places_is_no_fault() -> None:
    program, _ = read("a.yaml", a_yaml="- title: On Practice\n  abstract: |\n    We\n    do.\n")
    assert abstracts(program)[-1] == "We do."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "title,abstract\nOn Theori,a\n",
            "a.csv:2:1: no talk has the title 'On Theori'\n  hint: did you mean 'On Theory'?",
        ),
        (
            "title,abstract\nOther,a\n",
            "a.csv:2:1: no talk has the title 'Other'\n  hint: write its title as in the program, or take it out",
        ),
        (
            "id,abstract\n18,a\n",
            "a.csv:2:1: no talk has the id '18'\n  hint: write its id as in the program, or take it out",
        ),
        (
            "title,abstract\n,a\n",
            "a.csv:2:1: this abstract does not say which talk it is of\n  hint: give it a title, as in the program",
        ),
        (
            "title,abstract\nOn Practice,a\n",
            "a.csv:2:13: 'On Practice' has another abstract at program.yaml:11:57\n  hint: keep one of them",
        ),
        (
            "title,abstract\nOn Theory,a\nOn Theory,b\n",
            "a.csv:3:1: 'On Theory' is there twice, first at a.csv:2:1\n  hint: keep one of them",
        ),
        (
            "title,abstract,room\nOn Theory,a,b\n",
            "a.csv:1:16: unknown column 'room'\n"
            "  hint: known here are id, board, title, second_title, speaker, with, authors, topic, abstract, keywords, "
            "note, links, language; delete the column if it is not to be printed",
        ),
        ("title,text\nOn Theory,a\n", "a.csv:1:7: unknown column 'text'\n  hint: did you mean 'abstract'?"),
    ],
)
def test_rows_that_cannot_be_right(text: str, what: str) -> None:
    (found,) = faults("a.csv", a_csv=text)
    assert found.startswith(what)


def test_titles_that_two_talks_have() -> None:
    text = (TALKS % "a.csv").replace("On Practice", "On theory!")
    Path("a.csv").write_text("title,abstract\nOn Theory,a\n")
    Path("program.yaml").write_text(text)
    with pytest.raises(BookletError) as found:
        read_program(Path("program.yaml"))
    assert [str(fault) for fault in found.value.faults] == [
        "a.csv:2:1: 2 talks have the title 'On Theory'\n  hint: give each an 'id' of its own, here and in the program"
    ]


def test_unknown_keys_and_shapes() -> None:
    assert faults("a.yaml", a_yaml="- {title: On Theory, abstrat: a}\n- Text\n") == [
        "a.yaml:1:22: unknown key 'abstrat' in an abstract\n  hint: did you mean 'abstract'?",
        "a.yaml:2:3: expected lines such as 'title: …', found a text or a list\n"
        "  hint: name a talk and give it an abstract",
    ]


@pytest.mark.parametrize("names", ["b.csv", "''", "[a.csv, '']", "../a.csv"])
def test_names_of_no_file(names: str) -> None:
    if names == "''":
        assert abstracts(read(names)[0]) == ["", "", "We do."]
        return
    (found,) = faults(names, a_csv="title,abstract\nOn Theory,a\n")
    assert found.startswith("program.yaml:2:")
