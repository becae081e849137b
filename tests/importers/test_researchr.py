from __future__ import annotations

import datetime

import pytest

from booklet.errors import BookletError
from booklet.importers.material import Material
from booklet.importers.recognising import recognise
from booklet.importers.researchr import FORMAT
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.program import Speaker

DAY = datetime.date(2020, 11, 16)


def slot(title: str, start: str, end: str, more: str = "") -> str:
    times = f"<date>2020/11/16</date><start_time>{start}</start_time><end_time>{end}</end_time>"
    return f"<timeslot><title>{title}</title>{times}{more}</timeslot>"


def person(first: str, last: str, role: str, more: str = "") -> str:
    name = f"<first_name>{first}</first_name><last_name>{last}</last_name>"
    return f"<persons><person>{name}<role>{role}</role>{more}</person></persons>"


def session(title: str, *slots: str) -> str:
    place = "<room>Hall</room><date>2020/11/16</date><tracks><track>Papers</track></tracks>"
    return f"<subevent><title>{title}</title>{place}{''.join(slots)}</subevent>"


def read(*sessions: str, asked: Asked | None = None) -> Manuscript:
    text = f"<event><title>Zeta</title><timezone_id>America/Chicago</timezone_id>{''.join(sessions)}</event>"
    material = Material("r.xml", text.encode(), text)
    assert recognise(material) == FORMAT
    return FORMAT.read(material, asked or Asked())


def shown(entry: Entry) -> tuple[str, str, int | None, int | None]:
    return entry.kind, entry.title, entry.start, entry.end


def test_session_holds_its_talks_and_pauses_part_it() -> None:
    slots = [
        slot("On a", "09:00", "09:20"),
        slot("Break", "09:20", "09:40"),
        slot("On b", "09:40", "10:00"),
        slot("On c", "10:00", "10:20"),
    ]

    manuscript = read(session("Types", *slots))

    assert (manuscript.event.title, manuscript.event.timezone) == ("Zeta", "America/Chicago")
    first, pause, second = manuscript.entries
    assert [shown(talk) for talk in first.entries] == [("talk", "On a", 540, 560)]
    assert shown(pause) == ("break", "Break", 560, 580)
    assert [talk.title for talk in second.entries] == ["On b", "On c"]
    assert (second.kind, second.title, second.room, second.track, second.date) == (
        "session",
        "Types",
        "Hall",
        "Papers",
        DAY,
    )


def test_session_with_a_single_slot_of_its_name_is_that_slot() -> None:
    [lunch] = read(session("Lunch", slot("Lunch", "12:00", "13:00"))).entries

    assert (shown(lunch), lunch.entries) == (("lunch", "Lunch", 720, 780), ())


def test_slot_called_a_session_holds_the_talks_in_its_time() -> None:
    chair = person("Cy", "Day", "Session Chair")
    slots = [slot("Session: Types", "09:00", "09:40", chair), slot("On a", "09:00", "09:20")]

    [held, other] = read(session("Papers", *slots, slot("On b", "10:00", "10:20"))).entries

    assert shown(held) == ("session", "Session: Types", 540, 580)
    assert held.chairs == (Speaker("Cy Day"),)
    assert [talk.title for talk in held.entries] == ["On a"]
    assert [talk.title for talk in other.entries] == ["On b"]


def test_repeats_in_other_time_bands_are_left_out_and_counted() -> None:
    repeat = slot("On a", "21:00", "21:20", "<is_mirror>true</is_mirror>")

    manuscript = read(session("On a", slot("On a", "09:00", "09:20"), repeat))

    assert [shown(entry) for entry in manuscript.entries] == [("talk", "On a", 540, 560)]
    assert [fault.what for fault in manuscript.report] == ["left out: 1 repeat of a talk in another time band"]


def test_presenters_speak_and_other_authors_have_written_it() -> None:
    people = person("Ann", "Lee", "Author") + person("Bo", "Ek", "Presenter", "<affiliation>ETH</affiliation>")

    [talk] = read(session("On a", slot("On a", "09:00", "09:20", people))).entries

    assert (talk.speakers, talk.coauthors) == ((Speaker("Bo Ek", affiliation="ETH"),), (Speaker("Ann Lee"),))


def test_times_turn_into_those_of_the_zone_that_is_asked_for() -> None:
    sessions = [session("On a", slot("On a", "09:00", "09:20"))]

    [talk] = read(*sessions, asked=Asked(timezone="Asia/Tokyo")).entries

    assert (talk.date, talk.start, talk.end) == (DAY + datetime.timedelta(days=1), 0, 20)


def test_addresses_stay_out_unless_asked_for() -> None:
    people = person("Ann", "Lee", "Author", "<email>ann@example.org</email>")
    talk = session("On a", slot("On a", "09:00", "09:20", people))

    without, private = read(talk), read(talk, asked=Asked(private=True))

    assert [fault.what for fault in without.report] == ["left out: 1 e-mail address or telephone number (private)"]
    assert private.people["Ann Lee"].email == "ann@example.org"


def test_broken_xml_is_refused() -> None:
    with pytest.raises(BookletError):
        FORMAT.read(Material("r.xml", b"", "<event><subevent><timeslot>"), Asked())
