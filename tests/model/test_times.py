from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.errors import BookletError
from booklet.model.read import read_program_text
from booklet.model.times import TimeSpan, clock, past_midnight, read_length, read_time_span, writes_halves

MORNING = [
    ("8:30-9:00", 510, 540),
    ("9:00-9:45am", 540, 585),
    ("9:00 a.m. – 10:15 a.m.", 540, 615),
    ("9-10am", 540, 600),
    ("11:00-12:00pm", 660, 720),
    ("12:00-12:45pm", 720, 765),
    ("12:15-1:00pm", 735, 780),
    ("11:30am-1:00", 690, 780),
    ("9:00-5:00pm", 540, 1020),
    ("14:30–16:00", 870, 960),
    ("2:30 pm – 4 pm", 870, 960),
    ("2pm to 4pm", 840, 960),
    ("13:00pm", 780, None),
    ("2pm", 840, None),
    ("9:30", 570, None),
    ("9", 540, None),
    ("8h30", 510, None),
    ("8 h 30 — 9h", 510, 540),
    ("8.30", 510, None),
    ("18:30 Uhr", 1110, None),
    ("0900-0945", 540, 585),
    ("09:00:00-10:00:00", 540, 600),
    ("９：００～１０：００", 540, 600),
    ("noon", 720, None),
    ("12:00 noon - 1:00 pm", 720, 780),
    ("11-noon", 660, 720),
    ("midnight", 0, None),
    ("14:00-midnight", 840, 1440),
    ("20:00-24:00", 1200, 1440),
    ("8pm-12am", 1200, 1440),
    ("9:30-", 570, None),
    ("9:30 - late", 570, None),
    ("18:30 onwards", 1110, None),
    ("from 18:30", 1110, None),
    ("22:00-1:00", 1320, 1500),
    ("10pm-1am", 1320, 1500),
    ("10 pm - 1", 1320, 1500),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "start", "end"), MORNING)
def test_span_alone(text: str, start: int | None, end: int | None) -> None:
    assert read_time_span(text, after=None) == (start, end)


@pytest.mark.parametrize(
    ("text", "after", "start", "end"),
    [
        ("1:00-2:00", 735, 780, 840),
        ("1:00-2:00", None, 60, 120),
        ("7:00-9:00", 900, 1140, 1260),
        ("11:30-1:00 pm", 600, 690, 780),
        ("9:00-10:00", 900, 540, 600),
        ("8:30-9:00", 0, 510, 540),
        ("7:00", 1200, 420, None),
        ("6:30", 870, 1110, None),
    ],
)
def test_span_after_another(text: str, after: int | None, start: int, end: int | None) -> None:
    assert read_time_span(text, after=after) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "TBA",
        "31:00",
        "9:60",
        "9:75",
        "-10:00",
        "9:00-10:00-11:00",
        "2025-02-20",
        "9amish",
        "13:00am",
        "30:30",
        "123456",
    ],
)
def test_span_unreadable(text: str) -> None:
    with pytest.raises(BookletError) as raised:
        read_time_span(text, after=None)
    assert raised.value.faults[0].what == f"expected a time such as 9:00-9:45, found '{text}'"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("15:00-14:00", "'15:00-14:00' ends before it starts"),
        ("17:59-5:00", "'17:59-5:00' ends before it starts"),
        ("11:30-1:00", "'11:30-1:00' ends before it starts"),
        ("9:00-9:00", "'9:00-9:00' ends when it starts"),
    ],
)
def test_span_backwards(text: str, what: str) -> None:
    with pytest.raises(BookletError) as raised:
        read_time_span(text, after=None)
    assert raised.value.faults[0].what == what


def twelve(minutes: int) -> str:
    hour = minutes // 60 % 24
    return f"{hour % 12 or 12}:{minutes % 60:02d} {'pm' if hour >= 12 else 'am'}"


@given(
    st.integers(0, 1438).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, 1439))),
    st.sampled_from(["-", " – ", "—", " to "]),
    st.sampled_from([clock, twelve, lambda m: f"{m // 60}h{m % 60:02d}", lambda m: f"{m // 60}.{m % 60:02d}"]),
)
def test_span_written_is_read(span: tuple[int, int], dash: str, write: object) -> None:
    assert callable(write)
    text = f"{write(span[0])}{dash}{write(span[1])}"
    assert read_time_span(text, after=None) == span


@given(st.text(max_size=20))
def test_span_of_anything_is_a_span_or_a_fault(text: str) -> None:
    try:
        start, end = read_time_span(text, after=None)
    except BookletError:
        return
    assert start is None or 0 <= start <= 1440
    assert end is None or (start is not None and end > start)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("25 min", 25),
        ("25 minutes", 25),
        ("25 mins each", 25),
        ("25min.", 25),
        ("20'", 20),
        ("90", 90),
        ("0:25", 25),
        ("1 h 30", 90),
        ("1h30", 90),
        ("1 hour", 60),
        ("1.5 h", 90),
        ("1 hour and 15 minutes", 75),
    ],
)
def test_length(text: str, minutes: int) -> None:
    assert read_length(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "h", "a while", "25 sec", "1500 min"])
def test_length_unreadable(text: str) -> None:
    with pytest.raises(BookletError) as raised:
        read_length(text)
    assert raised.value.faults[0].what == f"expected a length of time such as 25 min, found '{text}'"


def test_halves_of_the_day_are_noticed() -> None:
    assert [writes_halves(text) for text in ("9:00-9:45 am", "2p.m.", "14:30", "noon", "amber")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "latest", "start", "end"),
    [
        ("0:15", 1410, 1455, None),
        ("0:15-1:00", 1410, 1455, 1500),
        ("12:15 am", 1410, 1455, None),
        ("midnight", 1410, 1440, None),
        ("0:15", 1455, 1455, None),
        ("6:00", 1080, 1800, None),
        ("6:01", 1410, 361, None),
        ("0:15", 1079, 15, None),
        ("0:15", 0, 15, None),
        ("0:00-24:00", 1410, 0, 1440),
        ("5:00-12:00", 1410, 1740, 2160),
        ("23:45", 1410, 1425, None),
        ("", 1410, None, None),
    ],
)
def test_small_hours_below_an_evening(text: str, latest: int, start: int | None, end: int | None) -> None:
    assert past_midnight(read_time_span(text, after=None), latest) == TimeSpan(start, end)


@pytest.mark.parametrize(
    ("times", "spans", "extent"),
    [
        (
            ["20:00-21:00", "23:30-0:30", "0:15", "0:45-1:30"],
            [(1200, 1260), (1410, 1470), (1455, None), (1485, 1530)],
            (1200, 1530),
        ),
        (["20:00-21:00", "23:30-24:30", "24:30-25:15"], [(1200, 1260), (1410, 1470), (1470, 1515)], (1200, 1515)),
        (["22:00-23:00", "24:15", "25:00-2:00"], [(1320, 1380), (1455, None), (1500, 1560)], (1320, 1560)),
        (["18:00", "2515-2600"], [(1080, None), (1515, 1560)], (1080, 1560)),
        (
            ["9:00 pm", "11:30 pm-12:30 am", "12:15 am", "1:00-2:00"],
            [(1260, None), (1410, 1470), (1455, None), (1500, 1560)],
            (1260, 1560),
        ),
        (["0:15", "9:00-10:00"], [(15, None), (540, 600)], (15, 600)),
        (["22:00-30:00"], [(1320, 1800)], (1320, 1800)),
    ],
)
def test_a_day_ends_when_its_last_session_does(
    times: list[str], spans: list[tuple[int, int | None]], extent: tuple[int, int | None]
) -> None:
    entries = "".join(f"      - {{time: '{time}', talk: T}}\n" for time in times)
    text = f"event: {{title: Congress}}\ndays:\n  - date: 2025-02-20\n    sessions:\n{entries}"
    (day,) = read_program_text(text, "program.yaml")[0].days
    assert [(entry.start, entry.end) for entry in day.sessions] == spans
    assert day.extent == extent


@pytest.mark.parametrize("time", ["30:01", "24:70", "25:00 pm", "99:00", "31:00-32:00"])
def test_hours_that_no_day_has(time: str) -> None:
    with pytest.raises(BookletError):
        read_time_span(time, after=None)
