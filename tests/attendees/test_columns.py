"""Headings are matched in many languages and shapes, and what is private is not."""

from __future__ import annotations

import pytest

from booklet.attendees.columns import Named, columns_of
from booklet.attendees.meanings import OF_THE_BUYER, TO_PRINT, meaning_of

PAIRS = {
    "First Name|Last Name": (0, 1),
    "firstName|lastName": (0, 1),
    "Given name|Surname": (0, 1),
    "Vorname|Nachname": (0, 1),
    "Name|Vorname": (1, 0),
    "Nom|Prénom": (1, 0),
    "Prénom|Nom de famille": (0, 1),
    "Nombre|Apellidos": (0, 1),
    "Cognome|Nome": (1, 0),
    "Nome|Sobrenome": (0, 1),
    "Voornaam|Achternaam": (0, 1),
    "Naam|Voornaam": (1, 0),
    "Imię|Nazwisko": (0, 1),
    "Фамилия|Имя": (1, 0),
    "姓|名": (1, 0),
}
WHOLES = [
    "Name", "Full name", "FULL_NAME", "Attendee name", "Participant's name", "Your full name", "What is your name?",
    "First and last name", "Name and surname", "Vor- und Nachname", "Name", "Nom", "Nom et prénom", "Nom complet",
    "Nombre y apellidos", "Nome e cognome", "Nome completo", "Naam", "Imię i nazwisko", "ФИО",
    "Фамилия, имя, отчество",
    "氏名", "お名前", "参加者氏名", "姓名", "您的姓名",
]  # fmt: skip
FOR_BADGES = [
    "Badge name", "Name on badge", "Name as it should appear on your badge", "What name should we print on your badge?",
    "Preferred name", "Name tag", "Name auf dem Namensschild", "Nom sur le badge", "Nombre para la credencial",
    "Nome no crachá", "Nome sul badge", "Имя на бейдже", "名札に載せる名前", "胸卡姓名",
]  # fmt: skip
PRIVATE = [
    "Dietary restrictions", "Do you have allergies?", "Accessibility needs", "Phone number", "Mobile", "Home Address 1",
    "Home City", "Emergency contact name", "Name of accompanying person", "Partner: Name", "Date of birth", "Gender",
    "Passport number", "ふりがな", "紧急联系人姓名", "アレルギー",
    "Manager name", "Username", "Event name", "Title", "Prefix",
]  # fmt: skip


@pytest.mark.parametrize("headings", PAIRS)
def test_parts_of_names_are_known(headings: str) -> None:
    given, family = PAIRS[headings]

    assert columns_of(headings.split("|")).names == (Named(None, given, family),)


@pytest.mark.parametrize("heading", WHOLES)
def test_whole_names_are_known(heading: str) -> None:
    (name,) = columns_of(["Timestamp", heading]).names

    assert name[:3] == (1, None, None)


@pytest.mark.parametrize("heading", FOR_BADGES)
def test_what_is_for_the_badge_goes_first(heading: str) -> None:
    found = columns_of(["First name", "Last name", heading])

    assert found.names[0].whole == 2
    assert found.names[1:] == (Named(None, 0, 1),)


@pytest.mark.parametrize("heading", PRIVATE)
def test_other_headings_are_not_taken(heading: str) -> None:
    assert meaning_of(heading) is None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Company Name", "affiliation"),
        ("Ticket Company Name", "affiliation"),
        ("Name of your institution", "affiliation"),
        ("University / Company", "affiliation"),
        ("What is your affiliation (as on the badge)?", "affiliation"),
        ("Zugehörigkeit", "affiliation"),
        ("Établissement", "affiliation"),
        ("Место работы", "affiliation"),
        ("ご所属", "affiliation"),
        ("您的工作单位", "affiliation"),
        ("Job Title", "position"),
        ("E-Mail-Adresse", "email"),
        ("Attendee email", "email"),
        ("Correo electrónico", "email"),
        ("メールアドレス", "email"),
        ("What are your pronouns?", "pronouns"),
        ("Ticket Type", "ticket"),
        ("Attendee #", "ident"),
        ("Ticket Reference", "ident"),
        ("Registration state", "status"),
        ("Void Status", "status"),
        ("Order Status", "status"),
        ("Preferred language", "language"),
    ],
)
def test_other_columns_are_known(heading: str, field: str) -> None:
    meaning = meaning_of(heading)

    assert meaning is not None
    assert meaning.field == field


@pytest.mark.parametrize("heading", ["Order #", "Order code", "Position ID", "Order Reference", "Invoice number"])
def test_numbers_of_orders_are_no_tickets(heading: str) -> None:
    meaning = meaning_of(heading)

    assert meaning is None or meaning.field != "ident"


def test_buyers_are_taken_only_if_nobody_else_is_there() -> None:
    alone = columns_of(["Buyer name", "Buyer email"])
    beside = columns_of(["Invoice address: Name", "Attendee name", "Order name"])

    assert (alone.names, alone.of_buyers) == ((Named(0),), True)
    assert (beside.names, beside.of_buyers) == ((Named(1),), False)


def test_a_heading_with_a_colon_says_whose_it_is() -> None:
    given, invoice = meaning_of("Attendee name: Given name"), meaning_of("Invoice address: Company")

    assert given is not None
    assert given.field == "given"
    assert invoice is not None
    assert (invoice.field, invoice.rank) == ("affiliation", OF_THE_BUYER)


def test_a_preferred_first_name_goes_before_the_legal_one() -> None:
    found = columns_of(["First name", "Last name", "Preferred first name"])
    meaning = meaning_of("Preferred first name")

    assert meaning is not None
    assert meaning.rank == TO_PRINT
    assert found.names == (Named(None, 2, 1), Named(None, 0, 1))


def test_the_first_of_two_like_columns_counts() -> None:
    assert columns_of(["Name", "Company", "City", "Company"]).places["affiliation"] == (1,)


def test_every_status_counts() -> None:
    assert columns_of(["Name", "Order status", "Ticket status"]).places["status"] == (1, 2)
