"""The exports of Eventbrite, pretix, Indico, Tito and Google Forms are read as their makers mean them."""

from __future__ import annotations

from booklet.attendees.duplicates import AGAIN
from booklet.attendees.read import NAMELESS, UNASSIGNED
from booklet.model.attendees import BLANK, Attendee
from tests.attendees.lists import from_system, names, told


def test_eventbrite_attendees_get_badges_and_others_are_counted() -> None:
    found = from_system("eventbrite")

    assert names(found) == ["Ana Lima", "Ana Lima", "Bo Ek", "田村真理", "Kim Oss"]
    assert found.attendees[0] == Attendee(
        "Ana Lima",
        "Ana",
        "Lima",
        affiliation="Universidade de Lisboa",
        position="Lecturer",
        pronouns="she/her",
        ticket="Regular",
        ident="9001",
        email="ana@example.org",
        line=2,
    )
    assert found.left_out == {
        "refunded": 1,
        "not attending": 1,
        "deleted": 1,
        "transferred to somebody else": 1,
        UNASSIGNED: 3,
        AGAIN: 1,
    }


def test_eventbrite_duplicates_are_told_with_their_lines() -> None:
    assert told(from_system("eventbrite").faults) == [
        (
            4,
            "'Ana Lima' stands in the list 2 times (lines 2, 4): one buyer's name for guests who have not given "
            "theirs? All badges are made",
        ),
        (12, "'Kim Oss' has 3 tickets in one row: one badge is made, and 2 have no name"),
        (13, "the ticket of 'Bo Ek' stands here 2 times (lines 5, 13); one badge is made"),
    ]


def test_unassigned_tickets_are_blanks_if_asked_for() -> None:
    blanks = [who for who in from_system("eventbrite", unassigned=True).attendees if who.name == BLANK]

    assert [(who.ticket, who.ident, who.line) for who in blanks] == [
        ("Regular", "9008", 10),
        ("Regular", "", 12),
        ("Regular", "", 12),
    ]
    assert {who.email for who in blanks} == {""}


def test_summary_says_what_was_read() -> None:
    lines = from_system("eventbrite").summary()

    assert lines[0].startswith("5 badges from ")
    assert lines[0].endswith("eventbrite.csv.")
    assert lines[1:9] == [
        "Read from these columns:",
        "  name: First Name + Surname",
        "  email: Email",
        "  ticket: Ticket Type",
        "  ident: Attendee #",
        "  status: Attendee Status",
        "  position: Job Title",
        "  affiliation: Company",
    ]
    assert lines[-1] == (
        "Left out: 1 refunded, 1 not attending, 1 deleted, 1 transferred to somebody else, "
        "3 without a name on the ticket, 1 with a ticket that stands in the list already."
    )


def test_pretix_attendees_are_not_their_buyers() -> None:
    found = from_system("pretix")

    assert [(who.name, who.given, who.family, who.affiliation, who.email) for who in found.attendees] == [
        ("Dr. Ana Lima", "Ana", "Lima", "Universidade de Lisboa", "ana@example.org"),
        ("Bo Ek", "Bo", "Ek", "KTH", "bo@example.org"),
    ]
    assert found.left_out == {UNASSIGNED: 1, "cancelled": 1, "expired": 1}
    assert told(found.faults) == [(4, "one attendee is pending, but may come: badges are made (line 4)")]


def test_pretix_secrets_are_numbers_only_where_there_is_no_other() -> None:
    assert from_system("pretix").matched["ident"] == "Pseudonymization ID"


def test_indico_names_are_taken_from_their_parts() -> None:
    found = from_system("indico")

    assert [(who.name, who.ident, who.position) for who in found.attendees] == [
        ("Ana Lima", "1", "Lecturer"),
        ("Bo Ek", "2", ""),
        ("Ed Ivo", "5", ""),
    ]
    assert found.left_out == {"withdrawn": 1, "rejected": 1}
    assert [what for _, what in told(found.faults)] == [
        "one attendee is pending, but may come: badges are made (line 3)",
        "one attendee is unpaid, but may come: badges are made (line 6)",
    ]


def test_tito_tickets_are_read_not_orders() -> None:
    found = from_system("tito")

    assert [(who.name, who.affiliation, who.position, who.ticket, who.ident) for who in found.attendees] == [
        ("Ana Lima", "Universidade de Lisboa", "Lecturer", "Regular", "TKZA-1")
    ]
    assert found.left_out == {UNASSIGNED: 1, "void": 1}


def test_form_answers_for_the_badge_win_and_the_others_fill_in() -> None:
    found = from_system("forms")

    assert [(who.name, who.affiliation, who.pronouns) for who in found.attendees] == [
        ("Ana Lima", "Universidade de Lisboa", "she/her"),
        ("Bo Ek", "KTH", ""),
    ]
    assert found.left_out == {NAMELESS: 1}
    assert told(found.faults) == [(4, "there is an e-mail address here, but no name; no badge is made")]


def test_private_answers_are_read_only_if_asked_for() -> None:
    private = {"Fish", "Vegetarian", "nuts", "none", "Rui Lima", "+351 1", "yes"}
    plain = from_system("forms").attendees
    asked = from_system("forms", {"tokens": "Which meal do you choose? + Conference dinner?"}).attendees

    values = {value for who in plain for value in (*who.tokens, *who_values(who))}
    assert values & private == set()
    assert [who.tokens for who in asked] == [("Fish", "Conference dinner?"), ("Vegetarian",)]


def who_values(who: Attendee) -> tuple[str, ...]:
    """Every text that an attendee holds."""
    return (
        who.name,
        who.given,
        who.family,
        who.affiliation,
        who.position,
        who.pronouns,
        who.ticket,
        who.ident,
        who.email,
        who.language,
        who.photo,
    )
