"""Single values of the program: dates, languages, addresses on the web, papers, and what they must look like."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from booklet.errors import BookletError, Fault
from booklet.geometry import INCH, MM
from booklet.model.texts import invisible, line, quoted

PAPERS: Final = ("half-letter", "a5", "a4", "letter", "a6")
"""The papers that have a name."""

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATES: Final = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<number>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(_MONTH + r"\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)? " + _MONTH + r"\.?,? (?P<year>[0-9]{4})"),
)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_LANGUAGES: Final = {
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "dutch": "nl", "english": "en", "español": "es", "français": "fr",
    "french": "fr", "german": "de", "hebrew": "he", "italian": "it", "italiano": "it", "japanese": "ja",
    "nederlands": "nl", "polish": "pl", "polski": "pl", "portuguese": "pt", "português": "pt", "russian": "ru",
    "spanish": "es", "العربية": "ar", "中文": "zh", "日本語": "ja", "русский": "ru", "עברית": "he",
}  # fmt: skip
"""What people write for the code of a language."""

_ZONE: Final = re.compile(r"[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*")
_EMAIL: Final = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")
_ORCID: Final = re.compile(r"(?:https?://orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])")
_PAPER: Final = re.compile(
    r"(?P<width>[0-9]+(?:\.[0-9]+)?) ?(?P<first>mm|cm|in|pt)? ?[x×] ?"
    r"(?P<height>[0-9]+(?:\.[0-9]+)?) ?(?P<unit>mm|cm|in|pt)"
)
_UNITS: Final = {"mm": MM, "cm": 10 * MM, "in": INCH, "pt": 1.0}
_SIDE: Final = (70 * MM, 450 * MM)
"""The shortest and longest side that printers take, and that a page of text can be set on."""


def read_date(text: str) -> datetime.date:
    """Read a date that can be read in one way only: 2025-02-20, Feb 20, 2025 or 20 February 2025.

    Raises:
        BookletError: it is none, or a day could be taken for a month.
    """
    written = line(text).casefold()
    found = next((match for match in (date.fullmatch(written) for date in _DATES) if match), None)
    if found:
        part = found.groupdict()
        month = int(part["number"]) if "number" in part else _MONTHS.index(part["month"][:3]) + 1
        try:
            return datetime.date(int(part["year"]), month, int(part["day"]))
        except ValueError:
            raise _refusal(f"there is no such day as {quoted(text)}", "look the date up in a calendar") from None
    if re.fullmatch(r"[0-9]{1,4}([/.])[0-9]{1,2}\1[0-9]{1,4}\.?", written):
        hint = "write the year, the month and the day, as in 2025-02-20"
        raise _refusal(f"{quoted(text)} can be read in more than one way", hint)
    hint = "write the year, the month and the day, as in 2025-02-20"
    raise _refusal(f"expected a date such as 2025-02-20, found {quoted(text)}", hint)


def read_language(text: str) -> str:
    """Read a language tag (BCP 47), in its customary case: en-US, de, zh-Hant-TW."""
    tag = line(text).replace("_", "-").casefold()
    if not _LANGUAGE.fullmatch(tag):
        code = _LANGUAGES.get(tag, "")
        hint = "the language that the program is written in, as in en-US, en-GB, de, fr or es"
        hint = f"did you mean '{code}'?" if code else hint
        raise _refusal(f"expected the code of a language such as en-US, found {quoted(text)}", hint)
    language, *rest = tag.split("-")
    cases = {2: str.upper, 4: str.title}
    return "-".join([language, *(cases.get(len(part), str.lower)(part) for part in rest)])


def read_timezone(text: str) -> str:
    """Read the name of a time zone (IANA); only its shape is looked at where the machine has no list of them."""
    import zoneinfo  # noqa: PLC0415 - only programs that name a time zone pay for it

    name = line(text)
    known = _ZONE.fullmatch(name) is not None
    if known:
        try:
            zoneinfo.ZoneInfo(name)
        except (OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
            known = not _zones()
    if known:
        return name
    ending = "/" + name.replace(" ", "_").casefold()
    near = sorted(zone for zone in _zones() if zone.casefold().endswith(ending))
    hint = f"did you mean {quoted(near[0])}?" if near else "a continent and a city, as in America/Chicago"
    raise _refusal(f"expected a time zone such as Europe/Berlin, found {quoted(text)}", hint)


@cache
def _zones() -> frozenset[str]:
    """The time zones that the machine knows; it takes a tenth of a second to find them."""
    import zoneinfo  # noqa: PLC0415 - only programs that name a time zone pay for it

    return frozenset(zoneinfo.available_timezones())


def read_url(text: str) -> str:
    """Read an address on the web, which stays as it is.

    Only http and https are read, since a booklet's links are clicked in good faith.
    """
    address = text.strip()
    _refuse_invisible(address)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme in {"http", "https"} and host and " " not in address:
        return address
    bare = re.match(r"[\w-]+(\.[\w-]+)+(/|$)", address) and "@" not in address
    hint = (
        f"write https://{address}" if bare else "copy it from the address bar of your browser; it begins with https://"
    )
    raise _refusal(f"expected an address such as https://example.org, found {quoted(text)}", hint)


def read_email(text: str) -> str:
    """Read an e-mail address."""
    address = text.strip().removeprefix("mailto:")
    _refuse_invisible(address)
    if not _EMAIL.fullmatch(address):
        what = f"expected an e-mail address such as name@example.org, found {quoted(text)}"
        raise _refusal(what, "one address, without a name around it")
    return address


def read_orcid(text: str) -> str:
    """Read an ORCID iD, bare or as an address, and try its check digit.

    Source: ISO/IEC 7064, MOD 11-2.
    """
    found = _ORCID.fullmatch(line(text))
    if not found:
        what = f"expected an ORCID iD such as 0000-0002-1825-0097, found {quoted(text)}"
        raise _refusal(what, "sixteen digits in groups of four; it stands on the person's page at orcid.org")
    total = 0
    for digit in found[1].replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if found[1][-1] != ("X" if check == 10 else str(check)):
        raise _refusal(f"{quoted(found[1])} is nobody's ORCID iD", "compare its digits: one of them is mistyped")
    return found[1]


def read_colour(text: str) -> str:
    """Read a colour in hexadecimal sRGB.

    >>> read_colour("#9C4221"), read_colour("fa0")
    ('#9c4221', '#ffaa00')
    """
    found = re.fullmatch(r"#?([0-9a-f]{3}|[0-9a-f]{6})", line(text).casefold())
    if not found:
        what = f"expected a colour such as #9c4221, found {quoted(text)}"
        raise _refusal(what, "'#' and six digits from 0 to 9 and a to f, in quotes, as in \"#9c4221\"")
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits}"


def read_paper(text: str) -> str | tuple[float, float]:
    """Read a paper: a name, or "WIDTH x HEIGHT" with mm, cm, in or pt.

    Returns:
        The name, or width and height in points.

    Raises:
        BookletError: it is neither, is wider than high, or no side that a booklet can have.
    """
    written = line(text).casefold()
    name = written.replace(" ", "-").replace("_", "-")
    if name in PAPERS:
        return name
    found = _PAPER.fullmatch(written)
    if not found:
        hint = f"one of {', '.join(PAPERS)}, or a width and a height such as 170 x 240 mm"
        raise _refusal(f"expected a paper such as half-letter or a5, found {quoted(text)}", hint)
    width = float(found["width"]) * _UNITS[found["first"] or found["unit"]]
    height = float(found["height"]) * _UNITS[found["unit"]]
    if width > height:
        hint = f"a booklet is higher than wide: {found['height']} x {found['width']} {found['unit']}"
        raise _refusal(f"the paper {quoted(text)} is wider than high", hint)
    if width < _SIDE[0] or height > _SIDE[1]:
        what = f"no booklet can be made on the paper {quoted(text)}"
        raise _refusal(what, "a side is at least 70 mm and at most 450 mm long")
    return width, height


def read_geo(text: str) -> tuple[float, float]:
    """Read latitude and longitude, in degrees, parted by a comma."""
    found = re.fullmatch(r"([+-]?[0-9]{1,2}(?:\.[0-9]+)?)°? ?[,; ] ?([+-]?[0-9]{1,3}(?:\.[0-9]+)?)°?", line(text))
    latitude, longitude = (float(found[1]), float(found[2])) if found else (91.0, 181.0)
    if abs(latitude) > 90 or abs(longitude) > 180:
        what = f"expected latitude and longitude such as 30.2862, -97.7366, found {quoted(text)}"
        raise _refusal(what, "degrees with a decimal point, as online maps show them; south and west are negative")
    return latitude, longitude


def read_count(text: str, *, lowest: int, highest: int) -> int:
    """Read a whole number within limits."""
    written = line(text).replace(",", "")
    if not re.fullmatch(r"[0-9]{1,9}", written) or not lowest <= int(written) <= highest:
        what = f"expected a whole number, found {quoted(text)}"
        raise _refusal(what, f"a number from {lowest} to {highest}, in digits")
    return int(written)


def _refuse_invisible(address: str) -> None:
    """Soft hyphens and the like come along when an address is copied from a page, and lead nowhere."""
    if sign := invisible(address):
        what = f"the address {quoted(address)} holds the invisible character U+{ord(sign):04X}"
        raise _refusal(what, "delete the address and type it anew, on one line")


def _refusal(what: str, hint: str) -> BookletError:
    return BookletError([Fault(what, hint=hint)])
