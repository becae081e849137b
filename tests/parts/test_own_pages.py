"""Pages of the organisers' own: what shares a page, what they are called, and where they are found."""

from __future__ import annotations

from pathlib import Path

from booklet.make import SetBook, set_book
from tests.setting import lines_of

PROGRAM = """
event: {{title: Pages, language: en-GB}}
days: [{{date: 2026-03-03, sessions: [{{time: 9-10, talk: Title, speaker: Ada, abstract: Words.}}]}}]
pages:
{pages}
booklet: {{parts: [contents, pages], paper: a5}}
"""


def made(folder: Path, *pages: tuple[str, str]) -> SetBook:
    listed = "".join(f"  - title: {title}\n    text: {text}\n" for title, text in pages)
    (folder / "program.yaml").write_text(PROGRAM.format(pages=listed), encoding="utf-8")
    return set_book(folder / "program.yaml")


def titles(done: SetBook) -> list[tuple[str, int]]:
    """Each title with its page, as it stands over its text."""
    return [(line.text, line.page) for line in lines_of(done) if line.element and line.element.role == "H1"][1:]


def test_short_texts_share_a_page_and_long_ones_begin_their_own(tmp_path: Path) -> None:
    short, long = "A few words.", "Many words about it. " * 250
    done = made(tmp_path, ("Aa", short), ("Bb", short), ("Cc", long), ("Dd", short), ("Ee", long))

    assert titles(done) == [("Aa", 1), ("Bb", 1), ("Cc", 2), ("Dd", 4), ("Ee", 5)]


def test_contents_and_outline_name_each_text(tmp_path: Path) -> None:
    done = made(tmp_path, ("The 'first'", "Words."), ("Second", "Words."))

    assert [(entry.title, entry.anchor) for entry in done.book.outline] == [
        ("Contents", "contents"), ("The ‘first’", "page-0"), ("Second", "page-1"),
    ]  # fmt: skip
    listed = [line.text for line in lines_of(done) if line.page == 0 and line.element]
    assert listed == ["Contents", "The ‘first’ 2", "Second 2"]


def test_running_head_is_the_title(tmp_path: Path) -> None:
    done = made(tmp_path, ("House rules", "Many words about it. " * 700))

    heads = {line.text for line in lines_of(done) if line.element is None and line.page in {2, 4}}
    assert "House rules" in heads


def test_headings_links_and_lists_are_set(tmp_path: Path) -> None:
    text = (
        '"Before.\\n\\n## Upper\\nWords with [a link](https://example.org/a/b) and [example.org](https://example.org/).\\n'
        '### Lower\\n1. one\\n2. two\\n\\n[me@example.org](mailto:me@example.org)"'
    )
    done = made(tmp_path, ("Rules", text))

    [part] = [text for part in done.book.root.children for text in part.children if text.role == "Sect"]
    assert [child.role for child in part.children] == ["H1", "P", "H2", "P", "H3", "L", "P"]
    said = "".join(line.text for line in lines_of(done) if line.page == 1 and line.element)
    assert said == (
        "RulesBefore.UpperWords with a link\u00a0(example.org/a/b) and example.org.Lower1.one2.twome@example.org"
    )
