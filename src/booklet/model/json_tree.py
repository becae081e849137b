"""JSON becomes the same tree of texts as YAML, with the same marks."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Sequence
from typing import Any, Final

from booklet.errors import BookletError, Fault, Place
from booklet.model.grammar import TOO_DEEP, UNNEST
from booklet.model.lines import Lines
from booklet.model.tree import CONTROL, DEPTH, Tree, control_character

_NODE: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[{]|[^\s\[\]{}:,"]+')
_SIGN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}:,]')
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def grow_json(file: str, text: str) -> Tree:
    """Read JSON; numbers, true and false become texts as they are written, and null says nothing.

    Raises:
        BookletError: it is not JSON, says a key twice, nests too deep, or holds what no text may.
    """
    if CONTROL.search(text):
        raise BookletError([control_character(file, text)])
    doubled: list[str] = []

    def record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            doubled.append(file)
        return found

    try:
        raw = json.loads(text, object_pairs_hook=record, parse_int=str, parse_float=str, parse_constant=str)
        tree = _tidied(raw, 1, file=file if "\\u" in text else "")
    except json.JSONDecodeError as error:
        what = f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        hint = "look for a comma or a quote too many or too few; or save it again with the program that wrote it"
        raise BookletError([Fault(what, Place(file, *Lines(text).spot(error.pos)), hint)]) from None
    except RecursionError:
        raise BookletError([Fault(TOO_DEEP, Place(file), UNNEST)]) from None
    if doubled:
        raise BookletError([_twice(file, text)])
    return tree


def marks_of_json(text: str) -> Sequence[int]:
    """Where each node begins, keys among them, in text that `grow_json` has accepted."""
    return array("L", [found.start() for found in _NODE.finditer(text)])


def _tidied(value: Any, depth: int, *, file: str) -> Tree:  # noqa: ANN401 - whatever stands in the file
    """A value with nothing in it but texts, lists and mappings; `file` is given if characters are escaped."""
    if isinstance(value, str):
        if file and (found := CONTROL.search(value) or _SURROGATE.search(value)):
            what = f"a text holds the character U+{ord(found[0]):04X}, which nobody can see"
            raise BookletError([Fault(what, Place(file), "delete it; it is written with a backslash and a 'u'")])
        return value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if depth > DEPTH:
        raise RecursionError
    if isinstance(value, dict):
        for key in value:
            _tidied(key, depth, file=file)
        return {key: _tidied(inside, depth + 1, file=file) for key, inside in value.items()}
    return [_tidied(inside, depth + 1, file=file) for inside in value]


def _twice(file: str, text: str) -> Fault:
    """The first key that stands twice in an object."""
    seen: list[set[str] | None] = []
    last = ""
    for found in _SIGN.finditer(text):
        sign = found[0]
        if sign in "[{":
            seen.append(set() if sign == "{" else None)
        elif sign in "]}":
            seen.pop()
        keys = seen[-1] if seen else None
        if sign[0] == '"' and keys is not None and last in {"{", ","}:
            key = json.loads(sign)
            if key in keys:
                hint = "keep one of them"
                place = Place(file, *Lines(text).spot(found.start()))
                return Fault(f"'{key}' is given twice in the same entry", place, hint)
            keys.add(key)
        last = sign
    return Fault("a key is given twice in the same entry", Place(file), "keep one of them")
