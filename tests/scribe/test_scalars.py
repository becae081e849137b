from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from booklet.model.texts import line, prose
from booklet.model.tree import grow
from booklet.scribe.scalars import WIDTH, block, folded, scalar, wrapped
from tests.scribe.manuscripts import texts


def printable(text: str) -> bool:
    return not any(ord(char) < 32 or 0xD800 <= ord(char) < 0xE000 or 0x7F <= ord(char) < 0xA0 for char in text)


def test_scalar_with_a_sign_of_yaml_is_quoted() -> None:
    signs = [
        "- a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "[a]",
        "{a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        '"a"',
        "'a",
        "?",
        "~",
        "No",
    ]
    assert [scalar(text)[0] for text in signs] == ['"'] * len(signs)


def test_scalar_without_one_is_plain() -> None:
    plain = ["Opening", "C# and F#", "Q & A", "a:b", "it's", "8:30", "—", "漢字", "100 %"]
    assert [scalar(text) for text in plain] == plain


def test_scalar_in_brackets_with_a_comma_is_quoted() -> None:
    assert (scalar("Doe, Jane"), scalar("Doe, Jane", flow=True)) == ("Doe, Jane", '"Doe, Jane"')


@given(texts.map(line).filter(printable), st.integers(0, 60))
def test_folded_text_is_read_back(text: str, column: int) -> None:
    written = f"a:\n{' ' * (column + 1)}key: {folded(text, column=column + 1, taken=5)}\n"

    assert grow("f", written).tree == {"a": {"key": text}}


@given(texts.map(prose).filter(printable).filter(bool), st.integers(0, 60))
def test_block_is_read_back(text: str, column: int) -> None:
    text = prose(prose(text))
    written = f"a:\n{' ' * (column + 1)}key: {block(text, column=column + 1)}\nb: c\n"

    read = grow("f", written).tree

    assert isinstance(read, dict)
    assert isinstance(read["a"], dict)
    assert prose(str(read["a"]["key"])) == text


@given(
    st.lists(
        st.sampled_from(
            ["One two.", "- a\n- b", "1. a", "```\nif x:\n\n    y  # z\n```", "```\n- # :\n```", "*so* H~2~O"]
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(0, 60),
)
def test_blocks_of_code_are_read_back(parts: list[str], column: int) -> None:
    text = prose("\n\n".join(parts))
    written = f"a:\n{' ' * (column + 1)}key: {block(text, column=column + 1)}\nb: c\n"

    read = grow("f", written).tree

    assert isinstance(read, dict)
    assert isinstance(read["a"], dict)
    assert prose(str(read["a"]["key"])) == text
    assert all(f"```\n{code}\n```" in text for code in ("if x:\n\n    y  # z",) if code in "".join(parts))


@given(st.lists(st.sampled_from(["word", "-", "#", "a" * 30, "?", ":"]), min_size=1, max_size=60), st.integers(1, 40))
def test_wrapped_lines_joined_are_the_text(words: list[str], width: int) -> None:
    text = " ".join(words)

    lines = wrapped(text, width)

    assert " ".join(lines) == text
    assert [line[0] in "-#?:" for line in lines[1:]] == [False] * (len(lines) - 1)


def test_wrapped_lines_are_as_full_as_they_can_be() -> None:
    text = " ".join(["abcd"] * 100)

    lines = wrapped(text, WIDTH)

    assert {len(line) for line in lines[:-1]} == {WIDTH}
