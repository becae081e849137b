from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest

from booklet.layout.composing import Folios, SetPart
from booklet.layout.marks import Anchor, GlyphRun
from booklet.make import make_desk
from booklet.model.program import Day, Event, Key, Options, PartName, Profile, Program, Session, Speaker, Venue
from booklet.model.source import Source
from booklet.parts.anchors import talk_anchor
from booklet.parts.desk import Desk
from booklet.parts.index import Index
from booklet.parts.index_entries import letters
from booklet.parts.mentions import IndexName, apart, gather, in_order, index_title


class _Nowhere:
    """A source that knows no places."""

    def place(self, key: Key) -> None:
        """No place."""


def talk(
    number: int, speakers: Sequence[str] = (), coauthors: Sequence[str] = (), *,
    authors: Sequence[str] = (), chairs: Sequence[str] = (),
) -> Session:  # fmt: skip
    def people(names: Sequence[str]) -> tuple[Speaker, ...]:
        return tuple(Speaker(name) for name in names)

    return Session(
        "talk", f"Talk {number}", speakers=people(speakers), coauthors=people(coauthors), chairs=people(chairs),
        authors=people(authors), abstract="Words.", at=("days", 0, "sessions", number),
    )  # fmt: skip


def make(
    *talks: Session,
    parts: tuple[PartName, ...] = Options().parts,
    language: str = "en",
    people: Mapping[str, Profile] | None = None,
) -> Desk:
    day = Day(datetime.date(2027, 3, 8), "", talks)
    event = Event("E", "E", language=language)
    program = Program(event, Venue(), (day,), people or {}, Options(paper="a5", parts=parts), Path(), "e")
    return make_desk(program, cast("Source", _Nowhere()))


def set_index(desk: Desk, folios: Mapping[str, str] | None = None, which: IndexName = "index") -> SetPart:
    found = folios or {talk_anchor(entry): str(10 + at) for at, entry in enumerate(desk.program.days[0].entries)}
    return Index(desk, which).set(3, Folios(found), extra=0)


def runs(done: SetPart) -> list[GlyphRun]:
    """The runs of an index after its title and key."""
    marks = [mark for draft in done.drafts for content in draft.contents for mark in content.marks]
    return [mark for mark in marks if isinstance(mark, GlyphRun)][2:]


def entries(done: SetPart) -> str:
    return "".join(run.text for run in runs(done)).replace("\u2002", " ")


@pytest.mark.parametrize(
    ("pages", "stated"),
    [
        ([5], "5"),
        ([5, 6], "5, 6"),
        ([5, 6, 7], "5–7"),
        ([3, 5, 6, 7, 8, 10], "3, 5–8, 10"),
        ([9, 9, 10, 10, 11, 12, 20, 21], "9–12, 20, 21"),
        ([12, 2, 1], "1, 2, 12"),
    ],
)
def test_pages_in_a_row_become_a_range(pages: list[int], stated: str) -> None:
    talks = [talk(number, ["Ana Bell"]) for number in range(len(pages))]
    folios = {talk_anchor(entry): str(page) for entry, page in zip(talks, pages, strict=True)}

    assert entries(set_index(make(*talks), folios)) == f"Bell, Ana {stated}"


def test_a_range_is_of_pages_of_one_kind() -> None:
    talks = [talk(0, ["Ana Bell"]), talk(1, ["C D"], ["Ana Bell"]), talk(2, ["Ana Bell"]), talk(3, ["Ana Bell"])]

    done = set_index(make(*talks, talk(4, ["Ana Bell"])))

    assert entries(done).startswith("Bell, Ana 10, 11, 12–14")
    faces = {run.text.strip(): run.face for run in reversed(runs(done))}
    assert (faces["10"], faces["11"], faces["12"], faces["14"]) == ("sans-bold", "sans", "sans-bold", "sans-bold")


def test_a_page_for_two_reasons_stands_once_as_the_better_one() -> None:
    done = set_index(make(talk(0, ["Ana Bell"], chairs=["Ana Bell"])), {"talk-0-0": "8", "row-0-0": "8"})

    assert entries(done) == "Bell, Ana 8"
    assert [run.face for run in runs(done) if run.text.strip() == "8"] == ["sans-bold"]


def test_a_person_under_two_spellings_is_one() -> None:
    profile = Profile("Ana Bell", also=("A. B. Bell",))
    desk = make(
        talk(0, ["A. B. Bell"]), talk(1, ["ANA BELL"]), talk(2, ["Prof. Ana Bell"]), people={"Ana Bell": profile}
    )

    assert list(gather(desk)) == ["Ana Bell"]


def test_a_name_that_is_wider_than_the_column_is_divided() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft"

    done = set_index(make(talk(0, [f"Hubert {long}"]), talk(1, [f"{'x' * 80} Yi"])))

    assert done.faults == ()
    width = make().house.measure / 2
    assert all(run.width < width for run in runs(done))
    assert "".join(run.text for run in runs(done)).replace("\u00ad", "").count(long) == 1


def test_long_indexes_have_letters_and_guides() -> None:
    names = [f"{given} {letter}{family}" for letter in "ABCDEFGÖ" for family in ("abel", "ohm", "zorn")
             for given in "ABCDEFGHIJKLMN"]  # fmt: skip
    desk = make(*[talk(number, [name]) for number, name in enumerate(names)])

    done = set_index(desk)

    # Ö is an O in English, and a letter of its own in Swedish.
    assert letters(desk, "index") == [*"ABCDEFGO"]
    swedish = make(*[talk(number, [name]) for number, name in enumerate(names)], language="sv")
    assert letters(swedish, "index") == [*"ABCDEFGÖ"]
    anchors = [mark.name for draft in done.drafts for content in draft.contents for mark in content.marks
               if isinstance(mark, Anchor)]  # fmt: skip
    assert anchors == ["index", *[f"index-{letter}" for letter in "ABCDEFGO"]]
    sections = [draft.furniture.section for draft in done.drafts]
    assert len(sections) == 3
    # The head of page 5, a recto, is for 4 and 5.
    assert sections[2].startswith("Speakers · ")
    assert sections[2].endswith("–Özo")


def test_short_indexes_have_no_letters() -> None:
    desk = make(*[talk(number, [f"{letter} Bell"]) for number, letter in enumerate("ABC")])

    assert letters(desk, "index") == []
    assert [draft.furniture.section for draft in set_index(desk).drafts] == ["Speakers"]


def test_in_order_follows_sort_as_and_the_language() -> None:
    people = {
        "Jan de Vries": Profile("Jan de Vries", sort_as="Vries, Jan de"),
        "Zoë Ek": Profile("Zoë Ek", sort_as="Aa"),
    }
    names = ["Jan de Vries", "Zoë Ek", "Ann Uhl", "Ömer Öz", "Ben Olm", "Iva Wu"]

    def order(language: str) -> list[tuple[str, str]]:
        return [(person.head, person.name) for person in in_order(make(language=language, people=people), names)]

    assert order("en") == [
        ("A", "Zoë Ek"), ("O", "Ben Olm"), ("O", "Ömer Öz"), ("U", "Ann Uhl"), ("V", "Jan de Vries"), ("W", "Iva Wu"),
    ]  # fmt: skip
    assert order("sv")[-1] == ("Ö", "Ömer Öz")


@pytest.mark.parametrize(
    ("count", "parts", "expected"),
    [
        (150, Options().parts, False),
        (151, Options().parts, True),
        (1, ("index", "authors"), True),
        (500, ("abstracts", "index"), False),
        (500, ("abstracts", "authors"), True),
    ],
)
def test_authors_have_an_index_if_they_are_many_or_it_is_asked_for(
    count: int, parts: tuple[PartName, ...], *, expected: bool
) -> None:
    talks = [talk(number, ["Ana Bell"], [f"Co {'abcdefghij'[number % 10]}x{number}"]) for number in range(count)]
    # Whoever speaks, too, is no mere author.
    desk = make(*talks, talk(count, ["C D"], ["Ana Bell"]), parts=parts)

    assert apart(desk) is expected
    assert index_title(desk) == ("Speakers" if expected else "Speakers and co-authors")
    assert ("Co ax0" in gather(desk)) is not expected


def test_authors_index_has_authors_only() -> None:
    parts: tuple[PartName, ...] = ("abstracts", "index", "authors")
    desk = make(
        talk(0, ["Ana Bell"], ["Cy Dee"], chairs=["Eve Fox"]),
        talk(1, ["Gus Hay"], ["Ana Bell"], authors=["Ana Bell"]),
        parts=parts,
    )

    # Eve chairs, and Gus presents what Ana wrote.
    assert sorted(gather(desk, "authors")) == ["Ana Bell", "Cy Dee"]
    assert sorted(gather(desk, "index")) == ["Ana Bell", "Eve Fox", "Gus Hay"]
    done = set_index(desk, which="authors")
    assert entries(done) == "Bell, Ana 10, 11Dee, Cy 10"
    assert [run.face for run in runs(done)][1:4] == ["sans-bold", "sans", "sans"]
