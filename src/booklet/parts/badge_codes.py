"""Codes on badges: what is in them, and how large they must be for a telephone."""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf
from typing import Final, NamedTuple
from urllib.parse import quote

from booklet.errors import Fault
from booklet.geometry import MM
from booklet.model.attendees import Attendee
from booklet.parts.desk import Desk
from booklet.parts.qr_matrix import qr_matrix

VCARD: Final = "vcard"

_MODULE: Final = 0.33 * MM
"""The least width of a module, which cameras of telephones tell from its neighbours at a hand's distance.

Source: DENSO WAVE, who made the code, asks for four dots of a printer a module: 0.33 mm on one of 300 dpi.
"""

_USUAL: Final = 0.42 * MM
_QUIET: Final = 8
"""Modules of quiet zone on both sides together."""


class Code(NamedTuple):
    """What a code holds, what is said beneath it, and its sides with the quiet zone: least and best, in points."""

    text: str
    says: str
    least: float
    best: float


def code_of(desk: Desk, attendee: Attendee, wanted: str, room: float = inf) -> Code | Fault | None:
    """The code of somebody's badge.

    Args:
        desk: words.
        attendee: whose it is.
        wanted: "" for none; "vcard" for name, affiliation and e-mail as a contact card; or an address in which {id}
            stands for the ticket's own number.
        room: points that there are; a contact card that needs more goes without the affiliation, which is printed.

    Returns:
        The code; None if there is nothing to put into it; or the fault of a code that cannot be made.
    """
    if not wanted or not attendee.name:
        return None
    if wanted == VCARD:
        says = desk.wording.word("scan_card")
        card = _code(vcard(attendee), says)
        if isinstance(card, Code) and card.least <= room:
            return card
        return _code(vcard(replace(attendee, affiliation="")), says)
    if "{id}" not in wanted:
        return _code(wanted, desk.wording.word("scan_address"))
    if not attendee.ident:
        return Fault(
            f"{attendee.name!r} has no number of a ticket that the code could hold",
            None,
            "give the list a column with them, or leave the code out",
        )
    return _code(wanted.replace("{id}", quote(attendee.ident, safe="")), desk.wording.word("scan_ticket"))


def _code(text: str, says: str) -> Code | Fault:
    # Loaded here because not every badge has a code.
    import segno  # noqa: PLC0415

    try:
        modules = len(qr_matrix(text)) + _QUIET
    except (segno.DataOverflowError, UnicodeError):
        return Fault(f"{text[:60]!r} is too long for a code", None, "give a shorter address")
    return Code(text, says, modules * _MODULE, modules * _USUAL)


def vcard(attendee: Attendee) -> str:
    r"""A contact card: a name, where somebody is from, and an e-mail address, as far as the list has them.

    >>> vcard(Attendee("Ada Ek", given="Ada", family="Ek", email="ada@example.org")).splitlines()[2:5]
    ['N:Ek;Ada;;;', 'FN:Ada Ek', 'EMAIL:ada@example.org']

    Source: RFC 2426 (vCard 3.0), which all telephones read.
    """
    family, given = (attendee.family, attendee.given) if attendee.family else (attendee.name, "")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_escaped(family)};{_escaped(given)};;;",
        f"FN:{_escaped(attendee.name)}",
        *([f"ORG:{_escaped(attendee.affiliation)}"] if attendee.affiliation else []),
        *([f"EMAIL:{_escaped(attendee.email)}"] if attendee.email else []),
        "END:VCARD",
    ]
    return "\r\n".join(lines) + "\r\n"


def _escaped(text: str) -> str:
    """A text as a value (RFC 2426, 4), in one line."""
    return re.sub(r"([\\;,])", r"\\\1", re.sub(r"[\x00-\x1f\x7f]+", " ", text).strip())
