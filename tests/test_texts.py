"""Texts of a program become typographic wherever they are printed, and what people copy by hand stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import pytest

from booklet.editions import EDITIONS
from booklet.make import set_book, write_edition
from booklet.press.proof import proof
from tests.reading import fluent, page_texts

PROGRAM: Final = """event: {{title: "{title}", language: en-US}}
venue: {{name: House}}
days:
  - date: 2026-03-03
    title: {text}
    sessions:
      - {{time: 8:00-9:00, break: {text}, note: {text}}}
      - {{time: 9:00-10:00, talk: {text}, speaker: {text}, with: [{text}], abstract: {text}, keywords: [{text}]}}
      - {{time: 10:00-11:00, session: {text}, chair: {text}, room: {text}, talks: [{{talk: Inner, speaker: Bo}}]}}
"""

LITERALS: Final = """event:
  title: Meeting
  language: en-US
  website: https://example.org/a--b?c='d'
  contact: o--n@example.org
  registration: {url: "https://example.org/sign--up"}
venue:
  name: House
  wifi: {network: guest--net, password: a'b--c...d}
days:
  - {date: 2026-03-03, sessions: [{time: 9:00-10:00, talk: One, speaker: Ada Abel, abstract: Words.}]}
"""

Read: TypeAlias = Callable[..., str]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Make a program's screen edition and read it."""

    def text(program: str) -> str:
        path = tmp_path / "program.yaml"
        path.write_bytes(program.encode())
        data, _ = write_edition(set_book(path), EDITIONS["screen"])
        return fluent("\n".join(page_texts(data)))

    return text


def test_texts_are_typographic_wherever_they_stand(read: Read) -> None:
    text = read(PROGRAM.format(title="Meeting", text='"It\'s \\"so\\" -- or..."'))

    assert [mark for mark in ("'", '"', "--", "...") if mark in text] == []
    assert text.count("It’s “so”—or…") >= 10


@pytest.mark.parametrize(
    "literal",
    [
        "https://example.org/a--b?c='d'",
        "https://example.org/sign--up",
        "o--n@example.org",
        "guest--net",
        "a'b--c...d",
    ],
)
def test_texts_that_are_copied_by_hand_stay_as_they_are(literal: str, read: Read) -> None:
    assert literal in read(LITERALS)


def test_texts_in_decomposed_letters_are_the_same(read: Read) -> None:
    composed, decomposed = (PROGRAM.format(title="Caf\u00e9", text=text) for text in ("\u00c9lan", "E\u0301lan"))

    assert read(decomposed) == read(composed)


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_texts_from_other_editors_are_the_same(change: Callable[[str], str], tmp_path: Path) -> None:
    program = PROGRAM.format(title="Meeting", text="Text")
    path = tmp_path / "program.yaml"
    path.write_bytes(program.encode())
    plain = proof(set_book(path).book)

    path.write_bytes(change(program).encode())

    assert proof(set_book(path).book) == plain


def test_running_heads_are_whole(read: Read) -> None:
    title = (
        "Meeting on the lengths of titles that are too long for one line at the top of a page, however small its type"
    )
    text = read(PROGRAM.format(title=title, text="Text") + "booklet: {notes: 4}\n")

    assert text.count("Meeting on the lengths") == text.count(title)
