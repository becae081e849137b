"""A meeting with hundreds of posters: its list, its indexes and its contents tell the truth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

import pytest

from booklet.editions import EDITIONS
from booklet.layout.elements import Element
from booklet.layout.marks import GlyphRun
from booklet.make import SetBook, set_book, write_edition
from booklet.model.people import display_sorted, normal
from tests.meetings import Meeting, Poster, poster_meeting
from tests.reading import fluent, page_texts, read_links, read_outline
from tests.setting import lines_of, outside_frame, overprinted

_POSTERS: Final = 240


class Made(NamedTuple):
    """The meeting, its booklet, what pdfium reads on each page, and where parts and abstracts begin, by title."""

    meeting: Meeting
    done: SetBook
    pdf: bytes
    texts: list[str]

    firsts: dict[str, int]
    abstracts: dict[str, int]

    def first_page(self, title: str) -> int:
        """The number of the page on which a part begins, by the outline."""
        return self.firsts[title]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    meeting = poster_meeting(_POSTERS, words=40)
    path = tmp_path_factory.mktemp("meeting") / "program.yaml"
    path.write_text(meeting.text, encoding="utf-8")
    done = set_book(path)
    pdf, _ = write_edition(done, EDITIONS["screen"])
    texts = [fluent(text) for text in page_texts(pdf)]
    firsts = {mark.title: mark.target.page + 1 for mark in read_outline(pdf) if mark.level == 0}
    return Made(meeting, done, pdf, texts, firsts, dict(_abstracts(meeting, texts, firsts)))


def _abstracts(meeting: Meeting, texts: list[str], firsts: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The page on which pdfium finds the heading of each poster's abstract."""
    for poster in meeting.posters:
        found = [page for page in range(firsts["Abstracts"], firsts["Speakers"]) if poster.title in texts[page - 1]]
        assert len(found) == 1, poster.title
        yield poster.title, found[0]


def number(poster: Poster) -> int:
    """The number of a poster's board."""
    return int(poster.board.removeprefix("P"))


def elements(element: Element, role: str) -> Iterator[Element]:
    """Every element of a role, in reading order."""
    if element.role == role:
        yield element
    for child in element.children:
        yield from elements(child, role)


def index_entries(made: Made, title: str) -> dict[str, str]:
    """The names of an index in its order, and what stands after each."""
    texts: defaultdict[Element | None, str] = defaultdict(str)
    for page in made.done.book.pages:
        for element, marks in page.contents:
            texts[element] += "".join(mark.text for mark in marks if isinstance(mark, GlyphRun))

    def text_of(element: Element) -> str:
        return texts[element] + "".join(text_of(child) for child in element.children)

    for part in made.done.book.root.children:
        if part.children and part.children[0].role == "H1" and text_of(part.children[0]).strip() == title:
            entries = [text_of(entry) for entry in elements(part.children[-1], "P")]
            return {
                " ".join(name.split()): pages for name, _, pages in (entry.partition("\u2002") for entry in entries)
            }
    raise AssertionError(title)


def pages_of(stated: str) -> list[int]:
    """The pages that an entry of an index states.

    >>> pages_of("3, 5–7, 9")
    [3, 5, 6, 7, 9]
    """
    pages: list[int] = []
    for part in re.sub(r"\s", "", stated).split(","):
        first, _, last = part.partition("–")
        pages += range(int(first), int(last or first) + 1)
    return pages


def test_list_has_every_poster_by_board(made: Made) -> None:
    first, last = made.first_page("Posters"), made.first_page("Abstracts")
    text = " ".join(made.texts[first - 1 : last - 1])

    # The boards of the meeting are numbered by topic, so that the whole list is by number.
    expected = sorted(made.meeting.posters, key=number)
    places = [text.index(f"{poster.board} {poster.title}") for poster in expected]
    assert places == sorted(places)
    assert text.index(expected[0].topic) < places[0]
    assert [topic for topic in dict.fromkeys(poster.topic for poster in expected) if topic not in text] == []


def test_list_says_on_which_page_each_abstract_is(made: Made) -> None:
    first, last = made.first_page("Posters"), made.first_page("Abstracts")
    stated: dict[str, int] = {}
    for link in read_links(made.pdf):
        says = re.fullmatch(r"(.*), page (\d+)", link.says)
        if says and first <= link.page + 1 < last:
            assert not isinstance(link.target, str)
            assert link.target.page + 1 == int(says[2])
            stated[says[1]] = int(says[2])

    assert stated == made.abstracts


def test_authors_index_has_every_author_on_every_page(made: Made) -> None:
    expected: defaultdict[str, set[int]] = defaultdict(set)
    for poster in made.meeting.posters:
        for author in poster.authors:
            expected[display_sorted(author)].add(made.abstracts[poster.title])
    entries = index_entries(made, "Authors")

    # Authors of talks are there, too: whoever is only one of posters must have no other pages.
    talks = range(made.first_page("Abstracts"), min(made.abstracts.values()) + 1)
    assert set(expected) <= set(entries)
    for name, pages in expected.items():
        assert pages <= set(pages_of(entries[name])) <= pages | set(talks)


def test_speakers_index_has_presenters_and_no_mere_authors(made: Made) -> None:
    entries = index_entries(made, "Speakers")
    for poster in made.meeting.posters:
        assert made.abstracts[poster.title] in pages_of(entries[display_sorted(poster.presenter)])
    presenters = {display_sorted(poster.presenter) for poster in made.meeting.posters}
    authors = {display_sorted(author) for poster in made.meeting.posters for author in poster.authors}
    assert len(authors - presenters - set(entries)) > 100


@pytest.mark.parametrize("title", ["Speakers", "Authors"])
def test_each_page_of_an_entry_stands_once_and_in_order(made: Made, title: str) -> None:
    for name, stated in index_entries(made, title).items():
        pages = pages_of(stated)
        assert pages == sorted(set(pages)), name


def test_timetable_says_where_the_posters_are(made: Made) -> None:
    first = made.first_page("Timetable")
    text = " ".join(made.texts[first - 1 : made.first_page("Posters") - 1])

    assert f"{_POSTERS:,} posters, boards P1–P{_POSTERS}" in text
    assert [poster.title for poster in made.meeting.posters if poster.title in text] == []


def test_contents_state_the_pages_of_sessions(made: Made) -> None:
    contents = made.texts[made.first_page("Contents") - 1]
    abstracts = made.abstracts.values()

    stated = re.search(r"Poster session · Foyer (\d+)–(\d+)", contents)
    assert stated
    assert (int(stated[1]), int(stated[2])) == (min(abstracts), max(abstracts))
    first = made.first_page("Abstracts")
    assert re.search(rf"Monday 8 March {first}–{max(abstracts)}\b", contents)
    assert re.search(rf"Cells and tissues {made.first_page('Posters')}\b", contents)


def test_outline_has_sessions_topics_and_letters(made: Made) -> None:
    marks = read_outline(made.pdf)
    at = {mark.title: index for index, mark in enumerate(marks) if mark.level == 0}

    topics = [mark.title for mark in marks[at["Posters"] + 1 : at["Abstracts"]]]
    assert topics == list(dict.fromkeys(poster.topic for poster in sorted(made.meeting.posters, key=number)))
    levels = [(mark.level, mark.title) for mark in marks[at["Abstracts"] + 1 : at["Speakers"]]]
    assert levels[0] == (1, "Monday, 8 March 2027")
    assert (2, "Poster session") in levels
    assert sum(level == 3 for level, _ in levels) == _POSTERS + 48
    letters = [mark.title for mark in marks[at["Authors"] + 1 : at["Back cover"]]]
    assert letters == sorted(set(letters))
    assert letters == sorted({normal(name)[0].upper() for name in index_entries(made, "Authors")})


def test_no_letter_stands_alone_at_a_column_foot(made: Made) -> None:
    letters = {head for index in elements(made.done.book.root, "Index") for head in elements(index, "H2")}
    lines = lines_of(made.done)
    inside = {leaf for index in elements(made.done.book.root, "Index") for entry in elements(index, "P")
              for leaf in (entry, *entry.children)}  # fmt: skip
    heads = [line for line in lines if line.element in letters]
    assert len(heads) > 30
    for head in heads:
        below = [
            line
            for line in lines
            if line.page == head.page and line.element in inside and abs(line.left - head.left) < 20
        ]
        assert any(0 < line.base - head.base < 15 for line in below), head.text


def test_nothing_sticks_out(made: Made) -> None:
    assert [fault for fault in made.done.faults if "may be the same person" not in fault.what] == []
    lines = lines_of(made.done)
    assert outside_frame(made.done, lines) == []
    assert overprinted(made.done, lines) == []
