"""What a person sees of a page: its lines with their numbers, found without any of the reader's own code."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final, NamedTuple

_UNSEEN: Final = frozenset({"head", "script", "style", "noscript", "template", "svg", "select"})
_APART: Final = frozenset("p br div li td th tr dt dd h1 h2 h3 h4 h5 h6 summary section table ul ol dl hr".split())
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_UNSEEN_MARKUP: Final = re.compile(
    r"\]\([^()\s]*(?:\s\"[^\"]*\")?\)"  # where a Markdown link leads to
    r"|\{:.*?\}|\{%.*?%\}|\{\{.*?\}\}"  # what Jekyll acts upon
    r"|^\.\.\s(?:contents|title|slug|date|_).*|^\s+:\w+:\s*$|^\.\.\s\w+::"  # what reST acts upon
    r"|^\[[^\]]+\]:\s.*",  # where links lead to, at the end of Markdown
)
_MARKED_UP: Final = frozenset({".html", ".htm", ".md", ".rst"})


class VisibleLine(NamedTuple):
    """A line of a page as it is seen; its number counts the lines of the file from 1."""

    number: int
    text: str


def visible_lines(suffix: str, text: str) -> list[VisibleLine]:
    """The lines of a page that show something.

    Args:
        suffix: the end of the file's name, which tells markup from plain text.
        text: the page.

    >>> visible_lines(".html", "<p>9:00 <b>Coffee</b>\\n<script>\\nx</script>")
    [VisibleLine(number=1, text='9:00 Coffee')]
    """
    if suffix not in _MARKED_UP:
        return _numbered(text.split("\n"))
    front = _FRONT_MATTER.match(text)
    shown = "\n" * front[0].count("\n") + text[front.end() :] if front else text
    parser = _Text(shown.count("\n") + 1)
    parser.feed(shown)
    parser.close()
    if suffix in {".html", ".htm"}:
        return _numbered(parser.lines)
    return _numbered([_UNSEEN_MARKUP.sub("", line) for line in parser.lines])


def _numbered(lines: list[str]) -> list[VisibleLine]:
    found = [VisibleLine(number, " ".join(line.split())) for number, line in enumerate(lines, start=1)]
    return [line for line in found if line.text]


class _Text(HTMLParser):
    """Collects the text between tags, line by line."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.lines = [""] * count
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's
        self._hidden += tag in _UNSEEN
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _UNSEEN))
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            for number, line in enumerate(data.split("\n"), start=self.getpos()[0]):
                self.lines[min(number, len(self.lines)) - 1] += line

    def _part(self, tag: str) -> None:
        if tag in _APART:
            self.lines[min(self.getpos()[0], len(self.lines)) - 1] += " "
