"""A PDF file that is written while it is made: of what has been written no more is kept than where it is."""

from __future__ import annotations

from array import array
from hashlib import sha256
from typing import BinaryIO, Final

from booklet.pdf.syntax import Ref

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and bytes that tell programs which move files that this one is not text (ISO 32000-1, 7.5.2)."""

_UNWRITTEN: Final = 0


class Spool:
    """Objects on their way into a file, in any order.

    The canvas of `booklet.pdf.canvas` holds a whole file and lets it be changed until it is closed; this is for files
    that are larger than memory. The file's identifier is computed from what is written.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = sha256()
        self._places = array("Q")
        self._at = 0
        self._write(_HEADER)

    def reserve(self) -> Ref:
        """A reference to an object that `put` must write before the file is closed."""
        self._places.append(_UNWRITTEN)
        return Ref(len(self._places))

    def put(self, ref: Ref, dictionary: str, stream: bytes | None = None) -> None:
        """Write a reserved object.

        Args:
            ref: the object.
            dictionary: the object in PDF syntax; for a stream its dictionary, without /Length.
            stream: the stream's bytes, encoded as /Filter of the dictionary says.
        """
        self._places[ref.number - 1] = self._at
        body = dictionary.encode("ascii")
        if stream is not None:
            inner = body.removeprefix(b"<<").removesuffix(b">>")
            body = b"<<%b/Length %d>>\nstream\n%b\nendstream" % (inner, len(stream), stream)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (ref.number, body))

    def add(self, dictionary: str, stream: bytes | None = None) -> Ref:
        """Write an object; see `put`."""
        ref = self.reserve()
        self.put(ref, dictionary, stream)
        return ref

    def close(self, root: Ref, information: Ref) -> None:
        """Write what a file ends with (ISO 32000-1, 7.5.4 and 7.5.5).

        Args:
            root: the catalog.
            information: the document information.
        """
        table = self._at
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(self._places) + 1))
        for place in self._places:
            self._write(b"%010d 00000 n \n" % place)
        identifier = self._hash.hexdigest()[:32].encode()
        size = len(self._places) + 1
        self._write(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (size, root.number, information.number, identifier, identifier, table)
        )

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self._at += len(data)
