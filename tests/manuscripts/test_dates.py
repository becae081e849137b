"""Dates as agendas write them in ten languages, whole or in part, and what only looks like one."""

from __future__ import annotations

import datetime
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.manuscripts.dates import When, find_date, read_any_date

Parts: TypeAlias = tuple[int | None, int | None, int | None, int | None]


def _parts(when: When | None) -> Parts | None:
    """Year, month, day and weekday."""
    return None if when is None else (when.year, when.month, when.day, when.weekday)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # English
        ("Feb 20, 2025", (2025, 2, 20, None)),
        ("February 20th, 2025", (2025, 2, 20, None)),
        ("20th of February 2025", (2025, 2, 20, None)),
        ("3 Sept. 2026", (2026, 9, 3, None)),
        ("Sept 3", (None, 9, 3, None)),
        ("20 Feb", (None, 2, 20, None)),
        ("Feb. 20", (None, 2, 20, None)),
        ("Monday March 2", (None, 3, 2, 0)),
        ("2 March (Monday)", (None, 3, 2, 0)),
        ("Fri, Oct 2nd", (None, 10, 2, 4)),
        ("Wed the 4th of May", (None, 5, 4, 2)),
        # German
        ("Donnerstag, 20. Februar 2025", (2025, 2, 20, 3)),
        ("Do, 20.02.2025", (2025, 2, 20, 3)),
        ("Do 20.2.", (None, 2, 20, 3)),
        ("Mi., 4. Mai", (None, 5, 4, 2)),
        ("Mittwoch den 4. Mai 2026", (2026, 5, 4, 2)),
        ("5. Jänner 2026", (2026, 1, 5, None)),
        ("2. 3. 2026", (2026, 3, 2, None)),
        # French
        ("jeudi 20 février 2025", (2025, 2, 20, 3)),
        ("1er mars 2026", (2026, 3, 1, None)),
        # Spanish
        ("jueves 20 de febrero de 2025", (2025, 2, 20, 3)),
        ("martes, 3 de mayo", (None, 5, 3, 1)),
        # Italian
        ("giovedì 20 febbraio 2025", (2025, 2, 20, 3)),
        ("1° maggio 2026", (2026, 5, 1, None)),
        # Portuguese
        ("quinta-feira, 20 de fevereiro de 2025", (2025, 2, 20, 3)),
        # Dutch
        ("donderdag 20 februari 2025", (2025, 2, 20, 3)),
        ("vr 3 april", (None, 4, 3, 4)),
        # Russian
        ("четверг, 20 февраля 2025 г.", (2025, 2, 20, 3)),
        ("пн, 2 марта", (None, 3, 2, 0)),
        ("1-го мая", (None, 5, 1, None)),
        # Polish
        ("czwartek, 20 lutego 2025", (2025, 2, 20, 3)),
        # Chinese, Japanese
        ("2025年2月20日（木）", (2025, 2, 20, 3)),
        ("2025年（令和7年）2月20日", (2025, 2, 20, None)),
        ("２０２５年２月２０日", (2025, 2, 20, None)),
        ("2月20日", (None, 2, 20, None)),
        ("2月20日 星期四", (None, 2, 20, 3)),
        # numbers
        ("2025-02-20", (2025, 2, 20, None)),
        ("2025/2/20", (2025, 2, 20, None)),
        ("2025.02.20", (2025, 2, 20, None)),
        ("20.02.25", (2025, 2, 20, None)),
        ("5-4-2025", (2025, 4, 5, None)),
        ("2/20/2025", (2025, 2, 20, None)),
        ("20/2/2025", (2025, 2, 20, None)),
        ("Mon 4.5.", (None, 5, 4, 0)),
    ],
)
def test_find_date_reads_the_whole_text(text: str, expected: Parts) -> None:
    found = find_date(text)

    assert _parts(found) == expected
    assert found is not None
    assert (found.begins, found.ends) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Thursday", 3),
        ("Thurs.", 3),
        ("Donnerstag", 3),
        ("Samedi", 5),
        ("sábado", 5),
        ("sabato", 5),
        ("terça-feira", 1),
        ("segunda-feira", 0),
        ("zaterdag", 5),
        ("суббота", 5),
        ("sobota", 5),
        ("星期日", 6),
        ("周四", 3),
        ("礼拜天", 6),
        ("木曜日", 3),
        ("(木)", 3),
    ],
)
def test_find_date_a_weekday_alone(text: str, weekday: int) -> None:
    assert _parts(find_date(text)) == (None, None, None, weekday)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Day 2", 2),
        ("day 10", 10),
        ("Day II", 2),
        ("First day", 1),
        ("the second day", 2),
        ("Tag 2", 2),
        ("zweiter Tag", 2),
        ("Jour 1", 1),
        ("Journée 2", 2),
        ("deuxième jour", 2),
        ("Día 1", 1),
        ("primer día", 1),
        ("Giorno 2", 2),
        ("Dia 3", 3),
        ("Dag 1", 1),
        ("День 2", 2),
        ("第二天", 2),
        ("第3日", 3),
        ("2日目", 2),
    ],
)
def test_find_date_a_numbered_day(text: str, number: int) -> None:
    found = find_date(text)

    assert found is not None
    assert (found.number, found.day, found.weekday) == (number, None, None)


def test_find_date_a_numbered_day_with_its_weekday() -> None:
    assert find_date("Day 2: Monday") == When(weekday=0, number=2, begins=0, ends=13)


@pytest.mark.parametrize(
    ("text", "day", "until"),
    [
        ("20–21 February 2025", 20, 21),
        ("Feb 20-21, 2025", 20, 21),
        ("20. bis 22. März 2026", 20, 22),
        ("3 & 4 May 2026", 3, 4),
        ("3 y 4 de mayo de 2026", 3, 4),
        ("1 e 2 maggio 2026", 1, 2),
        ("1 en 2 mei 2026", 1, 2),
        ("1 и 2 мая 2026", 1, 2),
        ("2月20日-21日", 20, 21),
        ("21-20 May 2026", 21, None),
        ("20 May 2026", 20, None),
    ],
)
def test_find_date_a_span_of_days(text: str, day: int, until: int | None) -> None:
    found = find_date(text)

    assert found is not None
    assert (found.day, found.until) == (day, until)


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("5/4/2025", True),
        ("12/11/2025", True),
        ("Mon 5/4", True),
        ("5/5/2025", False),
        ("13/4/2025", False),
        ("4/13/2025", False),
        ("5.4.2025", False),
        ("5-4-2025", False),
    ],
)
def test_find_date_day_and_month_may_be_the_other_way_round(text: str, swapped: bool) -> None:
    found = find_date(text)

    assert found is not None
    assert found.swapped == swapped
    assert (found.date is None) == (swapped or found.year is None)


@pytest.mark.parametrize(
    ("text", "there_is"),
    [
        ("Feb 29, 2024", True),
        ("Feb 29, 2025", False),
        ("29 February", True),
        ("30 Feb 2025", False),
        ("31 April", False),
        ("0 May", False),
        ("32 May", False),
        ("2/30/2025", False),
        ("13/13/2025", False),
        ("2025-13-01", False),
        ("2025-12-31", True),
    ],
)
def test_find_date_only_days_that_there_are(text: str, there_is: bool) -> None:
    assert (find_date(text) is not None) == there_is


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "may the force",
        "March on",
        "Marchand",
        "Day",
        "yesterday",
        "Do",
        "So 5",
        "2 do list",
        "5/4",
        "den 2.3.",
        "Day 1.5",
        "Day 2:00",
        "Room 2",
        "10:00-11:00",
        "192.168.20.25",
    ],
)
def test_find_date_of_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Thursday, 20 February 2025: Talks", "Thursday, 20 February 2025"),
        ("20 Feb: Tutorials", "20 Feb"),
        ("Feb 20 9:00", "Feb 20"),
        ("20 Feb 10:30", "20 Feb"),
        ("2025-02-20T09:00", "2025-02-20"),
        ("le 3 mai", "3 mai"),
        ("am 2.3.2026", "2.3.2026"),
        ("April 29 - May 3, 2026", "April 29"),
        ("12 May 1899", "12 May"),
        ("Tue/Wed", "Tue"),
    ],
)
def test_find_date_takes_no_more_than_the_first_date(text: str, taken: str) -> None:
    found = find_date(text)

    assert found is not None
    assert text[found.begins : found.ends] == taken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 February 2025", datetime.date(2025, 2, 20)),
        (" Thursday, 20 February 2025 ", datetime.date(2025, 2, 20)),
        ("20.02.2025", datetime.date(2025, 2, 20)),
        ("2025年2月20日（木）", datetime.date(2025, 2, 20)),
        ("", None),
        ("20 February", None),
        ("5/4/2025", None),
        ("on 20 February 2025", None),
        ("20 February 2025 or so", None),
    ],
)
def test_read_any_date(text: str, expected: datetime.date | None) -> None:
    assert read_any_date(text) == expected


_DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(_DAYS, st.sampled_from(["{:%Y-%m-%d}", "{:%d.%m.%Y}", "{:%B} {:%d}, {:%Y}", "{:%A}, {:%d} {:%B} {:%Y}"]))
def test_read_any_date_reads_what_was_written(date: datetime.date, pattern: str) -> None:
    assert read_any_date(pattern.format(date, date, date, date)) == date


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from([*"0123456789 .,-/:()年月日第", "Feb ", "mai ", "Mon ", "Tag ", "2026", "～"]), max_size=12
    ).map("".join)
)
def test_find_date_of_anything_lies_in_the_text(text: str) -> None:
    found = find_date(text)

    if found is not None:
        assert 0 <= found.begins < found.ends <= len(text)
        assert found.date is None or isinstance(found.date, datetime.date)
