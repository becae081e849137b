"""Texts as they are typed become texts as they are set: one line, or paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from booklet.errors import BookletError, Fault
from booklet.markdown import fenced
from booklet.model.tex import untexed

_BREAKS: Final = re.compile("\r\n?|[\x85\u2028]")
_SPACES: Final = re.compile("[ \t\n]+")
_PARAGRAPHS: Final = re.compile("\n[ \t]*\n[ \t\n]*|\u2029[ \t\n]*")
_SET_OUT: Final = re.compile(r"(?P<dash>- )|(?P<number>[0-9]{1,2})\. |(?P<heading>#{2,3} )")
"""What a line begins with that is not joined to the line above it: an item of a list, a heading."""

_MAY_SET_OUT: Final = re.compile(r"(?:\A|\n)[ \t]*(?:[0-9]{1,2}\.|##)")
_MARK: Final = "\ufeff"
_ALLOWS_BREAK: Final = "\u200b"
_SPACES_AND_BREAKS: Final = re.compile(f"[ \t\n{_ALLOWS_BREAK}]+")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""The categories of characters that leave no trace on paper (Unicode Character Database, General_Category)."""

_UNSHOWN: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_TAB: Final = 4
"""Tabs of code end at every fourth column."""

_UNTYPED: Final = frozenset({"Cc", "Zl", "Zp"})
_SHOWN: Final = 60


def line(text: str) -> str:
    r"""A text on one line, composed (NFC), with single spaces; spaces that do not break are kept, and TeX is read.

    >>> line("  Deep\n  Learning "), line(r"Erd\H{o}s")
    ('Deep Learning', 'Erdős')
    """
    return plain_line(untexed(text, marks=False) if "\\" in text else text)


def plain_line(text: str) -> str:
    r"""What is no text to be read, such as the name of a file, on one line as `line` makes it, but without its TeX.

    >>> plain_line(r"pictures\o.png ")
    'pictures\\o.png'
    """
    if text.isprintable():
        return _even(text)
    return _spaced(_plain(text).replace("\u2029", " "))


def prose(text: str) -> str:
    r"""Paragraphs, each on a line of its own with an empty line between.

    Within a paragraph, line breaks are only where the editor wrapped the text, so each becomes a space. An item of a
    list stays on a line of its own: it begins with "- " or with a number, "1. ", that begins a paragraph or follows
    the number of the item above it; so does a heading, which begins with "## " or "### ". Lines between two lines of
    three backticks are code, and stay as they are; the lines of a displayed formula are one, whatever they begin with.
    TeX is read.

    >>> prose("First line\nsecond.\n\nWe ask:\n- why,\n- how.")
    'First line second.\n\nWe ask:\n- why,\n- how.'
    """
    if text.isprintable():
        return _even(untexed(text, marks=True) if "\\" in text else text)
    if "```" not in text:
        return _paragraphs(text)
    parts = [
        _paragraphs(part) if code is None else _code(code)
        for part, code in fenced(_plain(text).replace("\u2029", "\n\n"))
    ]
    return "\n\n".join([part for part in parts if part])


def _paragraphs(text: str) -> str:
    if "\\" in text:
        text = untexed(text, marks=True)
    paragraphs = [_paragraph(part) for part in _PARAGRAPHS.split(_plain(text))]
    return "\n\n".join([part for part in paragraphs if part])


def _code(lines: Sequence[str]) -> str:
    """A block of code with its lines, whose indents are kept, and which hold no tabs and nothing that is not seen."""
    shown = [_UNSHOWN.sub("", line.expandtabs(_TAB)).rstrip() for line in lines]
    full = [at for at, line in enumerate(shown) if line]
    return "\n".join(["```", *shown[full[0] : full[-1] + 1], "```"]) if full else ""


def exact(text: str) -> str:
    """A text that is typed in somewhere character by character, such as a password: nothing is tidied.

    Raises:
        BookletError: it holds a control character or the end of a line.
    """
    found = next((char for char in text if unicodedata.category(char) in _UNTYPED), "")
    if found:
        what = f"expected a text on one line, found one with the control character U+{ord(found):04X}"
        raise BookletError([Fault(what, hint="write it behind its key, in quotes if spaces begin or end it")])
    return text


def blank(text: str) -> bool:
    r"""Whether nothing of a text would be seen: it holds only spaces, control and format characters.

    >>> blank("\u00a0\u200b"), blank(""), blank("a\u00ad")
    (True, True, False)
    """
    return all(unicodedata.category(char) in _UNSEEN for char in text)


def invisible(text: str) -> str:
    r"""The first character of a text that nobody sees and that is no plain space, or nothing.

    >>> invisible("https://exam\u00adple.org") == "\u00ad"
    True
    """
    return next((char for char in text if char != " " and unicodedata.category(char) in _UNSEEN), "")


def quoted(text: str) -> str:
    """A text as messages name it: on one line, in quotes, and cut short.

    >>> quoted("half past nine")
    "'half past nine'"
    """
    short = plain_line(text[: 4 * _SHOWN])
    return f"'{short}'" if len(short) <= _SHOWN else f"'{short[:_SHOWN].rstrip()}…'"


def _even(text: str) -> str:
    """A text that holds no other space than U+0020 and nothing that is not seen, so that little is to be done."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        return " ".join(text.split())
    return text


def _paragraph(text: str) -> str:
    if "- " not in text and not _MAY_SET_OUT.search(text):
        return _spaced(text)
    lines: list[list[str]] = []
    number = 0
    fresh = True
    for raw in text.split("\n"):
        inside = bool(lines) and not fresh and _in_formula("\n".join(lines[-1]))
        begins = None if inside else _SET_OUT.match(_spaced(raw))
        follows = begins is not None and begins["number"] is not None and int(begins["number"]) == number + 1
        if fresh or (begins and (follows or begins["number"] is None)):
            lines.append([])
            number = int(begins["number"] or 0) if begins else 0
        lines[-1].append(raw)
        fresh = begins is not None and begins["heading"] is not None
    return "\n".join(filter(None, [_spaced("\n".join(line)) for line in lines]))


def _in_formula(text: str) -> bool:
    """Whether a text ends inside a displayed formula of TeX's, whose lines may begin with a minus."""
    if "$$" in text and text.count("$$") % 2:
        return True
    return text.count("\\[") > text.count("\\]") or text.count("\\begin{") > text.count("\\end{")


def _spaced(text: str) -> str:
    """A text with single spaces, or nothing if it is blank.

    `str.split` is much faster than the pattern, but would break at spaces that do not break, too.
    """
    if text.isascii():
        return " ".join(text.split())
    if _ALLOWS_BREAK in text:
        text = _SPACES_AND_BREAKS.sub(_one_space_or_break, text).strip(_ALLOWS_BREAK)
    text = _SPACES.sub(" ", text).strip(" ")
    return "" if blank(text) else text


def _one_space_or_break(found: re.Match[str]) -> str:
    """Beside a space, a zero width space says nothing."""
    return " " if found[0].strip(_ALLOWS_BREAK) else _ALLOWS_BREAK


def _plain(text: str) -> str:
    if text.isascii() and "\r" not in text:
        return text
    return unicodedata.normalize("NFC", _BREAKS.sub("\n", text).replace(_MARK, ""))
