"""What is code, raised or lowered, and which lines are a block of code."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import markdown as marks
from booklet.markdown import as_code, as_script, code_within, fenced


def test_examples_of_the_module() -> None:
    assert doctest.testmod(marks).failed == 0


@given(
    st.text("ab `'\n x-", max_size=20), st.sampled_from(["", " ", "(", "a"]), st.sampled_from(["", " ", ")", "a", "`"])
)
def test_code_that_is_marked_is_read_as_it_was(text: str, before: str, after: str) -> None:
    marked = as_code(text, before, after)

    found = re.compile(marks.CODE).match(f"{before}{marked}{after}", len(before)) if marked else None
    assert not marked or (found is not None and code_within(found["code"]) == text)


@pytest.mark.parametrize("text", ["x", "a b", "`", "a`b", "``", "a ``` b", "x = 'a'", '"a" -- b'])
def test_code_can_be_marked_between_spaces(text: str) -> None:
    assert as_code(text, " ", " ")


@pytest.mark.parametrize("text", ["", " a", "a\nb", "` `` ```"])
def test_code_that_cannot_be_marked(text: str) -> None:
    assert as_code(text, " ", " ") == ""


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [("x", "2", ""), ("s", "-2", " "), (")", "th", ","), (" ", "14", "C"), ("~", "2-", " ")],
)
def test_superscripts_that_are_clearly_meant(before: str, text: str, after: str) -> None:
    assert as_script(text, "^", before, after) == f"^{text}^"


@pytest.mark.parametrize(
    ("before", "text", "after"), [(" ", "x", " "), ("2", "2", "n"), ("x", "a b", " "), ("", "_", "")]
)
def test_superscripts_that_are_not_clearly_meant(before: str, text: str, after: str) -> None:
    assert as_script(text, "^", before, after) == ""


@given(st.lists(st.sampled_from(["```", "```py", "````", " x", "", "a ```", "~~~"]), max_size=12).map("\n".join))
def test_fenced_stretches_are_the_text(text: str) -> None:
    parts = list(fenced(text))

    assert "\n".join(part for part, _ in parts) == text
    for part, code in parts:
        assert code is None or part.split("\n")[1:-1] == list(code)


def test_a_block_that_does_not_end_is_none() -> None:
    assert list(fenced("a\n```\nb")) == [("a\n```\nb", None)]
