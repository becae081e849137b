"""Values of a JSON export, taken leniently: what is of another type than expected counts as missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def text(value: Any) -> str:  # noqa: ANN401 - whatever stands in the file
    """A text, or a number as a text; "" for anything else.

    >>> text("a"), text(7), text(None), text([])
    ('a', '7', '', '')
    """
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e15 else ""


def record(value: Any) -> Mapping[str, Any]:  # noqa: ANN401 - whatever stands in the file
    """An object, or an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever stands in the file
    """A list; the values of an object, since some exports number theirs; or an empty list."""
    if isinstance(value, list):
        return value
    return list(value.values()) if isinstance(value, dict) else []


def records(value: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401 - whatever stands in the file
    """The objects in a list."""
    return [item for item in listed(value) if isinstance(item, dict)]


def first(values: Mapping[str, Any], names: Iterable[str]) -> str:
    """The first text that an object has under one of several names."""
    return next((found for name in names if (found := text(values.get(name)).strip())), "")


def count(value: Any) -> int:  # noqa: ANN401 - whatever stands in the file
    """How many things a field holds that somebody could miss: the length of a list, 1 for anything else but nothing."""
    if isinstance(value, (list, dict)):
        return len(value)
    return 0 if value in (None, False, "", 0) else 1
