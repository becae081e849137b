"""Slides, recordings and other files that stand beside the talks of a page, and are no part of a printed program."""

from __future__ import annotations

import re
from typing import Final

from booklet.manuscripts.private import JOIN_LINK

_FILE: Final = r"[\w.~%+/:-]{1,200}\.(?:pdf|pptx?|key|odp|sws|ipynb|m4v|mp4|mov|webm|zip|tgz|tar\.gz|ps|dvi|djvu)"
_WORD: Final = (
    r"slides?|video|videos|recording|notes|worksheets?|handout|folien|aufzeichnung|transparents|diapos(?:itives)?|"
    r"vidéo|diapositivas|vídeo|grabación|lucidi|registrazione|gravação|dia's|opname|презентация|слайды|видео|"
    r"幻灯片|スライド"
)
_SIZE: Final = r"(?:\ ?[0-9.]+\ ?[KMG]B|\ ?\((?:pdf|video|[0-9.]+\ ?[KMG]B)\)|\ pdf)?"

RESOURCE_TARGET: Final = re.compile(
    rf"{_FILE}(?:[?#].*)?$|(?:youtube\.com|youtu\.be|vimeo\.com)/|{JOIN_LINK.pattern}", re.IGNORECASE
)
"""Where a link leads that leads to a file, a recording, or into a meeting."""

RESOURCE_TEXT: Final = re.compile(
    rf"[\[(]?(?:(?:{_WORD}){_SIZE}|{_FILE}|sage worksheet|worksheet with [\w ]{{1,40}}|readme|pdf|https?://\S+)[\])]?",
    re.IGNORECASE | re.VERBOSE,
)
"""What such a link is called."""

_TAIL: Final = re.compile(
    rf"[\s,;(\[]+(?:(?:{_WORD}){_SIZE}|{_FILE}|https?://\S+)[\])]?\s*$", re.IGNORECASE | re.VERBOSE
)
_ONLY: Final = re.compile(
    rf"^\W*(?:(?:{_WORD}|code|paper|preprint|links?|materials?|website|download){_SIZE}\s*[:：]\s*\S.*"
    rf"|(?:(?:{_WORD}){_SIZE}|{_FILE}|https?://\S+|readme|[Ss]age worksheet|worksheet with .{{1,60}}|\s|[,;/&]|or|"
    rf"and)+)\W*$",
    re.IGNORECASE | re.VERBOSE,
)


def without_resources(text: str) -> tuple[str, tuple[str, ...]]:
    """A title without the files at its end, and what they are called.

    >>> without_resources("Noncommutative bases for path algebras Video 493MB")
    ('Noncommutative bases for path algebras', ('Video 493MB',))
    """
    taken: list[str] = []
    while (found := _TAIL.search(text, max(0, len(text) - 400))) and found.start() > 0:
        taken.insert(0, found[0].strip(" ,;()[]"))
        text = text[: found.start()].rstrip()
    return text, tuple(taken)


def only_resources(text: str) -> bool:
    """Whether a line names nothing but files."""
    return len(text) < 600 and bool(_ONLY.match(text))
