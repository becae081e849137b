"""Where fonts are on a machine: those of the system, and those that were added for the booklet."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

VARIABLE: Final = "BOOKLET_FONTS"
"""The environment variable that names the only folders to look into; fonts are added to the first of them."""


def font_folders() -> tuple[Path, ...]:
    """The folders with fonts, those that were added for the booklet first."""
    named = _named()
    return tuple(dict.fromkeys(named or (added_folder(), *_system_folders())))


def added_folder() -> Path:
    """The folder for fonts that are added for the booklet."""
    return _named()[0] if _named() else _local() / "booklet" / "fonts"


def _named() -> tuple[Path, ...]:
    return tuple([Path(folder) for folder in os.environ.get(VARIABLE, "").split(os.pathsep) if folder])


def _local() -> Path:
    """Where programs keep what belongs to the user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _system_folders() -> tuple[Path, ...]:
    if sys.platform == "win32":
        return _local() / "Microsoft" / "Windows" / "Fonts", Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    return _local() / "fonts", Path.home() / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")
