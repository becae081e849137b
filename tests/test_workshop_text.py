"""What is written in program.yaml can be read in the PDF, by eye, by search and by a screen reader."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import pypdf
import pytest
import yaml

from booklet.model.program import Program, Session
from booklet.text.typography import educate
from tests.books import PROGRAM, Library
from tests.reading import Tag, fluent, page_artifacts, page_texts, read_tags


@pytest.fixture(scope="module")
def program(library: Library) -> Program:
    return library.book("workshop").program


@pytest.fixture(scope="module")
def screen(library: Library) -> bytes:
    return library.pdf("workshop")


@pytest.fixture(scope="module")
def tree(screen: bytes) -> Tag:
    return read_tags(screen)


UNPRINTED: Final = {
    "time", "date", "each", "language", "timezone", "capacity", "short_title", "map", "geo", "speakers", "booklet",
}  # fmt: skip
"""Keys of program.yaml whose values are printed in another way, or are not there to be read."""


class Extract(NamedTuple):
    """The booklet's text as a reader extracts it, without running heads, folios and thumb tabs.

    pdfium takes every hyphen at a line's end for one that divides a word, so from there hyphens are left out.
    """

    text: str
    hyphens: bool

    def find(self, text: str, start: int = 0) -> int:
        """Where a text from the program begins, or -1."""
        words = fluent(educate(text, "en-US"))
        return self.text.find(words if self.hyphens else words.replace("-", ""), start)

    def lacks(self, texts: Iterable[str], start: int = 0, end: int | None = None) -> list[str]:
        """Those of the texts that are not there."""
        part = Extract(self.text[start:end], self.hyphens)
        return [text for text in texts if part.find(text) < 0]


@pytest.fixture(scope="module", params=["pdfium", "pypdf"])
def extract(request: pytest.FixtureRequest, screen: bytes) -> Extract:
    hyphens = request.param == "pypdf"
    if hyphens:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(screen)).pages]
    else:
        pages = page_texts(screen)
    bare = map(without, pages, page_artifacts(screen))
    text = fluent("\n".join(bare))
    return Extract(text if hyphens else text.replace("-", ""), hyphens)


def without(page: str, furniture: list[str]) -> str:
    """A page's text without its furniture, which comes last, line by line."""
    lines = page.splitlines()
    while lines and (not lines[-1].strip() or fluent(lines[-1]) in map(fluent, furniture)):
        lines.pop()
    return "\n".join(lines)


def talks(program: Program) -> Iterator[Session]:
    """Everything that has an abstract, in order."""
    for day in program.days:
        for session in day.sessions:
            yield from (entry for entry in (session, *session.talks) if entry.abstract)


def said(talk: Session) -> str:
    return " ".join(paragraphs(talk))


def paragraphs(talk: Session) -> list[str]:
    return [fluent(educate(paragraph, "en-US")) for paragraph in talk.abstract.split("\n\n")]


def test_workshop_has_all_its_talks(program: Program) -> None:
    assert len(list(talks(program))) == 14


def test_workshop_text_holds_every_abstract_word_for_word(extract: Extract, program: Program) -> None:
    assert extract.lacks(said(talk) for talk in talks(program)) == []


def test_workshop_text_has_the_abstracts_in_order(extract: Extract, program: Program) -> None:
    places = [extract.find(said(talk)) for talk in talks(program)]

    assert places == sorted(places)


def test_workshop_text_has_title_and_people_before_each_abstract(extract: Extract, program: Program) -> None:
    start = 0
    for talk in talks(program):
        end = extract.find(said(talk))
        facts = [talk.title]
        for person in (*talk.speakers, *talk.coauthors):
            facts += [person.name, person.position, person.affiliation]
        assert extract.lacks(facts, start, end) == []
        start = end


def test_workshop_text_holds_all_that_the_program_says(extract: Extract) -> None:
    assert extract.lacks(strings(yaml.safe_load(PROGRAM.read_text(encoding="utf-8")))) == []


def strings(value: object) -> Iterator[str]:
    """The texts in a part of a program file that are printed as they are; people without their punctuation."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in {"speaker", "with"}:
                for person in strings(part):
                    yield from person.rstrip(")").split(" (")[: 1 if "(Lewis)" in person else 2]
            elif key == "abstract":
                yield from str(part).split("\n\n")
            elif key not in UNPRINTED:
                yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    else:
        yield str(value)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("computing Schrödinger bridges", 1),
        ("Elzbieta Polak", 2),
        ("Patrícia Ewald", 2),
        ("an efficient sampling scheme", 1),
        ("affiliation", 0),
        ("Liangchen (Lewis) Liu", 2),
        ("“Neural Collapse”", 1),
        ("new ‘boosted’ posterior", 1),
    ],
)
def test_workshop_text_spells_names_and_ligatures_out(extract: Extract, words: str, count: int) -> None:
    assert extract.text.count(words) == count


def test_workshop_text_has_no_code_that_is_no_text(extract: Extract) -> None:
    private = {char for char in extract.text if "\ue000" <= char <= "\uf8ff"}
    ligatures = {char for char in extract.text if "\ufb00" <= char <= "\ufb06"}

    assert private | ligatures | ({"\ufffd", "\ufffe"} & set(extract.text)) == set()


def test_workshop_tree_holds_every_abstract_in_order(tree: Tag, program: Program) -> None:
    sections = [tag for tag in tree.walk() if tag.role == "Sect" and any(part.role == "H3" for part in tag.tags)]

    found = [[part.text() for part in section.tags] for section in sections]

    wanted = [paragraphs(talk) for talk in talks(program)]
    assert [texts[-len(parts) :] for texts, parts in zip(found, wanted, strict=True)] == wanted


def test_workshop_tree_has_the_talks_as_headings(tree: Tag, program: Program) -> None:
    titles = [tag.text() for tag in tree.walk() if tag.role == "H3"]

    assert titles == [fluent(educate(talk.title, "en-US")) for talk in talks(program)]


def test_workshop_tree_has_the_parts_as_headings(tree: Tag) -> None:
    titles = [tag.text() for tag in tree.walk() if tag.role == "H1"]

    assert titles[0] == "Mathematics of Deep Learning Workshop"
    assert [title.split()[0] for title in titles[1:]] == [
        "Essentials",
        "Contents",
        "Program",
        "Thursday",
        "Friday",
        "Abstracts",
        "Speakers",
        "Venue",
    ]


def test_workshop_tree_skips_no_level_of_headings(tree: Tag) -> None:
    levels = [int(tag.role[1]) for tag in tree.walk() if tag.role in {"H1", "H2", "H3"}]

    assert levels[0] == 1
    assert [(before, after) for before, after in pairwise(levels) if after > before + 1] == []


def test_workshop_tree_follows_the_pages(tree: Tag) -> None:
    pages = [tag.page for tag in tree.walk() if tag.page is not None]

    assert pages == sorted(pages)


def test_workshop_tree_describes_every_figure(tree: Tag) -> None:
    assert [tag for tag in tree.walk() if tag.role == "Figure" and len(tag.alt) < 10] == []


def test_workshop_tree_parts_all_words_by_spaces(tree: Tag) -> None:
    """A reader of tags need not guess from places where a word ends (ISO 32000-1, 14.8.2.5)."""
    run_together = [
        f"{line[-12:]}|{after[:12]}"
        for tag in tree.walk()
        for line, after in pairwise(tag.lines)
        if line and line[-1] not in " \u00a0\u00ad-–—/" and after[0] != " "
    ]

    assert run_together == []


def test_workshop_tree_has_the_words_that_the_pages_have(tree: Tag, screen: bytes) -> None:
    # Punctuation may be a leaf of its own, as between the pages of the index.
    seen = [set(re.split(r"[\s,]+", fluent(text))) for text in page_texts(screen)]
    strange = [
        word
        for tag in tree.walk()
        if tag.page is not None
        for word in re.split(r"[\s,]+", tag.text())
        if word and not any(word in words for words in seen[tag.page : tag.page + 2])
    ]

    assert [word for word in strange if "-" not in word] == []
