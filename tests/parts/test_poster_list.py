from __future__ import annotations

from pathlib import Path

from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun
from booklet.make import SetBook, set_book

PROGRAM = """
event: {title: Meeting, language: en-GB}
booklet: {paper: a6, parts: [timetable, posters, abstracts]}
days:
  - date: 2027-03-08
    sessions:
      - time: 9:00-10:00
        poster: Morning
        room: Foyer
        talks:
          - {poster: Twelve, board: 12, topic: Heat, speaker: Bo Ek, authors: [Al Ox, Bo Ek], abstract: One.}
          - {poster: Boardless, topic: Heat, speaker: Cy Dee, with: [Al Ox], abstract: Two.}
          - {poster: Three, board: 3, speaker: Cy Dee, abstract: Three.}
          - {poster: Nobody, board: 4, topic: Ice}
      - {time: 11:00-12:00, poster: Single, board: Wolfeschlegelsteinhausenbergerdorff, speaker: Cy Dee, abstract: W.}
"""


def make(tmp_path: Path) -> SetBook:
    path = tmp_path / "program.yaml"
    path.write_text(PROGRAM, encoding="utf-8")
    return set_book(path)


def rows(done: SetBook) -> list[str]:
    """The list's headings, and its rows with a bar between their cells and stars around what is bold."""
    texts: dict[Element | None, str] = {}
    for page in done.book.pages:
        for element, marks in page.contents:
            runs = [mark for mark in marks if isinstance(mark, GlyphRun)]
            said = "".join(f"*{run.text}*" if run.face == "sans-bold" else run.text for run in runs)
            texts[element] = texts.get(element, "") + said

    def text_of(element: Element) -> str:
        return texts.get(element, "") + " ".join(filter(None, map(text_of, element.children)))

    def walk(element: Element) -> list[str]:
        if element.role == "TR":
            return [" | ".join(map(text_of, element.children))]
        if element.role in {"H1", "H2", "H3"}:
            return [text_of(element)]
        return [row for child in element.children for row in walk(child)]

    return [
        " ".join(row.replace("\u00a0", " ").replace("\u00ad", "").replace("**", "").split())
        for row in walk(done.book.root.children[1])
    ]


def test_posters_stand_under_their_topics_by_board(tmp_path: Path) -> None:
    done = make(tmp_path)

    assert rows(done) == [
        "Posters",
        "*Morning*",
        "Ice",
        "*4* | Nobody |",
        "Heat",
        "*12* | Twelve Al Ox, *Bo Ek* | 3",
        "| Boardless *Cy Dee*, Al Ox | 3",
        "Other topics",
        "*3* | Three *Cy Dee* | 4",
        "*Monday*",
        "*Wolfeschlegelsteinhausenbergerdorff* | Single *Cy Dee* | 4",
    ]
    assert [fault for fault in done.faults if "has no" not in fault.what] == []
