"""What is probably wrong with names that are printed as they were typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from booklet.attendees.names import formula_like, inverted, one_case, repaired
from booklet.errors import BookletError, Fault, Place
from booklet.model.attendees import Attendee
from booklet.model.texts import quoted

_SHOWN: Final = 3
"""So many names are shown as examples."""

_LINES: Final = 8
"""So many lines are named."""

_REPLACEMENT: Final = "\ufffd"


def lines_of(numbers: Sequence[int]) -> str:
    """The lines of a list, for a message.

    >>> lines_of([4]), lines_of([4, 5, 9])
    ('line 4', 'lines 4, 5, 9')
    """
    word = "line" if len(numbers) == 1 else "lines"
    more = f" and {len(numbers) - _LINES} more" if len(numbers) > _LINES else ""
    return f"{word} {', '.join(map(str, numbers[:_LINES]))}{more}"


def refuse_broken(attendees: Sequence[Attendee], name: str) -> None:
    """Refuse a list that was saved in the wrong encoding.

    Raises:
        BookletError: at least half of the names with accents are broken.
    """
    accented = [who for who in attendees if not who.name.isascii()]
    broken = [who for who in accented if _is_broken(who.name)]
    if broken and 2 * len(broken) >= len(accented):
        raise BookletError([_broken(broken, name)])


def doubts(attendees: Sequence[Attendee], name: str) -> Iterator[Fault]:
    """What to look at in a list before it is printed; each kind of doubt is one fault.

    Args:
        attendees: those who get a badge.
        name: the list, for places.
    """
    if broken := [who for who in attendees if _is_broken(who.name)]:
        yield _broken(broken, name)
    if formulas := [who for who in attendees if formula_like(who.name)]:
        hint = "correct them in the list; nothing in it was computed, and they are printed as they are typed"
        yield _gathered(formulas, "look", "like a formula, not like a name", hint, name)
    if levelled := [who for who in attendees if one_case(who.name)]:
        hint = "correct them in the list if they are to look like the others; they are printed as they are typed"
        yield _gathered(levelled, "are", "in capitals or in small letters only", hint, name)
    commas = [who for who in attendees if not who.given and inverted(who.name)]
    if commas:
        hint = "write them given name first; they are turned round only if all names are written so"
        yield _gathered(commas, "have", "a comma, and may be written family name first", hint, name)


def _gathered(people: Sequence[Attendee], verb: str, what: str, hint: str, name: str) -> Fault:
    examples = ", ".join(quoted(who.name) for who in people[:_SHOWN])
    lines = lines_of([who.line for who in people])
    if len(people) == 1:
        singular = {"look": "looks", "are": "is", "have": "has"}[verb]
        return Fault(f"{examples} {singular} {what}", Place(name, people[0].line), hint)
    counted = (
        f"{len(people)} names {verb} {what}, such as {examples}"
        if len(people) > _SHOWN
        else f"{examples} {verb} {what}"
    )
    return Fault(f"{counted} ({lines})", Place(name, people[0].line), hint)


def _is_broken(text: str) -> bool:
    return _REPLACEMENT in text or bool(repaired(text))


def _broken(people: Sequence[Attendee], name: str) -> Fault:
    first = people[0]
    meant = repaired(first.name)
    was = f", which was probably {quoted(meant)}" if meant else ""
    lines = lines_of([who.line for who in people])
    what = f"letters with accents are broken: {quoted(first.name)}{was} ({lines})"
    hint = "the list was saved or opened in a wrong encoding: export it again, and save it as UTF-8 or .xlsx"
    return Fault(what, Place(name, first.line), hint)
