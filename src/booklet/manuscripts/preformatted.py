r"""Blocks of code in a text, of HTML or Markdown, are put aside while the rest of it is read."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from booklet.manuscripts.characters import decoded
from booklet.manuscripts.tags import BLOCKS, LISTS, TABLES, TOKEN, is_tag
from booklet.markdown import as_code, fenced

_PRE: Final = re.compile(r"<pre(?:\s[^<>]{0,400})?>", re.IGNORECASE)
_END: Final = re.compile(r"</pre\s*>", re.IGNORECASE)
_LAYS_OUT: Final = BLOCKS | LISTS | TABLES
_MOST: Final = 0xFFF0
"""So many blocks are put aside at most."""


class Blocks(NamedTuple):
    """Blocks of code, as our Markdown writes them, and the character that stands for the first."""

    first: int
    codes: tuple[str, ...] = ()

    def restored(self, text: str) -> str:
        """A text with the blocks put back, each with empty lines around it; in a line with others it is no block."""
        if not self.codes:
            return text
        sign = f"[{chr(self.first)}-{chr(self.first + len(self.codes) - 1)}]"
        text = re.sub(rf"(?m)^{sign}$", lambda found: self._block(found[0]), text)
        return re.sub(sign, lambda found: self._line(found[0]), text)

    def _block(self, sign: str) -> str:
        return f"```\n{self.codes[ord(sign) - self.first]}\n```"

    def _line(self, sign: str) -> str:
        code = " ".join(self.codes[ord(sign) - self.first].split())
        return f" {as_code(code) or code} ".rstrip()


def without_code(text: str, first: int) -> tuple[str, Blocks]:
    r"""Put a text's blocks of code aside, a character for each.

    >>> text, blocks = without_code("<p>So:</p><pre>if x:\n  y()</pre>", 0x100000)
    >>> text, blocks.codes
    ('<p>So:</p>\n\n\U00100000\n\n', ('if x:\n  y()',))

    Args:
        text: with plain spaces and line ends.
        first: the number of the character for the first block; a text that holds such characters stays.
    """
    if not ("```" in text or ("</" in text and "</pre" in text.lower())) or max(text) >= chr(first):
        return text, Blocks(first)
    codes: list[str] = []
    text = _without_pre(text, first, codes)
    parts = [part if code is None else _aside("\n".join(code), first, codes) or part for part, code in fenced(text)]
    return "\n".join(parts), Blocks(first, tuple(codes))


def _without_pre(text: str, first: int, codes: list[str]) -> str:
    parts: list[str] = []
    at = 0
    while begins := _PRE.search(text, at):
        ends = _END.search(text, begins.end())
        if ends is None:
            break
        code = _code(text[begins.end() : ends.start()])
        parts += [text[at : begins.start()], _aside(code, first, codes) or text[begins.start() : ends.end()]]
        at = ends.end()
    return "".join([*parts, text[at:]])


def _aside(code: str, first: int, codes: list[str]) -> str:
    """Put a block aside, unless it has nothing to show or would end too early; the character for it, or nothing."""
    lines = [line.rstrip() for line in code.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    if not lines or len(codes) >= _MOST or any("```" in line for line in lines):
        return ""
    codes.append("\n".join(lines))
    return f"\n\n{chr(first + len(codes) - 1)}\n\n"


def _code(text: str) -> str:
    """The text of a block of HTML, without its tags; nothing if it is laid out by others, and so no code."""
    names = {found["name"].lower() for found in TOKEN.finditer(text) if found["name"]}
    return "" if names & _LAYS_OUT else decoded(TOKEN.sub(_without_tag, text), times=1)


def _without_tag(found: re.Match[str]) -> str:
    if not (found["name"] and is_tag(found["name"].lower(), found["said"])):
        return found[0]
    return "\n" if found["name"].lower() == "br" else ""
