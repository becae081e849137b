"""The file program.yaml: read as texts only, with a place for every value."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from booklet.errors import BookletError, Fault, Place
from booklet.model.lines import Lines
from booklet.model.program import Key
from booklet.model.spots import Spots
from booklet.model.tree import Tree, grow, program_of

LIMIT: Final = 64 * 1024 * 1024
"""The largest file that is read, in bytes; the abstracts of the largest meetings take half of it."""

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


class Source:
    """A program file that has been read.

    `file` is its name as the user gave it, `text` its characters and `tree` its content: every value a text as it
    stands in the file (8:30 stays 8:30, and No stays No), a list or a mapping.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        grown = grow(file, text)
        self.tree: dict[str, Tree] = program_of(file, grown.tree)
        self._spots = Spots(grown.tree, grown.marks)
        self._lines = Lines(text)

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a file.

        Raises:
            BookletError: it cannot be read, is too large, is not UTF-8, or is not YAML as `grow` wants it.
        """
        file = str(path)
        data = _load(path)
        if len(data) > LIMIT:
            size = f"the file is larger than {LIMIT // 1024 // 1024} MB"
            raise BookletError([Fault(size, Place(file), "a program is a text; pictures stay in files of their own")])
        return cls(file, _decode(file, data))

    def place(self, key: Key, *, of_key: bool = False) -> Place:
        """Where a value stands; where nothing stands there, the nearest thing around it.

        Args:
            key: the keys and indexes that lead to the value.
            of_key: give the place of the value's key instead of the value's own.
        """
        return Place(self.file, *self._lines.spot(self._spots.find(key, of_key=of_key)))


def _load(path: Path) -> bytes:
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


def _decode(file: str, data: bytes) -> str:
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
