"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from booklet.errors import BookletError, Fault


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
        what = f"cannot write to {folder}: {error.strerror}"
        hint = "name another place, one that you may write to, with -o"
        raise BookletError([Fault(what, None, hint)]) from None
    finally:
        for path in waiting:
            path.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
