"""What the organiser says of columns: `--column name="Full name"`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final, get_args

from booklet.attendees.columns import plain
from booklet.attendees.headings import Field
from booklet.errors import BookletError, Fault, Place
from booklet.model.texts import quoted

FIELDS: Final[tuple[Field, ...]] = get_args(Field)
"""What a column may be said to hold."""

_SYNONYMS: Final[dict[str, Field]] = {
    "badge": "name", "full name": "name", "fullname": "name", "first": "given", "first name": "given",
    "firstname": "given", "forename": "given", "given name": "given", "last": "family", "last name": "family",
    "lastname": "family", "surname": "family", "family name": "family", "company": "affiliation",
    "institution": "affiliation", "organisation": "affiliation", "organization": "affiliation",
    "university": "affiliation", "employer": "affiliation", "job": "position", "job title": "position",
    "title": "position", "role": "position", "pronoun": "pronouns", "type": "ticket", "ticket type": "ticket",
    "category": "ticket", "id": "ident", "number": "ident", "ticket number": "ident", "barcode": "ident",
    "mail": "email", "e mail": "email", "lang": "language", "meal": "tokens", "meals": "tokens", "token": "tokens",
    "table": "tokens", "state": "status", "picture": "photo", "image": "photo", "portrait": "photo",
}  # fmt: skip
"""Words that people write for the fields."""

_SHOWN: Final = 12
"""So many headings are named."""

JOINT: Final = "+"
"""What joins headings, where a field is made of several columns."""


def asked_columns(columns: Mapping[str, str], headings: Sequence[str], place: Place) -> dict[Field, tuple[int, ...]]:
    """The columns that the organiser names, by field; none where a field is not to be read.

    A name may be said to be two columns, and tokens any number: "First name + Last name".

    Args:
        columns: headings by field, as they were typed.
        headings: those of the list.
        place: where these stand.

    Raises:
        BookletError: there is no such field or no such heading; it says which was probably meant.
    """
    faults: list[Fault] = []
    found: dict[Field, tuple[int, ...]] = {}
    for written, heading in columns.items():
        field = _field(written)
        if field is None:
            faults.append(_no_field(written))
            continue
        at = _places(heading, headings, several=field in {"name", "tokens"})
        faults += [_no_heading(field, name, headings, place) for name, index in at.items() if index is None]
        indexes = tuple([index for index in at.values() if index is not None])
        if field == "name" and len(indexes) == 2:
            found |= {"given": indexes[:1], "family": indexes[1:]}
        elif field == "name" and len(indexes) > 2:
            hint = "name the whole name's column, or those of given and family name, joined by '+'"
            faults.append(Fault(f"a name is made of two columns at most, not of {heading}", place, hint))
        else:
            found[field] = indexes
    if faults:
        raise BookletError(faults)
    return found


def split_headings(heading: str) -> list[str]:
    """The headings that a value of `--column` may name."""
    return [heading, *(part.strip() for part in heading.split(JOINT))]


def _field(written: str) -> Field | None:
    word = plain(written)
    return next((field for field in FIELDS if field == word), None)


def _places(heading: str, headings: Sequence[str], *, several: bool) -> dict[str, int | None]:
    """Which columns a value names; a heading that holds a plus sign is one, if the list has it."""
    if not plain(heading):
        return {}
    whole = _index(heading, headings)
    if whole is not None or not several or JOINT not in heading:
        return {heading: whole}
    return {part.strip(): _index(part, headings) for part in heading.split(JOINT) if part.strip()}


def _index(heading: str, headings: Sequence[str]) -> int | None:
    bare = heading.strip()
    exact = next((at for at, other in enumerate(headings) if other == bare), None)
    if exact is not None:
        return exact
    word = plain(bare)
    return next((at for at, other in enumerate(headings) if word and plain(other) == word), None)


def _no_field(written: str) -> Fault:
    word = plain(written)
    meant = next(iter([*filter(None, [_SYNONYMS.get(word)]), *get_close_matches(word, FIELDS, 1)]), "")
    hint = f"did you mean '{meant}'?" if meant else f"known are {', '.join(FIELDS)}"
    return Fault(f"a column cannot be {quoted(written)}", hint=hint)


def _no_heading(field: Field, heading: str, headings: Sequence[str], place: Place) -> Fault:
    plainly = {plain(other): other for other in reversed(headings) if other}
    near = get_close_matches(plain(heading), plainly, 1)
    hint = f"did you mean {quoted(plainly[near[0]])}?" if near else f"the headings are {listed(headings)}"
    return Fault(f"no column is headed {quoted(heading)}, which was to be '{field}'", place, hint)


def listed(headings: Sequence[str]) -> str:
    """The headings of a list, for a message."""
    full = [quoted(heading) for heading in headings if heading]
    more = len(full) - _SHOWN
    return ", ".join(full[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
