"""XML is parsed as it stands, or refused with its line; nothing in it is expanded or looked up."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.errors import BookletError, Fault, Place
from booklet.importers.xml import parse_xml, root_tag

PERILOUS = "this XML declares entities or names other files, and is not read"


def refusal(source: str | bytes) -> Fault:
    with pytest.raises(BookletError) as raised:
        parse_xml(source, "s.xml")
    (fault,) = raised.value.faults
    return fault


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<a>é</a>", "é"),
        ("<a>é</a>".encode(), "é"),
        ('<?xml version="1.0" encoding="windows-1252"?><a>é</a>', "é"),
        ('<?xml version="1.0" encoding="windows-1252"?><a>é</a>'.encode("cp1252"), "é"),
        ("<a>é</a>".encode("utf-16"), "é"),
        ('\n <?xml version="1.0"?><a>x</a>', "x"),
        ("\ufeff<!DOCTYPE schedule><a>x</a>", "x"),
        ("<!DOCTYPE a [<!ELEMENT a ANY>]><a>x</a>", "x"),
        ("<a>x<!-- y --><?z z?>w</a>", "xw"),
        ("<a>x\x0b\x00y</a>", "x  y"),
        ("<a>x&nbsp;&eacute;&amp;</a>", "x\u00a0é&"),
        ("<a><![CDATA[<!DOCTYPE html PUBLIC 'x' [<!ENTITY]]></a>", "<!DOCTYPE html PUBLIC 'x' [<!ENTITY"),
    ],
)
def test_document_is_parsed(source: str | bytes, text: str) -> None:
    root = parse_xml(source, "s.xml")
    assert (root.tag, root.text) == ("a", text)


def test_lines_are_those_of_the_file() -> None:
    root = parse_xml('\n\n<?xml version="1.0"?>\n<a>\n<b/></a>', "s.xml")
    assert [str(element.sourceline) for element in root.iter()] == ["4", "5"]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 1),
        ('<?xml version="1.0"?>\n<!-- > -->\n<!doctype a [<!ENTITY % b SYSTEM "file:///etc/hostname"> %b;]><a/>', 3),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a/>', 1),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/a.dtd"><html/>', 1),
        ('<!DOCTYPE a [<!ELEMENT a ANY><!-- ]><b> --><!ENTITY b "c">]><a>&b;</a>', 1),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"), 1),
    ],
)
def test_entities_and_other_files_are_refused(source: str | bytes, line: int) -> None:
    fault = refusal(source)
    assert fault == Fault(PERILOUS, Place("s.xml", line), fault.hint)


def test_exploding_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    assert refusal(f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>').what == PERILOUS


def test_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for document in (
        f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>',
        f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret.as_uri()}" parse="text"/></a>',
    ):
        with suppress(BookletError):
            assert list(parse_xml(document, "s.xml").itertext()) == []


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("<a>\n<b>\n</a>", 3, 5),
        ("<a>&nosuch;</a>", 1, 12),
        ("<a>\n <b", 2, 4),
        ("text", 1, 1),
        ("", 1, 1),
    ],
)
def test_broken_document_is_refused_with_its_place(source: str, line: int, column: int) -> None:
    fault = refusal(source)
    hint = "the file may be cut off or damaged: export or download it again"
    assert fault == Fault(fault.what, Place("s.xml", line, column), hint)


def test_deep_document_is_refused() -> None:
    assert refusal("<a>" * 100_000).hint == "the file may be cut off or damaged: export or download it again"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("<a/>", "a"),
        ("<!-- x -->" * 40 + "y", ""),
        ('<?xml version="1.0"?>\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n<!-- <b> --><x:a c="d">', "x:a"),
        ("9:00 Opening <a>", ""),
        ("<!-- never closed <a>", ""),
        ("<!DOCTYPE a [ never closed <a>", ""),
    ],
)
def test_root_tag(text: str, tag: str) -> None:
    assert root_tag(text) == tag


PIECES = st.sampled_from(
    [
        "<a>", "</a>", "<b c='d'>", "</b>", "<", ">", "&", "&amp;", "&nbsp;", "&#0;", "&#55296;", "<!--", "-->",
        "<![CDATA[", "]]>", "<!DOCTYPE a", "[", "]>", "<!ENTITY e 'f'>", "&e;", "<?xml version='1.0'?>", "<?", "?>",
        "\x00", "é", "\ud800", "text", " xmlns:x='y'",
    ]
)  # fmt: skip
BROKEN = st.lists(PIECES, max_size=20).map("".join)


@given(st.binary(max_size=200) | st.text(max_size=200) | BROKEN | BROKEN.map("<a>{}</a>".format))
def test_any_document_is_parsed_or_refused(source: str | bytes) -> None:
    with suppress(BookletError):
        assert parse_xml(source, "s.xml").getroottree().docinfo.externalDTD is None


@given(BROKEN)
def test_any_text_has_a_root_tag_or_none(text: str) -> None:
    assert root_tag(text) in {"", "a", "b"}
