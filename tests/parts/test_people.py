"""What the program says of people, and of sessions, finds its place on the pages or is reported."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from booklet.layout.marks import GlyphRun, Link, Picture
from booklet.make import SetBook, set_book

PROGRAM = """
event: {title: Bios, language: en-US}
days:
  - date: 2025-02-20
    sessions:
      - time: 9-10
        keynote: The opening
        chair: {name: Carl Chair, position: Dean, affiliation: Somewhere}
        speaker: Ada Lovelace (London)
        abstract: Short.
      - time: 10-11
        poster: On the wall
        with: [Co Author (Elsewhere)]
        keywords: [paper, pins]
      - time: 11-12
        dinner: With a speech
        speaker: Bob Bell (Boston)
      - time: 12-13
        session: Block
        abstract: What this block is about.
        talks: [{talk: One, speaker: Cy Code, abstract: A.}, {talk: Two, speaker: Ada Lovelace, abstract: B.}]
speakers:
  Ada Lovelace: {bio: She saw further., photo: p.png, pronouns: she/her, website: "https://example.org/a--b",
    email: a@b.org}
  Carl Chair: {pronouns: he/him}
"""


def book(folder: Path) -> SetBook:
    Image.new("RGB", (30, 40), (90, 120, 150)).save(folder / "p.png")
    (folder / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    return set_book(folder / "program.yaml")


def words(done: SetBook) -> str:
    marks = (mark for page in done.book.pages for content in page.contents for mark in content.marks)
    return " ".join("".join(mark.text if isinstance(mark, GlyphRun) else "" for mark in marks).split())


def test_everything_that_is_said_is_printed(tmp_path: Path) -> None:
    text = words(book(tmp_path))

    wanted = [
        "Carl Chair, Dean, Somewhere",
        "Co\u00a0Author (Elsewhere)",
        "paper · pins",
        "Bob\u00a0Bell",
        "She saw further.",
    ]
    wanted += ["(she/her)", "example.org/a--b", "a@b.org", "What this block is about.", "Keynote", "Poster"]
    assert [phrase for phrase in wanted if phrase.replace("\u00a0", " ") not in text.replace("\u00a0", " ")] == []


def test_portrait_and_life_stand_once_under_the_first_talk(tmp_path: Path) -> None:
    done = book(tmp_path)
    pages = [page for page in done.book.pages for content in page.contents if any_picture(content.marks)]

    assert len(pages) == 1
    assert words(done).count("She saw further.") == 1


def any_picture(marks: tuple[object, ...]) -> bool:
    return any(isinstance(mark, Picture) for mark in marks)


def test_addresses_are_links(tmp_path: Path) -> None:
    marks = [mark for page in book(tmp_path).book.pages for content in page.contents for mark in content.marks]
    targets = {mark.target for mark in marks if isinstance(mark, Link) and not mark.target.startswith("#")}

    assert targets == {"https://example.org/a--b", "mailto:a@b.org"}


def test_what_finds_no_place_is_reported(tmp_path: Path) -> None:
    faults = [fault.what for fault in book(tmp_path).faults]

    assert faults == ["what is said about 'Carl Chair' is not printed: they give no talk that has an abstract"]
