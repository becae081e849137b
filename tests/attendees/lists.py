"""Lists of attendees for the tests: the systems' fixtures, and lists that are written where they are used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from booklet.attendees.read import AttendeeList, read_attendees
from booklet.errors import BookletError, Fault

FIXTURES: Final = Path(__file__).parent.parent / "fixtures" / "attendees"


def listed(folder: Path, text: str | bytes, **columns: str) -> AttendeeList:
    """What is read from a list."""
    return read_attendees(written(folder, text), columns=columns)


def refused(folder: Path, text: str | bytes, **columns: str) -> tuple[Fault, ...]:
    """Why a list is refused."""
    with pytest.raises(BookletError) as caught:
        listed(folder, text, **columns)
    return caught.value.faults


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def names(found: AttendeeList) -> list[str]:
    return [who.name for who in found.attendees]


def told(faults: tuple[Fault, ...]) -> list[tuple[int, str]]:
    """The lines and words of faults."""
    return [(fault.where.line if fault.where else 0, fault.what) for fault in faults]


def from_system(name: str, columns: Mapping[str, str] | None = None, *, unassigned: bool = False) -> AttendeeList:
    """What is read from a system's fixture."""
    return read_attendees(FIXTURES / f"{name}.csv", columns=columns or {}, unassigned=unassigned)
