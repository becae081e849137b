"""Texts in any encoding come out right, and a guess is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.importers.encodings import Decoded, decode

GERMAN = "9:00 Begrüßung, Jürgen Müller – „Tiefes“ Lernen\n"
RUSSIAN = "9:00 Открытие, Иван Петров\n10:00 Перерыв на кофе, доклад о теории вероятностей\n"
JAPANESE = "9:00 開会の挨拶 田中太郎（東京大学）\n10:00 休憩、講演者は山田花子です\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le-bom", "utf-16-be-bom", "utf-32-be-bom"]
)
def test_unicode_is_no_guess(encoding: str) -> None:
    plain = encoding.removesuffix("-bom")
    data = ("\ufeff" if encoding != plain else "").encode(plain) + GERMAN.encode(plain)
    assert decode(data) == Decoded(GERMAN)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == Decoded(GERMAN, "the text is not UTF-8; it was read as UTF-16")


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (GERMAN, "cp1252", "Windows-1252 (western)"),
        ("Exposé", "cp1252", "Windows-1252 (western)"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "shift_jis", "cp932"),
    ],
)
def test_guess_is_told(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, f"the text is not UTF-8; it was read as {name}")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        ('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<meta charset="koi8-r">', "koi8-r"),
    ],
)
def test_declared_encoding_is_taken(head: str, encoding: str) -> None:
    assert decode((head + RUSSIAN).encode(encoding)) == Decoded(head + RUSSIAN)


def test_encoding_of_the_server_is_taken() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "windows-1251") == Decoded(RUSSIAN)


@pytest.mark.parametrize("charset", ["utf-8", "idna", "unicode_escape", "base64", "none-such", "ÿ", "a\x00b"])
def test_declaration_that_cannot_be_true_is_passed_over(charset: str) -> None:
    assert decode("Exposé é".encode("cp1252"), charset) == decode("Exposé é".encode("cp1252"))


def test_latin_1_means_what_windows_writes() -> None:
    assert decode("“é”".encode("cp1252"), "iso-8859-1") == Decoded("“é”")


@pytest.mark.parametrize("cut", [1, 2])
def test_character_that_is_cut_off_is_told(cut: int) -> None:
    data = "Müller…".encode()
    assert decode(data[:-cut]) == Decoded("Müller", "the text ends within a character: it is cut off")


def test_utf_16_that_is_cut_off_is_told() -> None:
    assert decode("Müller".encode("utf-16")[:-1]) == Decoded("Mülle", "the text ends within a character: it is cut off")


@pytest.mark.parametrize("data", [bytes(range(256)), b"a\x00b\x00\x00\x00c", b"\x01\x02\x03abc", b"\x00" * 50])
def test_binary_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@given(st.binary(max_size=300), st.text(max_size=10))
def test_any_bytes_are_a_text_or_none(data: bytes, charset: str) -> None:
    decoded = decode(data, charset)
    assert decoded is None or not decoded.text.startswith("\ufeff")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100))
def test_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()) == Decoded(text.lstrip("\ufeff"))
