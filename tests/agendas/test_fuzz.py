"""Whatever a page holds, it is read to its end, and refused only with a BookletError."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booklet.agendas.read import read_page
from booklet.errors import BookletError
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.gaps import gaps
from booklet.manuscripts.joining import join
from booklet.manuscripts.manuscript import Entry, Manuscript
from booklet.model.times import MIDNIGHT
from tests.agendas.accounting import unaccounted
from tests.agendas.visible import visible_lines

_PAGES: Final = Path(__file__).parents[1] / "fixtures" / "agendas"

_LONGEST: Final = 120
"""So many lines of a real page are enough to go wrong."""

_FRAGMENTS: Final = (
    "9:00", "9:00-9:45", "10:30 am", "12:00-1:00", "1:00-2:00 pm", "22:00-0:30", "0:30-2:00", "14h30", "9 Uhr",
    "0900-0945", "午後1時", "９：００～９：４５", "24:00", "30:00", "15:00-14:00", "99:99", "25 mins each",
    "(20+5 min)", "CET", "Monday, March 2, 2026", "March 3", "20.02.2025", "5/4/2025", "2025年2月20日（木）",
    "Thursday", "Day 2", "第二天", "Feb 30", "0001-01-01", "Dec 31", "Mon 5/4", "20–21 February 2025", "Ann Lee",
    "Bo Ek (Lund)", "Cy Oz, Yale University", "陈省身", "山田太郎", "Дмитрий Иванов", "Dr. Prof. Mr.", "and", "TBA",
    "Coffee break", "Lunch", "Conference dinner", "Registration", "Session 1", "Poster session", "Three talks",
    "Keynote:", "Abstracts", "Sponsors", "Schedule", "Workshop on Trees 2026", "Morning", "Best regards",
    "Speaker:", "Title:", "Chair: Di Poe", "Room 101", "Abstract.", "Bio:", "Time", "Speaker", "要旨：",
    "We show that trees grow.", "|", "|---|---|", "\t", "   ", "\n", "\n", "\n\n", " - ", "* ", "1. ", "## ", "= ",
    "====", "+---+---+", "> ", "---", ":", "::", ".. |x| image:: y", "{% if %}", "[x](y)", "[", "**", "_", "`", "$",
    "\\", "(", ")", "（", "「", '"', "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=2>",
    "<td rowspan=0>", "<td colspan=99999>", "<th>", "<td rowspan=-1 colspan=x>", "</td>", "<ul><li>", "</li>",
    "<h2>", "</h2>", "<p>", "<br>", "<dl><dt>", "<dd>", "<a href='x.pdf'>", "</a>", "<details><summary>",
    "<script>", "</script>", "<!--", "-->", "<![CDATA[", "<html>", "<body>", "<!DOCTYPE html>", "&amp;", "&#0;",
    "&#x110000;", "&nbsp;", "<", ">", "\x00", "\x0b", "\x0c", "\x1b", "\x85", "\u2028", "\u200b", "\u202e",
    "\ufeff", "\ufffd", "\U0001f333", "e\u0301", "İ", "ß", "\r", "\r\n", "²", "٣", "Ⅳ",
)  # fmt: skip

_DAYS: Final = st.sampled_from([None, datetime.date(2026, 3, 2), datetime.date(2024, 2, 29)])


def _read(text: str, first_day: datetime.date | None) -> Manuscript | None:
    """What is read, or None if it is refused as it should be; nothing else is raised."""
    try:
        return read_page("page", text, Asked(first_day=first_day))
    except BookletError:
        return None


def _holds(read: Manuscript | None, lines: int) -> None:
    """What the model says of every manuscript."""
    if read is None:
        return
    assert read.entries or read.papers
    for entry in read.entries:
        assert entry.date is not None
        for part in (entry, *entry.entries):
            _is_entry(part, lines)
    for paper in read.papers:
        assert paper.date is None
        _is_entry(paper, lines)
    for fault in (*read.report, *read.asks):
        assert fault.what
        assert fault.where is not None
        assert 0 <= fault.where.line <= lines
    gaps(join([read]))


def _is_entry(entry: Entry, lines: int) -> None:
    assert entry.where is not None
    assert 0 < entry.where.line <= lines
    assert entry.start is None or 0 <= entry.start < 2 * MIDNIGHT
    if entry.end is not None:
        assert entry.start is not None
        assert entry.start < entry.end


def _count(text: str) -> int:
    return len(text.splitlines()) + 1


@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=40), st.sampled_from(["", " "]), _DAYS)
def test_a_page_of_fragments(fragments: Sequence[str], between: str, first_day: datetime.date | None) -> None:
    text = between.join(fragments)

    _holds(_read(text, first_day), _count(text))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=200), _DAYS)
def test_a_page_of_anything(text: str, first_day: datetime.date | None) -> None:
    _holds(_read(text, first_day), _count(text))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.lists(st.sampled_from(_FRAGMENTS), max_size=3).map(" ".join), min_size=1, max_size=12),
    st.sampled_from(["{}\n", "<tr><td>{}</td></tr>", "{}\t", "| {} |\n", "<li>{}</li>", "9:00-9:45\t{}\n"]),
)
def test_a_page_of_rows(cells: Sequence[str], row: str) -> None:
    text = "Monday, March 2, 2026\n\n" + "".join(row.format(cell) for cell in cells)

    _holds(_read(text, None), _count(text))


def _cut(lines: list[str], one: int, other: int) -> list[str]:
    return lines[min(one, other) : max(one, other)]


def _doubled(lines: list[str], one: int, other: int) -> list[str]:
    return [*lines[: max(one, other)], *lines[min(one, other) :]]


def _swapped(lines: list[str], one: int, other: int) -> list[str]:
    changed = [*lines]
    changed[one], changed[other] = changed[other], changed[one]
    return changed


def _torn(lines: list[str], one: int, other: int) -> list[str]:
    """A line that ends in its middle."""
    return [*lines[:one], lines[one][: other % (len(lines[one]) + 1)], *lines[one + 1 :]]


def _without(lines: list[str], one: int, other: int) -> list[str]:
    return [line for at, line in enumerate(lines) if at not in {one, other}]


def _joined(lines: list[str], one: int, other: int) -> list[str]:
    """All on one line between two places."""
    begin, end = min(one, other), max(one, other)
    return [*lines[:begin], " ".join(lines[begin:end]), *lines[end:]]


_MUTATIONS: Final = (_cut, _doubled, _swapped, _torn, _without, _joined)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    page = draw(st.sampled_from(sorted(path for path in _PAGES.iterdir() if path.suffix != ".json")))
    lines = page.read_text("utf-8-sig").split("\n")[:_LONGEST]
    mutations: list[Callable[[list[str], int, int], list[str]]] = draw(
        st.lists(st.sampled_from(_MUTATIONS), min_size=1, max_size=3)
    )
    for mutation in mutations:
        if lines:
            places = st.integers(0, len(lines) - 1)
            lines = mutation(lines, draw(places), draw(places))
    return "\n".join(lines)


@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(_mutated(), _DAYS)
def test_a_page_that_was_changed(text: str, first_day: datetime.date | None) -> None:
    _holds(_read(text, first_day), _count(text))


_LINES: Final = (
    "Ann Lee: Cuts in trees", "Bo Ek (Lund): Walks", "Coffee break", "Lunch", "Leaves and roots",
    "Session 1: Graphs", "Chair: Eve Roe", "Speaker: Cy Fox", "Title: Quivers", "Room 101", "Room: Hall A",
    "Abstract: We show that trees grow.", "Sponsors", "Abstracts", "Poster session", "- Di Poe",
    "Organisers: Hal Ito", "Kalman filters", "", "Registration opens", "Panel discussion (moderated by Eve Roe)",
    "Slides: http://x.org/a.pdf", "Notes: bring paper", "Morning", "Keynote",
)  # fmt: skip
_HOURS: Final = (
    "9:00-9:45 ", "10:00 ", "11:30-12:00\t", "12:00-1:00 ", "2 pm ", "14:00 | ", "16:00-\n", "(17:00-18:00) ",
)  # fmt: skip
_HEADS: Final = (
    "Monday, March 2, 2026", "Tuesday, March 3", "Day 2", "Wednesday: Tutorials", "March 4, 2026 – Posters",
    "## Thursday, 5 March 2026",
)  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(_HEADS),
            st.sampled_from(_LINES),
            st.builds("{}{}".format, st.sampled_from(_HOURS), st.sampled_from(_LINES)),
        ),
        min_size=1,
        max_size=10,
    )
)
def test_no_word_of_a_page_is_dropped(lines: Sequence[str]) -> None:
    text = "\n".join(lines)

    read = _read(text, datetime.date(2026, 3, 2))

    if read is not None:
        assert unaccounted(visible_lines(".txt", text), read, (*read.report, *read.asks)) == []


def test_a_page_that_is_read_twice_is_the_same() -> None:
    text = (_PAGES / "en-rowspan-sessions.html").read_text("utf-8")

    assert _read(text, None) == _read(text, None)
