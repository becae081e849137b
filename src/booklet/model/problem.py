"""A fault whose place is not yet worked out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from booklet.errors import Fault, in_order
from booklet.model.program import Key

if TYPE_CHECKING:
    from booklet.model.source import Source


class Problem(NamedTuple):
    """Something wrong with the value at a key; or, with `of_key`, with the key itself."""

    at: Key
    what: str
    hint: str = ""
    of_key: bool = False


def placed(found: Iterable[Problem], source: Source) -> list[Fault]:
    """The faults, in source order."""
    return in_order([Fault(what, source.place(at, of_key=of_key), hint) for at, what, hint, of_key in found])
