from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booklet.errors import BookletError, Fault
from booklet.model.program import PARTS, Options, Profile, Program, Registration, Room, Session, Speaker, Venue, Wifi
from booklet.model.read import read_program

SMALL = """\
event: {title: Spring School}
days:
  - date: 2025-02-20
    sessions:
"""


def read(tmp_path: Path, text: str) -> Program:
    path = tmp_path / "school.yaml"
    path.write_text(text, "utf-8")
    return read_program(path)[0]


def spans(program: Program) -> list[tuple[int | None, int | None]]:
    sessions = [entry for day in program.days for session in day.sessions for entry in (session, *session.talks)]
    return [(session.start, session.end) for session in sessions]


def test_everything_that_a_program_can_say(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text("<svg/>")
    program = read(
        tmp_path,
        """\
event:
  title: Spring
    School
  short-title: School
  registration: {url: "https://example.org", capacity: 70, note: Free}
venue:
  address: Main Street 1
  map: map.svg
  geo: [30.5, -97.5]
  rooms: {Aula: ground floor, "302": }
  wifi: {network: guest, password: 12345678}
days:
  - date: Feb 20, 2025
    title: First day
    sessions:
      - time: 14:30-16:00
        room: 302
        workshop: Short talks
        chair: Eli Grigsby, Boston College
        each: 25 min
        note: |
          Bring:
          - paper,
          - pencils.
        talks:
          - talk: On
              Learning
            speaker: [Joan Bruna (NYU), {name: Thomas Chen, position: Professor}]
            with: Ada Lovelace
            keywords: [learning, teaching]
            abstract: |
              We learn,
              and teach.

              Then we rest.
      - break:
speakers:
  Joan Bruna: {also: J. Bruna, sort-as: Bruna, orcid: https://orcid.org/0000-0002-1825-0097}
  Thomas Chen:
booklet:
  paper: 6 x 9 in
  parts: [cover, Timetable]
  editions: print
  notes: 4
  issued: 10 February 2025
""",
    )
    at = ("days", 0, "sessions", 0)
    talk = Session(
        "talk",
        "On Learning",
        speakers=(
            Speaker("Joan Bruna", "", "NYU", (*at, "talks", 0, "speaker", 0)),
            Speaker("Thomas Chen", "Professor", "", (*at, "talks", 0, "speaker", 1)),
        ),
        coauthors=(Speaker("Ada Lovelace", at=(*at, "talks", 0, "with", 0)),),
        keywords=("learning", "teaching"),
        abstract="We learn, and teach.\n\nThen we rest.",
        at=(*at, "talks", 0),
    )
    workshop = Session(
        "workshop",
        "Short talks",
        870,
        960,
        "302",
        chairs=(Speaker("Eli Grigsby", "", "Boston College", (*at, "chair", 0)),),
        note="Bring:\n- paper,\n- pencils.",
        each=25,
        talks=(talk,),
        at=at,
    )
    (day,) = program.days
    assert (day.date, day.title, day.at) == (datetime.date(2025, 2, 20), "First day", ("days", 0))
    assert day.sessions == (workshop, Session("break", "Break", at=("days", 0, "sessions", 1)))
    assert (program.event.title, program.event.short_title) == ("Spring School", "School")
    assert program.event.registration == Registration("https://example.org", 70, "Free")
    assert program.venue == Venue(
        address=("Main Street 1",),
        map=tmp_path / "map.svg",
        geo=(30.5, -97.5),
        rooms=(Room("Aula", "ground floor"), Room("302")),
        wifi=Wifi("guest", "12345678"),
    )
    assert program.people == {
        "Joan Bruna": Profile(
            "Joan Bruna", ("J. Bruna",), "Bruna", orcid="0000-0002-1825-0097", at=("speakers", "Joan Bruna")
        ),
        "Thomas Chen": Profile("Thomas Chen", at=("speakers", "Thomas Chen")),
    }
    assert program.options == Options(
        paper=(432.0, 648.0),
        parts=("cover", "timetable"),
        editions=("print",),
        notes=4,
        issued=datetime.date(2025, 2, 10),
    )
    assert (program.folder, program.stem) == (tmp_path, "school")


def test_little_is_enough(tmp_path: Path) -> None:
    program = read(tmp_path, SMALL + "      - break: Coffee\n")
    assert program.event.short_title == "Spring School"
    assert program.venue == Venue()
    assert program.people == {}
    assert program.options == Options()
    assert program.options.parts == PARTS


def test_empty_values_say_nothing(tmp_path: Path) -> None:
    entry = "      - {break: , time: , room: , speaker: , abstract: , keywords: , talks: }\n"
    program = read(tmp_path, SMALL + entry + "venue: {map: , geo: , wifi: }\nspeakers:\nbooklet:\n")
    assert program.days[0].sessions == (Session("break", "Break", at=("days", 0, "sessions", 0)),)
    assert program.venue == Venue()
    assert program.options == Options()


def test_afternoon_follows_from_the_entry_above(tmp_path: Path) -> None:
    times = ["11:00-12:00 pm", "12:15-1:00", "1:00-2:00", "2:30"]
    entries = "".join(f"      - {{time: '{time}', break: Coffee}}\n" for time in times)
    program = read(tmp_path, SMALL + entries.replace("12:15-1:00", "12:15-1:00 pm"))
    assert spans(program) == [(660, 720), (735, 780), (780, 840), (870, None)]


def test_times_without_am_and_pm_are_as_written(tmp_path: Path) -> None:
    entries = "".join(f"      - {{time: '{time}', break: Coffee}}\n" for time in ["12:15-13:00", "1:00-2:00"])
    assert spans(read(tmp_path, SMALL + entries)) == [(735, 780), (60, 120)]


def test_time_that_its_day_makes_wrong(tmp_path: Path) -> None:
    entries = "      - {time: 3:00 pm, break: Coffee}\n      - {time: 7:00-12:30, break: Tea}\n"
    with pytest.raises(BookletError) as raised:
        read(tmp_path, SMALL + entries)
    (fault,) = raised.value.faults
    assert (fault.what, fault.where and fault.where.line) == ("'7:00-12:30' ends before it starts", 6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.sampled_from(["x", "9:00", "''", "2025-02-20"]),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
            st.dictionaries(
                st.sampled_from(
                    ["event", "title", "venue", "map", "days", "date", "sessions", "talk", "talks", "break"]
                ),
                inner,
                max_size=4,
            ).map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"),
        ),
        max_leaves=12,
    )
)
def test_any_shape_is_read_or_refused(tmp_path: Path, text: str) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        read(tmp_path, f"event: {{title: T}}\ndays: {text}\n")
    except BookletError as error:
        faults = error.faults
    assert all(fault.where and fault.hint for fault in faults)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (["23:30", "0:15"], [(1410, None), (1455, None)]),
        (["11:30 pm", "12:15 am", "1:00"], [(1410, None), (1455, None), (1500, None)]),
        (["8:00-10:00 pm", "11:30-12:30 am", "1:00-2:00 am"], [(1200, 1320), (1410, 1470), (1500, 1560)]),
        (["18:00-23:00", "9:00-10:00", "18:00"], [(1080, 1380), (540, 600), (1080, None)]),
        (["6:00-11:00 pm", "9:00-10:00 am", "7:00 am"], [(1080, 1380), (540, 600), (420, None)]),
        (["22:00-1:00", "7:00-8:00", "23:00", "0:30-2:00"], [(1320, 1500), (420, 480), (1380, None), (1470, 1560)]),
        (["0:15", "9:00"], [(15, None), (540, None)]),
        (["20:00", "0:00-24:00"], [(1200, None), (0, 1440)]),
    ],
)
def test_days_that_go_on_after_midnight(
    times: list[str], expected: list[tuple[int | None, int | None]], tmp_path: Path
) -> None:
    assert (
        spans(read(tmp_path, SMALL + "".join(f"      - {{panel: A, time: '{time}'}}\n" for time in times))) == expected
    )


def test_talks_that_go_on_after_midnight_are_within_their_session(tmp_path: Path) -> None:
    inner = "[{panel: B, time: '23:30'}, {panel: C, time: 0:15-0:45}]"
    program = read(tmp_path, f"{SMALL}      - {{session: Night, time: 22:00-1:00, talks: {inner}}}\n")

    assert spans(program) == [(1320, 1500), (1410, None), (1455, 1485)]


def test_early_track_below_a_late_one_stays_on_its_day(tmp_path: Path) -> None:
    entries = [
        "{session: A, room: Aula, time: 20:00-23:00, talks: [{panel: B, time: 22:00}]}",
        "{session: C, room: Room 2, time: 8:00-9:00, talks: [{panel: D, time: 8:30}]}",
        "{panel: E, room: Room 2, time: 23:30-0:30}",
    ]
    program = read(tmp_path, SMALL + "".join(f"      - {entry}\n" for entry in entries))

    assert spans(program) == [(1200, 1380), (1320, None), (480, 540), (510, None), (1410, 1470)]


def test_wireless_network_and_addresses_stay_as_they_are(tmp_path: Path) -> None:
    event = 'event: {title: S, website: "https://example.org/e\u0301"}\n'
    venue = 'venue: {wifi: {network: " Guest  5 GHz", password: "a  e\u0301\u00a0 "}}\n'
    program = read(
        tmp_path, SMALL.replace("event: {title: Spring School}\n", event + venue) + "      - break: Coffee\n"
    )

    assert program.event.website == "https://example.org/e\u0301"
    assert program.venue.wifi == Wifi(" Guest  5 GHz", "a  e\u0301\u00a0 ")
