from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.errors import Fault, Place
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.model.program import Event, Profile, Speaker, Venue
from booklet.model.read import read_program
from booklet.scribe.drafting import draft
from booklet.scribe.proof import differences, reread
from booklet.scribe.write import compose, program_yaml
from tests.scribe.chances import Lot
from tests.scribe.manuscripts import DAY, NEXT_DAY, entry_of

ROOT = Path(__file__).parents[2]


def talk(title: str = "On Learning", **values: Any) -> Entry:
    return replace(Entry(kind="talk", title=title, date=DAY, start=540, end=585), **values)


def days_of(*entries: Entry) -> str:
    """What is written below `days:`."""
    return program_yaml(Manuscript(event=no_event("Event"), entries=entries)).text.partition("days:\n")[2]


def faults_of(*entries: Entry) -> list[str]:
    return [fault.what for fault in program_yaml(Manuscript(event=no_event("Event"), entries=entries)).faults]


def test_whole_program_is_written_as_by_hand() -> None:
    manuscript = Manuscript(
        event=Event("Workshop: Learning", "Learning", host="A Lab", language="de", timezone="Europe/Berlin"),
        venue=Venue(name="Main Building", room="Aula", address=("1 Street", "Town")),
        entries=(
            talk(speakers=(Speaker("Jane Doe", "", "A University"),), abstract="We learn.\n\nWe ask:\n- why\n- how"),
            Entry(kind="break", title="Coffee", date=DAY, start=585, end=600),
            Entry(kind="session", title="Posters", date=NEXT_DAY, each=5, entries=(talk("One", start=None, end=None),)),
        ),
        people={"Jane Doe": Profile("Jane Doe", bio="She learns.")},
        day_titles={NEXT_DAY: "Second day"},
    )

    assert (
        program_yaml(manuscript, origin=["agenda.txt"]).text
        == """\
# The program of Workshop: Learning, and everything that its booklet is made from.
#
# It was imported from agenda.txt; remarks such as "from line 42" name lines of that.
# Whatever stands behind a "#" is a remark for you and is never printed. When you have changed something:
#
#     booklet check      looks for mistakes, such as two talks at the same time
#     booklet make       writes the booklet into the folder out/

event:
  title: "Workshop: Learning"
  short_title: Learning
  host: A Lab
  language: de
  timezone: Europe/Berlin

venue:
  name: Main Building
  room: Aula
  address:
    - 1 Street
    - Town

days:
  - date: 2025-02-20
    sessions:
      - time: 9:00-9:45
        talk: On Learning
        speaker: Jane Doe (A University)
        abstract: |
          We learn.

          We ask:
          - why
          - how

      - time: 9:45-10:00
        break: Coffee

  - date: 2025-02-21
    title: Second day
    sessions:
      - session: Posters
        each: 5 min
        talks:
          - talk: One

speakers:
  Jane Doe:
    bio: |
      She learns.
"""
    )


def test_hand_written_program_is_written_again_line_by_line() -> None:
    program, _ = read_program(ROOT / "program.yaml")
    entries = tuple([entry_of(session, day.date) for day in program.days for session in day.sessions])
    by_hand = (ROOT / "program.yaml").read_text(encoding="utf-8")

    text = program_yaml(Manuscript(event=program.event, entries=entries, halves=True)).text

    lines = set(by_hand.splitlines())
    assert [row for row in text.partition("days:\n")[2].splitlines() if row not in lines] == [
        "      - time: 11:00 am-12:00 pm"
    ]


def test_names_are_written_inline_where_they_are_read_back() -> None:
    people = (Speaker("Jane Doe"), Speaker("Li Wei", "", "A Lab"))

    text = days_of(talk(speakers=people, coauthors=people[:1], chairs=(Speaker("Doe, John", "Professor", "B"),)))

    assert text.splitlines()[4:] == [
        "        speaker: [Jane Doe, Li Wei (A Lab)]",
        "        with: [Jane Doe]",
        "        chair:",
        "          name: Doe, John",
        "          position: Professor",
        "          affiliation: B",
    ]


def test_people_who_do_not_fit_on_a_line_stand_one_by_one() -> None:
    people = (Speaker("Jane Doe", "", "A" * 60), Speaker("Li Wei", "Dean", "B" * 60))

    assert days_of(talk(speakers=people)).splitlines()[4:] == [
        "        speaker:",
        f"          - Jane Doe ({'A' * 60})",
        "          - name: Li Wei",
        "            position: Dean",
        f"            affiliation: {'B' * 60}",
    ]


def test_remarks_stand_above_their_entry_with_line_and_file() -> None:
    entry = talk(remarks=("1:00-2:00 is read as 13:00-14:00",), where=Place("agenda.txt", 42))
    manuscript = Manuscript(event=no_event("Event"), entries=(entry,))

    one, two = (program_yaml(manuscript, origin=origin).text for origin in (["agenda.txt"], ["agenda.txt", "b.csv"]))

    assert one.splitlines()[14] == "      # from line 42: 1:00-2:00 is read as 13:00-14:00"
    assert two.splitlines()[14] == "      # from agenda.txt, line 42: 1:00-2:00 is read as 13:00-14:00"


def test_entries_stand_in_the_order_of_time_and_what_has_none_behind_its_predecessor() -> None:
    entries = [
        talk("Late", start=900, end=960),
        talk("Untimed", start=None, end=None),
        talk("Early"),
        talk("Last", start=1000),
    ]

    rows = [row.strip() for row in days_of(*entries).splitlines() if "talk:" in row]

    assert rows == ["talk: Early", "talk: Late", "- talk: Untimed", "talk: Last"]


def test_entry_after_midnight_stays_in_the_evening() -> None:
    text = days_of(talk("Party", start=1320, end=1440), talk("Bar", start=1455, end=1500))

    assert [row.strip() for row in text.splitlines() if "time" in row] == ["- time: 22:00-0:00", "- time: 0:15-1:00"]


def test_entry_after_midnight_without_an_evening_goes_to_the_next_day() -> None:
    entry = talk("Bar", start=1455, end=1500)

    assert days_of(entry).splitlines()[:3] == ["  - date: 2025-02-21", "    sessions:", "      - time: 0:15-1:00"]
    assert faults_of(entry) == [
        "'Bar' begins after midnight, but nothing comes before it in the evening: it stands on the next day"
    ]


def test_time_that_cannot_be_written_becomes_a_remark_and_a_fault() -> None:
    entry = talk("Night", start=1380, end=1860)

    assert days_of(entry).splitlines()[2:4] == [
        "      # the source says that this begins 23:00 and ends 07:00 on the next day",
        "      - time: 23:00",
    ]
    assert faults_of(entry) == [
        "'Night' is at a time that a day of program.yaml cannot say; a remark above it has it whole"
    ]


def test_papers_are_remarks_at_the_end_that_can_be_moved_into_a_day() -> None:
    inner = Entry(kind="talk", title="Inner", start=660, end=690)
    paper = Entry(kind="session", title="Slotless", abstract="One.\n\nTwo.", entries=(inner,))
    text = program_yaml(Manuscript(event=no_event("Event"), entries=(talk(),), papers=(paper,))).text

    head, _, tail = text.partition("# Abstracts that have no slot")
    moved = head.rstrip() + "\n\n" + "\n".join(row[2:] for row in tail.splitlines()[2:]) + "\n"

    assert [(entry.title, entry.abstract, entry.start) for entry in reread(moved).days[0].entries] == [
        ("On Learning", "", 540),
        ("Slotless", "One.\n\nTwo.", None),
        ("Inner", "", 660),
    ]


def test_event_without_title_is_marked_and_reported() -> None:
    written = program_yaml(Manuscript(event=no_event(), entries=(talk(),)))

    assert (
        written.text.splitlines()[8]
        == '  title: "???"                                     # write the event\'s title here'
    )
    assert written.faults == (
        Fault("the source does not say what the event is called", None, "write it behind 'title:' in 'event:'"),
    )


def test_source_without_agenda_still_gives_a_file() -> None:
    written = program_yaml(Manuscript(event=no_event("Event"), papers=(talk("Slotless", date=None),)))

    assert [row for row in written.text.splitlines() if "Slotless" in row] == ["#         talk: Slotless"]
    assert [fault.what for fault in written.faults] == ["the source has no agenda"]


def test_control_characters_are_left_out_and_counted() -> None:
    entries = talk("A\x00B\x1f", note="form\x0cfeed")

    assert days_of(entries).splitlines()[3:] == ["        talk: AB", "        note: form feed"]
    assert faults_of(entries) == ["3 control characters were left out, the first in 'AB'"]


@pytest.mark.parametrize(
    ("event", "what"),
    [
        (Event("E", "E", website="example"), "website"),
        (Event("E", "E", timezone="Nowhere"), "time zone"),
        (Event("E", "E", language="the usual one"), "language"),
    ],
)
def test_value_that_the_program_would_refuse_is_named(event: Event, what: str) -> None:
    faults = program_yaml(Manuscript(event=event, entries=(talk(),))).faults

    assert [fault.what.partition(" was left out")[0] for fault in faults] == [f"the {what}"]


def test_talk_that_holds_talks_becomes_a_session() -> None:
    inner = talk("In", start=None, end=None)
    deep = replace(inner, title="Deep", entries=(replace(inner, title="Deeper"),))

    entry = talk("Out", entries=(inner, deep))

    assert [row.strip() for row in days_of(entry).splitlines()[3:] if row] == [
        "session: Out",
        "talks:",
        "- talk: In",
        "- talk: Deep",
        "- talk: Deeper",
    ]
    assert faults_of(entry) == [
        "'Out' holds sessions; what is in them stands in one list",
        "'Out' holds talks, so it is written as a session",
    ]


def test_same_fault_of_many_entries_is_said_once() -> None:
    assert faults_of(*[talk("", start=540 + 60 * n, end=600 + 60 * n) for n in range(5)]) == [
        "5 entries have no title; '???' stands in its place: "
        "'talk at 09:00', 'talk at 10:00', 'talk at 11:00' and 2 more"
    ]


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32))
def test_any_manuscript_is_read_back_as_it_was_meant(seed: int) -> None:
    lot = Lot(seed)
    lot.odd = 0.5
    sheet = draft(lot.manuscript(), several=True)
    text = compose(sheet, origin=["a\nb", "\x00c"])

    event = replace(sheet.program.event, language=sheet.program.event.language or "en-US")
    if sheet.program.days:
        assert list(differences(replace(sheet.program, event=event), reread(text))) == []


def test_last_day_of_the_calendar_has_no_next_day() -> None:
    entry = talk("Bar", date=datetime.date.max, start=1455, end=1500)

    assert days_of(entry).splitlines()[0] == "  - date: 9999-12-31"


def test_talk_known_by_its_speaker_alone_has_an_empty_title() -> None:
    entry = talk("", speakers=(Speaker("Jane Doe"),))

    assert days_of(entry).splitlines()[3:] == ["        talk:", "        speaker: Jane Doe"]
    assert faults_of(entry) == []


def test_picture_beside_the_program_is_named_and_another_left_out() -> None:
    manuscript = Manuscript(
        event=no_event("Event"),
        venue=Venue(name="Hall", map=Path("map.svg")),
        entries=(talk(),),
        people={"Jane Doe": Profile("Jane Doe", photo=Path("/elsewhere/jane.png"))},
    )

    written = program_yaml(manuscript)

    assert reread(written.text).venue.map == Path("map.svg")
    assert [fault.what for fault in written.faults] == ["the picture 'jane.png' was left out"]
