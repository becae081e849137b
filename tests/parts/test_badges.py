"""Badges: every name whole, within its label, and as large as it goes; ribbons and codes that can be read."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booklet.design.inks import contrast
from booklet.layout.marks import Fill, GlyphRun, Ink
from booklet.layout.marks import Path as Drawn
from booklet.model.attendees import BLANK, Attendee
from booklet.model.program import Day, Event, Options, Program, Venue, Wifi
from booklet.parts.badge_codes import Code, code_of, vcard
from booklet.parts.badge_names import READABLE, SCALE, parts_of
from booklet.parts.badge_order import in_order
from booklet.parts.badge_ribbons import Ribbon, ribbon_of, ribbons_of, word_ink
from booklet.parts.badges import BadgeOptions, Badges
from booklet.parts.desk import Desk
from booklet.text.faces import SOFT_HYPHEN
from tests.badges import LABELS, outside, overprinted, runs_of, said
from tests.grids import desk_of, talk
from tests.names import NAMES

LONG = (
    "Wolfeschlegelsteinhausenbergerdorff",
    "Karl Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester von und zu Guttenberg",
    "Prof. Dr. Maximiliane von Müller-Lüdenscheid",
    "Ö. Ắnh Ärger",
    "Jo",
)
WHO = Attendee("Anna Schmidt", affiliation="University of Texas at Austin", ticket="Student", ident="T-1")


def desk_in(language: str = "en-GB", *, days: int = 2, sessions: int = 6) -> Desk:
    made = tuple(
        Day(
            datetime.date(2026, 3, 2 + number),
            "",
            tuple(
                replace(
                    talk(f"Talk {index} of day {number + 1}", 540 + 60 * index, 600 + 60 * index, "Aula", "Ada Abel"),
                    at=("days", number, "sessions", index),
                )
                for index in range(sessions)
            ),
            ("days", number),
        )
        for number in range(days)
    )
    event = Event("Meeting on Everything", "Meeting", language=language)
    venue = Venue("House", wifi=Wifi("Guests", "secret"))
    return desk_of(Program(event, venue, made, {}, Options(), Path(), "program"))


@pytest.fixture(scope="module")
def desk() -> Desk:
    return desk_in()


@pytest.fixture(scope="module")
def hebrew() -> Desk:
    return desk_in("he")


@pytest.mark.parametrize("name", LABELS)
@pytest.mark.parametrize("language", ["desk", "hebrew"])
def test_every_name_is_whole_and_within_its_label(name: str, language: str, request: pytest.FixtureRequest) -> None:
    desk: Desk = request.getfixturevalue(language)
    badges = Badges(desk, LABELS[name], BadgeOptions())
    for number, text in enumerate((*NAMES, *LONG)):
        pronouns, tokens = ("she/her", ("Dinner",)) if number % 2 else ("", ())
        who = replace(WHO, name=text, pronouns=pronouns, tokens=tokens, parts=("speaker",) if number % 3 else ())
        side = badges.front(who)

        assert outside(desk, badges, side) == []
        assert overprinted(desk, side.marks) == []
        assert side.size_of_name in SCALE
        assert SOFT_HYPHEN not in said(side)
        assert _letters(text) in _letters(said(side))
        small = [fault for fault in side.faults if "too small to be read" in fault.what]
        assert bool(small) == (side.size_of_name < READABLE)


def _letters(text: str) -> str:
    """Its letters but for those of scripts that run from right to left, which runs hold backwards."""
    plain = [letter for letter in unicodedata.normalize("NFC", text) if letter.isalpha()]
    return "".join(letter for letter in plain if unicodedata.bidirectional(letter) not in {"R", "AL"})


@given(
    name=st.text(
        st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo", "Nd", "Pd", "Po"), max_codepoint=0x24F),
        min_size=1,
        max_size=40,
    )
    .map(str.strip)
    .filter(bool)
    | st.lists(st.sampled_from(["Anna", "von", "Müller-Lüdenscheid", "Ắ", "Łódź", "שרה", "محمد", "김민준"]), min_size=1)
    .map(" ".join)
    .map(lambda text: text[:120].strip()),
    label=st.sampled_from(sorted(LABELS)),
    affiliation=st.sampled_from(["", "MIT", "Department of Mathematics, The University of Texas at Austin", "x" * 60]),
    parts=st.sampled_from([(), ("speaker",), ("speaker", "chair", "organiser")]),
    qr=st.sampled_from(["", "vcard", "https://example.org/{id}"]),
)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_fits_any_label(
    desk: Desk, name: str, label: str, affiliation: str, parts: tuple[()], qr: str
) -> None:
    badges = Badges(desk, LABELS[label], BadgeOptions(qr=qr))
    who = replace(WHO, name=name, affiliation=affiliation, parts=parts)
    side = badges.front(who)

    assert outside(desk, badges, side) == []
    assert overprinted(desk, side.marks) == []
    assert side.size_of_name in SCALE
    assert SOFT_HYPHEN not in said(side)
    assert badges.front(who) == side


def test_names_break_after_typed_hyphens_only(desk: Desk) -> None:
    badges = Badges(desk, LABELS["card-upright"], BadgeOptions())
    runs = [run.text.strip() for run in runs_of(badges.front(Attendee("Müller-Lüdenscheid")))]

    assert runs[-2:] == ["Müller-", "Lüdenscheid"]


def test_given_name_is_larger(desk: Desk) -> None:
    runs = runs_of(Badges(desk, LABELS["insert"], BadgeOptions()).front(Attendee("Anna Schmidt")))

    given, family = (next(run for run in runs if run.text.strip() == text) for text in ("Anna", "Schmidt"))
    assert given.size > family.size >= READABLE
    assert given.y < family.y


@pytest.mark.parametrize(
    ("who", "title", "large", "small"),
    [
        (Attendee("Anna Schmidt"), "", "Anna", "Schmidt"),
        (Attendee("Prof. Dr. Ludwig van Beethoven"), "Prof. Dr.", "Ludwig", "van Beethoven"),
        (Attendee("María García López", given="María", family="García López"), "", "María", "García López"),
        (Attendee("Nagy Anna", given="Anna", family="Nagy"), "", "Anna", "Nagy"),
        (Attendee("Martin Luther King, Jr."), "", "Martin Luther", "King, Jr."),
        (Attendee("Nguyễn Thị Ánh"), "", "Nguyễn Thị Ánh", ""),
        (Attendee("Suharto"), "", "Suharto", ""),
        (Attendee("朝倉 千尋"), "", "朝倉 千尋", ""),
        (Attendee("שרה כהן"), "", "שרה כהן", ""),
        (Attendee("Ben & Jerry"), "", "Ben & Jerry", ""),
    ],
)
def test_names_are_told_apart(desk: Desk, who: Attendee, title: str, large: str, small: str) -> None:
    parts = parts_of(desk, who)

    assert (parts.title, parts.large, parts.small) == (title, large, small)


def test_hebrew_names_begin_at_the_right_in_any_book(desk: Desk, hebrew: Desk) -> None:
    for one in (desk, hebrew):
        badges = Badges(one, LABELS["insert"], BadgeOptions())
        right, left = badges.layout.inside.right, badges.layout.inside.x
        for name, edge in (("שרה", right), ("Anna", left)):
            run = max(runs_of(badges.front(Attendee(name))), key=lambda run: run.size)
            assert abs((run.x + run.width if edge == right else run.x) - edge) < 0.1 * run.size


@given(colour=st.tuples(*[st.floats(0.0, 1.0)] * 3))
def test_words_of_ribbons_can_be_read(colour: tuple[float, float, float]) -> None:
    paper, quiet = Ink(1.0, 1.0, 1.0), Ink(0.3, 0.3, 0.3)
    ground, word = word_ink(Ribbon("Press", Ink(*colour)), paper, quiet)

    assert contrast(ground or paper, word) >= 4.5


def test_ribbons_say_all_that_somebody_does(desk: Desk) -> None:
    busy = replace(WHO, parts=("speaker", "organiser"))
    ribbon = ribbon_of(desk, busy, {})

    assert ribbon is not None
    assert ribbon.word == "Organiser · Speaker"
    assert ribbon_of(desk, replace(busy, parts=()), {}) == Ribbon("Student")
    assert ribbon_of(desk, Attendee("A"), {}) is None
    assert ribbon_of(desk, busy, {"organiser": Ribbon("")}) == ribbon_of(desk, replace(busy, parts=("speaker",)), {})


def test_usual_ticket_has_no_ribbon(desk: Desk) -> None:
    people = [replace(WHO, ticket=ticket) for ticket in ("Regular", "Student", "Regular", "Press", "Regular", "")]
    ribbons = ribbons_of(desk, people)

    assert ribbons["Regular"] == Ribbon("")
    assert {ribbon.word for ribbon in ribbons.values()} == {"", "Student", "Press"}
    assert len({ribbon.ink for ribbon in ribbons.values()}) == 3
    assert ribbon_of(desk, people[0], ribbons) is None


def test_ribbons_bleed_only_where_labels_are_cut(desk: Desk) -> None:
    who = replace(WHO, parts=("speaker",))
    for name, template in LABELS.items():
        badges = Badges(desk, template, BadgeOptions())
        [band] = [mark for mark in badges.front(who).marks if isinstance(mark, Fill)]
        cut = band.x == 0.0 and band.y + band.height == pytest.approx(template.label.height)
        assert cut == (not template.scored), name


def test_nothing_is_where_the_slot_is(desk: Desk) -> None:
    badges = Badges(desk, LABELS["lanyard"], BadgeOptions(backs=True))
    area = LABELS["lanyard"].slot_area

    assert area is not None
    assert badges.layout.inside.y > area.bottom


def test_code_is_large_enough_and_says_what_it_is(desk: Desk) -> None:
    badges = Badges(desk, LABELS["insert"], BadgeOptions(qr="https://example.org/t/{id}"))
    side = badges.front(WHO)
    [code] = [mark for mark in side.marks if isinstance(mark, Drawn)]
    xs = sorted({step[1] for step in code.segments if len(step) == 3})

    assert min(b - a for a, b in pairwise(xs)) >= 0.33 * 72 / 25.4 - 0.002
    assert "Scan: ticket" in said(side).replace("|", " ")


def test_code_goes_to_the_back_where_the_front_has_no_room(desk: Desk) -> None:
    label = LABELS["small"]
    options = BadgeOptions(qr="vcard", backs=True)
    who = replace(WHO, email="anna.schmidt@example.org")
    badges = Badges(desk, label, options)
    codes = [[mark for mark in side.marks if isinstance(mark, Drawn)] for side in (badges.front(who), badges.back(who))]

    assert [len(found) for found in codes] == [0, 1]
    [fault] = Badges(desk, label, replace(options, backs=False)).front(who).faults
    assert fault.what == "there is no room for a code on the badge of 'Anna Schmidt'"


def test_codes_hold_what_is_asked_for(desk: Desk) -> None:
    who = Attendee("Ek, Ada", given="Ada", family="Ek", affiliation="A;B", email="a@b.org", ident="x/1")
    ticket, card = code_of(desk, who, "https://example.org/{id}"), code_of(desk, who, "vcard")

    assert isinstance(ticket, Code)
    assert isinstance(card, Code)
    assert ticket.text == "https://example.org/x%2F1"
    assert card.text == vcard(who)
    assert "ORG:A\\;B\r\n" in card.text
    assert "EMAIL" not in vcard(replace(who, email=""))
    assert code_of(desk, who, "") is None
    assert not isinstance(code_of(desk, replace(who, ident=""), "https://example.org/{id}"), Code)


def test_blank_badge_has_a_line_to_write_on(desk: Desk) -> None:
    side = Badges(desk, LABELS["insert"], BadgeOptions(qr="vcard")).front(Attendee(BLANK))

    assert said(side).split("|")[-1] == "Name"
    assert side.faults == ()


def test_badges_are_sorted_as_they_are_looked_for(desk: Desk) -> None:
    people = [
        Attendee("Zoe Abel", ticket="B"),
        Attendee(BLANK),
        Attendee("Ana de la Cruz", ticket="A"),
        Attendee("Li Wu", given="Wu", family="Li", ticket="B"),
    ]
    names = {order: [who.name for who in in_order(desk, people, order)] for order in ("name", "ticket", "list")}

    assert names["name"] == ["Zoe Abel", "Ana de la Cruz", "Li Wu", ""]
    assert names["ticket"] == ["Ana de la Cruz", "Zoe Abel", "Li Wu", ""]
    assert names["list"] == [who.name for who in people]


def test_marks_of_runs_are_in_order_of_reading(desk: Desk) -> None:
    side = Badges(desk, LABELS["insert"], BadgeOptions()).front(WHO)
    texts = [mark.text.strip() for mark in side.marks if isinstance(mark, GlyphRun)]

    assert texts == ["Meeting on Everything", "Student", "Anna", "Schmidt", "University of Texas at Austin"]
