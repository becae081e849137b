from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from booklet.adding import Added, _fetched, add_fonts
from booklet.cli import main
from booklet.errors import BookletError
from booklet.listing import SCRIPTS, listed
from booklet.text.font_folders import VARIABLE
from booklet.text.font_packages import Package, Wheel
from tests.tiny_fonts import HAN, VOICED, make_font


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "added"))
    return tmp_path / "added"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    make_font("names").save(folder / "Tiny.otf")
    (folder / "OFL.txt").write_text("licence", encoding="utf-8")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    return folder


def fault_of(what: str) -> str:
    with pytest.raises(BookletError) as raised:
        add_fonts(what)
    (fault,) = raised.value.faults
    return fault.what


@pytest.mark.parametrize("name", ["source", "source/Tiny.otf"])
def test_fonts_are_copied_with_their_licences(name: str, source: Path, added: Path) -> None:
    done = add_fonts(str(source.parent / name))

    target = added / Path(name).stem
    assert done == Added(target, (target / "Tiny.otf",), 0)
    assert sorted(path.name for path in target.iterdir()) == ["OFL.txt", "Tiny.otf"]


def test_fonts_that_are_there_already_are_left(source: Path, added: Path) -> None:
    add_fonts(str(source))

    assert add_fonts(str(source)) == Added(added / "source", (), 1)


def test_unknown_name_is_a_fault(added: Path) -> None:
    assert fault_of("klingon") == "there is no file or folder 'klingon', and no fonts by that name"
    assert not added.exists()


def test_folder_without_fonts_is_a_fault(tmp_path: Path, added: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert fault_of(str(tmp_path / "empty")) == "there is no font in this folder"
    assert not added.exists()


def test_font_that_must_not_be_embedded_is_a_fault(tmp_path: Path, added: Path) -> None:
    make_font("names", licence=2).save(tmp_path / "font.otf")

    assert (
        fault_of(str(tmp_path / "font.otf")) == "the maker of Tiny Han does not allow that it is embedded in documents"
    )
    assert not added.exists()


def test_broken_font_is_a_fault(tmp_path: Path, added: Path) -> None:
    (tmp_path / "font.otf").write_bytes(b"x" * 100)

    assert fault_of(str(tmp_path / "font.otf")) == "the font file cannot be used: its tables are broken"
    assert not added.exists()


def wheel_of(source: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.write(source / "Tiny.otf", "../../tiny/Tiny.otf")
        archive.write(source / "OFL.txt", "tiny.dist-info/licenses/LICENSE")
        archive.writestr("tiny/setup.py", "raise SystemExit")
    return out.getvalue()


def test_wheel_is_unpacked_without_anything_but_fonts_and_licences(source: Path, tmp_path: Path) -> None:
    data = wheel_of(source)

    def run(command: Sequence[str], folder: Path) -> bool:
        assert command[1:4] == ["-m", "pip", "download"]
        (folder / "tiny.whl").write_bytes(data)
        return True

    wheel = Wheel("tiny", "1", hashlib.sha256(data).hexdigest())
    found = _fetched("tiny", Package("Tiny", wheel, "fonts-tiny"), tmp_path, run)

    assert sorted(path.name for path in found.iterdir()) == ["LICENSE", "Tiny.otf"]
    assert found == tmp_path / "wheel"


def test_wheel_that_is_another_is_a_fault(source: Path, tmp_path: Path) -> None:
    def run(_: Sequence[str], folder: Path) -> bool:
        (folder / "tiny.whl").write_bytes(wheel_of(source))
        return True

    with pytest.raises(BookletError, match=r"^tiny\.whl is not the file that it was"):
        _fetched("tiny", Package("Tiny", Wheel("tiny", "1", "0" * 64), "fonts-tiny"), tmp_path, run)


def test_fonts_that_cannot_be_had_are_a_fault_that_names_the_packages(tmp_path: Path) -> None:
    package = Package("Tiny", Wheel("tiny", "1", ""), "fonts-tiny")

    with pytest.raises(BookletError, match=r"neither the package tiny by pip nor the Debian package fonts-tiny"):
        _fetched("tiny", package, tmp_path, lambda *_: False)


@pytest.mark.usefixtures("added")
def test_list_names_every_script_and_what_is_missing(source: Path) -> None:
    before = dict(line.split("  ", 1) for line in listed() if "  " in line)
    make_font("names", characters="说这" + HAN + VOICED, family="Tiny Song").save(source / "Song.otf")
    add_fonts(str(source))
    after = dict(line.split("  ", 1) for line in listed() if "  " in line)

    assert [name.strip() for name in before] == list(SCRIPTS)
    missing = [name.strip() for name, told in before.items() if told.strip().startswith("none")]
    assert missing == ["Tibetan", "Mongolian", "Kana", "Hangul", "Chinese", "Traditional Chinese"]
    changed = {name.strip(): told.strip() for name, told in after.items() if told != before[name]}
    assert changed == {"Chinese": "added: Tiny Song"}


def test_commands_add_and_list(source: Path, added: Path) -> None:
    first = CliRunner().invoke(main, ["fonts", "add", str(source)])
    wrong = CliRunner().invoke(main, ["fonts", "add", "klingon"])
    told = CliRunner().invoke(main, ["fonts", "list"])

    assert (first.exit_code, first.output) == (0, f"{added / 'source'}: 1 font file added\n")
    assert wrong.exit_code == 1
    assert told.output.splitlines()[-1] == f"Added fonts are in {added}"
