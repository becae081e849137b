"""Faults as a terminal shows them: one by one, or many of a kind gathered under one hint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from booklet.errors import Fault

_SHOWN: Final = 12
"""So many faults of one kind are shown; the others are counted."""


def report_lines(heading: str, faults: Sequence[Fault], *, everything: bool = False) -> Iterator[str]:
    """A report on many faults: each fault a line, and below those of a kind their hint once.

    Args:
        heading: what the faults are about.
        faults: in the order of their places.
        everything: show every fault, however many are of one kind.
    """
    count = len(faults)
    yield f"{heading} ({count})"
    for hint, group in groupby(faults, key=lambda fault: fault.hint):
        same = list(group)
        shown = same if everything or len(same) <= _SHOWN + 2 else same[:_SHOWN]
        for fault in shown:
            place = f"{fault.where}: " if fault.where else ""
            yield f"  {place}{fault.what}"
        if len(shown) < len(same):
            yield f"  … and {len(same) - len(shown)} more; --all shows them"
        if hint:
            yield f"    hint: {hint}"
