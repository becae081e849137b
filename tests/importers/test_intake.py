"""Sources are loaded, or refused in one clear sentence, with a place and a remedy."""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booklet.errors import BookletError, Fault, Place
from booklet.importers.intake import load
from booklet.importers.material import Material
from booklet.model.files import LIMIT


def loaded(source: str, data: bytes = b"") -> Material:
    return load(source, stdin=lambda: data)


def refusal(source: str, data: bytes = b"") -> Fault:
    with pytest.raises(BookletError) as raised:
        loaded(source, data)
    assert len(raised.value.faults) == 1
    return raised.value.faults[0]


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in names:
            packed.writestr(name, "")
    return stream.getvalue()


def test_file_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_bytes(b"\xef\xbb\xbf9:00 Opening\r\n")
    assert loaded(str(path)) == Material(str(path), b"\xef\xbb\xbf9:00 Opening\r\n", "9:00 Opening\r\n")


def test_standard_input_is_loaded() -> None:
    assert loaded("-", b"9:00 Opening") == Material("-", b"9:00 Opening", "9:00 Opening")


def test_guessed_encoding_is_told() -> None:
    hint = "look whether accents and umlauts are right; if not, save it as UTF-8 and import it again"
    what = "the text is not UTF-8; it was read as Windows-1252 (western)"
    assert loaded("-", "Müller".encode("cp1252")).report == (Fault(what, Place("-"), hint),)


def test_workbook_stays_bytes() -> None:
    data = archive("[Content_Types].xml", "xl/workbook.xml")
    assert loaded("-", data) == Material("-", data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "there is nothing in it"),
        (b" \r\n\t", "there is nothing in it"),
        (b"\xef\xbb\xbf", "there is nothing in it but white space"),
        ("\u00a0\u200b".encode(), "there is nothing in it but white space"),
        (b"%PDF-1.7", "this is no text, but a PDF"),
        (b"\x89PNG\r\n", "this is no text, but a picture"),
        (b"\xd0\xcf\x11\xe0", "this is no text, but an old Word or Excel file"),
        (b"\x1f\x8b\x08", "this is no text, but a compressed file (gzip)"),
        (b"{\\rtf1 9:00}", "this is no text, but a rich text (RTF)"),
        (archive("word/document.xml"), "this is no text, but a Word file"),
        (archive("content.xml"), "this is no text, but an OpenDocument file"),
        (archive("xl/workbook.bin"), "this is no text, but an Excel file of a kind that cannot be read"),
        (archive("a.txt"), "this is no text, but a ZIP file"),
        (archive("xl/workbook.xml")[:40], "this is no text, but a damaged Excel, Word or ZIP file"),
        (b"ab\x00\x01\x02cd", "this is no text, but a file for some program"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    fault = refusal("-", data)
    assert fault == Fault(what, Place("-"), fault.hint)
    assert fault.hint


def test_missing_file_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")
    assert refusal(path) == Fault(
        "there is no such file", Place(path), "look whether its name and its folder are right"
    )


@pytest.mark.parametrize("source", ["", "a\x00b", "ftp://example.org/a", "file:///etc/hostname"])
def test_source_that_is_none_is_refused(source: str) -> None:
    assert refusal(source).hint


def test_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.mkdir()
    (path / "loop").symlink_to("loop")
    assert refusal(str(path / "loop")).what == f"it cannot be read: {os.strerror(40)}"


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)  # no byte of it is on the disk
    hint = "name the file with the agenda, without pictures and recordings"
    assert refusal(str(path)) == Fault("the file is larger than 64 MB, which no program is", Place(str(path)), hint)


def test_large_input_is_refused() -> None:
    assert refusal("-", b"a" * (LIMIT + 1)).what == "the source is larger than 64 MB, which no program is"


def test_folder_gives_its_texts_and_tells_the_rest(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("secret")
    home = tmp_path / "export"
    (home / "papers").mkdir(parents=True)
    (home / "program.yml").write_text("- title: A")
    (home / "1.pdf").write_bytes(b"%PDF-1.7")
    (home / "empty.txt").touch()
    (home / ".hidden").write_text("hidden")
    (home / "link.txt").symlink_to(tmp_path / "out.txt")
    material = loaded(str(home))
    file = str(home / "program.yml")
    assert material.members == {"program.yml": Material(file, b"- title: A", "- title: A")}
    what = "left out, since they are no texts of this folder: 'link.txt', 'papers', '1.pdf', 'empty.txt'"
    hint = "nothing to do, unless one of them holds a part of the program: then name it"
    assert material.report == (Fault(what, Place(str(home)), hint),)


@pytest.mark.parametrize(
    ("count", "what"),
    [
        (0, "there is no file in this folder that can be read"),
        (201, "there are 201 files in this folder, more than an export has"),
    ],
)
def test_folder_that_is_no_export_is_refused(tmp_path: Path, count: int, what: str) -> None:
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("a")
    assert refusal(str(tmp_path)).what == what


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200) | st.binary(max_size=50).map(lambda data: b"PK\x03\x04" + data))
def test_any_bytes_are_loaded_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(data)
    with suppress(BookletError):
        assert loaded(str(path)).data == data
