"""Files that a program names, and its own: found in its folder, read whole, and decoded."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.model.nearness import nearest
from booklet.model.texts import quoted

LIMIT: Final = 64 * 1024 * 1024
"""The largest file that is read, in bytes; the abstracts of the largest meetings take two thirds of it."""

FOREIGN: Final = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
"""What files that people take for text begin with."""

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_SAVE_AS: Final = "open the file in your editor and save it with the encoding UTF-8"

_LISTED: Final = 1000
"""How many names of a folder are compared with one that is not there."""


def within(text: str, folder: Path, *, thing: str, example: str, is_folder: bool = False) -> Path:
    """Find a file, or a folder, in a program's folder.

    Args:
        text: its path, as it stands in the program.
        folder: the program's folder, which it must lie in, links followed.
        thing: what messages call it, such as "picture".
        example: a path such as it could be, for messages.
        is_folder: whether it must be a folder, not a file.

    Raises:
        BookletError: it is not there, lies elsewhere, or is a folder where a file is wanted, or the other way round.
    """
    try:
        path = folder / text
        real = path.resolve()
        inside = real.is_relative_to(folder.resolve())
        there, right = real.exists(), real.is_dir() if is_folder else real.is_file()
    except (OSError, RuntimeError, ValueError):
        inside, there, right, path = True, False, False, folder
    if not inside:
        hint = f"copy it next to the program and write its path from there, as in {example}"
        raise _refusal(f"the {thing} {quoted(text)} lies outside the program's folder", hint)
    if not there:
        hint = _alike(text, folder) or "paths are written from the program's folder, with '/' between folders"
        if thing == "picture" and not hint.startswith("did"):
            hint += "; a picture on the web is saved first"
        raise _refusal(f"there is no {thing} {quoted(text)}", hint)
    if not right and is_folder:
        raise _refusal(f"{quoted(text)} is no folder", f"name the folder that it is in, as in {example}")
    if not right:
        raise _refusal(f"{quoted(text)} is no file", f"name the {thing} in it, as in {example}")
    return path


def load(path: Path) -> bytes:
    """The bytes of a file, or so many that it is known to be too large.

    Raises:
        BookletError: it cannot be read.
    """
    file = str(path)
    try:
        with path.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except FileNotFoundError:
        hint = "'booklet make PATH' reads another file than program.yaml, and 'booklet new' writes one to start from"
        raise BookletError([Fault("there is no such file", Place(file), hint)]) from None
    except IsADirectoryError:
        hint = f"name the file in it: {path / 'program.yaml'}"
        raise BookletError([Fault("this is a folder, not a file", Place(file), hint)]) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        hint = "look whether the file's name is right, and whether you may read it"
        raise BookletError([Fault(f"the file cannot be read: {reason}", Place(file), hint)]) from None


def decode(file: str, data: bytes) -> str:
    """The characters of a file, without a byte order mark.

    Raises:
        BookletError: it is too large, is no text, or is not UTF-8.
    """
    if len(data) > LIMIT:
        size = f"the file is larger than {LIMIT // 1024 // 1024} MB"
        raise BookletError([Fault(size, Place(file), "a program is a text; pictures stay in files of their own")])
    for start, name in FOREIGN.items():
        if data.startswith(start):
            hint = "a program is a plain text in a file such as program.yaml"
            raise BookletError([Fault(f"this is no text, but {name}", Place(file), hint)])
    if data.startswith(_UTF16):
        raise BookletError([Fault("the file is saved as UTF-16, not as UTF-8", Place(file), _SAVE_AS)])
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        what = f"the file is not saved as UTF-8: the byte {data[error.start]:#04x} stands for no character"
        raise BookletError([Fault(what, place, _SAVE_AS)]) from None


def _alike(text: str, folder: Path) -> str:
    """A hint at a file beside the one that is missing whose name is almost the same, or nothing."""
    try:
        beside = (folder / text).parent
        if not beside.resolve().is_relative_to(folder.resolve()):
            return ""
        names = sorted([path.name for path, _ in zip(beside.iterdir(), range(_LISTED), strict=False)])
    except (OSError, RuntimeError, ValueError):
        return ""
    found = nearest([Path(text).name], names).get(Path(text).name)
    return f"did you mean {quoted(Path(text).with_name(found).as_posix())}?" if found else ""


def _refusal(what: str, hint: str) -> BookletError:
    return BookletError([Fault(what, hint=hint)])
