from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from booklet.model.people import display_sorted, family_name, normal, read_person, sort_key, unify
from booklet.model.program import Day, Event, Options, Profile, Program, Session, Speaker, Venue
from booklet.model.record import People, Person


@pytest.mark.parametrize(
    ("text", "name", "position", "affiliation"),
    [
        ("Joan Bruna", "Joan Bruna", "", ""),
        ("Elzbieta Polak (Mathematics, UT Austin)", "Elzbieta Polak", "", "Mathematics, UT Austin"),
        ("Liangchen (Lewis) Liu", "Liangchen (Lewis) Liu", "", ""),
        ("Liangchen (Lewis) Liu (UT (Austin))", "Liangchen (Lewis) Liu", "", "UT (Austin)"),
        ("Eli Grigsby, Boston College", "Eli Grigsby", "", "Boston College"),
        ("Ada Lovelace, MIT, Cambridge, USA", "Ada Lovelace", "", "MIT, Cambridge, USA"),
        ("Eli Grigsby, Professor of Mathematics", "Eli Grigsby", "Professor of Mathematics", ""),
        ("Eli Grigsby, Professor (Boston College)", "Eli Grigsby", "Professor", "Boston College"),
        (
            "Joan Bruna, Professor of Computer Science, Data Science and Mathematics, New York University",
            "Joan Bruna",
            "Professor of Computer Science, Data Science and Mathematics",
            "New York University",
        ),
        (
            "Vardan Papyan, Assistant Professor, Department of Mathematics, University of Toronto",
            "Vardan Papyan",
            "Assistant Professor",
            "Department of Mathematics, University of Toronto",
        ),
        ("Martin Luther King, Jr., Boston University", "Martin Luther King, Jr.", "", "Boston University"),
        ("Ewald ) oops)", "Ewald ) oops)", "", ""),
        ("大槻 冴子（港南大学）", "大槻 冴子", "", "港南大学"),
        ("李 承佑（リ・スンウ、南湾大学）", "李 承佑", "", "リ・スンウ、南湾大学"),
        ("沈其渊，临江大学", "沈其渊", "", "临江大学"),
        ("سلمى الراوي، جامعة النخيل", "سلمى الراوي", "", "جامعة النخيل"),
        ("（港南大学）", "（港南大学）", "", ""),
    ],
)
def test_person(text: str, name: str, position: str, affiliation: str) -> None:
    assert read_person(text) == Speaker(name, position, affiliation)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Patrícia Ewald", "patricia ewald"),
        ("PATRI\u0301CIA  EWALD", "patricia ewald"),
        ("Liangchen (Lewis) Liu", "liangchen liu"),
        ('Robert "Bob" Smith', "robert smith"),
        ("Prof. Dr. Jean-Paul O'Brien", "jean paul obrien"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("王小明", "王小明"),
        ("***", "***"),
    ],
)
def test_normal_form(name: str, expected: str) -> None:
    assert normal(name) == expected


@pytest.mark.parametrize(
    ("name", "sort_as", "family", "display"),
    [
        ("Patrícia Ewald", "", "Ewald", "Ewald, Patrícia"),
        ("Liangchen (Lewis) Liu", "", "Liu", "Liu, Liangchen (Lewis)"),
        ("Jan van der Berg", "", "van der Berg", "van der Berg, Jan"),
        ("Yann Le Cun", "", "Le Cun", "Le Cun, Yann"),
        ("José Ortega y Gasset", "", "Ortega y Gasset", "Ortega y Gasset, José"),
        ("Martin Luther King, Jr.", "", "King", "King, Martin Luther, Jr."),
        ("Ewald, Patrícia", "", "Ewald", "Ewald, Patrícia"),
        ("Plato", "", "Plato", "Plato"),
        ("bell hooks", "", "hooks", "hooks, bell"),
        ("Jan van der Berg", "Berg", "Berg", "van der Berg, Jan"),
        ("Patricia Munoz Ewald", "Munoz Ewald", "Munoz Ewald", "Munoz Ewald, Patricia"),
        ("Liu Wei", "Liu", "Liu", "Liu, Wei"),
        ("Jan van der Berg", "Berg, Jan van der", "Berg", "Berg, Jan van der"),
    ],
)
def test_name_in_the_index(name: str, sort_as: str, family: str, display: str) -> None:
    profile = Profile(name, sort_as=sort_as)
    assert family_name(name, profile) == family
    assert display_sorted(name, profile) == display


def test_names_are_sorted_without_accents_and_by_sort_as() -> None:
    profiles = {"Jan van der Berg": Profile("Jan van der Berg", sort_as="Berg")}
    names = ["Éva Zola", "Jan van der Berg", "Ångström", "Anna Berg", "Piet van Dam", "Thomas Chen"]
    ordered = sorted(names, key=lambda name: sort_key(name, profiles.get(name)))
    assert ordered == ["Ångström", "Anna Berg", "Jan van der Berg", "Thomas Chen", "Piet van Dam", "Éva Zola"]


def program(*sessions: Session, people: tuple[Profile, ...] = ()) -> Program:
    day = Day(datetime.date(2025, 2, 20), "", sessions)
    named = {profile.name: profile for profile in people}
    return Program(Event("E", "E"), Venue(), (day,), named, Options(), Path(), "program")


def test_one_person_by_profile_and_by_normal_form() -> None:
    talk = Session(
        "talk",
        "One",
        speakers=(Speaker("Thomas Chen"),),
        coauthors=(Speaker("Patricia Munoz Ewald"), Speaker("J. Lee")),
    )
    inner = Session("talk", "Two", speakers=(Speaker("Jörg Lee"),), coauthors=(Speaker("THOMAS CHEN"),))
    session = Session("session", "S", chairs=(Speaker("Jorg Lee"),), talks=(inner,))
    profile = Profile("Patrícia Ewald", also=("Patricia Munoz Ewald",))
    assert unify(program(talk, session, people=(profile,))) == {
        "Patrícia Ewald": "Patrícia Ewald",
        "Patricia Munoz Ewald": "Patrícia Ewald",
        "Thomas Chen": "Thomas Chen",
        "THOMAS CHEN": "Thomas Chen",
        "Jörg Lee": "Jörg Lee",
        "Jorg Lee": "Jörg Lee",
        "J. Lee": "J. Lee",
    }


def test_what_nobody_sees_makes_no_other_person() -> None:
    assert normal("Eli Grigs\u00adby\u200b") == normal("Eli Grigsby")


@given(st.text(alphabet="Aé (),.\u200bDr professor\n"))
def test_a_person_in_one_text_is_what_the_schema_makes_of_the_parts(text: str) -> None:
    speaker = read_person(text)
    parts = {"name": speaker.name, "position": speaker.position, "affiliation": speaker.affiliation}
    assert _validated(TypeAdapter(People), [text]) == _validated(TypeAdapter(list[Person]), [parts])


def _validated(adapter: TypeAdapter[Any], value: object) -> object:
    """What the schema makes of a value, or what it says against it."""
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        return [(found["loc"], found["msg"]) for found in error.errors()]


@pytest.mark.parametrize(
    ("name", "family", "listed"),
    [
        ("Robin 🦊", "Robin 🦊", "Robin 🦊"),
        ("Anna Bell 🦊", "Bell 🦊", "Bell 🦊, Anna"),
        ("Ben & Jerry", "Ben & Jerry", "Ben & Jerry"),
        ("สมชาย ใจดี", "สมชาย ใจดี", "สมชาย ใจดี"),
        ("ሰላም በቀለ", "ሰላም በቀለ", "ሰላም በቀለ"),
        ("山田 太郎", "山田 太郎", "山田 太郎"),
    ],
)
def test_names_that_are_not_a_given_and_a_family_name_stay_whole(name: str, family: str, listed: str) -> None:
    assert (family_name(name), display_sorted(name)) == (family, listed)
