"""Lines as they were wrapped or pasted become paragraphs and items of lists, a line each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from booklet.manuscripts.characters import LITERAL_STAR

_BULLETS: Final = f"*{LITERAL_STAR}•‣▪■◦●○"
_DASHES: Final = "–—·"
_ITEM: Final = re.compile(
    rf" *(?:(?P<bullet>[{_BULLETS}-])|(?P<dash>[{_DASHES}])"
    r"|(?P<bracket>\()?(?P<number>[0-9]{1,2})(?(bracket)\)|[.)])) +(?=\S)"
)
_LONE_MARK: Final = re.compile(rf"[{_BULLETS}{_DASHES}-]|[0-9]{{1,2}}[.)]")
_SET: Final = re.compile(r"- |[0-9]{1,2}\. ")
"""What an item begins with in our texts."""

_HEADING: Final = re.compile(r"#{1,6} +(?=\S)")
_RULE: Final = re.compile(r"={3,}|(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,}|(?:`{3}|~{3})[a-z]*")
_QUOTE: Final = re.compile(" {0,3}(?:> ?)+")

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_HYPHENS: Final = ("-", "\u2010")
_LONGEST_WORD: Final = 60

_SUSPENDED: Final = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "sowie"})
"""What follows a hyphen that stands for a word still to come: "two- and three-dimensional"."""

_FIRST_PARTS: Final = frozenset(
    "all best broad cost cross data double early energy error ever fast fine first five fixed four full general "
    "ground half hand hard heavy high higher human knowledge large last late left light long low lower machine mean "
    "mid model near new next off old one open parameter peer quasi real resource right second self short side "
    "single six small soft space special state ten third three time top trade two user well wide world zero".split()
)
_LAST_PARTS: Final = frozenset(
    "adaptive agnostic art assisted aware based best bound case centered centred centric class dependent "
    "dimensional driven efficient end free friendly grained grade independent intensive invariant known layer "
    "length level like linear making off one only optimal order oriented parametric point positive posed preserving "
    "quality related robust scale sensitive shot side size source space specific stage state step supervised term "
    "time trained tuned tuning type uniform valued wide".split()
)
"""Parts of compounds that English writes with a hyphen. The prefixes that it also writes without one (multi, pre …)
are not among them: "multiscale" for "multi-scale" is right, but "multi-ple" is not."""

_UNSPACED: Final = re.compile("[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
"""Characters of scripts that put no space between words, and so none where a line was wrapped."""


def paragraphs_of(text: str) -> str:
    r"""A text as paragraphs, an empty line between two, each on one line; items of lists are lines of their own.

    Line ends within a paragraph are only those of an editor, and go. Headings (#) are paragraphs, rules go.

    >>> paragraphs_of("We learn an algo-\nrithm\nfor:\n\n• trees\n• graphs")
    'We learn an algorithm for:\n\n- trees\n- graphs'
    """
    if "\n" not in text and not _ITEM.match(text) and not _HEADING.match(text):
        return " ".join(text.split())
    words = words_of(text)
    parts: list[str] = []
    in_list = False
    for block in _blocks(text.split("\n")):
        lines = [joined(group, words) for group in _grouped(block)]
        if in_list and _SET.match(lines[0]):
            parts[-1] += "\n" + "\n".join(lines)
        else:
            parts.append("\n".join(lines))
        in_list = bool(_SET.match(lines[-1]))
    return "\n\n".join(parts)


def joined(lines: Sequence[str], words: Counter[str] | None = None) -> str:
    r"""Lines that were only wrapped, as one line.

    A word that was divided at the end of a line is put together where that is sure: the whole word stands elsewhere in
    the text, or what stands before the hyphen is in lower case, three letters or longer, and neither part is one that
    compounds are made of. Where it is not sure, the hyphen stays.

    Args:
        lines: the lines.
        words: how often each word of the text occurs, in lower case; without it, the lines are the text.

    >>> joined(["a well-", "known algo-", "rithm, pre-", "and post-processed"])
    'a well-known algorithm, pre- and post-processed'
    """
    if words is None:
        words = words_of("\n".join(lines))
    parts: list[str] = []
    for raw in lines:
        line = " ".join(raw.split())
        if line and parts:
            seam = _seam(parts[-1], line, words)
            parts[-1] = parts[-1][:-1] if seam.divides else parts[-1]
            parts.append(seam.space)
        if line:
            parts.append(line)
    return "".join(parts)


class _Seam(NamedTuple):
    """What becomes of the end of a line: whether its hyphen goes, and the space that stands there instead."""

    divides: bool
    space: str


def _seam(line: str, following: str, words: Counter[str]) -> _Seam:
    before = line[-_LONGEST_WORD:].rpartition(" ")[2]
    if not before.endswith(_HYPHENS) or len(before) < 2:
        close = _UNSPACED.match(line[-1]) and _UNSPACED.match(following)
        return _Seam(divides=False, space="" if close else " ")
    found = _WORD.match(following)
    after = found[0] if found else ""
    if after in _SUSPENDED:
        return _Seam(divides=False, space=" ")
    return _Seam(divides=bool(after) and _divided(before[:-1].lstrip("(\"'“‘„«["), after, words), space="")


def _divided(before: str, after: str, words: Counter[str]) -> bool:
    """Whether two pieces are surely one word that was divided at the end of a line."""
    if not before.isalpha() or not after[0].islower():
        return False
    if words[f"{before}-{after}".casefold()]:
        return False
    if words[f"{before}{after}".casefold()]:
        return True
    compound = before in _FIRST_PARTS or after.partition("-")[0] in _LAST_PARTS
    # Each piece stands there once as a piece; if both stand elsewhere too, they are words that can be compounded.
    both = words[before.casefold()] > 1 and words[after.casefold()] > 1
    return before.islower() and len(before) >= 3 and not compound and not both


def words_of(text: str) -> Counter[str]:
    """How often each word of a text occurs, in lower case; none where no line ends in a hyphen."""
    return Counter(_WORD.findall(text.casefold())) if "-\n" in text or "\u2010\n" in text else Counter()


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that no empty line parts; a heading is a block of its own, a rule is none."""
    block: list[str] = []
    mark = ""
    for line in lines:
        bare = line.strip()
        if _LONE_MARK.fullmatch(bare):
            # Pasted lists often have their marks on lines of their own; a number without a text is a text.
            block += [mark] if mark[:1].isdecimal() else []
            mark = bare
            continue
        heading = _HEADING.match(bare)
        if bare.strip("> ") and not heading and not _RULE.fullmatch(bare):
            block.append(f"{mark} {bare}" if mark else line)
            mark = ""
            continue
        if block:
            yield block
        block = []
        if heading:
            yield [_heading(bare[heading.end() :])]
    block += [mark] if mark[:1].isdecimal() else []
    if block:
        yield block


def _heading(text: str) -> str:
    """The text of a heading, without the signs that may close it."""
    head, _, last = text.rpartition(" ")
    return head if head and not last.strip("#") else text


def _grouped(block: Sequence[str]) -> Iterator[list[str]]:
    """The lines of a block, those together that become one line."""
    if all(_QUOTE.match(line) for line in block):
        block = [_QUOTE.sub("", line, count=1) for line in block]
    found = [_ITEM.match(line) for line in block]
    # A dash or a number may also begin a line by chance, where a text was wrapped.
    chance = {kind: sum(bool(item and item[kind]) for item in found) < 2 for kind in ("dash", "number")}
    group: list[str] = []
    for line, item in zip(block, found, strict=True):
        wrapped = item is None or (group and any(item[kind] and chance[kind] for kind in chance))
        if item is None or wrapped:
            group.append(line)
            continue
        if group:
            yield group
        mark = f"{item['number']}." if item["number"] else "-"
        group = [f"{mark} {line[item.end() :]}"]
    yield group
