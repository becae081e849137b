"""The text that was written is read back as the program's own reader reads it, and compared with what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from booklet.model.program import Program
from booklet.model.read import read_program_text
from booklet.model.texts import quoted

FILE: Final = "program.yaml"
"""What messages call the text."""


def reread(text: str) -> Program:
    """Read a program's text.

    Raises:
        BookletError: everything that is wrong with it.
    """
    return read_program_text(text, FILE)[0]


def differences(meant: Program, read: Program) -> Iterator[str]:
    """What a text says otherwise than was meant, in plain words; options are not looked at."""
    if meant.event != read.event:
        yield "the event"
    if meant.venue != read.venue:
        yield "the venue"
    if dict(meant.people) != dict(read.people):
        yield "what is said about speakers"
    for name in ("tracks", "committees", "sponsors", "pages"):
        if getattr(meant, name) != getattr(read, name):
            yield f"what is said under '{name}'"
    if _outline(meant) != _outline(read):
        yield "the days"
        return
    for first, second in zip(meant.days, read.days, strict=True):
        for entry, other in zip(first.sessions, second.sessions, strict=True):
            if entry != other:
                yield f"the entry {quoted(entry.called)}"


def _outline(program: Program) -> list[tuple[object, ...]]:
    return [(day.date, day.title, len(day.sessions)) for day in program.days]
