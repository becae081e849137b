"""Which tags HTML has, and what tells a text that holds some from one that only looks like it."""

from __future__ import annotations

import re
from typing import Final

BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form header hgroup hr html legend main menu nav p section summary tbody tfoot thead title".split()
)
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS: Final = frozenset({"ul", "ol"})
TABLES: Final = frozenset({"table", "tr", "td", "th"})
STRONG: Final = frozenset({"b", "strong"})
EMPHASIS: Final = frozenset({"em", "i", "cite", "dfn"})
CODE: Final = frozenset({"code", "kbd", "samp", "tt"})
SCRIPTS: Final = frozenset({"sup", "sub"})
PLAIN: Final = frozenset(
    "abbr acronym base bdi bdo big blink button col colgroup data del font input ins label link mark meta "
    "nobr output rp rt ruby s small source span strike time track u var wbr "
    "math mfrac mi mn mo mrow mspace msqrt mstyle msub msubsup msup mtext semantics".split()
)
SILENT: Final = frozenset("annotation audio head iframe noscript object script select style svg template video".split())
OTHERS: Final = frozenset({"a", "br", "img", "li", "pre", "q"})
NAMES: Final = frozenset.union(BLOCKS, HEADINGS, LISTS, TABLES, STRONG, EMPHASIS, CODE, SCRIPTS, PLAIN, SILENT, OTHERS)

_ALTERNATIVES: Final = "|".join(sorted(NAMES, key=lambda name: (-len(name), name)))
_ATTRIBUTES: Final = r"(?:[\s/][^<>\"']*(?:(?:\"[^\"<]*\"|'[^'<]*')[^<>\"']*)*|[\s/][^<>]*)?"
TOKEN: Final = re.compile(
    r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|[!?][a-zA-Z\[][^<>]*>"
    rf"|(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*(?::[a-zA-Z][\w.-]*)?)(?P<said>{_ATTRIBUTES})>)"
)
_EVIDENCE: Final = re.compile(
    rf"</(?:{_ALTERNATIVES})\s*>|<(?:br|hr)\s*/?>|<(?:{_ALTERNATIVES})\s+[a-z][\w:-]*\s*=\s*[\"'\w#/][^<>]*>"
    r"|\A\s*<(?:p|div|ul|ol|table|h[1-6]|section|article|!doctype html)\s*>",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(r"(?<![\w:-])(href|alt|start)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)", re.IGNORECASE)
_BOOLEAN: Final = re.compile(r"(?:\s+(?:hidden|open|nowrap|reversed|compact|noshade|ismap|selected|disabled))+\s*/?")


def is_html(text: str) -> bool:
    """Whether a text is HTML: a tag is closed in it, or breaks a line, or has attributes, or begins it.

    >>> is_html("a<br>b"), is_html("The <p> element"), is_html("a<b and c>d"), is_html("C++: vector<int>")
    (True, False, False, False)
    """
    return "<" in text and _EVIDENCE.search(text) is not None


def is_tag(name: str, said: str) -> bool:
    """Whether something in angle brackets is a tag: HTML has it, or Word; and what else stands in it are attributes."""
    if name not in NAMES and ":" not in name:
        return False
    return not said.strip("/ \n") or "=" in said or _BOOLEAN.fullmatch(said) is not None


def attribute(said: str, name: str) -> str:
    """An attribute of a tag, "" if it has none of that name."""
    found = next((found for found in _ATTRIBUTE.finditer(said) if found[1].lower() == name), None)
    return found[2].strip("\"'") if found else ""
