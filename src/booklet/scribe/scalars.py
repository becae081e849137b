"""Texts become YAML: plain where YAML allows it, else in quotes, and long ones over several lines."""

from __future__ import annotations

import re
from typing import Final

from booklet.markdown import fenced

WIDTH: Final = 104
"""Where texts are wrapped, in columns; the hand-written program's measure."""

WIDEST: Final = WIDTH + 6
"""How long a line may be before it is cut where that is not needed, in columns."""

_UNSAFE: Final = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]|.*(?:: | #|[:\s]$)", re.DOTALL)
"""What no plain scalar may begin with or hold (YAML 1.2.2, 7.3.3)."""

_UNSAFE_IN_FLOW: Final = re.compile(r"[,\[\]{}:?]")
"""What ends a plain scalar between brackets, or does so for some readers."""

_WORD_OF_YAML: Final = re.compile(r"(?:~|null|true|false|yes|no|on|off)", re.IGNORECASE)
"""Texts for us, but not for every program that reads YAML."""

_NO_BEGINNING: Final = frozenset("-#?:")
"""What no wrapped line begins with: it would look like an item, a remark or a key, and in some places be one."""

_NUMBER: Final = re.compile(r"[0-9]{1,2}\. ")
"""What an item of a numbered list begins with, and so no wrapped line either."""


def scalar(text: str, *, flow: bool = False) -> str:
    """A text on one line.

    Args:
        text: a text without control characters or line ends.
        flow: it stands between brackets.

    >>> scalar("Opening"), scalar("Learning: a survey"), scalar("Room #3"), scalar("No")
    ('Opening', '"Learning: a survey"', '"Room #3"', '"No"')
    """
    return text if _plain(text) and not (flow and _UNSAFE_IN_FLOW.search(text)) else _quoted(text)


def folded(text: str, *, column: int, taken: int) -> str:
    """A text behind its key; a plain one that is too long for the line goes on in the next lines, which YAML joins.

    Args:
        text: as for `scalar`.
        column: how far the key is indented.
        taken: the width of the key, its colon and a space.
    """
    if column + taken + len(text) <= WIDEST or not _plain(text):
        return scalar(text)
    indent = " " * (column + 2)
    return f"\n{indent}".join(wrapped(text, WIDTH - column - 2, first=WIDTH - column - taken))


def block(text: str, *, column: int) -> str:
    """Paragraphs as a literal block, wrapped so that `model.texts.prose` gives them back.

    Args:
        text: what `prose` gave: paragraphs parted by an empty line, items of a list on lines of their own, and blocks
            of code, whose lines stay.
        column: how far the key is indented.
    """
    indent = " " * (column + 2)
    lines = ["|"]
    for part, code in fenced(text):
        if code is not None:
            lines += [f"{indent}{line}".rstrip() for line in part.split("\n")]
            lines.append("")
        elif part.strip("\n"):
            lines += _paragraphs(part.strip("\n"), indent)
    return "\n".join(lines[:-1])


def _paragraphs(text: str, indent: str) -> list[str]:
    """The lines of paragraphs, an empty one behind each."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        for item in paragraph.split("\n"):
            number = _NUMBER.match(item)
            hanging = f"\n{indent}{' ' * (number.end() if number else 2 * item.startswith('- '))}"
            lines.append(indent + hanging.join(wrapped(item, WIDTH - len(hanging) + 1)))
        lines.append("")
    return lines


def wrapped(text: str, width: int, *, first: int | None = None) -> list[str]:
    """The lines of a text that is cut at spaces; longer ones where there is no space that it may be cut at.

    It is much faster than `textwrap`, which looks at every word.

    Args:
        text: a text without line ends.
        width: how long a line may be, in characters.
        first: how long the first line may be, if not as long.

    >>> wrapped("learning with - or without - data", 16)
    ['learning with -', 'or without -', 'data']
    """
    lines: list[str] = []
    begin, room = 0, width if first is None else first
    while len(text) - begin > room:
        cut = _last_space(text, begin, begin + max(room, 1))
        if cut < 0:
            cut = _next_space(text, begin + max(room, 1))
        if cut < 0:
            break
        lines.append(text[begin:cut])
        begin, room = cut + 1, width
    lines.append(text[begin:])
    return lines


def _last_space(text: str, begin: int, end: int) -> int:
    cut = text.rfind(" ", begin + 1, end + 1)
    while cut >= 0 and _misread(text, cut + 1):
        cut = text.rfind(" ", begin + 1, cut)
    return cut


def _next_space(text: str, begin: int) -> int:
    cut = text.find(" ", begin)
    while cut >= 0 and _misread(text, cut + 1):
        cut = text.find(" ", cut + 1)
    return cut


def _misread(text: str, at: int) -> bool:
    """Whether a line that begins there would be taken for something else."""
    return text[at] in _NO_BEGINNING or _NUMBER.match(text, at) is not None


def _plain(text: str) -> bool:
    return bool(text) and not _UNSAFE.match(text) and not _WORD_OF_YAML.fullmatch(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
