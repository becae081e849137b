r"""Marks in running text become emphasis, links, code and scripts: the small Markdown that programs are written in.

What is not clearly a mark stays what it is, a character. The rules:

- `*…*` is emphasis, `**…**` is strong, and `***…***` is both. The first mark begins a word: it stands at the start, or
  behind a space, an opening sign, a dash or a slash; or beside a sign of a script that parts no
  words. The last one ends a word. No mark is in a formula or an address.
- `[…](https://…)`, `[…](http://…)` and `[…](mailto:…)` are links; their text may have marks, too.
- `` `…` `` is code, `x^…^` is raised and `x~…~` lowered; `booklet.markdown` says when. Nothing in them is a mark.
- `\*` is an asterisk, and `\[` a bracket where a link would begin; `\$`, `` \` ``, `\^` and `\~` are what they
  say, too. Before a letter the last three need {} behind them. Nothing else is escaped: TeX needs its backslashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.markdown import CODE, FORMULA, SUBSCRIPT, SUPERSCRIPT, code_within
from booklet.patterns import Later, is_foreign
from booklet.text.typography import educate

_ADDRESS: Final = r"(?i:https?)://[^\s*]*(?:\*+[\w/][^\s*]*)*"
_SAID: Final = r"\[(?P<said>[^\[\]\n]{1,400})\]"
_TARGET: Final = r"\((?P<target>(?i:https?://|mailto:)[^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,4})\)"
_ESCAPED: Final = (
    r"\\(?:(?P<escaped>[*$]|\[(?=[^\[\]\n]{1,400}\]\((?i:https?://|mailto:)))"
    r"|(?P<sign>[`^~])(?:\{\}|(?![\w`{])))"
)
_TOKEN: Final = re.compile(
    rf"{FORMULA}|{_ADDRESS}|{_ESCAPED}|{CODE}|{SUPERSCRIPT}|{SUBSCRIPT}|{_SAID}{_TARGET}|(?P<stars>\*+)|(?P<end>\n)",
)
"""What is literal (no group) or means something; all lengths are bounded, so that texts are read in linear time."""

_MEANINGS: Final = {"*": (True, False), "**": (False, True), "***": (True, True)}
"""Which emphasis a mark turns on and off: plain, strong."""

_OPENS_BEFORE: Final = re.compile(r"(?![\s.,;:!?)\]}”’»›%*、。，．：；！？）」』】］｝]|-\w)", re.DOTALL)
"""What emphasis may begin with. A hyphen inside a word is not it: think of `*-algebras` and `C*-algebras`."""

_OPENS_AFTER: Final = frozenset("([{\"'“‘«„‚‹¿¡—–/-־")

_UNSPACED: Final = Later(
    "[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Characters of scripts that part no words: between them emphasis begins and ends without a space."""

_EDGE: Final = "\ufdd0"
"""Stands between pieces while their quotes are set: Unicode keeps this character for such uses."""

_EDGES: Final = re.compile(f"{_EDGE}[{{}}]")

_SAID_BY_CODE: Final = "\ufdd1"
"""Stands for a whole piece of code while quotes are set, so that nothing in it becomes typographic."""

_MINUS: Final = re.compile(r"(?<![\w-])-(?=\w)|(?<=\d)-\Z")
"""A hyphen of an exponent or of an ion's charge; what is raised is no place for words."""

Script: TypeAlias = Literal["", "raised", "lowered"]
"""Where a piece stands: on the line, above it as an exponent does, or below it."""


class Piece(NamedTuple):
    """A stretch of text without marks; `link` is the address that it leads to, or ""."""

    text: str
    emphasis: bool = False
    strong: bool = False
    link: str = ""
    code: bool = False
    script: Script = ""


def inline(text: str) -> tuple[Piece, ...]:
    r"""Read the marks of a text.

    >>> [piece.text for piece in inline("the *Riemann* zeta") if piece.emphasis]
    ['Riemann']
    >>> inline(r"2*3*4 and a \*note")
    (Piece(text='2*3*4 and a *note', emphasis=False, strong=False, link='', code=False, script=''),)

    Args:
        text: a paragraph. Marks on two lines do not belong together.

    Returns:
        Its pieces in order, no two neighbours of one look; together they are the text without its marks.
    """
    if not _may_mean(text):
        return (Piece(text),)
    pieces = [piece for piece in _pieces(text) if piece.text]
    return tuple([Piece("".join([piece.text for piece in run]), *look) for look, run in groupby(pieces, _look)])


def educated(pieces: Sequence[Piece], language: str) -> tuple[Piece, ...]:
    """The pieces of a paragraph with typographic quotes and dashes, whose rules see the whole paragraph.

    To them a piece that is marked is like a word in braces: a quote before it opens, one behind it closes.

    >>> [piece.text for piece in educated(inline('the "*Riemann*" zeta'), "en")]
    ['the “', 'Riemann', '” zeta']
    """
    edges = [f"{_EDGE}{'{' if _opens(one, other) else '}'}" for one, other in pairwise(pieces)]
    shown = [_SAID_BY_CODE if piece.code else piece.text for piece in pieces]
    joined = "".join([text + edge for text, edge in zip(shown, [*edges, ""], strict=False)])
    texts = _EDGES.split(educate(joined, language))
    if len(texts) != len(pieces):
        texts = [educate(piece.text, language) for piece in pieces]
    texts = [
        piece.text if piece.code else _MINUS.sub("−", text) if piece.script else text
        for piece, text in zip(pieces, texts, strict=True)
    ]
    return tuple([piece._replace(text=text) for piece, text in zip(pieces, texts, strict=True)])


def _opens(one: Piece, other: Piece) -> bool:
    return any(now and not then for then, now in zip(_look(one), _look(other), strict=True))


def _look(piece: Piece) -> tuple[bool, bool, str, bool, Script]:
    return piece.emphasis, piece.strong, piece.link, piece.code, piece.script


def _may_mean(text: str) -> bool:
    """Whether a text may hold marks; most do not."""
    if "*" in text or "](" in text:
        return True
    return any(text.count(sign) > 1 for sign in "`^~") or ("\\" in text and any(f"\\{sign}" in text for sign in "$`^~"))


def _pieces(text: str) -> Iterator[Piece]:
    """The pieces between marks. Emphasis within emphasis is upright again, as typographers set it."""
    tokens = list(_TOKEN.finditer(text))
    marks = _marks(text, tokens)
    emphasis = strong = False
    at = 0
    for token in tokens:
        yield Piece(text[at : token.start()], emphasis, strong)
        at = token.end()
        if token.start() in marks:
            plain, bold = _MEANINGS[token[0]]
            emphasis, strong = emphasis != plain, strong != bold
        elif token["said"]:
            # No deeper than this: the text of a link holds no brackets.
            for piece in _pieces(token["said"]):
                emphases = piece.emphasis != emphasis, piece.strong != strong
                yield piece._replace(emphasis=emphases[0], strong=emphases[1], link=token["target"])
        elif token["code"]:
            yield Piece(code_within(token["code"]), emphasis, strong, code=True)
        elif raised := token["raised"] or token["before"]:
            yield Piece(raised, emphasis, strong, script="raised")
        elif token["lowered"]:
            yield Piece(token["lowered"], emphasis, strong, script="lowered")
        else:
            yield Piece(token["escaped"] or token["sign"] or token[0], emphasis, strong)
    yield Piece(text[at:], emphasis, strong)


def _marks(text: str, tokens: Sequence[re.Match[str]]) -> set[int]:
    """Where the asterisks are that belong together in pairs.

    A mark is paired with the last one like it that begins a word; pairs lie in one another or apart.
    """
    marks: set[int] = set()
    opened: dict[str, int] = {}
    for token in tokens:
        if token["end"]:
            opened.clear()
        mark = token["stars"]
        if mark not in _MEANINGS:
            continue
        before, after = text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 2]
        if mark in opened and _ends_word(before, after):
            start = opened.pop(mark)
            marks |= {start, token.start()}
            opened = {other: place for other, place in opened.items() if place < start}
        elif _begins_word(before, after):
            opened[mark] = token.start()
    return marks


def _begins_word(before: str, after: str) -> bool:
    """Whether a mark between these characters may be a first one: not if it stands in quotes itself."""
    if not after or before == after[0]:
        return False
    opens = not before or before.isspace() or before in _OPENS_AFTER
    return (opens or _is_unspaced(before + after[0])) and _OPENS_BEFORE.match(after) is not None


def _ends_word(before: str, after: str) -> bool:
    if before.isspace():
        return False
    follows = after[:1].isalnum() or after[:1] == "_"
    return not follows or _is_unspaced(before + after[:1])


def _is_unspaced(text: str) -> bool:
    return is_foreign(text) and _UNSPACED.pattern.search(text) is not None
