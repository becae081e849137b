"""Bytes become text, whatever encoding they are in; a guess is told."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The longer ones first, since that of UTF-32 begins with that of UTF-16."""

_HEAD: Final = 4096
_DECLARED: Final = re.compile(
    rb"<\?xml[^<>]{0,200}?\bencoding\s*=\s*[\"'](?P<xml>[A-Za-z0-9._-]{2,40})"
    rb"|<meta[^<>]{0,300}?\bcharset\s*=\s*[\"']?(?P<html>[A-Za-z0-9._-]{2,40})",
    re.IGNORECASE,
)
_KNOWN: Final = re.compile(r"utf-8|ascii|iso8859|cp[0-9]|koi8|gb|big5|euc|shift_jis|iso2022|mac|tis|johab|hz")
"""What declared encodings Python may call theirs; it has others that are none of texts (idna, unicode_escape)."""

_WINDOWS: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""What is meant where these are declared (WHATWG Encoding Standard, 4.2)."""

_NAMES: Final = {"cp1252": "Windows-1252 (western)", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_SAMPLE: Final = 200_000
_UTF_8_TAIL: Final = 3
"""How many bytes a character that was cut off can have left, at most."""

_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Decoded(NamedTuple):
    """A text, and what has to be said of how it was read, "" if nothing."""

    text: str
    remark: str = ""


def decode(data: bytes, charset: str = "") -> Decoded | None:
    """Decode a text.

    In this order: the mark that the text begins with (BOM), UTF-16 without one if every other byte is zero, UTF-8, what
    the server or the text declares, what the bytes look like.

    Args:
        data: the bytes.
        charset: what the server said, "" if nothing.

    Returns:
        The text without its mark; None if the bytes are no text.

    >>> decode("Müller".encode("cp1252"))
    Decoded(text='Müller', remark='the text is not UTF-8; it was read as Windows-1252 (western)')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, charset)
    if b"\x00" in data:
        return _wide(data)
    return _narrow(data, charset)


def _marked(data: bytes, encoding: str, charset: str) -> Decoded | None:
    if encoding == "utf-8":
        return _narrow(data, charset)
    width = 4 if encoding.startswith("utf-32") else 2
    whole = len(data) - len(data) % width
    text = _as(data[:whole], encoding)
    return None if text is None else _sound(text, "" if whole == len(data) else _CUT)


_CUT: Final = "the text ends within a character: it is cut off"


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: mostly Latin letters, so that every other byte is zero."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = min(len(data), _SAMPLE) / 2
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < half / 2 or min(even, odd) > half / 50:
        return None
    whole = len(data) - len(data) % 2
    text = _as(data[:whole], encoding)
    return None if text is None else _sound(text, _guess(encoding))


def _narrow(data: bytes, charset: str) -> Decoded | None:
    try:
        return _sound(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and 0 < error.start >= len(data) - _UTF_8_TAIL:
            whole = data[: error.start]
            if not whole.isascii():
                return _sound(whole.decode("utf-8"), _CUT)
    declared = _python_name(charset) or _declared(data)
    text = _as(data, declared) if declared else None
    return _sound(text) if text is not None else _guessed(data)


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    return _python_name((found["xml"] or found["html"]).decode("ascii")) if found else ""


def _python_name(charset: str) -> str:
    """The encoding that a declaration means, "" if it is none of texts or is proved wrong by now (UTF-8)."""
    try:
        name = codecs.lookup(charset).name if charset.isascii() else ""
    except (LookupError, ValueError):
        return ""
    return _WINDOWS.get(name, name) if _KNOWN.match(name) and name != "utf-8" else ""


def _guessed(data: bytes) -> Decoded | None:
    """In western texts, letters that are not ASCII stand alone; of other scripts, statistics tell which it is."""
    sample = data[:_SAMPLE]
    runs = [len(run) for run in _HIGH.findall(sample)]
    western = 2 * sum(length for length in runs if length > 1) <= sum(runs)
    for encoding in ["cp1252"] if western else [*_by_statistics(sample), "cp1252"]:
        text = _as(data, encoding)
        if text is not None:
            return _sound(text, _guess(encoding))
    text = data.decode("cp1252", errors="replace")
    lost = text.count("\ufffd")
    signs = f"{lost} signs" if lost > 1 else "one sign"
    return _sound(text, f"{_guess('cp1252')}, and {signs} could not be read") if 20 * lost < len(text) else None


def _by_statistics(sample: bytes) -> list[str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - start-up time

    return [found.encoding for found in from_bytes(sample) if not found.encoding.startswith(("mac_", "utf_"))]


def _sound(text: str, remark: str = "") -> Decoded | None:
    """A text, unless it holds so many control characters that it is none."""
    controls = len(_CONTROLS.findall(text))
    return None if 100 * controls > len(text) else Decoded(text.lstrip("\ufeff"), remark)


def _guess(encoding: str) -> str:
    return f"the text is not UTF-8; it was read as {_NAMES.get(encoding, encoding.replace('_', '-'))}"


def _as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (ValueError, LookupError):
        return None
