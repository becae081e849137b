"""The content lines of iCalendar (RFC 5545): unfolded, and taken apart into name, parameters and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

_END: Final = re.compile(rb"\r?\n|\r")
_NAME: Final = re.compile(r"(?:[A-Za-z0-9_-]+\.)?(?P<name>[A-Za-z0-9_-]+)")
_PARAMETER: Final = re.compile(
    r';\s*(?P<name>[A-Za-z0-9_-]+)=(?P<value>(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)'
)
_ESCAPED: Final = re.compile(r"\\([\\;,:\"nN])")


class ContentLine(NamedTuple):
    """A property as it is written; `line` is the number of its first line, `value` is still escaped."""

    line: int
    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as a text."""
        return unescaped(self.value)


class Broken(NamedTuple):
    """A line that is no property."""

    line: int
    text: str


def content_lines(data: bytes, text: str) -> Iterator[ContentLine | Broken]:
    r"""The properties of a calendar, and what is none.

    Lines are unfolded as bytes, since some programs fold within a character of UTF-8 (RFC 5545, 3.1).

    Args:
        data: the calendar's bytes, if it is there as bytes.
        text: its characters, which count where the bytes are no UTF-8.

    >>> [line.value for line in content_lines(b"SUMMARY:Caf\xc3\r\n \xa9\r\n", "")]
    ['Café']
    """
    try:
        lines = [(number, raw.decode("utf-8")) for number, raw in _unfolded(data)]
    except UnicodeDecodeError:
        lines = []
    if not data or b"\x00" in data or not lines:
        lines = [(number, raw.decode("utf-8")) for number, raw in _unfolded(text.encode("utf-8", "replace"))]
    for number, line in lines:
        if written := line.strip("\ufeff\x00"):
            yield parsed(number, written)


def parsed(number: int, written: str) -> ContentLine | Broken:
    """An unfolded line taken apart.

    >>> parsed(1, 'ATTENDEE;CN="Ek, Bo";ROLE=CHAIR:mailto:bo@example.org')[1:]
    ('ATTENDEE', {'CN': 'Ek, Bo', 'ROLE': 'CHAIR'}, 'mailto:bo@example.org')
    """
    name = _NAME.match(written)
    if not name:
        return Broken(number, written)
    parameters: dict[str, str] = {}
    at = name.end()
    while found := _PARAMETER.match(written, at):
        parameters[found["name"].upper()] = found["value"].replace('"', "")
        at = found.end()
    colon = written.find(":", at)
    if colon < 0:
        return Broken(number, written)
    return ContentLine(number, name["name"].upper(), parameters, written[colon + 1 :])


def unescaped(value: str) -> str:
    r"""A text without the escapes of RFC 5545, 3.3.11.

    >>> unescaped(r"Lee\, Ann\nTalk") == "Lee, Ann\nTalk"
    True
    """
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value) if "\\" in value else value


def parted(value: str) -> list[str]:
    r"""The texts of a list, parted by commas that are not escaped.

    >>> parted(r"Art,Rock\, Pop")
    ['Art', 'Rock, Pop']
    """
    return [unescaped(part) for part in re.findall(r"(?:[^,\\]|\\.)+", value)]


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers; a line that begins with a space or a tab goes on with the one above it."""
    begun, parts = 0, list[bytes]()
    for number, line in enumerate(_END.split(data), start=1):
        if not line:  # some programs end lines with \r\r\n
            continue
        if line[:1] in (b" ", b"\t") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield begun, b"".join(parts)
        begun, parts = number, [line]
    yield begun, b"".join(parts)
