"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from booklet.errors import BookletError, Fault


@contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of an old one when the context is left without an error.

    Raises:
        BookletError: it cannot be written.
    """
    waiting: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, f"{target.name} is a folder")
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        waiting = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
        waiting.chmod(0o666 & ~_umask())
        waiting.replace(target)
    except OSError as error:
        raise BookletError([_refused(target.parent, error)]) from None
    finally:
        if waiting is not None:
            waiting.unlink(missing_ok=True)


def write_files(folder: Path, files: Sequence[tuple[Path, bytes]]) -> None:
    """Write every file beside its place first, and only then replace the old ones.

    Args:
        folder: where the files are; it is made if need be.
        files: paths inside it, and what to write.

    Raises:
        BookletError: the folder or a file in it cannot be written to; unless the last step failed halfway, nothing has
            changed then.
    """
    waiting: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for target, _ in files:
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, f"{target.name} is a folder")
        for target, data in files:
            handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=folder)
            waiting.append(Path(name))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            waiting[-1].chmod(0o666 & ~_umask())
        for path, (target, _) in zip(waiting, files, strict=True):
            path.replace(target)
    except OSError as error:
        raise BookletError([_refused(folder, error)]) from None
    finally:
        for path in waiting:
            path.unlink(missing_ok=True)


def _refused(folder: Path, error: OSError) -> Fault:
    hint = "name another place, one that you may write to, with -o"
    return Fault(f"cannot write to {folder}: {error.strerror}", None, hint)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
