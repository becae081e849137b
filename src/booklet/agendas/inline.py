"""Marks within a line of Markdown, reStructuredText, MediaWiki or HTML are taken off, and the words stay."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

from booklet.agendas.resources import RESOURCE_TARGET, RESOURCE_TEXT
from booklet.agendas.tidy import SUPERSCRIPTS

_MATHS: Final = re.compile(r"\$\$[^$]{1,2000}\$\$|\$[^$\n]{1,400}\$|\\\([^\n]{1,400}?\\\)|\\\[[^\n]{1,2000}?\\\]")
_ANCHOR: Final = re.compile(
    r"<a\b[^>]{0,600}?href=[\"']?(?P<target>[^\"'> ]*)[^>]{0,300}>(?P<text>.{0,400}?)</a>", re.I
)
_LINK: Final = re.compile(
    r"!?\[(?P<text>[^\[\]]{0,400})\](?:\((?P<target>[^()\s]*(?:\([^()]*\)[^()\s]*)*)[^()]{0,200}\)|\[[^\]]{0,100}\]|"
    r"\{[^}]{0,100}\})"
)
_REST_LINK: Final = re.compile(r"`(?P<text>[^`<>]{1,300}?)\s*<(?P<target>[^<>`]{1,400})>`_{1,2}")
_ROLE: Final = re.compile(r":[a-z-]{2,20}:`(?P<text>[^`]{1,300})`")
_WIKI_LINK: Final = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?(?P<text>[^\[\]|]{1,200})\]\]")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RAISED: Final = re.compile(r"<sup>\s{0,3}([0-9][0-9, ]{0,8})\s{0,3}</sup>", re.IGNORECASE)
_RAISED_MINUTES: Final = re.compile(r"(?<![0-9])([0-9]{1,2})<sup>([0-5][0-9])</sup>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,600})?/?>|<!--.{0,2000}?-->")
_CODE: Final = re.compile(r"(`{1,2})(?!\s|')([^`\n]{1,300}?)(?<!\s)\1(?!['`\w])")
_STRONG: Final = re.compile(r"(?<!\w)(\*\*|__)(?!\*)(.{1,600}?)\1(?!\w)")
_EMPHASIS: Final = re.compile(
    r"(?<![\w*])\*(?![\s*])([^*\n]{1,400}?)(?<!\s)\*(?![\w*])|"
    r"(?<![\w\\_$^{])_(?![\s_])([^_\n]{1,400}?)(?<![\s\\])_(?!\w)"
)
_WIKI_BOLD: Final = re.compile(r"'{2,5}([^']{1,400}?)'{2,5}")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,12}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")


def without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """A line without marks, and what the links to slides and recordings in it are called.

    Maths is left as it is.

    >>> without_marks("**Zeta functions**, _Ann Lee_ [slides](zeta.pdf)")
    ('Zeta functions, Ann Lee ', ('slides',))
    """
    aside: list[str] = []

    def link(found: re.Match[str]) -> str:
        said = _TAG.sub("", found["text"]).strip()
        target = found["target"] or ""
        file = RESOURCE_TEXT.fullmatch(said) or (RESOURCE_TARGET.search(target) and len(said.split()) <= 4)
        if said and file:
            aside.append(said)
            return " "
        return found["text"]

    text = _ANCHOR.sub(link, text)
    maths = _MATHS.findall(text)
    parts = _MATHS.split(text)
    bare = [_bare(part, link) for part in parts]
    out = bare[0]
    for formula, part in zip(maths, bare[1:], strict=True):
        out += formula + part
    return out, tuple(aside)


def _bare(text: str, link: Callable[[re.Match[str]], str]) -> str:
    """A piece without maths, without marks."""
    for pattern in (_REST_LINK, _LINK):
        text = pattern.sub(link, text)
    for pattern in (_ROLE, _WIKI_LINK):
        text = pattern.sub(lambda found: found["text"], text)
    if "<sup" in text:
        # Emphasis ends before a raised mark, which will be a letter to it.
        text = _EMPHASIS.sub(lambda found: found[1] or found[2], _STRONG.sub(lambda found: found[2], text))
    text = _RAISED_MINUTES.sub(r"\1:\2", text)
    text = _RAISED.sub(lambda found: found[1].translate(SUPERSCRIPTS), text)
    text = _TAG.sub("", _BREAK.sub(" ", text))
    text = _CODE.sub(lambda found: found[2], text)
    text = _STRONG.sub(lambda found: found[2], text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    text = _ESCAPE.sub(r"\1", _WIKI_BOLD.sub(r"\1", text))
    if _ENTITY.search(text):
        text = html.unescape(html.unescape(text))
    return text
