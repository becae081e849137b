from __future__ import annotations

from pathlib import Path

import pytest

from booklet.model.program import (
    Building,
    Committee,
    OwnPage,
    Program,
    Room,
    Session,
    Speaker,
    Sponsor,
    Tier,
    Track,
)
from booklet.model.read import read_program_text

HEAD = "event: {title: Meeting, second-timezone: Europe/Berlin}\n"
DAYS = "days:\n  - date: 2025-02-20\n    sessions:\n"


def read(text: str) -> Program:
    return read_program_text(text, "program.yaml")[0]


def entry(text: str) -> Session:
    return read(f"{HEAD}{DAYS}      - {{time: 9:00-9:45, {text}}}\n").days[0].sessions[0]


def names(people: tuple[Speaker, ...]) -> list[str]:
    return [who.name for who in people]


@pytest.mark.parametrize(
    ("text", "speakers", "coauthors", "authors"),
    [
        ("authors: [Ada, Bea, Cleo]", ["Ada"], ["Bea", "Cleo"], ["Ada", "Bea", "Cleo"]),
        ("authors: [Ada, Bea, Cleo], speaker: Bea", ["Bea"], ["Ada", "Cleo"], ["Ada", "Bea", "Cleo"]),
        ("authors: [Ada, Bea], speaker: [Bea, Ada]", ["Bea", "Ada"], [], ["Ada", "Bea"]),
        ("authors: Ada", ["Ada"], [], ["Ada"]),
        ("authors: [Ada Lee, Bea], speaker: Dr. Ada Lee", ["Dr. Ada Lee"], ["Bea"], ["Ada Lee", "Bea"]),
        ("authors: [Ada, Bea], speaker: Dora", ["Dora"], ["Ada", "Bea"], ["Ada", "Bea"]),
        ("authors: [Ada, Bea], with: [Bea, Dora]", ["Ada"], ["Bea", "Dora"], ["Ada", "Bea"]),
        ("authors: [Wei Wang, Wei Wang]", ["Wei Wang"], ["Wei Wang"], ["Wei Wang", "Wei Wang"]),
        ("speaker: Ada, with: Bea", ["Ada"], ["Bea"], []),
    ],
)  # fmt: skip
def test_authors_are_those_who_speak_and_those_who_do_not(
    text: str, speakers: list[str], coauthors: list[str], authors: list[str]
) -> None:
    talk = entry(f"talk: One, {text}")
    assert (names(talk.speakers), names(talk.coauthors), names(talk.authors)) == (speakers, coauthors, authors)


def test_speaker_has_the_affiliation_that_stands_among_the_authors() -> None:
    talk = entry("talk: One, authors: [Ada (Turin), Bea (Pisa)], speaker: Bea")
    (speaker,) = talk.speakers
    assert (speaker.affiliation, speaker.at) == ("Pisa", (*talk.at, "speaker", 0))


def test_speaker_s_own_affiliation_stays() -> None:
    talk = entry("talk: One, authors: [Ada (Turin), Bea (Pisa)], speaker: Bea (Siena)")
    assert [who.affiliation for who in talk.speakers] == ["Siena"]


def test_what_a_poster_can_say() -> None:
    at = ("days", 0, "sessions", 0)
    link = "https://example.org/1"
    poster = Session("poster", "One", 540, 585, at=at, board="17", topic="Geometry", links=(link,), language="de-AT")
    assert entry(f"poster: One, board: 17, topic: Geometry, links: {link}, language: de_at") == poster


@pytest.mark.parametrize("kind", ["plenary", "tutorial"])
def test_plenaries_and_tutorials_hold_talks(kind: str) -> None:
    session = entry(f"{kind}: All, talks: [{{talk: One}}]")
    assert (session.kind, [talk.title for talk in session.talks]) == (kind, ["One"])


def test_what_a_large_program_says_besides() -> None:
    program = read(
        f"""\
{HEAD}venue:
  rooms:
    Aula: {{note: ground floor, building: Main Building}}
    "302": third floor
    Foyer:
  buildings:
    Main Building: {{address: [Main Street 1, Town], geo: [30.5, -97.5], directions: Go, map: map.png}}
    Annexe:
{DAYS}      - break: Coffee
tracks:
  Learning: "#9C4221"
  Theory: {{color: abc, note: All of it}}
  Practice:
committees:
  Program committee: [Ada (Turin), Bea]
  Local organisers: Cleo
sponsors:
  Gold: [{{name: Society, website: https://example.org, logo: logo.svg, text: They pay.}}, Academy]
  Silver: Friends
pages:
  - {{title: Welcome, text: Dear all}}
booklet: {{timetable: List}}
"""
    )
    assert program.event.second_timezone == "Europe/Berlin"
    assert program.venue.rooms == (
        Room("Aula", "ground floor", "Main Building"),
        Room("302", "third floor"),
        Room("Foyer"),
    )
    assert program.venue.buildings == (
        Building(
            "Main Building", ("Main Street 1", "Town"), (30.5, -97.5), Path("map.png"), "Go",
            ("venue", "buildings", "Main Building"),
        ),
        Building("Annexe", at=("venue", "buildings", "Annexe")),
    )  # fmt: skip
    assert program.tracks == (
        Track("Learning", "#9c4221", "", ("tracks", "Learning")),
        Track("Theory", "#aabbcc", "All of it", ("tracks", "Theory")),
        Track("Practice", "", "", ("tracks", "Practice")),
    )
    pc, local = ("committees", "Program committee"), ("committees", "Local organisers")
    assert program.committees == (
        Committee("Program committee", (Speaker("Ada", "", "Turin", (*pc, 0)), Speaker("Bea", at=(*pc, 1))), pc),
        Committee("Local organisers", (Speaker("Cleo", at=(*local, 0)),), local),
    )
    gold, silver = ("sponsors", "Gold"), ("sponsors", "Silver")
    society = Sponsor("Society", Path("logo.svg"), "https://example.org", "They pay.", (*gold, 0))
    assert program.sponsors == (
        Tier("Gold", (society, Sponsor("Academy", at=(*gold, 1))), gold),
        Tier("Silver", (Sponsor("Friends", at=(*silver, 0)),), silver),
    )
    assert program.pages == (OwnPage("Welcome", "Dear all", ("pages", 0)),)
    assert program.options.timetable == "list"
