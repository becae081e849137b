"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from booklet.errors import BookletError
from booklet.writing import write_files


def test_write_files_replaces_all(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")

    write_files(tmp_path, [(tmp_path / "a", b"new"), (tmp_path / "b", b"more")])

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new", "b": b"more"}


def test_write_files_that_cannot_all_be_written_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()

    with pytest.raises(BookletError) as caught:
        write_files(tmp_path, [(tmp_path / "a", b"new"), (tmp_path / "b", b"more")])

    assert str(caught.value).splitlines()[0] == f"cannot write to {tmp_path}: b is a folder"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_write_files_where_a_file_is_in_the_way_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(BookletError) as caught:
        write_files(tmp_path / "out", [])

    assert str(caught.value).splitlines()[0] == f"cannot write to {tmp_path / 'out'}: File exists"
