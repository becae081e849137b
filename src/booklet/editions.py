"""Editions, as data: what each one is for, and how its pages leave the house."""

from __future__ import annotations

from typing import Final, NamedTuple


class Edition(NamedTuple):
    """An edition of the booklet.

    `fillers` tells whether it has the notes pages that only fill the last sheet, `imposed` whether two pages stand on
    each side of a sheet instead of one page on each page of the PDF.
    """

    name: str
    purpose: str
    fillers: bool
    imposed: bool


EDITIONS: Final = {
    edition.name: edition
    for edition in (
        Edition("screen", "to read and to e-mail: linked, bookmarked, accessible", fillers=False, imposed=False),
        Edition("print", "for a duplex office printer (short edge): fold and staple", fillers=True, imposed=True),
    )
}
"""Every edition by its name."""
