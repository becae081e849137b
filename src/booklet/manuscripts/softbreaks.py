"""Lines as they were wrapped or pasted become paragraphs and items of lists, a line each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

_ITEM: Final = re.compile(
    r"[ ]*(?:(?P<sure>[*•‣▪■◦●○]|-(?=[ ]))|(?P<dash>[–—·])|\(?(?P<number>[0-9]{1,2})[.)])[ ]+(?=\S)"
)
_LONE_MARK: Final = re.compile(r"[ ]*(?:[*•‣▪■◦●○–—·-]|[0-9]{1,2}\.)[ ]*")
_HEADING: Final = re.compile(r"[ ]{0,3}#{1,6}[ ]+(?P<text>\S.*?)[ ]*#*[ ]*")
_RULE: Final = re.compile(r"[ ]{0,3}(?:={3,}|(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,}|```[a-z]*|~~~[a-z]*)[ ]*")
_QUOTED: Final = re.compile(r"[ ]{0,3}(?:>[ ]?)+")

_BROKEN: Final = re.compile(r"(?P<before>(?:[^\W\d_]|-)*[^\W\d_])[-\u2010]$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SUSPENDED: Final = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of"})
"""What follows a hyphen that stands for a word still to come: "two- and three-dimensional"."""

_FIRST_PARTS: Final = frozenset(
    "all anti best broad cost cross data double early energy error ever fast fine first five fixed four free full general "
    "ground half hand hard heavy high higher human ill in infinite inter intra knowledge large last late left light long "
    "low lower machine mean mid model multi near new next non off old on one open out over parameter peer point post pre "
    "quasi real resource right second self semi short side single six small so soft space special state sub super ten "
    "third three time top trade two ultra under user very well wide world zero".split()
)
_LAST_PARTS: Final = frozenset(
    "adaptive agnostic art assisted aware based best bound case centered centred centric class dependent dimensional "
    "driven efficient end established free friendly grained grade id independent intensive invariant known layer length "
    "level like linear local making man meta name negative off one only optimal order oriented parametric point positive "
    "posed preserving quality related robust scale sensitive shot side size source space specific stage state step "
    "supervised term time trained tuned tuning type uniform up valued wide wise world".split()
)
"""Parts of compounds that English writes with a hyphen."""

_CJK: Final = re.compile("[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
"""Characters of scripts that put no space between words, and so none where a line was wrapped; 한국어 does."""


def paragraphs_of(text: str) -> str:
    r"""A text as paragraphs, an empty line between two, each on one line; items of lists are lines of their own.

    >>> paragraphs_of("We learn an algo-\nrithm\nfor:\n\n• trees\n• graphs")
    'We learn an algorithm for:\n\n- trees\n- graphs'
    """
    if "\n" not in text and not _ITEM.match(text) and not _HEADING.match(text):
        return " ".join(text.split())
    words = _words(text)
    parts: list[str] = []
    in_list = False
    for block in _blocks(text.split("\n")):
        lines = [joined(group, words) for group in _grouped(block)]
        if in_list and _ITEM.match(lines[0]):
            parts[-1] += "\n" + "\n".join(lines)
        else:
            parts.append("\n".join(lines))
        in_list = bool(_ITEM.match(lines[-1]))
    return "\n\n".join(parts)


def joined(lines: Sequence[str], words: Counter[str] | None = None) -> str:
    r"""Lines as one, where the text was only wrapped.

    Args:
        lines: the lines.
        words: all words of the text, which tell whether a hyphen at the end of a line belongs to the word.

    >>> joined(["a well-", "known algo-", "rithm, pre-", "and post-processed"])
    'a well-known algorithm, pre- and post-processed'
    """
    line = ""
    parts: list[str] = []
    for raw in lines:
        following = " ".join(raw.split())
        if not following:
            continue
        if line:
            parts += _seam(line, following, words)
        parts.append(following)
        line = following
    return "".join(parts)


def _seam(line: str, following: str, words: Counter[str] | None) -> Iterator[str]:
    """What stands between two lines; a hyphen that goes is marked by a backspace, as nothing else can hold one."""
    yield " "


def _words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text)) if "-\n" in text else Counter()


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that no empty line parts; headings stand alone, and rules go."""
    block: list[str] = []
    for line in lines:
        heading = _HEADING.fullmatch(line)
        if line.strip() and not heading and not _RULE.fullmatch(line):
            block.append(line)
            continue
        if block:
            yield block
        block = []
        if heading:
            yield [heading["text"]]
    if block:
        yield block
