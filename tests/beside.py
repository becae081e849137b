"""Checks of the whole source that run in processes of their own beside the other tests, since they take as long."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from typing import IO, Final

from tests.books import ROOT

COMMANDS: Final = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", "import sys; from importlinter.cli import lint_imports_command as c; c()"],
}
"""What Python is to run, by the names of the checks."""


class Beside:
    """A check that has been started; what it says goes to a file, so that it never waits for a reader."""

    def __init__(self, name: str) -> None:
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed when the check has ended
        command = [sys.executable, *COMMANDS[name]]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=self._said, stderr=subprocess.STDOUT)

    def ended(self) -> tuple[int, str]:
        """Wait for its end: its code, and what it said."""
        code = self._process.wait()
        self._said.seek(0)
        return code, self._said.read().decode("utf-8", "replace")

    def close(self) -> None:
        """End it, if it has not ended."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._said.close()
