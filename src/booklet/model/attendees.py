"""Attendees: who gets a badge, and what it may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from booklet.model.program import Session

Part: TypeAlias = Literal["speaker", "chair", "organiser"]
"""What somebody does in a program, besides attending."""

BLANK: Final = ""
"""The name of a badge that is filled in by hand."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who gets a badge.

    `given` and `family` are parts of `name` where the list has them apart, else "". `ticket` is the kind of ticket,
    `ident` the ticket's own number, `tokens` are things to hand in (meals, a table), in words. `parts` are what the
    person does in the program and `talks` the sessions that they give or chair, in order of time. `line` is where the
    person stands in the list, counted from 1, or 0.
    """

    name: str
    given: str = ""
    family: str = ""
    affiliation: str = ""
    position: str = ""
    pronouns: str = ""
    ticket: str = ""
    ident: str = ""
    email: str = ""
    language: str = ""
    tokens: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    talks: tuple[Session, ...] = ()
    photo: str = ""
    line: int = 0
