"""Whatever the bytes, a reader of tables and submissions raises nothing but BookletError, and gives the same twice."""

from __future__ import annotations

import datetime
import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from booklet.errors import BookletError
from booklet.importers import (
    aclpub,
    cmt,
    conftool,
    easychair,
    hotcrp,
    openreview,
    researchr,
    softconf,
    spreadsheet,
)
from booklet.importers.material import Format, Material
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript

ASKED = (Asked(), Asked("America/Chicago", datetime.date(2025, 3, 1), private=True))

GOOD = {
    spreadsheet.FORMAT: """Zeta;;
Day;Time;Title;Speaker;Chair;Session;Duration;Affiliation
03/04/2025;9:00-10 AM;On a;Ann Lee, MIT;Di Oz;S1;;
;;Lunch;;;;45;
Monday;22:00;"Par
ty";Lee, Ann;;S1;;1: X; 2: Y
""",
    easychair.FORMAT: """#,title,authors,decision,keywords,abstract,deleted?
1,On a,"Ann Lee and Bo Ek",ACCEPT,"a
b",We,no
""",
    cmt.FORMAT: """Paper ID\tPaper Title\tAuthor Names\tAuthor Emails\tStatus
7\tOn a\tLee, Ann (MIT)*; Bo (E\ta@b.c\tAccept
""",
    softconf.FORMAT: """Submission ID,Title,Acceptance Status,1: First Name,1: Last Name,1: Presenter
5,On a,Accept,Ann,Lee,Yes
""",
    aclpub.FORMAT: """- title: S
  start_time: 2022-05-23 08:30:00
  end_time: 2022-05-23T09:30:00-04:00
  papers:
    - id: 4
      start_time: 2022-05-23 08:30
    - 5
  subsessions:
    - {title: T, papers: [6], chair: Ann}
""",
    conftool.FORMAT: """<sessions><session><session_ID>5</session_ID><session_title>B</session_title>
<session_start>2024-03-18 09:00</session_start><chair1>Lee, Ann</chair1><p1_paperID>1</p1_paperID>
<p1_title>On a</p1_title>
<p1_start>09:20</p1_start><p1_authors>Lee, Ann (1,2); Ek, Bo</p1_authors>
<p1_organisations>1: M; 2: E</p1_organisations>
</session><paper><paperID>3</paperID><title>On c</title></paper></sessions>""",
    researchr.FORMAT: """<event><timezone_id>America/Chicago</timezone_id><subevent><title>S</title>
<date>2020/11/16</date><timeslot><title>Session: S</title><start_time>09:00</start_time><end_time>10:00</end_time>
</timeslot><timeslot><title>On a</title><start_time>09:00</start_time><end_time>09:20</end_time>
<persons><person><name>Ann</name><role>Presenter</role></person></persons></timeslot></subevent></event>""",
}


def small_workbook() -> bytes:
    book = Workbook()
    book.worksheets[0].append(["Date", "Title"])
    book.worksheets[0].append(["2025-02-20", "On a"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


WORKBOOK = small_workbook()
JSON_FORMATS = (hotcrp.FORMAT, openreview.FORMAT)
KEYS = (
    "pid title authors first last email affiliation abstract decision topics contacts papers notes content value "
    "number id forum invitation replyto details directReplies keywords venue venueid authorids name status withdrawn"
).split()
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["Accept", "Rejected", "~Ann_Lee1", "ICLR 2025 poster", "X/Decision"]),
)
JSON = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=7)
    ),
    max_leaves=25,
)
BRIEF = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(chosen: Format, material: Material, asked: Asked) -> Manuscript | None:
    try:
        return chosen.read(material, asked)
    except BookletError:
        return None


def of_text(text: str) -> Material:
    return Material("fuzz", text.encode("utf-8", "replace"), text)


@pytest.mark.parametrize("chosen", [*GOOD, *JSON_FORMATS], ids=lambda one: one.name)
@BRIEF
@given(data=st.data())
def test_reader_given_any_text(chosen: Format, data: st.DataObject) -> None:
    text = data.draw(st.text(st.characters(codec="utf-8"), max_size=60) | st.text(",;\t|\"'\nTitleDay9:0", max_size=80))
    material = of_text(text)

    chosen.recognise(material)

    assert read(chosen, material, ASKED[0]) == read(chosen, of_text(text), ASKED[0])


@pytest.mark.parametrize("chosen", GOOD, ids=lambda one: one.name)
@BRIEF
@given(data=st.data())
def test_reader_given_a_damaged_file(chosen: Format, data: st.DataObject) -> None:
    text = GOOD[chosen]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(st.text(max_size=5)) + text[end:]
    asked = data.draw(st.sampled_from(ASKED))

    chosen.recognise(of_text(text))

    assert read(chosen, of_text(text), asked) == read(chosen, of_text(text), asked)


@pytest.mark.parametrize("chosen", JSON_FORMATS, ids=lambda one: one.name)
@BRIEF
@given(value=JSON, asked=st.sampled_from(ASKED))
def test_reader_given_any_json(chosen: Format, value: Any, asked: Asked) -> None:
    text = json.dumps([value])

    chosen.recognise(of_text(text))

    assert read(chosen, of_text(text), asked) == read(chosen, of_text(text), asked)


@BRIEF
@given(
    rows=st.lists(
        st.lists(
            st.none()
            | st.sampled_from(["Title", "Date", "Start", "Speaker", "Session", "Monday", "9-10", "Lunch"])
            | st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=6)
            | st.floats(allow_nan=False, allow_infinity=False, width=32)
            | st.times()
            | st.datetimes(datetime.datetime(1901, 1, 1), datetime.datetime(9000, 1, 1)),
            max_size=5,
        ),
        max_size=6,
    ),
    asked=st.sampled_from(ASKED),
)
def test_spreadsheet_given_any_cells(rows: list[list[Any]], asked: Asked) -> None:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)

    material = Material("fuzz.xlsx", stream.getvalue())

    assert read(spreadsheet.FORMAT, material, asked) == read(spreadsheet.FORMAT, material, asked)


@BRIEF
@given(data=st.data())
def test_spreadsheet_given_damaged_bytes(data: st.DataObject) -> None:
    damaged = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))

    read(spreadsheet.FORMAT, Material("fuzz.xlsx", bytes(damaged)), ASKED[0])
    cmt.FORMAT.recognise(Material("fuzz.xlsx", bytes(damaged)))
