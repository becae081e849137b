from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from booklet.text.font_folders import VARIABLE, added_folder, font_folders


def test_variable_names_the_only_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, os.pathsep.join(["one", "two"]))

    assert font_folders() == (Path("one"), Path("two"))
    assert added_folder() == Path("one")


@pytest.mark.parametrize(
    ("platform", "added", "last"),
    [
        ("linux", "data/booklet/fonts", "/usr/share/fonts"),
        ("darwin", "home/Library/Application Support/booklet/fonts", "/System/Library/Fonts"),
        ("win32", "local/booklet/fonts", "windows/Fonts"),
    ],
)
def test_folders_of_a_platform(platform: str, added: str, last: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("home"))
    for name, value in (("XDG_DATA_HOME", "data"), ("LOCALAPPDATA", "local"), ("WINDIR", "windows")):
        monkeypatch.setenv(name, value)

    folders = font_folders()

    assert (folders[0], folders[-1]) == (Path(added), Path(last))
