r"""What is code, a superscript or a subscript in our small Markdown, and which lines are a block of code.

- `` `x` `` is code: as many backticks end it as begin it, one to three of them, on one line. TeX's quotes, as in `a'
  and ``b'', are none: code neither begins nor ends with a space, begins a word and ends one; Han
  characters and kana count as words of their own.
- `x^2^` and `H~2~O` are raised and lowered: no space is in them, and they follow what they belong to. A `^` that a
  letter or figure follows ends nothing but the number before a symbol, as in `^14^C`, for 2^2^n is a power of a power.
- Lines between two lines of three backticks are a block of code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from booklet.patterns import Later

_SPACELESS: Final = "^\\0-\\u2e7f"
"""Characters of East Asia, which stand beside words without a space: as what they are not, which compiles sooner."""

CODE: Final = (
    rf"(?:(?<![\w`\\])|(?<=[{_SPACELESS}]))"
    r"(?P<ticks>`{1,3})(?!`)(?=\S| `)(?P<code>(?:[^`\n]|(?!(?P=ticks)(?!`))`+){1,600})"
    r"(?:(?<=[^\s`])|(?<=` ))(?P=ticks)"
    rf"(?!`)(?:(?!\w)|(?=[{_SPACELESS}]))"
)
SUPERSCRIPT: Final = (
    r"(?:(?<=[\w)\]}’”'\"`.,*$…%°~])\^(?P<raised>(?=[(\[]?[^\W_]|[†‡§¶+−–-])[^\s^~`$\\*<>{}|\[\]]{1,40})\^(?![\w^])"
    r"|(?<![\w^~\\])\^(?P<before>[0-9]{1,4})\^(?=[^\W\d_]))"
)
SUBSCRIPT: Final = r"(?<=[\w)\]}’”`*^])~(?P<lowered>[^\W_][\w,+−–()=-]{0,19}|[+−–-][0-9]{1,3})~(?!~)"
"""All lengths are bounded, so that texts are read in linear time."""

_CODE: Final = Later(CODE)
_SUPERSCRIPT: Final = Later(SUPERSCRIPT)
_SUBSCRIPT: Final = Later(SUBSCRIPT)
_FENCE: Final = re.compile(r"[ \t]*```+[ \t]*[\w+#.-]{0,40}[ \t]*")
_FENCE_END: Final = re.compile(r"[ \t]*```+[ \t]*")

_ENVIRONMENTS: Final = "equation|align|alignat|gather|multline|eqnarray|displaymath|flalign"
"""Environments of LaTeX that are formulas without further marks."""

_AMOUNT: Final = r"[0-9][0-9.,]{0,20}[^$\\{}^_=<>]{0,100}\s[A-Za-z]{2,20}\b[^$\\{}^_=<>]{0,100}\$"
"""An amount and words up to another dollar, without anything that only formulas have."""

FORMULA: Final = (
    r"\$\$[^$]{1,4000}\$\$"
    r"|(?<![\\$])(?:(?<![0-9])|(?=\$[^$]{0,600}[\\^_{=<>]))(?<!\bUS)(?<!\bNZ)(?<!\bHK)"
    rf"\$(?=[^\s$.,;:!?)])(?!{_AMOUNT})(?:[^$\\\n]|\\.){{1,600}}(?<=\S)\$(?![0-9$])"
    r"|(?<![\\$])\$(?=\\)(?:[^$\\\s]|\\.){1,100}\$(?!\$)"
    r"|(?<!\\)\\\((?:[^\\]|\\[^()]){1,600}\\\)"
    r"|(?<!\\)\\\[(?:[^\\]|\\[^\[\]]){1,4000}\\\]"
    rf"|\\begin\{{(?:{_ENVIRONMENTS})\*?\}}(?:[^\\]|\\(?!end\{{(?:{_ENVIRONMENTS})\*?\}})[^\n]){{1,4000}}"
    rf"\\end\{{(?:{_ENVIRONMENTS})\*?\}}"
)
"""A formula with its marks, as a pattern without groups; all lengths are bounded, so that it takes linear time."""


def code_within(said: str) -> str:
    """What stands between the backticks of code, without the spaces that part it from them.

    >>> code_within("x"), code_within("`` ` ``"), code_within(" `a` ")
    ('x', '`` ` ``', '`a`')
    """
    padded = len(said) > 2 and said[0] == said[-1] == " " and "`" in (said[1], said[-2])
    return said[1:-1] if padded else said


def as_code(text: str, before: str = "", after: str = "") -> str:
    """A text between backticks, or nothing where these would not be read as marks.

    >>> as_code("x"), as_code("a`b"), as_code("x", after="y")
    ('`x`', '``a`b``', '')

    Args:
        text: the code.
        before: the character before it, or nothing.
        after: the character behind it, or nothing.
    """
    runs = {len(run) for run in re.findall("`+", text)}
    ticks = next(("`" * count for count in (1, 2, 3) if count not in runs), "")
    padded = f" {text} " if "`" in (text[:1], text[-1:]) else text
    return _marked(_CODE, f"{ticks}{padded}{ticks}", before, after) if ticks and text.strip() == text else ""


def as_script(text: str, sign: str, before: str = "", after: str = "") -> str:
    """A text that is raised (`^`) or lowered (`~`), or nothing where the signs would not be read as marks.

    >>> as_script("2", "^", "x"), as_script("2", "~", "H", "O"), as_script("2", "^", "2", "n")
    ('^2^', '~2~', '')
    """
    return _marked(_SUPERSCRIPT if sign == "^" else _SUBSCRIPT, f"{sign}{text}{sign}", before, after)


def _marked(pattern: Later, marked: str, before: str, after: str) -> str:
    found = pattern.pattern.match(f"{before}{marked}{after}", len(before))
    return marked if found and found[0] == marked else ""


def fenced(text: str) -> Iterator[tuple[str, Sequence[str] | None]]:
    r"""The stretches of a text: its blocks of code with their lines, and what is between them with None.

    A block that does not end is none.

    >>> list(fenced("Try:\n```\nx =  1\n```\nSo."))
    [('Try:', None), ('```\nx =  1\n```', ['x =  1']), ('So.', None)]
    """
    lines = text.split("\n")
    start = at = 0
    while at < len(lines):
        if "```" in lines[at] and _FENCE.fullmatch(lines[at]):
            stop = next((end for end in range(at + 1, len(lines)) if _FENCE_END.fullmatch(lines[end])), None)
            if stop is None:
                break
            if start < at:
                yield "\n".join(lines[start:at]), None
            yield "\n".join(lines[at : stop + 1]), lines[at + 1 : stop]
            start, at = stop + 1, stop
        at += 1
    if start < len(lines):
        yield "\n".join(lines[start:]), None
