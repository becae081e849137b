"""Paper: the trim sizes a booklet can have, and what the type does about them."""

from __future__ import annotations

from typing import Final, NamedTuple

from booklet.geometry import INCH, MM, Size

A5: Final = Size(148 * MM, 210 * MM)
"""The size that every measure of the design is given for (ISO 216)."""

PAPERS: Final[dict[str, Size]] = {
    "half-letter": Size(5.5 * INCH, 8.5 * INCH),
    "a5": A5,
    "a4": Size(210 * MM, 297 * MM),
    "letter": Size(8.5 * INCH, 11 * INCH),
    "a6": Size(105 * MM, 148 * MM),
}
"""Trim sizes by their names in program.yaml (ISO 216; ANSI/ASME Y14.1)."""

_LETTER_COUNTRIES: Final = ("united states", "usa", "u.s.a.", "canada", "mexico", "méxico", "philippines")
"""Where the office printer holds Letter paper (CLDR, territory data: paper size US-Letter)."""


class Trim(NamedTuple):
    """A page size and the factors that fit the design to it: `space` for margins, `type` for type and grid."""

    size: Size
    space: float
    type: float


def trim(paper: str | tuple[float, float], address: tuple[str, ...], language: str) -> Trim:
    """The page that a program asks for.

    Args:
        paper: a name, (width, height) in points, or "" to let the place decide.
        address: the venue's address, whose country chooses between half-letter and A5.
        language: decides where there is no country: en-US and en-CA, es-MX.

    Returns:
        The trim. Type grows and shrinks more slowly than the page, since eyes do not change with the paper.
    """
    size = Size(*paper) if isinstance(paper, tuple) else PAPERS[paper or _usual(address, language)]
    space = size.width / A5.width
    return Trim(size, space, 0.86 if space < 0.8 else 1.0 if space < 1.2 else 1.18)


def office_paper(address: tuple[str, ...], language: str) -> str:
    """The paper of the office printer where the venue is: "letter" or "a4"."""
    return "letter" if _usual(address, language) == "half-letter" else "a4"


def _usual(address: tuple[str, ...], language: str) -> str:
    country = address[-1].casefold() if address else ""
    if any(country == name or country.endswith(f" {name}") for name in _LETTER_COUNTRIES):
        return "half-letter"
    if not address and language in {"en-US", "en-CA", "fr-CA", "es-MX"}:
        return "half-letter"
    return "a5"
