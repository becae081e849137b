from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.errors import BookletError, Fault, Place
from booklet.model.program import Key
from booklet.model.source import Source

TEXT = """\
event:
  title: Spring School
  short-title: School
days:
  - date: 2025-02-20
    sessions:
      - {time: 8:30-9:00, break: No}
      - talk: |
          On Learning
        speaker: Joan Bruna
"""


def test_values_stay_texts() -> None:
    text = "a: 8:30\nb: No\nc: 2025-02-20\nd: 0o17\ne: ~\nf: [1, 2.0]\ng:\n"
    tree = {"a": "8:30", "b": "No", "c": "2025-02-20", "d": "0o17", "e": "~", "f": ["1", "2.0"], "g": ""}
    assert Source("p.yaml", text).tree == tree


@pytest.mark.parametrize(
    ("key", "of_key", "line", "column"),
    [
        ((), False, 1, 1),
        (("event",), False, 2, 3),
        (("event",), True, 1, 1),
        (("event", "title"), False, 2, 10),
        (("event", "short_title"), False, 3, 16),
        (("event", "short_title"), True, 3, 3),
        (("event", "host"), False, 2, 3),
        (("days", 0, "sessions", 0), False, 7, 9),
        (("days", 0, "sessions", 0, "break"), False, 7, 34),
        (("days", 0, "sessions", 1, "talk"), False, 8, 15),
        (("days", 0, "sessions", 1, "speaker", 0, "name"), False, 10, 18),
        (("days", 0, "sessions", 7, "talk"), False, 7, 7),
        (("venue",), False, 1, 1),
    ],
)
def test_place(key: Key, of_key: bool, line: int, column: int) -> None:
    assert Source("p.yaml", TEXT).place(key, of_key=of_key) == Place("p.yaml", line, column)


def test_mark_at_the_beginning_is_no_character(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    source = Source.read(path)
    assert list(source.tree) == ["event", "days"]
    assert source.place(("event", "title")) == Place(str(path), 2, 10)


def test_line_ends_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert Source.read(path).tree == Source("p.yaml", TEXT).tree
    assert Source.read(path).place(("days", 0, "date")) == Place(str(path), 5, 11)


@given(st.binary(max_size=60))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = data.decode()
        Source("p.yaml", text).place(("days", 0))
    except (UnicodeDecodeError, BookletError):
        pass


@given(st.text(alphabet="ab:-? \t\n'\"[]{},&*!|>%@`#\\\x00é\u2028"))
def test_random_signs_are_read_or_refused(text: str) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        Source("p.yaml", text).place(("a", "b", 0))
    except BookletError as error:
        faults = error.faults
    assert all(fault.where and fault.hint for fault in faults)
