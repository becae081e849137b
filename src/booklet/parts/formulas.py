"""The formulas of a program: where they are, and those that cannot be set."""

from __future__ import annotations

from collections.abc import Iterator

from booklet.errors import Fault, Place
from booklet.model.program import Program
from booklet.model.source import Source
from booklet.parts.desk import Desk


def written(program: Program) -> Iterator[str]:
    """The texts of abstracts and their heads, by paragraphs."""
    for day in program.days:
        for session in day.sessions:
            for entry in (session, *session.talks):
                yield from (entry.title, entry.note, *entry.keywords, *entry.abstract.split("\n"))
    for profile in program.people.values():
        yield from profile.bio.split("\n")


def unset_formulas(desk: Desk, source: Source) -> Iterator[Fault]:
    """Formulas that cannot be set, each with the first place where it stands."""
    for formula, why in desk.typesetter.formulas.faults.items():
        what = f"a formula cannot be set: {why}, in {formula!r}"
        yield Fault(what, _found(source, formula), "write it in another way; it is printed as it is typed")


def _found(source: Source, formula: str) -> Place | None:
    """Where a formula is written: perhaps on several lines, or with its backslashes doubled."""
    words = formula.split(" ")
    for count in range(len(words), 0, -1):
        begin = " ".join(words[:count])
        place = source.find(begin) or source.find(begin.replace("\\", "\\\\"))
        if place is not None:
            return place
    return None
