from __future__ import annotations

from pathlib import Path

import pytest

from booklet.model.program import Key
from booklet.scribe.spans import Survey

TEXT = """\
# head
event: {title: "A # b"}  # not: a key
days:
- date: 2025-02-20   # Thursday
  sessions:
    # above
    - talk: |  # long
        # no remark
        line

    -   time: 9:00
        talk: plain
          folded
# end
"""


@pytest.mark.parametrize(
    ("key", "value", "begins"),
    [
        (("event", "title"), '"A # b"', "title"),
        (("days", 0, "date"), "2025-02-20", "date"),
        (("days", 0, "sessions", 0, "talk"), "|  # long\n        # no remark\n        line", "talk"),
        (("days", 0, "sessions", 1, "talk"), "plain\n          folded", "talk"),
        (("days", 0, "sessions", 1), "time: 9:00\n        talk: plain\n          folded", "-"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_value_is_where_it_stands(key: Key, value: str, begins: str, line_end: str) -> None:
    text = TEXT.replace("\n", line_end)

    node = Survey(text).node(key)

    assert text[slice(*node.span)] == value.replace("\n", line_end)
    assert text[slice(*node.key)] == begins


def test_remarks_are_told_from_texts() -> None:
    assert Survey(TEXT).remarks() == ["# head", "# not: a key", "# Thursday", "# above", "# long", "# end"]


def test_block_takes_the_remarks_above_it_and_no_line_of_a_text() -> None:
    text = "days:\n  - talk: |\n      a\n      # no remark\n  # one\n  # two\n  - talk: b\n"
    survey = Survey(text)

    assert text[slice(*survey.block(survey.node(("days", 1))))] == "  # one\n  # two\n  - talk: b\n"


def test_dash_is_found_behind_remarks_that_hold_one() -> None:
    text = "days:\n  - a: b\n  # - c: d\n  -\n    a: e\n"
    node = Survey(text).node(("days", 1))

    assert (text[slice(*node.key)], text[: node.key.start].count("\n")) == ("-", 3)


def test_every_value_of_a_real_program_is_found() -> None:
    text = (Path(__file__).parents[2] / "program.yaml").read_text(encoding="utf-8")
    survey = Survey(text)

    talks = [survey.node(("days", day, "sessions", 1, "talk")) for day in (0, 1)]

    assert [text[slice(*node.span)][:11] for node in talks] == ["Posterior S", "Challenges "]
