"""Every page number that is printed is the number of the page, and every link leads there: read from the PDF alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

import pytest

from booklet.model.program import Program, Session
from booklet.text.typography import educate
from tests.books import NAMES, Library
from tests.reading import (
    Box,
    PageLink,
    Target,
    find_text,
    fluent,
    page_artifacts,
    page_labels,
    page_sizes,
    page_texts,
    read_links,
    read_outline,
    texts_in,
)

FOOT: Final = 45.0
"""How high above the paper's edge folios stand at most, in points, and nothing else does."""

NEAR: Final = 60.0
"""A target is no further than that above what it leads to, in points: the line with the time, and some headroom."""


class SeenLink(NamedTuple):
    """A link within the file and the words that stand in its area."""

    words: str
    page: int
    target: Target


@pytest.fixture(scope="module")
def program(library: Library) -> Program:
    return library.book("workshop").program


@pytest.fixture(scope="module")
def screen(library: Library) -> bytes:
    return library.pdf("workshop")


@pytest.fixture(scope="module")
def pages(screen: bytes) -> list[str]:
    return [fluent(text) for text in page_texts(screen)]


@pytest.fixture(scope="module")
def labels(screen: bytes) -> list[str]:
    return page_labels(screen)


@pytest.fixture(scope="module")
def links(screen: bytes) -> list[SeenLink]:
    return seen_links(screen)


def seen_links(data: bytes) -> list[SeenLink]:
    """The links within a file, and what is seen in their areas."""
    seen: list[SeenLink] = []
    by_page: defaultdict[int, list[PageLink]] = defaultdict(list)
    for link in read_links(data):
        by_page[link.page].append(link)
    for page, found in by_page.items():
        texts = texts_in(data, page, [link.area for link in found])
        for link, text in zip(found, texts, strict=True):
            if isinstance(link.target, Target):
                seen.append(SeenLink(fluent(text), page, link.target))
    return seen


def talks(program: Program) -> Iterator[Session]:
    for day in program.days:
        for session in day.sessions:
            yield from (entry for entry in (session, *session.talks) if entry.abstract)


def words_of(text: str) -> str:
    return fluent(educate(text, "en-US"))


def abstract_page(pages: list[str], talk: Session) -> int:
    """The page that holds the abstract's first words."""
    words = " ".join(words_of(talk.abstract).split()[:6])
    (page,) = [at for at, text in enumerate(pages) if words in text]
    return page


def first_page(pages: list[str], opening: str) -> int:
    """The page that opens with some words."""
    (page,) = [at for at, text in enumerate(pages) if text.startswith(opening)]
    return page


def test_workshop_folios_printed_are_the_labels(screen: bytes, labels: list[str]) -> None:
    printed = [
        texts_in(screen, page, [Box(0, 0, width, FOOT)])[0].strip()
        for page, (width, _) in enumerate(page_sizes(screen))
    ]

    assert printed[1:-1] == labels[1:-1]
    assert (printed[0], printed[-1]) == ("", "")


def test_workshop_labels_count_from_one_and_leave_out_only_fillers(labels: list[str], library: Library) -> None:
    book = library.book("workshop").book

    assert labels == [page.folio for page in book.pages if not page.filler]
    assert labels[:-1] == [str(number) for number in range(1, len(labels))]
    assert int(labels[-1]) % 4 == 0


def test_workshop_contents_lead_to_the_abstracts(
    pages: list[str], labels: list[str], links: list[SeenLink], program: Program
) -> None:
    contents = first_page(pages, "Contents")
    found = {link.words: link.target.page for link in links if link.page == contents}

    for talk in talks(program):
        page = abstract_page(pages, talk)
        entries = {words: target for words, target in found.items() if words_of(talk.title) in words}
        assert list(entries.values()) == [page]
        assert [words.split()[-1] for words in entries] == [labels[page]]


def test_workshop_contents_lead_to_the_parts(
    pages: list[str], labels: list[str], links: list[SeenLink], program: Program
) -> None:
    contents = first_page(pages, "Contents")
    titles = [words_of(talk.title) for talk in talks(program)]
    entries = [link for link in links if link.page == contents and not any(title in link.words for title in titles)]

    leads = {}
    for link in entries:
        title, _, number = link.words.rpartition(" ")
        assert number == labels[link.target.page]
        leads[title.split()[0]] = pages[link.target.page].split()[0]
    # The timetable has no title of its own: it begins with the first day.
    assert leads.pop("Timetable") == "Thursday"
    assert leads == {word: word for word in leads}
    assert set(leads) >= {"Essentials", "Program", "Thursday", "Friday", "Abstracts", "Speakers", "Venue"}


def test_workshop_timetable_leads_to_the_abstracts(
    pages: list[str], labels: list[str], links: list[SeenLink], program: Program
) -> None:
    openings = ("Thursday February 20, 2025", "Friday February 21, 2025")

    for day, opening in zip(program.days, openings, strict=True):
        sheet = first_page(pages, opening)
        here = [talk for talk in talks(program) if talk.at[:2] == day.at]
        found = [link for link in links if link.page == sheet]
        titles: dict[Target, str] = {}
        for link in found:
            if not link.words.isdigit():
                # A title that runs over two lines has a link on each of them.
                titles[link.target] = fluent(f"{titles.get(link.target, '')} {link.words}")
        numbers = {link.target: link.words for link in found if link.words.isdigit()}
        wanted = [abstract_page(pages, talk) for talk in here]
        assert list(titles.values()) == [words_of(talk.title) for talk in here]
        assert list(numbers) == list(titles)
        assert [target.page for target in titles] == wanted
        assert list(numbers.values()) == [labels[page] for page in wanted]


def test_workshop_index_lists_the_pages_of_every_person(
    screen: bytes, pages: list[str], labels: list[str], program: Program
) -> None:
    spellings = {other: name for name, profile in program.people.items() for other in profile.also}
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for talk in talks(program):
        for person in (*talk.speakers, *talk.coauthors):
            wanted[spellings.get(person.name, person.name)].add(labels[abstract_page(pages, talk)])

    found: dict[str, set[str]] = {}
    for line in page_texts(screen)[first_page(pages, "Speakers")].splitlines():
        if entry := re.fullmatch(r"(\S.*), (\S.*?)\s+([0-9]+(?:, [0-9]+)*)\s*", line):
            family, given, numbers = entry.groups()
            found[f"{given} {family}"] = set(numbers.split(", "))
    assert found == wanted


def test_workshop_links_on_numbers_lead_to_these_pages(labels: list[str], links: list[SeenLink]) -> None:
    wrong = [link for link in links if link.words.isdigit() and labels[link.target.page] != link.words]

    assert len([link for link in links if link.words.isdigit()]) > 14 * 2
    assert wrong == []


def test_workshop_links_to_a_talk_land_at_its_title(
    screen: bytes, pages: list[str], links: list[SeenLink], program: Program
) -> None:
    for talk in talks(program):
        page, title = abstract_page(pages, talk), words_of(talk.title)
        place = find_text(screen, page, " ".join(title.split()[:2]))
        targets = {link.target for link in links if title in link.words and link.target.page == page}
        (target,) = targets
        assert 0 < target.top - place.top < NEAR


def test_workshop_abstracts_lead_back_to_the_timetable(
    screen: bytes, pages: list[str], links: list[SeenLink], program: Program
) -> None:
    abstracts = range(first_page(pages, "Abstracts"), first_page(pages, "Speakers"))
    back = [link for link in links if link.page in abstracts]

    assert [link.target.page for link in back] == [first_page(pages, "Thursday February 20, 2025")] * 7 + [
        first_page(pages, "Friday February 21, 2025")
    ] * 7
    for link, talk in zip(back, talks(program), strict=True):
        place = find_text(screen, link.target.page, " ".join(words_of(talk.title).split()[:2]))
        assert 0 < link.target.top - place.top < NEAR


def test_workshop_outline_leads_where_the_contents_do(
    screen: bytes, pages: list[str], links: list[SeenLink], program: Program
) -> None:
    marks = read_outline(screen)
    places = {link.target for link in links}

    for talk in talks(program):
        (mark,) = [mark for mark in marks if mark.title.endswith(words_of(talk.title))]
        assert mark.target.page == abstract_page(pages, talk)
        assert mark.target in places


@pytest.mark.parametrize("name", NAMES)
def test_numbers_in_every_booklet_are_the_pages_that_they_lead_to(name: str, library: Library) -> None:
    data = library.pdf(name)
    labels = page_labels(data)
    numbers = [link for link in seen_links(data) if link.words.isdigit()]
    furniture = page_artifacts(data)

    assert len(numbers) > 1
    assert [link for link in numbers if labels[link.target.page] != link.words] == []
    assert [label for label, lines in zip(labels, furniture, strict=True) if label not in lines] == ["1", labels[-1]]
