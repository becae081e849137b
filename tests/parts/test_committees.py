"""Committees: everybody in the order that the program states, in columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from booklet.make import SetBook, set_book
from tests.setting import Line, lines_of

PROGRAM = """
event: {{title: Committees, language: en-GB}}
days: [{{date: 2026-03-03, sessions: [{{time: 9-10, talk: Title, speaker: Ada, abstract: Words.}}]}}]
committees: {committees}
booklet: {{parts: [contents, committees], paper: a5}}
"""


def made(folder: Path, committees: str) -> SetBook:
    (folder / "program.yaml").write_text(PROGRAM.format(committees=committees), encoding="utf-8")
    return set_book(folder / "program.yaml")


def printed(done: SetBook) -> list[Line]:
    """The lines of the part."""
    return [line for line in lines_of(done) if line.page > 0]


def test_people_stay_in_their_order_with_what_they_are(tmp_path: Path) -> None:
    done = made(tmp_path, '{Program: ["Zoe Ode, Chair, Leeds", D. E. Knuth (Stanford)], Local: [Bo Li]}')

    assert [line.text.replace("\u00a0", " ").strip() for line in printed(done)][:7] == [
        "Committees", "Program", "Zoe Ode", "Chair, Leeds", "D. E. Knuth", "Stanford", "Local",
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "columns"), [(8, 1), (9, 2), (120, 3)])
def test_many_people_stand_in_columns(count: int, columns: int, tmp_path: Path) -> None:
    done = made(tmp_path, f"{{Program: [{', '.join(f'Person {number}' for number in range(count))}]}}")

    people = [line for line in printed(done) if line.text.startswith("Person")]
    assert [line.text for line in people] == [f"Person {number}" for number in range(count)]
    assert len({round(line.left) for line in people if line.page == people[0].page}) == columns


def test_columns_begin_on_one_line(tmp_path: Path) -> None:
    done = made(tmp_path, f"{{Program: [{', '.join(f'Person {number} (Somewhere)' for number in range(12))}]}}")

    lines = [line for line in printed(done) if line.text != "Committees" and line.element]
    first = min(line.base for line in lines)
    assert len({round(line.left) for line in lines if abs(line.base - first) < 0.01}) == 2


def test_groups_are_lists_under_headings_and_in_the_outline(tmp_path: Path) -> None:
    done = made(tmp_path, "{Program: [Ada Ek], Local: [Bo Li, Cy Dee]}")

    part = next(part for part in done.book.root.children if any(child.role == "Sect" for child in part.children))
    assert [child.role for child in part.children] == ["H1", "Sect", "Sect"]
    assert [[child.role for child in group.children] for group in part.children[1:]] == [["H2", "L"]] * 2
    assert [len(group.children[1].children) for group in part.children[1:]] == [1, 2]
    assert [(entry.title, entry.anchor) for entry in done.book.outline] == [
        ("Contents", "contents"), ("Committees", "committees"),
    ]  # fmt: skip
