"""Names with marks, whose meaning stands elsewhere on the page: "Ann Lee¹" here, "1 MIT; 2 ETH" at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from booklet.agendas.grammar import Token
from booklet.manuscripts.people_lists import is_affiliation

_PLAIN: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE: Final = re.compile(r"(?:^|[;,.]\s*|\s)[(\[]?([1-9][0-9]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})[)\].:]?\s?(?=[^\W\d_]{2})")
_MARKED: Final = re.compile(
    r"(?<=[^\W\d_]{2})[\[(]?(?P<marks>(?:[1-9]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?:\s?[,+]\s?(?:[1-9]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+))*)[\])]?(?=\s*(?:[,;&)·/]|$|and\b|und\b|et\b|y\b|e\b|en\b))"
)
_MARK: Final = re.compile(r"[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def with_footnotes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a page, where names with marks have what the marks mean in brackets behind them.

    A line is the key to the marks if it says what 1, 2 and so on are, in this order, at least one of them an
    institution. Where there is none, or no other line has marks, the tokens stay as they are.
    """
    notes: dict[str, str] = {}
    lines: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind == "text" and (found := _key(token.text, len(notes))):
            notes.update(found)
            lines.add(at)
    if len(notes) < 2 or not any(
        _MARKED.search(token.text) for at, token in enumerate(tokens) if at not in lines and token.kind == "text"
    ):
        return list(tokens)
    out = []
    for at, token in enumerate(tokens):
        if at in lines:
            out.append(token._replace(text="", structure=token.text))
        elif token.kind in {"text", "label"} and (said := _explained(token.text, notes)) != token.text:
            out.append(token._replace(text=said, structure=f"{token.structure} {token.text}".strip()))
        else:
            out.append(token)
    return out


def _key(text: str, known: int) -> dict[str, str]:
    """What a line says that marks mean; {} if it is no key. One that goes on with a key begins with its next number."""
    found = list(_NOTE.finditer(text))
    if not found or found[0].start() > 0:
        return {}
    marks = [one[1].translate(_PLAIN) for one in found]
    if marks != [str(number) for number in range(known + 1, known + len(marks) + 1)]:
        return {}
    ends = [*(one.start() for one in found[1:]), len(text)]
    notes = {mark: text[one.end() : end].strip(" ,;.") for mark, one, end in zip(marks, found, ends, strict=True)}
    return notes if any(is_affiliation(note) for note in notes.values()) else {}


def _explained(text: str, notes: dict[str, str]) -> str:
    def explained(found: re.Match[str]) -> str:
        said = [notes.get(mark.translate(_PLAIN), "") for mark in _MARK.findall(found["marks"])]
        return f" ({'; '.join(said)})" if all(said) else found[0]

    return _MARKED.sub(explained, text)
