"""Links into the web, as our Markdown writes them."""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = re.compile(r"(?:https?://)?(?:www\.)?")
_TARGET: Final = re.compile(r"https?://[^()\s<>]{1,2000}(?:\([^()\s<>]{0,200}\)[^()\s<>]{0,2000}){0,4}", re.IGNORECASE)
_LONGEST: Final = 400
"""A link with a longer text is a mistake of the page: the link was never closed."""


def web_link(said: str, target: str) -> str:
    """A link into the web; where its text only says the address, the address; the text of a link to elsewhere.

    >>> web_link("Deep Learning", "https://example.org/a_(b)"), web_link("example.org", "https://www.example.org/")
    ('[Deep Learning](https://example.org/a_(b))', 'https://www.example.org/')
    >>> web_link("[1]", "https://example.org"), web_link("Ann", "mailto:ann@example.org")
    ('[[1](https://example.org)]', 'Ann')
    """
    text = " ".join(said.split())
    if not text or len(text) > _LONGEST or not target.lower().startswith(("http://", "https://")):
        return text
    if not _TARGET.fullmatch(target):
        target = target.replace("(", "%28").replace(")", "%29")
    if not _TARGET.fullmatch(target):
        return text
    if _bare(text) == _bare(target):
        return target
    if text.startswith("[") and text.endswith("]") and not set(text[1:-1]) & set("[]"):
        return f"[[{text[1:-1]}]({target})]"
    return f"{text} ({target})" if set(text) & set("[]") else f"[{text}]({target})"


def _bare(address: str) -> str:
    """An address without what one leaves out when saying it."""
    return address[_lead(address) :].rstrip("/")


def _lead(address: str) -> int:
    found = _LEAD.match(address)
    return found.end() if found else 0
