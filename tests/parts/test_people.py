"""What the program says of people, and of sessions, finds its place on the pages or is reported."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from booklet.layout.marks import GlyphRun, Link, Picture
from booklet.make import SetBook, set_book
from tests.setting import lines_of

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


def test_of_several_people_each_portrait_is_named_once(tmp_path: Path) -> None:
    Image.new("RGB", (30, 40)).save(tmp_path / "p.png")
    (tmp_path / "program.yaml").write_text(
        "event: {title: Panel, language: en-GB}\n"
        "days: [{date: 2026-03-03, sessions: [\n"
        "  {time: 9-10, panel: All, speaker: [Ada Ek, Bo Li, Cy Dee], abstract: A.}]}]\n"
        "speakers: {Ada Ek: {photo: p.png}, Bo Li: {photo: p.png, bio: Bo Li counts.}, Cy Dee: {bio: Counts nil.}}\n"
        "booklet: {parts: [abstracts]}\n",
        encoding="utf-8",
    )
    lines = [line.text for line in lines_of(set_book(tmp_path / "program.yaml")) if line.element]

    assert lines[-4:] == ["Ada Ek", "Bo Li counts.", "Cy Dee", "Counts nil."]


def test_a_photograph_that_lies_on_its_side_is_printed_upright(tmp_path: Path) -> None:
    done = book(tmp_path)
    lying = Image.new("RGB", (40, 30), (90, 120, 150))
    exif = lying.getexif()
    exif[0x0112] = 6
    lying.save(tmp_path / "p.png", exif=exif)
    turned = set_book(tmp_path / "program.yaml")

    assert pictures(turned) == pictures(done)
    [(width, height)] = pictures(done)
    assert width / height == 0.75


def pictures(done: SetBook) -> list[tuple[float, float]]:
    marks = [mark for page in done.book.pages for content in page.contents for mark in content.marks]
    return [(mark.width, mark.height) for mark in marks if isinstance(mark, Picture)]
