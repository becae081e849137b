"""Pictures that a program names: that they are there, are pictures, and lie in the program's folder."""

from __future__ import annotations

import re
import struct
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from booklet.errors import BookletError, Fault
from booklet.model.files import within
from booklet.model.texts import quoted

if TYPE_CHECKING:
    from PIL import Image

LIMIT: Final = 20 * 1024 * 1024
"""The largest picture, in bytes."""

PIXELS: Final = 50_000_000
"""The most pixels: an A4 page at 600 dots per inch has 35 million."""

_SVG: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:\w+:)?svg[\s>/]",
    re.DOTALL,
)
_PROLOGUE: Final = 64 * 1024
"""How much of a file is searched for its svg element, in bytes."""


def find_picture(text: str, folder: Path, *, svg: bool) -> Path:
    """Find a picture and try to open it.

    Args:
        text: its path, as it stands in the program.
        folder: the program's folder, which it must lie in, links followed.
        svg: whether an SVG will do; a PNG or JPEG always does.

    Returns:
        Its path.

    Raises:
        BookletError: it is not there, lies elsewhere, is too large, or is no such picture.
    """
    path = within(text, folder, thing="picture", example="pictures/map.png")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LIMIT else b""
    except OSError as error:
        raise _refusal(
            f"the picture {quoted(text)} cannot be read: {error.strerror}", "look whether you may read it"
        ) from None
    if size > LIMIT:
        what = f"the picture {quoted(text)} has {size / 1024 / 1024:.0f} MB, more than {LIMIT // 1024 // 1024}"
        raise _refusal(what, "save it smaller: 300 dots per inch are enough for print")
    if svg and _SVG.match(data[:_PROLOGUE]):
        return path
    _open(text, path, kinds="a PNG, JPEG or SVG" if svg else "a PNG or JPEG")
    return path


def _open(text: str, path: Path, *, kinds: str) -> None:
    from PIL import Image  # noqa: PLC0415 - only programs with pictures pay for it

    broken = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, struct.error, zlib.error)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=("PNG", "JPEG")) as picture:
                width, height = picture.size
                if width * height <= PIXELS:
                    _decode(picture)
    except Image.DecompressionBombError:
        width = height = PIXELS
    except broken:
        hint = (
            f"save it as {kinds.removeprefix('a ')} in a picture program; renaming the file does not change what it is"
        )
        raise _refusal(f"{quoted(text)} is no picture that can be printed: expected {kinds}", hint) from None
    if width * height > PIXELS:
        what = f"the picture {quoted(text)} has more than {PIXELS // 1_000_000} million pixels"
        raise _refusal(what, "save it smaller: 300 dots per inch are enough for print")


def _decode(picture: Image.Image) -> None:
    """Look through a whole picture: PNG has checksums for that, a JPEG must be decoded (at an eighth of its size)."""
    if picture.format == "PNG":
        picture.verify()
    else:
        picture.draft("RGB", (max(1, picture.width // 8), max(1, picture.height // 8)))
        picture.load()


def _refusal(what: str, hint: str) -> BookletError:
    return BookletError([Fault(what, hint=hint)])
