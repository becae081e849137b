from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.model import texts
from booklet.model.texts import line, prose, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Deep\n  Learning\t", "Deep Learning"),
        ("10\u00a0km ", "10\u00a0km"),
        ("Patri\u0301cia", "Patrícia"),
        ("\ufeffTitle", "Title"),
        ("a\u2028b\u2029c", "a b c"),
        ("data\u00adbase\u200bs", "data\u00adbase\u200bs"),
        ("a \u200b b\u200b", "a b"),
        ("\u00a0", ""),
        ("\u200b\u2060", ""),
    ],
)
def test_line(text: str, expected: str) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo.\n\n\n  \nThree.\n", "One two.\n\nThree."),
        ("We ask:\n- why\n  so,\n- how.\n\nEnd.", "We ask:\n- why so,\n- how.\n\nEnd."),
        ("- one\n- two", "- one\n- two"),
        ("We ask:\n1. why\n   so,\n2. how.\n\nEnd.", "We ask:\n1. why so,\n2. how.\n\nEnd."),
        ("9. nine\n10.  ten\n\n11. eleven", "9. nine\n10. ten\n\n11. eleven"),
        (
            "in equation\n2. The other\n1984. is no item\n7. nor this",
            "in equation 2. The other 1984. is no item 7. nor this",
        ),
        ("1. one\n3. not three", "1. one 3. not three"),
        ("We have\n$$ a\n- b\n- c $$\nand\n- an item", "We have $$ a - b - c $$ and\n- an item"),
        ("\\[ x\n- y \\]\n- an item", "\\[ x - y \\]\n- an item"),
        ("1. one\n- dash\n1. again", "1. one\n- dash\n1. again"),
        (
            "Before\n## How it *works*\nafter\nit\n### More\n1. one",
            "Before\n## How it *works*\nafter it\n### More\n1. one",
        ),
        ("#5 is\n##no heading\n# nor this", "#5 is ##no heading # nor this"),
        ("state - of\n-the art", "state - of -the art"),
        ("é\u00a0a\r\nb\r\n\r\nc", "é\u00a0a b\n\nc"),
        ("\n\n", ""),
        ("So:\n```python\nif x:\n\ty()  \n\n\n  z\n```\nEnd.", "So:\n\n```\nif x:\n    y()\n\n\n  z\n```\n\nEnd."),
        ("```\n\n```", ""),
        ("not ```\nclosed\n```py", "not ``` closed ```py"),
        ("```\n- \\'e\n1.  x\n```", "```\n- \\'e\n1.  x\n```"),
        ("\\'{E}cole\n\\emph{so}", "École *so*"),
        ("One.\n\n\u200b\n\nTwo.", "One.\n\nTwo."),
    ],
)
def test_prose(text: str, expected: str) -> None:
    assert prose(text) == expected


@given(st.text() | st.text("1. -`a\n ", max_size=40) | st.text("12. -#\n\t\u200b\u00a0a"))
def test_prose_twice_is_prose_once(text: str) -> None:
    assert prose(prose(text)) == prose(text)


@given(st.text())
def test_line_is_one_composed_line(text: str) -> None:
    result = line(text)
    assert line(result) == result
    assert unicodedata.is_normalized("NFC", result)
    assert "\n" not in result


def test_quoted_is_short() -> None:
    assert quoted("x" * 1000) == "'" + "x" * 60 + "…'"


@given(st.text())
def test_plain_texts_are_tidied_as_all_others_are(text: str) -> None:
    """The fast path for what is printable says the same as the rules."""
    assert line(text) == texts._spaced(texts._plain(text).replace("\u2029", " "))
    paragraphs = [texts._paragraph(part) for part in texts._PARAGRAPHS.split(texts._plain(text))]
    assert prose(text) == "\n\n".join([part for part in paragraphs if part])
