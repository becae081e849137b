"""Sources are loaded: files, folders, standard input and addresses on the web."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, Place
from booklet.importers.encodings import decode
from booklet.importers.material import Material
from booklet.model.files import FOREIGN, LIMIT
from booklet.model.texts import blank, quoted

_FILES: Final = 200
"""More files than that no folder of an export has."""

_COPY: Final = "copy the agenda out of it into a text file, or export it as HTML, CSV or text, and import that"
_UNPACK: Final = "unpack it, and import the file in it that has the agenda"
_SAVE_AS: Final = "open it, save it as .xlsx or CSV, and import that"
_EXPORT: Final = "export the agenda as a file of text, HTML or CSV, and import that"


_TOO_LARGE: Final = f"is larger than {LIMIT // 1024 // 1024} MB, which no program is"
_WITHOUT_PICTURES: Final = "name the file with the agenda, without pictures and recordings"


class _Kind(NamedTuple):
    """What a file is that is no text, and what to do about it."""

    name: str
    hint: str


_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_BINARY: Final[dict[bytes, _Kind]] = {
    **{start: _Kind(name, _COPY) for start, name in FOREIGN.items() if start != _ZIP},
    _OLD_OFFICE: _Kind("an old Word or Excel file", _SAVE_AS),
    b"GIF8": _Kind("a picture", _COPY),
    b"RIFF": _Kind("a picture or a recording", _COPY),
    b"%!PS": _Kind("a PostScript file", _COPY),
    b"{\\rtf": _Kind("a rich text (RTF)", "open it, save it as plain text or HTML, and import that"),
    b"\x1f\x8b": _Kind("a compressed file (gzip)", _UNPACK),
    b"BZh": _Kind("a compressed file (bzip2)", _UNPACK),
    b"\xfd7zXZ": _Kind("a compressed file (xz)", _UNPACK),
    b"7z\xbc\xaf": _Kind("a compressed file (7z)", _UNPACK),
    b"Rar!": _Kind("a compressed file (RAR)", _UNPACK),
    b"SQLite format 3": _Kind("a database", _EXPORT),
    b"\x7fELF": _Kind("a program for computers", _EXPORT),
}
"""What files that are no texts begin with."""

_PACKED: Final = (
    ("xl/", _Kind("an Excel file of a kind that cannot be read", _SAVE_AS)),
    ("word/", _Kind("a Word file", "save it as plain text or as a web page, and import that")),
    ("ppt/", _Kind("a PowerPoint file", _COPY)),
    ("content.xml", _Kind("an OpenDocument file", "save a table as .xlsx or CSV, a text as plain text or HTML")),
)
"""What ZIP files are by a member's name, or the folder that it is in."""


def load(source: str, *, stdin: Callable[[], bytes]) -> Material:
    """Load a source.

    Args:
        source: a path, a folder, "-", or an address that begins with http:// or https://; only then is the network
            used.
        stdin: reads standard input; more than a byte beyond `LIMIT` need not be read.

    Raises:
        BookletError: there is nothing, too much, or nothing that is a text or a spreadsheet; it says which.
    """
    if re.match("https?://", source, re.IGNORECASE):
        from booklet.importers.fetching import fetch  # noqa: PLC0415 - only addresses need the network

        data, charset = fetch(source)
        return _material(source, data, charset)
    if found := re.match("[A-Za-z][A-Za-z0-9+.-]+://", source):
        hint = "save the page in your browser, and name the file"
        raise _refusal(source, f"only http:// and https:// are fetched, not {found[0]}", hint)
    if source == "-":
        return _material("-", stdin())
    if not source:
        raise _refusal("-", "no source is named", "name a file, a folder or an address, or '-' for standard input")
    path = Path(source)
    try:
        if path.is_dir():
            return _folder(path)
        return _material(source, _read(path))
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from None


def _read(path: Path) -> bytes:
    """The bytes of a file; of a pipe, which has no size, only one more than the limit."""
    if path.stat().st_size > LIMIT:
        raise _refusal(str(path), f"the file {_TOO_LARGE}", _WITHOUT_PICTURES)
    with path.open("rb") as stream:
        return stream.read(LIMIT + 1)


def _folder(path: Path) -> Material:
    """The files of a folder, one level deep; what is no text is told once, not refused."""
    home = path.resolve()
    inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    files = [entry for entry in inside if entry.is_file() and entry.resolve().is_relative_to(home)]
    if len(files) > _FILES:
        what = f"there are {len(files)} files in this folder, more than an export has"
        raise _refusal(str(path), what, "name the files that hold the program")
    members: dict[str, Material] = {}
    left = [entry.name for entry in inside if entry not in files]
    size = 0
    for file in files:
        if (member := _member(file)) is None:
            left.append(file.name)
            continue
        members[file.name] = member
        size += len(member.data)
        if size > LIMIT:
            raise _refusal(str(path), f"the folder {_TOO_LARGE}", "name the files that hold the program")
    if not members:
        raise _refusal(str(path), "there is no file in this folder that can be read", "name the file with the agenda")
    said = [fault for member in members.values() for fault in member.report]
    if left:
        hint = "nothing to do, unless one of them holds a part of the program: then name it"
        said.append(Fault(f"left out, since they are no texts of this folder: {_listed(left)}", Place(str(path)), hint))
    return Material(str(path), members=members, report=tuple(said))


def _member(file: Path) -> Material | None:
    """A file of a folder, None if it cannot be read or is no text."""
    try:
        with file.open("rb") as stream:
            head = stream.read(16)
        return None if _binary(head) else _material(str(file), _read(file))
    except (OSError, BookletError):
        return None


def _material(name: str, data: bytes, charset: str = "") -> Material:
    if len(data) > LIMIT:
        raise _refusal(name, f"the source {_TOO_LARGE}", _WITHOUT_PICTURES)
    if not data.strip():
        raise _refusal(name, "there is nothing in it", "look whether it was saved or exported whole")
    if data.startswith(_ZIP):
        if (packed := _packed(data)) is None:
            return Material(name, data)
        raise _refusal(name, f"this is no text, but {packed.name}", packed.hint)
    if kind := _binary(data):
        raise _refusal(name, f"this is no text, but {kind.name}", kind.hint)
    decoded = decode(data, charset)
    if decoded is None:
        raise _refusal(name, "this is no text, but a file for some program", _EXPORT)
    if blank(decoded.text):
        raise _refusal(name, "there is nothing in it but white space", "look whether it was saved or exported whole")
    hint = "look whether accents and umlauts are right; if not, save it as UTF-8 and import it again"
    report = (Fault(decoded.remark, Place(name), hint),) if decoded.remark else ()
    return Material(name, data, decoded.text, report=report)


def _binary(data: bytes) -> _Kind | None:
    return next((kind for start, kind in _BINARY.items() if data.startswith(start)), None)


def _packed(data: bytes) -> _Kind | None:
    """What a ZIP file is, None if it is a workbook that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return _Kind("a damaged Excel, Word or ZIP file", "it may be cut off: download or export it again")
    if "xl/workbook.xml" in names:
        return None
    known = (kind for start, kind in _PACKED if any(name.startswith(start) for name in names))
    return next(known, _Kind("a ZIP file", _UNPACK))


def _listed(names: Sequence[str]) -> str:
    """The first names of a list, and how many more there are."""
    shown = ", ".join(quoted(name) for name in names[:5])
    return shown if len(names) <= 5 else f"{shown} and {len(names) - 5} more"


def _unreadable(source: str, error: OSError | ValueError) -> BookletError:
    if isinstance(error, FileNotFoundError):
        return _refusal(source, "there is no such file", "look whether its name and its folder are right")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _refusal(
        source, f"it cannot be read: {reason}", "look whether its name is right, and whether you may read it"
    )


def _refusal(name: str, what: str, hint: str) -> BookletError:
    return BookletError([Fault(what, Place(name), hint)])
