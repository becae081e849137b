"""QR codes as vector paths, and the texts that telephones understand in them."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.geometry import Rect
from booklet.layout.marks import Ink, Path, Segment
from booklet.parts.qr_matrix import qr_matrix

_QUIET: Final = 4
"""Modules of empty margin on every side (ISO/IEC 18004, 5.3.8)."""

_CAPACITY: Final = 2331
"""Bytes in the largest code at error correction level M (ISO/IEC 18004, table 7)."""

_FOLD: Final = 75
"""Octets in a line of iCalendar, without its end (RFC 5545, 3.1)."""


def qr(text: str, area: Rect, ink: Ink, *, where: Place | None = None) -> Path:
    """Draw a QR code.

    Args:
        text: what it says.
        area: where it goes, with its quiet zone of four modules; a square in the middle of it is used.
        ink: what the dark modules are printed with; deep, on a light ground.
        where: the place of the text in the program, for the fault.

    Returns:
        One filled path of rectangles that do not overlap.

    Raises:
        BookletError: there is no text, or more than a QR code holds.
    """
    size = len(text.encode())
    if not 0 < size <= _CAPACITY:
        what = f"a text of {size} bytes cannot be a QR code, which holds from 1 to {_CAPACITY}"
        raise BookletError([Fault(what, where, "give a short web address that leads there")])
    matrix = qr_matrix(text)
    side = min(area.width, area.height)
    module = side / (len(matrix) + 2 * _QUIET)
    left = area.x + (area.width - side) / 2 + _QUIET * module
    top = area.y + (area.height - side) / 2 + _QUIET * module
    # Every rectangle takes its edges from these, so neighbours meet exactly.
    xs = [round(left + i * module, 3) for i in range(len(matrix) + 1)]
    ys = [round(top + i * module, 3) for i in range(len(matrix) + 1)]
    steps: list[Segment] = []
    for x0, y0, x1, y1 in _rectangles(matrix):
        steps += [("M", xs[x0], ys[y0]), ("L", xs[x1], ys[y0]), ("L", xs[x1], ys[y1]), ("L", xs[x0], ys[y1]), ("Z",)]
    return Path(tuple(steps), fill=ink)


def geo_uri(latitude: float, longitude: float) -> str:
    """The URI of a place, from degrees in WGS 84 (RFC 5870).

    Raises:
        BookletError: there is no such place.

    >>> geo_uri(30.28628, -97.73662)
    'geo:30.28628,-97.73662'
    """
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        what = f"there is no place at latitude {latitude}, longitude {longitude}"
        raise BookletError([Fault(what, None, "give degrees: latitude from -90 to 90, longitude from -180 to 180")])
    return f"geo:{_degrees(latitude)},{_degrees(longitude)}"


def wifi_text(network: str, password: str = "") -> str:
    r"""The text with which telephones join a wireless network; it is an open one if there is no password.

    Source: the notation of the ZXing project, "Barcode Contents", which Android and iOS read.

    >>> wifi_text("Guests; 2", "a:b")
    'WIFI:T:WPA;S:Guests\\; 2;P:a\\:b;;'
    """
    if not password:
        return f"WIFI:T:nopass;S:{_escaped(network)};;"
    return f"WIFI:T:WPA;S:{_escaped(network)};P:{_escaped(password)};;"


def calendar_text(
    title: str,
    start: datetime.date,
    end: datetime.date,
    *,
    issued: datetime.date,
    location: str = "",
    url: str = "",
) -> str:
    """An event for "add to calendar", as an iCalendar object (RFC 5545).

    Args:
        title: the event's title.
        start: its first moment: with a time zone it is written in UTC, without one it is the time of day wherever the
            reader is; or its first day, if it is no datetime.
        end: its last moment, or its last day (iCalendar counts to the day after; that is seen to here).
        issued: when the program was issued; stands in for the clock.
        location: where it is.
        url: its web address.
    """
    if not isinstance(end, datetime.datetime):
        end += datetime.timedelta(days=1)
    first, last = _moment(start), _moment(end)
    identity = hashlib.sha256("\n".join([title, first, last, location]).encode()).hexdigest()[:16]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//booklet//EN",
        "BEGIN:VEVENT",
        f"UID:{identity}@booklet",
        f"DTSTAMP:{issued:%Y%m%d}T000000Z",
        f"DTSTART{first}",
        f"DTEND{last}",
        f"SUMMARY:{_calendar_escaped(title)}",
        *([f"LOCATION:{_calendar_escaped(location)}"] if location else []),
        *([f"URL:{''.join(url.split())}"] if url else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _rectangles(matrix: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, int, int]]:
    """Cover the dark modules: runs along the rows, joined with the same run in the next rows.

    Yields:
        Left, top, right and bottom in modules.
    """
    growing: dict[tuple[int, int], int] = {}
    for row, modules in enumerate([*matrix, [0] * len(matrix)]):
        runs = _runs(modules)
        for (x0, x1), top in [item for item in growing.items() if item[0] not in runs]:
            yield x0, top, x1, row
            del growing[x0, x1]
        for run in runs:
            growing.setdefault(run, row)


def _runs(modules: Sequence[int]) -> list[tuple[int, int]]:
    """The first module and the one after the last of each dark run in a row."""
    text = "".join("x" if dark else " " for dark in modules)
    return [match.span() for match in re.finditer("x+", text)]


def _degrees(value: float) -> str:
    """Degrees to a decimetre, without an exponent and without -0."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escaped(text: str) -> str:
    return re.sub(r'([\\;,:"])', r"\\\1", text)


def _calendar_escaped(text: str) -> str:
    """Text as a value (RFC 5545, 3.3.11), without control characters."""
    lines = re.sub(r"([\\;,])", r"\\\1", text).splitlines()
    return re.sub(r"[\x00-\x1f\x7f]", "", "\\n".join(lines).replace("\t", " "))


def _moment(when: datetime.date) -> str:
    """The value of DTSTART or DTEND with the sign before it and, for a day, its parameter (RFC 5545, 3.3.4-5)."""
    if not isinstance(when, datetime.datetime):
        return f";VALUE=DATE:{when:%Y%m%d}"
    if when.tzinfo is None:
        return f":{when:%Y%m%dT%H%M%S}"
    return f":{when.astimezone(datetime.timezone.utc):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> str:
    """A line of iCalendar in pieces of at most 75 octets, never within a character (RFC 5545, 3.1)."""
    pieces = [""]
    room = _FOLD
    for character in line:
        octets = len(character.encode())
        if octets > room:
            pieces.append("")
            room = _FOLD - 1  # the space that marks a continuation
        pieces[-1] += character
        room -= octets
    return "\r\n ".join(pieces)
