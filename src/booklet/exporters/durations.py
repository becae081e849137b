"""How long entries last, for tools that must know it even where the program states no end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final, NamedTuple

from booklet.exporters.slots import Slot
from booklet.model.program import Key

UNKNOWN: Final = 30
"""Minutes given to what has no end and nothing after it: long enough to be seen on a phone's screen, where an entry of
no minutes has no height."""


class Duration(NamedTuple):
    """Minutes, and what they were derived from: "" where the program states an end."""

    minutes: int
    derived: str = ""


def durations(day: Iterable[Slot]) -> Mapping[Key, Duration]:
    """How long the entries of a day last, by `Session.at`; those without a beginning are left out.

    1. What states an end lasts until then.
    2. What states none lasts until something else begins in its room, a session's own talks not counting, or until the
       session that holds it ends, if that is earlier.
    3. What has nothing after it gets `UNKNOWN` minutes.
    """
    rooms: dict[str, list[_Start]] = {}
    for slot in day:
        if slot.entry.start is not None:
            rooms.setdefault(slot.room, []).append(_Start(slot.entry.start, slot))
    lasting: dict[Key, Duration] = {}
    for starts in rooms.values():
        starts.sort(key=lambda one: one.minutes)
        for number, (start, slot) in enumerate(starts):
            lasting[slot.entry.at] = _duration(slot, start, islice(starts, number + 1, None))
    return lasting


class _Start(NamedTuple):
    minutes: int
    slot: Slot


def _duration(slot: Slot, start: int, later: Iterable[_Start]) -> Duration:
    entry = slot.entry
    if entry.end is not None:
        return Duration(entry.end - start)
    following = next((minutes for minutes, other in later if minutes > start and other.session is not entry), None)
    closing = slot.session.end if slot.session is not None else None
    until = min([minutes for minutes in (following, closing) if minutes is not None and minutes > start], default=None)
    if until is None:
        return Duration(UNKNOWN, f"{UNKNOWN} minutes, since nothing comes after it")
    if until == following:
        return Duration(until - start, "the time until the next entry in its room")
    return Duration(until - start, "the time until its session ends")
