"""Attendees are known as the people of a program, by address or name, and nobody is taken for somebody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from booklet.attendees.joining import join, people_of
from booklet.model.attendees import Attendee
from booklet.model.program import Committee, Profile, Program, Session, Speaker
from tests.grids import program_of, talk

FIRST: Final = replace(talk("Stars", 540, 570, speaker="Ana Lima"), coauthors=(Speaker("Co Author"),))
BLOCK: Final = Session(
    "session",
    "Block",
    600,
    660,
    chairs=(Speaker("Dr. Ana Lima"), Speaker("Bo Ek")),
    talks=(talk("Moons", 600, 630, speaker="田村 真理"),),
)
PHOTO: Final = Path("/photos/ana.jpg")


def program() -> Program:
    made = program_of([BLOCK, FIRST])
    people = {
        "Ana Lima": Profile(
            "Ana Lima", also=("Ana M. Lima",), pronouns="she/her", photo=PHOTO, email="ana@example.org"
        ),
        "Bo Ek": Profile("Bo Ek"),
    }
    members = (Speaker("Bo Ek", affiliation="KTH"), Speaker("Cy Gil", affiliation="MIT"))
    return replace(made, people=people, committees=(Committee("Organisers", members),))


def joined(*people: Attendee) -> tuple[list[tuple[str, ...]], list[str]]:
    """What each attendee does by the program, and what is told."""
    found, faults = join(people, program(), source="list.csv")
    return [who.parts for who in found], [fault.what for fault in faults]


def test_people_of_a_program_are_those_who_come_each_once() -> None:
    found = people_of(program())

    assert [(who.name, who.parts, [entry.title for entry in who.talks]) for who in found] == [
        ("Ana Lima", ("speaker", "chair"), ["Stars", "Block"]),
        ("Bo Ek", ("chair", "organiser"), ["Block"]),
        ("田村 真理", ("speaker",), ["Moons"]),
        ("Cy Gil", ("organiser",), []),
    ]
    assert (found[0].photo, found[0].pronouns, found[0].email) == (str(PHOTO), "she/her", "ana@example.org")
    assert [who.affiliation for who in found] == ["", "KTH", "", "MIT"]


def test_attendees_are_joined_by_address_and_by_name() -> None:
    people = [
        Attendee("A. Lima", email="ANA@example.org"),
        Attendee("bo ek", affiliation="Own Ltd"),
        Attendee("田村真理"),
        Attendee("Co Author"),
        Attendee("Nobody Else"),
        Attendee(""),
    ]
    found, faults = join(people, program())

    assert [who.parts for who in found] == [("speaker", "chair"), ("chair", "organiser"), ("speaker",), (), (), ()]
    assert [who.name for who in found] == [who.name for who in people]
    assert (found[0].photo, found[0].pronouns) == (str(PHOTO), "she/her")
    assert found[1].affiliation == "Own Ltd"
    assert faults == ()


def test_a_spelling_that_the_program_knows_is_joined() -> None:
    assert joined(Attendee("Ana M. Lima"))[0] == [("speaker", "chair")]


def test_two_of_one_name_are_not_joined_but_told() -> None:
    parts, told = joined(
        Attendee("Bo Ek", email="a@example.org", line=2), Attendee("Bo Ek", email="b@example.org", line=3)
    )

    assert parts == [(), ()]
    assert told == [
        "2 attendees are called Bo Ek, as somebody in the program is (lines 2, 3): who of them that is, is not known, "
        "so none of their badges says it"
    ]


def test_the_address_tells_which_of_two_is_meant() -> None:
    assert joined(Attendee("Ana Lima", email="other@example.org"), Attendee("Ana Lima", email="ana@example.org")) == (
        [(), ("speaker", "chair")],
        [],
    )


def test_guests_with_a_speakers_address_are_not_the_speaker() -> None:
    people = [Attendee(name, email="ana@example.org") for name in ("Guest One", "Ana Lima", "Guest Two")]

    assert joined(*people) == ([(), ("speaker", "chair"), ()], [])


def test_several_tickets_of_one_person_are_all_joined() -> None:
    people = [Attendee("Bo Ek", email="bo@example.org", ident=ident) for ident in "12"]

    assert joined(*people) == ([("chair", "organiser")] * 2, [])


def test_an_address_of_two_profiles_joins_nobody() -> None:
    made = program()
    shared = {name: replace(profile, email="office@example.org") for name, profile in made.people.items()}
    found, _ = join([Attendee("Office", email="office@example.org")], replace(made, people=shared))

    assert found[0].parts == ()
