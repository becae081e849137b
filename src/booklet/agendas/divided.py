"""Words that were divided at the ends of lines, as PDFs and editors do it, are put together."""

from __future__ import annotations

import re
from typing import Final

from booklet.agendas.labels import labelled
from booklet.agendas.plaintables import Raw
from booklet.manuscripts.hours import hours_at
from booklet.manuscripts.softbreaks import joined, words_of

_DIVIDED: Final = re.compile(r"[^\W\d_][-\u2010]$")
_SOFT: Final = ("\u00ad", "\x02", "\ufffe")
"""A soft hyphen at the end of a line, and what PDFium, so Chrome, copies for one: these only ever divide a word."""

_ITEM: Final = re.compile(r"\s*(?:[-*+•‣◦▪·●○–—]|[0-9]{1,2}[.)])\s")
_WRAPPED: Final = (50, 100)
"""The shortest line that an editor may have wrapped, and the longest; as in plaintext."""

_ALIKE: Final = 8
_LONGEST: Final = 2000
"""No line grows longer than this: beyond it no text has paragraphs, and time would grow with the square."""

_LINES: Final = 4
"""A text is wrapped if so many lines are so much shorter than the longest, or less."""


def with_whole_words(lines: list[Raw], *, layer: bool) -> list[Raw]:
    """The lines of a text, with the words whole that were divided at their ends.

    In a PDF's layer the line below goes up as a whole, since nothing else would tell that it goes on. Where an editor
    wraps, only the rest of the word does, and only if it would not have fitted: the lengths of the lines still tell
    which of them go on. Elsewhere a hyphen at the end of a line may be meant.

    Args:
        lines: the text.
        layer: whether it is the text layer of a PDF.
    """
    widest = 0 if layer else _widest(lines)
    words = words_of("\n".join(raw.text.rstrip() for raw in lines))
    whole: list[Raw] = []
    for raw in lines:
        above = whole[-1] if whole else None
        if above is None or len(above.text) > _LONGEST or not _goes_on(above.text.rstrip(), raw.text):
            whole.append(raw)
            continue
        first, _, rest = raw.text.strip().partition(" ")
        text = above.text.rstrip()
        soft = text.endswith(_SOFT)
        if not soft and not layer and not 0 < widest < len(text) + len(first):
            whole.append(raw)
            continue
        head, space, last = text.rpartition(" ")
        seam = f"{last[:-1]}{first}" if soft else joined([last, first], words)
        more = f" {rest}" if layer and rest else ""
        whole[-1] = Raw(f"{head}{space}{seam}{more}", above.number)
        if rest and not layer:
            indent = raw.text[: len(raw.text) - len(raw.text.lstrip())]
            whole.append(Raw(f"{indent}{rest.lstrip()}", raw.number))
    return whole


def _goes_on(above: str, text: str) -> bool:
    """Whether a line may begin with the rest of a word that the line above it ends with."""
    below = text.strip(" \t")
    if not (_DIVIDED.search(above) or (above.endswith(_SOFT) and above[-2:-1].isalpha())) or not below[:1].islower():
        return False
    return not (_ITEM.match(text) or labelled(below) or hours_at(below))


def _widest(lines: list[Raw]) -> int:
    """How long the longest line is where an editor has wrapped; 0 where nothing is wrapped."""
    lengths = [len(raw.text.rstrip()) for raw in lines]
    widest = max(lengths, default=0)
    near = sum(widest - _ALIKE <= length for length in lengths)
    return widest if near >= _LINES and _WRAPPED[0] <= widest <= _WRAPPED[1] else 0
